"""Dates that a page declares, and dates in its address.

``parse_declared_date`` reads what stands in JSON-LD, meta and time elements: ISO 8601 in all its
forms, RFC 2822, seconds or milliseconds since 1970, and printed forms of any language.
``date_in_url`` reads ``/2024/03/07/`` and its kin, never the digits of an id.
"""

from __future__ import annotations

import datetime as dt
import re

import attrs

from newsparse.languages.load import load_pack
from newsparse.languages.schema import Pack
from newsparse.model.fields import NewsDate
from newsparse.model.label import Precision, Source
from newsparse.model.span import Span
from newsparse.parsers.date_context import YEARS
from newsparse.parsers.date_lines import parse_date
from newsparse.parsers.zones import zone_minutes

__all__ = ["date_in_url", "parse_declared_date"]

LONGEST = 120
"""Code points of a declared value that is a date; longer ones are something else."""
PRINTED = 0.9
"""Score of a declared value in a printed form: meant for readers, its order may be the site's."""
FIRST_EPOCH, LAST_EPOCH = 631_152_000, 4_102_444_800
"""Seconds since 1970 of 1990 and 2100: smaller numbers are ids or days, larger ones milliseconds
or ids. No web page was published before 1990."""
URL_DAY, URL_MONTH = 0.94, 0.96
"""Scores of dates in addresses: the share that is the day of publication (185 of 197 pages of the
training part; 193 within a day) or its month (54 of 56)."""

_ISO = re.compile(
    r"\s*(?P<year>\d{4})"
    r"(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?|(?P<month_>\d\d)(?P<day_>\d\d)"
    r"|-?W(?P<week>\d\d)(?:-?(?P<weekday>[1-7]))?|-?(?P<ordinal>\d{3}))?"
    r"(?:(?:[Tt_]|\s{1,2}|\s?[Tt]\s?)"
    r"(?P<hour>\d\d)(?::?(?P<minute>\d\d)(?::?(?P<second>\d\d)(?:[.,:](?P<part>\d{1,9}))?)?)?"
    r"\s?(?:(?P<utc>[Zz]|(?:UTC|GMT)(?!\s?[+-]))"
    r"|(?:UTC|GMT)?\s?(?P<sign>[+\-−–])(?P<east>\d\d?)(?::?(?P<east_minutes>\d\d))?"
    r"|(?P<zone>[A-Z]{2,5}))?)?"
    r"(?:\[[\w/+\-]{1,40}\])?\s*"
)
_EPOCH = re.compile(r"\s*(\d{9,10}|\d{12,13})(?:\.\d{1,6})?\s*")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_URL = re.compile(
    r"(?<=[/=_-])(?:"
    r"(?P<y1>19[89]\d|20\d\d)/(?P<m1>0?[1-9]|1[0-2]|[A-Za-z]{3,9})(?:/(?P<d1>0?[1-9]|[12]\d|3[01]))?(?=[/_.?#-]|\Z)"
    r"|(?P<y2>19[89]\d|20\d\d)([-_.])(?P<m2>0[1-9]|1[0-2])\5(?P<d2>0[1-9]|[12]\d|3[01])(?![\d])"
    r"|(?P<y3>19[89]\d|20\d\d)(?P<m3>0[1-9]|1[0-2])(?P<d3>0[1-9]|[12]\d|3[01])(?=[/_.?#-]|\Z)"
    r"|(?P<d4>0[1-9]|[12]\d|3[01])([-_./])(?P<m4>0[1-9]|1[0-2])\11(?P<y4>19[89]\d|20\d\d)(?=[/_.?#-]|\Z)"
    r")"
)
_HOST = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?//[^/]*", re.IGNORECASE)


def parse_declared_date(
    value: str,
    *,
    pack: Pack | None = None,
    date_order: str | None = None,
    timezone: dt.tzinfo | None = None,
) -> NewsDate | None:
    """Return the date of a metadata value.

    Args:
        value: ``datePublished`` and its kin: ISO 8601 (calendar, ordinal and week dates, any
            precision, comma or point, ``[Europe/Berlin]`` behind it), RFC 2822, seconds or
            milliseconds since 1970, or a printed form.
        pack: Words of the page's language for printed forms; None: English.
        date_order: For printed forms in digits only, as in ``parse_date``.
        timezone: Zone of times that state none; None: they stay without.

    Returns:
        The date, spans into ``value``, source metadata; None for what is no date, for years
        outside 1800 to 2100 ("0001-01-01") and for a week without a day.
    """
    if len(value) > LONGEST:
        return None
    match = _ISO.fullmatch(value)
    if match is not None:
        return _iso(value, match, timezone)
    match = _EPOCH.fullmatch(value)
    if match is not None:
        return _epoch(value, match)
    pack = pack or load_pack("en")
    if pack is None:
        return None
    found = parse_date(value, pack=pack, date_order=date_order, timezone=timezone)
    if found is None:
        return None
    return attrs.evolve(found, source=Source.METADATA, score=min(found.score, PRINTED))


