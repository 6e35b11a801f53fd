"""Reads the phrase that names a speaker: "Example Bank analyst Ada Roe", "the mayor", "she".

In: tokens of a sentence and where a phrase begins. Out: a Mention with name, role and institution.
Grammar comes from word lists and capitals alone, so a phrase ends early rather than late.
"""

from __future__ import annotations

from newsparse.parsers.appositions import with_apposition
from newsparse.parsers.cues import Lexicon
from newsparse.parsers.mentions import NAME, NOUN, PRONOUN, Mention, Scene, bare, proper
from newsparse.parsers.phrases import capital_runs, name_start, phrase_end
from newsparse.parsers.quote_text import RUN, WORD, Token

__all__ = ["read_mention"]


def read_mention(scene: Scene, tokens: list[Token], first: int, limit: int) -> Mention | None:
    """Read the phrase that begins at ``first`` and ends before ``limit``; None if it names nobody.

    Linear in the length of a phrase, which is bounded.
    """
    words = scene.words
    token = tokens[first]
    if token.low in words.pronouns:
        following = tokens[first + 1] if first + 1 < len(tokens) else None
        if token.low in words.determiners and following is not None and following.kind == RUN:
            return None  # "eine „offene Frage“": an article
        if first + 1 >= limit:
            following = None
        opens = (
            token.low in words.determiners
            and following is not None
            and following.kind == WORD
            and following.low not in words.stops
            and following.low not in words.between
            and not words.cue_at(tokens, first + 1)
        )
        if not opens:
            return Mention(
                token.start, token.end, PRONOUN, None, None, None, first, first + 1, first + 1
            )
    last = phrase_end(tokens, first, limit, words)
    if last <= first:
        return None
    return with_apposition(scene, tokens, _describe(scene, tokens, first, last), limit)


def _describe(scene: Scene, tokens: list[Token], first: int, last: int) -> Mention:
    words = scene.words
    runs = capital_runs(tokens, first, last, words)
    open_at = first
    while open_at < last - 1 and tokens[open_at].low in words.determiners:
        open_at += 1
    if not runs:
        return _uncased(scene, tokens, first, last, open_at)
    low, high = runs[-1]
    before = low - 1
    while before > open_at and tokens[before].low in words.bare_determiners:
        before -= 1
    linked = before >= open_at and low > open_at and tokens[before].low in words.links
    if linked and not any(t.cap and words.is_speaker(t.low) for t in tokens[low : high - 1]):
        link = next(i for i in range(open_at, low) if tokens[i].low in words.links)
        head = tokens[link - 1]
        if head.cap and head.low in words.organisation_words and not words.noun_capitals:
            # "the Ministry of Transport"
            start = runs[0][0]
            name = scene.between(tokens, start, high)
            begin = tokens[start].start
            return Mention(begin, begin + len(name), NAME, name, None, None, first, last, last)
        institution = next((r for r in runs if r[0] > link), runs[-1])
        if link > open_at:
            return _noun(scene, tokens, first, last, (open_at, link), institution)
    if high - low == 1 and _common(scene, tokens, low, first):
        return _noun(scene, tokens, first, last, (low, high), None)
    if _opening_noun(scene, tokens, low, high):
        return _noun(scene, tokens, first, last, (low, last), None)
    if any(t.kind == WORD and not t.cap and words.is_speaker(t.low) for t in tokens[high:last]):
        # "the Example campaign", "Example spokesman"
        return _noun(scene, tokens, first, last, (high, last), (low, high))
    return _name(scene, tokens, first, last, open_at, runs)


def _opening_noun(scene: Scene, tokens: list[Token], low: int, high: int) -> bool:
    """Whether a capital shows no more than a sentence's start: "Fuentes municipales"."""
    words, token = scene.words, tokens[0]
    if low or high != 1 or words.noun_capitals or not words.is_speaker(token.low):
        return False
    return token.low not in scene.people and token.low not in words.given


def _common(scene: Scene, tokens: list[Token], at: int, first: int) -> bool:
    """Whether a lone capitalised word is a common noun: German "der Nachbar", "die Sprecherin"."""
    token = tokens[at]
    if not scene.words.noun_capitals or proper(scene, token):
        return False
    return scene.words.is_speaker(token.low) or at > first


def _uncased(scene: Scene, tokens: list[Token], first: int, last: int, open_at: int) -> Mention:
    """A description without capitals; in Arabic or Hindi a given name opens the name in it."""
    words = scene.words
    if not words.capitals:
        for at in range(open_at, last):
            if tokens[at].low in words.given and not words.is_speaker(tokens[at].low):
                name = scene.between(tokens, at, last)
                role = scene.between(tokens, open_at, at) if at > open_at else None
                begin = tokens[at].start
                return Mention(begin, begin + len(name), NAME, name, role, None, first, last, last)
    return _noun(scene, tokens, first, last, (open_at, last), None)


def _noun(
    scene: Scene,
    tokens: list[Token],
    first: int,
    last: int,
    role: tuple[int, int],
    institution: tuple[int, int] | None,
) -> Mention:
    return Mention(
        tokens[first].start,
        tokens[last - 1].end,
        NOUN,
        None,
        scene.between(tokens, *role),
        None if institution is None else bare(scene.between(tokens, *institution)),
        first,
        last,
        last,
    )


def _name(
    scene: Scene,
    tokens: list[Token],
    first: int,
    last: int,
    open_at: int,
    runs: list[tuple[int, int]],
) -> Mention:
    words = scene.words
    low, high = runs[-1]
    start = name_start(tokens, low, high, words)
    if start == high and high - low == 1 and tokens[low].low in scene.people and low == first:
        start = low  # a surname that is a title too: "Prins", "King"
    if start == high:
        return _noun(scene, tokens, first, last, (open_at, high), None)
    role = affiliation = None
    if start > low:
        role = scene.between(tokens, low, start).rstrip(".")
        linked = tokens[start - 1].kind == WORD and not tokens[start - 1].cap
        if linked or role.casefold() in words.honorifics:
            role = None
    elif len(runs) > 1:
        before = runs[-2][1]
        if any(words.is_speaker(t.low) for t in tokens[before:low]):
            role = scene.between(tokens, before, low)
            affiliation = bare(scene.between(tokens, *runs[-2]))
    elif low > open_at and _is_job(tokens, open_at, low, words):
        role = scene.between(tokens, open_at, low)
    name = bare(scene.between(tokens, start, high))
    begin = tokens[start].start
    return Mention(begin, begin + len(name), NAME, name, role, affiliation, first, last, last)


def _is_job(tokens: list[Token], first: int, last: int, words: Lexicon) -> bool:
    """Whether lower-case words in front of a name say what somebody does."""
    inside = tokens[first:last]
    if any(words.is_speaker(t.low) for t in inside):
        return True
    return all(t.kind == WORD and t.low.isalpha() for t in inside) and not words.noun_capitals
