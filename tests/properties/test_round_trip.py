"""Promise: a page is the same after dict, JSON and pickle."""

from __future__ import annotations

import copy
import json
import pickle

import pytest
from hypothesis import example, given
from seed_pages import SEEDS
from strategies import inputs

import newsparse
from newsparse.model.page import Page


def check_round_trips(page) -> None:
    plain = page.to_dict()
    assert Page.from_dict(plain) == page
    assert Page.from_dict(plain).to_dict() == plain
    text = page.to_json()
    assert text.encode("utf-8")
    assert json.loads(text) == plain
    assert Page.from_json(text) == page
    assert pickle.loads(pickle.dumps(page)) == page  # noqa: S301  # our own bytes
    assert copy.deepcopy(page) == page


@given(inputs())
@example("\ud800 half a pair")
def test_any_page_survives(raw):
    """Nothing is lost on the way out and back, lone surrogates included."""
    check_round_trips(newsparse.parse(raw))


@pytest.mark.parametrize("seed", SEEDS, ids=str)
def test_seed_pages_survive(seed):
    """Pages with every kind of value."""
    check_round_trips(newsparse.parse(seed.content))


def test_a_page_that_differs_is_not_equal():
    """Equality looks at the values, so the tests above can fail."""
    page = newsparse.parse(SEEDS[0].content)
    other = page.to_dict() | {"language": "xx"}

    assert Page.from_dict(other) != page
    assert newsparse.parse("Another page.") != page
