"""What the tags of a table do to the tree: cells, rows and parts end one another.

A tag that belongs to a table does nothing where no table is open. Source: HTML standard 13.2.6.4.9
ff. Words that stand in a table but in no cell keep their place; a browser shows them before it.
"""

from __future__ import annotations

from newsparse.reading.html_actions import open_block
from newsparse.reading.html_tags import Tag
from newsparse.reading.html_tree import Tree

_ROW_ENDS = frozenset(("tr", "table", "template", "noscript", "body"))
_TABLE_PARTS = frozenset(("tbody", "thead", "tfoot", "table", "template", "noscript", "body"))
_TABLE_ENDS = frozenset(("table", "template", "noscript", "body"))
_OUTSIDE = frozenset(("template", "noscript", "body"))


def _open_in_table(tree: Tree, tag: Tag, at: int, stop: frozenset[str]) -> int:
    names = tree.names
    for index in range(len(names) - 1, 0, -1):
        if names[index] in stop:
            if names[index] in ("table", "tr", "tbody", "thead", "tfoot"):
                if tree.nodes:
                    tree.flush()
                tree.pop_to(index + 1)
                return open_block(tree, tag, at)
            break
    return 0  # no table is open: the standard drops the tag


def open_cell(tree: Tree, tag: Tag, at: int) -> int:
    """Begin a cell; it ends the one before it in the row."""
    if tree.names[-1] == "tr":
        return open_block(tree, tag, at)
    return _open_in_table(tree, tag, at, _ROW_ENDS)


def open_row(tree: Tree, tag: Tag, at: int) -> int:
    """Begin a row; it ends the one before it."""
    return _open_in_table(tree, tag, at, _TABLE_PARTS)


def open_table_part(tree: Tree, tag: Tag, at: int) -> int:
    """Begin a table's head, body, foot or caption; it ends the part before it."""
    return _open_in_table(tree, tag, at, _TABLE_ENDS)


def close_table_part(tree: Tree, tag: Tag, _: int) -> int:
    """End a cell, row or part of a table, if it is open in the innermost table."""
    at = tree.find(tag.name, _TABLE_ENDS)
    if at:
        if tree.nodes:
            tree.flush()
        tree.pop_to(at)
    return 0


def close_table(tree: Tree, _: Tag, __: int) -> int:
    """End the innermost table with everything in it."""
    at = tree.find("table", _OUTSIDE)
    if at:
        if tree.nodes:
            tree.flush()
        tree.pop_to(at)
    return 0
