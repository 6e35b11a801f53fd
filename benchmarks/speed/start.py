"""CPU time of ``import newsparse`` against ``import attrs, regex``: median of 20 processes each."""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys

RUNS = 20


def cpu(code):
    times = []
    for _ in range(RUNS):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, "-c", code], check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        times.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return statistics.median(times)


if __name__ == "__main__":
    floor, own = cpu("import attrs, regex"), cpu("import newsparse")
    print(f"floor {floor * 1000:.1f} ms, newsparse {own * 1000:.1f} ms, ratio {own / floor:.2f}")
