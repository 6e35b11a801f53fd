"""One name: is it a person's, an organisation's, or neither?

In: tokens of a run without separators ("Dr. Ada van Example"). Out: how sure it is that a person
bears it. Names lists, titles and initials speak for a person; words that only organisations bear,
agencies, addresses and acronyms speak against.
"""

from __future__ import annotations

import re

from newsparse.languages.words import given_names, surnames
from newsparse.parsers.agencies import is_agency
from newsparse.parsers.lexicon import (
    DEGREE,
    FUNCTION,
    HEAD,
    JUNIOR,
    NOBODY,
    ORG,
    PARTICLE,
    ROLE,
    TITLE,
    Lexicon,
)
from newsparse.parsers.tokens import CAPITAL, LOWER, NUMBER, UPPER, Token

__all__ = ["LIKELY", "MAYBE", "ORGANISATION", "SURE", "is_given", "is_initial", "person_score"]

SURE, LIKELY, MAYBE, ORGANISATION = 1.0, 0.8, 0.4, 0.0
"""Steps of ``person_score``: a known given name, title or initials with a surname; a known
surname or a shape that names have; capitals alone; an organisation. They order, they are no
probabilities."""

MAX_ACRONYM = 6
"""Letters up to which a single word in capitals that is no known name is taken for an acronym."""

_INITIAL = re.compile(r"(?:[^\W\d_]\.){1,4}-?(?:[^\W\d_]\.)*|[^\W\d_]")
_DOMAIN = re.compile(r"[\w-]{2,}(?:\.[\w-]+)*\.(?:[a-z]{2,4})", re.IGNORECASE)
_PATRONYM = re.compile(r"(?:Mc|Mac|O['’]|D['’]|Fitz|al-|el-|Al-|El-)[A-ZÀ-Þ]")
_CJK_NAME = re.compile(r"[\u3400-\u9fff]{2,4}")


def is_given(token: Token) -> bool:
    """Whether a word is a known given name; of a hyphenated one its first part counts."""
    fold = token.fold
    names = given_names()
    if fold in names:
        return True
    head, hyphen, _ = fold.partition("-")
    return bool(hyphen) and head in names


def is_initial(token: Token, line: str) -> bool:
    """Whether a word is initials ("J.", "T.R.", "J")."""
    size = token.end - token.start
    return size <= 8 and _INITIAL.fullmatch(line, token.start, token.end) is not None


def person_score(line: str, run: list[Token], lexicon: Lexicon) -> float:
    """Say how surely a run of words is a person's name.

    Returns:
        ``SURE``, ``LIKELY``, ``MAYBE`` or ``ORGANISATION``; the run's words are not looked at one
        by one again by the caller.
    """
    first, last = run[0], run[-1]
    text = line[first.start : last.end]
    if is_agency(text.rstrip("."), lexicon.pack):
        return ORGANISATION
    every = 0
    for token in run:
        every |= token.flags
    if every & (ORG | NOBODY) and _organised(run):
        return ORGANISATION
    if every & NUMBER and first.flags & NUMBER:
        return ORGANISATION
    if "." in text and any(
        _DOMAIN.fullmatch(line, t.start, t.end) and not is_initial(t, line) for t in run
    ):
        return ORGANISATION if len(run) < 3 else MAYBE
    if len(run) == 1:
        return _single(line, first)
    if first.fold == "the" or (first.flags & FUNCTION and not _names_in(run)):
        return ORGANISATION
    return _several(line, run, every)


def _names_in(run: list[Token]) -> bool:
    known = surnames()
    return any(is_given(t) or t.fold in known or t.flags & (PARTICLE | TITLE) for t in run)


def _organised(run: list[Token]) -> bool:
    """An organisation's word weighs, unless it is the surname of a known given name."""
    if len(run) == 2 and is_given(run[0]) and not run[1].flags & NOBODY:
        return run[1].fold not in surnames() or run[1].fold in ("media", "press", "news", "images")
    return True


def _single(line: str, token: Token) -> float:
    text = line[token.start : token.end].rstrip(".")
    if is_given(token):
        return LIKELY
    if token.flags & UPPER and len(text) <= MAX_ACRONYM:
        return ORGANISATION
    if "." in text.strip(".") and is_initial_glued(text):
        return SURE
    if token.flags & (ROLE | HEAD | FUNCTION | DEGREE):
        return ORGANISATION
    return MAYBE if token.fold not in surnames() else MAYBE + 0.1


def is_initial_glued(text: str) -> bool:
    """Whether initials stand glued to a surname ("C.Example")."""
    return re.fullmatch(r"(?:[^\W\d_]\.){1,3}[^\W\d_]{2,}(?:-[^\W\d_]+)?", text) is not None


def _several(line: str, run: list[Token], every: int) -> float:
    given = [is_given(t) and bool(t.flags & CAPITAL) for t in run]
    if every & TITLE and run[0].flags & TITLE:
        return SURE
    if given[0]:
        return LIKELY if run[0].flags & FUNCTION else SURE
    initials = [is_initial(t, line) for t in run]
    if any(initials) and not all(initials):
        return SURE if initials[0] or given[0] else LIKELY
    known = surnames()
    if any(given[1:]) or (len(run) == 2 and any(t.fold in known for t in run)):
        return LIKELY
    if _PATRONYM.match(line, run[-1].start) or every & JUNIOR:
        return LIKELY
    if every & PARTICLE and not every & LOWER & ~PARTICLE:
        return MAYBE + 0.1
    return MAYBE
