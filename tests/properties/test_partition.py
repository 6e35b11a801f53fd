"""Promise: segments cover every character of the input exactly once, and values point into it."""

from __future__ import annotations

from itertools import pairwise

import walking
from hypothesis import example, given
from strategies import inputs, stories

import newsparse


def check_partition(page) -> None:
    at = 0
    for segment in page.segments:
        assert segment.span.start == at
        assert segment.span.end > at
        at = segment.span.end
    assert at == len(page.raw)


@given(inputs())
@example("")
@example(" \n\t")
@example("\ud800")
@example("<p>A</p")
@example("<!--")
@example("Bridge<svg><![CDATA[")
@example('<a b="')
@example("\r\n\r\r\n\x0b\x85")
def test_segments_partition_the_raw_text(raw):
    """Joined segments give back the caller's string, whatever the string."""
    page = newsparse.parse(raw)

    assert page.raw == raw
    check_partition(page)
    assert raw == "".join(segment.span.slice(raw) for segment in page.segments)


@given(inputs())
def test_every_kind_gives_a_partition(raw):
    """A page read as what it is not is read badly, but wholly."""
    for kind in ("html", "text", "email"):
        check_partition(newsparse.parse(raw, kind=kind))


@given(inputs())
def test_spans_of_values_lie_on_the_page(raw):
    """No value points outside of the caller's string, and pieces ascend inside their hull."""
    page = newsparse.parse(raw)

    for path, span in walking.spans(page):
        assert 0 <= span.start <= span.end <= len(raw), path
    for path, value in walking.values(page):
        pieces = getattr(value, "pieces", ())
        if pieces:
            assert all(a.end <= b.start for a, b in pairwise(pieces)), path
            assert value.span.start == min(p.start for p in pieces), path
            assert value.span.end == max(p.end for p in pieces), path


@given(stories())
def test_text_of_values_is_what_their_pieces_cover(story):
    """On a text page a role's text is its pieces with white space squeezed, nothing else."""
    page = newsparse.parse(story.raw, kind="text")

    for path, value in walking.values(page):
        text, pieces = getattr(value, "text", None), getattr(value, "pieces", ())
        if text is None or not pieces or path in ("body", "attribution"):
            continue
        if path.startswith("teasers"):
            continue  # a teaser's text is its summary; its pieces hold the headline too
        covered = " ".join(piece.slice(story.raw) for piece in pieces)
        assert "".join(text.split()) == "".join(covered.split()), path


@given(inputs())
def test_at_and_spans_and_boilerplate_agree_with_the_segments(raw):
    """Three ways to ask for segments give the same ones."""
    page = newsparse.parse(raw)

    for segment in page.segments:
        assert page.at(segment.span.start) == segment
        assert page.at(segment.span.end - 1) == segment
        assert segment.span in page.spans(segment.label)
    boilerplate = [s for group in page.boilerplate.values() for s in group]
    assert sorted(boilerplate, key=lambda s: s.span) == [
        s for s in page.segments if s.label == "BOILERPLATE"
    ]


@given(inputs())
def test_only_white_space_is_space(raw):
    """SPACE never hides a letter, and no kind stands on anything but boilerplate."""
    page = newsparse.parse(raw)

    for segment in page.segments:
        if segment.label == "SPACE":
            visible = [c for c in segment.span.slice(raw) if c.isalnum()]
            assert not visible
        assert (segment.kind is not None) == (segment.label == "BOILERPLATE")
        assert 0.0 <= segment.score <= 1.0
