"""HTML to blocks: what breaks a block, what kind it is, and the way back to the source."""

from __future__ import annotations

from unittest.mock import patch

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from strategies_html import pages, shown_markup

from newsparse.config import Limits
from newsparse.reading import html_blocks
from newsparse.reading.html import read_html
from newsparse.reading.html_tokens import tokens

LIMITS = Limits()


def read(raw, **limits):
    return read_html(raw, limits=Limits(**limits)).blocks


def texts(raw):
    return [block.text for block in read(raw)]


BREAKS = [
    ("<p>One<p>Two", ["One", "Two"]),
    ("<p>One</p>two", ["One", "two"]),
    ("One</p>two", ["One", "two"]),
    ("<div>One<div>two</div>three</div>", ["One", "two", "three"]),
    ("<ul><li>One<li>Two</ul>", ["One", "Two"]),
    ("<dl><dt>One<dd>Two<dt>Three</dl>", ["One", "Two", "Three"]),
    ("<table><tr><td>1<td>2<tr><td>3</table>", ["1", "2", "3"]),
    ("<td>1</td><td>2</td>", ["12"]),
    ("<select><option>One<option>Two</select>", ["One", "Two"]),
    ("<h1>One<h2>Two", ["One", "Two"]),
    ("One<br>two<br/>three", ["One two three"]),
    ("One<br><br>two", ["One", "two"]),
    ("One<br> \n<br>two", ["One", "two"]),
    ("One<hr>two", ["One", "two"]),
    ("f<b>er</b>r<i>y</i>", ["ferry"]),
    ("<span>One</span> <span>two</span>", ["One two"]),
    ("One<img src=x>two", ["Onetwo"]),
    ("One<wbr>two", ["Onetwo"]),
    ("One<!-- x -->two", ["Onetwo"]),
    ("One<script>x<p></script>two", ["Onetwo"]),
    ("<style>p{}</style>One<textarea>x</textarea>", ["One"]),
    ("<title>One</title>two", ["two"]),
    ("a < b", ["a < b"]),
    ("<div<p>One", ["One"]),
    ("<p>One</div>two", ["Onetwo"]),
    ("<b>One<p>two</b>three", ["One", "twothree"]),
    ("<plaintext>One<p>two", ["One<p>two"]),
    ("<xmp>a &amp; <b></xmp>", ["a &amp; <b>"]),
    ("<svg><title>x</title><desc>y</desc><text>One</text></svg>", ["One"]),
    ("<svg><title>One<p>two", ["One", "two"]),
    ("<button>One</button>two", ["One", "two"]),
    ("One<button></button>two", ["Onetwo"]),
    ("<p>One <button>two</button> three", ["One", "two", "three"]),
    ("<form><div>One</form>two</div>three", ["One", "two", "three"]),
]


@pytest.mark.parametrize(("raw", "expected"), BREAKS, ids=[raw for raw, _ in BREAKS])
def test_blocks_begin_and_end_where_a_browser_breaks(raw, expected):
    """Void elements, implied ends, scopes, inline markup, raw text."""
    assert texts(raw) == expected


SPACES = [
    ("<p> One \n  two\t</p>", "One two"),
    ("<p>One\ntwo", "One two"),
    ("<p>One <b> two</b>", "One two"),
    ("<p>&nbsp;One&nbsp;two&nbsp;", "One\xa0two"),
    ("<p>Caf&eacute; &amp; bar &lt;1&#62;", "Café & bar <1>"),
    ("<p>a\0b", "ab"),
    ("<p>soft\u00adhyphen", "soft\u00adhyphen"),
    ("<pre>\n  a\r\n b\n\n</pre>", "  a\n b"),
    ("<pre>a<br>b</pre>", "a\nb"),
]


@pytest.mark.parametrize(("raw", "expected"), SPACES, ids=[raw for raw, _ in SPACES])
def test_white_space_and_references_read_as_on_screen(raw, expected):
    """White space is squeezed, except in ``pre``; references are resolved."""
    assert texts(raw) == [expected]


