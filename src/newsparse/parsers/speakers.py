"""Who a sentence says has spoken: subject and verb of saying around a quote.

In: the tokens of a sentence and a stretch of them before or behind a marked run. Out: a Frame with
the speaker's mention and the cue. Order of words is tried, not known: "said Ada Roe", "Ada Roe, a
baker, said", "am Montag sagte Ada Roe", "a déclaré lundi Ada Roe".
"""

from __future__ import annotations

from typing import NamedTuple

from newsparse.parsers.cues import Lexicon
from newsparse.parsers.mentions import NAME, NOUN, PRONOUN, Mention, opens_phrase, read_mention
from newsparse.parsers.quote_text import PUNCT, WORD, Token

__all__ = ["Frame", "frame_after", "frame_before", "subject_before"]

REACH = 28
"""Tokens of a frame looked at on either side of a quote."""

SKIPS = 3
"""Adverbials that may stand between an inverted verb and its subject ("sagte am Montag in Linz")."""

_PAUSES = frozenset(",;:，；：—–―-")


class Frame(NamedTuple):
    """An attribution: ``how`` names the pattern that found it, for explanations and scores."""

    mention: Mention | None
    cue: tuple[int, int] | None
    how: str


def frame_after(
    text: str, tokens: list[Token], low: int, high: int, lexicon: Lexicon
) -> Frame | None:
    """Read the frame between token ``low``, right behind a quote, and ``high``."""
    high = min(high, low + REACH)
    at = low
    dashed = False
    while at < high and tokens[at].kind == PUNCT and tokens[at].low in _PAUSES:
        dashed = dashed or tokens[at].low in "—–―-"
        at += 1
    if at >= high or tokens[at].kind != WORD:
        return None
    start = at
    phrase = lexicon.according.at(tokens, at)
    if phrase or tokens[at].low in lexicon.tags:
        phrase = phrase or 1
        mention = _next_phrase(text, tokens, at + phrase, high, lexicon, skips=0)
        if mention is not None:
            return Frame(mention, (tokens[at].start, tokens[at + phrase - 1].end), "according")
    place, length = _first_cue(tokens, start, high, lexicon)
    if place < 0:
        return _guess_after(text, tokens, start, high, lexicon, dashed=dashed)
    cue = (tokens[place].start, tokens[place + length - 1].end)
    lead = start
    while lead < place and tokens[lead].kind == WORD and tokens[lead].low in lexicon.between:
        lead += 1
    if lead < place:
        mention = subject_before(text, tokens, start, place, lexicon)
        if mention is not None:
            return Frame(mention, cue, "subject, cue")
    mention = _next_phrase(text, tokens, place + length, high, lexicon, skips=SKIPS)
    if mention is not None and lead >= place:
        return Frame(mention, cue, "cue, subject")
    return Frame(mention, cue, "cue")


def frame_before(
    text: str, tokens: list[Token], low: int, high: int, lexicon: Lexicon
) -> Frame | None:
    """Read the frame that ends at token ``high``, right before a quote."""
    low = max(low, high - REACH)
    places = [
        (at, length)
        for at in range(low, high)
        if tokens[at].kind == WORD and (length := lexicon.cue_at(tokens, at))
    ]
    fallback: Frame | None = None
    for at, length in reversed(places):
        if length == 1 and at and tokens[at - 1].low in lexicon.determiners:
            continue
        cue = (tokens[at].start, tokens[at + length - 1].end)
        mention = _subject(text, tokens, low, at, at + length, high, lexicon)
        if mention is None:
            fallback = fallback or Frame(None, cue, "cue")
        elif mention.kind == NOUN and any(w in lexicon.nouns for w in _words(tokens, mention)):
            if fallback is None or fallback.mention is None:
                fallback = Frame(mention, cue, "document, cue")
        else:
            return Frame(mention, cue, "subject, cue")
    if fallback is None:
        for at in range(high - 1, low - 1, -1):
            if tokens[at].kind == WORD and (length := lexicon.according.at(tokens, at)):
                mention = _next_phrase(text, tokens, at + length, high, lexicon, skips=0)
                if mention is not None:
                    cue = (tokens[at].start, tokens[at + length - 1].end)
                    return Frame(mention, cue, "according")
    return fallback


def _words(tokens: list[Token], mention: Mention) -> list[str]:
    return [t.low for t in tokens[mention.first : mention.behind]]


def _subject(
    text: str, tokens: list[Token], low: int, cue: int, behind: int, high: int, lexicon: Lexicon
) -> Mention | None:
    """Subject of a cue in running text: before it, or behind it where an adverbial opens."""
    clause = cue
    while clause > low and tokens[clause - 1].kind == WORD:
        clause -= 1
    opener = tokens[clause]
    inverted = clause < cue and opener.low in lexicon.stops and lexicon.code != "en"
    if inverted:
        mention = _next_phrase(text, tokens, behind, high, lexicon, skips=0)
        if mention is not None:
            return mention
    mention = subject_before(text, tokens, low, cue, lexicon)
    if mention is None and not inverted:
        mention = _next_phrase(text, tokens, behind, high, lexicon, skips=0)
    return mention


def _first_cue(tokens: list[Token], low: int, high: int, lexicon: Lexicon) -> tuple[int, int]:
    for at in range(low, high):
        token = tokens[at]
        if token.kind == WORD and (length := lexicon.cue_at(tokens, at)):
            # "Police Chief Roe said": a cue in capitals is part of a name.
            if not (token.cap and at > low):
                return at, length
    return -1, 0


