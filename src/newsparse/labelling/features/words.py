"""What a block's own words and shape say, whatever stands around it."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Protocol

from newsparse.labelling.features.buckets import LENGTHS, WORDS, capped, share_bucket
from newsparse.languages.schema import Pack
from newsparse.model.block import Block
from newsparse.model.label import BoilerplateKind

__all__ = ["FEATURES", "Facts", "Phrases", "word_facts"]

FEATURES = (
    ("words", 15),
    ("code points", 14),
    ("ends with", 6),
    ("sentence ends inside", 6),
    ("commas", 6),
    ("function words (eighths)", 9),
    ("capitalised words (eighths)", 9),
    ("digits (eighths)", 9),
    ("begins with", 6),
    ("own phrase", 1 + 3 * len(BoilerplateKind)),
    ("separators", 4),
    ("link text (eighths)", 9),
    ("element", 29),
    ("date or time", 2),
    ("address or handle", 2),
    ("question or call", 3),
)
"""Name and number of buckets of each feature, in the order of a row."""

PROSE_WORDS = 8
"""A block of so many words that ends a sentence counts as prose. In a third of the training texts
(574) 89 % of the body's words stand in such blocks, and 34 % of the others' words."""
LOOKED_AT = 24_000
"""Code points of a block that are looked at: the longest line of the training texts has 23,248."""
PROSE_LONG = 25
"""A block of so many words counts as prose however it ends."""
_KIND_CODE = {kind: code for code, kind in enumerate(BoilerplateKind)}
_HOW_CODE = {"whole": 0, "starts": 1, "contains": 2}
ELEMENTS = (
    "",
    "p",
    "div",
    "li",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "td",
    "th",
    "span",
    "a",
    "figcaption",
    "blockquote",
    "pre",
    "dt",
    "dd",
    "button",
    "label",
    "option",
    "time",
    "summary",
    "article",
    "section",
    "address",
)
_ELEMENT_CODE = {name: code for code, name in enumerate(ELEMENTS)}
_OTHER_ELEMENT = len(ELEMENTS)
_ENDS = (
    dict.fromkeys(".。।", 1)
    | dict.fromkeys("!?！？", 2)
    | {":": 3, "：": 3, "…": 4, ",": 5, ";": 5}
)
_CLOSERS = "\"'”’»«“)]）」』›"
_SENTENCE_END = re.compile(r"[.!?]['\"”’»)]?\s|[。！？]")
_DATE = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|(?<!\d)\d{1,2}[:h.]\d\d(?!\d)|\d[/.-]\d\d?[/.-]\d")
_ADDRESS = re.compile(r"https?:|www\.|\S@\S|(?:^|\s)@\w")
_SEPARATORS = re.compile(r"[|»›·•/>→←▸►]")
_DIGIT = re.compile(r"\d")


class Phrases(Protocol):
    """Finds the boilerplate phrase that a block's text is, begins with or holds."""

    def match(self, text: str, key: str = "") -> tuple[BoilerplateKind, str, bool] | None:
        """Return kind, ``whole starts contains``, and whether it opens a section of the kind."""


class Facts:
    """What later stages need of one block beside its bucket row.

    Attributes:
        row: Bucket numbers, in the order of the names.
        words: Number of words (half the code points where words do not stand apart).
        prose: ``words`` where the block reads as prose, else 0.
        key: Text in lower case, white space squeezed: equal for repeats.
        phrase: The boilerplate phrase found, or None.
        opens: The kind of section that the block's phrase opens, or None.
    """

    __slots__ = ("key", "opens", "phrase", "prose", "row", "words")

    def __init__(self) -> None:
        self.row: list[int] = []
        self.words = 0
        self.prose = 0
        self.key = ""
        self.phrase: tuple[BoilerplateKind, str, bool] | None = None
        self.opens: BoilerplateKind | None = None


def word_facts(block: Block, pack: Pack, function_words: frozenset[str], phrases: Phrases) -> Facts:
    """Measure one block; linear in its text.

    Args:
        block: Any block.
        pack: The page's words.
        function_words: ``pack.function_words.words`` as a set.
        phrases: Matcher of the pack's boilerplate phrases.
    """
    facts = Facts()
    text = block.text
    if len(text) > LOOKED_AT:
        # Judged by its beginning and its last letters, so a page of one line costs no more.
        text = text[: LOOKED_AT - 8] + text[-8:]
    tokens = text.split()
    facts.key = low = " ".join(tokens).lower()
    parts = len(tokens)
    length = len(text)
    facts.words = count = parts if pack.spaced else max(parts, length // 2)
    end = _end_code(text)
    link = block.link_chars
    if 2 * link <= length and ((count >= PROSE_WORDS and 0 < end <= 2) or count >= PROSE_LONG):
        facts.prose = count
    facts.phrase = phrase = phrases.match(text, low)
    if phrase is not None and phrase[2]:
        facts.opens = phrase[0]
    digits, separators = _counts(text)
    called = "@" in text or "http" in text or "www." in text
    facts.row = [
        bisect_right(WORDS, count),
        bisect_right(LENGTHS, length),
        end,
        capped(len(_SENTENCE_END.findall(text)), 5) if count > 4 else 0,
        capped(text.count(",") + text.count("，") + text.count("、"), 5),
        share_bucket(sum(map(function_words.__contains__, low.split(" "))), parts),
        share_bucket(sum([token[0].isupper() for token in tokens]), parts),
        share_bucket(digits, length) if digits else 0,
        _start_code(text),
        _phrase_code(phrase) if phrase is not None else 0,
        capped(separators, 3),
        share_bucket(link, length) if link else 0,
        _ELEMENT_CODE.get(block.tag, _OTHER_ELEMENT),
        1 if digits and _DATE.search(text, 0, 200) else 0,
        1 if called and _ADDRESS.search(text, 0, 400) else 0,
        _call_code(text),
    ]
    return facts


def _counts(text: str) -> tuple[int, int]:
    """Digits and separators of a text; of ASCII text without a pattern."""
    if text.isascii():
        digits = len(text) - len(text.encode().translate(None, b"0123456789"))
        return digits, text.count("|") + text.count("/") + text.count(">")
    return len(_DIGIT.findall(text)), len(_SEPARATORS.findall(text))


def _end_code(text: str) -> int:
    """0 nothing, 1 full stop, 2 question or exclamation, 3 colon, 4 ellipsis, 5 comma."""
    bare = text[-8:].rstrip(_CLOSERS + " ")
    if bare.endswith("..."):
        return 4
    return _ENDS.get(bare[-1], 0) if bare else 0


def _start_code(text: str) -> int:
    """0 other, 1 capital, 2 small letter, 3 digit, 4 quotation mark, 5 bracket or sign."""
    first = text[0]
    if first.isupper():
        return 1
    if first.isalpha():
        return 2
    if first.isdigit():
        return 3
    if first in "\"'“„«»‘’「『":
        return 4
    return 5 if first in "[({<•‣▪*#@|©→←›»-–—" else 0


def _phrase_code(phrase: tuple[BoilerplateKind, str, bool]) -> int:
    """Three numbers a kind, for whole, starts and contains; 0 is no phrase."""
    return 1 + 3 * _KIND_CODE[phrase[0]] + _HOW_CODE[phrase[1]]


def _call_code(text: str) -> int:
    """0 neither, 1 a question mark, 2 an exclamation mark."""
    if "?" in text or "？" in text:
        return 1
    return 2 if "!" in text or "！" in text else 0
