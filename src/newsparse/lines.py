"""The line parsers alone: one line in, one value out, no page around it.

Most functions read with the words of every language at once, since a lone line does not say which
language it is in; running text does. Content never raises; a call with something that is no text
does.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from newsparse.errors import InputError
from newsparse.languages.identify import identify
from newsparse.languages.load import merged_pack, universal_pack
from newsparse.model.fields import Attribution, Byline, Dateline, NewsDate
from newsparse.model.quotes import Quote
from newsparse.parsers import agencies, byline, credit, dateline, dates, quotes

__all__ = [
    "agency_name",
    "find_quotes",
    "parse_byline",
    "parse_credit",
    "parse_date",
    "parse_dateline",
]


def parse_byline(line: str) -> Byline | None:
    """Read who signs a story.

    Args:
        line: One printed line; dates and share words may stand in it.

    Returns:
        The byline, its spans code points into ``line``, end exclusive; None for what is no byline.

    Raises:
        InputError: ``line`` is no str.

    >>> parse_byline("By Ada Example and Ben Sample | March 3, 2024").text
    'By Ada Example and Ben Sample'
    """
    _text("parse_byline", line)
    return byline.parse_byline(line, pack=universal_pack())


def parse_dateline(line: str) -> Dateline | None:
    """Read the dateline at the start of an opening paragraph.

    Args:
        line: The paragraph, or its first line.

    Returns:
        The dateline without its dash, its spans code points into ``line``; None where the
        paragraph opens without one.

    Raises:
        InputError: ``line`` is no str.

    >>> parse_dateline("PORTO, Portugal (AP) — The harbour reopened on Friday.").place
    'PORTO, Portugal'
    """
    _text("parse_dateline", line)
    return dateline.parse_dateline(line, pack=universal_pack())


def parse_credit(line: str) -> Attribution | None:
    """Read the credits of a line, or those glued behind a paragraph's last sentence.

    Args:
        line: The line or paragraph.

    Returns:
        Credits with kind, people and organisations, their spans code points into ``line``; None
        where nothing is credited.

    Raises:
        InputError: ``line`` is no str.

    >>> parse_credit("(Reporting by Ada Example; Editing by Ben Sample)").credits[1].people
    ('Ben Sample',)
    """
    _text("parse_credit", line)
    return credit.parse_credit(line, pack=universal_pack())


def parse_date(
    text: str,
    *,
    reference_date: dt.datetime | None = None,
    languages: Iterable[str] | str | None = None,
) -> NewsDate | None:
    """Read the date that a string or a printed line names.

    Args:
        text: A printed or ISO date, alone or in a line. Of several the one with a word such as
            "published" before it is taken, else the first.
        reference_date: What "3 hours ago" and "March 3" count from; None: they are not read. The
            machine's clock is never asked.
        languages: BCP 47 codes (or one) whose words may stand in the date; the first settles
            03/04/2024. None: the words of all packs, and the English order.

    Returns:
        The date as precise as printed, its spans code points into ``text``; None where no day,
        month or year is told ("10:15"), or the calendar lacks it.

    Raises:
        InputError: ``text`` is no str, ``reference_date`` no datetime, ``languages`` no codes.

    >>> parse_date("Published March 3, 2024 | Updated March 4, 2024").value
    datetime.date(2024, 3, 3)
    >>> parse_date("03/04/2024", languages=["es"]).value
    datetime.date(2024, 4, 3)
    """
    _text("parse_date", text)
    if reference_date is not None and not isinstance(reference_date, dt.datetime):
        got = type(reference_date).__name__
        raise InputError(f"parse_date() takes reference_date as datetime or None, got {got}")
    codes = _codes("parse_date", languages)
    return dates.parse_date(
        text,
        pack=merged_pack(codes) if codes else universal_pack(),
        reference_date=reference_date,
        language=codes[0] if codes else None,
    )


def agency_name(printed: str) -> str | None:
    """Give the canonical name of a news agency.

    Args:
        printed: A printed form ("AP", "dpa/lni").

    Returns:
        The name, or None for what is no known agency.

    Raises:
        InputError: ``printed`` is no str.

    >>> agency_name("AP")
    'Associated Press'
    """
    _text("agency_name", printed)
    return agencies.agency_name(printed)


def find_quotes(text: str, *, language: str | None = None) -> tuple[Quote, ...]:
    """Find quotations and who speaks them.

    Args:
        text: Running text. Paragraphs are separated by a blank line or a line end; marks opened
            again at each paragraph continue one quote.
        language: BCP 47 code whose words are used; None: found from the text. English words and
            the marks of all languages are used where it cannot be found or has no pack.

    Returns:
        Direct, partial and indirect quotes in order of their start. Spans are code points into
        ``text``, end exclusive; ``speaker`` is None where nobody is shown to have spoken. Empty
        if there is none.

    Raises:
        InputError: ``text`` is no str.

    Linear in ``len(text)``. What counts as a quote: docs/roles/quotes.md.

    >>> quote = find_quotes("“Rain helps the roses,” said Ada Example, a gardener at Foo Park.")[0]
    >>> quote.text, quote.speaker.name, quote.speaker.role, quote.speaker.affiliation
    ('“Rain helps the roses,”', 'Ada Example', 'gardener', 'Foo Park')
    """
    _text("find_quotes", text)
    code = language or identify(text) or "en"
    return quotes.find_quotes(text, pack=merged_pack((code,)))


def _text(function: str, value: object) -> None:
    if not isinstance(value, str):
        got = type(value).__name__
        message = f'{function}() takes str, got {got}; for a missing one pass "" or skip it'
        raise InputError(message)


def _codes(function: str, value: object) -> tuple[str, ...]:
    given = (value,) if isinstance(value, str) else () if value is None else value
    codes = tuple(given) if isinstance(given, Iterable) else (value,)
    if not all(isinstance(code, str) for code in codes):
        got = type(value).__name__
        raise InputError(f"{function}() takes languages as BCP 47 codes or None, got {got}")
    return codes
