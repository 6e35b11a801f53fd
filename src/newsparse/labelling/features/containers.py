"""What the elements around a block say: their names, their share of the page's prose, their links.

Every number belongs to a container and is computed once for it, however many blocks it holds. On a
text page all blocks lie in one container, so these features are asked of HTML only.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache

from newsparse.labelling.features.buckets import capped, share_bucket
from newsparse.labelling.features.families import FAMILIES, FAMILY_OF
from newsparse.labelling.features.words import Facts
from newsparse.model.block import Block, Container, Document

__all__ = ["FEATURES", "add_containers"]

ELEMENTS = ("article", "main", "aside", "nav", "header", "footer", "form", "figure", "blockquote")
"""Elements that say something about everything in them."""
TAGS = (
    "",
    "div",
    "p",
    "article",
    "section",
    "main",
    "li",
    "td",
    "body",
    "header",
    "footer",
    "aside",
)
MAIN_SHARE = 0.6
"""The main container is the innermost one that holds this share of the page's prose; chosen among
0.5 to 0.9 by body F1 on folds of the training part."""
SIBLINGS = (2, 3, 4, 6, 9, 15)
DEPTHS = (2, 4, 6, 8, 10, 13, 16, 20)
KINDS = ("text", "heading", "list_item", "quote", "pre", "cell", "caption", "control")
_NEAR = (1, 2, 3, 5)
_NEAR_SIZE = len(_NEAR) + 2
_FAR = 1000

FEATURES = (
    *((f"named {family}", _NEAR_SIZE) for family in FAMILIES),
    *((f"inside {tag}", 3) for tag in ELEMENTS),
    ("prose in its container (eighths)", 9),
    ("prose in the container above (eighths)", 9),
    ("prose two containers above (eighths)", 9),
    ("link text in its container (eighths)", 9),
    ("link text in the container above (eighths)", 9),
    ("prose on its path (eighths)", 9),
    ("inside the main container", 3),
    ("depth in the main container", len(DEPTHS) + 1),
    ("depth", len(DEPTHS) + 1),
    ("hidden", 3),
    ("element around", len(TAGS) + 1),
    ("containers alike beside it", len(SIBLINGS) + 1),
    ("block kind", len(KINDS) + 1),
    ("heading or list level", 7),
    ("emphasis (eighths)", 9),
    ("in the declared body", 3),
    ("like the declared description", 3),
)
"""Name and number of buckets of each feature, in the order of a row."""


_Path = tuple[str, str, tuple[str, ...], str]
"""A block's element, its container's element and words, and the element around that."""


class _Node:
    """Numbers of one container."""

    __slots__ = (
        "aged",
        "alike",
        "elements",
        "hidden",
        "inside_main",
        "letters",
        "links",
        "names",
        "prose",
    )

    def __init__(self) -> None:
        self.prose = 0
        self.letters = 0
        self.links = 0
        self.alike = 1
        self.names: tuple[int, ...] = ()
        self.aged: tuple[int, ...] | None = None  # the names as its children see them
        self.elements: tuple[int, ...] = ()
        self.hidden = 0
        self.inside_main = 0


def add_containers(document: Document, facts: list[Facts]) -> None:
    """Append the container features to each block's row. Linear in blocks and containers."""
    blocks = document.blocks
    containers = _all_containers(blocks)
    nodes = _nodes(containers)
    _sum_up(blocks, facts, containers, nodes)
    total = nodes[containers[0].order].prose if containers else 0
    main_depth = _mark_main(containers, nodes, total)
    paths = [_path(block) for block in blocks]
    prose: dict[_Path, int] = {}
    for path, fact in zip(paths, facts, strict=True):
        prose[path] = prose.get(path, 0) + fact.prose
    declared = _Declared(document)
    known: dict[int, tuple[tuple[int, ...], tuple[int, ...]]] = {}
    for block, fact, path in zip(blocks, facts, paths, strict=True):
        container = block.container
        found = known.get(container.order)
        if found is None:
            found = known[container.order] = _container_codes(container, nodes, total, main_depth)
        around, place = found
        row = fact.row
        names = nodes[container.order].names
        row += _named(block.tokens, names) if block.tokens else names
        row += around
        row.append(share_bucket(prose[path], total))
        row += place
        marked = 0
        if block.inlines:
            marked = sum([i.end - i.start for i in block.inlines if i.kind in ("em", "strong")])
        row += (
            _KIND_CODE.get(block.kind, len(KINDS)),
            capped(block.level, 6),
            share_bucket(marked, len(block.text)),
        )
        row += declared.codes(fact)


