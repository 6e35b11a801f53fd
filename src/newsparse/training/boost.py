"""Boosted trees that become point tables.

Every tree has three leaves, so it looks at two features at most; the sum of all trees is a sum of
one-feature and two-feature tables and can be read without the trees. A first fit shows which pairs
matter, a second one may use only those.

Needs the extra ``train`` (numpy, lightgbm).
"""

from __future__ import annotations

import math
from collections import Counter
from typing import Any, TypeAlias

from attrs import evolve, frozen

from newsparse.errors import MissingExtraError
from newsparse.labelling.points import PointTable, probability

__all__ = ["Settings", "fit_table"]

Array: TypeAlias = Any
"""A numpy array; numpy is an extra and not there when this is imported."""
NEWTON_STEPS = 12
"""Steps of a two-number logistic fit; it stands still after six."""
RIDGE = 1e-6
"""Keeps the fit in bounds where all answers agree."""
DIGITS = 4
"""Decimal places kept of points: their sum over 70 tables is then right to 0.01 log-odds."""


@frozen(kw_only=True)
class Settings:
    """How a table is fitted.

    Attributes:
        rounds: Trees; half as many are grown to choose the pairs.
        rate: Learning rate.
        pairs: Two-feature tables allowed. 24 reach on the validation texts what all 170 pairs do;
            12 lose 0.1 points.
        least: Blocks a leaf must hold.
        seed: Of the sampling; equal seeds give equal tables.
    """

    rounds: int = 400
    rate: float = 0.12
    pairs: int = 24
    least: int = 50
    seed: int = 1


def fit_table(
    rows: Array,
    answers: Array,
    weights: Array,
    sizes: tuple[int, ...],
    settings: Settings,
    groups: list[int] | None = None,
) -> PointTable:
    """Fit one question.

    Args:
        rows: Bucket numbers, one row a block (2-D integer array).
        answers: 0 or 1 for each row.
        weights: Weight of each row.
        sizes: Number of buckets of each feature.
        settings: Rounds, rate, pairs, seed.
        groups: Rows of each page where the question is which one row of a page it is (the
            headline): trees then learn the order within a page. On the validation texts that finds
            0.85 of the headlines, yes or no for each row 0.81.

    Returns:
        The table; the same for the same input on any machine that runs the same lightgbm.

    Raises:
        MissingExtraError: lightgbm is not installed.
    """
    searching = evolve(settings, rounds=settings.rounds // 2)
    trees = _trees(rows, answers, weights, searching, None, groups)
    chosen = [pair for pair, _ in _pair_gains(trees).most_common(settings.pairs)]
    constraints = [list(pair) for pair in chosen] + [[i] for i in range(len(sizes))]
    table = _tables(_trees(rows, answers, weights, settings, constraints, groups), sizes)
    return table if groups is None else _calibrated(table, rows, answers)


def _calibrated(table: PointTable, rows: Array, answers: Array) -> PointTable:
    """Turn ranking scores into log-odds: a scale and a base, fitted by Newton steps."""
    scores = [table.score(row) for row in rows.tolist()]
    truth = [int(answer) for answer in answers]
    scale, base = 1.0, math.log((sum(truth) + 1) / (len(truth) - sum(truth) + 1))
    for _ in range(NEWTON_STEPS):
        gradient, slope = [0.0, 0.0], [RIDGE, 0.0, RIDGE]
        for score, answer in zip(scores, truth, strict=True):
            guess = probability(scale * score + base)
            weight = guess * (1.0 - guess)
            gradient[0] += (answer - guess) * score
            gradient[1] += answer - guess
            slope[0] += weight * score * score
            slope[1] += weight * score
            slope[2] += weight
        determinant = slope[0] * slope[2] - slope[1] * slope[1]
        scale += (slope[2] * gradient[0] - slope[1] * gradient[1]) / determinant
        base += (slope[0] * gradient[1] - slope[1] * gradient[0]) / determinant
    return PointTable(
        round(base + scale * table.base, DIGITS),
        [[round(scale * p, DIGITS) for p in single] for single in table.singles],
        [
            (a, b, width, [round(scale * p, DIGITS) for p in cells])
            for a, b, width, cells in table.pairs
        ],
    )


def _trees(
    rows: Array,
    answers: Array,
    weights: Array,
    settings: Settings,
    constraints: list[list[int]] | None,
    groups: list[int] | None,
) -> list[dict[str, Any]]:
    try:
        import lightgbm
    except ImportError as error:
        raise MissingExtraError("training", "lightgbm", "train") from error
    parameters = {
        "objective": "binary",
        "num_leaves": 3,
        "learning_rate": settings.rate,
        "min_data_in_leaf": settings.least,
        "lambda_l2": 5.0,
        "bagging_fraction": 0.8,
        "bagging_freq": 1,
        "feature_fraction": 0.5,
        "max_bin": 63,
        "num_threads": 1,
        "deterministic": True,
        "seed": settings.seed,
        "verbose": -1,
        "boost_from_average": True,
    }
    if constraints is not None:
        parameters["interaction_constraints"] = constraints
    if groups is not None:
        parameters |= {"objective": "lambdarank", "lambdarank_truncation_level": 5}
        weights = None
    data = lightgbm.Dataset(rows, answers, weight=weights, group=groups, free_raw_data=True)
    model = lightgbm.train(parameters, data, num_boost_round=settings.rounds)
    return [tree["tree_structure"] for tree in model.dump_model()["tree_info"]]


def _splits(tree: dict[str, Any]) -> list[dict[str, Any]]:
    found, waiting = [], [tree]
    while waiting:
        node = waiting.pop()
        if "split_feature" in node:
            found.append(node)
            waiting += [node["right_child"], node["left_child"]]
    return found


def _pair_gains(trees: list[dict[str, Any]]) -> Counter[tuple[int, int]]:
    gains: Counter[tuple[int, int]] = Counter()
    for tree in trees:
        splits = _splits(tree)
        used = sorted({node["split_feature"] for node in splits})
        if len(used) == 2:
            gains[used[0], used[1]] += sum(node["split_gain"] for node in splits)
    return gains


def _tables(trees: list[dict[str, Any]], sizes: tuple[int, ...]) -> PointTable:
    """Sum the trees' leaves into tables; the first tree holds the starting log-odds."""
    singles = [[0.0] * size for size in sizes]
    pairs: dict[tuple[int, int], list[float]] = {}
    base = 0.0
    for tree in trees:
        used = sorted({node["split_feature"] for node in _splits(tree)})
        if not used:
            base += tree["leaf_value"]
        elif len(used) == 1:
            table = singles[used[0]]
            for value in range(len(table)):
                table[value] += _leaf(tree, {used[0]: value})
        else:
            first, second = used
            width = sizes[second]
            cells = pairs.setdefault((first, second), [0.0] * (sizes[first] * width))
            for one in range(sizes[first]):
                for two in range(width):
                    cells[one * width + two] += _leaf(tree, {first: one, second: two})
    return PointTable(
        round(base, DIGITS),
        [[round(p, DIGITS) for p in table] for table in singles],
        [
            (first, second, sizes[second], [round(p, DIGITS) for p in cells])
            for (first, second), cells in sorted(pairs.items())
        ],
    )


def _leaf(tree: dict[str, Any], values: dict[int, int]) -> float:
    node = tree
    while "split_feature" in node:
        low = values[node["split_feature"]] <= node["threshold"]
        node = node["left_child"] if low else node["right_child"]
    return float(node["leaf_value"])
