"""Exports of real pages validate: 500 of the shared corpus, HTML and text, each in every format."""

from __future__ import annotations

import gzip
import json
import lzma
from collections.abc import Iterator
from importlib.util import module_from_spec, spec_from_file_location
from itertools import islice
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from lxml import etree

import newsparse
from newsparse.export import to_html_view, to_schema_org, to_tei, to_web_annotation
from newsparse.export.characters import encodable

PAGES = 250
"""Of each kind; the first of the part on which figures are reported."""


def records(shared: Path, kind: str) -> Iterator[dict[str, Any]]:
    for path in sorted((shared / "corpus" / kind).glob("*.jsonl.*")):
        opened = lzma.open if path.suffix == ".xz" else gzip.open
        with opened(path, "rt", encoding="utf-8") as lines:
            yield from (record for record in map(json.loads, lines) if record["part"] == "valid")


def sibling(name: str) -> ModuleType:
    """Return the test module of one format, whose checks are used here."""
    spec = spec_from_file_location(name, Path(__file__).with_name(f"{name}.py"))
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["html", "text"])
def test_real_pages_validate_in_every_format(shared, kind):
    """A failure names the number of the page, never its words: the pages are other people's."""
    names = ("markdown", "ninjs", "schema", "schema_org", "tei", "web_annotation", "html_view")
    tests = {name: sibling(f"test_{name}") for name in names}
    count = 0
    for number, record in enumerate(islice(records(shared, kind), PAGES)):
        page = newsparse.parse(record[kind], url=record.get("url"))
        assert not tests["schema"].errors(page), number
        tests["ninjs"].check_schema(page)
        tests["schema_org"].check(to_schema_org(page))
        tests["schema_org"].check_vocabulary(to_schema_org(page))
        tests["web_annotation"].check(page, to_web_annotation(page))
        tree = etree.fromstring(to_tei(page).encode("utf-8"))
        assert tests["tei"].schema().validate(tree), number
        view = tests["html_view"].View(to_html_view(page))
        assert "".join(view.source) == encodable(page.raw), number
        if not any(p.cell is not None for p in page.body.paragraphs):
            tests["markdown"].check_words(page)
        count += 1

    assert count == PAGES
