"""Words of saying, ready for look-up: what the parsers of quotes ask a language pack.

In: a Pack. Out: a Lexicon, made once a pack. A phrase of several words is found by its first one.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Protocol

from newsparse.languages.load import load_pack
from newsparse.languages.schema import Pack
from newsparse.languages.words import given_names

__all__ = ["Lexicon", "lexicon"]


class _Word(Protocol):
    @property
    def low(self) -> str: ...


class _Phrases:
    """A set of words and phrases; ``at`` gives how many tokens one of them covers."""

    __slots__ = ("_longer", "first", "words")

    def __init__(self, entries: Sequence[str]) -> None:
        longer: dict[str, list[tuple[str, ...]]] = {}
        words: set[str] = set()
        for entry in entries:
            parts = tuple(entry.casefold().split())
            if len(parts) == 1:
                words.add(parts[0])
            elif parts:
                longer.setdefault(parts[0], []).append(parts)
        for phrases in longer.values():
            phrases.sort(key=len, reverse=True)
        self.words = frozenset(words)
        self.first = self.words | longer.keys()
        self._longer = longer

    def at(self, tokens: Sequence[_Word], place: int) -> int:
        """Tokens covered by an entry that begins at ``place``; 0 if none does."""
        low = tokens[place].low
        if low not in self.first:
            return 0
        for phrase in self._longer.get(low, ()):
            if place + len(phrase) <= len(tokens) and all(
                tokens[place + i].low == word for i, word in enumerate(phrase)
            ):
                return len(phrase)
        return 1 if low in self.words else 0


class Lexicon:
    """The words of quotation of one pack, case folded."""

    __slots__ = (
        "abbreviations",
        "according",
        "acts",
        "answers",
        "articleless",
        "bare_determiners",
        "behind",
        "between",
        "capitals",
        "cased",
        "citing",
        "clitics",
        "code",
        "cue_ends",
        "cues",
        "dash",
        "days",
        "definite",
        "determiners",
        "elisions",
        "female",
        "fragments",
        "function_words",
        "given",
        "glues",
        "honorifics",
        "incise",
        "inverts",
        "joiners",
        "joins",
        "likes",
        "language",
        "links",
        "male",
        "manner",
        "moods",
        "naming",
        "noun_capitals",
        "noun_ends",
        "nouns",
        "openers",
        "organisation_words",
        "particles",
        "plain",
        "prepositions",
        "pronouns",
        "relatives",
        "scare",
        "sourcing",
        "spaced",
        "speaker_ends",
        "speakers",
        "stops",
        "tags",
        "that",
        "title_ends",
        "titles",
        "trailing",
        "verb_last",
        "verbs",
        "weak",
    )

    def __init__(self, pack: Pack) -> None:
        words = pack.quotes
        self.code = pack.code
        self.language = pack.code.split("+")[0].split("-")[0]
        self.cue_ends = tuple(sorted(words.cues, key=len, reverse=True))
        self.title_ends = tuple(sorted(words.titles, key=len, reverse=True))
        self.spaced = pack.spaced
        self.dash = words.dash
        self.incise = words.incise
        self.fragments = words.fragments
        self.joins = words.joins
        self.cues = _Phrases(words.cues)
        self.weak = _Phrases(words.weak)
        self.according = _Phrases(words.according)
        self.behind = _Phrases(words.behind)
        self.plain = _Phrases(words.plain)
        self.acts = _Phrases(words.acts)
        self.likes = frozenset(words.manner) | {"like"}
        self.manner = frozenset(words.manner)
        self.sourcing = frozenset(words.sourcing)
        self.moods = frozenset(words.moods)
        self.verbs = self.cues.first | self.weak.first | self.acts.first
        self.openers = self.according.first | set(words.tags) | set(words.sourcing)
        self.scare = _Phrases(words.scare)
        self.citing = frozenset(words.citing)
        self.tags = frozenset(words.tags)
        self.that = frozenset(words.that)
        self.naming = frozenset(words.naming)
        self.nouns = frozenset(n for n in words.nouns if not n.startswith("-"))
        self.noun_ends = tuple(n[1:] for n in words.nouns if n.startswith("-")) or ("\0",)
        self.pronouns = frozenset(words.pronouns)
        self.male = frozenset(words.male)
        self.female = frozenset(words.female)
        self.joiners = frozenset(pack.byline.joiners) | {"and", "und", "et", "y", "e"}
        self.abbreviations = frozenset(t[:-1] for t in words.titles if t.endswith("."))
        self.titles = frozenset(t.rstrip(".") for t in (*words.titles, *pack.byline.titles))
        self.speakers = frozenset(s for s in words.speakers if not s.startswith("-"))
        self.speaker_ends = tuple(s[1:] for s in words.speakers if s.startswith("-"))
        self.determiners = frozenset(words.determiners)
        self.bare_determiners = self.determiners - frozenset(words.links)
        self.definite = self.determiners & _DEFINITE
        self.links = frozenset(words.links)
        self.stops = frozenset(words.stops)
        self.relatives = frozenset(words.relatives)
        self.between = frozenset(words.between)
        self.elisions = frozenset(words.elisions)
        self.clitics = tuple(sorted(words.clitics, key=len, reverse=True))
        self.answers = frozenset(words.answers)
        self.glues = bool(words.elisions or words.clitics)
        own = {p for entry in pack.byline.particles for p in entry.split()}
        self.particles = frozenset(_PARTICLES) | (own - self.stops - {"of"})
        self.organisation_words = frozenset((*pack.byline.organisation_words, *_ORGANISATIONS))
        self.given = given_names()
        self.honorifics = frozenset(_HONORIFICS)
        self.verb_last = self.language in _VERB_LAST
        self.inverts = self.language not in _FIXED_ORDER
        self.noun_capitals = self.language == "de"
        self.cased = pack.spaced
        self.articleless = self.language in _NO_ARTICLES
        self.capitals = self.language not in _NO_CAPITALS
        self.prepositions = (self.stops & self.links) - self.determiners
        self.trailing = self.links & self.stops | frozenset("-—–")
        self.function_words = frozenset(pack.function_words.words)
        months = {m for month in (*pack.generated.months, *pack.dates.months) for m in month}
        self.days = frozenset((*pack.dates.weekdays, *months))

    def cue_at(self, tokens: Sequence[_Word], place: int) -> int:
        """Tokens of a verb of saying at ``place``; 0 if there is none."""
        return self.cues.at(tokens, place)

    def is_speaker(self, low: str) -> bool:
        """Whether a common noun names somebody or something that speaks."""
        return low in self.speakers or (len(low) > 5 and low.endswith(self.speaker_ends))

    @staticmethod
    def digits_only(low: str) -> bool:
        """Whether a word is a number."""
        return low.isdigit()


_PARTICLES = tuple("von van der den de del della di da dos du la le bin ibn al el ter zu".split())
"""Lower-case parts of names in any language; packs add their own."""

_FIXED_ORDER = frozenset(("en",))
"""Languages in which an adverbial in front does not move the subject behind the verb."""

_DEFINITE = frozenset(
    "the this that der die das dieser diese le la les l' l’ el los las il lo gli i o os as de het ο η το".split()
)
"""Articles that point back to somebody named before."""

_NO_ARTICLES = frozenset(("pl", "ru", "uk", "cs", "fi", "tr", "hi"))
"""Languages without articles: a description of a speaker may be one small word."""

_NO_CAPITALS = frozenset(("ar", "hi", "ja", "ko", "zh"))
"""Languages whose script has no capitals."""

_VERB_LAST = frozenset(("tr", "ko", "hi", "ja"))
"""Languages whose verb of saying stands behind the quote and its subject before it."""

_HONORIFICS = tuple("mr mrs ms miss mx sir herr frau m mme monsieur madame señor señora".split())
"""Titles that say nothing about what somebody does."""

_ORGANISATIONS = tuple(
    "ministry department university college institute association committee commission council "
    "group party bank company corporation agency institut universität partei ministerium verband "
    "gmbh ag inc corp ltd llc foundation stiftung center centre union federation club society "
    "party house senate congress parliament court office bureau board authority".split()
)
"""Words that only organisations bear; packs add their own."""


@lru_cache(maxsize=64)
def lexicon(pack: Pack) -> Lexicon:
    """Return the look-up tables of a pack; the same object for the same pack.

    Of several packs merged into one the first counts: "a" is an article in English and a verb in
    French, so words of quotation of two languages spoil each other.
    """
    first = load_pack(pack.code.split("+")[0]) if "+" in pack.code else None
    return Lexicon(first or pack)
