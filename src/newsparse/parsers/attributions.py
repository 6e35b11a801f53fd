"""Attributions of other shapes: "according to X", "X zufolge", "citing X", "as X said".

In: tokens and a place. Out: Frames. Words are in the packs.
"""

from __future__ import annotations

from typing import NamedTuple

from newsparse.parsers.cues import Lexicon
from newsparse.parsers.describe import read_mention
from newsparse.parsers.followers import PAUSES, lone, next_phrase
from newsparse.parsers.mentions import NAME, NOUN, PRONOUN, Mention, Scene, opens_phrase, plausible
from newsparse.parsers.quote_text import PUNCT, RUN, WORD, Token
from newsparse.parsers.subjects import subject_before

__all__ = [
    "Frame",
    "according",
    "attribution_at",
    "cited_before",
    "cited_behind",
    "document_at",
    "manner_clause",
]

MANNER_REACH = 28
"""Tokens of a clause "as X said" looked at."""

MARKED_REACH = 60
"""Tokens on either side of a small preposition among which marked words are looked for."""

CITED_BACK = 6
"""Tokens in front of a verb of saying among which one of citing is looked for."""

SOURCE_REACH = 5
"""Tokens behind a preposition within which a noun of saying makes it an attribution."""


PLAIN_WORDS = 3
"""Small words behind "according to" that may describe a speaker."""


DOCUMENT_REACH = 8
"""Tokens beside "it says" among which the preposition before the document is looked for."""


CITED_REACH = 5
"""Tokens behind a verb of saying within which "citing" names the real speaker."""


SKIPS = 3
"""Adverbials that may stand between an inverted verb and its subject."""


class Frame(NamedTuple):
    """An attribution: ``how`` names the pattern that found it, for explanations and scores."""

    mention: Mention | None
    cue: tuple[int, int] | None
    how: str


def according(scene: Scene, tokens: list[Token], start: int, high: int) -> Frame | None:
    """Read "according to X", "so X"; "X zufolge"."""
    words = scene.words
    length = words.according.at(tokens, start) or _tag(tokens, start, high, words)
    if length == 1 and tokens[start].low in words.views and not _marked(tokens, start):
        # "La llave es para Ada Roe": only marked words are hers by so small a word.
        return _view(scene, tokens, start, high)
    if length:
        mention = next_phrase(scene, tokens, start + length, high, skips=0)
        mention = mention or _plain_phrase(scene, tokens, start + length, high)
        if mention is not None:
            mention = _adjectives(scene, tokens, mention, high)
            return Frame(
                mention, (tokens[start].start, tokens[start + length - 1].end), "according"
            )
    if tokens[start].low in words.sourcing:
        frame = _sourced(scene, tokens, start, high)
        if frame is not None:
            return frame
    if tokens[start].low in words.views:
        return _view(scene, tokens, start, high)
    if words.behind.words and opens_phrase(tokens, start, words):
        mention = read_mention(scene, tokens, start, high)
        if mention is not None and mention.last < high:
            token = tokens[mention.last]
            noun = tokens[mention.last - 1].low
            viewed = token.low in words.sourcing and _says(noun, words)
            if viewed or token.low in words.behind.words:
                return Frame(mention, (token.start, token.end), "according")
    return None


def _marked(tokens: list[Token], at: int) -> bool:
    """Whether marked words stand near by in the sentence."""
    near = tokens[max(0, at - MARKED_REACH) : at + MARKED_REACH]
    return any(token.kind == RUN for token in near)


def _adjectives(scene: Scene, tokens: list[Token], mention: Mention, high: int) -> Mention:
    """Small words between a name and a comma belong to it: "Secondo la Protezione civile,"."""
    end = mention.last
    if mention.kind != NAME or mention.behind != end or scene.words.noun_capitals:
        return mention
    while end < min(high, mention.last + PLAIN_WORDS) and tokens[end].kind == WORD:
        if tokens[end].cap or tokens[end].low in scene.words.stops | scene.words.relatives:
            return mention
        end += 1
    if end == mention.last or end >= high or tokens[end].low != ",":
        return mention
    stop = tokens[end - 1].end
    name = scene.text[mention.start : stop]
    return mention._replace(end=stop, name=name, last=end, behind=end)


def _says(low: str, words: Lexicon) -> bool:
    """Whether a noun is one of saying or of thinking."""
    return low in words.nouns or low.endswith(words.noun_ends)


def _view(scene: Scene, tokens: list[Token], at: int, high: int) -> Frame | None:
    """Read "for the mayor, this is …" at the head of a clause."""
    words = scene.words
    opens = at == 0 or (at == 1 and tokens[0].low in words.coordinators)
    if not opens or at + 1 >= high or not opens_phrase(tokens, at + 1, words):
        return None
    mention = read_mention(scene, tokens, at + 1, high)
    if mention is None or mention.kind == PRONOUN or not plausible(scene, tokens, mention):
        return None
    said = tokens[mention.first : mention.last]
    if mention.kind == NOUN and not any(words.is_speaker(t.low) for t in said):
        return None  # "Para el conflicto, …": a thing has no view
    after = tokens[mention.behind] if mention.behind < high else None
    if after is None or (after.low != "," and after.low not in words.between):
        return None
    return Frame(mention, (tokens[at].start, tokens[at].end), "view")


def _tag(tokens: list[Token], at: int, high: int, words: Lexicon) -> int:
    """One for "so" in front of a speaker; none where it is an adverb: "so wurde dieser"."""
    if tokens[at].low not in words.tags:
        return 0
    return int(not words.noun_capitals or (at + 1 < high and opens_phrase(tokens, at + 1, words)))


