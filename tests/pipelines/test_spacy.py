"""spaCy: parts of a page over tokens."""

from __future__ import annotations

from importlib import import_module

import pytest
from seed_pages import SEEDS

import newsparse

spacy = pytest.importorskip("spacy")


@pytest.mark.parametrize("seed", [s for s in SEEDS if s.path.suffix == ".txt"], ids=str)
def test_spans_hold_the_characters_of_their_part(seed):
    """Aligned to tokens, so never less than the part."""
    import_module("newsparse.pipelines.spacy")  # makes the component known

    nlp = spacy.blank("xx")
    nlp.add_pipe("newsparse")
    doc = nlp(seed.raw)
    page = newsparse.parse(seed.raw, kind="text")

    assert doc._.newsparse == page
    segments = [s for s in page.segments if s.label != "SPACE"]
    for span, segment in zip(doc.spans["newsparse"], segments, strict=True):
        assert span.label_ == segment.label
        assert span.start_char <= segment.span.start
        # A space behind a token belongs to the token, but not to the span's characters.
        assert not doc.text[span.end_char : segment.span.end].strip()
