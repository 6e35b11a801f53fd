"""Hypothesis strategies for pages that were never parsed: every value, any text, any order.

An export is a function of the page alone, so it must hold for pages whose values are odd, too:
roles that overlap, quotes outside the body, dates of every precision, text full of signs.
"""

from __future__ import annotations

import datetime as dt
from functools import cache
from itertools import pairwise
from typing import Any

from hypothesis import strategies as st
from strategies import ODD

from newsparse.model.entry import Entry, Provenance
from newsparse.model.fields import (
    Attribution,
    Body,
    Byline,
    Caption,
    Cell,
    Completeness,
    Credit,
    Dateline,
    Deck,
    Headline,
    InlineMarkup,
    NewsDate,
    Paragraph,
    Person,
    Teaser,
)
from newsparse.model.label import (
    BoilerplateKind,
    CompletenessKind,
    CreditKind,
    InlineKind,
    Label,
    ParagraphKind,
    Precision,
    QuoteKind,
    Source,
)
from newsparse.model.metadata import Declared, Metadata
from newsparse.model.page import Page
from newsparse.model.quotes import Quote, Speaker
from newsparse.model.segment import Segment
from newsparse.model.span import Span, hull

SIGNS = (
    *"\\`*_{}[]()<>#+-.!|~&=:;\"'^$%@/0123456789 \n\t",
    "**", "__", "~~~", "```", "---", "***", "- ", "1. ", "# ", "> ", "![", "](", "&amp;", "&copy",
    "<!--", "]]>", "<b>", "http://", "|", "\u00a0", "\u3000", "…", "»", "Ω", "é", "a", "B",
)  # fmt: skip
"""Pieces that mean something to one of the formats."""

PIECES = ("harbour", "Ada Example", "said", *SIGNS, *ODD)


@cache
def words(*, max_size: int = 12) -> st.SearchStrategy[str]:
    """Text of a role: never only white space, full of signs."""
    # One choice a piece: a page has a hundred texts, and each draw costs.
    pieces = st.lists(st.sampled_from(PIECES), max_size=max_size).map("".join)
    letters = st.text(st.characters(exclude_categories=()), max_size=max_size)
    return st.one_of(pieces, letters).map(lambda text: text if text.strip() else f"{text}a")