def _plain_phrase(scene: Scene, tokens: list[Token], at: int, high: int) -> Mention | None:
    """Small words behind "according to", in languages whose nouns have cases."""
    words = scene.words
    end = at
    while end < min(high, at + PLAIN_WORDS) and tokens[end].kind == WORD:
        if tokens[end].low in words.stops or tokens[end].low in words.links:
            break
        end += 1
    if not words.articleless or end == at:
        return None
    return Mention(
        tokens[at].start,
        tokens[end - 1].end,
        NOUN,
        None,
        scene.between(tokens, at, end),
        None,
        at,
        end,
        end,
    )


def _sourced(scene: Scene, tokens: list[Token], start: int, high: int) -> Frame | None:
    """Read "nach Angaben der Polizei": a noun of saying makes the source."""
    words = scene.words
    for at in range(start + 1, min(start + SOURCE_REACH, high)):
        token = tokens[at]
        if token.kind != WORD or token.low in words.days:
            return None
        if not _says(token.low, words):
            continue
        cue = (tokens[start].start, token.end)
        mention = None
        following = at + 1
        if following < high and tokens[following].low in words.links:
            following += tokens[following].low not in words.determiners
        if following < high and opens_phrase(tokens, following, words):
            mention = read_mention(scene, tokens, following, high)
        if mention is None or not plausible(scene, tokens, mention):
            first = start + 1
            mention = Mention(
                tokens[first].start,
                token.end,
                NOUN,
                None,
                scene.between(tokens, first, at + 1),
                None,
                first,
                at + 1,
                at + 1,
            )
        return Frame(mention, cue, "according")
    return None


def attribution_at(
    scene: Scene, tokens: list[Token], at: int, high: int
) -> tuple[Frame | None, int]:
    """Read “according to X” that begins at ``at``; gives the token behind it too."""
    frame = according(scene, tokens, at, high)
    if frame is None or frame.mention is None:
        return None, at
    if at and tokens[at].low in scene.words.tags and tokens[at - 1].kind == WORD:
        return None, at
    last = frame.mention.last
    if last < high and tokens[last].low in scene.words.behind.words:
        return frame, last + 1
    return frame, frame.mention.behind


def document_at(scene: Scene, tokens: list[Token], low: int, high: int) -> Mention | None:
    """The document that a preposition between two tokens leads to: "heißt es in dem Brief"."""
    words = scene.words
    for at in range(low, min(high - 1, low + DOCUMENT_REACH)):
        token = tokens[at]
        if token.kind != WORD:
            return None
        if token.low not in words.stops or token.low in words.coordinators:
            continue
        place = at + 1
        while place < high and _describes(tokens[place], words):
            place += 1
        if place < high and tokens[place].kind == WORD and opens_phrase(tokens, place, words):
            return read_mention(scene, tokens, place, high)
        plain = _plain_phrase(scene, tokens, place, high) or _lone_document(
            tokens, place, high, scene
        )
        if plain is not None:
            return plain
    return None


def _lone_document(tokens: list[Token], at: int, high: int, scene: Scene) -> Mention | None:
    """One small word with its article at its end: Swedish "står det i åtalet"."""
    if at >= high or tokens[at].kind != WORD or tokens[at].cap or not tokens[at].low.isalpha():
        return None
    closes = at + 1 >= high or tokens[at + 1].kind != WORD
    return lone(tokens[at], at, scene) if closes else None


def _describes(token: Token, words: Lexicon) -> bool:
    """Whether a lower-case word may stand between a preposition and its noun."""
    if not words.noun_capitals or token.kind != WORD or token.cap:
        return False
    if token.low in words.determiners:
        return False
    return token.low.isalpha() and token.low not in words.stops and not words.is_speaker(token.low)


def cited_behind(scene: Scene, tokens: list[Token], at: int, high: int) -> Frame | None:
    """Read “, citing X” behind a frame: X is who spoke, through the medium of the frame."""
    words = scene.words
    for place in range(at, min(at + CITED_REACH, high - 1)):
        if tokens[place].kind == WORD and tokens[place].low in words.citing:
            if not opens_phrase(tokens, place + 1, words):
                return None
            mention = read_mention(scene, tokens, place + 1, high)
            if mention is None or not plausible(scene, tokens, mention):
                return None
            return Frame(mention, (tokens[place].start, tokens[place].end), "cited")
    return None


def cited_before(
    scene: Scene, tokens: list[Token], low: int, cue: int, behind: int, high: int
) -> Mention | None:
    """Whom a medium cites: "the paper quoted Roe as saying"."""
    words = scene.words
    if tokens[cue].low in words.citing:
        return next_phrase(scene, tokens, behind, high, skips=0)
    for place in range(cue - 2, max(low, cue - CITED_BACK) - 1, -1):
        if tokens[place].kind == WORD and tokens[place].low in words.citing:
            return next_phrase(scene, tokens, place + 1, cue, skips=0)
    return None


def manner_clause(
    scene: Scene, tokens: list[Token], at: int, high: int
) -> tuple[Frame | None, int]:
    """Read “as X put it” that opens at ``at``; gives the token behind the clause too."""
    stop = at + 1
    while stop < min(high, at + MANNER_REACH) and not (
        tokens[stop].kind == PUNCT and tokens[stop].low in PAUSES
    ):
        stop += 1
    words = scene.words
    for place in range(stop - 1, at, -1):
        token = tokens[place]
        if token.kind == WORD and (length := words.cue_at(tokens, place)) and not token.cap:
            mention = subject_before(scene, tokens, at + 1, place)
            mention = mention or next_phrase(scene, tokens, place + length, stop, skips=SKIPS)
            if mention is None or not plausible(scene, tokens, mention):
                return None, at
            cue = (token.start, tokens[place + length - 1].end)
            return Frame(mention, cue, "manner"), stop
    return None, at
