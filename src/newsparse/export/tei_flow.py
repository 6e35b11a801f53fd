"""The body of a story in TEI: paragraphs, lists, tables and an inner ``div`` for each subhead."""

from __future__ import annotations

from attrs import frozen

from newsparse.export.tables import grids
from newsparse.export.tei_quotes import Voices
from newsparse.export.xml_text import element
from newsparse.model.fields import Body, Paragraph
from newsparse.model.label import ParagraphKind

__all__ = ["Extra", "flow"]


@frozen
class Extra:
    """Something that stands among paragraphs (a figure, a note): where in the source, and what."""

    start: int
    xml: str


def flow(body: Body, extras: list[Extra], voices: Voices) -> list[str]:
    """Return the paragraphs of a body with the extras between them, each before what follows it."""
    writer = _Flow(voices)
    waiting = sorted(extras, key=lambda extra: extra.start, reverse=True)
    for paragraph in body.paragraphs:
        while waiting and waiting[-1].start < paragraph.span.start:
            writer.other(waiting.pop().xml)
        writer.paragraph(paragraph)
    for extra in reversed(waiting):
        writer.other(extra.xml)
    return writer.ended()


class _Flow:
    """Collects elements, those of one kind together, and opens and closes inner divisions."""

    def __init__(self, voices: Voices) -> None:
        self._voices = voices
        self._parts: list[str] = []
        self._levels: list[int] = []
        self._group: list[Paragraph] = []

    def paragraph(self, one: Paragraph) -> None:
        """Take the next paragraph."""
        if self._group and self._group[-1].kind is not one.kind:
            self._flush()
        if one.kind is ParagraphKind.SUBHEAD:
            self._close(one.level)
            self._levels.append(one.level)
            self._parts.append('<div type="section">')
            self._parts.append(element("head", self._voices.content(one)))
        else:
            self._group.append(one)

    def other(self, xml: str) -> None:
        """Take something that is no paragraph."""
        self._flush()
        self._parts.append(xml)

    def ended(self) -> list[str]:
        """Close what is open and return everything."""
        self._flush()
        self._close(0)
        return self._parts

    def _close(self, level: int) -> None:
        while self._levels and self._levels[-1] >= level:
            self._levels.pop()
            self._parts.append("</div>")

    def _flush(self) -> None:
        group, self._group = self._group, []
        if not group:
            return
        kind = group[0].kind
        if kind is ParagraphKind.LIST_ITEM:
            self._parts.append(_list(group, self._voices))
        elif kind is ParagraphKind.TABLE:
            self._parts += _tables(group, self._voices)
        elif kind is ParagraphKind.BLOCK_QUOTE:
            inside = [element("p", self._voices.content(one)) for one in group]
            self._parts.append(element("quote", "".join(inside)))
        elif kind is ParagraphKind.PREFORMATTED:
            self._parts += [
                element("ab", self._voices.content(one), type="preformatted", xml__space="preserve")
                for one in group
            ]
        else:
            self._parts += [element("p", self._voices.content(one)) for one in group]


def _list(items: list[Paragraph], voices: Voices) -> str:
    """Nest items by level; a level that is skipped is none."""
    parts: list[str] = []
    open_levels: list[int] = []
    for item in items:
        level = max(item.level, 1)
        while open_levels and open_levels[-1] > level:
            open_levels.pop()
            parts.append("</item></list>")
        if open_levels and open_levels[-1] == level:
            parts.append("</item>")
        elif not open_levels or open_levels[-1] < level:
            open_levels.append(level)
            parts.append(f'<list rend="{"bulleted" if item.number is None else "numbered"}">')
        number = "" if item.number is None else f' n="{item.number}"'
        parts.append(f"<item{number}>{voices.content(item)}")
    parts += ["</item></list>"] * len(open_levels)
    return "".join(parts)


def _tables(cells: list[Paragraph], voices: Voices) -> list[str]:
    """Write cells as tables; those that stand in no grid as paragraphs."""
    found = []
    for group, grid in grids(cells):
        if grid is None:
            found += [element("p", voices.content(one)) for one in group]
            continue
        rows = []
        for row in grid:
            inside = [element("cell", _cell(cell, voices)) for cell in row]
            heads = all(one.cell is not None and one.cell.header for cell in row for one in cell)
            rows.append(element("row", "".join(inside), role="label" if heads else None))
        found.append(element("table", "".join(rows)))
    return found


def _cell(paragraphs: list[Paragraph], voices: Voices) -> str:
    if len(paragraphs) == 1:
        return voices.content(paragraphs[0])
    return "".join(element("p", voices.content(one)) for one in paragraphs)
