"""What the tags do whose elements are left out, hidden or only declare something.

Scripts, styles and the like are passed over at once; ``noscript`` and ``template`` are hidden
containers, so that their words stay in a block; tags that declare metadata are noted for later.
"""

from __future__ import annotations

from newsparse.reading.html_actions import open_block, open_inline
from newsparse.reading.html_raw import raw_text_end, script_end
from newsparse.reading.html_tags import Tag
from newsparse.reading.html_tree import Tree
from newsparse.reading.html_watch import watch_hidden


def declare(tree: Tree, tag: Tag, at: int) -> int:
    """Note an element that declares something."""
    tree.head.append((tag, at))
    return 0


def declare_and_open(tree: Tree, tag: Tag, at: int) -> int:
    """Note an element that is part of microdata or RDFa, then do what it does anyway."""
    tree.head.append((tag, at))
    if tag.hidden and not tag.element.block:
        return watch_hidden(tree, tag, at)
    opening = tag.element.opening
    return 0 if opening is None else opening(tree, tag, at)


def open_time(tree: Tree, tag: Tag, at: int) -> int:
    """Begin a time: inline markup, and perhaps a declared date."""
    if not tree.marked and not tag.declares:
        tree.head.append((tag, at))
    return open_inline(tree, tag, at)


def declare_link(tree: Tree, tag: Tag, at: int) -> int:
    """Note a link to the page's own address or to the page in another language."""
    raw, end = tree.raw, at + tag.size
    if any(raw.find(sign, at, end) >= 0 for sign in ("canonical", "hreflang", "itemprop")):
        tree.head.append((tag, at))
    return 0


def skip_raw_text(tree: Tree, tag: Tag, at: int) -> int:
    """Leave out an element whose content is neither markup nor shown."""
    if tree.foreign:
        return skip_in_drawing(tree, tag, at)
    return raw_text_end(tree.raw, tag.name, at + tag.size)


def skip_in_drawing(tree: Tree, tag: Tag, at: int) -> int:
    """Leave out what a drawing describes or defines; elsewhere the element means nothing."""
    if not tree.foreign or tree.raw[at + tag.size - 2] == "/":
        return 0
    end = tree.end_of(tag.name, at)
    return end if end < tree.breakout(at) else 0


def skip_title(tree: Tree, tag: Tag, at: int) -> int:
    """Note the page's title; a drawing's is left out."""
    if not tree.foreign:
        tree.head.append((tag, at))
    return skip_raw_text(tree, tag, at)


def skip_script(tree: Tree, tag: Tag, at: int) -> int:
    """Leave out a script; one that holds data is noted."""
    if tree.foreign and tree.raw[at + tag.size - 2] == "/":
        return 0
    if "ld+json" in tree.raw[at : at + tag.size].lower():
        tree.head.append((tag, at))
    return script_end(tree.raw, at + tag.size)


def open_hidden(tree: Tree, tag: Tag, at: int) -> int:
    """Begin what a browser does not show: ``noscript`` inside a paragraph is left out."""
    if tag.name == "noscript":
        end = tree.end_of(tag.name, at)
        if tree.nodes or not end:
            return end
    if tree.nodes:
        tree.flush()
    tag.hidden = "shadowrootmode" not in tree.raw[at : at + tag.size].lower()
    tree.push(tag)
    return 0


def close_hidden(tree: Tree, tag: Tag, _: int) -> int:
    """End ``noscript`` or ``template`` with everything in it."""
    at = tree.find(tag.name, frozenset(("body",)))
    if at:
        if tree.nodes:
            tree.flush()
        tree.pop_to(at)
    return 0


def open_foreign(tree: Tree, tag: Tag, at: int) -> int:
    """Begin a drawing or formula; a hidden one is left out."""
    if tag.hidden and (end := tree.end_of(tag.name, at)):
        return end
    if tree.raw[at + tag.size - 2] != "/":
        tree.foreign += 1
    return 0


def close_foreign(tree: Tree, _: Tag, __: int) -> int:
    """End a drawing or formula."""
    tree.foreign = max(tree.foreign - 1, 0)
    return 0


def raw_is_text(tree: Tree, tag: Tag, at: int) -> int:
    """Take what an element holds as it stands (``xmp``)."""
    open_block(tree, tag, at)
    start = at + tag.size
    end = raw_text_end(tree.raw, tag.name, start)
    if end > start:
        tree.nodes.append((start, tree.raw[start:end]))
    return end


def rest_is_text(tree: Tree, tag: Tag, at: int) -> int:
    """Take the rest of the page as it stands (``plaintext``)."""
    open_block(tree, tag, at)
    start = at + tag.size
    tree.nodes.append((start, tree.raw[start:]))
    return len(tree.raw)
