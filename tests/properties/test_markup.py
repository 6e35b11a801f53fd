"""Promise: one model for text and HTML. The same story, marked up, gives the same values."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import as_html, stories

import newsparse


def squeeze(text: str) -> str:
    return " ".join(text.split())


@given(stories())
def test_a_marked_up_story_is_read_as_it_was_written(story):
    """Headline, names, day and paragraphs, whatever stands behind the article."""
    page = newsparse.parse(as_html(story))
    published = page.published and page.published.value
    names = tuple(person.name for person in page.byline.authors) if page.byline else ()

    assert page.kind == "html"
    assert page.headline.text == story.headline
    assert names == story.authors
    assert (published and published.isoformat()[:10]) == (
        story.published and story.published.isoformat()
    )
    assert [squeeze(p.text) for p in page.body.paragraphs] == list(map(squeeze, story.paragraphs))


INVISIBLE = (
    "<!-- a comment -->",
    "<script>var a = '<p>no text</p>';</script>",
    "<style>p { color: red }</style>",
    "<template><p>Not shown.</p></template>",
    "\n\n\t ",
)


@given(stories(), st.sampled_from(INVISIBLE), st.sampled_from(["<p", "<h1", "</article>", "<div"]))
def test_what_is_not_shown_changes_nothing(story, extra, place):
    """A comment, script or white space between elements moves spans only."""
    plain = as_html(story)
    page, other = newsparse.parse(plain), newsparse.parse(plain.replace(place, extra + place))

    assert other.body.text == page.body.text
    assert other.headline.text == page.headline.text
    assert [q.text for q in other.quotes] == [q.text for q in page.quotes]


@given(stories(), st.sampled_from(["div", "section", "td"]))
def test_one_more_element_around_the_page_changes_nothing(story, tag):
    """Depth alone says nothing."""
    plain = as_html(story)
    deeper = plain.replace("<body>", f"<body><{tag}>").replace("</body>", f"</{tag}></body>")

    assert newsparse.parse(deeper).body.text == newsparse.parse(plain).body.text


@pytest.mark.parametrize("tag", ["em", "b", "span", "a href='/x'"])
def test_inline_markup_parts_the_pieces_and_not_the_text(tag):
    """One paragraph, three pieces."""
    name = tag.split()[0]
    raw = (
        "<h1>Owl stops town hall clock</h1>"
        f"<p>An owl has moved into the <{tag}>clock of the town</{name}> hall at Wendmoor, the "
        "caretaker said on Tuesday, and it does not mean to leave before the summer.</p>"
        "<p>The council will wait until the young have flown before it mends the clock.</p>"
    )
    paragraph = newsparse.parse(raw).body.paragraphs[0]

    assert paragraph.text.startswith("An owl has moved into the clock of the town hall at Wendmoor")
    assert len(paragraph.pieces) == 3
    assert [piece.slice(raw) for piece in paragraph.pieces][1] == "clock of the town"
