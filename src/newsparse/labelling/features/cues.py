"""What tells headlines, decks, bylines, dates and captions apart: asked of likely blocks only."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

from attrs import frozen

from newsparse.labelling.features.buckets import DISTANCES, capped, share_bucket
from newsparse.labelling.features.second import SURE
from newsparse.labelling.features.words import Facts
from newsparse.languages.schema import Pack
from newsparse.model.block import Block

__all__ = [
    "CUE_FEATURES",
    "PLACE_FEATURES",
    "CueWords",
    "Lead",
    "Titles",
    "cue_row",
    "cue_words",
    "place_row",
]

CUE_FEATURES = (
    ("like the declared title", 6),
    ("like the declared description", 4),
    ("byline cue", 4),
    ("date cue", 5),
    ("picture cue", 3),
    ("list sign or number", 3),
    ("all capitals", 2),
    ("reads as a question", 2),
    ("prose follows at once", 3),
    ("name cue just before", 4),
    ("name cue just after", 4),
    ("date cue just before", 5),
    ("date cue just after", 5),
    ("emphasis over the whole block", 3),
    ("its words in the first paragraphs (eighths)", 9),
    ("titles between it and the body", 6),
    ("longest of the lines around", 3),
)
"""Name and number of buckets of each cue, in the order of a row."""

PLACE_FEATURES = (
    ("side of the headline", 4),
    ("blocks from the headline", 10),
    ("between headline and body", 2),
)
"""Where a block stands to the headline; known once that is chosen."""

TITLE_WORDS = 3
"""Words that a text's first line needs to count as a declared title, and any title."""
TITLE_MOST = 28
"""Words of the longest line counted as a title."""
LONG_WORD = 4
"""Letters from which a word is taken to be about the subject."""
AROUND = 6
"""Blocks on each side among which a headline is the longest line."""
_NUMERIC_DATE = re.compile(
    r"(?<!\d)(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d\d))(?!\d)"
    r"|\d{4}年\d{1,2}月|\d{1,2}月\d{1,2}日|\d{4}년"
)
_TIME = re.compile(r"(?<!\d)[012]?\d[:h.][0-5]\d(?!\d)")
_WORD = re.compile(r"[^\W\d_]+")


@frozen(eq=False)
class CueWords:
    """Look-up sets made from a pack."""

    bylines: frozenset[str]
    months: frozenset[str]
    stated: tuple[str, ...]
    pictures: frozenset[str]


@lru_cache(maxsize=64)
def cue_words(pack: Pack) -> CueWords:
    """Return the look-up sets of a pack; the same object for the same pack."""
    months = {
        m for tables in (pack.generated.months, pack.dates.months) for row in tables for m in row
    }
    pictures = {
        word
        for entry in pack.credit
        if entry.kind in ("photo", "graphic", "video")
        for phrase in entry.starts
        for word in _WORD.findall(phrase.casefold())
        if len(word) > 3
    }
    return CueWords(
        frozenset(prefix.casefold().split(" ")[0].rstrip(":") for prefix in pack.byline.prefixes),
        frozenset(month.casefold().rstrip(".") for month in months),
        tuple(cue.casefold() for cue in (*pack.dates.published, *pack.dates.updated)),
        frozenset(pictures),
    )


class Titles:
    """What the page, or a text's first lines, declare as title and description."""

    __slots__ = ("descriptions", "titles")

    def __init__(self, titles: list[str], descriptions: list[str]) -> None:
        self.titles = [(t, frozenset(_WORD.findall(t))) for t in map(_folded, titles) if t]
        self.descriptions = [_folded(d) for d in descriptions if d]

    def title_code(self, facts: Facts) -> int:
        """0 none declared, 1 unlike, 2 shares half its words, 3 holds, 4 begins, 5 equal."""
        if not self.titles:
            return 0
        key = facts.key
        if facts.words > 40:
            return 1
        folded = _folded(key)
        words = frozenset(_WORD.findall(folded))
        best = 1
        for title, title_words in self.titles:
            if folded == title:
                return 5
            if facts.words < 2 or not words:
                continue
            if title.startswith(folded):
                best = max(best, 4)
            elif folded in title or title in folded:
                best = max(best, 3)
            elif 2 * len(words & title_words) >= max(len(words), len(title_words)):
                best = max(best, 2)
        return best

    def description_code(self, facts: Facts) -> int:
        """0 none declared, 1 unlike, 2 part of it, 3 equal."""
        if not self.descriptions:
            return 0
        if facts.words < 5:
            return 1
        folded = _folded(facts.key)
        best = 1
        for description in self.descriptions:
            if folded == description:
                return 3
            if folded in description or (len(description) > 30 and description in folded):
                best = 2
        return best


