"""Declared in the body's markup: microdata, RDFa Lite, h-entry and hNews.

All three say "this element is a thing of such a kind" (a scope) and "this element is its headline"
(a property). Scopes nest: a name inside the author is the author's. Only the one article of the
page counts; where several are marked and none is shown to be this page's, they are a list of
teasers, and none is taken. Sources: schema.org, microformats.org (h-entry, hNews 0.1), RDFa Lite.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsparse.model.metadata import Declared
from newsparse.model.span import Span
from newsparse.reading.html_attributes import first_values
from newsparse.reading.html_names import VOID
from newsparse.reading.html_references import resolve_value
from newsparse.reading.html_tags import Tag
from newsparse.reading.metadata_meta import squeeze, value_span
from newsparse.reading.metadata_names import ARTICLE_TYPES, PROPERTIES, same_address

__all__ = ["read_markup"]

MAX_ENTRIES = 400
"""Elements looked at on one page; articles with marked-up comments have a few hundred."""
MAX_TEXT = 2_000
"""Code points of an element whose text is a value: longer ones are bodies, not values."""
MAX_SCOPE = 20_000
"""Code points in which the end of a scope is looked for; a longer one is taken to last for the
rest of the page, as an article's does."""

MAX_LOOSE = 3
"""Different values of a property that stands in no scope; a list of teasers has more."""

_CLASSES = {
    "entry-title": "headline",
    "p-name": "headline",
    "entry-summary": "deck",
    "p-summary": "deck",
    "published": "published",
    "dt-published": "published",
    "updated": "updated",
    "dt-updated": "updated",
    "p-author": "author",
    "author": "author",
    "source-org": "publisher",
    "p-category": "tag",
    "u-url": "url",
}
_WHO_AND_WHEN = frozenset(("author", "published", "updated"))
_ADDRESSES = frozenset(("url", "u-url", "image", "mainEntityOfPage"))
_ENTRIES = frozenset(("h-entry", "hentry", "hnews"))
_CARDS = frozenset(("h-card", "vcard", "hcard"))
_CARD_NAMES = frozenset(("fn", "p-name"))


class _Scope:
    """A thing that the markup tells of."""

    __slots__ = ("end", "metas", "name", "source", "start", "types", "values")

    def __init__(self, source: str, name: str, start: int, end: int, types: list[str]) -> None:
        self.source = source
        self.name = name
        self.start = start
        self.end = end
        self.types = types
        self.values: list[tuple[str, str, Span]] = []
        self.metas: set[Span] = set()
        """Places of the values that a ``meta`` holds."""

    def first(self, *keys: str) -> str:
        return next((text for key, text, _ in self.values if key in keys), "")

    def is_article(self) -> bool:
        return any(kind.endswith(ARTICLE_TYPES) for kind in self.types)


class _Entry:
    """One element with what it declares: names of properties, and whether it is a scope."""

    __slots__ = ("at", "keys", "scope", "source", "tag", "types", "values")

    def __init__(self, raw: str, tag: Tag, at: int) -> None:
        values = first_values(raw, at + len(tag.name), at + tag.size - 1)
        self.tag, self.at, self.values = tag, at, values
        self.keys: list[str] = []
        self.scope = False
        self.types: list[str] = []
        self.source = ""
        if "itemprop" in values or "itemscope" in values:
            self._take("microdata", "itemprop", "itemtype", scope="itemscope" in values)
        elif "property" in values or "typeof" in values:
            self._take("rdfa", "property", "typeof", scope="typeof" in values)
        elif names := values.get("class", "").split():
            self._take_classes(names)

    def _take(self, source: str, key: str, kind: str, *, scope: bool) -> None:
        self.source = source
        self.scope = scope
        self.keys = [_last(name) for name in self.values.get(key, "").split()]
        self.types = [_last(name).lower() for name in self.values.get(kind, "").split()]

    def _take_classes(self, names: list[str]) -> None:
        self.keys = [name for name in names if name in _CLASSES or name in _CARD_NAMES]
        entry = bool(_ENTRIES.intersection(names))
        card = bool(_CARDS.intersection(names))
        if self.keys or entry or card:
            self.source = "h-entry"
        self.scope = entry or card
        if entry:
            self.types = ["hnews"] if "hnews" in names else ["entryarticle"]
        elif card:
            self.types = ["card"]


def _last(name: str) -> str:
    """Return a name without its vocabulary: ``http://schema.org/Person``, ``schema:Person``."""
    return name.rstrip("/").rsplit("/", 1)[-1].rsplit("#", 1)[-1].rsplit(":", 1)[-1]


def _end(raw: str, name: str, start: int, limit: int) -> int:
    """Find where an element ends that begins at ``start`` (behind its tag); -1 if not soon."""
    depth = 1
    pattern = re.compile(rf"<(/?){re.escape(name)}(?=[\s/>])", re.IGNORECASE)
    for match in pattern.finditer(raw, start, start + limit):
        depth += -1 if match[1] else 1
        if depth == 0:
            return match.start()
    return -1


