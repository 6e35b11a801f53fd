"""Lists in CommonMark: items by depth, with bullets or numbers.

Source: CommonMark 0.31.2, sections 5.2 and 5.3.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsparse.export.markdown_inline import at_block_start, inline
from newsparse.model.fields import Paragraph
from newsparse.model.page import Page

__all__ = ["list_lines"]

MAX_DEPTH = 6
"""Depth of lists; what is nested deeper is written there. CommonMark itself knows no limit, but
markdown-it stops at twenty open blocks, and each depth opens two."""
MAX_NUMBER = 999_999_999
"""CommonMark reads nine digits."""

_BULLET = re.compile(r"[•‣▪◦●○■□*·-]\s++(?=\S)")
"""Signs before items of text pages; long dashes are left out, they open speech as often."""
_NUMBER = re.compile(r"(\d{1,9})[.)]\s++(?=\S)", re.ASCII)


def list_lines(items: list[Paragraph], page: Page) -> Iterator[str]:
    """Write consecutive list items.

    In text pages bullet or number stand in the text: they become the item's marker. An item
    without one (a line that begins with a dash, or with a letter) is a paragraph.

    Yields:
        Lists, each as one block, and paragraphs.
    """
    writer = _Writer()
    for item in items:
        marked, number, text = _marker(item, page)
        line = at_block_start(inline(text, item.inlines, page.url))
        if not line:
            continue
        if marked:
            writer.add(item.level, number, line, may_go_on=item.number is not None)
        else:
            yield from writer.ended()
            writer = _Writer()
            yield line
    yield from writer.ended()


def _marker(item: Paragraph, page: Page) -> tuple[bool, int | None, str]:
    """Return whether an item has a marker, its number (None for a bullet), its text without it."""
    if page.kind != "html" and not item.inlines:
        match = _BULLET.match(item.text)
        if match is not None:
            return True, None, item.text[match.end() :]
        match = _NUMBER.match(item.text)
        if match is not None:
            return True, int(match[1]), item.text[match.end() :]
        return False, None, item.text
    if item.number is not None and 0 <= item.number <= MAX_NUMBER:
        return True, item.number, item.text
    return True, None, item.text


class _Writer:
    """Collects the lines of one list.

    Attributes:
        open: Of the items that are open, outermost first: number (None for a bullet), marker.
    """

    def __init__(self) -> None:
        self.open: list[tuple[int | None, str]] = []
        self._lines: list[str] = []

    def add(self, level: int, number: int | None, line: str, *, may_go_on: bool) -> None:
        """Write one item, or one more paragraph of the item before if it has the same number."""
        depth = min(max(level, 1), len(self.open) + 1, MAX_DEPTH)
        before, marker = self.open[depth - 1] if depth <= len(self.open) else (None, "")
        del self.open[depth - 1 :]
        indent = " " * sum(len(marker) for _, marker in self.open)
        if number is None:
            self._lines.append(f"{indent}- {line}")
            self.open.append((None, "- "))
        elif number == before and may_go_on:
            self._lines += ["", f"{indent}{' ' * len(marker)}{line}"]
            self.open.append((before, marker))
        else:
            sign = "."
            if before is None or number != before + 1:
                # Another sign begins another list, so that the number is kept; an empty line,
                # because a list may follow a line directly only if it begins with 1.
                sign = ")" if marker.endswith(". ") else "."
                self._lines += [""] if self._lines else []
            elif marker:
                sign = marker[-2]
            self._lines.append(f"{indent}{number}{sign} {line}")
            self.open.append((number, f"{number}{sign} "))

    def ended(self) -> list[str]:
        """Return the list as one block, if there is one."""
        return ["\n".join(self._lines)] if self._lines else []