def _container_codes(
    container: Container, nodes: dict[int, _Node], total: int, main_depth: int
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The figures that all blocks of a container share: those before and behind the path's."""
    parent = container.parent or container
    above = parent.parent or parent
    node, up, top = nodes[container.order], nodes[parent.order], nodes[above.order]
    around = (
        *node.elements,
        share_bucket(node.prose, total),
        share_bucket(up.prose, total),
        share_bucket(top.prose, total),
        share_bucket(node.links, node.letters),
        share_bucket(up.links, up.letters),
    )
    depth = container.depth
    place = (
        node.inside_main,
        bisect_right(DEPTHS, depth - main_depth) if node.inside_main == 1 else 0,
        bisect_right(DEPTHS, depth),
        node.hidden,
        _TAG_CODE.get(container.tag, len(TAGS)),
        bisect_right(SIBLINGS, max(node.alike, up.alike, top.alike)),
    )
    return around, place


_TAG_CODE = {tag: code for code, tag in enumerate(TAGS)}
_KIND_CODE = {kind: code for code, kind in enumerate(KINDS)}
_ELEMENT_CODE = {tag: code for code, tag in enumerate(ELEMENTS)}
_NO_NAMES = (0,) * len(FAMILIES)


def _all_containers(blocks: list[Block]) -> list[Container]:
    """The containers of all blocks with everything above them, outer ones first."""
    found: dict[int, Container] = {}
    for block in blocks:
        container: Container | None = block.container
        while container is not None and container.order not in found:
            found[container.order] = container
            container = container.parent
    return [found[order] for order in sorted(found)]


def _nodes(containers: list[Container]) -> dict[int, _Node]:
    nodes: dict[int, _Node] = {}
    twins: dict[tuple[int, str, tuple[str, ...]], list[_Node]] = {}
    for container in containers:
        node = nodes[container.order] = _Node()
        parent = container.parent
        up = nodes[parent.order] if parent is not None else None
        names = _NO_NAMES
        if up is not None:
            if up.aged is None:
                up.aged = _aged(up.names)
            names = up.aged
        node.names = _named(container.tokens, names) if container.tokens else names
        node.elements = up.elements if up else (0,) * len(ELEMENTS)
        code = _ELEMENT_CODE.get(container.tag)
        if code is not None:
            held = node.elements[code]
            changed = (*node.elements[:code], 2 if held else 1, *node.elements[code + 1 :])
            node.elements = changed
        node.hidden = 2 if container.hidden or (up is not None and up.hidden == 2) else 0
        if not node.hidden and ("aria-hidden" in container.marks or (up and up.hidden == 1)):
            node.hidden = 1
        if parent is not None:
            key = (parent.order, container.tag, container.tokens)
            twins.setdefault(key, []).append(node)
    for group in twins.values():
        for node in group:
            node.alike = len(group)
    return nodes


@lru_cache(maxsize=20_000)
def _families(tokens: tuple[str, ...]) -> frozenset[int]:
    return frozenset(FAMILY_OF[token] for token in tokens if token in FAMILY_OF)


def _named(tokens: tuple[str, ...], names: tuple[int, ...]) -> tuple[int, ...]:
    """Set the families of a container's own words to 1: the nearest there is."""
    found = _families(tokens)
    if not found:
        return names
    own = list(names)
    for family in found:
        own[family] = 1
    return tuple(own)


def _aged(names: tuple[int, ...]) -> tuple[int, ...]:
    """Move every family one container farther away."""
    if not any(names):
        return names
    return tuple([n + 1 if 0 < n < _NEAR_SIZE - 1 else n for n in names])


def _sum_up(
    blocks: list[Block], facts: list[Facts], containers: list[Container], nodes: dict[int, _Node]
) -> None:
    for block, fact in zip(blocks, facts, strict=True):
        node = nodes[block.container.order]
        node.prose += fact.prose
        node.letters += len(block.text)
        node.links += block.link_chars
    for container in reversed(containers):
        if container.parent is not None:
            up, node = nodes[container.parent.order], nodes[container.order]
            up.prose += node.prose
            up.letters += node.letters
            up.links += node.links


def _mark_main(containers: list[Container], nodes: dict[int, _Node], total: int) -> int:
    """Mark what lies in the main container and return that container's depth."""
    if not total:
        return 0
    least = MAIN_SHARE * total
    main = containers[0]
    for container in containers:
        if nodes[container.order].prose >= least and container.depth >= main.depth:
            main = container
    for container in containers:
        up = nodes[container.parent.order].inside_main if container.parent is not None else 2
        nodes[container.order].inside_main = 1 if container is main or up == 1 else 2
    return main.depth


def _path(block: Block) -> _Path:
    container = block.container
    parent = container.parent
    return block.tag, container.tag, container.tokens, parent.tag if parent is not None else ""


class _Declared:
    """Compares blocks with the declared body and description."""

    __slots__ = ("_body", "_deck")

    HEAD = 60
    """Code points of a block that are looked up: enough to be unique on a page."""

    def __init__(self, document: Document) -> None:
        metadata = document.metadata
        self._body = " ".join(" ".join(v.value.lower().split()) for v in metadata.all("body"))
        self._deck = " ".join(" ".join(v.value.lower().split()) for v in metadata.all("deck"))

    def codes(self, fact: Facts) -> tuple[int, int]:
        """0 nothing declared, 1 not in it, 2 in it: for the body, then for the description."""
        head = fact.key[: self.HEAD]
        telling = len(head) >= self.HEAD // 3
        body = 0 if not self._body else (2 if telling and head in self._body else 1)
        deck = 0 if not self._deck else (2 if telling and head in self._deck else 1)
        return body, deck
