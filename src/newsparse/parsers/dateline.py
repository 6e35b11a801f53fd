"""Datelines: ``PORTO, Portugal (AP) — `` at the head of a story.

Where a story was reported from and, often, when and by which agency it was sent.
In: an opening paragraph. Out: a Dateline over place, date and agency without the dash, or None.
Shapes are here, words are in language packs and the list of places. See docs/roles/dateline.md.
"""

from __future__ import annotations

import regex

from newsparse.languages.schema import Pack
from newsparse.languages.words import common_words, places, small_words
from newsparse.model.fields import Dateline, NewsDate
from newsparse.model.span import Span
from newsparse.parsers.agencies import is_agency
from newsparse.parsers.dateline_cjk import parse_cjk
from newsparse.parsers.lexicon import DATE, MONTH, Lexicon, lexicon

__all__ = ["MAX_DATELINE", "parse_dateline"]

MAX_DATELINE = 120
"""Code points looked at; the longest dateline of the train part has 66."""

MAX_PLACE_WORDS = 6
"""Words of a place with its state; the longest of the train part has 6."""

MIN_UNKNOWN = 4
"""Letters from which a word in capitals before a dash may be a place that nobody listed; shorter
ones are abbreviations."""

_WORD = r"\p{Lu}(?:[\p{L}\p{M}'’.‘]|-(?=\p{L})){0,30}+"
_LINK = (
    r"(?:de|del|della|di|da|do|dos|das|la|las|los|le|les|el|al|of|the|am|an|der|den|dem|im|in|bei|"
    r"ob|on|und|and|y|et|e|ve|och|og|sur|sous|upon|и|на)"
)
_PLACE = regex.compile(
    rf"{_WORD}(?:(?:[ \u00a0]|\s?[/&]\s?|\s?-\s?(?=\p{{Lu}}{{3}}))(?:{_LINK}[ \u00a0]){{0,2}}{_WORD}){{0,5}}"
)
_MORE = regex.compile(rf"\s?,\s?({_WORD}(?:[ \u00a0]{_WORD}){{0,3}}+)")
_COUNTRY = regex.compile(r"\s?\(([\p{L} .'’-]{2,30}+)\)")
_DATE = regex.compile(
    r"[\s,.]{0,3}+("
    r"\d{1,2}(?:st|nd|rd|th|er|º|ª|\.)?\s?(?:de\s|di\s|of\s)?(\p{L}{3,12}+)\.?(?:,?\s?(?:de\s)?\d{4})?(?!\p{L}|\d)"
    r"|(?:\p{L}{3,12}+,?\s)?(\p{L}{3,12}+)\.?\s\d{1,2}(?:st|nd|rd|th)?(?:\s?,?\s\d{4})?(?!\p{L}|\d)"
    r"|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}(?!\d)"
    r"|\d{4}-\d{2}-\d{2}(?!\d)"
    r")"
)
_AGENCY = regex.compile(
    r"[\s,.]{0,3}+(?:\(\s?([^()\n]{2,40}+)\s?\)|/\s?([^/\n()]{2,30}?)\s?/|\[([^\]\n]{2,30}+)\])"
)
_TERMINATOR = regex.compile(
    r"\s*+(?:\.?\s?(—|–|―|--?-?|‒|−|‐)+(?!\p{L}\d)|(:)(?=\s|\p{L})|(\.)(?=\s)|(=)(?=\s))"
)
_BARE_AGENCY = regex.compile(
    r"(\p{Lu}[\p{L}.-]{1,20}+(?:[ ]\p{Lu}[\p{L}-]{1,20}+){0,2}+)\s?[.]?\s?(?=[—–―-]|\.\s?[—–-])"
)
_WIRE = regex.compile(r"\s?-{0,2}\s?\(([^()\n]{2,40}+)\)")
_OUTLET = regex.compile(
    r"[\p{Lu}\d][\p{L}\d.&/-]{1,20}+(?:[ ]\p{Lu}[\p{L}.-]{1,20}+){0,2}+|[a-z]{2,5}"
)
_SIGNATURE = regex.compile(r"[a-z]{2,8}(?:\.[a-z]{2,3})?/[a-z]{1,4}(?:/[a-z]{1,4})?")
_CITIES = regex.compile(r"\s?/\s?| (?:and|und|et|y|e|en|och|og|i|и|ve) ")


def parse_dateline(line: str, *, pack: Pack) -> Dateline | None:
    """Read the dateline at the start of an opening paragraph.

    Args:
        line: The paragraph.
        pack: Words.

    Returns:
        The dateline with spans into ``line``, from the first letter to the end of place, date or
        the agency's bracket; None where the paragraph opens without one.
    """
    start = len(line) - len(line.lstrip()) if line[:1].isspace() else 0
    first = line[start : start + 1]
    if first and (first in "【（(［〔<〈-—–" or first >= "\u2e80"):
        return parse_cjk(line, start, pack) or _agency_first(line, start, pack)
    if first.isdigit():
        return _dated_agency(line, start, pack)
    if not first.isupper():
        return _lower_agency(line, start, pack) if first.isalpha() else None
    return (
        _placed(line, start, lexicon(pack))
        or _agency_alone(line, start, pack)
        or _dated_agency(line, start, pack)
    )


