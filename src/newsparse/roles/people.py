"""Byline and dateline of a page."""

from __future__ import annotations

from attrs import evolve

from newsparse.labelling.units import Unit
from newsparse.languages.schema import Pack
from newsparse.model.fields import Byline, Dateline, Person
from newsparse.model.label import Label
from newsparse.model.moved import moved
from newsparse.model.span import hull
from newsparse.parsers.byline import parse_byline
from newsparse.parsers.dateline import parse_dateline
from newsparse.roles.story import squeezed

__all__ = ["read_byline", "read_dateline"]


def read_byline(units: list[Unit], pack: Pack) -> Byline | None:
    """Return who signs, put together from all byline units of a story; None if nobody does."""
    found: list[Byline] = []
    for unit in units:
        if unit.label is Label.BYLINE:
            value = parse_byline(unit.text, pack=pack, expected=True)
            if value is not None:
                found.append(moved(value, unit.pieces_of))
    if not found:
        return None
    authors: dict[str, Person] = {}
    for value in found:
        for person in value.authors:
            key = person.name.casefold()
            known = authors.get(key)
            authors[key] = person if known is None else _completed(known, person)
    pieces = tuple(piece for value in found for piece in value.pieces)
    return Byline(
        text="; ".join(dict.fromkeys(squeezed(value.text) for value in found)),
        span=hull(pieces),
        pieces=pieces,
        authors=tuple(authors.values()),
        agency=next((v.agency for v in found if v.agency), None),
    )


def _completed(known: Person, other: Person) -> Person:
    """One person printed twice: what the first print lacks comes from the second."""
    missing = {
        name: getattr(other, name)
        for name in ("role", "affiliation", "email", "handle")
        if getattr(known, name) is None
    }
    return evolve(known, **missing)


def read_dateline(units: list[Unit], pack: Pack) -> Dateline | None:
    """Return the dateline that opens a story, or None."""
    for unit in units:
        if unit.label is Label.DATELINE:
            value = parse_dateline(unit.text, pack=pack)
            if value is not None:
                return moved(value, unit.pieces_of)
    return None
