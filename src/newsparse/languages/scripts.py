"""Scripts: which one a text is written in, and what its letters say about the language.

In: text. Out: a script name (as Unicode's ``Script`` property), or a language that the letters
alone show.
"""

from __future__ import annotations

import re

__all__ = [
    "SCRIPT_LANGUAGES",
    "arabic_language",
    "chinese_code",
    "cyrillic_language",
    "declared_script",
    "main_script",
]

_RANGES = {
    "Latin": "A-Za-z\u00aa-\u024f\u1e00-\u1eff",
    "Cyrillic": "\u0400-\u052f",
    "Greek": "\u0370-\u03ff\u1f00-\u1fff",
    "Arabic": "\u0620-\u064a\u066e-\u06d3\u06d5\u06ee-\u06ff\u0750-\u077f\ufb50-\ufdff"
    "\ufe70-\ufefc",
    "Hebrew": "\u05d0-\u05ea",
    "Devanagari": "\u0904-\u0939\u0958-\u0961",
    "Bengali": "\u0985-\u09b9",
    "Gurmukhi": "\u0a05-\u0a39",
    "Gujarati": "\u0a85-\u0ab9",
    "Tamil": "\u0b85-\u0bb9",
    "Telugu": "\u0c05-\u0c39",
    "Kannada": "\u0c85-\u0cb9",
    "Malayalam": "\u0d05-\u0d39",
    "Sinhala": "\u0d85-\u0dc6",
    "Thai": "\u0e01-\u0e30\u0e40-\u0e45",
    "Lao": "\u0e81-\u0eb0\u0ec0-\u0ec4",
    "Myanmar": "\u1000-\u102a",
    "Khmer": "\u1780-\u17b3",
    "Georgian": "\u10a0-\u10ff",
    "Armenian": "\u0531-\u0587",
    "Ethiopic": "\u1200-\u137f",
    "Hangul": "\uac00-\ud7a3\u1100-\u11ff",
    "Kana": "\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff",
    "Han": "\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0002fa1f",
}
_LETTER = re.compile(r"[^\W\d_]+")
_FINDERS = {script: re.compile(f"[{ranges}]+") for script, ranges in _RANGES.items()}
SCRIPT_LANGUAGES = {
    "Hebrew": "he",
    "Bengali": "bn",
    "Gurmukhi": "pa",
    "Gujarati": "gu",
    "Tamil": "ta",
    "Telugu": "te",
    "Kannada": "kn",
    "Malayalam": "ml",
    "Sinhala": "si",
    "Thai": "th",
    "Lao": "lo",
    "Myanmar": "my",
    "Khmer": "km",
    "Georgian": "ka",
    "Armenian": "hy",
    "Hangul": "ko",
    "Greek": "el",
}
"""Scripts in which one language's press writes; others need its words."""
_OF_LANGUAGE = {
    **{code: script for script, code in SCRIPT_LANGUAGES.items()},
    **dict.fromkeys(("ru", "uk", "be", "bg", "mk", "kk", "ky", "mn", "tg"), "Cyrillic"),
    **dict.fromkeys(("ar", "fa", "ur", "ps", "ckb", "ug", "sd"), "Arabic"),
    **dict.fromkeys(("hi", "mr", "ne"), "Devanagari"),
    **dict.fromkeys(("am", "ti"), "Ethiopic"),
    "ja": "Kana",
    "zh": "Han",
    "yue": "Han",
}
_LATIN = frozenset(
    "en de fr es it pt nl pl sv no da fi tr cs sk sl hr bs hu ro sq et lv lt is fo ga cy mt eu ca gl oc lb af id ms vi tl sw zu xh st tn yo ig ha so az uz tk".split()  # noqa: SIM905, E501  # a word list reads better as one line
)

CLEAR = 0.9
"""Share of Latin letters from which the other scripts need not be counted."""
KANA_SHARE = 0.05
"""Share of kana among the letters of a text with Chinese characters from which it is Japanese;
Japanese prose of the training part has over 0.4, its headlines and lists over 0.15."""
RARE_LETTERS = 0.002
"""Share of a language's own letters that shows it: prose of one that has them holds ten times as
many, and a name quoted in another language's prose a tenth."""

