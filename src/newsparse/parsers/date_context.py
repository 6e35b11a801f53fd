"""What stands around a printed day: month before it, weekday beside it; and the values found.

``Hit`` is one printed date, ``Reading`` how a line is to be read. The shapes of dates are in
``date_shapes`` and ``date_rare``.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

from newsparse.languages.load import load_pack
from newsparse.model.label import Precision
from newsparse.parsers.date_words import SEPARATORS, DateTables, folded_word, month_number

__all__ = [
    "GAP",
    "WORD",
    "YEARS",
    "Hit",
    "Reading",
    "calendar_day",
    "dated",
    "month_before",
    "weekday_near",
]

YEARS = range(1800, 2101)
"""Years that news is dated with; others are numbers."""
LEFT = 24
"""Code points before a day or year in which its month or weekday stands: the longest name
("понедельник, ") and a filler word."""
WRONG_WEEKDAY = 0.7
"""Factor of the score where a printed weekday is another day's; set by hand: either of the two may
be the slip."""

GAP = r"[\s.,،/\-–|]"
WORD = rf"[^{SEPARATORS}]{{1,15}}+"
_LAST_WORD = re.compile(rf"(?<![^{SEPARATORS}])([^{SEPARATORS}]{{2,22}}+){GAP}{{0,3}}+\Z")
_INNER_CAPITAL = re.compile(r"[^\W\d_](?=([A-ZÀ-ÞΑ-ΩА-Я][^\W\d_]+)\Z)")
_NEXT_WORD = re.compile(rf"[\s,(（]{{0,2}}+({WORD})[)）]?")


class Hit(NamedTuple):
    """A printed date: its run in the line, what it says, and how sure its reading is.

    ``time_at`` is where its time stands if that is inside the run (``Mar 3 10:15:00 2024``).
    """

    start: int
    end: int
    day: dt.date
    precision: Precision
    score: float
    time_at: int = -1


class Reading(NamedTuple):
    """How a line is to be read.

    ``order`` settles 03/04/2024 (None: the pack's own), ``language`` names the page's language
    where it has no pack, ``reference`` supplies the year of a date without one.
    """

    tables: DateTables
    order: str | None = None
    language: str | None = None
    reference: dt.datetime | None = None

    @property
    def foreign(self) -> bool:
        """Whether the page's language has no pack; all such in the press put the day first."""
        return self.language is not None and load_pack(self.language) is None


def month_before(text: str, start: int, reading: Reading) -> tuple[int, int] | None:
    """Return the month that ends right before ``start`` and where its name begins.

    One filler may stand between ("March the 3rd", "marzo de 2024").
    """
    for _ in range(2):
        low = max(0, start - LEFT)
        match = _LAST_WORD.search(text[low:start])
        if match is None:
            return None
        word, begin = match[1], low + match.start(1)
        number = month_number(word, reading.tables, reading.language)
        if number:
            return number, begin
        if folded_word(word) not in reading.tables.fillers:
            break
        start = begin
    else:
        return None
    inner = _INNER_CAPITAL.search(word)  # "pmNovember": glued by the page's markup
    number = month_number(inner[1], reading.tables, reading.language) if inner else 0
    return (number, begin + inner.start(1)) if inner and number else None


def weekday_near(
    text: str, start: int, end: int, tables: DateTables
) -> tuple[int | None, int, int]:
    """Return the weekday beside a date, and the run widened over it."""
    low = max(0, start - LEFT)
    match = _LAST_WORD.search(text[low:start]) if start else None
    if match is not None:
        key = folded_word(match[1])
        if key in tables.fillers and match.start(1):
            inner = _LAST_WORD.search(text[low : low + match.start(1)])
            if inner is not None and (word := folded_word(inner[1])) in tables.weekdays:
                match, key = inner, word
        day = tables.weekdays.get(key)
        if day is not None:
            return (day if day >= 0 else None), low + match.start(1), end
    after = _NEXT_WORD.match(text, end)
    if after is not None and (day := tables.weekdays.get(folded_word(after[1]))) is not None:
        return (day if day >= 0 else None), start, after.end()
    return None, start, end


def dated(  # noqa: PLR0913  # the parts of a date
    text: str,
    start: int,
    end: int,
    year: int,
    month: int,
    day: int | None,
    reading: Reading,
    score: float,
    *,
    time_at: int = -1,
) -> Hit | None:
    """Return the hit if the calendar has that day, its run widened over a weekday."""
    value = calendar_day(year, month, 1 if day is None else day) if year in YEARS else None
    if value is None:
        return None
    if day is None:
        return Hit(start, end, value, Precision.MONTH, score)
    weekday, start, end = weekday_near(text, start, end, reading.tables)
    if weekday is not None and weekday != value.weekday():
        score *= WRONG_WEEKDAY
    return Hit(start, end, value, Precision.DAY, score, time_at)


def calendar_day(year: int, month: int, day: int) -> dt.date | None:
    """Return the day, or None if the calendar lacks it."""
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    try:
        return dt.date(year, month, day)
    except ValueError:  # 30 February
        return None
