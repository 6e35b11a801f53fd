"""Case files: ``tests/cases/<topic>/<language>.toml``, each case with its file and line."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

from attrs import frozen

FOLDER = Path(__file__).resolve().parent / "cases"


@frozen(kw_only=True)
class Case:
    """One ``[[case]]``: where it stands and what it says."""

    path: Path
    line: int
    data: dict[str, Any]

    def __str__(self) -> str:
        return f"{self.path.parent.name}/{self.path.name}:{self.line} {self.data['name']}"


def load(path: Path) -> list[Case]:
    """Return the cases of one file, in order."""
    text = path.read_text("utf-8")
    heads = re.finditer(r"^\[\[case\]\]", text, re.MULTILINE)
    lines = [text.count("\n", 0, head.start()) + 1 for head in heads]
    cases = tomllib.loads(text).get("case", [])
    return [Case(path=path, line=line, data=data) for line, data in zip(lines, cases, strict=True)]


def topic(name: str) -> list[Case]:
    """Return all cases of a topic, every language."""
    return [case for path in sorted((FOLDER / name).glob("*.toml")) for case in load(path)]
