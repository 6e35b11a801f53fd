"""The phrase in front of a verb that is its subject.

In: tokens and the place of a verb. Out: Mentions. Appositions, relative clauses and adverbials
between subject and verb are stepped over; a phrase behind a preposition is nobody's subject.
"""

from __future__ import annotations

from newsparse.parsers.cues import Lexicon
from newsparse.parsers.describe import read_mention
from newsparse.parsers.followers import PAUSES
from newsparse.parsers.mentions import NAME, NOUN, PRONOUN, Mention, Scene, opens_phrase, plausible
from newsparse.parsers.phrases import is_abbreviation
from newsparse.parsers.quote_text import PUNCT, WORD, Token

__all__ = ["first_subject", "governed", "subject_before"]

CLAUSE = 40
"""Tokens in front of a verb among which its subject is looked for."""


BRACKET = 9
"""Tokens of a bracket that is stepped over backwards."""


def subject_before(scene: Scene, tokens: list[Token], low: int, cue: int) -> Mention | None:
    """The subject in front of the verb at ``cue``, appositions and clauses between skipped."""
    found = _in_front(scene, tokens, low, cue)
    if found is None or found.first - low < 2:
        return found
    if found.kind == NOUN and scene.words.drops and _hidden(tokens, found, scene.words):
        return None
    if found.kind != PRONOUN:
        return found
    # "La boulangère, elle, a dit": the pronoun only takes up the noun.
    comma = tokens[found.first - 1].low == "," and tokens[found.first + 1].low == ","
    named = _adjacent(scene, tokens, low, found.first - 1) if comma else None
    return named if named is not None and named.behind >= found.first - 1 else found


def _hidden(tokens: list[Token], mention: Mention, words: Lexicon) -> bool:
    """Whether a noun that no list knows stands inside a clause: the subject may be left out."""
    if tokens[mention.first - 1].kind != WORD:
        return False
    return not any(words.is_speaker(t.low) for t in tokens[mention.first : mention.last])


def _in_front(scene: Scene, tokens: list[Token], low: int, cue: int) -> Mention | None:
    words = scene.words
    low = max(low, cue - CLAUSE)
    end = cue
    while end > low and tokens[end - 1].kind == WORD and _between(tokens[end - 1], words):
        end -= 1
    relative = end > low and tokens[end - 1].low in words.relatives
    if relative:
        end -= 1
        while end > low and tokens[end - 1].kind == PUNCT:
            end -= 1
    best: Mention | None = None
    if end > low and (tokens[end - 1].kind == WORD or tokens[end - 1].low in ")."):
        best = _adjacent(scene, tokens, low, end)
        if best is not None and plausible(scene, tokens, best):
            return best
    earlier = _earlier(scene, tokens, low, end)
    if earlier is not None and (best is None or plausible(scene, tokens, earlier)):
        return earlier
    if best is None or not plausible(scene, tokens, best):
        best = _any(scene, tokens, low, end) or best
    return best


def _between(token: Token, words: Lexicon) -> bool:
    low = token.low
    return low in words.between or (low.endswith("ly") and not token.cap)


def _adjacent(scene: Scene, tokens: list[Token], low: int, end: int) -> Mention | None:
    """The phrase whose last word stands right before ``end``."""
    words = scene.words
    start = end
    while start > low and (reach := _step_back(tokens, low, start, end, words)):
        start -= reach
    best: Mention | None = None
    for at in range(start, end):
        if not opens_phrase(tokens, at, words):
            continue
        mention = read_mention(scene, tokens, at, end)
        if mention is None:
            continue
        if mention.behind >= end:
            if mention.kind == PRONOUN and words.drops:
                return mention
            return None if governed(tokens, mention, words) and best else best or mention
        if best is None and not governed(tokens, mention, words):
            best = mention
    return best


def governed(tokens: list[Token], mention: Mention, words: Lexicon) -> bool:
    """Whether a preposition, a noun or the phrase's own case shows that it is no subject."""
    opener = tokens[mention.first].low
    if opener in words.oblique:
        return True
    if mention.first == 0:
        return False
    before = tokens[mention.first - 1]
    if before.kind != WORD:
        return False
    if before.low in words.oblique:
        return True
    if before.cap and opener in words.genitives and before.low not in words.days:
        return True
    return before.low in words.prepositions or (before.low in words.links and not before.cap)


