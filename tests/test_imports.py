"""``import newsparse`` stays cheap, and heavy packages stay out until they are needed."""

from __future__ import annotations

import json
import subprocess
import sys
from statistics import median

import pytest

PROCESSES = 20
RATIO = 1.5
"""Accepted cost of ``import newsparse`` in terms of ``import attrs, regex``, as promised."""

COST = """
from time import process_time
begun = process_time()
{statement}
print(process_time() - begun)
"""
LOADED = """
import json, sys
{statement}
print(json.dumps(sorted(sys.modules)))
"""
HEAVY = ("dateparser", "numpy", "lightgbm", "rich", "pyarrow")


def run(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout


def modules(statement: str) -> set[str]:
    return set(json.loads(run(LOADED.format(statement=statement))))


def test_importing_newsparse_loads_nothing_heavy():
    """Neither dateparser nor numpy, and none of our own stages either."""
    found = modules("import newsparse")

    assert not {name for name in found if name.split(".")[0] in HEAVY}
    assert "newsparse.languages.load" not in found
    assert not {name for name in found if name.startswith("newsparse.labelling")}


@pytest.mark.parametrize(
    "page",
    [
        "A title\\n\\nBy Ada Lindqvist\\n2024-03-05\\n\\nA story that is told in one sentence.",
        "Ein Titel\\n\\n5. März 2024\\n\\nDie Geschichte wird in einem Satz erzählt.",
        "<h1>A title</h1><time>March 5, 2024</time><p>A story that is told in one sentence.",
    ],
    ids=["ISO date", "German date", "HTML"],
)
def test_parsing_a_common_page_loads_nothing_heavy(page):
    """No numpy at run time at all; dateparser only for dates that our tables cannot read."""
    found = modules(f'import newsparse; newsparse.parse("{page}").to_json()')

    assert not {"dateparser", "numpy", "lightgbm"} & found


def test_importing_newsparse_costs_little_more_than_its_dependencies():
    """Median CPU time of twenty processes each, taken in turns."""
    ours, theirs = [], []
    for _ in range(PROCESSES):
        theirs.append(float(run(COST.format(statement="import attrs, regex"))))
        ours.append(float(run(COST.format(statement="import newsparse"))))

    assert median(ours) <= RATIO * median(theirs)


def test_a_name_is_loaded_when_it_is_first_used():
    """A missing name is an AttributeError that names it; dir() lists what there is."""
    import newsparse

    assert "parse" in dir(newsparse)
    assert set(newsparse.__all__) <= set(dir(newsparse))
    with pytest.raises(AttributeError, match="parze"):
        _ = newsparse.parze


@pytest.mark.parametrize("first", ["Parser", "parse_many", "find_quotes", "InputError"])
def test_parse_is_a_function_whatever_is_used_first(first):
    """The module that holds a function of the same name must not take its place."""
    code = f'import newsparse; newsparse.{first}; print(newsparse.parse("A title.").raw)'

    assert run(code) == "A title.\n"
