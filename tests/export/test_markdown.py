"""Markdown: a CommonMark parser gives back the words of the page and no markup of its own."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from seed_pages import SEEDS
from strategies import inputs
from strategies_pages import built_pages, paragraphs, words

import newsparse
from newsparse.export import to_markdown
from newsparse.export.characters import one_line
from newsparse.export.markdown_inline import at_block_start, inline
from newsparse.model.fields import Body, InlineMarkup, Paragraph
from newsparse.model.label import InlineKind, ParagraphKind
from newsparse.model.page import Page
from newsparse.model.span import Span

PARSER = MarkdownIt("commonmark").enable("table")
PLACE = {"span": Span(0, 1), "pieces": (Span(0, 1),)}


def squeezed(text: str) -> str:
    return " ".join(one_line(text).split())


def shown(markdown: str) -> list[str]:
    """What a reader of the Markdown sees, block by block."""
    found = []
    for token in PARSER.parse(markdown):
        if token.type == "fence":
            found.append(token.content)
        elif token.type == "inline":
            found.append("".join(_text(child) for child in token.children))
        else:
            assert token.type not in ("html_block", "code_block", "hr"), token
    return [text for one in found if (text := squeezed(one))]


def _text(token) -> str:
    assert token.type not in ("html_inline", "image", "hardbreak"), token
    return " " if token.type == "softbreak" else token.content


def page_of(*body: Paragraph, kind: str = "html", url: str | None = None) -> Page:
    plain = newsparse.parse("").to_dict() | {"kind": kind, "url": url}
    page = Page.from_dict(plain)
    page._values["body"] = Body(paragraphs=body)
    return page


def paragraph(text: str, **fields) -> Paragraph:
    return Paragraph(**PLACE, text=text, **fields)


# --- lines ---------------------------------------------------------------------------------------


@given(words())
@example("a!")
@example("1234567890. no list")
@example("x \\")
@example("# a #")
@example("snake_case_word _a_")
@example("\ud800 \0 half")
def test_any_text_is_read_as_that_text(text):
    """No sign of the text becomes markup, none is lost."""
    markdown = at_block_start(inline(text))

    assert shown(markdown) == [squeezed(text)]
    assert not re.search(
        r"<(em|strong|code|a|img|h\d|li|blockquote|hr|pre)\b", PARSER.render(markdown)
    )


@given(paragraphs(4))
@example(
    paragraph(
        "\\\\",
        inlines=(
            InlineMarkup(kind=InlineKind.LINK, start=0, end=1, value="/x"),
            InlineMarkup(kind=InlineKind.CODE, start=0, end=2),
        ),
    )
)
def test_inline_markup_never_changes_the_words(one):
    """Crossing, nested, touching and empty markup alike."""
    markdown = at_block_start(inline(one.text, one.inlines, None))

    assert shown(markdown) == [squeezed(one.text)]


@given(st.lists(st.sampled_from(["old ", "crane", "a", " ", "“", "”", "(", "é", "1"]), min_size=1),
       st.sampled_from([InlineKind.EMPHASIS, InlineKind.STRONG, InlineKind.CODE, InlineKind.LINK]),
       st.data())  # fmt: skip
def test_markup_is_read_as_that_markup_or_left_out(pieces, kind, data):
    """What a parser makes of it is the stretch that was meant, without its outer spaces."""
    text = "".join(pieces)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    markup = InlineMarkup(kind=kind, start=start, end=end, value="/x")
    tag = {"emphasis": "em", "strong": "strong", "code": "code", "link": "a"}[kind]

    rendered = PARSER.render(inline(text, (markup,)))

    found = re.findall(rf"<{tag}\b[^>]*>(.*?)</{tag}>", rendered)
    assert found in ([], [text[start:end].strip()])
    if kind in (InlineKind.CODE, InlineKind.LINK) and text[start:end].strip():
        assert found


@pytest.mark.parametrize(
    ("text", "markup", "want"),
    [
        ("The old crane", [("emphasis", 4, 7, "")], "The *old* crane"),
        ("The old crane", [("strong", 4, 7, ""), ("emphasis", 4, 7, "")], "The ***old*** crane"),
        ("The old crane", [("strong", 0, 13, ""), ("emphasis", 4, 7, "")], "**The old crane**"),
        ("The old crane", [("link", 4, 7, "/x"), ("emphasis", 4, 7, "")], "The [*old*](/x) crane"),
        ("The old crane", [("emphasis", 0, 6, ""), ("link", 4, 13, "/x")], "*The* [old crane](/x)"),
        ("The old crane", [("code", 4, 7, "")], "The `old` crane"),
        ("Wow! Look", [("link", 5, 9, "/x")], "Wow! [Look](/x)"),
        ("Wow!Look", [("link", 4, 8, "/x")], "Wow\\![Look](/x)"),
        ("unbelievable", [("emphasis", 2, 7, "")], "un*belie*vable"),
        ("a“b”c", [("strong", 1, 4, "")], "a“b”c"),
        ("AB", [("strong", 0, 1, ""), ("strong", 1, 2, "")], "**AB**"),
        ("see it", [("link", 4, 6, "javascript:alert(1)")], "see it"),
        ("see it", [("link", 4, 6, "a b(c)")], "see [it](a%20b\\(c\\))"),
        ("see it", [("time", 4, 6, "2024"), ("quotation", 0, 3, "")], "see it"),
    ],
)
def test_inline_markup_in_commonmark(text, markup, want):
    """By hand: nesting, the image trap, what has no form."""
    marks = tuple(
        InlineMarkup(kind=InlineKind(kind), start=start, end=end, value=value)
        for kind, start, end, value in markup
    )

    assert want == inline(text, marks)


def test_relative_links_are_joined_with_the_page():
    """The page's address decides; without one they stay relative."""
    one = paragraph(
        "it", inlines=(InlineMarkup(kind=InlineKind.LINK, start=0, end=2, value="../b"),)
    )

    assert to_markdown(page_of(one, url="https://example.org/a/c/d")) == (
        "[it](https://example.org/a/b)\n"
    )
    assert to_markdown(page_of(one)) == "[it](../b)\n"


