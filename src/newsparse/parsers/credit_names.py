"""Names in picture credits and source lines: ``Ada Example/dpa``, ``X via Y/Z``, ``Archiv Beispiel``.

In: the tokens behind a cue. Out: people and organisations as printed, and where they end. Such
lines are lists of short items; each item is a person's or an organisation's name, a pseudonym
beside a picture house, or words that name nobody ("archive", "CC BY 2.0").
"""

from __future__ import annotations

from typing import NamedTuple

from newsparse.parsers.agencies import is_agency
from newsparse.parsers.credit_words import CreditCues
from newsparse.parsers.drafts import clean_name
from newsparse.parsers.lexicon import (
    DATE,
    DROP,
    FUNCTION,
    HEAD,
    JOIN,
    LINK,
    NOISE,
    ORG,
    PARTICLE,
    ROLE,
    STOCK,
    Lexicon,
)
from newsparse.parsers.person import LIKELY, MAYBE, STRANGE, is_given, person_score
from newsparse.parsers.run_names import is_place
from newsparse.parsers.tokens import (
    CAPITAL,
    EMAIL,
    HANDLE,
    LOWER,
    MARK,
    NUMBER,
    STOP,
    UPPER,
    Token,
    match_phrase,
)

__all__ = ["CreditNames", "credit_names"]

LISTED = frozenset(",/;|│｜、，；")
OPENING = {"(": ")", "[": "]", "（": "）", "【": "】", "<": ">", "＜": "＞"}
PASSED = frozenset('©ⓒ@"“”„«»')
"""Marks inside an item that are no part of its name."""
MAX_ITEM = 8
"""Words of the longest item; more are a sentence."""
MIN_CODE = 4
"""Digits from which an item is a number of an archive."""
MAX_LOOSE = 5
"""Words of the longest name with small words in a source line."""
MAX_SIGN = 4
"""Letters of the initials an editor leaves behind an agency ("ino/dpa")."""


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


class _Item(NamedTuple):
    words: list[Token]
    separator: str


class _Splitter:
    """Cuts tokens into items."""

    __slots__ = (
        "at",
        "current",
        "items",
        "lexicon",
        "line",
        "loose",
        "separator",
        "stop",
        "tokens",
        "whole",
    )

    def __init__(
        self, line: str, tokens: list[Token], at: int, stop: int, lexicon: Lexicon, *, loose: bool
    ) -> None:
        self.loose = loose
        self.line = line
        self.tokens = tokens
        self.at = at
        self.stop = stop
        self.lexicon = lexicon
        self.items: list[_Item] = []
        self.current: list[Token] = []
        self.separator = ""
        self.whole = True

    def split(self) -> None:
        while self.at < self.stop:
            token = self.tokens[self.at]
            if token.flags & MARK:
                if not self._mark(token):
                    break
            elif not self._word(token):
                break
        self._flush("")

    def _flush(self, separator: str) -> None:
        if self.current:
            self.items.append(_Item(self.current, self.separator))
            self.current = []
        self.separator = separator

    def _mark(self, token: Token) -> bool:
        mark = token.fold
        self.at += 1
        if mark in LISTED:
            self._flush(mark)
        elif mark in OPENING:
            if self.at + 1 < self.stop and self.tokens[self.at].fold == "c":
                self.at += 2  # "(c)"
            else:
                self._flush("(")
        elif mark in OPENING.values():
            self._flush("")
        elif mark == "&":
            self._ampersand(token)
        elif mark in "+-" and self.current and self.at < self.stop:
            spaced = token.start > self.current[-1].end and self.tokens[self.at].start > token.end
            if mark == "-" and spaced:
                self.at -= 1
                return False
            self.current.append(token)
        elif mark in ":：":
            self.current = []  # the words before it open another credit
            self.at -= 1
            return False
        elif mark not in PASSED:
            self.at -= 1
            return False
        return True

    def _ampersand(self, token: Token) -> None:
        if self.current and person_score(self.line, self.current, self.lexicon) >= LIKELY:
            self._flush("and")
        elif self.current:
            self.current.append(token)

    def _word(self, token: Token) -> bool:
        flags = token.flags
        fold = token.fold
        if fold in self.lexicon.phrases and self._phrase():
            return True
        if flags & (EMAIL | HANDLE):
            self._flush("")
            self.at += 1
            return True
        if flags & JOIN and self._joins(token):
            self._flush("and")
            self.at += 1
            return True
        if flags & LINK and self._links():
            self._flush("via")
            self.at += 1
            return True
        if flags & NUMBER and fold[-1].isdigit() and not (self.current and fold.isdigit()):
            self._flush("")
            self.at += 1
            return True
        if flags & NOISE and not flags & (DROP | STOCK) and not is_given(token):
            if not (self.current and flags & CAPITAL):
                self.whole = bool(self.current or self.items)
                return False
        if flags & LOWER and not self._small(token):
            self.whole = False
            return False
        self.current.append(token)
        self.at += 1
        if flags & STOP or len(self.current) > MAX_ITEM:
            self.whole = bool(flags & STOP)
            return False
        return True

    def _phrase(self) -> bool:
        """Take a picture house or dropped words of several words whole; end at a page's words."""
        wanted = STOCK | DROP | LINK | NOISE
        stop, phrase = match_phrase(self.tokens, self.at, self.lexicon, wanted)
        if phrase is None or stop > self.stop:
            return False
        if phrase.flag == NOISE:
            self._flush("")
            self.stop = self.at
            return True
        if phrase.flag & STOCK:
            if self.current:
                self.current.extend(self.tokens[self.at : stop])
            else:
                self._flush(self.separator)
                self.current = list(self.tokens[self.at : stop])
        elif phrase.flag & LINK:
            self._flush("via")
        else:
            self._flush("")
        self.at = stop
        return True

    def _joins(self, token: Token) -> bool:
        if token.flags & CAPITAL and token.end - token.start < 3:
            return False
        following = self.tokens[self.at + 1] if self.at + 1 < self.stop else None
        if following is None or not self.current:
            return following is not None
        organised = any(t.flags & ORG for t in self.current)
        return not organised or is_given(following) or bool(following.flags & (STOCK | UPPER))

    def _links(self) -> bool:
        if not self.current:
            return True
        token = self.tokens[self.at]
        following = self.tokens[self.at + 1] if self.at + 1 < self.stop else None
        if following is None:
            return False
        if token.flags & PARTICLE and len(self.current) < 2:
            return not following.flags & CAPITAL
        if not token.flags & FUNCTION or following.flags & STOCK:
            return True
        return person_score(self.line, self.current, self.lexicon) >= LIKELY

    def _small(self, token: Token) -> bool:
        """Whether a word in small letters can stand in an item."""
        flags = token.flags
        if flags & (PARTICLE | DROP | STOCK | ORG):
            return True
        if not self.current:
            return not flags & FUNCTION or bool(flags & LINK)
        if self.loose and len(self.current) < MAX_LOOSE:
            return True
        following = self.tokens[self.at + 1] if self.at + 1 < self.stop else None
        if not flags & (FUNCTION | LINK) or following is None or following.flags & LOWER:
            return False
        return person_score(self.line, self.current, self.lexicon) < LIKELY


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
    splitter = _Splitter(line, tokens, at, stop, lexicon, loose=source)
    splitter.split()
    items = [trimmed for item in splitter.items if (trimmed := _trim(line, item, lexicon))]
    texts = [_text(line, item.words) for item in items]
    stocked = any(t.casefold() in cues.stock for t in texts)
    people: list[str] = []
    organisations: list[str] = []
    for item, text in zip(items, texts, strict=True):
        kind = _kind(line, item, text, lexicon, cues, stocked=stocked, people=people)
        if kind == "person":
            people.append(text)
        elif kind == "organisation" and not _short_form(text, organisations, item.separator):
            organisations.append(text)
    end = tokens[splitter.at - 1].end if splitter.at > at else tokens[max(at - 1, 0)].end
    return CreditNames(
        tuple(dict.fromkeys(people)),
        tuple(dict.fromkeys(organisations)),
        splitter.at,
        end,
        splitter.whole,
    )


