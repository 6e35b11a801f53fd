"""What a page is like as a whole: a story, a thread, a list, an offer."""

from __future__ import annotations

import pytest
from hypothesis import given
from strategies_html import pages

import newsparse
from newsparse.config import Limits
from newsparse.labelling import scoring
from newsparse.labelling.features import genre
from newsparse.languages.load import merged_pack
from newsparse.reading.html import read_html

MENU_WORDS = "Harbour|Council|Schools|Ferries|Weather|Tides|Sport|Letters|Jobs|Archive"
MENU = "".join(f'<li><a href="/{word}">{word}</a></li>' for word in MENU_WORDS.split("|"))
FOOT_WORDS = "Contact|Privacy|Imprint|Terms|Help|Careers|Press|Feedback"
LINKS = "".join(f'<p><a href="/{word}">{word}</a></p>' for word in FOOT_WORDS.split("|"))
FOOT = f"<footer>{LINKS}<p>© 2026 Skerrow Lantern</p></footer>"
SENTENCES = (
    "The harbour office opened its doors at six, an hour before the first boat was due.",
    "Nobody had told the fishermen, who were still mending nets, that the crane had been sold.",
    "It was built in 1931, repaired twice, and never once inspected, as its keeper admits.",
    "The buyer, a museum, will show it with the engine that drove it, and with the bell.",
    "For the island that means a quieter quay, and for the smith the end of a long contract.",
    "A vote is planned for spring, when those who winter on the mainland have come back.",
)


def page(head, main):
    """A whole page around a main part: menu above, notices below."""
    return (
        f"<html><head>{head}</head><body><nav><ul>{MENU}</ul></nav>{main}{FOOT}"
        "<div class='cookie'><p>We use cookies.</p><button>Accept</button></div></body></html>"
    )


def story():
    """A news story of eighteen paragraphs."""
    paragraphs = "".join(
        f"<p>{SENTENCES[i % 6]} {SENTENCES[(i * 5 + 1) % 6]}</p>" for i in range(18)
    )
    return page(
        '<meta property="og:type" content="article">'
        '<link rel="canonical" href="https://lantern.example/2026/03/crane-leaves-the-harbour">'
        '<meta property="article:published_time" content="2026-03-04T06:00:00Z">',
        "<main><article><h1>The crane leaves the harbour after ninety-five years</h1>"
        f'<p class="byline">By Una Brekke</p>{paragraphs}</article></main>',
    )


def thread():
    """A forum's thread of sixteen short posts."""
    posts = "".join(
        f'<div class="post topic-reply"><div class="poster"><a href="/u/{n}">keeper{n}</a></div>'
        f"<time>3 March 2026, {n + 6}:15</time>"
        f'<div class="postbody"><p>{SENTENCES[n % 6]}</p></div>'
        "<button>Reply</button> <button>Quote</button></div>"
        for n in range(16)
    )
    return page(
        '<link rel="canonical" href="https://boats.example/forum/viewtopic.php?t=731">',
        f'<div class="forum thread"><h1>Has anybody seen the old crane?</h1>{posts}</div>',
    )


def goods():
    """A shop's list of twenty-four goods."""
    cards = "".join(
        f'<li class="product-card"><a href="/p/{n}"><h3>Brass cleat no. {n}</h3></a>'
        f'<span class="price">${n + 4}.50</span>'
        '<button class="add-to-cart">Add to cart</button></li>'
        for n in range(24)
    )
    return page(
        '<meta property="og:type" content="product.group">'
        '<link rel="canonical" href="https://chandler.example/collections/cleats">',
        f'<main><h1>Cleats</h1><ul class="product-grid">{cards}</ul></main>',
    )


@pytest.mark.parametrize(
    ("html", "kinds"),
    [
        (story(), {"whole"}),
        (thread(), {"not_article"}),
        (goods(), {"teasers", "not_article"}),
    ],
    ids=["story", "thread", "goods"],
)
def test_completeness_tells_articles_from_other_pages(html, kinds):
    """A story is one; a thread or a list of goods is none, whatever sentences it holds."""
    found = newsparse.parse(html).completeness

    assert str(found.kind) in kinds
    assert found.score >= 0.5


def test_every_post_of_a_thread_is_in_its_body():
    """What others answered is what a forum's page is about."""
    body = newsparse.parse(thread()).body

    assert body is not None
    assert all(sentence in body.text for sentence in SENTENCES)


def test_a_heading_over_comments_ends_no_thread():
    """Under a story it would: there the answers are none of it."""
    first = f"<p>{' '.join(SENTENCES)}</p><h2>Comments</h2>"
    html = thread().replace("the old crane?</h1>", f"the old crane?</h1>{first}")
    body = newsparse.parse(html).body

    assert body is not None
    assert all(body.text.count(sentence) > 1 for sentence in SENTENCES)


def test_a_page_of_a_few_blocks_is_not_judged():
    """Nothing was learnt about pages cut out or written by hand."""
    html = "<h1>Cleats</h1><p>Brass cleats are made in Skerrow.</p><p>They cost $4.50.</p>"
    document = read_html(html, limits=Limits())
    scores = scoring.score_document(
        document, merged_pack(("en",)), newsparse.Parser()._labeller.weights
    )

    assert scores.genres == {}
    assert not scores.other_genre


@given(pages())
def test_bucket_numbers_lie_inside_their_tables(html):
    """For any markup, and any first guess."""
    document = read_html(html, limits=Limits())
    facts = scoring.measure(document, merged_pack(("en",)))
    for guess in (0.0, 0.3, 1.0):
        row = genre.page_row(document, facts, [guess] * len(facts))

        assert len(row) == len(genre.FEATURES)
        for number, (name, size) in zip(row, genre.FEATURES, strict=True):
            assert 0 <= number < size, name
