"""All that a page declares about itself, gathered while it was read.

Nothing is searched a second time: the walk over the page hands over the tags that declare
something. What is declared is evidence, never more: where page and declaration disagree, both stay
visible and the roles decide.
"""

from __future__ import annotations

import re

from newsparse.model.metadata import Declared, Metadata
from newsparse.model.span import Span
from newsparse.reading.html_attributes import words
from newsparse.reading.html_raw import script_end
from newsparse.reading.html_references import resolve_value
from newsparse.reading.html_tags import Tag
from newsparse.reading.metadata_jsonld import Node, article_values, nodes_of
from newsparse.reading.metadata_markup import read_markup
from newsparse.reading.metadata_meta import (
    link_value,
    meta_values,
    tag_values,
    title_value,
    value_span,
)
from newsparse.reading.metadata_names import plain_address

__all__ = ["language_code", "read_metadata"]

_LANGUAGE = re.compile(
    r"([a-zA-Z]{2,3})(?:[-_]([a-zA-Z]{4}))?(?:[-_]([a-zA-Z]{2}|\d{3}))?(?![a-zA-Z0-9])"
)
_NO_LANGUAGE = frozenset(("und", "mul", "zxx", "mis", "xx"))
_LANGUAGE_ORDER = {"html": 0, "opengraph": 1, "json-ld": 2, "meta": 3, "dublin-core": 3, "link": 4}
_UPDATED = frozenset(("updated", "modified"))
_TIME_WORDS = _UPDATED | {"published", "pubdate", "publish"}
"""Class words of a ``time`` that say which date it is."""
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


class _Reader:
    """What was found so far."""

    __slots__ = ("alternates", "entries", "found", "json_left", "nodes", "raw", "times", "titled")

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.found: list[Declared] = []
        self.nodes: list[Node] = []
        self.entries: list[tuple[Tag, int]] = []
        self.alternates: list[tuple[str, Declared]] = []
        self.json_left = _MAX_JSON
        self.times: set[str] = set()
        self.titled = False

    def take(self, tag: Tag, at: int) -> None:
        """Read one declaring tag."""
        raw = self.raw
        name = tag.name
        if name == "meta":
            self.found += meta_values(raw, tag, at)
            if raw.find("itemprop", at, at + tag.size) >= 0:
                self.entries.append((tag, at))
        elif name == "script":
            self.take_json(at + tag.size)
        elif name == "link":
            self.take_link(tag, at)
        elif name == "title":
            values = [] if self.titled else title_value(raw, tag, at)
            self.titled = self.titled or bool(values)
            self.found += values
        elif name == "html":
            self.found += _page_language(raw, tag, at)
            self.entries.append((tag, at))
        else:
            self.entries.append((tag, at))
            if name == "time":
                self.take_time(tag, at)

    def take_json(self, start: int) -> None:
        end = script_end(self.raw, start)
        self.json_left -= end - start
        if self.json_left >= 0:
            self.nodes += nodes_of(self.raw[start:end], Span(start, end))

    def take_link(self, tag: Tag, at: int) -> None:
        read = link_value(self.raw, tag, at)
        if read is None:
            self.entries.append((tag, at))
            return
        language, address, declared = read
        if language:
            self.alternates.append((address, declared))
        else:
            self.found.append(declared)

    def take_time(self, tag: Tag, at: int) -> None:
        """Read a ``time`` whose class or ``pubdate`` says what it is; the first of each kind."""
        values = tag_values(self.raw, tag, at)
        value = values.get("datetime", "").strip()
        named = _TIME_WORDS.intersection(words(values.get("class", "")))
        dated = "pubdate" in values  # themes write class="updated" beside it
        name = "updated" if named & _UPDATED and not dated else "published"
        if value and (named or dated) and name not in self.times:
            self.times.add(name)
            span = value_span(self.raw, value, at, at + tag.size)
            text = resolve_value(value)
            self.found.append(Declared(name=name, value=text, source="time", key="time", span=span))

    def metadata(self) -> Metadata:
        """Read what can only be read when the page's own address and titles are known."""
        found = self.found
        here = {plain_address(d.value) for d in found if d.name in ("canonical", "url")} - {""}
        titles = [d.value for d in found if d.name in ("title", "headline")]
        own = {d.value.rstrip("/") for d in found if d.name in ("canonical", "url")}
        found += (d for address, d in self.alternates if address.rstrip("/") in own)
        if self.nodes:
            found += article_values(self.nodes, here, titles)
        if self.entries:
            marked = list(read_markup(self.raw, self.entries, here, titles))
            spans = {d.span for d in marked}
            found[:] = [d for d in found if d.source != "time" or d.span not in spans]
            found += marked
        found.sort(key=_start)
        return Metadata(values=tuple(found))


def read_metadata(raw: str, head: list[tuple[Tag, int]]) -> tuple[Metadata, str | None]:
    """Read what the page declares.

    Args:
        raw: The page.
        head: Declaring tags in page order, each with the offset behind its ``<``.

    Returns:
        The values in page order, and the declared language as a BCP 47 code: that of ``html``
        first, then ``og:locale``, JSON-LD, ``content-language`` and ``hreflang``.
    """
    reader = _Reader(raw)
    for tag, at in head:
        reader.take(tag, at)
    metadata = reader.metadata()
    return metadata, _language(metadata)


def _start(declared: Declared) -> int:
    return declared.span.start


def _language(metadata: Metadata) -> str | None:
    declared = sorted(metadata.all("language"), key=lambda d: _LANGUAGE_ORDER.get(d.source, 3))
    return next((code for d in declared if (code := language_code(d.value)) is not None), None)
