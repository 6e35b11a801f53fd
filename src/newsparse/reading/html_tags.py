"""Start and end tags, boiled down to what blocks need of them.

Most tags of a page repeat letter for letter, so each distinct tag is read once and looked up by
its text afterwards.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from newsparse.reading.html_attributes import first_values, words
from newsparse.reading.html_references import resolve_value

if TYPE_CHECKING:
    from newsparse.reading.html_tree import Tree

__all__ = ["Action", "Tag", "fill"]

Action = Callable[["Tree", "Tag", int], int]
"""What a tag does to the tree; the int is the offset to go on from, 0 for behind the tag. The
argument is the offset behind its ``<``."""

_MARKS = ("role", "itemprop", "rel", "type")


class Tag:
    """One distinct tag.

    Attributes:
        name: Element name, lower case.
        action: What it does, or None for nothing.
        opening: Whether it is a start tag.
        kind: Kind of inline markup, or "".
        value: Address of a link, ``datetime`` of a time.
        words: Class and id as lower-case words.
        marks: ``role``, ``itemprop``, ``rel``, ``type``, lower case, and ``aria-hidden``.
        hidden: Whether it says that it is not shown.
        values: Attributes as they stand, where the action needs them.
        size: Code points from behind ``<`` to behind ``>``.
    """

    __slots__ = (
        "action", "hidden", "kind", "marks", "name", "opening", "size", "value", "values", "words",
    )  # fmt: skip

    def __init__(
        self, name: str, action: Action | None, size: int, *, opening: bool = True, kind: str = ""
    ) -> None:
        self.name = name
        self.action = action
        self.opening = opening
        self.kind = kind
        self.value = ""
        self.words: tuple[str, ...] = ()
        self.marks: tuple[str, ...] = ()
        self.hidden = False
        self.values: dict[str, str] = {}
        self.size = size


def _not_shown(style: str) -> bool:
    """Whether an inline style holds ``display: none``."""
    return "none" in style and "display:none" in style.lower().replace(" ", "")


def fill(tag: Tag, raw: str, start: int, end: int) -> None:
    """Read the attributes that say what an element is.

    Args:
        tag: The tag, to be filled.
        raw: The page.
        start: Offset behind the tag's name.
        end: Offset of its ``>``.
    """
    values = first_values(raw, start, end)
    tag.values = values
    name = values.get("class", "")
    if "id" in values:
        name = f"{name} {values['id']}"
    if name:
        tag.words = words(resolve_value(name))
    marks = [values[key].lower() for key in _MARKS if values.get(key)]
    if values.get("aria-hidden", "").lower() == "true":
        marks.append("aria-hidden")
    if marks:
        tag.marks = tuple(marks)
    tag.hidden = "hidden" in values or ("style" in values and _not_shown(values["style"]))
