"""Paragraphs as sentences of words, punctuation and marked runs.

In: a paragraph with its marked runs. Out: sentences, each a list of tokens; a marked run is one
token, because whatever stands inside it is somebody else's grammar. Offsets are code points.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from newsparse.parsers.cues import Lexicon
from newsparse.parsers.quote_marks import Paragraph, Run

__all__ = [
    "PUNCT",
    "RUN",
    "WORD",
    "Sentence",
    "Token",
    "last_sign",
    "sentences",
    "starts_upper",
    "words_between",
]

WORD, PUNCT, RUN = "w", "p", "r"

_ACCENTS = (
    r"[\u0300-\u036f\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f"
    r"\u0951-\u0957\u0962\u0963]"
)
_WORD = rf"[^\W_]++(?:{_ACCENTS}++[^\W_]*+)*+"
_SIGNS = frozenset(".!?…。！？:;,،؛؟，：；、()[]—–―-・¿¡")
_GLUED = r"(?<=[a-zà-öø-ÿ]{3}\.)[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ]"
"""A sentence that begins without a space behind the last one ("gesagt.Als")."""
_TOKEN = re.compile(
    rf"{_WORD}(?:(?:['’‘·&/_\-‑$]|\.(?!{_GLUED}))(?=[^\W_]){_WORD})*+|[.!?…。！？:;,،؛؟，：；、()\[\]—–―\-・¿¡]"
)
_FINAL = frozenset(".!?…。！？؟")
_ENDS = _FINAL | {""}
"""What a token that may end a sentence reads; a run reads ""."""
_SENTENCE_OPENERS = frozenset("([—–―-¿¡")
_ABBREVIATIONS = frozenset(
    [
        "inc",
        "co",
        "corp",
        "ltd",
        "bros",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sept",
        "sep",
        "oct",
        "nov",
        "dec",
        "no",
        "vs",
        "etc",
        "al",
        "u.s",
        "u.k",
        "d.c",
        "st",
        "ave",
        "rd",
        "mt",
        "ft",
        "dept",
        "univ",
        "approx",
        "z.b",
        "bzw",
        "ca",
        "nr",
        "str",
        "usw",
        "u.a",
        "d.h",
        "p.m",
        "a.m",
        "jr",
        "ph.d",
    ]
)
"""Words whose full stop does not end a sentence. Titles of the pack come on top."""


class Token(NamedTuple):
    """A word, a punctuation sign or a marked run.

    ``low`` is the word case folded, the sign itself, or "" for a run; ``cap`` tells whether a word
    begins with a capital; ``run`` is the run's number in its paragraph, else -1.
    """

    kind: str
    start: int
    end: int
    low: str
    cap: bool = False
    run: int = -1


class Sentence(NamedTuple):
    """A sentence: its tokens (at least one) and the number of its paragraph."""

    tokens: list[Token]
    paragraph: int

    @property
    def start(self) -> int:
        """First code point."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """Code point behind the last."""
        return self.tokens[-1].end


def starts_upper(text: str, run: Run) -> bool:
    """Whether the first letter inside a run is a capital or of a script without case."""
    for at in range(run.inner, min(run.inner_end, run.inner + 12)):
        if text[at].isalnum():
            return not text[at].islower()
    return False


def last_sign(text: str, run: Run) -> str:
    """The last character inside a run, closing marks of inner quotes left out; "" if none."""
    at = run.inner_end
    while at > run.inner and (text[at - 1].isspace() or text[at - 1] in "'’”»›\"“"):
        at -= 1
    return text[at - 1] if at > run.inner else ""


def sentences(text: str, paragraph: Paragraph, number: int, lexicon: Lexicon) -> list[Sentence]:
    """Cut a paragraph into sentences of tokens. Linear in its length."""
    tokens = _tokens(text, paragraph, lexicon)
    found: list[Sentence] = []
    first = 0
    last = len(tokens) - 1
    for at in [i for i, token in enumerate(tokens) if token[3] in _ENDS]:
        if at == last:
            break
        if _breaks(text, paragraph, tokens, at, tokens[at], tokens[at + 1], lexicon):
            found.append(Sentence(tokens[first : at + 1], number))
            first = at + 1
    if first <= last:
        found.append(Sentence(tokens[first:], number))
    return found


def words_between(text: str, start: int, end: int, lexicon: Lexicon) -> list[Token]:
    """Words and punctuation of a stretch, marks left out."""
    found: list[Token] = []
    _words(text, start, end, lexicon, found)
    return found


def _tokens(text: str, paragraph: Paragraph, lexicon: Lexicon) -> list[Token]:
    found: list[Token] = []
    at = paragraph.start
    for number, run in enumerate(paragraph.runs):
        _words(text, at, run.start, lexicon, found)
        found.append(Token(RUN, run.start, run.end, "", run=number))
        at = run.end
    _words(text, at, paragraph.end, lexicon, found)
    return found


def _words(text: str, start: int, end: int, lexicon: Lexicon, found: list[Token]) -> None:
    glues = lexicon.glues
    make, add, find = tuple.__new__, found.append, text.find  # the hot loop
    behind = start
    for word in _TOKEN.findall(text, start, end):
        at = find(word, behind)
        behind = at + len(word)
        if word in _SIGNS:
            add(make(Token, (PUNCT, at, behind, word, False, -1)))
            continue
        low = word.casefold()
        if glues and ("'" in low or "’" in low or "-" in low):
            at = _unglue(text, at, behind, low, lexicon, found)
            if at == behind:
                continue
            low = text[at:behind].casefold()
        add(make(Token, (WORD, at, behind, low, text[at].isupper(), -1)))


def _unglue(text: str, at: int, behind: int, low: str, lexicon: Lexicon, found: list[Token]) -> int:
    """Split off ``l'`` and ``-t-il``; return where the rest begins (its end if all is done)."""
    while True:
        cut = next((i for i, c in enumerate(low[:6]) if c in "'’"), -1)
        if cut < 1 or low[:cut] not in lexicon.elisions:
            break
        found.append(Token(WORD, at, at + cut + 1, low[: cut + 1], text[at].isupper()))
        at += cut + 1
        low = low[cut + 1 :]
    for clitic in lexicon.clitics:
        if low.endswith(clitic) and len(low) > len(clitic):
            middle = behind - len(clitic)
            found.append(Token(WORD, at, middle, low[: -len(clitic)], text[at].isupper()))
            pronoun = clitic.rpartition("-")[2]
            found.append(Token(WORD, behind - len(pronoun), behind, pronoun))
            return behind
    return at


