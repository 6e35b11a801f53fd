"""Settles what is printed with what the page declares: authors and dates.

What the reader sees comes first; what is declared fills in, and adds what the print leaves out
(a time of day, a second author in a block of its own). Both stay visible in ``Page.metadata``.
"""

from __future__ import annotations

import datetime as dt
import re

from attrs import evolve

from newsparse.languages.schema import Pack
from newsparse.model.block import Document
from newsparse.model.fields import Byline, NewsDate, Person
from newsparse.model.label import Precision, Source
from newsparse.model.metadata import Declared
from newsparse.model.moved import Mapper, moved
from newsparse.model.span import Span
from newsparse.parsers.byline import parse_byline
from newsparse.parsers.dates import date_in_url, parse_declared_date
from newsparse.roles.dates import Dates

__all__ = ["settled_byline", "settled_dates"]

AUTHOR_ORDER = ("json-ld", "parsely", "sailthru", "citation", "microdata", "h-entry", "rdfa")
"""Vocabularies that name persons as such, most careful first; plain ``meta`` comes after them."""
_NO_NAME = re.compile(r"https?:|www\.|@|^\W*$|^\d+$|[/\\<>{}=]|\.com\b")
_FINE = (Precision.HOUR, Precision.MINUTE, Precision.SECOND)


def settled_byline(
    printed: Byline | None, document: Document, pack: Pack, sites: frozenset[str]
) -> Byline | None:
    """Return the byline: printed, completed or replaced by what is declared.

    Args:
        printed: What byline units gave, or None.
        document: The page, for its metadata.
        pack: Words.
        sites: Names of the site, which are no authors.
    """
    declared = _declared_byline(document, pack, sites)
    if printed is None or declared is None:
        return printed or declared
    if not printed.authors:
        return evolve(printed, authors=declared.authors, agency=printed.agency or declared.agency)
    known = {_key(person.name) for person in printed.authors}
    others = [person for person in declared.authors if _key(person.name) not in known]
    if len(others) < len(declared.authors):
        # They agree on somebody: the print of the others may stand in blocks of their own.
        return evolve(printed, authors=(*printed.authors, *others))
    return printed


def _declared_byline(document: Document, pack: Pack, sites: frozenset[str]) -> Byline | None:
    values = document.metadata.all("author")
    ranked = sorted(values, key=_rank)
    for source in dict.fromkeys(v.source for v in ranked):
        people: dict[str, Person] = {}
        agency: str | None = None
        used: list[Declared] = []
        for value in ranked:
            if value.source != source or _NO_NAME.search(value.value) or _key(value.value) in sites:
                continue
            found = parse_byline(value.value, pack=pack, expected=True)
            if found is None:
                continue
            used.append(value)
            agency = agency or found.agency
            for person in found.authors:
                if _key(person.name) not in sites:
                    placed = evolve(moved(person, _into(value.span)), span=value.span)
                    people.setdefault(_key(person.name), placed)
        if people or agency:
            span = used[0].span
            return Byline(
                text="; ".join(dict.fromkeys(v.value for v in used)),
                span=span,
                pieces=tuple(dict.fromkeys(v.span for v in used)),
                authors=tuple(people.values()),
                agency=agency,
                source=Source.METADATA,
            )
    return None


def _into(span: Span) -> Mapper:
    return lambda _: (span,)


def _rank(value: Declared) -> int:
    return AUTHOR_ORDER.index(value.source) if value.source in AUTHOR_ORDER else len(AUTHOR_ORDER)


def _key(name: str) -> str:
    return "".join(re.findall(r"\w+", name.casefold()))


def settled_dates(printed: Dates, document: Document, url: str | None) -> Dates:
    """Return published and updated, each from its own evidence.

    Where print and metadata name the same day, the finer of the two is taken; where they differ,
    the declared publication is believed unless the print says "published"; the address comes last.
    """
    published = _declared_date(document, "published")
    updated = _declared_date(document, "updated")
    shown = printed.published
    # A bare printed date that is the day of the last change is that.
    if shown and updated and published and _day(shown) == _day(updated) != _day(published):
        shown = None
    first = _finer(shown, published)
    if first is None and url:
        first = date_in_url(url)
    last = _finer(printed.updated, updated)
    return Dates(published=first, updated=last)


def _declared_date(document: Document, name: str) -> NewsDate | None:
    for value in document.metadata.all(name):
        found = parse_declared_date(value.value)
        if found is not None:
            return evolve(
                found,
                text=value.value,
                span=value.span,
                pieces=(value.span,),
                source=Source.METADATA,
            )
    return None


def _finer(shown: NewsDate | None, declared: NewsDate | None) -> NewsDate | None:
    if shown is None or declared is None:
        return shown or declared
    if _day(shown) == _day(declared):
        return declared if declared.precision in _FINE and shown.precision not in _FINE else shown
    return declared


def _day(date: NewsDate) -> dt.date:
    value = date.value
    return value.date() if isinstance(value, dt.datetime) else value
