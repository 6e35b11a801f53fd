"""The stories of a TEI document: one ``div`` each, and one for what stands around them."""

from __future__ import annotations

from collections.abc import Iterator

from newsparse.export.addresses import absolute, uri
from newsparse.export.characters import one_line
from newsparse.export.labelled import Stretch, stretches
from newsparse.export.tei_flow import Extra, flow
from newsparse.export.tei_header import date_element
from newsparse.export.tei_quotes import Voices
from newsparse.export.xml_text import element, text
from newsparse.model.entry import Entry
from newsparse.model.fields import Body, Byline, Caption, Dateline, Teaser
from newsparse.model.label import BoilerplateKind, Label
from newsparse.model.page import Page

__all__ = ["entry", "story", "surroundings"]

_Named = tuple[str, str, str | None]
"""Name of an element, the words that it holds, and the element itself where it is made already."""
_NOTES = {Label.CORRECTION: "correction", Label.AUTHOR_NOTE: "author"}


def story(page: Page, voices: Voices) -> str:
    """Return the page's own story."""
    top = [_head(one.text, "kicker") for one in stretches(page, Label.KICKER)]
    top += [] if page.headline is None else [_head(page.headline.text, "main")]
    top += [] if page.deck is None else [_head(page.deck.text, "sub")]
    extras = [Extra(one.span.start, _note(one)) for one in stretches(page, *_NOTES)]
    extras += [Extra(one.span.start, _figure(one)) for one in page.captions]
    end = [element("note", page.completeness.kind.value, type="completeness")]
    of_pictures = {caption.credit for caption in page.captions}
    end += [
        element("trailer", text(one_line(credit.text)), type="attribution", subtype=credit.kind)
        for credit in (page.attribution.credits if page.attribution is not None else ())
        if credit not in of_pictures
    ]
    _sign(page, top, extras, end)
    return _div("article", top, _inside(page.body, extras, voices), end)


def entry(one: Entry, page: Page, voices: Voices) -> str:  # noqa: ARG001  # like ``story``
    """Return a further story."""
    top = [] if one.headline is None else [_head(one.headline.text, "main")]
    extras: list[Extra] = []
    end: list[str] = []
    _sign(one, top, extras, end)
    top += [] if one.published is None else [date_element("docDate", one.published)]
    return _div("entry", top, _inside(one.body, extras, voices), end)


def surroundings(page: Page) -> Iterator[str]:
    """Yield the ``div`` of teasers and boilerplate, if there is any of them."""
    found = [Extra(one.span.start, _boilerplate(one)) for one in stretches(page, Label.BOILERPLATE)]
    found += [Extra(one.span.start, _teaser(one, page.url)) for one in page.teasers]
    if found:
        lines = [one.xml for one in sorted(found, key=lambda one: one.start)]
        yield element("div", "\n" + "\n".join(lines) + "\n", type="surroundings")


def _boilerplate(one: Stretch) -> str:
    kind = BoilerplateKind.OTHER if one.kind is None else one.kind
    return element("ab", text(one.text), type="boilerplate", subtype=kind.value.lower())


def _teaser(teaser: Teaser, base: str | None) -> str:
    title = text(one_line(teaser.headline or ""))
    address = uri(absolute(teaser.url or "", base))
    if title and address is not None:
        title = element("ref", title, target=address)
    words = text(one_line(teaser.text or ""))
    return element("ab", f"{title} {words}".strip(), type="teaser")


def _inside(body: Body, extras: list[Extra], voices: Voices) -> list[str]:
    """Return the flow of a story; TEI wants a paragraph before a trailer, be it an empty one."""
    found = flow(body, extras, voices)
    return found if body.paragraphs else [*found, element("p", "")]


def _div(kind: str, top: list[str], inside: list[str], end: list[str]) -> str:
    return element("div", "\n" + "\n".join([*top, *inside, *end]) + "\n", type=kind)


def _head(words: str, kind: str) -> str:
    return element("head", text(one_line(words)), type=kind)


def _note(one: Stretch) -> str:
    return element("note", text(one.text), type=_NOTES[one.label])


def _figure(caption: Caption) -> str:
    content = element("head", text(one_line(caption.text))) if caption.text else ""
    if caption.credit is not None:
        content += element("p", text(one_line(caption.credit.text)))
    return element("figure", content)


# --- byline and dateline -------------------------------------------------------------------------


def _sign(one: Page | Entry, top: list[str], extras: list[Extra], end: list[str]) -> None:
    """Put byline and dateline where they stand: before, among or behind the paragraphs."""
    signs = []
    if one.byline is not None:
        signs.append(("byline", one.byline.span.start, _byline(one.byline)))
    if one.dateline is not None:
        signs.append(("dateline", one.dateline.span.start, _dateline(one.dateline)))
    for name, start, content in signs:
        before = _paragraphs_before(one.body, start)
        if before == 0:
            top.append(element(name, content))
        elif before == len(one.body.paragraphs):
            end.append(element(name, content))
        else:
            extras.append(Extra(start, element("ab", content, type=name)))


def _paragraphs_before(body: Body, offset: int) -> int:
    return sum(paragraph.span.start < offset for paragraph in body.paragraphs)


def _byline(byline: Byline) -> str:
    found: list[_Named] = [("persName", author.name, None) for author in byline.authors]
    if byline.agency is not None:
        found.append(("orgName", byline.agency, None))
    return _marked(byline.text, found)


def _dateline(dateline: Dateline) -> str:
    found: list[_Named] = []
    if dateline.place is not None:
        found.append(("placeName", dateline.place, None))
    if dateline.agency is not None:
        found.append(("orgName", dateline.agency, None))
    if dateline.date is not None:
        found.append(("date", dateline.date.text, date_element("date", dateline.date)))
    return _marked(dateline.text, found)


def _marked(words: str, named: list[_Named]) -> str:
    """Mark each name where it is first found in a line, none inside another."""
    line = one_line(words)
    places: list[tuple[int, int, str]] = []
    for name, value, made in named:
        wanted = one_line(value)
        start = line.find(wanted) if wanted else -1
        end = start + len(wanted)
        if start >= 0 and all(end <= a or start >= b for a, b, _ in places):
            places.append((start, end, made or element(name, text(wanted))))
    parts = []
    at = 0
    for start, end, made in sorted(places):
        parts += [text(line[at:start]), made]
        at = end
    return "".join(parts) + text(line[at:])
