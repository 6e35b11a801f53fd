"""How much of the body's quality is lost on languages, sources and page types nobody has seen?

Usage: python -m benchmarks.quality.leave_out CORPUS --form text --by lang --without de

The body passes are learnt twice from the training part: from all of it, and without the pages of
each value named. Both are scored on the validation pages of that value: F1 of body by characters
of blocks whose truth is known, mean over pages, straight from the two passes (no rules). Pages
whose truth another tool made are learnt from and not scored. ``--without`` may be repeated;
``--without other`` with ``--by lang`` leaves out all languages but English, with ``--by page_type``
all types but articles. Values that the validation part lacks give no line.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from newsparse.labelling.label import body_threshold
from newsparse.labelling.points import PointTable
from newsparse.labelling.scoring import score_body
from newsparse.model.label import Label
from newsparse.training.augment import variants
from newsparse.training.corpus import LabelledPage, html_page, read_records, text_page
from newsparse.training.fit import Fitter

_READERS = {"html": html_page, "text": text_page}
_STORY = (Label.BODY, Label.SUBHEAD)
_USUAL = {"lang": "en", "page_type": "article"}


def value_of(record: dict[str, Any], by: str) -> str:
    """Return the language, source or page type of a record."""
    if by == "source":
        return str(record.get("source") or record["id"].split("/")[0])
    return str(record.get(by) or _USUAL[by])


def is_left_out(value: str, by: str, without: str) -> bool:
    """Return whether pages of that value are those left out."""
    return value != _USUAL[by] if without == "other" else value == without


def read_pages(
    corpus: Path, form: str, part: str, wanted: Callable[[dict[str, Any]], bool]
) -> list[LabelledPage]:
    """Return the labelled pages of a part whose record is wanted."""
    paths = sorted((corpus / form).glob("*.jsonl*"))
    records = (
        r
        for r in read_records(paths, part)
        if wanted(r) and not (part == "valid" and r.get("silver"))
    )
    return [page for r in records if (page := _READERS[form](r)) is not None]


def body_f1(page: LabelledPage, tables: dict[str, PointTable]) -> float:
    """Return the F1 of body by characters of a page's known blocks."""
    scores = score_body(page.document, page.pack, tables)
    least = body_threshold(scores.body, scores.other_genre)
    hit = found = true = 0
    for block, label, score in zip(page.document.blocks, page.labels, scores.body, strict=True):
        if label is None:
            continue
        size = len("".join(block.text.split()))
        found += size * (score >= least)
        true += size * (label in _STORY)
        hit += size * (score >= least and label in _STORY)
    return 2 * hit / (found + true) if found + true else 1.0


def learn(form: str, pages: list[LabelledPage]) -> dict[str, PointTable]:
    """Return the tables of the body passes."""
    return Fitter(form, pages + [v for page in pages for v in variants(page)]).fit_body()


def mean_f1(pages: list[LabelledPage], tables: dict[str, PointTable]) -> float:
    """Return the mean over pages."""
    return sum(body_f1(page, tables) for page in pages) / len(pages)


def main(arguments: list[str] | None = None) -> None:
    """Print, for each value, the F1 with and without its training pages."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--form", choices=sorted(_READERS), required=True)
    parser.add_argument("--by", choices=("lang", "source", "page_type"), required=True)
    parser.add_argument("--without", action="append", required=True)
    asked = parser.parse_args(arguments)

    def named(without: str) -> Callable[[dict[str, Any]], bool]:
        return lambda record: is_left_out(value_of(record, asked.by), asked.by, without)

    def others(without: str) -> Callable[[dict[str, Any]], bool]:
        return lambda record: not is_left_out(value_of(record, asked.by), asked.by, without)

    whole = learn(asked.form, read_pages(asked.corpus, asked.form, "train", lambda _: True))
    print(f"| {asked.form}, left out | pages left out | pages scored | with | without | drop |")
    print("| --- | ---: | ---: | ---: | ---: | ---: |")
    for without in asked.without:
        scored = read_pages(asked.corpus, asked.form, "valid", named(without))
        kept = read_pages(asked.corpus, asked.form, "train", others(without))
        gone = len(read_pages(asked.corpus, asked.form, "train", named(without)))
        if not scored or not kept:
            continue
        one, two = mean_f1(scored, whole), mean_f1(scored, learn(asked.form, kept))
        cells = f"{gone} | {len(scored)} | {one:.3f} | {two:.3f} | {one - two:.3f}"
        print(f"| {asked.by} {without} | {cells} |", flush=True)


if __name__ == "__main__":
    main()
