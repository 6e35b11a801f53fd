"""Inline markup, list numbers and table cells of a body's paragraphs."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from strategies import inputs

import newsparse
from newsparse.model.label import ParagraphKind

FRAME = (
    "<html lang=en><body><article><h1>Harbour reopens after the storm</h1>"
    "<p>The harbour of Porto opened again on Monday, a day earlier than planned by its owners.</p>"
    "{}"
    "<p>Three ships lay at the northern quay in the evening, and a fourth waited outside.</p>"
    "</article></body></html>"
)


def paragraphs(inner: str) -> list:
    found = newsparse.parse(FRAME.format(inner)).body.paragraphs
    assert len(found) > 2, "the frame's own two are there, and more"
    return list(found[1:-1])


def marked(paragraph) -> list[tuple[str, str, str]]:
    return [(i.kind.value, paragraph.text[i.start : i.end], i.value) for i in paragraph.inlines]


@pytest.mark.parametrize(
    ("inner", "want"),
    [
        ("The <em>old</em> crane", [("emphasis", "old", "")]),
        ("The <b>old <i>crane</i></b>", [("strong", "old crane", ""), ("emphasis", "crane", "")]),
        ("The<i> old </i>crane", [("emphasis", "old", "")]),
        ("The&nbsp;&nbsp;\n <a href='/x?a=1&amp;b=2'>old\n crane</a>",
         [("link", "old crane", "/x?a=1&b=2")]),
        ("The <i>&nbsp;</i> crane <code>x</code>", [("code", "x", "")]),
        ("The <q>old</q> one of <time datetime=2024-03-05>Tuesday</time>",
         [("quotation", "old", ""), ("time", "Tuesday", "2024-03-05")]),
    ],
)  # fmt: skip
def test_inline_markup_counts_in_the_squeezed_text(inner, want):
    """White space outside the words belongs to no markup."""
    (one,) = paragraphs(f"<p>{inner} stood still while the wind blew over the long pier.</p>")

    assert marked(one) == want


def test_markup_before_a_dateline_is_cut_with_it():
    """Offsets count from where the paragraph begins, not from where its block does."""
    page = newsparse.parse(
        FRAME.format("").replace(
            "<p>The harbour", "<p><b>PORTO (AP)</b> &mdash; The <i>harbour</i>"
        )
    )

    assert page.dateline is not None
    assert marked(page.body.paragraphs[0]) == [("emphasis", "harbour", "")]


def test_items_of_a_numbered_list_have_numbers():
    """Two paragraphs of one item share it; items of a list without numbers have none."""
    found = paragraphs(
        "<ol><li>The first ship carries sugar from the south for the mills."
        "<ul><li>It is loaded at night, when the tide is at its highest.</li></ul></li>"
        "<li><p>The second ship carries nothing but sand for the beach.</p>"
        "<p>It has carried sand for the beach since the great flood.</p></li></ol>"
    )

    assert [(p.kind, p.level, p.number) for p in found] == [
        (ParagraphKind.LIST_ITEM, 1, 1),
        (ParagraphKind.LIST_ITEM, 2, None),
        (ParagraphKind.LIST_ITEM, 1, 2),
        (ParagraphKind.LIST_ITEM, 1, 2),
    ]


def test_cells_know_row_and_column():
    """An empty cell counts as a column, and so does one at the corner."""
    found = paragraphs(
        "<table><tr><th></th><th>The ships of the harbour</th><th>The hour of the day</th></tr>"
        "<tr><td>The northern quay</td><td></td><td>At nine in the morning</td></tr></table>"
    )
    cells = [(p.cell.row, p.cell.column, p.cell.header) for p in found if p.cell is not None]

    assert cells == [(0, 1, True), (0, 2, True), (1, 0, False), (1, 2, False)]


@given(inputs())
def test_inline_markup_lies_inside_its_paragraph(raw):
    """Stretches are not empty, have no outer spaces and are the words of the paragraph."""
    for paragraph in newsparse.parse(raw).body.paragraphs:
        for inline in paragraph.inlines:
            assert 0 <= inline.start < inline.end <= len(paragraph.text)
            words = paragraph.text[inline.start : inline.end]
            assert words == words.strip()
        starts = [inline.start for inline in paragraph.inlines]
        assert starts == sorted(starts)
        assert (paragraph.cell is None) or paragraph.kind is ParagraphKind.TABLE
        assert (paragraph.number is None) or re.search(r"(?i)<ol", raw)
