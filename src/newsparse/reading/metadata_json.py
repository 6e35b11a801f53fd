"""JSON as pages hold it: mended where that is safe, given up where it is not.

Mended are HTML comments and CDATA marks around the data, raw control characters in strings,
trailing commas, a trailing semicolon, and references in place of quotation marks.
"""

from __future__ import annotations

import json
import re

from newsparse.reading.html_references import resolve

__all__ = ["Json", "load_json"]

Json = "dict[str, Json] | list[Json] | str | bool | None"
"""Numbers are kept as they are written, as strings."""

_WRAPPING = " \t\r\n\f\v\ufeff;"
_OPENING = re.compile(
    r"(?:\s|<!--(?:(?!-->)[^{\[]){0,200}+-->|<!--|/\*\s*<!\[CDATA\[\s*\*/|//\s*<!\[CDATA\[|<!\[CDATA\[)*+"
)
_CLOSING = ("-->", "/*]]>*/", "/* ]]> */", "//]]>", "// ]]>", "]]>")
_LOOSE_COMMA = re.compile(r'("(?:[^"\\]|\\.)*+"?)|,(?=\s*+[}\]])', re.DOTALL)
_BAD_ESCAPE = re.compile(r'\\(?!["\\/bfnrtu])')

_DECODER = json.JSONDecoder(strict=False, parse_int=str, parse_float=str, parse_constant=str)


def _try(text: str) -> object:
    try:
        return _DECODER.raw_decode(text)[0]
    except (ValueError, RecursionError):
        return None


def load_json(text: str) -> object:
    """Read JSON out of a script's text.

    Returns:
        dict, list, str or bool, numbers as strings; None where it cannot be read. What follows
        the first value is left out. Linear in ``len(text)``; never raises.
    """
    start = _OPENING.match(text)
    text = text[start.end() if start else 0 :].rstrip(_WRAPPING)
    for closing in _CLOSING:
        text = text.removesuffix(closing).rstrip(_WRAPPING)
    if not text:
        return None
    found = _try(text)
    if found is not None:
        return found
    mended = _LOOSE_COMMA.sub(lambda match: match[1] or "", text)
    mended = _BAD_ESCAPE.sub(r"\\\\", mended) if "\\" in mended else mended
    found = _try(mended)
    if found is None and "&quot;" in text:
        found = _try(resolve(text))
    return found
