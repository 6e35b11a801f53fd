"""The learnt part: from blocks to probabilities of each label.

Two passes find the body; the second sees what the first thought of the neighbours. Then the
headline is sought, and with its place known the smaller roles. All questions are point tables over
rows of bucket numbers; which rows each stage has is fixed here, for labelling and training alike.
"""

from __future__ import annotations

from newsparse.labelling.features import containers, context, cues, second, words
from newsparse.labelling.features.words import Facts
from newsparse.labelling.points import PointTable, probability
from newsparse.labelling.weights import Weights
from newsparse.languages.phrases import boilerplate_matcher
from newsparse.languages.schema import Pack
from newsparse.model.block import Document
from newsparse.model.label import Label

__all__ = ["ROLE_LABELS", "STAGES", "Scores", "measure", "score_document", "titles_of"]

FAMILIES = ("text", "html")
"""Kinds of page with tables of their own; mail is text."""


def _stages(first: tuple[tuple[str, int], ...]) -> dict[str, tuple[tuple[str, int], ...]]:
    then = first + second.FEATURES
    cued = then + cues.CUE_FEATURES
    return {
        "first": first,
        "second": then,
        "headline": cued,
        "roles": cued + cues.PLACE_FEATURES,
    }


_FIRST = {
    "text": words.FEATURES + context.FEATURES,
    "html": words.FEATURES + context.FEATURES + containers.FEATURES,
}
STAGES: dict[str, tuple[tuple[str, int], ...]] = {
    f"{family}.{stage}": features
    for family in FAMILIES
    for stage, features in _stages(_FIRST[family]).items()
}
"""Row layout of each stage: feature names with their bucket counts."""

ROLE_LABELS = (
    Label.DECK,
    Label.BYLINE,
    Label.TIMESTAMP,
    Label.SUBHEAD,
    Label.CAPTION,
)
"""Labels asked for once the headline is known."""

LIKELY_WORDS = 90
"""Words of the longest block that may be a headline, deck, byline, date, subhead or caption."""
LIKELY_BODY = 0.995
"""Probability of body from which nothing else is asked of a block with prose."""
HEADLINE_LEAST = 0.03
"""Least probability of a headline: below it none is claimed."""


class Scores:
    """Everything that was found out about one document's blocks.

    Attributes:
        facts: Facts of each block, rows of the first stage.
        first: First-pass probability of body.
        rows: Second-stage rows.
        body: Second-pass probability of body (subheads included).
        headline: Number of the headline's block, or None.
        headline_score: Its probability.
        headlines: Probability of headline of each likely block.
        roles: Probability of each smaller role, by block number; only likely blocks.
    """

    __slots__ = (
        "body",
        "facts",
        "first",
        "headline",
        "headline_score",
        "headlines",
        "roles",
        "rows",
    )

    def __init__(self, facts: list[Facts]) -> None:
        self.facts = facts
        self.first: list[float] = []
        self.rows: list[list[int]] = []
        self.body: list[float] = []
        self.headline: int | None = None
        self.headline_score = 0.0
        self.headlines: dict[int, float] = {}
        self.roles: dict[int, dict[Label, float]] = {}


def measure(document: Document, pack: Pack) -> list[Facts]:
    """Return the facts of each block, with the rows of the first stage."""
    function_words = frozenset(pack.function_words.words)
    phrases = boilerplate_matcher(pack)
    blocks = document.blocks
    facts = [words.word_facts(block, pack, function_words, phrases) for block in blocks]
    context.add_context(blocks, facts)
    if document.kind == "html":
        containers.add_containers(document, facts)
    return facts


def titles_of(document: Document, facts: list[Facts]) -> cues.Titles:
    """Return what is declared as title: by the metadata, or by a text's first line."""
    metadata = document.metadata
    titles = [v.value for name in ("headline", "title") for v in metadata.all(name)]
    if document.kind != "html" and facts and facts[0].words >= cues.TITLE_WORDS:
        titles = [document.blocks[0].text]
    return cues.Titles(titles, [v.value for v in metadata.all("deck")])


def score_document(document: Document, pack: Pack, weights: Weights) -> Scores:
    """Return the probabilities of a document's blocks. Linear in their text."""
    family = "html" if document.kind == "html" else "text"
    tables = weights.tables
    blocks = document.blocks
    scores = Scores(measure(document, pack))
    first = tables[f"{family}.first"]
    scores.first = [probability(first.score(fact.row)) for fact in scores.facts]
    scores.rows = second.second_rows(blocks, scores.facts, scores.first)
    table = tables[f"{family}.second"]
    scores.body = [probability(table.score(row)) for row in scores.rows]
    _find_headline(document, pack, scores, tables[f"{family}.headline"])
    roles = {label: tables[f"{family}.{label.lower()}"] for label in ROLE_LABELS}
    _score_roles(document, pack, scores, roles)
    return scores


def likely_blocks(scores: Scores) -> list[int]:
    """Return the blocks that may be something smaller than body."""
    return [
        i
        for i, fact in enumerate(scores.facts)
        if fact.words <= LIKELY_WORDS
        and not (fact.prose and scores.body[i] >= LIKELY_BODY)
        and (fact.phrase is None or fact.phrase[1] != "whole")
    ]


def _find_headline(document: Document, pack: Pack, scores: Scores, table: PointTable) -> None:
    titles = titles_of(document, scores.facts)
    words_of = cues.cue_words(pack)
    lead = cues.Lead(scores.facts, scores.body)
    best = HEADLINE_LEAST
    for i in likely_blocks(scores):
        row = scores.rows[i]
        row += cues.cue_row(i, document.blocks, scores.facts, words_of, titles, lead)
        found = probability(table.score(row))
        scores.headlines[i] = found
        if found > best:
            best, scores.headline, scores.headline_score = found, i, found


def _score_roles(
    document: Document, pack: Pack, scores: Scores, tables: dict[Label, PointTable]
) -> None:
    del document, pack
    start = next((i for i, s in enumerate(scores.body) if s >= second.SURE), None)
    for i in scores.headlines:
        row = scores.rows[i]
        row += cues.place_row(i, scores.headline, start)
        scores.roles[i] = {label: probability(t.score(row)) for label, t in tables.items()}
