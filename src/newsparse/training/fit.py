"""Fits all point tables of one kind of page and writes them as a weights file.

Deterministic from the seed; prints a line a table; a run that was ended goes on where it stopped
if it is given the same work folder.
"""

from __future__ import annotations

import json
import math
import random
import sys
import time
from collections import Counter
from pathlib import Path

from newsparse.errors import MissingExtraError
from newsparse.labelling import scoring
from newsparse.labelling.features import cues, genre, second
from newsparse.labelling.features.lead import Lead
from newsparse.labelling.points import PointTable, probability
from newsparse.labelling.scores import Scores, add_genres
from newsparse.labelling.scoring import ROLE_LABELS, STAGES
from newsparse.model.label import Label
from newsparse.training.boost import Settings, fit_table
from newsparse.training.corpus import LabelledPage
from newsparse.training.tables import best_least, lift_of, table_from_plain, table_to_plain

__all__ = ["Fitter"]

OTHER_WEIGHT = 0.7
"""Weight of a page that is no article (forum, product, listing) where parts of pages are learnt:
they are to be read too, but what counts is news."""
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
GENRE_SETTINGS = Settings(rounds=200, rate=0.08, pairs=12, least=15)
"""For what a page is like: an example a page, some hundreds of each kind but stories. Rounds of 60
to 250 and 4 to 30 pairs give the same within a point on the validation part."""


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
        self.fit_body()
        self._fit_headline()
        self._fit_roles()
        return self.tables

    # --- body: two passes ---------------------------------------------------------------------

    def fit_body(self) -> dict[str, PointTable]:
        """Fit the two body passes, and what a page is like between them, alone."""
        self._say(f"{len(self.pages)} pages, measuring")
        self._scores = [Scores(scoring.measure(p.document, p.pack)) for p in self.pages]
        rows = [[fact.row for fact in s.facts] for s in self._scores]
        answers, weights = self._body_answers()
        self._table("first", rows, answers, weights, self._settings)
        unseen = self._unseen("first", rows, answers, weights, self._settings, "first")
        for scores, log_odds in zip(self._scores, unseen, strict=True):
            scores.first = [probability(value) for value in log_odds]
        for page, scores in zip(self.pages, self._scores, strict=True):
            scores.rows = second.second_rows(page.document.blocks, scores.facts, scores.first)
        if self.family == "html":
            self._fit_genres()
        rows = [s.rows for s in self._scores]
        table = self._table("second", rows, answers, weights, self._settings)
        for scores in self._scores:
            scores.body = [probability(table.score(row)) for row in scores.rows]
        return self.tables

    def _fit_genres(self) -> None:
        """What a page is like; its own site's pages are not among those that judge it."""
        pages = list(zip(self.pages, self._scores, strict=True))
        rows = [[genre.page_row(p.document, s.facts, s.first)] for p, s in pages]
        sites = Counter(page.group for page in self.pages)
        weights = [[p.weight / sites[p.group] ** SITE_POWER] for p in self.pages]
        found: list[dict[str, float]] = [{} for _ in self.pages]
        for name in genre.QUESTIONS:
            answers = [[int(page.genre == name)] for page in self.pages]
            self._table(name, rows, answers, weights, GENRE_SETTINGS, sizes=self._sizes("genre"))
            unseen = self._unseen(name, rows, answers, weights, GENRE_SETTINGS, "genre")
            for page_found, log_odds in zip(found, unseen, strict=True):
                page_found[name] = log_odds[0]
        for scores, page_found in zip(self._scores, found, strict=True):
            add_genres(scores, page_found)

    def _unseen(
        self,
        question: str,
        rows: list[list[list[int]]],
        answers: list[list[int]],
        weights: list[list[float]],
        settings: Settings,
        stage: str,
    ) -> list[list[float]]:
        """Return the log-odds of each page's rows, by tables that saw no page of its site."""
        folds = self._folds()
        found: list[list[float]] = [[] for _ in rows]
        for fold in range(FOLDS):
            kept = [i for i, own in enumerate(folds) if own != fold]
            table = self._table(
                f"{question}.fold{fold}",
                [rows[i] for i in kept],
                [answers[i] for i in kept],
                [weights[i] for i in kept],
                settings,
                sizes=self._sizes(stage),
            )
            for i, own in enumerate(folds):
                if own == fold:
                    found[i] = [table.score(row) for row in rows[i]]
        return found

    def _body_answers(self) -> tuple[list[list[int]], list[list[float]]]:
        """1 for body; weights by code points and by block, half and half, one page one unit."""
        sites = Counter(page.group for page in self.pages)
        answers, weights = [], []
        for page in self.pages:
            sizes = [len("".join(b.text.split())) for b in page.document.blocks]
            known = [label is not None for label in page.labels]
            total = sum(n for n, k in zip(sizes, known, strict=True) if k) or 1
            count = sum(known) or 1
            share = _share(page, sites)
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
            share = _share(page, sites) / max(len(kept), 1)
            rows.append([scores.rows[i] for i in kept])
            answers.append([int(page.labels[i] is label) for i in kept])
            weights.append([share] * len(kept))
        if question == "headline":
            return self._headline_table(rows, answers, weights)
        lift = lift_of(answers, weights)
        for page_answers, page_weights in zip(answers, weights, strict=True):
            for i, answer in enumerate(page_answers):
                if answer:
                    page_weights[i] *= lift
        sizes = self._sizes("roles")
        table = self._table(question, rows, answers, weights, ROLE_SETTINGS, sizes=sizes)
        lowered = PointTable(table.base - math.log(lift), table.singles, table.pairs)
        name = f"{self.family}.{question}"
        self.tables[name] = lowered
        self.numbers[f"{name}.least"] = best_least(lowered, rows, answers)
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
            table = table_from_plain(json.loads(kept.read_text(encoding="utf-8")))
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


def _share(page: LabelledPage, sites: Counter[str]) -> float:
    """Return what a page weighs among all."""
    other = 1.0 if page.genre in ("", "article") else OTHER_WEIGHT
    share: float = other * page.weight / sites[page.group] ** SITE_POWER
    return share
