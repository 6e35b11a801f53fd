"""A quote in the making: what the stages between marks and values hand on."""

from __future__ import annotations

from newsparse.model.label import QuoteKind
from newsparse.parsers.attributions import Frame
from newsparse.parsers.mentions import Mention

__all__ = ["Draft"]


class Draft:
    """A quote in the making.

    Attributes:
        pieces: Borders of the runs, ascending.
        kind: Direct, partial or indirect.
        rule: Name of the rule that took the run for speech.
        mention: Who is named at the quote, or None.
        cue: Borders of the verb of saying, or None.
        how: Name of the pattern that gave the speaker; "" without one.
        first_sentence: Number of the sentence of the first piece.
        sentence: Number of the sentence of the last piece.
        paragraph: Number of its paragraph.
        at: Number of its token in the sentence; -1 for a report.
        moody: Whether the sentence's verb shows reported speech by its mood.
        open: Whether the last run was left open at its paragraph's end.
    """

    __slots__ = (
        "at",
        "cue",
        "first_sentence",
        "how",
        "kind",
        "mention",
        "moody",
        "open",
        "paragraph",
        "pieces",
        "rule",
        "sentence",
    )

    def __init__(
        self, piece: tuple[int, int], kind: QuoteKind, rule: str, sentence: int, paragraph: int
    ) -> None:
        self.pieces = [piece]
        self.kind = kind
        self.rule = rule
        self.mention: Mention | None = None
        self.cue: tuple[int, int] | None = None
        self.how = ""
        self.first_sentence = sentence
        self.sentence = sentence
        self.paragraph = paragraph
        self.open = False
        self.at = -1
        self.moody = False

    @property
    def framed(self) -> bool:
        """Whether the quote has an attribution of its own."""
        return self.cue is not None or self.how in _OWN

    def take(self, frame: Frame | None) -> None:
        """Take over an attribution."""
        if frame is not None:
            self.mention, self.cue, self.how = frame.mention, frame.cue, frame.how

    def lend(self, other: Draft, how: str) -> None:
        """Give this quote's speaker to a quote that names none."""
        other.mention, other.how = self.mention, how

    def extend(self, other: Draft) -> None:
        """Take a later quote's pieces as a continuation."""
        self.pieces.extend(other.pieces)
        self.open = other.open
        self.at, self.moody = other.at, other.moody
        self.sentence, self.paragraph = other.sentence, other.paragraph
        if other.mention is not None and (self.mention is None or not self.framed):
            self.mention, self.cue, self.how = other.mention, other.cue, other.how


_OWN = frozenset(("label", "dash, name", "name", "signature", "inside the marks"))
