"""Web Annotation: selectors that find the very text they quote."""

from __future__ import annotations

import re

import pytest
from export_standards import URI, check_only_known, needs_standards, nodes, read
from hypothesis import given
from seed_pages import SEEDS
from strategies import inputs
from strategies_pages import built_pages

import newsparse
from newsparse.errors import ExportError
from newsparse.export import to_web_annotation
from newsparse.export.characters import encodable
from newsparse.export.text_view import TextView, text_view
from newsparse.export.web_annotation import AROUND
from newsparse.model.page import Page
from newsparse.model.span import Span

MAY = {
    "AnnotationCollection": {"@context", "id", "type", "total", "first"},
    "AnnotationPage": {"id", "type", "partOf", "startIndex", "items"},
    "Annotation": {"id", "type", "motivation", "body", "target"},
    "TextualBody": {"type", "purpose", "format", "value", "newsparse:span", "newsparse:score"},
    "TextPositionSelector": {"type", "start", "end"},
    "TextQuoteSelector": {"type", "exact", "prefix", "suffix"},
    None: {"source", "selector"},
}
"""Our own check: which keys a node may have."""


def items(document) -> list:
    return document.get("first", {}).get("items", [])


def targets(document) -> list:
    listed = [
        a["target"] if isinstance(a["target"], list) else [a["target"]] for a in items(document)
    ]
    return [target for group in listed for target in group]


def check(page, document) -> None:
    check_only_known(document)
    shape = {key: value for key, value in document.items() if key != "@context"}
    for node in nodes(shape):
        assert set(node) <= MAY[node.get("type")], node
    names = [node["id"] for node in nodes(shape) if "id" in node]
    assert len(names) == len(set(names))
    assert all(URI.fullmatch(name) for name in names)
    assert document["total"] == len(items(document))
    text = encodable(text_view(page))
    for target in targets(document):
        assert URI.fullmatch(target["source"])
        check_selectors(text, *target["selector"])


def check_selectors(text: str, position, quote=None) -> None:
    start, end = position["start"], position["end"]
    assert 0 <= start <= end <= len(text)
    if quote is None:
        assert start == end
        return
    prefix, suffix = quote.get("prefix", ""), quote.get("suffix", "")
    assert quote["exact"] == text[start:end]
    assert text[:start].endswith(prefix)
    assert text[end:].startswith(suffix)
    assert len(prefix) <= AROUND >= len(suffix)


@pytest.mark.parametrize("seed", SEEDS, ids=str)
def test_seed_pages(seed):
    page = newsparse.parse(seed.content, url="https://example.org/a#b")
    document = to_web_annotation(page)

    check(page, document)
    # Nearly all of a page is text of some label, so the text is long enough to mean something.
    assert len(items(document)) > 5


@given(built_pages())
def test_a_page_of_any_values(page):
    document = to_web_annotation(page)

    check(page, document)
    assert document == to_web_annotation(Page.from_dict(page.to_dict()))


@given(inputs())
def test_any_input(raw):
    page = newsparse.parse(raw)
    check(page, to_web_annotation(page))


@needs_standards
@given(built_pages())
def test_every_term_is_in_the_context_of_the_model(page):
    """Keys and types are those of the W3C context, or ours."""
    known = set(read("web_annotation/anno.jsonld")["@context"]) | {"@context"}
    for node in nodes({**to_web_annotation(page), "@context": None}):
        assert {key for key in node if not key.startswith("newsparse:")} <= known
        assert node.get("type", "Annotation") in known
        assert node.get("motivation", "classifying") in known
        assert node.get("purpose", "classifying") in known


@pytest.mark.parametrize("kind", ["text", "html"])
def test_every_visible_segment_is_annotated_once(kind):
    """In order, with label and place in the source."""
    seed = next(s for s in SEEDS if s.path.suffix == (".txt" if kind == "text" else ".html"))
    page = newsparse.parse(seed.content)
    found = [a for a in items(to_web_annotation(page)) if "#segment" in a["id"]]
    labels = [s for s in page.segments if s.label not in ("MARKUP", "SPACE")]

    at = 0
    for annotation in found:
        body = annotation["body"][0]
        start, end = body["newsparse:span"]
        inside = [s for s in labels if start <= s.span.start and s.span.end <= end]
        assert inside[0] is labels[at]
        assert {s.label.value for s in inside} == {body["value"].partition("/")[0]}
        at += len(inside)
    assert at == len(labels)


def test_a_quote_names_who_spoke_and_leaves_out_the_cue():
    """Two runs around the cue are two targets; markup inside a run makes none."""
    page = newsparse.parse(
        "<article><h1>The pier is closed for the winter</h1><p>The pier of the town was closed.</p>"
        "<p>“The <em>old</em> pier &amp; its crane rest now,” said Ada Example, the master, "
        "“and they will rest until the spring of the year.”</p></article>"
    )
    quotes = [a for a in items(to_web_annotation(page)) if "#quote" in a["id"]]

    assert [body["value"] for body in quotes[0]["body"]] == ["QUOTE/direct", "Ada Example"]
    assert [target["selector"][1]["exact"] for target in quotes[0]["target"]] == [
        "“The old pier & its crane rest now,”",
        "“and they will rest until the spring of the year.”",
    ]


# --- the text view -------------------------------------------------------------------------------


def test_the_view_of_html_is_what_is_seen():
    """References resolved, white space squeezed, blocks apart, inline markup gone."""
    page = newsparse.parse(
        "<p>A&amp;B <b>c</b>d\n  e&hellip;</p><!-- x --><p>F<br>g</p>", kind="html"
    )

    assert text_view(page).split("\n") == ["A&B cd e…", "F", "g"]


def test_the_view_of_text_is_the_text():
    raw = "A  line\r\n\r\nand & another."

    assert text_view(newsparse.parse(raw)) == raw


@pytest.mark.parametrize("seed", SEEDS, ids=str)
def test_role_values_are_found_in_the_view(seed):
    """A span of the source leads to the words that the value has."""
    page = newsparse.parse(seed.content)
    view = TextView(page)
    for paragraph in page.body.paragraphs:
        span = view.span_of(paragraph.span)

        assert span.slice(view.text).split() == paragraph.text.split()


@given(inputs())
def test_spans_of_the_source_lead_into_the_view_in_order(raw):
    page = newsparse.parse(raw)
    view = TextView(page)
    places = [view.span_of(Span(at, at)).start for at in range(len(raw) + 1)]

    assert places == sorted(places)
    assert places[-1] <= len(view.text)


def test_no_cluster_is_cut_around_a_selection():
    """A family of four, and a letter with marks, stand at the border of the window."""
    family = "\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466"
    for fill in range(20, 40):
        raw = f"{family}{'x' * fill}\n\nBy Ada Example\n\n{'y' * fill}{family}"
        for target in targets(to_web_annotation(newsparse.parse(raw, kind="text"))):
            quote = target["selector"][1]
            for part in (quote.get("prefix", ""), quote.get("suffix", "")):
                people = re.findall("[\U0001f466-\U0001f469]", part)
                assert len(people) in (0, 4)


def test_an_empty_page_is_an_empty_collection():
    document = to_web_annotation(newsparse.parse(""))

    assert document["total"] == 0
    assert "first" not in document


def test_wrong_use_is_refused():
    with pytest.raises(ExportError, match=r"to_web_annotation\(\) takes an absolute URI, got 'x'"):
        to_web_annotation(newsparse.parse(""), uri="x")
