"""What a line is: written once, used wherever text is cut at line ends.

Line ends are CRLF, LF, CR, VT, FF, NEL, LS and PS. ``str.splitlines`` also breaks at the
information separators FS, GS and RS, which archives use inside a line, so it is not used.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["LINE_END", "line_spans"]

LINE_END = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")


def line_spans(text: str, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Yield start and end of each line of ``text[:end]``, without its line end.

    Args:
        text: Any string.
        end: Code point to stop at; None for the whole string.

    Yields:
        Code points, ascending; the last line may be empty.
    """
    stop = len(text) if end is None else end
    at = 0
    for found in LINE_END.finditer(text, 0, stop):
        yield at, found.start()
        at = found.end()
    yield at, stop
