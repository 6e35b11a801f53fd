"""Several stories in one input: newsletters and export files whose stories stand between rules.

The first story, or the newsletter's own frame, is the page; each further story is an entry. Units
of the n-th entry carry its number, those of the page 0.
"""

from __future__ import annotations

from newsparse.labelling.rules.base import Context, Rule, reason
from newsparse.labelling.rules.sections import is_title_like
from newsparse.labelling.units import Unit
from newsparse.model.label import BoilerplateKind, Label

__all__ = ["STORY_RULES"]

STORIES_LEAST = 2
"""Stretches with a title and a body from which an input holds several stories."""
TITLE_REACH = 3
"""Units at the head of a stretch among which its title stands."""
STORY_SHARE = 0.6
"""Share of the stretches, from the first story to the last, that are stories: where rules part the
scenes of a tale, listings or tables, a line that could be a title comes now and then."""
OUTSIDE_MOST = 0.5
"""Words of body outside the stories at most, against those in them: a newsletter has a greeting."""
_DOTS = ".… "
"""Dots alone mean that something was left out; they part no stories."""
_NO_TITLE_STARTS = "\"'“„«»‘’「『[({<•‣▪*#@|→-–—"
"""Signs that no story's title begins with, but speech, listings and list entries do."""
_TITLES = (Label.HEADLINE, Label.SUBHEAD, Label.BODY, Label.BOILERPLATE, Label.DECK, Label.TEASER)


def _rules_divide_stories(context: Context) -> None:
    why = reason("story between rules", "A title and a text between two lines of signs.")
    stretches = _stretches(context.units)
    if len(stretches) <= STORIES_LEAST:
        return
    titles = [_title_of(context, stretch) for stretch in stretches]
    stories = [n for n, title in enumerate(titles) if title is not None]
    if len(stories) < STORIES_LEAST:
        return
    between = [s for s in stretches[stories[0] : stories[-1] + 1] if s]
    if len(stories) < STORY_SHARE * len(between) or _tells_elsewhere(context, stretches, stories):
        return
    for entry, n in enumerate(stories, 0 if stories[0] == 0 else 1):
        _set_apart(stretches[n], titles[n], entry)
    for n, stretch in enumerate(stretches):
        if n not in stories and n > stories[0]:
            for unit in stretch:
                if unit.label in (Label.BODY, Label.SUBHEAD):
                    unit.force(Label.BOILERPLATE, why, BoilerplateKind.OTHER)


def _tells_elsewhere(context: Context, stretches: list[list[Unit]], stories: list[int]) -> bool:
    """Whether more of the body stands outside the titled stretches: they are boxes in a story."""
    inside = outside = 0
    for n, stretch in enumerate(stretches):
        words = sum(context.scores.facts[u.index].words for u in stretch if u.label is Label.BODY)
        if n in stories:
            inside += words
        else:
            outside += words
    return outside > OUTSIDE_MOST * inside


def _set_apart(stretch: list[Unit], title: Unit | None, entry: int) -> None:
    why = reason("story between rules", "A title and a text between two lines of signs.")
    for unit in stretch:
        unit.entry = entry
        if unit is title and unit.label is not Label.HEADLINE:
            unit.force(Label.HEADLINE, why)
        elif unit.label is Label.HEADLINE and unit is not title:
            unit.force(Label.SUBHEAD, why)


def _stretches(units: list[Unit]) -> list[list[Unit]]:
    found: list[list[Unit]] = [[]]
    for unit in units:
        if unit.block.kind == "separator":
            if unit.text.strip(_DOTS):
                found.append([])
        else:
            found[-1].append(unit)
    return found


def _title_of(context: Context, stretch: list[Unit]) -> Unit | None:
    """The title of a stretch that is a story: a short line with running text behind it."""
    facts = context.scores.facts
    for n, unit in enumerate(stretch[:TITLE_REACH]):
        if unit.label not in _TITLES or not _may_be_title(unit):
            continue
        if any(
            other.label is Label.BODY and facts[other.index].prose for other in stretch[n + 1 :]
        ):
            return unit
    return None


def _may_be_title(unit: Unit) -> bool:
    first = unit.text[0]
    return is_title_like(unit) and not first.islower() and first not in _NO_TITLE_STARTS


STORY_RULES: tuple[Rule, ...] = (
    Rule(
        "rules-divide-stories",
        "Lines of signs between titled texts part the stories of a newsletter or an export.",
        _rules_divide_stories,
    ),
)
