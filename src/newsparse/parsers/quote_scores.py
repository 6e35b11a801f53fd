"""How sure a quote and its speaker are, and why.

In: the rule that took words for a quote and the pattern that gave the speaker. Out: probabilities
and evidence. The figures are shares counted on the training part of the quotes corpus (English and
German mostly, November 2026), rounded to 0.05: of a quote, that an annotated one shares at least
half of their words; of a speaker, that the mention is the annotated one.
"""

from __future__ import annotations

import math

from newsparse.model.evidence import Evidence
from newsparse.model.label import QuoteKind
from newsparse.parsers.quote_draft import Draft
from newsparse.parsers.quote_rules import RULES

__all__ = ["evidence_of", "quote_score", "speaker_score"]

QUOTE_SCORES: dict[str, float] = {
    "before its attribution": 0.95,
    "behind a colon": 0.95,
    "object of a cue": 0.9,
    "in a reported clause": 0.85,
    "goes on": 0.9,
    "behind a dash": 0.9,
    "told": 0.9,
    "stands alone": 0.65,
    "interview": 0.75,
    "behind a noun of saying": 0.65,
    "loose fragment": 0.75,
    "whole sentence": 0.6,
    "report: according": 0.85,
    "report: manner": 0.65,
    "mood": 0.65,
}
"""Rule to score. Dialogues and the languages of the East have too few annotated quotes: their
scores are those of the like rule for English."""

OTHER_QUOTE = 0.65
"""Score of reports by verb and subject: 3,277 of 5,030."""

SPEAKER_SCORES: dict[str, float] = {
    "cue, subject": 0.95,
    "subject, cue": 0.95,
    "according": 0.95,
    "dash, name": 0.95,
    "signature": 0.9,
    "inside the marks": 0.95,
    "unknown verb, subject": 0.85,
    "name": 0.85,
    "cited": 0.8,
    "east": 0.85,
    "manner": 0.9,
    "document, cue": 0.7,
    "judgement": 0.75,
    "label": 0.65,
    "carried over": 0.6,
    "sentence before": 0.5,
    "same sentence": 0.4,
}
"""Pattern to score; 48 of 97 quotes with a carried speaker name the sentence before instead."""

OTHER_SPEAKER = 0.6
"""Score of a pattern that the training part hardly has."""

OPEN_FACTOR = 0.8
"""By how much an unclosed mark lowers a score; set by hand, the corpus has 20 of them."""

REASONS = {rule.name: rule.why for rule in RULES} | {
    "behind a dash": "A dash opens the paragraph and a verb of saying follows.",
    "told": "A verb of saying belongs to the marks.",
    "interview": "Labels take turns at the start of paragraphs.",
    "mood": "The verb's mood shows that somebody's words go on.",
}


def quote_score(draft: Draft) -> float:
    """Return the probability that a draft is a quote with these borders."""
    score = QUOTE_SCORES.get(draft.rule, OTHER_QUOTE)
    return score * OPEN_FACTOR if draft.open else score


def speaker_score(draft: Draft) -> float:
    """Return the probability that the mention is who spoke."""
    return SPEAKER_SCORES.get(draft.how, OTHER_SPEAKER)


def evidence_of(draft: Draft) -> tuple[Evidence, ...]:
    """Return why a draft is a quote and whose, largest points first; points are log-odds."""
    why = REASONS.get(draft.rule, "A verb of saying with its subject reports it.")
    found = [Evidence(f"rule: {draft.rule}", _points(quote_score(draft)), why)]
    if draft.mention is not None:
        name = f"speaker: {draft.how or draft.rule}"
        found.append(Evidence(name, _points(speaker_score(draft)), ""))
    if draft.kind is QuoteKind.PARTIAL:
        found.append(Evidence("some of its words stand outside the marks", 0.0))
    if draft.open:
        found.append(Evidence("the closing mark is missing", math.log(OPEN_FACTOR)))
    return tuple(sorted(found, key=lambda e: -abs(e.points)))


def _points(probability: float) -> float:
    return round(math.log(probability / (1 - probability)), 2)
