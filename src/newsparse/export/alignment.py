"""Where a run of the source stands in the text of a paragraph.

A page keeps a paragraph's text and its runs in the source, not the way from one to the other. It is
found again by the characters that are no white space: the same ones, in the same order, in both.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_left

from newsparse.model.fields import Paragraph
from newsparse.model.page import Page
from newsparse.model.span import Span

__all__ = ["Alignment"]

_REFERENCE = re.compile(r"&(?:#[0-9]{1,9}|#[xX][0-9A-Fa-f]{1,8}|[A-Za-z][A-Za-z0-9]{1,31});?")


class Alignment:
    """The way from the source into one paragraph's text.

    Attributes:
        found: Whether source and text agree; if not, nothing can be placed.
    """

    __slots__ = ("_raw", "_text", "found")

    def __init__(self, page: Page, paragraph: Paragraph) -> None:
        signs: list[str] = []
        self._raw: list[int] = []
        for piece in paragraph.pieces:
            self._read(page, piece, signs)
        self._text = [at for at, sign in enumerate(paragraph.text) if not sign.isspace()]
        self.found = "".join(signs) == "".join(paragraph.text.split())

    def _read(self, page: Page, piece: Span, signs: list[str]) -> None:
        """Add the visible characters of one run, each with its place."""
        at, raw, is_html = piece.start, page.raw, page.kind == "html"
        while at < piece.end:
            sign, size = raw[at], 1
            if is_html and sign == "&":
                match = _REFERENCE.match(raw, at, piece.end)
                if match is not None:
                    sign, size = html.unescape(match[0]), match.end() - at
            for one in sign:
                if not one.isspace() and not (is_html and one == "\0"):
                    signs.append(one)
                    self._raw.append(at)
            at += size

    def stretch(self, span: Span) -> tuple[int, int] | None:
        """Return where a run of the source stands in the text: start and end, None if it is not."""
        if not self.found:
            return None
        first, last = bisect_left(self._raw, span.start), bisect_left(self._raw, span.end)
        if first >= last:
            return None
        return self._text[first], self._text[last - 1] + 1
