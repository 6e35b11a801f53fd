"""HTML pages: markup to blocks and declared metadata."""

from __future__ import annotations

from newsparse.config import Limits
from newsparse.model.block import Document
from newsparse.reading.html_blocks import walk
from newsparse.reading.metadata import read_metadata

__all__ = ["read_html"]


def read_html(raw: str, *, limits: Limits, encoding: str | None = None) -> Document:
    """Read an HTML page.

    Args:
        raw: The page; any string, however broken.
        limits: Sizes at which reading stops.
        encoding: Name to report for decoded bytes.

    Returns:
        A Document of kind ``html``: blocks in page order, declared metadata, declared language.

    Linear in ``len(raw)``; never raises for content.
    """
    page = raw if len(raw) <= limits.max_chars else _shortened(raw, limits.max_chars)
    tree, cut_at = walk(page, limits.max_blocks)
    if cut_at is None and len(page) < len(raw):
        cut_at = len(page)
    metadata, language = read_metadata(page, tree.head)
    return Document(
        raw,
        "html",
        tree.blocks,
        encoding=encoding,
        metadata=metadata,
        language=language,
        cut_at=cut_at,
    )


def _shortened(raw: str, size: int) -> str:
    """Return the first ``size`` code points, without a tag that would be cut in two."""
    tag = raw.rfind("<", 0, size)
    return raw[:tag] if tag > raw.rfind(">", 0, size) else raw[:size]
