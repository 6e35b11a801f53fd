"""Indirect speech: what somebody is reported to have said, in the reporter's grammar.

In: sentences and the drafts of marked runs. Out: drafts of indirect quotes, and partial quotes
widened to the clause they stand in: ``Roe said that the roof was “a sieve”`` is one partial quote
of the whole clause. Where the pack says that marked words are direct quotes of their own, they
stay so, nested in the indirect one.
"""

from __future__ import annotations

from newsparse.model.label import QuoteKind
from newsparse.parsers.attributions import (
    Frame,
    attribution_at,
    cited_behind,
    manner_clause,
)
from newsparse.parsers.cues import Lexicon
from newsparse.parsers.indirect_mood import add_by_mood
from newsparse.parsers.indirect_verbs import (
    ADDRESS,
    BREAKS,
    FRONT_LEAST,
    INFINITIVE,
    addressed,
    ends_with,
    heard,
    is_hearer,
    may_report,
    nominal,
)
from newsparse.parsers.mentions import Scene, plausible
from newsparse.parsers.quote_draft import Draft
from newsparse.parsers.quote_text import PUNCT, RUN, WORD, Sentence, Token
from newsparse.parsers.verb_subject import subject_of

__all__ = ["read_indirect"]

SHORTEST = 3
"""Words that a report has at least."""

_CLOSERS = frozenset(".!?…。！？;；")


def read_indirect(scene: Scene, lines: list[Sentence], drafts: list[Draft]) -> list[Draft]:
    """Add indirect quotes and widen partial ones; drafts in reading order."""
    by_sentence: dict[int, list[Draft]] = {}
    taken: set[int] = set()
    for draft in drafts:
        by_sentence.setdefault(draft.first_sentence, []).append(draft)
        if draft.cue is not None and draft.kind is QuoteKind.DIRECT:
            taken.add(draft.cue[0])
    found: list[Draft] = list(drafts)
    spoken = {d.paragraph for d in drafts if d.rule in ("behind a dash", "interview")}
    last: Draft | None = None
    known = len(found)
    for number, line in enumerate(lines):
        inside = by_sentence.get(number, [])
        last = inside[-1] if inside else last
        if line.paragraph in spoken:
            continue
        if any(d.kind is QuoteKind.DIRECT and not scene.words.fragments for d in inside):
            continue
        reports = _reports(scene, line, taken)
        for spans, frame in reports:
            _add(line, number, inside, found, spans, frame)
        if scene.words.moods and not reports and last is not None:
            add_by_mood(scene, line, number, inside, found, last)
        last = found[-1] if len(found) > known else last
        known = len(found)
    return sorted((d for d in found if d.pieces), key=lambda d: (d.pieces[0][0], -d.pieces[-1][1]))


def _add(
    line: Sentence,
    number: int,
    inside: list[Draft],
    found: list[Draft],
    spans: list[tuple[int, int]],
    frame: Frame,
) -> None:
    """Make an indirect draft of a report, or widen the partial drafts in it."""
    tokens = line.tokens
    pieces = [(tokens[a].start, tokens[b - 1].end) for a, b in spans]
    for piece in pieces:
        covered = [d for d in inside if d.pieces and piece[0] <= d.pieces[0][0] < piece[1]]
        if any(d.kind is QuoteKind.DIRECT and d.pieces[0] == piece for d in covered):
            return
        partial = [d for d in covered if d.kind is QuoteKind.PARTIAL]
        if partial:
            first = partial[0]
            low, high = first.pieces[0]
            first.pieces[0] = (min(piece[0], low), max(piece[1], high))
            first.take(frame)
            for other in partial[1:]:
                first.pieces.extend(other.pieces[1:])
                other.pieces.clear()
            return
    draft = Draft(pieces[0], QuoteKind.INDIRECT, f"report: {frame.how}", number, line.paragraph)
    draft.pieces = pieces
    draft.take(frame)
    found.append(draft)


