"""Rarer shapes: era years, Chinese numerals, Hijri months, and days whose year is not printed."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from newsparse.model.label import Precision
from newsparse.parsers.calendars import cjk_number, era_year, hijri_date, hijri_month
from newsparse.parsers.date_context import (
    GAP,
    WORD,
    YEARS,
    Hit,
    Reading,
    calendar_day,
    dated,
    month_before,
)
from newsparse.parsers.date_order import full_year
from newsparse.parsers.date_words import folded_word, month_number

__all__ = ["era_day", "hijri_day", "in_characters", "month_among", "without_year"]

TWO_DIGIT_ERA, TABULAR, NO_YEAR = 0.95, 0.85, 0.6
"""Scores of a Japanese year of two digits, a Hijri day (the tabular calendar may be a day off) and
a year taken from the reference date; set by hand, in this order of trust."""

_RUN = re.compile(r"\d{1,2}(?!\d)")
_GOES_ON = re.compile(r"[\s,.]{0,3}\d{4}(?!\d)|\s?[-–—]\s?\d")
_ERA_DATE = re.compile(r"(\d{1,3})\s?年\s?(\d{1,2})\s?月(?:\s?(\d{1,2})\s?日)?")
_CJK_DATE = re.compile(
    r"(明治|大正|昭和|平成|令和|民國|民国)?(元|[〇零○一二三四五六七八九十]{1,4})年"
    r"([一二三四五六七八九十]{1,3}|\d{1,2})月(?:([一二三四五六七八九十]{1,3}|\d{1,2})[日号號])?"
)
_MONTH_DAY_CJK = re.compile(r"(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日号號일]")
_DAY_WORDS = re.compile(rf"(\d{{1,2}})((?:{GAP}{{0,3}}+{WORD}){{1,3}}+)")
_WORDS = re.compile(WORD)


def month_among(words: list[str], reading: Reading) -> int | None:
    """Return the one month that words between day and year name, if the others are fillers."""
    tables, month, position = reading.tables, 0, 0
    while position < len(words):
        number, taken = 0, 1
        if position + 1 < len(words):
            number = month_number(f"{words[position]} {words[position + 1]}", tables)
            taken = 2 if number else 1
        number = number or month_number(words[position], tables, reading.language)
        if number:
            if month and month != number:
                return None
            month = number
        else:
            key = folded_word(words[position])
            if key not in tables.fillers and key not in tables.weekdays:
                return None
        position += taken
    return month or None


def hijri_day(text: str, match: re.Match[str], words: list[str]) -> Hit | None:
    """Read ``23 شعبان 1445`` from a match whose first group is the day and fourth the year."""
    month = hijri_month(" ".join(words))
    if not month or len(match[4]) != 4:
        return None
    day = hijri_date(int(match[4]), month, int(match[1]))
    if day is None:
        return None
    end = match.end() + (2 if text[match.end() : match.end() + 2] == " ه" else 0)
    return Hit(match.start(), end, day, Precision.DAY, TABULAR)


def era_day(text: str, start: int, reading: Reading) -> Hit | None:
    """Read 令和6年3月3日 and 24年3月3日 at the number of the year."""
    match = _ERA_DATE.match(text, start)
    if match is None:
        return None
    number = int(match[1])
    era = era_year(number, text[max(0, start - 6) : start])
    if era is None and (len(match[1]) != 2 or "ja" not in reading.tables.codes):
        return None
    year, size = era if era is not None else (full_year(match[1]), 0)
    day = int(match[3]) if match[3] else None
    score = 1.0 if era else TWO_DIGIT_ERA
    return dated(text, start - size, match.end(), year, int(match[2]), day, reading, score)


def in_characters(text: str) -> Iterator[Hit]:
    """Yield dates in Chinese numerals: 二〇二四年三月三日, 令和元年五月一日."""
    for match in _CJK_DATE.finditer(text):
        era, year_text, month_text, day_text = match.groups()
        year = 1 if year_text == "元" else cjk_number(year_text)
        if year is None or (era is None and year not in YEARS):
            continue
        dated = era_year(year, era) if era else (year, 0)
        month = int(month_text) if month_text.isdigit() else cjk_number(month_text)
        day = 1 if not day_text else int(day_text) if day_text.isdigit() else cjk_number(day_text)
        if dated is None or month is None or day is None:
            continue
        value = calendar_day(dated[0], month, day)
        if value is not None:
            precision = Precision.DAY if day_text else Precision.MONTH
            yield Hit(match.start(), match.end(), value, precision, 1.0)


def without_year(text: str, start: int, reading: Reading) -> Hit | None:
    """Read a day and month; the year is that of the last such day before the reference date."""
    match = _MONTH_DAY_CJK.match(text, start)
    if match is not None:
        return _last_before(text, match.start(), match.end(), int(match[1]), int(match[2]), reading)
    match = _DAY_WORDS.match(text, start)
    if match is not None:
        words = list(_WORDS.finditer(match[2]))
        for size in (1, 2, 3):
            month = month_among([w[0] for w in words[:size]], reading)
            if month is not None:
                end = match.start(2) + words[size - 1].end()
                return _last_before(text, start, end, month, int(match[1]), reading)
    word = month_before(text, start, reading)
    run = _RUN.match(text, start)
    if word is None or run is None or text[run.end() : run.end() + 1] in (":", "%"):
        return None
    return _last_before(text, word[1], run.end(), word[0], int(run[0]), reading)


def _last_before(
    text: str, start: int, end: int, month: int, day: int, reading: Reading
) -> Hit | None:
    assert reading.reference is not None  # noqa: S101  # the caller has looked
    if _GOES_ON.match(text, end):
        return None  # a year that was refused, or a range of days
    limit = reading.reference.date() + dt.timedelta(days=2)
    for year in range(limit.year, limit.year - 5, -1):
        value = calendar_day(year, month, day)
        if value is not None and value <= limit:
            return Hit(start, end, value, Precision.DAY, NO_YEAR)
    return None
