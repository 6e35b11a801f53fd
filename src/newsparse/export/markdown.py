"""Markdown: the story as CommonMark, with tables as in GitHub's dialect.

In: a page. Out: headline, deck, a line on who, where and when, the body, credits, further stories.
A parser gives back the very words that the page shows.
Source: CommonMark 0.31.2; GitHub Flavored Markdown, section 4.10 (tables).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from newsparse.export.characters import encodable
from newsparse.export.dates import iso
from newsparse.export.markdown_inline import at_block_start, in_cell, inline
from newsparse.export.markdown_lists import list_lines
from newsparse.export.tables import grids
from newsparse.model.entry import Entry
from newsparse.model.fields import Body, Byline, Dateline, NewsDate, Paragraph
from newsparse.model.label import ParagraphKind, Source
from newsparse.model.page import Page

__all__ = ["to_markdown"]

BETWEEN = " · "
"""Stands between byline, dateline and date."""
_MAX_HEADING = 6
_TICKS = re.compile(r"`{3,}+")
_LINE_END = re.compile(r"\r\n?+")


def to_markdown(page: Page) -> str:
    r"""Return the story as CommonMark.

    Headline (``#``), deck (emphasised), one line with byline, dateline and publication date, the
    body with subheads, lists, block quotes, tables, preformatted text and, from HTML, emphasis and
    links, then the story's credits, then further stories (``##``). Relative links are joined with
    ``page.url``; a date is written as printed, a declared one in ISO 8601.

    Left out: captions with their credits, teasers, boilerplate, corrections and author notes (all
    in ``page.segments``); the update's date; quotes as values (their words are in the body);
    emphasis inside emphasis; ``time`` and ``q`` markup; how many rows or columns a cell spans.

    Returns:
        Text that ends in a line feed; "" for a page of which nothing is shown. NUL and lone
        surrogates are exchanged for U+FFFD.

    >>> import newsparse
    >>> page = newsparse.parse("<h1>Pier *closed*</h1><p>The old pier was closed on Monday, "
    ...     "the <em>harbour master</em> of the town said in a short letter.</p>")
    >>> print(to_markdown(page), end="")
    # Pier \*closed\*
    <BLANKLINE>
    The old pier was closed on Monday, the *harbour master* of the town said in a short letter.
    """
    blocks: list[str] = []
    if page.headline is not None:
        blocks += _heading(page.headline.text, 1)
    if page.deck is not None and (deck := inline(page.deck.text)):
        blocks.append(f"*{deck}*")
    blocks += _signed(page.byline, page.dateline, page.published)
    blocks += _body(page.body, page, 2)
    blocks += _credits(page)
    for entry in page.entries:
        blocks += _entry(entry, page)
    return "\n\n".join(blocks) + "\n" if blocks else ""


def _entry(entry: Entry, page: Page) -> list[str]:
    return [
        *(_heading(entry.headline.text, 2) if entry.headline is not None else ()),
        *_signed(entry.byline, entry.dateline, entry.published),
        *_body(entry.body, page, 3),
    ]


def _heading(text: str, level: int) -> list[str]:
    line = inline(text)
    bare = line.rstrip("#")
    if bare != line:  # a closing run of "#" would be cut off
        line = f"{bare}\\{line[len(bare) :]}"
    return [f"{'#' * level} {line}"] if line else []


def _signed(byline: Byline | None, dateline: Dateline | None, date: NewsDate | None) -> list[str]:
    said = [value.text for value in (byline, dateline) if value is not None]
    if date is not None:
        said.append(date.text if date.source is Source.TEXT else iso(date))
    line = BETWEEN.join(part for part in map(inline, said) if part)
    return [at_block_start(line)] if line else []


def _credits(page: Page) -> list[str]:
    if page.attribution is None:
        return []
    of_pictures = {caption.credit for caption in page.captions}
    lines = [inline(c.text) for c in page.attribution.credits if c not in of_pictures]
    return [at_block_start(line) for line in dict.fromkeys(lines) if line]


# --- body ----------------------------------------------------------------------------------------


def _body(body: Body, page: Page, top: int) -> Iterator[str]:
    """Write paragraphs; ``top`` is the highest level that a subhead may have."""
    for kind, group in groupby(body.paragraphs, key=lambda paragraph: paragraph.kind):
        paragraphs = list(group)
        if kind is ParagraphKind.SUBHEAD:
            for one in paragraphs:
                yield from _heading(one.text, min(max(one.level + top - 2, top), _MAX_HEADING))
        elif kind is ParagraphKind.LIST_ITEM:
            yield from list_lines(paragraphs, page)
        elif kind is ParagraphKind.BLOCK_QUOTE:
            lines = [f"> {line}" for line in _lines(paragraphs, page)]
            if lines:
                yield "\n>\n".join(lines)
        elif kind is ParagraphKind.TABLE:
            yield from _tables(paragraphs, page)
        elif kind is ParagraphKind.PREFORMATTED:
            yield from (_fenced(one.text) for one in paragraphs)
        else:
            yield from _lines(paragraphs, page)


def _lines(paragraphs: list[Paragraph], page: Page) -> list[str]:
    lines = [inline(one.text, one.inlines, page.url) for one in paragraphs]
    return [at_block_start(line) for line in lines if line]


def _fenced(text: str) -> str:
    lines = _LINE_END.sub("\n", encodable(text))
    fence = max(["```", *(f"{run}`" for run in _TICKS.findall(lines))], key=len)
    return f"{fence}\n{lines}\n{fence}"


def _tables(paragraphs: list[Paragraph], page: Page) -> Iterator[str]:
    """Write cells as tables; those that stand in no grid as paragraphs."""
    for cells, grid in grids(paragraphs):
        if grid is None:
            yield from _lines(cells, page)
            continue
        rows = [[_cell(cell, page) for cell in row] for row in grid]
        width = max(map(len, rows))
        rows[0] += [""] * (width - len(rows[0]))
        rows.insert(1, ["---"] * width)
        yield "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _cell(paragraphs: list[Paragraph], page: Page) -> str:
    lines = [inline(one.text, one.inlines, page.url) for one in paragraphs]
    return in_cell(" ".join(line for line in lines if line))
