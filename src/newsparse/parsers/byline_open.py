"""Where a byline opens: "By", "Written by:", "Ein Artikel von", also behind a date or a bar.

In: the tokens of a line. Out: the places at which names may begin, in printed order.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from newsparse.parsers.credit_words import Cue, credit_cues
from newsparse.parsers.lexicon import DATE, NOISE, PREFIX, Lexicon
from newsparse.parsers.person import is_given
from newsparse.parsers.tokens import LOWER, MARK, NUMBER, Token, match_phrase

__all__ = ["Opening", "is_cued", "openings", "other_credits"]

MAX_LEAD = 4
"""Words before a phrase that opens a byline ("Blog Beitrag von"), small or not."""
MIN_SURE = 4
"""Letters of a prefix that is believed without a colon; "by", "von", "di" also open sentences."""

_OWN_KINDS = frozenset(("writing", "reporting"))
"""Kinds of credit that are bylines as well; behind others ("photo by") no author stands."""
_FREE = MARK | NUMBER | DATE | NOISE
_COLONS = frozenset((":", "："))


class Opening(NamedTuple):
    """One place.

    Attributes:
        start: Index of the prefix's first token.
        names: Index of the first token of the names.
        sure: Whether the prefix is a phrase, a longer word, or has a colon.
    """

    start: int
    names: int
    sure: bool


def openings(tokens: list[Token], words: Lexicon, *, expected: bool = False) -> Iterator[Opening]:
    """Find prefixes at the start, behind separators and dates, or as whole phrases anywhere.

    In a line known as a byline ``by`` opens it behind a word or two as well ("News by Ada
    Example").
    """
    openers = words.openers
    free = True
    for k, (_, _, fold, flags) in enumerate(tokens):
        if fold in openers and (free or flags & LOWER or k < MAX_LEAD):
            led = expected and k < MAX_LEAD and k + 1 < len(tokens) and is_given(tokens[k + 1])
            stop, sure = _prefix(tokens, k, words, anywhere=not free and not led)
            if stop > k and not (k and _other_credit(tokens, k, words)):
                if stop < len(tokens) and tokens[stop].fold == tokens[stop - 1].fold:
                    stop += 1  # "Written by by Ada Example": a page prints its word and ours
                if stop < len(tokens):
                    yield Opening(k, stop, sure)
        free = flags & _FREE != 0


def other_credits(tokens: list[Token], words: Lexicon) -> list[int]:
    """Find where "reviewed by", "Foto:" and the like begin: who is named behind them signs not."""
    cues = credit_cues(words.pack)
    others = cues.others
    return [
        k
        for k, token in enumerate(tokens)
        if token[2] in others and any(is_cued(tokens, k, cue) for cue in others[token[2]])
    ]


def _prefix(tokens: list[Token], at: int, words: Lexicon, *, anywhere: bool) -> tuple[int, bool]:
    """Index after a prefix at ``at`` and whether it is sure; ``at`` if there is none."""
    stop, sure = at, False
    if tokens[at].fold in words.phrases:
        stop, phrase = match_phrase(tokens, at, words, PREFIX)
        sure = phrase is not None
    if stop == at and tokens[at].flags & PREFIX and not anywhere:
        stop, sure = at + 1, len(tokens[at].fold) >= MIN_SURE
    if stop == at:
        return at, False
    if stop < len(tokens) and tokens[stop].fold in _COLONS:
        return stop + 1, True
    return stop, sure


def is_cued(tokens: list[Token], at: int, cue: Cue) -> bool:
    """Whether a credit's cue stands at ``at``, with its colon where it needs one."""
    stop = at + len(cue.words)
    if stop > len(tokens) or (cue.colon and stop == len(tokens)):
        return False
    if any(tokens[at + i].fold != w for i, w in enumerate(cue.words) if i):
        return False
    return not cue.colon or tokens[stop].fold in _COLONS


def _other_credit(tokens: list[Token], at: int, words: Lexicon) -> bool:
    """Whether the word at ``at`` belongs to "photo by", "edited by": a credit, no author."""
    starts = credit_cues(words.pack).starts
    for back in (1, 2):
        group = starts.get(tokens[at - back].fold) if at >= back else None
        if group is None:
            continue
        for cue in group.longer.get(tokens[at - back + 1].fold, ()):
            inside = len(cue.words) > back and not cue.colon and cue.kind not in _OWN_KINDS
            if inside and is_cued(tokens, at - back, cue):
                return True
    return False