KINDS = [
    ("<h3>x", "heading", 3, "h3"),
    ("<h1><div>x", "heading", 1, "div"),
    ("<ul><li>x", "list_item", 1, "li"),
    ("<ul><li>a<ol><li>x", "list_item", 2, "li"),
    ("<li><p>x", "list_item", 0, "p"),
    ("<blockquote><p>x", "quote", 0, "p"),
    ("<pre>x", "pre", 0, "pre"),
    ("<table><td>x", "cell", 0, "td"),
    ("<table><td><p>x", "text", 0, "p"),
    ("<figure><figcaption>x", "caption", 0, "figcaption"),
    ("<figure><figcaption><p>x", "caption", 0, "p"),
    ("<button>x</button>", "control", 0, ""),
    ("<label>x</label>", "control", 0, ""),
    ("<select><option>x", "control", 0, "option"),
    ("<li><article><p>x", "text", 0, "p"),
    ("<div>x", "text", 0, "div"),
    ("x", "text", 0, ""),
]


@pytest.mark.parametrize(
    ("raw", "kind", "level", "tag"), KINDS, ids=[raw for raw, *_ in KINDS]
)  # fmt: skip
def test_a_block_knows_what_it_is(raw, kind, level, tag):
    """The innermost element that says something decides; sections begin anew."""
    block = read(raw)[-1]

    assert (block.kind, block.level, block.tag) == (kind, level, tag)


def test_containers_are_shared_and_know_their_words():
    """Two paragraphs of one element have one container; the page is above all."""
    first, second = read('<div id="mainStory" class="article-body x_1" role=Main><p>a<p>b</div>')

    assert first.container is second.container
    assert first.container.tag == "div"
    assert first.container.tokens == ("article", "body", "x", "main", "story")
    assert first.container.marks == ("main",)
    assert first.container.depth == 1
    assert first.container.parent.tag == ""


def test_a_paragraphs_own_words_are_on_the_block():
    """Class words of the paragraph and of inline elements in it."""
    (block,) = read('<p class="lead">By <a class="author-name" rel="author" href="/a">Ada</a>')

    assert block.tokens == ("lead", "author", "name")
    assert block.marks == ("author",)


def test_links_and_emphasis_are_stretches_of_the_text():
    """Half-open stretches of the text view, with the link's address resolved."""
    (block,) = read('<p>See <a href="/a?b&amp;c">the <b>ferry</b></a> now.')

    assert [tuple(one) for one in block.inlines] == [
        (4, 13, "a", "/a?b&c"),
        (8, 13, "strong", ""),
    ]
    assert block.link_chars == 9


def test_a_link_around_blocks_counts_in_each():
    """The link goes on in the next block."""
    first, second = read('<a href="/a"><h3>One</h3><p>Two</p></a>')

    assert (first.link_chars, second.link_chars) == (3, 3)
    assert second.inlines[0].value == "/a"


def test_seams_are_where_two_elements_meet_without_a_space():
    """ "Ada Example" and "3 March" are set apart by a style sheet only."""
    (block,) = read("<div><span>Ada Example</span><time datetime=2024-03-03>3 March</time></div>")

    assert block.text == "Ada Example3 March"
    assert block.seams == (11,)
    assert block.inlines[0][2:] == ("time", "2024-03-03")


HIDDEN = [
    "<div hidden>x</div>",
    '<p style="display: none">x</p>',
    "<template><p>x</template>",
    "<noscript>x</noscript>",
    "<span hidden>x</span>",
    "<div hidden><div><p>x</div></div>",
    "<x-card style='DISPLAY:NONE'>x</x-card>",
]


@pytest.mark.parametrize("raw", HIDDEN)
def test_hidden_words_are_blocks_in_a_hidden_container(raw):
    """Nothing is lost, and what follows is visible again."""
    hidden, seen = read(f"{raw}<p>y")

    assert (hidden.text, hidden.container.hidden) == ("x", True)
    assert (seen.text, seen.container.hidden) == ("y", False)


