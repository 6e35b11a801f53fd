"""Additive scores: points for each bucket of each feature, and for chosen pairs of features.

A table is what training makes of shallow boosted trees: every tree looks at two features at most,
so all of them together are sums of one-feature and two-feature tables. Reading a score is a look-up
a table, and the tables say why.
"""

from __future__ import annotations

import math
from operator import getitem

__all__ = ["PointTable", "probability"]

_MOST = 30.0
"""Log-odds beyond which a probability is 0 or 1 to twelve places; keeps exp() in range."""


def probability(log_odds: float) -> float:
    """Return the probability of log-odds."""
    if log_odds > _MOST:
        return 1.0
    if log_odds < -_MOST:
        return 0.0
    return 1.0 / (1.0 + math.exp(-log_odds))


class PointTable:
    """Points of one question ("is this body?") over rows of bucket numbers.

    Attributes:
        base: Points that every block gets.
        singles: One table a feature, in row order; a feature without points has zeros.
        pairs: ``(first, second, width, table)``: points at ``row[first] * width + row[second]``.
    """

    __slots__ = ("base", "pairs", "singles")

    def __init__(
        self,
        base: float,
        singles: list[list[float]],
        pairs: list[tuple[int, int, int, list[float]]],
    ) -> None:
        self.base = base
        self.singles = singles
        self.pairs = pairs

    def score(self, row: list[int]) -> float:
        """Return the log-odds of a row; bucket numbers lie inside the tables."""
        total = self.base + sum(map(getitem, self.singles, row))
        for first, second, width, table in self.pairs:
            total += table[row[first] * width + row[second]]
        return total

    def reasons(self, row: list[int]) -> list[tuple[tuple[int, ...], float]]:
        """Return features (row positions) with their points, largest first, zeros left out."""
        found: list[tuple[tuple[int, ...], float]] = [
            ((i,), table[row[i]]) for i, table in enumerate(self.singles) if table[row[i]]
        ]
        for first, second, width, table in self.pairs:
            points = table[row[first] * width + row[second]]
            if points:
                found.append(((first, second), points))
        found.sort(key=lambda reason: (-abs(reason[1]), reason[0]))
        return found
