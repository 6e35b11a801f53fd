"""Cells of the body put back into their table."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from newsparse.model.fields import Paragraph

__all__ = ["Grid", "grids"]

Grid = list[list[list[Paragraph]]]
"""Rows of cells; a cell holds its paragraphs, none if nothing is written in it."""


def grids(paragraphs: list[Paragraph]) -> Iterator[tuple[list[Paragraph], Grid | None]]:
    """Split consecutive ``table`` paragraphs into tables.

    Columns in which nothing is written are left out; rows end with their last cell.

    Yields:
        The paragraphs of one table, and its grid: None for what has fewer than two rows or columns,
        as in pages that are laid out with tables, or whose place in a table is not known.
    """
    for _, group in groupby(paragraphs, key=lambda p: None if p.cell is None else p.cell.table):
        cells = list(group)
        grid = _grid(cells)
        is_table = len(grid) > 1 and max(map(len, grid)) > 1
        yield cells, grid if is_table else None


def _grid(cells: list[Paragraph]) -> Grid:
    columns = sorted({one.cell.column for one in cells if one.cell is not None})
    place = {column: at for at, column in enumerate(columns)}
    rows: dict[int, list[list[Paragraph]]] = {}
    for one in cells:
        if one.cell is None:
            return []
        row = rows.setdefault(one.cell.row, [])
        while len(row) <= place[one.cell.column]:
            row.append([])
        row[place[one.cell.column]].append(one)
    return [rows[number] for number in sorted(rows)]
