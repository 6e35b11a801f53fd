"""Quotes of a page: its body only, block quotes by their markup, reasons on request."""

from __future__ import annotations

import math

import pytest

import newsparse
from newsparse.errors import InputError

FILL = (
    "<p>The council of Orlan met on Monday evening, and forty people came to listen, most of them "
    "from the two streets behind the mill. The old bridge has been closed since a barge ran into "
    "its middle pier in March.</p>"
)


def page_of(*blocks, after=""):
    body = "".join((FILL, *blocks, FILL.replace("Monday", "Tuesday")))
    return newsparse.parse(
        "<html><head><title>Orlan bridge stays closed</title></head><body><article>"
        f"<h1>Orlan bridge stays closed</h1>{body}</article>{after}</body></html>"
    )


def said(page):
    return [(q.text, q.speaker.name if q.speaker else None) for q in page.quotes]


def test_a_block_behind_a_colon_is_one_quote_over_its_paragraphs():
    page = page_of(
        "<p>Mayor Ada Roe read out a letter:</p>",
        "<blockquote><p>The pier cannot bear another winter.</p>"
        "<p>We will pay for a new one.</p></blockquote>",
    )

    assert said(page) == [
        ("The pier cannot bear another winter. We will pay for a new one.", "Ada Roe")
    ]
    assert len(page.quotes[0].pieces) == 2


@pytest.mark.parametrize(
    "block",
    [
        "<blockquote>The pier will outlive us all. <cite>— Ada Roe, mayor</cite></blockquote>",
        "<blockquote>“The pier will outlive us all.” — Ada Roe</blockquote>",
    ],
    ids=["inside", "with marks"],
)
def test_a_signature_says_whose_block_it_is(block):
    (quote,) = page_of(block).quotes

    assert quote.text.strip("“”") == "The pier will outlive us all."
    assert quote.speaker.name == "Ada Roe"


@pytest.mark.parametrize("who", ["Ada Roe", "The water board"])
def test_a_verb_of_saying_leads_a_block_in(who):
    page = page_of(
        f"<p>{who} wrote in May.</p>",
        "<blockquote><p>I have seen “nine mayors” come and go.</p></blockquote>",
    )
    (quote,) = page.quotes

    assert quote.text == "I have seen “nine mayors” come and go."
    assert quote.speaker.mention == who


def test_a_block_that_nobody_says_is_no_quote():
    page = page_of("<blockquote><p>This story has been shortened for print.</p></blockquote>")

    assert page.quotes == ()


def test_spans_count_in_the_source():
    page = page_of("<p>“It is&nbsp;<b>very</b> old,” said Ada Roe, the mayor.</p>")
    (quote,) = page.quotes

    assert quote.text == "“It is very old,”"
    assert page.raw[quote.span.start : quote.span.end].startswith("“It is&nbsp;<b>very")
    assert quote.speaker.span.slice(page.raw) == "Ada Roe"


def test_comments_hold_no_quotes():
    page = page_of(
        after=(
            '<section id="comments" class="comments"><h2>Comments</h2><div class="comment">'
            "<p>“Close it for good,” said my uncle Ben Sample.</p></div></section>"
        )
    )

    assert page.quotes == ()


def test_a_quote_is_explained():
    page = page_of(
        "<p>“Nobody fishes here,” said Ada Roe.</p>", "<p>“I do,” said Ben Sample, a baker.</p>"
    )
    first, second = page.quotes

    for quote in (first, second):
        reasons = page.explain(quote)
        assert reasons.label == "direct"
        assert reasons.score == quote.score
        assert any(r.name.startswith("rule: ") and r.why for r in reasons.evidence)
        assert any(r.name.startswith("speaker: ") for r in reasons.evidence)


@pytest.mark.parametrize(
    "said",
    [
        "“Nobody fishes here,” said Ada Roe.",
        "Ada Roe said that the pier was “a sieve” in winter.",
        "According to Ada Roe, the pier closed in May.",
        "Ada Roe sat down. “Nobody has fished here since the war ended.”",
        "“Nobody fishes here, said Ada Roe.",
    ],
)
def test_the_reasons_add_up_to_the_scores(said):
    page = page_of(f"<p>{said}</p>")
    (quote,) = page.quotes
    told, spoken = [], []
    for reason in page.explain(quote).evidence:
        (spoken if reason.name.startswith("speaker:") else told).append(reason.points)

    assert quote.score == pytest.approx(1 / (1 + math.exp(-sum(told))), abs=0.001)
    assert quote.speaker.score == pytest.approx(1 / (1 + math.exp(-sum(spoken))), abs=0.001)


def test_a_quote_of_another_page_is_refused():
    (quote,) = page_of("<p>“Nobody fishes here,” said Ada Roe.</p>").quotes

    with pytest.raises(InputError):
        page_of().explain(quote)
