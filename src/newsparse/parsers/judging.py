"""Who calls something by marked words: "Roe called it “a sieve”", "das Roth als „ein Sieb“ sieht".

In: the tokens of a sentence and the place of a marked run. Out: a Frame. The verb is one of judging
or wanting; in German it may close the clause, behind the marks.
"""

from __future__ import annotations

from newsparse.parsers.attributions import Frame
from newsparse.parsers.describe import read_mention
from newsparse.parsers.followers import next_phrase
from newsparse.parsers.mentions import Mention, Scene, opens_phrase
from newsparse.parsers.quote_text import WORD, Token
from newsparse.parsers.subjects import first_subject
from newsparse.parsers.verb_subject import REACH, SKIPS, subject_of

__all__ = ["frame_judging"]

JUDGING_REACH = 14
"""Tokens in front of marked words in which the verb that attributes them is looked for."""


NAMING_REACH = 6
"""Tokens behind marked words in which a verb of naming that closes the clause is looked for."""


def frame_judging(scene: Scene, tokens: list[Token], at: int) -> Frame | None:
    """Read the nearest verb of judging or wanting around the marked words at ``at``."""
    words = scene.words
    for place in range(at - 1, max(0, at - JUDGING_REACH) - 1, -1):
        token = tokens[place]
        if token.kind == WORD and not token.cap and (length := words.weak.at(tokens, place)):
            mention = subject_of(scene, tokens, 0, place, place + length, at)
            if mention is not None:
                cue = (token.start, tokens[place + length - 1].end)
                return Frame(mention, cue, "judgement")
    if not words.inverts or tokens[at - 1].low not in words.naming:
        return None
    # German: "who as “a sieve” described it".
    for place in range(at + 1, min(at + NAMING_REACH, len(tokens))):
        token = tokens[place]
        if token.kind != WORD:
            return None
        if (length := words.weak.at(tokens, place)) or (length := words.cue_at(tokens, place)):
            mention = _naming(scene, tokens, at, place + length)
            cue = (token.start, tokens[place + length - 1].end)
            return Frame(mention, cue, "judgement")
    return None


def _naming(scene: Scene, tokens: list[Token], at: int, behind: int) -> Mention | None:
    """Who calls something by the words at ``at``; the verb stands behind them."""
    words = scene.words
    if at == 1:
        # "Als „ein Sieb“ bezeichnete die Ministerin das Dach".
        return next_phrase(scene, tokens, behind, len(tokens), skips=SKIPS)
    low = max(0, at - REACH)
    clause = next((i for i in range(at - 1, low, -1) if tokens[i].low == ","), -1) + 1
    if clause:
        opener, after = tokens[clause].low, tokens[clause + 1]
        small = after.kind == WORD and not after.cap
        if opener in words.relatives or (opener in words.determiners and small):
            # "die Wehrführerin, die das Dach als „ein Sieb“ bezeichnet"
            found = _antecedent(scene, tokens, low, clause - 1)
        elif opener in words.stops and opens_phrase(tokens, clause + 1, words):
            found = read_mention(scene, tokens, clause + 1, at)
        else:
            found = first_subject(scene, tokens, clause, at)
        if found is not None:
            return found
    return first_subject(scene, tokens, low, at)


def _antecedent(scene: Scene, tokens: list[Token], low: int, comma: int) -> Mention | None:
    """The phrase that ends at a comma, whatever governs it."""
    words = scene.words
    at = comma
    while at > low and tokens[at - 1].kind == WORD and tokens[at - 1].low not in words.stops:
        at -= 1
    for place in range(at, comma):
        if opens_phrase(tokens, place, words):
            mention = read_mention(scene, tokens, place, comma)
            if mention is not None and mention.behind >= comma:
                return mention
    return None
