"""Further stories of the same input."""

from __future__ import annotations

from newsparse.config import ParseConfig
from newsparse.labelling.units import Unit
from newsparse.languages.schema import Pack
from newsparse.model.block import Document
from newsparse.model.entry import Entry
from newsparse.model.span import hull
from newsparse.roles.body import read_body, read_quotes
from newsparse.roles.dates import read_printed_dates
from newsparse.roles.people import read_byline, read_dateline
from newsparse.roles.titles import shown_headline

__all__ = ["read_entries"]


def read_entries(
    units: list[Unit], document: Document, pack: Pack, config: ParseConfig
) -> tuple[Entry, ...]:
    """Return the entries in page order; ``()`` for a single story."""
    groups: dict[int, list[Unit]] = {}
    for unit in units:
        if unit.entry > 0:
            groups.setdefault(unit.entry, []).append(unit)
    return tuple(_entry(groups[number], document, pack, config) for number in sorted(groups))


def _entry(units: list[Unit], document: Document, pack: Pack, config: ParseConfig) -> Entry:
    headline = shown_headline(units)
    dates = read_printed_dates(units, pack, config)
    return Entry(
        span=hull(tuple(piece for unit in units for piece in unit.pieces)),
        headline=headline,
        byline=read_byline(units, pack),
        dateline=read_dateline(units, pack),
        published=dates.published,
        updated=dates.updated,
        body=read_body(units, document),
        quotes=read_quotes(units, pack, headline.text if headline else ""),
    )
