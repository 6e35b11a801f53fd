"""Body, captions and quotes of a page."""

from __future__ import annotations

import re

from attrs import evolve

from newsparse.labelling.units import Unit
from newsparse.languages.schema import Pack
from newsparse.model.block import Document
from newsparse.model.evidence import Evidence
from newsparse.model.fields import Body, Caption, Credit, Paragraph
from newsparse.model.label import CreditKind, Label, ParagraphKind
from newsparse.model.moved import moved
from newsparse.model.quotes import Quote
from newsparse.model.span import Span, hull
from newsparse.parsers.credit import parse_credit
from newsparse.parsers.quotes import explain_quotes, find_quotes
from newsparse.roles.markup import Places, inlines_of
from newsparse.roles.story import StoryText, squeezed

__all__ = ["body_units", "read_body", "read_captions", "read_quotes", "reasons_of_quotes"]

_KINDS = {
    "list_item": ParagraphKind.LIST_ITEM,
    "quote": ParagraphKind.BLOCK_QUOTE,
    "pre": ParagraphKind.PREFORMATTED,
    "cell": ParagraphKind.TABLE,
}
_PICTURE_KINDS = (CreditKind.PHOTO, CreditKind.VIDEO, CreditKind.GRAPHIC, CreditKind.AGENCY)
_LINE_END = re.compile(r"[^\S\n]*\n[^\S\n]*")


def body_units(units: list[Unit]) -> list[Unit]:
    """Return the units that make the body, subheads included."""
    return [unit for unit in units if unit.label in (Label.BODY, Label.SUBHEAD)]


def read_body(units: list[Unit], document: Document) -> Body:
    """Return the body; white space is squeezed, but for preformatted text."""
    paragraphs = []
    places = Places(document)
    for unit in units:
        places.pass_by(unit)
        if unit.label not in (Label.BODY, Label.SUBHEAD):
            continue
        kind = _KINDS.get(unit.block.kind, ParagraphKind.TEXT)
        level = unit.block.level if kind is ParagraphKind.LIST_ITEM else 0
        if unit.label is Label.SUBHEAD:
            kind, level = ParagraphKind.SUBHEAD, unit.block.level or 2
        plain = kind is ParagraphKind.PREFORMATTED
        text = unit.text.strip("\n") if plain else squeezed(unit.text)
        pieces = unit.pieces
        if text and pieces:
            paragraphs.append(
                Paragraph(
                    text=text,
                    span=hull(pieces),
                    pieces=pieces,
                    kind=kind,
                    level=level,
                    inlines=() if plain else inlines_of(unit),
                    number=places.number if kind is ParagraphKind.LIST_ITEM else None,
                    cell=places.cell if kind is ParagraphKind.TABLE else None,
                )
            )
    return Body(paragraphs=tuple(paragraphs))


def read_captions(units: list[Unit], pack: Pack) -> tuple[Caption, ...]:
    """Return the captions; a picture credit in the line is split off."""
    found = []
    for unit in units:
        if unit.label is Label.CAPTION:
            caption = _caption(unit, pack)
            if caption is not None:
                found.append(caption)
    return tuple(found)


def _caption(unit: Unit, pack: Pack) -> Caption | None:
    text = unit.text
    start, end = 0, len(text)
    credit: Credit | None = None
    value = parse_credit(text, pack=pack)
    if value is not None and value.credits:
        pictures = [c for c in value.credits if c.kind in _PICTURE_KINDS]
        if pictures:
            credit = pictures[0]
            if credit.span.start <= len(text) - credit.span.end:
                start = credit.span.end
            else:
                end = credit.span.start
    while start < end and text[start] in " \t\n|/([-–—:;":
        start += 1
    while end > start and text[end - 1] in " \t\n|/([-–—":
        end -= 1
    moved_credit = moved(credit, unit.pieces_of) if credit is not None else None
    pieces = unit.pieces_of(Span(start, end)) if end > start else unit.pieces
    if not pieces:
        return None
    return Caption(
        text=squeezed(text[start:end]), span=hull(pieces), pieces=pieces, credit=moved_credit
    )


def read_quotes(units: list[Unit], pack: Pack, headline: str) -> tuple[Quote, ...]:
    """Return who said what in the body; teasers and comments are not looked at."""
    story = StoryText(body_units(units))
    found = find_quotes(story.text, pack=pack, headline=headline, quoted=story.spans("quote"))
    return tuple(
        evolve(moved(quote, story.pieces_of), text=squeezed(quote.text)) for quote in found
    )


def reasons_of_quotes(
    units: list[Unit], pack: Pack, headline: str
) -> tuple[tuple[Evidence, ...], ...]:
    """Return the reasons for each quote of ``read_quotes``, in the same order."""
    story = StoryText(body_units(units))
    return explain_quotes(story.text, pack=pack, headline=headline, quoted=story.spans("quote"))
