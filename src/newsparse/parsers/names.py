"""Full names behind short mentions: "Roe", "she", "the baker" back to "Ada Roe".

In: the sentences of a text in reading order. Out: a register that knows which names stood where
and resolves a mention against those before it; later ones are asked only where none was before.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from newsparse.languages.words import given_names
from newsparse.parsers.cues import Lexicon
from newsparse.parsers.mentions import NAME, NOUN, PRONOUN, Mention
from newsparse.parsers.quote_text import WORD, Sentence, Token

__all__ = ["Known", "Register"]

LOOK_BACK = 8
"""Sentences before a pronoun that are searched for the person it stands for."""


class Known(NamedTuple):
    """A name that stood in the text: where, as printed, its words case folded, and its shape."""

    start: int
    name: str
    words: tuple[str, ...]
    person: bool
    sentence: int


class Register:
    """Names of one text. Build it once, then call ``resolve`` in reading order."""

    def __init__(
        self, text: str, sentences: list[Sentence], lexicon: Lexicon, headline: str
    ) -> None:
        self._lexicon = lexicon
        self._given = given_names()
        self._known: list[Known] = []
        self._by_word: dict[str, list[Known]] = {}
        self._roles: dict[str, tuple[str | None, str | None]] = {}
        self._by_role: dict[str, list[tuple[int, str]]] = {}
        self._gender: dict[str, str] = {}
        self._spoken: list[tuple[int, str]] = []
        for number, sentence in enumerate(sentences):
            self._read(text, sentence, number)
        self._starts = [k.start for k in self._known]
        self._sentence_starts = [s.start for s in sentences]
        self._headline = headline

    def _read(self, text: str, sentence: Sentence, number: int) -> None:
        lexicon = self._lexicon
        tokens = sentence.tokens
        at = 0
        while at < len(tokens):
            token = tokens[at]
            if token.kind != WORD or not token.cap:
                at += 1
                continue
            first = at
            at = _run_end(tokens, at, lexicon)
            while first < at - 1 and _is_prefix(tokens[first], first == 0, lexicon):
                title = tokens[first].low
                first += 1
                if tokens[first].kind != WORD:
                    first += 1
            else:
                title = tokens[first - 1].low if first else ""
            if first >= at or tokens[first].low in lexicon.stops | lexicon.determiners:
                continue
            self._add(text, tokens, first, at, number, title)

    def _add(
        self, text: str, tokens: list[Token], first: int, behind: int, number: int, title: str
    ) -> None:
        words = tuple(_stem(t.low) for t in tokens[first:behind] if t.kind == WORD)
        start, end = tokens[first].start, tokens[behind - 1].end
        name = text[start:end]
        if name.endswith(("'s", "’s")):
            name = name[:-2]
        lexicon = self._lexicon
        if words[0] in lexicon.pronouns or words[0] in lexicon.days:
            return
        organisation = any(w in lexicon.organisation_words for w in words)
        person = (
            not organisation
            and len(words) > 1
            and (words[0] in self._given or title in lexicon.titles or lexicon.is_speaker(title))
        )
        known = Known(start, name, words, person, number)
        self._known.append(known)
        for word in {words[0], words[-1]}:
            self._by_word.setdefault(word, []).append(known)
        if title in lexicon.female:
            self._gender.setdefault(words[-1], "f")
        elif title in lexicon.male:
            self._gender.setdefault(words[-1], "m")

    def learn(self, mention: Mention) -> None:
        """Keep role and institution of a name for its later mentions."""
        if mention.kind != NAME or mention.name is None:
            return
        words = _key(mention.name)
        role, institution = self._roles.get(words[-1], (None, None))
        self._roles[words[-1]] = (role or mention.role, institution or mention.affiliation)
        if mention.role:
            head = mention.role.casefold().split()[-1]
            self._by_role.setdefault(head, []).append((mention.start, mention.name))
            if head in self._lexicon.female:
                self._gender.setdefault(words[-1], "f")
            elif head in self._lexicon.male:
                self._gender.setdefault(words[-1], "m")

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
            known = self._roles.get(_key(name)[-1], (None, None))
            if mention.kind == NOUN:
                role, institution = known[0] or role, known[1] or institution
            else:
                role, institution = role or known[0], institution or known[1]
            self._spoken.append((mention.start, name))
        return name, role, institution

    def _full(self, name: str, start: int) -> str:
        words = _key(name)
        best: Known | None = None
        for word in (words[-1], words[0]):
            for known in self._by_word.get(word, ()):
                if len(known.words) <= len(words) or not set(words) <= set(known.words):
                    continue
                if best is None or known.start <= start or best.start > start:
                    best = known if best is None or known.start <= start else best
            if best is not None:
                return best.name
        return name

    def _behind_noun(self, mention: Mention) -> str | None:
        head = (mention.role or "").casefold().split()
        if not head:
            return None
        found = [n for s, n in self._by_role.get(head[-1], ()) if s < mention.start]
        return found[-1] if found and mention.affiliation is None else None

    def _behind_pronoun(self, mention: Mention) -> str | None:
        return None


def _run_end(tokens: list[Token], at: int, lexicon: Lexicon) -> int:
    end = at + 1
    while end < len(tokens):
        token = tokens[end]
        before = tokens[end - 1]
        if before.low.endswith(("'s", "’s")):
            break
        if token.kind == WORD and token.cap:
            end += 1
        elif (
            token.low == "."
            and token.start == before.end
            and end + 1 < len(tokens)
            and tokens[end + 1].cap
            and (len(before.low) == 1 or before.low in lexicon.titles)
        ):
            end += 1
        elif token.low in lexicon.particles and token.low not in lexicon.determiners:
            reach = end + 1
            while reach < len(tokens) and tokens[reach].low in lexicon.particles:
                reach += 1
            if reach == len(tokens) or not tokens[reach].cap:
                break
            end = reach
        else:
            break
    return end


def _is_prefix(token: Token, opens: bool, lexicon: Lexicon) -> bool:  # noqa: FBT001
    low = token.low
    if low in lexicon.titles or lexicon.is_speaker(low) or low in lexicon.stops:
        return True
    return opens and (
        low in lexicon.between or low in lexicon.determiners or low in lexicon.cues.words
    )


def _stem(low: str) -> str:
    return low[:-2] if low.endswith(("'s", "’s")) else low


def _key(name: str) -> list[str]:
    return [_stem(w.strip(".,")) for w in name.casefold().split()] or [""]
