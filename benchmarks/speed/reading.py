"""CPU time of reading HTML against a lexbor parse of the same pages, in the same process.

    python benchmarks/speed/reading.py FOLDER [--every 20] [--part train valid] [--runs 5]

FOLDER holds ``*.jsonl.xz`` files, one object a line with ``part`` and ``html``. Reading is tokens,
blocks and metadata. Both tools take turns on each page and the best of the runs counts, so that
another process disturbs both alike; the garbage collector stays as a user has it.
"""

from __future__ import annotations

import argparse
import json
import lzma
from pathlib import Path
from statistics import median
from time import process_time

from selectolax.lexbor import LexborHTMLParser

from newsparse.config import Limits
from newsparse.reading.html import read_html

LIMITS = Limits()


def pages(folder, parts, every):
    """Yield the HTML of one page in so many."""
    number = 0
    for path in sorted(folder.glob("*.jsonl.xz")):
        with lzma.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                record = json.loads(line)
                if record["part"] not in parts:
                    continue
                number += 1
                if number % every == 0:
                    yield record["html"]


def best(function, raw, runs):
    """Return the least CPU time of several calls, in seconds."""
    times = []
    for _ in range(runs):
        begun = process_time()
        function(raw)
        times.append(process_time() - begun)
    return min(times)


def main():
    """Print the ratio of totals, its median over pages, and milliseconds a page."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--every", type=int, default=20, help="take one page in so many")
    parser.add_argument("--part", nargs="+", default=["train", "valid"])
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()

    floor, ours = [], []
    for raw in pages(options.folder, options.part, options.every):
        floor.append(best(LexborHTMLParser, raw, options.runs))
        ours.append(best(lambda text: read_html(text, limits=LIMITS), raw, options.runs))
    ratios = [own / other for own, other in zip(ours, floor, strict=True)]
    print(f"pages   {len(ratios)}")
    print(f"lexbor  {1000 * sum(floor) / len(floor):.2f} ms a page")
    print(f"reading {1000 * sum(ours) / len(ours):.2f} ms a page")
    print(f"ratio   {sum(ours) / sum(floor):.2f} of totals, median page {median(ratios):.2f}")


if __name__ == "__main__":
    main()
