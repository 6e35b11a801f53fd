"""Quotation marks: which stretches of a text stand between marks.

In: running text whose paragraphs are lines. Out: paragraphs, each with its outermost marked runs.
Nothing is said here about who speaks or whether a run is speech at all. A mark that opens and
closes with the same sign is read by its neighbours, never by counting, so one odd mark spoils one
paragraph at most. Source of the pairs: CLDR 47 and standards of the press (docs/roles/quotes.md).
"""

from __future__ import annotations

import re
from typing import NamedTuple

__all__ = ["Paragraph", "Run", "paragraphs"]

MARK = re.compile(
    r"[\"“”„‟«»‹›「」『』‘‚‛＂〝〞〟]|(?<!')''(?!')|``|(?<![,\d]),,(?=\w)|<<|>>"
    r"|(?<![\w'’])['’](?=\w)|(?<![\s'])['’](?![\w'])"
)
"""Every sign that may open or close; two-letter ones first where they share a letter."""

_PRINTED = frozenset("“„«»")
_TYPED = ("''", "``", ",,", "<<", ">>")
_SIGN = re.compile(r"[\"“”„‟«»‹›「」『』‘‚‛＂〝〞〟'’]")
"""The signs of a text without typed pairs; a plain class is scanned five times as fast."""

CLOSERS = {
    '"': '"“”＂',
    "＂": '＂"',
    "“": '”"“',
    "”": "”",
    "„": '“”"„',
    "‟": '”“"',
    "«": "»",
    "»": "«»",
    "「": "」",
    "『": "』",
    "〝": "〞〟",
    "''": "''",
    "``": "''",
    ",,": "''“\"",
    "<<": ">>",
    ">>": "<<",
}
"""Which signs may close what a sign opened. Mismatched pairs that are typed by mistake are in."""

SINGLE_CLOSERS = {"‘": "’‘", "’": "’", "‚": "‘’", "'": "'’", "‹": "›", "›": "‹", "‛": "’"}
"""Single marks: inner marks in most of the press, outer ones in Britain and the Netherlands."""

BRACKETS = frozenset("「」『』〝〞〟")
"""Marks whose direction never depends on the neighbours."""

_OPENERS = frozenset(
    ('"', "＂", "“", "„", "‟", "«", "''", "``", ",,", "<<", "‘", "‚", "‹", "‛", "'")
)
"""Signs that open when the neighbours do not tell."""

_EITHER = frozenset(('"', "＂", "''"))
"""Signs that have no direction of their own."""

_APOSTROPHES = frozenset("'’")
_MARKS = frozenset("\"“”„‟«»‹›「」『』‘’‚‛＂'`")
_NEAR = 24
"""Marks looked at for the end of a run in single marks, so that apostrophes cost nothing."""

_NEAR_CHARS = 2_000
"""Code points looked at for the same."""

_OPENING_LEFT = frozenset(" \t\u00a0\u202f\u2009\u200a\u3000([{—–―-/=:：，。、；>…¡¿")
_CLOSED_LEFT = frozenset(" \t\u00a0\u202f\u2009\u200a\u3000([{—–―-/>¡¿")
"""The same for signs that close by nature: Chinese has no space in front of them."""

_CLOSING_RIGHT = frozenset(" \t\u00a0\u202f\u2009\u200a\u3000)]}—–―-.,;:!?…/：，。、；！？<")
_NOT_FIRST = frozenset(" \t\u00a0\u202f\u2009\u200a\u3000,.;:!?)]}。，、；！？")
_SPACES = frozenset(" \t\u00a0\u202f\u2009\u200a\u3000")
_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_SENTENCE_END = frozenset(".!?…:;。！？”“\"»«’'」』)]—–-")
_SOFT_LINE = 45
"""Code points from which a line without final punctuation may be a hard-wrapped one."""


class Run(NamedTuple):
    """A marked stretch: ``start`` is its opening mark, ``end`` lies behind its closing mark.

    ``inner`` and ``inner_end`` bound what stands between the marks; ``closed`` is False where the
    paragraph ended first. ``single`` tells single marks from double ones.
    """

    start: int
    end: int
    inner: int
    inner_end: int
    closed: bool
    single: bool


class Paragraph(NamedTuple):
    """One paragraph: its borders and its outermost marked runs, ascending."""

    start: int
    end: int
    runs: tuple[Run, ...]


def paragraphs(text: str) -> list[Paragraph]:
    """Cut ``text`` into paragraphs and pair the marks of each. Linear in ``len(text)``.

    Single marks count only in a text that speaks in them, as British and Dutch papers do; two
    apostrophes only in one without printed marks.
    """
    scan = MARK if any(pair in text for pair in _TYPED) else _SIGN
    found = [Paragraph(start, end, _runs(text, start, end, scan)) for start, end in _lines(text)]
    single = double = 0
    for part in found:
        for run in part.runs:
            double += not run.single
            single += run.single and _like_speech(text, run)
    singles = single > double
    italics = "''" in text and any(
        text[run.start] in _PRINTED for part in found for run in part.runs
    )
    if singles and not italics:
        return found
    return [
        part._replace(runs=tuple(r for r in part.runs if _counts(text, r, singles, italics)))
        if part.runs
        else part
        for part in found
    ]


def _counts(text: str, run: Run, singles: bool, italics: bool) -> bool:  # noqa: FBT001  # two facts
    """Whether a run is one of marks: '' is italics in a wiki text that has printed marks too."""
    if run.single:
        return singles
    return not (italics and text.startswith("''", run.start))


