"""Bylines: ``By Ada Example and Ben Sample, Staff Writers``.

In: one line. Out: a Byline over just the part of the line that names who signs, or None. The date,
the reading time and share words in the same line are not in it. Words are in language packs.
"""

from __future__ import annotations

from newsparse.languages.schema import Pack
from newsparse.model.fields import Byline, Person
from newsparse.model.span import Span
from newsparse.parsers.agencies import is_agency
from newsparse.parsers.drafts import Reading
from newsparse.parsers.lexicon import (
    DATE,
    NOISE,
    PREFIX,
    Lexicon,
    lexicon,
)
from newsparse.parsers.people import read_people
from newsparse.parsers.person import LIKELY, MAYBE
from newsparse.parsers.tokens import (
    CAPITAL,
    LOWER,
    MARK,
    NUMBER,
    Token,
    match_phrase,
    tokenise,
)

__all__ = ["MAX_BYLINE", "byline_score", "may_be_byline", "parse_byline"]

MAX_BYLINE = 400
"""Code points of the longest line that is read as a byline; the longest of the train part has 218."""
MAX_WORDS = 60
"""Words of the longest line that may be one."""


def parse_byline(line: str, *, pack: Pack, expected: bool = False) -> Byline | None:
    """Read who signs a story from one line.

    Args:
        line: The line; more may stand in it than the byline.
        pack: Words.
        expected: Whether the caller knows from elsewhere (a class, a place on the page) that the
            line is a byline. Names that nobody knows then count without "by".

    Returns:
        The byline with spans into ``line``; None for what is no byline. Organisations and
        agencies sign as ``agency`` and are no Person.
    """
    if len(line) > MAX_BYLINE:
        return None
    words = lexicon(pack)
    tokens = tokenise(line, words)
    if not tokens:
        return None
    opening = _opening(tokens, words)
    if opening is not None:
        found = _after_prefix(line, tokens, opening, words)
        if found is not None:
            return found
    return _bare(line, tokens, words, expected=expected)


def may_be_byline(line: str, *, pack: Pack) -> bool:
    """Say quickly whether a line is worth parsing as a byline; rarely wrong when it says no."""
    if len(line) > MAX_BYLINE:
        return False
    parts = line.split(None, MAX_WORDS + 1)
    return 0 < len(parts) <= MAX_WORDS


def byline_score(line: str, *, pack: Pack) -> float:
    """Say how much a line reads like a byline, 0 to 1, whatever stands around it."""
    found = parse_byline(line, pack=pack)
    if found is None:
        return 0.0
    share = len(found.span) / max(len(line.strip()), 1)
    prefixed = (
        bool(found.authors) and found.span.start != (found.authors[0].span or found.span).start
    )
    return min(1.0, (0.8 if prefixed else 0.4) + 0.2 * share)


# --- with a prefix ---


class _Opening:
    __slots__ = ("at", "colon", "start", "strong")

    def __init__(self, start: int, at: int, *, colon: bool, strong: bool) -> None:
        self.start = start
        self.at = at
        self.colon = colon
        self.strong = strong


def _opening(tokens: list[Token], words: Lexicon) -> _Opening | None:
    """Find the prefix: at the start, behind a separator, a date or words of the page."""
    open_here = True
    for k, token in enumerate(tokens):
        flags = token.flags
        if open_here or flags & LOWER:
            stop, strong = _prefix(tokens, k, words)
            if stop > k and (open_here or strong or _follows_date(tokens, k)):
                colon = stop < len(tokens) and tokens[stop].fold in (":", "：")
                return _Opening(
                    k, stop + colon, colon=colon or tokens[stop - 1].fold in ":：", strong=strong
                )
        open_here = bool(flags & (MARK | NUMBER | DATE | NOISE))
    return None


def _follows_date(tokens: list[Token], at: int) -> bool:
    return at > 0 and bool(tokens[at - 1].flags & (NUMBER | DATE))


