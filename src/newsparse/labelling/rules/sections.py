"""Sections of a page that are not the story: comments, related stories, share rows, footers.

A heading that opens such a section ("Related Posts", "Leave a Reply") tells about what follows,
also where that reads like body. On plain text it is all there is to go by.
"""

from __future__ import annotations

from newsparse.labelling.rules.base import Context, Rule, reason
from newsparse.labelling.units import Unit
from newsparse.model.label import BoilerplateKind, Label

__all__ = ["MENU_RULES", "SECTION_RULES", "is_title_like"]

Kind = BoilerplateKind

SECTION_KINDS = frozenset((Kind.COMMENTS, Kind.RELATED, Kind.SHARE, Kind.SUBSCRIBE, Kind.CONSENT))
"""Kinds of section that hold more than their heading."""
SWALLOWING = frozenset((Kind.COMMENTS, Kind.RELATED))
"""Kinds whose sections hold running text: comments and summaries."""
_SENTENCE_ENDS = (".", "!", "?", "…", "。", "！", "？")
_BUTTONS = (Kind.NAVIGATION, Kind.OTHER, Kind.PAGINATION, Kind.SUBSCRIBE)
ENDING = frozenset((Kind.COPYRIGHT, Kind.NAVIGATION, Kind.LOGIN, Kind.SEARCH, Kind.TAGS))
"""Kinds whose phrase ends a section of another kind."""
RESUMED_RUN = 3
"""Paragraphs in a row that show the story going on behind a box: summaries of related stories have
one or two each (the page this library began with has one)."""
RESUMED_LEAST = 0.9
"""Body probability that each of them must have."""
BODY_BEFORE = 30
"""Words of body before a heading from which it can close the story; fewer are a deck or a caption
above the story's own share and comment buttons."""
MOST_SWALLOWED = 2
"""How many times the words before a "related" heading may stand behind it before it is a box at the
head of the story and not its end."""
TITLE_WORDS = (3, 28)
"""Words of a title: shorter lines are labels, longer ones are text."""
PHRASE_PROSE = 0.5
"""The same for a paragraph of running text, which may quote the phrase."""
UNDER_HEADING = 4
"""Words of a button right under a section's heading ("Read more"), which is part of the section."""
NAVIGATION_RUN = 4
"""Short blocks in a row that make a menu."""
NAVIGATION_WORDS = 4
"""Words of a menu's entry at most."""
PHRASE_BODY = 0.8
"""Body probability from which a block that only begins with a phrase stays body."""


def is_title_like(unit: Unit) -> bool:
    """Return whether a unit reads like another story's title: short, and ends no sentence."""
    text = unit.text.rstrip("\"'”’» ")
    words = len(text.split())
    if len(text) >= 12 and words <= 2 and not text.isascii():
        words = len(text) // 2
    return TITLE_WORDS[0] <= words <= TITLE_WORDS[1] and not text.endswith((".", "。", ":", ","))


def _phrases_are_boilerplate(context: Context) -> None:
    why = reason("phrase", "The block is a known button, heading or notice.")
    for unit, fact in zip(context.units, context.scores.facts, strict=True):
        if fact.phrase is None or unit.label is Label.HEADLINE:
            continue
        kind, how, _ = fact.phrase
        weak = how == "contains" or (
            how == "starts" and unit.score >= (PHRASE_PROSE if fact.prose else PHRASE_BODY)
        )
        if unit.label in (Label.BODY, Label.SUBHEAD) and weak:
            continue
        if unit.label in (Label.BYLINE, Label.TIMESTAMP, Label.DECK, Label.CAPTION) and (
            how != "whole"
        ):
            continue
        unit.force(Label.BOILERPLATE, why, kind)


def _sections_hold_their_kind(context: Context) -> None:
    if context.scores.other_genre != "forum":  # there, comments are what the page is about
        _hold_sections(context)


def _hold_sections(context: Context) -> None:
    why = reason("section", "It stands under a heading of such a section.")
    units, facts = context.units, context.scores.facts
    runs = _body_runs(context)
    section: Kind | None = None
    opened = False
    body_before = 0
    total = sum(f.words for u, f in zip(units, facts, strict=True) if u.label is Label.BODY)
    for i, unit in enumerate(units):
        fact = facts[i]
        if unit.label is Label.BOILERPLATE and fact.phrase is not None:
            button = fact.words <= UNDER_HEADING and unit.kind in _BUTTONS
            if opened and section is Kind.RELATED and fact.opens is None and button:
                unit.kind = section
                continue
            section = _next_section(section, unit, opens=fact.opens is not None)
            opened = fact.opens is not None
            continue
        opened = False
        if unit.label is Label.HEADLINE:
            section = None
            continue
        if section is None:
            body_before += fact.words if unit.label is Label.BODY else 0
            continue
        closes = _closes(section, body_before, total)
        if unit.label in (Label.BODY, Label.SUBHEAD):
            if not closes or runs[i] >= RESUMED_RUN:
                section = None
                body_before += fact.words
                continue
        elif unit.label is not Label.BOILERPLATE and not closes:
            continue
        told = i > 0 and units[i - 1].label is Label.TEASER and unit.text.endswith(_SENTENCE_ENDS)
        if section is Kind.RELATED and (is_title_like(unit) or fact.prose or told):
            unit.force(Label.TEASER, why)
        else:
            unit.force(Label.BOILERPLATE, why, section)


