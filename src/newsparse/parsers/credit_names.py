"""Names in picture credits and source lines: ``Ada Example/dpa``, ``X via Y/Z``, ``Archiv X``.

In: the tokens behind a cue. Out: people and organisations as printed, and where they end. Such
lines are lists of short items; each item is a person's or an organisation's name, a pseudonym
beside a picture house, or words that name nobody ("archive", "CC BY 2.0").
"""

from __future__ import annotations

import re
from typing import NamedTuple

from newsparse.parsers.agencies import is_agency
from newsparse.parsers.credit_items import Item, Splitter
from newsparse.parsers.credit_words import CreditCues
from newsparse.parsers.drafts import clean_name
from newsparse.parsers.lexicon import (
    DATE,
    DROP,
    FUNCTION,
    HEAD,
    ORG,
    PARTICLE,
    ROLE,
    STOCK,
    Lexicon,
)
from newsparse.parsers.person import LIKELY, MAYBE, STRANGE, UNSURE, is_given, person_score
from newsparse.parsers.run_names import is_place, word_end
from newsparse.parsers.tokens import LOWER, MARK, NUMBER, UPPER, Token

__all__ = ["CreditNames", "credit_names"]

MIN_CODE = 4
"""Digits from which an item is a number of an archive."""
MAX_SIGN = 4
"""Letters of the initials an editor leaves behind an agency ("ino/dpa")."""
MAX_ACRONYM = 6
"""Letters of the longest word in capitals that is taken for an outlet."""

_DIGIT = re.compile(r"\d")
_EDGES = DROP | NUMBER | DATE | MARK
_LOOSE_ENDS = frozenset(",;/|&、，；│｜@©")
OWNER = "'s"
"""Stands for a separator where an outlet owns the name behind it."""
PERSON, OUTLET, NOBODY_NAMED = "person", "organisation", ""


class CreditNames(NamedTuple):
    """What a list named.

    Attributes:
        people: As printed, in order.
        organisations: As printed, in order.
        stop: Index of the token the list ends before.
        end: Offset in the line after the last thing that belongs to the list.
        whole: Whether the list ended at a mark or the end, not in the middle of words.
    """

    people: tuple[str, ...]
    organisations: tuple[str, ...]
    stop: int
    end: int
    whole: bool


def credit_names(
    line: str,
    tokens: list[Token],
    at: int,
    stop: int,
    lexicon: Lexicon,
    cues: CreditCues,
    *,
    source: bool = False,
) -> CreditNames:
    """Read the names of a picture credit or source line from tokens ``at`` to ``stop``.

    In a source line small words may stand in a name ("Store norske leksikon").
    """
    splitter = Splitter(line, tokens, at, stop, lexicon, loose=source)
    splitter.split()
    items: list[tuple[Item, str]] = []
    stocked = False
    owned = "'s" in line or "’s" in line
    for item in _owned(line, splitter.items) if owned else splitter.items:
        words = _trim(line, item, lexicon)
        if words:
            text = clean_name(line[words[0].start : word_end(line, words[-1])])
            if item.separator == OWNER:
                text = text[:-2]
            stocked = stocked or text.casefold() in cues.stock
            items.append((Item(words, item.separator), text))
    found = _Names(line, lexicon, cues, stocked=stocked)
    for item, text in items:
        found.add(item, text)
    last = splitter.at - 1
    while last > at and tokens[last].fold in _LOOSE_ENDS:
        last -= 1
    end = tokens[max(last, 0)].end
    return CreditNames(
        tuple(found.people), tuple(found.organisations), splitter.at, end, splitter.whole
    )


def _owned(line: str, items: list[Item]) -> list[Item]:
    """Part "EXAMPLE's Ada Sample" into the outlet and the person it lends."""
    found: list[Item] = []
    for item in items:
        cut = 0
        for k in range(1, len(item.words)):
            end = item.words[k - 1].end
            if line[end - 2 : end] in ("'s", "’s") and is_given(item.words[k]):
                cut = k
        if cut:
            found.append(Item(item.words[:cut], OWNER))
        found.append(Item(item.words[cut:], item.separator))
    return found


