"""Which element has which rules: the table that the walk over a page looks tags up in."""

from __future__ import annotations

from newsparse.reading import html_actions as do
from newsparse.reading import html_passed as passed
from newsparse.reading import html_tables as tables
from newsparse.reading.html_names import (
    BLOCKS,
    HEADINGS,
    INLINE_KINDS,
    KINDS,
    LEAVES,
    LISTS,
    PHRASES,
    RAW_TEXT,
    RESETS,
    SHAPES,
    VOID,
)
from newsparse.reading.html_tags import Action, Element, Tag
from newsparse.reading.html_watch import watch_control

__all__ = ["ELEMENTS", "KNOWN", "UNKNOWN"]

_OPENING: dict[str, Action] = {
    **dict.fromkeys(BLOCKS, do.open_block),
    **dict.fromkeys(HEADINGS, do.open_heading),
    **dict.fromkeys(("li", "dd", "dt"), do.open_item),
    **dict.fromkeys(("option", "optgroup"), do.open_option),
    **dict.fromkeys(("td", "th"), tables.open_cell),
    "tr": tables.open_row,
    **dict.fromkeys(("tbody", "thead", "tfoot"), tables.open_table_part),
    **dict.fromkeys(PHRASES, do.open_named),
    **dict.fromkeys(INLINE_KINDS, do.open_inline),
    **dict.fromkeys(RAW_TEXT, passed.skip_raw_text),
    **dict.fromkeys(("noscript", "template"), passed.open_hidden),
    **dict.fromkeys(("svg", "math"), passed.open_foreign),
    **dict.fromkeys(("defs", "desc", "metadata", "symbol"), passed.skip_in_drawing),
    **dict.fromkeys(("meta", "html"), passed.declare),
    "link": passed.declare_link,
    **dict.fromkeys(("button", "label"), watch_control),
    "body": do.open_body,
    "br": do.line_break,
    "hr": do.break_block,
    "plaintext": passed.rest_is_text,
    "script": passed.skip_script,
    "time": passed.open_time,
    "title": passed.skip_title,
    "xmp": passed.raw_is_text,
}
_CLOSING: dict[str, Action] = {
    **dict.fromkeys(BLOCKS - {"body"}, do.close_block),
    **dict.fromkeys(HEADINGS, do.close_heading),
    **dict.fromkeys(("td", "th", "tr", "tbody", "thead", "tfoot"), tables.close_table_part),
    **dict.fromkeys(INLINE_KINDS, do.close_inline),
    **dict.fromkeys(("noscript", "template"), passed.close_hidden),
    **dict.fromkeys(("svg", "math"), passed.close_foreign),
    "br": do.line_break,
    "form": do.close_form,
    "p": do.close_p,
    "table": tables.close_table,
    "xmp": do.close_block,
}

_BARE = VOID | RAW_TEXT | SHAPES | {"desc", "html", "math", "metadata"}


def _elements() -> dict[str, Element]:
    found: dict[str, Element] = {}
    for name in {*_OPENING, *_CLOSING, *VOID, *RESETS, *SHAPES}:
        element = Element(name, _OPENING.get(name), _CLOSING.get(name))
        element.inline = INLINE_KINDS.get(name, "")
        element.kind = KINDS.get(name, "")
        element.level = HEADINGS.get(name, 0)
        element.leaf = name in LEAVES
        element.resets = name in RESETS
        element.lists = int(name in LISTS)
        element.block = name in BLOCKS or name in ("noscript", "svg", "template")
        element.void = name in VOID
        element.bare = name in _BARE
        found[name] = element
    return found


ELEMENTS = _elements()
"""Every element that has a rule."""
UNKNOWN = Element("")
"""Any other element."""


def _known() -> dict[str, Tag]:
    found: dict[str, Tag] = {}
    for name, element in ELEMENTS.items():
        found[name] = Tag(element, element.opening, len(name) + 1)
        closing = Tag(element, element.closing, len(name) + 2)
        closing.opening = False
        found[f"/{name}"] = closing
    return found


KNOWN = _known()
"""Tags without attributes, by the text between ``<`` and ``>``."""
