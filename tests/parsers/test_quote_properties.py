"""What is true of quotes in any text, and that they cost no more than its length."""

from __future__ import annotations

import gc
import json
import subprocess
import sys
import time
from functools import cache
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
    "dashes inside": "«A – ruft Ada Roe – ",
    "inches": '“a 6" b 6" ',
    "moods": "er sei „a b“ und ",
    "moody sentences": "Roe sagte, er sei „a b“. ",
    "pronouns": "Ada Roe and “rain,” she said and ",
    "letters that say": "“a b c d e,” heißt es in dem Brief, ",
    "paragraphs that go on": "“Rain,” said Ada Roe.\n\n“Rain again.”\n\n",
    "glued": "gesagt.Als ",
    "objects": "dem den der sagte ",
    "views": "pour Ada ",
    "calling": "der das als „a“ sieht, ",
    "small words": "“a b c d e,” mumlal tiše starý ",
}
SMALL, LARGE = 20_000, 200_000
MOST_GROWTH = 11.5
TRIES = 7
FLOOR = 0.02
"""Seconds below which a small run is timer noise."""


def cost(text, pack):
    """Return the CPU seconds of one run."""
    gc.disable()  # its pauses grow with the objects alive, not with our work
    try:
        start = time.process_time()
        find_quotes(text, pack=pack)
        return time.process_time() - start
    finally:
        gc.enable()


def growth(unit, pack):
    """Return the CPU seconds of a small text and of one ten times as long."""
    small, large = (unit * (size // len(unit)) for size in (SMALL, LARGE))
    find_quotes(unit * 10, pack=pack)
    # Ten small runs against one large: a short run alone finds quiet moments that no long one has.
    pairs = []
    for _ in range(TRIES):
        pair = sum(cost(small, pack) for _ in range(10)) / 10, cost(large, pack)
        pairs.append(pair)
        if pair[1] <= max(pair[0] * MOST_GROWTH, FLOOR):
            break
    return min(pairs, key=lambda pair: pair[1] / pair[0])


@cache
def growths(code):
    """Return ``growth`` of every shape, seen in a process of its own.

    In this one the heap that other tests leave decides how far apart new objects lie.
    """
    done = subprocess.run(
        [sys.executable, __file__, code], capture_output=True, text=True, check=True
    )
    return json.loads(done.stdout)


@pytest.mark.slow
@pytest.mark.parametrize("code", ["en", "de", "fr", "ja"])
@pytest.mark.parametrize("shape", SHAPES)
def test_cost_grows_with_length(shape, code):
    """Ten times the text costs at most 11.5 times the time."""
    small, large = growths(code)[shape]

    assert large <= max(small * MOST_GROWTH, FLOOR), (shape, code, small, large)


if __name__ == "__main__":
    spoken = load_pack(sys.argv[1])
    print(json.dumps({shape: growth(unit, spoken) for shape, unit in SHAPES.items()}))
