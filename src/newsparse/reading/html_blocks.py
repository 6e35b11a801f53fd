"""HTML to blocks: one walk over the page, tag by tag.

The page is cut at each ``<``. A tag that was met before is looked up by its text up to the first
``>``; a new one is read by the tag pattern. What is no tag (comments, declarations, a lone ``<``)
is found by searching its end, once.
"""

from __future__ import annotations

from newsparse.reading.html_actions import CLOSING, FILLED, OPENING
from newsparse.reading.html_attributes import TAG, repaired_end
from newsparse.reading.html_names import INLINE_KINDS
from newsparse.reading.html_raw import comment_end, declaration_end
from newsparse.reading.html_references import resolve_value
from newsparse.reading.html_tags import Tag, fill
from newsparse.reading.html_tree import BlocksFull, Tree

__all__ = ["walk"]

_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
_NOTHING = Tag("", None, 0)


def _new_tag(raw: str, at: int) -> tuple[Tag, int]:
    """Read the tag whose ``<`` stands before ``at``; return it and the offset behind it."""
    match = TAG.match(raw, at - 1)
    if match is None:
        # Either the page ends inside the tag or a quote never closes.
        end = repaired_end(raw, at - 1)
        return _NOTHING, end
    end = match.end()
    name = match[1].lower()
    closing = raw[at] == "/"
    if closing:
        return Tag(name, CLOSING.get(name), end - at, opening=False,
                   kind=INLINE_KINDS.get(name, "")), end  # fmt: skip
    tag = Tag(name, OPENING.get(name), end - at, kind=INLINE_KINDS.get(name, ""))
    if name in FILLED and match.end(1) < end - 1:
        fill(tag, raw, match.end(1), end - 1)
        if name == "a":
            tag.value = resolve_value(tag.values.get("href", "")).strip()
        elif name == "time":
            tag.value = resolve_value(tag.values.get("datetime", "")).strip()
    return tag, end


def _declaration(tree: Tree, at: int) -> int:
    """Return the end of ``<!…``, ``<?…`` or ``</…`` that is no tag."""
    raw = tree.raw
    if raw.startswith("!--", at):
        return comment_end(raw, at + 3)[1]
    if tree.foreign and raw.startswith("![CDATA[", at):
        end = raw.find("]]>", at)
        stop = len(raw) if end < 0 else end
        tree.nodes.append((at + 8, raw[at + 8 : stop]))
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
    raw, nodes = tree.raw, tree.nodes
    known: dict[str, Tag] = {}
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
                if sign in _LETTERS or (sign == "/" and piece[1:2] in _LETTERS):
                    tag, end = _new_tag(raw, begin)
                    if end == begin + len(name) + 1:
                        known[name] = tag
                    else:
                        skip = end
                        text = raw[end:at] if end < at else ""
                elif sign and sign in "!?/" and (piece != "/" or at < len(raw)):
                    skip = _declaration(tree, begin)
                    text = raw[skip:at] if skip < at else ""
                    tag = _NOTHING
                else:
                    tag = _NOTHING
                    text = "<" + piece
            if tag.action is not None:
                jump = tag.action(tree, tag, begin)
                if jump:
                    skip = jump
                    text = raw[jump:at] if jump < at else ""
        if text and (nodes or not text.isspace()):
            nodes.append((at - len(text), text))
