"""The running text of several units as one string, with the way back to the source."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

from newsparse.labelling.units import Unit
from newsparse.model.span import Span

__all__ = ["StoryText", "squeezed"]

PARAGRAPH_BREAK = "\n\n"
_LOOSE = re.compile(r"[^\S ]|  ")


def squeezed(text: str) -> str:
    """Return text with every run of white space as one space, none at the ends."""
    # A long text is nearly always squeezed as it stands; splitting one costs ten times its size.
    if _LOOSE.search(text) is None:
        return text.strip()
    return " ".join(text.split())


class StoryText:
    """Units joined with a blank line.

    Attributes:
        text: The joined text views.
    """

    __slots__ = ("_starts", "_units", "text")

    def __init__(self, units: Iterable[Unit]) -> None:
        self._units = list(units)
        self._starts: list[int] = []
        parts: list[str] = []
        at = 0
        for unit in self._units:
            self._starts.append(at)
            parts.append(unit.text)
            at += unit.end - unit.start + len(PARAGRAPH_BREAK)
        self.text = PARAGRAPH_BREAK.join(parts)

    def spans(self, kind: str) -> list[Span]:
        """Return the stretches of units whose block is of a kind, ascending."""
        return [
            Span(start, start + unit.end - unit.start)
            for unit, start in zip(self._units, self._starts, strict=True)
            if unit.block.kind == kind
        ]

    def pieces_of(self, span: Span) -> tuple[Span, ...]:
        """Map a span of ``text`` to runs in the source, ascending."""
        found: list[Span] = []
        at = max(bisect_right(self._starts, span.start) - 1, 0)
        while at < len(self._units) and self._starts[at] < span.end:
            unit, start = self._units[at], self._starts[at]
            low = max(span.start - start, 0)
            high = min(span.end - start, unit.end - unit.start)
            if high > low:
                found.extend(unit.pieces_of(Span(low, high)))
            at += 1
        return tuple(found)
