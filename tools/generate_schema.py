"""Writes the JSON Schema of ``Page.to_dict()`` from the classes of the model.

    python tools/generate_schema.py          # writes src/newsparse/export/page.schema.json
    python tools/generate_schema.py --check  # exits with 1 if that file is not what it would write

Types come from annotations, descriptions from docstrings, so the schema says what the classes say.
Raise ``VERSION`` with every change: the first number with ``newsparse.model.page.FORMAT``.
"""

from __future__ import annotations

import argparse
import datetime as dt
import inspect
import json
import re
import sys
import types
from enum import Enum
from pathlib import Path
from typing import Any, Union, get_args, get_origin, get_type_hints

import attrs

from newsparse.model.page import FORMAT, ROLES, Page
from newsparse.model.span import Span
from newsparse.parser import KINDS

VERSION = f"{FORMAT}.0"
TARGET = Path(__file__).parents[1] / "src" / "newsparse" / "export" / "page.schema.json"
HEAD = ("raw", "kind", "url", "encoding", "language", "cut_at", "provenance", "segments")
"""Fields of a page that are no roles, in the order of the dict form."""
DATE = r"^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(\.\d{6})?([+-]\d\d:\d\d(:\d\d(\.\d{6})?)?)?)?$"
"""What ``isoformat`` writes; a date-time has no zone where none is stated."""

Schema = dict[str, Any]


def page_schema() -> Schema:
    """Return the schema of ``Page.to_dict()``, JSON Schema 2020-12."""
    definitions: dict[str, Schema] = {}
    hints = get_type_hints(Page)
    described = _attributes(Page)
    properties: dict[str, Schema] = {
        "format": {"const": FORMAT, "description": "Version of the dict form."}
    }
    for name in HEAD:
        properties[name] = _of(hints[name], definitions) | _described(described.get(name))
    properties["kind"] = {"enum": list(KINDS), "description": described["kind"]}
    for name, kind in ROLES.items():
        text = inspect.getdoc(getattr(Page, name).fget)
        properties[name] = _of(kind, definitions) | _described(text)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:newsparse:page:{VERSION}",
        "title": f"newsparse page, version {VERSION}",
        "description": "What Page.to_dict() and Page.to_json() give. Offsets count code points.",
        **_object(properties),
        "$defs": dict(sorted(definitions.items())),
    }


def _object(properties: dict[str, Schema]) -> Schema:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _of(  # one return a shape
    kind: Any,  # noqa: ANN401  # any annotation
    definitions: dict[str, Schema],
) -> Schema:
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        options = [option for option in get_args(kind) if option is not types.NoneType]
        if set(options) == {dt.date, dt.datetime}:
            return {"type": "string", "pattern": DATE}
        found = [_of(option, definitions) for option in options]
        nullable = len(options) < len(get_args(kind))
        return {"anyOf": [*found, *([{"type": "null"}] if nullable else [])]}
    if origin is tuple:
        return {"type": "array", "items": _of(get_args(kind)[0], definitions)}
    if kind is float:
        return {"type": "number", "minimum": 0, "maximum": 1}  # every fraction is a probability
    if kind is int:
        return {"type": "integer", "minimum": 0}  # every whole number is an offset or a count
    if kind in (str, bool):
        return {"type": "string" if kind is str else "boolean"}
    if kind.__name__ not in definitions:
        definitions[kind.__name__] = {}  # a class that holds itself would end here
        definitions[kind.__name__] = _definition(kind, definitions)
    return {"$ref": f"#/$defs/{kind.__name__}"}


def _definition(
    kind: Any,  # noqa: ANN401  # a class of the model
    definitions: dict[str, Schema],
) -> Schema:
    text = _described(inspect.getdoc(kind))
    if kind is Span:
        offset = {"type": "integer", "minimum": 0}
        items: Schema = {"prefixItems": [offset, offset], "items": False, "minItems": 2}
        return {"type": "array", **items, "description": "Start and end, end exclusive."}
    if issubclass(kind, Enum):
        return {"enum": [item.value for item in kind], **text}
    hints = get_type_hints(kind)
    described = _attributes(kind)
    properties = {
        field.name: _of(hints[field.name], definitions) | _described(described.get(field.name))
        for field in attrs.fields(kind)
    }
    return {**text, **_object(properties)}


def _described(text: str | None) -> Schema:
    """Return the first paragraph of a docstring as a description, reST marks taken off."""
    if not text:
        return {}
    return {"description": " ".join(text.split("\n\n")[0].replace("``", "").split())}


def _attributes(kind: type) -> dict[str, str]:
    """Read the ``Attributes:`` section of a Google docstring."""
    section = re.search(
        r"^Attributes:\n((?:    .*\n?|\n)+)", inspect.getdoc(kind) or "", re.MULTILINE
    )
    if section is None:
        return {}
    found = re.findall(r"^    (\w+): (.+(?:\n {6,}.+)*)", section[1], re.MULTILINE)
    return {name: " ".join(text.replace("``", "").split()) for name, text in found}


def text_of_schema() -> str:
    """Return what the file holds."""
    return json.dumps(page_schema(), indent=1, ensure_ascii=False) + "\n"


def main() -> None:
    """Write the file, or compare with it."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--check", action="store_true")
    wanted = text_of_schema()
    if arguments.parse_args().check:
        if TARGET.read_text("utf-8") != wanted:
            sys.exit(f"{TARGET} is not up to date; run: python tools/generate_schema.py")
        return
    TARGET.write_text(wanted, "utf-8")


if __name__ == "__main__":
    main()