def _optional(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | strategy


@cache
@st.composite
def _places(draw: st.DrawFn, size: int) -> dict[str, Any]:
    """Span and pieces inside a page of ``size`` code points."""
    cuts = sorted(draw(st.lists(st.integers(0, size), min_size=2, max_size=6)))
    pieces = tuple(Span(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=False) if a < b)
    pieces = pieces or (Span(0, size),)
    return {"span": hull(pieces), "pieces": pieces}


def _value(model: type, size: int, /, **fields: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """A role value with text, place and further fields."""
    fields = {"text": words() | st.just(""), **fields}  # a caption may be nothing but its credit
    return st.builds(
        lambda place, values: model(**place, **values), _places(size), st.fixed_dictionaries(fields)
    )


@cache
def dates(size: int) -> st.SearchStrategy[NewsDate]:
    """Dates of every precision, with and without a zone."""
    days = st.dates(dt.date(1000, 1, 1))
    zones = st.none() | st.sampled_from(
        [
            dt.UTC,
            dt.timezone(dt.timedelta(hours=5, minutes=30)),
            dt.timezone(-dt.timedelta(hours=3)),
        ]
    )
    low, high = dt.datetime(1000, 1, 2), dt.datetime(9999, 12, 30)  # noqa: DTZ001
    times = st.datetimes(low, high, timezones=zones)
    coarse = st.tuples(days, st.sampled_from([Precision.YEAR, Precision.MONTH, Precision.DAY]))
    fine = st.tuples(times, st.sampled_from([Precision.HOUR, Precision.MINUTE, Precision.SECOND]))
    return st.builds(
        lambda place, text, known, source: NewsDate(
            **place, text=text, value=known[0], precision=known[1], source=source
        ),
        _places(size), words(), coarse | fine, st.sampled_from(Source),
    )  # fmt: skip


@cache
def _people() -> st.SearchStrategy[Person]:
    return st.builds(
        Person,
        name=words(max_size=4),
        role=_optional(words(max_size=3)),
        affiliation=_optional(words(max_size=3)),
        email=_optional(st.sampled_from(["ada@example.org", "no address"])),
        handle=_optional(st.just("@ada")),
        span=st.none(),
    )


@cache
@st.composite
def paragraphs(draw: st.DrawFn, size: int) -> Paragraph:
    """A paragraph of any kind with any inline markup."""
    text = draw(words(max_size=20))
    inlines = [
        InlineMarkup(kind=kind, start=start, end=min(start + length, len(text)), value=value)
        for kind, start, length, value in draw(
            st.lists(
                st.tuples(
                    st.sampled_from(InlineKind),
                    st.integers(0, len(text) - 1),
                    st.integers(1, len(text)),
                    st.sampled_from(["", "/x?a=1&copy=2", "https://example.org/a_(b)", "b c]|`"]),
                ),
                max_size=5,
            )
        )
    ]
    kind = draw(st.sampled_from(ParagraphKind))
    number = draw(_optional(st.integers(0, 4))) if kind is ParagraphKind.LIST_ITEM else None
    cells = st.builds(
        Cell, table=st.integers(0, 1), row=st.integers(0, 3), column=st.integers(0, 3)
    )
    return Paragraph(
        **draw(_places(size)),
        text=text,
        kind=kind,
        level=draw(st.integers(0, 8)),
        inlines=tuple(sorted(inlines, key=lambda inline: inline.start)),
        number=number,
        cell=draw(_optional(cells)) if kind is ParagraphKind.TABLE else None,
    )


@cache
def _bodies(size: int) -> st.SearchStrategy[Body]:
    return st.builds(Body, paragraphs=st.lists(paragraphs(size), max_size=6).map(tuple))


@cache
def _credits(size: int) -> st.SearchStrategy[Credit]:
    names = st.lists(words(max_size=3), max_size=2).map(tuple)
    return _value(Credit, size, kind=st.sampled_from(CreditKind), people=names, organisations=names)


@cache
def _quotes(size: int) -> st.SearchStrategy[Quote]:
    speakers = st.builds(
        Speaker,
        name=_optional(st.sampled_from(["Ada Example", "<&>", "\ud800"])),
        mention=words(max_size=2),
        span=st.just(Span(0, size)),
        role=_optional(words(max_size=2)),
        affiliation=_optional(words(max_size=2)),
    )
    return _value(
        Quote,
        size,
        kind=st.sampled_from(QuoteKind),
        speaker=_optional(speakers),
        cue=_optional(st.just("said")),
    )


@cache
def _bylines(size: int) -> st.SearchStrategy[Byline]:
    authors = st.lists(_people(), max_size=3).map(tuple)
    return _value(Byline, size, authors=authors, agency=_optional(st.sampled_from(["AP", "\0"])))


@cache
def _datelines(size: int) -> st.SearchStrategy[Dateline]:
    return _value(
        Dateline,
        size,
        place=_optional(words(max_size=2)),
        agency=_optional(st.just("AFP")),
        date=_optional(dates(size)),
    )


@cache
def _entries(size: int) -> st.SearchStrategy[Entry]:
    return st.builds(
        Entry,
        span=st.just(Span(0, size)),
        headline=_optional(_value(Headline, size)),
        byline=_optional(_bylines(size)),
        dateline=_optional(_datelines(size)),
        published=_optional(dates(size)),
        updated=_optional(dates(size)),
        body=_bodies(size),
        quotes=st.lists(_quotes(size), max_size=2).map(tuple),
    )


@cache
@st.composite
def _segments(draw: st.DrawFn, size: int) -> tuple[Segment, ...]:
    cuts = sorted({0, size, *draw(st.lists(st.integers(0, size), max_size=8))})
    found = []
    for start, end in pairwise(cuts):
        label = draw(st.sampled_from(Label))
        boilerplate = label is Label.BOILERPLATE
        kind = draw(st.sampled_from(BoilerplateKind)) if boilerplate else None
        found.append(Segment(Span(start, end), label, kind, draw(st.floats(0, 1))))
    return tuple(found)


@cache
def _metadata(size: int) -> st.SearchStrategy[Metadata]:
    names = "headline author published site_name publisher canonical free_access image section tag"
    declared = st.builds(
        Declared,
        name=st.sampled_from(names.split()),
        value=words(max_size=3) | st.sampled_from(["https://example.org/a.jpg", "true", "False"]),
        source=st.sampled_from(["json-ld", "opengraph", "meta"]),
        key=st.just("key"),
        span=st.just(Span(0, size)),
    )
    return st.builds(Metadata, values=st.lists(declared, max_size=4).map(tuple))


@cache
def _roles(size: int) -> st.SearchStrategy[dict[str, Any]]:
    attribution = st.builds(
        Attribution,
        agency=_optional(st.sampled_from(["AP", "dpa", "Nobody's Wire"])),
        credits=st.lists(_credits(size), max_size=3).map(tuple),
        copyright=_optional(words(max_size=4)),
    )
    captions = _value(Caption, size, credit=_optional(_credits(size)))
    teasers = st.builds(
        lambda place, headline, text, url: Teaser(**place, headline=headline, text=text, url=url),
        _places(size), _optional(words()), _optional(words()), _optional(st.just("/other")),
    )  # fmt: skip
    values = {
        "headline": _optional(_value(Headline, size, source=st.sampled_from(Source))),
        "deck": _optional(_value(Deck, size)),
        "byline": _optional(_bylines(size)),
        "dateline": _optional(_datelines(size)),
        "published": _optional(dates(size)),
        "updated": _optional(dates(size)),
        "metadata": _metadata(size),
        "body": _bodies(size),
        "attribution": _optional(attribution),
        "quotes": st.lists(_quotes(size), max_size=3).map(tuple),
        "captions": st.lists(captions, max_size=2).map(tuple),
        "teasers": st.lists(teasers, max_size=2).map(tuple),
        "completeness": st.builds(Completeness, kind=st.sampled_from(CompletenessKind)),
        "entries": st.lists(_entries(size), max_size=2).map(tuple),
    }
    return st.fixed_dictionaries(values)


SIZE = 24
"""Code points of a built page at least; places of its values lie in them. One figure for all pages,
so that the strategies are made once."""


@st.composite
def built_pages(draw: st.DrawFn) -> Page:
    """Compose a page of values; it shrinks to one that says nothing."""
    raw = draw(words(max_size=30)).ljust(SIZE, "a")
    segments = draw(_segments(SIZE))
    rest = Segment(Span(SIZE, len(raw)), Label.BODY)
    return Page(
        raw=raw,
        kind=draw(st.sampled_from(["text", "html", "email"])),
        segments=(*segments, rest) if len(raw) > SIZE else segments,
        url=draw(_optional(st.sampled_from(["https://example.org/news/a?b=1", "no address", ""]))),
        language=draw(_optional(st.sampled_from(["en", "de", "zh-Hant"]))),
        provenance=Provenance(version="0", weights="w", weights_sha256="0", packs=("en",)),
        values=draw(_roles(SIZE)),
    )
