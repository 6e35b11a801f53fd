"""HTML to blocks: one walk over the page, tag by tag.

The page is cut at each ``<``. A tag that was met before is looked up by its text up to the first
``>``; a new one is read by the tag pattern. What is no tag (comments, declarations, a lone ``<``)
is found by searching its end, once.
"""

from __future__ import annotations

from newsparse.reading.html_attributes import START_TAG, TAG, repaired_end
from newsparse.reading.html_elements import ELEMENTS, KNOWN, UNKNOWN
from newsparse.reading.html_raw import comment_end, declaration_end
from newsparse.reading.html_references import resolve_value
from newsparse.reading.html_tags import Element, Tag, fill
from newsparse.reading.html_tree import BlocksFull, Tree
from newsparse.reading.html_watch import seen, watch_hidden

__all__ = ["walk"]

_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
_NOTHING = Tag(UNKNOWN, None, 0)


def _element(name: str) -> Element:
    element = ELEMENTS.get(name) or ELEMENTS.get(name.lower())
    return element or Element(name.lower())


def _start_tag(raw: str, at: int) -> tuple[Tag, int]:
    """Read the start tag behind whose ``<`` is ``at``; return it and the offset behind it."""
    match = START_TAG.match(raw, at - 1)
    assert match is not None  # noqa: S101  # a letter stands there, the rest is optional
    name, names, own_id, href, more, closed = match.groups()
    if not closed:
        # Either the page ends inside the tag or a quote never closes.
        return _NOTHING, repaired_end(raw, at - 1)
    end = match.end()
    element = ELEMENTS.get(name)
    if element is None:
        element = _element(name)
    tag = Tag(element, element.opening, end - at)
    if more is not None:
        _fill(tag, raw, at + len(name), end - 1)
        return tag, end
    if names:
        tag.names = names if own_id is None else f"{names} {own_id}"
    elif own_id:
        tag.names = own_id
    if href:
        tag.value = resolve_value(href).strip() if "&" in href else href
    return tag, end


def _fill(tag: Tag, raw: str, start: int, end: int) -> None:
    """Read all attributes of a tag that says more of itself than class, id and address."""
    fill(tag, raw, start, end)
    tag.value = resolve_value(tag.value).strip()
    element = tag.element
    if tag.hidden and not element.block and not element.void:
        tag.action = watch_hidden


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


def _walk(tree: Tree) -> None:  # noqa: C901, PLR0912  # the hot loop, kept in one frame
    raw, nodes, watch = tree.raw, tree.nodes, tree.watch
    known = KNOWN.copy()
    get = known.get
    pieces = iter(raw.split("<"))
    first = next(pieces)
    if first and not first.isspace():
        nodes.append((0, first))
    at = len(first)
    skip = -1
    for piece in pieces:
        begin = at + 1
        at = begin + len(piece)
        if begin <= skip:
            if at <= skip:
                continue
            text = raw[skip:at]
        else:
            name, _, text = piece.partition(">")
            tag = get(name)
            if tag is None:
                sign = piece[:1]
                if sign in _LETTERS:
                    tag, end = _start_tag(raw, begin)
                elif sign == "/" and piece[1:2] in _LETTERS:
                    tag, end = _end_tag(raw, begin)
                elif sign and sign in "!?/" and (piece != "/" or at < len(raw)):
                    tag, end = _NOTHING, _declaration(tree, begin)
                else:
                    tag, end = _NOTHING, begin - 1
                if end != begin + len(name) + 1:
                    skip = end
                    text = raw[end:at] if end < at else ""
                elif tag.action is not None:
                    known[name] = tag
            if watch:
                seen(tree, tag)
            action = tag.action
            if action is not None:
                jump = action(tree, tag, begin)
                if jump:
                    skip = jump
                    text = raw[jump:at] if jump < at else ""
        if text and (nodes or not text.isspace()):
            nodes.append((at - len(text), text))
