"""Declared in the head: ``meta``, ``link``, ``title`` and the language of ``html``.

In: the head's tags in page order. Out: declared values. The names are those met in the wild
(OpenGraph, article:*, Dublin Core, Parsely, Sailthru, citation_*); ``property`` and ``name`` are
read alike, and dots, colons and underscores are one sign.
"""

from __future__ import annotations

from newsparse.model.metadata import Declared
from newsparse.model.span import Span
from newsparse.reading.html_attributes import first_values
from newsparse.reading.html_raw import raw_text_end
from newsparse.reading.html_references import resolve, resolve_value
from newsparse.reading.html_tags import Tag

__all__ = [
    "link_value",
    "meta_values",
    "squeeze",
    "tag_values",
    "title_value",
    "value_span",
]

_SIGNS = str.maketrans("._:", "---")
_MAX_TAGS = 50
"""Keywords kept of one list."""


def _table() -> dict[str, str]:
    names = {
        "title": "og-title twitter-title",
        "headline": "parsely-title sailthru-title citation-title dc-title dcterms-title headline",
        "deck": "description og-description twitter-description dc-description "
        "dcterms-description dcterms-abstract sailthru-description",
        "author": "author authors byl byline article-author og-article-author parsely-author "
        "sailthru-author citation-author dc-creator dcterms-creator dc-creator-name "
        "article-author-name author-name",
        "published": "article-published-time og-article-published-time article-published "
        "og-published-time og-pubdate date pubdate pub-date publishdate publish-date "
        "publication-date published published-time date-published datepublished "
        "parsely-pub-date sailthru-date dc-date dc-date-issued dc-date-created dc-issued "
        "dc-created dcterms-date dcterms-issued dcterms-created citation-publication-date "
        "citation-date citation-online-date article-date-original originalpublicationdate "
        "displaydate date-issued release-date article-created created-date creation-date "
        "datecreated publishtime publish-time published-on apub-time",
        "updated": "article-modified-time og-article-modified-time og-updated-time "
        "article-updated article-updated-time article-modified modified-time last-modified "
        "lastmod lastmodified date-modified datemodified dc-date-modified dc-modified "
        "dcterms-modified modified revised updated updated-time update-time "
        "parsely-modified-date",
        "site_name": "og-site-name application-name apple-mobile-web-app-title",
        "publisher": "article-publisher og-article-publisher publisher dc-publisher "
        "dcterms-publisher citation-publisher",
        "url": "og-url twitter-url parsely-link",
        "language": "og-locale dc-language dcterms-language content-language language",
        "section": "article-section og-article-section parsely-section section",
        "tag": "article-tag og-article-tag keywords news-keywords parsely-tags sailthru-tags "
        "citation-keywords",
        "type": "og-type parsely-type dc-type",
        "free_access": "article-content-tier og-article-content-tier",
        "image": "og-image og-image-url twitter-image twitter-image-src",
        "copyright": "copyright dc-rights dcterms-rights rights dcterms-rightsholder",
    }
    return {key: name for name, keys in names.items() for key in keys.split()}


KEYS = _table()
"""Key with its signs made dashes → name in ``Metadata``. Source: the specifications and the names
that the training part's pages use."""

_SOURCES = {
    "og": "opengraph",
    "article": "opengraph",
    "dc": "dublin-core",
    "dcterms": "dublin-core",
    "parsely": "parsely",
    "sailthru": "sailthru",
    "citation": "citation",
}
_LISTS = frozenset(("keywords", "news-keywords", "parsely-tags", "sailthru-tags"))


def squeeze(text: str) -> str:
    """Resolve references, drop tags and squeeze white space."""
    if "&" in text:
        text = resolve(text)
    if "<" in text and ">" in text:
        text = _untagged(text)
    return " ".join(text.split())


def _untagged(text: str) -> str:
    parts = text.split("<")
    kept = [parts[0]]
    for part in parts[1:]:
        end = part.find(">")
        tag = end > 0 and (part[0].isalpha() or part[0] in "/!")
        kept.append(" " + part[end + 1 :] if tag else "<" + part)
    return "".join(kept)


def value_span(raw: str, value: str, start: int, end: int) -> Span:
    """Return where a value stands inside its tag, else the whole tag."""
    at = raw.find(value, start, end) if value else -1
    return Span(start - 1, end) if at < 0 else Span(at, at + len(value))


def tag_values(raw: str, tag: Tag, at: int) -> dict[str, str]:
    """Read a declaring tag's attributes, as written; ``at`` is the offset behind its ``<``."""
    return first_values(raw, at + len(tag.name), at + tag.size - 1)


def meta_values(raw: str, tag: Tag, at: int) -> list[Declared]:
    """Read a ``meta`` element."""
    values = tag_values(raw, tag, at)
    content = values.get("content") or values.get("value", "")  # both are met in the wild
    key = values.get("property") or values.get("name") or values.get("http-equiv") or ""
    if not content or not key:
        return []
    found: list[Declared] = []
    span: Span | None = None
    for one in key.split():  # RDFa allows several in one attribute
        plain = one.lower().translate(_SIGNS).removeprefix("schema-")
        name = KEYS.get(plain)
        if name is None:
            continue
        text = squeeze(resolve_value(content))
        if not text:
            continue
        if span is None:
            span = value_span(raw, content, at, at + tag.size)
        source = _SOURCES.get(plain.partition("-")[0], "meta")
        parts = [text]
        if plain in _LISTS:
            parts = [p for part in text.split(",")[:_MAX_TAGS] if (p := part.strip())]
        found.extend(
            Declared(name=name, value=part, source=source, key=one, span=span) for part in parts
        )
    return found


def link_value(raw: str, tag: Tag, at: int) -> tuple[str, str, Declared] | None:
    """Read a ``link`` element: the page's own address, or that of the page in a language.

    Returns:
        The language ("" for the own address), the address, and the value as it would be declared;
        None for a link that is neither.
    """
    values = tag_values(raw, tag, at)
    rel = values.get("rel", "").lower().split()
    href = values.get("href", "")
    address = resolve_value(href).strip()
    language = values.get("hreflang", "")
    if not address:
        return None
    if "canonical" in rel:
        name, value, key, language = "canonical", address, "canonical", ""
        span = value_span(raw, href, at, at + tag.size)
    elif "alternate" in rel and language:
        name, value, key = "language", language, "hreflang"
        span = value_span(raw, language, at, at + tag.size)
    else:
        return None
    return language, address, Declared(name=name, value=value, source="link", key=key, span=span)


def title_value(raw: str, tag: Tag, at: int) -> list[Declared]:
    """Read the ``title`` element."""
    start = at + tag.size
    end = raw_text_end(raw, "title", start)
    text = " ".join(resolve(raw[start:end]).split())
    if not text:
        return []
    return [Declared(name="title", value=text, source="title", key="title", span=Span(start, end))]
