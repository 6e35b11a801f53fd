"""Signatures of agencies: ``(dpa)``, ``dpa/afp/abc``, ``- Reuters.``, ``（共同）``.

They stand alone or behind the last sentence; lower-case initials in them name nobody.
"""

from __future__ import annotations

import re

from newsparse.model.fields import Credit
from newsparse.model.label import CreditKind
from newsparse.model.span import Span
from newsparse.parsers.agencies import is_agency
from newsparse.parsers.lexicon import Lexicon
from newsparse.parsers.tokens import Token

__all__ = ["signature_credit"]

MAX_SIGNATURE = 60
"""Code points of the longest signature that is read."""

_BRACKET = re.compile(
    r"[(\[（［](?P<inner>[^()\[\]（）［］\n]{2,50})[)\]）］][.。]?\s*$"
)
_BREAK = re.compile(r"[.!?…”\"»“)]\s+(?=[^\s.!?]*(?:/|[—–-]|\S*\.?\s*$))")


def signature_credit(line: str, tokens: list[Token], words: Lexicon) -> Credit | None:
    """Read an agency's signature at the end of a line."""
    del tokens
    start = max(0, len(line) - MAX_SIGNATURE)
    match = _BRACKET.search(line, start)
    if match is None:
        return None
    names = _agencies(match["inner"], words)
    if not names:
        return None
    end = len(line.rstrip())
    span = Span(match.start(), end)
    return Credit(
        text=line[span.start : end],
        span=span,
        pieces=(span,),
        kind=CreditKind.AGENCY,
        organisations=names,
    )


def _agencies(inner: str, words: Lexicon) -> tuple[str, ...]:
    parts = [
        p.strip(" .") for p in re.split(r"[/,，、;]|\s(?:and|und|et|y|e|i)\s", inner)
    ]
    known = [p for p in parts if is_agency(p, words.pack)]
    if not known:
        return ()
    return tuple(p for p in parts if p and (is_agency(p, words.pack) or len(p) > 4))
