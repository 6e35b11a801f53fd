"""Credits in Chinese, Japanese and Korean: ``责任编辑：张例``, ``사진=김예시 기자``.

A cue with a colon, slash or equals sign stands before the names, or a word of the craft behind
them. Names of two to four characters are people; longer ones and known agencies organisations.
"""

from __future__ import annotations

import re
from functools import lru_cache

from newsparse.languages.schema import Pack
from newsparse.model.fields import Credit
from newsparse.model.label import CreditKind
from newsparse.model.span import Span
from newsparse.parsers.agencies import is_agency

__all__ = ["parse_cjk_credits"]

_MARKS = r"[：:／/＝=丨|｜●]"
_NAMES = "(?P<names>[^】）)\\]］〕>＞。；;\n|｜©]{1,60})"
_SPLIT = re.compile(r"[、，,；;／/&]|\s{2,}|\s(?=\S{1,4}(?:\s|$))")
_HAN_NAME = re.compile("[\u3400-\u9fff々]{2,4}")
_KANA_NAME = re.compile("[\u30a0-\u30ff・＝]{3,14}")
_HANGUL_NAME = re.compile("[\uac00-\ud7a3]{2,4}")
_LATIN_NAME = re.compile(r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){1,3}")


_NEVER = r"(?!)"


class _Patterns:
    """Patterns made from a pack's cues."""

    __slots__ = ("before", "behind", "kinds", "organisations", "suffixes")

    def __init__(self, pack: Pack) -> None:
        self.kinds: dict[str, str] = {}
        starts: set[str] = set()
        ends: set[str] = set()
        for entry in pack.credit:
            for phrase in entry.starts:
                if phrase.strip("（【")[:1] >= "\u2e80":
                    bare = phrase.strip("（【").rstrip("：:／/＝=丨|｜●. ")
                    self.kinds.setdefault(bare, entry.kind)
                    starts.add(bare)
            for phrase in entry.ends:
                if phrase[:1] >= "\u2e80":
                    self.kinds.setdefault(phrase, entry.kind)
                    ends.add(phrase)
        # A pack without East Asian cues: an empty alternative would match anywhere.
        first = "|".join(re.escape(s) for s in sorted(starts, key=_longest)) or _NEVER
        last = "|".join(re.escape(s) for s in sorted(ends, key=_longest)) or _NEVER
        self.before = re.compile(
            rf"(?<![\u3400-\u9fff\uac00-\ud7a3])(?P<cue>{first})\s?{_MARKS}\s*{_NAMES}"
        )
        self.behind = re.compile(
            "[（(＝=・、\\s](?P<names>[\u3400-\u9fff々\uac00-\ud7a3]{2,8}|[\u30a0-\u30ff]{3,12})\\s?"
            rf"(?P<cue>{last})(?=[）)】\]\s]|$)"
        )
        self.suffixes = tuple(w for w in pack.byline.suffixes if w[0] >= "\u2e80")
        self.organisations = tuple(w for w in pack.byline.organisation_words if w[0] >= "\u2e80")


def parse_cjk_credits(line: str, start: int, *, pack: Pack) -> list[Credit]:
    """Read all East Asian credits of ``line[start:]``."""
    patterns = _patterns(pack)
    found: list[Credit] = []
    for match in patterns.before.finditer(line, start):
        credit = _credit(line, match, patterns, pack)
        if credit is not None:
            found.append(credit)
    if not found:
        for match in patterns.behind.finditer(line, start):
            credit = _credit(line, match, patterns, pack)
            if credit is not None:
                found.append(credit)
    return found


def _credit(line: str, match: re.Match[str], patterns: _Patterns, pack: Pack) -> Credit | None:
    kind = patterns.kinds[match["cue"]]
    people: list[str] = []
    organisations: list[str] = []
    for piece in _SPLIT.split(match["names"]):
        name = piece.strip(" \u3000\"'“”「」")
        for suffix in patterns.suffixes:
            if name.endswith(suffix) and len(name) > len(suffix) + 1:
                name = name[: -len(suffix)].strip()
                break
        if not name or name.isdigit() or name in patterns.suffixes:
            continue
        (people if _is_person(name, patterns, pack) else organisations).append(name)
    if not people and not organisations:
        return None
    if kind == "source" and any(is_agency(o, pack) for o in organisations):
        kind = "agency"
    span = Span(
        min(match.start("cue"), match.start("names")), max(match.end("cue"), match.end("names"))
    )
    text = line[span.start : span.end].rstrip()
    span = Span(span.start, span.start + len(text))
    return Credit(
        text=text,
        span=span,
        pieces=(span,),
        kind=CreditKind(kind),
        people=tuple(dict.fromkeys(people)),
        organisations=tuple(dict.fromkeys(organisations)),
    )


def _is_person(name: str, patterns: _Patterns, pack: Pack) -> bool:
    if is_agency(name, pack) or name.endswith(patterns.organisations):
        return False
    return any(p.fullmatch(name) for p in (_HAN_NAME, _KANA_NAME, _HANGUL_NAME, _LATIN_NAME))


def _longest(text: str) -> tuple[int, str]:
    return (-len(text), text)


@lru_cache(maxsize=64)
def _patterns(pack: Pack) -> _Patterns:
    return _Patterns(pack)
