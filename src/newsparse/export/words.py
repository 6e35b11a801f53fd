"""Counting words, where that means something."""

from __future__ import annotations

import re

__all__ = ["count_words"]

_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
"""Scripts that set no spaces between words: Thai, Lao, Burmese, Khmer, kana, Han."""


UNSPACED_SHARE = 0.1
"""Share of such signs from which spaces do not count words; a foreign name stays far below."""


def count_words(text: str) -> int | None:
    """Return the number of words between spaces; None where the script does not separate them."""
    if len(_UNSPACED.findall(text)) > UNSPACED_SHARE * len(text):
        return None
    return len(text.split())
