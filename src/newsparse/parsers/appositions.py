"""What stands behind a name: "Ada Roe, a senior analyst at Example Group", "the cook, Ada Roe".

In: a Mention and the tokens around it. Out: the same with role and institution, or with the name of
somebody who was only described.
"""

from __future__ import annotations

from newsparse.parsers.cues import Lexicon
from newsparse.parsers.mentions import NAME, NOUN, Mention, Scene, bare, proper
from newsparse.parsers.phrases import capital_runs, is_abbreviation, name_start
from newsparse.parsers.quote_text import WORD, Token

__all__ = ["with_apposition"]

MAX_APPOSITION = 16
"""Tokens of an apposition looked at for role and institution."""


JOB_WORDS = 6
"""Words up to which a job or the name of an institution goes on in small letters."""


MAX_BRACKET = 8
"""Tokens of a bracket behind a name ("(R-Ohio)") that is skipped."""


def with_apposition(scene: Scene, tokens: list[Token], mention: Mention, limit: int) -> Mention:
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
    """Read “Ada Roe of Example University”: an institution behind a preposition."""
    words = scene.words
    if at + 1 >= limit or tokens[at].low not in words.links:
        return mention
    runs = capital_runs(tokens, at + 1, min(limit, at + MAX_BRACKET), words)
    if not runs or any(t.low not in words.determiners for t in tokens[at + 1 : runs[0][0]]):
        return mention
    low, high = runs[0]
    if tokens[high - 1].low not in words.organisation_words:
        return mention
    return mention._replace(affiliation=bare(scene.between(tokens, low, high)), behind=high)


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
        verb = token.low in words.relatives or words.cue_at(tokens, end)
        if end > at and token.kind == WORD and verb and not words.is_speaker(token.low):
            break
        end += 1
    return end


def _with_name(scene: Scene, tokens: list[Token], mention: Mention, at: int, end: int) -> Mention:
    """Read “the conductor, Ada Roe,” is Ada Roe."""
    runs = capital_runs(tokens, at, end, scene.words)
    if not runs or runs[0][0] != at or (runs[0][1] < end and tokens[runs[0][1]].kind == WORD):
        return mention
    high = runs[0][1]
    if high - at < 2 and tokens[at].low not in scene.people:
        return mention
    start = name_start(tokens, at, high, scene.words)
    if start == high:
        return mention
    name = bare(scene.between(tokens, start, high))
    begin = tokens[start].start
    role = scene.between(tokens, at, start) if start > at else mention.role
    return mention._replace(
        start=begin, end=begin + len(name), kind=NAME, name=name, role=role, behind=high
    )


def _whole(tokens: list[Token], high: int, end: int, words: Lexicon) -> int:
    """Token behind an institution's name that goes on behind "of": "Bank of Example"."""
    if high >= end or not _organisation(tokens[high - 1], words):
        return high
    if tokens[high].low in words.links and tokens[high].low in words.particles:
        # "Union des libraires du fleuve": names go on in small letters behind "de".
        rest = tokens[high:end]
        small = all(t.kind == WORD and t.low not in words.stops - words.links for t in rest)
        if small and len(rest) <= JOB_WORDS:
            return end
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
    run = _institution(scene, tokens, link, end)
    if run is not None:
        institution = bare(scene.between(tokens, run[0], _whole(tokens, run[1], end, words)))
        link = _last_link(tokens, link, run[0], words)
    before = capital_runs(tokens, at, link, words)
    if before and before[0][0] == at and before[0][1] < link and institution is None:
        institution = bare(scene.between(tokens, *before[0]))
        at = before[0][1]
    if institution is None and link < end:
        institution = _small_institution(scene, tokens, link, end)
    return scene.between(tokens, at, link), institution


def _institution(scene: Scene, tokens: list[Token], link: int, end: int) -> tuple[int, int] | None:
    """The run of capitals behind a job that names an institution.

    In German, where "Abteilung" and "Orlan" look alike, one that can be known goes first.
    """
    words = scene.words
    found = []
    for low, high in capital_runs(tokens, link, end, words):
        closes = high == end or tokens[high].kind != WORD
        if closes or tokens[high].low in words.links or tokens[high].low in words.stops:
            found.append((low, high))
    if words.noun_capitals:
        for low, high in found:
            token = tokens[high - 1]
            if high - low > 1 or proper(scene, token) or words.is_speaker(token.low):
                return low, high
            if _organisation(token, words):
                return low, high
    return found[0] if found else None


def _organisation(token: Token, words: Lexicon) -> bool:
    """Whether only organisations bear the word, genitives included: "des Verbandes"."""
    low = token.low
    if low in words.organisation_words:
        return True
    short = low[:-2] if low.endswith("es") else low[:-1]
    return words.noun_capitals and low[-1:] == "s" and short in words.organisation_words


def _last_link(tokens: list[Token], link: int, low: int, words: Lexicon) -> int:
    """The preposition before an institution: "head of supply at Example Water"."""
    last = low
    while last > link and tokens[last - 1].low in words.determiners:
        last -= 1
    if last - link > JOB_WORDS or tokens[last - 1].low not in words.links:
        return link
    inside = tokens[link + 1 : last - 1]
    plain = all(t.kind == WORD and not t.cap and t.low not in words.determiners for t in inside)
    return last - 1 if inside and plain else link


def _small_institution(scene: Scene, tokens: list[Token], link: int, end: int) -> str | None:
    """An institution without capitals: "head of the bakers' association"."""
    words = scene.words
    at = link + 1
    while at < end and tokens[at].low in words.determiners:
        at += 1
    if at >= end or end - at > JOB_WORDS or words.noun_capitals:
        return None
    inside = tokens[at:end]
    if not all(t.kind == WORD for t in inside):
        return None
    known = any(t.low in words.organisation_words for t in inside)
    return scene.between(tokens, at, end) if known else None