def _like_speech(text: str, run: Run) -> bool:
    """Whether punctuation stands at the end of a run in single marks, inside or behind them."""
    before = text[run.inner_end - 1 : run.inner_end]
    after = text[run.end : run.end + 1]
    return run.closed and bool(before) and (before in ",.!?…" or (bool(after) and after in ",:"))


def _lines(text: str) -> list[tuple[int, int]]:
    """Paragraph borders: lines, hard-wrapped ones joined, white space at both ends left out."""
    found: list[tuple[int, int]] = []
    last_end = -2
    for line in _LINE.finditer(text):
        start, end = line.span()
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if start == end:
            continue
        soft = (
            found
            and line.start() - last_end <= 2
            and text.count("\n", last_end, line.start()) <= 1
            and text[start].islower()
            and text[found[-1][1] - 1] not in _SENTENCE_END
            and last_end - found[-1][0] >= _SOFT_LINE
        )
        if soft:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
        last_end = line.end()
    return found


class _Mark(NamedTuple):
    sign: str
    start: int
    end: int
    opens: bool
    closes: bool


def _in_word(text: str, at: int) -> bool:
    """Whether the apostrophe at ``at`` stands between two letters or is one of several."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if after.isalnum() or after == "_":
        return before.isalnum() or before in ("'", "’", "_")
    return before.isspace() or before == "'" or after == "'"


def _runs(text: str, start: int, end: int, scan: re.Pattern[str]) -> tuple[Run, ...]:
    """Pair the marks between ``start`` and ``end``: the outermost runs, ascending."""
    if scan.search(text, start, end) is None:
        return ()
    marks = [
        _read(text, m.start(), m.end(), start, end)
        for m in scan.finditer(text, start, end)
        if scan is MARK or m[0] not in _APOSTROPHES or not _in_word(text, m.start())
    ]
    found: list[Run] = []
    number = 0
    while number < len(marks):
        mark = marks[number]
        single = mark.sign in SINGLE_CLOSERS
        if not mark.opens:
            number += 1
            continue
        closing = (_single_closer if single else _closer)(text, marks, number)
        if closing is not None:
            last = marks[closing]
            closed = last.sign in (SINGLE_CLOSERS if single else CLOSERS)[mark.sign] and last.closes
            stop = last.end if closed else last.start
            found.append(Run(mark.start, stop, mark.end, last.start, closed, single))
            number = closing + closed
        elif single:
            number += 1
        else:
            found.append(Run(mark.start, end, mark.end, end, closed=False, single=False))
            break
    return tuple(found)


def _read(text: str, at: int, behind: int, start: int, end: int) -> _Mark:
    """Decide from the neighbours alone whether a sign may open or close."""
    sign = text[at:behind]
    before = text[at - 1] if at > start else " "
    after = text[behind] if behind < end else " "
    if sign in BRACKETS:
        return _Mark(sign, at, behind, sign in "「『〝", sign in "」』〞〟")
    left = _CLOSED_LEFT if sign in "”»" else _OPENING_LEFT
    opens = before in left and (after not in _NOT_FIRST or text.startswith("..", behind))
    closes = before not in _SPACES and (after in _CLOSING_RIGHT or after in _MARKS)
    if opens == closes:
        # No help from the neighbours: Chinese without spaces, French with them on both sides.
        glued = before.isalnum() and before.isascii()
        opens = sign in _OPENERS and not glued
        closes = sign not in _OPENERS or sign in _EITHER
    return _Mark(sign, at, behind, opens, closes)


def _closer(text: str, marks: list[_Mark], number: int) -> int | None:
    """Number of the mark that ends the run that ``number`` opens; None if the paragraph does.

    A mark that opens instead of closing means that the closing one was left out: it is returned
    too, and the run ends before it.
    """
    first = marks[number]
    closers = CLOSERS.get(first.sign, "")
    depth = 0
    for at in range(number + 1, len(marks)):
        mark = marks[at]
        if mark.closes and mark.sign in closers:
            if _is_inch(text, marks, at, closers):
                continue
            if depth == 0:
                return at
            depth -= 1
        elif mark.opens and mark.sign == first.sign:
            following = marks[at + 1 : at + 3]
            if len(following) < 2 or not all(m.closes and m.sign in closers for m in following):
                return at
            depth += 1
    return None


def _is_inch(text: str, marks: list[_Mark], at: int, closers: str) -> bool:
    """Whether the mark measures a length: a digit before it, and the run's real end to come."""
    mark = marks[at]
    if mark.sign not in _EITHER or not text[mark.start - 1].isdigit():
        return False
    if not text[mark.end : mark.end + 2].strip()[:1].islower():
        return False
    # The next mark that is no measure of its own must close: 'is 40" tall and 20" wide,"'.
    for later in marks[at + 1 : at + 1 + _NEAR]:
        measure = text[later.start - 1].isdigit() and not text[later.end : later.end + 1].strip()
        if later.sign in closers and not (measure and later.sign in _EITHER):
            return later.closes and not later.opens
    return False


def _single_closer(text: str, marks: list[_Mark], number: int) -> int | None:
    """The same for single marks, which must close, and not with a possessive apostrophe."""
    first = marks[number]
    for at in range(number + 1, min(number + _NEAR, len(marks))):
        mark = marks[at]
        if mark.start - first.start > _NEAR_CHARS:
            return None
        if not mark.closes or mark.sign not in SINGLE_CLOSERS[first.sign]:
            continue
        before, after = text[mark.start - 1], text[mark.end : mark.end + 1]
        if before in ",.!?…" or after in ",.;:" or not after or before not in "sS":
            return at
    return None