# --- blocks --------------------------------------------------------------------------------------


def test_a_list_keeps_depth_and_numbers():
    """A skipped number begins a new list, because a parser counts on from the first."""
    item = ParagraphKind.LIST_ITEM
    page = page_of(
        paragraph("one", kind=item, level=1, number=1),
        paragraph("inner", kind=item, level=2),
        paragraph("two", kind=item, level=1, number=2),
        paragraph("still two", kind=item, level=1, number=2),
        paragraph("four", kind=item, level=1, number=4),
        paragraph("- a sign", kind=item, level=9),
    )

    assert to_markdown(page) == (
        "1. one\n   - inner\n2. two\n\n   still two\n\n4) four\n   - \\- a sign\n"
    )


def test_bullets_of_text_pages_become_markers():
    """Dashes open speech as often as items, so they stay text."""
    item = ParagraphKind.LIST_ITEM
    page = page_of(
        paragraph("• one", kind=item, level=1),
        paragraph("- two", kind=item, level=1),
        paragraph("— No —dijo.", kind=item, level=1),
        paragraph("7. seven", kind=item, level=1),
        paragraph("8) eight", kind=item, level=1),
        kind="text",
    )

    assert to_markdown(page) == "- one\n- two\n\n— No —dijo.\n\n7. seven\n8. eight\n"


