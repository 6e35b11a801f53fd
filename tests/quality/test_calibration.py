"""A score is a probability: its error by hand on a few blocks, and on the shared corpus."""

from __future__ import annotations

import json

import pytest

from benchmarks.quality import calibration as c
from newsparse.labelling.label import Labeller
from newsparse.labelling.weights import shipped_weights
from newsparse.model.label import Label

SAMPLE = 30
"""Pages from each file. The error of a few pages says little (text, first 8, 12, 20 pages of each
file: 0.035, 0.025, 0.017; all: 0.021), so as many as a few seconds allow; all are a slow test."""


def test_the_error_is_the_distance_of_score_and_share_right():
    """Four of five right at 0.9 is 0.1 off, the two at 0.5 are right on average."""
    found = [(0.9, True)] * 4 + [(0.9, False)] + [(0.5, True), (0.5, False)]

    assert c.calibration_error(c.binned(found)) == pytest.approx(5 / 7 * 0.1)


def test_too_low_scores_are_as_wrong_as_too_high_ones():
    assert c.calibration_error(c.binned([(0.2, True)])) == pytest.approx(0.8)
    assert c.calibration_error(c.binned([(1.0, False)])) == pytest.approx(1.0)


def test_labels_that_the_truth_does_not_have_are_boilerplate_to_it():
    assert c.is_right(Label.TEASER, Label.BOILERPLATE)
    assert not c.is_right(Label.TEASER, Label.BODY)


def test_a_subhead_may_pass_for_body():
    assert c.is_right(Label.SUBHEAD, Label.BODY)
    assert c.is_right(Label.BODY, Label.SUBHEAD)
    assert not c.is_right(Label.BODY, Label.BOILERPLATE)


def test_the_command_writes_a_plot_of_a_corpus(tmp_path, capsys):
    """On a corpus of one page a form, written here."""
    story = "The keeper of the weir opened it at ten on Sunday and closed it again at noon."
    text = f"Weir keeper retires\n\n{story}\n\n{story[::-1]}\n"
    lines = [[0, 19, "HEADLINE"], [21, 21 + len(story), "BODY"]]
    head = {"id": "a/1", "group": "weir.example", "part": "valid", "lang": "en"}
    html = f"<body><h1>Weir keeper retires</h1><p>{story}</p><footer>Imprint</footer></body>"
    truth = {"headline": "Weir keeper retires", "body": story, "authors": None}
    records = {
        "text": head | {"text": text, "lines": lines, "truth": truth},
        "html": head | {"html": html, "truth": truth},
    }
    for form, record in records.items():
        (tmp_path / form).mkdir()
        (tmp_path / form / "a.jsonl").write_text(json.dumps(record) + "\n", "utf-8")
    plot = tmp_path / "plot.svg"

    c.main([str(tmp_path), "--svg", str(plot)])

    assert "text: error" in capsys.readouterr().out
    drawn = plot.read_text("utf-8")
    assert drawn.startswith("<svg ")
    assert "over 2 blocks of 1 pages" in drawn


def test_a_corpus_without_pages_is_refused(tmp_path, capsys):
    with pytest.raises(SystemExit):
        c.main([str(tmp_path)])

    assert "no labelled article of part valid" in capsys.readouterr().err


@pytest.mark.parametrize("most", [SAMPLE, pytest.param(None, marks=pytest.mark.slow)])
@pytest.mark.parametrize("form", ["html", "text"])
def test_scores_are_probabilities_on_pages_that_were_not_trained_on(shared, form, most):
    """The aim holds on a sample, and on the whole part."""
    labeller = Labeller(shipped_weights())
    pages = c.labelled_pages(shared / "corpus", form, "valid", most=most)

    assert c.calibration_error(c.binned(c.judged(pages, labeller))) <= c.AIM
