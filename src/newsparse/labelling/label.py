"""The labeller: takes a page's blocks, gives units with label, kind, score and reasons.

Probabilities come from ``scoring``, order and certainty from the rules: a rule is a named value and
is shown by ``Page.explain``. Rules run in the order of ``RULES``.
"""

from __future__ import annotations

from newsparse.labelling.features.words import Facts
from newsparse.labelling.rules import RULES, Context
from newsparse.labelling.scores import Scores
from newsparse.labelling.scoring import (
    FAMILIES,
    ROLE_LABELS,
    STAGES,
    check_layout,
    score_document,
)
from newsparse.labelling.units import Unit
from newsparse.labelling.weights import Weights
from newsparse.languages.schema import Pack
from newsparse.model.block import Document
from newsparse.model.evidence import Evidence, Explanation
from newsparse.model.label import BoilerplateKind, Label

__all__ = ["Labeller", "Labelling"]

BODY_LEAST = 0.4
"""Probability from which a block is body. Of 0.3 to 0.6 the best by characters on the validation
texts, and nearly flat (0.944 to 0.938)."""
BODY_RELATIVE = 0.4
"""On a page whose best block stays below, this share of it is enough: no story comes out empty. Of
0.4, 0.5 and 0.6 the best on the validation part: body F1 by characters of text 0.962 against 0.961
for 0.6, by words of HTML 0.964 against 0.963."""
BODY_FLOOR = 0.1
"""Probability that even the best block must reach: below it a page has no story."""
_STRICT = (BODY_LEAST, BODY_RELATIVE, BODY_FLOOR)
_LOOSE_GENRES = ("forum", "listing")
_LOOSE = (0.15, 0.2, 0.02)
"""The same three for threads and lists, whose posts and items hold a few words each and score low:
of three triples the best on those of the validation part (forums 0.50 to 0.68 body F1, lists 0.58
to 0.69; 0.1, 0.3, 0.02 is better for lists, 0.69 against 0.66, and worse for forums)."""
HEADER_FIELD = "header"
"""Tag of the blocks that a mail's header fields are."""
ROLE_LEAST = 0.5
"""Probability from which a smaller role is claimed where the weights state no own one (they state
the one with the best F1 on the pages they were learnt from)."""
MOST_REASONS = 30
"""Reasons that an explanation lists."""


class Labelling:
    """What was decided about a document.

    Attributes:
        units: In source order, not overlapping.
        scores: The probabilities behind them.
    """

    __slots__ = ("scores", "units")

    def __init__(self, units: list[Unit], scores: Scores) -> None:
        self.units = units
        self.scores = scores


