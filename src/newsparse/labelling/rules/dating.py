"""When a story appeared, where the learnt scores saw no date: lines around it that are one.

The rule fills a gap only: a page whose publication is printed elsewhere or declared needs it not.
"""

from __future__ import annotations

from newsparse.labelling.rules.base import UNCLAIMED, Context, Rule, is_of_the_web, reason
from newsparse.labelling.units import Unit
from newsparse.model.label import BoilerplateKind, Label
from newsparse.parsers.date_words import opens_with_weekday
from newsparse.parsers.dates import FoundDate, find_dates, parse_declared_date

__all__ = ["DATING_RULES"]

ABOVE, BELOW = 3, 8
"""Blocks above and below the headline (or above the body) among which a line may tell the date."""
BEHIND = 8
"""Blocks behind the story among which "Published on …" tells its date."""
LINE_WORDS = 20
"""Words of the longest line that tells a date."""
DATE_SHARE = 0.3
"""Share of a line that its date and cue must fill: beside it stand a section, a place, the reading
time. On the train part 21 of 24 lines found so were the publication."""
_DATED = frozenset(("date", "published", "pubdate", "datetime", "timestamp", "posted"))
"""Words in the class of an element that holds a date."""
_NOT_HERE = (BoilerplateKind.COMMENTS, BoilerplateKind.COPYRIGHT)


def _lines_around_the_story_date_it(context: Context) -> None:
    why = reason("date around the story", "No other date is the story's, and the line is one.")
    if _is_dated(context):
        return
    below, above, behind = _around(context)
    around = (*below, *above)
    headless = not any(unit.label is Label.HEADLINE for unit in context.units)
    for unit in around:
        dates = _told(unit, context)
        if headless or unit in above:
            dates = [found for found in dates if not _is_today(found)]
        shown = sum(len(found.span) for found in dates)
        if dates and shown >= DATE_SHARE * len(unit.text.strip()):
            unit.force(Label.TIMESTAMP, why)
            return
    for unit in (*around, *behind):
        dates = _told(unit, context)
        marked = unit in behind and _DATED.intersection(unit.block.tokens)
        if any(found.cue == "published" or marked for found in dates):
            unit.force(Label.TIMESTAMP, why)
            return


def _is_today(found: FoundDate) -> bool:
    """Whether a date names its weekday, as the date of the visit does at the top of a page."""
    return found.cue is None and opens_with_weekday(found.date.text)


def _told(unit: Unit, context: Context) -> list[FoundDate]:
    """Return the dates of a short line that may be the publication."""
    free = unit.label in UNCLAIMED and unit.kind not in _NOT_HERE
    if not free or context.scores.facts[unit.index].words > LINE_WORDS:
        return []
    dates = find_dates(unit.text, pack=context.pack)
    return [
        found
        for found in dates
        if found.cue in ("published", None) and is_of_the_web(found.date, context)
    ]


def _around(context: Context) -> tuple[list[Unit], list[Unit], list[Unit]]:
    """Units below the headline, above it with the nearest first, and behind the story."""
    units = context.units
    body = [i for i, u in enumerate(units) if u.label is Label.BODY and u.entry == 0]
    top = next((i for i, u in enumerate(units) if u.label is Label.HEADLINE), None)
    if top is None:
        top = body[0] - BELOW // 2 if body else 0
    below = units[max(top + 1, 0) : max(top + 1 + BELOW, 0)]
    above = units[max(top - ABOVE, 0) : max(top, 0)]
    behind = units[body[-1] + 1 : body[-1] + 1 + BEHIND] if body else []
    return below, above[::-1], behind


def _is_dated(context: Context) -> bool:
    for unit in context.units:
        if unit.label in (Label.TIMESTAMP, Label.BYLINE) and unit.entry == 0:
            dates = find_dates(unit.text, pack=context.pack)
            if any(found.cue in ("published", None) for found in dates):
                return True
    declared = context.document.metadata.all("published")
    return any(parse_declared_date(value.value) is not None for value in declared)


DATING_RULES: tuple[Rule, ...] = (
    Rule(
        "lines-around-the-story-date-it",
        "A line around the story that is mostly a date tells when it appeared.",
        _lines_around_the_story_date_it,
    ),
)
