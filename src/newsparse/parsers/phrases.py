"""Where a noun phrase ends and which of its words make up a name.

In: tokens and a place among them. Out: places. Capitals, particles, titles and the packs' lists of
prepositions and of nouns that speak are all that is known of grammar here.
"""

from __future__ import annotations

from newsparse.parsers.cues import Lexicon
from newsparse.parsers.quote_languages import LOOSE_PARTICLES
from newsparse.parsers.quote_text import PUNCT, WORD, Token

__all__ = ["capital_runs", "is_abbreviation", "is_date", "name_start", "next_capital", "phrase_end"]

MAX_PHRASE = 24
"""Tokens of one phrase looked at; the 99th percentile of speakers in the training part has 19
words."""

SHORT_NAME = 2
"""Words of a run of capitals that holds no job besides a name."""

ROLE_AHEAD = 4
"""Lower-case words behind a name among which a noun that speaks is looked for."""

_KINDS = frozenset(("department", "ministry", "commission", "office", "agency", "association"))


def phrase_end(tokens: list[Token], first: int, limit: int, words: Lexicon) -> int:
    """Token behind the phrase that begins at ``first``; never beyond ``limit``."""
    limit = min(limit, first + MAX_PHRASE)
    at = first
    named = False
    while at < limit:
        token = tokens[at]
        if token.kind == PUNCT:
            if not is_abbreviation(tokens, at, first, words):
                break
        elif token.kind != WORD or (
            at > first and not _stays(tokens, at, limit, words, named=named)
        ):
            break
        elif token.low in words.determiners or words.is_speaker(token.low):
            # "Ada Hausmann": a surname that ends like a job
            named = token.cap and at > first and tokens[at - 1].low in words.given
        elif token.cap:
            named = True
        at += 1
    while at > first + 1 and tokens[at - 1].low in words.trailing:
        at -= 1
    return at


def is_date(tokens: list[Token], at: int, words: Lexicon) -> bool:
    """Whether the word at ``at`` is a weekday or a month, not Jan or April with a surname."""
    token = tokens[at]
    if token.low not in words.days:
        return False
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    named = token.cap and token.low in words.given and following is not None
    return not (named and following is not None and following.kind == WORD and following.cap)


def is_abbreviation(tokens: list[Token], at: int, first: int, words: Lexicon) -> bool:
    """Whether the full stop at ``at`` belongs to an initial or a title."""
    if tokens[at].low != "." or at <= first:
        return False
    before = tokens[at - 1]
    if before.kind != WORD or before.end != tokens[at].start:
        return False
    return (len(before.low) == 1 and before.cap) or before.low in words.abbreviations


def _stays(  # each return has one reason
    tokens: list[Token], at: int, limit: int, words: Lexicon, *, named: bool
) -> bool:
    """Whether the word at ``at`` goes on with the phrase."""
    token = tokens[at]
    low = token.low
    following = tokens[at + 1] if at + 1 < limit else None
    joins = following is not None and following.kind == WORD
    if low in words.links:
        if not joins or following is None:
            return False
        after = at + 1
        while after < limit - 1 and tokens[after].low in words.particles:
            after += 1
        named_on = low in words.particles and tokens[after].kind == WORD and tokens[after].cap
        if named_on and tokens[at - 1].low in words.given:
            return True  # "Ada van den Berg"
        return not named or named_on
    if token.cap:
        return low not in words.stops and not is_date(tokens, at, words)
    if low in words.stops or low in words.relatives or low in words.behind.words:
        return False
    if low in words.determiners and tokens[at - 1].low not in words.links:
        return tokens[at - 1].low in words.determiners
    if (words.cue_at(tokens, at) or words.weak.at(tokens, at)) and not words.is_speaker(low):
        before = tokens[at - 1].low
        return before in words.determiners and before not in words.pronouns  # "the demand shows"
    if not named or _role_ahead(tokens, at, limit, words):
        return True
    return low in words.particles and following is not None and following.cap


def _role_ahead(tokens: list[Token], at: int, limit: int, words: Lexicon) -> bool:
    """Whether lower-case words behind a name lead to a noun that speaks ("Roe's chief aide")."""
    for place in range(at, min(at + ROLE_AHEAD, limit)):
        token = tokens[place]
        if token.kind != WORD or token.cap or token.low in words.stops:
            return False
        if words.is_speaker(token.low):
            return True
    return False


def capital_runs(
    tokens: list[Token], first: int, last: int, words: Lexicon
) -> list[tuple[int, int]]:
    """Runs of capitalised words between two tokens, with particles and initials inside them."""
    found: list[tuple[int, int]] = []
    at = first
    while at < last:
        token = tokens[at]
        opening = at == first and (token.low in words.determiners or token.low in words.stops)
        if token.kind != WORD or not token.cap or opening:
            at += 1
            continue
        end = at + 1
        while end < last and (reach := next_capital(tokens, end, last, words)):
            end = reach
        found.append((at, end))
        at = end
    return found


def next_capital(tokens: list[Token], end: int, last: int, words: Lexicon) -> int:
    """Token behind the next capitalised word of a run; 0 where the run ends before ``end``."""
    token = tokens[end]
    if not token.cap and token.low != "." and token.low not in words.particles:
        return 0  # nearly always
    if tokens[end - 1].low.endswith(("'s", "’s")):
        return 0
    if token.kind == WORD and token.cap:
        return end + 1
    reach = end
    if is_abbreviation(tokens, end, 0, words):
        reach = end + 1
    elif token.low in words.particles and (
        tokens[end - 1].low in words.given
        or tokens[end - 1].low in words.titles
        or (token.low not in words.determiners and token.low not in LOOSE_PARTICLES)
    ):
        while reach < last and tokens[reach].low in words.particles:
            reach += 1
    if reach > end and reach < last and tokens[reach].kind == WORD and tokens[reach].cap:
        return reach + 1
    return 0


def name_start(tokens: list[Token], low: int, high: int, words: Lexicon) -> int:
    """Where the name begins in a run of capitals that may open with titles and jobs.

    ``high`` if the whole run is a title and names nobody ("Judge").
    """
    if high - low == 1:
        return high if tokens[low].low in words.titles else low
    start = low
    for at in range(low, high - 1):
        token = tokens[at]
        if token.kind == WORD and (token.low in words.titles or words.is_speaker(token.low)):
            start = at + 1
            if tokens[start].kind == PUNCT and start + 1 < high:
                start += 1
    if start > low and high - start > SHORT_NAME and tokens[start].low not in words.given:
        # "Prezydent Lipnicy Adam Nowak": a place between job and name
        start += tokens[start + 1].cap and tokens[start + 1].low in words.given
    rest = tokens[start:high]
    if all(t.low in words.organisation_words or words.is_speaker(t.low) for t in rest):
        # "Example Police Department" is a name as a whole.
        return low if len(rest) > 1 or start - low > 1 or rest[0].low in _KINDS else start
    words_there = tokens[low].kind == tokens[low + 1].kind == WORD
    if start == low and high - low > SHORT_NAME and words_there:
        # "Miller Ada Roe", "Müllerin Ada Roe": an unknown word before a given name is a job.
        # "Van" is a given name too: "Ada van Roe"; in German a noun opens "Lied von Ada Roe".
        job = tokens[low].low not in words.given and tokens[low + 1].low in words.given
        job = job and (tokens[low + 1].cap or words.noun_capitals)
        start = low + 1 if job else low
        while job and start < high - 1 and not tokens[start].cap:
            start += 1
    return start
