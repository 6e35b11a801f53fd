"""What exports do to single characters, in one place.

Text goes out as it was read. Only what a format cannot hold is exchanged for U+FFFD, one for one,
so that offsets stay.
"""

from __future__ import annotations

import re

__all__ = ["encodable", "one_line"]

_NEVER = re.compile("[\0\ud800-\udfff]")
"""NUL, which CommonMark, XML and many stores refuse, and lone halves of surrogate pairs, which no
UTF-8 holds."""
_WHITE = re.compile(r"[^\S ]")


def encodable(text: str) -> str:
    """Return text with NUL and lone surrogates exchanged for U+FFFD; the length stays."""
    return _NEVER.sub("\ufffd", text)


def one_line(text: str) -> str:
    """Return encodable text with every white-space character as a space; the length stays."""
    return _WHITE.sub(" ", encodable(text))
