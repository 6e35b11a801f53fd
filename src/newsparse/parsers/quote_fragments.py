"""Marked words inside somebody else's sentence: rules for fragments.

In: a marked run in its sentence. Out: a kind and an attribution, None for "no speech", or nothing.
A verb of saying or judging that governs the clause makes the words somebody's; German marks words
as somebody's own wherever they stand.
"""

from __future__ import annotations

from newsparse.model.label import QuoteKind
from newsparse.parsers.attributions import Frame
from newsparse.parsers.judging import frame_judging
from newsparse.parsers.quote_spot import SENTENCE_WORDS, Spot, speaks
from newsparse.parsers.speakers import frame_after, frame_before, frame_behind

__all__ = ["Answer", "fragment_kind", "goes_along", "in_reported_clause", "loose_fragment"]

FRAGMENTS = frozenset(("in a reported clause", "loose fragment", "goes along"))
"""Rules that take marked words inside a sentence for somebody's."""

Answer = tuple[QuoteKind | None, Frame | None]
"""What a rule says: a kind and an attribution; kind None for "no speech"."""


def in_reported_clause(spot: Spot) -> Answer | None:
    """Marked words inside a sentence that a verb of saying or judging governs."""
    if spot.title:
        return None
    if spot.words < 2 and not spot.lexicon.fragments:
        return _one_word(spot)
    short = spot.upper and spot.words <= SENTENCE_WORDS and not spot.final
    if spot.lexicon.fragments and short and not speaks(spot):
        named = spot.before in spot.lexicon.naming
        frame = frame_judging(spot.scene, spot.tokens, spot.at) if named else None
        return None if frame is None else (QuoteKind.DIRECT, frame)
    # A paper's name in marks between verb and fragment is no border: sagte der „Post“, …
    low = spot.low if spot.previous is not None else 0
    frame = frame_before(spot.scene, spot.tokens, low, spot.at)
    if frame is None or frame.mention is None:
        frame = frame_judging(spot.scene, spot.tokens, spot.at) or frame
    if frame is None or frame.mention is None:
        frame = frame_behind(spot.scene, spot.tokens, spot.at) or frame
    if frame is None:
        return None
    if frame.mention is None and spot.previous is not None:
        frame = frame._replace(mention=spot.previous.mention)
    return fragment_kind(spot), frame


def _one_word(spot: Spot) -> Answer | None:
    """One marked word is somebody's where a verb gives it to them: called it "absurd"."""
    article = spot.before in spot.lexicon.determiners and not spot.lexicon.articleless
    if spot.upper or article:
        return None
    that = any(t.low in spot.lexicon.that for t in spot.tokens[spot.low : spot.at])
    frame = frame_before(spot.scene, spot.tokens, spot.low, spot.at)
    if frame is not None and not that and frame.how not in ("according", "view"):
        frame = None
    frame = frame or frame_judging(spot.scene, spot.tokens, spot.at)
    if frame is None or frame.mention is None:
        return None
    return QuoteKind.PARTIAL, frame


def goes_along(spot: Spot) -> Answer | None:
    """German: words in marks that "und" or "oder" ties to the fragment before them."""
    previous, lexicon = spot.previous, spot.lexicon
    if previous is None or not lexicon.fragments or spot.at - spot.low != 1 or spot.title:
        return None
    if previous.rule not in FRAGMENTS or spot.before not in lexicon.joiners | {"oder", ","}:
        return None
    how = previous.how or "carried over"
    return QuoteKind.DIRECT, Frame(previous.mention, previous.cue, how)


def fragment_kind(spot: Spot) -> QuoteKind:
    """Direct where the language counts marked words as quotes of their own, else partial."""
    return QuoteKind.DIRECT if spot.lexicon.fragments else QuoteKind.PARTIAL


def loose_fragment(spot: Spot) -> Answer | None:
    """German: lower-case words in marks are somebody's, wherever they stand."""
    if not spot.lexicon.fragments or spot.upper:
        return None
    if spot.words < 2 and not spot.moody:
        return None
    frame = frame_after(spot.scene, spot.tokens, spot.at + 1, spot.high)
    if spot.again:
        # Words in marks that come again are a name.
        return None, None
    return QuoteKind.DIRECT, frame if frame is not None and frame.cue else None
