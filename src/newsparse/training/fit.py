"""Fits all point tables of one kind of page and writes them as a weights file.

Deterministic from the seed; prints a line a table; a run that was ended goes on where it stopped
if it is given the same work folder.
"""

from __future__ import annotations

import gzip
import json
import math
import random
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

from newsparse.errors import MissingExtraError
from newsparse.labelling import scoring
from newsparse.labelling.features import cues, second
from newsparse.labelling.features.lead import Lead
from newsparse.labelling.points import PointTable, probability
from newsparse.labelling.scoring import ROLE_LABELS, STAGES, Scores
from newsparse.labelling.weights import FORMAT
from newsparse.model.label import Label
from newsparse.training.boost import DIGITS, Settings, fit_table
from newsparse.training.corpus import LabelledPage

__all__ = ["Fitter", "write_weights"]

FOLDS = 3
"""Folds of sites for the first pass's scores that the second pass learns from."""
SITE_POWER = 0.5
"""A site with n pages weighs n to this power: between every page alike and every site alike."""
IN_BODY = (Label.BODY, Label.SUBHEAD)
HEADLINE_SETTINGS = Settings(rounds=500, rate=0.1, pairs=24, least=20)
"""For the headline, of which every page is an example."""
ROLE_SETTINGS = Settings(rounds=300, rate=0.1, pairs=12, least=20)
"""For the smaller roles, of which there are hundreds to thousands of examples, not hundred
thousands."""


LEAST_RANGE = (0.1, 0.6)
"""Bounds of the probabilities from which a smaller role is claimed."""
YES_SHARE = 0.25
"""Share of the weight that the yeses of a rare role get while it is fitted."""


