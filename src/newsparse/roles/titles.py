"""Headline and deck of a page."""

from __future__ import annotations

from attrs import evolve

from newsparse.labelling.units import Unit
from newsparse.model.block import Document
from newsparse.model.fields import Deck, Headline
from newsparse.model.label import Label, Source
from newsparse.model.metadata import Declared
from newsparse.model.span import Span, hull
from newsparse.roles.site import without_site
from newsparse.roles.story import squeezed

__all__ = ["read_deck", "read_headline", "shown_headline"]

MAX_DECK = 600
"""Code points of a deck; what is longer is an abstract or a paragraph."""


def read_headline(units: list[Unit], document: Document, sites: frozenset[str]) -> Headline | None:
    """Return the shown headline, else the declared one, else None.

    The site's name is cut off where it clings to either.
    """
    shown = shown_headline(units)
    if shown is not None:
        return evolve(shown, text=without_site(shown.text, sites) or shown.text)
    declared = _declared_headline(document)
    text = without_site(declared.value, sites) if declared is not None else ""
    if declared is None or not text:
        return None
    return Headline(
        text=text,
        span=declared.span,
        pieces=(declared.span,),
        source=Source.METADATA,
    )


def shown_headline(units: list[Unit]) -> Headline | None:
    """Return the headline that the page shows, as it stands there, or None."""
    shown = [unit for unit in units if unit.label is Label.HEADLINE]
    if not shown:
        return None
    pieces = tuple(piece for unit in shown for piece in unit.pieces)
    text = squeezed(" ".join(unit.text for unit in shown))
    return Headline(text=text, span=hull(pieces), pieces=pieces)


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
