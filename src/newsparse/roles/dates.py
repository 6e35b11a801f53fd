"""When a story was published and changed: what is printed, what is declared, what the address says.

Dates in teasers, comments, the copyright line and the body never count, since only TIMESTAMP and
BYLINE units are read.
"""

from __future__ import annotations

from attrs import evolve, frozen

from newsparse.config import ParseConfig
from newsparse.labelling.units import Unit
from newsparse.languages.schema import Pack
from newsparse.model.fields import NewsDate
from newsparse.model.label import Label
from newsparse.model.moved import moved
from newsparse.parsers.dates import find_dates

__all__ = ["Dates", "read_printed_dates"]


@frozen(kw_only=True)
class Dates:
    """The two dates of a story, each from its own evidence.

    Attributes:
        published: When it was first published, or None.
        updated: When it was last changed, or None.
    """

    published: NewsDate | None = None
    updated: NewsDate | None = None


def read_printed_dates(units: list[Unit], pack: Pack, config: ParseConfig) -> Dates:
    """Return the dates that are printed at a story.

    A date with a cue is what the cue says. Of those without, the first is the publication, unless
    a stated publication exists.
    """
    published: NewsDate | None = None
    bare: NewsDate | None = None
    updated: NewsDate | None = None
    for unit in units:
        if unit.label not in (Label.TIMESTAMP, Label.BYLINE):
            continue
        for found in find_dates(
            unit.text,
            pack=pack,
            date_order=config.date_order,
            reference_date=config.reference_date,
            timezone=config.timezone,
        ):
            date = evolve(moved(found.date, unit.pieces_of))
            if found.cue == "published":
                published = published or date
            elif found.cue == "updated":
                updated = updated or date
            elif found.cue is None:
                bare = bare or date
    return Dates(published=published or bare, updated=updated)
