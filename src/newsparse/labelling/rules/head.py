"""The head of a story: kicker, headline, deck, byline, date, in whatever order they stand."""

from __future__ import annotations

from newsparse.labelling.rules.base import Context, Rule, reason
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
DECK_WORDS = (6, 70)
"""Words of a deck."""
KICKER_WORDS = 4
"""Words of a kicker."""
MASTHEAD_WORDS = 6
"""Words of an outlet's name."""


def _dates_and_bylines_are_told(context: Context) -> None:
    """Lines of the head that read as nothing but a date or a byline."""
    why = reason("head line", "Between headline and body, it reads as nothing else.")
    for unit in _head(context):
        fact = context.scores.facts[unit.index]
        if unit.label is not Label.BOILERPLATE or fact.words > LINE_WORDS:
            continue
        if fact.phrase is not None and fact.phrase[1] == "whole":
            continue
        text = unit.text
        if byline_score(text, pack=context.pack) >= BYLINE_SURE:
            unit.force(Label.BYLINE, why)
            continue
        dates = find_dates(text, pack=context.pack)
        if dates and sum(len(d.span) for d in dates) >= DATE_SHARE * len(text.strip()):
            unit.force(Label.TIMESTAMP, why)


def _head(context: Context) -> list[Unit]:
    """Units from the headline to the body; without a headline those just above the body."""
    units = context.units
    headline = next((i for i, u in enumerate(units) if u.label is Label.HEADLINE), None)
    facts = context.scores.facts
    body = next(
        (
            i
            for i, u in enumerate(units)
            if u.label is Label.BODY and facts[u.index].prose and (headline is None or i > headline)
        ),
        None,
    )
    if body is None:
        return []
    start = max(body - REACH, 0) if headline is None else headline + 1
    return units[start : min(body, start + REACH + 1)]


def _decks_stand_above_bylines(context: Context) -> None:
    """One paragraph between headline and byline sums the story up."""
    why = reason("deck", "It stands between the headline and the byline or date.")
    units = context.units
    for i, unit in enumerate(units[:-2]):
        if unit.label is not Label.HEADLINE:
            continue
        deck, after = units[i + 1], units[i + 2]
        fact = context.scores.facts[deck.index]
        if after.label not in (Label.BYLINE, Label.TIMESTAMP) or fact.phrase is not None:
            continue
        if deck.label in (Label.BODY, Label.BOILERPLATE, Label.SUBHEAD) and (
            DECK_WORDS[0] <= fact.words <= DECK_WORDS[1]
        ):
            deck.force(Label.DECK, why)


def _kickers_stand_above_headlines(context: Context) -> None:
    why = reason("kicker", "A word or two right above the headline.")
    units, facts = context.units, context.scores.facts
    for i, unit in enumerate(units):
        if unit.label is not Label.HEADLINE or i == 0:
            continue
        above = units[i - 1]
        plain = above.label is Label.BOILERPLATE and above.kind is BoilerplateKind.OTHER
        if not plain or facts[above.index].words > KICKER_WORDS or i == 1:
            continue
        if above.text[0].isupper() and not above.text.endswith((".", ":", "]")):
            above.force(Label.KICKER, why)


def _mastheads_sign_the_page(context: Context) -> None:
    """The outlet's name at the top stands in the copyright line again."""
    why = reason("masthead", "The same name signs the page's copyright line.")
    signed = " ".join(
        _letters(u.text) for u in context.units if u.kind is BoilerplateKind.COPYRIGHT
    )
    if not signed:
        return
    for unit in context.units:
        if unit.label is Label.HEADLINE:
            break
        name = _letters(unit.text)
        if (
            unit.label is Label.BOILERPLATE
            and context.scores.facts[unit.index].words <= MASTHEAD_WORDS
            and len(name) > 3
            and name in signed
        ):
            unit.force(Label.BOILERPLATE, why, BoilerplateKind.MASTHEAD)


def _letters(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


HEAD_RULES: tuple[Rule, ...] = (
    Rule(
        "dates-and-bylines-are-told",
        "A line of the head that is wholly a date or opens like a byline is that.",
        _dates_and_bylines_are_told,
    ),
    Rule(
        "decks-stand-above-bylines",
        "What stands between headline and byline is the deck.",
        _decks_stand_above_bylines,
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
