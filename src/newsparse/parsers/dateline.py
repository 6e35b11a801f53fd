"""Datelines: ``PORTO, Portugal (AP) — `` at the head of a story.

Where a story was reported from and, often, when and by which agency it was sent.
In: an opening paragraph. Out: a Dateline over place, date and agency without the dash, or None.
Shapes are here, words are in language packs and the list of places. See docs/roles/dateline.md.
"""

from __future__ import annotations

import regex

from newsparse.languages.schema import Pack
from newsparse.model.fields import Dateline
from newsparse.model.span import Span
from newsparse.parsers.agencies import is_agency
from newsparse.parsers.dateline_cjk import parse_cjk
from newsparse.parsers.dateline_parts import (
    TERMINATOR,
    Parts,
    knows_agency,
    read_agency,
    read_date,
    read_regions,
)
from newsparse.parsers.dateline_places import Gazetteer, gazetteer

__all__ = ["MAX_DATELINE", "parse_dateline"]

MAX_DATELINE = 120
"""Code points looked at; the longest dateline of the train part has 66."""
MAX_KICKER = 40
"""Code points of the longest kicker before a dateline in one line ("UPDATE 1: PORTO (AP) — ")."""
MIN_REST = 80
"""Code points that must follow a place which only its ending makes one; fewer are a list's item."""
MIN_STOP = 3
"""Letters of the longest abbreviation whose full stop belongs to a place ("St.", "Ste.")."""

_BARE_AGENCY = regex.compile(
    r"(\p{Lu}[\p{L}.-]{1,20}+(?:[ ]\p{Lu}[\p{L}-]{1,20}+){0,2}+)\s?[.]?\s?(?=[—–―-]|\.\s?[—–-])"
)
_WIRE = regex.compile(r"\s?-{0,2}\s?\(([^()\n]{2,40}+)\)")
_CASELESS = regex.compile(
    r"(?P<place>\p{L}[\p{L}\p{M} ]{1,28}?)\s?(?:(?P<bracket>\((?P<agency>[^()\n]{2,30}+)\))\s?)?"
    r"(?=[:—–-])"
)
_KICKER = regex.compile(r"([\p{Lu}][\p{L}'’ \d]{1,38}?)(?::|\s[—–-])\s+(?=\p{Lu})")


def parse_dateline(line: str, *, pack: Pack) -> Dateline | None:
    """Read the dateline at the start of an opening paragraph.

    Args:
        line: The paragraph.
        pack: Words.

    Returns:
        The dateline with spans into ``line``, from the first letter to the end of place, date or
        the agency's bracket; None where the paragraph opens without one. ``date`` is None where
        no year is printed.
    """
    start = len(line) - len(line.lstrip()) if line[:1].isspace() else 0
    first = line[start : start + 1]
    known = gazetteer(pack)
    if first and (first in "【（(［〔<〈-—–" or first >= "\u2e80"):
        return parse_cjk(line, start, pack) or _agency_first(line, start, known)
    if first.isdigit():
        return _dated_agency(line, start, known)
    if first.islower():
        return _lower_agency(line, start, known)
    if not first.isupper():
        return _caseless(line, start, known) if first.isalpha() else None
    return (
        _placed(line, start, known)
        or _agency_alone(line, start, known)
        or _dated_agency(line, start, known)
        or _behind_kicker(line, start, known)
    )


def _placed(line: str, start: int, known: Gazetteer) -> Dateline | None:
    """Place first, then state, date and agency in any order, then a dash, colon or full stop."""
    stop = min(len(line), start + MAX_DATELINE)
    match = known.name.match(line, start, stop)
    if match is None:
        return None
    parts = Parts(_without_stop(line, start, match.end()))
    place = line[start : parts.at]
    if known.is_none(place):
        return None
    read_regions(line, stop, parts, known)
    for _ in range(3):
        before = parts.at
        read_date(line, stop, parts, known)
        read_agency(line, stop, parts, known)
        if parts.at == before:
            break
    if not _accepted(line, start, place, parts, known):
        return None
    return parts.value(line, start, line[start : parts.place_end], known)


def _without_stop(line: str, start: int, end: int) -> int:
    """End of a place before a full stop that ends it ("Berlin. Die …"); one of "St." is in it."""
    text = line[start:end]
    cut = text.find(". ")
    while cut >= 0:
        if len(text[:cut].rsplit(" ", 1)[-1]) > MIN_STOP:
            return start + cut
        cut = text.find(". ", cut + 1)
    if text.endswith(".") and len(text.rsplit(" ", 1)[-1]) > MIN_STOP + 1:
        return end - 1
    return end


