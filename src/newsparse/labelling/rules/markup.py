"""What HTML says outright: captions, kinds of box, other stories' cards, pull quotes, author boxes.

Names of containers are evidence where they are conventions that many sites share
(``features.families``); they choose a kind of boilerplate, never the body.
"""

from __future__ import annotations

from functools import lru_cache

from newsparse.labelling.features.families import FAMILIES, FAMILY_OF
from newsparse.labelling.rules.base import Context, Rule, letters_of, reason
from newsparse.labelling.rules.sections import is_title_like
from newsparse.labelling.units import Unit
from newsparse.model.block import Container
from newsparse.model.label import BoilerplateKind, Label

__all__ = ["MARKUP_RULES"]

Kind = BoilerplateKind

REACH = 5
"""Containers above a block whose names are looked at; farther ones hold half the page."""
PULL_WORDS = 50
"""Words of a pull quote at most."""
BOX_SHARE = 0.34
"""Share of the body's words from which a box named after its author is the story itself."""
LAST_BOX_SHARE = 0.8
LAST_BOX_PARAGRAPHS = 4
"""The same for a box that the body ends with, and its paragraphs at most: outlets print one to
three about an author, and a template may wrap story and author in one box."""
LINKED = 0.6
"""Share of a block's letters in links from which it points elsewhere."""
_KIND_OF_FAMILY = {
    "comments": Kind.COMMENTS,
    "related": Kind.RELATED,
    "share": Kind.SHARE,
    "navigation": Kind.NAVIGATION,
    "advert": Kind.ADVERT,
    "subscribe": Kind.SUBSCRIBE,
    "consent": Kind.CONSENT,
    "tags": Kind.TAGS,
    "login": Kind.LOGIN,
    "search": Kind.SEARCH,
}
_NAMES = tuple(FAMILIES)
_CARDS = frozenset(("related", "teaser"))
_KIND_OF_TAG = {"nav": Kind.NAVIGATION, "footer": Kind.NAVIGATION, "header": Kind.MASTHEAD}


def _containers(unit: Unit) -> list[Container]:
    found: list[Container] = []
    container: Container | None = unit.block.container
    while container is not None and len(found) < REACH:
        found.append(container)
        container = container.parent
    return found


@lru_cache(maxsize=20_000)
def _families(tokens: tuple[str, ...]) -> tuple[str, ...]:
    """The families of a container's words, in the order of the words."""
    return tuple(dict.fromkeys(_NAMES[FAMILY_OF[word]] for word in tokens if word in FAMILY_OF))


def _lone_h1_is_headline(context: Context) -> None:
    why = reason("h1", "The page's only heading of the first level.")
    if any(u.label is Label.HEADLINE for u in context.units):
        return
    found = [u for u in context.units if u.block.tag == "h1" and not u.block.container.hidden]
    if len(found) == 1 and found[0].label is not Label.TEASER:
        found[0].force(Label.HEADLINE, why)


def _figcaptions_are_captions(context: Context) -> None:
    why = reason("figcaption", "The markup says so.")
    units = context.units
    body = [i for i, u in enumerate(units) if u.label is Label.BODY]
    if not body:
        return
    first = next((i for i, u in enumerate(units) if u.label is Label.HEADLINE), body[0])
    for unit in units[min(first, body[0]) : body[-1] + 2]:
        if unit.block.kind == "caption" and unit.label in (Label.BODY, Label.BOILERPLATE):
            unit.force(Label.CAPTION, why)


def _pull_quotes_repeat(context: Context) -> None:
    """A sentence of the body that stands a second time, set apart."""
    why = reason("pull quote", "It repeats a sentence of the story and stands apart.")
    apart = [u for u in context.units if u.label is Label.BODY and _stands_apart(u)]
    if not apart:
        return
    told = [
        letters_of(u.text) for u in context.units if u.label is Label.BODY and not _stands_apart(u)
    ]
    whole = "\n".join(told)
    for unit in apart:
        letters = letters_of(unit.text)
        short = context.scores.facts[unit.index].words <= PULL_WORDS
        if short and len(letters) > 10 and letters in whole:
            unit.force(Label.BOILERPLATE, why, Kind.OTHER)


def _stands_apart(unit: Unit) -> bool:
    return any(
        c.tag in ("aside", "blockquote", "figure") or "quote" in _families(c.tokens)
        for c in _containers(unit)[:2]
    ) or "quote" in _families(unit.block.tokens)


