"""The learnt part: from blocks to probabilities of each label.

Two passes find the body; the second sees what the first thought of the neighbours. Then the
headline is sought, and with its place known the smaller roles. All questions are point tables over
rows of bucket numbers; which rows each stage has is fixed here, for labelling and training alike.
"""

from __future__ import annotations

from collections.abc import Mapping

from newsparse.errors import WeightsError
from newsparse.labelling.features import containers, context, cues, genre, second, words
from newsparse.labelling.features.lead import TITLE_MOST, TITLE_WORDS, Lead
from newsparse.labelling.features.titles import Titles
from newsparse.labelling.features.words import Facts
from newsparse.labelling.points import PointTable, probability
from newsparse.labelling.scores import Scores, add_genres
from newsparse.labelling.weights import Weights
from newsparse.languages.phrases import boilerplate_matcher
from newsparse.languages.schema import Pack
from newsparse.model.block import Document
from newsparse.model.label import BoilerplateKind, Label

__all__ = [
    "ROLE_LABELS",
    "STAGES",
    "measure",
    "score_body",
    "score_document",
    "titles_of",
]

FAMILIES = ("text", "html")
"""Kinds of page with tables of their own; mail is text."""


def _stages(family: str) -> dict[str, tuple[tuple[str, int], ...]]:
    first = _FIRST[family]
    then = first + second.FEATURES
    if family == "html":
        then += genre.LEVEL_FEATURES
    cued = then + cues.CUE_FEATURES
    return {
        "first": first,
        "second": then,
        "headline": cued,
        "roles": cued + cues.PLACE_FEATURES,
        **({"genre": genre.FEATURES} if family == "html" else {}),
    }


