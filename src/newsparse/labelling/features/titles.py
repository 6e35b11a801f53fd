"""What the page, or a text's first line, declares as title and description."""

from __future__ import annotations

from newsparse.labelling.features.words import Facts
from newsparse.languages.letters import letter_runs

__all__ = ["Titles"]

MOST_WORDS = 40
"""Words of the longest block compared with a title."""


class Titles:
    """Compares blocks with the declared titles and descriptions.

    Attributes:
        own: Number of the block that is the title itself, or None.
    """

    __slots__ = ("_descriptions", "_folded", "_titles", "own")

    def __init__(
        self, titles: list[str], descriptions: list[str], *, own: int | None = None
    ) -> None:
        self.own = own
        self._folded = ("", "")  # the last block's key and its folded form
        folded = dict.fromkeys(map(_folded, titles))
        self._titles = [(t, frozenset(t.split())) for t in folded if t]
        self._descriptions = [_folded(d) for d in descriptions if d]

    def title_code(self, facts: Facts, i: int) -> int:
        """0 none declared, 1 unlike, 2 shares half its words, 3 holds, 4 begins, 5 equal."""
        if not self._titles or i == self.own:
            return 0
        if facts.words > MOST_WORDS:
            return 1
        folded = self._fold(facts.key)
        words = frozenset(folded.split())
        best = 1
        for title, title_words in self._titles:
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

    def _fold(self, key: str) -> str:
        if key != self._folded[0]:
            self._folded = (key, _folded(key))
        return self._folded[1]

    def description_code(self, facts: Facts) -> int:
        """0 none declared, 1 unlike, 2 part of it, 3 equal."""
        if not self._descriptions:
            return 0
        if facts.words < 5:
            return 1
        folded = self._fold(facts.key)
        best = 1
        for description in self._descriptions:
            if folded == description:
                return 3
            if folded in description or (len(description) > 30 and description in folded):
                best = 2
        return best


def _folded(text: str) -> str:
    return " ".join(letter_runs(text.casefold()))
