"""When a story was published and changed, as printed at the story.

Dates in teasers, comments, the copyright line and the body never count, since only TIMESTAMP and
BYLINE units are read. ``roles/published.py`` settles them with what the page declares.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, pairwise

from attrs import frozen

from newsparse.config import ParseConfig
from newsparse.labelling.units import Unit
from newsparse.languages.schema import Pack
from newsparse.model.fields import NewsDate
from newsparse.model.label import Label, Precision
from newsparse.model.moved import Mapper, moved
from newsparse.parsers.date_words import Cue, opens_with_weekday
from newsparse.parsers.dates import FoundDate, find_dates

__all__ = [
    "Dates",
    "PrintedDate",
    "first_with",
    "is_coarse",
    "opening_date",
    "printed_dates",
    "read_printed_dates",
]

ABOVE, BELOW = 2, 20
"""Blocks above and below the headline among which a date without a cue is the story's own. On the
train part a printed date there was right on 16 and the declared one on 2 of 18 pages where they lie
two days or more apart; farther off it was today's date, an event or another story's on 10 of 10."""
LOOSE_WORDS = 12
"""Words beside a date without a cue from which on the line is a sentence and not a timestamp."""


OPENING = 60
"""Code points of a paragraph's start in which the date that it opens with stands."""
OPENING_UNITS = 3
"""Paragraphs of which one may open with that date: the first, or what follows a summary."""
MAX_LEAD = 2
"""Code points before that date: a bracket, a space."""
_SET_OFF = re.compile(r"\s?[)）.:|•·—–-](?!\w)")


@frozen(kw_only=True)
class Dates:
    """The two dates of a story, each from its own evidence.

    Attributes:
        published: When it was first published, or None.
        updated: When it was last changed, or None.
    """

    published: NewsDate | None = None
    updated: NewsDate | None = None


@frozen(kw_only=True)
class PrintedDate:
    """One date printed at a story.

    Attributes:
        date: The date with spans in the source.
        cue: What announces it, as in ``FoundDate``.
        near: Whether it stands next to the headline; True on a page without one.
    """

    date: NewsDate
    cue: Cue | None
    near: bool


def printed_dates(units: list[Unit], pack: Pack, config: ParseConfig) -> list[PrintedDate]:
    """Return the dates that are printed at a story, in page order."""
    headline = next((u.index for u in units if u.label is Label.HEADLINE), None)
    printed: list[PrintedDate] = []
    for unit in units:
        if unit.label not in (Label.TIMESTAMP, Label.BYLINE):
            continue
        words = len(unit.text.split())
        for start, found in _found(unit, pack, config):
            beside = words - len(found.date.text.split())
            if found.cue is None and beside > LOOSE_WORDS:
                continue
            near = headline is None or headline <= unit.index <= headline + BELOW
            if headline is not None and headline - ABOVE <= unit.index < headline:
                near = found.cue is not None or not opens_with_weekday(found.date.text)
            date = moved(found.date, _from(unit, start))
            printed.append(PrintedDate(date=date, cue=found.cue, near=near))
    return printed


def _found(unit: Unit, pack: Pack, config: ParseConfig) -> Iterator[tuple[int, FoundDate]]:
    """Yield the dates of a line, each with the place that its spans count from.

    Where two elements meet digit on digit ("1 mai 2026" and "01/05/2026"), the line is read in
    parts: no number runs on over an element's end.
    """
    text = unit.text
    seams = (seam - unit.start for seam in unit.block.seams)
    cuts = [s for s in seams if 0 < s < len(text) and text[s - 1].isdigit() and text[s].isdigit()]
    for low, high in pairwise((0, *cuts, len(text))):
        for found in find_dates(
            text[low:high],
            pack=pack,
            date_order=config.date_order,
            reference_date=config.reference_date,
            timezone=config.timezone,
        ):
            yield low, found


def _from(unit: Unit, start: int) -> Mapper:
    return lambda span: unit.pieces_of(span.moved(start))


def opening_date(units: list[Unit], pack: Pack, config: ParseConfig) -> NewsDate | None:
    """Return the date that the first paragraph opens with ("(5 March 2024) The ferry …"), or None.

    A date inside the first sentence is an event's; one that a mark sets off is the story's own.
    A summary or a byline may stand before that paragraph.
    """
    running = (u for u in units if u.label in (Label.BODY, Label.DATELINE, Label.DECK))
    for unit in islice(running, OPENING_UNITS):
        text = unit.text[:OPENING]
        found = next(iter(find_dates(text, pack=pack, date_order=config.date_order)), None)
        if found is None or found.cue is not None or found.date.span.start > MAX_LEAD:
            continue
        if _SET_OFF.match(text, found.date.span.end) and not is_coarse(found.date):
            return moved(found.date, unit.pieces_of)
    return None


def read_printed_dates(units: list[Unit], pack: Pack, config: ParseConfig) -> Dates:
    """Return what the dates that are printed at a story say by themselves.

    A date with a cue is what the cue says. Of those without, the first is the publication, unless
    a stated publication exists; one that names the day comes before one that names the month.
    """
    printed = printed_dates(units, pack, config)
    published = first_with("published", printed) or first_with(None, printed)
    updated = first_with("updated", printed)
    return Dates(
        published=None if published is None else published.date,
        updated=None if updated is None else updated.date,
    )


def first_with(cue: Cue | None, printed: list[PrintedDate]) -> PrintedDate | None:
    """Return the first date with a cue (None: without one), or None.

    One that names the day comes before a month, one near the headline before one far off.
    """
    told = [found for found in printed if found.cue == cue]
    return min(told, key=lambda found: (is_coarse(found.date), not found.near), default=None)


def is_coarse(date: NewsDate) -> bool:
    """Whether a date names a month or a year only."""
    return date.precision in (Precision.MONTH, Precision.YEAR)
