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
_TITLES = (Label.HEADLINE, Label.SUBHEAD, Label.BODY, Label.BOILERPLATE, Label.DECK, Label.TEASER)


def _rules_divide_stories(context: Context) -> None:
    why = reason("story between rules", "A title and a text between two lines of signs.")
    stretches = _stretches(context.units)
    if len(stretches) <= STORIES_LEAST:
        return
    titles = [_title_of(stretch) for stretch in stretches]
    stories = [n for n, title in enumerate(titles) if title is not None]
    if len(stories) < STORIES_LEAST:
        return
    for entry, n in enumerate(stories, 0 if stories[0] == 0 else 1):
        _set_apart(stretches[n], titles[n], entry)
    for n, stretch in enumerate(stretches):
        if n not in stories and n > stories[0]:
            for unit in stretch:
                if unit.label in (Label.BODY, Label.SUBHEAD):
                    unit.force(Label.BOILERPLATE, why, BoilerplateKind.OTHER)


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
            found.append([])
        else:
            found[-1].append(unit)
    return found


def _title_of(stretch: list[Unit]) -> Unit | None:
    """The title of a stretch that is a story: a short line with a body behind it."""
    for n, unit in enumerate(stretch[:TITLE_REACH]):
        if unit.label not in _TITLES or not is_title_like(unit):
            continue
        if any(
            other.label is Label.BODY and not is_title_like(other) for other in stretch[n + 1 :]
        ):
            return unit
    return None


STORY_RULES: tuple[Rule, ...] = (
    Rule(
        "rules-divide-stories",
        "Lines of signs between titled texts part the stories of a newsletter or an export.",
        _rules_divide_stories,
    ),
)