def test_hidden_words_inside_a_sentence_are_left_out_of_it():
    """The paragraph stays whole."""
    assert texts("<p>One <span hidden>two </span>three") == ["One three"]


@pytest.mark.parametrize(
    "raw",
    [
        '<body style="display:none">x',
        '<div aria-hidden="true">x',
        '<template shadowrootmode="open">x</template>',
    ],
)
def test_what_a_script_or_a_shadow_root_shows_is_not_hidden(raw):
    """``aria-hidden`` is a mark only; a hidden body is shown by a script sooner or later."""
    (block,) = read(raw)

    assert not block.container.hidden


def test_reading_stops_at_the_limit_of_blocks():
    """The document says from where on nothing was read."""
    document = read_html("<p>One<p>Two<p>Three", limits=Limits(max_blocks=2))

    assert [block.text for block in document.blocks] == ["One", "Two"]
    assert document.cut_at == 12


def test_reading_stops_at_the_limit_of_characters():
    """No block reaches beyond it."""
    document = read_html("<p>One<p>Two", limits=Limits(max_chars=11))

    assert [block.text for block in document.blocks] == ["One", "Tw"]
    assert document.cut_at == 11


def test_a_limit_inside_a_tag_counts_from_its_beginning():
    """Half a tag is no text."""
    document = read_html("<p>One<p class=x>Two", limits=Limits(max_chars=10))

    assert [block.text for block in document.blocks] == ["One"]
    assert document.cut_at == 6


@given(pages())
@example("<p>&nbsp; a")
@example("<p>a&amp;")
@example("x<span hidden>y<p>z")
@example("<button>a<div>b")
def test_runs_ascend_inside_the_page_and_cover_the_view(raw):
    """Every run begins where the last ended or later; the first begins at 0."""
    at = 0
    for block in read(raw):
        assert block.text.strip()
        assert block.runs[0].text_start == 0
        starts = [run.text_start for run in block.runs]
        assert starts == sorted(set(starts))
        assert starts[-1] < len(block.text)
        for run in block.runs:
            assert at <= run.raw_start <= run.raw_end <= len(raw)
            at = run.raw_end


@given(pages())
def test_runs_of_equal_length_map_letter_for_letter(raw):
    """Each letter of the view stands at its place in the source, where no reference is resolved."""
    for block in read(raw):
        for at, (start, low, high) in enumerate(block.runs):
            end = block.runs[at + 1].text_start if at + 1 < len(block.runs) else len(block.text)
            if end - start == high - low:
                shown = block.text[start:end]
                assert all(a == b or (a in " \n" and b in " \t\n\r\f") for a, b in zip(
                    shown, raw[low:high], strict=True
                ))  # fmt: skip


@given(shown_markup())
@example("<p>a</p>b")
@example("x<b>y<i>")
def test_every_letter_between_the_tags_is_in_a_block(raw):
    """The blocks' letters are those of the text tokens, in the same order."""
    letters = "".join(t.data for t in tokens(raw) if t.kind == "text")

    shown = "".join(block.text for block in read(raw))

    assert [c for c in letters if c.isalpha()] == [c for c in shown if c.isalpha()]


@given(pages())
def test_the_same_page_gives_the_same_blocks(raw):
    """Nothing is remembered from one page to the next that could change a result."""
    first = [(b.text, b.runs, b.kind, b.tokens, b.inlines) for b in read(raw)]
    read("<div class='a'><p>Other <a href=/b>page</a></div>")

    assert first == [(b.text, b.runs, b.kind, b.tokens, b.inlines) for b in read(raw)]


@given(pages(), st.integers(1, 30))
def test_where_the_page_is_cut_makes_no_difference(raw, window):
    """The walk takes long pages in windows; any size of them gives the same blocks."""
    whole = [(b.text, b.runs, b.kind, b.inlines) for b in read(raw)]

    with patch.object(html_blocks, "WINDOW", window):
        assert whole == [(b.text, b.runs, b.kind, b.inlines) for b in read(raw)]
