"""What stands around a block: prose before and after, section headings, repeats, its place."""

from __future__ import annotations

from bisect import bisect_right

from newsparse.labelling.features.buckets import DISTANCES, MASSES, capped, share_bucket
from newsparse.labelling.features.words import Facts
from newsparse.model.block import Block
from newsparse.model.label import BoilerplateKind

__all__ = ["FEATURES", "add_context"]

WINDOWS = (1, 2, 4, 8)
"""Blocks looked at on each side."""
SECTIONS = (
    BoilerplateKind.RELATED,
    BoilerplateKind.COMMENTS,
    BoilerplateKind.SUBSCRIBE,
    BoilerplateKind.SHARE,
    BoilerplateKind.COPYRIGHT,
    BoilerplateKind.CONSENT,
    BoilerplateKind.TAGS,
    BoilerplateKind.NAVIGATION,
    BoilerplateKind.PAGINATION,
)
"""Kinds whose last phrase before a block tells about it."""
SHORT_COST = 6
"""Words of prose that one block without prose costs when the densest run is sought: chosen among
2, 3, 4, 6, 8, 12 on 574 training texts by the share of body blocks that lie in the run, less the
share of others (0.90 and 0.12)."""

FEATURES = (
    *((f"prose in {n} before", 8) for n in WINDOWS),
    *((f"prose in {n} after", 8) for n in WINDOWS),
    ("prose of the page before (eighths)", 9),
    ("kind of the block before", 6),
    ("kind of the block after", 6),
    *((f"blocks since {kind.value.lower()} phrase", 10) for kind in SECTIONS),
    ("blocks since prose", 10),
    ("blocks until prose", 10),
    ("blocks until next phrase", 10),
    ("place on the page (eighths)", 9),
    ("densest run", 4),
    ("distance from the densest run", 10),
    ("repeats on the page", 4),
    ("short blocks in a row", 10),
    ("words told elsewhere in prose (eighths)", 9),
    ("gap before", 4),
    ("gap after", 4),
)
"""Name and number of buckets of each feature, in the order of a row."""

_FAR = 10_000
_MASS_BUCKETS = [bisect_right(MASSES, mass) for mass in range(MASSES[-1] + 1)]
_LONG_WORD = 5
"""Letters from which a word is taken to be about the subject."""


def add_context(blocks: list[Block], facts: list[Facts]) -> None:
    """Append the context features to each block's row. Linear in blocks and words."""
    count = len(blocks)
    if not count:
        return
    prose = [f.prose for f in facts]
    sums = [0]
    for mass in prose:
        sums.append(sums[-1] + mass)
    total = sums[-1]
    columns = _window_columns(sums, count)
    columns.append([share_bucket(mass, total) for mass in sums[:-1]])
    kinds = [_neighbour_code(f) for f in facts]
    columns.append([0, *kinds[:-1]])
    columns.append([*kinds[1:], 0])
    columns += _section_columns(facts)
    since, until = _distances(prose)
    for distances in (since, until, _until_phrase(facts)):
        columns.append([bisect_right(DISTANCES, d) for d in distances])
    columns.append([share_bucket(i, count) for i in range(count)])
    columns += _run_columns(prose, total)
    columns.append(_repeats(facts))
    columns.append(_short_runs(prose))
    columns.append(_told_elsewhere(facts))
    gaps = [capped(block.gap, 3) for block in blocks]
    columns.append(gaps)
    columns.append([*gaps[1:], 3])
    for fact, values in zip(facts, zip(*columns, strict=True), strict=True):
        fact.row += values


def _window_columns(sums: list[int], count: int) -> list[list[int]]:
    """Prose in the blocks before and after, for each window."""
    most = MASSES[-1]
    bucket = _MASS_BUCKETS
    padded = [0] * WINDOWS[-1] + sums + [sums[-1]] * WINDOWS[-1]
    here = sums[:count]
    after = sums[1 : count + 1]
    columns = []
    for n in WINDOWS:
        low = padded[WINDOWS[-1] - n :]
        columns.append(
            [
                bucket[m if m < most else most]
                for m in [a - b for a, b in zip(here, low, strict=False)]
            ]
        )
    for n in WINDOWS:
        high = padded[WINDOWS[-1] + 1 + n :]
        columns.append(
            [
                bucket[m if m < most else most]
                for m in [b - a for a, b in zip(after, high, strict=False)]
            ]
        )
    return columns


