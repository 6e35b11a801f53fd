"""Sets of words and phrases that tokens are looked up in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

__all__ = ["Phrases", "Speaks", "Word"]

MOST_ASKED = 20_000
"""Words that are remembered as speakers or none, a language; a news page asks for some 300."""

COMPOUND = 6
"""Letters from which a word may be a compound that closes in a noun that speaks."""


class Word(Protocol):
    """What is looked up: anything with a folded form."""

    @property
    def low(self) -> str:
        """The word, case folded."""


class Phrases:
    """A set of words and phrases; ``at`` gives how many tokens one of them covers.

    ``words`` are whole entries, ``first`` all first words, ``halves`` those that open a phrase
    only, ``seconds`` the second words of phrases.
    """

    __slots__ = ("_longer", "first", "halves", "seconds", "words")

    def __init__(self, entries: Sequence[str]) -> None:
        longer: dict[str, list[tuple[str, ...]]] = {}
        words: set[str] = set()
        for entry in entries:
            parts = tuple(entry.casefold().split())
            if len(parts) == 1:
                words.add(parts[0])
            elif parts:
                longer.setdefault(parts[0], []).append(parts)
        for phrases in longer.values():
            phrases.sort(key=len, reverse=True)
        self.words = frozenset(words)
        self.halves = frozenset(longer) - self.words
        self.seconds = frozenset(p[1] for phrases in longer.values() for p in phrases)
        self.first = self.words | longer.keys()
        self._longer = longer

    def at(self, tokens: Sequence[Word], place: int) -> int:
        """Tokens covered by an entry that begins at ``place``; 0 if none does."""
        low = tokens[place].low
        if low not in self.first:
            return 0
        for phrase in self._longer.get(low, ()):
            if place + len(phrase) <= len(tokens) and all(
                tokens[place + i].low == word for i, word in enumerate(phrase)
            ):
                return len(phrase)
        return 1 if low in self.words else 0


class Speaks(dict[str, bool]):
    """Whether a word names somebody or something that speaks: a cache of pure results."""

    def __init__(
        self, speakers: frozenset[str], ends: tuple[str, ...], given: frozenset[str]
    ) -> None:
        super().__init__()
        self._speakers, self._ends, self._given = speakers, ends, given
        self._last_two = frozenset(e[-2:] for e in ends)

    def __missing__(self, low: str) -> bool:
        if len(self) >= MOST_ASKED:
            self.clear()
        found = low in self._speakers or ("-" in low and low.rpartition("-")[2] in self._speakers)
        if not found and len(low) >= COMPOUND and low[-2:] in self._last_two:
            # "Dorian" ends like "historian" and is a given name.
            found = low.endswith(self._ends) and low not in self._given
        self[low] = found
        return found