class _Parts:
    """What has been read so far."""

    __slots__ = ("agency", "at", "date", "known", "place", "place_end", "region")

    def __init__(self, at: int) -> None:
        self.at = at
        self.place: str | None = None
        self.place_end = at
        self.region = False
        self.known = False
        self.agency: str | None = None
        self.date: tuple[int, int] | None = None


def _placed(line: str, start: int, words: Lexicon) -> Dateline | None:
    """Place first, then state, date and agency in any order, then a dash, colon or full stop."""
    pack = words.pack
    stop = min(len(line), start + MAX_DATELINE)
    match = _PLACE.match(line, start, stop)
    if match is None:
        return None
    parts = _Parts(match.end())
    _shorten(line, start, parts)
    place = line[start : parts.at]
    if _not_place(place, words):
        return None
    parts.place_end = parts.at
    _regions(line, stop, parts, words)
    for _ in range(3):
        before = parts.at
        _date(line, stop, parts, words)
        _agency(line, stop, parts, pack)
        if parts.at == before:
            break
    parts.place = line[start : parts.place_end]
    if not _accepted(line, start, place, parts, words):
        return None
    return _value(line, start, parts, pack)


def _shorten(line: str, start: int, parts: _Parts) -> None:
    """A full stop that ends the place ("Berlin. Die …") is not in it; one of "St." is."""
    text = line[start : parts.at]
    cut = text.find(". ")
    while cut >= 0:
        if len(text[:cut].rsplit(" ", 1)[-1]) > 3:
            parts.at = start + cut
            return
        cut = text.find(". ", cut + 1)
    if text.endswith(".") and len(text.rsplit(" ", 1)[-1]) > 4:
        parts.at -= 1


def _not_place(place: str, words: Lexicon) -> bool:
    folded = place.casefold().rstrip(".")
    blocked = words.pack.dateline.not_places
    if folded in blocked or place.count(" ") >= MAX_PLACE_WORDS:
        return True
    if words.words.get(folded, 0) & (DATE | MONTH):
        return True
    return folded.split(None, 1)[0] in blocked and not _known(
        place.split("/", maxsplit=1)[0], words
    )


def _regions(line: str, stop: int, parts: _Parts, words: Lexicon) -> None:
    """Read ", Portugal", ", N.Y." and " (España)"."""
    match = _COUNTRY.match(line, parts.at, stop)
    if match is not None and _known(match[1], words) and not is_agency(match[1], words.pack):
        parts.at = parts.place_end = match.end()
        parts.region = True
    for _ in range(2):
        match = _MORE.match(line, parts.at, stop)
        if match is None:
            return
        text = match[1]
        known = _known(text, words)
        if not known and text.endswith("."):
            known = _known(text[:-1], words)
        if (not known and _dated(text, words)) or is_agency(text, words.pack):
            return
        parts.at = parts.place_end = match.end()
        if text.endswith(".") and len(text) > 7 and "." not in text[:-1]:
            parts.at = parts.place_end = match.end() - 1
        parts.region = parts.region or known


def _dated(text: str, words: Lexicon) -> bool:
    return any(words.words.get(w.rstrip(".").casefold(), 0) & (DATE | MONTH) for w in text.split())


def _known(text: str, words: Lexicon) -> bool:
    folded = text.casefold()
    return folded in places() or folded in words.places


def _date(line: str, stop: int, parts: _Parts, words: Lexicon) -> None:
    if parts.date is not None:
        return
    match = _DATE.match(line, parts.at, stop)
    if match is None:
        inner = _AGENCY.match(line, parts.at, stop)
        if inner is not None and inner[1] and _DATE.fullmatch(inner[1]) and _dated(inner[1], words):
            parts.date = inner.span(1)
            parts.at = inner.end()
        return
    month = match[2] or match[3]
    if month is not None and not words.words.get(month.casefold(), 0) & (DATE | MONTH):
        return
    parts.date = match.span(1)
    parts.at = match.end()


def _agency(line: str, stop: int, parts: _Parts, pack: Pack) -> None:
    if parts.agency is not None:
        return
    match = _AGENCY.match(line, parts.at, stop)
    if match is None:
        return
    text = match[1] or match[2] or match[3]
    if not text or text[0].isdigit():
        return
    known = is_agency(text, pack) or any(is_agency(t.strip(), pack) for t in text.split("/", 3))
    known = known or _SIGNATURE.fullmatch(text) is not None
    if not known and _OUTLET.fullmatch(text) is None:
        return
    parts.agency = text.strip()
    parts.known = known
    parts.at = match.end()