def _closes(section: Kind, before: int, total: int) -> bool:
    """Whether a heading stands behind the story, and not above most of it."""
    if section not in SWALLOWING or before < BODY_BEFORE:
        return False
    return section is not Kind.RELATED or total - before <= MOST_SWALLOWED * before


def _next_section(section: Kind | None, unit: Unit, *, opens: bool) -> Kind | None:
    if opens and unit.kind in SECTION_KINDS:
        return unit.kind
    if opens or unit.kind in ENDING:
        return None
    return section


def _body_runs(context: Context) -> list[int]:
    """Length of the run of sure body that each unit stands in, 0 outside."""
    sure = [
        unit.label in (Label.BODY, Label.SUBHEAD)
        and (context.scores.body[unit.index] >= RESUMED_LEAST)
        for unit in context.units
    ]
    runs = [0] * len(sure)
    i = 0
    while i < len(sure):
        j = i
        while j < len(sure) and sure[j]:
            j += 1
        runs[i:j] = [j - i] * (j - i)
        i = max(j, i + 1)
    return runs


def _turned_pages_show_titles(context: Context) -> None:
    """The title after "Previous Article" is another story's."""
    why = reason("turn", "It follows the words that lead to another story.")
    facts = context.scores.facts
    for before, unit in zip(context.units, context.units[1:], strict=False):
        if before.kind is not Kind.PAGINATION or facts[unit.index].phrase is not None:
            continue
        if unit.label not in (Label.HEADLINE, Label.TEASER) and is_title_like(unit):
            unit.force(Label.TEASER, why)


def _lists_of_summaries_are_teasers(context: Context) -> None:
    """Two or more pairs of a title and a summary that is no body."""
    why = reason("list of stories", "Titles with a summary each, one after the other.")
    units, facts = context.units, context.scores.facts
    free = [u.label is Label.BOILERPLATE and facts[u.index].phrase is None for u in units]
    i = 0
    while i + 3 < len(units):
        j = i
        while (
            j + 1 < len(units)
            and free[j]
            and free[j + 1]
            and is_title_like(units[j])
            and facts[units[j + 1].index].prose
        ):
            j += 2
        if j - i >= 4:
            for unit in units[i:j]:
                unit.force(Label.TEASER, why)
        i = max(j, i + 1)


def _menus_are_navigation(context: Context) -> None:
    why = reason("menu", "Short entries in a row.")
    units, facts = context.units, context.scores.facts
    i = 0
    while i < len(units):
        j = i
        while j < len(units) and _is_entry(units[j], facts[units[j].index].words):
            j += 1
        if j - i >= NAVIGATION_RUN:
            for unit in units[i:j]:
                if unit.kind is Kind.OTHER:
                    unit.force(Label.BOILERPLATE, why, Kind.NAVIGATION)
        i = max(j, i + 1)


def _is_entry(unit: Unit, words: int) -> bool:
    return unit.label is Label.BOILERPLATE and words <= NAVIGATION_WORDS


SECTION_RULES: tuple[Rule, ...] = (
    Rule(
        "phrases-are-boilerplate",
        "A block that is a known phrase of the interface is no part of the story.",
        _phrases_are_boilerplate,
    ),
    Rule(
        "sections-hold-their-kind",
        "What follows a section's heading is of its kind until the story resumes.",
        _sections_hold_their_kind,
    ),
    Rule(
        "turned-pages-show-titles",
        "Previous and next boxes hold other stories' titles.",
        _turned_pages_show_titles,
    ),
    Rule(
        "lists-of-summaries-are-teasers",
        "Pairs of title and summary outside the body point to other stories.",
        _lists_of_summaries_are_teasers,
    ),
)

MENU_RULES: tuple[Rule, ...] = (
    Rule(
        "menus-are-navigation",
        "Runs of short entries are menus.",
        _menus_are_navigation,
    ),
)
"""Run after the markup had its say about kinds."""
