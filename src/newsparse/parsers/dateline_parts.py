"""Parts of a dateline behind its place: state, date, agency, and the mark that ends it.

Each function looks at one position of the line and moves the parts on, or leaves them.
"""

from __future__ import annotations

import attrs
import regex

from newsparse.model.fields import Dateline, NewsDate
from newsparse.model.span import Span
from newsparse.parsers.agencies import is_agency
from newsparse.parsers.date_lines import parse_date
from newsparse.parsers.dateline_places import Gazetteer
from newsparse.parsers.lexicon import DATE, MONTH

__all__ = ["TERMINATOR", "Parts", "knows_agency", "read_agency", "read_date", "read_regions"]

MIN_ABBREVIATED = 7
"""Letters from which a region's full stop ends a sentence and is no abbreviation's."""

TERMINATOR = regex.compile(
    r"\s*+(?:\.?\s?(—|–|―|---?|‒|−|‐|(?<=\s)-|-(?=\s))|(:)(?=\s|\p{L})|(\.)(?=\s)|(=)(?=\s))"
)
"""What parts a dateline from the story: dash, colon, full stop, or a Korean equals sign."""

_COUNTRY = regex.compile(r"\s?\(([\p{L} .'’-]{2,30}+)\)")
_DATE = regex.compile(
    r"[\s,./]{0,3}+("
    r"\d{1,2}(?:st|nd|rd|th|er|º|ª|\.)?\s?(?:de\s|di\s|of\s)?(\p{L}{3,12}+)\.?"
    r"(?:,?\s?(?:de\s)?\d{4})?(?!\p{L}|\d)"
    r"|(?:\p{L}{3,12}+,?\s)?(\p{L}{3,12}+)\.?\s\d{1,2}(?:st|nd|rd|th)?(?:\s?,?\s\d{4})?(?!\p{L}|\d)"
    r"|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}(?!\d)"
    r"|\d{4}-\d{2}-\d{2}(?!\d)"
    r")"
)
_AGENCY = regex.compile(
    r"[\s,.]{0,3}+(?:--?)?"
    r"(?:\(\s?([^()\n]{2,40}+)\s?\)|/\s?([^/\n()]{2,30}?)\s?/|\[([^\]\n]{2,30}+)\])"
)
_BARE = regex.compile(
    r"[\s.,]{1,3}+(?:[—–-]\s)?(\p{Lu}[\p{L}.-]{1,20}+(?:\s\p{Lu}[\p{L}-]{1,20}+)?)"
)
_OUTLET = regex.compile(
    r"[\p{Lu}\d][\p{L}\d.&/-]{1,20}+(?:[ ]\p{Lu}[\p{L}.-]{1,20}+){0,2}+|[a-z]{2,5}"
)
_SIGNATURE = regex.compile(r"[a-z]{2,8}(?:\.[a-z]{2,3})?/[a-z]{1,4}(?:/[a-z]{1,4})?")


class Parts:
    """What has been read of a dateline so far.

    Attributes:
        at: Offset behind it.
        place_end: End of the place with its state.
        region: Whether a known state or country stands behind the place.
        agency: As printed, or None.
        known: Whether the agency is a known one or an agency's signature.
        date: Offsets of the date, or None.
    """

    __slots__ = ("agency", "at", "date", "known", "place_end", "region")

    def __init__(self, at: int) -> None:
        self.at = at
        self.place_end = at
        self.region = False
        self.known = False
        self.agency: str | None = None
        self.date: tuple[int, int] | None = None

    def value(self, line: str, start: int, place: str | None, gazetteer: Gazetteer) -> Dateline:
        """Return the frozen value from ``start`` on."""
        end = self.at
        while end > start and line[end - 1] in " ,/\u00a0":
            end -= 1
        if (
            self.agency is not None
            and line[end - 1 : self.at].strip() != "/"
            and line[end : end + 1] == "/"
        ):
            end += 1
        span = Span(start, end)
        return Dateline(
            text=line[start:end],
            span=span,
            pieces=(span,),
            place=place,
            agency=self.agency,
            date=self._news_date(line, gazetteer),
        )

    def _news_date(self, line: str, gazetteer: Gazetteer) -> NewsDate | None:
        """Return the date if it states its year; without one it names no day."""
        if self.date is None:
            return None
        start, end = self.date
        found = parse_date(line[start:end], pack=gazetteer.words.pack)
        if found is None:
            return None
        pieces = tuple(piece.moved(start) for piece in found.pieces)
        return attrs.evolve(found, span=found.span.moved(start), pieces=pieces)


