"""Which verbs report in the reporter's own words, and of whom.

In: tokens, the place of a verb, its subject. Out: whether it reports. Without marks a verb must be
one of saying, and its subject somebody who can say something; words are in the packs.
"""

from __future__ import annotations

from newsparse.parsers.cues import Lexicon
from newsparse.parsers.followers import is_document
from newsparse.parsers.mentions import NAME, PRONOUN, Mention, Scene
from newsparse.parsers.quote_text import Token

__all__ = ["ADDRESS", "BREAKS", "ends_with", "heard", "may_report", "nominal"]

ADDRESS = 9
"""Tokens behind a verb of saying within which a conjunction opens the report ("told the council on
Friday that")."""

NEAR = 60
"""Tokens on both sides of a verb that subject, addressee and conjunction reach over together."""

BREAKS = frozenset(",—–-")
"""Signs that close a clause in front of its attribution."""

_INFINITIVE = frozenset(("to", "zu"))
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
    """Whether the word reports nothing: a noun, an adjective or "met to talk about"."""
    if at == 0:
        return tokens[at].cap
    before = tokens[at - 1]
    if before.low in _INFINITIVE and words.acts.at(tokens, at):
        return True
    return tokens[at].cap or (before.low in words.determiners and before.low not in words.pronouns)


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
