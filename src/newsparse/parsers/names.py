"""Full names behind short mentions: "Roe", "she", "the baker" back to "Ada Roe".

In: the sentences of a text in reading order. Out: a register that knows which names stood where
and resolves a mention against those before it; later ones are asked only where none was before.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise
from typing import NamedTuple

from newsparse.languages.words import gendered_names, places, surnames
from newsparse.parsers.cues import Lexicon
from newsparse.parsers.describe import read_mention
from newsparse.parsers.mentions import NAME, NOUN, PRONOUN, Mention, Scene, bare
from newsparse.parsers.name_keys import gender_key, key_of, stem
from newsparse.parsers.phrases import name_start, next_capital
from newsparse.parsers.quote_text import WORD, Sentence, Token

__all__ = ["Known", "Register"]

LOOK_BACK = 6
"""Sentences before a pronoun that are searched for the person it stands for: in the training part
96 % of pronouns have a name within four sentences."""

WORDS_OF_NAME = 5
"""Words up to which a run of capitals can be one name."""

ASKED = 40
"""Names with one word in common that are compared for the fullest; a text has a handful."""


class Known(NamedTuple):
    """A name that stood in the text: where, as printed, its words, what speaks for a person.

    ``person``: a given name or a title says so; ``open``: nothing speaks against it.
    ``token`` and ``behind`` bound it in its sentence; both 0 for a mention.
    """

    start: int
    name: str
    words: tuple[str, ...]
    person: bool
    open: bool
    token: int = 0
    behind: int = 0


class Register:
    """Names of one text. Build it once, ``learn`` all mentions, then ``resolve`` in order."""

    def __init__(
        self, text: str, sentences: list[Sentence], words: Lexicon, headline: str = ""
    ) -> None:
        self._text = text
        self._words = words
        self._headline = headline
        self._by_word: dict[str, list[Known]] = {}
        self._gender: dict[str, str] = {}
        self._roles: dict[str, tuple[str | None, str | None]] = {}
        self._by_role: dict[str, list[tuple[int, str]]] = {}
        self._known = [self._read(sentence) for sentence in sentences]
        self._starts = [s.start for s in sentences]
        self._spoken: list[tuple[int, str]] = []
        self._nameless: tuple[int, str] = (-1, "")
        self.people = self._people()
        self._learn_appositions(Scene(text, words, self.people), sentences)

    def _people(self) -> frozenset[str]:
        """Words that name a person alone: ends of full names that are names or stand alone too."""
        known = [k for line in self._known for k in line]
        alone = {k.words[0] for k in known if len(k.words) == 1}
        people, cities = set[str](), places()
        for one in known:
            ends = {one.words[0], one.words[-1]}
            if one.person or (one.open and one.words[0] not in cities and ends & alone):
                people.update(w for w in ends if w not in cities)
        return frozenset(people)

    def _read(self, sentence: Sentence) -> list[Known]:
        """Collect the names of a sentence."""
        words = self._words
        tokens = sentence.tokens
        found: list[Known] = []
        end = len(tokens)
        behind = 0
        for first in [i for i, token in enumerate(tokens) if token[4]]:
            if first < behind:
                continue
            behind = first + 1
            while behind < end and (reach := next_capital(tokens, behind, end, words)):
                behind = reach
            if behind - first == 1 and tokens[first].low in words.stops:
                continue
            known = self._known_at(tokens, first, behind)
            if known is not None:
                found.append(known)
                if len(known.words) > 1:
                    for word in dict.fromkeys((known.words[-1], known.words[0])):
                        self._by_word.setdefault(word, []).append(known)
        return found

    def _known_at(self, tokens: list[Token], first: int, behind: int) -> Known | None:
        words = self._words
        title = tokens[first - 1].low if first and tokens[first - 1].kind == WORD else ""
        while first < behind - 1 and _is_prefix(tokens, first, words):
            first += 1
        start = first
        if behind - first > 1:
            start = name_start(tokens, first, behind, words)
        elif tokens[first].low in words.titles:
            return None
        if start > first:
            title = next(t.low for t in reversed(tokens[first:start]) if t.kind == WORD)
        low = tokens[start].low if start < behind else ""
        if not low or low in words.pronouns or low in words.stops:
            return None
        token = tokens[start]
        name = bare(self._text[token.start : tokens[behind - 1].end])
        spoken = words.is_speaker(title)
        titled = spoken or title in words.titles or start > first
        if behind - start == 1 and not titled:
            alone = (stem(low),)
            return Known(
                token.start, name, alone, person=False, open=False, token=start, behind=behind
            )
        parts = tuple(stem(t.low) for t in tokens[start:behind] if t.kind == WORD)
        kind = not words.organisation_words.isdisjoint(parts)
        person = not kind and (
            (titled and len(parts) <= WORDS_OF_NAME)
            or (2 <= len(parts) <= WORDS_OF_NAME and self._given(parts))
        )
        either = 2 <= len(parts) <= WORDS_OF_NAME and not kind and not words.noun_capitals
        either = either and title not in words.determiners
        gender = self._gender_of(title, parts, spoken=spoken)
        if gender:
            self._gender.setdefault(gender_key(parts), gender)
        if person and spoken and len(parts) > 1:
            self._by_role.setdefault(title, []).append((token.start, name))
        return Known(token.start, name, parts, person, either, start, behind)

    def _given(self, parts: tuple[str, ...]) -> bool:
        """Whether the first word is a given name; Paris, China only before a surname."""
        if parts[0] not in self._words.given or self._words.is_speaker(parts[0]):
            return False
        return parts[0] not in places() or parts[-1] in surnames()

    def _gender_of(self, title: str, parts: tuple[str, ...], *, spoken: bool) -> str:
        words = self._words
        if title in words.female and title not in words.male:
            return "f"
        if title in words.male and title not in words.female:
            return "m"
        if words.noun_capitals and spoken:
            # German: Biologin, Biologe
            return "f" if title.endswith("in") else "m"
        return gendered_names().get(parts[0], "") if len(parts) > 1 else ""

    def _learn_appositions(self, scene: Scene, sentences: list[Sentence]) -> None:
        """Learn "Ada Roe, a geologist at Example College," wherever it stands."""
        for line, sentence in zip(self._known, sentences, strict=True):
            tokens = sentence.tokens
            for known in line:
                if known.behind >= len(tokens) or tokens[known.behind].low not in (",", "("):
                    continue
                if known.person or (known.open and len(known.words) > 1):
                    mention = read_mention(scene, tokens, known.token, len(tokens))
                    if mention is not None and mention.role:
                        self.learn(mention)

    def learn(self, mention: Mention) -> None:
        """Keep role and institution of a name for its later mentions."""
        if mention.kind != NAME or mention.name is None:
            return
        parts = key_of(mention.name)
        if len(parts) > 1 and not any(p in self._words.organisation_words for p in parts):
            self.people |= {parts[0], parts[-1]}
            known = Known(mention.start, mention.name, tuple(parts), person=True, open=True)
            for word in dict.fromkeys((parts[-1], parts[0])):
                self._by_word.setdefault(word, []).append(known)
        key = self._full(mention.name, mention.start)
        role, institution = self._roles.get(key, (None, None))
        self._roles[key] = (role or mention.role, institution or mention.affiliation)
        if mention.role:
            head = self._words.head_of(mention.role)
            self._by_role.setdefault(head, []).append((mention.start, mention.name))
            if head in self._words.female:
                self._gender.setdefault(gender_key(tuple(key_of(key))), "f")
            elif head in self._words.male:
                self._gender.setdefault(gender_key(tuple(key_of(key))), "m")

    def resolve(self, mention: Mention) -> tuple[str | None, str | None, str | None]:
        """Full name, role and institution of a mention; None where nothing is known."""
        name: str | None
        if mention.kind == NAME and mention.name is not None:
            name = self._full(mention.name, mention.start)
        elif mention.kind == PRONOUN:
            name = self._behind_pronoun(mention)
        else:
            name = self._behind_noun(mention)
        role, institution = mention.role, mention.affiliation
        if name is not None:
            known = self._roles.get(name, (None, None))
            if mention.kind == NOUN:
                role, institution = known[0] or role, known[1] or institution
            else:
                role, institution = role or known[0], institution or known[1]
            self._spoken.append((mention.start, name))
        elif mention.kind == NOUN:
            self._nameless = (mention.start, self._words.gender_of(role or ""))
        return name, role, institution

    def _full(self, name: str, start: int) -> str:
        """The fuller name that shares the mention's words: the last one before it, or the first."""
        words = tuple(key_of(name))
        first = words[0] if len(words) > 1 else ""
        if first in self._words.given and first not in self._words.particles:
            return name
        for word in dict.fromkeys((words[-1], words[0])):
            best: Known | None = None
            for known in self._by_word.get(word, ())[:ASKED]:
                if not len(words) < len(known.words) <= WORDS_OF_NAME:
                    continue
                if not set(words) <= set(known.words) or (best and known.start > start):
                    continue
                best = known
            if best is not None:
                return best.name
        return self._from_headline(name, words)

    def _from_headline(self, name: str, words: tuple[str, ...]) -> str:
        if len(words) == 1 and self._headline:
            for one, two in pairwise(self._headline.split()):
                same = stem(two.strip(".,:;").casefold()) == words[0]
                if same and one.casefold() in self._words.given:
                    return f"{one} {name}"
        return name

    def _behind_noun(self, mention: Mention) -> str | None:
        """A description that was said of somebody before: "the geologist"."""
        head = self._words.head_of(mention.role or "")
        if not head or mention.affiliation is not None:
            return None
        said = self._text[mention.start : mention.end].casefold().split()
        definite = said[0] in self._words.definite if self._words.definite else True
        if not definite and len(said) > len((mention.role or "").split()):
            return None
        found = [n for s, n in self._by_role.get(head, ()) if s < mention.start]
        return self._full(found[-1], mention.start) if found else None

    def _behind_pronoun(self, mention: Mention) -> str | None:
        """The nearest person before a pronoun that agrees with it in gender."""
        words = self._words
        low = self._text[mention.start : mention.end].casefold()
        gender = "f" if low in words.female else "m" if low in words.male else ""
        if not gender:
            return None
        number = bisect_right(self._starts, mention.start) - 1
        spoken = self._spoken[-1] if self._spoken else None
        for back in range(number, max(number - LOOK_BACK, -1), -1):
            near = spoken is not None and spoken[0] >= self._starts[back]
            nameless = self._nameless[0] >= self._starts[back] and self._nameless[1] == gender
            if nameless and (spoken is None or spoken[0] < self._nameless[0]):
                return None  # "A spokeswoman said … she added"
            if spoken is not None and near and self._agrees(spoken[1], gender):
                return spoken[1]
            line = [k for k in self._known[back][:ASKED] if k.start < mention.start]
            for known in sorted(line, key=lambda k: not self._is_known(k, gender)):
                if self._can_be(known, gender):
                    return self._full(known.name, known.start)
        if spoken is not None and self._agrees(spoken[1], gender):
            return spoken[1]
        return None

    def _is_known(self, known: Known, gender: str) -> bool:
        """Whether the given name says that it is the gender; the first of a sentence else."""
        full = tuple(key_of(self._full(known.name, known.start)))
        return self._gender.get(gender_key(full)) == gender

    def _can_be(self, known: Known, gender: str) -> bool:
        alone = len(known.words) == 1 and known.words[0] in self.people
        named = known.open and {known.words[0], known.words[-1]} & self.people
        if not (known.person or alone or named):
            return False
        full = tuple(key_of(self._full(known.name, known.start)))
        return self._gender.get(gender_key(full), gender) == gender

    def _agrees(self, name: str, gender: str) -> bool:
        words = tuple(key_of(name))
        if words[-1] not in self.people and words[0] not in self.people:
            return False
        return self._gender.get(gender_key(words), gender) == gender


def _is_prefix(tokens: list[Token], at: int, words: Lexicon) -> bool:
    """Whether a capitalised word in front of a name is no part of it."""
    low = tokens[at].low
    if low in words.stops or low in words.between:
        return True
    return at == 0 and (low in words.determiners or low in words.function_words)
