"""Bylines: ``By Ada Example and Ben Sample, Staff Writers``.

In: one line. Out: a Byline over just the part of the line that names who signs, or None. The date,
the reading time and share words in the same line are not in it. Words are in language packs.
See docs/roles/byline.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from newsparse.languages.schema import Pack
from newsparse.model.fields import Byline, Person
from newsparse.model.span import Span
from newsparse.parsers.agencies import is_agency
from newsparse.parsers.byline_bare import bare_names
from newsparse.parsers.byline_cjk import parse_cjk_byline
from newsparse.parsers.byline_open import Opening, openings, other_credits
from newsparse.parsers.drafts import Draft, Reading
from newsparse.parsers.lexicon import Lexicon, lexicon
from newsparse.parsers.people import read_people
from newsparse.parsers.person import LIKELY
from newsparse.parsers.tokens import LOWER, Token, tokenise

__all__ = ["MAX_BYLINE", "byline_score", "may_be_byline", "parse_byline"]

MAX_BYLINE = 400
"""Code points of the longest line that is read; the longest byline of the train part has 218."""
MAX_WORDS = 45
"""Words of the longest line that is read; the longest byline of the train part has 34."""

SHORT_PREFIX = 4
"""Letters of the longest preposition that opens a byline ("door"); longer ones are nouns, too."""
MAX_SIGN = 24
"""Code points of the longest line of initials and agencies ("abc/def/dpa-infocom")."""
MAX_INITIALS = 4
"""Letters of an editor's initials or a service's code."""
MIN_LINKED = 2
"""Words that a line keeps in front of a link word at its end."""

_FIRST_EAST = "\u2e80"
_EAST = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")


def parse_byline(line: str, *, pack: Pack, expected: bool = False) -> Byline | None:
    """Read who signs a story from one line.

    Args:
        line: The line; more may stand in it than the byline.
        pack: Words.
        expected: Whether the caller knows from elsewhere (a class, a place on the page) that the
            line is a byline. Names that no list knows then count without "by".

    Returns:
        The byline with spans into ``line``; None for what is no byline. Organisations and
        agencies sign as ``agency`` and are no Person.
    """
    if not may_be_byline(line, pack=pack) or (
        not expected and line.isalpha() and line[0] < _FIRST_EAST
    ):
        return None
    if "/" in line and len(line) <= MAX_SIGN:
        signed = _initialled(line, pack)
        if signed is not None:
            return signed
    east = _EAST.search(line) is not None
    if east:
        found = parse_cjk_byline(line, pack=pack, expected=expected)
        if found is not None:
            return found
    return _by_words(line, lexicon(pack), expected=expected, east=east)


def _by_words(line: str, words: Lexicon, *, expected: bool, east: bool) -> Byline | None:
    """Read the names behind a prefix, else a line that is nothing but names."""
    tokens = _without_link(tokenise(line, words), words)
    others = other_credits(tokens, words)
    for opening in openings(tokens, words, expected=expected):
        limit = next((at for at in others if at >= opening.names), len(tokens))
        reading = _after_prefix(line, tokens[:limit], opening, words)
        if reading is not None:
            return _byline(line, tokens[opening.start].start, reading, words)
        if opening.start == 0 and not expected:
            return None
    if east and not expected:
        return None
    if others and expected:  # "Ada Example. Reviewed by Ben Sample": who follows is no author
        tokens = tokens[: others[0]]
    last = tokens[-1][2] if len(tokens) > 1 else ""
    if len(last) <= SHORT_PREFIX and last in words.openers:  # "Section Von": the name comes later
        tokens = tokens[:-1]
    reading = bare_names(line, tokens, words, expected=expected)
    return None if reading is None else _byline(line, _start(reading), reading, words)


def may_be_byline(line: str, *, pack: Pack) -> bool:
    """Say quickly whether a line is worth parsing as a byline; a no is final."""
    del pack  # the same for every language so far
    return 0 < len(line) <= MAX_BYLINE and line.count(" ") < MAX_WORDS and not line.isspace()


def byline_score(line: str, *, pack: Pack) -> float:
    """Say how much a line reads like a byline, whatever stands around it.

    Returns:
        0 for what ``parse_byline`` does not read; from 0.4 for names alone, from 0.8 behind a
        prefix; more where less of the line is left over; at most 1.
    """
    found = parse_byline(line, pack=pack)
    if found is None:
        return 0.0
    share = len(found.span) / max(len(line.strip()), 1)
    first = found.authors[0].span if found.authors else None
    if first is not None:
        prefixed = found.span.start < first.start
    else:
        prefixed = found.agency is not None and not found.text.startswith(found.agency)
    return min(1.0, (0.8 if prefixed else 0.4) + 0.2 * share)


def _initialled(line: str, pack: Pack) -> Byline | None:
    """Read an agency with an editor's initials or a service's code: "mfg/dpa", "dpa/lni"."""
    text = line.strip(" \t\u00a0()[]")
    parts = [part.strip() for part in text.split("/")]
    agency = next((part for part in parts if is_agency(part, pack)), None)
    signs = (p.islower() and p.isalpha() and len(p) <= MAX_INITIALS for p in parts if p != agency)
    if agency is None or not all(signs):
        return None
    at = line.find(text)
    span = Span(at, at + len(text))
    return Byline(text=text, span=span, pieces=(span,), agency=agency)


def _without_link(tokens: list[Token], words: Lexicon) -> list[Token]:
    """Drop the words that led to a date cut off behind the line ("By Ada Example on")."""
    end = len(tokens)
    while end > MIN_LINKED and tokens[end - 1][3] & LOWER and tokens[end - 1][2] in words.links:
        end -= 1
    return tokens[:end] if end < len(tokens) else tokens


def _after_prefix(
    line: str, tokens: list[Token], opening: Opening, words: Lexicon
) -> Reading | None:
    """Read the names behind a prefix; None where what follows cannot be names."""
    reading = read_people(line, tokens, opening.names, words)
    people = reading.people
    if not people and not reading.organisations:
        return None
    if not reading.clean:
        sure = any(d.score >= LIKELY and d.full for d in people)
        if not sure or tokens[reading.stop].flags & LOWER:
            return None
    if opening.sure or not people or _credible(people):
        return reading
    return None


def _credible(people: list[Draft]) -> bool:
    """Whether what follows a short prefix can be people: not "Von Risiken und Nebenwirkungen"."""
    return len(people) == 1 or any(d.full or d.score >= LIKELY for d in people)


def _start(reading: Reading) -> int:
    starts = [draft.start for draft in reading.people[:1]]
    return min(starts + [start for start, _ in reading.organisations[:1]])


def _distinct(people: Iterable[Person]) -> tuple[Person, ...]:
    """Return people without those who are named a second time."""
    first: dict[str, Person] = {}
    for person in people:
        first.setdefault(person.name.casefold(), person)
    return tuple(first.values())


def _byline(line: str, start: int, reading: Reading, words: Lexicon) -> Byline:
    people = reading.people
    authors: tuple[Person, ...]
    if len(people) == 1:
        authors = (people[0].person(line),)
    else:
        authors = _distinct(draft.person(line) for draft in people)
    agency = None
    if reading.organisations:
        texts = [line[s:e] for s, e in reading.organisations]
        agency = next((t for t in texts if is_agency(t, words.pack)), None)
        if agency is None and not authors:
            agency = texts[0]
    span = Span(start, reading.end if reading.end > start else start + 1)
    return Byline(
        text=line[span.start : span.end],
        span=span,
        pieces=(span,),
        authors=authors,
        agency=agency,
    )
