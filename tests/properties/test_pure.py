"""Promise: a page's result depends on the page and the settings, on nothing else."""

from __future__ import annotations

import hashlib
import json
import os
import pickle
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from random import Random

import pytest
from hypothesis import given
from seed_pages import SEEDS
from strategies import inputs

import newsparse

DIGESTS = """
import hashlib, json, pathlib, sys
import newsparse
names = json.loads(sys.argv[1])
pages = {n: newsparse.parse(pathlib.Path(n).read_bytes()).to_json() for n in names}
print(json.dumps({n: hashlib.sha256(t.encode()).hexdigest() for n, t in pages.items()}))
"""


def digest(page) -> str:
    return hashlib.sha256(page.to_json().encode()).hexdigest()


@pytest.fixture(scope="module")
def alone() -> dict[str, str]:
    """Each seed page parsed once, in order."""
    return {str(seed.path): digest(newsparse.parse(seed.content)) for seed in SEEDS}


@given(inputs(), inputs())
def test_a_page_in_between_changes_nothing(raw, other):
    """Parsed twice with another page between, a page is the same."""
    first = newsparse.parse(raw)
    first_json = first.to_json()
    newsparse.parse(other).to_json()

    assert newsparse.parse(raw).to_json() == first_json
    assert newsparse.Parser().parse(raw) == first


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "1", "TZ": "Pacific/Auckland"},
        {"PYTHONHASHSEED": "4242", "TZ": "America/Caracas", "LC_ALL": "C", "LANG": "C"},
    ],
    ids=["hash order and zone", "hash order and locale"],
)
def test_other_processes_agree(alone, environment):
    """Neither hash order nor zone nor locale nor the order of pages shows in a result."""
    names = list(alone)
    Random(environment["PYTHONHASHSEED"]).shuffle(names)
    done = subprocess.run(
        [sys.executable, "-c", DIGESTS, json.dumps(names)],
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=True,
    )

    assert json.loads(done.stdout) == alone


def test_threads_agree(alone):
    """One parser in eight threads, pages in random order."""
    parser = newsparse.Parser()
    jobs = [seed for seed in SEEDS for _ in range(4)]
    Random(7).shuffle(jobs)
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda seed: digest(parser.parse(seed.content)), jobs))

    assert found == [alone[str(seed.path)] for seed in jobs]


def test_a_parser_can_be_sent_to_another_process(alone):
    """A pickled parser reads as the first one does, settings included."""
    config = newsparse.ParseConfig(languages=["de", "en"], date_order="DMY")
    parser = pickle.loads(pickle.dumps(newsparse.Parser(config)))  # noqa: S301  # our own bytes
    seed = SEEDS[0]

    assert parser.parse(seed.content) == newsparse.parse(seed.content, config=config)
    assert digest(newsparse.parse(seed.content)) == alone[str(seed.path)]


def test_parse_many_agrees_over_processes(alone):
    """The same results in the same order, in this process and in two others."""
    contents = [seed.content for seed in SEEDS]
    here = [digest(page) for page in newsparse.parse_many(contents)]
    there = [digest(page) for page in newsparse.parse_many(contents, processes=2)]

    assert here == there == list(alone.values())
