"""Measures of one extracted value against its truth; pure functions of texts.

Body measures follow the public benchmarks:

- ``shingle_counts``: article-extraction-benchmark. Runs of four words as multisets; precision and
  recall of a page, of which the benchmark takes means; F1 is made of the two means. A page from
  which a tool takes nothing has no precision and is left out of that mean.
- ``word_scores`` and ``snippet_share``: WCXB. Lower-cased words as multisets, mean over pages; a
  page without snippets counts as 1.
- ``rouge``: fundus-evaluation. ROUGE-LSum with a paragraph a sentence, by the package
  ``rouge-score``; where paragraphs are optional, the reference that suits the tool best.
"""

from __future__ import annotations

import datetime as dt
import random
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence
from statistics import fmean

SHINGLE = 4
"""Words in a run, as the benchmark has it."""
RESAMPLES = 1000
"""Bootstrap samples of an interval; more change it by less than what is printed."""
_WORD = re.compile(r"\w+")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")

Row = dict[str, float | None]
"""Measures of one page; None where a measure does not exist for it."""


def words(text: str | None) -> list[str]:
    """Return the runs of letters, digits and underscores."""
    return _WORD.findall(text or "")


def word_scores(found: str | None, truth: str) -> tuple[float, float, float]:
    """Return precision, recall and F1 of lower-cased words; 1 where both are empty."""
    ours, theirs = Counter(words((found or "").lower())), Counter(words(truth.lower()))
    if not ours and not theirs:
        return 1.0, 1.0, 1.0
    shared = (ours & theirs).total()
    precision = shared / ours.total() if ours else 0.0
    recall = shared / theirs.total() if theirs else 0.0
    return precision, recall, harmonic(precision, recall)


def shingle_scores(found: str | None, truth: str) -> tuple[float | None, float | None]:
    """Return precision and recall of runs of four words; None where there is nothing to divide."""
    ours, theirs = _shingles(found), _shingles(truth)
    shared = (ours & theirs).total()
    precision = shared / ours.total() if ours else None
    return precision, shared / theirs.total() if theirs else None


def _shingles(text: str | None) -> Counter[tuple[str, ...]]:
    tokens = words(text)
    starts = range(max(1, len(tokens) - SHINGLE + 1)) if tokens else range(0)
    return Counter(tuple(tokens[at : at + SHINGLE]) for at in starts)


def snippet_share(text: str | None, snippets: Sequence[str]) -> float:
    """Return the share of snippets found, caseless, blanks squeezed; 1 where there are none."""
    whole = _squeezed(text or "")
    return fmean(_squeezed(one) in whole for one in snippets) if snippets else 1.0


def rouge(found: str | None, references: Sequence[str]) -> tuple[float, float, float]:
    """Return precision, recall and F1 of ROUGE-LSum against the reference that suits best.

    Raises:
        ImportError: The package rouge-score is not installed.
    """
    from rouge_score.rouge_scorer import RougeScorer

    scorer = RougeScorer(["rougeLsum"])
    scores = [scorer.score(one, found or "")["rougeLsum"] for one in references]
    best = max(scores, key=lambda score: score.fmeasure)
    return best.precision, best.recall, best.fmeasure


def folded(text: str | None) -> str:
    """Return the words alone, caseless: punctuation and quotation marks do not count."""
    return " ".join(words(unicodedata.normalize("NFKC", text or "").casefold()))


def same_words(found: str | None, truth: str) -> float:
    """Return 1 where both have the same words in the same order, caseless, else 0."""
    return float(folded(found) == folded(truth))


def author_f1(found: Sequence[str], truth: Sequence[str]) -> float:
    """Return F1 of the sets of whole names, caseless; 1 where both are empty."""
    ours, theirs = ({folded(one) for one in names} - {""} for names in (found, truth))
    if not ours and not theirs:
        return 1.0
    return 2 * len(ours & theirs) / (len(ours) + len(theirs))


def same_day(found: object, truth: str) -> float:
    """Return 1 where both begin with the same ISO day, as written, else 0."""
    day = _day(found)
    return float(day is not None and day == _day(truth))


def _day(value: object) -> str | None:
    if isinstance(value, dt.date):
        return value.isoformat()[:10]
    found = _DAY.search(value) if isinstance(value, str) else None
    return found.group() if found else None


def _squeezed(text: str) -> str:
    return " ".join(text.lower().split())


def harmonic(one: float, other: float) -> float:
    """Return the harmonic mean; 0 where both are 0."""
    return 2 * one * other / (one + other) if one + other else 0.0


def mean(rows: Sequence[Row], name: str) -> float | None:
    """Return the mean over the pages that have the measure; None where none has it."""
    known = [value for row in rows if (value := row.get(name)) is not None]
    return fmean(known) if known else None


def interval(
    rows: Sequence[Row], figure: Callable[[Sequence[Row]], float | None], seed: int = 0
) -> tuple[float, float] | None:
    """Return the 95 % bootstrap interval of a figure when pages are drawn again."""
    draw = random.Random(seed)  # noqa: S311  # repeatable, not secret
    samples = (figure(draw.choices(rows, k=len(rows))) for _ in range(RESAMPLES))
    found = sorted(one for one in samples if one is not None)
    if not found:
        return None
    edge = len(found) // 40
    return found[edge], found[-1 - edge]
