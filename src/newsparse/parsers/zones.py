"""Time zones as printed: abbreviations, offsets, and the American ET and its kin.

In: the letters or digits behind a time. Out: minutes east of UTC, or None. An abbreviation means
what it says: "EST" in July stays five hours behind. Only "ET", "CT", "MT" and "PT" follow the
date, by the rules of the United States since 1987.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping

__all__ = ["offset_minutes", "zone_minutes"]

ZONES = {
    "UTC": 0, "GMT": 0, "Z": 0, "WET": 0, "WEST": 60, "BST": 60, "CET": 60, "CEST": 120,
    "MEZ": 60, "MESZ": 120, "EET": 120, "EEST": 180, "MSK": 180, "TRT": 180, "EAT": 180,
    "CAT": 120, "WAT": 60, "SAST": 120, "GST": 240, "PKT": 300, "IST": 330, "NPT": 345,
    "ICT": 420, "WIB": 420, "WITA": 480, "WIT": 540, "SGT": 480, "HKT": 480, "PHT": 480,
    "MYT": 480, "AWST": 480, "JST": 540, "KST": 540, "ACST": 570, "ACDT": 630, "AEST": 600,
    "AEDT": 660, "NZST": 720, "NZDT": 780, "NST": -210, "NDT": -150, "AST": -240, "ADT": -180,
    "EST": -300, "EDT": -240, "CST": -360, "CDT": -300, "MST": -420, "MDT": -360, "PST": -480,
    "PDT": -420, "AKST": -540, "AKDT": -480, "HST": -600, "BRT": -180, "ART": -180,
}  # fmt: skip
"""Abbreviations as the press uses them, in minutes. Where one stands for several zones, the one
with the larger English-language press is taken (IST: India, CST: Chicago, BST: Britain); packs
overrule it (CST in Chinese). Source: IANA time zone database, backward-looking abbreviations."""
US_ZONES = {"ET": -300, "CT": -360, "MT": -420, "PT": -480}
"""Names without "standard" or "daylight": minutes in winter, an hour more in summer time."""

_OFFSET = re.compile(r"(?:UTC|GMT)?\s?([+\-−–])(\d{1,2})(?::?([0-5]\d))?(?!\d)")


def zone_minutes(name: str, day: dt.date, own: Mapping[str, int]) -> int | None:
    """Return the offset of an abbreviation, or None if it is none.

    Args:
        name: As printed; Latin letters must be capitals, since "est" and "met" are words.
        day: The date it stands with, for "ET" and its kin.
        own: Zones of the language pack, folded name to minutes.
    """
    if name.isascii() and not name.isupper():
        return None
    minutes = own.get(name.casefold())
    if minutes is None:
        minutes = ZONES.get(name)
    if minutes is None and name in US_ZONES and day.year >= 1987:
        minutes = US_ZONES[name] + (60 if _us_summer(day) else 0)
    return minutes


def offset_minutes(text: str, start: int) -> tuple[int, int] | None:
    """Return minutes and end of an offset such as ``+02:00``, ``GMT+7`` or ``-0500`` at ``start``.

    A bare offset needs two digits, so that "10:15 -3 degrees" stays a time without zone.
    """
    match = _OFFSET.match(text, start)
    if match is None:
        return None
    hours, minutes = int(match[2]), int(match[3] or 0)
    named = text[start : start + 3] in ("UTC", "GMT")
    if hours > 14 or (not named and len(match[2]) < 2):
        return None
    total = hours * 60 + minutes
    return (total if match[1] == "+" else -total), match.end()


def _us_summer(day: dt.date) -> bool:
    """Return whether daylight saving time holds in the United States on that day."""
    if day.year >= 2007:
        start, end = _sunday(day.year, 3, 8), _sunday(day.year, 11, 1)
    else:
        start, end = _sunday(day.year, 4, 1), _sunday(day.year, 10, 25)
    return start <= day < end


def _sunday(year: int, month: int, earliest: int) -> dt.date:
    """Return the first Sunday of a month that is not before the given day."""
    first = dt.date(year, month, earliest)
    return first + dt.timedelta(days=(6 - first.weekday()) % 7)
