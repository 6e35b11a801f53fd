"""Times of day beside a printed date: ``, 17:47 Uhr``, `` at 4.56 p.m. ET``, ``午前9時30分``.

In: a line and where its date begins or ends. Out: a ``Clock`` with its span, or None. The words
between date and time must be known fillers; a zone is read only where one is printed.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from typing import NamedTuple

from newsparse.parsers.date_words import SEPARATORS, DateTables, folded_word
from newsparse.parsers.zones import offset_minutes, zone_minutes

__all__ = ["Clock", "clock_after", "clock_before", "only_fillers", "zone_after"]

BEFORE = 34
"""Code points before a date in which its time may stand ("10:15:30 a.m. (GMT+2), Friday, ")."""

_GAP = r"[\s,;:|·•∙/@()\[\]（）【】\-–—.，、،»>]{0,5}+"
_WORD = rf"[^{SEPARATORS}]{{1,15}}+"
_DIGITS = (
    r"(?P<hour>\d{1,2})(?!\d)(?:\s?(?P<mark>[:.：٫hHuU時时點点시])\s?(?P<minute>[0-5]\d)(?!\d)"
    r"(?:\s?[:.：分분′]\s?(?P<second>[0-5]\d)(?!\d)(?:[.,](?P<part>\d{1,9}))?)?)?"
)
_AFTER = re.compile(rf"(?P<gap>{_GAP}(?:{_WORD}{_GAP}){{0,3}}+){_DIGITS}")
_CLOCK = re.compile(rf"(?<![\d.,/]){_DIGITS}")
_WORDS = re.compile(_WORD)
_HALF = re.compile(r"\s?([AaPp])\s?\.?\s?[Mm](?![a-z])\.?")
_HOUR_MARK = re.compile(
    r"\s?(?:[AaPp]\s?\.?\s?[Mm](?![a-z])|[Uu]hr|[hH](?![^\W\d_])|[時时點点시]|uur|часов)"
)
_DOTTED = re.compile(r"([^\W\d_])\.\s?([^\W\d_])\.?(?![^\W\d_])")
_BLANK = re.compile(r"[\s(（\[]{0,2}+")
_TO_DATE = re.compile(rf"[\s,|·•/\-–—)\]]{{0,4}}+((?:{_WORD}[\s,.]{{0,2}}+){{0,2}}+)\Z")
_QUANTITY = re.compile(r"\s?(?:[%€$£°]|km|kg|mil|mrd|mio|bn|m(?![^\W\d_]))", re.IGNORECASE)
_SIGNS = "+-−–"


class Clock(NamedTuple):
    """A time of day; ``minute`` and ``second`` are None where they are not printed.

    ``zone`` is in minutes east of UTC, None where no zone is printed; ``start`` and ``end`` count
    in the line.
    """

    hour: int
    minute: int | None
    second: int | None
    microsecond: int
    zone: int | None
    start: int
    end: int


def clock_after(text: str, start: int, day: dt.date, tables: DateTables) -> Clock | None:
    """Return the time that follows a date ending at ``start``."""
    match = _AFTER.match(text, start)
    if match is None or (match.end("gap") == start and not text[start - 1 : start].isalpha()):
        return None  # right behind a digit stands more of the number; behind 日 or r. a time may
    half, words = None, _WORDS.findall(match["gap"])
    if words:
        read = _read_fillers(words, tables)
        if read is None:
            return None
        half = read[0]
    # "3 March 2024. 5.10 million": a full stop on both sides needs more than digits.
    sure = bool(words) or "." not in match["gap"]
    return _clock(match, text, day, tables, half=half, sure=sure)


def clock_before(text: str, low: int, start: int, day: dt.date, tables: DateTables) -> Clock | None:
    """Return the time that stands before a date beginning at ``start``, not before ``low``."""
    found = None
    for match in _CLOCK.finditer(text, max(low, start - BEFORE), start):
        clock = _clock(match, text, day, tables, half=None, sure=False)
        if clock is None or clock.end > start:
            continue
        rest = _TO_DATE.match(text[clock.end : start])
        if rest is not None and only_fillers(_WORDS.findall(rest[1]), tables):
            found = clock
    return found


def zone_after(text: str, start: int, day: dt.date, tables: DateTables) -> tuple[int, int] | None:
    """Return minutes and end of a zone that stands behind a date, its time before it."""
    blank = _BLANK.match(text, start)
    return _zone(text, blank.end() if blank else start, day, tables, bare=False)


def only_fillers(words: Iterable[str], tables: DateTables) -> bool:
    """Return whether words between date and time carry nothing: "at", "um", a weekday."""
    return _read_fillers(words, tables) is not None


def _clock(
    match: re.Match[str],
    text: str,
    day: dt.date,
    tables: DateTables,
    *,
    half: int | None,
    sure: bool,
) -> Clock | None:
    """Understand the digits of a time and what follows them.

    Args:
        match: With the groups of ``_DIGITS``.
        text: The line.
        day: Its date, for zones that follow it.
        tables: Of the pack.
        half: 0 or 12 where a word before the digits said so.
        sure: Whether digits with a full stop ("19.18") are a time without further sign.
    """
    hour, mark, end = int(match["hour"]), match["mark"], match.end()
    signed = _HOUR_MARK.match(text, end) is not None
    if (mark is None and half is None and not signed) or _QUANTITY.match(text, end):
        return None
    if mark == "." and not (sure or signed):
        return None
    end, half, zone = _tail(text, end, day, tables, half, exact=match["second"] is not None)
    if half is not None and hour <= 12:
        hour = hour % 12 + half
    if hour > 23:
        return None
    minute = None if match["minute"] is None else int(match["minute"])
    second = None if match["second"] is None else int(match["second"])
    microsecond = int((match["part"] or "0")[:6].ljust(6, "0"))
    return Clock(hour, minute, second, microsecond, zone, match.start("hour"), end)


def _tail(
    text: str, end: int, day: dt.date, tables: DateTables, half: int | None, *, exact: bool
) -> tuple[int, int | None, int | None]:
    """Read "Uhr", "p.m." and a zone behind the digits; at most four such words."""
    if text[end : end + 1] in ("分", "분", "秒", "초"):
        end += 1
    for _ in range(4):
        match = _HALF.match(text, end)
        if match is not None:
            half = 12 if match[1] in "Pp" else 0
            end = match.end()
            continue
        blank = _BLANK.match(text, end)
        at = blank.end() if blank else end
        zone = _zone(text, at, day, tables, bare=exact or text[at : at + 1] == "+")
        if zone is not None:
            return _closed(text, zone[1]), half, zone[0]
        dotted = _DOTTED.match(text, at)
        word = _WORDS.match(text, at)
        key = folded_word("".join(dotted.groups()) if dotted else word[0] if word else "")
        if key in tables.halves:
            half = tables.halves[key]
        elif key not in tables.fillers or dotted:
            break
        last = dotted or word
        assert last is not None  # noqa: S101  # the key came from one of them
        following = text[last.end() : last.end() + 2].lstrip()
        if key not in tables.halves and following[:1].isdigit():
            break  # "10:15 am 4. März": the filler belongs to the next date
        end = _closed(text, last.end())
    return end, half, None


def _zone(
    text: str, at: int, day: dt.date, tables: DateTables, *, bare: bool
) -> tuple[int, int] | None:
    """Return minutes and end of a zone at a position; ``bare``: a sign and digits are enough."""
    first = text[at : at + 1]
    if first in ("G", "U") or (first and first in _SIGNS):
        offset = offset_minutes(text, at)
        if offset is not None and (bare or first in "GU" or offset[1] - at == 5):
            return offset
    word = _WORDS.match(text, at)
    if word is None:
        return None
    minutes = zone_minutes(word[0], day, tables.zones)
    return None if minutes is None else (minutes, word.end())


def _closed(text: str, end: int) -> int:
    return end + 1 if text[end : end + 1] in (")", "）", "]") else end


def _read_fillers(words: Iterable[str], tables: DateTables) -> tuple[int | None] | None:
    """Return the half of the day that filler words name (or None in a tuple), None if unknown."""
    half: int | None = None
    for word in words:
        key = folded_word(word)
        if key in tables.halves:
            half = tables.halves[key]
        elif key in tables.fillers or key in tables.weekdays or key == "t":
            continue
        elif not word.isascii() and (read := _run_of_fillers(key, tables)) is not None:
            half = read[0] if read[0] is not None else half
        else:
            return None
    return (half,)


def _run_of_fillers(key: str, tables: DateTables) -> tuple[int | None] | None:
    """Read fillers that stand without spaces (星期日下午); at most fifteen characters."""
    half: int | None = None
    at = 0
    while at < len(key):
        for size in (4, 3, 2, 1):
            part = key[at : at + size]
            if part in tables.halves:
                half = tables.halves[part]
            elif part not in tables.fillers and part not in tables.weekdays:
                continue
            at += len(part)
            break
        else:
            return None
    return (half,)
