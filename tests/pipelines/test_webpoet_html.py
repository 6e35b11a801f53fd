"""The story as simple HTML: the body's words, well nested, nothing of the page's own markup."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from seed_pages import SEEDS
from strategies_pages import SIZE, paragraphs

import newsparse
from newsparse.export.characters import encodable
from newsparse.model.fields import Body, Paragraph
from newsparse.model.label import ParagraphKind
from newsparse.model.span import Span
from newsparse.pipelines.webpoet_html import body_html

BASE = "https://example.org/a/b"
TAGS = {"article", "p", "ul", "ol", "li", "blockquote", "pre", "table", "tr", "th", "td"}
TAGS |= {"h2", "h3", "h4", "h5", "h6", "a", "em", "strong", "code", "q", "br"}


class Reader(HTMLParser):
    """Text, tags and nesting of a document."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text = ""
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.opened: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag != "br":
            assert tag != "a" or "a" not in self.opened
            self.opened.append(tag)

    def handle_endtag(self, tag):
        assert self.opened.pop() == tag

    def handle_data(self, data):
        self.text += data


def check(body) -> str | None:
    html = body_html(body, BASE)
    if html is None:
        assert not body.paragraphs
        return None
    reader = Reader(html)
    assert not reader.opened
    assert {tag for tag, _ in reader.tags} <= TAGS
    assert {name for _, attributes in reader.tags for name in attributes} <= {
        "href", "start", "value",
    }  # fmt: skip
    words = "".join(encodable(body.text).split())
    assert "".join(reader.text.split()) == words
    return html


@given(st.lists(paragraphs(SIZE), max_size=6))
def test_a_body_of_any_values_keeps_its_words(found):
    check(Body(paragraphs=tuple(found)))


@pytest.mark.parametrize("seed", SEEDS, ids=str)
def test_seed_pages(seed):
    check(newsparse.parse(seed.content).body)


def story(inside: str) -> str:
    """What becomes of some markup in a story, without the first and last paragraph."""
    long = "The old pier was closed on Monday, the harbour master of the town said in a letter."
    page = newsparse.parse(f"<article><h1>Pier closed</h1><p>{long}</p>{inside}<p>{long}</p>")
    blocks = (check(page.body) or "").split("\n\n")
    assert blocks[:2] == ["<article>", f"<p>{long}</p>"]
    assert blocks[-2:] == [f"<p>{long}</p>", "</article>"]
    return "\n\n".join(blocks[2:-2])


CASES = {
    "subhead": "<h3>What follows</h3>\n\n"
    "<p>The <code>&lt;b&gt;</code> on the sign stays where it is.</p>",
    "nested list": "<ul><li>The first plank of it is loose<ul><li>so is its only nail</li></ul>"
    "</li><li>The second plank of it is gone</li></ul>",
    "numbered list": "<ol><li>The first plank of the pier is loose and has been since spring</li>"
    "<li>The second plank of it is gone and nobody has looked for it</li></ol>",
    "block quote": "<blockquote><p>The pier is older than the town, and it shows.</p></blockquote>",
    "table": "<table><tr><th>Plank of the pier</th><th>State it is in</th></tr>"
    "<tr><td>The first one</td><td>loose since last spring</td></tr></table>",
    "crossed by nothing": "<p>It <em>leaks &amp; <strong>sinks</strong></em>, says the report.</p>",
}


@pytest.mark.parametrize("inside", CASES.values(), ids=CASES)
def test_simple_markup_stays_as_it_is(inside):
    assert story(inside.replace("\n\n", "")) == inside


def test_links_are_absolute_and_other_attributes_go():
    found = story(
        '<p class="x" onclick="f()">It leaks, says <a href="../c?d=1&amp;e" target="_blank">a long '
        'report</a> of the harbour office, <a href="javascript:f()">not</a> a short one.</p>'
    )

    assert found == (
        '<p>It leaks, says <a href="https://example.org/c?d=1&amp;e">a long report</a> of the '
        "harbour office, not a short one.</p>"
    )


def test_numbers_are_kept_and_paragraphs_of_one_item_stay_together():
    span = Span(0, 1)
    items = [
        Paragraph(
            text=text,
            span=span,
            pieces=(span,),
            kind=ParagraphKind.LIST_ITEM,
            level=1,
            number=number,
        )
        for text, number in [("c", 3), ("d", 4), ("more", 4), ("f", 6)]
    ]

    assert body_html(Body(paragraphs=tuple(items)), BASE).split("\n\n")[1] == (
        '<ol start="3"><li>c</li><li>d<br>more</li><li value="6">f</li></ol>'
    )
