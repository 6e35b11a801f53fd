"""Further stories of one input, and what made a page."""

from __future__ import annotations

from attrs import field, frozen

from newsparse.model.fields import Body, Byline, Dateline, Headline, NewsDate
from newsparse.model.quotes import Quote
from newsparse.model.span import Span

__all__ = ["Entry", "Provenance"]


@frozen(kw_only=True)
class Provenance:
    """What made a page.

    Attributes:
        version: newsparse version.
        weights: Name of the weights that labelled it.
        weights_sha256: Their checksum, hexadecimal.
        packs: Language packs in use, first the page's own.
    """

    version: str
    weights: str
    weights_sha256: str
    packs: tuple[str, ...]


@frozen(kw_only=True)
class Entry:
    """One further story of the same input (live blog, newsletter, export file)."""

    span: Span
    headline: Headline | None = None
    byline: Byline | None = None
    dateline: Dateline | None = None
    published: NewsDate | None = None
    updated: NewsDate | None = None
    body: Body = field(factory=Body)
    quotes: tuple[Quote, ...] = ()