class Fitter:
    """Fits the tables of one family (``text`` or ``html``) step by step.

    Args:
        family: Prefix of the questions.
        pages: Labelled pages of the training part.
        work: Folder that keeps finished tables, or None.
        settings: Of the two body passes.
    """

    def __init__(
        self,
        family: str,
        pages: list[LabelledPage],
        *,
        work: Path | None = None,
        settings: Settings | None = None,
    ) -> None:
        try:
            import numpy as np
        except ImportError as error:
            raise MissingExtraError("training", "numpy", "train") from error
        self._np = np
        self.family = family
        self.pages = pages
        self.tables: dict[str, PointTable] = {}
        self.numbers: dict[str, float] = {}
        self._work = work
        self._settings = settings or Settings()
        self._begun = time.monotonic()
        self._scores: list[Scores] = []
        self._leads: list[Lead] = []
        self._cues: list[cues.PageCues] = []

    def fit(self) -> dict[str, PointTable]:
        """Fit every question and return the tables by question."""
        self._say(f"{len(self.pages)} pages, measuring")
        self._scores = [Scores(scoring.measure(p.document, p.pack)) for p in self.pages]
        self._fit_body()
        self._fit_headline()
        self._fit_roles()
        return self.tables

    # --- body: two passes ---------------------------------------------------------------------

    def _fit_body(self) -> None:
        rows = [[fact.row for fact in s.facts] for s in self._scores]
        answers, weights = self._body_answers()
        first = self._table("first", rows, answers, weights, self._settings)
        folds = self._folds()
        for fold in range(FOLDS):
            kept = [i for i, f in enumerate(folds) if f != fold]
            table = self._table(
                f"first.fold{fold}",
                [rows[i] for i in kept],
                [answers[i] for i in kept],
                [weights[i] for i in kept],
                self._settings,
                sizes=self._sizes("first"),
            )
            for i, scores in enumerate(self._scores):
                if folds[i] == fold:
                    scores.first = [probability(table.score(row)) for row in rows[i]]
        del first
        for page, scores in zip(self.pages, self._scores, strict=True):
            scores.rows = second.second_rows(page.document.blocks, scores.facts, scores.first)
        rows = [s.rows for s in self._scores]
        table = self._table("second", rows, answers, weights, self._settings)
        for scores in self._scores:
            scores.body = [probability(table.score(row)) for row in scores.rows]

    def _body_answers(self) -> tuple[list[list[int]], list[list[float]]]:
        """1 for body; weights by code points and by block, half and half, one page one unit."""
        sites = Counter(page.group for page in self.pages)
        answers, weights = [], []
        for page in self.pages:
            sizes = [len("".join(b.text.split())) for b in page.document.blocks]
            known = [label is not None for label in page.labels]
            total = sum(n for n, k in zip(sizes, known, strict=True) if k) or 1
            count = sum(known) or 1
            share = page.weight / sites[page.group] ** SITE_POWER
            answers.append([int(label in IN_BODY) for label in page.labels])
            weights.append(
                [
                    share * (0.5 * n / total + 0.5 / count) if k else 0.0
                    for n, k in zip(sizes, known, strict=True)
                ]
            )
        return answers, weights

    def _folds(self) -> list[int]:
        groups = sorted({page.group for page in self.pages})
        random.Random(self._settings.seed).shuffle(groups)  # noqa: S311  # no secret
        fold = {group: i % FOLDS for i, group in enumerate(groups)}
        return [fold[page.group] for page in self.pages]

    # --- headline and smaller roles -----------------------------------------------------------

    def _fit_headline(self) -> None:
        self._leads = [Lead(s.facts, s.body) for s in self._scores]
        self._cues = [
            scoring.page_cues(page.document, page.pack, scores, lead)
            for page, scores, lead in zip(self.pages, self._scores, self._leads, strict=True)
        ]
        asked = []
        for scores, lead, found in zip(self._scores, self._leads, self._cues, strict=True):
            asked.append(scoring.headline_blocks(scores, lead))
            scoring.cue_rows(scores, found, asked[-1])
        table = self._role_table("headline", Label.HEADLINE, asked)
        for scores, numbers in zip(self._scores, asked, strict=True):
            best = scoring.HEADLINE_LEAST
            for i in numbers:
                found_score = probability(table.score(scores.rows[i]))
                if found_score > best:
                    best, scores.headline = found_score, i

    def _fit_roles(self) -> None:
        asked = []
        for scores, lead, found in zip(self._scores, self._leads, self._cues, strict=True):
            asked.append(scoring.role_blocks(scores, lead))
            scoring.cue_rows(scores, found, asked[-1])
            for i in asked[-1]:
                scores.rows[i] += cues.place_row(i, scores.headline, lead.start)
        for label in ROLE_LABELS:
            self._role_table(label.lower(), label, asked)

    def _role_table(self, question: str, label: Label, asked: list[list[int]]) -> PointTable:
        rows, answers, weights = [], [], []
        sites = Counter(page.group for page in self.pages)
        for page, scores, numbers in zip(self.pages, self._scores, asked, strict=True):
            kept = [i for i in numbers if page.labels[i] is not None]
            share = page.weight / sites[page.group] ** SITE_POWER / max(len(kept), 1)
            rows.append([scores.rows[i] for i in kept])
            answers.append([int(page.labels[i] is label) for i in kept])
            weights.append([share] * len(kept))
        if question == "headline":
            return self._headline_table(rows, answers, weights)
        lift = _lift(answers, weights)
        for page_answers, page_weights in zip(answers, weights, strict=True):
            for i, answer in enumerate(page_answers):
                if answer:
                    page_weights[i] *= lift
        sizes = self._sizes("roles")
        table = self._table(question, rows, answers, weights, ROLE_SETTINGS, sizes=sizes)
        lowered = PointTable(table.base - math.log(lift), table.singles, table.pairs)
        name = f"{self.family}.{question}"
        self.tables[name] = lowered
        self.numbers[f"{name}.least"] = _best_least(lowered, rows, answers)
        return lowered

    def _headline_table(
        self,
        rows: list[list[list[int]]],
        answers: list[list[int]],
        weights: list[list[float]],
    ) -> PointTable:
        """The headline is one block of a page: learn which, from pages that show one."""
        shown = [i for i, page_answers in enumerate(answers) if sum(page_answers) == 1]
        return self._table(
            "headline",
            [rows[i] for i in shown],
            [answers[i] for i in shown],
            [weights[i] for i in shown],
            HEADLINE_SETTINGS,
            groups=[len(rows[i]) for i in shown],
        )

    # --- one table ----------------------------------------------------------------------------

    def _sizes(self, stage: str) -> tuple[int, ...]:
        return tuple(size for _, size in STAGES[f"{self.family}.{stage}"])

    def _table(
        self,
        question: str,
        rows: list[list[list[int]]],
        answers: list[list[int]],
        weights: list[list[float]],
        settings: Settings,
        *,
        sizes: tuple[int, ...] | None = None,
        groups: list[int] | None = None,
    ) -> PointTable:
        name = f"{self.family}.{question}"
        kept = self._work / f"{name}.json" if self._work is not None else None
        if kept is not None and kept.exists():
            table = _table_from(json.loads(kept.read_text(encoding="utf-8")))
        else:
            np = self._np
            flat = np.array([row for page in rows for row in page], dtype=np.int16)
            truth = np.array([a for page in answers for a in page], dtype=np.int8)
            shares = np.array([w for page in weights for w in page])
            used = shares > 0
            if groups is None:
                flat, truth, shares = flat[used], truth[used], shares[used]
            shares *= len(shares) / shares.sum()
            self._say(f"{name}: {len(truth)} blocks, {int(truth.sum())} of them yes")
            table = fit_table(flat, truth, shares, sizes or self._sizes(question), settings, groups)
            if kept is not None:
                kept.write_text(json.dumps(table_to_plain(table)), encoding="utf-8")
        if ".fold" not in question:
            self.tables[name] = table
        return table

    def _say(self, words: str) -> None:
        print(f"{time.monotonic() - self._begun:7.1f} s  {words}", file=sys.stderr)  # noqa: T201  # progress


