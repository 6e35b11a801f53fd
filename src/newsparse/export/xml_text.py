"""Well-formed XML 1.0, written as text.

Characters that XML forbids are exchanged for U+FFFD. Source: XML 1.0, production 2.
"""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

__all__ = ["attributes", "element", "text"]

_FORBIDDEN = re.compile("[^\\t\\n\\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def text(value: str) -> str:
    """Return character data."""
    return escape(_clean(value), {"\r": "&#13;"})


def element(name: str, content: str, **values: str | None) -> str:
    """Return an element around content that is XML already; see ``attributes``."""
    start = f"{name}{attributes(**values)}"
    return f"<{start}>{content}</{name}>" if content else f"<{start}/>"


def attributes(**values: str | None) -> str:
    """Return attributes, each with a space before it; None leaves one out.

    A double underscore stands for a colon (``xml__id``), one at the end is dropped (``when_``).
    """
    return "".join(
        f" {name.rstrip('_').replace('__', ':')}={quoteattr(_clean(value))}"
        for name, value in values.items()
        if value is not None
    )


def _clean(value: str) -> str:
    return _FORBIDDEN.sub("\ufffd", value)
