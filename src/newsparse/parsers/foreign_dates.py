"""Dates that our own tables do not know, asked of dateparser, and checked against the digits.

In: a short string that has a year, a day and one word or two. Out: a date, or None. dateparser is
imported only when such a string is met, always gets the language and strict settings, and its
answer counts only if year and day are the printed numbers.
"""

from __future__ import annotations

import datetime as dt
import re

from newsparse.model.fields import NewsDate
from newsparse.model.label import Precision
from newsparse.model.span import Span

__all__ = ["foreign_date"]

LONGEST = 40
"""Code points of a string that is a date and nothing else, with weekday; the longest printed date
of the training part has 35."""
SCORE = 0.6
"""Nobody but a general parser says so."""

_NUMBERS = re.compile(r"(?<!\d)\d{1,4}(?!\d)")
_MONTH_WORD = re.compile(r"[^\W\d_]{3,}")


def foreign_date(text: str, language: str) -> NewsDate | None:
    """Return the date of a string in a language whose month names we lack.

    Args:
        text: At most 40 code points, with exactly a four-digit year and a day in digits.
        language: BCP 47 code; None comes back if dateparser does not know it.
    """
    stripped = text.strip()
    if not stripped or len(stripped) > LONGEST:
        return None
    numbers = [n[0] for n in _NUMBERS.finditer(stripped)]
    years = [int(n) for n in numbers if len(n) == 4 and 1800 <= int(n) <= 2100]
    days = [int(n) for n in numbers if len(n) < 3 and 1 <= int(n) <= 31]
    if len(years) != 1 or len(days) != 1 or len(numbers) != 2:
        return None
    words = _MONTH_WORD.findall(stripped)
    if not 1 <= len(words) <= 3:
        return None
    value = _ask(stripped, language)
    if value is None or value.year != years[0] or value.day != days[0]:
        return None
    start = len(text) - len(text.lstrip())
    span = Span(start, start + len(stripped))
    return NewsDate(
        text=stripped,
        span=span,
        pieces=(span,),
        value=value.date(),
        precision=Precision.DAY,
        score=SCORE,
    )


def _ask(text: str, language: str) -> dt.datetime | None:
    """Return dateparser's strict reading, or None if it has none or lacks the language."""
    import dateparser
    from dateparser.data import languages_info

    code = language.split("-", maxsplit=1)[0].lower()
    if code not in languages_info.language_order:
        return None
    settings = {"STRICT_PARSING": True, "PARSERS": ["absolute-time"]}
    found: dt.datetime | None = dateparser.parse(text, languages=[code], settings=settings)
    return found
