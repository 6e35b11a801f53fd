"""Finds paragraphs that were broken over lines of limited width.

A program that wraps text puts a word on the next line only when it no longer fits. So inside a
wrapped paragraph of width W, each line but the last is so long that the next line's first word
would have passed W. Lines that were written as lines do not keep to that. The test needs no words
of any language.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice, pairwise

__all__ = ["wrapped_groups"]

MIN_WIDTH = 40
"""Narrowest width, in code points: newspaper columns as text have 40 and more; below it, lists of
short lines pass the test by chance."""
MAX_WIDTH = 140
"""Widest width. Mail and wires wrap at 65 to 100; wider lines are one paragraph each."""
SLACK = 3
"""Code points by which writers miss the width (a word kept with the next one)."""
MIN_SHARE = 0.8
"""Share of a page's inner line borders that must keep to the width. Of 574 training texts,
which are not wrapped, the one that comes closest by chance has 0.22."""
SAMPLE = 20_000
"""Lines that the width is judged from: more than any page has, a bounded part of a file that goes
on for millions."""
MIN_BORDERS = 2
"""Borders that a page needs before the share says anything."""

Line = tuple[int, int, int]


def wrapped_groups(raw: str, lines: Iterator[Line]) -> Iterator[list[Line]]:
    """Group lines into paragraphs, lazily.

    Args:
        raw: The page.
        lines: Visible lines: start, end, blank lines before.

    Yields:
        Lists of one line, or of the lines of one wrapped paragraph; in order, all lines kept.
    """
    sample = list(islice(lines, SAMPLE))
    width = _page_width(raw, sample)
    group: list[Line] = []
    for line in chain(sample, lines):
        joins = width is not None and line[2] == 0 and group
        if joins and width is not None and _continues(raw, group[-1], line, width):
            group.append(line)
            continue
        if group:
            yield group
        group = [line]
    if group:
        yield group


def _page_width(raw: str, lines: list[Line]) -> int | None:
    """The width the page was wrapped at, or None: judged over its borders without a blank line."""
    width = max((end - start for start, end, _ in lines), default=0)
    if not MIN_WIDTH <= width <= MAX_WIDTH:
        return None
    borders = kept = last = 0
    for before, line in pairwise(lines):
        if line[2]:
            continue
        borders += 1
        if _continues(raw, before, line, width):
            kept += 1
        elif _ends_sentence(raw, before):
            # A paragraph's last line is short, so it does not speak against wrapping.
            last += 1
    if borders < MIN_BORDERS or not kept > last:
        return None
    return width if kept + last >= MIN_SHARE * borders else None


def _continues(raw: str, line: Line, following: Line, width: int) -> bool:
    start, end, _ = following
    space = raw.find(" ", start, min(end, start + width))
    word = (end if space == -1 else space) - start
    return line[1] - line[0] + 1 + word > width - SLACK


def _ends_sentence(raw: str, line: Line) -> bool:
    return raw[line[1] - 1] in ".!?…:;\"'”’»。！？)"
