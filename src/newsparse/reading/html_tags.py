"""Elements and tags, boiled down to what blocks need of them.

Most tags of a page repeat letter for letter, so each distinct tag is read once and looked up by
its text afterwards. Tags are made by the thousand: plain classes with class-level defaults.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from newsparse.reading.html_attributes import first_values

if TYPE_CHECKING:
    from newsparse.reading.html_tree import Tree

__all__ = ["Action", "Element", "Tag", "fill"]

Action = Callable[["Tree", "Tag", int], int]
"""What a tag does to the tree; the int is the offset to go on from, 0 for behind the tag. The
argument is the offset behind its ``<``."""

_MARKS = ("role", "itemprop", "rel", "type")
_NO_VALUES: dict[str, str] = {}
_DECLARING = frozenset(("itemprop", "itemscope", "property", "typeof"))


class Element:
    """What is known of an element's name.

    Attributes:
        name: Lower case.
        opening: What its start tag does, or None for nothing.
        closing: What its end tag does, or None.
        inline: Kind of inline markup, or "".
        kind: Kind of the blocks inside, or "" for that of the element around it.
        level: Heading level, or 0.
        leaf: Whether it makes a block but no container.
        resets: Whether text inside is plain text again.
        lists: 1 for a list, else 0.
        block: Whether it begins a block.
        void: Whether it has no content.
        bare: Whether its attributes are of no interest here.
    """

    __slots__ = (
        "bare", "block", "closing", "inline", "kind", "leaf", "level", "lists", "name", "opening",
        "resets", "void",
    )  # fmt: skip

    def __init__(
        self, name: str, opening: Action | None = None, closing: Action | None = None
    ) -> None:
        self.name = name
        self.opening = opening
        self.closing = closing
        self.inline = ""
        self.kind = ""
        self.level = 0
        self.leaf = False
        self.resets = False
        self.lists = 0
        self.block = False
        self.void = False
        self.bare = True


class Tag:
    """One distinct tag.

    Attributes:
        element: What its name says.
        name: The element's name.
        action: What it does, or None for nothing.
        size: Code points from behind ``<`` to behind ``>``.
        opening: Whether it is a start tag.
        names: Class and id as written.
        value: Address of a link, ``datetime`` of a time, as written.
        marks: ``role``, ``itemprop``, ``rel``, ``type``, lower case, and ``aria-hidden``.
        hidden: Whether it says that it is not shown.
        values: Attributes as written, where more than class, id and href was looked at.
        declares: Whether it is part of microdata or RDFa.
    """

    __slots__ = (
        "action", "declares", "element", "hidden", "marks", "name", "names", "opening", "size",
        "value", "values",
    )  # fmt: skip

    def __init__(
        self,
        element: Element,
        action: Action | None,
        size: int,
        names: str = "",
        value: str = "",
        marks: tuple[str, ...] = (),
    ) -> None:
        self.element = element
        self.name = element.name
        self.action = action
        self.size = size
        self.opening = True
        self.names = names
        self.value = value
        self.marks = marks
        self.hidden = False
        self.values = _NO_VALUES
        self.declares = False


def _not_shown(style: str) -> bool:
    """Whether an inline style holds ``display: none``."""
    return "display:none" in style.lower().replace(" ", "")


def fill(tag: Tag, raw: str, start: int, end: int) -> None:
    """Read all attributes of a tag.

    Args:
        tag: The tag, to be filled.
        raw: The page.
        start: Offset behind the tag's name.
        end: Offset of its ``>``.
    """
    values = tag.values = first_values(raw, start, end)
    tag.names = values.get("class", "")
    if "id" in values:
        tag.names = f"{tag.names} {values['id']}"
    marks = [values[key].lower() for key in _MARKS if values.get(key)]
    if "aria-hidden" in values and values["aria-hidden"].lower() == "true":
        marks.append("aria-hidden")
    if marks:
        tag.marks = tuple(marks)
    tag.hidden = "hidden" in values or ("style" in values and _not_shown(values["style"]))
    tag.declares = not _DECLARING.isdisjoint(values)
    tag.value = values.get("href") or values.get("datetime") or ""