def _guess_after(
    text: str, tokens: list[Token], low: int, high: int, lexicon: Lexicon, *, dashed: bool
) -> Frame | None:
    """A frame whose verb no pack knows: "grumbled Ada Roe", "Ada Roe offered", "— Ada Roe"."""
    first = tokens[low]
    if opens_phrase(tokens, low, lexicon):
        mention = read_mention(text, tokens, low, high, lexicon)
        if mention is None:
            return None
        if dashed or mention.behind >= high:
            return Frame(mention, None, "dash, name")
        return Frame(mention, None, "name")
    if not first.cap and low + 1 < high and opens_phrase(tokens, low + 1, lexicon):
        if (
            first.low in lexicon.stops
            or first.low in lexicon.links
            or first.low in lexicon.relatives
        ):
            return None
        mention = read_mention(text, tokens, low + 1, high, lexicon)
        if mention is not None:
            return Frame(mention, (first.start, first.end), "unknown verb, subject")
    return None


def _next_phrase(
    text: str, tokens: list[Token], at: int, high: int, lexicon: Lexicon, *, skips: int
) -> Mention | None:
    """The phrase that begins at ``at``, or behind adverbials there."""
    while at < high:
        token = tokens[at]
        if token.kind == PUNCT:
            if token.low not in _PAUSES or not skips:
                return None
            at += 1
            skips -= 1
            continue
        if token.kind != WORD:
            return None
        if token.low in lexicon.between or token.low in lexicon.days:
            at += 1
            continue
        if opens_phrase(tokens, at, lexicon):
            return read_mention(text, tokens, at, high, lexicon)
        if token.low not in lexicon.stops or not skips:
            return None
        skips -= 1
        at += 1
        reached = at
        if at < high and opens_phrase(tokens, at, lexicon):
            inner = read_mention(text, tokens, at, high, lexicon)
            reached = inner.behind if inner is not None else at + 1
        while (
            reached < high
            and tokens[reached].kind == WORD
            and (tokens[reached].low in lexicon.days or tokens[reached].low.isdigit())
        ):
            reached += 1
        at = max(reached, at)
    return None


def subject_before(
    text: str, tokens: list[Token], low: int, cue: int, lexicon: Lexicon
) -> Mention | None:
    """The subject in front of the verb at token ``cue``, appositions and clauses between skipped."""
    end = cue
    while end > low and tokens[end - 1].kind == WORD and _between(tokens[end - 1], lexicon):
        end -= 1
    if end > low and tokens[end - 1].kind == WORD and tokens[end - 1].low not in lexicon.relatives:
        mention = _adjacent(text, tokens, low, end, lexicon)
        if mention is not None:
            return mention
    if end > low and tokens[end - 1].low in lexicon.relatives:
        end -= 1
    return _earlier(text, tokens, low, end, lexicon)


def _between(token: Token, lexicon: Lexicon) -> bool:
    low = token.low
    return low in lexicon.between or (low.endswith("ly") and not token.cap)


def _adjacent(
    text: str, tokens: list[Token], low: int, end: int, lexicon: Lexicon
) -> Mention | None:
    """The phrase whose last word stands right before ``end``."""
    start = end
    while start > low:
        token = tokens[start - 1]
        if token.kind == PUNCT:
            if token.low == "." and start - 2 >= low and tokens[start - 2].end == token.start:
                start -= 1
                continue
            if token.low == ")":
                opening = start - 1
                while opening > low and opening > start - 9 and tokens[opening].low != "(":
                    opening -= 1
                if tokens[opening].low == "(":
                    start = opening
                    continue
            break
        if token.kind != WORD:
            break
        word = token.low
        if word in lexicon.relatives or (word in lexicon.stops and word not in lexicon.links):
            break
        start -= 1
    best: Mention | None = None
    for at in range(start, end):
        if not opens_phrase(tokens, at, lexicon):
            continue
        mention = read_mention(text, tokens, at, end, lexicon)
        if mention is not None and mention.behind >= end:
            return mention
        if mention is not None:
            best = mention if best is None else best
    return best


def _earlier(
    text: str, tokens: list[Token], low: int, end: int, lexicon: Lexicon
) -> Mention | None:
    """The subject behind which appositions, clauses or another verb stand."""
    fallback: Mention | None = None
    high = end
    while high > low:
        while high > low and tokens[high - 1].kind == PUNCT:
            high -= 1
        start = high
        while start > low and not (
            tokens[start - 1].kind == PUNCT and tokens[start - 1].low in _PAUSES
        ):
            start -= 1
        mention = _leading(text, tokens, start, high, end, lexicon)
        if mention is not None:
            if mention.kind in (NAME, PRONOUN):
                return mention
            fallback = mention
        if start == high:
            break
        high = start
    return fallback


def _leading(
    text: str, tokens: list[Token], start: int, high: int, end: int, lexicon: Lexicon
) -> Mention | None:
    """The phrase that opens a stretch between pauses, conjunctions before it left out."""
    at = start
    if at < high and tokens[at].low in lexicon.relatives:
        return None
    if at < high and tokens[at].kind == WORD and tokens[at].low in lexicon.stops:
        at += 1
        if tokens[start].low in lexicon.links or at >= high:
            return None
    if at < high and opens_phrase(tokens, at, lexicon):
        return read_mention(text, tokens, at, end, lexicon)
    return None
