"""The head of a story: kicker, headline, deck, byline, date, in whatever order they stand."""

from __future__ import annotations

from newsparse.labelling.rules.base import (
    Context,
    Rule,
    ends_sentence,
    is_of_the_web,
    letters_of,
    reason,
)
from newsparse.labelling.units import Unit
from newsparse.model.label import BoilerplateKind, Label
from newsparse.parsers.byline import byline_score
from newsparse.parsers.dates import find_dates

__all__ = ["HEAD_RULES"]

REACH = 8
"""Blocks below the headline, or above the body where there is none, that belong to the head."""
LINE_WORDS = 20
"""Words of the longest line that is nothing but a byline or a date."""
DATE_SHARE = 0.6
"""Share of a line that its dates with their cues must fill to make it a timestamp."""
BYLINE_SURE = 0.8
"""``byline_score`` of a line that opens with "by" or the like."""
BYLINE_LIKELY = 0.55
"""``byline_score`` of a line that is a name known as one."""
NAME_WORDS = 6
"""Words of a line that is nothing but a name, or two."""
NAME_REACH = 5
"""Blocks under the headline among which a lone name signs."""
DATE_REACH = 3
"""Blocks above the headline among which a lone date is the story's. Behind the body it is as often
that of another story or of an event."""
OPENING = 12
"""Units from the page's start among which a signed title stands: a page so small that the learnt
scores see no story has no more above it."""
TITLE = (2, 28)
"""Words of a signed title."""
SIGNED_REACH = 3
"""Lines below a title that sign and date it."""
KICKER_WORDS = 4
"""Words of a kicker."""
MASTHEAD_WORDS = 6
"""Words of an outlet's name."""


def _signed_titles_are_headlines(context: Context) -> None:
    """On a page without a headline, the line that a byline or date follows, and then sentences."""
    why = reason("signed title", "A byline or date follows it, and then the story.")
    units, facts = context.units, context.scores.facts
    if context.document.kind == "html" or any(u.label is Label.HEADLINE for u in units):
        return
    for i, unit in enumerate(units[:OPENING]):
        fact = facts[unit.index]
        if fact.phrase is not None or fact.prose or not TITLE[0] <= fact.words <= TITLE[1]:
            continue
        if unit.text.endswith((".", ":", ",")) or _signs(context, unit) is not None:
            continue
        told = []
        for below in units[i + 1 : i + 1 + SIGNED_REACH]:
            label = _signs(context, below)
            if label is None:
                break
            told.append((below, label))
        behind = units[i + 1 + len(told) : i + 2 + len(told)]
        if told and behind and ends_sentence(behind[0].text):
            unit.force(Label.HEADLINE, why)
            for below, label in told:
                below.force(label, why)
            return


def _signs(context: Context, unit: Unit) -> Label | None:
    """BYLINE or TIMESTAMP where a line reads as nothing else."""
    if context.scores.facts[unit.index].words > LINE_WORDS:
        return None
    if byline_score(unit.text, pack=context.pack) >= BYLINE_SURE:
        return Label.BYLINE
    dates = find_dates(unit.text, pack=context.pack)
    if dates and sum(len(d.span) for d in dates) >= DATE_SHARE * len(unit.text.strip()):
        return Label.TIMESTAMP
    return None


def _dates_and_bylines_are_told(context: Context) -> None:
    """Lines of the head that read as nothing but a date or a byline."""
    why = reason("head line", "Between headline and body, it reads as nothing else.")
    for unit in _head(context):
        fact = context.scores.facts[unit.index]
        if unit.label not in (Label.BOILERPLATE, Label.BODY) or fact.words > LINE_WORDS:
            continue
        if fact.prose and unit.label is Label.BODY:
            continue
        notice = fact.phrase is not None and fact.phrase[1] == "whole"
        if notice and unit.kind is not BoilerplateKind.OTHER:
            continue
        label = _signs(context, unit)
        if label is not None:
            unit.force(label, why)


def _lone_names_sign(context: Context) -> None:
    """Where nothing signs the story, a name right under the headline does."""
    why = reason("name under the headline", "Nothing else signs, and it is nothing but a name.")
    if any(u.label is Label.BYLINE for u in context.units):
        return
    if not any(u.label is Label.HEADLINE for u in context.units):
        return
    for unit in _head(context)[:NAME_REACH]:
        fact = context.scores.facts[unit.index]
        plain = unit.label in (Label.BOILERPLATE, Label.BODY) and fact.phrase is None
        if plain and fact.words <= NAME_WORDS:
            score = byline_score(unit.text, pack=context.pack)
            if score >= BYLINE_LIKELY:
                unit.force(Label.BYLINE, why)
                return


