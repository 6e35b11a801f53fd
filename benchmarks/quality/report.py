"""The table as Markdown and the first column as a bar chart."""

from __future__ import annotations

import platform
from collections.abc import Sequence

from attrs import frozen

from benchmarks.quality.score import FIGURES, Result, figures
from benchmarks.quality.svg import Bar, bars

TITLES = {
    "aeb": "article-extraction-benchmark",
    "fundus": "fundus-evaluation",
    "wcxb": "WCXB",
    "jsonl": "own JSON Lines",
}


@frozen
class Run:
    """What a report says about how its figures came about.

    Attributes:
        benchmark: Key of ``FIGURES``.
        pages: Number of pages.
        date: ISO day.
        command: As it was called.
        versions: Tool or package to version.
        missing: Tools that are not installed.
    """

    benchmark: str
    pages: int
    date: str
    command: str
    versions: dict[str, str]
    missing: Sequence[str]


def markdown(run: Run, results: Sequence[Result]) -> str:
    """Return the report, best tool first."""
    columns = list(FIGURES[run.benchmark])
    head = ["tool", columns[0], "95 %", *columns[1:], "raised"]
    lines = [
        f"# {TITLES[run.benchmark]}",
        "",
        *_row(head),
        "| --- " + "| ---: " * (len(head) - 1) + "|",
    ]
    for result, found in ranked(run.benchmark, results):
        low_high = found["interval"]
        span = f"{low_high[0]:.3f} to {low_high[1]:.3f}" if low_high else ""
        cells = [_shown(found[name]) for name in columns]
        lines += _row([result.tool, cells[0], span, *cells[1:], str(result.raised or "")])
    missing = ", ".join(run.missing) or "none"
    return "\n".join(
        [
            *lines,
            "",
            f"{run.pages} pages, {run.date}, Python {platform.python_version()}.",
            "An empty cell: the tool does not offer the field, or no page has a truth for it.",
            "",
            "Versions: " + ", ".join(f"{name} {one}" for name, one in run.versions.items()) + ".",
            "",
            f"Not installed, so not measured: {missing}.",
            "",
            f"Command: `{run.command}`",
            "",
        ]
    )


def chart(run: Run, results: Sequence[Result]) -> str:
    """Return the first column as SVG, best tool first."""
    column = next(iter(FIGURES[run.benchmark]))
    rows = [
        Bar(f"{result.tool} {run.versions.get(result.tool, '')}".strip(), found[column], *ends)
        for result, found in ranked(run.benchmark, results)
        if found[column] is not None
        for ends in [found["interval"] or (None, None)]
    ]
    notes = [
        f"{run.pages} pages, {run.date}; lines: 95 % bootstrap interval over pages",
        run.command,
    ]
    return bars(f"{TITLES[run.benchmark]}: {column}", rows, notes)


def ranked(benchmark: str, results: Sequence[Result]) -> list[tuple[Result, dict[str, float]]]:
    """Return results with their figures, highest first column first; without a figure last."""
    column = next(iter(FIGURES[benchmark]))
    found = [(result, figures(benchmark, result)) for result in results]
    return sorted(found, key=lambda one: -1.0 if one[1][column] is None else one[1][column])[::-1]


def _row(cells: Sequence[str]) -> list[str]:
    return ["| " + " | ".join(cells) + " |"]


def _shown(value: float | None) -> str:
    return "" if value is None else f"{value:.3f}"
