"""Copyright marks: a company's notice, or a photographer behind "©".

``© 2026 The Example Agency. All rights reserved.`` is a notice; ``© Ada Example/Example Images``
under a picture credits the photo. A year, a reservation of rights, the word or a legal form make
the notice.
"""

from __future__ import annotations

import re

from newsparse.model.fields import Credit
from newsparse.model.label import CreditKind
from newsparse.model.span import Span
from newsparse.parsers.credit_names import credit_names
from newsparse.parsers.credit_words import CreditCues
from newsparse.parsers.drafts import clean_name
from newsparse.parsers.lexicon import Lexicon
from newsparse.parsers.tokens import Token

__all__ = ["MAX_NOTICE", "copyright_credit"]

MAX_NOTICE = 200
"""Code points of a notice that are read for its owner."""
MIN_NUMBER = 8
"""Digits from which a line that begins with a mark bears a story's number ("dpa:260307-930-…")."""
MAX_OWNER = 90
"""Code points of the longest owner's name; the longest of the train part has 43."""

_MARK = re.compile(r"©|ⓒ|\(c\)(?=\s?[^\W\d_])|(?<=copyright )\(c\)|\bcopyright\b", re.IGNORECASE)
_HEAD = re.compile(
    r"(?:\s|©|ⓒ|\(c\)|@|copyright\b|by\s|[:,–-]|(?:19|20)\d\d(?:\s?[-–/]\s?\d{2,4})?)*+",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_TAIL_YEAR = re.compile(r",?\s*(?:19|20)\d\d(?:\s?[-–]\s?(?:(?:19|20)\d\d|\d\d))?[\s,.]*\Z")
_FORM = re.compile(
    r"(?:,?\s?(?:Inc|Ltd|Co\.,\s?Ltd|S\.?p\.?[aA]|S\.A\.S|S\.A|S\.L\.U|S\.L|Corp|Co|hf)\.?)(?=[\s,.|/]|\Z)"
)
_END = re.compile(r"[|;/]|[.。](?:\s|\Z)|--|\s[-–—]\s|（|\(")


def copyright_credit(
    line: str, tokens: list[Token], words: Lexicon, cues: CreditCues, *, taken: tuple[Span, ...]
) -> Credit | None:
    """Read the first copyright mark of a line that no other credit holds."""
    first = tokens[0].start if tokens else 0
    for match in _MARK.finditer(line, first):
        if any(s.start <= match.start() < s.end for s in taken):
            continue
        return _read(line, tokens, match.start(), words, cues)
    return None


def _read(
    line: str, tokens: list[Token], start: int, words: Lexicon, cues: CreditCues
) -> Credit | None:
    head = _HEAD.match(line, start)
    at = head.end() if head is not None else start
    stop = min(len(line), at + MAX_NOTICE)
    before = line[max(0, start - MAX_OWNER) : start]
    around = f"{line[at:stop]}\n{before}".casefold()
    named = _YEAR.search(line, start, at) or "copyright" in line[start:at].casefold()
    reserved = any(right in around for right in cues.rights)
    owner, end = _owner(line, at, stop, cues)
    dated = _YEAR.search(line, at, min(end + 12, stop)) is not None
    formed = any(w.strip(".,").casefold() in cues.forms for w in owner.split())
    lettered = (
        line[start] == "(" and start == 0 and not _names_person(line, tokens, at, words, cues)
    )
    if sum(c.isdigit() for c in line[at:stop]) >= MIN_NUMBER and start <= 2:
        dated = True
    if (
        lettered
        or named
        or reserved
        or (start <= 2 and (dated or formed))
        or (dated and not before.strip())
    ):
        return _notice(line, start, owner, end, stop, cues)
    if dated and before.rstrip()[-1:] in (".", "|", "-"):
        return _notice(line, start, owner, end, stop, cues)
    return _photo(line, tokens, start, at, words, cues)


def _names_person(
    line: str, tokens: list[Token], at: int, words: Lexicon, cues: CreditCues
) -> bool:
    index = next((k for k, t in enumerate(tokens) if t.start >= at), len(tokens))
    return bool(credit_names(line, tokens, index, len(tokens), words, cues).people)


def _owner(line: str, at: int, stop: int, cues: CreditCues) -> tuple[str, int]:
    """Return the name behind the mark and where it ends."""
    text = line[at:stop]
    folded = text.casefold()
    cut = min((i for right in cues.rights if (i := folded.find(right)) >= 0), default=len(text))
    text = text[:cut]
    form = _FORM.search(text)
    if form is not None and form.start() <= MAX_OWNER:
        text = text[: form.end()]
    else:
        end = _END.search(text)
        if end is not None:
            inner = text[end.end() :].lstrip()
            joined = end[0].strip() in ("-", "–") and inner[:1].islower()
            text = text if joined else text[: end.start()]
    text = _TAIL_YEAR.sub("", text)
    name = text.strip(' ,|/–—:-\u00a0"')
    return name, at + len(text)


def _notice(
    line: str, start: int, owner: str, end: int, stop: int, cues: CreditCues
) -> Credit | None:
    begin = start
    if not owner or len(owner) > MAX_OWNER:
        owner, begin = _owner_before(line, start, cues)
        if not owner:
            return None
    bar = line.find("|", end, stop)
    close = bar if bar >= 0 else stop
    text = line[begin:close].rstrip()
    span = Span(begin, begin + len(text))
    names = [clean_name(n.strip(" ,")) for n in owner.split("/")]
    return Credit(
        text=text,
        span=span,
        pieces=(span,),
        kind=CreditKind.COPYRIGHT,
        organisations=tuple(n for n in names if n),
    )


def _owner_before(line: str, start: int, cues: CreditCues) -> tuple[str, int]:
    """Return a name that stands before the mark ("Example Post © 2026"), and its start."""
    before = line[:start].rstrip(" .|–—-")
    cut = max(before.rfind("|"), before.rfind(". "), before.rfind(" - "))
    name = before[cut + 1 :].strip(" -")
    if not name or len(name) > MAX_OWNER or any(r in name.casefold() for r in cues.rights):
        return "", start
    return name, before.rfind(name)


def _photo(
    line: str, tokens: list[Token], start: int, at: int, words: Lexicon, cues: CreditCues
) -> Credit | None:
    index = next((k for k, t in enumerate(tokens) if t.start >= at), len(tokens))
    names = credit_names(line, tokens, index, len(tokens), words, cues)
    if not names.people and not names.organisations:
        return None
    span = Span(start, max(names.end, start + 1))
    return Credit(
        text=line[start : span.end],
        span=span,
        pieces=(span,),
        kind=CreditKind.PHOTO,
        people=names.people,
        organisations=names.organisations,
    )
