"""Bylines without a prefix: a line of names, with a date or words of the page beside them.

A name alone is accepted only if a list knows it, a title or a job says so; whether a name on a
page is its byline is for the caller, who sees where it stands.
"""

from __future__ import annotations

import re

from newsparse.parsers.byline_open import is_cued
from newsparse.parsers.credit_words import credit_cues
from newsparse.parsers.drafts import Draft, Reading
from newsparse.parsers.lexicon import DATE, Lexicon
from newsparse.parsers.people import MAX_PLAIN, read_people
from newsparse.parsers.person import LIKELY, MAYBE, STRANGE, UNSURE
from newsparse.parsers.run_names import is_place, one_name
from newsparse.parsers.tokens import LOWER, MARK, NUMBER, Token

__all__ = ["bare_names"]

_NEVER = re.compile(r"[©$€£%?!=]|['’]s\s")
"""Marks and the possessive: no line of bare names has them."""
_CALLS = re.compile(r"[©$€£%=]|['’]s\s")
"""The same for a line known as a byline: behind the date may stand "Comment now!"."""
_TWEET = re.compile(r"\s*[—–-].*@")
_DIGITS = re.compile(
    r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\d{1,2}[./]\s?\d{1,2}\.?\s?\d{2,4}|\d{1,2}:\d\d"
)

BARS = frozenset("|•·⋅│｜")
"""Marks that part the sections of a line ("Politics · Ada Example · 3 min")."""

AFTER = BARS | frozenset("—–-/(,")
"""Marks that may follow the names."""

MAX_TOKENS = 40
"""Words and separators of the longest line without "by"; longer ones are prose or captions."""

MAX_SECTIONS = 6
"""Sections of a line in which names are looked for."""

LONE = 0.3
"""Taken off the score of a single word: a lone given name needs a date beside it."""


def bare_names(line: str, tokens: list[Token], words: Lexicon, *, expected: bool) -> Reading | None:
    """Read a line that is names and nothing else but a date and words of the page.

    With ``expected`` the caller knows that the line is a byline: names that no list knows count.
    """
    if 1 < len(tokens) < MAX_PLAIN:
        plain = one_name(line, tokens, words, len(tokens), credit=False)
        if plain is not None:
            return plain if expected or not _elsewhere(line, plain, words) else None
    never = _CALLS if expected else _NEVER
    if len(tokens) > MAX_TOKENS or never.search(line) or _TWEET.match(line):
        return None
    if not expected and _credited(tokens, words):
        return None
    for at in _sections(line, tokens):
        reading = read_people(line, tokens, at, words)
        if not reading.people or not reading.clean:
            continue
        if not expected and _elsewhere(line, reading, words):
            continue
        if not _may_follow(line, tokens, reading.stop):
            continue
        dated = _dated(line, tokens, reading.stop) or (at > 0 and _date_head(line, tokens))
        best = max(_weight(d, dated=dated) for d in reading.people)
        if best >= (MAYBE if expected else UNSURE if dated else STRANGE):
            return _without_places(line, reading, words)
    return None


def _without_places(line: str, reading: Reading, words: Lexicon) -> Reading:
    """Take no place beside an organisation for a person ("AFP, MANILA")."""
    if reading.organisations:
        people = reading.people
        reading.people = [d for d in people if not is_place(line[d.start : d.end], words)]
    return reading


def _sections(line: str, tokens: list[Token]) -> list[int]:
    """Indices at which names may begin: behind dates at the start, then behind each bar."""
    found: list[int] = []
    free = not (tokens and tokens[0].flags & NUMBER) or _date_head(line, tokens)
    for k, token in enumerate(tokens):
        if free and not token.flags & (MARK | NUMBER | DATE):
            if not token.flags & LOWER or not found:
                found.append(k)
            free = False
            if len(found) == MAX_SECTIONS:
                break
        elif token.fold in BARS:
            free = True
    return found


MAX_REST = 3
"""Words and marks that may follow the names if they are neither a date nor behind a bar."""


def _may_follow(line: str, tokens: list[Token], at: int) -> bool:
    """Whether what stands from ``at`` on can stand behind a byline's names."""
    if at >= len(tokens):
        return True
    token = tokens[at]
    if token.flags & MARK:
        if token.fold in BARS:
            return True
        if token.fold not in AFTER:
            return False
    elif not token.flags & NUMBER:
        return True
    return len(tokens) - at <= MAX_REST or _dated(line, tokens, at)


def _dated(line: str, tokens: list[Token], at: int) -> bool:
    """Whether a date begins at ``at`` or behind one mark."""
    if at < len(tokens) and tokens[at].flags & MARK:
        at += 1
    if at >= len(tokens) or not tokens[at].flags & (NUMBER | DATE):
        return False
    return _date_head(line, tokens[at:])


def _elsewhere(line: str, reading: Reading, words: Lexicon) -> bool:
    """Whether a place is named, or a picture house signs ("Ada Example / Getty Images")."""
    if reading.organisations:
        stock = credit_cues(words.pack).stock
        if any(line[s:e].casefold() in stock for s, e in reading.organisations):
            return True
    return any(is_place(line[d.start : d.end], words) for d in reading.people)


def _date_head(line: str, tokens: list[Token]) -> bool:
    """Whether a number at the start opens a date and not an item of a list."""
    if _DIGITS.match(line, tokens[0].start):
        return True
    for token in tokens[:6]:
        if token.flags & DATE:
            return True
        if not token.flags & (NUMBER | MARK):
            return False
    return False


def _weight(draft: Draft, *, dated: bool) -> float:
    """Score of a person without "by": a job behind the name helps, a lone word does not."""
    score = draft.score
    if draft.role is not None and draft.full:
        score = max(score, LIKELY)
    return score if draft.full or dated else score - LONE


def _credited(tokens: list[Token], words: Lexicon) -> bool:
    """Whether the line holds "Foto:", "Source:" or the like: a caption, not a byline."""
    captions = credit_cues(words.pack).captions
    for k, (_, _, fold, _) in enumerate(tokens):
        if fold in captions and any(is_cued(tokens, k, cue) for cue in captions[fold]):
            return True
    return False
