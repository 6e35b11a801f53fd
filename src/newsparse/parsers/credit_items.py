"""Items of a picture credit: what stands between slashes, commas, bars and words such as "via".

In: the tokens behind a cue. Out: runs of words, each with what stood before it, and where the list
ends: at a page's own words, at a sentence's small words, at another credit's colon.
"""

from __future__ import annotations

from typing import NamedTuple

from newsparse.parsers.lexicon import (
    DROP,
    FUNCTION,
    JOIN,
    LINK,
    NOISE,
    ORG,
    PARTICLE,
    STOCK,
    Lexicon,
)
from newsparse.parsers.person import LIKELY, is_given, person_score
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

__all__ = ["Item", "Splitter"]

LISTED = frozenset(",/;|│｜、，；")
OPENING = {"(": ")", "[": "]", "（": "）", "【": "】", "<": ">", "＜": "＞"}
PASSED = frozenset('©ⓒ@"“”„«»')
"""Marks inside an item that are no part of its name."""
MAX_ITEM = 8
"""Words of the longest item; more are a sentence."""
MAX_LOOSE = 5
"""Words of the longest name with small words in a source line."""


_SPECIAL = MARK | EMAIL | HANDLE | JOIN | LINK | NUMBER | NOISE | LOWER | STOP
"""What needs a closer look at a word; all others belong to the item that is read."""
_CLOSING = frozenset(OPENING.values())


class Item(NamedTuple):
    """Words of one item and the mark or link before it."""

    words: list[Token]
    separator: str


class Splitter:
    """Cuts tokens into items.

    Attributes:
        items: What was found.
        at: Index of the token it ended before.
        whole: Whether it ended at a mark or the end, not in the middle of words.
    """

    __slots__ = (
        "at",
        "current",
        "depth",
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
        self.depth = 0
        self.line = line
        self.tokens = tokens
        self.at = at
        self.stop = stop
        self.lexicon = lexicon
        self.items: list[Item] = []
        self.current: list[Token] = []
        self.separator = ""
        self.whole = True

    def split(self) -> None:
        """Walk along the tokens until the list ends."""
        tokens, phrases = self.tokens, self.lexicon.phrases
        while self.at < self.stop:
            token = tokens[self.at]
            flags = token[3]
            if not flags & _SPECIAL and token[2] not in phrases and len(self.current) < MAX_ITEM:
                self.current.append(token)  # most words: capitals that mean nothing else
                self.at += 1
            elif flags & MARK:
                if not self._mark(token):
                    break
            elif not self._word(token):
                break
        self._flush("")

    def _flush(self, separator: str) -> None:
        if self.current:
            self.items.append(Item(self.current, self.separator))
            self.current = []
        self.separator = separator

    def _mark(self, token: Token) -> bool:  # noqa: C901  # one branch a kind of mark
        mark = token.fold
        self.at += 1
        if mark in LISTED:
            self._flush(mark)
        elif mark in OPENING:
            if self.at + 1 < self.stop and self.tokens[self.at].fold == "c":
                self.at += 2  # "(c)"
            else:
                self.depth += 1
                self._flush("(")
        elif mark in _CLOSING:
            if not self.depth:
                self.at -= 1
                return False  # the bracket that the credit stands in ends
            self.depth -= 1
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
        noise = flags & NOISE and not flags & (DROP | STOCK) and not is_given(token)
        if noise and not (self.current and flags & CAPITAL):
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
