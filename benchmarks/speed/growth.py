"""CPU time and memory of hostile plain text: 10 MB against 1 MB of the same shape, one run.

    python benchmarks/speed/growth.py            # ratios of CPU time, best of five and of two
    python benchmarks/speed/growth.py memory     # peak growth of memory as a multiple of the input

CPU time is process time of ``newsparse.parse`` alone; memory is what the process's peak gains.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import time

import newsparse

SMALL, LARGE = 1_000_000, 10_000_000
SENTENCE = "The old weir at Lower Pell will be taken down because salmon cannot pass it. "
SHAPES = {
    "one line": lambda n: (SENTENCE * (n // len(SENTENCE) + 1))[:n],
    "a million lines": lambda n: "some word\n" * (n // 10),
    "wrapped lines": lambda n: (SENTENCE + "\n") * (n // len(SENTENCE)),
    "blank lines": lambda n: "\n" * n,
    "quotation marks": lambda n: '"' * n,
}


def best_cpu(raw, runs):
    times = []
    for _ in range(runs):
        begun = time.process_time()
        newsparse.parse(raw)
        times.append(time.process_time() - begun)
    return min(times)


def grown(shape):
    newsparse.parse("x")
    raw = SHAPES[shape](LARGE)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    page = newsparse.parse(raw)
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return (after - before) * 1024 / LARGE, len(page.segments)


def main():
    if len(sys.argv) == 3:
        print(*grown(sys.argv[2]))
    elif len(sys.argv) == 2:
        for shape in SHAPES:
            command = [sys.executable, __file__, "memory", shape]
            done = subprocess.run(command, capture_output=True, text=True, check=True)
            times, _ = done.stdout.split()
            print(f"{shape:18} {float(times):5.1f} times its size")
    else:
        newsparse.parse("x")
        for shape, make in SHAPES.items():
            small, large = best_cpu(make(SMALL), 5), best_cpu(make(LARGE), 2)
            print(f"{shape:18} {small:7.3f} s {large:7.3f} s  ratio {large / small:5.2f}")


if __name__ == "__main__":
    main()
