"""Settles who signs: what is printed with what the page declares.

What the reader sees comes first; what is declared fills in, and adds what the print leaves out
(a second author in a block of its own). Both stay visible in ``Page.metadata``.
"""

from __future__ import annotations

import re

from attrs import evolve

from newsparse.languages.schema import Pack
from newsparse.model.block import Document
from newsparse.model.fields import Byline, Person
from newsparse.model.label import Source
from newsparse.model.metadata import Declared
from newsparse.model.moved import Mapper, moved
from newsparse.model.span import Span
from newsparse.parsers.byline import parse_byline
from newsparse.roles.people import NEAR, SignedLine, joined_byline

__all__ = ["settled_byline"]

AUTHOR_ORDER = ("json-ld", "parsely", "sailthru", "citation", "microdata", "h-entry", "rdfa")
"""Vocabularies that name persons as such, most careful first; plain ``meta`` comes after them."""
_NO_NAME = re.compile(r"https?:|www\.|@|^\W*$|^\d+$|[/\\<>{}=]|\.com\b")
PEN_NAME_WORDS = 3
"""Words of a declared author that is taken as a name though it does not look like one."""


def settled_byline(
    lines: list[SignedLine], document: Document, pack: Pack, sites: frozenset[str]
) -> Byline | None:
    """Return the byline: printed, completed or replaced by what is declared.

    Args:
        lines: Every line of the page that signs.
        document: The page, for its metadata.
        pack: Words.
        sites: Names of the site, which are no authors.
    """
    declared = _declared_byline(document, pack, sites)
    if declared is None or not declared.authors:
        printed = joined_byline([line for line in lines if line.index <= lines[0].index + NEAR])
        return printed or declared
    names = {_key(person.name): person.name for person in declared.authors}
    lines = [evolve(line, byline=_as_declared(line.byline, names)) for line in lines]
    # Where print and declaration agree on somebody, lines that name nobody declared are others'.
    agreed = [line for line in lines if any(_key(p.name) in names for p in line.byline.authors)]
    printed = joined_byline(
        agreed or [line for line in lines if line.index <= lines[0].index + NEAR]
    )
    if printed is None or not printed.authors:
        return declared if printed is None else evolve(printed, authors=declared.authors)
    if not agreed:
        return printed
    known = {_key(person.name) for person in printed.authors}
    others = tuple(p for p in declared.authors if _key(p.name) not in known)
    return evolve(printed, authors=(*printed.authors, *others))


def _as_declared(byline: Byline, names: dict[str, str]) -> Byline:
    """Cut printed names that run into the next word ("Ada Example am") to the declared name."""
    authors = []
    for person in byline.authors:
        key = _key(person.name)
        shorter = next(
            (
                n
                for k, n in names.items()
                if key != k and person.name.casefold().startswith(n.casefold())
            ),
            None,
        )
        authors.append(
            person if shorter is None else evolve(person, name=person.name[: len(shorter)])
        )
    return evolve(byline, authors=tuple(authors))


def _declared_byline(document: Document, pack: Pack, sites: frozenset[str]) -> Byline | None:
    """The authors of the most careful vocabulary that names any."""
    values = sorted(document.metadata.all("author"), key=_rank)
    for source in dict.fromkeys(v.source for v in values):
        people: dict[str, Person] = {}
        agency: str | None = None
        used: list[Declared] = []
        for value in values:
            if value.source != source or _NO_NAME.search(value.value) or _key(value.value) in sites:
                continue
            found = _declared_people(value, pack)
            agency = agency or found.agency
            kept = [p for p in found.authors if _key(p.name) not in sites]
            if kept or found.agency:
                used.append(value)
            for person in kept:
                people.setdefault(_key(person.name), person)
        if used:
            return Byline(
                text="; ".join(dict.fromkeys(v.value for v in used)),
                span=used[0].span,
                pieces=tuple(dict.fromkeys(v.span for v in used)),
                authors=tuple(people.values()),
                agency=agency,
                source=Source.METADATA,
            )
    return None


def _declared_people(value: Declared, pack: Pack) -> Byline:
    """Read one declared value; a pen name that no parser would take for a name is one here."""
    place = _into(value.span)
    found = parse_byline(value.value, pack=pack, expected=True)
    if found is not None:
        authors = tuple(evolve(moved(p, place), span=value.span) for p in found.authors)
        return evolve(moved(found, place), authors=authors)
    name = " ".join(value.value.split())
    nobody = name.casefold() in pack.byline.nobody or any(
        word in pack.byline.organisation_words for word in name.casefold().split()
    )
    plain = 0 < len(name.split()) <= PEN_NAME_WORDS and any(c.isalpha() for c in name)
    people = (Person(name=name, span=value.span),) if plain and not nobody else ()
    return Byline(text=name, span=value.span, pieces=(value.span,), authors=people)


def _into(span: Span) -> Mapper:
    return lambda _: (span,)


def _rank(value: Declared) -> int:
    return AUTHOR_ORDER.index(value.source) if value.source in AUTHOR_ORDER else len(AUTHOR_ORDER)


def _key(name: str) -> str:
    return "".join(re.findall(r"\w+", name.casefold()))
