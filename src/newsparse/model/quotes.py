"""Who said what."""

from __future__ import annotations

from attrs import frozen

from newsparse.model.label import QuoteKind
from newsparse.model.span import Span

__all__ = ["Quote", "Speaker"]


@frozen(kw_only=True)
class Speaker:
    """Who spoke.

    Attributes:
        name: Full name, resolved over the page; None for "an official" and the like.
        mention: The words that name the speaker at this quote ("Schneider", "he").
        span: Where the mention stands.
        role: "senior analyst", or None.
        affiliation: "Example Group", or None.
        score: Probability that this is the speaker, 0 to 1.
    """

    name: str | None
    mention: str
    span: Span
    role: str | None = None
    affiliation: str | None = None
    score: float = 1.0


@frozen(kw_only=True)
class Quote:
    """One utterance; two runs around a cue ("A," she said, "B.") are one Quote with two pieces.

    Attributes:
        text: What was said, without the cue; pieces joined with a space.
        span: Hull of ``pieces``.
        pieces: The exact runs, with their quotation marks.
        kind: Direct, partial or indirect.
        speaker: None where nobody is shown to have said it.
        cue: The word of saying ("said"), or None.
        cue_span: Where the cue stands, or None.
        score: Probability that this is a quote with these borders, 0 to 1.
    """

    text: str
    span: Span
    pieces: tuple[Span, ...]
    kind: QuoteKind
    speaker: Speaker | None = None
    cue: str | None = None
    cue_span: Span | None = None
    score: float = 1.0
