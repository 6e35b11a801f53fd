"""Headline and deck of a page."""

from __future__ import annotations

from newsparse.labelling.units import Unit
from newsparse.model.block import Document
from newsparse.model.fields import Deck, Headline
from newsparse.model.label import Label, Source
from newsparse.model.metadata import Declared
from newsparse.model.span import Span, hull
from newsparse.roles.story import squeezed

__all__ = ["read_deck", "read_headline"]

MAX_DECK = 600
"""Code points of a deck; what is longer is an abstract or a paragraph."""


def read_headline(units: list[Unit], document: Document) -> Headline | None:
    """Return the shown headline, else the declared one, else None."""
    shown = [unit for unit in units if unit.label is Label.HEADLINE]
    if shown:
        pieces = tuple(piece for unit in shown for piece in unit.pieces)
        text = squeezed(" ".join(unit.text for unit in shown))
        return Headline(text=text, span=hull(pieces), pieces=pieces)
    declared = _declared_headline(document)
    if declared is None:
        return None
    return Headline(
        text=declared.value,
        span=declared.span,
        pieces=(declared.span,),
        source=Source.METADATA,
    )


def _declared_headline(document: Document) -> Declared | None:
    return document.metadata.first("headline") or document.metadata.first("title")


def read_deck(units: list[Unit]) -> Deck | None:
    """Return the deck under the headline, or None; two decks in a row are one."""
    found: list[Unit] = []
    for unit in units:
        if unit.label is Label.DECK:
            if found and unit.index > found[-1].index + 2:
                break
            found.append(unit)
    text = squeezed(" ".join(unit.text for unit in found))
    if not found or len(text) > MAX_DECK:
        return None
    pieces: tuple[Span, ...] = tuple(piece for unit in found for piece in unit.pieces)
    return Deck(text=text, span=hull(pieces), pieces=pieces)