def _value(raw: str, entry: _Entry, key: str) -> tuple[str, Span] | None:
    """Read a property's value: what the attributes say, else the element's text."""
    values, tag, at = entry.values, entry.tag, entry.at
    end = at + tag.size
    names: tuple[str, ...] = ("content", "datetime")
    if entry.source == "h-entry":
        names = ("datetime", "title") if tag.name in ("time", "abbr") else ()
    if key in _ADDRESSES:
        names = ("content", "itemid", "resource", "href", "src")
    for name in names:
        if text := values.get(name, ""):
            return squeeze(resolve_value(text)), value_span(raw, text, at, end)
    if tag.name in VOID:
        return None
    close = _end(raw, tag.name, end, MAX_TEXT)
    text = squeeze(raw[end:close]) if close > end else ""
    return (text, Span(end, close)) if text else None


def _scopes(raw: str, entries: list[tuple[Tag, int]]) -> list[_Scope]:
    """Build the things of the page, the first of them holding what stands in none."""
    page = _Scope("", "", 0, len(raw), [])
    found = [page]
    open_scopes = [page]
    for tag, at in entries[:MAX_ENTRIES]:
        entry = _Entry(raw, tag, at)
        if not entry.source:
            continue
        while open_scopes[-1].end <= at:
            open_scopes.pop()
        inside = open_scopes[-1]
        if entry.scope:
            end = _end(raw, tag.name, at + tag.size, MAX_SCOPE)
            scope = _Scope(
                entry.source, " ".join(entry.keys), at + tag.size, end if end >= 0 else len(raw),
                entry.types,
            )  # fmt: skip
            found.append(scope)
            open_scopes.append(scope)
            if entry.keys:
                inside.values.extend((key, "", Span(scope.start, scope.end)) for key in entry.keys)
            continue
        for key in entry.keys:
            if value := _value(raw, entry, key):
                inside.values.append((key, *value))
                if tag.name == "meta":
                    inside.metas.add(value[1])
    return found


def _chosen(scopes: list[_Scope], addresses: set[str], titles: list[str]) -> _Scope | None:
    """Choose the page's article, or what stands in no scope where no article is marked."""
    articles = [scope for scope in scopes if scope.is_article()]
    if not articles:
        _drop_repeated(scopes[0])
        pages = [s for s in scopes[1:] if any(kind.endswith("page") for kind in s.types)]
        return pages[0] if pages and pages[0].values else scopes[0]
    if len(articles) == 1:
        return articles[0]
    folded = [title.casefold() for title in titles]
    for scope in articles:
        if same_address(scope.first("url", "mainEntityOfPage", "u-url"), addresses):
            return scope
        headline = scope.first("headline", "name", "entry-title", "p-name").casefold()
        if headline and any(headline in title for title in folded):
            return scope
    return None


def _drop_repeated(page: _Scope) -> None:
    """Drop properties that stand in no scope and again and again: they are the teasers'."""
    found: dict[str, set[str]] = {}
    for key, text, span in page.values:
        found.setdefault(key, set()).add(text or str(span))
    page.values = [value for value in page.values if len(found[value[0]]) <= MAX_LOOSE]


def _named(raw: str, scope: _Scope) -> str:
    """Return what a person or organisation is called."""
    name = scope.first("name", *_CARD_NAMES)
    if not name and scope.end - scope.start <= MAX_TEXT:
        name = squeeze(raw[scope.start : scope.end])
    return name or scope.first("url", "u-url")


def read_markup(
    raw: str, entries: list[tuple[Tag, int]], addresses: set[str], titles: list[str]
) -> Iterator[Declared]:
    """Read what the body's markup declares about this page's article.

    Args:
        raw: The page.
        entries: Tags that are part of it, in page order, each with the offset behind its ``<``.
        addresses: The page's own addresses as it declares them elsewhere, made plain.
        titles: Its titles as it declares them elsewhere.

    Yields:
        Values in page order; an organisation that signs has the key ``author:Organization``.
    """
    scopes = _scopes(raw, entries)
    article = _chosen(scopes, addresses, titles)
    things = {(scope.start, scope.end): scope for scope in scopes[1:]}
    found: list[tuple[str, str, str, Span]] = []
    if article is not None:
        # hNews stands around the h-entry and says where the story came from.
        around = [scope for scope in scopes if scope.types == ["hnews"]]
        for scope in (article, *around):
            found += [(article.source, *value) for value in scope.values]
    if article is not scopes[0]:
        found += [("", *value) for value in _of_the_page(scopes[0])]
    for told, key, said, span in found:
        source, text = told, said
        name = _CLASSES.get(key) if source == "h-entry" else PROPERTIES.get(key.lower())
        thing = things.get((span.start, span.end)) if not text else None
        exact = key
        if thing is not None:
            source = thing.source
            text = _thing_text(raw, name or "", thing)
            if name == "author" and any("organization" in kind for kind in thing.types):
                exact = f"{key}:Organization"
        if name is not None and text:
            yield Declared(
                name=name, value=text, source=source or "microdata", key=exact, span=span
            )


def _of_the_page(page: _Scope) -> list[tuple[str, str, Span]]:
    """Return who and when of every ``meta`` outside all things: it tells of the whole page."""
    _drop_repeated(page)
    return [
        value
        for value in page.values
        if value[2] in page.metas and PROPERTIES.get(value[0].lower()) in _WHO_AND_WHEN
    ]


def _thing_text(raw: str, name: str, thing: _Scope) -> str:
    if name in ("author", "publisher", "copyright"):
        return _named(raw, thing)
    return thing.first("url", "contentUrl") if name in ("image", "url") else ""
