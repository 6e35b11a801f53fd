"""Relative dates: ``3 hours ago``, ``gestern, 10:15 Uhr``, ``il y a 2 jours``, ``3小时前``.

They are read only against a reference date that the caller gives: the machine's clock says nothing
about when a page was saved. A date said to the hour is precise to the hour, one said to the week
or month only to the day, with a lower score.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import lru_cache

from attrs import frozen

from newsparse.languages.load import load_pack
from newsparse.languages.schema import Pack
from newsparse.model.fields import NewsDate
from newsparse.model.label import Precision, Source
from newsparse.model.span import Span
from newsparse.parsers.date_words import date_tables
from newsparse.parsers.times import clock_after

__all__ = ["find_relative"]

MOST = 9_999
"""Largest number of units; "12345 days ago" is a count of something else."""
EXACT, ROUNDED = 0.9, 0.5
"""Scores of the day: units up to days can be a day off at midnight; weeks, months and years are
rounded by whoever printed them."""

_STEPS = {
    "second": dt.timedelta(seconds=1),
    "minute": dt.timedelta(minutes=1),
    "hour": dt.timedelta(hours=1),
    "day": dt.timedelta(days=1),
    "week": dt.timedelta(weeks=1),
}
_PRECISION = {"second": Precision.SECOND, "minute": Precision.MINUTE, "hour": Precision.HOUR}
_ONE = "a an one einer einem einen ein un une una uno um uma een en ett et eine".split()  # noqa: SIM905  # a word list reads better as one line


@frozen(eq=False, repr=False, kw_only=True)
class _Shapes:
    ago: re.Pattern[str]
    days: re.Pattern[str] | None
    units: dict[str, str]
    offsets: dict[str, int]


def find_relative(text: str, *, pack: Pack, reference_date: dt.datetime) -> Iterator[NewsDate]:
    """Yield the relative dates of a line, from left to right.

    Args:
        text: The line.
        pack: Words of its language; English forms are read beside it.
        reference_date: What they count from; its zone, if any, is theirs.
    """
    shapes = _shapes(pack)
    for match in shapes.ago.finditer(text):
        number = next((g for g in match.groups()[0::2] if g), "")
        word = next((g for g in match.groups()[1::2] if g), "")
        unit = shapes.units.get(word.casefold().rstrip("."))
        count = 1 if number.casefold() in _ONE else int(number) if number.isdigit() else 0
        if unit is not None and 0 < count <= MOST:
            date = _counted_back(match, count, unit, reference_date)
            if date is not None:
                yield date
    if shapes.days is not None:
        for match in shapes.days.finditer(text):
            yield _named_day(text, match, shapes, pack, reference_date)


def _counted_back(
    match: re.Match[str], count: int, unit: str, reference: dt.datetime
) -> NewsDate | None:
    span = Span(*match.span())
    try:
        value: dt.datetime | dt.date = _before(reference, count, unit)
    except (OverflowError, ValueError):  # before the year 1
        return None
    precision = _PRECISION.get(unit, Precision.DAY)
    if precision is Precision.DAY:
        assert isinstance(value, dt.datetime)  # noqa: S101  # _before gives a datetime
        value = value.date()
    score = EXACT if unit in ("second", "minute", "hour", "day") else ROUNDED
    return NewsDate(
        text=match[0],
        span=span,
        pieces=(span,),
        value=value,
        precision=precision,
        source=Source.TEXT,
        score=score,
    )


def _before(reference: dt.datetime, count: int, unit: str) -> dt.datetime:
    if unit in _STEPS:
        moment = reference - _STEPS[unit] * count
        if unit == "hour":
            return moment.replace(minute=0, second=0, microsecond=0)
        return moment.replace(second=0, microsecond=0) if unit == "minute" else moment
    months = reference.year * 12 + reference.month - 1 - count * (12 if unit == "year" else 1)
    year, month = divmod(months, 12)
    last = (dt.date(year + month // 11, (month + 1) % 12 + 1, 1) - dt.timedelta(days=1)).day
    return reference.replace(year=year, month=month + 1, day=min(reference.day, last))


def _named_day(
    text: str, match: re.Match[str], shapes: _Shapes, pack: Pack, reference: dt.datetime
) -> NewsDate:
    day = reference.date() + dt.timedelta(days=shapes.offsets[match[0].casefold()])
    clock = clock_after(text, match.end(), day, date_tables(pack))
    span = Span(match.start(), match.end() if clock is None else clock.end)
    value: dt.date = day
    precision = Precision.DAY
    if clock is not None:
        zone = reference.tzinfo
        if clock.zone is not None:
            zone = dt.timezone(dt.timedelta(minutes=clock.zone))
        value = dt.datetime.combine(day, dt.time(clock.hour, clock.minute or 0, tzinfo=zone))
        precision = Precision.HOUR if clock.minute is None else Precision.MINUTE
    return NewsDate(
        text=text[span.start : span.end],
        span=span,
        pieces=(span,),
        value=value,
        precision=precision,
        source=Source.TEXT,
        score=EXACT,
    )


@lru_cache(maxsize=64)
def _shapes(pack: Pack) -> _Shapes:
    """Return the patterns of a pack, English beside it."""
    english = load_pack("en")
    packs = [pack] if english is None or english is pack else [pack, english]
    units: dict[str, str] = {}
    offsets: dict[str, int] = {}
    ago: list[str] = []
    for one in reversed(packs):
        units.update({w.casefold(): u for w, u in one.dates.units.items()})
        offsets.update({w.casefold(): n for w, n in one.dates.days.items()})
    for one in packs:
        ago.extend(_pattern(shape, one) for shape in one.dates.ago)
    days = sorted(offsets, key=len, reverse=True)
    # A day word counts only before a time or alone in its line, so that prose is left alone.
    named = "|".join(map(re.escape, days))
    after = r"(?=\W{0,3}(?:\Z|[|•·]|(?:at|um|à|a las|alle|às|om|kl\.?|o|в|о|στις|saat|klo)?\s?\d))"
    return _Shapes(
        ago=re.compile("|".join(ago) or r"(?!)", re.IGNORECASE),
        days=re.compile(rf"(?<![^\W_])(?:{named}){after}", re.IGNORECASE) if named else None,
        units=units,
        offsets=offsets,
    )


def _pattern(shape: str, pack: Pack) -> str:
    """Return the pattern of a shape such as ``vor {n} {unit}``; units are written out.

    Without word ends (Japanese, Chinese) the unit's own letters end it.
    """
    units = "|".join(map(re.escape, sorted(pack.dates.units, key=len, reverse=True)))
    ones = "|".join(_ONE)
    body = re.escape(shape).replace(r"\ ", r"\s")
    body = body.replace(r"\{n\}", rf"(\d{{1,4}}|{ones})").replace(r"\{unit\}", rf"({units})\.?")
    return rf"(?<![^\W_]){body}(?![^\W\d_])" if pack.spaced else body