class Labeller:
    """Labels documents with one set of weights; safe to use from any thread."""

    def __init__(self, weights: Weights) -> None:
        check_layout(weights)
        self.weights = weights
        self._leasts = {
            family: {
                label: weights.numbers.get(f"{family}.{label.lower()}.least", ROLE_LEAST)
                for label in ROLE_LABELS
            }
            for family in FAMILIES
        }

    def label(self, document: Document, pack: Pack) -> Labelling:
        """Return the labelled units of a document. Linear in its text."""
        if document.kind == "email":
            return self._label_mail(document, pack)
        scores = score_document(document, pack, self.weights)
        least = body_threshold(scores.body, scores.other_genre)
        leasts = self._leasts["html" if document.kind == "html" else "text"]
        units = [
            _first_guess(document, i, fact, scores, least, leasts)
            for i, fact in enumerate(scores.facts)
        ]
        context = Context(document, pack, scores, units)
        for rule in RULES:
            rule.apply(context)
        return Labelling(context.units, scores)

    def _label_mail(self, document: Document, pack: Pack) -> Labelling:
        """Label what stands below the header fields as text; the fields are markup."""
        fields = [block for block in document.blocks if block.tag == HEADER_FIELD]
        text = Document(
            document.raw,
            "text",
            [block for block in document.blocks if block.tag != HEADER_FIELD],
            metadata=document.metadata,
        )
        found = self.label(text, pack)
        header = [Unit(block, -1, Label.MARKUP, 1.0) for block in fields]
        return Labelling([*header, *found.units], found.scores)

    def explain(self, document: Document, labelling: Labelling, unit: Unit) -> Explanation:
        """Return the reasons for a unit's label, largest first."""
        family = "html" if document.kind == "html" else "text"
        if unit.index < 0:
            return Explanation(label=unit.label, score=1.0, runner_up=None, evidence=())
        question = _question(unit.label)
        stage = f"{family}.{question if question in ('second', 'headline') else 'roles'}"
        names = [name for name, _ in STAGES[stage]]
        row = labelling.scores.rows[unit.index]
        table = self.weights.tables[f"{family}.{question}"]
        found = list(unit.rules)
        if len(row) >= len(names):
            sign = (
                1.0 if unit.label in (Label.BODY, Label.SUBHEAD) or question != "second" else -1.0
            )
            for places, points in table.reasons(row[: len(names)])[:MOST_REASONS]:
                text = " and ".join(f"{names[p]}: {row[p]}" for p in places)
                found.append(Evidence(text, round(sign * points, 3)))
        found.sort(key=lambda e: (-abs(e.points), e.name))
        return Explanation(
            label=unit.label,
            score=unit.score,
            runner_up=_runner_up(labelling.scores, unit),
            evidence=tuple(found),
        )


def body_threshold(scores: list[float], other_genre: str = "") -> float:
    """Return the probability from which a block of this page is body.

    Args:
        scores: Probability of body of each block.
        other_genre: What the page is where it is no article (``Scores.other_genre``).
    """
    best = max(scores, default=0.0)
    least, relative, floor = _LOOSE if other_genre in _LOOSE_GENRES else _STRICT
    return min(least, relative * best) if best >= floor else 1.1


def _first_guess(
    document: Document,
    i: int,
    fact: Facts,
    scores: Scores,
    least: float,
    leasts: dict[Label, float],
) -> Unit:
    block, body = document.blocks[i], scores.body[i]
    if i == scores.headline:
        return Unit(block, i, Label.HEADLINE, scores.headline_score)
    roles = scores.roles.get(i)
    label, best, ratio = Label.BODY, 0.0, 0.0
    for role, score in (roles or {}).items():
        over = score / leasts[role]
        if over > ratio:
            label, best, ratio = role, score, over
    if body >= least and block.kind != "separator":
        if label is Label.SUBHEAD and ratio >= 1.0:
            return Unit(block, i, Label.SUBHEAD, best)
        if label in (Label.BODY, Label.SUBHEAD) or ratio < 1.0 or best < body:
            return Unit(block, i, Label.BODY, body)
        return Unit(block, i, label, best)
    if ratio >= 1.0:
        return Unit(block, i, label, best)
    kind = fact.phrase[0] if fact.phrase is not None else BoilerplateKind.OTHER
    return Unit(block, i, Label.BOILERPLATE, 1.0 - max(best, body), kind=kind)


def _question(label: Label) -> str:
    """Return the question whose points speak for or against a label."""
    if label is Label.HEADLINE:
        return "headline"
    if label in (Label.DECK, Label.BYLINE, Label.TIMESTAMP, Label.SUBHEAD, Label.CAPTION):
        return label.lower()
    return "second"


def _runner_up(scores: Scores, unit: Unit) -> Label | None:
    options: dict[Label, float] = dict(scores.roles.get(unit.index, {}))
    options[Label.BODY] = scores.body[unit.index]
    if unit.index in scores.headlines:
        options[Label.HEADLINE] = scores.headlines[unit.index]
    options[Label.BOILERPLATE] = 1.0 - max(options.values())
    options.pop(unit.label, None)
    return max(options, key=lambda label: options[label]) if options else None
