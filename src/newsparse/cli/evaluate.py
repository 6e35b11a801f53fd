"""``newsparse eval``: how well newsparse reads a user's own pages.

In: JSON Lines, one labelled page a line: the page under ``raw``, ``html`` or ``text``, or the name
of its file under ``page`` (beside the labels), and under ``expected`` what is right for it. A key
that ``expected`` does not have is not scored; null means that there is none. Out: one mean a
measure, over the pages that have the key.
"""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from statistics import fmean
from typing import Any

import regex
from attrs import field, frozen

from newsparse.cli.sources import COLUMNS, STANDARD_INPUT, opened
from newsparse.config import ParseConfig
from newsparse.errors import InputError
from newsparse.model.page import Page
from newsparse.parser import Parser

__all__ = ["MEASURES", "Scores", "evaluate", "report"]

_WORD = regex.compile(r"\w++")


def words(text: str | None) -> Counter[str]:
    """Return the words of a text and how often each stands there; case does not count."""
    return Counter(_WORD.findall((text or "").casefold()))


def overlap(found: Counter[str], right: Counter[str]) -> float:
    """Return F1 of two bags: 1 for the same words (both none), 0 for nothing in common."""
    if not found and not right:
        return 1.0
    return 2 * (found & right).total() / (found.total() + right.total())


def _same(found: str | None, right: str | None) -> float:
    return float(_WORD.findall((found or "").casefold()) == _WORD.findall((right or "").casefold()))


def _names(page: Page) -> set[str]:
    authors = page.byline.authors if page.byline is not None else ()
    return {" ".join(author.name.casefold().split()) for author in authors}


def _authors(page: Page, right: Sequence[str] | None) -> float:
    return float(_names(page) == {" ".join(name.casefold().split()) for name in right or ()})


def _day(page: Page, right: str | None) -> float:
    value = page.published.value if page.published is not None else None
    day = value.date() if isinstance(value, dt.datetime) else value
    return float((day.isoformat() if day else None) == (right[:10] if right else None))


MEASURES: dict[str, tuple[str, Callable[[Page, Any], float]]] = {
    "headline": ("same words", lambda p, r: _same(p.headline.text if p.headline else None, r)),
    "deck": ("same words", lambda p, r: _same(p.deck.text if p.deck else None, r)),
    "authors": ("the same names", _authors),
    "published": ("the same day", _day),
    "body": ("F1 of words", lambda p, r: overlap(words(p.body.text), words(r))),
    "language": ("the same code", lambda p, r: float(p.language == r)),
}
"""Key of ``expected``: what is measured and how, from 0 to 1."""


@frozen
class Scores:
    """What was scored.

    Attributes:
        pages: Number of pages.
        values: Measure and (score, page) of every page that has it.
    """

    pages: int
    values: Mapping[str, Sequence[tuple[float, str]]] = field(repr=False)

    def figures(self) -> dict[str, Any]:
        """Return number of pages and mean of each measure."""
        rows = {
            name: {"pages": len(scores), "mean": round(fmean(score for score, _ in scores), 4)}
            for name, scores in self.values.items()
            if scores
        }
        return {"pages": self.pages, "measures": rows}


def evaluate(files: Sequence[Path], config: ParseConfig | None) -> Scores:
    """Score the pages of files.

    Raises:
        InputError: A line is no labelled page; names file and line.
        OSError: A file cannot be read.
    """
    parser = Parser(config)
    values: dict[str, list[tuple[float, str]]] = {name: [] for name in MEASURES}
    count = 0
    for file in files:
        for where, row in _rows(file):
            content, kind = _content(file, where, row)
            page = parser.parse(content, url=row.get("url"), kind=kind)
            count += 1
            for name, right in _expected(where, row).items():
                values[name].append((MEASURES[name][1](page, right), where))
    return Scores(count, values)


def report(scores: Scores, worst: int) -> str:
    """Return the figures as lines, and the names of the poorest pages of each measure."""
    lines = [f"{'what':<10} {'how':<15} {'pages':>6} {'mean':>6}"]
    for name, row in scores.figures()["measures"].items():
        lines.append(f"{name:<10} {MEASURES[name][0]:<15} {row['pages']:>6} {row['mean']:>6.3f}")
        poor = sorted(score for score in scores.values[name] if score[0] < 1)[:worst]
        lines += [f"    {score:.3f} {where}" for score, where in poor]
    return "\n".join(lines)


def _rows(file: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    if file == STANDARD_INPUT:
        raise InputError("newsparse eval takes files, not standard input")
    with file.open("rb") as raw, opened(file, raw) as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            where = f"{file}:{number}"
            try:
                row = json.loads(line)
            except ValueError as error:
                raise InputError(f"{where}: no JSON: {error}") from error
            if not isinstance(row, dict):
                raise InputError(f"{where}: takes a JSON object, got {type(row).__name__}")
            yield where, row


def _content(file: Path, where: str, row: Mapping[str, Any]) -> tuple[str | bytes, str | None]:
    if isinstance(row.get("page"), str):
        return (file.parent / row["page"]).read_bytes(), row.get("kind")
    for column in COLUMNS:
        if isinstance(row.get(column), str):
            return row[column], row.get("kind") or ("html" if column == "html" else None)
    raise InputError(
        f"{where}: no page; it stands in one of 'page', {', '.join(map(repr, COLUMNS))}"
    )


def _expected(where: str, row: Mapping[str, Any]) -> Mapping[str, Any]:
    expected = row.get("expected")
    known = ", ".join(MEASURES)
    if not isinstance(expected, dict) or not expected:
        raise InputError(f"{where}: takes 'expected' with some of {known}")
    for name, right in expected.items():
        if name not in MEASURES:
            raise InputError(f"{where}: expected.{name} is unknown; use {known}")
        listed = name == "authors"
        fits = right is None or (
            isinstance(right, list) and all(isinstance(one, str) for one in right)
            if listed
            else isinstance(right, str)
        )
        if not fits:
            takes = "a list of names" if listed else "text"
            raise InputError(f"{where}: expected.{name} takes {takes} or null, got {right!r}")
    return expected
