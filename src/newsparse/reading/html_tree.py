"""The part of HTML's tree building that blocks depend on.

A ``Tree`` knows which elements are open, gathers text until a block ends and writes blocks. Its
rules are the standard's, for the elements that make blocks; inline markup is only counted, because
it never decides where a block ends. Depth is bounded as in browsers, so every search is.
"""

from __future__ import annotations

import re
from typing import Any

from newsparse.model.block import Block, Container, Inline, Run
from newsparse.reading.html_attributes import known_words, words
from newsparse.reading.html_names import PREFORMATTED, SCOPE
from newsparse.reading.html_raw import raw_text_end
from newsparse.reading.html_tags import Tag
from newsparse.reading.html_view import Node, View, squeezed, unsqueezed
from newsparse.reading.html_watch import Watched, settle

__all__ = ["BlocksFull", "Tree"]

MAX_DEPTH = 512
"""Open elements; deeper ones take the place of the innermost. The figure of Blink and WebKit
(kMaximumHTMLParserDOMTreeDepth); the deepest page of the training part has 136."""

_BREAKOUT = re.compile(
    r"<(?:b|big|blockquote|body|br|center|code|dd|div|dl|dt|em|embed|h[1-6r]|head|i|img|li|listing|"
    r"menu|meta|nobr|ol|p|pre|ruby|s|small|span|strong|strike|sub|sup|table|tt|u|ul|var)[\s/>]",
    re.IGNORECASE,
)
"""Start tags that end foreign content. Source: HTML standard 13.2.6.5."""

MAX_TAGS = 40
"""Inline tags of a block whose class and id are kept; coloured code has hundreds of a few kinds."""

_make = tuple.__new__  # a Run from its parts, at half the price of calling it


class BlocksFull(Exception):  # noqa: N818  # a signal inside the reader, never seen outside
    """The limit of blocks is reached."""


