"""Which marked runs are speech: the rules, in order.

A run is speech if it stands alone, behind a colon, next to an attribution, or in a clause that a
verb of saying governs. Titles, scare quotes and nicknames are none. The first of ``RULES`` that
answers decides; each has a reason, which explanations show.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from newsparse.model.label import QuoteKind
from newsparse.parsers.attributions import Frame
from newsparse.parsers.mentions import NAME, Mention
from newsparse.parsers.quote_fragments import (
    Answer,
    fragment_kind,
    goes_along,
    in_reported_clause,
    loose_fragment,
)
from newsparse.parsers.quote_spot import (
    SENTENCE_WORDS,
    Spot,
    bears_name,
    is_abbreviated,
    is_address,
    is_named,
)
from newsparse.parsers.quote_text import WORD
from newsparse.parsers.speakers import (
    frame_after,
    frame_before,
    label_before,
)
from newsparse.parsers.subjects import first_subject

__all__ = ["RULES", "Rule"]

_SHORT = 3

BRIEF = 6
"""Tokens from marked words to the end of their sentence that hold an attribution and no more."""

NEAR_CUE = 4
"""Tokens from marked words to the verb of saying where no comma closes the words."""

SURE = frozenset(
    ("cue, subject", "subject, cue", "according", "cue", "document read", "subject in front")
)
"""Attributions that make even one word in marks in front of them a quote."""


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
        if place < spot.low or spot.tokens[place].kind != WORD:
            continue
        if lexicon.scare.at(spot.tokens, place) == back:
            return None, None
    after = spot.at + 1
    if after < spot.high and lexicon.scare.at(spot.tokens, after) == 1 and lexicon.inverts:
        return None, None
    named = is_named(spot) or is_abbreviated(spot) or is_address(spot) or bears_name(spot)
    return (None, None) if named else None


def _goes_on(spot: Spot) -> Answer | None:  # each return has one reason
    """Read "A," she said, "b": no second attribution between the runs."""
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


def _before_attribution(spot: Spot) -> Answer | None:  # as above  # each return has one reason
    """Read "A," said X; "A?" X asked."""
    if not spot.followed:
        return None
    closed = spot.comma or spot.final or spot.last in "—–-" or _dashed(spot)
    stands = spot.lexicon.verb_last or (spot.lead and spot.words >= SENTENCE_WORDS)
    if not closed and not stands:
        return None
    frame = frame_after(spot.scene, spot.tokens, spot.at + 1, spot.high)
    if frame is None or (frame.mention is None and frame.cue is None):
        return None
    if not closed and not _adjoins(spot, frame):
        return None
    if not spot.lead:
        frame = _subject_in_front(spot, frame)
        if frame.cue is None or frame.mention is None or not spot.upper or _led_in(spot, frame):
            return None
    sure = frame.how in SURE
    named = frame.mention is not None and frame.mention.kind == NAME
    told = spot.last != "," or (spot.lead and spot.words > 1 and not spot.title)
    sure = sure or (frame.how == "unknown verb, subject" and named and told)
    if spot.title and not sure:
        return None, None
    placed = spot.lead or spot.before in (":", "：")
    whole = placed or frame.how == "subject in front"
    if spot.words <= _SHORT and not (whole and sure):
        return None
    return QuoteKind.DIRECT if whole else fragment_kind(spot), frame


def _adjoins(spot: Spot, frame: Frame) -> bool:
    """Whether a verb of saying follows the marks, or a name and one, though no comma does."""
    if spot.lexicon.cue_at(spot.tokens, spot.at + 1):
        return True
    told = frame.mention is not None and frame.mention.first == spot.at + 1
    near = spot.tokens[spot.at + 1 : spot.at + 1 + NEAR_CUE]
    return (
        told
        and frame.how == "subject, cue"
        and any(t.start == (frame.cue or (-1,))[0] for t in near)
    )


def _dashed(spot: Spot) -> bool:
    """Whether a dash and a verb of saying follow: „A” – dodaje."""
    after = spot.at + 2
    dash = after < spot.high and spot.tokens[after - 1].low in "—–―-"
    return dash and bool(spot.lexicon.cue_at(spot.tokens, after))


def _led_in(spot: Spot, frame: Frame) -> bool:
    """Whether an attribution in front counts; between a colon and ", sagte er" the latter does."""
    if spot.before in (":", "：") and spot.comma and frame.how == "cue, subject":
        return False
    return frame_before(spot.scene, spot.tokens, spot.low, spot.at) is not None


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
    # A name in marks in front is no border: wird in der „Post“ mit den Worten zitiert: …
    low = spot.low if spot.previous is not None else 0
    frame = frame_before(spot.scene, spot.tokens, low, spot.at)
    named = frame is not None and frame.cue is not None
    if frame is None or (frame.mention is None and not spot.lexicon.drops):
        frame = label_before(spot.scene, spot.tokens, low, spot.at) or frame
    known = frame is not None and frame.mention is not None and _is_person(spot, frame.mention)
    if not (named or known or spot.final) and spot.words <= SENTENCE_WORDS:
        # A new opera, behind a colon: its title, no speech.
        return None, None
    return QuoteKind.DIRECT, frame


def _is_person(spot: Spot, mention: Mention) -> bool:
    """Whether a mention is somebody's name, and the marked words are more than a name."""
    if mention.kind != NAME or spot.title or spot.words < _SHORT or not mention.name:
        return False
    return mention.name.casefold().split()[-1] in spot.scene.people


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
        return fragment_kind(spot) if goes_on else QuoteKind.DIRECT, frame
    short = not spot.final and spot.words <= SENTENCE_WORDS
    if short and (_inside_phrase(spot) or (lexicon.fragments and spot.at - 1 != cue)):
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


def _sentence(spot: Spot) -> Answer | None:
    """A whole sentence in marks, nobody named."""
    outside = spot.at + 1 < spot.high and spot.tokens[spot.at + 1].low == ","
    # Behind a comma inside the marks only a few words: a verb that no pack knows.
    brief = spot.comma and spot.followed and len(spot.tokens) - spot.at <= BRIEF
    ends = spot.final or (spot.lead and (outside or brief))
    if spot.upper and ends and spot.words >= SENTENCE_WORDS and not spot.title:
        return QuoteKind.DIRECT, None
    return None


class Rule(NamedTuple):
    """A rule by its name, with the reason that explanations show."""

    name: str
    ask: Callable[[Spot], Answer | None]
    why: str


RULES: tuple[Rule, ...] = (
    Rule("stands alone", _alone, "A sentence or paragraph that is all in marks is speech."),
    Rule("goes on", _goes_on, "It goes on with the run before its attribution."),
    Rule("so-called", _named_so, "Words behind so-called and the like are a name, not speech."),
    Rule("before its attribution", _before_attribution, "A speaker and a verb follow the marks."),
    Rule("behind a colon", _behind_colon, "A colon stands in front of the marks."),
    Rule("object of a cue", _object_of_cue, "A verb of saying stands right in front."),
    Rule("behind a noun of saying", _quoted_noun, "A noun such as “the words” stands in front."),
    Rule("goes along", goes_along, "It is tied to the marked words in front of it."),
    Rule("in a reported clause", in_reported_clause, "A verb of saying governs the sentence."),
    Rule("whole sentence", _sentence, "A whole sentence stands in the marks."),
    Rule("loose fragment", loose_fragment, "German marks somebody's words wherever they stand."),
)
"""In order; the first that answers decides."""
