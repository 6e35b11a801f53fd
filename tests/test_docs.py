"""Examples in README, documentation and docstrings are run, so they cannot rot."""

from __future__ import annotations

import doctest
import re
import tomllib
from importlib import import_module
from pathlib import Path

import pytest
from sybil import Sybil
from sybil.document import PythonDocStringDocument
from sybil.parsers.markdown import PythonCodeBlockParser
from sybil.parsers.rest import DocTestParser

ROOT = Path(__file__).resolve().parent.parent
OPTIONS = doctest.ELLIPSIS | doctest.IGNORE_EXCEPTION_DETAIL
SOURCE = ROOT / "src"
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
PAGES = [path for path in PAGES if "_build" not in path.parts]
MODULES = sorted((SOURCE / "newsparse").rglob("*.py"))
TEXTS = Sybil(parsers=[PythonCodeBlockParser(doctest_optionflags=OPTIONS)])
DOCSTRINGS = Sybil(
    parsers=[DocTestParser(optionflags=OPTIONS)], document_types={".py": PythonDocStringDocument}
)


def run(sybil: Sybil, path: Path) -> int:
    """Run the examples of a file in order and in one namespace; return their number."""
    count = 0
    document = sybil.parse(path)
    for example in document.examples():
        example.evaluate()
        count += 1
    return count


@pytest.mark.parametrize("path", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_examples_of_a_page_hold(path, monkeypatch):
    """Run from the project's folder, as the text says; every Python block is an example."""
    monkeypatch.chdir(ROOT)
    blocks = len(re.findall(r"^```python$", path.read_text("utf-8"), re.MULTILINE))

    assert run(TEXTS, path) >= blocks


@pytest.mark.parametrize(
    "path",
    [path for path in MODULES if ">>>" in path.read_text("utf-8")],
    ids=lambda p: str(p.relative_to(SOURCE)),
)
def test_examples_of_docstrings_hold(path):
    """Names of the module itself need no import."""
    name = ".".join(path.relative_to(SOURCE).with_suffix("").parts).removesuffix(".__init__")
    document = DOCSTRINGS.parse(path)
    document.namespace.update(vars(import_module(name)))
    examples = list(document.examples())
    for example in examples:
        example.evaluate()

    assert examples


def test_links_between_pages_lead_somewhere():
    """Relative links of README and docs name files that exist."""
    for path in PAGES:
        for target in re.findall(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)", path.read_text("utf-8")):
            assert (path.parent / target).exists(), f"{path.relative_to(ROOT)}: {target}"


def test_every_role_has_a_page_with_an_example():
    """One page a role, each with an example that runs."""
    roles = "headline deck byline dateline dates body attribution quotes captions teasers"
    for role in (*roles.split(), "boilerplate", "completeness", "entries"):
        text = (ROOT / "docs" / "roles" / f"{role}.md").read_text("utf-8")
        assert ">>> " in text, role


def test_the_readme_commands_are_those_of_ci():
    """CI runs the very commands that a newcomer is shown."""
    readme = (ROOT / "README.md").read_text("utf-8")
    shown = re.findall(r"^python3 -m venv .*$", readme, re.MULTILINE)

    assert len(shown) == 2
    ci = (ROOT / ".ci" / "run").read_text("utf-8")
    assert "README.md" in ci


def test_every_extra_states_its_size():
    """In the table of the page on pipelines; those that only contributors need are left out."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = set(project["optional-dependencies"]) - {"test", "lint", "docs"}
    page = (ROOT / "docs" / "pipelines.md").read_text("utf-8")
    sizes = re.findall(r"^\| `(\w+)` \| [^|]+ \| (\d+) \|$", page, re.MULTILINE)

    assert {name for name, _ in sizes} == extras