def _lone_dates_tell(context: Context) -> None:
    """Where no line is a date, the first short line around the story that holds one is."""
    why = reason("date near the story", "No other line around the story holds a date.")
    units, facts = context.units, context.scores.facts
    if any(u.label is Label.TIMESTAMP for u in units):
        return
    for unit in units:
        if unit.label is Label.BYLINE and find_dates(unit.text, pack=context.pack):
            return
    for unit in _around(context):
        fact = facts[unit.index]
        if (
            unit.label is not Label.BOILERPLATE
            or fact.words > LINE_WORDS
            or fact.phrase is not None
        ):
            continue
        dates = find_dates(unit.text, pack=context.pack)
        if any(d.cue != "other" and is_of_the_web(d.date, context) for d in dates):
            unit.force(Label.TIMESTAMP, why)
            return


def _around(context: Context) -> list[Unit]:
    """Units of the head, then the few above the headline."""
    units = context.units
    headline = next((i for i, u in enumerate(units) if u.label is Label.HEADLINE), None)
    body = [i for i, u in enumerate(units) if u.label is Label.BODY]
    if not body:
        return []
    top = min(headline, body[0]) if headline is not None else body[0]
    above = units[max(top - DATE_REACH, 0) : top]
    return [*_head(context), *reversed(above)]


def _head(context: Context) -> list[Unit]:
    """Units from the headline to the body; without a headline those just above the body.

    One paragraph of prose may be a deck, so under a headline the head ends at the second.
    """
    units = context.units
    headline = next((i for i, u in enumerate(units) if u.label is Label.HEADLINE), None)
    facts = context.scores.facts
    start = 0 if headline is None else headline + 1
    prose = [
        i
        for i in range(start, len(units))
        if units[i].label is Label.BODY and facts[units[i].index].prose
    ][:2]
    if not prose:
        return []
    if headline is None:
        return units[max(prose[0] - REACH, 0) : prose[0]]
    return units[start : min(prose[-1], start + REACH + 1)]


def _kickers_stand_above_headlines(context: Context) -> None:
    why = reason("kicker", "A word or two right above the headline.")
    units, facts = context.units, context.scores.facts
    for i, unit in enumerate(units):
        if unit.label is not Label.HEADLINE or i == 0:
            continue
        above = units[i - 1]
        if above.label is not Label.BOILERPLATE or above.kind not in _KICKERS or i == 1:
            continue
        if facts[above.index].words > KICKER_WORDS or _in_one_menu(units[i - 2], above):
            continue
        if above.text[0].isupper() and not above.text.endswith((".", ":", "]")):
            above.force(Label.KICKER, why)


_KICKERS = (BoilerplateKind.OTHER, BoilerplateKind.NAVIGATION)


def _in_one_menu(before: Unit, unit: Unit) -> bool:
    """Whether a short line is a menu, or its last entry: the block before it is one too."""
    if sum(1 for inline in unit.block.inlines if inline.kind == "a") > 1:
        return True
    both = before.kind is BoilerplateKind.NAVIGATION and unit.kind is BoilerplateKind.NAVIGATION
    return both and before.block.container is unit.block.container


def _mastheads_sign_the_page(context: Context) -> None:
    """The outlet's name at the top stands in the copyright line again."""
    why = reason(
        "masthead", "The same name signs the page's copyright line, or is declared as the site's."
    )
    signed = " ".join(
        letters_of(u.text) for u in context.units if u.kind is BoilerplateKind.COPYRIGHT
    )
    signed += " ".join(letters_of(v.value) for v in context.document.metadata.all("site_name"))
    if not signed:
        return
    for unit in context.units:
        if unit.label is Label.HEADLINE:
            break
        name = letters_of(unit.text)
        if (
            unit.label in (Label.BOILERPLATE, Label.BYLINE)
            and unit.kind is not BoilerplateKind.COPYRIGHT
            and context.scores.facts[unit.index].words <= MASTHEAD_WORDS
            and len(name) > 3
            and name in signed
        ):
            unit.force(Label.BOILERPLATE, why, BoilerplateKind.MASTHEAD)


HEAD_RULES: tuple[Rule, ...] = (
    Rule(
        "signed-titles-are-headlines",
        "Where no headline was found, a title with a byline or date and a sentence below is it.",
        _signed_titles_are_headlines,
    ),
    Rule(
        "dates-and-bylines-are-told",
        "A line of the head that is wholly a date or opens like a byline is that.",
        _dates_and_bylines_are_told,
    ),
    Rule(
        "lone-dates-tell",
        "The only date around a story is its own.",
        _lone_dates_tell,
    ),
    Rule(
        "lone-names-sign",
        "A bare name right under the headline signs a story that nothing else signs.",
        _lone_names_sign,
    ),
    Rule(
        "mastheads-sign-the-page",
        "A name above the story that signs the copyright line is the masthead.",
        _mastheads_sign_the_page,
    ),
    Rule(
        "kickers-stand-above-headlines",
        "A word or two right above the headline is the kicker.",
        _kickers_stand_above_headlines,
    ),
)
