"""W3C Web Annotation: labels and speakers as annotations that point at text.

In: a page. Out: an AnnotationCollection, a dict. Source: Web Annotation Data Model, W3C
Recommendation of 2017, sections 3.2.1, 4.2.4, 4.2.5 and 5.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import regex

from newsparse.export.identifier import identifier
from newsparse.export.known import known
from newsparse.export.text_view import TextView
from newsparse.model.label import Label
from newsparse.model.page import Page
from newsparse.model.quotes import Quote
from newsparse.model.segment import Segment
from newsparse.model.span import Span

__all__ = ["CONTEXT", "to_web_annotation"]

Plain = dict[str, Any]

CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"newsparse": "urn:newsparse:terms:"}]
"""The model's terms, and ours: ``newsparse:span`` (offsets in the source), ``newsparse:score``."""
AROUND = 32
"""Code points of ``prefix`` and ``suffix``; the figure of the widely used Hypothesis client."""
_CLUSTER = regex.compile(r"\X")
_MARGIN = 16
"""Code points more than are kept, so that a cluster cut by the window can be left out; nearly all
clusters are shorter."""


def to_web_annotation(page: Page, *, uri: str | None = None) -> dict[str, Any]:
    """Return the page's segments and quotes as Web Annotations.

    Segments other than white space and markup are annotated ``classifying`` with their label
    (``BOILERPLATE/SHARE`` with its kind), quotes ``describing`` with ``QUOTE/direct`` and the
    speaker's name, or how the page mentions who spoke. Targets have a TextPositionSelector and a
    TextQuoteSelector. They count code points: of ``page.raw`` for text pages, of
    ``newsparse.export.text_view.text_view(page)`` for HTML, because the model wants text without
    tags. ``newsparse:span`` is the run in ``page.raw`` in both cases. A quote around a cue has one
    target for each run.

    Left out: role values other than quotes (their words are segments; what was read in them is
    not), completeness, declared metadata, language.

    Args:
        page: The page.
        uri: Identifier of the annotated document; None: ``page.url``, else ``urn:sha256:`` and the
            checksum of the text in UTF-8. Annotations are named by it and a fragment.

    Returns:
        An AnnotationCollection with one embedded page, as a dict that ``json.dumps`` takes. NUL and
        lone surrogates are U+FFFD.

    Raises:
        ExportError: ``uri`` is no absolute URI.

    >>> import newsparse
    >>> collection = to_web_annotation(newsparse.parse("Share this article"))
    >>> collection["first"]["items"][0]["body"][0]["value"]
    'BOILERPLATE/SHARE'
    """
    source = identifier(page, uri, "to_web_annotation")
    writer = _Writer(page, source)
    items = [*writer.segments(), *writer.quotes()]
    base = source.partition("#")[0]
    return known(
        {
            "@context": CONTEXT,
            "id": f"{base}#annotations",
            "type": "AnnotationCollection",
            "total": len(items),
            "first": _first_page(base, items) if items else None,
        }
    )


def _first_page(base: str, items: list[Plain]) -> Plain:
    return {
        "id": f"{base}#annotations-1",
        "type": "AnnotationPage",
        "partOf": f"{base}#annotations",
        "startIndex": 0,
        "items": items,
    }


class _Writer:
    """Writes the annotations of one page."""

    def __init__(self, page: Page, source: str) -> None:
        self._page = page
        self._source = source
        self._view = TextView(page)

    def segments(self) -> Iterator[Plain]:
        """Annotate neighbouring segments of one label together, unless a block ends between."""
        group: list[Segment] = []
        number = 0
        for segment in self._page.segments:
            if segment.label in (Label.MARKUP, Label.SPACE):
                continue
            if group and not self._goes_on(group[-1], segment):
                number += 1
                yield self._segment(group, number)
                group = []
            group.append(segment)
        if group:
            yield self._segment(group, number + 1)

    def _goes_on(self, last: Segment, segment: Segment) -> bool:
        same = (last.label, last.kind) == (segment.label, segment.kind)
        view = self._view
        return same and view.span_of(last.span).end == view.span_of(segment.span).start

    def _segment(self, group: list[Segment], number: int) -> Plain:
        first = group[0]
        span = Span(first.span.start, group[-1].span.end)
        value = (
            first.label.value if first.kind is None else f"{first.label.value}/{first.kind.value}"
        )
        return {
            "id": self._name("segment", number),
            "type": "Annotation",
            "motivation": "classifying",
            "body": [_body("classifying", value, span, first.score)],
            "target": self._target(span),
        }

    def quotes(self) -> Iterator[Plain]:
        """Annotate the quotes of the page and of its entries."""
        entries = self._page.entries
        every = [*self._page.quotes, *(quote for entry in entries for quote in entry.quotes)]
        for number, quote in enumerate(every, start=1):
            yield self._quote(quote, number)

    def _quote(self, quote: Quote, number: int) -> Plain:
        bodies = [_body("classifying", f"QUOTE/{quote.kind.value}", quote.span, quote.score)]
        speaker = quote.speaker
        if speaker is not None:
            said_by = speaker.name or speaker.mention
            bodies.append(_body("describing", said_by, speaker.span, speaker.score))
        return {
            "id": self._name("quote", number),
            "type": "Annotation",
            "motivation": "describing",
            "body": bodies,
            "target": [self._target(span) for span in self._runs(quote)],
        }

    def _runs(self, quote: Quote) -> list[Span]:
        """Return the runs of a quote, those joined between which nothing is seen."""
        runs: list[Span] = []
        for piece in quote.pieces:
            joined = runs and self._view.span_of(runs[-1]).end == self._view.span_of(piece).start
            if joined and piece.start >= runs[-1].end:
                runs[-1] = Span(runs[-1].start, piece.end)
            else:
                runs.append(piece)
        return runs or [quote.span]

    def _name(self, what: str, number: int) -> str:
        return f"{self._source.partition('#')[0]}#{what}-{number}"

    def _target(self, span: Span) -> Plain:
        text = self._view.text
        seen = self._view.span_of(span)
        selectors: list[Plain] = [
            {"type": "TextPositionSelector", "start": seen.start, "end": seen.end}
        ]
        if len(seen):
            words = {
                "exact": seen.slice(text),
                "prefix": _before(text, seen.start),
                "suffix": _behind(text, seen.end),
            }
            selectors.append({"type": "TextQuoteSelector", **words})
        return {"source": self._source, "selector": selectors}


def _body(purpose: str, value: str, span: Span, score: float) -> Plain:
    return {
        "type": "TextualBody",
        "purpose": purpose,
        "format": "text/plain",
        "value": value,
        "newsparse:span": [span.start, span.end],
        "newsparse:score": score,
    }


def _before(text: str, end: int) -> str:
    """Return up to ``AROUND`` code points before ``end``, no grapheme cluster cut."""
    start = max(end - AROUND - _MARGIN, 0)
    clusters = _CLUSTER.findall(text, start, end)
    if start:
        del clusters[0]
    return "".join(reversed(_within(reversed(clusters))))


def _behind(text: str, start: int) -> str:
    """Return up to ``AROUND`` code points from ``start`` on, no grapheme cluster cut."""
    end = min(start + AROUND + _MARGIN, len(text))
    clusters = _CLUSTER.findall(text, start, end)
    if end < len(text):
        del clusters[-1]
    return "".join(_within(clusters))


def _within(clusters: Iterable[str]) -> list[str]:
    found: list[str] = []
    size = 0
    for cluster in clusters:
        size += len(cluster)
        if size > AROUND:
            break
        found.append(cluster)
    return found
