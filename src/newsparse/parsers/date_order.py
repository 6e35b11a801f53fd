"""Which number is the day: ``03/04/2024`` settled by what stands with it.

Order of authority: a number over 12, a printed weekday, the caller's order, full stops (day
first wherever they are used), words that tell the language of the line, the language's own order.
Where none of them is compelling the score says so.
"""

from __future__ import annotations

import datetime as dt
import re

from newsparse.parsers.date_words import DateTables

__all__ = ["day_and_month", "full_year", "puts_day_first"]

LIKELY, OPEN = 0.9, 0.7
"""Scores of an order that the language's habit gives (day first, written with slashes), and of
one that readers of the language know to be mixed (English, where Britons put the day first).
Of the nine English dates of the training part that could be either, eight put the month first."""
PIVOT = 70
"""Two-digit years from here on belong to the last century: no news page is older than the web by
more than its archives, and none comes from 2070."""

NEARBY = 60
"""Code points on both sides of a date whose words tell the language: a cue and a name, no more."""

_WORD = re.compile(r"[^\W\d_]{2,}")


def full_year(text: str) -> int:
    """Return the year of two or four digits."""
    year = int(text)
    if len(text) == 2:
        year += 1900 if year >= PIVOT else 2000
    return year


def puts_day_first(text: str, start: int, end: int, tables: DateTables) -> bool:
    """Return whether words beside a date are of a language that puts the day first.

    Only where the pack is of several languages: "postado em 03/04/2024", "Erstellt am 3/4/2024".
    """
    if not tables.day_first:
        return False
    nearby = f"{text[max(0, start - NEARBY) : start]} {text[end : end + NEARBY]}"
    return not tables.day_first.isdisjoint(_WORD.findall(nearby.casefold()))


def day_and_month(
    first: str,
    second: str,
    last: str,
    mark: str,
    *,
    order: str | None,
    tables: DateTables,
    weekday: int | None,
    day_first: bool = False,
) -> tuple[int, int, int, float] | None:
    """Return year, month, day and score of three numbers, or None if no order makes a date.

    Args:
        first: One or two digits.
        second: One or two digits.
        last: Two or four digits.
        mark: What stands between them.
        order: ``DMY``, ``MDY`` or ``YMD`` given by the caller, or None.
        tables: Of the page's language.
        weekday: Printed weekday, 0 for Monday, or None.
        day_first: Whether the line is in a language that puts the day first, whatever the tables.
    """
    one, two, year = int(first), int(second), full_year(last)
    wanted = order or tables.order
    year_first = wanted == "YMD" and len(first) == 2 == len(last)
    if year_first and 1 <= two <= 12 and 1 <= int(last) <= 31:
        return full_year(first), two, int(last), LIKELY
    may = 1 <= one <= 31 and 1 <= two <= 12, 1 <= two <= 31 and 1 <= one <= 12
    if not any(may):
        return None
    if not all(may) or one == two:
        return (year, two, one, 1.0) if may[0] else (year, one, two, 1.0)
    day_wins, score = _habit(mark, order, tables, day_first=day_first)
    if weekday is not None:
        fits = _weekday(year, two, one) == weekday, _weekday(year, one, two) == weekday
        if fits[0] != fits[1]:
            day_wins, score = fits[0], 1.0
    return (year, two, one, score) if day_wins else (year, one, two, score)


def _habit(
    mark: str, order: str | None, tables: DateTables, *, day_first: bool
) -> tuple[bool, float]:
    """Return whether the day comes first where nothing else tells, and how sure that is."""
    if order in ("DMY", "MDY"):
        return order == "DMY", 1.0
    if day_first:
        return True, LIKELY
    mixed = tables.codes[:1] == ("en",)
    if mark in ".．":
        return True, OPEN if mixed else 1.0
    return (order or tables.order) != "MDY", OPEN if mixed else LIKELY


def _weekday(year: int, month: int, day: int) -> int:
    try:
        return dt.date(year, month, day).weekday()
    except ValueError:  # 31 April: no weekday agrees
        return -1
