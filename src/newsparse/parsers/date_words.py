"""Words of dates, ready for look-up: months, weekdays, filler words, halves of the day, cues.

In: a language pack. Out: ``DateTables``, made once per pack. A month word that the pack does not
know is looked up in English, then among the months of all languages (``languages/months.toml``).
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import lru_cache
from importlib import resources
from typing import Literal

from attrs import field, frozen

from newsparse.languages.load import load_pack
from newsparse.languages.schema import Pack

__all__ = [
    "Cue",
    "DateTables",
    "date_tables",
    "folded_word",
    "month_number",
    "opens_with_weekday",
]

Cue = Literal["published", "updated", "other"]

ORDINALS = frozenset(
    "st nd rd th er ère ere re e è é o a º ª de of den der го е й ий η ης ος го-го го. ième".split()  # noqa: SIM905  # a word list reads better as one line
)
"""Endings of ordinal numbers as they stand behind a day ("3rd", "1er", "1º", "3-го")."""
CUE_LETTERS = 4
"""Letters from which a word of a cue tells its language; shorter ones ("on", "son") are in many."""
SEPARATORS = r"\s\d!-@\[-`{-~\u2010-\u2027\u3000-\u3003\u3008-\u3011\u30fb\uff01-\uff20،·•«»"
"""Characters that end a word inside a date; letters, combining marks and CJK remain."""
_YEAR = re.compile(r"\d{4}")
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_ACCENTS = (220, 230, 202)
"""Combining classes that are accents: below, above, cedilla. Indic vowel signs and viramas have
other classes, and Hangul syllables do not come apart in NFD into these."""


@frozen(eq=False, repr=False, kw_only=True)
class DateTables:
    """What the date shapes look words up in.

    Attributes:
        months: Folded word to 1 to 12.
        weekdays: Folded word to 0 (Monday) to 6; words of several days are left out.
        fillers: Words that may stand inside a date and carry nothing, ordinals among them.
        halves: Folded word to 0 (before noon) or 12.
        zones: Folded zone name to minutes east of UTC.
        order: ``DMY``, ``MDY`` or ``YMD``.
        cues: Folded phrase to what it announces.
        cue_ends: Last words of those phrases.
        day_first: In a pack of several languages whose first puts the month first (English):
            words of dates that only the others have. One of them in a line tells its order.
        spaced: Whether words of the language stand apart.
        codes: Languages of the pack.
    """

    months: dict[str, int]
    weekdays: dict[str, int]
    fillers: frozenset[str]
    halves: dict[str, int]
    zones: dict[str, int]
    order: str
    cues: dict[str, Cue]
    cue_ends: frozenset[str]
    day_first: frozenset[str] = frozenset()
    spaced: bool = True
    codes: tuple[str, ...] = field(default=())


def folded_word(word: str) -> str:
    """Return a word as the tables hold it: folded case, without accents and full stops."""
    word = word.casefold()
    if word.isascii():
        return word.replace(".", "") if "." in word else word
    parts = unicodedata.normalize("NFD", word)
    kept = (c for c in parts if unicodedata.combining(c) not in _ACCENTS and c != ".")
    return unicodedata.normalize("NFC", "".join(kept))


def opens_with_weekday(text: str) -> bool:
    """Whether a printed date opens with a word that is not its month's: "Sunday, 3 March 2024".

    Words behind the year are the time's ("Mar 3, 2024 5:06pm PT").
    """
    return text[:1].isalpha() and len(_LETTERS.findall(_YEAR.split(text, maxsplit=1)[0])) > 1


@lru_cache(maxsize=64)
def date_tables(pack: Pack) -> DateTables:
    """Return the tables of a pack; the same object for the same pack."""
    english = load_pack("en")
    packs = (pack,) if english is None or english is pack else (english, pack)
    months: dict[str, int] = {}
    weekdays: dict[str, int] = {}
    halves: dict[str, int] = {}
    for one in packs:
        for table in (one.dates.months, one.generated.months):
            months.update((folded_word(w), n) for n, ws in enumerate(table, 1) for w in ws)
        weekdays.update(_weekdays(one.dates.weekdays))
        halves.update((folded_word(w), 0) for w in one.dates.am)
        halves.update((folded_word(w), 12) for w in one.dates.pm)
    cues = _cues(packs)
    return DateTables(
        months={word: number for word, number in months.items() if not word[:1].isdigit()},
        weekdays=weekdays,
        fillers=frozenset(folded_word(w) for one in packs for w in one.dates.skip) | ORDINALS,
        halves=halves,
        zones={folded_word(w): offset for w, offset in pack.dates.zones.items()},
        order=pack.generated.date_order,
        cues=cues,
        cue_ends=frozenset(phrase.split()[-1] for phrase in cues),
        day_first=_day_first_words(pack),
        spaced=pack.spaced,
        codes=tuple(pack.code.split("+")),
    )


def month_number(word: str, tables: DateTables, language: str | None = None) -> int:
    """Return 1 to 12 for a month name as printed, or 0.

    Args:
        word: One word, or two ("تشرين الثاني").
        tables: Of the page's pack.
        language: BCP 47 code of a page without a pack; its own month names come first.
    """
    key = folded_word(word)
    if language is not None and language not in tables.codes:
        own = _foreign_months().get(language, {}).get(key)
        if own is not None:
            return own
    number = tables.months.get(key)
    if number is None:
        number = _shared_months().get(key, 0) if len(key) > 2 else 0
    return number


def _weekdays(words: tuple[str, ...]) -> dict[str, int]:
    found: dict[str, int] = {}
    for position, word in enumerate(words):
        key = folded_word(word)
        if found.setdefault(key, position % 7) != position % 7:
            found[key] = -1  # "mar" in a pack of several languages: no day can be told
    return found


def _cues(packs: tuple[Pack, ...]) -> dict[str, Cue]:
    cues: dict[str, Cue] = {}
    for one in packs:
        kinds: tuple[tuple[Cue, tuple[str, ...]], ...] = (
            ("other", one.dates.archived),
            ("published", one.dates.published),
            ("updated", one.dates.updated),
        )
        for kind, phrases in kinds:
            cues.update((phrase.casefold(), kind) for phrase in phrases)
    return cues


def _day_first_words(pack: Pack) -> frozenset[str]:
    """Return words of cues and bylines that only languages with the day first have.

    Short words of cues and parts of names are left out: "De Souza" signs English stories too.
    """
    codes = pack.code.split("+")
    if len(codes) == 1 or pack.generated.date_order == "DMY":
        return frozenset()
    found: set[str] = set()
    others: set[str] = set()
    for one in filter(None, map(load_pack, codes)):
        words = {w for p in (*one.dates.published, *one.dates.updated) for w in p.split()}
        words = {word for word in words if len(word) >= CUE_LETTERS} | {*one.byline.prefixes}
        (found if one.generated.date_order == "DMY" else others).update(map(str.casefold, words))
        others.update(one.byline.particles, one.byline.roles, one.byline.role_heads)
    return frozenset(word for word in found - others if word.isalpha())


@lru_cache(maxsize=1)
def _months_file() -> dict[str, dict[str, object]]:
    file = resources.files("newsparse.languages") / "months.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def _shared_months() -> dict[str, int]:
    shared = _months_file()["shared"]
    return {folded_word(word): int(str(number)) for word, number in shared.items()}


@lru_cache(maxsize=1)
def _foreign_months() -> dict[str, dict[str, int]]:
    tables: dict[str, dict[str, int]] = {}
    for code, months in _months_file()["languages"].items():
        assert isinstance(months, list)  # noqa: S101  # the generator writes lists, a test holds it
        tables[code] = {folded_word(w): n for n, words in enumerate(months, 1) for w in words}
    return tables
