"""The pages of the shared corpus: the same words as a real HTML5 parser, word by word.

Where they differ, and why (seen in train and valid): declarative shadow roots, which we show;
words in a table but in no cell, which a browser puts before it; a hidden link that is never closed,
which a browser opens again in the next blocks; a button inside a label, which we do not cut out;
zero width signs between the elements of a drawing.
"""

from __future__ import annotations

import json
import lzma

import pytest
from browser_words import words_of_lexbor, words_of_ours

MIN_SHARE = 0.99
EVERY = 250
"""Of the corpus' pages the quick test takes one in so many (all take half an hour)."""
EVERY_SLOW = 50
"""And the slow test."""


def differing(shared, every):
    """Return how many pages were compared and which of them differ."""
    pytest.importorskip("selectolax")
    compared, different = 0, []
    number = 0
    for path in sorted((shared / "corpus" / "html").glob("*.jsonl.xz")):
        with lzma.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                number += 1
                if number % every:
                    continue
                record = json.loads(line)
                compared += 1
                if words_of_ours(record["html"]) != words_of_lexbor(record["html"]):
                    different.append(record["id"])
    return compared, different


def test_visible_words_are_those_of_a_browser(shared):
    """A sample, always the same."""
    compared, different = differing(shared, EVERY)

    assert compared > 5
    assert len(different) <= (1 - MIN_SHARE) * compared, different


@pytest.mark.slow
def test_visible_words_are_those_of_a_browser_in_a_larger_sample(shared):
    """Another sample, five times as large."""
    compared, different = differing(shared, EVERY_SLOW)

    assert compared > 50
    assert len(different) <= (1 - MIN_SHARE) * compared, different