def _section_columns(facts: list[Facts]) -> list[list[int]]:
    """Blocks since the last phrase of each kind."""
    columns: list[list[int]] = [[] for _ in SECTIONS]
    far = bisect_right(DISTANCES, _FAR)
    place = {kind: n for n, kind in enumerate(SECTIONS)}
    seen: list[tuple[int, int]] = [
        (i, place[f.phrase[0]])
        for i, f in enumerate(facts)
        if f.phrase is not None and f.phrase[0] in place
    ]
    for n, column in enumerate(columns):
        at = 0
        last: int | None = None
        for i in [i for i, kind in seen if kind == n]:
            column.extend(_since(last, at, i + 1, far))
            at, last = i + 1, i
        column.extend(_since(last, at, len(facts), far))
    return columns


def _since(last: int | None, start: int, stop: int, far: int) -> list[int]:
    """Distance buckets of blocks ``start`` to ``stop`` from block ``last``."""
    if last is None:
        return [far] * (stop - start)
    return [bisect_right(DISTANCES, i - last) for i in range(start, stop)]


def _run_columns(prose: list[int], total: int) -> list[list[int]]:
    """Where each block stands to the densest run, and how far from it."""
    start, end = densest_run(prose)
    count = len(prose)
    inside, away = [], []
    for i in range(count):
        code = 1 if start <= i < end else (0 if i < start else 2)
        inside.append(code if total else 3)
        distance = start - i if i < start else i - end + 1
        away.append(0 if code == 1 and total else bisect_right(DISTANCES, distance))
    return [inside, away]


def densest_run(prose: list[int]) -> tuple[int, int]:
    """Return start and end (exclusive) of the run with most prose, gaps counted against it."""
    best, best_at, score, start = 0, (0, 0), 0, 0
    for i, mass in enumerate(prose):
        if score <= 0:
            score, start = 0, i
        score += mass or -SHORT_COST
        if score > best:
            best, best_at = score, (start, i + 1)
    return best_at


def _neighbour_code(fact: Facts) -> int:
    """0 no block, 1 prose, 2 phrase, 3 up to two words, 4 a title's length, 5 longer."""
    if fact.prose:
        return 1
    if fact.phrase is not None and fact.phrase[1] != "contains":
        return 2
    if fact.words <= 2:
        return 3
    return 4 if fact.words <= 14 else 5


def _distances(prose: list[int]) -> tuple[list[int], list[int]]:
    since: list[int] = []
    at = _FAR
    for mass in prose:
        since.append(at)
        at = 1 if mass else at + 1
    until: list[int] = []
    at = _FAR
    for mass in reversed(prose):
        until.append(at)
        at = 1 if mass else at + 1
    until.reverse()
    return since, until


def _until_phrase(facts: list[Facts]) -> list[int]:
    found: list[int] = []
    at = _FAR
    for fact in reversed(facts):
        found.append(at)
        at = 1 if fact.phrase is not None and fact.phrase[1] != "contains" else at + 1
    found.reverse()
    return found


def _repeats(facts: list[Facts]) -> list[int]:
    """0 unique, 1 stands again later, 2 stood before, 3 both or more often."""
    seen: dict[str, list[int]] = {}
    for i, fact in enumerate(facts):
        seen.setdefault(fact.key, []).append(i)
    codes = [0] * len(facts)
    for places in seen.values():
        if len(places) > 1:
            codes[places[0]] = 1
            codes[places[-1]] = 2
            for i in places[1:-1]:
                codes[i] = 3
    return codes


def _short_runs(prose: list[int]) -> list[int]:
    """How long the run of blocks without prose is that holds the block (0 for prose)."""
    codes = [0] * len(prose)
    i = 0
    while i < len(prose):
        if prose[i]:
            i += 1
            continue
        j = i
        while j < len(prose) and not prose[j]:
            j += 1
        codes[i:j] = [bisect_right(DISTANCES, j - i)] * (j - i)
        i = j
    return codes


def _told_elsewhere(facts: list[Facts]) -> list[int]:
    """Share of a block's long words that prose in other blocks uses too."""
    homes: dict[str, int] = {}
    sets: list[list[str]] = []
    for i, fact in enumerate(facts):
        words = [w for w in fact.key.split(" ") if len(w) >= _LONG_WORD]
        sets.append(words)
        if fact.prose:
            for word in words:
                homes[word] = i if homes.setdefault(word, i) == i else -1
    codes: list[int] = []
    find = homes.get
    for i, words in enumerate(sets):
        shared = 0
        for word in words:
            home = find(word)
            if home is not None and home != i:
                shared += 1
        codes.append(share_bucket(shared, len(words)))
    return codes
