"""Inline elements that change what their words are: hidden ones, buttons and labels.

Inline markup is otherwise not kept on the stack of open elements, so these few are watched until
their end tag. Hidden words in the middle of visible ones are left out of the block, so that a
paragraph stays whole; hidden words of their own are a block in a hidden container. A button's or
label's words are a block of kind ``control``, cut out of the words around it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsparse.reading.html_tags import Tag

if TYPE_CHECKING:
    from newsparse.reading.html_tree import Tree

__all__ = ["Watched", "seen", "settle", "watch_control", "watch_hidden"]


class Watched:
    """An inline element that is watched.

    Attributes:
        name: Its name.
        depth: Open block elements without which it is closed too.
        mark: Nodes that stand before it in the block being gathered.
        tags: Inline tags that were noted before it.
        hidden: Whether it is hidden; else it is a control.
        count: Elements of its name that are open.
    """

    __slots__ = ("count", "depth", "hidden", "mark", "name", "tags")

    def __init__(self, tree: Tree, name: str, *, hidden: bool) -> None:
        self.name = name
        self.hidden = hidden
        self.count = 1
        self.depth = len(tree.names) - (not hidden)
        self.mark = len(tree.nodes)
        self.tags = len(tree.tags)

    def flush(self, tree: Tree) -> None:
        """Write what was gathered when a block ends inside the element."""
        kind = "" if self.hidden else "control"
        if self.mark:
            nodes, events, tags = tree.nodes, tree.events, tree.tags
            mark, inside = self.mark, nodes[self.mark :]
            later = [(at - mark, tag) for at, tag in events if at >= mark and tag.opening]
            later += [(at - mark, tag) for at, tag in events if at > mark and not tag.opening]
            later.sort(key=_index)
            events[:] = [(at, t) for at, t in events if at < mark or (at == mark and not t.opening)]
            later_tags = tags[self.tags :]
            del nodes[mark:], tags[self.tags :]
            names, items = tree.names[self.depth :], tree.items[self.depth :]
            if self.hidden:
                tree.pop_to(self.depth)
            tree.write("")
            if self.hidden:
                tree.names += names
                tree.items += items
            nodes += inside
            events += later
            tags += later_tags
            self.mark = self.tags = 0
        if tree.nodes:
            tree.write(kind)

    def end(self, tree: Tree) -> None:
        """Close the element."""
        if not self.hidden:
            if any(text is not None and not text.isspace() for _, text in tree.nodes[self.mark :]):
                self.flush(tree)
            return
        if self.mark:
            mark = self.mark
            del tree.nodes[mark:]
            tree.events[:] = [(min(at, mark), tag) for at, tag in tree.events]
        elif tree.nodes:
            self.flush(tree)
        tree.pop_to(self.depth)


def _index(event: tuple[int, Tag]) -> int:
    return event[0]


def watch_hidden(tree: Tree, tag: Tag, _: int) -> int:
    """Begin an inline element that is hidden."""
    if tree.foreign or (tree.watch and tree.watch[-1].hidden):
        return 0
    tree.watch.append(Watched(tree, tag.name, hidden=True))
    tree.push(tag)
    return 0


def watch_control(tree: Tree, tag: Tag, at: int) -> int:
    """Begin a button or label."""
    if tag.hidden:
        return watch_hidden(tree, tag, at)
    if not tree.watch:
        tree.watch.append(Watched(tree, tag.name, hidden=False))
    if tag.names:
        tree.tags.append(tag)
    return 0


def settle(tree: Tree) -> None:
    """Forget watched elements that were closed by the end of an element around them."""
    depth = len(tree.names)
    while tree.watch and depth <= tree.watch[-1].depth:
        tree.watch.pop()


def seen(tree: Tree, tag: Tag) -> None:
    """Take note of a tag while something is watched."""
    settle(tree)
    if tree.watch and tree.watch[-1].name == tag.name:
        watched = tree.watch[-1]
        watched.count += 1 if tag.opening else -1
        if watched.count == 0:
            tree.watch.pop()
            watched.end(tree)
