"""Full names behind short mentions: "Roe", "she", "the baker" back to "Ada Roe".

In: the sentences of a text in reading order. Out: a register that knows which names stood where
and resolves a mention against those before it; later ones are asked only where none was before.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from newsparse.languages.words import gendered_names, places, surnames
from newsparse.parsers.cues import Lexicon
from newsparse.parsers.mentions import NAME, NOUN, PRONOUN, Mention
from newsparse.parsers.phrases import next_capital
from newsparse.parsers.quote_text import WORD, Sentence, Token

__all__ = ["Known", "Register"]

LOOK_BACK = 6
"""Sentences before a pronoun that are searched for the person it stands for. Tuned on the cases of
the tests; in the training part 96 % of pronouns have a name within four sentences."""

WORDS_OF_NAME = 5
"""Words up to which a run of capitals can be one name."""


class Known(NamedTuple):
    """A name that stood in the text: where, as printed, its words, what speaks for a person.

    ``person``: a given name or a title says so; ``open``: nothing speaks against it.
    """

    start: int
    name: str
    words: tuple[str, ...]
    person: bool
    open: bool


class Register:
    """Names of one text. Build it once, ``learn`` all mentions, then ``resolve`` in order."""

    def __init__(
        self, text: str, sentences: list[Sentence], words: Lexicon, headline: str = ""
    ) -> None:
        self._words = words
        self._headline = headline
        self._known: list[list[Known]] = []
        self._by_word: dict[str, list[Known]] = {}
        self._gender: dict[str, str] = {}
        self._roles: dict[str, tuple[str | None, str | None]] = {}
        self._by_role: dict[str, list[tuple[int, str]]] = {}
        self._pronouns: list[tuple[int, str, str]] = []
        for sentence in sentences:
            self._known.append(self._read(text, sentence))
        self.people = self._people()
        self._starts = [s.start for s in sentences]
        self._spoken: list[tuple[int, str]] = []

    def _people(self) -> frozenset[str]:
        """Words that name a person alone: ends of full names that are names or stand alone too."""
        known = [k for line in self._known for k in line]
        alone = {k.words[0] for k in known if len(k.words) == 1}
        people: set[str] = set()
        cities = places()
        for one in known:
            ends = {one.words[0], one.words[-1]}
            if one.person or (one.open and not one.words[0] in cities and ends & alone):
                people.update(w for w in ends if w not in cities)
        return frozenset(people)

    def _read(self, text: str, sentence: Sentence) -> list[Known]:
        """Collect the names of a sentence."""
        words = self._words
        tokens = sentence.tokens
        found: list[Known] = []
        at = 0
        while at < len(tokens):
            token = tokens[at]
            if token.kind != WORD or not token.cap:
                at += 1
                continue
            first = at
            at += 1
            while at < len(tokens) and (reach := next_capital(tokens, at, len(tokens), words)):
                at = reach
            title = tokens[first - 1].low if first and tokens[first - 1].kind == WORD else ""
            while first < at - 1 and _is_prefix(tokens, first, words):
                title = tokens[first].low
                first += 1
                if tokens[first].kind != WORD:
                    first += 1
            known = self._known_at(text, tokens, first, at, title)
            if known is not None:
                found.append(known)
                for word in dict.fromkeys((known.words[-1], known.words[0])):
                    self._by_word.setdefault(word, []).append(known)
        return found

    def _known_at(
        self, text: str, tokens: list[Token], first: int, behind: int, title: str
    ) -> Known | None:
        words = self._words
        parts = tuple(_stem(t.low) for t in tokens[first:behind] if t.kind == WORD)
        if not parts or parts[0] in words.pronouns or parts[0] in words.stops:
            return None
        name = text[tokens[first].start : tokens[behind - 1].end]
        if name.endswith(("'s", "’s")):
            name = name[:-2]
        titled = title in words.titles or words.is_speaker(title)
        kind = any(p in words.organisation_words for p in parts)
        given = parts[0] in words.given and not words.is_speaker(parts[0])
        if given and parts[0] in places():
            # Paris, Georgia, China: a name only before a surname.
            given = parts[-1] in surnames()
        person = not kind and 2 <= len(parts) <= WORDS_OF_NAME and (given or titled)
        person = person or (titled and len(parts) == 1 and not kind)
        gender = self._gender_of(title, parts)
        if gender:
            self._gender.setdefault(parts[-1], gender)
        either = 2 <= len(parts) <= WORDS_OF_NAME and not kind and not words.noun_capitals
        either = either and title not in words.determiners
        return Known(tokens[first].start, name, parts, person, either)

    def _gender_of(self, title: str, parts: tuple[str, ...]) -> str:
        words = self._words
        if title in words.female and title not in words.male:
            return "f"
        if title in words.male and title not in words.female:
            return "m"
        return gendered_names().get(parts[0], "") if len(parts) > 1 else ""

    def learn(self, mention: Mention) -> None:
        """Keep role and institution of a name for its later mentions."""
        if mention.kind != NAME or mention.name is None:
            return
        parts = _key(mention.name)
        key = parts[-1]
        if len(parts) > 1 and not any(p in self._words.organisation_words for p in parts):
            self.people |= {parts[0], key}
        role, institution = self._roles.get(key, (None, None))
        self._roles[key] = (role or mention.role, institution or mention.affiliation)
        if mention.role:
            head = _head(mention.role)
            self._by_role.setdefault(head, []).append((mention.start, mention.name))
            if head in self._words.female:
                self._gender.setdefault(key, "f")
            elif head in self._words.male:
                self._gender.setdefault(key, "m")

    def resolve(self, mention: Mention, text: str) -> tuple[str | None, str | None, str | None]:
        """Full name, role and institution of a mention; None where nothing is known."""
        name: str | None
        if mention.kind == NAME and mention.name is not None:
            name = self._full(mention.name, mention.start)
        elif mention.kind == PRONOUN:
            name = self._behind_pronoun(mention, text)
        else:
            name = self._behind_noun(mention)
        role, institution = mention.role, mention.affiliation
        if name is not None:
            known = self._roles.get(_key(name)[-1], (None, None))
            if mention.kind == NOUN:
                role, institution = known[0] or role, known[1] or institution
            else:
                role, institution = role or known[0], institution or known[1]
            self._spoken.append((mention.start, name))
        return name, role, institution

    def _full(self, name: str, start: int) -> str:
        """The fullest name that shares the mention's words: the last one before it, or the first."""
        words = _key(name)
        if len(words) > 1 and any(
            set(k.words) == set(words) for k in self._by_word.get(words[-1], ())
        ):
            wanted = len(words)
        else:
            wanted = 1
        for word in dict.fromkeys((words[-1], words[0])):
            best: Known | None = None
            for known in self._by_word.get(word, ()):
                longer = len(known.words) > max(len(words), wanted - 1)
                if not longer or not set(words) <= set(known.words):
                    continue
                if len(known.words) > WORDS_OF_NAME or (best is not None and known.start > start):
                    continue
                best = known
            if best is not None:
                return best.name
        return self._from_headline(name, words)

    def _from_headline(self, name: str, words: list[str]) -> str:
        if len(words) == 1 and self._headline:
            parts = self._headline.split()
            for one, two in zip(parts, parts[1:], strict=False):
                if (
                    _stem(two.strip(".,:;").casefold()) == words[0]
                    and one.casefold() in self._words.given
                ):
                    return f"{one} {name}"
        return name

    def _behind_noun(self, mention: Mention) -> str | None:
        head = _head(mention.role or "")
        if not head or mention.affiliation is not None:
            return None
        found = [n for s, n in self._by_role.get(head, ()) if s < mention.start]
        return self._full(found[-1], mention.start) if found else None

    def _behind_pronoun(self, mention: Mention, text: str) -> str | None:
        """The nearest person before a pronoun that agrees with it in gender."""
        words = self._words
        low = text[mention.start : mention.end].casefold()
        gender = "f" if low in words.female else "m" if low in words.male else ""
        if not gender:
            return None
        number = bisect_right(self._starts, mention.start) - 1
        spoken = self._spoken[-1] if self._spoken else None
        for back in range(number, max(number - LOOK_BACK, -1), -1):
            if (
                spoken is not None
                and spoken[0] >= self._starts[back]
                and self._agrees(spoken[1], gender)
            ):
                return spoken[1]
            for known in self._known[back]:
                if known.start < mention.start and self._can_be(known, gender):
                    return self._full(known.name, known.start)
        if spoken is not None and self._agrees(spoken[1], gender):
            return spoken[1]
        return None

    def _can_be(self, known: Known, gender: str) -> bool:
        alone = len(known.words) == 1 and known.words[0] in self.people
        named = known.open and {known.words[0], known.words[-1]} & self.people
        if not (known.person or alone or named):
            return False
        return self._gender.get(known.words[-1], gender) == gender

    def _agrees(self, name: str, gender: str) -> bool:
        words = _key(name)
        if words[-1] not in self.people and words[0] not in self.people:
            return False
        return self._gender.get(words[-1], gender) == gender


def _is_prefix(tokens: list[Token], at: int, words: Lexicon) -> bool:
    """Whether a capitalised word in front of a name is no part of it."""
    low = tokens[at].low
    if low in words.titles or words.is_speaker(low) or low in words.stops:
        return True
    if at:
        return False
    return low in words.between or low in words.determiners or low in words.function_words


def _stem(low: str) -> str:
    return low[:-2] if low.endswith(("'s", "’s")) else low


def _key(name: str) -> list[str]:
    return [_stem(w.strip(".,")) for w in name.casefold().split()] or [""]


def _head(role: str) -> str:
    """The noun of a role: its last word in most languages, the one before a preposition."""
    return role.casefold().split()[-1] if role.split() else ""
