"""Who a phrase names: "Example Bank analyst Ada Roe", "a spokesman for the port", "she".

In: tokens of a sentence and where a phrase begins. Out: a Mention with the words that name the
speaker, the proper name in it, role and affiliation; nothing is resolved here. Grammar comes from
word lists and capitals alone, so a phrase ends early rather than late.
"""

from __future__ import annotations

from typing import NamedTuple

from newsparse.languages.words import given_names
from newsparse.parsers.cues import Lexicon
from newsparse.parsers.quote_text import PUNCT, WORD, Token

__all__ = ["NAME", "NOUN", "PRONOUN", "Mention", "opens_phrase", "read_mention"]

NAME, NOUN, PRONOUN = "name", "noun", "pronoun"

MAX_PHRASE = 24
"""Tokens of one phrase looked at; the longest speaker of the training part's 99th percentile has
19 words."""

MAX_APPOSITION = 16
"""Tokens of an apposition looked at for role and institution."""


class Mention(NamedTuple):
    """A phrase that names a speaker; offsets are code points, ``behind`` is a token number.

    ``start`` and ``end`` bound the words that name (a name without its titles, a pronoun, or a
    whole description); ``behind`` is the number of the token behind phrase and apposition.
    """

    start: int
    end: int
    kind: str
    name: str | None
    role: str | None
    affiliation: str | None
    first: int
    behind: int


