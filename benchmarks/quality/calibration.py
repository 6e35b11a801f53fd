"""Is a segment's score the probability that its label is right? Expected calibration error, plot.

Usage: python -m benchmarks.quality.calibration CORPUS [--part valid] [--weights FILE] [--svg FILE]

CORPUS holds html/*.jsonl.xz and text/*.jsonl.gz as newsparse.training.corpus reads them. Blocks
whose truth is known count, once each; pages that are no articles, and pages whose truth another
tool made, do not. The truth has no finer labels than BODY, SUBHEAD, HEADLINE, DECK, BYLINE,
TIMESTAMP, CAPTION: all others are boilerplate to it. A subhead taken for body, or the reverse, is
no error, since many truths do not tell them apart.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

import newsparse
from benchmarks.quality.svg import Bin, reliability
from newsparse.labelling.label import Labeller
from newsparse.labelling.weights import read_weights, shipped_weights
from newsparse.model.label import Label
from newsparse.training.corpus import LabelledPage, html_page, read_records, text_page

BINS = 15
"""Equal steps of the score, the number usual for this measure (Guo and others, 2017)."""
AIM = 0.03
"""What is asked for at most."""
_READERS = {"html": html_page, "text": text_page}
_KNOWN = frozenset(
    {
        Label.BODY,
        Label.SUBHEAD,
        Label.HEADLINE,
        Label.DECK,
        Label.BYLINE,
        Label.TIMESTAMP,
        Label.CAPTION,
    }
)
_STORY = frozenset({Label.BODY, Label.SUBHEAD})


def labelled_pages(
    corpus: Path, form: str, part: str, *, most: int | None = None
) -> Iterator[LabelledPage]:
    """Yield the pages that count; ``most`` is the number taken from each file."""
    for path in sorted((corpus / form).glob("*.jsonl*")):
        pages = (
            page
            for record in read_records([path], part)
            if not record.get("silver") and record.get("page_type") in (None, "article")
            if (page := _READERS[form](record)) is not None
        )
        yield from islice(pages, most)


def judged(pages: Iterable[LabelledPage], labeller: Labeller) -> Iterator[tuple[float, bool]]:
    """Yield the score of each block with known truth, and whether its label is right."""
    for page in pages:
        for unit in labeller.label(page.document, page.pack).units:
            if unit.index < 0:
                continue
            truth = page.labels[unit.index]
            if truth is not None:
                yield unit.score, is_right(unit.label, truth)


def is_right(label: Label, truth: Label) -> bool:
    """Tell whether a label is what the truth has, in the words of the truth."""
    if label in _STORY:
        return truth in _STORY
    return (label if label in _KNOWN else Label.BOILERPLATE) == truth


def binned(found: Iterable[tuple[float, bool]]) -> list[Bin]:
    """Return the bins that hold anything, lowest score first."""
    sums: dict[int, tuple[int, float, int]] = {}
    for score, right in found:
        at = min(int(score * BINS), BINS - 1)
        count, scores, rights = sums.get(at, (0, 0.0, 0))
        sums[at] = (count + 1, scores + score, rights + right)
    return [Bin(n, scores / n, rights / n) for _, (n, scores, rights) in sorted(sums.items())]


def calibration_error(bins: Iterable[Bin]) -> float:
    """Return the mean distance of score and share right, weighted by count; nan without blocks."""
    bins = list(bins)
    total = sum(one.count for one in bins)
    if not total:
        return float("nan")
    return sum(one.count * abs(one.score - one.right) for one in bins) / total


def main(arguments: list[str] | None = None) -> int:
    """Print the error and the bins, write the plot; 1 where the error is above the aim."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("corpus", type=Path, metavar="CORPUS", help="folder with html/ and text/")
    parser.add_argument("--part", default="valid", choices=("train", "valid"))
    parser.add_argument("--weights", type=Path, help="a weights file; else the shipped ones")
    parser.add_argument("--most", type=int, metavar="N", help="pages from each file; else all")
    parser.add_argument("--svg", type=Path, metavar="FILE", help="where to write the plot")
    wanted = parser.parse_args(arguments)
    weights = read_weights(wanted.weights) if wanted.weights else shipped_weights()
    labeller, series, facts, errors = Labeller(weights), {}, [], []
    for form in ("html", "text"):
        pages = list(labelled_pages(wanted.corpus, form, wanted.part, most=wanted.most))
        bins = binned(judged(pages, labeller))
        if not bins:
            parser.error(f"{wanted.corpus / form}: no labelled article of part {wanted.part}")
        errors.append(calibration_error(bins))
        series[f"{form}, error {errors[-1]:.3f}"] = bins
        facts += [_fact(form, bins, len(pages))]
        print(facts[-1])
        print("| blocks | mean score | share right |\n| ---: | ---: | ---: |")
        for one in bins:
            print(f"| {one.count} | {one.score:.3f} | {one.right:.3f} |")
    sample = f", {wanted.most} pages of each file" if wanted.most else ""
    made = (
        f"newsparse {newsparse.__version__}, weights {weights.name} {weights.sha256[:12]}, "
        f"part {wanted.part}{sample}, {time.strftime('%Y-%m-%d', time.gmtime())}"
    )
    command = "python -m benchmarks.quality.calibration CORPUS --svg docs/calibration.svg"
    print(made)
    if wanted.svg:
        title = "How often a label is right, by its score"
        wanted.svg.write_text(reliability(title, series, [*facts, made, command]), "utf-8")
    return int(max(errors) > AIM)


def _fact(form: str, bins: list[Bin], pages: int) -> str:
    """Return the figures of one form; also of the blocks that are not in the highest bin."""
    blocks, doubtful = (sum(one.count for one in some) for some in (bins, bins[:-1]))
    return (
        f"{form}: error {calibration_error(bins):.3f} over {blocks:,} blocks of {pages:,} pages; "
        f"{calibration_error(bins[:-1]):.3f} over the {doubtful:,} below the highest bin"
    )


if __name__ == "__main__":
    sys.exit(main())
