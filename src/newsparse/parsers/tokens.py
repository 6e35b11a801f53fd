"""Words and separators of a line, each with its place and what it can be.

In: a line. Out: ``Token`` tuples that the parsers of bylines and credits walk along. White space
separates and is no token; nothing is rewritten.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from newsparse.languages.words import common_words, given_names, surnames
from newsparse.parsers.lexicon import (
    CHUNK,
    COMMON,
    DATE,
    HEAD,
    JOIN,
    MONTH,
    NOISE,
    ORG,
    PREFIX,
    ROLE,
    SEPARATORS,
    Lexicon,
    Part,
    Phrase,
    Seen,
)

__all__ = [
    "CAPITAL",
    "EMAIL",
    "ENDING",
    "GIVEN",
    "HANDLE",
    "LOWER",
    "MARK",
    "NUMBER",
    "STOP",
    "UPPER",
    "Token",
    "match_phrase",
    "tokenise",
]

CAPITAL, UPPER, LOWER = 1 << 20, 1 << 21, 1 << 22
NUMBER, MARK, EMAIL, HANDLE = 1 << 23, 1 << 24, 1 << 25, 1 << 26
STOP, GIVEN, ENDING = 1 << 27, 1 << 29, 1 << 30
"""STOP: ends with a full stop that may end a sentence ("report.", not "Jr." or "T.R.").
GIVEN: a known given name; of a word with a hyphen its first part counts.
ENDING: a long word that ends like an organisation's ("Beispielverband")."""
MAX_SURNAME = 13
"""Letters above which a word that no list of surnames has is taken for one of prose."""
MIN_COMPOUND = 8
"""Letters above which a word's ending can make it an organisation."""

_ADDRESS = re.compile(r"[\w.+-]{1,64}+@[\w-]{1,64}+(?:\.[\w-]{1,64}+){1,6}+\.?")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]+")


class Token(NamedTuple):
    """One word or separator.

    Attributes:
        start: First code point in the line.
        end: End, exclusive.
        fold: Case folded, without a full stop at its end and without invisible characters.
        flags: What it can be: shape, and classes of the lexicon.
    """

    start: int
    end: int
    fold: str
    flags: int


MAX_SEEN = 20_000
"""Distinct chunks that a lexicon remembers; then it forgets all and begins again."""


def tokenise(line: str, lexicon: Lexicon, start: int = 0, end: int | None = None) -> list[Token]:
    """Split ``line[start:end]`` into words and separators; linear in its length."""
    seen = lexicon.seen
    new = tuple.__new__
    found: list[Token] = []
    every = 0
    for match in CHUNK.finditer(line, start, len(line) if end is None else end):
        text = match[0]
        parts = seen.get(text)
        if parts is None:
            if len(seen) >= MAX_SEEN:
                seen.clear()
            parts = seen[text] = _seen(text, lexicon)
        at = match.start()
        if len(parts) == 2:
            fold, flags = parts
            every |= flags
            found.append(new(Token, (at, at + len(text), fold, flags)))
            continue
        for first, last, fold, flags in parts[0]:
            every |= flags
            found.append(new(Token, (at + first, at + last, fold, flags)))
    if every & (MONTH | DATE):
        _settle_dates(found, every)
    return found


def _seen(text: str, lexicon: Lexicon) -> Seen:
    """Return what is remembered of a chunk: its word, folded, and flags; or its several parts."""
    endings = lexicon.pack.byline.organisation_endings
    parts = tuple(
        (first, last, fold, flags | ENDING)
        if len(fold) > MIN_COMPOUND and fold.endswith(endings)
        else (first, last, fold, flags)
        for first, last, fold, flags in _parts(text, lexicon.words)
    )
    if len(parts) == 1 and parts[0][1] == len(text):
        return parts[0][2], parts[0][3]
    return (parts,)


def _parts(text: str, words: dict[str, int]) -> tuple[Part, ...]:
    """Return what a chunk holds: mostly one word; more where words are glued."""
    if text[0] in _MARKS:
        return ((0, len(text), text, MARK),)
    if "@" in text:
        return _address(text, words)
    word = _word(text, 0, words)
    if not text.islower() and not word[3] & (UPPER | NUMBER | MARK):
        cut = _glued(text, words)
        if cut:
            return (_word(text[:cut], 0, words), _word(text[cut:], cut, words))
    return (word,)


_INNER = re.compile(r"(?<=[a-zß-ÿ])(?=[A-ZÀ-Þ][a-zß-ÿ])")
GLUED = PREFIX | NOISE | DATE | MONTH | ROLE | HEAD
"""What stands glued to a name where a page parts words by style only ("ExampleUpdated")."""


def _glued(text: str, words: dict[str, int]) -> int:
    """Offset at which two words are glued in one: "ByAda", "ExampleReporter"; 0 if they are not."""
    stop = text.rfind(".", 2, -2) + 1
    if stop and words.get(text[stop:].casefold(), 0) & NOISE and text[stop].isupper():
        return stop  # "…, sagte er.Foto: Ada Example"
    match = _INNER.search(text)
    if match is None:
        return 0
    cut = match.start()
    if words.get(text[cut:].rstrip(".:").casefold(), 0) & (GLUED & ~PREFIX):
        return cut
    return cut if words.get(text[:cut].casefold(), 0) & PREFIX else 0


