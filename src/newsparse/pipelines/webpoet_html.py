"""The story as simple HTML, for ``articleBodyHtml`` of zyte-common-items.

Only what the body's values say: paragraphs, subheads, lists, block quotes, preformatted text,
tables, and links, emphasis and code in them. Nothing is copied from the page's markup, so no
script or attribute of it gets through.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import groupby

from newsparse.export.addresses import absolute
from newsparse.export.characters import encodable
from newsparse.export.tables import grids
from newsparse.model.fields import Body, InlineMarkup, Paragraph
from newsparse.model.label import InlineKind, ParagraphKind

__all__ = ["body_html"]

MAX_DEPTH = 6
"""Depth of lists; what is nested deeper is written there."""
_TOP, _LOWEST = 2, 6
"""Headings of the body: the headline, which is not in it, would be the only ``h1``."""
_TAGS = {InlineKind.EMPHASIS: "em", InlineKind.STRONG: "strong", InlineKind.CODE: "code"}
_TAGS |= {InlineKind.LINK: "a", InlineKind.QUOTATION: "q"}


def body_html(body: Body, base: str) -> str | None:
    """Return the body in an ``article`` element, None if there is none.

    Args:
        body: The page's.
        base: Address that relative links are joined with.
    """
    blocks: list[str] = []
    for kind, group in groupby(body.paragraphs, key=lambda paragraph: paragraph.kind):
        paragraphs = list(group)
        if kind is ParagraphKind.LIST_ITEM:
            blocks.append(_list(paragraphs, base))
        elif kind is ParagraphKind.TABLE:
            blocks += _tables(paragraphs, base)
        elif kind is ParagraphKind.BLOCK_QUOTE:
            inside = "".join(f"<p>{_inline(one, base)}</p>" for one in paragraphs)
            blocks.append(f"<blockquote>{inside}</blockquote>")
        else:
            blocks += [_block(one, base) for one in paragraphs]
    return "\n\n".join(["<article>", *blocks, "</article>"]) if blocks else None


def _block(paragraph: Paragraph, base: str) -> str:
    if paragraph.kind is ParagraphKind.PREFORMATTED:
        # A line feed right behind the tag is not part of the text.
        return f"<pre>\n{_inline(paragraph, base)}</pre>"
    tag = "p"
    if paragraph.kind is ParagraphKind.SUBHEAD:
        tag = f"h{min(max(paragraph.level, _TOP), _LOWEST)}"
    return f"<{tag}>{_inline(paragraph, base)}</{tag}>"


def _list(items: list[Paragraph], base: str) -> str:
    """Write consecutive items as nested lists; paragraphs of one item share its number."""
    parts: list[str] = []
    opened: list[tuple[str, int | None]] = []
    for item in items:
        depth = min(max(item.level, 1), len(opened) + 1, MAX_DEPTH)
        tag = "ul" if item.number is None else "ol"
        while len(opened) > depth or (len(opened) == depth and opened[-1][0] != tag):
            parts.append(f"</li></{opened.pop()[0]}>")
        text = _inline(item, base)
        if len(opened) < depth:
            start = f' start="{item.number}"' if item.number not in (None, 1) else ""
            parts.append(f"<{tag}{start}><li>{text}")
            opened.append((tag, item.number))
            continue
        number = opened[-1][1]
        if number is not None and number == item.number:
            parts.append(f"<br>{text}")
            continue
        value = "" if number is None or item.number == number + 1 else f' value="{item.number}"'
        parts.append(f"</li><li{value}>{text}")
        opened[-1] = (tag, item.number)
    parts += [f"</li></{tag}>" for tag, _ in reversed(opened)]
    return "".join(parts)


def _tables(paragraphs: list[Paragraph], base: str) -> Iterator[str]:
    """Write cells as tables; those that stand in no grid as paragraphs."""
    for cells, grid in grids(paragraphs):
        if grid is None:
            yield from (f"<p>{_inline(one, base)}</p>" for one in cells)
            continue
        rows = ("".join(_cell(cell, base) for cell in row) for row in grid)
        yield f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"


def _cell(paragraphs: list[Paragraph], base: str) -> str:
    header = any(one.cell is not None and one.cell.header for one in paragraphs)
    tag = "th" if header else "td"
    return f"<{tag}>{'<br>'.join(_inline(one, base) for one in paragraphs)}</{tag}>"


def _inline(paragraph: Paragraph, base: str) -> str:
    """Write the text with its markup; a mark that crosses the one it begins in ends with it."""
    text = paragraph.text
    parts: list[str] = []
    opened: list[tuple[int, str]] = []
    at = 0
    for one in sorted(paragraph.inlines, key=lambda mark: (mark.start, -mark.end)):
        while opened and opened[-1][0] <= one.start:
            end, tag = opened.pop()
            parts += [_shown(text[at:end]), f"</{tag}>"]
            at = end
        head = _head(one, base, opened)
        end = min(one.end, len(text), opened[-1][0] if opened else len(text))
        if head and max(one.start, at) < end:
            parts += [_shown(text[at : one.start]), head]
            at = max(one.start, at)
            opened.append((end, _TAGS[one.kind]))
    for end, tag in reversed(opened):
        parts += [_shown(text[at:end]), f"</{tag}>"]
        at = end
    return "".join([*parts, _shown(text[at:])])


def _head(one: InlineMarkup, base: str, opened: list[tuple[int, str]]) -> str:
    """Return the tag that opens a mark, "" for one that is not written."""
    if one.kind is InlineKind.LINK:
        address = absolute(one.value, base)
        inside = any(tag == "a" for _, tag in opened)
        return "" if address is None or inside else f'<a href="{_shown(address)}">'
    return f"<{_TAGS[one.kind]}>" if one.kind in _TAGS else ""


def _shown(text: str) -> str:
    return escape(encodable(text))
