"""HTML to blocks: one walk over the page, tag by tag.

The page is cut at each ``<``. A tag that was met before is looked up by its text up to the first
``>``; a new one is read by the tag pattern. What is no tag (comments, declarations, a lone ``<``)
is found by searching its end, once.
"""

from __future__ import annotations

import re

from newsparse.reading.html_attributes import (
    CLASS,
    HREF,
    ID,
    MARK,
    NO_VALUE,
    TAG,
    plain_key,
    plain_keys,
    repaired_end,
)
from newsparse.reading.html_elements import ELEMENTS, KNOWN, UNKNOWN
from newsparse.reading.html_passed import declare_and_open
from newsparse.reading.html_raw import comment_end, declaration_end
from newsparse.reading.html_references import resolve_value
from newsparse.reading.html_tags import Element, Tag, fill
from newsparse.reading.html_tree import BlocksFull, Tree
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


def _element(name: str) -> Element:
    found = ELEMENTS.get(name) or ELEMENTS.get(name.lower())
    if found is None:
        found = Element(name.lower())
        found.bare = False
    return found


def _markup(  # noqa: C901, PLR0912  # once a distinct tag, kept in one frame
    tree: Tree, at: int, text: str
) -> tuple[Tag, int]:
    """Read markup that was not met before; a start tag in plain writing here, the rest elsewhere.

    Args:
        tree: The tree.
        at: Offset behind its ``<``.
        text: The page from there to the first ``>``.

    Returns:
        The tag, one that does nothing where it is no tag, and the offset behind it.
    """
    name, _, rest = text.partition(" ")
    element = ELEMENTS.get(name)
    size = len(text) + 1
    end = at + size
    if element is None or tree.raw[end - 1 : end] != ">":
        return _odd_markup(tree, at)
    if element.bare and "'" not in rest and not rest.count('"') & 1:
        opening = element.opening
        return _NOTHING if opening is None else Tag(element, opening, size), end
    parts = rest.split('"')
    count = len(parts)
    if not count & 1:
        return _odd_markup(tree, at)
    tag = Tag(element, element.opening, size)
    what = plain_keys.get(parts[0])
    if what is None:
        what = plain_key(parts[0])
    for index in range(1, count, 2):
        if what:
            if what < 0:
                return _odd_markup(tree, at)
            value = parts[index]
            if what == CLASS:
                tag.names = f"{value} {tag.names}" if tag.names else value
            elif what == HREF:
                tag.value = resolve_value(value).strip() if "&" in value else value
            elif what == ID:
                tag.names = f"{tag.names} {value}" if tag.names else value
            elif what == MARK:
                tag.marks += (value.lower(),)
            elif "none" in value.lower():  # a style that may hide the element
                return _odd_markup(tree, at)
        key = parts[index + 1]
        what = plain_keys.get(key)
        if what is None:
            what = plain_key(key)
    return (tag, end) if what == NO_VALUE else _odd_markup(tree, at)


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


def _walk_window(  # noqa: C901  # the hot loop, kept in one frame
    tree: Tree, known: dict[str, Tag], start: int, stop: int
) -> int:
    """Read ``raw[start:stop]``, cut where markup begins; return the offset to go on from."""
    raw, nodes, watch = tree.raw, tree.nodes, tree.watch
    get = known.get
    pieces = iter(raw[start:stop].split("<"))
    first = next(pieces)
    if first and (nodes or not first.isspace()):
        nodes.append((start, first))
    at = start + len(first)
    skip = 0
    for piece in pieces:
        begin = at + 1
        at = begin + len(piece)
        name, closed, text = piece.partition(">")
        tag = get(name) if closed else None
        if tag is None:
            tag, skip = _markup(tree, begin, name)
            if closed and skip == begin + len(name) + 1:
                skip = 0
                if tag.action is not None:
                    known[name] = tag
        if watch:
            seen(tree, tag)
        action = tag.action
        if action is not None:
            skip = action(tree, tag, begin) or skip
        if skip:
            # Go on behind a script, comment or tag with ">" in it: perhaps pieces further on.
            while at < skip:
                following = next(pieces, None)
                if following is None:
                    return skip
                at += len(following) + 1
            text = raw[skip:at]
            skip = 0
        if text and (nodes or not text.isspace()):
            nodes.append((at - len(text), text))
    return stop
