"""Who a phrase names: "Example Bank analyst Ada Roe", "a spokesman for the port", "she".

In: tokens of a sentence and where a phrase begins. Out: a Mention with the words that name the
speaker, the proper name in it, role and affiliation; nothing is resolved here. Grammar comes from
word lists and capitals alone, so a phrase ends early rather than late.
"""

from __future__ import annotations

from typing import NamedTuple

from newsparse.parsers.cues import Lexicon
from newsparse.parsers.phrases import capital_runs, is_abbreviation, is_date, name_start, phrase_end
from newsparse.parsers.quote_text import WORD, Token

__all__ = [
    "NAME",
    "NOUN",
    "PRONOUN",
    "Mention",
    "Scene",
    "opens_phrase",
    "plausible",
    "read_mention",
]

NAME, NOUN, PRONOUN = "name", "noun", "pronoun"

MAX_APPOSITION = 16
"""Tokens of an apposition looked at for role and institution."""

MAX_BRACKET = 8
"""Tokens of a bracket behind a name ("(R-Ohio)") that is skipped."""


class Mention(NamedTuple):
    """A phrase that names a speaker.

    ``start`` and ``end`` bound, in code points, the words that name (a name without its titles, a
    pronoun, or a whole description); ``first`` and ``last`` bound the phrase in tokens; ``behind``
    is the token behind phrase and apposition.
    """

    start: int
    end: int
    kind: str
    name: str | None
    role: str | None
    affiliation: str | None
    first: int
    last: int
    behind: int


class Scene(NamedTuple):
    """What every reader of one text shares: the text, the words, the surnames met in it."""

    text: str
    words: Lexicon
    people: frozenset[str]

    def between(self, tokens: list[Token], first: int, last: int) -> str:
        """The text of tokens ``first`` to ``last``, the last one left out."""
        return self.text[tokens[first].start : tokens[last - 1].end]


def opens_phrase(tokens: list[Token], at: int, words: Lexicon) -> bool:
    """Whether a phrase that may name somebody begins at token ``at``."""
    token = tokens[at]
    if token.kind != WORD:
        return False
    low = token.low
    if low in words.determiners and low not in words.pronouns:
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        return following is not None and not is_date(tokens, at + 1, words)
    if low in words.pronouns or low in words.titles:
        return True
    if low in words.stops or low in words.relatives or low in words.between:
        return False
    if token.cap:
        return not is_date(tokens, at, words)
    if not words.capitals and low in words.given:
        return True
    if low.isdigit():
        return at + 1 < len(tokens) and words.is_speaker(tokens[at + 1].low)
    return words.is_speaker(low)


def read_mention(scene: Scene, tokens: list[Token], first: int, limit: int) -> Mention | None:
    """Read the phrase that begins at ``first`` and ends before ``limit``; None if it names nobody.

    Linear in the length of a phrase, which is bounded.
    """
    words = scene.words
    token = tokens[first]
    if token.low in words.pronouns:
        following = tokens[first + 1] if first + 1 < limit else None
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
    return _with_apposition(scene, tokens, _describe(scene, tokens, first, last), limit)


def plausible(scene: Scene, tokens: list[Token], mention: Mention) -> bool:
    """Whether a phrase looks like somebody who can speak, for languages that capitalise nouns."""
    words = scene.words
    if mention.kind == PRONOUN:
        return True
    inside = tokens[mention.first : mention.last]
    if any(words.is_speaker(t.low) or t.low in words.titles for t in inside if t.kind == WORD):
        return True
    if not words.noun_capitals:
        return mention.kind == NAME or words.cased
    named = [t for t in inside if t.kind == WORD and t.cap]
    if any(_proper(scene, t) for t in named):
        return True
    return len(named) > 1 and named[0].low in words.given


def _proper(scene: Scene, token: Token) -> bool:
    low = token.low
    if low in scene.people or low in scene.words.organisation_words:
        return True
    inner = scene.text[token.start + 1 : token.end]
    # "CDU", "dpa-infocom" are names; a compound such as "EU-Recht" is none.
    return len(inner) > 1 and "-" not in inner and inner.isupper()


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
    if words.noun_capitals and high - low == 1 and _common(scene, tokens, low, first):
        return _noun(scene, tokens, first, last, (low, high), None)
    if any(t.kind == WORD and not t.cap and words.is_speaker(t.low) for t in tokens[high:last]):
        # "the Example campaign", "Example spokesman"
        return _noun(scene, tokens, first, last, (high, last), (low, high))
    return _name(scene, tokens, first, last, open_at, runs)


def _common(scene: Scene, tokens: list[Token], at: int, first: int) -> bool:
    """Whether a lone capitalised word is a common noun: German "der Nachbar", "die Sprecherin"."""
    token = tokens[at]
    if _proper(scene, token):
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
        None if institution is None else _bare(scene.between(tokens, *institution)),
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
    if start == high:
        return _noun(scene, tokens, first, last, (open_at, high), None)
    role = affiliation = None
    if start > low:
        role = scene.between(tokens, low, start).rstrip(".")
        if role.casefold() in words.honorifics:
            role = None
    elif len(runs) > 1:
        before = runs[-2][1]
        if any(words.is_speaker(t.low) for t in tokens[before:low]):
            role = scene.between(tokens, before, low)
            affiliation = _bare(scene.between(tokens, *runs[-2]))
    elif low > open_at and _is_job(tokens, open_at, low, words):
        role = scene.between(tokens, open_at, low)
    name = _bare(scene.between(tokens, start, high))
    begin = tokens[start].start
    return Mention(begin, begin + len(name), NAME, name, role, affiliation, first, last, last)


