"""Turns numbers into bucket numbers."""

from __future__ import annotations

from bisect import bisect_right

__all__ = ["DISTANCES", "LENGTHS", "MASSES", "WORDS", "capped", "share_bucket"]

WORDS = (1, 2, 3, 4, 5, 6, 8, 10, 13, 17, 22, 30, 45, 75)
"""Borders for words of a block. Denser where headings, bylines and short sentences lie; the last
holds the longest tenth of body paragraphs in the training part."""
LENGTHS = (1, 10, 20, 30, 45, 60, 80, 110, 150, 220, 320, 500, 900)
"""Borders for code points, in steps of about a third."""
MASSES = (1, 15, 40, 80, 160, 320, 700)
"""Borders for words of prose in a window: none, one short sentence, ... a page of text."""
DISTANCES = (1, 2, 3, 4, 6, 9, 14, 22, 40)
"""Borders for distances in blocks, in steps of about a half."""

_SHARES = tuple(n / 8 for n in range(1, 8))


def share_bucket(part: float, whole: float) -> int:
    """Return 0 for none, 1 to 8 for eighths of a share that is above none."""
    if part <= 0 or whole <= 0:
        return 0
    return 1 + bisect_right(_SHARES, part / whole)


def capped(number: int, most: int) -> int:
    """Return ``number``, at most ``most``."""
    return number if number < most else most
