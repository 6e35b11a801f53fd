"""The body as a whole: paragraphs that belong to it, subheads in it, pages that have none."""

from __future__ import annotations

from itertools import pairwise

from newsparse.labelling.rules.base import Context, Rule, ends_sentence, reason
from newsparse.labelling.rules.sections import is_title_like
from newsparse.labelling.units import Unit
from newsparse.model.label import BoilerplateKind, Label

__all__ = ["BODY_RULES"]

NEXT_TO_BODY = 0.2
"""Body probability from which a paragraph of prose right behind one of the body is body too: a lost
paragraph is worse than a stray line."""
SMALL_PAGE = 8
"""Blocks of running text up to which a page holds a small story and little else; the learnt scores
come from pages with thirty."""
SENTENCE_WORDS = 5
"""Words from which a line that ends like a sentence is one."""
CUT_WORDS = 12
"""Words from which a line is running text though it ends nowhere: a story that was cut off."""
SUBHEAD_LEAST = 0.15
"""Body probability from which a short line between two paragraphs of the body is a subhead."""
SUBHEAD_WORDS = 12
"""Words of a subhead at most."""
STORY_WORDS = 25
"""Words below which a page without a sentence of prose has no body."""
FRONT_LEAST = 3
"""Pairs of title and summary that make a front page."""
FRONT_TITLE = 5
"""Words that titles on a front page have on average; subheads of a story have fewer."""
HEADLINE_SURE = 0.8
"""Probability of a headline from which titles with texts are parts of its story, if unlinked."""
SUMMARY_WORDS = 60
"""Words of a summary at most."""


def _paragraphs_keep_together(context: Context) -> None:
    why = reason("next to the body", "Running text right behind a paragraph of the story.")
    facts, body = context.scores.facts, context.scores.body
    before: Unit | None = None
    for unit in context.units:
        plain = unit.label is Label.BOILERPLATE and unit.kind is BoilerplateKind.OTHER
        if (
            plain
            and before is not None
            and before.label is Label.BODY
            and facts[unit.index].prose
            and facts[unit.index].phrase is None
            and body[unit.index] >= NEXT_TO_BODY
        ):
            unit.force(Label.BODY, why)
        before = unit


def _small_stories_are_whole(context: Context) -> None:
    """On a page with hardly any running text, what follows the headline is the story."""
    why = reason("small story", "Sentences right under the headline of a page with little text.")
    facts = context.scores.facts
    if sum(1 for fact in facts if fact.prose) > SMALL_PAGE:
        return
    following = False
    for unit in context.units:
        fact = facts[unit.index]
        if unit.label in _OPENING:
            following = True
        elif unit.label is Label.BOILERPLATE and unit.kind is BoilerplateKind.OTHER:
            ended = fact.words >= SENTENCE_WORDS and ends_sentence(unit.text)
            sentence = fact.prose or ended or fact.words >= CUT_WORDS
            if following and sentence and fact.phrase is None:
                unit.force(Label.BODY, why)
            elif fact.phrase is not None:
                following = False
        elif unit.label is not Label.BODY:
            following = False


_OPENING = (Label.HEADLINE, Label.BYLINE, Label.TIMESTAMP, Label.DECK, Label.CAPTION)


def _short_lines_between_are_subheads(context: Context) -> None:
    why = reason("subhead", "A short line without a full stop between two paragraphs.")
    units, facts, body = context.units, context.scores.facts, context.scores.body
    for before, unit, after in zip(units, units[1:], units[2:], strict=False):
        if unit.label not in (Label.BODY, Label.BOILERPLATE) or unit.block.kind in _NO_SUBHEAD:
            continue
        fact = facts[unit.index]
        if unit.label is Label.BOILERPLATE and unit.kind is not BoilerplateKind.OTHER:
            continue
        if fact.words > SUBHEAD_WORDS or fact.phrase is not None or fact.prose:
            continue
        if body[unit.index] < SUBHEAD_LEAST or not _is_paragraph(before, context):
            continue
        if _is_paragraph(after, context) and _looks_like_heading(unit.text):
            unit.force(Label.SUBHEAD, why)


