"""Years and days of other calendars: Japanese eras, the Minguo, Buddhist and Hijri years.

In: numbers as printed and the words beside them. Out: Gregorian numbers, or None. The Hijri
reckoning is the tabular one, which may differ from the sighted month by a day.
"""

from __future__ import annotations

import datetime as dt
import re

__all__ = ["buddhist_year", "cjk_number", "era_year", "hijri_date", "hijri_month"]

ERAS = {
    "明治": 1867,
    "大正": 1911,
    "昭和": 1925,
    "平成": 1988,
    "令和": 2018,
    "民國": 1911,
    "民国": 1911,
}
"""Era name to the year before its first (year 1 of 令和 is 2019)."""
ERA_LETTERS = {"M": 1867, "T": 1911, "S": 1925, "H": 1988, "R": 2018}
"""Initials of the Japanese eras, as in R6.3.3."""
BUDDHIST = 543
"""Years by which the Thai count is ahead."""
BUDDHIST_YEARS = range(2343, 2644)
"""Printed years that can be Buddhist: 1800 to 2100, the years that news is dated with."""
HIJRI_YEARS = range(1215, 1525)
"""Printed years that can be Hijri, again 1800 to 2100."""
HIJRI_EPOCH = 227015
"""Proleptic Gregorian ordinal of the first of Muharram 1 (16 July 622 of the Julian calendar)."""

_ERA = re.compile(r"(明治|大正|昭和|平成|令和|民國|民国)\s?$|(?<![A-Za-z])([MTSHR])\s?\.?\s?$")
_THAI = re.compile(r"[\u0e00-\u0e7f]")
_HIJRI_MONTHS = (
    ("محرم", "muharram"),
    ("صفر", "safar"),
    ("ربيع الأول", "ربيع الاول", "rabi al-awwal", "rabi i"),
    ("ربيع الآخر", "ربيع الثاني", "ربيع الاخر", "rabi al-thani", "rabi ii"),
    ("جمادى الأولى", "جمادى الاولى", "جمادي الأولى", "jumada al-awwal", "jumada i"),
    ("جمادى الآخرة", "جمادى الثانية", "جمادى الاخرة", "jumada al-thani", "jumada ii"),
    ("رجب", "rajab"),
    ("شعبان", "shaban", "sha'ban"),
    ("رمضان", "ramadan"),
    ("شوال", "shawwal"),
    ("ذو القعدة", "ذي القعدة", "ذو القعده", "dhu al-qadah", "dhu al-qa'dah"),
    ("ذو الحجة", "ذي الحجة", "ذو الحجه", "dhu al-hijjah"),
)
_HIJRI = {name: number for number, names in enumerate(_HIJRI_MONTHS, 1) for name in names}
_NUMERALS = ("〇零○", "一壹", "二貳", "三", "四", "五", "六", "七", "八", "九")
_DIGITS = {c: number for number, characters in enumerate(_NUMERALS) for c in characters}


def era_year(number: int, before: str) -> tuple[int, int] | None:
    """Return the Gregorian year and the length of the era name that ends ``before``, or None."""
    match = _ERA.search(before[-6:])
    if match is None or not 1 <= number <= 150:
        return None
    base = ERAS[match[1]] if match[1] else ERA_LETTERS[match[2]]
    return base + number, len(match[0])


def buddhist_year(year: int, around: str) -> int | None:
    """Return the Gregorian year where ``around`` shows the Thai count (พ.ศ., B.E., Thai script)."""
    if year in BUDDHIST_YEARS and (_THAI.search(around) or re.search(r"\bB\.?E\.?\b", around)):
        return year - BUDDHIST
    return None


def hijri_month(words: str) -> int:
    """Return 1 to 12 for the name of a Hijri month, or 0."""
    return _HIJRI.get(words.casefold(), 0)


def hijri_date(year: int, month: int, day: int) -> dt.date | None:
    """Return the Gregorian day of a Hijri one in the tabular calendar, or None out of range."""
    if year not in HIJRI_YEARS or not (1 <= month <= 12 and 1 <= day <= 30):
        return None
    days = (year - 1) * 354 + (3 + 11 * year) // 30 + 29 * (month - 1) + month // 2 + day
    return dt.date.fromordinal(HIJRI_EPOCH - 1 + days)


def cjk_number(text: str) -> int | None:
    """Return the value of a number in Chinese characters up to 9999, or None.

    Reads digit by digit (二〇二四) and with tens (二十三, 十).
    """
    if "十" in text:
        tens, _, units = text.partition("十")
        high = _DIGITS.get(tens, -1) if tens else 1
        low = _DIGITS.get(units, -1) if units else 0
        return high * 10 + low if high >= 0 and low >= 0 else None
    value = 0
    for character in text:
        digit = _DIGITS.get(character)
        if digit is None:
            return None
        value = value * 10 + digit
    return value if text else None
