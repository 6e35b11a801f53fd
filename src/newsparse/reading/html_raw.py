"""Where markup without markup inside ends: comments, scripts, raw text, CDATA.

Each function takes the page and the offset behind the opening and gives the offset of the closing
and the offset behind it. What never closes goes to the end of the page, as in a browser, so each
search is made once: linear on any input.
"""

from __future__ import annotations

import re

__all__ = ["comment_end", "declaration_end", "raw_text_end", "script_end"]

_SCRIPT_STATE = re.compile(r"<!--|-->|<(/?)script(?=[\t\n\f\r />])", re.IGNORECASE)
_AFTER_NAME = "\t\n\f\r />"


def comment_end(raw: str, at: int) -> tuple[int, int]:
    """Find the end of a comment; ``at`` is behind ``<!--``."""
    if raw.startswith(">", at):
        return at, at + 1
    if raw.startswith("->", at):
        return at, at + 2
    end = raw.find("-->", at)
    bang = raw.find("--!>", at, end if end >= 0 else len(raw))
    if bang >= 0:
        return bang, bang + 4
    if end >= 0:
        return end, end + 3
    size = len(raw)
    for tail in ("--!", "--", "-"):
        if raw.endswith(tail) and size - len(tail) >= at:
            return size - len(tail), size
    return size, size


def declaration_end(raw: str, at: int) -> tuple[int, int]:
    """Find the end of ``<!…>``, ``<?…>`` or ``</ …>``, which browsers read as comments."""
    end = raw.find(">", at)
    return (len(raw), len(raw)) if end < 0 else (end, end + 1)


def raw_text_end(raw: str, name: str, at: int) -> int:
    """Find the end tag of an element whose content is text.

    Args:
        raw: The page.
        name: Element name, lower case.
        at: Offset behind the start tag.

    Returns:
        Offset of the end tag's ``<``, or ``len(raw)``.
    """
    size = len(name) + 2
    found = raw.find("</", at)
    while found >= 0:
        after = raw[found + size : found + size + 1]
        if after and after in _AFTER_NAME and raw[found + 2 : found + size].lower() == name:
            return found
        found = raw.find("</", found + 2)
    return len(raw)


def script_end(raw: str, at: int) -> int:
    """Find the end tag of a script; see ``raw_text_end``.

    Inside ``<!--`` a nested ``<script>`` hides its own end tag, as the standard's escaped states
    say.
    """
    end = raw_text_end(raw, "script", at)
    if raw.find("<!--", at, end) < 0:
        return end
    escaped = nested = False
    position = at
    while (match := _SCRIPT_STATE.search(raw, position)) is not None:
        position = match.end()
        found = match[0]
        if found == "<!--":
            if not escaped:
                escaped = True
                position -= 2  # "<!-->" and "<!--->" close at once
        elif found == "-->":
            escaped = nested = False
        elif match[1]:
            if not nested:
                return match.start()
            nested = False
        elif escaped:
            nested = True
    return len(raw)
