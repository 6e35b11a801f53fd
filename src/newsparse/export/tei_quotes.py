"""Speech inside TEI paragraphs: ``said`` and ``q``, chained where one quote has several pieces."""

from __future__ import annotations

from bisect import bisect_left

from attrs import define, frozen

from newsparse.export.alignment import Alignment
from newsparse.export.characters import one_line
from newsparse.export.xml_text import element, text
from newsparse.model.fields import Body, Paragraph
from newsparse.model.label import ParagraphKind, QuoteKind
from newsparse.model.page import Page
from newsparse.model.quotes import Quote, Speaker
from newsparse.model.span import Span

__all__ = ["Voices"]


@frozen
class _Piece:
    """One run of a quote in the source, and the number of the quote."""

    span: Span
    number: int


@define
class _Speech:
    """A stretch of a paragraph's text that belongs to a quote; ``part`` counts from 1."""

    start: int
    end: int
    number: int
    part: int


class Voices:
    """The quotes of a page, each piece laid into its paragraph, and who speaks them.

    Attributes:
        people: Named speakers by the id of their ``person``, in order of appearance.
    """

    def __init__(self, page: Page) -> None:
        self.people: dict[str, Speaker] = {}
        self._ids: dict[str, str] = {}
        entries = page.entries
        self._quotes = [*page.quotes, *(quote for entry in entries for quote in entry.quotes)]
        self._parts = [0] * len(self._quotes)
        pieces = []
        for number, quote in enumerate(self._quotes):
            self._note(quote.speaker)
            pieces += [_Piece(piece, number) for piece in quote.pieces]
        pieces.sort(key=lambda piece: (piece.span.start, piece.number))
        self._laid: dict[int, list[_Speech]] = {}
        for body in (page.body, *(entry.body for entry in entries)):
            self._lay(page, body, pieces)

    def _note(self, speaker: Speaker | None) -> None:
        if speaker is not None and speaker.name is not None and speaker.name not in self._ids:
            name = f"person-{len(self._ids) + 1}"
            self._ids[speaker.name] = name
            self.people[name] = speaker

    def _lay(self, page: Page, body: Body, pieces: list[_Piece]) -> None:
        starts = [piece.span.start for piece in pieces]
        for paragraph in body.paragraphs:
            first = bisect_left(starts, paragraph.span.start)
            last = bisect_left(starts, paragraph.span.end)
            if first < last:
                # By identity: two paragraphs may say the same.
                laid = self._speeches(page, paragraph, pieces[first:last])
                self._laid[id(paragraph)] = laid

    def _speeches(self, page: Page, paragraph: Paragraph, pieces: list[_Piece]) -> list[_Speech]:
        alignment = Alignment(page, paragraph)
        found: list[_Speech] = []
        for piece in pieces:
            stretch = alignment.stretch(piece.span)
            if stretch is None or (found and stretch[0] < found[-1].end):
                continue
            last = found[-1] if found else None
            joined = last is not None and paragraph.text[last.end : stretch[0]].isspace()
            touching = last is not None and last.end == stretch[0]
            if last is not None and last.number == piece.number and (joined or touching):
                last.end = stretch[1]  # one run that markup or a line end cuts
                continue
            self._parts[piece.number] += 1
            found.append(_Speech(*stretch, piece.number, self._parts[piece.number]))
        return found

    def content(self, paragraph: Paragraph) -> str:
        """Return the text of a paragraph as XML, with its speech marked."""
        words = paragraph.text
        if paragraph.kind is not ParagraphKind.PREFORMATTED:
            words = one_line(words)
        parts = []
        at = 0
        for speech in self._laid.get(id(paragraph), ()):
            parts.append(text(words[at : speech.start]))
            parts.append(self._element(speech, text(words[speech.start : speech.end])))
            at = speech.end
        return "".join(parts) + text(words[at:])

    def _element(self, speech: _Speech, content: str) -> str:
        quote: Quote = self._quotes[speech.number]
        name = f"quote-{speech.number + 1}"
        many = self._parts[speech.number] > 1
        last = speech.part == self._parts[speech.number]
        speaker = quote.speaker.name if quote.speaker is not None else None
        partial = quote.kind is QuoteKind.PARTIAL
        return element(
            "q" if partial else "said",
            content,
            who=None if speaker is None else f"#{self._ids[speaker]}",
            direct=None if partial else str(quote.kind is QuoteKind.DIRECT).lower(),
            aloud=None if partial else "true",
            xml__id=f"{name}.{speech.part}" if many else name,
            next_=f"#{name}.{speech.part + 1}" if many and not last else None,
            prev=f"#{name}.{speech.part - 1}" if many and speech.part > 1 else None,
        )
