"""The phrase behind a verb of saying: "said Ada Roe", "sagte am Montag die Ministerin".

In: tokens and the place behind a verb. Out: a Mention; adverbials in between are stepped over.
"""

from __future__ import annotations

from newsparse.parsers.cues import Lexicon
from newsparse.parsers.describe import read_mention
from newsparse.parsers.mentions import NAME, NOUN, Mention, Scene, opens_phrase
from newsparse.parsers.phrases import is_date
from newsparse.parsers.quote_text import PUNCT, RUN, WORD, Token

__all__ = ["PAUSES", "is_document", "lone", "marked_name", "next_phrase"]

LONE_NOUN = 4
"""Letters of a small word that may be who spoke."""


JOB_WORDS = 3
"""Words of a job that no pack knows, in front of a name."""


MARKED_NAME = 40
"""Code points of a name in marks that may be a speaker."""


PAUSES = frozenset(",،;:，：；—–―-")


def next_phrase(
    scene: Scene, tokens: list[Token], at: int, high: int, *, skips: int
) -> Mention | None:
    """The phrase that begins at ``at``, or behind up to ``skips`` adverbials there."""
    words = scene.words
    document: Mention | None = None
    while at < high:
        token = tokens[at]
        step = _idle(tokens, at, high, words)
        if step:
            at += step
        elif token.kind == PUNCT and token.low in PAUSES and skips:
            skips -= 1
            at += 1
        elif token.kind != WORD:
            break
        elif token.low in words.oblique | words.stops and skips:
            skips -= 1
            at, inner = _passed(scene, tokens, at, high)
            document = document or inner
        else:
            return _opened(scene, tokens, at, high) or document
    if at < high and tokens[at].kind == RUN:
        return marked_name(scene, tokens[at], at) or document
    return document


def _opened(scene: Scene, tokens: list[Token], at: int, high: int) -> Mention | None:
    """The phrase that begins right at a word, or the paper in marks behind its article."""
    words, token = scene.words, tokens[at]
    if token.low in words.determiners and at + 1 < high and tokens[at + 1].kind == RUN:
        return marked_name(scene, tokens[at + 1], at + 1)
    if opens_phrase(tokens, at, words) or _unknown_job(tokens, at, high, words):
        return read_mention(scene, tokens, at, high)
    return lone(token, at, scene) if _lone_noun(tokens, at, high, words) else None


def _passed(scene: Scene, tokens: list[Token], at: int, high: int) -> tuple[int, Mention | None]:
    """Token behind an object or adverbial, and the document that the latter names."""
    words = scene.words
    if tokens[at].low in words.oblique:
        inner = _object(scene, tokens, at, high)
        return max(inner.last if inner is not None else 0, at + 1), None
    inner = _object(scene, tokens, at + 1, high)
    last = inner.last if inner is not None else _behind_noun(tokens, at + 1, high, words)
    behind = _behind_date(scene, tokens, last, high)
    named = inner is not None and is_document(tokens, inner, words)
    return behind, inner if named else None


def _noun_follows(token: Token, words: Lexicon) -> bool:
    """Whether a word may be the noun behind an article."""
    if token.kind != WORD or token.low in words.stops | words.between | words.days:
        return False
    return token.low not in words.cues.first | words.determiners | words.links


def _behind_noun(tokens: list[Token], at: int, high: int, words: Lexicon) -> int:
    """Token behind a small word, a preposition and a name: "ai microfoni di Radio Valle"."""
    if words.articleless or at + 2 >= high or tokens[at].cap or tokens[at].kind != WORD:
        return at
    if tokens[at + 1].low not in words.links or not tokens[at + 2].cap:
        return at
    end = at + 2
    while end < high and tokens[end].kind == WORD and tokens[end].cap:
        end += 1
    return end


def _idle(tokens: list[Token], at: int, high: int, words: Lexicon) -> int:
    """Tokens at ``at`` that stand between verb and subject: auxiliaries, adverbs, days."""
    token = tokens[at]
    if token.kind != WORD:
        return 0
    following = tokens[at + 1] if at + 1 < high else None
    leads = words.noun_capitals and token.low in words.prepositions
    if leads and following is not None and following.cap:
        return 0  # "am Ende": an adverbial
    article = token.low in words.determiners and token.low in words.between
    if article and following is not None and _noun_follows(following, words):
        return 0  # "respondió la quesera": an article that is a pronoun too
    if token.low in words.between or is_date(tokens, at, words):
        return 1
    day = token.low in words.determiners and at + 1 < high and tokens[at + 1].low in words.days
    return 2 if day else 0


def lone(token: Token, at: int, scene: Scene) -> Mention:
    """Return the mention that is one word."""
    word = scene.text[token.start : token.end]
    return Mention(token.start, token.end, NOUN, None, word, None, at, at + 1, at + 1)


def _unknown_job(tokens: list[Token], at: int, high: int, words: Lexicon) -> bool:
    """Whether lower-case words lead straight to a name: said bell ringer Ada Roe."""
    for place in range(at, min(at + JOB_WORDS + 1, high)):
        token = tokens[place]
        if token.kind != WORD or token.low in words.stops or words.cue_at(tokens, place):
            return False
        if token.cap or (not words.capitals and token.low in words.given):
            return place > at and token.low not in words.days
        if not token.low.isalpha() or token.low.endswith("ly"):
            return False
    return False


def _lone_noun(tokens: list[Token], at: int, high: int, words: Lexicon) -> bool:
    """Polish, Russian: a small word between verb and full stop is who spoke."""
    token = tokens[at]
    if not words.articleless or words.verb_last or len(token.low) < LONE_NOUN:
        return False
    if words.cue_at(tokens, at):
        return False
    if token.low in words.stops or token.low in words.relatives or not token.low.isalpha():
        return False
    if at + 1 < len(tokens) and tokens[at + 1].kind == RUN:
        return False  # "называют ремонт «плановым»": an object
    return at + 1 >= high or tokens[at + 1].kind != WORD


def is_document(tokens: list[Token], mention: Mention, words: Lexicon) -> bool:
    """Whether a phrase is a statement, a report or the like."""
    inside = tokens[mention.first : mention.last]
    return any(t.low in words.nouns or t.low.endswith(words.noun_ends) for t in inside)


def marked_name(scene: Scene, token: Token, at: int) -> Mention | None:
    """A paper whose name stands in marks: wrote “The Example”."""
    name = scene.text[token.start : token.end].strip(" \u00a0\u202f\"'“”„‟«»‹›‘’")
    if not name or len(name) > MARKED_NAME or not name[0].isupper() or name[-1] in ".!?,":
        return None
    start = scene.text.index(name, token.start)
    return Mention(start, start + len(name), NAME, name, None, None, at, at + 1, at + 1)


def _object(scene: Scene, tokens: list[Token], at: int, high: int) -> Mention | None:
    words = scene.words
    if at >= high or not opens_phrase(tokens, at, words):
        return None
    if words.articleless:
        # "na Facebooku radny Jan Nowak": a job begins the next phrase.
        near = range(at + 1, min(high, at + JOB_WORDS + 2))
        jobs = (i for i in near if words.is_speaker(tokens[i].low))
        high = next(jobs, high)
    return read_mention(scene, tokens, at, high)


def _behind_date(scene: Scene, tokens: list[Token], at: int, high: int) -> int:
    """Token behind a date that follows the object of a preposition."""
    while at < high and tokens[at].kind == WORD:
        if tokens[at].low not in scene.words.days and not tokens[at].low.isdigit():
            break
        at += 1
    return at
