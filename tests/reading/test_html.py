"""HTML to blocks: nothing visible is lost, everything knows its way back, any markup is read."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsparse.config import Limits
from newsparse.reading.decode import decode
from newsparse.reading.html import read_html
from newsparse.reading.sniff import sniff

SOUP = st.lists(
    st.sampled_from(
        (
            *("<p>", "</p>", "<div class='a b'>", "</div>", "<b>", "</i>", "<br>", "<li>", "<td>"),
            *("<h1>", "</h2>", "<script>", "</script>", "<!--", "-->", '<a href="', '">', "<!x"),
            *("<title>", "</title>", "&amp;", "&#233", "&nope;", "<", ">", "<p", "</", "<?x?>"),
            *("harbour ", "Weir", "\n", "\x00", "<table>", "<pre>", "<template>", "<![CDATA["),
        )
    ),
    max_size=30,
).map("".join)


def texts(raw):
    return [block.text for block in read_html(raw, limits=Limits()).blocks]


@given(SOUP | st.text(max_size=200))
@example("<p>A</p")
@example('<a b="')
def test_runs_ascend_and_lie_in_the_page(raw):
    """Whatever the markup: blocks in order, their pieces inside, none touching another."""
    document = read_html(raw, limits=Limits())
    pieces = [piece for block in document.blocks for piece in block.pieces()]

    assert document.raw == raw
    assert all(one.end <= two.start for one, two in pairwise(pieces))
    assert all(0 <= piece.start < piece.end <= len(raw) for piece in pieces)


@given(st.lists(st.text(st.sampled_from("abcdé “”"), min_size=1, max_size=20), max_size=8))
def test_every_visible_letter_is_in_a_block(words):
    """Paragraphs, list items and inline elements: the letters come out in order."""
    raw = "".join(f"<p>{w}<em>{w}</em></p><ul><li>{w}</li></ul>" for w in words)
    shown = "".join(c for text in texts(raw) for c in text if c.isalpha())

    assert shown == "".join(c for w in words for c in w * 3 if c.isalpha())


@pytest.mark.parametrize(
    ("raw", "wanted"),
    [
        ("<p>one<p>two", ["one", "two"]),
        ("<ul><li>one<li>two</ul>", ["one", "two"]),
        ("<table><tr><td>one<td>two</table>", ["one", "two"]),
        ("<div>one<br><br>two</div>", ["one", "two"]),
        ("<p><span>H</span>arbour</p>", ["Harbour"]),
        ("<p>a &amp; b &#8212; c</p>", ["a & b — c"]),
        ("<p>a\n   b</p>", ["a b"]),
        ("<script>var a = '<p>no</p>';</script><p>yes</p>", ["yes"]),
        ("<!-- <p>no</p> --><p>yes</p>", ["yes"]),
        ("<style>p{}</style><p>yes", ["yes"]),
        ("<p>before<div>inside</div>after", ["before", "inside", "after"]),
        ("text <b>in</b> no element", ["text in no element"]),
    ],
)
def test_blocks_are_those_of_a_browser(raw, wanted):
    """Implied ends, inline elements, references and what is not shown."""
    assert texts(raw) == wanted


def test_headings_lists_and_links_are_known():
    """Level, kind and share of link text."""
    document = read_html(
        '<h2>Title</h2><ul><li>item</li></ul><p><a href="/x">all of it</a></p>', limits=Limits()
    )

    heading, item, link = document.blocks
    assert (heading.kind, heading.level) == ("heading", 2)
    assert (item.kind, item.level) == ("list_item", 1)
    assert link.link_chars == len(link.text)
    assert [(i.kind, i.value) for i in link.inlines] == [("a", "/x")]


def test_a_reference_maps_back_whole():
    """A stretch that touches it covers all of it in the source."""
    raw = "<p>a&amp;b</p>"
    block = read_html(raw, limits=Limits()).blocks[0]

    assert [piece.slice(raw) for piece in block.pieces(1, 2)] == ["&amp;"]


def test_hidden_text_is_read_and_marked():
    """Nothing is lost, and the container says so."""
    block = read_html("<div hidden><p>unseen</p></div>", limits=Limits()).blocks[0]

    assert (block.text, block.container.hidden) == ("unseen", True)


def test_a_limit_says_where_reading_stopped():
    """What lies behind the last block is unread."""
    raw = "<p>one</p><p>two</p><p>three</p>"
    document = read_html(raw, limits=Limits(max_blocks=2))

    assert [block.text for block in document.blocks] == ["one", "two"]
    assert document.cut_at is not None
    assert document.cut_at <= raw.index("three")


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        (b"\xef\xbb\xbfcaf\xc3\xa9", "\ufeffcafé", "utf-8"),
        ("café".encode(), "café", "utf-8"),
        (b"caf\xe9 x", "café x", "windows-1252"),
        (b"<meta charset=iso-8859-2>\xb1 x", "<meta charset=iso-8859-2>ą x", "iso-8859-2"),
        (b"\xff\xfea\x00", None, "utf-16le"),
    ],
)
def test_bytes_are_decoded_as_browsers_do(data, text, encoding):
    """Byte order mark, UTF-8, declaration, windows-1252."""
    found, name = decode(data)

    assert name.lower() == encoding
    assert text is None or found.lstrip("\ufeff") == text.lstrip("\ufeff")


@given(st.binary(max_size=200))
def test_any_bytes_are_decoded(data):
    """Never an exception, always a name."""
    text, name = decode(data)

    assert isinstance(text, str)
    assert name


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        ("<!DOCTYPE html><p>x", "html"),
        ("<html><body>x", "html"),
        ("A story\n\nabout the <b> tag and its friends.", "text"),
        ("From: a@b.example\nSubject: x\nDate: Tue, 14 Jan 2025 07:20:00 +0100\n\nHi", "email"),
        ("", "text"),
    ],
)
def test_kinds_are_told(raw, kind):
    """By the first code points."""
    assert sniff(raw) == kind