_TRADITIONAL = re.compile("[們這說國個來時會為對發學從後與經過實現開關於當還]")
_SIMPLIFIED = re.compile("[们这说国个来时会为对发学从后与经过实现开关于当还]")
_PERSIAN, _URDU = re.compile("[پچژگ]"), re.compile("[ٹڈڑےں]")
_OTHER_ARABIC = re.compile("[ێۆڵڕښۍټډړږڼېۇۈڭٻڀٺٿڃڄڇڌڍڏڙڦڪڳڱڻ]")
_ONLY_CYRILLIC = (
    ("uk", re.compile("[іїєґ]", re.IGNORECASE), re.compile("[ыэёъў]", re.IGNORECASE)),
    ("be", re.compile("ў", re.IGNORECASE), re.compile("[щъ]", re.IGNORECASE)),
    ("sr", re.compile("[љњћђ]", re.IGNORECASE), re.compile("[ыъэ]", re.IGNORECASE)),
    ("mk", re.compile("[ќѓѕ]", re.IGNORECASE), re.compile("[ыъэћђ]", re.IGNORECASE)),
    ("kk", re.compile("[әқңғұү]", re.IGNORECASE), re.compile("ў", re.IGNORECASE)),
    ("bg", re.compile("ъ", re.IGNORECASE), re.compile("[ыэё]", re.IGNORECASE)),
    ("ru", re.compile("[ыэё]", re.IGNORECASE), re.compile("[ўіїєґ]", re.IGNORECASE)),
)


def main_script(text: str) -> tuple[str | None, float]:
    """Return the script of most letters and its share of all; (None, 0) without letters.

    ``Kana`` stands for Japanese, whose text is mostly Han with some kana.
    """
    if text.isascii():
        return ("Latin", 1.0) if _LETTER.search(text) else (None, 0.0)
    total = _letters(_LETTER, text)
    if not total:
        return None, 0.0
    latin = _letters(_FINDERS["Latin"], text)
    if latin > CLEAR * total:
        return "Latin", latin / total
    counts = {script: _letters(finder, text) for script, finder in _FINDERS.items()}
    total = sum(counts.values())
    east = counts["Han"] + counts["Kana"]
    if counts["Kana"] >= KANA_SHARE * east:
        counts["Kana"], counts["Han"] = east, 0
    best = max(counts, key=lambda script: counts[script])
    return (best, counts[best] / total) if total else (None, 0.0)


def declared_script(code: str) -> str | None:
    """Return the script a language's press uses, None where it is unknown or several."""
    return "Latin" if code in _LATIN else _OF_LANGUAGE.get(code)


def chinese_code(text: str) -> str:
    """Return ``zh-Hant`` where traditional characters prevail, else ``zh``."""
    traditional, simplified = _letters(_TRADITIONAL, text), _letters(_SIMPLIFIED, text)
    return "zh-Hant" if traditional > simplified else "zh"


def arabic_language(text: str) -> str | None:
    """Return ``ar``, ``fa`` or ``ur`` by their own letters; None for Kurdish, Pashto and others."""
    least = 5 * RARE_LETTERS * _letters(_FINDERS["Arabic"], text)
    if _letters(_OTHER_ARABIC, text) > least:
        return None
    if _letters(_URDU, text) > least:
        return "ur"
    return "fa" if _letters(_PERSIAN, text) > least else "ar"


def cyrillic_language(text: str) -> str | None:
    """Return the language that letters alone show; None for short text without such letters."""
    letters = _letters(_FINDERS["Cyrillic"], text)
    for code, own, foreign in _ONLY_CYRILLIC:
        least = RARE_LETTERS * letters
        if _letters(own, text) > least and _letters(foreign, text) <= least:
            return code
    return None


def _letters(finder: re.Pattern[str], text: str) -> int:
    return sum(map(len, finder.findall(text)))