def date_in_url(url: str) -> NewsDate | None:
    """Return the date in the path of an address.

    ``/2024/03/07/``, ``/2024-03-07-`` and ``/20240307/`` give a day, ``/2024/03/`` the month.
    Digits inside a longer number are never a date, a path that names two days has none.

    Args:
        url: The address of the page.

    Returns:
        The date, spans into ``url``, source url, or None.
    """
    host = _HOST.match(url)
    found: NewsDate | None = None
    for match in _URL.finditer(url, host.end() if host else 0):
        date = _url_date(match)
        if date is None or (found is not None and date.value == found.value):
            continue
        if found is not None and found.precision is date.precision:
            return None
        if found is None or date.precision is Precision.DAY:
            found = date
    return found


def _iso(value: str, match: re.Match[str], timezone: dt.tzinfo | None) -> NewsDate | None:
    year = int(match["year"])
    if year not in YEARS:
        return None
    try:
        day, precision = _iso_day(match, year)
        if day is None:
            return None
        if match["hour"] is None:
            return _declared(value, day, precision)
        if precision is not Precision.DAY:
            return None
        moment, precision = _iso_moment(match, day, timezone)
    except (ValueError, OverflowError):  # month 13, 30 February, hour 25
        return None
    return _declared(value, moment, precision)


def _iso_day(match: re.Match[str], year: int) -> tuple[dt.date | None, Precision]:
    """Return the day of an ISO string; raises ValueError where the calendar has none."""
    month, day = match["month"] or match["month_"], match["day"] or match["day_"]
    if match["week"] is not None:
        if match["weekday"] is None:
            return None, Precision.DAY
        week = dt.date.fromisocalendar(year, int(match["week"]), int(match["weekday"]))
        return week, Precision.DAY
    if match["ordinal"] is not None:
        found = dt.date(year, 1, 1) + dt.timedelta(days=int(match["ordinal"]) - 1)
        return (found if found.year == year else None), Precision.DAY
    if month is None:
        return dt.date(year, 1, 1), Precision.YEAR
    precision = Precision.MONTH if day is None else Precision.DAY
    return dt.date(year, int(month), int(day or 1)), precision


def _iso_moment(
    match: re.Match[str], day: dt.date, timezone: dt.tzinfo | None
) -> tuple[dt.datetime, Precision]:
    """Return the moment of an ISO string; raises ValueError for hour 25 and the like."""
    hour, minute, second = int(match["hour"]), match["minute"], match["second"]
    if hour == 24 and not int(minute or 0) + int(second or 0):
        day, hour = day + dt.timedelta(days=1), 0
    time = dt.time(
        hour,
        int(minute or 0),
        59 if second == "60" else int(second or 0),  # a leap second
        int((match["part"] or "0")[:6].ljust(6, "0")),
        _iso_zone(match, day, timezone),
    )
    precision = Precision.SECOND if second else Precision.MINUTE if minute else Precision.HOUR
    return dt.datetime.combine(day, time), precision


def _iso_zone(match: re.Match[str], day: dt.date, timezone: dt.tzinfo | None) -> dt.tzinfo | None:
    if match["utc"]:
        return dt.UTC
    if match["sign"]:
        east = int(match["east"]) * 60 + int(match["east_minutes"] or 0)
        return dt.timezone(dt.timedelta(minutes=east if match["sign"] == "+" else -east))
    minutes = zone_minutes(match["zone"], day, {}) if match["zone"] else None
    return timezone if minutes is None else dt.timezone(dt.timedelta(minutes=minutes))


def _epoch(value: str, match: re.Match[str]) -> NewsDate | None:
    number = int(match[1])
    seconds = number / 1000 if len(match[1]) > 10 else number
    if not FIRST_EPOCH <= seconds < LAST_EPOCH:
        return None
    moment = dt.datetime(1970, 1, 1, tzinfo=dt.UTC) + dt.timedelta(seconds=seconds)
    return _declared(value, moment, Precision.SECOND)


def _declared(value: str, moment: dt.date, precision: Precision) -> NewsDate:
    start = len(value) - len(value.lstrip())
    text = value.strip()
    span = Span(start, start + len(text))
    return NewsDate(
        text=text,
        span=span,
        pieces=(span,),
        value=moment,
        precision=precision,
        source=Source.METADATA,
    )


def _url_date(match: re.Match[str]) -> NewsDate | None:
    groups = match.groupdict()
    year = next(groups[k] for k in ("y1", "y2", "y3", "y4") if groups[k])
    month_text = next(groups[k] for k in ("m1", "m2", "m3", "m4") if groups[k])
    day = next((groups[k] for k in ("d1", "d2", "d3", "d4") if groups[k]), None)
    if month_text.isdigit():
        month = int(month_text)
    elif month_text[:3].lower() in _MONTHS:
        month = _MONTHS.index(month_text[:3].lower()) + 1
    else:
        return None
    try:
        value = dt.date(int(year), month, int(day or 1))
    except ValueError:
        return None
    span = Span(*match.span())
    return NewsDate(
        text=match[0],
        span=span,
        pieces=(span,),
        value=value,
        precision=Precision.DAY if day else Precision.MONTH,
        source=Source.URL,
        score=URL_DAY if day else URL_MONTH,
    )
