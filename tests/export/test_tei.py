"""TEI: documents that the schema of TEI P5 takes, with the words of the page in them."""

from __future__ import annotations

import re
from functools import cache

import pytest
from export_standards import DATE, FOLDER, THERE, needs_standards
from hypothesis import example, given
from lxml import etree
from seed_pages import SEEDS
from strategies import inputs
from strategies_pages import built_pages, words

import newsparse
from newsparse.export import to_tei
from newsparse.export.xml_text import attributes, element, text
from newsparse.model.label import ParagraphKind
from newsparse.model.page import Page

INLINE = {"said", "q", "persName", "orgName", "placeName", "date", "ref"}
FLOW = {"p", "list", "quote", "table", "ab", "div", "figure", "note"}
CHILDREN = {
    "TEI": {"teiHeader", "text"},
    "teiHeader": {"fileDesc", "encodingDesc", "profileDesc", "revisionDesc"},
    "fileDesc": {"titleStmt", "publicationStmt", "sourceDesc"},
    "titleStmt": {"title", "author", "respStmt"},
    "respStmt": {"resp", "persName", "orgName"},
    "author": {"persName"},
    "publicationStmt": {"publisher", "date", "availability", "p"},
    "availability": {"p"},
    "sourceDesc": {"bibl"},
    "bibl": {"title", "ptr"},
    "encodingDesc": {"appInfo"},
    "appInfo": {"application"},
    "application": {"label"},
    "profileDesc": {"langUsage", "particDesc"},
    "langUsage": {"language"},
    "particDesc": {"listPerson"},
    "listPerson": {"person"},
    "person": {"persName", "occupation", "affiliation"},
    "revisionDesc": {"change"},
    "text": {"body"},
    "body": {"div"},
    "div": FLOW | {"head", "byline", "dateline", "docDate", "trailer"},
    "list": {"item"},
    "item": {"list", "said", "q"},
    "quote": {"p"},
    "table": {"row"},
    "row": {"cell"},
    "cell": {"p", "said", "q"},
    "figure": {"head", "p"},
    **dict.fromkeys(["p", "ab", "head", "byline", "dateline"], INLINE),
}
"""Our own check: what may stand in what."""
TOP = {"head", "byline", "dateline", "docDate"}
END = {"trailer", "byline", "dateline", "note", "figure"}


def name(node) -> str:
    return etree.QName(node).localname


def parsed(page) -> etree._Element:
    tree = etree.fromstring(to_tei(page).encode("utf-8"))
    assert etree.QName(tree).namespace == "http://www.tei-c.org/ns/1.0"
    return tree


def check(tree) -> None:
    for node in tree.iter():
        assert {name(child) for child in node} <= CHILDREN.get(name(node), set()), name(node)
        assert DATE.fullmatch(node.get("when", "2024"))
        if name(node) == "div":
            check_order([name(child) for child in node])
    ids = [node.get("{http://www.w3.org/XML/1998/namespace}id") for node in tree.iter()]
    known = [one for one in ids if one is not None]
    assert len(known) == len(set(known))
    for node in tree.iter():
        for key in ("who", "next", "prev"):
            assert node.get(key, "#")[1:] in {"", *known}


def check_order(names: list[str]) -> None:
    """Tops first; behind an inner div only divs and what may close."""
    body = [at for at, one in enumerate(names) if one in FLOW - {"note", "figure"}]
    first = body[0] if body else len(names)
    assert all(one not in ("head", "docDate") for one in names[first:])
    if "div" in names:
        assert set(names[names.index("div") :]) <= END | {"div"}


@cache
def schema() -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(str(FOLDER / "tei" / "tei_news-4.12.0.rng")))


@pytest.mark.parametrize("seed", SEEDS, ids=str)
def test_seed_pages(seed):
    """Every paragraph is there, whole."""
    page = newsparse.parse(seed.content, url="https://example.org/ü")
    tree = parsed(page)

    check(tree)
    seen = " ".join("".join(tree.itertext()).split())
    for paragraph in page.body.paragraphs:
        assert paragraph.text in seen


@needs_standards
@pytest.mark.parametrize("seed", SEEDS, ids=str)
def test_the_schema_takes_seed_pages(seed):
    schema().assertValid(parsed(newsparse.parse(seed.content, url="https://example.org/a?b=1&c")))


@given(built_pages())
def test_a_page_of_any_values(page):
    tree = parsed(page)

    check(tree)
    assert to_tei(page) == to_tei(Page.from_dict(page.to_dict()))
    if THERE:
        schema().assertValid(tree)


@needs_standards
@given(inputs())
def test_the_schema_takes_any_input(raw):
    schema().assertValid(parsed(newsparse.parse(raw)))


@needs_standards
def test_the_schema_refuses_what_is_wrong():
    """Guards the tests above."""
    wrong = to_tei(newsparse.parse("A story.")).replace("<div", '<div who="x"', 1)

    assert not schema().validate(etree.fromstring(wrong.encode()))


