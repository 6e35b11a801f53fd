"""What tells headlines, decks, bylines, dates and captions apart: asked of likely blocks only."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

from attrs import frozen

from newsparse.labelling.features.buckets import DISTANCES, capped
from newsparse.labelling.features.lead import TITLE_MOST, TITLE_WORDS, Lead
from newsparse.labelling.features.titles import Titles
from newsparse.labelling.features.words import Facts
from newsparse.languages.letters import letter_runs
from newsparse.languages.schema import Pack
from newsparse.model.block import Block

__all__ = ["CUE_FEATURES", "PLACE_FEATURES", "CueWords", "PageCues", "cue_words", "place_row"]

CUE_FEATURES = (
    ("like the declared title", 6),
    ("like the declared description", 4),
    ("byline cue", 4),
    ("date cue", 5),
    ("picture cue", 3),
    ("list sign, number or bracket", 4),
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
    ("byline or date soon after", 5),
    ("blocks to the body's start", 11),
    ("shares its ends with another line", 4),
    ("a title just above", 4),
)
"""Name and number of buckets of each cue, in the order of a row."""

PLACE_FEATURES = (
    ("side of the headline", 4),
    ("blocks from the headline", 10),
    ("between headline and body", 2),
)
"""Where a block stands to the headline; known once that is chosen."""

SIGNING_WORDS = 10
"""Words of a line that is only a byline."""
REACH = 3
"""Blocks above a deck among which its headline stands."""
SOON = 6
"""Blocks after a headline among which its byline and date stand."""
MOST_ALIKE = 8
"""Lines with the same ends that are compared: keeps the cost flat where all lines are alike."""
AROUND = 6
"""Blocks on each side among which a headline is the longest line."""
_NUMERIC_DATE = re.compile(
    r"(?<!\d)(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d\d))(?!\d)"
    r"|\d{4}年\d{1,2}月|\d{1,2}月\d{1,2}日|\d{4}년"
)
_TIME = re.compile(r"(?<!\d)[012]?\d[:h.][0-5]\d(?!\d)")
_DIGIT = re.compile(r"\d")


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
        for word in letter_runs(phrase.casefold())
        if len(word) > 3
    }
    return CueWords(
        frozenset(prefix.casefold().split(" ")[0].rstrip(":") for prefix in pack.byline.prefixes),
        frozenset(month.casefold().rstrip(".") for month in months),
        tuple(cue.casefold() for cue in (*pack.dates.published, *pack.dates.updated)),
        frozenset(pictures),
    )


class PageCues:
    """The cues of one page's blocks; each block's name and date is looked at once.

    Args:
        blocks: The page's blocks.
        facts: Their facts.
        words: Look-up sets.
        titles: What is declared.
        lead: Where the body begins.
    """

    __slots__ = (
        "_blocks",
        "_dates",
        "_ends",
        "_facts",
        "_lead",
        "_lines",
        "_names",
        "_titles",
        "_words",
    )

    def __init__(
        self,
        blocks: list[Block],
        facts: list[Facts],
        words: CueWords,
        titles: Titles,
        lead: Lead,
    ) -> None:
        self._blocks = blocks
        self._facts = facts
        self._words = words
        self._titles = titles
        self._lead = lead
        self._lines = [0 if fact.prose else fact.words for fact in facts]
        self._ends: tuple[dict[str, list[str]], dict[str, list[str]]] | None = None
        self._names: dict[int, int] = {}
        self._dates: dict[int, int] = {}

    def row(self, i: int) -> list[int]:
        """Return the cue buckets of block ``i``."""
        facts, block, lead = self._facts, self._blocks[i], self._lead
        fact, text = facts[i], block.text
        marked = sum([n.end - n.start for n in block.inlines if n.kind in ("em", "strong")])
        prose_next = 2 if i + 1 < len(facts) and facts[i + 1].prose else 0
        if not prose_next and i + 2 < len(facts) and facts[i + 2].prose:
            prose_next = 1
        return [
            self._titles.title_code(fact, i),
            self._titles.description_code(fact),
            self._name(i),
            self._date(i),
            picture_code(block, fact, self._words),
            _sign_code(block),
            1 if text.isupper() else 0,
            1 if text.rstrip().endswith(("?", "？")) else 0,
            prose_next,
            self._name(i - 1),
            self._name(i + 1),
            self._date(i - 1),
            self._date(i + 1),
            0 if not marked else (2 if 10 * marked >= 9 * len(text) else 1),
            lead.told(fact),
            capped(lead.titles[i], 4) if i < len(lead.titles) else 5,
            self._longest(i),
            self._soon(i),
            _start_code(i, lead.start),
            self._echo(i),
            self._above(i),
        ]

    def signs(self, i: int) -> bool:
        """Whether block ``i`` opens like a byline and is names but for two words at most."""
        parts = self._blocks[i].text.split()
        if self._name(i) != 3 or len(parts) > SIGNING_WORDS:
            return False
        return sum(part[0].isupper() for part in parts[1:]) >= max(len(parts) - 2, 1)

    def _longest(self, i: int) -> int:
        """2 the longest of the blocks around that are no prose, 1 within two words, else 0."""
        most = max(self._lines[max(i - AROUND, 0) : i + AROUND + 1])
        words = self._facts[i].words
        return 2 if words >= most else (1 if words + 2 >= most else 0)

    def _above(self, i: int) -> int:
        """0 no title-like line just above, else 1 to 3: told less, as much, more than this one."""
        for j in range(i - 1, max(i - 1 - REACH, -1), -1):
            fact = self._facts[j]
            if fact.prose or fact.phrase is not None:
                continue
            if TITLE_WORDS <= fact.words <= TITLE_MOST:
                own, other = self._lead.told(self._facts[i]), self._lead.told(fact)
                return 1 + (other >= own) + (other > own)
        return 0

    def _echo(self, i: int) -> int:
        """0 alone, 1 a longer line begins so, 2 a longer one ends so, 3 holds a shorter line."""
        if self._ends is None:
            self._ends = _line_ends(self._facts)
        key = self._facts[i].key
        first, last = _ends(key)
        best = 0
        for other in (*self._ends[0].get(first, ()), *self._ends[1].get(last, ())):
            if len(other) > len(key) and other.startswith(key):
                best = max(best, 1)
            elif len(other) > len(key) and other.endswith(key):
                best = max(best, 2)
            elif len(other) < len(key) and (key.startswith(other) or key.endswith(other)):
                return 3
        return best

    def _name(self, i: int) -> int:
        if not 0 <= i < len(self._facts):
            return 0
        found = self._names.get(i)
        if found is None:
            found = self._names[i] = name_code(self._blocks[i], self._facts[i], self._words)
        return found

    def _date(self, i: int) -> int:
        if not 0 <= i < len(self._facts):
            return 0
        found = self._dates.get(i)
        if found is None:
            found = self._dates[i] = date_code(self._facts[i], self._words)
        return found

    def _soon(self, i: int) -> int:
        """0 none, 1 name, 2 time, 3 opens like a byline, 4 date: the most telling of the next."""
        best = 0
        for j in range(i + 1, min(i + 1 + SOON, len(self._facts))):
            if self._facts[j].prose:
                break
            best = max(best, (0, 1, 0, 3)[self._name(j)], (0, 2, 4, 4, 4)[self._date(j)])
        return best


def _ends(key: str) -> tuple[str, str]:
    """The first and the last two words of a line."""
    words = key.split(" ")
    return " ".join(words[:2]), " ".join(words[-2:])


def _line_ends(facts: list[Facts]) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """The page's different title-like lines by their first and by their last words."""
    first: dict[str, list[str]] = {}
    last: dict[str, list[str]] = {}
    seen = {f.key for f in facts if TITLE_WORDS <= f.words <= TITLE_MOST and not f.prose}
    for key in sorted(seen):
        head, tail = _ends(key)
        for index, words in ((first, head), (last, tail)):
            held = index.setdefault(words, [])
            if len(held) < MOST_ALIKE:
                held.append(key)
    return first, last


def _sign_code(block: Block) -> int:
    """0 none, 1 a digit, 2 a list item, 3 an opening bracket."""
    if block.kind == "list_item":
        return 2
    first = block.text[0]
    return 3 if first in "[(" else (1 if first.isdigit() else 0)


def _start_code(i: int, start: int | None) -> int:
    """0 no body or behind its start, else 1 and more the farther before it."""
    return 0 if start is None or i >= start else 1 + bisect_right(DISTANCES, start - i)


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
    if 2 <= capital <= 5 and capital == len(parts) and not _DIGIT.search(block.text):
        return 1
    return 2 if capital >= 2 and len(parts) <= 12 else 0


def date_code(fact: Facts, words: CueWords) -> int:
    """0 no date, 1 a time alone, 2 a date among other words, 3 mostly a date, 4 a stated date."""
    key = fact.key
    if fact.words > 40 or len(key) > 400 or not _DIGIT.search(key):
        return 0
    dated = _NUMERIC_DATE.search(key) is not None or any(
        token in words.months for token in letter_runs(key)
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
    told = fact.words <= 80 and not words.pictures.isdisjoint(letter_runs(fact.key))
    return 1 if told else 0