SHORT_DATE = 3
"""Letters up to which a weekday or cue ("la", "on", "mar") counts only near a number."""


def _settle_dates(tokens: list[Token], every: int) -> None:
    """Say of each month and short weekday whether it is one: a number stands by it.

    Months are names as well ("May", "Marco", "Maio"), and of twenty languages.
    """
    numbered = every & NUMBER
    doubtful = [k for k, token in enumerate(tokens) if token[3] & (MONTH | DATE)]
    for k in doubtful:
        start, end, fold, flags = tokens[k]
        if flags & MONTH:
            dated = numbered and _beside_number(tokens, k)
            flags = flags | DATE if dated else flags & ~(DATE | MONTH)
            tokens[k] = Token(start, end, fold, flags)
        elif len(fold) <= SHORT_DATE or flags & GIVEN:
            near = tokens[max(0, k - SHORT_DATE) : k] + tokens[k + 1 : k + 1 + SHORT_DATE]
            if not any(t[3] & (NUMBER | DATE | MONTH) for t in near):
                tokens[k] = Token(start, end, fold, flags & ~DATE)


def _beside_number(tokens: list[Token], at: int) -> bool:
    """Whether a number stands beside a word, a small word or mark between them allowed."""
    for step in (-1, 1):
        k = at + step
        if not 0 <= k < len(tokens):
            continue
        if tokens[k].flags & NUMBER:
            return True
        small = tokens[k].flags & MARK or (
            tokens[k].flags & LOWER and not tokens[k].flags & PREFIX and len(tokens[k].fold) <= 2
        )
        if small and 0 <= k + step < len(tokens) and tokens[k + step].flags & NUMBER:
            return True
    return False


_MARKS = frozenset(re.sub(r"\\(.)", r"\1", SEPARATORS))
_BARE_DASH = frozenset(
    ("-", "--", "---", "----", "~", "*", "_", "__", "___", "=", "+", ">", "‐", "‑")
)
_CLOSERS = ".…!?'’‘”®™*"
_ABBREVIATIONS = frozenset(("jr", "sr", "dr", "prof", "st", "mr", "mrs", "ms", "co", "inc", "ltd"))


def _word(  # noqa: C901  # one branch a kind of word
    text: str, at: int, words: dict[str, int]
) -> Part:
    stop = at + len(text)
    if text in _BARE_DASH:
        return at, stop, text, MARK
    core = text if text.isalnum() else _INVISIBLE.sub("", text).strip(_CLOSERS + "(_")
    fold = core.casefold() or text
    first = core[:1]
    flags = words.get(fold, 0)
    if len(fold) == 1 and (first.isupper() or text[-1] == "."):
        flags &= JOIN  # an initial, whatever the letter means alone in some language
    if first.isdigit():
        flags |= NUMBER
    elif first.isupper():
        flags |= CAPITAL
        if len(core) > 1 and core.isupper():
            flags |= UPPER
    elif first.islower():
        flags |= LOWER
    elif first.isalpha():  # scripts without case
        flags |= CAPITAL
    else:
        flags |= MARK if not core else 0
    if fold in common_words() or (
        len(fold) > MAX_SURNAME and fold.isalpha() and fold not in surnames()
    ):
        flags |= COMMON
    names = given_names()
    if fold in names or ("-" in fold and fold.partition("-")[0] in names):
        flags |= GIVEN
    elif "-" in fold and flags & CAPITAL:  # "ZEIT-Korrespondentin", "Courier-Post"
        flags |= words.get(fold.rpartition("-")[2], 0) & (HEAD | ORG)
    if text[-1] in ".…!?" and len(core) > 1 and "." not in core and fold not in _ABBREVIATIONS:
        flags |= STOP
    return at, stop, fold, flags


def _address(text: str, words: dict[str, int]) -> tuple[Part, ...]:
    """Read an e-mail address, a handle, or a word with a handle glued to it."""
    if _ADDRESS.fullmatch(text):
        bare = text.rstrip(".")
        return ((0, len(bare), bare.casefold(), EMAIL),)
    found: list[Part] = []
    name, _, handle = text.partition("@")
    if name:
        found.append(_word(name, 0, words))
    if handle[:1].isalnum() or handle[:1] == "_":
        core = handle.rstrip(".!?'’")
        found.append((len(name), len(name) + 1 + len(core), core.casefold(), HANDLE))
    return tuple(found)


def match_phrase(
    tokens: list[Token], at: int, lexicon: Lexicon, classes: int
) -> tuple[int, Phrase | None]:
    """Read the longest phrase of the asked classes that opens at token ``at``.

    Returns:
        The index after its last word (and colon, where one is needed) and the phrase, or
        ``(at, None)``.
    """
    for phrase in lexicon.phrases.get(tokens[at].fold, ()):
        if not phrase.flag & classes:
            continue
        stop = at + len(phrase.words)
        if stop > len(tokens):
            continue
        if all(tokens[at + k].fold == w for k, w in enumerate(phrase.words) if k):
            if not phrase.colon:
                return stop, phrase
            if stop < len(tokens) and tokens[stop].fold in (":", "："):
                return stop + 1, phrase
    return at, None
