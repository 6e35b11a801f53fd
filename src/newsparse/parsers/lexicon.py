"""What the words of a pack can be, ready to be asked word by word.

A pack lists words and phrases by class; here they become one dictionary from a word to a set of
flags, and one from the first word of a phrase to the phrases it opens. Kept per pack.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from newsparse.languages.schema import Pack

__all__ = [
    "AFFILIATION",
    "CHUNK",
    "COMMON",
    "DATE",
    "DEGREE",
    "DROP",
    "FUNCTION",
    "HEAD",
    "JOIN",
    "JUNIOR",
    "LINK",
    "MONTH",
    "NOBODY",
    "NOISE",
    "ORG",
    "PARTICLE",
    "PLACE",
    "PREFIX",
    "ROLE",
    "SEPARATORS",
    "STOCK",
    "TITLE",
    "WITH",
    "Lexicon",
    "Phrase",
    "lexicon",
    "needs_colon",
    "phrase_words",
]

PREFIX, COMMON, JOIN, WITH = 1, 2, 4, 8
ROLE, HEAD, NOBODY, PLACE = 16, 32, 64, 128
AFFILIATION, PARTICLE, JUNIOR, TITLE = 256, 512, 1024, 2048
ORG, NOISE, DATE, FUNCTION = 4096, 8192, 16384, 32768
DEGREE, DROP, MONTH, LINK, STOCK = 1 << 16, 1 << 17, 1 << 18, 1 << 19, 1 << 28


Part = tuple[int, int, str, int]
"""A word inside its chunk: start, end, folded, flags."""
Seen = tuple[str, int] | tuple[tuple[Part, ...]]
"""What is remembered of a chunk: its one word, folded, with flags; or its parts."""


class Phrase(NamedTuple):
    """Several words of one class.

    Attributes:
        words: Its words, case folded, without full stops at their ends.
        flag: Its class.
        colon: Whether a colon must follow.
    """

    words: tuple[str, ...]
    flag: int
    colon: bool = False


class Lexicon:
    """Flags of single words, and phrases by their first word, the longest first.

    Attributes:
        words: Word to flags.
        phrases: First word to phrases of two or more words, or with a colon.
        openers: First words of what opens a byline.
        links: Small words inside dates ("on", "am").
        breakers: First words of phrases that end a name or join two.
        pack: The pack it was made from.
        places: Places and regions of the pack, beside the list all languages share.
        seen: What chunks of earlier lines were read as; a bounded memory of pure results.
    """

    __slots__ = ("breakers", "links", "openers", "pack", "phrases", "places", "seen", "words")

    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        self.places = frozenset((*pack.dateline.places, *pack.dateline.regions))
        self.links = frozenset(pack.dates.skip)
        self.seen: dict[str, Seen] = {}
        self.words: dict[str, int] = {}
        found: dict[str, list[Phrase]] = {}
        for flag, entries in _classes(pack):
            for entry in entries:
                words = phrase_words(entry)
                if not words:
                    continue
                if len(words) == 1 and not needs_colon(entry):
                    self.words[words[0]] = self.words.get(words[0], 0) | flag
                else:
                    found.setdefault(words[0], []).append(Phrase(words, flag, needs_colon(entry)))
        self.phrases: dict[str, tuple[Phrase, ...]] = {
            first: tuple(sorted(set(group), key=lambda p: (-len(p.words), p)))
            for first, group in found.items()
        }
        self.breakers = frozenset(
            first
            for first, group in self.phrases.items()
            if any(p.flag & (WITH | NOISE) for p in group)
        )
        self.openers = frozenset(phrase_words(entry)[0] for entry in pack.byline.prefixes)
        for word in _words_of(pack.byline.roles):
            self.words[word] = self.words.get(word, 0) | ROLE


SEPARATORS = r",;:|•·⋅/&()\[\]<>{}—–―→【】（）〔〕［］＜＞、，；：・●／│｜■▪►«»„“”\"©ⓒ"
"""Characters that are words of their own, as the inside of a pattern's brackets."""
CHUNK = re.compile(rf"[^\s{SEPARATORS}-]++(?:-(?!-)[^\s{SEPARATORS}-]*+)*+|[{SEPARATORS}]|--+|-")


def phrase_words(entry: str) -> tuple[str, ...]:
    """Split an entry of a pack as lines are split: folded, no full stop or colon at an end."""
    words = tuple(w.rstrip(".").casefold() or w for w in CHUNK.findall(entry))
    return words[:-1] if needs_colon(entry) else words


def needs_colon(entry: str) -> bool:
    """Whether an entry of a pack counts only with the colon it ends in."""
    return entry.rstrip()[-1:] in (":", "：")


def _words_of(entries: Iterable[str]) -> set[str]:
    """Words of longer entries that are more than link words: each may stand in a new job title."""
    words = {w for entry in entries for w in phrase_words(entry)}
    return {w for w in words if len(w) > 3 or w in ("ceo", "cto")}


def _classes(pack: Pack) -> tuple[tuple[int, tuple[str, ...]], ...]:
    byline, dates = pack.byline, pack.dates
    months = tuple(m for table in (pack.generated.months, dates.months) for ms in table for m in ms)
    return (
        (PREFIX, byline.prefixes),
        (JOIN, byline.joiners),
        (WITH, byline.withs),
        (ROLE, byline.roles),
        (HEAD, byline.role_heads),
        (NOBODY, byline.nobody),
        (PLACE, byline.place_links),
        (AFFILIATION, byline.affiliation_links),
        (PARTICLE, byline.particles),
        (JUNIOR, byline.suffix_titles),
        (TITLE, byline.titles),
        (DEGREE, byline.degrees),
        (ORG, byline.organisation_words),
        (NOISE, byline.noise),
        (MONTH, months),
        (DATE, (*dates.weekdays, *dates.published, *dates.updated)),
        (FUNCTION, pack.function_words.words),
        (DROP, pack.credit_words.drops),
        (LINK, pack.credit_words.links),
        (STOCK, pack.credit_words.stock),
    )


@lru_cache(maxsize=64)
def lexicon(pack: Pack) -> Lexicon:
    """Return the lexicon of a pack; made once per pack."""
    return Lexicon(pack)
