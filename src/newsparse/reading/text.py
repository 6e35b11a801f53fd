"""Plain text to blocks: a scraped dump, a crawl archive's text, an export, a copied page.

Three ways of writing paragraphs are read: a blank line between them, one line each, and
hard-wrapped lines (a paragraph over many lines is one block). Nothing is changed: a block's text
is a slice of the input, or slices joined where lines were wrapped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsparse.config import Limits
from newsparse.model.block import Block, Container, Document, Run
from newsparse.reading.lines import line_spans
from newsparse.reading.wrapping import wrapped_groups

__all__ = ["read_text"]

_INVISIBLE = "\ufeff\u200b\u2060\x00\xad"
"""Characters that show nothing; a line of these and white space is blank."""
_NOT_BLANK = re.compile(rf"[^\s{_INVISIBLE}]")
_BULLET = re.compile(r"(?:[•‣▪◦●○■□*·–—-]|\d{1,2}[.)]|[a-z][.)])\s+(?=\S)")
"""Signs that open a list item; dashes also open speech, so this is a hint, not a verdict."""
_SEPARATOR = re.compile(r"[-=_*~#+.·•—–―─━\s]{3,}")
"""A line of three signs or more and nothing else: a rule between stories."""

Line = tuple[int, int, int]
"""First visible code point, end after the last one, blank lines before."""


def read_text(raw: str, *, limits: Limits, encoding: str | None = None) -> Document:
    """Read a page whose markup is gone.

    Args:
        raw: The page; any line ends, any characters.
        limits: Sizes at which reading stops.
        encoding: Name to report for decoded bytes.

    Returns:
        A Document of kind ``text`` whose blocks hold every visible character up to ``cut_at``.
        Linear in ``len(raw)``.
    """
    stop = min(len(raw), limits.max_chars)
    lines = _visible_lines(raw, stop)
    page = Container()
    blocks: list[Block] = []
    cut_at = stop if stop < len(raw) else None
    for group in wrapped_groups(raw, lines):
        if len(blocks) == limits.max_blocks:
            cut_at = blocks[-1].end
            break
        blocks.append(_block(raw, group, page))
    return Document(raw, "text", blocks, encoding=encoding, cut_at=cut_at)


def _visible_lines(raw: str, stop: int) -> Iterator[Line]:
    """Yield the lines that show something; lazily, since a page may have millions."""
    gap, first = 0, True
    first_visible = _NOT_BLANK.search
    for start, end in line_spans(raw, stop):
        line = raw[start:end].rstrip()
        if not line:
            gap += 1
            continue
        match = first_visible(line)
        if match is None:
            gap += 1
            continue
        # Blank lines above the first line say nothing about it.
        yield start + match.start(), start + len(line), 0 if first else gap
        gap, first = 0, False


def _block(raw: str, group: list[Line], page: Container) -> Block:
    start, end, gap = group[0]
    if len(group) == 1:
        text = raw[start:end]
        runs = [Run(0, start, end)]
    else:
        text, runs = _joined(raw, group)
    kind, level = "text", 0
    if _SEPARATOR.fullmatch(text):
        kind = "separator"
    elif _BULLET.match(text):
        kind, level = "list_item", 1
    return Block(text, runs, page, kind=kind, level=level, gap=gap, lines=len(group))


def _joined(raw: str, group: list[Line]) -> tuple[str, list[Run]]:
    """One text view of several lines; each line end with its indent becomes one space."""
    parts: list[str] = []
    runs: list[Run] = []
    at, previous_end = 0, None
    for start, end, _ in group:
        if previous_end is not None:
            runs.append(Run(at, previous_end, start))
            parts.append(" ")
            at += 1
        runs.append(Run(at, start, end))
        parts.append(raw[start:end])
        at += end - start
        previous_end = end
    return "".join(parts), runs
