"""Addresses of links: made absolute, safe to click, safe to print."""

from __future__ import annotations

import re
from urllib.parse import quote, urljoin

__all__ = ["absolute", "uri"]

SCHEMES = frozenset(("http", "https", "mailto", "tel", "ftp"))
"""Schemes that lead somewhere for a reader; ``javascript:``, ``data:`` and the like do not."""

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.\-]*):")
_DROPPED = re.compile(r"[\t\n\r]")
"""What the URL standard removes from anywhere in an address."""
_UNSAFE = re.compile('[\0-\x20\x7f-\x9f"<>\\\\^`{|}\\s\ud800-\udfff]')


_HEAD = re.compile(r"([A-Za-z][A-Za-z0-9+.\-]*:(?://([^/?]*))?)(.*)", re.DOTALL)
_STRAY_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_IN_PATH = "%:/?@!$&'()*+,;=~"


def absolute(address: str, base: str | None) -> str | None:
    """Return an address as a link needs it.

    Args:
        address: As written in the page.
        base: Address of the page, or None: relative ones then stay relative.

    Returns:
        The address, joined with ``base``, characters that no address may hold percent-encoded; None
        if it is empty, cannot be read or leads nowhere (``javascript:``).
    """
    shown = _DROPPED.sub("", address).strip("\0 \x1f")
    if not shown:
        return None
    if base and not _SCHEME.match(shown):
        try:
            shown = urljoin(base, shown)
        except ValueError:
            return None
    scheme = _SCHEME.match(shown)
    if scheme is not None and scheme[1].lower() not in SCHEMES:
        return None
    return _UNSAFE.sub(lambda sign: quote(sign[0], safe="", errors="replace"), shown)


def uri(address: str | None) -> str | None:
    """Return an absolute address as RFC 3986 has it: ASCII only, reserved signs in their places.

    None if it has no scheme, or one that leads nowhere, or its host is in brackets (IPv6).
    """
    shown = absolute(address or "", None)
    rest, mark, fragment = (shown or "").partition("#")
    match = _HEAD.fullmatch(rest)
    if match is None or "[" in (match[2] or "") or "]" in (match[2] or ""):
        return None
    parts = [quote(match[1], safe="%:/@!$&'()*+,;=~"), quote(match[3], safe=_IN_PATH)]
    return _STRAY_PERCENT.sub("%25", "".join([*parts, mark, quote(fragment, safe=_IN_PATH)]))
