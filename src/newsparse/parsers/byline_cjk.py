"""Bylines in Chinese, Japanese and Korean: ``记者 张例``, ``文／例山花子``, ``김예시 기자``.

Words do not stand apart there, so the words of a job frame the names: in front, behind, or in
brackets. A bare name needs a known surname.
"""

from __future__ import annotations

import re
from functools import lru_cache

from newsparse.languages.schema import Pack
from newsparse.model.fields import Byline, Person
from newsparse.model.span import Span

__all__ = ["parse_cjk_byline"]

_NAME = "(?:[\u3400-\u9fff々]{2,4}|[\u3400-\u9fff々]{1,3}[ \u3000][\u3400-\u9fff々ぁ-ん]{1,3})"
_KANA = "[\u30a0-\u30ff・＝]{2,14}"
_HANGUL = "[\uac00-\ud7a3]{2,4}"
_BETWEEN = "[、，,・ \u3000和与及と]"


MOST_HAN = 4
"""Characters of the longest bare name without a space that a line known as a byline may be."""


class _Patterns:
    """Patterns made from a pack's words."""

    __slots__ = ("before", "behind", "jobs", "korean", "nobody", "surnames", "titles")

    def __init__(self, pack: Pack) -> None:
        byline = pack.byline
        han = [w for w in byline.prefixes if "\u2e80" <= w[0] <= "\u9fff"]
        before = "|".join(re.escape(w.rstrip("：:／/")) for w in sorted(set(han), key=_longest))
        jobs = [w for w in byline.suffixes if w[0] >= "\u3000"]
        east = "|".join(re.escape(w) for w in sorted(jobs, key=_longest) if not _is_hangul(w))
        korean = "|".join(re.escape(w) for w in sorted(jobs, key=_longest) if _is_hangul(w))
        one = f"(?:{_NAME}|{_KANA})"
        self.before = re.compile(
            rf"(?:^|[\s|｜（(【\[；;。\d])(?P<cue>(?:[\u3400-\u9fff]{{2,5}}?)?(?:{before}))"
            rf"(?P<mark>\s*[：:／/＝=●丨|｜]?[\s\u3000]*)"
            rf"(?:[\u3400-\u9fff]{{1,8}}?(?:{before})[ \u3000]{{1,2}})?"
            rf"(?P<names>{one}(?:{_BETWEEN}{{1,2}}{one}){{0,7}})"
            rf"(?=$|[\s）)】\]／/|｜，。；;（(@＠]|{east or '$'})"
        )
        self.behind = re.compile(
            r"(?:^|[\s|｜（(【\[＝=・、])"
            rf"(?P<names>{one}(?:[、・,]{one}){{0,5}})[ \u3000]?(?P<cue>{east or '$'})"
            rf"(?=$|[\s）)】\]／/|｜、（(])"
        )
        self.korean = re.compile(
            rf"(?:^|(?<=[\s=\]·,|/(]))(?P<names>{_HANGUL}(?:[·ㆍ]{_HANGUL}){{0,5}})\s?"
            rf"(?P<cue>{korean or '$'})(?=$|[\s·,=|/)\]@(ㅣ])"
        )
        self.nobody = frozenset((*byline.nobody, *han, *jobs))
        self.titles = tuple(w for w in byline.nobody if len(w) > 1)
        self.jobs = tuple(w for w in (*jobs, *han) if len(w) > 1 and not _is_hangul(w))
        self.surnames = frozenset(byline.surnames)


def parse_cjk_byline(line: str, *, pack: Pack, expected: bool) -> Byline | None:
    """Read an East Asian byline from a line."""
    patterns = _patterns(pack)
    found = _korean(line, patterns)
    if found is None:
        match = patterns.before.search(line) or patterns.behind.search(line)
        if match is not None and not _in_a_title(line, match, patterns):
            names = _names(line, match.start("names"), match.end("names"), patterns)
            if names:
                start = min(match.start("cue"), match.start("names"))
                end = max(match.end("cue"), match.end("names"))
                found = _value(line, start, end, names, match["cue"])
    if found is None:
        found = _bare(line, patterns, expected=expected)
    return found


