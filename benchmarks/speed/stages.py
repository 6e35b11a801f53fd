"""CPU time of a parse, stage by stage, against the floor that each page sets itself.

    python benchmarks/speed/stages.py FOLDER [--every 10] [--part valid] [--runs 3]

FOLDER holds ``*.jsonl.xz`` or ``*.jsonl.gz`` files, one object a line with ``part`` and ``html`` or
``text``. The floor of HTML is a lexbor parse of the same page, that of text ``str.splitlines`` and
one look at each line. All take turns on each page and the best of the runs counts, so that another
process disturbs all alike; the garbage collector stays as a user has it.

Stages: ``reading`` (tokens, blocks, metadata), ``labelling`` (language, features, points, rules,
segments: ``parse`` less reading), ``roles`` (headline, deck, byline, dates, body, each asked for
once), ``whole`` (all of it).
"""

from __future__ import annotations

import argparse
import gzip
import json
import lzma
from pathlib import Path
from statistics import median
from time import process_time

from newsparse import Parser
from newsparse.config import Limits
from newsparse.reading.html import read_html
from newsparse.reading.text import read_text

ROLES = ("headline", "deck", "byline", "published", "updated", "body")
LIMITS = Limits()
PARSER = Parser()


def pages(folder, parts, every):
    """Yield the kind, text and address of one page in so many."""
    number = 0
    for path in sorted(folder.glob("*.jsonl.*")):
        unpack = lzma.open if path.suffix == ".xz" else gzip.open
        with unpack(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                record = json.loads(line)
                if record["part"] not in parts:
                    continue
                number += 1
                if number % every == 0:
                    kind = "html" if "html" in record else "text"
                    yield kind, record[kind], record.get("url")


def look_at_lines(raw):
    """Cut a text into lines and look at each: the least that any reader of text does."""
    return sum(1 for line in raw.splitlines() if line and not line.isspace())


def whole(raw, kind, url):
    """Parse a page and read what most users ask for."""
    page = PARSER.parse(raw, kind=kind, url=url)
    return [getattr(page, role) for role in ROLES]


def calls(kind, url):
    """Return what is timed, by name; each takes the page."""
    if kind == "html":
        from selectolax.lexbor import LexborHTMLParser

        floor, read = LexborHTMLParser, read_html
    else:
        floor, read = look_at_lines, read_text
    return {
        "floor": floor,
        "reading": lambda raw: read(raw, limits=LIMITS),
        "parse": lambda raw: PARSER.parse(raw, kind=kind, url=url),
        "whole": lambda raw: whole(raw, kind, url),
    }


def best(functions, raw, runs):
    """Return the least CPU time of each function over several turns, in seconds."""
    least = dict.fromkeys(functions, float("inf"))
    for _ in range(runs):
        for name, function in functions.items():
            begun = process_time()
            function(raw)
            least[name] = min(least[name], process_time() - begun)
    return least


def stages(least):
    """Turn times of growing calls into times of stages."""
    return {
        "floor": max(least["floor"], 1e-7),
        "reading": least["reading"],
        "labelling": least["parse"] - least["reading"],
        "roles": least["whole"] - least["parse"],
        "whole": least["whole"],
    }


def main():
    """Print, for each stage, milliseconds a page and how many times the floor it takes."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--every", type=int, default=10, help="take one page in so many")
    parser.add_argument("--part", nargs="+", default=["valid"])
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()

    times = {}
    for kind, raw, url in pages(options.folder, options.part, options.every):
        for stage, time in stages(best(calls(kind, url), raw, options.runs)).items():
            times.setdefault(stage, []).append(time)
    floor = times["floor"]
    print(f"pages: {len(floor)}")
    print(f"{'stage':<10}{'ms a page':>10}{'of totals':>11}{'median':>8}")
    for stage, each in times.items():
        ratio = median(own / other for own, other in zip(each, floor, strict=True))
        mean = 1000 * sum(each) / len(each)
        print(f"{stage:<10}{mean:>10.2f}{sum(each) / sum(floor):>11.1f}{ratio:>8.1f}")


if __name__ == "__main__":
    main()