class Lead:
    """The beginning of the body, which a headline tells in few words.

    Attributes:
        start: Number of the first block of the body's first run of prose, or None.
        words: The long words of the first paragraphs.
        titles: For each block before ``start``, how many title-like blocks lie between.
    """

    __slots__ = ("start", "titles", "words")

    PARAGRAPHS = 5
    """Paragraphs that count as the beginning."""

    def __init__(self, facts: list[Facts], body: list[float]) -> None:
        sure = [
            i for i, (f, s) in enumerate(zip(facts, body, strict=True)) if s >= SURE and f.prose
        ]
        self.start = sure[0] if sure else None
        self.words: set[str] = set()
        for i in sure[: self.PARAGRAPHS]:
            self.words.update(w for w in _WORD.findall(facts[i].key) if len(w) >= LONG_WORD)
        self.titles: list[int] = []
        count = 0
        for fact in reversed(facts[: self.start or 0]):
            self.titles.append(count)
            if TITLE_WORDS <= fact.words <= TITLE_MOST and fact.phrase is None:
                count += 1
        self.titles.reverse()

    def told(self, fact: Facts) -> int:
        """Share of the block's long words that the first paragraphs use, in eighths."""
        own = [w for w in _WORD.findall(fact.key) if len(w) >= LONG_WORD]
        return share_bucket(sum(1 for w in own if w in self.words), len(own))


def cue_row(
    i: int,
    blocks: list[Block],
    facts: list[Facts],
    words: CueWords,
    titles: Titles,
    lead: Lead,
) -> list[int]:
    """Return the cue buckets of block ``i``."""
    fact, block = facts[i], blocks[i]
    text = block.text
    before = facts[i - 1] if i else None
    after = facts[i + 1] if i + 1 < len(facts) else None
    marked = sum(
        inline.end - inline.start for inline in block.inlines if inline.kind in ("em", "strong")
    )
    prose_next = 2 if after is not None and after.prose else 0
    if not prose_next and i + 2 < len(facts) and facts[i + 2].prose:
        prose_next = 1
    return [
        titles.title_code(fact),
        titles.description_code(fact),
        name_code(block, fact, words),
        date_code(fact, words),
        picture_code(block, fact, words),
        2 if block.kind == "list_item" else (1 if text[0].isdigit() else 0),
        1 if text.isupper() else 0,
        1 if text.rstrip().endswith(("?", "？")) else 0,
        prose_next,
        name_code(blocks[i - 1], before, words) if before is not None else 0,
        name_code(blocks[i + 1], after, words) if after is not None else 0,
        date_code(before, words) if before is not None else 0,
        date_code(after, words) if after is not None else 0,
        0 if not marked else (2 if 10 * marked >= 9 * len(text) else 1),
        lead.told(fact),
        capped(lead.titles[i], 4) if i < len(lead.titles) else 5,
        _longest_code(i, facts),
    ]


def _longest_code(i: int, facts: list[Facts]) -> int:
    """2 the longest of the blocks around that are no prose, 1 within two words of it, else 0."""
    around = (f.words for f in facts[max(i - AROUND, 0) : i + AROUND + 1] if not f.prose)
    most = max(around, default=0)
    words = facts[i].words
    return 2 if words >= most else (1 if words + 2 >= most else 0)


def place_row(i: int, headline: int | None, body_start: int | None) -> list[int]:
    """Return where block ``i`` stands to the headline's block (None: no headline)."""
    if headline is None:
        return [0, 0, 0]
    side = 1 if i < headline else (2 if i == headline else 3)
    between = headline < i and (body_start is None or i < body_start)
    return [side, bisect_right(DISTANCES, abs(i - headline)), int(between)]


def name_code(block: Block, fact: Facts, words: CueWords) -> int:
    """0 no byline, 1 two to five capitalised words, 2 the same with more, 3 opens like a byline."""
    if fact.words > 30:
        return 0
    tokens = fact.key.split(" ")
    if tokens[0].rstrip(":") in words.bylines and (len(tokens) > 1 or tokens[0].endswith(":")):
        return 3
    parts = block.text.split()
    capital = sum(1 for part in parts if part[0].isupper())
    if 2 <= capital <= 5 and capital == len(parts) and not any(c.isdigit() for c in block.text):
        return 1
    return 2 if capital >= 2 and len(parts) <= 12 else 0


def date_code(fact: Facts, words: CueWords) -> int:
    """0 no date, 1 a time alone, 2 a date among other words, 3 mostly a date, 4 a stated date."""
    key = fact.key
    if fact.words > 40 or len(key) > 400:
        return 0
    if not any(c.isdigit() for c in key):
        return 0
    dated = _NUMERIC_DATE.search(key) is not None or any(
        token in words.months for token in _WORD.findall(key)
    )
    if not dated:
        return 1 if _TIME.search(key) else 0
    if key.startswith(words.stated):
        return 4
    return 3 if fact.words <= 9 else 2


def picture_code(block: Block, fact: Facts, words: CueWords) -> int:
    """0 none, 1 a word of picture credits, 2 the block is marked as caption."""
    if block.kind == "caption":
        return 2
    if fact.words > 80:
        return 0
    return 1 if any(w in words.pictures for w in _WORD.findall(fact.key)) else 0


def _folded(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))