class Tree:
    """Open elements, text not yet in a block, and the blocks so far.

    Attributes:
        raw: The page.
        blocks: Finished blocks.
        nodes: Pieces of text of the block that is being gathered.
        names: Names of the open block elements; "" is the page.
        items: The same elements: the tag until the element is known to hold a block, then its
            container.
        events: Inline tags met since the last block, each with the number of nodes before it.
        active: Inline markup that is open at the start of the block.
        tags: Inline start tags with a class or id met since the last block began or ended.
        gap: 1 if a block element began since the last block.
        foreign: Open drawings and formulas.
        watch: Inline elements that are hidden or controls and still open.
        head: Tags that declare something.
        marked: Whether an h-entry was met, so that class names are declarations.
        ends: Where the next end tag of some elements stands; for "" the next that ends a drawing.
    """

    __slots__ = (
        "active", "blocks", "ends", "events", "foreign", "gap", "head", "items", "marked",
        "max_blocks", "names", "nodes", "order", "raw", "tags", "watch",
    )  # fmt: skip

    def __init__(self, raw: str, max_blocks: int) -> None:
        self.raw = raw
        self.max_blocks = max_blocks
        self.blocks: list[Block] = []
        self.nodes: list[Node] = []
        self.names: list[str] = [""]
        self.items: list[Any] = [Container()]
        self.order = 1
        self.events: list[tuple[int, Tag]] = []
        self.active: dict[str, tuple[int, int, str]] = {}
        self.tags: list[Tag] = []
        self.gap = 0
        self.foreign = 0
        self.watch: list[Watched] = []
        self.head: list[tuple[Tag, int]] = []
        self.marked = False
        self.ends: dict[str, int] = {}

    # --- open elements -----------------------------------------------------------------------

    def push(self, tag: Tag) -> None:
        """Open an element."""
        names, items = self.names, self.items
        if len(names) > MAX_DEPTH:
            del names[-1], items[-1]
        names.append(tag.name)
        items.append(tag)

    def pop_to(self, depth: int) -> None:
        """Close the elements from index ``depth`` on."""
        del self.names[depth:], self.items[depth:]

    def find(self, name: str, stop: frozenset[str] = SCOPE) -> int:
        """Find the innermost open element of that name; 0 if none is in scope."""
        names = self.names
        if name not in names:
            return 0
        for at in range(len(names) - 1, 0, -1):
            if names[at] == name:
                return at
            if names[at] in stop:
                return 0
        return 0

    def end_of(self, name: str, at: int) -> int:
        """Find the next end tag of that name from ``at`` on; 0 if there is none.

        Remembered, so that elements which are opened again and again and never closed do not cost
        a search each.
        """
        found = self.ends.get(name, -1)
        if found < at:
            found = self.ends[name] = raw_text_end(self.raw, name, at)
        return found if found < len(self.raw) else 0

    def breakout(self, at: int) -> int:
        """Find the next tag that ends any drawing from ``at`` on, else the page's end."""
        found = self.ends.get("", -1)
        if found < at:
            match = _BREAKOUT.search(self.raw, at)
            found = self.ends[""] = match.start() if match else len(self.raw)
        return found

    # --- blocks ------------------------------------------------------------------------------

    def place(self) -> tuple[Container, Tag | None, str, int]:
        """Return where text stands now: container, leaf element, kind, level."""
        items = self.items
        at = len(items) - 1
        while items[at].__class__ is not Container:
            at -= 1
        container = items[at]
        leaf: Tag | None = None
        kind, level = container.kind, container.level
        last = len(items) - 1
        for index in range(at + 1, last + 1):
            tag = items[index]
            element = tag.element
            if element.kind:
                kind = element.kind
                level = element.level or level
            elif element.resets:
                kind, level = "text", 0
            elif kind == "cell" and tag.name == "p":
                kind = "text"
            level += element.lists
            if index == last and element.leaf and not tag.hidden:
                leaf = tag
                break
            names = tag.names
            tokens = known_words.get(names)
            if tokens is None:
                tokens = words(names)
            hidden = tag.hidden or container.hidden
            items[index] = container = Container(
                tag.name, container, tokens, tag.marks, hidden, self.order, kind, level
            )
            self.order += 1
        return container, leaf, kind, level

    def flush(self) -> None:
        """Make a block of the text gathered so far, if there is any to see."""
        if self.watch:
            settle(self)
        if self.watch:
            self.watch[-1].flush(self)
        else:
            self.write("")

    def write(self, kind_of_all: str) -> None:  # noqa: C901, PLR0912, PLR0915  # for speed
        """Make a block of the nodes; ``kind_of_all`` is its kind where no element decides."""
        nodes = self.nodes
        start, piece = nodes[-1]
        while len(nodes) > 1 and (piece is None or piece.isspace()):
            del nodes[-1]
            start, piece = nodes[-1]
        sizes, seams = _NO_SIZES, _NO_SEAMS
        lines = 1
        text = piece.strip() if len(nodes) == 1 and piece is not None else "&"
        if "&" in text or "  " in text or not text.isprintable():
            text, runs, sizes, seams = self.view(nodes)
            if runs:
                lines += self.raw.count("\n", runs[0][1], runs[-1][2])
        else:
            if piece is not None and text is not piece and text:
                start += piece.index(text[0])
            runs = [_make(Run, (0, start, start + len(text)))]
        nodes.clear()
        inlines: tuple[Inline, ...] = ()
        links = 0
        if self.events or self.active:
            inlines = self.inlines(len(text), sizes)
            for inline in inlines:
                if inline[2] == "a":
                    links += inline[1] - inline[0]
        if not text:
            self.tags.clear()
            return
        blocks = self.blocks
        if len(blocks) >= self.max_blocks:
            raise BlocksFull
        leaf: Tag | None = None
        top = self.items[-1]
        if top.__class__ is Container:
            container, kind, level = top, top.kind, top.level
        else:
            container, leaf, kind, level = self.place()
        tag = container.tag
        tokens: tuple[str, ...] = ()
        marks: tuple[str, ...] = ()
        if leaf is not None:
            tag = leaf.name
            marks = leaf.marks
            if leaf.names:
                tokens = words(leaf.names)
        if self.tags:
            for one in self.tags[:MAX_TAGS]:
                tokens += words(one.names)
                marks += one.marks
            self.tags.clear()
        if kind not in _LEVELLED:
            level = 0
        block = Block(
            text, runs, container, kind_of_all or kind, level, self.gap, lines, tag, links,
            inlines, tokens, marks, seams,
        )  # fmt: skip
        blocks.append(block)
        self.gap = 0

    def view(self, nodes: list[Node]) -> View:
        """Write the text view of nodes, squeezed or, inside ``pre``, as they are."""
        if not PREFORMATTED.isdisjoint(self.names):
            return unsqueezed(nodes, literal=self.names[-1] in ("plaintext", "xmp"))
        return squeezed(nodes)

    def inlines(  # noqa: C901, PLR0912  # the common cases first, in one frame
        self, size: int, sizes: list[int]
    ) -> tuple[Inline, ...]:
        """Turn the inline tags since the last block into stretches of its text."""
        active = self.active
        events = self.events
        if len(events) == 2 and not active:
            (low, tag), (high, closing) = events
            # The commonest by far: one element around all or part of the text.
            if tag.opening and not closing.opening and tag.element is closing.element:
                events.clear()
                start = 0 if low == 0 else sizes[low] if low < len(sizes) else size
                end = 0 if high == 0 else sizes[high] if high < len(sizes) else size
                if end > start:
                    return (_make(Inline, (start, end, tag.element.inline, tag.value)),)
                return ()
        found: list[Inline] = []
        if active:
            for kind, (count, _, value) in active.items():
                active[kind] = (count, 0, value)
        known = len(sizes)
        for at, tag in events:
            place = (sizes[at] if at < known else size) if at else 0
            kind = tag.element.inline
            current = active.get(kind)
            if tag.opening and (current is None or kind == "a"):
                # A link inside a link ends the outer one.
                if current is not None and place > current[1]:
                    found.append(_make(Inline, (current[1], place, kind, current[2])))
                active[kind] = (1, place, tag.value)
            elif current is not None:
                count, start, value = current
                if tag.opening or (count > 1 and kind != "a"):
                    active[kind] = (count + (1 if tag.opening else -1), start, value)
                    continue
                del active[kind]
                if place > start:
                    found.append(_make(Inline, (start, place, kind, value)))
        events.clear()
        if active:
            for kind, (_, start, value) in active.items():
                if size > start:
                    found.append(_make(Inline, (start, size, kind, value)))
        if len(found) > 1:
            found.sort()
        return tuple(found)


_LEVELLED = frozenset(("heading", "list_item"))
_NO_SIZES: list[int] = []
_NO_SEAMS: tuple[int, ...] = ()
