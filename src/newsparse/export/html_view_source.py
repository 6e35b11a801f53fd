"""The source in the HTML view: every character, in coloured groups with their explanations."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from attrs import frozen

from newsparse.errors import InputError
from newsparse.export.characters import encodable
from newsparse.export.labelled import joint
from newsparse.model.label import Label
from newsparse.model.page import Page
from newsparse.model.quotes import Quote
from newsparse.model.segment import Segment
from newsparse.model.span import Span

__all__ = ["Group", "SourceView", "groups"]

MAX_EXPLAINED = 2_000
"""Segments and quotes that are explained; the view of a page with more would weigh megabytes."""
MOST_REASONS = 8
"""Reasons shown of an explanation, the strongest; the rest is in ``page.explain``."""

_BETWEEN = (Label.MARKUP, Label.SPACE)


@frozen
class Group:
    """Neighbouring segments of one label that one thing to point at is made of.

    Attributes:
        number: From 1; 0 for markup and white space between groups.
        segments: The segments, with the markup between them.
    """

    number: int
    segments: tuple[Segment, ...]

    @property
    def span(self) -> Span:
        """The whole run."""
        return Span(self.segments[0].span.start, self.segments[-1].span.end)


def groups(page: Page) -> list[Group]:
    """Return the page's segments in groups; together they are all segments, in order."""
    found: list[Group] = []
    group: list[Segment] = []
    gap: list[Segment] = []
    number = 0
    for segment in page.segments:
        if segment.label in _BETWEEN:
            gap.append(segment)
            continue
        if group and (group[-1].label, group[-1].kind) == (segment.label, segment.kind):
            between = "".join(one.span.slice(page.raw) for one in gap)
            if gap and not joint(between):
                group += [*gap, segment]
                gap = []
                continue
        if group:
            number += 1
            found.append(Group(number, tuple(group)))
        found += [Group(0, (one,)) for one in gap]
        group, gap = [segment], []
    if group:
        found.append(Group(number + 1, tuple(group)))
    return [*found, *(Group(0, (one,)) for one in gap)]


class SourceView:
    """The source as HTML; text without the hints is ``page.raw``, but for U+FFFD.

    Attributes:
        html: The source.
        quotes: Numbers (from 1) of the quotes that are marked in it.
    """

    def __init__(self, page: Page, found: list[Group]) -> None:
        self._page = page
        self._runs = _quote_runs(page)
        self._at = 0
        self.quotes: set[int] = set()
        self.html = "".join(map(self._group, found))

    def _group(self, group: Group) -> str:
        content = "".join(map(self._segment, group.segments))
        if not group.number:
            return content
        first = group.segments[0]
        label = first.label.value
        name = label if first.kind is None else f"{label} {first.kind.value}"
        tip = _tip(self._page, first, name, f"t{group.number}", group.number)
        return (
            f'<span class="s l-{label.lower()}" id="s{group.number}" tabindex="0" role="group" '
            f'data-label="{name}" aria-label="{name}" aria-describedby="t{group.number}">'
            f"{content}{tip}</span>"
        )

    def _segment(self, segment: Segment) -> str:
        text = segment.span.slice(self._page.raw)
        if segment.label is Label.MARKUP:
            return f'<span class="m">{_shown(text)}</span>'
        if segment.label is Label.SPACE:
            return _shown(text)
        return "".join(self._with_quotes(segment.span))

    def _with_quotes(self, span: Span) -> Iterator[str]:
        """Yield the text of a segment, the runs of quotes in it marked."""
        runs, raw = self._runs, self._page.raw
        while self._at < len(runs) and runs[self._at][0].end <= span.start:
            self._at += 1
        begun = span.start
        for at in range(self._at, len(runs)):
            run, number, quote = runs[at]
            if run.start >= span.end:
                break
            start, end = max(run.start, span.start), min(run.end, span.end)
            yield _shown(raw[begun:start])
            yield self._quote(_shown(raw[start:end]), number, quote)
            begun = end
        yield _shown(raw[begun : span.end])

    def _quote(self, text: str, number: int, quote: Quote) -> str:
        if number in self.quotes:  # one place to stop at for each quote
            return f'<span class="q">{text}</span>'
        self.quotes.add(number)
        speaker = quote.speaker
        said_by = "" if speaker is None else f": {speaker.name or speaker.mention}"
        name = escape(encodable(f"QUOTE {quote.kind.value}{said_by}"))
        tip = _tip(self._page, quote, name, f"u{number}", number)
        return (
            f'<span class="q" id="q{number}" tabindex="0" role="group" aria-label="{name}" '
            f'aria-describedby="u{number}">{text}{tip}</span>'
        )


def _shown(text: str) -> str:
    # A carriage return would be read as a line feed.
    return escape(encodable(text)).replace("\r", "&#13;")


_Run = tuple[Span, int, Quote]
"""A run of a quote, the number of the quote from 1, the quote."""


def _quote_runs(page: Page) -> list[_Run]:
    """Return the runs of the page's quotes, ascending, none overlapping one before it."""
    runs = [(p, number, q) for number, q in enumerate(page.quotes, start=1) for p in q.pieces]
    kept: list[_Run] = []
    for run in sorted(runs, key=lambda run: (run[0].start, run[1])):
        if len(run[0]) and (not kept or run[0].start >= kept[-1][0].end):
            kept.append(run)
    return kept


# --- explanations --------------------------------------------------------------------------------


def _tip(page: Page, what: Segment | Quote, name: str, ident: str, number: int) -> str:
    """Return what is shown on hover and focus; ``name`` is escaped."""
    start, end = what.span.start, what.span.end
    lines = [f"<b>{name}</b>", f"<small>{start} to {end}, score {what.score:.2f}</small>"]
    if number <= MAX_EXPLAINED:
        lines += _reasons(page, what)
    return f'<span class="tip" id="{ident}" role="tooltip">{"".join(lines)}</span>'


def _reasons(page: Page, what: Segment | Quote) -> Iterator[str]:
    try:
        explanation = page.explain(what)
    except InputError:  # a page that was loaded holds no reasons
        return
    if explanation.runner_up is not None:
        yield f"<small>second: {escape(str(explanation.runner_up))}</small>"
    for one in explanation.evidence[:MOST_REASONS]:
        why = f" ({escape(encodable(one.why))})" if one.why else ""
        name = escape(encodable(one.name))
        yield f'<span class="r"><span class="n">{one.points:+.2f}</span>{name}{why}</span>'
