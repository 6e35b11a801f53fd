"""Which language a page is in: by its script, then by the small words of all packs.

In: running text and what the page declares. Out: a BCP 47 code, or None. The text beats the
declaration; where the text is too short, mixed, or in a language without a pack, a declaration that
the script does not contradict is taken, else None. No model, no download: the words are the packs'
``[function_words]``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from newsparse.languages.load import available_codes, load_pack
from newsparse.languages.scripts import (
    SCRIPT_LANGUAGES,
    arabic_language,
    chinese_code,
    cyrillic_language,
    declared_script,
    main_script,
)

__all__ = ["identify"]

SAMPLE = 8_000
"""Code points of prose looked at, some 1,300 words: 20,000 changed no answer on the training
part."""
SCANNED = 10 * SAMPLE
"""Code points searched for that much prose, so that a page of menus stays cheap."""
PROSE_LINE = 60
"""Code points of a line that is likely prose; menus and headlines are mostly shorter."""
FEWEST_LETTERS = 12
"""Letters below which nothing is said without a declaration."""
FEWEST_WORDS = 8
"""Words in Latin, Cyrillic, Greek, Arabic or Devanagari letters below which nothing is said."""
LEAST_SHARE, LEAST_CLEAR_SHARE = 0.14, 0.07
"""Share of a text's words that are among the pack's own. Prose of the training part has 0.2 to 0.5
in its own language, prose in languages without a pack at most 0.12 in any pack. Languages that
put their grammar into endings have less (Turkish 0.1 to 0.2): the lower share is enough where
the lead is clear."""
CLEAR_LEAD = 5.0
"""Lead of that kind: Turkish pages have 5 to 40, pages without a pack's language at most 4.5."""
LEAST_DECLARED = 0.05
"""Share below which a declared language is not believed: of the training pages none has less of
its own language's words, and nine of ten have less of any other's."""
DECLARED_WORDS = 50
"""Words from which that share tells anything: a headline may lack small words altogether."""
LEAST_LEAD = 1.15
"""How much better than the second the best language must be; Danish and Norwegian pages of the
corpus lead each other by 1.3 and more once words they share count by half."""

FOREIGN_LETTERS = 0.015
"""Share of letters foreign to a language that rules it out: names bring English and German prose
of the training part to 0.004 at most, Czech has 0.1 of letters that Polish lacks."""

_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)?")
_MARKED_WORD = re.compile(r"(?:[^\W\d_]|[\u0300-\u036f\u064b-\u065f\u0900-\u0963])+")
_CODE = re.compile(r"\s*([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{1,8})*\s*")
_SAME = {"nb": "no", "nn": "no", "iw": "he", "in": "id", "cmn": "zh"}


def identify(text: str, *, declared: str | None = None) -> str | None:
    """Return the language of a text.

    Args:
        text: Running text; lines that look like prose are looked at first, at most 8,000
            code points of them.
        declared: What the page says of itself ("en-GB", "de_DE"), or None.

    Returns:
        A primary BCP 47 code, with the script for traditional Chinese ("zh-Hant"); the declared
        primary code where the text does not decide and its script agrees; None when unsure.

    Linear in the sample, deterministic.
    """
    said = _declared(declared)
    sample = _prose(text)
    script, share = main_script(sample)
    if script is None:
        return said
    if said is not None and declared_script(said) not in (None, script):
        said = None
    if share < 0.5:  # two scripts, neither of them most of the text
        return said
    found = _by_script(sample, script)
    if found is not None:
        # Korean, Greek or Thai letters show the language from the first headline on.
        return found if len(sample) >= FEWEST_LETTERS else said or found
    pattern = _WORD if script == "Latin" else _MARKED_WORD
    words = pattern.findall(sample.casefold().replace("’", "'"))
    if len(words) < FEWEST_WORDS:
        return said
    if said is not None and not _may_be(words, script, said):
        said = None
    best = _by_words(words, script, said)
    return said if best is not None and _foreign_letters(words, best) else best


def _declared(declared: str | None) -> str | None:
    match = _CODE.fullmatch(declared) if declared else None
    if match is None:
        return None
    code = match[1].lower()
    return _SAME.get(code, code)


def _prose(text: str) -> str:
    """Return the first lines that look like prose, else the first lines of all."""
    if len(text) <= 400:
        return text
    lines: list[str] = []
    size = 0
    for line in text[:SCANNED].splitlines():
        if len(line) >= PROSE_LINE:
            lines.append(line[: SAMPLE - size])
            size += len(line)
            if size >= SAMPLE:
                break
    return "\n".join(lines) if size >= 200 else text[:SAMPLE]


def _by_script(sample: str, script: str) -> str | None:
    if script in ("Han", "Kana"):
        return "ja" if script == "Kana" else chinese_code(sample)
    if script == "Arabic":
        return arabic_language(sample)
    if script == "Cyrillic":
        return cyrillic_language(sample)
    return SCRIPT_LANGUAGES.get(script)


def _by_words(words: list[str], script: str, said: str | None) -> str | None:
    """Return the pack language whose small words the text has most of, if it leads clearly."""
    table = _function_words(script)
    points: dict[str, float] = {}
    hits: Counter[str] = Counter()
    for word, count in Counter(words).items():
        codes = table.get(word)
        if codes is not None:
            for code in codes:
                hits[code] += count
                points[code] = points.get(code, 0.0) + count / len(codes)
    if not points:
        return said
    ranked = sorted(points, key=lambda code: (-points[code], code))
    best = ranked[0]
    second = points[ranked[1]] if len(ranked) > 1 else 0.0
    least = LEAST_CLEAR_SHARE if points[best] >= CLEAR_LEAD * second else LEAST_SHARE
    if hits[best] < least * len(words):
        return said
    if points[best] < LEAST_LEAD * second:
        return said if said in ranked[:2] else None
    return best


def _may_be(words: list[str], script: str, code: str) -> bool:
    """Return whether a text has enough small words of a language; True for one without a pack."""
    if len(words) < DECLARED_WORDS or load_pack(code) is None:
        return True
    table = _function_words(script)
    hits = sum(1 for word in words if code in table.get(word, ()))
    return hits >= LEAST_DECLARED * len(words)


def _foreign_letters(words: list[str], code: str) -> bool:
    """Return whether many letters are none of the language's own: Czech is not Polish."""
    pack = load_pack(code)
    own = pack.function_words.letters if pack else ""
    if declared_script(code) != "Latin":
        return False
    letters = "".join(words)
    foreign = sum(1 for c in letters if c > "z" and c not in own) if not letters.isascii() else 0
    return foreign > FOREIGN_LETTERS * len(letters)


@lru_cache(maxsize=8)
def _function_words(script: str) -> dict[str, tuple[str, ...]]:
    """Return function word to the codes of the packs in that script that list it."""
    table: dict[str, list[str]] = {}
    for code in available_codes():
        if declared_script(code) == script:
            for word in _words_of(code):
                table.setdefault(word, []).append(code)
    return {word: tuple(codes) for word, codes in table.items()}


def _words_of(code: str) -> Iterable[str]:
    pack = load_pack(code)
    return dict.fromkeys(w.casefold() for w in pack.function_words.words) if pack else ()
