"""HTML view: the whole source, every label by name, reachable without a mouse, nothing loaded."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import example, given
from seed_pages import SEEDS
from selectolax.lexbor import LexborHTMLParser
from strategies import inputs
from strategies_pages import built_pages

import newsparse
from newsparse.export import to_html_view
from newsparse.export.characters import encodable
from newsparse.export.html_view_style import STYLE
from newsparse.model.label import Label
from newsparse.model.page import Page

TAGS = {
    "html", "head", "meta", "title", "style", "body", "a", "main", "h1", "div", "span", "b",
    "small", "aside", "h2", "ul", "li", "dl", "dt", "dd",
}  # fmt: skip


class View(HTMLParser):
    """Reads a view: the text of the source without hints, tags with attributes, ids, links."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.source: list[str] = []
        self.tags: list[tuple[str, dict[str, str]]] = []
        self._path: list[dict[str, str]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag != "meta":
            self._path.append(dict(attrs))

    def handle_endtag(self, tag):  # noqa: ARG002  # the view's own tags are well nested
        self._path.pop()

    def handle_data(self, data):
        classes = [attributes.get("class") for attributes in self._path]
        if "source" in classes and "tip" not in classes:
            self.source.append(data)

    def with_class(self, name: str) -> list[dict[str, str]]:
        return [a for _, a in self.tags if name in a.get("class", "").split()]


def check(page) -> View:
    html = to_html_view(page)
    view = View(html)
    assert "".join(view.source) == encodable(page.raw)
    assert {tag for tag, _ in view.tags} <= TAGS
    assert html.encode("utf-8")
    ids = [a["id"] for _, a in view.tags if "id" in a]
    assert len(ids) == len(set(ids))
    for tag, attributes in view.tags:
        assert not {name for name in attributes if name.startswith("on")} | {"src"} & set(
            attributes
        )
        if tag == "a":
            assert attributes["href"][:1] == "#"
            assert attributes["href"][1:] in ids
        if "aria-describedby" in attributes:
            assert attributes["aria-describedby"] in ids
    return view


@pytest.mark.parametrize("seed", SEEDS, ids=str)
def test_seed_pages(seed):
    """Every label of the page is named, in words, at a place that the keyboard reaches."""
    page = newsparse.parse(seed.content)
    view = check(page)
    shown = view.with_class("s")

    named = {a["data-label"].split()[0] for a in shown}
    assert named == {s.label.value for s in page.segments} - {"MARKUP", "SPACE"}
    assert all(a["tabindex"] == "0" and a["aria-label"] == a["data-label"] for a in shown)


@given(inputs())
@example("</span></div><script>alert(1)</script>")
@example("\r\nA\rB\n\x00\ud800")
def test_any_input(raw):
    check(newsparse.parse(raw))


@given(built_pages())
def test_a_page_of_any_values(page):
    check(page)
    assert to_html_view(page) == to_html_view(Page.from_dict(page.to_dict()))


@pytest.mark.parametrize("seed", SEEDS, ids=str)
def test_a_browsers_parser_sees_the_same_source(seed):
    """Line ends included."""
    page = newsparse.parse(seed.content)
    tree = LexborHTMLParser(to_html_view(page))
    for tip in tree.css(".tip"):
        tip.decompose()

    assert tree.css_first(".source").text(deep=True) == page.raw


@pytest.mark.parametrize("seed", SEEDS, ids=str)
def test_a_notebook_gets_the_view_in_a_frame(seed):
    """Whole, as its source document, without the right to run anything."""
    page = newsparse.parse(seed.content)
    frame = LexborHTMLParser(page._repr_html_()).css_first("iframe").attributes

    assert frame["srcdoc"].replace('<base href="about:srcdoc">', "") == to_html_view(page)
    assert frame["sandbox"] is None
    assert "src" not in frame


def test_nothing_is_loaded():
    """No script, no address outside the document, and a policy that forbids both."""
    html = to_html_view(newsparse.parse('<script src="https://example.org/x.js"></script><p>A'))

    assert "default-src 'none'" in html
    assert not re.search(r"<(script|link|img|iframe|object|embed)\b|@import|url\(", html)


def test_reasons_are_shown_on_hover_and_focus():
    """As page.explain gives them; a loaded page has place and score alone."""
    page = newsparse.parse(SEEDS[0].content)
    body = next(s for s in page.segments if s.label is Label.BODY)
    reason = page.explain(body).evidence[0]
    loaded = to_html_view(Page.from_json(page.to_json()))

    assert f"{reason.points:+.2f}" in to_html_view(page)
    assert 'class="r"' in to_html_view(page)
    assert 'class="r"' not in loaded
    assert f"{body.span.start} to " in loaded
    assert re.search(r"\.s:focus > \.tip[^}]*display: block", STYLE)
    assert re.search(r"\.s:hover > \.tip[^}]*display: block", STYLE)


def test_the_panel_leads_to_the_place_of_a_value():
    """By links inside the document."""
    page = newsparse.parse(next(s for s in SEEDS if s.name == "observatory-en").content)
    html = to_html_view(page)
    panel = html[html.index("<aside") :]
    target = re.search(r"<dt>Author</dt><dd><a href=\"#(s\d+)\">Marit Solheim-Reyes</a>", panel)

    assert target
    assert f'id="{target[1]}" tabindex="0" role="group" data-label="BYLINE"' in html
    assert re.search(r'<a href="#q1">[^<]+</a> – Gareth Munroe', panel)


# --- colours -------------------------------------------------------------------------------------


def luminance(hue: float, saturation: float, lightness: float) -> float:
    """Relative luminance of an HSL colour (WCAG 2.2)."""
    chroma = (1 - abs(2 * lightness - 1)) * saturation
    channels = []
    for shift in (0, 8, 4):
        k = (shift + hue / 30) % 12
        channels.append(lightness - chroma / 2 * max(-1, min(k - 3, 9 - k, 1)))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: float, other: float) -> float:
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)


def grey(code: str) -> float:
    value = int(code[1:3], 16) / 255
    return ((value + 0.055) / 1.055) ** 2.4


@pytest.mark.parametrize("mode", [0, 1], ids=["light", "dark"])
def test_text_stands_out_from_every_colour(mode):
    """7:1 for text on every tint (AAA), 4.5:1 for names on their marks (AA)."""
    ink, paper = (re.findall(rf"--{name}: (#\w+)", STYLE)[mode] for name in ("ink", "paper"))
    tint, mark = (int(re.findall(rf"--{n}: (\d+)%", STYLE)[mode]) for n in ("tint", "mark-light"))
    for hue in map(int, re.findall(r"--back: hsl\((\d+) ", STYLE)):
        assert contrast(grey(ink), luminance(hue, 0.7, tint / 100)) >= 7
        assert contrast(grey(paper), luminance(hue, 0.55, mark / 100)) >= 4.5
