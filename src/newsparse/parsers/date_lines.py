"""Dates: ``Published March 3, 2024 | Updated: March 4, 2024 10:15 am EST``.

In: one line and the words of its language. Out: dates with the run they stand in and what
announces them; a date is as precise as printed, never more. A line without a number costs one
look. ``docs/roles/dates.md`` says which forms are read and which are not.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from itertools import zip_longest

from attrs import frozen

from newsparse.languages.load import load_pack
from newsparse.languages.schema import Pack
from newsparse.model.fields import NewsDate
from newsparse.model.label import Precision, Source
from newsparse.model.span import Span
from newsparse.parsers.date_context import Hit, Reading
from newsparse.parsers.date_rare import in_characters
from newsparse.parsers.date_shapes import next_hit
from newsparse.parsers.date_words import Cue, DateTables, date_tables
from newsparse.parsers.foreign_dates import foreign_date
from newsparse.parsers.relative_dates import find_relative
from newsparse.parsers.times import Clock, clock_after, clock_before, zone_after

__all__ = ["FoundDate", "find_dates", "parse_date"]

CUE_REACH = 64
"""Code points before a date in which its cue may stand ("Published by Ada Example, Staff Writer,
on "): the longest of the training part has 58."""
CUE_WORDS = 4
"""Words of the longest cue ("and last updated on" has four)."""

_WORD = re.compile(r"[^\W\d_]+")
_GLUED = re.compile(r"[a-zß-ÿα-ωа-я][A-ZÀ-ÞΑ-ΩА-Я]")
_INNER_CAPITAL = re.compile(r"[^\W\d_]([A-ZÀ-ÞΑ-ΩА-Я][^\W\d_]+)\Z")
_BEHIND = re.compile(r"[\s(（)）\]】,:：]{0,3}+([^\W\d_]{1,24})(?:\s([^\W\d_]{1,24}))?")
_LEADS_ON = re.compile(r"[\s:：.。]{0,3}+\d")
_LEADS_TO = re.compile(r"[\s:：.。\w]{0,24}+")
_ORDER_OF_CUES: dict[Cue | None, int] = {"published": 0, None: 1, "updated": 2, "other": 3}


@frozen(kw_only=True)
class FoundDate:
    """One of the dates of a line.

    Attributes:
        date: The date; its own span leaves the cue out.
        cue: What announces it: ``"published"``, ``"updated"``, ``"other"`` (an event, a copyright
            year, a comment), or None.
        span: The run of cue and date, whichever comes first.
    """

    date: NewsDate
    cue: Cue | None
    span: Span


def parse_date(
    text: str,
    *,
    pack: Pack,
    date_order: str | None = None,
    reference_date: dt.datetime | None = None,
    timezone: dt.tzinfo | None = None,
    language: str | None = None,
) -> NewsDate | None:
    """Return the one date that a string or line names.

    Of several the published one is taken, else the first without a cue, else an updated one.

    Args:
        text: A printed or ISO date, alone or in a line.
        pack: Words of the language.
        date_order: ``DMY``, ``MDY`` or ``YMD`` where only digits stand; None: the language's own.
        reference_date: What "3 hours ago" and "March 3" count from; None: they are not read.
        timezone: Zone of printed times that state none; None: they stay without.
        language: BCP 47 code of a page whose language has no pack.

    Returns:
        The date with spans into ``text``, or None; a day of the month that the calendar lacks,
        a year outside 1800 to 2100, versions, prices and telephone numbers are none.

    Linear in ``len(text)``.
    """
    reading = Reading(date_tables(pack), date_order, language, reference_date)
    dates = _dates(text, reading, timezone, pack)
    if len(dates) == 1:
        return dates[0]
    if dates:
        return min(_announced_all(text, dates, reading.tables), key=_rank).date
    # The packs' own tables are whole; only another language's month may be unknown to them.
    if language is None or load_pack(language) is not None:
        return None
    return foreign_date(text, language)


def find_dates(
    text: str,
    *,
    pack: Pack,
    date_order: str | None = None,
    reference_date: dt.datetime | None = None,
    timezone: dt.tzinfo | None = None,
    language: str | None = None,
) -> tuple[FoundDate, ...]:
    """Return every date of a line, from left to right, with what announces it.

    Takes what ``parse_date`` takes. Years alone are never dates here.
    """
    reading = Reading(date_tables(pack), date_order, language, reference_date)
    dates = _dates(text, reading, timezone, pack)
    return tuple(_announced_all(text, dates, reading.tables)) if dates else ()


def _rank(found: FoundDate) -> tuple[int, int, int]:
    """Order dates of one line: cue first, then day before month, then place in the line."""
    coarse = found.date.precision in (Precision.MONTH, Precision.YEAR)
    return _ORDER_OF_CUES[found.cue] + 2 * coarse, coarse, found.date.span.start


def _dates(text: str, reading: Reading, timezone: dt.tzinfo | None, pack: Pack) -> list[NewsDate]:
    """Return the dates of a line from left to right; they do not overlap.

    Where a reference is given, dates with a year come first, then relative ones, then those whose
    year is not printed: "ago" is August in Spanish, and "3 hours ago" no third of it.
    """
    dates = _scan(text, reading._replace(reference=None), timezone)
    if not dates and "年" in text:
        low = 0
        for hit in in_characters(text):
            dates.append(_with_time(text, low, hit, reading.tables, timezone))
            low = dates[-1].span.end
    if reading.reference is not None:
        relative = find_relative(text, pack=pack, reference_date=reading.reference)
        _add_beside(dates, sorted(relative, key=lambda date: date.span.start))
        _add_beside(dates, _scan(text, reading, timezone))
        dates.sort(key=lambda date: date.span.start)
    return dates


def _scan(text: str, reading: Reading, timezone: dt.tzinfo | None) -> list[NewsDate]:
    dates: list[NewsDate] = []
    low = 0
    while (hit := next_hit(text, low, reading)) is not None:
        dates.append(_with_time(text, low, hit, reading.tables, timezone))
        low = dates[-1].span.end
    return dates


def _add_beside(dates: list[NewsDate], more: Iterable[NewsDate]) -> None:
    """Add the dates that overlap none of those already there; both come from left to right."""
    taken = sorted(date.span for date in dates)
    at = 0
    for date in more:
        while at < len(taken) and taken[at].end <= date.span.start:
            at += 1
        if at == len(taken) or date.span.end <= taken[at].start:
            dates.append(date)


def _announced_all(text: str, dates: list[NewsDate], tables: DateTables) -> Iterator[FoundDate]:
    low = 0
    for date, following in zip_longest(dates, dates[1:]):
        high = len(text) if following is None else following.span.start
        yield _announced(text, low, high, date, tables)
        low = date.span.end


def _with_time(
    text: str, low: int, hit: Hit, tables: DateTables, timezone: dt.tzinfo | None
) -> NewsDate:
    """Return the value of a hit, its time read from behind it or before it."""
    start, end, day = hit.start, hit.end, hit.day
    clock: Clock | None = None
    if hit.precision is Precision.DAY:
        clock = clock_after(text, end if hit.time_at < 0 else hit.time_at, day, tables)
        if clock is not None:
            end = max(end, clock.end)
        elif start > low:
            clock = clock_before(text, low, start, day, tables)
            if clock is not None:
                start = clock.start
                zone = zone_after(text, end, day, tables) if clock.zone is None else None
                if zone is not None:
                    clock, end = clock._replace(zone=zone[0]), zone[1]
    span = Span(start, end)
    value, precision = _value(day, hit.precision, clock, timezone)
    return NewsDate(
        text=text[start:end],
        span=span,
        pieces=(span,),
        value=value,
        precision=precision,
        source=Source.TEXT,
        score=hit.score,
    )


def _value(
    day: dt.date, precision: Precision, clock: Clock | None, timezone: dt.tzinfo | None
) -> tuple[dt.date | dt.datetime, Precision]:
    if clock is None:
        return day, precision
    zone = timezone if clock.zone is None else dt.timezone(dt.timedelta(minutes=clock.zone))
    time = dt.time(clock.hour, clock.minute or 0, clock.second or 0, clock.microsecond, zone)
    if clock.second is not None:
        precision = Precision.SECOND
    else:
        precision = Precision.HOUR if clock.minute is None else Precision.MINUTE
    return dt.datetime.combine(day, time), precision


def _announced(text: str, low: int, high: int, date: NewsDate, tables: DateTables) -> FoundDate:
    """Return the date with the cue before it, else the one right behind it.

    ``low`` and ``high`` are where the date before ends and the next one begins.
    """
    start, end = date.span.start, date.span.end
    if start > low:
        before = _cue_before(text, max(low, start - CUE_REACH), start, tables)
        if before is not None:
            return FoundDate(date=date, cue=before[0], span=Span(before[1], end))
    behind = _BEHIND.match(text, end) if end < len(text) else None
    if behind is not None:
        for group in (2, 1):
            words = text[behind.start(1) : behind.end(group)]
            cue = tables.cues.get(words.casefold()) if behind[group] else None
            if cue is None:
                continue
            # "… 10:15 수정 2024.03.04", "… 2024 Updated on March 4": it belongs to the next date.
            onward = high < len(text) and _LEADS_TO.fullmatch(text, behind.end(group), high)
            if not onward and not _LEADS_ON.match(text, behind.end(group)):
                return FoundDate(date=date, cue=cue, span=Span(start, behind.end(group)))
    return FoundDate(date=date, cue=None, span=date.span)


def _cue_before(text: str, low: int, start: int, tables: DateTables) -> tuple[Cue, int] | None:
    """Return the cue nearest to a date and where it begins.

    Names and places may stand between ("Published by Ada Example on"), but not between a date and
    a cue of some other thing ("since", "copyright").
    """
    window = text[low:start]
    plain = tables.spaced and not _GLUED.search(window)
    # Most lines announce nothing: seen at the cost of one look at their words.
    if plain and tables.cue_ends.isdisjoint(_WORD.findall(window.casefold())):
        return None
    words = [(m[0], m.start()) for m in _WORD.finditer(text, low, start)]
    if words and low and text[low - 1].isalpha() and words[0][1] == low:
        del words[0]  # cut in the middle
    keys = [word.casefold() for word, _ in words]
    adjacent = True
    for last in range(len(words) - 1, -1, -1):
        if keys[last] in tables.cue_ends:
            for size in range(min(CUE_WORDS, last + 1), 0, -1):
                cue = tables.cues.get(" ".join(keys[last - size + 1 : last + 1]))
                if cue is not None and (adjacent or cue != "other"):
                    return cue, words[last - size + 1][1]
        glued = _glued_cue(words[last], tables)
        if glued is not None and (adjacent or glued[0] != "other"):
            return glued
        adjacent = adjacent and (keys[last] in tables.fillers or keys[last] in tables.weekdays)
    return None


def _glued_cue(word: tuple[str, int], tables: DateTables) -> tuple[Cue, int] | None:
    """Return a cue at the end of a word: "FurrerUpdated", 記事公開日."""
    if tables.spaced or word[0].isascii():
        inner = None if word[0].istitle() else _INNER_CAPITAL.search(word[0])
        if inner is None:
            return None
        cue = tables.cues.get(inner[1].casefold())
        return None if cue is None else (cue, word[1] + inner.start(1))
    for size in range(min(6, len(word[0]) - 1), 1, -1):
        cue = tables.cues.get(word[0][-size:])
        if cue is not None:
            return cue, word[1] + len(word[0]) - size
    return None
