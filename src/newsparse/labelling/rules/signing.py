"""Who signs, where the learnt scores saw no byline: lines that say so, names marked as authors.

These rules come after those of the head and fill a gap only. A page that declares its author needs
none of them.
"""

from __future__ import annotations

import re

from newsparse.labelling.features.families import FAMILIES
from newsparse.labelling.rules.base import UNCLAIMED, Context, Rule, letters_of, reason
from newsparse.labelling.rules.splits import bylines_end_where_dates_begin
from newsparse.labelling.units import Unit
from newsparse.model.block import Container
from newsparse.model.label import BoilerplateKind, Label
from newsparse.parsers.agencies import is_agency
from newsparse.parsers.byline import byline_score, parse_byline
from newsparse.parsers.dates import find_dates
from newsparse.parsers.lexicon import HEAD, NOBODY, lexicon

__all__ = ["SIGNING_RULES"]

REACH = 8
"""Blocks below and above the headline among which a line may sign."""
ABOVE_BODY = 25
"""Blocks above the story among which a name that is marked as the author's signs it."""
NAME_REACH = 3
"""Blocks from the headline, or from the story's end, within which a lone name signs."""
BELOW_BODY = 12
"""Blocks below the story in which its author's card stands: farther down are other stories."""
LINE_WORDS = 20
"""Words of the longest line that signs."""
NAME_WORDS = 4
"""Words of the longest lone name."""
MARKED_WORDS = 7
"""Words of the longest block marked as the author's: names and perhaps a job."""
PREFIXED, NAMED = 0.8, 0.45
"""``byline_score`` of a line that opens with "by" or the like, and of one that begins with a known
name and has something else beside it."""
NAME = 0.55
"""``byline_score`` of a block that is nothing but a known name."""
_MARKED = frozenset(FAMILIES["author"]) - {"contributors", "contributor", "bio"} | {
    "creator", "authorname", "verfasser", "redakteur", "auteur", "signature",
}  # fmt: skip
"""Words in the class of an element that holds an author's name."""
_OTHERS = frozenset(FAMILIES["comments"]) | {
    "related", "recommended", "popular", "teaser", "sidebar", "testimonial",
    "testimonials", "review", "reviews", "tweet", "forum", "user", "users",
}  # fmt: skip
"""Words in the classes around a name that is another's."""
_ELSEWHERE = (BoilerplateKind.COMMENTS, BoilerplateKind.COPYRIGHT)
_NOT_HERE = (BoilerplateKind.COMMENTS, BoilerplateKind.COPYRIGHT, BoilerplateKind.MASTHEAD)
_SIGNING = NOBODY | HEAD
"""Classes of words that sign without a name: "Staff", "Contributing Writer"."""
_LETTERS = re.compile(r"[^\W\d_]+")
_ADDRESS = re.compile(r"https?:|www\.|@")


def _bylines_name_somebody(context: Context) -> None:
    """A line that names nobody and does not open like a byline is none."""
    why = reason("names nobody", "It reads as no name, and no word says that somebody signs.")
    words = lexicon(context.pack)
    for unit in context.units:
        if unit.label is not Label.BYLINE:
            continue
        text = unit.text
        if parse_byline(text, pack=context.pack, expected=True) is not None:
            continue
        told = _LETTERS.findall(text.casefold())
        signing = any(w in words.openers or words.words.get(w, 0) & _SIGNING for w in told)
        if not signing and not find_dates(text, pack=context.pack):
            unit.force(Label.BOILERPLATE, why, BoilerplateKind.OTHER)


def _lines_of_the_head_sign(context: Context) -> None:
    """A line around the headline that opens with "by", or is a name with a date."""
    why = reason("line of the head", "By the headline, it reads as who signs.")
    for unit in _around_headline(context, REACH):
        if not _is_free(unit) or context.scores.facts[unit.index].words > LINE_WORDS:
            continue
        text = unit.text
        score = byline_score(text, pack=context.pack)
        if score >= PREFIXED or (score >= NAMED and find_dates(text, pack=context.pack)):
            unit.force(Label.BYLINE, why)
            return


def _marked_names_sign(context: Context) -> None:
    """A name whose element's class says author: at the story, else an "Author: …" anywhere."""
    why = reason("marked as author", "Nothing else signs, and its class says author.")
    units = context.units
    first = next((i for i, u in enumerate(units) if u.label is Label.BODY), 0)
    above = units[max(first - ABOVE_BODY, 0) : first]
    for unit in (*_around_headline(context, REACH), *above, *_below_body(context)):
        dated = unit.label is Label.TIMESTAMP and _is_marked_line(unit, context)
        if dated or (unit.label in UNCLAIMED and _is_marked_name(unit, context, NAMED)):
            unit.force(Label.BYLINE, why)
            return
    for unit in units:
        if unit.label in UNCLAIMED and _is_marked_name(unit, context, PREFIXED):
            unit.force(Label.BYLINE, why)
            return
    marked = [u for u in units if u.label in UNCLAIMED and _is_marked_name(u, context, NAME)]
    if len({letters_of(unit.text) for unit in marked}) == 1:  # the page knows one author only
        marked[0].force(Label.BYLINE, why)


def _names_by_the_headline_sign(context: Context) -> None:
    """A known name that is a block of its own right under the headline."""
    why = reason("name by the headline", "Nothing else signs, and it is nothing but a name.")
    for unit in _around_headline(context, NAME_REACH):
        named = unit.label in (Label.BOILERPLATE, Label.TEASER) and unit.block.kind != "list_item"
        if named and unit.kind not in _NOT_HERE and _is_name(unit, context):
            unit.force(Label.BYLINE, why)
            return


