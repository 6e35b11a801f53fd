"""What a paragraph's markup says beside its words: emphasis, links, list numbers, table cells."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable

from newsparse.labelling.units import Unit
from newsparse.model.block import Container, Document
from newsparse.model.fields import Cell, InlineMarkup
from newsparse.model.label import InlineKind
from newsparse.roles.story import squeezed

__all__ = ["Places", "inlines_of"]

_KINDS = {
    "a": InlineKind.LINK,
    "em": InlineKind.EMPHASIS,
    "strong": InlineKind.STRONG,
    "code": InlineKind.CODE,
    "q": InlineKind.QUOTATION,
    "time": InlineKind.TIME,
}
_WORD = re.compile(r"\S+")
_ROW_OR_CELL = re.compile(r"<(?:tr|(t[dh]))[\s/>]", re.IGNORECASE)
_CELLS = ("td", "th")
_LISTS = ("ol", "ul", "menu", "dir", "dl")


def inlines_of(unit: Unit) -> tuple[InlineMarkup, ...]:
    """Return the inline markup of a unit, counted in its squeezed text, without outer spaces."""
    if not unit.block.inlines:
        return ()
    text = squeezed(unit.text)
    place = _squeezed_place(unit.text)
    found = []
    for start, end, kind, value in unit.block.inlines:
        low = place(min(max(start, unit.start), unit.end) - unit.start)
        high = place(min(max(end, unit.start), unit.end) - unit.start)
        low += text[low:high].startswith(" ")
        high -= text[low:high].endswith(" ")
        if high > low:
            found.append(InlineMarkup(kind=_KINDS[kind], start=low, end=high, value=value))
    return tuple(found)


def _squeezed_place(text: str) -> Callable[[int], int]:
    """Return what maps a place of ``text`` to its place in ``squeezed(text)``."""
    starts: list[int] = []
    shown: list[int] = []
    sizes: list[int] = []
    at = 0
    for match in _WORD.finditer(text):
        starts.append(match.start())
        shown.append(at)
        sizes.append(match.end() - match.start())
        at += sizes[-1] + 1

    def place(offset: int) -> int:
        word = bisect_right(starts, offset) - 1
        if word < 0:
            return 0
        return shown[word] + min(offset - starts[word], sizes[word])

    return place


class Places:
    """Follows the units of one story in order and knows the list and table each stands in.

    Attributes:
        number: Of the unit passed last: its place in a numbered list, or None.
        cell: Its place in a table, or None.
    """

    __slots__ = ("_column", "_counts", "_document", "_item", "_row", "_tables", "cell", "number")

    def __init__(self, document: Document) -> None:
        self._document = document
        self._counts: dict[Container, int] = {}
        self._item: tuple[Container | None, int] = (None, -1)
        self._tables: dict[Container | None, list[int]] = {}
        self._row: Container | None = None
        self._column: tuple[Container | None, int] = (None, -1)
        self.number: int | None = None
        self.cell: Cell | None = None

    def pass_by(self, unit: Unit) -> None:
        """Take the next unit; those that are no paragraphs count in lists and tables, too."""
        kind = unit.block.kind
        self.number = self._number(unit) if kind == "list_item" else None
        self.cell = self._cell(unit) if kind == "cell" else None

    def _number(self, unit: Unit) -> int | None:
        item = _up(unit.block.container, ("li", *_LISTS))
        numbered = _up(item, _LISTS)
        if numbered is None or numbered.tag != "ol":
            return None
        # The same element again, or the same block cut in two: the item goes on.
        goes_on = self._item == (item, unit.index) or (
            item is not None and item.tag == "li" and self._item[0] is item
        )
        self._item = (item, unit.index)
        if not goes_on:
            self._counts[numbered] = self._counts.get(numbered, 0) + 1
        return self._counts[numbered]

    def _cell(self, unit: Unit) -> Cell | None:
        cell = _up(unit.block.container, _CELLS)
        if cell is None:
            return None
        row = cell.parent
        table = _up(row, ("table",))
        known = self._tables.setdefault(table, [len(self._tables), -1])
        if cell is not self._column[0]:
            skipped, begun = self._cells_before(unit)
            if row is not self._row:
                known[1] += 1
                column = begun - 1
            else:
                column = self._column[1] + skipped
            self._column = (cell, max(column, 0))
            self._row = row
        return Cell(table=known[0], row=known[1], column=self._column[1], header=cell.tag == "th")

    def _cells_before(self, unit: Unit) -> tuple[int, int]:
        """Count cells that begin between the block before and this one; all, in the last row."""
        document = self._document
        start = document.blocks[unit.index - 1].end if unit.index else 0
        count = in_row = 0
        for match in _ROW_OR_CELL.finditer(document.raw, start, unit.block.start):
            if match[1]:
                count += 1
                in_row += 1
            else:
                in_row = 0
        return count, in_row


def _up(container: Container | None, tags: tuple[str, ...]) -> Container | None:
    """Return the nearest element of one of these names, from ``container`` outwards, or None."""
    while container is not None and container.tag not in tags:
        container = container.parent
    return container
