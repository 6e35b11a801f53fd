"""Measures of the benchmarks, on pairs small enough to count by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.quality import metrics as m


def test_words_are_counted_as_often_as_they_stand():
    """Found: the weir the; truth: the weir opened at. Shared: the, weir."""
    precision, recall, f1 = m.word_scores("The weir, the", "the weir opened at")

    assert precision == pytest.approx(2 / 3)
    assert recall == pytest.approx(2 / 4)
    assert f1 == pytest.approx(4 / 7)


def test_shingles_are_runs_of_four_words():
    """Five words have two runs; of the truth's three runs the found text has the first two."""
    assert m.shingle_scores("a b c d e", "a b c d e f") == (1.0, pytest.approx(2 / 3))


def test_fewer_than_four_words_are_one_shingle():
    assert m.shingle_scores("two words", "two words") == (1.0, 1.0)
    assert m.shingle_scores("two words", "two more words") == (0.0, 0.0)


def test_shingles_keep_case_as_the_benchmark_does():
    assert m.shingle_scores("A b c d", "a b c d") == (0.0, 0.0)


@pytest.mark.parametrize("nothing", [None, "", " … "])
def test_nothing_found_has_no_shingle_precision(nothing):
    assert m.shingle_scores(nothing, "a b c d") == (None, 0.0)


def test_a_mean_leaves_out_pages_without_the_measure():
    assert m.mean([{"x": 1.0}, {"x": None}, {}, {"x": 0.5}], "x") == 0.75
    assert m.mean([{"x": None}], "x") is None


def test_snippets_count_caseless_and_over_line_breaks():
    assert m.snippet_share("The  weir\nopened.", ["the weir opened", "closed"]) == 0.5
    assert m.snippet_share("anything", []) == 1.0
    assert m.snippet_share(None, ["x"]) == 0.0


def test_rouge_takes_the_reference_that_suits_best():
    """The short reference is the found text; the long one has a line more."""
    pytest.importorskip("rouge_score")
    short, long = "the weir opened", "an optional line\nthe weir opened"

    assert m.rouge(short, [long, short]) == (1.0, 1.0, 1.0)
    assert m.rouge(short, [long]) == (1.0, 0.5, pytest.approx(2 / 3))
    assert m.rouge(None, [short]) == (0.0, 0.0, 0.0)


def test_headlines_are_compared_by_words():
    assert m.same_words("“Weir” reopens", "weir reopens!") == 1.0
    assert m.same_words("Weir reopens | Example", "Weir reopens") == 0.0
    assert m.same_words(None, "Weir reopens") == 0.0


def test_authors_are_compared_as_sets_of_whole_names():
    assert m.author_f1(["ada example", "Bo Test"], ["Ada Example"]) == pytest.approx(2 / 3)
    assert m.author_f1(["Ada"], ["Ada Example"]) == 0.0
    assert m.author_f1([], []) == 1.0
    assert m.author_f1([], ["Ada Example"]) == 0.0


def test_days_are_compared_as_written():
    assert m.same_day("2024-03-19T23:30:00-05:00", "2024-03-19") == 1.0
    assert m.same_day("2024-03-20", "2024-03-19") == 0.0
    assert m.same_day(None, "2024-03-19") == 0.0


def test_an_interval_holds_the_mean_and_is_the_same_twice():
    rows = [{"x": value / 10} for value in range(11)]
    low, high = m.interval(rows, lambda some: m.mean(some, "x"))

    assert 0.2 < low < 0.5 < high < 0.8
    assert (low, high) == m.interval(rows, lambda some: m.mean(some, "x"))


@given(st.text(), st.text())
def test_measures_are_shares_whatever_the_texts(found, truth):
    shares = [*m.word_scores(found, truth), *m.shingle_scores(found, truth)]

    assert all(one is None or 0.0 <= one <= 1.0 for one in shares)


@given(st.text())
def test_the_truth_itself_is_right(truth):
    assert m.word_scores(truth, truth) == (1.0, 1.0, 1.0)
    assert set(m.shingle_scores(truth, truth)) <= {1.0, None}
