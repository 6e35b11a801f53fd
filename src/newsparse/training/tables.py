"""Point tables as plain values, and the thresholds and weights that go with them."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

from newsparse.labelling.points import PointTable, probability
from newsparse.labelling.scoring import STAGES
from newsparse.labelling.weights import FORMAT
from newsparse.training.boost import DIGITS

__all__ = ["best_least", "lift_of", "table_from_plain", "table_to_plain", "write_weights"]

LEAST_RANGE = (0.1, 0.6)
"""Bounds of the probabilities from which a smaller role is claimed."""
YES_SHARE = 0.25
"""Share of the weight that the yeses of a rare role get while it is fitted."""


def best_least(table: PointTable, rows: list[list[list[int]]], answers: list[list[int]]) -> float:
    """The probability from which a yes gives the best F1 over all blocks."""
    found = sorted(
        (
            (probability(table.score(row)), answer)
            for page_rows, page_answers in zip(rows, answers, strict=True)
            for row, answer in zip(page_rows, page_answers, strict=True)
        ),
        reverse=True,
    )
    yes = sum(answer for _, answer in found)
    best, least, hits = 0.0, 1.0, 0
    for count, (score, answer) in enumerate(found, 1):
        hits += answer
        f1 = 2 * hits / (count + yes)
        if f1 > best:
            best, least = f1, score
    return round(min(max(least, LEAST_RANGE[0]), LEAST_RANGE[1]), DIGITS)


def lift_of(answers: list[list[int]], weights: list[list[float]]) -> float:
    """How much rare yeses must be lifted to weigh ``YES_SHARE`` of all; undone in the base."""
    pairs = [
        (answer, weight)
        for page_answers, page_weights in zip(answers, weights, strict=True)
        for answer, weight in zip(page_answers, page_weights, strict=True)
    ]
    yes = sum(weight for answer, weight in pairs if answer)
    no = sum(weight for answer, weight in pairs if not answer)
    return max(1.0, YES_SHARE * no / (1.0 - YES_SHARE) / yes) if yes else 1.0


def table_to_plain(table: PointTable) -> dict[str, Any]:
    """Return a table as the weights file holds it."""
    pairs = [[first, second_, cells] for first, second_, _, cells in table.pairs]
    return {"base": table.base, "singles": table.singles, "pairs": pairs}


def table_from_plain(plain: dict[str, Any]) -> PointTable:
    """Return the table that ``table_to_plain`` wrote."""
    pairs = [(a, b, len(plain["singles"][b]), cells) for a, b, cells in plain["pairs"]]
    return PointTable(plain["base"], plain["singles"], pairs)


def write_weights(
    path: Path, name: str, tables: dict[str, PointTable], numbers: dict[str, float]
) -> None:
    """Write a weights file; the same tables give the same bytes."""
    plain = {
        "format": FORMAT,
        "name": name,
        "features": {stage: [n for n, _ in features] for stage, features in STAGES.items()},
        "numbers": numbers,
        "tables": {question: table_to_plain(tables[question]) for question in sorted(tables)},
    }
    data = json.dumps(plain, separators=(",", ":"), sort_keys=True).encode()
    path.write_bytes(gzip.compress(data, compresslevel=9, mtime=0))