def _breaks(  # noqa: C901, PLR0911  # each return has one reason
    text: str,
    paragraph: Paragraph,
    tokens: list[Token],
    at: int,
    token: Token,
    following: Token,
    lexicon: Lexicon,
) -> bool:
    """Whether a sentence ends with ``token``."""
    if token.kind == RUN:
        run = paragraph.runs[token.run]
        last = last_sign(text, run)
        if last not in _FINAL or not last:
            return False
        if following.kind == RUN:
            return True
        if following.kind == PUNCT:
            return following.low in _SENTENCE_OPENERS and following.low not in "—–―-"
        if not following.cap and not following.low[0].isdigit():
            return False
        return not _frame_follows(tokens, at + 1, lexicon, sure=last != ".")
    if token.kind != PUNCT or token.low not in _FINAL:
        return False
    if following.kind == PUNCT:
        return following.low in _SENTENCE_OPENERS and following.start > token.end
    if following.kind == WORD and following.low[0].islower() and not following.cap:
        return False
    glued = following.start == token.end
    if token.low != "." or at == 0 or (glued and not _is_glued(text, token.end)):
        return following.start > token.end or not lexicon.spaced
    before = tokens[at - 1]
    if before.kind != WORD or before.end != token.start:
        return True
    if before.low.isdigit() and following.low in lexicon.days:
        return False  # "am 20. Juli"
    short = len(before.low) == 1 and before.cap and not before.low.isdigit()
    return not (short or before.low in _ABBREVIATIONS or before.low in lexicon.abbreviations)


def _is_glued(text: str, at: int) -> bool:
    """Whether a sentence begins at ``at`` right behind the full stop of another."""
    before, after = text[max(0, at - 4) : at - 1], text[at : at + 2]
    return before.isalpha() and before.islower() and len(after) > 1 and after.istitle()


def _frame_follows(tokens: list[Token], at: int, lexicon: Lexicon, *, sure: bool) -> bool:
    """Whether ``NAME said`` or ``said NAME`` opens at ``at``, so the sentence goes on."""
    for place in range(at, min(at + 8, len(tokens))):
        token = tokens[place]
        if token.kind != WORD:
            return False
        if lexicon.cue_at(tokens, place):
            if sure:
                return True
            following = tokens[place + 1] if place + 1 < len(tokens) else None
            if following is None or following.kind != WORD:
                return True
            return place - at <= 2 and following.low in lexicon.stops | lexicon.links
    return False
