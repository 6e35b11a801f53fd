"""What can be the place of a dateline: listed, capitals, an ending, a state behind it.

In: a text from the head of a line. Out: whether it can be a place, by lists, shape and the words
that stand there and are none. Kept per pack.
"""

from __future__ import annotations

from functools import lru_cache

import regex

from newsparse.languages.schema import Pack
from newsparse.languages.words import common_words, places, small_words
from newsparse.parsers.lexicon import DATE, MONTH, Lexicon, lexicon

__all__ = ["Gazetteer", "gazetteer"]

MAX_PLACE_WORDS = 6
"""Words of a place with its state; the longest of the train part has 6."""
MIN_UNKNOWN = 5
"""Letters from which a word in capitals before a dash may be a place that nobody listed; shorter
ones are abbreviations."""
MIN_ENDING = 7
"""Letters from which a word's ending can make it a place ("Musterhausen")."""
MAX_UNKNOWN_WORDS = 2
"""Words of the longest place in capitals that neither a list nor an ending knows."""

_WORD = r"\p{Lu}(?:[\p{L}\p{M}'’.‘]|-(?=\p{L})){0,30}+"


class Gazetteer:
    """Knowledge of places, with the patterns that a pack's words need.

    Attributes:
        words: The pack's lexicon.
        name: Pattern of a place: capitalised words, the small words of names between them.
        more: Pattern of a state or country behind a comma.
        cities: Pattern between two cities.
    """

    __slots__ = ("blocked", "cities", "endings", "more", "name", "words")

    def __init__(self, pack: Pack) -> None:
        self.words: Lexicon = lexicon(pack)
        dateline = pack.dateline
        small = "|".join(regex.escape(w) for w in sorted(dateline.links, key=len, reverse=True))
        link = rf"(?:(?:{small})[ \u00a0])?" if small else ""
        joined = rf"(?:[ \u00a0]|\s?[/&]\s?|\s?-\s?(?=\p{{Lu}}{{3}})){link}"
        self.name = regex.compile(rf"{_WORD}(?:{joined}{_WORD}){{0,5}}")
        self.more = regex.compile(rf"\s?,\s?({_WORD}(?:[ \u00a0]{_WORD}){{0,3}}+)")
        joiners = "|".join(regex.escape(j) for j in pack.byline.joiners if j.isalpha())
        self.cities = regex.compile(rf"\s?/\s?|\s(?:{joiners})\s" if joiners else r"\s?/\s?")
        self.blocked = frozenset(dateline.not_places)
        self.endings = dateline.endings

    def known(self, text: str) -> bool:
        """Whether a text is a listed place or region."""
        folded = text.casefold()
        return folded in places() or folded in self.words.places

    def listed(self, place: str) -> bool:
        """Whether every city of "LONDON/PARIS" is known."""
        if self.known(place):
            return True
        return all(self.known(city.strip()) for city in self.cities.split(place))

    def dated(self, text: str) -> bool:
        """Whether a text holds a month or weekday."""
        table = self.words.words
        return any(table.get(w.rstrip(".").casefold(), 0) & (DATE | MONTH) for w in text.split())

    def is_none(self, place: str) -> bool:
        """Whether a text stands like a place and is none: "UPDATE", "March", too many words."""
        folded = place.casefold().rstrip(".")
        if folded in self.blocked or place.count(" ") >= MAX_PLACE_WORDS:
            return True
        if self.words.words.get(folded, 0) & (DATE | MONTH):
            return True
        return folded.split(None, 1)[0] in self.blocked and not self.known(
            place.split("/", maxsplit=1)[0]
        )

    def is_prose(self, place: str) -> bool:
        """Whether a place's name is a word of prose as well ("Nice", "Boom", "Essen")."""
        folded = place.casefold()
        return folded in small_words() and folded not in self.words.places

    def ends_like_place(self, place: str) -> bool:
        """Whether a name ends as names of places do ("Musterhausen", "EXAMPLE BEACH")."""
        folded = place.casefold()
        if len(folded) < MIN_ENDING or folded in common_words():
            return False
        return (place.isupper() or " " not in place) and folded.endswith(self.endings)

    def may_be_place(self, place: str) -> bool:
        """Whether capitals that no list has can be a place: long enough, few words, no prose."""
        if "'" in place or "’" in place:
            return False
        if self.ends_like_place(place):
            return True
        words = place.casefold().split()
        if len(words) > MAX_UNKNOWN_WORDS or any(w in common_words() for w in words):
            return False
        return sum(c.isalpha() for c in place) >= MIN_UNKNOWN


@lru_cache(maxsize=64)
def gazetteer(pack: Pack) -> Gazetteer:
    """Return the gazetteer of a pack; made once per pack."""
    return Gazetteer(pack)
