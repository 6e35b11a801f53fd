"""What each tag does to the tree: one small function a rule.

Every function takes the tree, the tag and the offset behind its ``<``, and gives the offset to go
on from (0: behind the tag). Order and conditions are those of the HTML standard, 13.2.6.
"""

from __future__ import annotations

from newsparse.reading.html_names import BLOCKS, HEADINGS, LISTS, SPECIAL
from newsparse.reading.html_tags import Tag
from newsparse.reading.html_tree import MAX_DEPTH, Tree

_ENTRIES = frozenset(("h-entry", "hentry", "hnews"))


def open_block(tree: Tree, tag: Tag, at: int) -> int:
    """Begin a block element; it ends a paragraph."""
    if tree.nodes:
        tree.flush()
    tree.gap = 1
    tree.foreign = 0
    names, items = tree.names, tree.items
    if names[-1] == "p" or len(names) > MAX_DEPTH:
        del names[-1], items[-1]
    elif tree.watch:
        _close_far_p(tree)
    names.append(tag.name)
    items.append(tag)
    if tree.tags:
        tree.tags.clear()
    if tag.names:
        mark_entry(tree, tag, at)
    return 0


def mark_entry(tree: Tree, tag: Tag, at: int) -> None:
    """Note the elements of an h-entry, once one was met."""
    if not tree.marked and ("entry" in tag.names or "hnews" in tag.names):
        tree.marked = not _ENTRIES.isdisjoint(tag.names.split())
    if tree.marked and not tag.declares:
        tree.head.append((tag, at))


def _close_far_p(tree: Tree) -> None:
    """End a paragraph in which a hidden inline element is open."""
    at = tree.find("p")
    if at:
        tree.pop_to(at)


def close_block(tree: Tree, tag: Tag, _: int) -> int:
    """End a block element, and what is still open in it."""
    names = tree.names
    if names[-1] == tag.name:
        if tree.nodes:
            tree.flush()
        del names[-1], tree.items[-1]
        if tree.tags:
            tree.tags.clear()
        return 0
    at = tree.find(tag.name)
    if at:
        if tree.nodes:
            tree.flush()
        tree.pop_to(at)
        tree.tags.clear()
    return 0


def close_p(tree: Tree, tag: Tag, at: int) -> int:
    """End a paragraph; without an open one it stands for an empty one, so text breaks."""
    if tree.nodes:
        tree.flush()
    return close_block(tree, tag, at)


def open_heading(tree: Tree, tag: Tag, at: int) -> int:
    """Begin a heading; it ends a paragraph and a heading."""
    if tree.nodes:
        tree.flush()
    if tree.names[-1] == "p":
        tree.pop_to(len(tree.names) - 1)
    if tree.names[-1] in HEADINGS:
        tree.pop_to(len(tree.names) - 1)
    return open_block(tree, tag, at)


def close_heading(tree: Tree, tag: Tag, at: int) -> int:
    """End a heading of whatever level."""
    if tree.names[-1] == tag.name:
        return close_block(tree, tag, at)
    for index in range(len(tree.names) - 1, 0, -1):
        name = tree.names[index]
        if name in HEADINGS:
            if tree.nodes:
                tree.flush()
            tree.pop_to(index)
            break
        if name in SPECIAL and name not in BLOCKS:
            break
    return 0


def open_item(tree: Tree, tag: Tag, at: int) -> int:
    """Begin a list item or term; it ends the one before it in the same list."""
    if tree.nodes:
        tree.flush()
    names = tree.names
    top = names[-1]
    if top == "li" == tag.name:
        del names[-1], tree.items[-1]
    elif top not in LISTS:
        ends = ("li",) if tag.name == "li" else ("dd", "dt")
        for index in range(len(names) - 1, 0, -1):
            if names[index] in ends:
                tree.pop_to(index)
                break
            if names[index] in SPECIAL:
                break
    return open_block(tree, tag, at)


def open_option(tree: Tree, tag: Tag, at: int) -> int:
    """Begin an option; it ends the one before it."""
    if tree.nodes:
        tree.flush()
    if tree.names[-1] == "option":
        tree.pop_to(len(tree.names) - 1)
    return open_block(tree, tag, at)


def close_form(tree: Tree, tag: Tag, _: int) -> int:
    """End a form; what is still open in it stays open."""
    at = tree.find(tag.name)
    if at:
        if tree.nodes:
            tree.flush()
        del tree.names[at], tree.items[at]
    return 0


def open_inline(tree: Tree, tag: Tag, at: int) -> int:
    """Begin inline markup that is remembered."""
    if tag.names:
        tree.tags.append(tag)
        if tree.marked and not tag.declares:
            tree.head.append((tag, at))
    tree.events.append((len(tree.nodes), tag))
    return 0


def close_inline(tree: Tree, tag: Tag, _: int) -> int:
    """End inline markup that is remembered."""
    tree.events.append((len(tree.nodes), tag))
    return 0


def open_named(tree: Tree, tag: Tag, at: int) -> int:
    """Begin inline markup of which only class and id are remembered."""
    if tag.names:
        tree.tags.append(tag)
        if tree.marked and not tag.declares:
            tree.head.append((tag, at))
    return 0


def line_break(tree: Tree, _: Tag, at: int) -> int:
    """Break a line; a second one in a row ends the block."""
    nodes = tree.nodes
    if not nodes:
        return 0
    last = nodes[-1][1]
    if last is not None and last.isspace() and len(nodes) > 1:
        last = nodes[-2][1]
    if last is None:
        tree.flush()
    else:
        nodes.append((at - 1, None))
    return 0


def break_block(tree: Tree, _: Tag, __: int) -> int:
    """End a block where an element stands that takes the whole width."""
    if tree.nodes:
        tree.flush()
    if tree.names[-1] == "p":
        tree.pop_to(len(tree.names) - 1)
    tree.gap = 1
    return 0


def open_body(tree: Tree, tag: Tag, at: int) -> int:
    """Begin the body, once; its class says what kind of page it is."""
    if "body" in tree.names:
        return 0
    tag.hidden = False  # scripts lift it; else nobody would ever see the page
    return open_block(tree, tag, at)
