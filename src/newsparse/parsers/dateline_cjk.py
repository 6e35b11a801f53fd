"""Datelines of East Asian agencies: ``新华社上海3月7日电``, ``【ロンドン共同】``.

Place, date and agency stand in one run, mostly inside brackets. Called by ``parse_dateline``.
"""

from __future__ import annotations

import re

from newsparse.languages.schema import Pack
from newsparse.model.fields import Dateline
from newsparse.model.span import Span
from newsparse.parsers.agencies import agency_table

__all__ = ["parse_cjk"]

MAX_HEAD = 60
"""Code points looked at for the end of the run."""

_HAN = r"[\u3400-\u9fff\u3040-\u30ff\uac00-\ud7a3々ー·・]"
_CHINESE = re.compile(
    r"(?P<agency>[\u4e00-\u9fff]{2,8}?(?:社|网|报|台))(?P<place>[\u4e00-\u9fff、]{0,12}?)"
    r"(?P<date>(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日)?(?P<end>电|讯|專電|電|訊)"
)
_BRACKETS = re.compile(r"[【（(［〔](?P<inner>[^】）)］〕\n]{2,40})[】）)］〕]")
_DATE = re.compile(r"(?:\d{4}年)?\d{1,2}月\d{1,2}日")


def parse_cjk(line: str, start: int, pack: Pack) -> Dateline | None:
    """Read a Chinese, Japanese or Korean dateline at ``start``."""
    match = _CHINESE.match(line, start, start + MAX_HEAD)
    if match is not None and match["agency"] not in ("本报", "本社"):
        if not match["place"] and not match["date"] and match["end"] in ("讯", "訊"):
            return None
        return _value(line, start, match.end(), match["place"] or None, match["agency"])
    match = _BRACKETS.match(line, start, start + MAX_HEAD)
    return None if match is None else _bracketed(line, match, pack)


def _bracketed(line: str, match: re.Match[str], pack: Pack) -> Dateline | None:
    inner = match["inner"].strip()
    if not re.search(_HAN, inner):
        return None
    table = agency_table(pack)
    for mark in ("=", "＝"):
        if mark in inner:  # Korean: place=agency; Japanese: place＝writer
            place, _, rest = inner.partition(mark)
            agency = rest.strip() if rest.strip().casefold() in table else None
            if agency is None and mark == "=":
                return None
            return _value(line, match.start(), match.end(), place.strip(), agency)
    date = _DATE.search(inner)
    rest = inner if date is None else (inner[: date.start()] + inner[date.end() :]).strip()
    for size in range(min(len(rest), 12), 1, -1):
        agency = rest[-size:].strip()
        if agency.casefold() in table:
            place = rest[:-size].strip(" ・=＝、") or None
            return _value(line, match.start(), match.end(), place, agency)
    return None


def _value(line: str, start: int, end: int, place: str | None, agency: str | None) -> Dateline:
    span = Span(start, end)
    return Dateline(
        text=line[start:end],
        span=span,
        pieces=(span,),
        place=place,
        agency=agency,
        date=None,
    )
