"""Tags and their attributes, quoted in any way, as the HTML standard's tokenizer cuts them.

The pattern is possessive, so a tag costs time in proportion to its length; a quote that never
closes is found once and taken back by ``repaired_end``.
"""

from __future__ import annotations

import re

from newsparse.reading.html_references import resolve_value

__all__ = ["ATTRIBUTE", "TAG", "attributes", "first_values", "repaired_end", "words"]

_ATTRIBUTE = (
    r"[\t\n\f\r /]*+([^\t\n\f\r />][^\t\n\f\r />=]*+)"
    r"(?:[\t\n\f\r ]*+=[\t\n\f\r ]*+"
    r"(?:\"([^\"]*+)\"|'([^']*+)'|([^\t\n\f\r >\"'][^\t\n\f\r >]*+)|(?=>|\Z))"
    r"|(?![\t\n\f\r ]*+=))"
)
_NO_GROUPS = re.sub(r"\((?!\?)", "(?:", _ATTRIBUTE)

TAG = re.compile(rf"</?+([a-zA-Z][^\t\n\f\r />]*+)((?:{_NO_GROUPS})*+[\t\n\f\r /]*+)>")
"""A start or end tag that is complete; groups: name, attributes."""
ATTRIBUTE = re.compile(_ATTRIBUTE)
"""One attribute; groups: name, value in double quotes, in single quotes, without quotes."""

_WORDS = re.compile(r"[A-Z]++(?![a-z])|[A-Z]?[^\W\d_A-Z]++|[A-Z]")
_MAX_WORDS = 24
"""Words kept of one class and id: the figures of utility-class pages add nothing behind it."""
_MAX_CACHED = 20_000


def first_values(text: str, start: int = 0, end: int | None = None) -> dict[str, str]:
    """Read the attributes of a tag, values as they stand.

    Args:
        text: Where the tag stands.
        start: Offset behind its name.
        end: Offset of its ``>``; None: the end of ``text``.

    Returns:
        Name in lower case to value, references unresolved; of a repeated attribute the first
        counts. An attribute without value has "".
    """
    found: dict[str, str] = {}
    for match in ATTRIBUTE.finditer(text, start, len(text) if end is None else end):
        name = match[1].lower()
        if name not in found:
            found[name] = match[match.lastindex or 1] if match.lastindex != 1 else ""
    return found


def attributes(text: str, start: int = 0, end: int | None = None) -> dict[str, str]:
    """Read the attributes of a tag with references resolved; see ``first_values``."""
    return {name: resolve_value(value) for name, value in first_values(text, start, end).items()}


def repaired_end(raw: str, at: int) -> int:
    """Find where a tag ends whose last quote never closes.

    Args:
        raw: The page.
        at: Offset of the tag's ``<``, where ``TAG`` does not match.

    Returns:
        Offset behind the first ``>`` after the open quote, or ``len(raw)`` if there is none. A
        browser would drop the rest of the page; here the words behind the tag stay.
    """
    end = at + 1
    while (match := ATTRIBUTE.match(raw, end)) is not None:
        end = match.end()
    close = raw.find(">", end)
    return len(raw) if close < 0 else close + 1


_cached_words: dict[str, tuple[str, ...]] = {}


def words(text: str) -> tuple[str, ...]:
    """Split a class or id into lower-case words, each once.

    ``article-body``, ``articleBody`` and ``article_body`` all give ``article`` and ``body``;
    figures are dropped. Looked up once per distinct string.
    """
    found = _cached_words.get(text)
    if found is None:
        # A name list that a page makes up afresh for each element must not fill the memory.
        if len(_cached_words) >= _MAX_CACHED:
            _cached_words.clear()
        listed = [word.lower() for word in _WORDS.findall(text)]
        found = tuple(dict.fromkeys(listed))[:_MAX_WORDS]
        _cached_words[text] = found
    return found
