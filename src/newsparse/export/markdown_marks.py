"""Which inline markup CommonMark can write, and as what.

Links and code stay as they are; emphasis is cut where it crosses them. CommonMark reads ``*`` as
emphasis only between certain neighbours, so emphasis that would not be read is left out.
Source: CommonMark 0.31.2, sections 6.1 to 6.4 (the rules of flanking).
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Mapping

from attrs import frozen

from newsparse.export.addresses import absolute
from newsparse.model.fields import InlineMarkup
from newsparse.model.label import InlineKind

__all__ = ["Mark", "writable_marks"]

_SIGNS = {InlineKind.EMPHASIS: "*", InlineKind.STRONG: "**"}
_BOTH = "***"
_ORDER = "[*`"
"""Which of several marks over the same stretch is the outer one."""


@frozen
class Mark:
    """Markup that will be written: ``sign`` is ``[``, a backtick or one to three stars."""

    start: int
    end: int
    sign: str
    address: str = ""


def writable_marks(text: str, inlines: tuple[InlineMarkup, ...], base: str | None) -> list[Mark]:
    """Return what can be written of ``inlines``, properly nested, outer marks first.

    Args:
        text: The paragraph, white space as spaces.
        inlines: Markup over stretches of it; anything outside is cut.
        base: Address that relative links are joined with.
    """
    links = _links(text, inlines, base)
    codes = _codes(text, inlines, links)
    stars = _stars(text, inlines, links, codes)
    return sorted([*links, *codes, *stars], key=lambda m: (m.start, -m.end, _ORDER.find(m.sign[0])))


def _links(text: str, inlines: tuple[InlineMarkup, ...], base: str | None) -> list[Mark]:
    found: list[Mark] = []
    for one in inlines:
        if one.kind is InlineKind.LINK:
            start, end = _trimmed(text, one.start, one.end)
            address = absolute(one.value, base)
            if start < end and address is not None and (not found or start >= found[-1].end):
                found.append(Mark(start, end, "[", address))
    return found


def _codes(text: str, inlines: tuple[InlineMarkup, ...], links: list[Mark]) -> list[Mark]:
    found: list[Mark] = []
    for one in inlines:
        if one.kind is InlineKind.CODE:
            start, end = _trimmed(text, one.start, one.end)
            # Two stretches that touch would read as one with a double backtick inside.
            apart = not found or start > found[-1].end
            if start < end and apart and _fits_in(start, end, links):
                found.append(Mark(start, end, "`"))
    return found


def _fits_in(start: int, end: int, links: list[Mark]) -> bool:
    """Whether a stretch neither crosses a link nor holds one; the very words of a link may."""
    if _fitted(start, end, links) != (start, end):
        return False
    at = bisect_left(links, start, key=lambda link: link.start)
    if at == len(links) or links[at].start >= end:
        return True
    return links[at].start == start and links[at].end >= end


def _stars(
    text: str, inlines: tuple[InlineMarkup, ...], links: list[Mark], codes: list[Mark]
) -> list[Mark]:
    """Return emphasis: one never inside another and never touching it."""
    found: list[Mark] = []
    for one in sorted(inlines, key=lambda inline: (inline.start, -inline.end)):
        sign = _SIGNS.get(one.kind)
        if sign is None:
            continue
        start, end = _fitted(*_fitted(one.start, one.end, links), codes)
        start, end = _trimmed(text, start, end)
        if start >= end or _holder(codes, start) or _holder(codes, end):
            continue
        last = found[-1] if found else Mark(-2, -2, "")
        if (start, end) == (last.start, last.end):
            found[-1] = Mark(start, end, sign if sign == last.sign else _BOTH)
        elif start == last.end and sign == last.sign:
            found[-1] = Mark(last.start, end, sign)
        elif start > last.end:
            found.append(Mark(start, end, sign))
    firsts = {mark.start: mark for mark in codes} | {mark.start: mark for mark in links}
    lasts = {mark.end: mark for mark in codes} | {mark.end: mark for mark in links}
    return [m for m in found if _opens(text, m, firsts) and _closes(text, m, lasts)]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    start, end = max(start, 0), min(end, len(text))
    while start < end and text[start] == " ":
        start += 1
    while end > start and text[end - 1] == " ":
        end -= 1
    return start, end


def _holder(marks: list[Mark], place: int) -> Mark | None:
    """Return the one of some disjoint marks that ``place`` lies strictly inside, or None."""
    at = bisect_right(marks, place, key=lambda mark: mark.start) - 1
    return marks[at] if at >= 0 and marks[at].start < place < marks[at].end else None


def _fitted(start: int, end: int, marks: list[Mark]) -> tuple[int, int]:
    """Cut a stretch so that it holds each mark whole, lies inside it or outside."""
    first, last = _holder(marks, start), _holder(marks, end)
    if first is not None and end > first.end:
        start = first.end
    if last is not None and start < last.start:
        end = last.start
    return start, end


def _opens(text: str, mark: Mark, firsts: Mapping[int, Mark]) -> bool:
    """Stars open emphasis before a letter or digit, else only behind a space or punctuation."""
    start = mark.start
    other = firsts.get(start)
    if other is not None and other.sign == "[" and other.end >= mark.end:
        return True  # "[" stands before the stars
    if start == 0 or text[start - 1] == " " or _is_punctuation(text[start - 1]):
        return True
    return other is None and text[start].isalnum()


def _closes(text: str, mark: Mark, lasts: Mapping[int, Mark]) -> bool:
    """Stars close emphasis behind a letter or digit, else only before a space or punctuation."""
    end = mark.end
    other = lasts.get(end)
    if other is not None and other.sign == "[" and other.start <= mark.start:
        return True  # "]" stands behind the stars
    if end == len(text) or text[end] == " " or _is_punctuation(text[end]):
        return True
    return other is None and text[end - 1].isalnum()


def _is_punctuation(sign: str) -> bool:
    """Whether every CommonMark version calls ``sign`` punctuation (symbols are since 0.31)."""
    return unicodedata.category(sign)[0] == "P"
