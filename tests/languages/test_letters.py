"""Runs of letters: the quick way gives what the pattern gives."""

from __future__ import annotations

import re

from hypothesis import example, given
from hypothesis import strategies as st

from newsparse.languages.letters import letter_runs

RUNS = re.compile(r"[^\W\d_]+")


@given(st.text() | st.text(alphabet=st.characters(max_codepoint=127)))
@example("\x1c_a1b\x0b\0c\x7f")
def test_letter_runs_are_what_the_pattern_finds(text):
    """On any text, ASCII or not."""
    assert letter_runs(text) == RUNS.findall(text)
