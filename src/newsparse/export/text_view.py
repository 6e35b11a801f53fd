"""The text of a whole page as its reader sees it, and where each of its characters comes from.

Standards that point at text count characters of *normalised* text: tags removed, references
resolved. This is that text, made from the page's segments alone.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right

from newsparse.export.labelled import joint
from newsparse.model.label import Label
from newsparse.model.page import Page
from newsparse.model.span import Span

__all__ = ["TextView", "text_view"]

_PIECE = re.compile(
    r"[ \t\n\r\f]++|&(?:#[0-9]{1,9}|#[xX][0-9A-Fa-f]{1,8}|[A-Za-z][A-Za-z0-9]{1,31});?"
    r"|[^ \t\n\r\f&]++|&"
)


def text_view(page: Page) -> str:
    """Return the text that ``to_web_annotation`` counts in.

    Text pages: ``page.raw``. HTML: what is shown, references resolved, white space squeezed, a line
    feed where a block ends and nothing where inline markup stands.
    """
    return TextView(page).text


class TextView:
    """A page's text view.

    Attributes:
        text: The text.
    """

    __slots__ = ("_raw", "_same", "_seen", "text")

    def __init__(self, page: Page) -> None:
        self._raw: list[int] = []
        self._seen: list[int] = []
        self._same = page.kind != "html"
        self.text = page.raw if self._same else self._read(page)

    def _read(self, page: Page) -> str:
        """Write the text; ``_raw`` and ``_seen`` say where each piece of it begins."""
        parts: list[str] = []
        gap: list[str] = []
        size = 0
        for segment in page.segments:
            start, text = segment.span.start, segment.span.slice(page.raw)
            if segment.label in (Label.MARKUP, Label.SPACE):
                gap.append(text)
                continue
            if parts and gap and joint("".join(gap)):
                parts.append("\n")
                size += 1
            gap = []
            for match in _PIECE.finditer(text):
                piece = match[0]
                if piece[0] == "&":
                    piece = html.unescape(piece)
                elif piece[0] in " \t\n\r\f":
                    piece = " "
                self._raw.append(start + match.start())
                self._seen.append(size)
                parts.append(piece)
                size += len(piece)
            self._raw.append(segment.span.end)
            self._seen.append(size)
        return "".join(parts)

    def span_of(self, span: Span) -> Span:
        """Map a run of ``page.raw`` to this text; a run of markup alone to an empty one."""
        return span if self._same else Span(self._place(span.start), self._place(span.end))

    def _place(self, offset: int) -> int:
        at = bisect_right(self._raw, offset) - 1
        if at < 0:
            return 0
        seen = self._seen[at]
        end = self._seen[at + 1] if at + 1 < len(self._seen) else len(self.text)
        # Inside a reference or white space there is one place only: behind what it stands for.
        return min(seen + offset - self._raw[at], end)