def _best_least(table: PointTable, rows: list[list[list[int]]], answers: list[list[int]]) -> float:
    """The probability from which a yes gives the best F1 over all blocks."""
    found = sorted(
        (
            (probability(table.score(row)), answer)
            for page_rows, page_answers in zip(rows, answers, strict=True)
            for row, answer in zip(page_rows, page_answers, strict=True)
        ),
        reverse=True,
    )
    yes = sum(answer for _, answer in found)
    best, least, hits = 0.0, 1.0, 0
    for count, (score, answer) in enumerate(found, 1):
        hits += answer
        f1 = 2 * hits / (count + yes)
        if f1 > best:
            best, least = f1, score
    return round(min(max(least, LEAST_RANGE[0]), LEAST_RANGE[1]), DIGITS)


def _lift(answers: list[list[int]], weights: list[list[float]]) -> float:
    """How much rare yeses must be lifted to weigh ``YES_SHARE`` of all; undone in the base."""
    pairs = [
        (answer, weight)
        for page_answers, page_weights in zip(answers, weights, strict=True)
        for answer, weight in zip(page_answers, page_weights, strict=True)
    ]
    yes = sum(weight for answer, weight in pairs if answer)
    no = sum(weight for answer, weight in pairs if not answer)
    return max(1.0, YES_SHARE * no / (1.0 - YES_SHARE) / yes) if yes else 1.0


def table_to_plain(table: PointTable) -> dict[str, Any]:
    """Return a table as the weights file holds it."""
    pairs = [[first, second_, cells] for first, second_, _, cells in table.pairs]
    return {"base": table.base, "singles": table.singles, "pairs": pairs}


def _table_from(plain: dict[str, Any]) -> PointTable:
    pairs = [(a, b, len(plain["singles"][b]), cells) for a, b, cells in plain["pairs"]]
    return PointTable(plain["base"], plain["singles"], pairs)


def write_weights(
    path: Path, name: str, tables: dict[str, PointTable], numbers: dict[str, float]
) -> None:
    """Write a weights file; the same tables give the same bytes."""
    plain = {
        "format": FORMAT,
        "name": name,
        "features": {stage: [n for n, _ in features] for stage, features in STAGES.items()},
        "numbers": numbers,
        "tables": {question: table_to_plain(tables[question]) for question in sorted(tables)},
    }
    data = json.dumps(plain, separators=(",", ":"), sort_keys=True).encode()
    path.write_bytes(gzip.compress(data, compresslevel=9, mtime=0))