def _accepted(line: str, start: int, place: str, parts: Parts, known: Gazetteer) -> bool:
    """Whether the parts together make a dateline; the more there are, the less is asked of each."""
    capitals = place.isupper() and len(place) > 2
    listed = known.listed(place)
    if parts.agency is not None and parts.known and (capitals or listed or place.count(" ") < 3):
        return True
    match = TERMINATOR.match(line, parts.at)
    rest = line[match.end() :].strip() if match is not None else ""
    if match is None or not rest:
        return False
    if parts.date is not None:
        return capitals or listed or known.ends_like_place(place)
    if parts.agency is not None:
        return listed or bool(match[1] and (capitals or known.ends_like_place(place)))
    if rest[0].islower():
        return False
    if capitals:
        return _capitals_alone(place, match, parts, known, listed=listed)
    if match[2] or "," in line[start : parts.at] or known.is_prose(place):
        return False
    if match[1] == "-" and not line[parts.at].isspace():
        return False
    return listed or (len(rest) >= MIN_REST and known.ends_like_place(place))


def _capitals_alone(
    place: str, match: regex.Match[str], parts: Parts, known: Gazetteer, *, listed: bool
) -> bool:
    """Whether capitals before a dash or colon, and nothing else, are a dateline."""
    if match[1]:
        return listed or parts.region or known.may_be_place(place)
    return not match[3] and (parts.region or (listed and not known.is_prose(place)))


def _dated_agency(line: str, start: int, known: Gazetteer) -> Dateline | None:
    """Read "Dec 29 (Reuters) - A minister": the agency gives a day and no place."""
    parts = Parts(start)
    stop = min(len(line), start + MAX_DATELINE)
    read_date(line, stop, parts, known)
    if parts.date is None or parts.date[0] != start:
        return None
    read_agency(line, stop, parts, known)
    return parts.value(line, start, None, known) if parts.known else None


def _behind_kicker(line: str, start: int, known: Gazetteer) -> Dateline | None:
    """Read "UPDATE 1: PORTO (AP) — ": a kicker stands first, so an agency or a date must follow."""
    match = _KICKER.match(line, start, start + MAX_KICKER)
    if match is None:
        return None
    words = match[1].casefold().split()
    if words[0] not in known.blocked and match[1].casefold() not in known.blocked:
        return None
    found = _placed(line, match.end(), known)
    return found if found is not None and found.agency is not None else None


def _agency_alone(line: str, start: int, known: Gazetteer) -> Dateline | None:
    """Read "AP - A law …": feeds print the agency where the place stands."""
    match = _BARE_AGENCY.match(line, start, start + MAX_KICKER)
    if match is None or not is_agency(match[1], known.words.pack):
        return None
    return _only_agency(line, match[1], start, match.end(1))


def _lower_agency(line: str, start: int, known: Gazetteer) -> Dateline | None:
    """Read "dpa - Der Hafen": an agency in small letters before a dash."""
    head = line[start : start + MAX_KICKER].split(None, 2)
    if len(head) == 3 and head[1] in ("-", "–", "—") and is_agency(head[0], known.words.pack):
        return _only_agency(line, head[0], start, start + len(head[0]))
    return None


def _agency_first(line: str, start: int, known: Gazetteer) -> Dateline | None:
    """Read "(Bloomberg) -- Shares" and "(ANSA) - GENOVA, 07 MAR - Il porto"."""
    match = _WIRE.match(line, start, start + MAX_KICKER + 20)
    dash = TERMINATOR.match(line, match.end()) if match is not None else None
    if match is None or dash is None or dash[3] or not knows_agency(match[1], known):
        return None
    opened = line.index("(", start)
    at = dash.end()
    while at < len(line) and line[at].isspace():
        at += 1
    placed = _placed(line, at, known)
    if placed is None or placed.agency is not None:
        return _only_agency(line, match[1], opened, match.end())
    span = Span(opened, placed.span.end)
    return Dateline(
        text=line[span.start : span.end],
        span=span,
        pieces=(span,),
        place=placed.place,
        agency=match[1],
        date=placed.date,
    )


def _only_agency(line: str, agency: str, start: int, end: int) -> Dateline:
    span = Span(start, end)
    return Dateline(text=line[start:end], span=span, pieces=(span,), agency=agency)


def _caseless(line: str, start: int, known: Gazetteer) -> Dateline | None:
    """Read datelines in scripts without capitals ("القاهرة (أ ف ب) -"): the place must be known."""
    match = _CASELESS.match(line, start, start + MAX_DATELINE)
    if match is None or not known.listed(match["place"]):
        return None
    parts = Parts(match.end("place"))
    read_agency(line, start + MAX_DATELINE, parts, known)
    if parts.agency is None and match["agency"] and is_agency(match["agency"], known.words.pack):
        parts.agency, parts.at = match["agency"], match.end("bracket")
    if parts.agency is None and TERMINATOR.match(line, parts.at) is None:
        return None
    return parts.value(line, start, match["place"], known)
