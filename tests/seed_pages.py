"""The pages in ``seeds/`` and what is right for each of them."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from attrs import frozen

FOLDER = Path(__file__).resolve().parent.parent / "seeds"


@frozen(kw_only=True)
class Seed:
    """One page: its name, bytes, decoded text and expectation."""

    name: str
    path: Path
    content: bytes
    raw: str
    want: dict[str, Any]

    def __str__(self) -> str:
        return self.name


def _load(expectation: Path) -> Seed:
    name = expectation.name.removesuffix(".expected.toml")
    want = tomllib.loads(expectation.read_text("utf-8"))
    path = next(p for p in FOLDER.glob(f"{name}.*") if p.suffix != ".toml")
    content = path.read_bytes()
    raw = content.decode(want.get("encoding", "utf-8"))
    return Seed(name=name, path=path, content=content, raw=raw, want=want)


SEEDS = tuple(_load(path) for path in sorted(FOLDER.glob("*.expected.toml")))
