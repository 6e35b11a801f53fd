"""What a document is called by those who point at it."""

from __future__ import annotations

import hashlib
import re

from newsparse.errors import ExportError
from newsparse.export.addresses import uri
from newsparse.model.page import Page
from newsparse.model.span import Span

__all__ = ["identifier", "part_of"]

_URI = re.compile(
    r"[A-Za-z][A-Za-z0-9+.\-]*+:(?:[!$&-;=?-Z_a-z~#\[\]]|%[0-9A-Fa-f]{2})++", re.ASCII
)


def identifier(page: Page, given: str | None, function: str) -> str:
    """Return the URI of a page: the one that is given, its address, or its checksum.

    Args:
        page: The page.
        given: What the caller calls it, or None.
        function: Name of the calling function, for the message.

    Raises:
        ExportError: ``given`` is no absolute URI.
    """
    if given is not None:
        if not isinstance(given, str) or not _URI.fullmatch(given):
            raise ExportError(f"{function}() takes an absolute URI, got {given!r}")
        return given
    address = uri(page.url)
    if address is not None:
        return address
    checksum = hashlib.sha256(page.raw.encode("utf-8", "surrogatepass"))
    return f"urn:sha256:{checksum.hexdigest()}"


def part_of(name: str, span: Span) -> str:
    """Return the URI of a run of the page's text: offsets as fragment, as RFC 5147 counts them."""
    return f"{name.partition('#')[0]}#char={span.start},{span.end}"
