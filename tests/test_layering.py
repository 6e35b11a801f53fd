"""A file imports only from stages before its own: the table of CONTRIBUTING.md, checked."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "newsparse"
FILES = sorted(PACKAGE.rglob("*.py"))
OUTWARD = ("export", "training")
"""One stage, whose members do not know each other; engines and commands may use the exports."""


def table() -> dict[str, int]:
    """Return folder or module -> number of its stage, read from CONTRIBUTING.md."""
    rows = re.findall(
        r"^\| ([a-z ]+) \| ([^|]*`[^|]*) \|",
        (ROOT / "CONTRIBUTING.md").read_text("utf-8"),
        re.MULTILINE,
    )
    stages = {
        name.rstrip("/"): number
        for number, (_, names) in enumerate(rows)
        for name in re.findall(r"`([a-z_]+/?)`", names)
    }
    return stages | {"__main__": stages["cli"], "__init__": stages["parser"]}


STAGES = table()


def home(module: str) -> str:
    """Return the stage name of a dotted module: ``newsparse.model.span`` is in ``model``."""
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else "__init__"


def imports(tree: ast.AST) -> set[str]:
    """Return every newsparse module that is imported anywhere in a file."""
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports name the whole path"
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return {name for name in found if name == "newsparse" or name.startswith("newsparse.")}


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_a_file_imports_only_from_stages_before_its_own(path):
    """The message names the import that goes the wrong way."""
    own = home(".".join(("newsparse", *path.relative_to(PACKAGE).with_suffix("").parts)))
    if own == "__init__":
        return  # the public face gives names of every stage, lazily

    for module in imports(ast.parse(path.read_text("utf-8"))):
        other = home(module)
        if other == own:
            continue
        # `from newsparse import Page` reads a name of the public face.
        stage = STAGES.get(other, STAGES["__init__"])
        assert stage <= STAGES[own], f"{own} comes before {other}, so it must not import {module}"
        if own in OUTWARD and other in OUTWARD:
            pytest.fail(f"{own} must not import {module}: each is left out on its own")


def test_the_table_names_every_folder_and_module():
    """A new folder needs a place in the house."""
    there = {p.stem if p.is_file() else p.name for p in PACKAGE.iterdir()}
    there -= {"py", "__pycache__", "_version"}

    assert there <= set(STAGES), sorted(there - set(STAGES))


def test_the_table_is_read():
    """Were the table not found, nothing would be checked."""
    assert STAGES["model"] < STAGES["languages"] < STAGES["reading"] < STAGES["parsers"]
    assert STAGES["parsers"] < STAGES["labelling"] < STAGES["roles"] < STAGES["parser"]
    assert STAGES["parser"] < STAGES["export"] == STAGES["training"]
    assert STAGES["export"] < STAGES["pipelines"] < STAGES["cli"]


def test_a_wrong_import_would_be_seen():
    """The reader of imports finds all ways to write one."""
    code = """
import newsparse.parse
from newsparse.model import span
def late():
    from newsparse.roles.body import read
"""
    assert imports(ast.parse(code)) == {
        "newsparse.parse",
        "newsparse.model.span",
        "newsparse.roles.body.read",
    }


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_files_stay_short_enough_to_read(path):
    """About 300 lines; a table of data may be longer."""
    assert len(path.read_text("utf-8").splitlines()) <= 320
