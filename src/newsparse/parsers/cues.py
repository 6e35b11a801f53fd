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
from newsparse.parsers import quote_languages as languages

__all__ = ["Lexicon", "lexicon"]

COMPOUND = 6
"""Letters from which a word may be a compound that closes in a noun that speaks."""

_SETS = (
    "answers",
    "between",
    "citing",
    "coordinators",
    "determiners",
    "elisions",
    "female",
    "links",
    "male",
    "manner",
    "moods",
    "naming",
    "nominative",
    "nouns",
    "oblique",
    "pronouns",
    "relatives",
    "sourcing",
    "speakers",
    "stops",
    "tags",
    "that",
    "titles",
    "views",
)
"""Fields of a pack that are asked word by word."""

_PHRASES = ("according", "acts", "behind", "cues", "plain", "pointing", "reads", "scare", "weak")
"""Fields that may hold phrases of several words."""


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
    """The words of quotation of one pack, case folded.

    Sets bear the names of the pack's fields (``QuoteWords``); what is here besides them:

    Attributes:
        language: Primary language code.
        verbs, openers: First words of whatever may attribute, so that other words are not asked.
        abbreviations: Titles that end in a full stop.
        capitals, noun_capitals: Whether the script has capitals; whether nouns bear them.
        inverts: Whether an adverbial in front moves the subject behind the verb.
        verb_last: Whether the verb of saying stands behind the quote, its subject before it.
        articleless: Whether a description may be one small word.
        reporting: Words without one of which a sentence reports nothing.
        trailing: Words that never end a phrase.
        cue_ends, title_ends: Cues and titles, longest first, for text without spaces.
    """

    __slots__ = (
        *_SETS,
        *_PHRASES,
        "_last_two",
        "abbreviations",
        "articleless",
        "bare_determiners",
        "capitals",
        "clitics",
        "cue_ends",
        "dash",
        "days",
        "drops",
        "definite",
        "fragments",
        "function_words",
        "genitives",
        "given",
        "glues",
        "honorifics",
        "incise",
        "inverts",
        "joiners",
        "joins",
        "language",
        "likes",
        "noun_capitals",
        "noun_ends",
        "openers",
        "organisation_words",
        "particles",
        "prepositions",
        "reporting",
        "spaced",
        "speaker_ends",
        "title_ends",
        "trailing",
        "verb_last",
        "verbs",
    )

    answers: frozenset[str]
    between: frozenset[str]
    citing: frozenset[str]
    coordinators: frozenset[str]
    determiners: frozenset[str]
    elisions: frozenset[str]
    female: frozenset[str]
    links: frozenset[str]
    male: frozenset[str]
    manner: frozenset[str]
    moods: frozenset[str]
    naming: frozenset[str]
    nominative: frozenset[str]
    nouns: frozenset[str]
    oblique: frozenset[str]
    pronouns: frozenset[str]
    relatives: frozenset[str]
    sourcing: frozenset[str]
    speakers: frozenset[str]
    stops: frozenset[str]
    tags: frozenset[str]
    that: frozenset[str]
    titles: frozenset[str]
    views: frozenset[str]
    according: _Phrases
    acts: _Phrases
    behind: _Phrases
    cues: _Phrases
    plain: _Phrases
    pointing: _Phrases
    reads: _Phrases
    scare: _Phrases
    weak: _Phrases

    def __init__(self, pack: Pack) -> None:
        words = pack.quotes
        for name in _SETS:
            entries: tuple[str, ...] = getattr(words, name)
            setattr(self, name, frozenset(e.casefold() for e in entries if not e.startswith("-")))
        for name in _PHRASES:
            setattr(self, name, _Phrases(getattr(words, name)))
        self.clitics = tuple(sorted(words.clitics, key=len, reverse=True))
        self.dash, self.incise = words.dash, words.incise
        self.fragments, self.joins = words.fragments, words.joins
        self.glues = bool(words.elisions or words.clitics)
        self.spaced = pack.spaced
        self.speaker_ends = tuple(s[1:].casefold() for s in words.speakers if s.startswith("-"))
        self._last_two = frozenset(e[-2:] for e in self.speaker_ends)
        self.noun_ends = tuple(n[1:].casefold() for n in words.nouns if n.startswith("-")) or (
            "\0",
        )
        self.verbs = self.cues.first | self.weak.first | self.acts.first
        self.openers = self.according.first | self.tags | self.sourcing
        self.reporting = self.verbs | self.openers | self.behind.words
        self.likes = self.manner | {"like"}
        self._names(pack)
        self._grammar(pack)

    def _names(self, pack: Pack) -> None:
        """Words in and around names."""
        words = pack.quotes
        self.abbreviations = frozenset(t[:-1] for t in words.titles if t.endswith("."))
        self.titles = frozenset(t.rstrip(".") for t in (*words.titles, *pack.byline.titles))
        self.cue_ends = tuple(sorted(words.cues, key=len, reverse=True))
        self.title_ends = tuple(sorted(words.titles, key=len, reverse=True))
        self.joiners = frozenset(pack.byline.joiners) | {"and", "und", "et", "y", "e"}
        own = {p for entry in pack.byline.particles for p in entry.split()}
        self.particles = languages.PARTICLES | (own - self.stops - {"of"})
        self.organisation_words = languages.ORGANISATIONS | frozenset(
            pack.byline.organisation_words
        )
        self.honorifics = languages.HONORIFICS
        self.given = given_names()
        months = {m for month in (*pack.generated.months, *pack.dates.months) for m in month}
        times = pack.quotes.times
        evenings = (day + time for day in pack.dates.weekdays for time in times)
        self.days = frozenset((*pack.dates.weekdays, *months, *times, *evenings))

    def _grammar(self, pack: Pack) -> None:
        """What follows from the language as a whole."""
        self.language = pack.code.split("+")[0].split("-")[0]
        self.inverts = self.language not in languages.FIXED_ORDER
        self.noun_capitals = self.language in languages.NOUN_CAPITALS
        self.drops = self.language in languages.DROPS
        self.genitives = languages.GENITIVES if self.noun_capitals else frozenset()
        self.capitals = self.language not in languages.NO_CAPITALS
        self.articleless = self.language in languages.NO_ARTICLES
        self.verb_last = self.language in languages.VERB_LAST
        self.bare_determiners = self.determiners - self.links
        self.definite = self.determiners & languages.DEFINITE
        self.prepositions = (self.stops & self.links) - self.determiners
        self.trailing = (self.links & self.stops) | frozenset("-—–")
        self.function_words = frozenset(pack.function_words.words)

    def cue_at(self, tokens: Sequence[_Word], place: int) -> int:
        """Tokens of a verb of saying at ``place``; 0 if there is none."""
        return self.cues.at(tokens, place)

    def head_of(self, role: str) -> str:
        """The word of a job that says what somebody is, case folded: "senior analyst at sea"."""
        parts = role.casefold().split()
        if not parts or self.language not in languages.HEAD_FIRST:
            link = next((i for i, part in enumerate(parts) if i and part in self.links), len(parts))
            return parts[link - 1] if parts else ""
        return next((p for p in parts if self.is_speaker(p)), parts[0])

    def gender_of(self, role: str) -> str:
        """What a job's head shows: "f", "m" or ""."""
        head = self.head_of(role)
        return "f" if head in self.female else "m" if head in self.male else ""

    def is_speaker(self, low: str) -> bool:
        """Whether a common noun names somebody or something that speaks."""
        if low in self.speakers or ("-" in low and low.rpartition("-")[2] in self.speakers):
            return True
        ends = low[-2:] in self._last_two and low.endswith(self.speaker_ends)
        # "Dorian" ends like "historian" and is a given name.
        return len(low) >= COMPOUND and ends and low not in self.given


@lru_cache(maxsize=64)
def lexicon(pack: Pack) -> Lexicon:
    """Return the look-up tables of a pack; the same object for the same pack.

    Of several packs merged into one the first counts: "a" is an article in English and a verb in
    French, so words of quotation of two languages spoil each other.
    """
    first = load_pack(pack.code.split("+")[0]) if "+" in pack.code else None
    return Lexicon(first or pack)
