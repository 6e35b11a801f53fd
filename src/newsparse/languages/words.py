"""Names and places of all languages, and common words: lists that ship beside the packs.

They say what a word can be, never what it is: a parser that asks them also looks at the shape of
the line. Names and places are written by ``tools/generate_names.py``; each file's first line names
its source.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from importlib import resources

__all__ = [
    "common_words",
    "gendered_names",
    "given_names",
    "places",
    "small_words",
    "surnames",
]

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
    """Return some 24,000 cities and countries in 21 languages, case folded.

    Names with accents or apostrophes are in it without them too, as capitals often drop them.
    """
    names = _read("places.txt")
    return names | {_bare(name) for name in names if not name.isascii() or "'" in name}


@lru_cache(maxsize=1)
def common_words() -> frozenset[str]:
    """Return some 28,000 words of running text, case folded, most of them English and German.

    Counted over the training pages: each stands on three to six sites or more and is in neither
    list of names, or is printed small as a rule. "Will" and "Rose" are in it: a name made of such
    words needs more to be believed.
    """
    return frozenset(word.casefold() for word in _read("common_words.txt"))


@lru_cache(maxsize=1)
def small_words() -> frozenset[str]:
    """Return those of the common words that running text prints small: no "Berlin", no "Apple"."""
    return frozenset(word for word in _read("common_words.txt") if word[0].islower())


def _bare(name: str) -> str:
    """Return a name without accents and apostrophes."""
    parts = unicodedata.normalize("NFD", name)
    return "".join(c for c in parts if not unicodedata.combining(c) and c not in "'’‘")


def _read(name: str) -> frozenset[str]:
    lines = (_DATA / name).read_text(encoding="utf-8").split("\n")
    return frozenset(line for line in lines if line and not line.startswith("#"))
