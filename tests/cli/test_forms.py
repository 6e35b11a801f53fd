"""``--as``: every form of a page, from ``parse`` and in the lines of ``batch``."""

from __future__ import annotations

import json

import pytest
from seed_pages import SEEDS

import newsparse
from newsparse import export
from newsparse.cli import main
from newsparse.cli.forms import FORMS

SEED = next(seed for seed in SEEDS if seed.name == "observatory-en")
URL = "https://example.org/telescope"


def wanted(form: str):
    page = newsparse.parse(SEED.content, url=URL)
    return (
        page.to_dict() if form == "json" else getattr(export, f"to_{form.replace('-', '_')}")(page)
    )


@pytest.mark.parametrize("form", FORMS)
def test_parse_prints_the_form(form, capsys):
    """Text as it is, all else as JSON."""
    status = main(["parse", "--as", form, "--url", URL, str(SEED.path)])
    shown, said = capsys.readouterr()

    assert (status, said) == (0, "")
    want = wanted(form)
    if isinstance(want, str):
        assert shown == f"{want}\n"
    else:
        assert json.loads(shown) == json.loads(json.dumps(want))


@pytest.mark.parametrize("form", FORMS)
def test_batch_writes_the_form(form, tmp_path):
    """Under its name, beside file, id and address; a whole page with its own keys."""
    path, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    path.write_text(json.dumps({"html": SEED.raw, "url": URL, "id": 7}), "utf-8")
    status = main(["batch", str(path), "-o", str(out), "-j", "1", "--as", form])
    (row,) = map(json.loads, out.read_text("utf-8").splitlines())

    assert status == 0
    assert (row.pop("file"), row.pop("id"), row["url"]) == (f"{path}#0", 7, URL)
    want = json.loads(json.dumps(wanted(form)))
    if form == "json":
        assert newsparse.Page.from_dict(row) == newsparse.parse(SEED.raw, url=URL, kind="html")
    else:
        assert row == {"url": URL, form.replace("-", "_"): want}
