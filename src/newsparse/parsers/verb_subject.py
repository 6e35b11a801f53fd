"""The subject of a verb of saying: the phrase in front of it or the one behind it.

In: tokens and the place of a verb. Out: a Mention. Which side counts follows from the order of
words: an adverbial in front moves the subject behind the verb, a pronoun that is always a subject
settles it, and a phrase whose case shows that it is none is passed over.
"""

from __future__ import annotations

from newsparse.parsers.attributions import cited_before
from newsparse.parsers.cues import Lexicon
from newsparse.parsers.describe import read_mention
from newsparse.parsers.followers import next_phrase
from newsparse.parsers.mentions import NAME, NOUN, Mention, Scene, opens_phrase, plausible
from newsparse.parsers.quote_text import RUN, WORD, Token
from newsparse.parsers.subjects import governed, subject_before

__all__ = ["REACH", "SKIPS", "subject_of"]

REACH = 28
"""Tokens in front of a verb among which its clause begins; as far as a frame reaches."""

SKIPS = 3
"""Adverbials that may stand between an inverted verb and its subject."""


def subject_of(
    scene: Scene, tokens: list[Token], low: int, cue: int, behind: int, high: int
) -> Mention | None:
    """Subject of a cue in running text: before it, or behind it where an adverbial opens."""
    words = scene.words
    cited = cited_before(scene, tokens, low, cue, behind, high)
    if cited is not None and (
        plausible(scene, tokens, cited) or tokens[cited.first].low in words.oblique
    ):
        return cited
    low = max(low, cue - REACH)
    clause = cue
    while clause > low and tokens[clause - 1].kind == WORD:
        clause -= 1
    after = next_phrase(scene, tokens, behind, high, skips=SKIPS if words.inverts else 0)
    if after is not None and tokens[after.first].low in words.nominative:
        if all(t.kind == WORD for t in tokens[behind : after.first]):
            return after
        after = None
    if _closes(tokens, after, cue, behind, high, words):
        return after
    framed = _beside_auxiliary(scene, tokens, low, cue) if words.auxiliaries else None
    return framed or _ordered(scene, tokens, after, (low, clause, cue, behind))


def _closes(
    tokens: list[Token], after: Mention | None, cue: int, behind: int, high: int, words: Lexicon
) -> bool:
    """Whether "…, said Ada Roe, a baker." closes a sentence: the name is no hearer."""
    if after is None or cue == 0 or words.acts.at(tokens, cue):
        return False
    if tokens[cue - 1].low != "," and tokens[cue - 1].kind != RUN:
        return False
    if any(t.kind != WORD for t in tokens[behind : after.first]):
        return False
    speaks = any(words.is_speaker(t.low) for t in tokens[after.first : after.last])
    if after.kind != NAME and not speaks:
        return False
    if after.behind >= high or tokens[after.behind].kind != WORD:
        return True
    low = tokens[after.behind].low
    return low not in words.that and (low in words.relatives or low in words.links)


def _beside_auxiliary(scene: Scene, tokens: list[Token], low: int, cue: int) -> Mention | None:
    """The subject of a verb that closes its clause: "wird Roth auf der Seite der Stadt zitiert"."""
    words = scene.words
    clause = cue
    while clause > low and (tokens[clause - 1].kind == WORD or tokens[clause - 1].low == "-"):
        clause -= 1  # "Hafen- und Parteivorsitzende"
    place = next((i for i in range(clause, cue - 1) if tokens[i].low in words.auxiliaries), -1)
    if place < 0:
        return None
    if opens_phrase(tokens, place + 1, words):
        behind = read_mention(scene, tokens, place + 1, cue)
        if behind is not None and _is_subject(scene, tokens, behind):
            return behind
    if place == clause or not opens_phrase(tokens, clause, words):
        return None
    front = read_mention(scene, tokens, clause, place)
    whole = front is not None and front.behind >= place
    return front if whole and front is not None and _is_subject(scene, tokens, front) else None


def _is_subject(scene: Scene, tokens: list[Token], mention: Mention) -> bool:
    """Whether a phrase may be a subject by its looks and its case.

    A noun without an article beside an auxiliary is a name, met before or not.
    """
    bare = mention.kind == NAME and mention.last - mention.first == 1
    looks = bare or plausible(scene, tokens, mention)
    return looks and not governed(tokens, mention, scene.words)


def _ordered(
    scene: Scene, tokens: list[Token], after: Mention | None, places: tuple[int, int, int, int]
) -> Mention | None:
    """The phrase in front of the verb or ``after``; places: stretch, clause, verb, behind it."""
    words = scene.words
    low, clause, cue, behind = places
    inverts = words.inverts and clause < cue
    inverts = inverts and tokens[clause].low in words.stops - words.coordinators
    elided = cue > low and tokens[cue - 1].low in words.coordinators
    front = None if inverts and not elided else subject_before(scene, tokens, low, cue)
    if front is not None and after is not None and _objective(tokens, front, words):
        front = None
    if front is not None and plausible(scene, tokens, front):
        return after if _inverted(tokens, front, after, cue, behind, words) else front
    if after is not None and plausible(scene, tokens, after):
        return after
    if inverts:
        if words.noun_capitals and after is not None and after.first == behind:
            return after
        front = _house(scene, tokens, clause, cue) if after is None and words.drops else None
        front = front or subject_before(scene, tokens, low, cue)
    return _unlisted(scene, tokens, front, after, clause, cue, behind)


def _house(scene: Scene, tokens: list[Token], clause: int, cue: int) -> Mention | None:
    """Who speaks where nobody is named: "В администрации называют", "En el museo aseguran"."""
    words = scene.words
    if tokens[clause].low not in words.links or not opens_phrase(tokens, clause + 1, words):
        return None
    found = read_mention(scene, tokens, clause + 1, cue)
    if found is None or found.behind < cue or found.kind != NOUN:
        return None
    return found if any(words.is_speaker(t.low) for t in tokens[found.first : found.last]) else None


def _objective(tokens: list[Token], mention: Mention, words: Lexicon) -> bool:
    """Whether a phrase is an object by its case."""
    near = tokens[max(mention.first - 1, 0) : mention.first + 1]
    return any(t.low in words.oblique for t in near)


def _inverted(
    tokens: list[Token],
    mention: Mention,
    after: Mention | None,
    cue: int,
    behind: int,
    words: Lexicon,
) -> bool:
    """Whether the phrase behind a verb goes before a plausible one in front: German word order."""
    if (
        not words.noun_capitals
        or after is None
        or after.first != behind
        or (tokens[cue - 1].low in words.coordinators)
    ):
        return False
    if tokens[cue - 1].low == "," and mention.behind < cue - 1:
        return True  # "Als der Minister kam, sagte Roth"
    opener = tokens[mention.first].low
    return after.kind == NAME and mention.kind == NOUN and opener in words.genitives


def _unlisted(
    scene: Scene,
    tokens: list[Token],
    front: Mention | None,
    after: Mention | None,
    clause: int,
    cue: int,
    behind: int,
) -> Mention | None:
    """Of two nouns that no list knows, the one that stands where a subject does."""
    words = scene.words
    if not words.noun_capitals or (front is not None and plausible(scene, tokens, front)):
        return front or after
    opens = front is not None and front.behind >= cue and front.first == clause
    if front is not None and opens and not governed(tokens, front, words):
        return front
    return after if after is not None and after.first == behind else None
