"""Cost of the line parsers in times of ``line.split()`` on the same line.

    python benchmarks/speed/lines.py FOLDER [--part valid] [--runs 7]

FOLDER holds ``bylines.jsonl.gz``, ``datelines.jsonl.gz``, ``credits.jsonl.gz`` and
``dates.jsonl.gz``, one object a line with ``part`` and ``line``. Parser and ``split`` take turns on
each line and the best of the runs counts. Then each parser reads lines of 64 kB and 1 MB: a linear
one needs at most 16 times as long for the second.
"""

from __future__ import annotations

import argparse
import gzip
import json
from pathlib import Path
from statistics import median
from time import perf_counter

import newsparse

PARSERS = {
    "bylines": newsparse.parse_byline,
    "datelines": newsparse.parse_dateline,
    "credits": newsparse.parse_credit,
    "dates": newsparse.parse_date,
}
SPLITS = 20
"""Calls of ``split`` timed at once: one alone is shorter than the clock's grain."""
LONG = {
    "words": "By Ada Example and Ben Sample, 3 March 2024; ",
    "brackets": "(Foto: Ada Example/",
    "numbers": "12.03.2024 10:15 ",
}


def lines_of(path, parts):
    """Yield the lines of a part."""
    with gzip.open(path, "rt", encoding="utf-8") as rows:
        for row in rows:
            record = json.loads(row)
            if record["part"] in parts:
                yield record["line"]


def ratio(parse, line, runs):
    """Return the cost of a parse in times of a split."""
    parse(line)
    read = split = float("inf")
    for _ in range(runs):
        begun = perf_counter()
        parse(line)
        read = min(read, perf_counter() - begun)
        begun = perf_counter()
        for _ in range(SPLITS):
            line.split()
        split = min(split, (perf_counter() - begun) / SPLITS)
    return read / split


def growth(parse, unit):
    """Return how many times as long 1 MB takes as 64 kB."""
    costs = []
    for size in (1 << 16, 1 << 20):
        line = unit * (size // len(unit))
        best = float("inf")
        for _ in range(3):
            begun = perf_counter()
            parse(line)
            best = min(best, perf_counter() - begun)
        costs.append(best)
    return costs[1] / max(costs[0], 1e-6), costs[1]


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("folder", type=Path)
    options.add_argument("--part", action="append")
    options.add_argument("--runs", type=int, default=7)
    given = options.parse_args()
    every = []
    for name, parse in PARSERS.items():
        lines = lines_of(given.folder / f"{name}.jsonl.gz", given.part or ["valid"])
        ratios = sorted(ratio(parse, line, given.runs) for line in lines)
        every += ratios
        print(f"{name:<10} {len(ratios):>5} lines, times split: ", end="")
        print(f"median {median(ratios):.0f}, nine in ten below {ratios[len(ratios) * 9 // 10]:.0f}")
    print(f"{'all':<10} {len(every):>5} lines, times split: median {median(every):.0f}")
    for name, parse in PARSERS.items():
        shown = (f"{kind} {growth(parse, unit)[0]:.1f}" for kind, unit in LONG.items())
        print(f"{name:<10} 1 MB in times of 64 kB: {', '.join(shown)}")


if __name__ == "__main__":
    main()
