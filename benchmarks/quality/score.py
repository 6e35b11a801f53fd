"""Runs a tool over cases, and makes the figures of a benchmark from the pages' measures."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any

from attrs import frozen

from benchmarks.quality import metrics as m
from benchmarks.quality.layouts import Case
from benchmarks.quality.peers import Extract, Values, as_html, newsparse_text

_SIMPLE = as_html("A headline\n" + "Words enough that a tool takes this for a paragraph. " * 9)
"""Warms a tool up, and shows which fields it offers: those are lost on a page where it raises."""
Figure = Callable[[Sequence[m.Row]], float | None]


@frozen
class Result:
    """What came out for one tool: a row a page, and how often it raised."""

    tool: str
    rows: tuple[m.Row, ...]
    raised: int


def run(tool: str, extract: Extract, cases: Iterable[Case], *, with_rouge: bool) -> Result:
    """Measure a tool; a page on which it raises counts as if it had found nothing."""
    rows, raised, claimed = [], 0, tuple(extract(_SIMPLE, None))
    for case in cases:
        try:
            found = _found(tool, extract, case)
        except Exception:  # noqa: BLE001  # other people's code may raise anything
            found, raised = dict.fromkeys(claimed), raised + 1
        rows.append(measures(found, case, with_rouge=with_rouge))
    return Result(tool, tuple(rows), raised)


def _found(tool: str, extract: Extract, case: Case) -> Values:
    if case.is_text:
        is_ours = tool == "newsparse"
        return newsparse_text(case.content) if is_ours else extract(as_html(case.content), case.url)
    return extract(case.content, case.url)


def measures(found: Values, case: Case, *, with_rouge: bool = False) -> m.Row:
    """Return every measure that the truth allows and the tool claims."""
    row: m.Row = {}
    if case.bodies:
        body, truth = found.get("body"), case.bodies[0]
        row["word precision"], row["word recall"], row["word F1"] = m.word_scores(body, truth)
        row["shingle precision"], row["shingle recall"] = m.shingle_scores(body, truth)
        row["body same"] = float(m.words(body) == m.words(truth))
        row["has"] = m.snippet_share(body, case.has)
        row["lacks"] = 1.0 - m.snippet_share(body, case.lacks) if case.lacks else 1.0
        if with_rouge:
            names = ("rouge precision", "rouge recall", "rouge F1")
            row.update(zip(names, m.rouge(body, case.bodies), strict=True))
    if "headline" in found and case.headline:
        row["headline"] = m.same_words(found["headline"], case.headline)
    if "authors" in found and case.authors is not None:
        row["authors"] = m.author_f1(found["authors"] or (), case.authors)
    if "published" in found and case.published:
        row["published"] = m.same_day(found["published"], case.published)
    return row


def shingle_f1(rows: Sequence[m.Row]) -> float | None:
    """Return F1 of mean precision and mean recall, as article-extraction-benchmark has it."""
    precision, recall = m.mean(rows, "shingle precision"), m.mean(rows, "shingle recall")
    return None if precision is None or recall is None else m.harmonic(precision, recall)


def _mean(name: str) -> Figure:
    return partial(_mean_of, name)


def _mean_of(name: str, rows: Sequence[m.Row]) -> float | None:
    return m.mean(rows, name)


_FIELDS: dict[str, Figure] = {
    "headline, same words": _mean("headline"),
    "authors F1": _mean("authors"),
    "published day": _mean("published"),
}
FIGURES: dict[str, dict[str, Figure]] = {
    "aeb": {
        "F1": shingle_f1,
        "precision": _mean("shingle precision"),
        "recall": _mean("shingle recall"),
        "accuracy": _mean("body same"),
    },
    "fundus": {
        "ROUGE-LSum F1": _mean("rouge F1"),
        "precision": _mean("rouge precision"),
        "recall": _mean("rouge recall"),
    },
    "wcxb": {
        "word F1": _mean("word F1"),
        "precision": _mean("word precision"),
        "recall": _mean("word recall"),
        "wanted snippets": _mean("has"),
        "unwanted kept out": _mean("lacks"),
        **_FIELDS,
    },
    "jsonl": {
        "word F1": _mean("word F1"),
        "4-shingle F1": shingle_f1,
        "body exact": _mean("body same"),
        **_FIELDS,
    },
}
"""Benchmark to its columns; the first one gets an interval and the chart."""


def figures(benchmark: str, result: Result) -> dict[str, Any]:
    """Return column to figure, and ``interval`` of the first column."""
    columns = FIGURES[benchmark]
    found: dict[str, Any] = {name: figure(result.rows) for name, figure in columns.items()}
    found["interval"] = m.interval(result.rows, next(iter(columns.values())))
    return found
