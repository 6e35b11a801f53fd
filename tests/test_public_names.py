"""Every public name exists, has a docstring and stands in the documentation."""

from __future__ import annotations

import enum
import inspect
import re

import attrs
import pytest

import newsparse
from newsparse.model import evidence, fields, label, metadata, page, quotes, segment, span

CALLS = ("parse", "parse_many", "Parser")
SETTINGS = ("ParseConfig", "Limits")
LINES = ("parse_byline", "parse_dateline", "parse_credit", "parse_date", "find_quotes")
ERRORS = (
    "NewsparseError",
    "InputError",
    "LimitError",
    "ConfigError",
    "LanguagePackError",
    "WeightsError",
    "ExportError",
    "MissingExtraError",
)
NAMES = (*CALLS, *SETTINGS, *LINES, "agency_name", *ERRORS)
VALUES = {
    "Page": "raw segments kind url encoding language headline deck byline dateline published "
    "updated metadata body attribution quotes captions teasers boilerplate completeness entries "
    "provenance at spans explain to_dict from_dict to_json",
    "Headline": "text span pieces source",
    "Deck": "text span pieces source",
    "Byline": "text span pieces authors agency",
    "Person": "name role affiliation email handle span",
    "Dateline": "text span pieces place agency date",
    "NewsDate": "text span pieces value precision source score",
    "Body": "text span pieces paragraphs",
    "Paragraph": "text span pieces kind level inlines number cell",
    "InlineMarkup": "kind start end value",
    "Cell": "table row column header",
    "Attribution": "agency credits copyright",
    "Credit": "text span pieces kind people organisations",
    "Quote": "text span pieces kind speaker cue score",
    "Speaker": "name mention span role affiliation",
    "Caption": "text span pieces credit",
    "Teaser": "headline text span pieces url",
    "Completeness": "kind score",
    "Entry": "headline byline published updated body quotes span",
    "Provenance": "version weights weights_sha256 packs",
    "Segment": "span label kind score",
    "Span": "start end",
    "Metadata": "values all first",
    "Declared": "name value source key span",
    "Evidence": "name points why",
    "Explanation": "label score runner_up evidence",
}
LABELS = (
    "HEADLINE KICKER DECK BYLINE DATELINE TIMESTAMP BODY SUBHEAD CAPTION ATTRIBUTION CORRECTION "
    "AUTHOR_NOTE TEASER BOILERPLATE MARKUP SPACE"
)
KINDS = (
    "NAVIGATION MASTHEAD ADVERT SUBSCRIBE CONSENT SHARE COMMENTS COPYRIGHT TAGS PAGINATION RELATED "
    "LOGIN SEARCH OTHER"
)
MODULES = (evidence, fields, label, metadata, page, quotes, segment, span)


def value_class(name: str) -> type:
    return next(getattr(module, name) for module in MODULES if hasattr(module, name))


@pytest.fixture(scope="module")
def reference(root) -> str:
    """Everything the reference pages name."""
    pages = sorted((root / "docs").rglob("*.md"))
    return "\n".join(path.read_text("utf-8") for path in pages)


@pytest.mark.parametrize("name", NAMES)
def test_a_public_name_exists_and_is_explained(name, reference):
    """In the package, in its ``__all__``, with a docstring, and in the reference."""
    value = getattr(newsparse, name)

    assert name in newsparse.__all__
    assert inspect.getdoc(value)
    assert re.search(rf"auto\w+:: .*\b{name}\b", reference), f"docs/reference has no {name}"


def test_nothing_public_is_left_out_of_this_test():
    """A new name joins the lists above."""
    public = {name for name in newsparse.__all__ if not name.startswith("_")}

    # Names of the model and of later stages may be given at the top, too.
    assert public - set(NAMES) - set(VALUES) - LATER == set()


LATER = {
    "export",
    "Failure",
    "BoilerplateKind",
    "CompletenessKind",
    "CreditKind",
    "InlineKind",
    "Label",
    "ParagraphKind",
}
LATER |= {"Precision", "QuoteKind", "Source", "read_pack"}


@pytest.mark.parametrize("name", VALUES)
def test_a_value_has_its_fields_and_is_explained(name, reference):
    """As fixed in the design; frozen, slotted and with a docstring."""
    kind = value_class(name)

    assert inspect.getdoc(kind)
    missing = [field for field in VALUES[name].split() if not hasattr(kind, field)]
    assert not missing
    assert "__slots__" in kind.__dict__
    assert attrs.has(kind)
    assert re.search(rf"auto\w+:: .*\b{name}\b", reference), f"docs/reference has no {name}"


@pytest.mark.parametrize("name", VALUES)
def test_a_value_cannot_be_changed(name):
    """What a page gave stays as it was given."""
    kind = value_class(name)
    first = attrs.fields(kind)[0].name
    value = object.__new__(kind)

    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        setattr(value, first, None)


def test_labels_and_kinds_are_the_agreed_ones():
    """Other people's code compares with these strings."""
    assert [str(item) for item in label.Label] == LABELS.split()
    assert [str(item) for item in label.BoilerplateKind] == KINDS.split()
    assert all(issubclass(e, enum.StrEnum) for e in (label.Label, label.BoilerplateKind))


@pytest.mark.parametrize("name", ERRORS)
def test_errors_form_one_tree(name):
    """One except clause catches everything; each is also what Python calls it."""
    kind = getattr(newsparse, name)

    assert issubclass(kind, newsparse.NewsparseError)
    if name == "MissingExtraError":
        assert issubclass(kind, ImportError)
    elif name != "NewsparseError":
        assert issubclass(kind, ValueError)


def test_public_functions_take_options_by_keyword_only():
    """Only the first argument is positional, so later options can be added anywhere."""
    for name in (*CALLS[:2], *LINES, "agency_name"):
        parameters = list(inspect.signature(getattr(newsparse, name)).parameters.values())
        late = [p.name for p in parameters[1:] if p.kind is not inspect.Parameter.KEYWORD_ONLY]
        assert not late, name
