"""Marked runs that are speech, and those that are none.

In: paragraphs and sentences. Out: drafts of direct and partial quotes with the attribution that
stands in their own sentence. Titles, scare quotes and nicknames are left out: a run is speech if it
stands alone, behind a colon, next to an attribution, or in a clause that a verb of saying governs.
``RULES`` is the order in which this is asked; the first rule that answers decides.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import NamedTuple

from newsparse.model.label import QuoteKind
from newsparse.parsers.cues import Lexicon
from newsparse.parsers.mentions import NAME, Scene
from newsparse.parsers.quote_draft import Draft
from newsparse.parsers.quote_marks import Paragraph, Run
from newsparse.parsers.quote_text import PUNCT, RUN, WORD, Sentence, Token, last_sign, starts_upper
from newsparse.parsers.speakers import (
    Frame,
    frame_after,
    frame_before,
    frame_behind,
    frame_judging,
    label_before,
)
from newsparse.parsers.subjects import first_subject

__all__ = ["RULES", "read_runs"]

MAX_UNCLOSED = 3_000
"""Code points of a run that its paragraph leaves open; a longer one is a stray mark. The longest
real one in the training part of the quotes corpus has 1,391."""

TITLE_WORDS = 8
"""Words up to which a run whose long words are all capitalised is taken for a title."""

SENTENCE_WORDS = 5
"""Words from which a marked run reads as a sentence of its own without other signs."""

REPEATED = 40
"""Code points of marked words that are taken for a name when they come again."""

_FINAL = frozenset(".!?…。！？؟")
_SHORT = 3


class Spot(NamedTuple):
    """A marked run in its sentence, with what the rules ask about it."""

    scene: Scene
    tokens: list[Token]
    at: int
    low: int
    high: int
    words: int
    upper: bool
    last: str
    lead: bool
    followed: bool
    title: bool
    again: bool
    previous: Draft | None

    @property
    def lexicon(self) -> Lexicon:
        """The words of the language."""
        return self.scene.words

    @property
    def before(self) -> str:
        """The token in front, "" at the start."""
        return self.tokens[self.at - 1].low if self.at > self.low else ""

    @property
    def comma(self) -> bool:
        """Whether a comma closes the run, inside or outside the mark."""
        after = self.tokens[self.at + 1].low if self.at + 1 < self.high else ""
        return self.last in (",", "，", "،") or after in (",", "，", "،")

    @property
    def final(self) -> bool:
        """Whether the run ends like a sentence."""
        return self.last in _FINAL


Answer = tuple[QuoteKind | None, Frame | None]
"""What a rule says: a kind and an attribution; kind None for "no speech"."""


def read_runs(scene: Scene, parts: list[Paragraph], lines: list[Sentence]) -> list[Draft]:
    """Read all marked runs of a text, in reading order."""
    found: list[Draft] = []
    again = _repeated(scene.text, parts)
    for number, line in enumerate(lines):
        places = [i for i, t in enumerate(line.tokens) if t.kind == RUN]
        previous: Draft | None = None
        for order, at in enumerate(places):
            low = places[order - 1] + 1 if order else 0
            high = places[order + 1] if order + 1 < len(places) else len(line.tokens)
            run = parts[line.paragraph].runs[line.tokens[at].run]
            spot = _spot(scene, line.tokens, at, low, high, run, previous, again)
            draft = None if spot is None else _judge(spot, run, number, line.paragraph)
            if draft is None:
                continue
            draft.open = not run.closed
            if draft.rule == "goes on" and previous is not None:
                previous.extend(draft)
            else:
                found.append(draft)
                previous = draft
    return found


def _repeated(text: str, parts: list[Paragraph]) -> frozenset[str]:
    """Short marked words that stand in the text more than once."""
    counts = Counter(
        text[run.inner : run.inner_end].strip()
        for part in parts
        for run in part.runs
        if run.end - run.start <= REPEATED
    )
    return frozenset(words for words, count in counts.items() if count > 1)


def _spot(  # noqa: PLR0913  # the run, its borders and its context, made in one place
    scene: Scene,
    tokens: list[Token],
    at: int,
    low: int,
    high: int,
    run: Run,
    previous: Draft | None,
    again: frozenset[str],
) -> Spot | None:
    text, lexicon = scene.text, scene.words
    inner = text[run.inner : run.inner_end].strip()
    if not run.closed and run.end - run.start > MAX_UNCLOSED:
        return None
    if not any(c.isalnum() for c in inner[:200]):
        return None
    return Spot(
        scene=scene,
        tokens=tokens,
        at=at,
        low=low,
        high=high,
        words=len(inner.split()) if lexicon.spaced else (len(inner) + 1) // 2,
        upper=starts_upper(text, run),
        last=last_sign(text, run),
        lead=all(t.kind == PUNCT for t in tokens[low:at]),
        followed=any(t.kind == WORD for t in tokens[at + 1 : high]),
        title=_is_title(inner, lexicon),
        again=inner in again,
        previous=previous,
    )


def _is_title(inner: str, lexicon: Lexicon) -> bool:
    """Whether the words are capitalised as in a headline; never so in German or without case."""
    if lexicon.fragments or not lexicon.spaced:
        return False
    words = inner.rstrip(".,!?;:").split()
    if not 2 <= len(words) <= TITLE_WORDS or any(w[-1] in ".!?" for w in words):
        return False
    long = [w for w in words if len(w) > _SHORT]
    return words[0][0].isupper() and words[-1][0].isupper() and all(w[0].isupper() for w in long)


def _judge(spot: Spot, run: Run, number: int, paragraph: int) -> Draft | None:
    for name, rule in RULES:
        answer = rule(spot)
        if answer is None:
            continue
        kind, frame = answer
        if kind is None:
            return None
        draft = Draft((run.start, run.end), kind, name, number, paragraph)
        draft.take(frame)
        return draft
    return None


def _alone(spot: Spot) -> Answer | None:
    if not spot.lead or spot.followed or spot.low or spot.high != len(spot.tokens):
        return None
    if spot.last == ":" or (spot.words < 2 and not spot.final):
        return None, None
    return QuoteKind.DIRECT, None


def _named_so(spot: Spot) -> Answer | None:
    """Behind "so-called", before "genannt" and in brackets nobody speaks."""
    lexicon = spot.lexicon
    if spot.before in ("(", "[", "（") and not spot.final and spot.words <= SENTENCE_WORDS:
        return None, None
    for back in (1, 2):
        place = spot.at - back
        if place >= spot.low and spot.tokens[place].kind == WORD:
            if lexicon.scare.at(spot.tokens, place) == back:
                return None, None
    after = spot.at + 1
    if after < spot.high and lexicon.scare.at(spot.tokens, after) == 1 and lexicon.inverts:
        return None, None
    return None


def _goes_on(spot: Spot) -> Answer | None:
    """ "A," she said, "b": no second attribution between the runs."""
    previous = spot.previous
    if previous is None or previous.kind is not QuoteKind.DIRECT or not spot.low:
        return None
    if spot.lead:
        between = {t.low for t in spot.tokens[spot.low : spot.at]}
        fragment = spot.lexicon.fragments and previous.rule == "in a reported clause"
        if fragment or ":" in between or spot.words < 2:
            return None
        return QuoteKind.DIRECT, None
    if not previous.framed or spot.before not in (",", "—", "–", ";"):
        return None
    if spot.lexicon.fragments and previous.rule not in ("before its attribution", "stands alone"):
        return None
    first = spot.tokens[spot.low - 1]
    cue = previous.cue
    if cue is None or cue[0] < first.end:
        return None
    second = any(
        t.start >= cue[1] and spot.lexicon.cue_at(spot.tokens, i)
        for i, t in enumerate(spot.tokens[spot.low : spot.at], spot.low)
        if t.kind == WORD
    )
    return None if second else (QuoteKind.DIRECT, None)


def _before_attribution(spot: Spot) -> Answer | None:
    """ "A," said X; "A?" X asked."""
    if not spot.followed:
        return None
    if not (spot.comma or spot.final or spot.last in "—–-"):
        if not spot.lexicon.cue_at(spot.tokens, spot.at + 1):
            return None
        if not spot.lexicon.verb_last and not (spot.lead and spot.words >= SENTENCE_WORDS):
            return None
    frame = frame_after(spot.scene, spot.tokens, spot.at + 1, spot.high)
    if frame is None or (frame.mention is None and frame.cue is None):
        return None
    if not spot.lead:
        frame = _subject_in_front(spot, frame)
        earlier = frame_before(spot.scene, spot.tokens, spot.low, spot.at)
        if frame.cue is None or frame.mention is None or not spot.upper or earlier is not None:
            return None
    sure = frame.how in ("cue, subject", "subject, cue", "according", "cue", "subject in front")
    named = frame.mention is not None and frame.mention.kind == NAME
    sure = sure or (frame.how == "unknown verb, subject" and named and spot.last != ",")
    if spot.title and not sure:
        return None, None
    placed = spot.lead or spot.before in (":", "：")
    whole = placed or frame.how == "subject in front"
    if spot.words <= _SHORT and not (whole and sure):
        return None
    return QuoteKind.DIRECT if whole else _fragment(spot), frame


def _subject_in_front(spot: Spot, frame: Frame) -> Frame:
    """Turkish, Korean: the speaker stands before the quote, the verb of saying behind it."""
    if frame.mention is not None or frame.cue is None:
        return frame
    mention = first_subject(spot.scene, spot.tokens, spot.low, spot.at)
    return frame if mention is None else Frame(mention, frame.cue, "subject in front")


def _behind_colon(spot: Spot) -> Answer | None:
    if spot.before not in (":", "："):
        return None
    if spot.words < 2 and not spot.final:
        return None, None
    frame = frame_before(spot.scene, spot.tokens, spot.low, spot.at)
    named = frame is not None and frame.cue is not None
    if frame is None or frame.mention is None:
        frame = label_before(spot.scene, spot.tokens, spot.low, spot.at) or frame
    if not named and not spot.final and spot.words <= SENTENCE_WORDS:
        # "a new opera: “The Long Night”"
        return None, None
    return QuoteKind.DIRECT, frame


def _object_of_cue(spot: Spot) -> Answer | None:
    """X said, "A"; X said "A"; X told reporters "A"."""
    lexicon = spot.lexicon
    cue = _near_cue(spot)
    if cue < 0:
        return None
    frame = frame_before(spot.scene, spot.tokens, spot.low, spot.at)
    if frame is None:
        return None
    if frame.mention is None and spot.previous is not None:
        frame = frame._replace(mention=spot.previous.mention)
    if spot.before == "," and spot.words >= SENTENCE_WORDS:
        goes_on = spot.followed and not (spot.final or spot.comma or spot.upper)
        return _fragment(spot) if goes_on else QuoteKind.DIRECT, frame
    if not spot.final and spot.words <= SENTENCE_WORDS:
        if _inside_phrase(spot) or (lexicon.fragments and spot.at - 1 != cue):
            return None
    if spot.upper and not spot.title and (spot.words >= _SHORT or spot.final or spot.comma):
        return QuoteKind.DIRECT, frame
    return None


def _inside_phrase(spot: Spot) -> bool:
    """Whether an article or a preposition stands in front: "by the “Night Shift” group"."""
    return spot.before in spot.lexicon.determiners or (
        spot.before in spot.lexicon.stops and spot.before in spot.lexicon.links
    )


def _quoted_noun(spot: Spot) -> Answer | None:
    """Behind a noun of saying: with the words "A", the slogan "A"."""
    lexicon = spot.lexicon
    place = spot.at - 1
    if place >= spot.low and spot.before in lexicon.likes:
        place -= 1
    if place < spot.low or spot.title or spot.tokens[place].kind != WORD:
        return None
    low = spot.tokens[place].low
    if low not in lexicon.nouns or not (spot.final or spot.words >= _SHORT):
        return None
    if not (spot.upper or spot.final):
        return None
    frame = frame_before(spot.scene, spot.tokens, spot.low, spot.at)
    if frame is None or frame.mention is None:
        frame = frame_after(spot.scene, spot.tokens, spot.at + 1, spot.high) or frame
    return QuoteKind.DIRECT, frame


def _near_cue(spot: Spot) -> int:
    """A verb of saying within a few words in front, no conjunction between; -1 if there is none."""
    for place in range(spot.at - 1, max(spot.low, spot.at - 5) - 1, -1):
        token = spot.tokens[place]
        if token.kind == WORD and token.low in spot.lexicon.that:
            return -1
        if token.kind == WORD and spot.lexicon.cue_at(spot.tokens, place):
            return place
    return -1


def _in_reported_clause(spot: Spot) -> Answer | None:
    """Marked words inside a sentence that a verb of saying or judging governs."""
    if spot.title or (spot.words < 2 and not spot.lexicon.fragments):
        return None
    short = spot.upper and spot.words <= SENTENCE_WORDS and not spot.final
    if spot.lexicon.fragments and short and not _speaks(spot):
        named = spot.before in spot.lexicon.naming
        frame = frame_judging(spot.scene, spot.tokens, spot.at) if named else None
        return None if frame is None else (QuoteKind.DIRECT, frame)
    frame = frame_before(spot.scene, spot.tokens, spot.low, spot.at)
    if frame is None or frame.mention is None:
        frame = frame_judging(spot.scene, spot.tokens, spot.at) or frame
    if frame is None or frame.mention is None:
        frame = frame_behind(spot.scene, spot.tokens, spot.at) or frame
    if frame is None:
        return None
    if frame.mention is None and spot.previous is not None:
        frame = frame._replace(mention=spot.previous.mention)
    return _fragment(spot), frame


def _speaks(spot: Spot) -> bool:
    """Whether capitalised words in marks are more than a name: German nouns among small words."""
    before = spot.tokens[spot.at - 1] if spot.at else None
    if before is not None and before.kind == WORD and before.cap:
        return False
    lexicon = spot.lexicon
    run = spot.tokens[spot.at]
    words = spot.scene.text[run.start : run.end].strip('„“"»«').split()
    small = [w for w in words if w[0].islower()]
    if len(words) >= _SHORT and any(
        w not in lexicon.links and w not in lexicon.joiners and w not in lexicon.determiners
        for w in small
    ):
        return True
    moody = any(t.low in lexicon.moods for t in spot.tokens if t.kind == WORD)
    return moody and spot.before in lexicon.naming


def _fragment(spot: Spot) -> QuoteKind:
    return QuoteKind.DIRECT if spot.lexicon.fragments else QuoteKind.PARTIAL


def _sentence(spot: Spot) -> Answer | None:
    """A whole sentence in marks, nobody named."""
    if spot.upper and spot.final and spot.words >= SENTENCE_WORDS and not spot.title:
        return QuoteKind.DIRECT, None
    return None


def _loose_fragment(spot: Spot) -> Answer | None:
    """German: lower-case words in marks are somebody's, wherever they stand."""
    if not spot.lexicon.fragments or spot.upper:
        return None
    if spot.words < 2 and not any(t.low in spot.lexicon.moods for t in spot.tokens):
        return None
    frame = frame_after(spot.scene, spot.tokens, spot.at + 1, spot.high)
    if spot.again:
        # Words in marks that come again are a name.
        return None, None
    return QuoteKind.DIRECT, frame if frame is not None and frame.cue else None


RULES: tuple[tuple[str, Callable[[Spot], Answer | None]], ...] = (
    ("stands alone", _alone),
    ("goes on", _goes_on),
    ("so-called", _named_so),
    ("before its attribution", _before_attribution),
    ("behind a colon", _behind_colon),
    ("object of a cue", _object_of_cue),
    ("behind a noun of saying", _quoted_noun),
    ("in a reported clause", _in_reported_clause),
    ("whole sentence", _sentence),
    ("loose fragment", _loose_fragment),
)
"""In order; the first that answers decides."""