def _prefix(tokens: list[Token], at: int, words: Lexicon) -> tuple[int, bool]:
    """Index after a prefix at ``at`` (``at`` if there is none), and whether it is a phrase."""
    if tokens[at].fold in words.phrases:
        stop, phrase = match_phrase(tokens, at, words, PREFIX)
        if phrase is not None:
            return stop, True
    if tokens[at].flags & PREFIX and at + 1 < len(tokens):
        return at + 1, len(tokens[at].fold) > 3
    return at, False


def _after_prefix(
    line: str, tokens: list[Token], opening: _Opening, words: Lexicon
) -> Byline | None:
    if opening.at >= len(tokens):
        return None
    reading = read_people(line, tokens, opening.at, words)
    if not reading.people and not reading.organisations:
        return None
    if not _ends_well(tokens, reading, opening):
        return None
    if not opening.colon and not opening.strong and not _credible(reading):
        return None
    return _byline(line, tokens[opening.start].start, reading, words)


def _ends_well(tokens: list[Token], reading: Reading, opening: _Opening) -> bool:
    """Behind the names stands a separator, a date or nothing, not the middle of a sentence."""
    if reading.stop >= len(tokens):
        return True
    token = tokens[reading.stop]
    if token.flags & (MARK | NUMBER | DATE | NOISE):
        return True
    following = tokens[reading.stop + 1] if reading.stop + 1 < len(tokens) else None
    if following is not None and following.flags & (NUMBER | DATE):
        return True
    sure = sum(d.score >= LIKELY and d.words > 1 for d in reading.people)
    return bool(sure) and not token.flags & LOWER


def _credible(reading: Reading) -> bool:
    """Whether what follows "by" or "von" can be people: no "Von Risiken und Nebenwirkungen"."""
    people = reading.people
    if not people:
        return True
    if len(people) > 1 and all(d.words == 1 and d.score < LIKELY for d in people):
        return False
    return True


# --- without a prefix ---


def _bare(line: str, tokens: list[Token], words: Lexicon, *, expected: bool) -> Byline | None:
    """Read a line that is names and nothing else but a date and words of the page."""
    if "©" in line or ("@" in line and line.lstrip()[:1] in "—–-"):
        return None
    at = _skip(tokens)
    if at >= len(tokens) or (tokens[at].flags & (LOWER & ~CAPITAL) and not expected):
        if at >= len(tokens):
            return None
    reading = read_people(line, tokens, at, words)
    people = reading.people
    if not people:
        return None
    if reading.stop < len(tokens):
        token = tokens[reading.stop]
        if not token.flags & (MARK | NUMBER | DATE | NOISE):
            return None
        if token.flags & MARK and token.fold not in "|•·⋅—–-/│｜(":
            return None
    best = max(d.score if d.words > 1 else d.score - 0.3 for d in people)
    needed = MAYBE if expected else LIKELY
    if people[0].score < needed or best < needed:
        return None
    return _byline(line, people[0].start, reading, words)


def _skip(tokens: list[Token]) -> int:
    """Index of the first word behind a date and separators at the start."""
    at = 0
    while at < len(tokens) and tokens[at].flags & (MARK | NUMBER | DATE):
        at += 1
    return at


def _byline(line: str, start: int, reading: Reading, words: Lexicon) -> Byline:
    seen: set[str] = set()
    authors: list[Person] = []
    for draft in reading.people:
        person = draft.person(line)
        if person.name.casefold() not in seen:
            seen.add(person.name.casefold())
            authors.append(person)
    agency = None
    texts = [line[s:e] for s, e in reading.organisations]
    if texts:
        agency = next((t for t in texts if is_agency(t, words.pack)), None)
        if agency is None and not authors:
            agency = texts[0]
    span = Span(start, max(reading.end, start + 1))
    return Byline(
        text=line[span.start : span.end],
        span=span,
        pieces=(span,),
        authors=tuple(authors),
        agency=agency,
    )