@given(words())
@example("\x00\x1b\ufffe\ud800]]>&<\r\n\t\x85\"'")
def test_any_text_is_well_formed(value):
    """Forbidden characters are exchanged, all others come back."""
    tree = etree.fromstring(element("p", text(value), n=value))
    allowed = re.sub("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "\ufffd", value)

    assert tree.text == allowed
    assert tree.get("n") == allowed


def test_attributes_that_are_not_known_are_left_out():
    assert attributes(xml__id="a", next_="#b", prev=None) == ' xml:id="a" next="#b"'


# --- by hand -------------------------------------------------------------------------------------


def build(**roles) -> Page:
    return Page.from_dict(newsparse.parse("The story. " * 30).to_dict() | roles)


def paragraph(text: str, kind: ParagraphKind, start: int, **fields) -> dict:
    span = [start, start + 10]
    return {"text": text, "span": span, "pieces": [span], "kind": kind.value, **fields}


def article(page) -> str:
    return to_tei(page).split('<div type="article">')[1].split('<note type="completeness">')[0]


def test_subheads_open_divisions_by_level():
    """A deeper one inside, one of the same level behind."""
    sub, plain = ParagraphKind.SUBHEAD, ParagraphKind.TEXT
    body = {
        "paragraphs": [
            paragraph("One", sub, 0, level=2),
            paragraph("Deep", sub, 11, level=3),
            paragraph("a", plain, 22),
            paragraph("Two", sub, 33, level=2),
        ]
    }

    assert article(build(body=body, headline=None)).split("\n") == [
        "", '<div type="section">', "<head>One</head>", '<div type="section">', "<head>Deep</head>",
        "<p>a</p>", "</div>", "</div>", '<div type="section">', "<head>Two</head>", "</div>", "",
    ]  # fmt: skip


def test_lists_nest():
    item = ParagraphKind.LIST_ITEM
    body = {
        "paragraphs": [
            paragraph("one", item, 0, level=1, number=1),
            paragraph("inner", item, 11, level=2),
            paragraph("two", item, 22, level=1, number=2),
        ]
    }

    assert article(build(body=body, headline=None)).strip() == (
        '<list rend="numbered"><item n="1">one'
        '<list rend="bulleted"><item>inner</item></list></item>'
        '<item n="2">two</item></list>'
    )


def test_a_byline_stands_where_it_stood():
    """At the top, behind the story, or as a block among its paragraphs."""
    plain = ParagraphKind.TEXT
    body = {"paragraphs": [paragraph("a", plain, 20), paragraph("b", plain, 60)]}
    wanted = {
        0: "<byline>By A</byline>\n<p>",
        40: 'a</p>\n<ab type="byline">By A</ab>',
        90: "</note>\n<byline>By A</byline>\n</div>",
    }
    for start, want in wanted.items():
        byline = {"text": "By A", "span": [start, start + 4], "pieces": []}

        assert want in to_tei(build(body=body, byline=byline, headline=None))


def test_a_quote_over_two_paragraphs_is_chained():
    """Markup inside a run does not cut it; a speaker without a name is nobody in the list."""
    page = newsparse.parse(
        "<article><h1>The pier is closed for the winter</h1><p>The pier of the town was closed.</p>"
        "<p>“The <em>old</em> pier &amp; its crane rest now,” said Ada Example, the master, "
        "“and they will rest until the spring of the year.”</p></article>"
    )

    assert (
        '<said who="#person-1" direct="true" aloud="true" xml:id="quote-1.1" next="#quote-1.2">'
        "“The old pier &amp; its crane rest now,”</said> said Ada Example, the master, "
        '<said who="#person-1" direct="true" aloud="true" xml:id="quote-1.2" prev="#quote-1.1">'
        "“and they will rest until the spring of the year.”</said></p>"
    ) in to_tei(page)
    assert '<person xml:id="person-1"><persName>Ada Example</persName>' in to_tei(page)


def test_names_in_byline_and_dateline_are_marked():
    byline = {
        "text": "By Ada Example, AP", "span": [0, 4], "pieces": [],
        "authors": [{"name": "Ada Example"}], "agency": "AP",
    }  # fmt: skip
    dateline = {
        "text": "PORTO (AP)",
        "span": [5, 9],
        "pieces": [],
        "place": "PORTO",
        "agency": "AP",
    }
    shown = to_tei(build(byline=byline, dateline=dateline))

    assert "By <persName>Ada Example</persName>, <orgName>AP</orgName>" in shown
    assert "<placeName>PORTO</placeName> (<orgName>AP</orgName>)" in shown


@needs_standards
def test_credits_without_a_story_are_valid():
    """A trailer may not follow heads and notes directly."""
    credit = {"text": "Editing by A", "span": [0, 5], "pieces": [], "kind": "editing"}
    page = build(body={"paragraphs": []}, attribution={"credits": [credit]})

    schema().assertValid(parsed(page))


def test_an_empty_page_is_a_document():
    check(parsed(newsparse.parse("")))