def _in_a_title(line: str, match: re.Match[str], patterns: _Patterns) -> bool:
    """Whether a cue behind names only ends a page's word: "例网 正文" (text), not 文 (by)."""
    start, end = match.span("cue")
    if start < match.end("names"):
        return False
    return any(len(w) > end - start and line.endswith(w, 0, end) for w in patterns.titles)


def _korean(line: str, patterns: _Patterns) -> Byline | None:
    people: list[tuple[int, int]] = []
    start = end = -1
    role = ""
    for match in patterns.korean.finditer(line):
        for name in re.finditer(_HANGUL, match["names"]):
            at = match.start("names") + name.start()
            if name[0] in patterns.nobody:
                continue
            people.append((at, at + len(name[0])))
        if people and start < 0:
            start = people[0][0]
            role = match["cue"]
        end = match.end()
    if not people or len(line) > 150:
        return None
    return _value(line, start, max(end, people[-1][1]), people, role)


def _names(line: str, start: int, end: int, patterns: _Patterns) -> list[tuple[int, int]]:
    """Split a run of names; a name in two halves ("例山 花子") stays whole."""
    text = line[start:end]
    people: list[tuple[int, int]] = []
    for piece in re.finditer(r"[^、，,]+", text):
        words = list(re.finditer(r"[^\s\u3000]+", piece[0]))
        if any(word[0] in patterns.nobody for word in words):  # "例花 整合"
            words = [word for word in words if word[0] not in patterns.nobody]
        elif (
            len(words) == 2
            and all(len(w[0]) <= 3 for w in words)
            and len(words[0][0] + words[1][0]) <= 5
        ):
            whole = min(len(words[0][0]), len(words[1][0])) < 2 or not (
                words[0][0][0] in patterns.surnames and words[1][0][0] in patterns.surnames
            )
            if whole:
                words = [piece]
        if len(words) > 1 and words[0][0].endswith(patterns.jobs):
            del words[0]  # "见习记者 林例"
        for word in words:
            at = start + piece.start() + (word.start() if word is not piece else 0)
            name = word[0].strip("和与及と \u3000") if word is piece else word[0]
            if len(name) >= 2 and name not in patterns.nobody:
                at += word[0].find(name)
                people.append((at, at + len(name)))
    return people


def _bare(line: str, patterns: _Patterns, *, expected: bool) -> Byline | None:
    """Read a line that is one name: two halves, or a known surname with one to three letters."""
    text = line.strip()
    at = line.find(text)
    halves = re.fullmatch("[\u3400-\u9fff々]{1,3}[ \u3000][\u3400-\u9fff々ぁ-ん]{1,3}", text)
    whole = re.fullmatch("[\u3400-\u9fff々]{2,5}", text)
    known = (
        whole is not None
        and len(text) >= 3
        and any(
            text[:size] in patterns.surnames and 1 <= len(text) - size <= 3 for size in (1, 2, 3)
        )
    )
    if whole is not None and text[:2] not in patterns.surnames and len(text) > 3:
        known = known and text[:3] in patterns.surnames
    if whole is not None and expected:
        known = known or (len(text) <= MOST_HAN and _has_surname(text, patterns))
    if halves is not None and expected:  # "网站 正文" is a page's words
        halves = halves if _has_surname(text.split()[0], patterns) else None
    if (halves is None and not known) or not patterns.nobody.isdisjoint((text, *text.split())):
        return None
    return _value(line, at, at + len(text), [(at, at + len(text))], None)


def _has_surname(name: str, patterns: _Patterns) -> bool:
    """Whether a name, or its first half, begins with a known surname."""
    return any(name[:size] in patterns.surnames for size in (1, 2, 3))


def _value(
    line: str, start: int, end: int, people: list[tuple[int, int]], role: str | None
) -> Byline:
    span = Span(min(start, people[0][0]), max(end, people[-1][1]))
    authors = tuple(
        Person(
            name=line[s:e],
            role=role.strip() if role and len(role) > 1 else None,
            span=Span(s, e),
        )
        for s, e in people
    )
    return Byline(text=line[span.start : span.end], span=span, pieces=(span,), authors=authors)


def _is_hangul(word: str) -> bool:
    return "\uac00" <= word[0] <= "\ud7a3" or word[0].isascii()


def _longest(word: str) -> tuple[int, str]:
    return (-len(word), word)


@lru_cache(maxsize=64)
def _patterns(pack: Pack) -> _Patterns:
    return _Patterns(pack)
