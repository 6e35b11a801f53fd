"""What is left out, and how the body is scored, in the tables of pages nobody has seen."""

from __future__ import annotations

import json

import pytest

from benchmarks.quality.leave_out import body_f1, is_left_out, read_pages, value_of
from newsparse.labelling.weights import shipped_weights

LINES = (
    ("Skip to content", "BOILERPLATE"),
    ("A plough between two villages", "HEADLINE"),
    ("Until last week the plough stood in the barn of the Ulm family, unseen.", "BODY"),
    ("Then the frost came early, and both villages wanted it on the same day.", "BODY"),
    ("What happened in the night is told in two ways, one on each side.", "BODY"),
    ("Privacy policy", "BOILERPLATE"),
)


def record(name, **more):
    """A page in the training form, its lines labelled."""
    text, spans = "", []
    for line, label in LINES:
        spans.append([len(text), len(text) + len(line), label])
        text += f"{line}\n\n"
    return {
        "id": name, "group": name, "part": "valid", "lang": "en", "text": text, "lines": spans,
        "truth": {"authors": []}, **more,
    }  # fmt: skip


@pytest.fixture
def corpus(tmp_path):
    """Two pages, one whose truth another tool made."""
    (tmp_path / "text").mkdir()
    lines = [json.dumps(record("harbour/1")), json.dumps(record("ulm/2", silver=True))]
    (tmp_path / "text" / "own.jsonl").write_text("\n".join(lines), "utf-8")
    return tmp_path


def test_pages_with_another_tools_truth_are_not_scored(corpus):
    """Nor are those of other values."""
    assert [p.name for p in read_pages(corpus, "text", "valid", lambda _: True)] == ["harbour/1"]
    assert read_pages(corpus, "text", "valid", lambda r: value_of(r, "source") == "ulm") == []


def test_body_is_scored_by_characters(corpus):
    """Right and wrong labels of one page give different figures."""
    (page,) = read_pages(corpus, "text", "valid", lambda _: True)
    tables = shipped_weights().tables

    assert body_f1(page, tables) == 1.0
    page.labels[2] = page.labels[0]
    assert 0.5 < body_f1(page, tables) < 1.0


@pytest.mark.parametrize(
    ("value", "by", "without", "left"),
    [
        ("de", "lang", "de", True),
        ("fr", "lang", "de", False),
        ("fr", "lang", "other", True),
        ("en", "lang", "other", False),
        ("forum", "page_type", "other", True),
    ],
)
def test_other_means_all_but_the_usual(value, by, without, left):
    """English among languages, articles among page types."""
    assert is_left_out(value, by, without) is left
