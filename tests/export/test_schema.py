"""The published JSON Schema is what the classes say, and every page keeps to it."""

from __future__ import annotations

import json
from importlib.util import module_from_spec, spec_from_file_location

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator
from seed_pages import SEEDS
from strategies import inputs
from strategies_pages import built_pages

import newsparse
from newsparse.export import json_schema

SEGMENT = {"span": [0, 1], "label": "BODY", "kind": None, "score": 1.0}
VALIDATOR = Draft202012Validator(json_schema())


def errors(page) -> list[str]:
    return [
        f"{e.json_path}: {e.message}" for e in VALIDATOR.iter_errors(json.loads(page.to_json()))
    ]


def test_the_schema_is_up_to_date(root):
    """If not: python tools/generate_schema.py, and raise its VERSION."""
    spec = spec_from_file_location("generate_schema", root / "tools" / "generate_schema.py")
    tool = module_from_spec(spec)
    spec.loader.exec_module(tool)

    assert json_schema() == tool.page_schema()
    assert json_schema()["$id"].endswith(f":{tool.VERSION}")


def test_the_schema_is_valid_and_explains_itself():
    """Every definition and every value of a page has a description."""
    Draft202012Validator.check_schema(json_schema())

    assert not [name for name, one in json_schema()["$defs"].items() if "description" not in one]
    assert not [
        name for name, one in json_schema()["properties"].items() if "description" not in one
    ]


@pytest.mark.parametrize("seed", SEEDS, ids=str)
def test_seed_pages_keep_to_it(seed):
    assert not errors(newsparse.parse(seed.content, url="https://example.org/2024/story"))


@given(inputs())
def test_any_input_keeps_to_it(raw):
    assert not errors(newsparse.parse(raw))


@given(built_pages())
def test_any_values_keep_to_it(page):
    assert not errors(page)


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"kind": "pdf"}, "$.kind"),
        ({"headline": {"text": "A"}}, "$.headline"),
        ({"published": "2024-03-05"}, "$.published"),
        ({"extra": 1}, "$"),
        ({"segments": [SEGMENT | {"span": [0]}]}, "$.segments[0].span"),
        ({"segments": [SEGMENT | {"score": 2}]}, "$.segments[0].score"),
    ],
)
def test_what_is_no_page_is_refused(change, place):
    """So the tests above can fail."""
    plain = newsparse.parse("A story.").to_dict() | change

    assert place in {error.json_path for error in VALIDATOR.iter_errors(plain)}


def test_each_call_gives_a_schema_of_its_own():
    """Changing it changes nothing for others."""
    json_schema().clear()

    assert json_schema()