def opens_phrase(tokens: list[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether a phrase that may name somebody begins at token ``at``."""
    token = tokens[at]
    if token.kind != WORD:
        return False
    low = token.low
    if low in lexicon.pronouns or low in lexicon.determiners or low in lexicon.titles:
        return True
    if low in lexicon.stops or low in lexicon.relatives or low in lexicon.between:
        return False
    if token.cap:
        return low not in lexicon.days
    return lexicon.is_speaker(low)


def read_mention(
    text: str, tokens: list[Token], first: int, limit: int, lexicon: Lexicon
) -> Mention | None:
    """Read the phrase that begins at ``first`` and ends before ``limit``; None if it names nobody.

    Linear in ``MAX_PHRASE``.
    """
    if tokens[first].low in lexicon.pronouns and not (
        tokens[first].low in lexicon.determiners
        and first + 1 < limit
        and tokens[first + 1].kind == WORD
        and tokens[first + 1].low not in lexicon.stops
    ):
        token = tokens[first]
        return Mention(token.start, token.end, PRONOUN, None, None, None, first, first + 1)
    last = _phrase_end(tokens, first, min(limit, first + MAX_PHRASE), lexicon)
    if last == first:
        return None
    mention = _describe(text, tokens, first, last, lexicon)
    return _with_apposition(text, tokens, mention, limit, lexicon)


def _phrase_end(tokens: list[Token], first: int, limit: int, lexicon: Lexicon) -> int:
    """Token number behind the phrase."""
    at = first
    named = False
    while at < limit:
        token = tokens[at]
        if token.kind == PUNCT:
            before = tokens[at - 1] if at > first else None
            abbreviated = (
                token.low == "."
                and before is not None
                and before.kind == WORD
                and before.end == token.start
                and (len(before.low) == 1 or before.low in lexicon.titles)
            )
            if not abbreviated:
                break
            at += 1
            continue
        if token.kind != WORD:
            break
        low = token.low
        if at > first:
            following = tokens[at + 1] if at + 1 < limit else None
            if low in lexicon.links:
                if following is None or following.kind != WORD:
                    break
                if named and not (following.cap and low in lexicon.particles):
                    break
                at += 1
                continue
            if token.cap:
                if low in lexicon.days or low in lexicon.stops:
                    break
            elif low in lexicon.stops or low in lexicon.relatives:
                break
            elif lexicon.cue_at(tokens, at) or lexicon.weak.at(tokens, at):
                if not lexicon.is_speaker(low):
                    break
            elif named and not _role_ahead(tokens, at, limit, lexicon):
                if not (low in lexicon.particles and following is not None and following.cap):
                    break
        if token.cap and not lexicon.is_speaker(low):
            named = True
        elif low in lexicon.determiners or lexicon.is_speaker(low):
            named = False
        at += 1
    while at > first and (
        tokens[at - 1].kind == PUNCT
        and tokens[at - 1].low != "."
        or tokens[at - 1].low in lexicon.links
        and tokens[at - 1].low in lexicon.stops
    ):
        at -= 1
    return at


def _role_ahead(tokens: list[Token], at: int, limit: int, lexicon: Lexicon) -> bool:
    """Whether lower-case words behind a name lead to a noun that speaks ("Roe's chief aide")."""
    for place in range(at, min(at + 4, limit)):
        token = tokens[place]
        if token.kind != WORD or token.cap or token.low in lexicon.stops:
            return False
        if lexicon.is_speaker(token.low):
            return True
    return False


def _describe(text: str, tokens: list[Token], first: int, last: int, lexicon: Lexicon) -> Mention:
    runs = _capital_runs(tokens, first, last, lexicon)
    open_at = first
    while open_at < last - 1 and tokens[open_at].low in lexicon.determiners:
        open_at += 1
    if not runs:
        role = text[tokens[open_at].start : tokens[last - 1].end]
        return Mention(
            tokens[first].start, tokens[last - 1].end, NOUN, None, role, None, first, last
        )
    low, high = runs[-1]
    linked = low > open_at and tokens[low - 1].low in lexicon.links | lexicon.determiners
    if linked and low - open_at >= 2:
        return _noun_with_institution(text, tokens, first, last, open_at, runs, lexicon)
    if high < last and any(
        t.kind == WORD and not t.cap and lexicon.is_speaker(t.low) for t in tokens[high:last]
    ):
        # "the Example campaign", "Example spokesman"
        role = text[tokens[high].start : tokens[last - 1].end]
        institution = _bare(text[tokens[low].start : tokens[high - 1].end])
        return Mention(
            tokens[first].start, tokens[last - 1].end, NOUN, None, role, institution, first, last
        )
    return _name(text, tokens, first, last, open_at, runs, lexicon)


def _noun_with_institution(
    text: str,
    tokens: list[Token],
    first: int,
    last: int,
    open_at: int,
    runs: list[tuple[int, int]],
    lexicon: Lexicon,
) -> Mention:
    """A description whose last word is a name behind "of": "the head of the Example Bank"."""
    link = next(
        (i for i in range(open_at + 1, last) if tokens[i].low in lexicon.links), runs[-1][0]
    )
    role = text[tokens[open_at].start : tokens[link - 1].end]
    institution = next((r for r in runs if r[0] > link), runs[-1])
    name = _bare(text[tokens[institution[0]].start : tokens[institution[1] - 1].end])
    return Mention(tokens[first].start, tokens[last - 1].end, NOUN, None, role, name, first, last)


def _name(
    text: str,
    tokens: list[Token],
    first: int,
    last: int,
    open_at: int,
    runs: list[tuple[int, int]],
    lexicon: Lexicon,
) -> Mention:
    low, high = runs[-1]
    start = _name_start(tokens, low, high, lexicon)
    role = affiliation = None
    if start > low:
        role = text[tokens[low].start : tokens[start - 1].end].rstrip(".")
    elif len(runs) > 1 and runs[-2][1] <= low:
        between = text[tokens[runs[-2][1]].start : tokens[low - 1].end]
        if any(lexicon.is_speaker(t.low) for t in tokens[runs[-2][1] : low]):
            role = between
            affiliation = _bare(text[tokens[runs[-2][0]].start : tokens[runs[-2][1] - 1].end])
    elif low > open_at:
        words = text[tokens[open_at].start : tokens[low - 1].end]
        role = words if any(lexicon.is_speaker(t.low) for t in tokens[open_at:low]) else None
    end = tokens[high - 1].end
    name = _bare(text[tokens[start].start : end])
    if tokens[start].low in lexicon.titles and start + 1 == high:
        return Mention(
            tokens[first].start, tokens[last - 1].end, NOUN, None, name, None, first, last
        )
    return Mention(
        tokens[start].start,
        tokens[start].start + len(name),
        NAME,
        name,
        role,
        affiliation,
        first,
        last,
    )


def _name_start(tokens: list[Token], low: int, high: int, lexicon: Lexicon) -> int:
    """Where the name itself begins in a run of capitals that may open with titles and jobs."""
    start = low
    for at in range(low, high - 1):
        token = tokens[at]
        if token.kind == WORD and (
            token.low in lexicon.titles
            or lexicon.is_speaker(token.low)
            or token.low in lexicon.cues.words
        ):
            start = at + 1
            if tokens[start].kind == PUNCT:
                start += 1
    if start == low and high - low == 3 and tokens[low].kind == tokens[low + 1].kind == WORD:
        given = given_names()
        if tokens[low].low not in given and tokens[low + 1].low in given and "de" in lexicon.code:
            start = low + 1
    return min(start, high - 1)


def _capital_runs(
    tokens: list[Token], first: int, last: int, lexicon: Lexicon
) -> list[tuple[int, int]]:
    """Runs of capitalised words, with particles and initials inside them."""
    found: list[tuple[int, int]] = []
    at = first
    while at < last:
        token = tokens[at]
        if token.kind != WORD or not token.cap or _opening_word(tokens, at, first, lexicon):
            at += 1
            continue
        end = at + 1
        while end < last:
            token = tokens[end]
            if token.kind == WORD and token.cap and not tokens[end - 1].low.endswith(("'s", "’s")):
                end += 1
            elif token.low == "." and end + 1 < last and tokens[end + 1].cap:
                end += 1
            elif token.low in lexicon.particles and end + 1 < last:
                reach = end + 1
                while reach < last and tokens[reach].low in lexicon.particles:
                    reach += 1
                if reach == last or not tokens[reach].cap or token.low in lexicon.determiners:
                    break
                end = reach
            else:
                break
        found.append((at, end))
        at = end
    return found


def _opening_word(tokens: list[Token], at: int, first: int, lexicon: Lexicon) -> bool:
    low = tokens[at].low
    return at == first and (low in lexicon.determiners or low in lexicon.stops)


def _bare(name: str) -> str:
    """A name without a genitive ending."""
    return name[:-2] if name.endswith(("'s", "’s")) else name


def _with_apposition(
    text: str, tokens: list[Token], mention: Mention, limit: int, lexicon: Lexicon
) -> Mention:
    """Add what stands between commas behind the phrase: a role, or the name of a described one."""
    at = mention.behind
    if at < limit and tokens[at].low == "(":
        close = next((i for i in range(at, min(at + 8, limit)) if tokens[i].low == ")"), None)
        at = close + 1 if close is not None else at
    if at + 1 >= limit or tokens[at].low != ",":
        return mention
    at += 1
    if tokens[at].low.isdigit() and at + 1 < limit and tokens[at + 1].low == ",":
        at += 2
    end = at
    while end < min(limit, at + MAX_APPOSITION) and not (
        tokens[end].kind != WORD and tokens[end].low not in ("-", ".")
    ):
        if end > at and (tokens[end].low in lexicon.relatives or lexicon.cue_at(tokens, end)):
            if not lexicon.is_speaker(tokens[end].low):
                break
        end += 1
    if end == at or tokens[at].kind != WORD:
        return mention
    if mention.kind == NOUN:
        runs = _capital_runs(tokens, at, end, lexicon)
        if runs and runs[0][0] == at and runs[0][1] == end and not mention.name:
            start = _name_start(tokens, at, end, lexicon)
            name = _bare(text[tokens[start].start : tokens[end - 1].end])
            return mention._replace(
                start=tokens[start].start,
                end=tokens[start].start + len(name),
                kind=NAME,
                name=name,
                behind=end,
            )
        return mention
    role, institution = _role(text, tokens, at, end, lexicon)
    if role is None:
        return mention
    return mention._replace(
        role=mention.role or role, affiliation=mention.affiliation or institution, behind=end
    )


def _role(
    text: str, tokens: list[Token], first: int, end: int, lexicon: Lexicon
) -> tuple[str | None, str | None]:
    """Role and institution in "a senior analyst at Example Group and host of …"."""
    at = first
    while at < end - 1 and tokens[at].low in lexicon.determiners:
        at += 1
    link = next((i for i in range(at + 1, end) if tokens[i].low in lexicon.links), end)
    if not any(lexicon.is_speaker(t.low) or t.low in lexicon.titles for t in tokens[at:link]):
        return None, None
    institution = None
    runs = _capital_runs(tokens, link, end, lexicon)
    for low, high in runs:
        if (
            high == end
            or tokens[high].kind != WORD
            or tokens[high].low in lexicon.links | lexicon.stops
        ):
            institution = _bare(text[tokens[low].start : tokens[high - 1].end])
            break
    before = _capital_runs(tokens, at, link, lexicon)
    if before and before[0][0] == at and before[0][1] < link and institution is None:
        institution = _bare(text[tokens[at].start : tokens[before[0][1] - 1].end])
        at = before[0][1]
    return text[tokens[at].start : tokens[link - 1].end], institution
