"""HTML to blocks: one walk over the page, tag by tag.

The page is cut at each ``<``. A tag that was met before is looked up by its text up to the first
``>``; a new one is read by the tag pattern. What is no tag (comments, declarations, a lone ``<``)
is found by searching its end, once.
"""

from __future__ import annotations

import re

from newsparse.reading.html_actions import close_block, mark_entry, open_block
from newsparse.reading.html_attributes import TAG, plans, read_plan, repaired_end
from newsparse.reading.html_elements import ELEMENTS, KNOWN, UNKNOWN
from newsparse.reading.html_passed import declare_and_open
from newsparse.reading.html_raw import comment_end, declaration_end
from newsparse.reading.html_references import resolve_value
from newsparse.reading.html_tags import Element, Tag, fill
from newsparse.reading.html_tree import MAX_DEPTH, BlocksFull, Tree
from newsparse.reading.html_watch import seen, watch_hidden

__all__ = ["walk"]

WINDOW = 1 << 15
"""Code points cut at once: less is slower, more takes memory that a long script wastes. Any size
gives the same blocks."""
MAX_NODES = 20_000
"""Pieces of text at which a block is cut at the end of a window, so that a page without any block
element does not fill the memory; the longest block of the training part has 1,624."""
_BEGINNING = re.compile(r"<[a-zA-Z/!?]")
_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
_NOTHING = Tag(UNKNOWN, None, 0)
_UNREAD = (0, 0, 0, 0, (0,))


def _element(name: str) -> Element:
    found = ELEMENTS.get(name) or ELEMENTS.get(name.lower())
    if found is None:
        found = Element(name.lower())
        found.bare = False
    return found


def _markup(tree: Tree, at: int, text: str, closed: str) -> tuple[Tag, int]:
    """Read markup that was not met before; a start tag in plain writing here, the rest elsewhere.

    Args:
        tree: The tree.
        at: Offset behind its ``<``.
        text: The page from there to the first ``>``.
        closed: That ``>``, or "" where the page has none.

    Returns:
        The tag, one that does nothing where it is no tag, and the offset behind it.
    """
    name, _, rest = text.partition(" ")
    element = ELEMENTS.get(name)
    if element is None or not closed:
        return _odd_markup(tree, at)
    size = len(text) + 1
    opening = element.opening
    if element.bare and "'" not in rest and not rest.count('"') & 1:
        return _NOTHING if opening is None else Tag(element, opening, size), at + size
    parts = rest.split('"')
    keys = tuple(parts[::2])
    plan = plans.get(keys, _UNREAD)
    if plan is _UNREAD:
        plan = read_plan(keys)
    if plan is None or not len(parts) & 1:
        return _odd_markup(tree, at)
    class_at, id_at, value_at, style_at, marks_at = plan
    if style_at and "none" in parts[style_at].lower():  # it may hide the element
        return _odd_markup(tree, at)
    names = parts[class_at] if class_at else ""
    if id_at:
        names = f"{names} {parts[id_at]}" if names else parts[id_at]
    value = parts[value_at] if value_at else ""
    if "&" in value:
        value = resolve_value(value).strip()
    marks = tuple([parts[mark].lower() for mark in marks_at]) if marks_at else ()
    return Tag(element, opening, size, names, value, marks), at + size


def _odd_markup(tree: Tree, at: int) -> tuple[Tag, int]:
    """Read what is not a start tag in plain writing; see ``_markup``."""
    raw = tree.raw
    sign = raw[at : at + 1]
    if sign in _LETTERS:
        return _odd_start_tag(raw, at)
    if sign == "/":
        if raw[at + 1 : at + 2] in _LETTERS:
            return _end_tag(raw, at)
        if at + 1 < len(raw):
            return _NOTHING, _declaration(tree, at)
    elif sign in ("!", "?"):
        return _NOTHING, _declaration(tree, at)
    # A lone "<": text up to the next one that begins something.
    match = _BEGINNING.search(raw, at)
    end = match.start() if match else len(raw)
    tree.nodes.append((at - 1, raw[at - 1 : end]))
    return _NOTHING, end


def _odd_start_tag(raw: str, at: int) -> tuple[Tag, int]:
    """Read a start tag that is written in an unusual way, by the standard's rules."""
    match = TAG.match(raw, at - 1)
    if match is None:
        # Either the page ends inside the tag or a quote never closes.
        return _NOTHING, repaired_end(raw, at - 1)
    end = match.end()
    element = _element(match[1])
    tag = Tag(element, element.opening, end - at)
    if not element.bare:
        return _filled(tag, raw, match.end(1), end)
    return tag, end