def _step_back(tokens: list[Token], low: int, start: int, end: int, words: Lexicon) -> int:
    """Tokens by which a phrase may reach further back; 0 where it cannot."""
    token = tokens[start - 1]
    if token.kind == PUNCT:
        if is_abbreviation(tokens, start - 1, low, words):
            return 1
        if token.low == ")":
            for place in range(start - 2, max(low, start - BRACKET) - 1, -1):
                if tokens[place].low == "(":
                    return start - place
        return 0
    if token.kind != WORD or token.low in words.relatives:
        return 0
    if token.low in words.stops and token.low not in words.links:
        joins = token.low in words.joiners and start < end and tokens[start].cap
        return 1 if joins and start - 2 >= low and tokens[start - 2].cap else 0
    return 1


def _earlier(scene: Scene, tokens: list[Token], low: int, end: int) -> Mention | None:
    """The subject behind which appositions, clauses or another verb stand."""
    fallback: Mention | None = None
    high = end
    while high > low:
        while high > low and tokens[high - 1].kind == PUNCT:
            high -= 1
        start = high
        while start > low and not _pauses(tokens[start - 1]):
            start -= 1
        mention = _leading(scene, tokens, start, high, end)
        if mention is not None and plausible(scene, tokens, mention):
            if mention.kind in (NAME, PRONOUN):
                return _described(scene, tokens, low, start, end, mention)
            fallback = mention
        elif mention is not None:
            fallback = fallback or mention
        if start == high:
            break
        high = start
    return fallback


def _described(
    scene: Scene, tokens: list[Token], low: int, start: int, end: int, mention: Mention
) -> Mention:
    """The description in front of a name between commas: "the mayor, Ada Roe, said"."""
    high = start - 1
    begin = high
    while begin > low and not _pauses(tokens[begin - 1]):
        begin -= 1
    if mention.kind != NAME or begin >= high or tokens[begin].low not in scene.words.determiners:
        return mention
    described = read_mention(scene, tokens, begin, end)
    if described is not None and described.start == mention.start:
        return described
    return mention


def _pauses(token: Token) -> bool:
    return token.kind == PUNCT and token.low in PAUSES


def _leading(scene: Scene, tokens: list[Token], start: int, high: int, end: int) -> Mention | None:
    """The phrase that opens a stretch between pauses, conjunctions before it left out."""
    words = scene.words
    at = start
    if at < high and tokens[at].low in words.relatives and tokens[at].low not in words.pronouns:
        return None
    if at < high and tokens[at].kind == WORD and tokens[at].low in words.stops:
        if tokens[at].low in words.links:
            return None
        at += 1
    if at < high and opens_phrase(tokens, at, words):
        return read_mention(scene, tokens, at, end)
    return None


def first_subject(scene: Scene, tokens: list[Token], low: int, high: int) -> Mention | None:
    """The first plausible phrase between two tokens that no preposition governs.

    A person or a pronoun goes before a thing.
    """
    words = scene.words
    fallback: Mention | None = None
    at = low
    while at < high:
        mention = None
        if opens_phrase(tokens, at, words):
            mention = read_mention(scene, tokens, at, high)
        if mention is None:
            at += 1
            continue
        if plausible(scene, tokens, mention) and not governed(tokens, mention, words):
            doubles = fallback is not None and fallback.behind == mention.first - 1
            if mention.kind == PRONOUN and doubles and tokens[mention.behind].low == ",":
                return fallback  # "La boulangère, elle, a …"
            if mention.kind in (NAME, PRONOUN) or words.noun_capitals:
                return mention
            fallback = fallback or mention
        at = max(mention.last, at + 1)
    return fallback


def _any(scene: Scene, tokens: list[Token], low: int, end: int) -> Mention | None:
    """The last plausible phrase in front of ``end`` that no preposition governs."""
    words = scene.words
    found: Mention | None = None
    at = low
    while at < end:
        if not opens_phrase(tokens, at, words):
            at += 1
            continue
        mention = read_mention(scene, tokens, at, end)
        if mention is None:
            at += 1
            continue
        if plausible(scene, tokens, mention) and not governed(tokens, mention, words):
            found = mention
        at = max(mention.last, at + 1)
    return found
