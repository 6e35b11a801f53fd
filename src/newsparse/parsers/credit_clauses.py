"""Clauses of a credit line: a cue ("Editing by", "Foto:") and where its names stand.

In: the tokens of a line. Out: clauses in printed order. A cue with a colon may stand anywhere; one
without opens a line, a bracket, a sentence or a part behind a mark, and a name must follow.
"""

from __future__ import annotations

from typing import NamedTuple

from newsparse.languages.schema import Pack
from newsparse.parsers.agencies import is_agency
from newsparse.parsers.credit_words import CreditCues, CueGroup
from newsparse.parsers.lexicon import STOCK
from newsparse.parsers.tokens import CAPITAL, HANDLE, LOWER, MARK, NUMBER, STOP, Token

__all__ = ["LISTS", "Clause", "find_clauses"]

LISTS = frozenset(("reporting", "writing", "editing", "assistance", "translation"))
"""Kinds whose names are a list of people with jobs and places; the others are short items."""

_OPENERS = frozenset((*"([<【（［〔{;|│•·.—–-―→/,:：", "--", "---"))
_CLOSERS = frozenset(")]>】）］〕}")
_COLONS = frozenset((":", "："))
_BREAKS = frozenset(("—", "―", "–", "--", "---", "-", "(", "[", ";", "|", "”", '"', "»"))
MAX_BRACKET = 12
"""Tokens of a bracket that is a picture credit without a colon."""
_BRACKETS = frozenset("([（【［")
MAX_SENTENCE = 80
"""Tokens looked back for the start of a sentence that ends in "contributed to this report"."""


class Clause(NamedTuple):
    """One credit's place in the tokens.

    Attributes:
        kind: Kind of credit.
        first: Index of the first token of the clause.
        names: Index of the first token of the names.
        stop: Index to stop before.
        last: Index of the last token of a cue behind the names, else -1.
    """

    kind: str
    first: int
    names: int
    stop: int
    last: int = -1


def find_clauses(line: str, tokens: list[Token], cues: CreditCues, pack: Pack) -> list[Clause]:
    """Find the clauses of a line; linear in its tokens."""
    starts: list[tuple[int, int, str]] = []
    ends: list[tuple[int, int, str]] = []
    opening, closing = cues.starts, cues.ends
    free = 0
    for k, (_, _, fold, flags) in enumerate(tokens):
        if fold in opening and k >= free:
            stop, kind = _match(tokens, k, opening[fold])
            if kind and _opens(line, tokens, k, stop, kind, pack):
                starts.append((k, stop, kind))
                free = stop
        if k and fold in closing:
            stop, kind = _match(tokens, k, closing[fold])
            if kind and (stop >= len(tokens) or stop - k > 1 or flags & STOP):
                ends.append((k, stop, kind))
    found = []
    for number, (k, stop, kind) in enumerate(starts):
        following = starts[number + 1][0] if number + 1 < len(starts) else len(tokens)
        limit = _list_end(tokens, stop, following) if kind in LISTS else following
        found.append(Clause(kind, k, stop, limit))
    for k, stop, kind in ends:
        first = _sentence_start(line, tokens, k)
        if first < k and not any(c.first <= k < c.stop for c in found):
            found.append(Clause(kind, first, first, k, stop - 1))
    return found


def _match(tokens: list[Token], at: int, group: CueGroup) -> tuple[int, str]:
    """Index after the longest cue at ``at`` with its colon, and its kind; "" if there is none.

    In a bracket of its own a picture credit needs no colon ("(photo Ada Example)").
    """
    following = at + 1
    cues = group.single
    if following < len(tokens) and group.longer:
        cues = (*group.longer.get(tokens[following].fold, ()), *cues)
    for cue in cues:
        size = len(cue.words)
        stop = at + size
        if stop > len(tokens):
            continue
        if size > 2 and any(tokens[at + i].fold != cue.words[i] for i in range(2, size)):
            continue
        if stop < len(tokens) and tokens[stop].fold in _COLONS:
            return stop + 1, cue.kind
        if not cue.colon:
            return stop, cue.kind
        if (
            cue.kind == "photo"
            and at
            and tokens[at - 1].fold in _BRACKETS
            and _closes(tokens, stop)
        ):
            return stop, cue.kind
    return at, ""


def _closes(tokens: list[Token], at: int) -> bool:
    """Whether a bracket ends within a few words, a capital first."""
    if at >= len(tokens) or not tokens[at].flags & CAPITAL:
        return False
    return any(t.fold in _CLOSERS for t in tokens[at : at + MAX_BRACKET])


def _opens(line: str, tokens: list[Token], at: int, stop: int, kind: str, pack: Pack) -> bool:
    """Whether a cue may open a credit here."""
    if stop >= len(tokens):
        return False
    colon = tokens[stop - 1].fold in _COLONS
    before = tokens[at - 1] if at else None
    if colon:
        return before is None or bool(
            tokens[at].flags & CAPITAL
            or before.flags & (MARK | STOP)
            or before.end == tokens[at].start
        )
    if not (_starts_name(tokens[stop]) or _signs(line, tokens, stop, pack)):
        return False
    if before is None:
        return True
    if before.fold in ",:：" and not tokens[at].flags & CAPITAL and kind != "photo":
        return False
    return bool(before.fold in _OPENERS or before.fold in _CLOSERS or before.flags & STOP)


def _starts_name(token: Token) -> bool:
    return bool(token.flags & (CAPITAL | HANDLE | NUMBER)) or token.fold in '(©“"'


def _signs(line: str, tokens: list[Token], at: int, pack: Pack) -> bool:
    """Whether an agency in small letters follows, or a picture house within a few words."""
    if is_agency(line[tokens[at].start : tokens[at].end].rstrip("."), pack):
        return True
    return any(t.flags & STOCK for t in tokens[at : at + 4])


def _list_end(tokens: list[Token], at: int, following: int) -> int:
    """Index before which a list of people ends: a semicolon, its bracket's end, its sentence's."""
    depth = 0
    for k in range(at, following):
        token = tokens[k]
        if token.fold in ";；":
            return k
        if token.fold in _COLONS and k > at + 1:
            return _before_title(tokens, at, k)
        if token.fold in _CLOSERS:
            if depth == 0:
                return k
            depth -= 1
        elif token.flags & MARK and token.fold in "([<【（［〔{":
            depth += 1
        if token.flags & STOP:
            return k + 1
    return following


def _before_title(tokens: list[Token], at: int, colon: int) -> int:
    """Index before the words that a colon makes the title of another credit."""
    for k in range(colon - 1, at, -1):
        if tokens[k].fold in ",|/、，":
            return k
    return colon


def _sentence_start(line: str, tokens: list[Token], at: int) -> int:
    """Index of the first token of the sentence in which token ``at`` stands."""
    k = at
    while k > 0 and at - k < MAX_SENTENCE:
        before = tokens[k - 1]
        if before.flags & STOP or before.fold in _BREAKS:
            return k
        if not before.flags & LOWER and line[before.end - 1] in "!?…":
            return k
        k -= 1
    return k
