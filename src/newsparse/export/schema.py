"""The published shape of a page as JSON."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any, cast

__all__ = ["json_schema"]


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of ``Page.to_dict()`` and ``Page.to_json()``.

    ``$id`` ends in its version: the first number is the dict form's ``format``, the second grows
    when a key is added. ``tools/generate_schema.py`` makes the schema from the classes.

    >>> json_schema()["$id"]
    'urn:newsparse:page:1.0'
    """
    text = files("newsparse.export").joinpath("page.schema.json").read_text("utf-8")
    return cast("dict[str, Any]", json.loads(text))
