"""Credits without a cue: ``(dpa)``, ``dpa/afp/abc``, ``- Reuters.``, ``Ada Example/Getty Images``.

They stand alone or behind the last sentence, are short and hold an agency or a picture house.
Small letters beside an agency are an editor's initials and name nobody.
"""

from __future__ import annotations

import re

from newsparse.model.fields import Credit
from newsparse.model.label import CreditKind
from newsparse.model.span import Span
from newsparse.parsers.agencies import is_agency
from newsparse.parsers.credit_names import credit_names
from newsparse.parsers.credit_words import CreditCues
from newsparse.parsers.lexicon import Lexicon
from newsparse.parsers.tokens import tokenise

__all__ = ["MAX_SIGNATURE", "signature_credit"]

MAX_SIGN = 4
"""Letters of an editor's initials."""
MAX_SIGNATURE = 60
"""Code points of the longest signature that is read; the longest of the train part has 51."""

_BRACKET = re.compile(r"[(\[（［](?P<inner>[^()\[\]（）［］\n]{2,58})[)\]）］][.。]?\s*\Z")
_BREAK = re.compile(r"[.!?…。][”\"»“’)]?\s+|[”\"»“)]\s+(?=[—–-])")
_LEAD = re.compile(r"[\s—–―-]*")
_MAIL = re.compile(r"\s-\s\S*@\S*\s*\Z|\s-\s\[email[^\]]*\]\s*\Z")


def signature_credit(line: str, start: int, words: Lexicon, cues: CreditCues) -> Credit | None:
    """Read the signature that a line is, or that stands behind its last sentence."""
    floor = max(start, len(line) - MAX_SIGNATURE - 2)
    end = len(line.rstrip())
    mail = _MAIL.search(line, floor)
    if mail is not None:
        end = mail.start()
    match = _BRACKET.search(line, floor, end)
    if match is not None:
        return _read(line, match.start("inner"), match.end("inner"), match.start(), words, cues)
    begin = floor if floor > start else start
    if floor > start:
        breaks = [m.end() for m in _BREAK.finditer(line, floor, max(end - 1, floor))]
        if not breaks:
            return None
        begin = breaks[-1]
    else:
        for match in _BREAK.finditer(line, floor, max(end - 1, floor)):
            begin = match.end()
    lead = _LEAD.match(line, begin)
    at = lead.end() if lead is not None else begin
    return _read(line, at, end, begin, words, cues) if at < end else None


def _read(
    line: str, at: int, end: int, first: int, words: Lexicon, cues: CreditCues
) -> Credit | None:
    tokens = tokenise(line, words, at, end)
    if not tokens:
        return None
    names = credit_names(line, tokens, 0, len(tokens), words, cues)
    agencies = [o for o in names.organisations if is_agency(o, words.pack)]
    stock = any(o.casefold() in cues.stock for o in names.organisations)
    if not agencies and not stock:
        return None
    if not names.whole or names.stop < len(tokens):
        return None
    photo = stock or bool(names.people)
    kind = CreditKind.PHOTO if photo else CreditKind.AGENCY
    organisations = tuple(
        o for o in names.organisations if o in agencies or len(o) > MAX_SIGN or not o.islower()
    )
    span = Span(first, len(line.rstrip()))
    return Credit(
        text=line[span.start : span.end],
        span=span,
        pieces=(span,),
        kind=kind,
        people=names.people if photo else (),
        organisations=organisations,
    )
