"""A page as lines for a terminal: its values first, then the partition, one segment a line.

Text is cut to the width of the terminal; ``--json`` holds everything. Characters that a terminal
would obey rather than print (escape sequences, other controls, marks that reverse the writing
direction) are shown as ``·``, so that a page cannot take over the screen.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from itertools import groupby
from typing import TextIO
from unicodedata import east_asian_width

from attrs import frozen

from newsparse.model.fields import NewsDate, Person
from newsparse.model.label import Label, QuoteKind
from newsparse.model.page import Page
from newsparse.model.quotes import Quote

__all__ = ["Style", "one_line", "render", "stream_style"]

PIPE_WIDTH = 100
"""Columns where there is no terminal to ask: a full line of this project's own files."""
LEAST_WIDTH = 60
"""Columns below which lines are no longer cut: offsets and names alone take some forty."""
VALUE_COLUMNS = 12
"""For the name of a value; the longest is BOILERPLATE, and a space."""
LABEL_COLUMNS = 23
"""For a label with its kind; the longest is BOILERPLATE NAVIGATION, and a space."""
OFFSET_COLUMNS = 8
"""For an offset: pages of ten million code points."""
EXCERPT = 500
"""Code points of a text that are looked at for its line; hardly a terminal is wider."""

_QUIET, _BOLD = "2", "1"
_COLOURS = {
    Label.HEADLINE: "1;33",
    Label.KICKER: "33",
    Label.DECK: "33",
    Label.BYLINE: "35",
    Label.DATELINE: "36",
    Label.TIMESTAMP: "36",
    Label.BODY: "0",
    Label.SUBHEAD: "1",
    Label.CAPTION: "34",
    Label.ATTRIBUTION: "32",
    Label.CORRECTION: "31",
    Label.AUTHOR_NOTE: "35",
    Label.TEASER: "2;33",
    Label.BOILERPLATE: _QUIET,
}
"""SGR parameters; every label but the two that are not shown."""


@frozen
class Style:
    """How to write: whether with colours, and how many columns."""

    colour: bool
    width: int

    def paint(self, text: str, code: str) -> str:
        """Return ``text`` in a colour, or as it is."""
        return f"\x1b[{code}m{text}\x1b[0m" if self.colour and code != "0" else text


def stream_style(stream: TextIO) -> Style:
    """Return the style for a stream: colours only on a terminal that wants them.

    ``NO_COLOR`` with any value but the empty one turns them off (no-color.org), as does
    ``TERM=dumb``.
    """
    terminal = stream.isatty()
    refused = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    width = shutil.get_terminal_size((PIPE_WIDTH, 24)).columns if terminal else PIPE_WIDTH
    return Style(terminal and not refused, max(width, LEAST_WIDTH))


def render(page: Page, name: str, style: Style) -> str:
    """Return the overview of a page.

    Args:
        page: The page.
        name: What the first line calls it, a file name.
        style: Colours and width.
    """
    lines = [style.paint(one_line(name), _BOLD) + "  " + _summary(page)]
    for title, label, text in (*_head(page), *_contents(page)):
        head = f"{title:<{VALUE_COLUMNS}}"
        lines.append(style.paint(head, _COLOURS[label]) + _cut(text, style.width - len(head)))
    lines.append("")
    lines.extend(_partition(page, style))
    return "\n".join(lines)


def _summary(page: Page) -> str:
    paragraphs = len(page.body.paragraphs)
    facts = [page.kind, page.language or "language unknown", str(page.completeness.kind)]
    facts.append(f"{paragraphs} paragraph{'' if paragraphs == 1 else 's'}")
    if page.cut_at is not None:
        facts.append(f"unread from {page.cut_at}")
    return ", ".join(facts)


def _head(page: Page) -> Iterator[tuple[str, Label, str]]:
    """What stands above a story: name of the value, label for its colour, text."""
    if page.headline is not None:
        yield "HEADLINE", Label.HEADLINE, page.headline.text
    if page.deck is not None:
        yield "DECK", Label.DECK, page.deck.text
    if page.byline is not None:
        signed = (*(_person(person) for person in page.byline.authors), page.byline.agency)
        yield "BYLINE", Label.BYLINE, "; ".join(filter(None, signed))
    if page.dateline is not None:
        yield "DATELINE", Label.DATELINE, page.dateline.text
    if page.published is not None:
        yield "PUBLISHED", Label.TIMESTAMP, _date(page.published)
    if page.updated is not None:
        yield "UPDATED", Label.TIMESTAMP, _date(page.updated)


def _contents(page: Page) -> Iterator[tuple[str, Label, str]]:
    """What stands in and around a story."""
    for quote in page.quotes:
        yield "QUOTE", Label.BODY, _quote(quote)
    for credit in page.attribution.credits if page.attribution is not None else ():
        whom = ", ".join((*credit.people, *credit.organisations))
        yield "CREDIT", Label.ATTRIBUTION, f"{credit.kind}: {whom or credit.text}"
    for caption in page.captions:
        yield "CAPTION", Label.CAPTION, caption.text
    for teaser in page.teasers:
        yield "TEASER", Label.TEASER, " / ".join(filter(None, (teaser.headline, teaser.text)))
    for entry in page.entries:
        title = entry.headline.text if entry.headline is not None else entry.body.text
        yield "ENTRY", Label.HEADLINE, title


def _person(person: Person) -> str:
    return ", ".join(filter(None, (person.name, person.role, person.affiliation)))


def _date(date: NewsDate) -> str:
    return f"{date.value.isoformat()} ({date.source}: {date.text})"


def _quote(quote: Quote) -> str:
    speaker = quote.speaker
    who = (speaker.name or speaker.mention) if speaker is not None else "nobody named"
    how = "" if quote.kind is QuoteKind.DIRECT else f" ({quote.kind})"
    return f"{who}{how}: {quote.text}"


def _partition(page: Page, style: Style) -> Iterator[str]:
    """One row a segment; white space and markup are left out, boilerplate of a kind is joined."""
    shown = (s for s in page.segments if s.label not in (Label.SPACE, Label.MARKUP))
    for (label, kind), group in groupby(shown, key=lambda s: (s.label, s.kind)):
        segments = list(group)
        title = f"{label} {kind}" if kind is not None else str(label)
        for run in [segments] if label is Label.BOILERPLATE else [[s] for s in segments]:
            start, end = run[0].span.start, run[-1].span.end
            offsets = f"{start:>{OFFSET_COLUMNS}} {end:>{OFFSET_COLUMNS}}  "
            head = f"{title:<{LABEL_COLUMNS}}"
            text = " | ".join(s.span.slice(page.raw)[:EXCERPT] for s in run[:EXCERPT])
            room = style.width - len(offsets) - len(head)
            painted = style.paint(offsets, _QUIET) + style.paint(head, _COLOURS[label])
            yield painted + _cut(text, room)


def _cut(text: str, columns: int) -> str:
    """Return one line of at most so many columns; wide letters of East Asia take two."""
    line = one_line(text)
    used = 0
    for at, letter in enumerate(line):
        used += 2 if east_asian_width(letter) in "WF" else 1
        if used > columns:
            return line[: max(at - 1, 0)] + "…"
    return line


def one_line(text: str) -> str:
    """Squeeze white space and replace what a terminal would obey."""
    return "".join(c if c.isprintable() else "·" for c in " ".join(text[:EXCERPT].split()))
