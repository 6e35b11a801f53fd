"""schema.org: every property on a type that has it, every value of a type it takes."""

from __future__ import annotations

import json
from functools import cache

import pytest
from export_standards import DATE, THERE, check_only_known, needs_standards, nodes, read
from hypothesis import given
from seed_pages import SEEDS
from strategies import inputs
from strategies_pages import built_pages

import newsparse
from newsparse.export import to_schema_org
from newsparse.model.page import Page

STORY = {
    "@type", "headline", "author", "sourceOrganization", "locationCreated", "datePublished",
    "dateModified", "articleBody", "wordCount", "hasPart",
}  # fmt: skip
WHOLE = STORY | {
    "@context", "url", "inLanguage", "alternativeHeadline", "publisher", "image", "correction",
    "isAccessibleForFree", "editor", "translator", "contributor", "creditText", "copyrightNotice",
    "copyrightYear", "copyrightHolder",
}  # fmt: skip
MAY = {
    "NewsArticle": WHOLE | {"dateline"},
    "LiveBlogPosting": WHOLE | {"liveBlogUpdate"},
    "BlogPosting": STORY,
    "Person": {"@type", "name", "jobTitle", "affiliation", "email", "alternateName"},
    "Organization": {"@type", "name"},
    "Place": {"@type", "name"},
    "Quotation": {"@type", "text", "spokenByCharacter"},
    "ImageObject": {"@type", "url", "caption", "creditText"},
    "CorrectionComment": {"@type", "text"},
}
"""Our own check: which keys a type may have. Everything else is text, a number or a list."""


def check(document) -> None:
    check_only_known(document)
    assert document["@context"] == "https://schema.org"
    for node in nodes(document):
        assert set(node) <= MAY[node["@type"]], node
        for key in ("datePublished", "dateModified"):
            assert DATE.fullmatch(node.get(key, "2024"))


# --- the vocabulary ------------------------------------------------------------------------------


@cache
def vocabulary() -> dict:
    graph = read("schema_org/schemaorg-30.0-news-subset.jsonld")["@graph"]
    return {node["@id"].removeprefix("schema:"): node for node in graph}


def names(value) -> set[str]:
    listed = value if isinstance(value, list) else [value] if value else []
    return {item["@id"].removeprefix("schema:") for item in listed}


@cache
def ancestors(kind: str) -> frozenset[str]:
    parents = names(vocabulary()[kind].get("rdfs:subClassOf")) if kind in vocabulary() else set()
    return frozenset({kind}).union(*map(ancestors, parents))


PLAIN = {str: {"Text", "URL", "Date", "DateTime"}, bool: {"Boolean"}, int: {"Integer", "Number"}}


def check_vocabulary(document) -> None:
    for node in nodes(document):
        for key, value in node.items():
            if key.startswith("@"):
                continue
            described = vocabulary()[key]
            assert ancestors(node["@type"]) & names(described["schema:domainIncludes"]), (node, key)
            wanted = names(described["schema:rangeIncludes"])
            for one in value if isinstance(value, list) else [value]:
                known = ancestors(one["@type"]) if isinstance(one, dict) else PLAIN[type(one)]
                assert known & wanted, (key, one)


# --- tests ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", SEEDS, ids=str)
def test_seed_pages(seed):
    check(to_schema_org(newsparse.parse(seed.content, url="https://example.org/a")))


@given(built_pages())
def test_a_page_of_any_values(page):
    document = to_schema_org(page)

    check(document)
    assert document == to_schema_org(Page.from_dict(page.to_dict()))
    assert "articleBody" not in to_schema_org(page, body=False)
    if THERE:
        check_vocabulary(document)


@needs_standards
@pytest.mark.parametrize("seed", SEEDS, ids=str)
def test_the_vocabulary_has_every_property(seed):
    check_vocabulary(to_schema_org(newsparse.parse(seed.content)))


@needs_standards
def test_the_check_can_fail():
    """A property on a type that has none of it, a value of a wrong type."""
    for wrong in ({"@type": "Place", "headline": "A"}, {"@type": "Article", "wordCount": "3"}):
        with pytest.raises(AssertionError):
            check_vocabulary(wrong)


@given(inputs())
def test_any_input(raw):
    check(to_schema_org(newsparse.parse(raw)))


def test_an_empty_page_says_only_what_it_is():
    assert to_schema_org(newsparse.parse("")) == {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
    }


def test_what_the_page_says_stands_in_its_place():
    """By hand, from a page with most roles."""
    page = newsparse.parse(next(s for s in SEEDS if s.name == "observatory-en").content)
    document = to_schema_org(page)

    assert document["headline"] == "Valley schools share one telescope, by timetable"
    assert document["author"] == [{"@type": "Person", "name": "Marit Solheim-Reyes"}]
    assert document["datePublished"] == "2025-01-16T06:30"
    assert document["isAccessibleForFree"] is True
    assert document["articleBody"] == page.body.text


def test_what_was_written_is_read_back():
    """Embedded in a page, it declares the same headline, authors and dates."""
    page = newsparse.parse(next(s for s in SEEDS if s.name == "krankenhaus-de").content)
    script = json.dumps(to_schema_org(page)).replace("<", "\\u003c")
    again = newsparse.parse(
        f'<script type="application/ld+json">{script}</script><article><p>Nichts.</p></article>'
    )

    assert again.headline.text == page.headline.text
    assert again.metadata.first("headline").value == page.headline.text
    authors = [one.value for one in again.metadata.all("author")]
    assert [person.name for person in page.byline.authors] == authors
    assert again.metadata.first("published").value == "2024-11-12T17:45"


@pytest.mark.parametrize(
    ("changes", "want"),
    [
        ({"byline": None}, [{"@type": "Organization", "name": "Associated Press"}]),
        ({}, [{"@type": "Person", "name": "Ada Example", "jobTitle": "Reporter"}]),
    ],
)
def test_an_agency_is_author_only_where_nobody_signs(changes, want):
    """And never a person; its canonical name is used."""
    span = [0, 5]
    person = {"name": "Ada Example", "role": "Reporter"}
    plain = newsparse.parse("Story").to_dict() | {
        "byline": {"text": "x", "span": span, "pieces": [span], "authors": [person]},
        "attribution": {"agency": "AP", "credits": [], "copyright": None},
    }
    document = to_schema_org(Page.from_dict(plain | changes))

    assert document["author"] == want
    assert document["sourceOrganization"]["name"] == "Associated Press"
