"""ninjs: documents that IPTC's own schema takes."""

from __future__ import annotations

from functools import cache

import pytest
from export_standards import (
    FOLDER,
    INSTANT,
    THERE,
    URI,
    check_only_known,
    needs_standards,
    nodes,
    read,
)
from hypothesis import given
from jsonschema import Draft202012Validator
from referencing import Registry, Resource
from seed_pages import SEEDS
from strategies import inputs
from strategies_pages import built_pages

import newsparse
from newsparse.errors import ExportError
from newsparse.export import to_ninjs
from newsparse.export.ninjs import VERSIONS
from newsparse.model.page import Page

TEXT = {"role", "contentType", "value"}
MAY = {
    "": {
        "uri", "type", "contentCreated", "versionCreated", "headlines", "bodies", "by", "located",
        "infoSources", "standard", "language", "copyrightNotice", "copyrightHolder", "associations",
    },
    "headlines": TEXT,
    "bodies": TEXT | {"charCount", "wordCount"},
    "descriptions": TEXT,
    "infoSources": {"name", "role", "contactInfo"},
    "contactInfo": {"type", "value"},
    "standard": {"name", "version", "schema"},
    "associations": {
        "name", "uri", "type", "descriptions", "by", "contentCreated", "versionCreated",
        "headlines", "bodies", "located", "infoSources",
    },
}  # fmt: skip
"""Our own check: which keys may stand where."""


def check(document, where: str = "") -> None:
    assert set(document) <= MAY[where], where
    for key, value in document.items():
        if key in ("uri", "schema"):
            assert URI.fullmatch(value), value
        if key in ("contentCreated", "versionCreated"):
            assert INSTANT.fullmatch(value), value
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, dict):
                check(one, key)
    assert "uri" in document or where not in ("", "associations")


@cache
def validator(version: str) -> Draft202012Validator:
    geojson = Resource.from_contents(read("ninjs/GeoJSON-schema.json"))
    registry = Registry().with_resource("https://geojson.org/schema/GeoJSON.json", geojson)
    checker = Draft202012Validator.FORMAT_CHECKER
    schema = read(f"ninjs/ninjs-schema_{version}.json")
    return Draft202012Validator(schema, registry=registry, format_checker=checker)


def check_schema(page) -> None:
    for version in VERSIONS:
        found = validator(version).iter_errors(to_ninjs(page, version=version))
        assert not [f"{error.json_path}: {error.message}" for error in found]


@pytest.mark.parametrize("seed", SEEDS, ids=str)
def test_seed_pages(seed):
    page = newsparse.parse(seed.content, url="https://example.org/a?b=1#c")
    check_only_known(to_ninjs(page))
    check(to_ninjs(page))


@given(built_pages())
def test_a_page_of_any_values(page):
    document = to_ninjs(page)

    check_only_known(document)
    check(document)
    assert document == to_ninjs(Page.from_dict(page.to_dict()))
    if THERE:
        check_schema(page)


@needs_standards
@pytest.mark.parametrize("seed", SEEDS, ids=str)
def test_the_schema_takes_seed_pages(seed):
    check_schema(newsparse.parse(seed.content))


@needs_standards
@pytest.mark.parametrize("version", ["3.0", "3.1"])
def test_the_validator_gives_the_verdicts_of_iptc(version):
    """Guards the tests above: our set-up passes what must pass and refuses what must fail."""
    suite = FOLDER / "ninjs" / "test_suite" / version
    cases = sorted(suite.rglob("*.json"))

    assert cases
    for path in cases:
        document = read(str(path.relative_to(FOLDER)))
        assert validator(version).is_valid(document) is (path.parent.name == "should_pass"), path


@given(inputs())
def test_any_input(raw):
    check(to_ninjs(newsparse.parse(raw)))


def test_an_empty_page_has_an_identifier():
    """The checksum of nothing."""
    document = to_ninjs(newsparse.parse(""))

    assert document["uri"] == (
        "urn:sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    )
    assert set(document) == {"uri", "type", "standard"}


@pytest.mark.parametrize(
    ("url", "want"),
    [
        ("https://example.org/a", "https://example.org/a"),
        ("https://example.org/ü[1]?q=50%", "https://example.org/%C3%BC%5B1%5D?q=50%25"),
        ("https://example.org/a%20b#c", "https://example.org/a%20b#c"),
    ],
)
def test_the_address_of_the_page_is_its_identifier(url, want):
    assert to_ninjs(newsparse.parse("A story.", url=url))["uri"] == want


def test_the_older_version_has_the_same_keys_in_lower_case():
    page = newsparse.parse(SEEDS[0].content)
    new, old = to_ninjs(page), to_ninjs(page, version="2.1")

    assert [{key.lower() for key in node} for node in nodes(new)] == [set(n) for n in nodes(old)]
    assert old["standard"]["version"] == "2.1"


def test_a_date_without_time_or_zone_is_left_out():
    """Never padded."""
    day = newsparse.parse("Pier closed\n\nMarch 5, 2024\n\nThe old pier was closed on Monday.")

    assert day.published is not None
    assert "contentCreated" not in to_ninjs(day)


@pytest.mark.parametrize("options", [{"version": "1.0"}, {"uri": "no address"}, {"uri": ""}])
def test_wrong_use_is_refused(options):
    with pytest.raises(ExportError, match=r"to_ninjs\(\) "):
        to_ninjs(newsparse.parse(""), **options)
