"""The beginning of the body: what a headline tells in few words, and where roles may stand."""

from __future__ import annotations

from newsparse.labelling.features.buckets import share_bucket
from newsparse.labelling.features.context import densest_run
from newsparse.labelling.features.second import SURE
from newsparse.labelling.features.words import Facts
from newsparse.languages.letters import letter_runs

__all__ = ["TITLE_MOST", "TITLE_WORDS", "Lead"]

TITLE_WORDS = 3
"""Words of the shortest line counted as a title."""
TITLE_MOST = 28
"""Words of the longest."""
LONG_WORD = 4
"""Letters from which a word is taken to be about the subject."""
PARAGRAPHS = 5
"""Paragraphs that count as the beginning."""
ABOVE = 100
"""Blocks above the body among which the headline stands: between them lie at most a share row, a
byline, a picture with its words, and a list of key points."""
WITHIN = 8
"""Blocks into the body that may still be the headline: a deck or key points were taken for body."""
AROUND = 12
"""Blocks above the headline and behind the body in which bylines, dates and decks are sought."""


class Lead:
    """Where the body lies and what its first paragraphs are about.

    Attributes:
        start: Number of the first block of the densest run of sure body, or None.
        last: Number of the last block that is sure body, or None.
        words: The long words of the first paragraphs.
        titles: For each block before ``start``, how many title-like blocks lie between.
    """

    __slots__ = ("_told", "last", "start", "titles", "words")

    def __init__(self, facts: list[Facts], body: list[float]) -> None:
        mass = [f.prose if s >= SURE else 0 for f, s in zip(facts, body, strict=True)]
        start, end = densest_run(mass)
        sure = [i for i in range(start, end) if mass[i]]
        self.start = start if sure else None
        self.last = max((i for i, s in enumerate(body) if s >= SURE), default=None)
        self.words: set[str] = set()
        self._told: dict[str, int] = {}
        for i in sure[:PARAGRAPHS]:
            self.words.update(w for w in letter_runs(facts[i].key) if len(w) >= LONG_WORD)
        self.titles: list[int] = []
        count = 0
        for fact in reversed(facts[: self.start or 0]):
            self.titles.append(count)
            if TITLE_WORDS <= fact.words <= TITLE_MOST and fact.phrase is None:
                count += 1
        self.titles.reverse()

    def told(self, fact: Facts) -> int:
        """Share of the block's long words that the first paragraphs use, in eighths."""
        known = self._told.get(fact.key)
        if known is None:
            own = [w for w in letter_runs(fact.key) if len(w) >= LONG_WORD]
            share = share_bucket(sum(map(self.words.__contains__, own)), len(own))
            known = self._told[fact.key] = share
        return known

    def headline_zone(self, count: int) -> range:
        """Return the blocks among which the headline is sought, of ``count`` blocks."""
        if self.start is None:
            return range(min(count, ABOVE))
        return range(max(self.start - ABOVE, 0), min(self.start + WITHIN, count))

    def role_zone(self, headline: int | None, count: int) -> range:
        """Return the blocks among which the smaller roles are sought."""
        first = self.start if self.start is not None else 0
        if headline is not None:
            first = min(first, headline)
        last = self.last if self.last is not None else first
        return range(max(first - AROUND, 0), min(max(last, headline or 0) + AROUND, count))
