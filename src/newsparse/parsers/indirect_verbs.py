"""Which verbs report in the reporter's own words, and of whom.

In: tokens, the place of a verb, its subject. Out: whether it reports. Without marks a verb must be
one of saying, and its subject somebody who can say something; words are in the packs.
"""

from __future__ import annotations

from newsparse.parsers.cues import Lexicon
from newsparse.parsers.followers import is_document
from newsparse.parsers.mentions import NAME, PRONOUN, Mention, Scene
from newsparse.parsers.quote_text import RUN, WORD, Token

__all__ = [
    "ADDRESS",
    "BREAKS",
    "FRONT_LEAST",
    "INFINITIVE",
    "addressed",
    "ends_with",
    "heard",
    "is_hearer",
    "may_report",
    "nominal",
]

ADDRESS = 9
"""Tokens behind a verb of saying within which a conjunction opens the report ("told the council on
Friday that")."""

NEAR = 60
"""Tokens on both sides of a verb that subject, addressee and conjunction reach over together."""

BREAKS = frozenset(",—–-")
"""Signs that close a clause in front of its attribution."""

FRONT_LEAST = 6
"""Tokens of a clause in front of subject and verb from which it may be the report; shorter ones are
adverbials ("on Monday morning, Roe said …")."""

INFINITIVE = frozenset(("to", "zu"))
"""What opens an infinitive."""

_APOSTROPHES = "'’"


def heard(scene: Scene, tokens: list[Token], mention: Mention, at: int) -> bool:
    """Whether words without marks may be those of a phrase: not the writer's, nor a thing's."""
    words = scene.words
    first = tokens[mention.first]
    short = next((i for i, c in enumerate(first.low) if c in _APOSTROPHES), len(first.low))
    alone = short < len(first.low) or mention.last - mention.first == 1
    if alone and first.low[:short] in words.unheard:
        return False  # "I", "I’ve"
    if words.noun_capitals or mention.kind == PRONOUN:
        return True
    if words.cue_at(tokens, at) or not words.acts.at(tokens, at):
        return True
    inside = tokens[mention.first : mention.last]
    if any(words.is_speaker(t.low) or t.low in words.titles for t in inside):
        return True
    if mention.kind != NAME:
        return is_document(tokens, mention, words)
    # A capital shows nothing at the head of a sentence: "Instead", "Paid".
    return mention.first > 0 or mention.last > 1 or first.low in scene.people


def nominal(tokens: list[Token], at: int, words: Lexicon) -> bool:
    """Whether the word reports nothing: a noun, an adjective, a passive or "met to talk about"."""
    token = tokens[at]
    if at == 0 or token.cap:
        return token.cap
    before = tokens[at - 1]
    if before.low in INFINITIVE and words.acts.at(tokens, at):
        return True
    if before.low in words.passives and not token.low.endswith("ing"):
        return True  # "a curfew was announced"
    participle = words.passives and token.low.endswith("ing")
    that = at + 1 < len(tokens) and tokens[at + 1].low in words.that
    if before.low.endswith(("'s", "’s")) or (token.low in words.nouns and not that):
        return not that  # "the baker's claims"
    if participle and before.low != "," and before.low not in words.between:
        return not that  # "reporting standards", "several telling signs"
    return before.low in words.determiners and before.low not in words.pronouns


def may_report(tokens: list[Token], at: int, behind: int, end: int, words: Lexicon) -> bool:
    """Whether a report can stand beside the verb at all; spares the search for its subject."""
    if words.plain.at(tokens, at) or words.acts.at(tokens, at):
        return True
    opens = words.that | {","} if words.moods else words.that
    if any(t.low in opens for t in tokens[behind : behind + NEAR]):
        return True
    if not ends_with(behind, end) or not words.cue_at(tokens, at):
        return False
    return any(t.low in BREAKS for t in tokens[max(at - NEAR, 0) : at])


def ends_with(at: int, end: int) -> bool:
    """Whether a closing attribution ends the sentence: no further clause behind it."""
    return end - at <= ADDRESS * 2


def is_hearer(tokens: list[Token], start: int, end: int, words: Lexicon) -> bool:
    """Whether names are all that stands behind a verb: "Roe told The Example Post on Monday"."""
    small = words.links | words.determiners | words.days
    return all(t.kind == WORD and (t.cap or t.low in small) for t in tokens[start:end])


def addressed(tokens: list[Token], close: int, behind: int, end: int, words: Lexicon) -> bool:
    """Whether a whole clause stands in front and no second one behind the verb.

    "The region should stop buying timetables, Roe told a packed meeting in the school hall".
    """
    opener = tokens[0].low
    if close < FRONT_LEAST or opener in words.prepositions | words.links | words.stops:
        return False
    return not any(
        t.kind == RUN or t.low in words.that or t.low in words.nominative or t.low in words.between
        for t in tokens[behind:end]
    )
