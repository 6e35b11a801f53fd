"""Point tables add up and explain themselves; weights files are checked before use."""

from __future__ import annotations

import gzip
import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsparse
from newsparse.labelling.features.genre import QUESTIONS
from newsparse.labelling.points import PointTable, probability
from newsparse.labelling.scoring import STAGES
from newsparse.labelling.weights import FORMAT, load_weights, shipped_weights

TABLE = PointTable(
    0.5, [[0.0, 1.0], [0.0, -2.0, 4.0]], [(0, 1, 3, [0.0, 0.0, 0.25, 0.0, 8.0, 0.0])]
)


def packed(**changes):
    plain = {"format": FORMAT, "name": "t", "features": {}, "numbers": {}, "tables": {}} | changes
    return gzip.compress(json.dumps(plain).encode())


def test_a_score_is_base_and_singles_and_pairs():
    """0.5 + 1 - 2 + 8: one look-up a table."""
    assert TABLE.score([1, 1]) == pytest.approx(7.5)


def test_reasons_come_largest_first_and_add_up():
    """What is shown is what was added."""
    reasons = TABLE.reasons([1, 1])

    assert [points for _, points in reasons] == [8.0, -2.0, 1.0]
    assert sum(p for _, p in reasons) + TABLE.base == pytest.approx(TABLE.score([1, 1]))


@given(st.floats(allow_nan=False, allow_infinity=True))
def test_a_probability_lies_between_nothing_and_certainty(log_odds):
    """Whatever the points: no overflow, and more points never mean less."""
    assert 0.0 <= probability(log_odds) <= 1.0
    assert probability(log_odds) <= probability(math.nextafter(log_odds, math.inf))


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"no gzip", "is no gzip file"),
        (gzip.compress(b"{"), "holds no JSON"),
        (gzip.compress(b"[]"), "format is 'list'"),
        (packed(format="other"), "format is 'other'"),
        (packed(tables={"q": {"base": 0, "singles": [[0.0]], "pairs": [[0, 0, [1, 2]]]}}), "pair"),
        (packed(tables={"q": {}}), "is broken"),
    ],
)
def test_a_foreign_weights_file_says_what_is_wrong(data, words):
    """The file's name and the reason stand in the message."""
    with pytest.raises(newsparse.WeightsError, match=r"mine\.gz") as caught:
        load_weights(data, "mine.gz")

    assert words in str(caught.value)


def test_weights_for_other_features_are_refused(tmp_path):
    """A file of another version would give nonsense, so it gives an error."""
    path = tmp_path / "old.json.gz"
    path.write_bytes(packed(name="old", features={"text.first": ["something else"]}))

    with pytest.raises(
        newsparse.WeightsError, match=r"old: made for other features .*'something else'"
    ):
        newsparse.Parser(newsparse.ParseConfig(weights=path))


def test_a_missing_weights_file_says_so(tmp_path):
    """A path that leads nowhere is named."""
    config = newsparse.ParseConfig(weights=tmp_path / "gone.json.gz")

    with pytest.raises(newsparse.WeightsError, match=r"gone\.json\.gz: cannot be read"):
        newsparse.Parser(config)


def test_shipped_tables_cover_every_bucket():
    """No bucket number that a feature can have lies outside its table."""
    weights = shipped_weights()

    for question, table in weights.tables.items():
        family, _, name = question.partition(".")
        stage = name if name in ("first", "second", "headline") else "roles"
        stage = "genre" if name in QUESTIONS else stage
        sizes = [size for _, size in STAGES[f"{family}.{stage}"]]
        assert [len(single) for single in table.singles] == sizes, question


def test_shipped_weights_are_small():
    """Code and weights of the wheel stay below three megabytes; the weights far below."""
    import importlib.resources

    folder = importlib.resources.files("newsparse.labelling") / "weights_data"
    size = sum(len(entry.read_bytes()) for entry in folder.iterdir() if entry.is_file())

    assert size < 500_000
