"""One name: is it a person's, an organisation's, or neither?

In: tokens of a run without separators ("Dr. Ada van Example"). Out: how sure it is that a person
bears it. Lists of names, titles and initials speak for a person; words that only organisations
bear, agencies, addresses and acronyms speak against; words of prose make a name doubtful.
"""

from __future__ import annotations

import re

from newsparse.languages.words import common_words, given_names, places, surnames
from newsparse.parsers.agencies import is_agency
from newsparse.parsers.lexicon import (
    COMMON,
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
from newsparse.parsers.tokens import CAPITAL, ENDING, GIVEN, LOWER, NUMBER, STOP, UPPER, Token

__all__ = [
    "LIKELY",
    "MAYBE",
    "ORGANISATION",
    "STRANGE",
    "SURE",
    "UNSURE",
    "is_given",
    "is_initial",
    "is_initial_glued",
    "person_score",
]

SURE, LIKELY, STRANGE, UNSURE, MAYBE, ORGANISATION = 1.0, 0.8, 0.7, 0.6, 0.4, 0.0
"""Steps of ``person_score``: a known given name, title or initials with a surname; a known
surname or a shape that names have; capitalised words that nobody knows as words; a given name
beside a common word; capitals alone; an organisation. They order, they are no probabilities."""

MAX_ACRONYM = 6
"""Letters up to which a single word in capitals that is no known name is taken for an acronym."""
MAX_INITIALS = 8
"""Code points of the longest initials ("J.-P.R.")."""
MAX_STRANGE = 3
"""Words of the longest name of which no list knows any."""

_INITIAL = re.compile(r"(?:[^\W\d_]\.){1,4}-?(?:[^\W\d_]\.)*|[^\W\d_]")
_DOMAIN = re.compile(r"[\w-]{2,}(?:\.[\w-]+)*\.[a-z]{2,4}", re.IGNORECASE)
_GLUED = re.compile(r"(?:[^\W\d_]\.){1,3}[^\W\d_]{2,}(?:-[^\W\d_]+)?")
_PATRONYM = re.compile(r"(?:Mc|Mac|O['’]|D['’]|Fitz|al-|el-|Al-|El-)[A-ZÀ-Þ]")
_INNER_STOP = re.compile(r"\w{2}\.\w{2}")
_PRESS = frozenset(("media", "press", "news", "images"))
"""Surnames by the lists, but outlets behind a given name ("Ada Media")."""


def is_given(token: Token) -> bool:
    """Whether a word is a known given name; of a hyphenated one its first part counts."""
    return token.flags & GIVEN != 0


def is_initial(token: Token, line: str) -> bool:
    """Whether a word is initials ("J.", "T.R.", "J")."""
    if token.end - token.start > MAX_INITIALS:
        return False
    return _INITIAL.fullmatch(line, token.start, token.end) is not None


def is_initial_glued(text: str) -> bool:
    """Whether initials stand glued to a surname ("C.Example")."""
    return _GLUED.fullmatch(text) is not None


def person_score(line: str, run: list[Token], lexicon: Lexicon) -> float:
    """Say how surely a run of words is a person's name.

    Returns:
        ``SURE``, ``LIKELY``, ``STRANGE``, ``UNSURE``, ``MAYBE`` or ``ORGANISATION``.
    """
    every = 0
    for token in run:
        every |= token.flags
    if _is_organisation(line, run, every, lexicon):
        return ORGANISATION
    if len(run) == 1:
        return _single(line, run[0])
    if every & TITLE and run[0].flags & TITLE:
        return SURE
    if run[0].flags & FUNCTION and run[0].flags & UPPER:
        return MAYBE
    if run[0].flags & GIVEN and run[0].flags & CAPITAL:
        return _given_first(run)
    return _unknown_first(line, run, every)


# --- organisations ---


def _is_organisation(line: str, run: list[Token], every: int, lexicon: Lexicon) -> bool:
    first, last = run[0], run[-1]
    text = line[first.start : last.end]
    if is_agency(text.rstrip("."), lexicon.pack):
        return True
    if every & (ORG | NOBODY) and _organised(run):
        return True
    if every & ENDING:
        return True
    if first.flags & NUMBER or first.fold == "the":
        return True
    if "." in text and len(run) < 3 and _domain(line, run):
        return True
    if len(run) == 1:
        return False
    if first.flags & UPPER and not last.flags & UPPER and _acronym(first):
        return True
    if not first.flags & FUNCTION or _names_in(run):
        return False
    return any(t.flags & (COMMON | FUNCTION | LOWER) for t in run[1:])


def _organised(run: list[Token]) -> bool:
    """Whether an organisation's word weighs: not as the surname of a known given name."""
    if len(run) == 2 and is_given(run[0]) and not run[1].flags & NOBODY:
        return run[1].fold not in surnames() or run[1].fold in _PRESS
    return True


def _domain(line: str, run: list[Token]) -> bool:
    """Whether a word is an address ("example.com")."""
    return any(
        _DOMAIN.fullmatch(line, t.start, t.end) and not is_initial(t, line) for t in run
    ) and not _dotted_name(line[run[0].start : run[0].end])


def _acronym(token: Token) -> bool:
    """Whether capitals are no known name ("EDB Team", "OTT KPK")."""
    fold = token.fold
    return len(fold) > 2 and "." not in fold and not is_given(token) and fold not in surnames()


def _names_in(run: list[Token]) -> bool:
    known = surnames()
    return any(t.flags & (GIVEN | PARTICLE | TITLE) or t.fold in known for t in run)


# --- one word ---


def _single(line: str, token: Token) -> float:
    text = line[token.start : token.end].rstrip(".")
    if is_given(token):
        return MAYBE if token.flags & (FUNCTION | COMMON) else LIKELY
    if "." in text:
        if is_initial_glued(text) or _dotted_name(text):
            return SURE
        if _INNER_STOP.search(text):
            return ORGANISATION
    if token.flags & UPPER and len(text) <= MAX_ACRONYM:
        return ORGANISATION
    if token.flags & (ROLE | HEAD | FUNCTION | DEGREE | COMMON):
        return ORGANISATION
    return MAYBE if token.fold not in surnames() else MAYBE + 0.1


def _dotted_name(text: str) -> bool:
    """Whether a given name and a surname stand glued with a full stop ("Ada.Example")."""
    head, _, tail = text.partition(".")
    return head.casefold() in given_names() and tail[:1].isupper() and tail.isalpha()


# --- several words ---


def _plain(token: Token) -> bool:
    """Whether a word is one of prose and in no list of names."""
    if not token.flags & COMMON or token.flags & (GIVEN | PARTICLE):
        return False
    return token.fold not in surnames()


def _given_first(run: list[Token]) -> float:
    """Score of a run that begins with a known given name."""
    first, rest = run[0], run[1:]
    if any(_plain(t) for t in rest):
        sure = len(run) == 2 and not first.flags & (COMMON | FUNCTION)
        return LIKELY if sure else UNSURE
    if first.flags & COMMON and any(t.flags & COMMON for t in rest):
        return LIKELY if run[-1].fold in surnames() else UNSURE
    if first.flags & FUNCTION:
        return MAYBE if any(_wordy(t) for t in rest) else LIKELY
    return SURE


def _wordy(token: Token) -> bool:
    """Whether a word is a small one, or a capital one of prose ("DALLA NOSTRA")."""
    return bool(token.flags & (FUNCTION | LOWER | UPPER)) and not token.flags & PARTICLE


def _unknown_first(line: str, run: list[Token], every: int) -> float:
    """Score of a run whose first word is no known given name."""
    plain = [_plain(t) for t in run]
    last = run[-1]
    if all(plain) or (last.flags & COMMON and not every & GIVEN and last.fold in places()):
        return ORGANISATION
    if any(plain):
        return MAYBE
    initials = _initials(line, run)
    if initials:
        return initials
    known = surnames()
    if run[1].flags & GIVEN or (len(run) == 2 and any(t.fold in known for t in run)):
        return LIKELY
    if every & JUNIOR or _PATRONYM.match(line, last.start):
        return LIKELY
    if every & PARTICLE and not every & LOWER & ~PARTICLE:
        return MAYBE + 0.1
    return STRANGE if _strange(line, run, every) else MAYBE


def _initials(line: str, run: list[Token]) -> float:
    """Score of a run with initials, or 0 where it has none."""
    if run[0].flags & (FUNCTION | LOWER):
        return 0.0
    found = [is_initial(t, line) for t in run]
    if not any(found) or all(found):
        return 0.0
    if not found[0]:
        return LIKELY
    return SURE if line[run[0].end - 1] == "." else MAYBE


def _strange(line: str, run: list[Token], every: int) -> bool:
    """Whether two or three capitalised words are known as no word, thing or place."""
    if len(run) > MAX_STRANGE or every & ~(CAPITAL | STOP | GIVEN | COMMON):
        return False
    if any(c.isdigit() for c in line[run[0].start : run[-1].end]):
        return False
    return all(t.end - t.start > 1 and line[t.start].isupper() and not _known_word(t) for t in run)


def _known_word(token: Token) -> bool:
    """Whether a word, or a part of a word with hyphens, is a common one, or it is a place."""
    if token.flags & COMMON or token.fold in places():
        return True
    return "-" in token.fold and any(p in common_words() for p in token.fold.split("-"))
