"""What the first pass thought about the blocks around: the second pass's extra features."""

from __future__ import annotations

from bisect import bisect_right

from newsparse.labelling.features.buckets import DISTANCES, share_bucket
from newsparse.labelling.features.words import Facts
from newsparse.model.block import Block

__all__ = ["FEATURES", "second_rows"]

LEVELS = (0.02, 0.06, 0.15, 0.3, 0.5, 0.7, 0.85, 0.94, 0.98)
"""Borders for probabilities, even in log-odds."""
SURE = 0.5
"""First-pass probability from which a block counts as body when places are measured."""
_LEVEL = len(LEVELS) + 1

FEATURES = (
    ("first look", _LEVEL),
    *((f"first look, {n} before", _LEVEL + 1) for n in (1, 2, 3)),
    *((f"first look, {n} after", _LEVEL + 1) for n in (1, 2, 3)),
    ("first look, mean of four around", _LEVEL),
    ("first look, mean of ten before", _LEVEL),
    ("first look, mean of ten after", _LEVEL),
    ("against the page's best (eighths)", 9),
    ("body words before (eighths)", 9),
    ("within the body", 4),
    ("blocks from the body", 10),
    ("first look, mean of its container", _LEVEL),
    ("body words in its container (eighths)", 9),
    ("body words in the container above (eighths)", 9),
    ("body words on its path (eighths)", 9),
    ("first look, mean of its path", _LEVEL),
)
"""Name and number of buckets of each feature, in the order they are appended."""


def second_rows(blocks: list[Block], facts: list[Facts], scores: list[float]) -> list[list[int]]:
    """Return each block's row with the second pass's features appended.

    Args:
        blocks: The page's blocks.
        facts: Their facts; rows are not changed.
        scores: First-pass probability of body of each block.
    """
    count = len(blocks)
    levels = [bisect_right(LEVELS, s) for s in scores]
    padded = [_LEVEL, _LEVEL, _LEVEL, *levels, _LEVEL, _LEVEL, _LEVEL]
    sums = [0.0]
    for score in scores:
        sums.append(sums[-1] + score)
    body = [f.words if s >= SURE else 0 for f, s in zip(facts, scores, strict=True)]
    total = sum(body)
    inside = [i for i, words in enumerate(body) if words]
    start, end = (inside[0], inside[-1] + 1) if inside else (count, count)
    best = max(scores, default=0.0)
    places = _places(blocks, scores, body, total)
    rows: list[list[int]] = []
    before = 0
    bucket = bisect_right
    for i, fact in enumerate(facts):
        low, high = (i - 4 if i > 4 else 0), (i + 5 if i + 5 < count else count)
        around = (sums[high] - sums[low] - scores[i]) / (high - low - 1) if high - low > 1 else 0.0
        far_low, far_high = (i - 10 if i > 10 else 0), (i + 11 if i + 11 < count else count)
        code = 0 if i < start else (1 if i < end else 2)
        away = start - i if code == 0 else (i - end + 1 if code == 2 else 0)
        rows.append(
            [
                *fact.row,
                levels[i],
                padded[i + 2],
                padded[i + 1],
                padded[i],
                padded[i + 4],
                padded[i + 5],
                padded[i + 6],
                bucket(LEVELS, around),
                bucket(LEVELS, (sums[i] - sums[far_low]) / (i - far_low)) if i else 0,
                bucket(LEVELS, (sums[far_high] - sums[i + 1]) / (far_high - i - 1))
                if far_high > i + 1
                else 0,
                share_bucket(scores[i], best),
                share_bucket(before, total),
                code if inside else 3,
                bucket(DISTANCES, away),
                *places[i],
            ]
        )
        before += body[i]
    return rows


def _places(
    blocks: list[Block], scores: list[float], body: list[int], total: int
) -> list[tuple[int, int, int, int, int]]:
    """Container and path figures of each block; zeros where the page is one container."""
    if not blocks or all(b.container is blocks[0].container for b in blocks):
        return [(0, 0, 0, 0, 0)] * len(blocks)
    own: dict[int, list[float]] = {}
    above: dict[int, list[float]] = {}
    paths: dict[tuple[str, str, tuple[str, ...], str], list[float]] = {}
    keys = []
    for block, score, words in zip(blocks, scores, body, strict=True):
        container = block.container
        parent = container.parent or container
        path = (block.tag, container.tag, container.tokens, parent.tag)
        keys.append((container.order, parent.order, path))
        for cell in (
            own.setdefault(container.order, [0.0, 0.0, 0.0]),
            above.setdefault(parent.order, [0.0, 0.0, 0.0]),
            paths.setdefault(path, [0.0, 0.0, 0.0]),
        ):
            cell[0] += score
            cell[1] += 1.0
            cell[2] += words
    found = []
    for container_key, parent_key, path in keys:
        cell, up, same = own[container_key], above[parent_key], paths[path]
        found.append(
            (
                bisect_right(LEVELS, cell[0] / cell[1]),
                share_bucket(cell[2], total),
                share_bucket(up[2], total),
                share_bucket(same[2], total),
                bisect_right(LEVELS, same[0] / same[1]),
            )
        )
    return found