def _reports(
    scene: Scene, line: Sentence, taken: set[int]
) -> list[tuple[list[tuple[int, int]], Frame]]:
    """Reports of one sentence: token borders of what was said, and the attribution."""
    words = scene.words
    found: list[tuple[list[tuple[int, int]], Frame]] = []
    tokens = line.tokens
    lows = {t[3] for t in tokens}
    marked = "" in lows  # marked words are somebody's own by any verb
    verbs = words.governing if marked else words.reporting
    hits = words.asked & lows
    if not marked and (not hits or (hits <= words.half and words.seconds.isdisjoint(lows))):
        return found
    end = len(tokens)
    while end > 0 and tokens[end - 1].kind == PUNCT:
        end -= 1
    reach = 0
    openers = lows & words.openers
    manner = lows & words.manner
    behind_name = not words.behind.words.isdisjoint(lows)
    asked = openers | (lows & verbs.first) | manner
    for at in [
        i for i, low in enumerate([t[3] for t in tokens[:end]]) if behind_name or low in asked
    ]:
        low = tokens[at].low
        opens = low in openers or behind_name
        if at < reach or tokens[at].kind != WORD or tokens[at].start in taken:
            continue
        frame, behind = attribution_at(scene, tokens, at, end) if opens else (None, at)
        if frame is None and low in manner and (at == 0 or tokens[at - 1].low == ","):
            frame, behind = manner_clause(scene, tokens, at, end)
        if frame is not None:
            report = _around(tokens, at, behind, end)
        elif (length := verbs.at(tokens, at)) and not nominal(tokens, at, words):
            one, frame = _from_cue(scene, tokens, at, length, end, marked=marked)
            report = [one] if one is not None else []
        else:
            continue
        if frame is None or not any(_long_enough(tokens, r) for r in report):
            continue
        found.append((report, frame))
        reach = max(report[-1][1], behind)
    return found


def _long_enough(tokens: list[Token], report: tuple[int, int]) -> bool:
    counted = sum(1 for t in tokens[report[0] : report[1]] if t.kind != PUNCT)
    return counted >= SHORTEST or any(t.kind == RUN for t in tokens[report[0] : report[1]])


def _around(tokens: list[Token], at: int, behind: int, end: int) -> list[tuple[int, int]]:
    """The report beside "according to X": what stands before and behind it."""
    close = at
    while close > 0 and tokens[close - 1].kind == PUNCT:
        close -= 1
    start = behind
    while start < end and tokens[start].kind == PUNCT:
        start += 1
    return [r for r in ((0, close), (start, end)) if r[0] < r[1]]


def _from_cue(
    scene: Scene, tokens: list[Token], at: int, length: int, end: int, *, marked: bool
) -> tuple[tuple[int, int] | None, Frame | None]:
    words = scene.words
    cue = (tokens[at].start, tokens[at + length - 1].end)
    behind = at + length
    if not may_report(tokens, at, behind, end, words):
        return None, None
    mention = subject_of(scene, tokens, 0, at, behind, end)
    if mention is None or not plausible(scene, tokens, mention):
        return None, None
    if not marked and not heard(scene, tokens, mention, at):
        return None, None
    begin = max(behind, mention.behind if mention.first >= behind else behind)
    close = _closed_before(tokens, min(at, mention.first)) if words.cue_at(tokens, at) else 0
    if marked and not words.fragments and mention.first >= behind and tokens[at - 1].kind == RUN:
        close = at  # The roof is “a sieve,” said Roe
    if not ends_with(behind, end) or (close and _adverbial(tokens, close, words)):
        close = 0
    if close and mention.first >= behind:
        # "…, said Ada Roe, who …": what follows is about her.
        frame = cited_behind(scene, tokens, behind, end)
        return (0, close), frame or Frame(mention, cue, "subject, cue")
    # A verb of both lists takes its hearer as an object: "told".
    addressing = words.plain.at(tokens, at) and words.acts.at(tokens, at)
    if not (close and addressing and addressed(tokens, close, begin, end, words)):
        start = _report_start(scene, tokens, at, begin, end)
        if start is not None and not (addressing and is_hearer(tokens, start, end, words)):
            stop = _report_end(tokens, start, end, words)
            return (start, stop), Frame(mention, cue, "subject, cue")
    if close:
        frame = cited_behind(scene, tokens, behind, end)
        return (0, close), frame or Frame(mention, cue, "subject, cue")
    return None, None


