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
from newsparse.parsers.credit_words import CreditCues
from newsparse.parsers.drafts import clean_name
from newsparse.parsers.lexicon import Lexicon
from newsparse.parsers.people import read_people
from newsparse.parsers.person import LIKELY
from newsparse.parsers.tokens import Token

__all__ = ["copyright_credit"]

_MARK = re.compile(r"©|ⓒ|\(c\)(?=\s)|copyright\b|(?<=\s)\(c\)", re.IGNORECASE)
_YEARS = re.compile(
    r"\s*(?:(?:©|ⓒ|\(c\)|@|copyright\b|by\b|[:,–-])\s*|(?:19|20)\d\d(?:\s?[-–/]\s?\d{2,4})?\s*)*+",
    re.IGNORECASE,
)
_END = re.compile(
    r"\s*(?:[|;]|\.\s|\.$|\s/\s|--|,?\s(?=all rights)|\s[-–—]\s|$)", re.IGNORECASE
)
MAX_NOTICE = 200
"""Code points of a notice that are read for its owner."""


def copyright_credit(
    line: str,
    tokens: list[Token],
    words: Lexicon,
    cues: CreditCues,
    *,
    taken: tuple[Span, ...],
) -> Credit | None:
    """Read the first copyright mark of a line that no other credit holds."""
    first = tokens[0].start if tokens else 0
    for match in _MARK.finditer(line, first):
        if any(s.start <= match.start() < s.end for s in taken):
            continue
        return _read(line, tokens, match, words, cues)
    return None


def _read(
    line: str,
    tokens: list[Token],
    match: re.Match[str],
    words: Lexicon,
    cues: CreditCues,
) -> Credit | None:
    years = _YEARS.match(line, match.start())
    at = years.end() if years else match.end()
    notice = bool(
        years and re.search(r"\d{4}|copyright", years[0], re.IGNORECASE)
    ) or any(
        r in line[max(0, match.start() - 60) : at + MAX_NOTICE].casefold()
        for r in cues.rights[:8]
    )
    at_token = next((k for k, t in enumerate(tokens) if t.start >= at), len(tokens))
    head = {t.fold for t in tokens[at_token : at_token + 8]}
    if not notice and match.start() <= 2 and head & cues.forms:
        notice = True
    if notice:
        return _notice(line, match.start(), at, cues)
    return _photo(line, tokens, match.start(), at_token, words, cues)


def _notice(line: str, start: int, at: int, cues: CreditCues) -> Credit | None:
    text = line[at : at + MAX_NOTICE]
    folded = text.casefold()
    stop = min(
        (i for r in cues.rights if (i := folded.find(r)) >= 0), default=len(text)
    )
    name = text[:stop]
    end = _END.search(name)
    form = re.search(r",?\s?(?:Inc|Ltd|Co|S\.?p\.?a|S\.A|S\.L\.U|Corp)\.", name)
    if form is not None:
        name = name[: form.end()]
    elif end is not None:
        name = name[: end.start()]
    name = re.sub(
        r"\s*(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?,?\s*$", "", name
    ).strip(" ,|/-–—:")
    begin = start
    if not name:
        before = line[:start].rstrip(" .|-–—")
        cut = max(before.rfind("|"), before.rfind(". "), before.rfind(" - "))
        name = before[cut + 1 :].strip(" -") if len(before) - cut <= 80 else ""
        name = "" if any(r in name.casefold() for r in cues.rights) else name
        begin = (
            start - (len(line[:start]) - line[:start].rfind(name)) + 0
            if name
            else start
        )
        begin = line.rfind(name, 0, start) if name else start
    stop_at = min(len(line), at + MAX_NOTICE)
    bar = line.find("|", at, stop_at)
    close = bar if bar > 0 else stop_at
    text = line[begin:close].rstrip()
    if not name:
        return None
    span = Span(begin, begin + len(text))
    names = tuple(clean_name(n) for n in name.split("/") if n.strip())
    return Credit(
        text=text,
        span=span,
        pieces=(span,),
        kind=CreditKind.COPYRIGHT,
        organisations=names,
    )


def _photo(
    line: str,
    tokens: list[Token],
    start: int,
    at: int,
    words: Lexicon,
    cues: CreditCues,
) -> Credit | None:
    people: list[str] = []
    organisations: list[str] = []
    end = start
    while at < len(tokens):
        reading = read_people(line, tokens, at, words, credit=True)
        if not reading.people and not reading.organisations:
            break
        end = reading.end
        texts = [line[s:e] for s, e in reading.organisations]
        stock = any(t.casefold() in cues.stock for t in texts) or any(
            line[d.start : d.end].casefold() in cues.stock for d in reading.people
        )
        for draft in reading.people:
            name = clean_name(line[draft.start : draft.end])
            lone = draft.words == 1 and draft.score < LIKELY and not stock
            (organisations if lone or name.casefold() in cues.stock else people).append(
                name
            )
        organisations.extend(map(clean_name, texts))
        at = reading.stop
        if at < len(tokens) and tokens[at].fold == "|":
            at += 1
            continue
        break
    if not people and not organisations:
        return None
    span = Span(start, max(end, start + 1))
    return Credit(
        text=line[start : span.end],
        span=span,
        pieces=(span,),
        kind=CreditKind.PHOTO,
        people=tuple(dict.fromkeys(people)),
        organisations=tuple(dict.fromkeys(organisations)),
    )
