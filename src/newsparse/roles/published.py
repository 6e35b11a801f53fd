"""Settles when a story was published: what is printed, what is declared, what the address says.

What the reader sees at the headline comes first (a page declares its time in UTC, the reader's day
is the printed one). What is declared fills in, adds the time of day, and is believed where the
printed date stands far from the headline or is the day of the last change.
"""

from __future__ import annotations

import datetime as dt
import re

from attrs import evolve

from newsparse.model.block import Document
from newsparse.model.fields import NewsDate
from newsparse.model.label import Precision, Source
from newsparse.model.metadata import Declared
from newsparse.parsers.dates import date_in_url, parse_declared_date
from newsparse.roles.dates import Dates, PrintedDate, first_with, is_coarse

__all__ = ["settled_dates"]

_FINE = (Precision.HOUR, Precision.MINUTE, Precision.SECOND)
ONE_DAY = 1
"""Days by which the same moment differs between two time zones: the day of a last change that lies
so near to the publication says nothing about a printed date."""
LONG_AFTER, SHORTLY = 30, 7
"""Days after the declared publication, and from the last change, at which a bare printed date is
that of an earlier change; set by hand."""
QUARTER, WIDEST = dt.timedelta(minutes=15), dt.timedelta(hours=14)
"""Time zones lie whole quarters of an hour from UTC, none farther than 14 hours."""
MINUTE = dt.timedelta(minutes=1)
_WORD = re.compile(r"[^\W\d_]{3}")
_OF_ITEMS = ("microdata", "h-entry", "rdfa", "time")
"""Vocabularies that mark parts of the page: what they declare may be a teaser's."""


def settled_dates(
    printed: list[PrintedDate], opening: NewsDate | None, document: Document, url: str | None
) -> Dates:
    """Return published and updated, each from its own evidence.

    Args:
        printed: The dates printed at the story.
        opening: The date of the dateline, or that the story opens with; it counts where no other
            date is printed or declared.
        document: The page, for its metadata.
        url: Its address, or None; its date comes last.
    """
    changed = declared_dates(document, "updated")
    declared = _publication(document, changed)
    updated = first_with("updated", printed)
    last = _finer(updated.date if updated else None, changed[0] if changed else None)
    address = date_in_url(url) if url else None
    if address is not None and is_coarse(address):
        address = None
    shown = _shown(printed, declared, changed)
    if shown is None:
        first = declared
    elif declared is None:
        first = _as_addressed(shown.date, address)
    else:
        first = _settled(shown, declared, address)
        if first is shown.date and _apart(first, declared) == ONE_DAY:
            first = _there(first, declared_dates(document, "published")) or first
    return Dates(published=first or opening or address, updated=last)


def _shown(
    printed: list[PrintedDate], declared: NewsDate | None, changed: list[NewsDate]
) -> PrintedDate | None:
    """Return the printed publication; a bare date that is the day of the last change is none.

    Of several bare dates ("May 21, 2025 April 24, 2025") the first other one counts.
    """
    told = first_with("published", printed)
    if told is not None:
        return told
    if declared is not None and not is_coarse(declared):
        bare = [p for p in printed if p.cue is None and p.near and _day(p.date) == _day(declared)]
        if bare:  # of several, the one that the page declares
            return bare[0]
    if declared is not None and changed and _apart(declared, changed[0]) > ONE_DAY:
        others = [
            p
            for p in printed
            if p.cue is None and not any(_tells_change(p.date, declared, last) for last in changed)
        ]
        return first_with(None, others)
    return first_with(None, printed)


def _tells_change(date: NewsDate, declared: NewsDate, changed: NewsDate) -> bool:
    """Whether a bare printed date is that of the last change, or of one shortly before it."""
    if _day(date) == _day(changed):
        return True
    late = (_day(date) - _day(declared)).days > LONG_AFTER
    return late and _apart(date, changed) <= SHORTLY


