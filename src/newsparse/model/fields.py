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
    InlineKind,
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
    "Cell",
    "Completeness",
    "Credit",
    "Dateline",
    "Deck",
    "Headline",
    "InlineMarkup",
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
class InlineMarkup:
    """Inline markup over a stretch of a paragraph (HTML only).

    Attributes:
        kind: What it does.
        start: First code point in ``Paragraph.text``, not in the page.
        end: End there, exclusive; above ``start``.
        value: Address of a link as written, ``datetime`` of a time, else empty.
    """

    kind: InlineKind
    start: int
    end: int
    value: str = ""


@frozen(kw_only=True)
class Cell:
    """Where a paragraph stands in a table of the page; all numbers count from 0.

    Attributes:
        table: Number of the table in the story.
        row: Row, counting rows in which something is written.
        column: Column, counting empty cells; one cell that is two wide counts as one.
        header: The cell is a heading of its row or column.
    """

    table: int
    row: int
    column: int
    header: bool = False


@frozen(kw_only=True)
class Paragraph:
    """One paragraph of the body.

    Attributes:
        text: As read, white space squeezed but for preformatted text.
        span: Hull of ``pieces``.
        pieces: The exact runs.
        kind: What it is.
        level: Depth of a subhead or list item from 1, else 0.
        inlines: Emphasis, links and the like, ascending by start; () for text pages.
        number: Place of an item in a numbered list, from 1; paragraphs of one item share it. None
            elsewhere, and for text pages, whose numbers and bullets are in ``text``.
        cell: Place of a ``table`` paragraph in its table, else None.
    """

    text: str
    span: Span
    pieces: tuple[Span, ...]
    kind: ParagraphKind = ParagraphKind.TEXT
    level: int = 0
    inlines: tuple[InlineMarkup, ...] = ()
    number: int | None = None
    cell: Cell | None = None


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
