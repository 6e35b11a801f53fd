"""``python -m newsparse.training --text FILE… --html FILE… --out weights.json.gz``."""

from __future__ import annotations

import argparse
from pathlib import Path

from newsparse.labelling.points import PointTable
from newsparse.training.augment import variants
from newsparse.training.corpus import html_page, read_records, text_page
from newsparse.training.fit import Fitter
from newsparse.training.tables import write_weights

__all__ = ["main"]


def main(arguments: list[str] | None = None) -> None:
    """Fit weights on labelled pages and write them."""
    parser = argparse.ArgumentParser(prog="newsparse.training", description=main.__doc__)
    parser.add_argument("--text", type=Path, nargs="*", default=[], help="text records")
    parser.add_argument("--html", type=Path, nargs="*", default=[], help="HTML records")
    parser.add_argument("--name", default="own", help="name of the weights")
    parser.add_argument("--out", type=Path, required=True, help="file to write")
    parser.add_argument("--work", type=Path, help="folder that keeps finished tables")
    asked = parser.parse_args(arguments)
    if asked.work is not None:
        asked.work.mkdir(parents=True, exist_ok=True)
    tables: dict[str, PointTable] = {}
    numbers: dict[str, float] = {}
    for family, paths, read in (("text", asked.text, text_page), ("html", asked.html, html_page)):
        pages = [p for r in read_records(paths, "train") if (p := read(r)) is not None]
        if pages:
            pages += [variant for page in pages for variant in variants(page)]
            fitter = Fitter(family, pages, work=asked.work)
            tables |= fitter.fit()
            numbers |= fitter.numbers
    write_weights(asked.out, asked.name, tables, numbers)


if __name__ == "__main__":
    main()
