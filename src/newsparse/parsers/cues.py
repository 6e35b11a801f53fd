"""Words of saying, ready for look-up: what the parsers of quotes ask a language pack.

In: a Pack. Out: a Lexicon, made once a pack. A phrase of several words is found by its first one.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from newsparse.languages.load import load_pack
from newsparse.languages.schema import Pack
from newsparse.languages.words import given_names
from newsparse.parsers import quote_languages as languages
from newsparse.parsers.word_sets import Phrases, Speaks, Word

__all__ = ["Lexicon", "lexicon"]

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
    "passives",
    "pronouns",
    "relatives",
    "sourcing",
    "speakers",
    "stops",
    "tags",
    "that",
    "titles",
    "unheard",
    "views",
)
"""Fields of a pack that are asked word by word."""

_PHRASES = ("according", "acts", "behind", "cues", "plain", "pointing", "reads", "scare", "weak")
"""Fields that may hold phrases of several words."""


class Lexicon:
    """The words of quotation of one pack, case folded.

    Sets bear the names of the pack's fields (``QuoteWords``); what is here besides them:

    Attributes:
        language: Primary language code.
        openers: First words of what attributes without a verb.
        abbreviations: Titles that end in a full stop.
        capitals, noun_capitals: Whether the script has capitals; whether nouns bear them.
        inverts: Whether an adverbial in front moves the subject behind the verb.
        verb_last: Whether the verb of saying stands behind the quote, its subject before it.
        articleless: Whether a description may be one small word.
        governing: All verbs that make marked words somebody's.
        reporting: Those that report without marks.
        asked: Words without one of which a sentence without marks reports nothing.
        half, seconds: Those of ``asked`` that count as the first word of a phrase only ("in" the
            words of), and the second words of phrases.
        trailing: Words that never end a phrase.
        cue_ends, title_ends: Cues and titles, longest first, for text without spaces.
    """

    __slots__ = (
        *_SETS,
        *_PHRASES,
        "_speaks",
        "abbreviations",
        "articleless",
        "asked",
        "auxiliaries",
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
        "governing",
        "half",
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
        "seconds",
        "spaced",
        "speaker_ends",
        "title_ends",
        "trailing",
        "verb_last",
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
    passives: frozenset[str]
    pronouns: frozenset[str]
    relatives: frozenset[str]
    sourcing: frozenset[str]
    speakers: frozenset[str]
    stops: frozenset[str]
    tags: frozenset[str]
    that: frozenset[str]
    titles: frozenset[str]
    unheard: frozenset[str]
    views: frozenset[str]
    according: Phrases
    acts: Phrases
    behind: Phrases
    cues: Phrases
    plain: Phrases
    pointing: Phrases
    reads: Phrases
    scare: Phrases
    weak: Phrases

    def __init__(self, pack: Pack) -> None:
        words = pack.quotes
        for name in _SETS:
            entries: tuple[str, ...] = getattr(words, name)
            setattr(self, name, frozenset(e.casefold() for e in entries if not e.startswith("-")))
        for name in _PHRASES:
            setattr(self, name, Phrases(getattr(words, name)))
        self.clitics = tuple(sorted(words.clitics, key=len, reverse=True))
        self.dash, self.incise = words.dash, words.incise
        self.fragments, self.joins = words.fragments, words.joins
        self.glues = bool(words.elisions or words.clitics)
        self.spaced = pack.spaced
        self.speaker_ends = tuple(s[1:].casefold() for s in words.speakers if s.startswith("-"))
        self.noun_ends = tuple(n[1:].casefold() for n in words.nouns if n.startswith("-")) or (
            "\0",
        )
        self.openers = self.according.first | self.tags | self.sourcing
        verbs = (*words.cues, *words.weak, *words.acts)
        self.governing = Phrases(verbs)
        self.reporting = Phrases([verb for verb in verbs if verb not in words.silent])
        self.asked = self.reporting.first | self.openers | self.behind.words
        self.half = self.reporting.halves | self.according.halves
        self.half -= self.reporting.words | self.tags | self.sourcing | self.behind.words
        self.seconds = self.reporting.seconds | self.according.seconds
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
        self._speaks = Speaks(self.speakers, self.speaker_ends, self.given)
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
        self.auxiliaries = languages.AUXILIARIES if self.noun_capitals else frozenset[str]()
        self.genitives = languages.GENITIVES if self.noun_capitals else frozenset()
        self.capitals = self.language not in languages.NO_CAPITALS
        self.articleless = self.language in languages.NO_ARTICLES
        self.verb_last = self.language in languages.VERB_LAST
        self.bare_determiners = self.determiners - self.links
        self.definite = self.determiners & languages.DEFINITE
        self.prepositions = (self.stops & self.links) - self.determiners
        self.trailing = (self.links & self.stops) | frozenset("-—–")
        self.function_words = frozenset(pack.function_words.words)

    def cue_at(self, tokens: Sequence[Word], place: int) -> int:
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
        return self._speaks[low]


@lru_cache(maxsize=64)
def lexicon(pack: Pack) -> Lexicon:
    """Return the look-up tables of a pack; the same object for the same pack.

    Of several packs merged into one the first counts: "a" is an article in English and a verb in
    French, so words of quotation of two languages spoil each other.
    """
    first = load_pack(pack.code.split("+")[0]) if "+" in pack.code else None
    return Lexicon(first or pack)
