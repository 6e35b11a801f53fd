"""Who may be meant by a phrase: the value that readers of quotes hand on.

``Mention`` is what was read, ``Scene`` what all readers of one text share. Here is also decided
what can open a phrase and whether a phrase looks like somebody who can speak.
"""

from __future__ import annotations

from typing import NamedTuple

from newsparse.parsers.cues import Lexicon
from newsparse.parsers.phrases import is_date
from newsparse.parsers.quote_text import WORD, Token

__all__ = [
    "NAME",
    "NOUN",
    "PRONOUN",
    "Mention",
    "Scene",
    "bare",
    "opens_phrase",
    "plausible",
    "proper",
]

NAME, NOUN, PRONOUN = "name", "noun", "pronoun"


class Mention(NamedTuple):
    """A phrase that names a speaker.

    ``start`` and ``end`` bound, in code points, the words that name (a name without its titles, a
    pronoun, or a whole description); ``first`` and ``last`` bound the phrase in tokens; ``behind``
    is the token behind phrase and apposition.
    """

    start: int
    end: int
    kind: str
    name: str | None
    role: str | None
    affiliation: str | None
    first: int
    last: int
    behind: int


class Scene(NamedTuple):
    """What every reader of one text shares: the text, the words, the surnames met in it."""

    text: str
    words: Lexicon
    people: frozenset[str]

    def between(self, tokens: list[Token], first: int, last: int) -> str:
        """The text of tokens ``first`` to ``last``, the last one left out."""
        return self.text[tokens[first].start : tokens[last - 1].end]


def opens_phrase(  # each return has one reason
    tokens: list[Token], at: int, words: Lexicon
) -> bool:
    """Whether a phrase that may name somebody begins at token ``at``."""
    token = tokens[at]
    if token.kind != WORD:
        return False
    low = token.low
    if low in words.determiners and low not in words.pronouns:
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        return following is not None and not is_date(tokens, at + 1, words)
    if low in words.pronouns or low in words.titles:
        return True
    if low in words.stops or low in words.relatives or low in words.between | words.manner:
        return False
    if token.cap:
        return not is_date(tokens, at, words)
    if not words.capitals and low in words.given:
        return True
    if low.isdigit():
        return at + 1 < len(tokens) and words.is_speaker(tokens[at + 1].low)
    return words.is_speaker(low)


def plausible(scene: Scene, tokens: list[Token], mention: Mention) -> bool:
    """Whether a phrase looks like somebody who can speak, for languages that capitalise nouns."""
    words = scene.words
    if mention.kind == PRONOUN:
        return True
    inside = tokens[mention.first : mention.last]
    if any(words.is_speaker(t.low) or t.low in words.titles for t in inside if t.kind == WORD):
        return True
    if not words.noun_capitals:
        return mention.kind == NAME or words.spaced
    named = [t for t in inside if t.kind == WORD and t.cap]
    if any(proper(scene, t) for t in named):
        return True
    return len(named) > 1 and named[0].low in words.given


def proper(scene: Scene, token: Token) -> bool:
    """Whether a word is a name: of somebody met in the text, an institution, an acronym."""
    low = token.low
    if low in scene.people or low in scene.words.organisation_words:
        return True
    inner = scene.text[token.start + 1 : token.end]
    # "CDU", "dpa-infocom" are names; a compound such as "EU-Recht" is none.
    return len(inner) > 1 and "-" not in inner and inner.isupper()


def bare(name: str) -> str:
    """Return a name without a genitive ending."""
    return name[:-2] if name.endswith(("'s", "’s")) else name
