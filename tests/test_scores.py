"""The shared scoring scripts run on newsparse, where they are at hand.

A few pages each: floors against accidents, not the figures of docs/figures.md.
"""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

CASES_FLOOR = 0.75
"""Share of plain-text cases that pass whole; the aim of the first issue is 0.80."""
BODY_FLOOR = 0.80
"""Mean body F1 by characters on six pages a file; on the whole part the aim is 0.92."""


def run(script, *arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(script), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_the_shared_seed_page_is_read(shared):
    """Every check of the scoring script holds."""
    done = run(shared / "score" / "seed.py")

    assert done.returncode == 0, done.stdout + done.stderr


def test_most_shared_cases_of_plain_text_pass(shared, tmp_path):
    """Cases made from public bug reports; none raises."""
    out = tmp_path / "cases.json"
    done = run(shared / "score" / "cases.py", "--topic", "plaintext", "--json", out)
    assert done.returncode == 0, done.stderr

    passed, cases, *_ = json.loads(out.read_text("utf-8"))["topics"]["plaintext"]
    assert passed >= CASES_FLOOR * cases, done.stdout


@pytest.mark.parametrize("kind", ["text", "html"])
def test_pages_of_the_shared_corpus_are_partitions(shared, tmp_path, kind):
    """Nothing raises, every page is a partition, and the body is found on most."""
    out = tmp_path / "pages.json"
    source = {"text": ("fundus.wet", "fundus.dump"), "html": ("fundus",)}[kind]
    sources = [word for name in source for word in ("--source", name)]
    arguments = ("--corpus", shared / "corpus", "--part", "train", "--kind", kind)
    done = run(shared / "score" / "pages.py", *arguments, *sources, "--limit", 6, "--json", out)
    assert done.returncode == 0, done.stderr

    report = json.loads(out.read_text("utf-8"))
    report = report.get(kind, report)
    assert report["errors"]["count"] == 0, report["errors"]
    assert report["partition"]["checked"] == report["pages"] > 0
    assert report["partition"]["faults"] == 0, report["partition"]
    if kind == "text":
        assert report["measures"]["body_chars_f1"]["mean"] >= BODY_FLOOR
