"""``newsparse explain``: why each segment has its label."""

from __future__ import annotations

from collections.abc import Iterator

from newsparse.cli.show import one_line
from newsparse.errors import InputError
from newsparse.model.label import Label
from newsparse.model.page import Page
from newsparse.model.segment import Segment

__all__ = ["explained"]

EXCERPT = 60
"""Code points of a segment that are shown, so that a line fits a terminal of 100 columns."""
_SILENT = (Label.SPACE, Label.MARKUP)


def explained(page: Page, *, at: int | None, top: int) -> Iterator[str]:
    """Yield lines: each segment, and under it its reasons.

    Args:
        page: A page fresh from ``parse``.
        at: Only the segment that holds this code point.
        top: Reasons a segment.

    Raises:
        InputError: ``at`` lies behind the end of the page.
    """
    if at is not None and at >= len(page.raw):
        raise InputError(f"--at {at} lies behind the end of the page, {len(page.raw)} code points")
    for segment in page.segments if at is None else (page.at(at),):
        if segment.label not in _SILENT or at is not None:
            yield from _reasons(page, segment, top)


def _reasons(page: Page, segment: Segment, top: int) -> Iterator[str]:
    found = page.explain(segment)
    kind = f" {segment.kind}" if segment.kind is not None else ""
    text = one_line(segment.span.slice(page.raw))
    second = f", then {found.runner_up}" if found.runner_up is not None else ""
    yield (
        f"{segment.span.start}-{segment.span.end}  {segment.label}{kind} "
        f"{found.score:.2f}{second}  {text[:EXCERPT]}{'…' if len(text) > EXCERPT else ''}"
    )
    for one in found.evidence[:top]:
        why = f": {one.why}" if one.why else ""
        yield f"    {one.points:+6.2f}  {one_line(one.name)}{one_line(why)}"
