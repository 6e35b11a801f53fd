"""Byline and dateline of a page, as printed."""

from __future__ import annotations

import re
from itertools import pairwise

from attrs import evolve, frozen

from newsparse.labelling.units import Unit
from newsparse.languages.schema import Pack
from newsparse.model.fields import Byline, Dateline, Person
from newsparse.model.label import CreditKind, Label
from newsparse.model.moved import Mapper, moved
from newsparse.model.span import Span, hull
from newsparse.parsers.byline import MAX_BYLINE, parse_byline
from newsparse.parsers.credit import parse_credit
from newsparse.parsers.dateline import parse_dateline
from newsparse.roles.story import squeezed

__all__ = [
    "SignedLine",
    "credited_lines",
    "helpers",
    "joined_byline",
    "leading_lines",
    "read_byline",
    "read_dateline",
    "signed_lines",
]

NEAR = 4
"""Blocks between two lines that sign one story; names farther off are somebody else's."""
ABOVE, BELOW = 5, 20
"""Blocks above and below the headline between which a line that names nobody declared is believed
all the same; farther off it is another story's or a commenter's."""
_HELP = (
    CreditKind.EDITING,
    CreditKind.TRANSLATION,
    CreditKind.PHOTO,
    CreditKind.VIDEO,
    CreditKind.GRAPHIC,
)
_LEAD = re.compile(r"\s*[（(][^（()）]{2,30}[)）]")
"""A bracket before the first sentence."""


@frozen
class SignedLine:
    """One line that signs.

    Attributes:
        index: Number of its block.
        byline: What it says, spans in the source.
        sure: Whether it reads as a byline wherever it stands: a prefix, or names that are known.
        near: Whether it stands at the headline, where bylines do.
    """

    index: int
    byline: Byline
    sure: bool
    near: bool = True


def signed_lines(units: list[Unit], pack: Pack) -> list[SignedLine]:
    """Return every byline unit that names somebody, in page order; picture credits aside."""
    found: list[SignedLine] = []
    pictures: list[SignedLine] = []
    headline = next((u.index for u in units if u.label is Label.HEADLINE), None)
    for unit in units:
        if unit.label is Label.BYLINE:
            near = headline is None or headline - ABOVE <= unit.index <= headline + BELOW
            for start, stop in _stretches(unit):
                text = unit.text[start:stop]
                value = parse_byline(text, pack=pack)
                sure = value is not None
                if value is None:
                    value = parse_byline(text, pack=pack, expected=True)
                if value is None:
                    continue
                value = evolve(
                    value, authors=tuple(_linked(p, unit, start, pack) for p in value.authors)
                )
                value = moved(value, _from(unit, start))
                found.append(SignedLine(unit.index, value, sure, near))
                if _is_picture_credit(text, value, pack):
                    pictures.append(found[-1])
    # "Ada Example/Reuters" may sign a story; beside another line it is the picture's.
    alone = len(found) == len(pictures)
    return [x for x in found if x not in pictures or (alone and (x.sure or x.byline.agency))]


def _is_picture_credit(text: str, byline: Byline, pack: Pack) -> bool:
    """Whether a line is a photographer and a house with a slash, and nothing says that it signs."""
    if "/" not in text or len(text) > MAX_BYLINE:
        return False
    value = parse_credit(text, pack=pack)
    found = value.credits if value is not None else ()
    names = {name for credit in found for name in credit.people}
    if not found or any(credit.kind is not CreditKind.PHOTO for credit in found):
        return False
    opens = (byline.text.startswith(name) for name in (*names, byline.agency) if name)
    return any(opens) and {person.name for person in byline.authors} <= names


def credited_lines(units: list[Unit], pack: Pack) -> list[SignedLine]:
    """Return the credits that name a writer or reporter, and a reporter named before the story.

    Below a story without a byline stands "Written by Ada Example"; Chinese stories open with
    "（记者 张例）".
    """
    found: list[SignedLine] = []
    opening = next((unit for unit in units if unit.label is Label.BODY), None)
    for unit in units:
        text = unit.text
        if unit is opening:
            bracket = _LEAD.match(text)
            text = bracket[0] if bracket is not None else ""
        elif unit.label is not Label.ATTRIBUTION:
            continue
        value = parse_byline(text, pack=pack)
        if value is not None and value.authors and _is_told(value):
            found.append(SignedLine(unit.index, moved(value, unit.pieces_of), sure=True))
    return found


def helpers(units: list[Unit], pack: Pack) -> frozenset[str]:
    """Return who is credited beside the byline for something else than writing, case folded.

    "Reviewed by Ada Example", "Photography by Ben Sample": a page that declares them as authors,
    too, does not make them any.
    """
    found: set[str] = set()
    for unit in units:
        if unit.label in (Label.BYLINE, Label.ATTRIBUTION) and len(unit.text) <= MAX_BYLINE:
            value = parse_credit(unit.text, pack=pack)
            for credit in value.credits if value is not None else ():
                if credit.kind in _HELP:
                    found.update(name.casefold() for name in credit.people)
    return frozenset(found)


def _is_told(byline: Byline) -> bool:
    """Whether words before or behind the names say that they sign."""
    if not byline.authors:
        return byline.agency is not None and not byline.text.startswith(byline.agency)
    first = byline.authors[0]
    return first.role is not None or (
        first.span is not None and byline.span.start < first.span.start
    )


def leading_lines(lines: list[SignedLine]) -> list[SignedLine]:
    """Return the lines that sign a story: the first and what stands next to it.

    Under "By Ada Example" stand jobs, beats, sections and photographers: a bare name counts only
    where no line says that somebody signs, an unknown one only where nothing surer stands beside.
    """
    near = [line for line in lines if line.index <= lines[0].index + NEAR]
    sure = [line for line in near if line.sure]
    told = {line.index for line in sure if _is_told(line.byline)}
    leading = [line for line in sure if line.index in told] or sure or near[:1]
    full = bool(leading) and any(" " in p.name for p in leading[0].byline.authors)
    # Under "By Ada Example" a lone word is an outlet ("Contributor, EXAMPLE").
    return leading[:1] + [x for x in leading[1:] if not full or _names_fully(x)]


def _names_fully(line: SignedLine) -> bool:
    names = [person.name for person in line.byline.authors]
    return not names or any(" " in n or not n.isascii() for n in names)


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
    return joined_byline(leading_lines(signed_lines(units, pack)))


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
