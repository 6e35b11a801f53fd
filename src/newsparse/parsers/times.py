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
    r"(\d{1,2})(?!\d)(?:\s?([:.：٫hHuU時时點点시])\s?([0-5]\d)(?!\d)"
    r"(?:\s?[:.：分분′]\s?([0-5]\d)(?!\d)(?:[.,](\d{1,9}))?)?)?"
)
_AFTER = re.compile(rf"({_GAP}(?:{_WORD}{_GAP}){{0,3}}+){_DIGITS}")
_CLOCK = re.compile(rf"(?<![\d.,/])(){_DIGITS}")
_WORDS = re.compile(_WORD)
_HALF = re.compile(r"\s?([AaPp])\s?\.?\s?[Mm](?![a-z])\.?")
_HOUR_MARK = re.compile(
    r"\s?(?:[AaPp]\s?\.?\s?[Mm](?![a-z])|[Uu]hr|[hH](?![^\W\d_])|[時时點点시]|uur|часов)"
)
_DOTTED = re.compile(r"([^\W\d_])\.\s?([^\W\d_])\.?(?![^\W\d_])")
_TO_DATE = re.compile(rf"[\s,|·•/\-–—)\]]{{0,4}}+((?:{_WORD}[\s,.]{{0,2}}+){{0,2}}+)\Z")
_QUANTITY = re.compile(r"\s?(?:[%€$£°]|km|kg|mil|mrd|mio|bn|m(?![^\W\d_]))", re.IGNORECASE)
_SIGNS_OR_NAMES = "+-−–GU"
_ENDINGS = ("分", "분", "秒", "초")
_BLANKS = (" ", "\xa0", "\u202f", "\u2009", "(", "（", "[")


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
    match = _AFTER.match(text, start) if start < len(text) else None
    if match is None or (match.end(1) == start and not text[start - 1 : start].isalpha()):
        return None  # right behind a digit stands more of the number; behind 日 or r. a time may
    half, words = None, _WORDS.findall(match[1])
    if words:
        read = _read_fillers(words, tables)
        if read is None:
            return None
        half = read[0]
    # "3 March 2024. 5.10 million": a full stop on both sides needs more than digits.
    sure = bool(words) or "." not in match[1]
    return _clock(match, text, day, tables, half=half, sure=sure)


def clock_before(text: str, low: int, start: int, day: dt.date, tables: DateTables) -> Clock | None:
    """Return the time that stands before a date beginning at ``start``, not before ``low``."""
    found = None
    for match in _CLOCK.finditer(text, max(low, start - BEFORE), start):
        if match[4] is None and text[match.start() - 1 : match.start()].isalpha():
            continue  # "von Ada1 am 20.9.2020": an account's number
        clock = _clock(match, text, day, tables, half=None, sure=False)
        if clock is None or clock.end > start:
            continue
        rest = _TO_DATE.match(text[clock.end : start])
        if rest is not None and only_fillers(_WORDS.findall(rest[1]), tables):
            found = clock
    return found


def zone_after(text: str, start: int, day: dt.date, tables: DateTables) -> tuple[int, int] | None:
    """Return minutes and end of a zone that stands behind a date, its time before it."""
    return _zone(text, _past_blanks(text, start), day, tables, bare=False)


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
        match: Groups 2 to 6 are hour, mark, minute, second and its decimals.
        text: The line.
        day: Its date, for zones that follow it.
        tables: Of the pack.
        half: 0 or 12 where a word before the digits said so.
        sure: Whether digits with a full stop ("19.18") are a time without further sign.
    """
    hour_text, mark, minute, second, part = match.group(2, 3, 4, 5, 6)
    hour, end = int(hour_text), match.end()
    if mark is None or mark == ".":
        signed = _HOUR_MARK.match(text, end) is not None
        known = signed or (half is not None if mark is None else sure)
        if not known or _QUANTITY.match(text, end):
            return None
    end, half, zone = _tail(text, end, day, tables, half, exact=second is not None)
    if half is not None and hour <= 12:
        hour = hour % 12 + half
    if hour > 23:
        return None
    return Clock(
        hour,
        None if minute is None else int(minute),
        None if second is None else int(second),
        0 if part is None else int(part[:6].ljust(6, "0")),
        zone,
        match.start(2),
        end,
    )


def _tail(
    text: str, end: int, day: dt.date, tables: DateTables, half: int | None, *, exact: bool
) -> tuple[int, int | None, int | None]:
    """Read "Uhr", "p.m." and a zone behind the digits; at most four such words."""
    if text[end : end + 1] in _ENDINGS:
        end += 1
    for _ in range(4):
        at = _past_blanks(text, end)
        first = text[at : at + 1]
        match = _HALF.match(text, at) if first and first in "AaPp" else None
        if match is not None:
            half, end = (12 if match[1] in "Pp" else 0), match.end()
            continue
        zone = _zone(text, at, day, tables, bare=exact or first == "+") if first else None
        if zone is not None:
            return _closed(text, zone[1]), half, zone[0]
        word = _DOTTED.match(text, at) or _WORDS.match(text, at)
        key = "" if word is None else folded_word("".join(word.groups()) or word[0])
        if word is None or not (key in tables.halves or key in tables.fillers):
            break
        half = tables.halves.get(key, half)
        if (
            key not in tables.halves
            and text[word.end() : word.end() + 2].lstrip(" .")[:1].isdigit()
        ):
            break  # "10:15 am 4. März": the filler belongs to the next date
        end = _closed(text, word.end())
    return end, half, None


def _past_blanks(text: str, at: int) -> int:
    """Return the position behind at most two blanks and opening brackets."""
    for _ in range(2):
        if text[at : at + 1] in _BLANKS:
            at += 1
    return at


def _zone(
    text: str, at: int, day: dt.date, tables: DateTables, *, bare: bool
) -> tuple[int, int] | None:
    """Return minutes and end of a zone; ``bare``: a sign and two digits are enough."""
    first = text[at : at + 1]
    if first and first in _SIGNS_OR_NAMES:
        offset = offset_minutes(text, at)
        if offset is not None and (bare or first in "GU" or offset[1] - at == 5):
            return offset
    word = _WORDS.match(text, at)
    minutes = None if word is None else zone_minutes(word[0], day, tables.zones)
    return None if word is None or minutes is None else (minutes, word.end())


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