def _author_boxes_are_notes(context: Context) -> None:
    """Running text in a box named after the author, which is not the story's own box."""
    why = reason("author box", "It stands in a box about the author.")
    facts = context.scores.facts
    body = [u for u in context.units if u.label is Label.BODY]
    total = sum(facts[u.index].words for u in body)
    boxes: dict[int, list[Unit]] = {}
    for unit in body:
        for container in _containers(unit):
            if "author" in _families(container.tokens) or "about" in container.tokens:
                boxes.setdefault(container.order, []).append(unit)
                break
    first = body[0].index if body else 0
    for units in boxes.values():
        words = sum(facts[u.index].words for u in units)
        if units[0].index > first and words < max(BOX_SHARE, _longest_share(units, body)) * total:
            for unit in units:
                unit.force(Label.AUTHOR_NOTE, why)


def _longest_share(units: list[Unit], body: list[Unit]) -> float:
    """A box behind everything else may be longer: a bio below a short notice."""
    behind = units[-1] is body[-1] and units[0] is not body[0]
    return LAST_BOX_SHARE if behind and len(units) <= LAST_BOX_PARAGRAPHS else 0.0


def _containers_tell_the_kind(context: Context) -> None:
    why = reason("container", "Its container is named so.")
    told: dict[int, Kind] = {}
    for unit in context.units:
        fact = context.scores.facts[unit.index]
        if unit.label is Label.BOILERPLATE and fact.phrase is not None and unit.kind is not None:
            told.setdefault(unit.block.container.order, unit.kind)
    for unit in context.units:
        if unit.label is not Label.BOILERPLATE or unit.kind is not Kind.OTHER:
            continue
        kind = _named_kind(unit) or told.get(unit.block.container.order)
        if kind is not None:
            unit.force(Label.BOILERPLATE, why, kind)


def _named_kind(unit: Unit) -> Kind | None:
    for container in _containers(unit):
        for family in _families(container.tokens):
            if family in _KIND_OF_FAMILY:
                return _KIND_OF_FAMILY[family]
        if container.tag in _KIND_OF_TAG:
            return _KIND_OF_TAG[container.tag]
    return None


def _cards_are_teasers(context: Context) -> None:
    """Linked titles in boxes of other stories, and the text beside them."""
    why = reason("card", "A linked title in a box of other stories.")
    titled: set[int] = set()
    for unit in context.units:
        if unit.label is not Label.BOILERPLATE or unit.kind not in (Kind.RELATED, Kind.OTHER):
            continue
        linked = unit.block.link_chars >= LINKED * len(unit.block.text)
        if linked and is_title_like(unit) and _in_card(unit):
            unit.force(Label.TEASER, why)
            titled.add(unit.block.container.order)
            parent = unit.block.container.parent
            if parent is not None:
                titled.add(parent.order)
    for unit in context.units:
        plain = unit.label is Label.BOILERPLATE and unit.kind in (Kind.RELATED, Kind.OTHER)
        if (
            plain
            and unit.block.container.order in titled
            and context.scores.facts[unit.index].prose
        ):
            unit.force(Label.TEASER, why)


def _in_card(unit: Unit) -> bool:
    return any(not _CARDS.isdisjoint(_families(c.tokens)) for c in _containers(unit))


def _html(rule: Rule) -> Rule:
    """A rule that only pages with markup are asked."""

    def apply(context: Context) -> None:
        if context.document.kind == "html":
            rule.apply(context)

    return Rule(rule.name, rule.why, apply)


MARKUP_RULES: tuple[Rule, ...] = tuple(
    _html(rule)
    for rule in (
        Rule(
            "lone-h1-is-headline",
            "Where no headline was found, the only heading of the first level is it.",
            _lone_h1_is_headline,
        ),
        Rule(
            "figcaptions-are-captions",
            "A figcaption in the story is a caption.",
            _figcaptions_are_captions,
        ),
        Rule(
            "pull-quotes-repeat",
            "A sentence set apart that the story has already is no second paragraph.",
            _pull_quotes_repeat,
        ),
        Rule(
            "author-boxes-are-notes",
            "Text in a box about the author is a note.",
            _author_boxes_are_notes,
        ),
        Rule(
            "containers-tell-the-kind",
            "The names of a block's containers tell its kind of boilerplate.",
            _containers_tell_the_kind,
        ),
        Rule(
            "cards-are-teasers",
            "Linked titles in boxes of other stories are teasers.",
            _cards_are_teasers,
        ),
    )
)