def _settled(shown: PrintedDate, declared: NewsDate, address: NewsDate | None) -> NewsDate:
    """Return the publication where both are given."""
    date = shown.date
    if _is_moment(date.value, declared.value):
        return date
    if is_coarse(date) or _apart(date, declared) == 0:
        return _finer(date, declared) or date
    if is_coarse(declared):
        return date
    if _swapped(date) == _day(declared):
        return declared if date.text.isascii() and not _WORD.search(date.text) else date
    if address is not None:
        for either in (date, declared):
            if _day(either) == _day(address):
                return either
    return date if shown.near or shown.cue is not None else declared


def _is_moment(one: dt.date, other: dt.date) -> bool:
    """Whether two dates name one moment in two time zones, to the minute."""
    if not isinstance(one, dt.datetime) or not isinstance(other, dt.datetime):
        return False
    zoned = one.tzinfo is not None and other.tzinfo is not None
    return zoned and abs(one - other) < MINUTE


def _as_addressed(shown: NewsDate, address: NewsDate | None) -> NewsDate:
    """Return a printed date with day and month as the address has them ("03/10", ``/10/03/``)."""
    value = shown.value
    if address is None or _swapped(shown) != _day(address) or _WORD.search(shown.text):
        return shown
    return evolve(shown, value=value.replace(month=value.day, day=value.month))


def _there(shown: NewsDate, declared: list[NewsDate]) -> NewsDate | None:
    """Return the declared moment on the clock of the place that printed the other day, or None.

    Either the page declares it so ("2026-02-22T19:57:30-05:00"), or the printed time tells the
    zone: ``18:30Z`` and "December 23, 5.30 am" are the same moment at +11:00.
    """
    for date in declared:
        moment, local = date.value, shown.value
        if not isinstance(moment, dt.datetime) or moment.tzinfo is None:
            continue
        if moment.date() == _day(shown) and date.precision in _FINE:
            return date
        if not isinstance(local, dt.datetime) or local.tzinfo is not None:
            continue
        ahead = local - moment.astimezone(dt.UTC).replace(tzinfo=None)
        quarters = round(ahead / QUARTER)
        if abs(quarters) * QUARTER <= WIDEST and abs(ahead - quarters * QUARTER) < MINUTE:
            return evolve(date, value=moment.astimezone(dt.timezone(quarters * QUARTER)))
    return None


def declared_dates(document: Document, name: str) -> list[NewsDate]:
    """Return every declared value of a name that is a date, in page order."""
    return [date for date, _ in _declared(document, name)]


def _declared(document: Document, name: str) -> list[tuple[NewsDate, Declared]]:
    found = ((parse_declared_date(v.value), v) for v in document.metadata.all(name))
    return [(_of(date, value), value) for date, value in found if date is not None]


def _of(date: NewsDate, value: Declared) -> NewsDate:
    return evolve(
        date,
        text=value.value,
        span=value.span,
        pieces=(value.span,),
        source=Source.METADATA,
    )


def _publication(document: Document, changed: list[NewsDate]) -> NewsDate | None:
    """Return the declared publication: the first that is not merely the last change.

    Systems that write the change into one vocabulary's publication leave the earlier day in
    another's.
    """
    declared = _declared(document, "published")
    if not declared:
        return None
    first = declared[0][0]
    if any(_day(first) == _day(date) for date in changed):
        for date, value in declared:
            own = value.source not in _OF_ITEMS and "created" not in value.key.casefold()
            if own and _day(date) < _day(first):
                return date
    return first


def _finer(shown: NewsDate | None, declared: NewsDate | None) -> NewsDate | None:
    """Return the print; the declared value where it alone has a time, or the only day."""
    if shown is None or declared is None:
        return shown or declared
    if is_coarse(shown) and not is_coarse(declared):
        return declared
    if _apart(shown, declared) == 0:
        return declared if declared.precision in _FINE and shown.precision not in _FINE else shown
    return declared


def _apart(one: NewsDate, other: NewsDate) -> int:
    return abs((_day(one) - _day(other)).days)


def _swapped(date: NewsDate) -> dt.date | None:
    """Return the date with day and month exchanged, or None if the calendar has no such day."""
    day = _day(date)
    return day.replace(month=day.day, day=day.month) if day.day <= 12 else None


def _day(date: NewsDate) -> dt.date:
    value = date.value
    return value.date() if isinstance(value, dt.datetime) else value