def _accepted(line: str, start: int, place: str, parts: _Parts, words: Lexicon) -> bool:
    """Whether the parts together make a dateline; the more there are, the less is asked of each."""
    capitals = place.isupper() and len(place) > 2
    listed = _listed(place, words)
    if parts.agency is not None and parts.known and (capitals or listed or place.count(" ") < 3):
        return True
    match = _TERMINATOR.match(line, parts.at)
    if match is None or not line[match.end() :].strip():
        return False
    if parts.agency is not None or parts.date is not None:
        return capitals or listed or _ends_like_place(place, words)
    if line[match.end() :].lstrip()[:1].islower():
        return False
    dash, colon, stop, _ = match.groups()
    if capitals:
        if dash:
            return listed or parts.region or _unknown_place(place, words)
        return not stop and (parts.region or (listed and not _prose(place, words)))
    if colon or "," in line[start : parts.at] or _prose(place, words):
        return False
    if dash and not (line[parts.at : parts.at + 1].isspace() or dash in "—–"):
        return False
    return listed or (" " not in place and _ends_like_place(place, words))


def _listed(place: str, words: Lexicon) -> bool:
    """Whether every city of "LONDON/PARIS" is known."""
    return all(_known(p.strip(), words) for p in _CITIES.split(place))


def _prose(place: str, words: Lexicon) -> bool:
    """Whether a place's name is a word of prose as well ("Nice", "Boom", "Essen")."""
    folded = place.casefold()
    return folded in small_words() and folded not in words.places


def _unknown_place(place: str, words: Lexicon) -> bool:
    """Whether capitals that no list has can be a place: long enough, few words, no prose."""
    if "'" in place or "’" in place:
        return False
    if _ends_like_place(place, words):
        return True
    folded = place.casefold().split()
    if len(folded) > 2 or any(w in common_words() for w in folded):
        return False
    return sum(c.isalpha() for c in place) > MIN_UNKNOWN


def _ends_like_place(place: str, words: Lexicon) -> bool:
    """Whether a name ends as names of places do ("Musterhausen", "EXAMPLE BEACH")."""
    folded = place.casefold()
    if folded in common_words() or len(folded) <= MIN_UNKNOWN + 2:
        return False
    return folded.endswith(words.pack.dateline.endings)


def _value(line: str, start: int, parts: _Parts, pack: Pack) -> Dateline:
    end = parts.at
    while end > start and line[end - 1] in " ,\u00a0":
        end -= 1
    span = Span(start, end)
    return Dateline(
        text=line[start:end],
        span=span,
        pieces=(span,),
        place=parts.place,
        agency=parts.agency,
        date=None if parts.date is None else _news_date(line, *parts.date, pack),
    )


def _news_date(line: str, start: int, end: int, pack: Pack) -> NewsDate | None:
    del line, start, end, pack
    return None


def _agency_alone(line: str, start: int, pack: Pack) -> Dateline | None:
    """Read "AP - A law …": feeds print the agency where the place stands."""
    match = _BARE_AGENCY.match(line, start, start + 40)
    if match is None or not is_agency(match[1], pack):
        return None
    return _only_agency(match[1], start, match.end(1))


def _dated_agency(line: str, start: int, pack: Pack) -> Dateline | None:
    """Read "Dec 29 (Reuters) - A minister": the agency gives a day and no place."""
    words = lexicon(pack)
    parts = _Parts(start)
    stop = min(len(line), start + MAX_DATELINE)
    _date(line, stop, parts, words)
    _agency(line, stop, parts, pack)
    if parts.date is None or not parts.known or parts.date[0] != start:
        return None
    return _value(line, start, parts, pack)


def _lower_agency(line: str, start: int, pack: Pack) -> Dateline | None:
    head = line[start : start + 12].split(None, 1)
    if len(head) == 2 and is_agency(head[0], pack) and head[1][:1] in "-–—":
        return _only_agency(head[0], start, start + len(head[0]))
    return None


def _agency_first(line: str, start: int, pack: Pack) -> Dateline | None:
    """Read "(Bloomberg) -- Shares" and "(ANSA) - GENOVA, 07 MAR - Il porto"."""
    match = _WIRE.match(line, start, start + 60)
    if match is None:
        return None
    known = is_agency(match[1], pack) or any(is_agency(t, pack) for t in match[1].split("/", 3))
    opened = line.index("(", start)
    dash = _TERMINATOR.match(line, match.end())
    if not known or dash is None or dash[3]:
        return None
    at = dash.end()
    while at < len(line) and line[at].isspace():
        at += 1
    placed = _placed(line, at, lexicon(pack))
    if placed is not None and placed.agency is None:
        span = Span(opened, placed.span.end)
        return Dateline(
            text=line[span.start : span.end],
            span=span,
            pieces=(span,),
            place=placed.place,
            agency=match[1],
            date=placed.date,
        )
    return _only_agency(match[1], opened, match.end())


def _only_agency(text: str, start: int, end: int) -> Dateline:
    span = Span(start, end)
    return Dateline(text=text, span=span, pieces=(span,), agency=text)
