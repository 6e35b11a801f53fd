"""What a page is, judged by its first kilobytes: HTML, an e-mail or plain text.

A text that writes about tags is a text: HTML is what begins as a document or is built of elements.
"""

from __future__ import annotations

import re

__all__ = ["sniff"]

HEAD = 6_000
"""Code points looked at."""
_MIN_TAGS = 3
"""Tags of the elements that build pages, one of them an end tag or void, from which a text that
does not begin with markup counts as HTML."""
_CHARS_PER_TAG = 400
"""A fragment of a page has at least one building tag in so many code points; a text about HTML
names one now and then."""
_MIN_FIELDS = 2

_BLANK = " \t\n\r\f\v\ufeff\0"
_DOCUMENT = re.compile(
    r"<(?:!doctype\b|\?xml\b|html\b|head\b|body\b|title\b|meta\b|rss\b|feed\b|rdf:rdf\b|"
    r"link\b|script\b|style\b|base\b|article\b|!--)",
    re.IGNORECASE,
)
_BUILDING = re.compile(
    r"<(?:(/?)(?:p|div|span|a|ul|ol|li|h[1-6]|table|tr|td|th|section|article|main|header|footer|"
    r"nav|aside|figure|figcaption|blockquote|b|strong|i|em|body|html|head|title|script|style)|"
    r"(br|hr|img|meta|link))(?=[\s/>])[^<>]{0,500}+>",
    re.IGNORECASE,
)
_BEGINNING = re.compile(
    r"<(?:p|div|h[1-6]|table|ul|ol|section|main|header|nav|figure|blockquote)"
    r"(?:>(?!\s)|\s[^<>]{0,500}+>)",
    re.IGNORECASE,
)
"""An element that builds pages at the very start; "<p> is a tag" begins a sentence."""
_FIELD = re.compile(
    r"(?:(from|to|subject|date|received|message-id|mime-version|return-path|delivered-to|sender|"
    r"reply-to|content-type|cc|list-id|x-[a-z-]{1,40}):[ \t]|from [^\s]{1,200}@)",
    re.IGNORECASE,
)
_LETTERHEAD = frozenset(
    ("from", "subject", "received", "return-path", "message-id", "mime-version")
)


def _is_email(head: str) -> bool:
    """Whether the text begins with the header of a message."""
    fields: set[str] = set()
    for line in head.splitlines():
        if line[:1] in (" ", "\t") and fields:
            continue  # a folded line
        match = _FIELD.match(line)
        if match is not None:
            fields.add((match[1] or "from").lower())
        elif not re.match(r"[A-Za-z][A-Za-z0-9-]{0,60}:", line):
            break
    return len(fields) >= _MIN_FIELDS and bool(fields & _LETTERHEAD)


def sniff(raw: str) -> str:
    """Judge what a page is.

    Args:
        raw: The page; its first 6,000 code points are looked at.

    Returns:
        ``html`` (also for XML and feeds), ``email`` or ``text``.

    >>> sniff("<p>Ferries run again.</p>"), sniff("Use the <b> tag for bold type.")
    ('html', 'text')
    """
    head = raw[:HEAD].lstrip(_BLANK)
    if _DOCUMENT.match(head) or _BEGINNING.match(head):
        return "html"
    if _is_email(head):
        return "email"
    tags = ended = 0
    for match in _BUILDING.finditer(head):
        tags += 1
        ended += bool(match[1] or match[2])
    dense = tags >= _MIN_TAGS and len(head) <= tags * _CHARS_PER_TAG
    return "html" if ended and (dense or head.startswith("<")) else "text"
