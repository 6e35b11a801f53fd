"""Throughput and memory of ``parse_many``: one process against two, 5,000 pages against 50,000.

Usage: python benchmarks/speed/batch.py [--pages 50000]. Pages are those of seeds/, over and over.
Each run is a process of its own, so its peak memory is its own. ``busy`` is the number of cores
that the run had; on a machine with other work it is below the number of processes.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import time
from itertools import cycle, islice
from pathlib import Path

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
FEW = 10
"""One in so many pages is enough to compare memory with."""


def pages(count):
    contents = [p.read_bytes() for p in sorted(SEEDS.iterdir()) if p.suffix in (".html", ".txt")]
    return islice(cycle(contents), count)


def characters(page):
    """As a batch run does: the whole page as JSON, made in the worker."""
    return len(page.to_json())


def run(count, processes):
    from newsparse import parse_many

    started = time.perf_counter()
    done = sum(1 for _ in parse_many(pages(count), processes=processes, make=characters))
    wall = time.perf_counter() - started
    own = resource.getrusage(resource.RUSAGE_SELF)
    workers = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = own.ru_utime + own.ru_stime + workers.ru_utime + workers.ru_stime
    return {
        "pages": done,
        "seconds": wall,
        "cpu": cpu,
        "own_mib": own.ru_maxrss / 1024,
        "worker_mib": workers.ru_maxrss / 1024,
    }


def apart(count, processes):
    command = [sys.executable, __file__, "--one", str(count), str(processes)]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def main(count):
    rates = {}
    for processes, number in ((1, count), (2, count), (2, count // FEW)):
        found = apart(number, processes)
        rates.setdefault(processes, found["pages"] / found["seconds"])
        print(
            f"{processes} process(es), {number:6} pages: "
            f"{found['pages'] / found['seconds']:6.0f} pages/s, "
            f"busy {found['cpu'] / found['seconds']:.2f}, "
            f"{1000 * found['cpu'] / number:.2f} ms CPU a page, "
            f"peak {found['own_mib']:.1f} MiB, of a worker {found['worker_mib']:.1f} MiB",
            flush=True,
        )
    print(f"two processes against one: {rates[2] / rates[1]:.2f}", flush=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=50_000)
    parser.add_argument("--one", nargs=2)
    options = parser.parse_args()
    if options.one:
        print(json.dumps(run(*map(int, options.one))))
    else:
        main(options.pages)
