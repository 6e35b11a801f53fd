"""Promise: what was written is read. Pages composed from parts, so the truth is known."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from strategies import stories

import newsparse


def squeeze(text: str) -> str:
    return " ".join(text.split())


def day_of(value: dt.date | dt.datetime | None) -> dt.date | None:
    return value.date() if isinstance(value, dt.datetime) else value


@given(stories())
def test_the_language_is_found(story):
    """Eight sentences are enough to tell four languages apart."""
    assert newsparse.parse(story.raw).language == story.language


@given(stories())
def test_the_headline_is_the_first_line(story):
    """Whatever follows."""
    page = newsparse.parse(story.raw)

    assert page.headline is not None
    assert page.headline.text == story.headline


@given(stories())
def test_every_paragraph_is_in_the_body_and_nothing_else(story):
    """Wrapped or not, with dateline and credit cut off, comments and teasers left out."""
    page = newsparse.parse(story.raw)

    found = [squeeze(paragraph.text) for paragraph in page.body.paragraphs]
    assert found == [squeeze(paragraph) for paragraph in story.paragraphs]


@given(stories())
def test_a_byline_that_was_written_is_read(story):
    """Its names and no others; None where none was written."""
    page = newsparse.parse(story.raw)

    found = tuple(person.name for person in page.byline.authors) if page.byline else ()
    assert found == story.authors


@given(stories())
def test_a_date_that_was_written_is_read(story):
    """Its day; None where none was written, even below a copyright line with a year."""
    page = newsparse.parse(story.raw)

    assert day_of(page.published.value if page.published else None) == story.published


@given(stories())
def test_a_dateline_that_was_written_is_read(story):
    """Place and agency; None where none was written."""
    page = newsparse.parse(story.raw)

    found = (page.dateline.place, page.dateline.agency) if page.dateline else (None, None)
    assert found == (story.place, story.agency)


@given(stories())
def test_a_credit_that_was_written_is_read(story):
    """Person and organisation, on a line of its own or behind the last sentence."""
    page = newsparse.parse(story.raw)

    credits_ = page.attribution.credits if page.attribution else ()
    found = [(c.people, c.organisations) for c in credits_ if c.kind != "copyright"]
    wanted = [((story.credit[0],), (story.credit[1],))] if story.credit else []
    assert found == wanted


@given(stories())
def test_a_quote_that_was_written_is_read_with_its_speaker(story):
    """One quote or none."""
    page = newsparse.parse(story.raw)

    direct = [q for q in page.quotes if q.kind == "direct"]
    assert len(direct) == (story.quote is not None)
    if story.quote is not None:
        assert story.quote[0] in direct[0].text
        assert direct[0].speaker is not None
        assert direct[0].speaker.name == story.quote[1]


@given(stories())
def test_labels_stand_where_the_parts_were_written(story):
    """Every part has its label on all of its letters, and boilerplate its kind."""
    page = newsparse.parse(story.raw)

    wrong = []
    for part in story.parts:
        for segment in page.segments:
            start = max(part.start, segment.span.start)
            end = min(part.end, segment.span.end)
            if start >= end or not story.raw[start:end].strip():
                continue
            kind = str(segment.kind or "")
            if segment.label != part.label or (part.kind and kind != part.kind):
                wrong.append((part, segment, story.raw[start:end]))
    assert wrong == []


@given(stories())
def test_teasers_carry_their_headlines(story):
    """Titles of neighbours and of related posts, in reading order."""
    page = newsparse.parse(story.raw)

    assert tuple(teaser.headline for teaser in page.teasers) == story.teasers
