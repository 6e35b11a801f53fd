"""The part of HTML's tree building that blocks depend on.

A ``Tree`` knows which elements are open, gathers text until a block ends and writes blocks. Its
rules are the standard's, for the elements that make blocks; inline markup is only counted, because
it never decides where a block ends. Depth is bounded as in browsers, so every search is.
"""

from __future__ import annotations

from newsparse.model.block import Block, Container, Inline, Run
from newsparse.reading.html_names import HEADINGS, KINDS, LEAVES, RESETS, SCOPE
from newsparse.reading.html_tags import Tag
from newsparse.reading.html_view import SPACES, Node, squeezed, unsqueezed

__all__ = ["BlocksFull", "Tree"]

MAX_DEPTH = 512
"""Open elements; deeper ones take the place of the innermost. The figure of Blink and WebKit
(kMaximumHTMLParserDOMTreeDepth); the deepest page of the training part has 110."""

_LISTS = frozenset(("ul", "ol", "menu", "dir", "dl"))
_PRE = frozenset(("pre", "listing", "textarea", "xmp", "plaintext"))


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
    """Open elements, text not yet in a block, and the blocks so far."""

    __slots__ = (
        "active", "blocks", "events", "foreign", "gap", "head", "items", "max_blocks", "names",
        "nodes", "order", "raw", "watch", "words",
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
        self.words: tuple[str, ...] = ()
        self.gap = 0
        self.foreign = 0
        self.watch: list[tuple[str, int]] = []
        self.head: list[tuple[Tag, int]] = []

    # --- open elements -----------------------------------------------------------------------

    def push(self, tag: Tag) -> None:
        """Open an element."""
        names, items = self.names, self.items
        if len(names) > MAX_DEPTH:
            names.pop()
            items.pop()
        names.append(tag.name)
        items.append(tag)

    def pop_to(self, depth: int) -> None:
        """Close the elements from index ``depth`` on."""
        del self.names[depth:]
        del self.items[depth:]

    def find(self, name: str, stop: frozenset[str] = SCOPE) -> int:
        """Find the innermost open element of that name; 0 if none is in scope."""
        names = self.names
        for at in range(len(names) - 1, 0, -1):
            if names[at] == name:
                return at
            if names[at] in stop:
                return 0
        return 0

    def close_p(self) -> None:
        """Close an open paragraph, as every block element does."""
        if self.names[-1] == "p":
            self.names.pop()
            self.items.pop()

    # --- blocks ------------------------------------------------------------------------------

    def place(self) -> tuple[Container, Tag | None, str, int]:
        """Return where text stands now: container, leaf element, kind, level."""
        items = self.items
        at = len(items) - 1
        while not isinstance(items[at], Container):
            at -= 1
        container = items[at]
        assert isinstance(container, Container)  # noqa: S101  # the page itself is one
        leaf: Tag | None = None
        kind, level = container.kind, container.level
        for index in range(at + 1, len(items)):
            tag = items[index]
            assert isinstance(tag, Tag)  # noqa: S101  # the loop above stopped at the last container
            name = tag.name
            own = KINDS.get(name)
            if own is not None:
                kind = own
                if own == "heading":
                    level = HEADINGS[name]
            elif name in RESETS:
                kind, level = "text", 0
            elif name == "p" and kind == "cell":
                kind = "text"
            if name in _LISTS:
                level += 1
            if name in LEAVES and not tag.hidden:
                leaf = tag
                continue
            leaf = None
            container = Container(
                name,
                container,
                tokens=tag.words,
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
        nodes = self.nodes
        names = self.names
        sizes: list[int] = []
        seams: list[int] = []
        text = ""
        runs: list[Run]
        preformatted = names[-1] in _PRE or ("pre" in names and self.find("pre") > 0)
        if len(nodes) == 1 and not preformatted:
            start, piece = nodes[0]
            core = piece.strip(SPACES) if piece is not None else ""
            if core and (
                "\n" not in core and "&" not in core and "  " not in core and core.isprintable()
            ):
                assert piece is not None  # noqa: S101  # else core were empty
                start += piece.index(core[0])
                text, runs = core, [Run(0, start, start + len(core))]
                sizes.append(0)
            else:
                text, runs, sizes, seams = squeezed(nodes)
        elif preformatted:
            text, runs, sizes, seams = unsqueezed(nodes)
        else:
            text, runs, sizes, seams = squeezed(nodes)
        nodes.clear()
        inlines: tuple[Inline, ...] = ()
        links = 0
        if self.events or self.active:
            inlines, links = self.inlines(len(text), sizes)
        if not text:
            self.words = ()
            return
        if len(self.blocks) >= self.max_blocks:
            raise BlocksFull
        container, leaf, kind, level = self.place()
        low, high = runs[0].raw_start, runs[-1].raw_end
        block = Block(
            text,
            runs,
            container,
            kind=kind,
            level=level if kind in ("heading", "list_item") else 0,
            gap=self.gap,
            lines=self.raw.count("\n", low, high) + 1,
            tag=container.tag if leaf is None else leaf.name,
            link_chars=links,
            inlines=inlines,
            tokens=self.words if leaf is None else leaf.words + self.words,
            marks=() if leaf is None else leaf.marks,
            seams=tuple(seams),
        )
        self.words = ()
        self.gap = 0
        self.blocks.append(block)

    def inlines(self, size: int, sizes: list[int]) -> tuple[tuple[Inline, ...], int]:
        """Turn the inline tags since the last block into stretches of its text."""
        active = self.active
        found: list[Inline] = []
        for state in active.values():
            state.start = 0
        for at, tag in self.events:
            place = min(sizes[at], size) if at < len(sizes) else size
            kind = tag.kind
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
        self.events.clear()
        found.extend(
            Inline(state.start, size, kind, state.value)
            for kind, state in active.items()
            if size > state.start
        )
        found.sort()
        return tuple(found), sum(one.end - one.start for one in found if one.kind == "a")
