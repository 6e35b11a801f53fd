"""One name: is it a person's, an organisation's, or neither?

In: tokens of a run without separators ("Dr. Ada van Example"). Out: how sure it is that a person
bears it. Names lists, titles and initials speak for a person; words that only organisations bear,
agencies, addresses and acronyms speak against.
"""

from __future__ import annotations

import re

from newsparse.languages.words import common_words, given_names, places, surnames
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
from newsparse.parsers.tokens import CAPITAL, LOWER, NUMBER, STOP, UPPER, Token

__all__ = [
    "LIKELY",
    "MAYBE",
    "ORGANISATION",
    "STRANGE",
    "SURE",
    "UNSURE",
    "is_given",
    "is_initial",
    "person_score",
]

SURE, LIKELY, STRANGE, UNSURE, MAYBE, ORGANISATION = 1.0, 0.8, 0.7, 0.6, 0.4, 0.0
"""Steps of ``person_score``: a known given name, title or initials with a surname; a known
surname or a shape that names have; capitalised words that nobody knows as words; a given name
beside a common word; capitals alone; an organisation. They order, they are no
probabilities."""

MIN_COMPOUND = 8
"""Letters above which a word's ending can make it an organisation ("Beispielverband")."""

MAX_ACRONYM = 6
"""Letters up to which a single word in capitals that is no known name is taken for an acronym."""

_INITIAL = re.compile(r"(?:[^\W\d_]\.){1,4}-?(?:[^\W\d_]\.)*|[^\W\d_]")
_DOMAIN = re.compile(r"[\w-]{2,}(?:\.[\w-]+)*\.(?:[a-z]{2,4})", re.IGNORECASE)
_PATRONYM = re.compile(r"(?:Mc|Mac|O['’]|D['’]|Fitz|al-|el-|Al-|El-)[A-ZÀ-Þ]")
_INNER_STOP = re.compile(r"\w{2}\.\w{2}")


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
        ``SURE``, ``LIKELY``, ``UNSURE``, ``MAYBE`` or ``ORGANISATION``; the run's words are not looked at one
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
    endings = lexicon.pack.byline.organisation_endings
    if any(len(t.fold) > MIN_COMPOUND and t.fold.endswith(endings) for t in run):
        return ORGANISATION
    if every & NUMBER and first.flags & NUMBER:
        return ORGANISATION
    if len(run) > 1 and first.flags & UPPER and not last.flags & UPPER and _acronym(first):
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


def _acronym(token: Token) -> bool:
    """ "EDB Team", "OTT KPK": three letters and more in capitals that are no known name."""
    return (
        len(token.fold) > 2
        and "." not in token.fold
        and not is_given(token)
        and token.fold not in surnames()
    )


def _names_in(run: list[Token]) -> bool:
    known = surnames()
    return any(is_given(t) or t.fold in known or t.flags & (PARTICLE | TITLE) for t in run)


def _organised(run: list[Token]) -> bool:
    """An organisation's word weighs, unless it is the surname of a known given name."""
    if len(run) == 2 and is_given(run[0]) and not run[1].flags & NOBODY:
        return run[1].fold not in surnames() or run[1].fold in (
            "media",
            "press",
            "news",
            "images",
        )
    return True


def _single(line: str, token: Token) -> float:
    text = line[token.start : token.end].rstrip(".")
    if is_given(token):
        sure = not token.flags & FUNCTION and token.fold not in common_words()
        return LIKELY if sure else MAYBE
    if token.flags & UPPER and len(text) <= MAX_ACRONYM:
        return ORGANISATION
    if "." in text.strip(".") and (is_initial_glued(text) or _dotted_name(text)):
        return SURE
    if token.flags & (ROLE | HEAD | FUNCTION | DEGREE) or token.fold in common_words():
        return ORGANISATION
    if _INNER_STOP.search(text):
        return ORGANISATION
    return MAYBE if token.fold not in surnames() else MAYBE + 0.1


def _dotted_name(text: str) -> bool:
    """Whether a given name and a surname stand glued with a full stop ("Ada.Example")."""
    head, _, tail = text.partition(".")
    return head.casefold() in given_names() and tail[:1].isupper() and tail.isalpha()


def is_initial_glued(text: str) -> bool:
    """Whether initials stand glued to a surname ("C.Example")."""
    return re.fullmatch(r"(?:[^\W\d_]\.){1,3}[^\W\d_]{2,}(?:-[^\W\d_]+)?", text) is not None


def _strange(line: str, run: list[Token], every: int) -> bool:
    """Two or three capitalised words that no list knows as words, names of things or places."""
    if len(run) > 3 or every & ~(CAPITAL | STOP):
        return False
    common = common_words()
    text = line[run[0].start : run[-1].end]
    if any(c.isdigit() for c in text):
        return False
    return all(
        t.end - t.start > 1 and line[t.start].isupper() and not _known_word(t.fold, common)
        for t in run
    )


def _known_word(fold: str, common: frozenset[str]) -> bool:
    """Whether a word, or every part of a word with hyphens, is a common one or a place."""
    if fold in common or fold in places():
        return True
    return "-" in fold and any(part in common for part in fold.split("-"))


def _wordy(token: Token) -> bool:
    """A small word, or a capital one of prose ("DALLA NOSTRA")."""
    return bool(token.flags & (FUNCTION | LOWER | UPPER)) and not token.flags & PARTICLE


def _several(line: str, run: list[Token], every: int) -> float:
    given = [is_given(t) and bool(t.flags & CAPITAL) for t in run]
    if every & TITLE and run[0].flags & TITLE:
        return SURE
    known = surnames()
    common = common_words()
    plain = [
        t.fold in common and not (g or t.fold in known or t.flags & PARTICLE)
        for t, g in zip(run, given, strict=True)
    ]
    if run[0].flags & FUNCTION and run[0].flags & UPPER:
        return MAYBE
    if given[0]:
        if any(plain[1:]):
            sure = len(run) == 2 and run[0].fold not in common and not run[0].flags & FUNCTION
            return LIKELY if sure else UNSURE
        if run[0].fold in common and any(t.fold in common for t in run[1:]):
            return UNSURE if not run[-1].fold in known else LIKELY
        if not run[0].flags & FUNCTION:
            return SURE
        return MAYBE if any(_wordy(t) for t in run[1:]) else LIKELY
    if all(plain) or (not any(given) and run[-1].fold in places() and run[-1].fold in common):
        return ORGANISATION
    if any(plain):
        return MAYBE
    initials = [is_initial(t, line) for t in run]
    if any(initials) and not all(initials) and not run[0].flags & (FUNCTION | LOWER):
        dotted = line[run[0].end - 1] == "."
        return SURE if initials[0] and dotted else LIKELY if not initials[0] else MAYBE
    if given[1] or (len(run) == 2 and any(t.fold in known for t in run)):
        return LIKELY
    if _PATRONYM.match(line, run[-1].start) or every & JUNIOR:
        return LIKELY
    if every & PARTICLE and not every & LOWER & ~PARTICLE:
        return MAYBE + 0.1
    return STRANGE if _strange(line, run, every) else MAYBE
