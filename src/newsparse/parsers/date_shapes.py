"""Shapes of printed dates: where day, month and year stand, in every order and script.

In: a line and the tables of its language. Out: ``Hit`` values in the order of the line. Each
search starts at a number and looks at a bounded stretch around it, so a line costs what its
numbers cost. Which number of ``03/04/2024`` is the day is decided in ``date_order``.
"""

from __future__ import annotations

import re

from newsparse.parsers.calendars import buddhist_year
from newsparse.parsers.date_context import (
    GAP,
    WORD,
    YEARS,
    Hit,
    Reading,
    calendar_day,
    dated,
    month_before,
    weekday_near,
)
from newsparse.parsers.date_order import day_and_month, full_year, puts_day_first
from newsparse.parsers.date_rare import (
    era_day,
    hijri_day,
    month_among,
    without_year,
)
from newsparse.parsers.date_words import month_number

__all__ = ["next_hit"]

TWO_DIGITS = 0.9
"""Factor of the score of a two-digit year; set by hand."""

_RUN = re.compile(r"(?<!\d)\d{1,4}(?!\d)")
_YMD = re.compile(
    r"\d{4}(?:\s?([-/.／．])\s?(\d{1,2})\s?\1\s?(\d{1,2})(?!\d)"
    r"|\s?[年년]\s?(\d{1,2})\s?[月월](?:\s?(\d{1,2})\s?[日号號일])?"
    r"|\s(\d{1,2})/\s?(\d{1,2})(?!\d))"
)
_YEAR_WORD_DAY = re.compile(rf"(\d{{4}}){GAP}{{1,3}}({WORD}){GAP}{{1,3}}(\d{{1,2}})(?!\d|[:.h]\d)")
_DMY = re.compile(
    r"(\d{1,2})\s?([-/.／．])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?!\d)(?![./／．]\d)(?!-\d\d\b)"
)
_DAY_WORDS_YEAR = re.compile(
    rf"(\d{{1,2}})((?:{GAP}{{0,3}}+{WORD}){{1,4}}+{GAP}{{0,3}}+)(['’]?)"
    r"(\d{4}|\d{2}(?!,?\s\d{4}\b))(?!\d|[:h]\d)"
)
_DAY_YEAR = re.compile(
    rf"(\d{{1,2}})(?:\s?(?:st|nd|rd|th|er|[ºª°]))?{GAP}{{1,3}}+(?:(?:del?|of)\s)?+(['’]?)"
    r"(\d{4}|(?<=['’])\d{2})(?!\d|[:h]\d)"
)
_DAY_TIME_YEAR = re.compile(
    r"(\d{1,2})\s\d{1,2}:\d{2}(?::\d{2})?\s(?:[A-Z]{2,5}\s|[+-]\d{4}\s)?(\d{4})(?!\d)"
)
_WORDS = re.compile(WORD)
_RANGE = re.compile(r"(?<![\d:.h])\d{1,2}\.?\s?[-–—]\s?\Z")
_DAY_BEFORE = re.compile(r"(?<![\d.,:/\-–—])(\d{1,2})(?:\.|st|nd|rd|th|er|º)?(?:\sde)?\s{0,2}\Z")
_VERBS = re.compile(r"(?:may|march)\b")
"""English months that printed small are verbs, unless a day stands by them."""
_JOINED, _PRICED, _MARKS = ".,/:-－／．", "$€£#№vV", "-/.／．"


def next_hit(text: str, position: int, reading: Reading) -> Hit | None:
    """Return the first date that begins at or after ``position``, or None."""
    at = position
    while (run := _RUN.search(text, at)) is not None:
        at = run.end()
        size = at - run.start()
        hit = _year_first(text, run, reading) if size == 4 else None
        if size == 3 and text[at : at + 2].lstrip()[:1] == "年":
            hit = era_day(text, run.start(), reading)  # 民國113年3月3日
        if hit is None and size < 3:
            hit = _day_or_month_first(text, run, reading)
        if hit is not None and hit.start >= position:
            return hit
    return None


def _year_first(text: str, run: re.Match[str], reading: Reading) -> Hit | None:
    start = run.start()
    match = _YMD.match(text, start)
    if match is not None:
        month, day = match[2] or match[4] or match[6], match[3] or match[5] or match[7]
        return _numbers(text, start, match.end(), int(run[0]), int(month), day, reading)
    if int(run[0]) not in YEARS:
        return None
    match = _YEAR_WORD_DAY.match(text, start)
    if match is not None:
        month = month_number(match[2], reading.tables, reading.language)
        if month:
            return dated(text, start, match.end(), int(run[0]), month, int(match[3]), reading, 1.0)
    word = month_before(text, start, reading)
    if word is None or _VERBS.match(text, word[1]):
        return None
    if _lacking_day(text, word[1], word[0], int(run[0])):
        return None
    return dated(text, word[1], run.end(), int(run[0]), word[0], None, reading, 1.0)


