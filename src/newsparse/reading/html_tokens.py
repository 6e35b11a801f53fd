"""HTML as tokens, every character of the page in exactly one of them.

This is the HTML standard's tokenizer (13.2.5) as a stream, for whoever needs tags and not blocks,
and for the standard's public test cases. The walk that makes blocks (``html_blocks``) takes the
same functions for ends of tags, comments and raw text, but keeps no tokens.

One thing differs on purpose: a tag whose quote never closes ends at the next ``>``, where a browser
would drop the rest of the page.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from newsparse.reading.html_attributes import ATTRIBUTE, TAG, first_values, repaired_end
from newsparse.reading.html_doctype import Doctype, read_doctype
from newsparse.reading.html_names import RAW_TEXT
from newsparse.reading.html_raw import comment_end, declaration_end, raw_text_end, script_end
from newsparse.reading.html_references import resolve, resolve_value

__all__ = ["STATES", "Token", "tokens"]

STATES = ("data", "rcdata", "rawtext", "script", "plaintext", "cdata")
"""States that reading may begin in; all but the first until the end tag (or ``]]>``)."""

_SWITCHING = RAW_TEXT | {"plaintext"}
_DRAWINGS = frozenset(("svg", "math"))
_RCDATA = frozenset(("title", "textarea"))
_LOWER = {code: code + 32 for code in range(ord("A"), ord("Z") + 1)}


class Token(NamedTuple):
    """One token.

    Attributes:
        kind: ``text start end comment doctype cdata dropped``; ``dropped`` is what a browser throws
            away (``</>``, a tag that the page ends in, the marks around CDATA).
        start: First code point in the page.
        end: Code point after the last one.
        name: Element name of a tag, lower case, else "".
        data: Text with references resolved and line ends made line feeds; a comment's text.
        attributes: Of a start tag, names in lower case, values resolved.
        self_closing: Whether a start tag ends in ``/>``.
        doctype: What a doctype says.
    """

    kind: str
    start: int
    end: int
    name: str = ""
    data: str = ""
    attributes: dict[str, str] = {}  # noqa: RUF012  # an empty default that nobody changes
    self_closing: bool = False
    doctype: Doctype | None = None


def _line_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _no_nul(text: str) -> str:
    return _line_ends(text).replace("\0", "\ufffd")


def _lower(name: str) -> str:
    """Lower the case of A to Z only, as the standard does."""
    return _no_nul(name.lower() if name.isascii() else name.translate(_LOWER))


def _text(raw: str, start: int, end: int) -> Token:
    return Token("text", start, end, data=resolve(_line_ends(raw[start:end])))


def tokens(
    raw: str, *, state: str = "data", last_start_tag: str = "", switch: bool = True
) -> Iterator[Token]:
    """Cut a page into tokens.

    Args:
        raw: The page.
        state: One of ``STATES``, the one to begin in.
        last_start_tag: Element whose end tag ends ``rcdata``, ``rawtext`` and ``script``.
        switch: Whether the content of ``script``, ``title`` and the like is read as raw text. The
            standard leaves that to the tree builder, so its test cases switch by hand.

    Yields:
        Tokens in page order that cover every character once. Linear in ``len(raw)``; never raises.
    """
    at = 0
    drawings = 0
    if state != "data":
        token, at = _raw_text(raw, 0, state, last_start_tag)
        yield from _not_empty(token, at)
    while at < len(raw):
        found = raw.find("<", at)
        if found < 0:
            yield _text(raw, at, len(raw))
            return
        if found > at:
            yield _text(raw, at, found)
        if drawings and raw.startswith("<![CDATA[", found):
            yield Token("dropped", found, found + 9)
            token, at = _raw_text(raw, found + 9, "cdata", "")
            yield from _not_empty(token, at)
            continue
        token = _markup(raw, found)
        yield token
        at = token.end
        name = token.name
        if not switch or not name:
            continue
        if name in _DRAWINGS:
            drawings = max(drawings + _depth(token), 0)
        elif token.kind == "start" and drawings == 0 and name in _SWITCHING:
            token, at = _raw_text(raw, at, _state_in(name), name)
            yield from _not_empty(token, at)


def _not_empty(token: Token, after: int) -> Iterator[Token]:
    """Yield raw text if there is any, and the marks behind it up to ``after``."""
    if token.end > token.start:
        yield token
    if after > token.end:
        yield Token("dropped", token.end, after)


def _depth(token: Token) -> int:
    """Return by how much a tag changes the number of open drawings."""
    if token.kind == "end":
        return -1
    return 0 if token.self_closing else 1


def _state_in(name: str) -> str:
    if name in ("script", "plaintext"):
        return name
    return "rcdata" if name in _RCDATA else "rawtext"


def _raw_text(raw: str, at: int, state: str, name: str) -> tuple[Token, int]:
    """Read text without markup; return it and the offset to go on from."""
    end = len(raw)
    after = end
    if state == "cdata":
        found = raw.find("]]>", at)
        end, after = (found, found + 3) if found >= 0 else (end, end)
        return Token("cdata", at, end, data=_line_ends(raw[at:end])), after
    if name and state != "plaintext":
        script = state == name == "script"
        end = script_end(raw, at) if script else raw_text_end(raw, name, at)
    text = _no_nul(raw[at:end])
    return Token("text", at, end, data=resolve(text) if state == "rcdata" else text), end


def _markup(raw: str, at: int) -> Token:
    """Read what begins with the ``<`` at an offset."""
    sign = raw[at + 1 : at + 2]
    if sign.isascii() and sign.isalpha():
        return _tag(raw, at, "start")
    if sign == "/":
        return _end_tag(raw, at)
    if sign == "?":
        return _comment(raw, at, at + 1, declaration_end(raw, at + 1))
    if sign == "!":
        return _declaration(raw, at)
    return Token("text", at, at + 1, data="<")


def _end_tag(raw: str, at: int) -> Token:
    sign = raw[at + 2 : at + 3]
    if sign.isascii() and sign.isalpha():
        return _tag(raw, at, "end")
    if sign == ">":
        return Token("dropped", at, at + 3)
    if sign:
        return _comment(raw, at, at + 2, declaration_end(raw, at + 2))
    return Token("text", at, at + 1, data="<")


def _declaration(raw: str, at: int) -> Token:
    if raw.startswith("--", at + 2):
        return _comment(raw, at, at + 4, comment_end(raw, at + 4))
    if raw[at + 2 : at + 9].lower() == "doctype":
        doctype, end = read_doctype(raw, at + 9)
        return Token("doctype", at, end, doctype=doctype)
    return _comment(raw, at, at + 2, declaration_end(raw, at + 2))


def _comment(raw: str, at: int, start: int, ends: tuple[int, int]) -> Token:
    return Token("comment", at, ends[1], data=_no_nul(raw[start : ends[0]]))


def _tag(raw: str, at: int, kind: str) -> Token:
    match = TAG.match(raw, at)
    if match is None:
        return Token("dropped", at, repaired_end(raw, at))
    end = match.end()
    name = _lower(match[1])
    if kind == "end":
        return Token("end", at, end, name=name)
    found: dict[str, str] = {}
    for key, value in first_values(raw, match.end(1), end - 1, fold=_lower).items():
        found[key] = resolve_value(_no_nul(value))
    closing = raw[end - 2] == "/" and _slash_is_free(raw, match.end(1), end - 2)
    return Token("start", at, end, name=name, attributes=found, self_closing=closing)


def _slash_is_free(raw: str, start: int, slash: int) -> bool:
    """Whether a slash before ``>`` is no part of an unquoted value."""
    if slash < start:
        return False
    end = start
    while (match := ATTRIBUTE.match(raw, end, slash + 1)) is not None:
        end = match.end()
    return end <= slash
