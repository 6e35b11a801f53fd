"""Names and places of all languages: three lists that ship beside the packs.

They say what a word can be, never what it is: a parser that asks them also looks at the shape of
the line. Written by ``tools/generate_names.py``; each file's first line names its source.
"""

from __future__ import annotations

from functools import lru_cache
from importlib import resources

__all__ = ["gendered_names", "given_names", "places", "surnames"]

_DATA = resources.files("newsparse.languages") / "data"


@lru_cache(maxsize=1)
def given_names() -> frozenset[str]:
    """Return some 27,000 given names of 80 locales, case folded, single words."""
    return _read("given_names.txt")


@lru_cache(maxsize=1)
def gendered_names() -> dict[str, str]:
    """Return given names that only women (``f``) or only men (``m``) bear, case folded."""
    return {line[2:]: line[0] for line in _read("gendered_names.txt")}


@lru_cache(maxsize=1)
def surnames() -> frozenset[str]:
    """Return some 26,000 surnames that are no given names, case folded, single words."""
    return _read("surnames.txt")


@lru_cache(maxsize=1)
def places() -> frozenset[str]:
    """Return some 14,000 cities and countries in 21 languages, case folded."""
    return _read("places.txt")


def _read(name: str) -> frozenset[str]:
    lines = (_DATA / name).read_text(encoding="utf-8").split("\n")
    return frozenset(line for line in lines if line and not line.startswith("#"))
