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
_LONG_WORD = 5
"""Letters from which a word is taken to be about the subject."""


def add_context(blocks: list[Block], facts: list[Facts]) -> None:
    """Append the context features to each block's row. Linear in blocks and words."""
    count = len(blocks)
    prose = [f.prose for f in facts]
    total = sum(prose)
    sums = [0]
    for mass in prose:
        sums.append(sums[-1] + mass)
    kinds = [_neighbour_code(f) for f in facts]
    start, end = densest_run(prose)
    since, until = _distances(prose)
    next_phrase = _until_phrase(facts)
    repeats = _repeats(facts)
    rows_of_short = _short_runs(prose)
    elsewhere = _told_elsewhere(facts)
    last = dict.fromkeys(SECTIONS, -_FAR)
    mass_bucket = bisect_right
    for i, fact in enumerate(facts):
        row = fact.row
        here = sums[i]
        after = sums[i + 1]
        for n in WINDOWS:
            low = i - n
            row.append(mass_bucket(MASSES, here - sums[low if low > 0 else 0]))
        for n in WINDOWS:
            high = i + 1 + n
            row.append(mass_bucket(MASSES, sums[high if high < count else count] - after))
        row.append(share_bucket(here, total))
        row.append(kinds[i - 1] if i else 0)
        row.append(kinds[i + 1] if i + 1 < count else 0)
        for kind in SECTIONS:
            row.append(mass_bucket(DISTANCES, i - last[kind]))
        if fact.phrase is not None and fact.phrase[0] in last:
            last[fact.phrase[0]] = i
        row.append(mass_bucket(DISTANCES, since[i]))
        row.append(mass_bucket(DISTANCES, until[i]))
        row.append(mass_bucket(DISTANCES, next_phrase[i]))
        row.append(share_bucket(i, count))
        inside = 1 if start <= i < end else (0 if i < start else 2)
        row.append(inside if total else 3)
        away = start - i if i < start else i - end + 1
        row.append(0 if inside == 1 else mass_bucket(DISTANCES, away))
        row.append(repeats[i])
        row.append(rows_of_short[i])
        row.append(elsewhere[i])
        row.append(capped(blocks[i].gap, 3))
        row.append(capped(blocks[i + 1].gap, 3) if i + 1 < count else 3)


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
