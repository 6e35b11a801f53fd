"""Decks: what stands under a headline and sums the story up."""

from __future__ import annotations

from newsparse.labelling.rules.base import Context, Rule, letters_of, reason
from newsparse.labelling.units import Unit
from newsparse.model.label import Label

__all__ = ["DECK_RULES"]

DECK_WORDS = (6, 70)
"""Words of a deck."""
DECK_REACH = 6
"""Blocks under the headline among which a deck stands: a byline, a date, a share row and a
picture's caption at most lie between."""
COMPARED = 4
"""Paragraphs of the body that a deck must look unlike: the first may be code or a quotation."""
DESCRIBED_LETTERS = 30
"""Letters of the shortest declared description that is taken for a deck where it is printed."""
_DECKLIKE = (Label.BODY, Label.BOILERPLATE, Label.SUBHEAD, Label.CAPTION)


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
        if not unit.entry == deck.entry == after.entry:
            continue
        if deck.label in (Label.BODY, Label.BOILERPLATE, Label.SUBHEAD) and (
            DECK_WORDS[0] <= fact.words <= DECK_WORDS[1]
        ):
            deck.force(Label.DECK, why)


def _first_subheads_are_decks(context: Context) -> None:
    """A heading right under the headline, before any paragraph, belongs to the headline."""
    why = reason("heading under the headline", "No paragraph stands between it and the headline.")
    units = context.units
    for at in _under_headlines(context):
        unit = units[at]
        heading = unit.label is Label.SUBHEAD or unit.block.kind == "heading"
        if unit.label is Label.DECK or (unit.label is Label.BODY and not heading):
            return
        if heading and unit.label in _DECKLIKE:
            words = context.scores.facts[unit.index].words
            if DECK_WORDS[0] <= words <= DECK_WORDS[1]:
                unit.force(Label.DECK, why)
            return


def _printed_descriptions_are_decks(context: Context) -> None:
    """The declared description, printed whole under the headline and set apart from the body.

    Many pages declare the body's first paragraph: that looks like the paragraphs after it.
    """
    why = reason("printed description", "The page declares it as its description.")
    declared = {letters_of(v.value) for v in context.document.metadata.all("deck")}
    declared = {letters for letters in declared if len(letters) >= DESCRIBED_LETTERS}
    if not declared:
        return
    units = context.units
    for at in _under_headlines(context):
        unit = units[at]
        if unit.label is Label.DECK:
            return
        if unit.label not in _DECKLIKE or letters_of(unit.text) not in declared:
            continue
        after = [u for u in units[at + 1 :] if u.label is Label.BODY][:COMPARED]
        if after and not any(_alike(unit, other) for other in after):
            unit.force(Label.DECK, why)
        return


def _under_headlines(context: Context) -> range:
    """Numbers of the units in which the deck of the page's story may stand."""
    units = context.units
    top = next((i for i, u in enumerate(units) if u.label is Label.HEADLINE), None)
    if top is None:
        return range(0)
    return range(top + 1, min(top + 1 + DECK_REACH, len(units)))


def _alike(unit: Unit, other: Unit) -> bool:
    """Whether two units are set alike: same place, same element, same names, same emphasis."""
    one, two = unit.block, other.block
    return (
        one.container is two.container
        and one.tag == two.tag
        and one.tokens == two.tokens
        and _is_strong(unit) == _is_strong(other)
    )


def _is_strong(unit: Unit) -> bool:
    marked = sum(i.end - i.start for i in unit.block.inlines if i.kind in ("em", "strong"))
    return 2 * marked > len(unit.block.text)


DECK_RULES: tuple[Rule, ...] = (
    Rule(
        "decks-stand-above-bylines",
        "What stands between headline and byline is the deck.",
        _decks_stand_above_bylines,
    ),
    Rule(
        "first-subheads-are-decks",
        "A heading between the headline and the first paragraph is the deck.",
        _first_subheads_are_decks,
    ),
    Rule(
        "printed-descriptions-are-decks",
        "A declared description that is printed under the headline, set apart, is the deck.",
        _printed_descriptions_are_decks,
    ),
)
