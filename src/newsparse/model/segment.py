"""One run of the partition."""

from __future__ import annotations

from attrs import frozen

from newsparse.model.label import BoilerplateKind, Label
from newsparse.model.span import Span

__all__ = ["Segment"]


@frozen
class Segment:
    """A labelled run of the input; a page's segments cover every character exactly once.

    Attributes:
        span: Code points into ``page.raw``; never empty.
        label: What the run is.
        kind: For BOILERPLATE its kind, else None.
        score: Probability that the label is right, 0 to 1 (1.0 for SPACE and MARKUP).
    """

    span: Span
    label: Label
    kind: BoilerplateKind | None = None
    score: float = 1.0