def _adverbial(tokens: list[Token], close: int, words: Lexicon) -> bool:
    """Whether what a comma closes is no report: "Earlier this month, Roe added …".

    Nor is it where a clause about its last noun follows: "four councils, which have agreed".
    """
    opener, after = tokens[0].low, tokens[close + 1].low
    opens = opener in words.prepositions or opener in words.links or opener in words.stops
    return (opens and close < FRONT_LEAST) or (
        after in words.relatives and after not in words.pronouns and not words.moods
    )


def _closed_before(tokens: list[Token], before: int) -> int:
    """End of the clause that a comma or dash closes right before ``before``; 0 if none does."""
    close = before
    while close > 0 and tokens[close - 1].kind == PUNCT:
        close -= 1
    return close if close < before and tokens[close].low in BREAKS else 0


def _report_start(scene: Scene, tokens: list[Token], at: int, behind: int, end: int) -> int | None:
    """Where the report behind a verb begins; None if none does."""
    words = scene.words
    opening, comma = _conjunction(tokens, behind, end, words)
    if opening >= 0:
        return opening
    if words.moods:
        return comma + 1 if comma >= 0 and comma + 1 < end and words.cue_at(tokens, at) else None
    if behind >= end or tokens[behind].kind == PUNCT:
        return None
    if words.plain.at(tokens, at):
        start = _behind_addressee(scene, tokens, behind, end)
        if start is not None:
            return start
    if words.acts.at(tokens, at):
        # "asked about the noise", "announced from the pier": no object, so nothing said.
        opener = tokens[behind].low
        adverbial = opener in words.stops and opener not in INFINITIVE
        return None if adverbial else behind
    return None


def _conjunction(tokens: list[Token], behind: int, end: int, words: Lexicon) -> tuple[int, int]:
    """Where "that" opens a report and where a comma does; -1 where none does."""
    comma = -1
    for place in range(behind, min(behind + ADDRESS, end)):
        token = tokens[place]
        if token.kind == WORD and token.low in words.that:
            return place, comma
        if token.kind == RUN or (token.kind == PUNCT and token.low not in (",", ":")):
            break
        if token.kind == WORD and comma >= 0:
            break
        if token.kind == PUNCT and comma < 0:
            comma = place
    return -1, comma


def _behind_addressee(scene: Scene, tokens: list[Token], behind: int, end: int) -> int | None:
    """A bare clause behind "said" or "told the council"."""
    words = scene.words
    place = behind
    while place < end and (tokens[place].low in words.days or tokens[place].low in words.between):
        place += 1
    if place >= end or tokens[place].kind == PUNCT:
        return None
    if tokens[place].kind == WORD and tokens[place].low in words.stops:
        return None
    return place


def _report_end(tokens: list[Token], start: int, end: int, words: Lexicon) -> int:
    """Where a report ends: before a second verb of saying, a closing bracket or a semicolon."""
    for place in range(start + SHORTEST, end):
        token = tokens[place]
        if token.kind == PUNCT and token.low in _CLOSERS and token.low in ";；":
            return place
        if token.low not in (",", "and", "but", "und", "aber", "et", "y", "e"):
            continue
        following = place + 1
        while following < end and (
            tokens[following].low in words.between or tokens[following].low in ("and", "but", ",")
        ):
            following += 1
        if following >= end or tokens[following].kind != WORD:
            continue
        if words.cue_at(tokens, following) or words.acts.at(tokens, following):
            return place
    return end
