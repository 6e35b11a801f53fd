"""Bylines without a prefix: a line of names, with a date or words of the page beside them.

A name alone is accepted only if a list knows it, a title or a job says so; whether a name on a
page is its byline is for the caller, who sees where it stands.
"""

from __future__ import annotations

from newsparse.parsers.byline_open import is_cued
from newsparse.parsers.credit_words import credit_cues
from newsparse.parsers.drafts import Draft, Reading
from newsparse.parsers.lexicon import DATE, Lexicon
from newsparse.parsers.people import read_people
from newsparse.parsers.person import LIKELY, MAYBE
from newsparse.parsers.runs import is_place
from newsparse.parsers.tokens import LOWER, MARK, NUMBER, Token

__all__ = ["bare_names"]

PICTURES = frozenset(("photo", "video", "graphic", "source"))
"""Kinds of credit whose cue with a colon makes a caption of a line without "by"."""

BARS = frozenset("|•·⋅│｜")
"""Marks that part the sections of a line ("Politics · Ada Example · 3 min")."""

AFTER = BARS | frozenset("—–-/(,")
"""Marks that may follow the names."""

MAX_SECTIONS = 6
"""Sections of a line in which names are looked for."""

LONE = 0.3
"""Taken off the score of a single word: a lone given name needs a date beside it."""


def bare_names(line: str, tokens: list[Token], words: Lexicon, *, expected: bool) -> Reading | None:
    """Read a line that is names and nothing else but a date and words of the page."""
    if "©" in line or ("@" in line and line.lstrip()[:1] in "—–-"):
        return None
    if not expected and (_credited(tokens, words) or is_place(line.strip(), words)):
        return None
    for at in _sections(tokens):
        reading = read_people(line, tokens, at, words)
        if not reading.people or not reading.clean:
            continue
        if reading.stop < len(tokens):
            token = tokens[reading.stop]
            if token.flags & MARK and token.fold not in AFTER:
                continue
            dated = bool(token.flags & (NUMBER | DATE))
        else:
            dated = at > 0 and bool(tokens[at - 1].flags & NUMBER)
        best = max(_weight(d, dated=dated) for d in reading.people)
        if best >= (MAYBE if expected else LIKELY):
            return reading
        if expected:
            continue
        if at and not dated:
            continue
    return None


def _sections(tokens: list[Token]) -> list[int]:
    """Indices at which names may begin: behind dates at the start, then behind each bar."""
    found: list[int] = []
    free = True
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


def _weight(draft: Draft, *, dated: bool) -> float:
    """Score of a person without "by": a job behind the name helps, a lone word does not."""
    score = draft.score
    if draft.role is not None and draft.full:
        score = max(score, LIKELY)
    return score if draft.full or dated else score - LONE


def _credited(tokens: list[Token], words: Lexicon) -> bool:
    """Whether the line holds "Foto:", "Source:" or the like: a caption, not a byline."""
    starts = credit_cues(words.pack).starts
    return any(
        token.fold in starts
        and any(
            c.kind in PICTURES and (c.colon or len(c.words) > 1) and is_cued(tokens, k, c)
            for c in starts[token.fold]
        )
        for k, token in enumerate(tokens)
    )
