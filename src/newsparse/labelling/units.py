"""What labelling gives: blocks, or parts of them, with a label."""

from __future__ import annotations

from newsparse.model.block import Block
from newsparse.model.evidence import Evidence
from newsparse.model.label import BoilerplateKind, Label
from newsparse.model.span import Span

__all__ = ["Unit"]


class Unit:
    """A block, or a stretch of its text view, with what it is.

    Attributes:
        block: The block.
        start: First code point of the stretch in ``block.text``.
        end: End of the stretch, exclusive.
        label: What it is.
        kind: Of boilerplate, else None.
        score: Probability of the label, 0 to 1.
        rules: Rules that decided or changed the label, in order.
        index: Number of the block in the document.
        entry: 0 for the page's own story, n for its n-th further entry, -1 for neither.
    """

    __slots__ = ("block", "end", "entry", "index", "kind", "label", "rules", "score", "start")

    def __init__(
        self,
        block: Block,
        index: int,
        label: Label,
        score: float,
        *,
        kind: BoilerplateKind | None = None,
        start: int = 0,
        end: int | None = None,
        rules: tuple[Evidence, ...] = (),
    ) -> None:
        self.block = block
        self.index = index
        self.label = label
        self.score = score
        self.kind = kind
        self.start = start
        self.end = len(block.text) if end is None else end
        self.rules = rules
        self.entry = 0

    @property
    def text(self) -> str:
        """The stretch of the text view."""
        return self.block.text[self.start : self.end]

    @property
    def pieces(self) -> tuple[Span, ...]:
        """The stretch's runs in the source."""
        return self.block.pieces(self.start, self.end)

    def pieces_of(self, span: Span) -> tuple[Span, ...]:
        """Map a span that counts in ``text`` to runs in the source."""
        return self.block.pieces(self.start + span.start, self.start + span.end)

    def force(self, label: Label, why: Evidence, kind: BoilerplateKind | None = None) -> None:
        """Give the unit another label because of a rule."""
        self.label = label
        self.kind = kind
        self.rules = (*self.rules, why)

    def split(self, at: int) -> tuple[Unit, Unit]:
        """Return the parts before and from ``at`` (in the block's text view), same label."""
        parts = []
        for start, end in ((self.start, at), (at, self.end)):
            part = Unit(
                self.block,
                self.index,
                self.label,
                self.score,
                kind=self.kind,
                start=start,
                end=end,
                rules=self.rules,
            )
            part.entry = self.entry
            parts.append(part)
        return parts[0], parts[1]
