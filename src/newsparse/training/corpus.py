"""Reads labelled pages: what training and evaluation work on.

Two forms, both as JSON Lines (plain, ``.gz`` or ``.xz``):

- text: ``{"id", "group", "part", "lang", "text", "lines": [[start, end, label or null], ...]}``,
  offsets in code points, one entry a visible line;
- html: ``{"id", "group", "part", "lang", "html", "truth": {"headline", "deck", "authors",
  "published", "body", "subheads", "captions", ...}}``, aligned to blocks by ``align``.

``group`` is the site: folds and validation never split one. ``part`` is ``train`` or ``valid``.
"""

from __future__ import annotations

import gzip
import json
import lzma
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from attrs import define

from newsparse.config import Limits
from newsparse.languages.load import merged_pack
from newsparse.languages.schema import Pack
from newsparse.model.block import Document
from newsparse.model.label import Label
from newsparse.reading.html import read_html
from newsparse.reading.text import read_text
from newsparse.training.align import forget_bylines, html_labels

__all__ = ["LabelledPage", "html_page", "pack_of", "read_records", "text_page"]

MOST_GAPS = 0.15
"""Share of running text that a truth may lack between its first and last line: pages above it give
wrong answers near the body and are left out of training (a tenth of the pages)."""
SILVER_WEIGHT = 0.5
"""Weight of a page whose truth is another tool's accepted output."""
GENRE_OF = {
    "article": "article",
    "documentation": "documentation",
    "forum": "forum",
    "listing": "listing",
    "collection": "listing",
    "product": "offer",
    "service": "offer",
}
"""Page types of the corpus, by what they are to the labeller: a list of goods is a list."""
_NO_WEIGHTS_FROM = ("gne", "omnivore", "polnear", "wikinews-de")
"""Sources whose licence does not allow to ship what was learnt from them."""


@define
class LabelledPage:
    """A page with the label of each block.

    Attributes:
        name: Id of the record.
        group: Site.
        document: What was read.
        pack: Words of its language.
        labels: One a block; None where the truth is not known.
        weight: Weight of the page, before pages of one site share.
        genre: What the page is, one of ``GENRE_OF``'s values; "" where nobody said.
    """

    name: str
    group: str
    document: Document
    pack: Pack
    labels: list[Label | None]
    weight: float = 1.0
    genre: str = ""


def read_records(paths: Iterable[Path], part: str) -> Iterator[dict[str, Any]]:
    """Yield the records of one part, in file order, without sources that may not be learnt from.

    Args:
        paths: Files of either form.
        part: ``train`` or ``valid``.
    """
    for path in sorted(paths):
        if path.name.startswith(_NO_WEIGHTS_FROM):
            continue
        opener: Any = {".gz": gzip.open, ".xz": lzma.open}.get(path.suffix, open)
        with opener(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                record = json.loads(line)
                if record["part"] == part:
                    yield record


def pack_of(language: str | None) -> Pack:
    """Return the pack that ``parse`` would take for a page of that language."""
    return merged_pack((*((language,) if language else ()), "en"))


def text_page(record: dict[str, Any]) -> LabelledPage | None:
    """Return a text record as labelled page; None where its truth has too many gaps."""
    if (record.get("gaps") or 0.0) > MOST_GAPS:
        return None
    document = read_text(record["text"], limits=Limits())
    pack = pack_of(record["lang"])
    labels = _labels_of_lines(document, record["lines"])
    if record["truth"].get("authors") is None:
        forget_bylines(document, labels, pack)
    weight = SILVER_WEIGHT if record.get("silver") else 1.0
    return LabelledPage(record["id"], record["group"], document, pack, labels, weight)


def html_page(record: dict[str, Any]) -> LabelledPage | None:
    """Return an HTML record as labelled page; None where it has no body truth."""
    truth = record["truth"]
    if not truth.get("body"):
        return None
    document = read_html(record["html"], limits=Limits())
    pack = pack_of(record["lang"])
    weight = SILVER_WEIGHT if record.get("silver") else 1.0
    labels = html_labels(document, truth, pack)
    if not any(label is Label.BODY for label in labels):
        return None
    genre = GENRE_OF.get(record.get("page_type") or "article", "")
    return LabelledPage(record["id"], record["group"], document, pack, labels, weight, genre)


def _labels_of_lines(document: Document, lines: list[list[Any]]) -> list[Label | None]:
    """Give each block the label of the lines that cover most of it."""
    found: list[Label | None] = []
    first = 0
    for block in document.blocks:
        start, end = block.start, block.end
        while first < len(lines) and lines[first][1] <= start:
            first += 1
        covered: dict[str | None, int] = {}
        at = first
        while at < len(lines) and lines[at][0] < end:
            share = min(end, lines[at][1]) - max(start, lines[at][0])
            covered[lines[at][2]] = covered.get(lines[at][2], 0) + share
            at += 1
        best = max(covered, key=lambda label: covered[label]) if covered else None
        found.append(Label(best) if best is not None else None)
    return found
