"""Byline and dateline of a page, as printed."""

from __future__ import annotations

from itertools import pairwise

from attrs import evolve, frozen

from newsparse.labelling.units import Unit
from newsparse.languages.schema import Pack
from newsparse.model.fields import Byline, Dateline, Person
from newsparse.model.label import Label
from newsparse.model.moved import Mapper, moved
from newsparse.model.span import Span, hull
from newsparse.parsers.byline import parse_byline
from newsparse.parsers.dateline import parse_dateline
from newsparse.roles.story import squeezed

__all__ = ["SignedLine", "joined_byline", "read_byline", "read_dateline", "signed_lines"]

NEAR = 4
"""Blocks between two lines that sign one story; names farther off are somebody else's."""


@frozen
class SignedLine:
    """One line that signs: the number of its block, and what it says (spans in the source)."""

    index: int
    byline: Byline


def signed_lines(units: list[Unit], pack: Pack) -> list[SignedLine]:
    """Return every byline unit that names somebody, in page order."""
    found = []
    for unit in units:
        if unit.label is Label.BYLINE:
            for start, stop in _stretches(unit):
                value = parse_byline(unit.text[start:stop], pack=pack, expected=True)
                if value is None:
                    continue
                value = evolve(
                    value, authors=tuple(_linked(p, unit, start, pack) for p in value.authors)
                )
                found.append(SignedLine(unit.index, moved(value, _from(unit, start))))
    return found


def _stretches(unit: Unit) -> list[tuple[int, int]]:
    """A line whose words only the page's style keeps apart is read part by part."""
    seams = [s - unit.start for s in unit.block.seams if unit.start < s < unit.end]
    borders = [0, *seams, unit.end - unit.start]
    return [(a, b) for a, b in pairwise(borders) if unit.text[a:b].strip()]


def _from(unit: Unit, start: int) -> Mapper:
    return lambda span: unit.pieces_of(span.moved(start))


def _linked(person: Person, unit: Unit, start: int, pack: Pack) -> Person:
    """A name that is a link ends where the link ends ("Ada Example" of "Ada Example am")."""
    if person.span is None:
        return person
    low = person.span.start + start + unit.start
    high = person.span.end + start + unit.start
    for inline in unit.block.inlines:
        if inline.kind != "a" or inline.end <= low or inline.start >= high:
            continue
        linked = unit.block.text[inline.start : inline.end].strip()
        if linked == person.name or linked not in person.name:
            continue
        read = parse_byline(linked, pack=pack, expected=True)
        if read is not None and len(read.authors) == 1:
            at = person.span.start + person.name.find(read.authors[0].name)
            name = read.authors[0].name
            return evolve(person, name=name, span=Span(at, at + len(name)))
    return person


def read_byline(units: list[Unit], pack: Pack) -> Byline | None:
    """Return who signs a story as printed, or None: the lines next to the first one."""
    lines = signed_lines(units, pack)
    return joined_byline([line for line in lines if line.index <= lines[0].index + NEAR])


def joined_byline(lines: list[SignedLine]) -> Byline | None:
    """Return several signing lines as one byline; None for none."""
    if not lines:
        return None
    authors: dict[str, Person] = {}
    for line in lines:
        for person in line.byline.authors:
            key = person.name.casefold()
            known = authors.get(key)
            authors[key] = person if known is None else _completed(known, person)
    pieces = tuple(piece for line in lines for piece in line.byline.pieces)
    return Byline(
        text="; ".join(dict.fromkeys(squeezed(line.byline.text) for line in lines)),
        span=hull(pieces),
        pieces=pieces,
        authors=tuple(authors.values()),
        agency=next((line.byline.agency for line in lines if line.byline.agency), None),
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
            # With the text that it opens: a place in brackets alone is no dateline to the parser.
            value = parse_dateline(unit.block.text[unit.start :], pack=pack)
            if value is not None:
                return moved(value, unit.pieces_of)
    return None