def read_regions(line: str, stop: int, parts: Parts, gazetteer: Gazetteer) -> None:
    """Read ", Portugal", ", N.Y." and " (España)"."""
    pack = gazetteer.words.pack
    match = _COUNTRY.match(line, parts.at, stop)
    if match is not None and gazetteer.known(match[1]) and not is_agency(match[1], pack):
        parts.at = parts.place_end = match.end()
        parts.region = True
    for _ in range(2):
        match = gazetteer.more.match(line, parts.at, stop)
        if match is None:
            return
        text = match[1]
        known = gazetteer.known(text) or (text.endswith(".") and gazetteer.known(text[:-1]))
        if (not known and gazetteer.dated(text)) or is_agency(text, pack):
            return
        end = match.end()
        if text.endswith(".") and len(text) > MIN_ABBREVIATED and "." not in text[:-1]:
            end -= 1
        parts.at = parts.place_end = end
        parts.region = parts.region or known


def read_date(line: str, stop: int, parts: Parts, gazetteer: Gazetteer) -> None:
    """Read ", March 7", ". 7 марта", "(January 24, 2017)"; a month must be one."""
    if parts.date is not None:
        return
    match = _DATE.match(line, parts.at, stop)
    if match is None:
        inner = _AGENCY.match(line, parts.at, stop)
        if (
            inner is not None
            and inner[1]
            and _DATE.fullmatch(inner[1])
            and gazetteer.dated(inner[1])
        ):
            parts.date = inner.span(1)
            parts.at = inner.end()
        return
    month = match[2] or match[3]
    if month is not None and not gazetteer.words.words.get(month.casefold(), 0) & (DATE | MONTH):
        return
    parts.date = match.span(1)
    parts.at = match.end()


def read_agency(line: str, stop: int, parts: Parts, gazetteer: Gazetteer) -> None:
    """Read " (AP)", " /ТАСС/", ". ИНТЕРФАКС"; a bracket also holds outlets nobody listed."""
    if parts.agency is not None:
        return
    match = _AGENCY.match(line, parts.at, stop)
    text = match and (match[1] or match[2] or match[3])
    if not match or not text:
        _bare_agency(line, stop, parts, gazetteer)
        return
    known = knows_agency(text, gazetteer)
    if not known and (text[0].isdigit() or _OUTLET.fullmatch(text) is None):
        return
    parts.agency = text.strip()
    parts.known = known
    parts.at = match.end()


def _bare_agency(line: str, stop: int, parts: Parts, gazetteer: Gazetteer) -> None:
    """Read an agency without brackets behind a date ("7 марта. ИНТЕРФАКС -", "— РИА Новости.")."""
    if parts.date is None:
        return
    match = _BARE.match(line, parts.at, stop)
    if match is None:
        return
    text = match[1].rstrip(".")
    if is_agency(text, gazetteer.words.pack):
        parts.agency = text
        parts.known = True
        parts.at = match.start(1) + len(text)


def knows_agency(text: str, gazetteer: Gazetteer) -> bool:
    """Whether a text is an agency's name, one with a desk's code, or a small-letter signature."""
    pack = gazetteer.words.pack
    if is_agency(text, pack) or _SIGNATURE.fullmatch(text) is not None:
        return True
    return any(is_agency(part.strip(), pack) for part in text.split("/", 3))