def _trim(line: str, item: Item, lexicon: Lexicon) -> list[Token]:
    """Cut words that name nobody off both ends of an item."""
    words = item.words
    if not (words[0][3] | words[-1][3]) & _EDGES:
        return words if len(words) < 2 else _inner(line, item, words, lexicon)
    while words and _empty(words[0]) and not (len(words) > 1 and words[1].flags & FUNCTION):
        words = words[1:]
    while words and (words[-1].flags & (DATE | MARK) or _empty(words[-1])):
        words = words[:-1]
    return words if len(words) < 2 else _inner(line, item, words, lexicon)


def _inner(line: str, item: Item, words: list[Token], lexicon: Lexicon) -> list[Token]:
    """Cut desks and jobs out of an item of several words."""
    first = words[0]
    if item.separator and first.flags & LOWER and not first.flags & (STOCK | ORG | PARTICLE):
        return []  # "eigene Berechnungen"
    desk = words[1].flags & ROLE and all(t.flags & ROLE for t in words[1:])
    if desk and is_agency(line[first.start : first.end], lexicon.pack):
        return words[:1]  # "dpa Sport": a desk of the agency
    if len(words) > 2 and any(t.flags & HEAD for t in words):
        return [t for t in words if not t.flags & (ROLE | HEAD)] or words
    return words


def _empty(token: Token) -> bool:
    """Whether a word at an end of an item names nobody: "archive", a number."""
    flags = token.flags
    if not flags & (DROP | NUMBER) or flags & STOCK:
        return False
    return bool(flags & DROP) or token.fold.isdigit()


class _Names:
    """Sorts items into people and organisations, in order."""

    __slots__ = ("cues", "lexicon", "line", "organisations", "people", "stocked")

    def __init__(self, line: str, lexicon: Lexicon, cues: CreditCues, *, stocked: bool) -> None:
        self.line = line
        self.lexicon = lexicon
        self.cues = cues
        self.stocked = stocked
        self.people: list[str] = []
        self.organisations: list[str] = []

    def add(self, item: Item, text: str) -> None:
        """Add the name of an item where it belongs."""
        kind = self._kind(item, text)
        if kind == PERSON:
            if text not in self.people:
                self.people.append(text)
        elif kind == OUTLET and text not in self.organisations:
            # a bracket may repeat the name before it in short: "Example Society (ES)"
            short = item.separator == "(" and text.isupper() and " " not in text
            if not (short and self.organisations):
                self.organisations.append(text)

    def _kind(self, item: Item, text: str) -> str:
        words = item.words
        pack = self.lexicon.pack
        if self.stocked and text.casefold() in self.cues.stock:
            return OUTLET
        if item.separator == "," and is_place(text, self.lexicon) and not is_agency(text, pack):
            return NOBODY_NAMED
        if not text.isalpha() and len(_DIGIT.findall(text)) >= MIN_CODE:
            return NOBODY_NAMED
        score = person_score(self.line, words, self.lexicon)
        if len(words) == 1:
            return self._single(words[0], text, score, item.separator)
        if score >= LIKELY:
            return PERSON
        if score < MAYBE or (words[0].flags & LOWER and not self.stocked):
            return OUTLET
        if score == UNSURE and not item.separator:
            return PERSON
        if self.people or item.separator == "via":
            return PERSON if item.separator == "and" and score >= STRANGE else OUTLET
        return PERSON if score >= STRANGE or self.stocked else OUTLET

    def _single(self, token: Token, text: str, score: float, separator: str) -> str:
        """Say what a lone word is: mostly an outlet; beside a picture house a pseudonym."""
        if is_agency(text, self.lexicon.pack):
            return OUTLET
        if score >= LIKELY and not token.flags & UPPER:
            return PERSON
        capitals = token.flags & UPPER and len(text) <= MAX_ACRONYM
        if token.flags & (ORG | STOCK) or capitals or "." in text:
            return OUTLET
        if token.flags & LOWER and len(text) <= MAX_SIGN:
            return OUTLET if separator == "/" and len(text) > 2 else NOBODY_NAMED
        return PERSON if self.stocked and not self.people else OUTLET