def test_cells_become_a_table():
    """Columns in which nothing is written are left out; pipes are escaped."""
    html = (
        "<article><h1>Ships of the harbour in March</h1>"
        "<p>The harbour has published the list of all ships that came in during the month.</p>"
        "<table><tr><th></th><th></th><th>The quay of the ship</th></tr>"
        "<tr><td>The Aurora of Porto</td><td></td><td>North | <b>pier</b> of the harbour</td></tr>"
        "</table></article>"
    )
    markdown = to_markdown(newsparse.parse(html))

    assert (
        "|  | The quay of the ship |\n| --- | --- |\n"
        "| The Aurora of Porto | North \\| **pier** of the harbour |"
    ) in markdown
    assert "<td>North | <strong>pier</strong> of the harbour</td>" in PARSER.render(markdown)


def test_preformatted_text_keeps_its_lines():
    """A fence is longer than any in the text."""
    page = page_of(paragraph("a\n  ```\n*b*", kind=ParagraphKind.PREFORMATTED))

    assert to_markdown(page) == "````\na\n  ```\n*b*\n````\n"


def test_paragraphs_of_one_quotation_stay_together():
    """Subheads never take the place of the headline."""
    page = page_of(
        paragraph("Who", kind=ParagraphKind.SUBHEAD, level=1),
        paragraph("One.", kind=ParagraphKind.BLOCK_QUOTE),
        paragraph("2. Two", kind=ParagraphKind.BLOCK_QUOTE),
        paragraph("End #", kind=ParagraphKind.SUBHEAD, level=3),
    )

    assert to_markdown(page) == "## Who\n\n> One.\n>\n> 2\\. Two\n\n### End \\#\n"


# --- pages ---------------------------------------------------------------------------------------


def expected(page) -> list[str]:
    """The words of the story, in the order in which they are written."""
    heads = [page.headline, page.deck]
    found = [value.text for value in heads if value is not None]
    for story in (page, *page.entries):
        if story is not page and story.headline is not None:
            found.append(story.headline.text)
        found += [_bare(page, one) for one in story.body.paragraphs]
    return [text for one in found if (text := squeezed(one))]


def _bare(page, one) -> str:
    if one.kind is ParagraphKind.LIST_ITEM and page.kind != "html" and not one.inlines:
        return re.sub(r"^(?:[•‣▪◦●○■□*·-]|\d{1,9}[.)])\s+(?=\S)", "", one.text, flags=re.ASCII)
    return one.text


def check_words(page) -> None:
    """Every text of the story is one block of the Markdown, in order."""
    blocks = shown(to_markdown(page))
    at = 0
    for text in expected(page):
        assert text in blocks[at:], (text, blocks)
        at = blocks.index(text, at) + 1


WITHOUT_TABLES = [
    seed
    for seed in SEEDS
    if not any(p.cell is not None for p in newsparse.parse(seed.content).body.paragraphs)
]
"""The cells of a row are one line of Markdown, so words are looked for in other pages."""


@pytest.mark.parametrize("seed", WITHOUT_TABLES, ids=str)
def test_seed_pages_keep_their_words(seed):
    """Pages as they are in the world."""
    check_words(newsparse.parse(seed.content))


@given(inputs())
def test_any_page_has_a_markdown_form(raw):
    """Nothing raises; the text can be encoded and is read as what the page shows."""
    page = newsparse.parse(raw)
    markdown = to_markdown(page)

    assert markdown.encode("utf-8") is not None
    if not any(p.cell is not None for p in page.body.paragraphs):
        check_words(page)


@given(built_pages())
def test_a_page_of_any_values_keeps_its_words(page):
    """All words of the body are seen, whatever they are and however they are nested."""
    markdown = to_markdown(page)

    assert markdown.encode("utf-8") is not None
    assert to_markdown(Page.from_dict(page.to_dict())) == markdown
    seen = "".join("".join(shown(markdown)).split())
    for one in page.body.paragraphs:
        assert "".join(squeezed(_bare(page, one)).split()) in seen


def test_an_empty_page_is_an_empty_text():
    assert to_markdown(newsparse.parse("")) == ""