_FIRST = {
    "text": words.FEATURES + context.FEATURES,
    "html": words.FEATURES + context.FEATURES + containers.FEATURES,
}
STAGES: dict[str, tuple[tuple[str, int], ...]] = {
    f"{family}.{stage}": features
    for family in FAMILIES
    for stage, features in _stages(family).items()
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
STORY_HEADLINE_LEAST = 0.01
"""The same on text above a story, which hardly ever lacks one; on HTML the declared title is the
better guess then."""


_CLINGING = ("›", "»", " / ", " > ", " | ")
"""Signs between a breadcrumb's entries, or a title and its site. A colon or dash is none: the part
before it may be a line of its own and is still half a headline."""
_FIRST_CLINGING = (*_CLINGING, " - ", " – ", " — ", ": ", "| ")
"""The same for a page's first block, which is its title with the site's name."""
LEADING_WORDS = 2
"""Words before a colon that lead to a headline ("now reading:", "Introduction:") where the rest of
the line stands alone near by."""
BARE_REACH = 40
"""Blocks from the chosen headline in which its bare print is sought; a page title stands first."""
SENTENCE_WORDS = 16
"""Words from which prose that ends in a full stop is a paragraph and no headline."""
_NOTICES = frozenset(
    (
        BoilerplateKind.CONSENT,
        BoilerplateKind.SUBSCRIBE,
        BoilerplateKind.COPYRIGHT,
        BoilerplateKind.LOGIN,
        BoilerplateKind.COMMENTS,
        BoilerplateKind.SHARE,
        BoilerplateKind.ADVERT,
    )
)


def check_layout(weights: Weights) -> None:
    """Refuse weights that were learnt for other features.

    Raises:
        WeightsError: A stage's features differ; the message names the first that does.
    """
    for stage, features in STAGES.items():
        names = tuple(name for name, _ in features)
        given = weights.features.get(stage, ())
        if given != names:
            odd = next((n for n in given if n not in names), None) or "fewer of them"
            raise WeightsError(
                f"{weights.name}: made for other features than this version has "
                f"({stage}: {odd!r}); train them again"
            )


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


def titles_of(document: Document, facts: list[Facts]) -> Titles:
    """Return what is declared as title: by the metadata, or by a text's first line."""
    metadata = document.metadata
    titles = [v.value for name in ("headline", "title") for v in metadata.all(name)]
    if document.kind != "html" and facts and TITLE_WORDS <= facts[0].words <= TITLE_MOST:
        return Titles([document.blocks[0].text], [], own=0)
    return Titles(titles, [v.value for v in metadata.all("deck")])


def score_document(document: Document, pack: Pack, weights: Weights) -> Scores:
    """Return the probabilities of a document's blocks. Linear in their text."""
    family = "html" if document.kind == "html" else "text"
    tables = weights.tables
    scores = score_body(document, pack, tables)
    lead = Lead(scores.facts, scores.body)
    found = page_cues(document, pack, scores, lead)
    told = lead.start is not None and family == "text"
    least = STORY_HEADLINE_LEAST if told else HEADLINE_LEAST
    _find_headline(scores, found, lead, tables[f"{family}.headline"], least)
    roles = {label: tables[f"{family}.{label.lower()}"] for label in ROLE_LABELS}
    _score_roles(scores, found, lead, roles)
    return scores


def score_body(document: Document, pack: Pack, tables: Mapping[str, PointTable]) -> Scores:
    """Return the scores with the two body passes made, the rest still open."""
    family = "html" if document.kind == "html" else "text"
    scores = Scores(measure(document, pack))
    first = tables[f"{family}.first"]
    scores.first = [probability(first.score(fact.row)) for fact in scores.facts]
    scores.rows = second.second_rows(document.blocks, scores.facts, scores.first)
    if family == "html":
        row = genre.page_row(document, scores.facts, scores.first)
        add_genres(scores, {q: tables[f"html.{q}"].score(row) for q in genre.QUESTIONS})
    for fact in scores.facts:
        fact.row = []  # the second stage's row begins with it; a long page need not hold both
    table = tables[f"{family}.second"]
    scores.body = [probability(table.score(row)) for row in scores.rows]
    return scores


def headline_blocks(scores: Scores, lead: Lead) -> list[int]:
    """Return the blocks that may be the headline."""
    zone = lead.headline_zone(len(scores.facts))
    return [i for i in zone if _is_likely(scores, i) and not _is_no_title(scores.facts[i])]


def _is_no_title(fact: Facts) -> bool:
    """A notice of the interface, or a whole paragraph that ends in a full stop."""
    notice = fact.phrase is not None and fact.phrase[1] == "starts" and fact.phrase[0] in _NOTICES
    return notice or (fact.prose >= SENTENCE_WORDS and fact.key.endswith("."))


def role_blocks(scores: Scores, lead: Lead) -> list[int]:
    """Return the blocks that may be a deck, byline, date, subhead or caption."""
    zone = lead.role_zone(scores.headline, len(scores.facts))
    return [i for i in zone if i != scores.headline and _is_likely(scores, i)]


def _is_likely(scores: Scores, i: int) -> bool:
    fact = scores.facts[i]
    return (
        fact.words <= LIKELY_WORDS
        and not (fact.prose and scores.body[i] >= LIKELY_BODY)
        and (fact.phrase is None or fact.phrase[1] != "whole")
    )


def page_cues(document: Document, pack: Pack, scores: Scores, lead: Lead) -> cues.PageCues:
    """Return what tells the smaller roles of a page apart."""
    titles = titles_of(document, scores.facts)
    return cues.PageCues(document.blocks, scores.facts, cues.cue_words(pack), titles, lead)


def cue_rows(scores: Scores, found: cues.PageCues, numbers: list[int]) -> None:
    """Append the cues to the rows of these blocks, where that has not been done."""
    for i in numbers:
        if i not in scores.cued:
            scores.cued.add(i)
            scores.rows[i] += found.row(i)


def _find_headline(
    scores: Scores, found: cues.PageCues, lead: Lead, table: PointTable, least: float
) -> None:
    numbers = headline_blocks(scores, lead)
    cue_rows(scores, found, numbers)
    best = least
    for i in numbers:
        score = scores.headlines[i] = probability(table.score(scores.rows[i]))
        if score > best and not found.signs(i):
            best, scores.headline, scores.headline_score = score, i, score
    if scores.headline is not None:
        scores.headline = _bare_print(scores, scores.headline)


def _bare_print(scores: Scores, chosen: int) -> int:
    """Return a print of the headline without what clings to it, or the chosen block.

    A breadcrumb, a page title with the site's name or "now reading: …" ends or begins with the
    headline; where that stands alone near by, that is the headline.
    """
    key = scores.facts[chosen].key
    best, found = 0.0, chosen
    signs, reach = (_CLINGING, BARE_REACH) if chosen else (_FIRST_CLINGING, len(scores.facts))
    for i, score in scores.headlines.items():
        fact = scores.facts[i]
        if abs(i - chosen) > reach or fact.words < TITLE_WORDS or score <= best:
            continue
        if len(fact.key) >= len(key):
            continue
        rest = ""
        if key.endswith(fact.key):
            rest = key[: -len(fact.key)]
        elif key.startswith(fact.key):
            rest = key[len(fact.key) :]
        leads = rest.endswith(": ") and len(rest.split()) <= LEADING_WORDS
        if (leads and key.endswith(fact.key)) or any(sign in rest for sign in signs):
            best, found = score, i
    return found


def _score_roles(
    scores: Scores, found: cues.PageCues, lead: Lead, tables: dict[Label, PointTable]
) -> None:
    numbers = role_blocks(scores, lead)
    cue_rows(scores, found, numbers)
    for i in numbers:
        row = scores.rows[i]
        row += cues.place_row(i, scores.headline, lead.start)
        scores.roles[i] = {label: probability(t.score(row)) for label, t in tables.items()}
