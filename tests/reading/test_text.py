"""Plain text to blocks: nothing is lost, wrapped lines are one paragraph, lines stay lines."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsparse.config import Limits
from newsparse.model.span import Span
from newsparse.reading.lines import line_spans
from newsparse.reading.text import read_text

LIMITS = Limits()
WRAPPED = (
    "The old weir at Lower Pell will be taken down in spring,\n"
    "the river board said on Monday, because salmon cannot pass\n"
    "it and the mill it fed has stood still since 1931.\n"
    "\n"
    "A footbridge is to take its place. Anglers asked for steps\n"
    "on both banks and were promised one set of them, on the\n"
    "side that floods.\n"
)


def texts(raw, **limits):
    return [block.text for block in read_text(raw, limits=Limits(**limits)).blocks]


def test_wrapped_lines_become_one_paragraph():
    """Two paragraphs over six lines; a line end with its indent becomes one space."""
    blocks = read_text(WRAPPED, limits=LIMITS).blocks

    assert [block.lines for block in blocks] == [3, 3]
    assert blocks[0].text.startswith("The old weir at Lower Pell will be taken down in spring, the")


def test_wrapped_lines_are_found_with_any_line_end():
    """CRLF, CR and the Unicode separators wrap too."""
    for end in ("\r\n", "\r", "\u2028", "\x85"):
        assert texts(WRAPPED.replace("\n", end)) == texts(WRAPPED)


def test_lines_of_a_dump_stay_apart():
    """Lines of different lengths without blank lines between are blocks of their own."""
    raw = "Home\nNews\nTower bell gets new rope\nBy Frank Udall\nThe bell rang.\nTags: Bells"

    assert texts(raw) == raw.split("\n")


def test_a_poem_is_not_one_paragraph():
    """Short lines that end where they end are not wrapped."""
    raw = "The rope is new,\nthe bell is old,\nthe ringers few,\nthe evening cold."

    assert len(texts(raw)) == 4


@pytest.mark.parametrize("sign", ["- ", "* ", "• ", "1. ", "2) "])
def test_list_items_are_told(sign):
    """The sign stays in the text: nothing may be lost."""
    blocks = read_text(f"{sign}Bring a lamp\n", limits=LIMITS).blocks

    assert [(b.kind, b.text) for b in blocks] == [("list_item", f"{sign}Bring a lamp")]


def test_a_number_is_no_list_sign():
    """A sentence that begins with a figure is text."""
    assert [b.kind for b in read_text("1931 was the year.", limits=LIMITS).blocks] == ["text"]


def test_a_rule_between_stories_is_a_separator():
    """A line of signs parts stories."""
    assert [b.kind for b in read_text("A\n\n-----\n\nB", limits=LIMITS).blocks] == [
        "text",
        "separator",
        "text",
    ]


def test_invisible_lines_are_blank():
    """Zero-width characters show nothing, so they make no block."""
    assert texts("A story\n\u200b\ufeff\n\x00\nits text") == ["A story", "its text"]


def test_a_limit_of_blocks_says_where_it_cut():
    """What lies behind the last block is unread."""
    document = read_text("one\n\ntwo\n\nthree", limits=Limits(max_blocks=2))

    assert [b.text for b in document.blocks] == ["one", "two"]
    assert document.cut_at == 8


def test_a_limit_of_characters_says_where_it_cut():
    """Blocks end before the limit."""
    document = read_text("one two three", limits=Limits(max_chars=7))

    assert (document.cut_at, [b.text for b in document.blocks]) == (7, ["one two"])


@given(st.text())
@example("\r\n\r\n")
@example("a\r\nb")
def test_lines_and_line_ends_are_the_whole_text(text):
    """Lines are ascending and what lies between them is a line end."""
    at = 0
    for start, end in line_spans(text):
        assert text[at:start] in (
            "",
            "\n",
            "\r",
            "\r\n",
            "\x0b",
            "\x0c",
            "\x85",
            "\u2028",
            "\u2029",
        )
        at = end

    assert at == len(text)


@given(st.text(st.sampled_from("ab .-\n\r\t\u200b\x00\u2028"), max_size=200) | st.text())
def test_every_visible_character_is_in_one_block(text):
    """Runs ascend, never overlap, lie inside, and leave only invisible characters out."""
    covered = []
    for block in read_text(text, limits=LIMITS).blocks:
        assert block.text
        covered += list(block.pieces())

    assert all(one.end <= two.start for one, two in itertools.pairwise(covered))
    held = {i for piece in covered for i in range(piece.start, piece.end)}
    left = "".join(c for i, c in enumerate(text) if i not in held)
    assert not left.translate(dict.fromkeys(map(ord, "\u200b\ufeff\u2060\x00\xad"))).strip()


@given(st.integers(0, 60), st.integers(0, 60))
def test_a_stretch_of_a_wrapped_block_maps_to_the_source(one, two):
    """Outside the joints the view and its source are the same characters."""
    block = read_text(WRAPPED, limits=LIMITS).blocks[0]
    start, end = sorted((one, two))

    source = "".join(piece.slice(WRAPPED) for piece in block.pieces(start, end))
    assert source.replace("\n", " ") == block.text[start:end]


def test_an_empty_stretch_maps_to_nothing():
    """There is no empty span."""
    block = read_text("story", limits=LIMITS).blocks[0]

    assert block.pieces(2, 2) == ()
    assert block.pieces(1, 3) == (Span(1, 3),)