def _filled(tag: Tag, raw: str, start: int, end: int) -> tuple[Tag, int]:
    """Read all attributes of a tag; ``start`` is behind its name, ``end`` behind its ``>``."""
    fill(tag, raw, start, end - 1)
    tag.value = resolve_value(tag.value).strip()
    element = tag.element
    if tag.declares:
        tag.action = declare_and_open
    elif tag.hidden and not element.block and not element.void:
        tag.action = watch_hidden
    return tag, end


def _end_tag(raw: str, at: int) -> tuple[Tag, int]:
    """Read the end tag behind whose ``<`` is ``at``; return it and the offset behind it."""
    match = TAG.match(raw, at - 1)
    if match is None:
        return _NOTHING, repaired_end(raw, at - 1)
    element = _element(match[1])
    tag = Tag(element, element.closing, match.end() - at)
    tag.opening = False
    return tag, match.end()


def _declaration(tree: Tree, at: int) -> int:
    """Return the end of ``<!…``, ``<?…`` or ``</…`` that is no tag."""
    raw = tree.raw
    if raw.startswith("!--", at):
        return comment_end(raw, at + 3)[1]
    if tree.foreign and raw.startswith("![CDATA[", at):
        end = raw.find("]]>", at)
        tree.nodes.append((at + 8, raw[at + 8 : None if end < 0 else end]))
        return len(raw) if end < 0 else end + 3
    return declaration_end(raw, at)[1]


def walk(raw: str, max_blocks: int) -> tuple[Tree, int | None]:
    """Read a page.

    Args:
        raw: The page.
        max_blocks: Blocks at which reading stops.

    Returns:
        The tree with its blocks and what declares metadata, and the offset from which the limit
        left the page unread, or None.
    """
    tree = Tree(raw, max_blocks)
    try:
        _walk(tree)
        if tree.nodes:
            tree.flush()
    except BlocksFull:
        return tree, tree.blocks[-1].end
    return tree, None


def _walk(tree: Tree) -> None:
    """Read the page, window by window."""
    raw = tree.raw
    size = len(raw)
    known = KNOWN.copy()
    at = 0
    while at < size:
        stop = at + WINDOW
        if stop < size:
            stop = raw.rfind("<", at + 1, stop)
            if stop < 0:
                stop = raw.find("<", at + WINDOW)
        at = _walk_window(tree, known, at, stop if 0 <= stop < size else size)
        if len(tree.nodes) > MAX_NODES:
            tree.flush()


def _walk_window(  # noqa: C901, PLR0912, PLR0915  # the hot loop, kept in one frame
    tree: Tree, known: dict[str, Tag], start: int, stop: int
) -> int:
    """Read ``raw[start:stop]``, cut where markup begins; return the offset to go on from.

    The two commonest actions, ``close_block`` and ``open_block``, stand here in full for the case
    that nothing is open that they would have to look for.
    """
    raw, nodes, watch, names, items = tree.raw, tree.nodes, tree.watch, tree.names, tree.items
    tags, write = tree.tags, tree.write
    get = known.get
    pieces = iter(raw[start:stop].split("<"))
    first = next(pieces)
    if first and (nodes or not first.isspace()):
        nodes.append((start, first))
    at = start + len(first)
    for piece in pieces:
        begin = at + 1
        at = begin + len(piece)
        name, closed, text = piece.partition(">")
        tag = get(name) if closed else None
        skip = 0
        if tag is None:
            if closed and name[:3] == "!--" and name[-2:] == "--":
                tag = _NOTHING
            else:
                tag, skip = _markup(tree, begin, name, closed)
                if closed and skip == begin + len(name) + 1:
                    skip = 0
                    if tag.action is not None:
                        known[name] = tag
        if watch:
            seen(tree, tag)
        action = tag.action
        if action is not None:
            if action is close_block and names[-1] == tag.name and not watch:
                if nodes:
                    write("")
                del names[-1], items[-1]
                if tags:
                    tags.clear()
            elif action is open_block and not watch and names[-1] != "p" and len(names) < MAX_DEPTH:
                if nodes:
                    write("")
                tree.gap = 1
                tree.foreign = 0
                names.append(tag.name)
                items.append(tag)
                if tags:
                    tags.clear()
                if tag.names:
                    mark_entry(tree, tag, begin)
            else:
                skip = action(tree, tag, begin) or skip
        if skip:
            # Go on behind a script, comment or tag with ">" in it: perhaps pieces further on.
            while at < skip:
                following = next(pieces, None)
                if following is None:
                    return skip
                at += len(following) + 1
            text = raw[skip:at]
        if text and (nodes or not text.isspace()):
            nodes.append((at - len(text), text))
    return stop
