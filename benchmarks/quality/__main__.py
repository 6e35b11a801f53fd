"""Measures newsparse, and every other tool that is installed, on a benchmark's pages.

Examples:
  python -m benchmarks.quality aeb ../article-extraction-benchmark
  python -m benchmarks.quality fundus ../fundus-evaluation
  python -m benchmarks.quality wcxb ../web-content-extraction-benchmark --part test --type article
  python -m benchmarks.quality jsonl pages.jsonl --out results

Prints Markdown; --out also writes <benchmark>.md and <benchmark>.svg. Nothing is downloaded.
"""

from __future__ import annotations

import argparse
import logging
import shlex
import sys
import time
import warnings
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

import newsparse
from benchmarks.quality.layouts import LAYOUTS, LayoutError
from benchmarks.quality.peers import TOOLS
from benchmarks.quality.report import Run, chart, markdown
from benchmarks.quality.score import run
from newsparse.labelling.weights import shipped_weights


def main(arguments: list[str] | None = None) -> int:
    """Measure and report; 2 where the pages cannot be read as that benchmark."""
    given = sys.argv[1:] if arguments is None else arguments
    wanted = _options().parse_args(given)
    if wanted.benchmark == "fundus" and find_spec("rouge_score") is None:
        print("fundus-evaluation is measured with the package rouge-score: pip install rouge-score")
        return 2
    try:
        cases = [
            case
            for case in LAYOUTS[wanted.benchmark](wanted.path, wanted.part)
            if wanted.type is None or case.page_type == wanted.type
        ][: wanted.most]
    except LayoutError as error:
        print(f"not read as {wanted.benchmark}: {error}", file=sys.stderr)
        return 2
    if not cases:
        print(f"{wanted.path}: no page of that kind", file=sys.stderr)
        return 2
    versions = {name: one for name, tool in TOOLS.items() if (one := tool.installed())}
    versions["newsparse"] = newsparse.__version__
    chosen = [name for name in TOOLS if name in versions and name in (wanted.tool or TOOLS)]
    results = []
    for name in chosen.copy():
        try:
            extract = TOOLS[name].make()
        except ImportError as error:  # installed without something that it needs
            print(f"{name}: cannot be imported: {error}", file=sys.stderr)
            chosen.remove(name)
            continue
        print(f"{name}: {len(cases)} pages", file=sys.stderr)
        results.append(run(name, extract, cases, with_rouge=wanted.benchmark == "fundus"))
    made = Run(
        wanted.benchmark,
        len(cases),
        time.strftime("%Y-%m-%d", time.gmtime()),
        "python -m benchmarks.quality " + shlex.join(given),
        {name: versions[name] for name in chosen} | _parts(wanted.benchmark),
        [name for name in wanted.tool or TOOLS if name not in chosen],
    )
    text = markdown(made, results)
    print(text)
    if wanted.out:
        wanted.out.mkdir(parents=True, exist_ok=True)
        (wanted.out / f"{wanted.benchmark}.md").write_text(text, "utf-8")
        (wanted.out / f"{wanted.benchmark}.svg").write_text(chart(made, results), "utf-8")
    return 0


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        "python -m benchmarks.quality",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("benchmark", choices=LAYOUTS)
    parser.add_argument("path", type=Path, help="the checkout; for jsonl the file (may be .gz)")
    parser.add_argument("--tool", action="append", choices=TOOLS, help="only this one; repeatable")
    parser.add_argument("--part", default="test", help="folder of WCXB: dev or test")
    parser.add_argument("--type", help="page type of WCXB: article, forum, …; else all")
    parser.add_argument("--most", type=int, metavar="N", help="the first N pages only")
    parser.add_argument("--out", type=Path, metavar="FOLDER", help="where to write .md and .svg")
    return parser


def _parts(benchmark: str) -> dict[str, str]:
    """Return the versions of what is no tool: our weights, and packages that measure or help."""
    found = {"weights": f"{shipped_weights().name} {shipped_weights().sha256[:12]}"}
    for name in ("html-text", "lxml", *(["rouge-score"] if benchmark == "fundus" else [])):
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            continue
    return found


if __name__ == "__main__":
    warnings.simplefilter("ignore")  # other tools' own, thousands on some pages
    logging.disable(logging.CRITICAL)
    sys.exit(main())
