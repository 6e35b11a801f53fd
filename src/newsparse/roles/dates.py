"""When a story was published and changed, as printed at the story.

Dates in teasers, comments, the copyright line and the body never count, since only TIMESTAMP and
BYLINE units are read. ``roles/published.py`` settles them with what the page declares.
"""

from __future__ import annotations

import re

from attrs import frozen

from newsparse.config import ParseConfig
from newsparse.labelling.units import Unit
from newsparse.languages.schema import Pack
from newsparse.model.fields import NewsDate
from newsparse.model.label import Label, Precision
from newsparse.model.moved import moved
from newsparse.parsers.date_words import Cue
from newsparse.parsers.dates import find_dates

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
MAX_LEAD = 2
"""Code points before that date: a bracket, a space."""
_SET_OFF = re.compile(r"\s?[)）.:|•·—–-](?!\w)")
_WORD = re.compile(r"[^\W\d_]{2,}")


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
        text = unit.text
        for found in find_dates(
            text,
            pack=pack,
            date_order=config.date_order,
            reference_date=config.reference_date,
            timezone=config.timezone,
        ):
            beside = len(text.split()) - len(found.date.text.split())
            if found.cue is None and beside > LOOSE_WORDS:
                continue
            near = headline is None or headline <= unit.index <= headline + BELOW
            if headline is not None and headline - ABOVE <= unit.index < headline:
                near = found.cue is not None or not _names_weekday(found.date.text)
            date = moved(found.date, unit.pieces_of)
            printed.append(PrintedDate(date=date, cue=found.cue, near=near))
    return printed


def opening_date(units: list[Unit], pack: Pack, config: ParseConfig) -> NewsDate | None:
    """Return the date that the first paragraph opens with ("(5 March 2024) The ferry …"), or None.

    A date inside the first sentence is an event's; one that a mark sets off is the story's own.
    """
    first = next((u for u in units if u.label in (Label.BODY, Label.DATELINE)), None)
    if first is None:
        return None
    text = first.text[:OPENING]
    for found in find_dates(text, pack=pack, date_order=config.date_order):
        date, after = found.date, _SET_OFF.match(text, found.date.span.end)
        if date.span.start <= MAX_LEAD and found.cue is None and after is not None:
            return None if is_coarse(date) else moved(date, first.pieces_of)
        break
    return None


def _names_weekday(text: str) -> bool:
    """Whether a printed date has a word before its number beside the month: "Sunday, 3 March"."""
    words = _WORD.findall(text)
    return len(words) > 1 and text[:1].isalpha()


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
