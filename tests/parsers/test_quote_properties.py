"""What is true of quotes in any text, and that they cost no more than its length."""

from __future__ import annotations

import gc
import time
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import newsparse
from newsparse.languages.load import available_codes, load_pack
from newsparse.model.label import QuoteKind
from newsparse.parsers.quotes import explain_quote, explain_quotes, find_quotes

CODES = available_codes()
MARKS = "\"“”„«»‘’'「」『』‹›"
WORDS = st.sampled_from(
    [
        "said", "sagte", "dijo", "a déclaré", "сказала", "rzekł", "that", "dass", "according to",
        "laut", "Ada", "Roe", "Ada Roe", "the", "baker", "he", "she", "who", "so-called", "and",
        "Dr.", "U.S.", "5'10\"", "rock ’n’ roll", "l’Ada", "dit-elle", "说", "は", "と述べた",
        "라고", "Q:", "ADA:", "—", "–", "...", "(", ")", ",", ".", ":", "!", "?", "\n", "\n\n",
        "\u00a0", "…", ", ", ". ",
    ]
)  # fmt: skip
PIECES = st.one_of(st.sampled_from(list(MARKS)), WORDS, st.text(max_size=6))
TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(PIECES, max_size=60).map(" ".join),
    st.lists(PIECES, max_size=60).map("".join),
)


@given(text=TEXTS, code=st.sampled_from(CODES))
@example(text="“" * 5, code="en")
@example(text="— \n— ,", code="fr")
@example(text="「」と述べた", code="ja")
@example(text="A:B\nA:C\nB:D", code="en")
def test_quotes_stand_in_the_text(text, code):
    """Nothing raises; pieces ascend and are slices; quotes are in order of their start."""
    quotes = find_quotes(text, pack=load_pack(code))

    for quote in quotes:
        pieces = [(p.start, p.end) for p in quote.pieces]
        assert pieces
        assert all(0 <= start < end <= len(text) for start, end in pieces)
        assert all(one[1] <= two[0] for one, two in pairwise(pieces))
        assert quote.text == " ".join(text[start:end] for start, end in pieces)
        assert (quote.span.start, quote.span.end) == (pieces[0][0], pieces[-1][1])
        assert 0 < quote.score < 1
        if quote.speaker is not None:
            span = quote.speaker.span
            assert quote.speaker.mention == text[span.start : span.end] != ""
            assert 0 < quote.speaker.score < 1
        if quote.cue_span is not None:
            assert quote.cue == text[quote.cue_span.start : quote.cue_span.end]
    assert list(quotes) == sorted(quotes, key=lambda q: q.span.start)


@given(text=TEXTS, code=st.sampled_from(CODES))
def test_quotes_share_no_words_unless_nested_in_reports(text, code):
    """A direct quote may stand inside an indirect one; two of a kind never overlap."""
    quotes = find_quotes(text, pack=load_pack(code))
    marked = [p for q in quotes if q.kind is not QuoteKind.INDIRECT for p in q.pieces]
    marked.sort()

    assert all(a.end <= b.start for a, b in pairwise(marked))


@given(text=TEXTS, code=st.sampled_from(CODES))
def test_a_text_is_read_the_same_again_and_explained(text, code):
    pack = load_pack(code)
    quotes = find_quotes(text, pack=pack)

    assert quotes == find_quotes(text, pack=pack)
    reasons = explain_quotes(text, pack=pack)
    assert len(reasons) == len(quotes)
    for quote, evidence in zip(quotes, reasons, strict=True):
        assert evidence == explain_quote(text, quote, pack=pack) != ()


@given(text=TEXTS)
def test_plain_text_finds_its_own_language(text):
    newsparse.find_quotes(text)


SHAPES = {
    "marks": '"',
    "opening marks": "“",
    "marks apart": '" ',
    "alternating": "“” ",
    "apostrophes": "it's ",
    "single marks": "‘a ",
    "short quotes": "„a“ ",
    "named quotes": "“Rain,” said Ada Roe. ",
    "paragraphs": "“Rain.”\n\n",
    "one name": "Roe said. ",
    "names": "Ada Roe and ",
    "cues": "said ",
    "that": "said that ",
    "commas": ", ",
    "according": "according to ",
    "brackets": "(Roe ",
    "dashes": "— a — ",
    "turns": "Q: a\n\nA: b\n\n",
    "letters": "a",
    "no quotes": "The river rose and the bridge held. ",
    "report": "She said that the roof, according to Roe, leaked and he said, ",
    "sourced": "nach Angaben der ",
    "pull quotes": "“The same words again”\n\n",
    "incises": "«A, dit Ada Roe, ",
}
SMALL, LARGE = 20_000, 200_000
MOST_GROWTH = 11.5
FLOOR = 0.02
"""Seconds below which a small run is timer noise."""


@pytest.mark.parametrize("code", ["en", "de", "fr", "ja"])
@pytest.mark.parametrize("shape", SHAPES)
def test_cost_grows_with_length(shape, code):
    """Ten times the text costs at most 11.5 times the time, best of a few runs."""
    pack = load_pack(code)
    unit = SHAPES[shape]
    find_quotes(unit * 10, pack=pack)

    def cost(size, runs):
        text = unit * (size // len(unit))
        best = float("inf")
        gc.disable()  # its pauses grow with the objects alive, not with our work
        try:
            for _ in range(runs):
                start = time.process_time()
                find_quotes(text, pack=pack)
                best = min(best, time.process_time() - start)
        finally:
            gc.enable()
        return best

    small = max(cost(SMALL, 3), FLOOR / 10)
    large = cost(LARGE, 1)
    if large > small * MOST_GROWTH and large > FLOOR:
        # Once more, ten small texts against one large: the best of short runs alone finds a quiet
        # moment that no run ten times as long can have.
        pairs = [(sum(cost(SMALL, 1) for _ in range(10)) / 10, cost(LARGE, 1)) for _ in range(7)]
        small, large = min(pairs, key=lambda pair: pair[1] / pair[0])
    assert large <= max(small * MOST_GROWTH, FLOOR), (shape, code, small, large)
