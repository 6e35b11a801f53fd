"""HTML view: a page and what was read in it, as one document to look at.

In: a page. Out: HTML with the source in coloured segments, the values in a side panel and the
reasons on hover and focus. It loads nothing, runs no script, and is reached by keyboard alone.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from html import escape

from newsparse.export.characters import one_line
from newsparse.export.dates import iso
from newsparse.export.html_view_source import Group, SourceView, groups
from newsparse.export.html_view_style import STYLE
from newsparse.model.fields import Caption, NewsDate
from newsparse.model.label import Source
from newsparse.model.page import Page
from newsparse.model.quotes import Quote
from newsparse.model.span import Span

__all__ = ["to_frame", "to_html_view"]

LONGEST = 200
"""Code points of a value that the panel shows; the whole of it is in the source beside."""


def to_html_view(page: Page) -> str:
    """Return one self-contained HTML document that shows a page and what was read in it.

    The source stands whole, each segment in the colour and with the name of its label, quotes
    underlined. A side panel lists the values, each a link to its place. On hover and keyboard focus
    a box tells place, score and the strongest reasons (``page.explain``); a page that was loaded
    from JSON has no reasons. Light and dark by the reader's setting.

    Left out: nothing of the source; of the values, what the panel has no room for (what the page
    declares is there as a count, long texts are cut, entries by headline). NUL and lone surrogates
    are U+FFFD.

    Returns:
        HTML without scripts, links to other hosts or resources; the page's own markup is shown as
        text and does nothing.

    >>> import newsparse
    >>> to_html_view(newsparse.parse("<b>A story.")).count("<script")
    0
    """
    found = groups(page)
    source = SourceView(page, found)
    panel = _panel(page, found, source.quotes)
    title = page.headline.text if page.headline is not None else "A page without a headline"
    shown = escape(one_line(title))
    language = f' lang="{escape(page.language)}"' if page.language is not None else ""
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">\n'
        '<meta http-equiv="Content-Security-Policy" '
        "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{shown} – newsparse</title>\n<style>{STYLE}</style></head>\n<body>\n"
        '<a class="skip" href="#values">To the values</a>\n'
        f'<main><h1>{shown}</h1>\n<div class="source" dir="auto"{language}>'
        f"{source.html}</div></main>\n"
        f'<aside id="values" tabindex="-1" aria-label="Values">\n{panel}</aside>\n'
        "</body></html>\n"
    )


def to_frame(page: Page) -> str:
    """Return the view as an ``iframe``, for a notebook: its colours and ours stay apart.

    No script can run in the frame, and its links lead to places inside it.
    """
    # Without a base of its own it has the notebook's, and each link would lead out of the view.
    view = to_html_view(page).replace("<head>", '<head><base href="about:srcdoc">', 1)
    style = "width: 100%; height: 36rem; border: 1px solid"
    return f'<iframe title="newsparse" sandbox style="{style}" srcdoc="{escape(view)}"></iframe>'


def _panel(page: Page, found: list[Group], marked: set[int]) -> str:
    link = _Linker(found)
    parts = [_list("Segments", _legend(found)), _values(page, link)]
    quotes = enumerate(page.quotes, start=1)
    parts.append(_list("Quotes", (_quote(q, f"#q{n}" if n in marked else "") for n, q in quotes)))
    attribution = page.attribution
    credited = attribution.credits if attribution is not None else ()
    parts.append(_list("Credits", (f"{c.kind.value}: {link(c.text, c.span)}" for c in credited)))
    parts.append(_list("Captions", map(link.caption, page.captions)))
    parts.append(_list("Teasers", (link(t.headline or t.text or "", t.span) for t in page.teasers)))
    entries = (
        link(e.headline.text if e.headline is not None else e.body.text, e.span)
        for e in page.entries
    )
    parts.append(_list("Entries", entries))
    return "".join(parts)


def _legend(found: list[Group]) -> Iterator[str]:
    counts = Counter(group.segments[0].label for group in found if group.number)
    first = {group.segments[0].label: group.number for group in reversed(found) if group.number}
    for label, count in counts.most_common():
        key = f'<span class="k l-{label.value.lower()}"></span>'
        yield f'<a href="#s{first[label]}">{key}{label.value}</a> {count}'


def _quote(quote: Quote, target: str) -> str:
    text = _cut(quote.text)
    shown = f'<a href="{target}">{text}</a>' if target else text
    if quote.speaker is None:
        return shown
    return f"{shown} – {_cut(quote.speaker.name or quote.speaker.mention)}"


def _values(page: Page, link: _Linker) -> str:
    """Return the single values as a definition list."""
    rows: list[tuple[str, str]] = []
    for name, value in (("Headline", page.headline), ("Deck", page.deck), ("Byline", page.byline)):
        if value is not None:
            rows.append((name, link(value.text, value.span)))
    for person in page.byline.authors if page.byline is not None else ():
        about = [part for part in (person.role, person.affiliation) if part]
        rows.append(("Author", link(", ".join([person.name, *about]), person.span)))
    if page.dateline is not None:
        rows.append(("Dateline", link(page.dateline.text, page.dateline.span)))
    rows += [("Published", _date(page.published, link)), ("Updated", _date(page.updated, link))]
    if page.attribution is not None:
        rows.append(("Agency", _cut(page.attribution.agency or "")))
        rows.append(("Copyright", _cut(page.attribution.copyright or "")))
    declared = len(page.metadata.values)
    rows += [
        ("Paragraphs", str(len(page.body.paragraphs))),
        ("Language", _cut(page.language or "")),
        ("Completeness", page.completeness.kind.value),
        ("Declared values", str(declared) if declared else ""),
        ("Made by", _cut(f"newsparse {page.provenance.version}, {page.provenance.weights}")),
    ]
    shown = "".join(f"<dt>{name}</dt><dd>{value}</dd>" for name, value in rows if value)
    return f"<h2>Values</h2><dl>{shown}</dl>\n"


def _date(date: NewsDate | None, link: _Linker) -> str:
    if date is None:
        return ""
    place = None if date.source is Source.URL else date.span
    return f"{link(iso(date), place)} ({date.source.value})"


def _list(title: str, items: Iterable[str]) -> str:
    shown = "".join(f"<li>{item}</li>" for item in items)
    return f"<h2>{title}</h2><ul>{shown}</ul>\n" if shown else ""


def _cut(text: str) -> str:
    line = one_line(text)
    return escape(line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…")


class _Linker:
    """Links a value to the group in which it begins."""

    def __init__(self, found: list[Group]) -> None:
        self._groups = [group for group in found if group.number]

    def caption(self, caption: Caption) -> str:
        """Link a caption, by its credit where it is nothing but that."""
        credit = caption.credit.text if caption.credit is not None else ""
        return self(caption.text or credit, caption.span)

    def __call__(self, text: str, span: Span | None) -> str:
        """Return the text, a link where its place is inside a group."""
        shown = _cut(text)
        if span is None or not shown.strip():
            return shown
        at = bisect_right(self._groups, span.start, key=lambda group: group.span.start) - 1
        if at < 0 or span.start >= self._groups[at].span.end:
            return shown
        return f'<a href="#s{self._groups[at].number}">{shown}</a>'