def _is_job(tokens: list[Token], first: int, last: int, words: Lexicon) -> bool:
    """Whether lower-case words in front of a name say what somebody does."""
    inside = tokens[first:last]
    if any(words.is_speaker(t.low) for t in inside):
        return True
    return all(t.kind == WORD and t.low.isalpha() for t in inside) and not words.noun_capitals


def _bare(name: str) -> str:
    """A name without a genitive ending."""
    return name[:-2] if name.endswith(("'s", "’s")) else name


def _with_apposition(scene: Scene, tokens: list[Token], mention: Mention, limit: int) -> Mention:
    """Add what stands between commas behind the phrase: a role, or the name of a described one."""
    at = _behind_bracket(tokens, mention.last, limit)
    if mention.kind == NAME and mention.affiliation is None:
        mention = _with_institution(scene, tokens, mention, at, limit)
        at = max(at, mention.behind)
    if at + 1 >= limit or tokens[at].low not in (",", "，"):
        return mention
    at += 1
    if tokens[at].low.isdigit() and at + 1 < limit and tokens[at + 1].low == ",":
        at += 2
    end = _apposition_end(tokens, at, limit, scene.words)
    if end <= at or tokens[at].kind != WORD:
        return mention
    if mention.kind == NOUN:
        while at < end - 1 and tokens[at].low in scene.words.determiners:
            at += 1
        return _with_name(scene, tokens, mention, at, end)
    role, institution = _role(scene, tokens, at, end)
    if role is None:
        return mention
    return mention._replace(
        role=mention.role or role, affiliation=mention.affiliation or institution, behind=end
    )


def _with_institution(
    scene: Scene, tokens: list[Token], mention: Mention, at: int, limit: int
) -> Mention:
    """ "Ada Roe of Example University": an institution behind a preposition."""
    words = scene.words
    if at + 1 >= limit or tokens[at].low not in words.links:
        return mention
    runs = capital_runs(tokens, at + 1, min(limit, at + MAX_BRACKET), words)
    if not runs or any(t.low not in words.determiners for t in tokens[at + 1 : runs[0][0]]):
        return mention
    low, high = runs[0]
    if tokens[high - 1].low not in words.organisation_words:
        return mention
    return mention._replace(affiliation=_bare(scene.between(tokens, low, high)), behind=high)


def _behind_bracket(tokens: list[Token], at: int, limit: int) -> int:
    if at < limit and tokens[at].low == "(":
        for place in range(at + 1, min(at + MAX_BRACKET, limit)):
            if tokens[place].low == ")":
                return place + 1
    return at


def _apposition_end(tokens: list[Token], at: int, limit: int, words: Lexicon) -> int:
    end = at
    while end < min(limit, at + MAX_APPOSITION):
        token = tokens[end]
        if token.kind != WORD and token.low != "-" and not is_abbreviation(tokens, end, at, words):
            break
        if end > at and token.kind == WORD and not words.is_speaker(token.low):
            if token.low in words.relatives or words.cue_at(tokens, end):
                break
        end += 1
    return end


def _with_name(scene: Scene, tokens: list[Token], mention: Mention, at: int, end: int) -> Mention:
    """ "the conductor, Ada Roe," is Ada Roe."""
    runs = capital_runs(tokens, at, end, scene.words)
    if not runs or runs[0][0] != at or (runs[0][1] < end and tokens[runs[0][1]].kind == WORD):
        return mention
    high = runs[0][1]
    if high - at < 2 and tokens[at].low not in scene.people:
        return mention
    start = name_start(tokens, at, high, scene.words)
    if start == high:
        return mention
    name = _bare(scene.between(tokens, start, high))
    begin = tokens[start].start
    role = scene.between(tokens, at, start) if start > at else mention.role
    return mention._replace(
        start=begin, end=begin + len(name), kind=NAME, name=name, role=role, behind=high
    )


def _whole(tokens: list[Token], low: int, high: int, end: int, words: Lexicon) -> int:
    """Token behind an institution's name that goes on behind "of": "Bank of Example"."""
    if high >= end or tokens[high - 1].low not in words.organisation_words:
        return high
    runs = capital_runs(tokens, high + 1, end, words) if tokens[high].low in words.links else []
    return runs[0][1] if runs and runs[0][0] == high + 1 else high


def _role(scene: Scene, tokens: list[Token], first: int, end: int) -> tuple[str | None, str | None]:
    """Role and institution in "a senior analyst at Example Group and host of …"."""
    words = scene.words
    at = first
    while at < end - 1 and tokens[at].low in words.determiners:
        at += 1
    link = next(
        (
            i
            for i in range(at + 1, end)
            if tokens[i].low in words.links or tokens[i].low in words.stops
        ),
        end,
    )
    if not any(words.is_speaker(t.low) or t.low in words.titles for t in tokens[at:link]):
        return None, None
    institution = None
    for low, high in capital_runs(tokens, link, end, words):
        closes = high == end or tokens[high].kind != WORD
        if closes or tokens[high].low in words.links or tokens[high].low in words.stops:
            institution = _bare(scene.between(tokens, low, _whole(tokens, low, high, end, words)))
            break
    before = capital_runs(tokens, at, link, words)
    if before and before[0][0] == at and before[0][1] < link and institution is None:
        institution = _bare(scene.between(tokens, *before[0]))
        at = before[0][1]
    return scene.between(tokens, at, link), institution
