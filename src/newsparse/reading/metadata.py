"""All that a page declares about itself, gathered while it was read.

Nothing is searched a second time: the walk over the page hands over the tags that declare
something. What is declared is evidence, never more: where page and declaration disagree, both stay
visible and the roles decide.
"""

from __future__ import annotations

import re

from newsparse.model.metadata import Declared, Metadata
from newsparse.model.span import Span
from newsparse.reading.html_raw import script_end
from newsparse.reading.html_references import resolve_value
from newsparse.reading.html_tags import Tag
from newsparse.reading.metadata_jsonld import Node, article_values, nodes_of
from newsparse.reading.metadata_meta import (
    link_values,
    meta_values,
    tag_values,
    title_value,
    value_span,
)

__all__ = ["language_code", "read_metadata"]

_LANGUAGE = re.compile(
    r"([a-zA-Z]{2,3})(?:[-_]([a-zA-Z]{4}))?(?:[-_]([a-zA-Z]{2}|\d{3}))?(?![a-zA-Z0-9])"
)
_NO_LANGUAGE = frozenset(("und", "mul", "zxx", "mis", "xx"))
_MAX_JSON = 1_000_000
"""Code points of JSON-LD read of one page; the largest of the training part has 310,000."""


def language_code(text: str) -> str | None:
    """Normalise a declared language to a BCP 47 code.

    ``en_US`` gives ``en-US``, ``zh-hans-cn`` gives ``zh-Hans-CN``; what is no code gives None.
    """
    match = _LANGUAGE.match(text.strip())
    if match is None or match[1].lower() in _NO_LANGUAGE:
        return None
    parts = [match[1].lower()]
    if match[2]:
        parts.append(match[2].title())
    if match[3]:
        parts.append(match[3].upper())
    return "-".join(parts)


def _page_language(raw: str, tag: Tag, at: int) -> list[Declared]:
    values = tag_values(raw, tag, at)
    for key in ("lang", "xml:lang"):
        if value := values.get(key, "").strip():
            span = value_span(raw, value, at, at + tag.size)
            text = resolve_value(value)
            return [Declared(name="language", value=text, source="html", key=key, span=span)]
    return []


def read_metadata(raw: str, head: list[tuple[Tag, int]]) -> tuple[Metadata, str | None]:
    """Read what the page declares.

    Args:
        raw: The page.
        head: Declaring tags in page order, each with the offset behind its ``<``.

    Returns:
        The values in page order, and the declared language as a BCP 47 code: that of ``html``
        first, then of the declarations in the order of ``Metadata``'s documentation.
    """
    found: list[Declared] = []
    nodes: list[Node] = []
    left = _MAX_JSON
    titled = False
    for tag, at in head:
        name = tag.name
        if name == "meta":
            found += meta_values(raw, tag, at)
        elif name == "link":
            found += link_values(raw, tag, at)
        elif name == "script":
            start = at + tag.size
            end = script_end(raw, start)
            left -= end - start
            if left >= 0:
                nodes += nodes_of(raw[start:end], Span(start, end))
        elif name == "title" and not titled:
            values = title_value(raw, tag, at)
            titled = bool(values)
            found += values
        elif name == "html":
            found += _page_language(raw, tag, at)
    if nodes:
        addresses = {d.value for d in found if d.name in ("canonical", "url")}
        titles = [d.value for d in found if d.name in ("title", "headline")]
        found += article_values(nodes, addresses, titles)
        found.sort(key=_start)
    metadata = Metadata(values=tuple(found))
    return metadata, _language(metadata)


def _start(declared: Declared) -> int:
    return declared.span.start


def _language(metadata: Metadata) -> str | None:
    order = {"html": 0, "opengraph": 1, "json-ld": 2}
    declared = sorted(metadata.all("language"), key=lambda d: order.get(d.source, 3))
    return next((code for d in declared if (code := language_code(d.value)) is not None), None)