def _trim(line: str, item: _Item, lexicon: Lexicon) -> _Item | None:
    """Cut words that name nobody off both ends of an item."""
    words = item.words
    while words and _empty(words[0]) and not (len(words) > 1 and words[1].flags & FUNCTION):
        words = words[1:]
    while words and (_empty(words[-1]) or words[-1].flags & (DATE | MARK)):
        words = words[:-1]
    if len(words) > 1 and words[0].flags & LOWER and not words[0].flags & (STOCK | ORG | PARTICLE):
        if item.separator:
            return None  # "eigene Berechnungen"
    if len(words) > 1 and is_agency(_text(line, words[:1]), lexicon.pack):
        if all(t.flags & ROLE for t in words[1:]):
            words = words[:1]  # "dpa Sport": a desk of the agency
    roles = any(t.flags & HEAD for t in words) and len(words) > 2
    if roles:
        words = [t for t in words if not t.flags & (ROLE | HEAD)] or words
    return _Item(words, item.separator) if words else None


def _empty(token: Token) -> bool:
    """Whether a word at an end of an item names nobody: "archive", a number."""
    if token.flags & STOCK:
        return False
    return bool(token.flags & DROP) or (bool(token.flags & NUMBER) and token.fold.isdigit())


def _text(line: str, words: list[Token]) -> str:
    end = words[-1].end
    if words[-1].flags & STOP:
        while end > words[0].start + 1 and line[end - 1] in ".…!?":
            end -= 1
    return clean_name(line[words[0].start : end])


def _kind(
    line: str,
    item: _Item,
    text: str,
    lexicon: Lexicon,
    cues: CreditCues,
    *,
    stocked: bool,
    people: list[str],
) -> str:
    """Say of an item whether it is a ``person``, an ``organisation`` or ``""``."""
    words = item.words
    if text.casefold() in cues.stock or is_agency(text, lexicon.pack):
        return "organisation"
    if is_place(text, lexicon) and item.separator == ",":
        return ""
    if sum(c.isdigit() for c in text) >= MIN_CODE:
        return ""
    score = person_score(line, words, lexicon)
    if len(words) == 1:
        return _single(
            words[0], text, score, stocked=stocked, alone=not people, after=item.separator
        )
    if score >= LIKELY:
        return "person"
    if score < MAYBE or words[0].flags & LOWER and not stocked:
        return "organisation"
    if people or item.separator == "via":
        return "person" if item.separator == "and" and score >= STRANGE else "organisation"
    return "person" if score >= STRANGE or stocked else "organisation"


def _single(
    token: Token, text: str, score: float, *, stocked: bool, alone: bool, after: str
) -> str:
    if score >= LIKELY and not token.flags & UPPER:
        return "person"
    if token.flags & (ORG | STOCK) or (token.flags & UPPER and len(text) < 7) or "." in text:
        return "organisation"
    if token.flags & LOWER and len(text) <= MAX_SIGN:
        return "organisation" if after == "/" and len(text) > 2 else ""
    return "person" if alone and stocked else "organisation"


def _short_form(text: str, organisations: list[str], separator: str) -> bool:
    """Whether a bracket repeats the name before it in short ("Example Society (ES)")."""
    return separator == "(" and bool(organisations) and text.isupper() and " " not in text
