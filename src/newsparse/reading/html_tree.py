"""The part of HTML's tree building that blocks depend on.

A ``Tree`` knows which elements are open, gathers text until a block ends and writes blocks. Its
rules are the standard's, for the elements that make blocks; inline markup is only counted, because
it never decides where a block ends. Depth is bounded as in browsers, so every search is.
"""

from __future__ import annotations

from newsparse.model.block import Block, Container, Inline, Run
from newsparse.reading.html_attributes import words
from newsparse.reading.html_names import PREFORMATTED, SCOPE
from newsparse.reading.html_tags import Tag
from newsparse.reading.html_view import Node, squeezed, unsqueezed
from newsparse.reading.html_watch import Watched, settle

__all__ = ["BlocksFull", "Tree"]

MAX_DEPTH = 512
"""Open elements; deeper ones take the place of the innermost. The figure of Blink and WebKit
(kMaximumHTMLParserDOMTreeDepth); the deepest page of the training part has 110."""

_make = tuple.__new__  # a Run from its parts, at half the price of calling it


class BlocksFull(Exception):  # noqa: N818  # a signal inside the reader, never seen outside
    """The limit of blocks is reached."""


class _Open:
    """Inline markup that is open: how often, since where in the text, and its value."""

    __slots__ = ("count", "start", "value")

    def __init__(self, start: int, value: str) -> None:
        self.count = 1
        self.start = start
        self.value = value


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
    """

    __slots__ = (
        "active", "blocks", "events", "foreign", "gap", "head", "items", "max_blocks", "names",
        "nodes", "order", "raw", "tags", "watch",
    )  # fmt: skip

    def __init__(self, raw: str, max_blocks: int) -> None:
        self.raw = raw
        self.max_blocks = max_blocks
        self.blocks: list[Block] = []
        self.nodes: list[Node] = []
        self.names: list[str] = [""]
        self.items: list[Tag | Container] = [Container()]
        self.order = 1
        self.events: list[tuple[int, Tag]] = []
        self.active: dict[str, _Open] = {}
        self.tags: list[Tag] = []
        self.gap = 0
        self.foreign = 0
        self.watch: list[Watched] = []
        self.head: list[tuple[Tag, int]] = []

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

    # --- blocks ------------------------------------------------------------------------------

    def place(self) -> tuple[Container, Tag | None, str, int]:
        """Return where text stands now: container, leaf element, kind, level."""
        items = self.items
        at = len(items) - 1
        item = items[at]
        while not isinstance(item, Container):
            at -= 1
            item = items[at]
        container = item
        leaf: Tag | None = None
        kind, level = container.kind, container.level
        for index in range(at + 1, len(items)):
            tag = items[index]
            assert isinstance(tag, Tag)  # noqa: S101  # the loop above stopped at the last container
            element = tag.element
            if element.kind:
                kind = element.kind
                level = element.level or level
            elif element.resets:
                kind, level = "text", 0
            elif kind == "cell" and tag.name == "p":
                kind = "text"
            level += element.lists
            if element.leaf and not tag.hidden:
                leaf = tag
                continue
            leaf = None
            container = Container(
                tag.name,
                container,
                tokens=words(tag.names) if tag.names else (),
                marks=tag.marks,
                hidden=tag.hidden or container.hidden,
                order=self.order,
            )
            container.kind, container.level = kind, level
            self.order += 1
            items[index] = container
        return container, leaf, kind, level

    def flush(self) -> None:
        """Make a block of the text gathered so far, if there is any to see."""
        if self.watch:
            settle(self)
        if self.watch:
            self.watch[-1].flush(self)
        else:
            self.write("")

    def write(self, kind_of_all: str) -> None:  # noqa: C901, PLR0912  # one frame, for speed
        """Make a block of the nodes; ``kind_of_all`` is its kind where no element decides."""
        nodes = self.nodes
        start, piece = nodes[-1]
        while len(nodes) > 1 and (piece is None or piece.isspace()):
            del nodes[-1]
            start, piece = nodes[-1]
        sizes, seams = _NO_SIZES, _NO_SIZES
        if len(nodes) == 1 and piece is not None:
            text = piece.strip()
            if "&" in text or "  " in text or not text.isprintable():
                text, runs, sizes, seams = self.view(nodes)
            else:
                if text is not piece and text:
                    start += piece.index(text[0])
                runs = [_make(Run, (0, start, start + len(text)))]
        else:
            text, runs, sizes, seams = self.view(nodes)
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
        if len(self.blocks) >= self.max_blocks:
            raise BlocksFull
        container, leaf, kind, level = self.place()
        tokens: tuple[str, ...] = ()
        tag = container.tag
        marks: tuple[str, ...] = ()
        if leaf is not None:
            tag = leaf.name
            marks = leaf.marks
            if leaf.names:
                tokens = words(leaf.names)
        if self.tags:
            for one in self.tags:
                tokens += words(one.names)
                marks += one.marks
            self.tags.clear()
        start, end = runs[0][1], runs[-1][2]
        self.blocks.append(
            Block(
                text,
                runs,
                container,
                kind=kind_of_all or kind,
                level=level if kind in ("heading", "list_item") else 0,
                gap=self.gap,
                lines=self.raw.count("\n", start, end) + 1,
                tag=tag,
                link_chars=links,
                inlines=inlines,
                tokens=tokens,
                marks=marks,
                seams=tuple(seams),
            )
        )
        self.gap = 0

    def view(self, nodes: list[Node]) -> tuple[str, list[Run], list[int], list[int]]:
        """Write the text view of nodes, squeezed or, inside ``pre``, as they are."""
        if not PREFORMATTED.isdisjoint(self.names):
            return unsqueezed(nodes)
        return squeezed(nodes)

    def inlines(self, size: int, sizes: list[int]) -> tuple[Inline, ...]:  # noqa: C901
        """Turn the inline tags since the last block into stretches of its text."""
        active = self.active
        events = self.events
        if len(events) == 2 and not active:
            (at, tag), (_, closing) = events
            # The commonest by far: one link around all of the text.
            if at == 0 and not closing.opening and tag.element is closing.element:
                end = events[1][0]
                events.clear()
                end = sizes[end] if end < len(sizes) else size
                return (_make(Inline, (0, end, tag.element.inline, tag.value)),) if end else ()
        found: list[Inline] = []
        for state in active.values():
            state.start = 0
        for at, tag in events:
            place = min(sizes[at], size) if at < len(sizes) else size if at else 0
            kind = tag.element.inline
            current = active.get(kind)
            if current is None:
                if tag.opening:
                    active[kind] = _Open(place, tag.value)
                continue
            if tag.opening and kind != "a":
                current.count += 1
                continue
            current.count -= 1
            if current.count == 0 or kind == "a":  # a link inside a link ends the outer one
                if place > current.start:
                    found.append(Inline(current.start, place, kind, current.value))
                del active[kind]
            if tag.opening:
                active[kind] = _Open(place, tag.value)
        events.clear()
        found.extend(
            Inline(state.start, size, kind, state.value)
            for kind, state in active.items()
            if size > state.start
        )
        found.sort()
        return tuple(found)


_NO_SIZES: list[int] = []
