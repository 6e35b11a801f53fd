"""Dates as they are known: never wider, never padded (standards: ISO 8601-1, RFC 3339).

A month stays ``2026-03``; no midnight and no zone is added.
"""

from __future__ import annotations

import datetime as dt

from newsparse.model.fields import NewsDate
from newsparse.model.label import Precision

__all__ = ["instant", "iso", "w3c"]

_CUT = {Precision.YEAR: 4, Precision.MONTH: 7, Precision.DAY: 10, Precision.HOUR: 10}
_TIMES = (Precision.MINUTE, Precision.SECOND)


def iso(date: NewsDate) -> str:
    """Return the date in ISO 8601, cut at its precision (``2026``, ``2026-03``, ``2026-03-07``).

    Of a date that is known to the hour the day is written: ``T09`` is read by few, and ``T09:00``
    says more than is known.
    """
    value = date.value
    cut = _CUT.get(date.precision)
    if cut is not None or not isinstance(value, dt.datetime):
        day = value.date() if isinstance(value, dt.datetime) else value
        return day.isoformat()[: cut or 10]
    seconds = date.precision is Precision.SECOND
    return value.isoformat(timespec="seconds" if seconds else "minutes")


def instant(date: NewsDate | None) -> str | None:
    """Return the date in RFC 3339 (seconds and zone), or None where time or zone are unknown."""
    if date is None or date.precision not in _TIMES:
        return None
    value = date.value
    if not isinstance(value, dt.datetime):
        return None
    offset = value.utcoffset()
    if offset is None or offset % dt.timedelta(minutes=1):
        return None
    return value.isoformat(timespec="seconds").replace("+00:00", "Z")


def w3c(date: NewsDate) -> str:
    """Return the date as XML Schema has it: a time has seconds, and a zone where one is known."""
    if date.precision not in _TIMES or not isinstance(date.value, dt.datetime):
        return iso(date)
    offset = date.value.utcoffset()
    known = offset is None or not offset % dt.timedelta(minutes=1)
    value = date.value if known else date.value.replace(tzinfo=None)
    return value.isoformat(timespec="seconds")
