"""The schemas of other people's formats, read from the shared folder where it is present.

Beside them stand checks of our own that need no file: what a document may hold, key by key. They
say less than the schemas, but they always run.
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).resolve().parents[2] / "shared" / "standards"
THERE = FOLDER.is_dir()
needs_standards = pytest.mark.skipif(not THERE, reason="no shared folder")

DATE = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d)?([+-]\d\d:\d\d)?)?)?)?")
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)")
URI = re.compile(r"[a-z][a-z0-9+.-]*:[!-~]+", re.IGNORECASE)


@cache
def read(path: str) -> Any:
    return json.loads((FOLDER / path).read_text("utf-8"))


def nodes(document: Any) -> list[dict[str, Any]]:
    """Every dict of a document, outermost first."""
    waiting, found = [document], []
    while waiting:
        value = waiting.pop(0)
        if isinstance(value, dict):
            found.append(value)
            waiting += value.values()
        elif isinstance(value, list):
            waiting += value
    return found


def check_only_known(document: Any) -> None:
    """Nothing known: the key is absent. Everything can be sent as UTF-8."""
    for node in nodes(document):
        for key, value in node.items():
            assert value not in (None, "", [], {}), key
    assert json.dumps(document, ensure_ascii=False).encode("utf-8")
