"""Blocks: what both front ends hand to the labeller.

A block is one paragraph, heading, list item, cell or line: its text view, the way back to the
caller's string, and facts about its markup and place. Plain text and HTML give the same class; a
fact that a text page cannot know has its empty value.

Blocks live for one call and are made by the thousand, so they are plain slotted classes.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from newsparse.model.metadata import EMPTY_METADATA, Metadata
from newsparse.model.span import Span, span_of

__all__ = ["Block", "Container", "Document", "Inline", "Run"]


class Run(NamedTuple):
    """A stretch of a block's text view and where it comes from.

    ``text_start`` counts in the view, ``raw_start`` and ``raw_end`` in the caller's string. The
    view's stretch ends where the next run begins. Stretches of equal length map one to one; others
    (a character reference, collapsed white space) are indivisible.
    """

    text_start: int
    raw_start: int
    raw_end: int


class Inline(NamedTuple):
    """Inline markup over a stretch of the text view.

    ``kind`` is one of ``a``, ``em``, ``strong``, ``code``, ``time``, ``q``; ``value`` is the
    address of a link or the ``datetime`` of a time, else empty.
    """

    start: int
    end: int
    kind: str
    value: str


class Container:
    """An element that holds blocks; shared by its blocks, so its numbers are computed once.

    Attributes:
        tag: Element name, lower case; "" for the page itself.
        parent: The container around it, or None for the page.
        depth: Containers above it.
        tokens: Its class and id, lower case, split into words (``article-body`` gives two).
        marks: ``role``, ``itemprop``, ``rel`` and ``type`` values, lower case.
        hidden: By ``hidden``, inline style, template or a hidden ancestor; ``aria-hidden`` alone
            is only in ``marks``.
        order: Number of the container in page order.
        kind: Kind of the blocks that stand directly in it.
        level: Heading level or list depth there, else 0.
    """

    __slots__ = (
        "depth",
        "hidden",
        "kind",
        "level",
        "marks",
        "order",
        "parent",
        "tag",
        "tokens",
    )

    def __init__(
        self,
        tag: str = "",
        parent: Container | None = None,
        tokens: tuple[str, ...] = (),
        marks: tuple[str, ...] = (),
        hidden: bool = False,  # noqa: FBT001, FBT002  # by position it is made in half the time
        order: int = 0,
        kind: str = "text",
        level: int = 0,
    ) -> None:
        self.tag = tag
        self.parent = parent
        self.depth: int = 0 if parent is None else parent.depth + 1
        self.tokens = tokens
        self.marks = marks
        self.hidden = hidden
        self.order = order
        self.kind = kind
        self.level = level


class Block:
    """One paragraph-like unit of the page.

    Attributes:
        text: The text view: references decoded, white space squeezed, never empty.
        runs: Its way back to the source, ascending; the first run begins at 0.
        kind: ``text heading list_item quote pre cell caption control``.
        level: Heading level 1 to 6, or list depth from 1, or 0.
        gap: Text pages: empty lines before the block. HTML: 1 if a block element began, else 0.
        lines: Source lines that the block runs over (1 or more).
        container: The innermost element that holds the block.
        tag: Element that made the block (``p``, ``h1``, ``li``, ``td``, ``div``), "" for text.
        link_chars: Code points of ``text`` inside links.
        inlines: Inline markup, ascending by start.
        tokens: Class and id words, as in ``Container``, of the element that made the block where
            that is a paragraph or heading, and of inline elements that begin in it.
        marks: As in ``Container``, of the same elements.
        seams: Places in ``text`` where two inline elements meet without white space ("Ada
            Example" and "March 3" side by side), ascending.
    """

    __slots__ = (
        "container",
        "gap",
        "inlines",
        "kind",
        "level",
        "lines",
        "link_chars",
        "marks",
        "runs",
        "seams",
        "tag",
        "text",
        "tokens",
    )

    def __init__(  # noqa: PLR0913, PLR0917  # one argument a fact, all but three with a default
        self,
        text: str,
        runs: list[Run],
        container: Container,
        kind: str = "text",
        level: int = 0,
        gap: int = 0,
        lines: int = 1,
        tag: str = "",
        link_chars: int = 0,
        inlines: tuple[Inline, ...] = (),
        tokens: tuple[str, ...] = (),
        marks: tuple[str, ...] = (),
        seams: tuple[int, ...] = (),
    ) -> None:
        self.text = text
        self.runs = runs
        self.container = container
        self.kind = kind
        self.level = level
        self.gap = gap
        self.lines = lines
        self.tag = tag
        self.link_chars = link_chars
        self.inlines = inlines
        self.tokens = tokens
        self.marks = marks
        self.seams = seams

    @property
    def start(self) -> int:
        """First code point in the source."""
        return self.runs[0].raw_start

    @property
    def end(self) -> int:
        """Code point after the last one in the source."""
        return self.runs[-1].raw_end

    def pieces(self, start: int = 0, end: int | None = None) -> tuple[Span, ...]:
        """Map a stretch of the text view to source runs.

        Args:
            start: First code point of the view.
            end: End in the view, exclusive; None for its whole length.

        Returns:
            Ascending, non-touching, non-empty spans in the caller's string; empty only for an
            empty stretch. O(log runs + runs covered).
        """
        end = len(self.text) if end is None else end
        if end <= start:
            return ()
        runs = self.runs
        if len(runs) == 1:
            _, low, high = runs[0]
            if high - low == len(self.text):
                return (span_of(low + max(start, 0), low + min(end, high - low)),)
        at = bisect_right(runs, (start, 1 << 62, 0)) - 1
        found: list[list[int]] = []
        while at < len(runs):
            text_start, raw_start, raw_end = runs[at]
            if text_start >= end:
                break
            at += 1
            text_end = runs[at].text_start if at < len(runs) else len(self.text)
            if raw_end - raw_start == text_end - text_start:
                low = raw_start + max(start - text_start, 0)
                high = raw_end - max(text_end - end, 0)
            else:
                low, high = raw_start, raw_end
            if found and found[-1][1] == low:
                found[-1][1] = high
            elif high > low:
                found.append([low, high])
        return tuple([span_of(low, high) for low, high in found])


class Document:
    """What a front end read.

    Attributes:
        raw: The caller's string, or the decoded bytes.
        kind: ``html``, ``text`` or ``email``.
        blocks: In reading order; their runs never overlap.
        encoding: Name of the encoding that decoded bytes, or None for str input.
        metadata: What the page declares (empty for text).
        language: Declared BCP 47 code, or None.
        cut_at: Offset from which a limit left the input unread, or None.
    """

    __slots__ = ("blocks", "cut_at", "encoding", "kind", "language", "metadata", "raw")

    def __init__(
        self,
        raw: str,
        kind: str,
        blocks: list[Block],
        *,
        encoding: str | None = None,
        metadata: Metadata = EMPTY_METADATA,
        language: str | None = None,
        cut_at: int | None = None,
    ) -> None:
        self.raw = raw
        self.kind = kind
        self.blocks = blocks
        self.encoding = encoding
        self.metadata = metadata
        self.language = language
        self.cut_at = cut_at