_NO_SUBHEAD = ("list_item", "separator", "cell", "caption")


def _is_paragraph(unit: Unit, context: Context) -> bool:
    return unit.label is Label.BODY and context.scores.facts[unit.index].prose > 0


def _looks_like_heading(text: str) -> bool:
    first = text[0]
    capital = first.isupper() or first.isdigit() or not (first.islower() or first in "\"'“„«([-–—•")
    return capital and text.rstrip()[-1] not in '.,;:…。，"”»)'


def _fronts_are_teasers(context: Context) -> None:
    """A page on which every text is the one summary under its own title is no story."""
    why = reason("front page", "Every text on the page stands under a title of its own.")
    if context.scores.other_genre == "offer":
        return  # what a service can do stands under titles too
    units, facts = context.units, context.scores.facts
    texts = [u for u in units if facts[u.index].prose and u.label in _FREE]
    if len(texts) < FRONT_LEAST or any(u.label is Label.BYLINE for u in units):
        return
    linked = sum(1 for u in units if u.block.link_chars and is_title_like(u)) >= FRONT_LEAST
    if context.scores.headline_score >= HEADLINE_SURE and not linked:
        return
    pairs = [
        (title, text)
        for title, text in pairwise(units)
        if text.label in _FREE
        and facts[text.index].prose
        and facts[text.index].words <= SUMMARY_WORDS
        and title.label in _FREE
        and not facts[title.index].prose
        and facts[title.index].phrase is None
        and is_title_like(title)
    ]
    if len(pairs) < FRONT_LEAST or len(pairs) < len(texts):
        return
    words = [facts[title.index].words for title, _ in pairs[1:]]
    if not linked and sum(words) < FRONT_TITLE * len(words):
        return
    for title, text in pairs:
        title.force(Label.TEASER, why)
        text.force(Label.TEASER, why)
    for unit in units:
        if unit.label in (Label.HEADLINE, Label.SUBHEAD, Label.DECK, Label.TIMESTAMP):
            unit.force(Label.BOILERPLATE, why, BoilerplateKind.OTHER)


_FREE = (Label.BODY, Label.BOILERPLATE, Label.HEADLINE, Label.SUBHEAD, Label.TEASER, Label.DECK)


def _no_prose_is_no_story(context: Context) -> None:
    why = reason("no story", "A few words and not one sentence of running text.")
    facts = context.scores.facts
    body = [u for u in context.units if u.label in (Label.BODY, Label.SUBHEAD)]
    titled = any(u.label in (Label.HEADLINE, Label.BYLINE, Label.DATELINE) for u in context.units)
    if not body or (titled and any(facts[u.index].prose for u in body)):
        return
    labels = {u.label for u in context.units}
    if Label.HEADLINE in labels and labels & {Label.BYLINE, Label.TIMESTAMP, Label.DATELINE}:
        return
    if sum(facts[u.index].words for u in body) < STORY_WORDS:
        for unit in body:
            unit.force(Label.BOILERPLATE, why, BoilerplateKind.OTHER)


BODY_RULES: tuple[Rule, ...] = (
    Rule(
        "paragraphs-keep-together",
        "Running text right behind a paragraph of the body is body.",
        _paragraphs_keep_together,
    ),
    Rule(
        "small-stories-are-whole",
        "On a page with little text, sentences under the headline are the story.",
        _small_stories_are_whole,
    ),
    Rule(
        "short-lines-between-are-subheads",
        "A short line without a full stop between two paragraphs is a subhead.",
        _short_lines_between_are_subheads,
    ),
    Rule(
        "fronts-are-teasers",
        "A page of titles with one summary each is a list of teasers.",
        _fronts_are_teasers,
    ),
    Rule(
        "no-prose-is-no-story",
        "A page with a few words and no sentence, or no headline, has no body.",
        _no_prose_is_no_story,
    ),
)
