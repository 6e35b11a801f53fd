"""Document type declarations: ``<!DOCTYPE html PUBLIC "…" "…">``.

Source: HTML standard 13.2.5.53 to 13.2.5.68.
"""

from __future__ import annotations

import re
from typing import NamedTuple

__all__ = ["Doctype", "read_doctype"]

_NAME = re.compile(r"[\t\n\f\r ]*+([^\t\n\f\r >][^\t\n\f\r >]*+)?[\t\n\f\r ]*+")
_KEYWORD = re.compile(r"(?:(public)|system)[\t\n\f\r ]*+", re.IGNORECASE)
_IDENTIFIER = re.compile(r"(?:\"([^\">]*+)(\"|>|\Z)|'([^'>]*+)('|>|\Z))")
_SPACE = re.compile(r"[\t\n\f\r ]*+")
_LOWER = {code: code + 32 for code in range(ord("A"), ord("Z") + 1)}


class Doctype(NamedTuple):
    """What a doctype says; ``correct`` is False where browsers fall back to quirks mode."""

    name: str | None
    public: str | None
    system: str | None
    correct: bool


def _clean(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")


def _identifier(raw: str, at: int) -> tuple[str | None, int, bool]:
    """Read a quoted identifier: its text, the offset behind it, whether its quote closed."""
    match = _IDENTIFIER.match(raw, at)
    if match is None:
        return None, at, False
    text, end = (match[1], match[2]) if match[2] is not None else (match[3], match[4])
    closed = end in ('"', "'")
    return _clean(text), match.end() if closed else match.end() - len(end), closed


def _end(raw: str, at: int) -> int:
    end = raw.find(">", at)
    return len(raw) if end < 0 else end + 1


def read_doctype(raw: str, at: int) -> tuple[Doctype, int]:
    """Read a doctype; ``at`` is behind the word. Returns it and the offset behind its ``>``."""
    match = _NAME.match(raw, at)
    name = _clean(match[1].translate(_LOWER)) if match and match[1] else None
    at = match.end() if match else at
    if raw.startswith(">", at) or at >= len(raw):
        # Without a name, or cut by the end of the page, it is not correct.
        return Doctype(name, None, None, name is not None and at < len(raw)), min(at + 1, len(raw))
    keyword = _KEYWORD.match(raw, at)
    if keyword is None:
        return Doctype(name, None, None, correct=False), _end(raw, at)
    public: str | None = None
    at = keyword.end()
    if keyword[1]:
        public, at, closed = _identifier(raw, at)
        if not closed:
            return Doctype(name, public, None, correct=False), _end(raw, at)
        space = _SPACE.match(raw, at)
        at = space.end() if space else at
        if raw.startswith(">", at):
            return Doctype(name, public, None, correct=True), at + 1
    system, at, closed = _identifier(raw, at)
    if not closed:
        return Doctype(name, public, system, correct=False), _end(raw, at)
    space = _SPACE.match(raw, at)
    at = space.end() if space else at
    # Words behind the system identifier are passed over and do no harm; the page's end does.
    end = _end(raw, at)
    return Doctype(name, public, system, correct=at < len(raw)), end
