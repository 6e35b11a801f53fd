"""Role values: what a page says, each with its text and where it stands.

Every role value has ``text`` (as read), ``span`` (its hull) and ``pieces`` (the exact runs, more
than one where markup or line ends stand between). A value made by a line parser alone counts from
the start of that line; a value on a page counts from the start of ``page.raw``.
"""

from __future__ import annotations

import datetime as dt

from attrs import field, frozen

from newsparse.model.label import (
    CompletenessKind,
    CreditKind,
    ParagraphKind,
    Precision,
    Source,
)
from newsparse.model.span import Span

__all__ = [
    "Attribution",
    "Body",
    "Byline",
    "Caption",
    "Completeness",
    "Credit",
    "Dateline",
    "Deck",
    "Headline",
    "NewsDate",
    "Paragraph",
    "Person",
    "Teaser",
]


@frozen(kw_only=True)
class Headline:
    """The story's own title.

    Attributes:
        text: As read, white space squeezed, without the site's name.
        span: Hull of ``pieces``.
        pieces: The exact runs.
        source: ``metadata`` where the page shows no headline and only declares one.
    """

    text: str
    span: Span
    pieces: tuple[Span, ...]
    source: Source = Source.TEXT


@frozen(kw_only=True)
class Deck:
    """The sentence or two under the headline that sum the story up (standfirst, subtitle)."""

    text: str
    span: Span
    pieces: tuple[Span, ...]
    source: Source = Source.TEXT


@frozen(kw_only=True)
class Person:
    """Somebody who signs or is named with a role.

    Attributes:
        name: As printed, in printed order; "Dr." and "Jr." stay, jobs and places do not.
        role: Job or beat as printed ("Senior Reporter"), or None.
        affiliation: Outlet or institution as printed, or None.
        email: Address, or None.
        handle: Account name with its ``@``, or None.
        span: Where the name stands; None if it was only declared without a place.
    """

    name: str
    role: str | None = None
    affiliation: str | None = None
    email: str | None = None
    handle: str | None = None
    span: Span | None = None


@frozen(kw_only=True)
class Byline:
    """Who signs the story. ``agency`` is the printed form ("AP") and never a Person."""

    text: str
    span: Span
    pieces: tuple[Span, ...]
    authors: tuple[Person, ...] = ()
    agency: str | None = None
    source: Source = Source.TEXT


@frozen(kw_only=True)
class NewsDate:
    """One date as printed or declared, never widened.

    Attributes:
        text: As read.
        span: Hull of ``pieces``.
        pieces: The exact runs; in ``url`` dates the span counts in the address.
        value: A ``date`` where only the day is known, else a ``datetime``; it has a zone only if
            one is stated. Month or year precision stand on the first day.
        precision: The smallest unit stated.
        source: Text, metadata or url.
        score: Probability that day, month and year are right, 0 to 1.
    """

    text: str
    span: Span
    pieces: tuple[Span, ...]
    value: dt.date | dt.datetime
    precision: Precision
    source: Source = Source.TEXT
    score: float = 1.0


@frozen(kw_only=True)
class Dateline:
    """Where, when and by which agency the story was sent.

    The span ends with place, date or the agency's bracket; the dash after it is not in it.
    """

    text: str
    span: Span
    pieces: tuple[Span, ...]
    place: str | None = None
    agency: str | None = None
    date: NewsDate | None = None


@frozen(kw_only=True)
class Paragraph:
    """One paragraph of the body; ``level`` is a heading's or a list item's depth from 1, else 0."""

    text: str
    span: Span
    pieces: tuple[Span, ...]
    kind: ParagraphKind = ParagraphKind.TEXT
    level: int = 0


@frozen(kw_only=True)
class Body:
    """The story's running text; ``text`` joins the paragraphs with a blank line."""

    paragraphs: tuple[Paragraph, ...] = ()

    @property
    def text(self) -> str:
        """All paragraphs, joined with a blank line."""
        return "\n\n".join(p.text for p in self.paragraphs)

    @property
    def span(self) -> Span | None:
        """Hull of all paragraphs; None for an empty body."""
        if not self.paragraphs:
            return None
        return Span(self.paragraphs[0].span.start, max(p.span.end for p in self.paragraphs))

    @property
    def pieces(self) -> tuple[Span, ...]:
        """The exact runs of all paragraphs, in reading order."""
        return tuple(piece for p in self.paragraphs for piece in p.pieces)


@frozen(kw_only=True)
class Credit:
    """One credit: a kind and whom it names, people and organisations apart, as printed."""

    text: str
    span: Span
    pieces: tuple[Span, ...]
    kind: CreditKind
    people: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()


@frozen(kw_only=True)
class Attribution:
    """Everything credited on the page.

    Attributes:
        agency: The agency that sent the story, in its printed form, or None.
        credits: In reading order.
        copyright: The copyright line of the story as printed, or None.
    """

    agency: str | None = None
    credits: tuple[Credit, ...] = ()
    copyright: str | None = None

    @property
    def pieces(self) -> tuple[Span, ...]:
        """The exact runs of all credits."""
        return tuple(piece for c in self.credits for piece in c.pieces)

    @property
    def span(self) -> Span | None:
        """Hull of all credits, or None."""
        pieces = self.pieces
        return Span(min(p.start for p in pieces), max(p.end for p in pieces)) if pieces else None

    @property
    def text(self) -> str:
        """The credits as read, one a line."""
        return "\n".join(c.text for c in self.credits)


@frozen(kw_only=True)
class Caption:
    """Words under a picture; its photo credit is split off and not in ``text``."""

    text: str
    span: Span
    pieces: tuple[Span, ...]
    credit: Credit | None = None


@frozen(kw_only=True)
class Teaser:
    """A pointer to another story: its headline, summary (``text``) and address, as far as shown."""

    headline: str | None
    text: str | None
    span: Span
    pieces: tuple[Span, ...]
    url: str | None = None


@frozen(kw_only=True)
class Completeness:
    """Whether the body is the whole story, and how sure that is (0 to 1)."""

    kind: CompletenessKind
    score: float = field(default=1.0)
