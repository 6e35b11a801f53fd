"""The words of segments that are no role values: kickers, corrections, notes, boilerplate."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from attrs import frozen

from newsparse.model.label import BoilerplateKind, Label
from newsparse.model.page import Page
from newsparse.model.segment import Segment
from newsparse.model.span import Span

__all__ = ["Stretch", "joint", "stretches"]

_BETWEEN = (Label.MARKUP, Label.SPACE)
_INLINE_TAG = re.compile(
    r"</?(?:a|abbr|b|bdi|cite|code|em|font|i|mark|q|s|small|span|strong|sub|sup|time|u|wbr)\b[^<>]*+>"
    r"|<!--(?s:.*?)-->",
    re.IGNORECASE,
)


@frozen
class Stretch:
    """Neighbouring segments of one label, with only markup and space between them.

    Attributes:
        label: Their label.
        kind: Their kind, where they are boilerplate.
        text: What a reader sees, white space squeezed.
        span: Hull of the segments.
    """

    label: Label
    kind: BoilerplateKind | None
    text: str
    span: Span


def stretches(page: Page, *labels: Label) -> Iterator[Stretch]:
    """Yield the stretches of some labels that show something, in page order."""
    group: list[Segment] = []
    parts: list[str] = []
    gap: list[str] = []
    for segment in [*page.segments, None]:
        if segment is not None and segment.label in _BETWEEN:
            gap.append(segment.span.slice(page.raw))
            continue
        what = None if segment is None else (segment.label, segment.kind)
        if group and what != (group[-1].label, group[-1].kind):
            yield from _finished(group, parts)
            group, parts = [], []
        if segment is not None and segment.label in labels:
            if group:
                parts.append(joint("".join(gap)))
            group.append(segment)
            parts.append(_seen(segment.span.slice(page.raw), page.kind))
        gap = []


def _finished(group: list[Segment], parts: list[str]) -> Iterator[Stretch]:
    text = " ".join("".join(parts).split())
    if text:
        first = group[0]
        span = Span(first.span.start, group[-1].span.end)
        yield Stretch(first.label, first.kind, text, span)


def _seen(text: str, kind: str) -> str:
    return html.unescape(text) if kind == "html" else text


def joint(gap: str) -> str:
    """Return what stands between the words around markup: nothing if all of it is inline."""
    return " " if _INLINE_TAG.sub("", gap) else ""
