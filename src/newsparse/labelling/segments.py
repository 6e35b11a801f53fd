"""From units to the partition of the caller's string."""

from __future__ import annotations

from newsparse.labelling.units import Unit
from newsparse.model.block import Document
from newsparse.model.label import BoilerplateKind, Label
from newsparse.model.segment import Segment, segment_of
from newsparse.model.span import Span, span_of

__all__ = ["segments_of"]


def segments_of(document: Document, units: list[Unit]) -> tuple[Segment, ...]:
    """Return contiguous segments from 0 to the end of the input.

    What lies between units is SPACE if it shows nothing, else MARKUP. What a limit left unread is
    one BOILERPLATE segment of kind OTHER and score 0.

    Args:
        document: What was read.
        units: In source order, not overlapping.
    """
    raw = document.raw
    found: list[Segment] = []
    at = 0
    for unit in units:
        label, kind, score = unit.label, unit.kind, unit.score
        for piece in unit.pieces:
            if piece.start > at:
                found.append(_between(document, at, piece.start))
            found.append(segment_of(piece, label, kind, score))
            at = piece.end
    stop = len(raw) if document.cut_at is None else max(document.cut_at, at)
    if stop > at:
        found.append(_between(document, at, stop))
    if stop < len(raw):
        rest = Span(stop, len(raw))
        found.append(segment_of(rest, Label.BOILERPLATE, BoilerplateKind.OTHER, 0.0))
    return tuple(found)


def _between(document: Document, start: int, end: int) -> Segment:
    blank = document.kind != "html" or document.raw[start:end].isspace()
    return segment_of(span_of(start, end), Label.SPACE if blank else Label.MARKUP)
