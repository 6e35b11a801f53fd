"""Promise: a change that means nothing changes nothing but offsets."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from strategies import WORDING, stories

import newsparse


def texts(page) -> dict:
    """Everything a reader gets, without offsets."""
    return {
        "headline": page.headline and page.headline.text,
        "deck": page.deck and page.deck.text,
        "authors": [person.name for person in page.byline.authors] if page.byline else [],
        "published": page.published and page.published.value,
        "body": [(p.kind, p.text) for p in page.body.paragraphs],
        "quotes": [(q.text, q.speaker and q.speaker.name) for q in page.quotes],
        "credits": [c.text for c in credits_of(page) if c.kind != "copyright"],
        "teasers": [(t.headline, t.text) for t in page.teasers],
        "language": page.language,
    }


def credits_of(page) -> tuple:
    return page.attribution.credits if page.attribution else ()


def labels(page, move=lambda offset: offset) -> list:
    return [(s.label, s.kind, move(s.span.start), move(s.span.end)) for s in page.segments]


@given(stories(), st.sampled_from(["\r\n", "\r"]))
def test_other_line_ends_move_spans_only(story, newline):
    """CRLF or CR for LF: the same segments, each offset later by the characters that came in."""
    plain = story.raw.replace("\r\n", "\n").replace("\r", "\n")
    longer = len(newline) - 1
    before = [0]
    for letter in plain:
        before.append(before[-1] + (letter == "\n"))
    page = newsparse.parse(plain)
    other = newsparse.parse(plain.replace("\n", newline))

    assert texts(other) == texts(page)
    assert labels(other) == labels(page, lambda at: at + longer * before[at])


@given(stories(), st.data())
def test_boilerplate_behind_the_body_leaves_the_story_alone(story, data):
    """A form, a share row or a notice at the end is no reason to read the story otherwise."""
    words = WORDING[story.language]
    tail = data.draw(st.sampled_from(["comments", "share", "subscribe", "copyright"]))
    choice = data.draw(st.sampled_from(words[tail]))
    lines = [choice] if isinstance(choice, str) else choice
    page = newsparse.parse(story.raw)
    other = newsparse.parse(story.raw + "".join(f"\n\n{line}" for line in lines))
    kept = ("headline", "authors", "published", "body", "quotes", "credits")

    assert {key: texts(other)[key] for key in kept} == {key: texts(page)[key] for key in kept}


@given(stories(), st.integers(1, 3))
def test_blank_lines_around_a_page_move_spans_only(story, count):
    """White space before and behind a page is SPACE and nothing more."""
    page = newsparse.parse(story.raw)
    other = newsparse.parse("\n" * count + story.raw + "\n" * count)

    assert texts(other) == texts(page)


@given(stories())
def test_bytes_and_str_give_the_same_page(story):
    """UTF-8 bytes, with and without a byte order mark, read as the str does."""
    page = newsparse.parse(story.raw)

    assert texts(newsparse.parse(story.raw.encode())) == texts(page)
    assert texts(newsparse.parse(b"\xef\xbb\xbf" + story.raw.encode())) == texts(page)