def _lacking_day(text: str, at: int, month: int, year: int) -> bool:
    """Return whether before a month stands a day that it has not: "30 February 2024" is no date."""
    match = _DAY_BEFORE.search(text, max(0, at - 8), at)
    if match is None or not 1 <= int(match[1]) <= 31:
        return False
    return calendar_day(year, month, int(match[1])) is None


def _numbers(  # the parts of a date
    text: str, start: int, end: int, year: int, month: int, day: str | None, reading: Reading
) -> Hit | None:
    around = text[max(0, start - 8) : end + 8]
    if year not in YEARS:
        thai = buddhist_year(year, around)
        if thai is None:
            return None
        year = thai
    return dated(text, start, end, year, month, int(day) if day else None, reading, 1.0)


def _day_or_month_first(text: str, run: re.Match[str], reading: Reading) -> Hit | None:
    start, end = run.span()
    if start and _inside_a_number(text, start):
        return None
    nearby = text[end : end + 2]
    if nearby[:1] in _MARKS or nearby[1:] in _MARKS:
        match = _DMY.match(text, start)
        if match is not None:
            return _digits_only(text, match, reading)
    match = _DAY_WORDS_YEAR.match(text, start)
    if match is not None:
        hit = _day_words_year(text, match, reading)
        if hit is not None:
            return hit
    match = _DAY_YEAR.match(text, start) or _DAY_TIME_YEAR.match(text, start)
    if match is not None:
        year, word = match[match.lastindex or 0], month_before(text, start, reading)
        if word is not None:
            inside = match.end(1) if match.re is _DAY_TIME_YEAR else -1
            return dated(
                text, word[1], match.end(), full_year(year), word[0], int(match[1]), reading, 1.0,
                time_at=inside,
            )  # fmt: skip
    if "年" in nearby:
        return era_day(text, start, reading)
    return without_year(text, start, reading) if reading.reference is not None else None


def _inside_a_number(text: str, start: int) -> bool:
    """Return whether what stands before a number makes it a part of one, a price or a version."""
    before = text[start - 1]
    if before in _JOINED:
        return before in ".," or text[start - 2 : start - 1].isdigit()
    return before in _PRICED


def _digits_only(text: str, match: re.Match[str], reading: Reading) -> Hit | None:
    """Read 3.4.2024, 03/04/24 and the like."""
    first, mark, second, year_text = match.groups()
    start, end = match.span()
    short = len(year_text) == 2
    if short and not _plausible_short(text, match):
        return None
    weekday = weekday_near(text, start, end, reading.tables)[0]
    found = day_and_month(
        first,
        second,
        year_text,
        mark,
        order=reading.order,
        tables=reading.tables,
        weekday=weekday,
        day_first=reading.foreign or puts_day_first(text, start, end, reading.tables),
    )
    if found is None:
        return None
    year, month, day, score = found
    if year not in YEARS:
        thai = buddhist_year(year, text[max(0, start - 8) : end + 8])
        if thai is None:
            return None
        year = thai
    return dated(
        text, start, end, year, month, day, reading, score * (TWO_DIGITS if short else 1.0)
    )


def _plausible_short(text: str, match: re.Match[str]) -> bool:
    """Return whether digits with a two-digit year are a date and no version, score or phone."""
    first, mark, second, _ = match.groups()
    if mark == "-":
        return len(first) == 2 == len(second) and " " not in match[0]
    if len(first) == 1 == len(second):
        # "3.1.12 Setup" is a numbered heading, "3.1.24" alone or before a time is a date.
        rest = text[match.end() : match.end() + 8].lstrip(" ,|-–()")
        return not rest or rest[:1].isdigit()
    return True


def _day_words_year(text: str, match: re.Match[str], reading: Reading) -> Hit | None:
    """Read ``3. März 2024``, ``3 de marzo del 2024``, ``31 Donnerstag Okt 2019``."""
    words = _WORDS.findall(match[2])
    year_text = match[4]
    if len(year_text) == 2 and not (match[3] or _ends_a_date(text, match)):
        return None
    month = month_among(words, reading)
    day, start = int(match[1]), match.start()
    if month is None:
        return hijri_day(text, match, words)
    if _RANGE.search(text, max(0, start - 6), start):
        return None
    year = full_year(year_text)
    if year not in YEARS:
        year = buddhist_year(year, text[max(0, start - 8) : match.end() + 8]) or 0
    score = 1.0 if len(year_text) == 4 else TWO_DIGITS
    return dated(text, start, match.end(), year, month, day, reading, score)


def _ends_a_date(text: str, match: re.Match[str]) -> bool:
    """Return whether two digits behind a month are a year and no count of things."""
    joined = match[2][-1:] in ("-", ".", "/") or match[2][:1] in ("-", "/")
    rest = text[match.end() : match.end() + 3].lstrip()
    return joined or not rest or rest[:1] in ("|", ",", "-", "–", "·", "•", ")", ";")
