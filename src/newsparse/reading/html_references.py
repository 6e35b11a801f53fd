"""Character references: ``&amp;``, ``&eacute``, ``&#8217;``, ``&#x92;``.

In: text with an ampersand. Out: the same text resolved as a browser does: the longest name wins,
names of old may lack their semicolon (but not before ``=`` or a letter in an attribute), numbers
from 0x80 to 0x9F mean windows-1252, impossible numbers U+FFFD. Source: HTML standard 13.2.5.72 ff.;
the table of names is the standard library's ``html.entities.html5``.
"""

from __future__ import annotations

import re
from html.entities import html5

__all__ = ["REFERENCE", "resolve", "resolve_reference", "resolve_value"]

REFERENCE = re.compile(r"&(?:#(?:[xX][0-9a-fA-F]++|[0-9]++);?|[a-zA-Z][a-zA-Z0-9]{0,31}+;?)")
"""Something that may be a reference. The longest name has 31 letters and a semicolon."""

_LONGEST_OPEN = 6
"""Letters of the longest name that may lack its semicolon (``frac12``, ``Aacute``)."""
_MAX_DIGITS = 8
"""A number with more significant digits lies outside Unicode."""
_REPLACEMENT = "\ufffd"
_MAX_CACHED = 5_000
_MAX_KEPT = 40
"""Code points of a reference that is remembered; a number may have any count of zeros."""
_resolved: dict[str, tuple[str, int]] = {}
_C1 = {
    0x80 + at: bytes([0x80 + at]).decode("cp1252", "ignore") or chr(0x80 + at) for at in range(32)
}


def _number(body: str) -> str:
    hexadecimal = body[1] in "xX"
    digits = body[2:].rstrip(";") if hexadecimal else body[1:].rstrip(";")
    digits = digits.lstrip("0") or "0"
    if len(digits) > _MAX_DIGITS:
        return _REPLACEMENT
    code = int(digits, 16 if hexadecimal else 10)
    if code == 0 or code > 0x10FFFF or 0xD800 <= code <= 0xDFFF:
        return _REPLACEMENT
    return _C1[code] if 0x80 <= code <= 0x9F else chr(code)


def resolve_reference(found: str) -> tuple[str, int]:
    """Resolve what ``REFERENCE`` matched.

    Args:
        found: The match, with its ampersand.

    Returns:
        The characters it stands for and how many code points of ``found`` it takes; ``("", 0)``
        where it is no reference.
    """
    known = _resolved.get(found)
    if known is None:
        known = _resolve(found)
        if len(found) <= _MAX_KEPT:
            if len(_resolved) >= _MAX_CACHED:
                _resolved.clear()
            _resolved[found] = known
    return known


def _resolve(found: str) -> tuple[str, int]:
    body = found[1:]
    if body[0] == "#":
        return _number(body), len(found)
    value = html5.get(body)
    if value is not None:
        return value, len(found)
    for size in range(min(len(body), _LONGEST_OPEN), 1, -1):
        value = html5.get(body[:size])
        if value is not None:
            return value, size + 1
    return "", 0


def resolve(text: str) -> str:
    """Resolve every reference of a text that is not an attribute's value."""
    if "&" not in text:
        return text

    def replace(match: re.Match[str]) -> str:
        found = match[0]
        value, size = resolve_reference(found)
        return value + found[size:] if size else found

    return REFERENCE.sub(replace, text)


def resolve_value(text: str) -> str:
    """Resolve every reference of an attribute's value."""
    if "&" not in text:
        return text

    def replace(match: re.Match[str]) -> str:
        found = match[0]
        value, size = resolve_reference(found)
        if not size:
            return found
        if found[1] != "#" and found[size - 1] != ";":
            after = found[size : size + 1] or text[match.end() : match.end() + 1]
            # "?a=1&copy=2": an address, not a sign.
            if after == "=" or (after.isascii() and after.isalnum()):
                return found
        return value + found[size:]

    return REFERENCE.sub(replace, text)