def _closing_lines_sign(context: Context) -> None:
    """A line that opens with "by" below the story; a name that is its last paragraph."""
    why = reason("closing line", "Nothing else signs, and it closes the story.")
    below = _below_body(context)
    body = [u for u in context.units if u.label is Label.BODY and u.entry == 0]
    for unit in (*body[-1:], *below):
        if not _is_free(unit) or context.scores.facts[unit.index].words > LINE_WORDS:
            continue
        name = unit.label is Label.BODY and _is_name(unit, context)
        if name or byline_score(unit.text, pack=context.pack) >= PREFIXED:
            unit.force(Label.BYLINE, why)
            return
    for i, unit in enumerate(below[:NAME_REACH]):
        notes = below[i + 1 : i + 1 + NAME_REACH]
        named = _is_free(unit) and _is_name(unit, context)
        if named and any(_is_about(note, unit) for note in notes):
            unit.force(Label.BYLINE, why)
            return


def _is_free(unit: Unit) -> bool:
    """Whether a unit may sign: no comment, no copyright line, nothing that has a better label."""
    return unit.label in UNCLAIMED and unit.kind not in _ELSEWHERE


def _is_name(unit: Unit, context: Context) -> bool:
    """Whether a block is nothing but a known name of two words or more."""
    words = context.scores.facts[unit.index].words
    return 2 <= words <= NAME_WORDS and byline_score(unit.text, pack=context.pack) >= NAME


def _is_about(note: Unit, name: Unit) -> bool:
    """Whether a block tells of the one who is named above it."""
    text = note.text
    return len(text) > len(name.text) and any(word in text for word in name.text.split())


def _is_marked_name(unit: Unit, context: Context, least: float) -> bool:
    if context.scores.facts[unit.index].words > MARKED_WORDS or not _is_marked(unit):
        return False
    return byline_score(unit.text, pack=context.pack) >= least


def _is_marked_line(unit: Unit, context: Context) -> bool:
    """Whether a line with a date is marked as the author's and begins with a name."""
    if context.scores.facts[unit.index].words > MARKED_WORDS or not _is_marked(unit):
        return False
    found = parse_byline(unit.text, pack=context.pack, expected=True)
    return found is not None and bool(found.authors)


def _is_marked(unit: Unit) -> bool:
    block = unit.block
    tokens = {*block.tokens, *_tokens_around(block.container)}
    return bool(tokens & _MARKED) and not tokens & _OTHERS


def _tokens_around(container: Container | None) -> set[str]:
    """Classes of an element and the two around it."""
    found: set[str] = set()
    for _ in range(3):
        if container is None:
            break
        found.update(container.tokens)
        container = container.parent
    return found


def _around_headline(context: Context, reach: int) -> list[Unit]:
    units = context.units
    at = next((i for i, u in enumerate(units) if u.label is Label.HEADLINE), None)
    if at is None:
        body = next((i for i, u in enumerate(units) if u.label is Label.BODY), 0)
        return units[max(body - reach, 0) : body + reach // 2]
    return [*units[at + 1 : at + 1 + reach], *reversed(units[max(at - reach, 0) : at])]


def _below_body(context: Context) -> list[Unit]:
    units = context.units
    last = max(
        (i for i, u in enumerate(units) if u.label is Label.BODY and u.entry == 0), default=-1
    )
    return units[last + 1 : last + 1 + BELOW_BODY] if last >= 0 else []


def _unsigned(rule: Rule) -> Rule:
    """Run a rule only on pages where neither a line nor a declaration names somebody."""

    def guarded(context: Context) -> None:
        if not _is_signed(context):
            rule.apply(context)
            bylines_end_where_dates_begin(context)

    return Rule(rule.name, rule.why, guarded)


def _is_signed(context: Context) -> bool:
    pack, metadata = context.pack, context.document.metadata
    signing = (u.text for u in context.units if u.label is Label.BYLINE and u.entry == 0)
    for text in signing:
        found = parse_byline(text, pack=pack, expected=True)
        if found is not None and (found.authors or found.agency):
            return True
    sites = {letters_of(v.value) for n in ("site_name", "publisher") for v in metadata.all(n)}
    for value in metadata.all("author"):
        if _ADDRESS.search(value.value) or letters_of(value.value) in sites:
            continue
        named = parse_byline(value.value, pack=pack, expected=True) is not None
        if named or is_agency(value.value, pack):
            return True
    return False


SIGNING_RULES: tuple[Rule, ...] = (
    Rule(
        "bylines-name-somebody",
        "A line that names nobody and has no word of bylines is none.",
        _bylines_name_somebody,
    ),
    *(
        _unsigned(rule)
        for rule in (
            Rule(
                "lines-of-the-head-sign",
                "A line by the headline that opens like a byline signs a story without one.",
                _lines_of_the_head_sign,
            ),
            Rule(
                "marked-names-sign",
                "A name whose class says author signs a story that nothing else signs.",
                _marked_names_sign,
            ),
            Rule(
                "names-by-the-headline-sign",
                "A lone name right by the headline signs a story that nothing else signs.",
                _names_by_the_headline_sign,
            ),
            Rule(
                "closing-lines-sign",
                "A byline or a bare name that closes the story signs it.",
                _closing_lines_sign,
            ),
        )
    ),
)
