"""Speech that a dash opens, as in ``—A —dijo Ada Roe—. B.``, ``— А, — сказала она``.

In: paragraphs without marks that begin with a dash. Out: drafts of direct quotes. Between dashes
speech and attribution take turns; in French the attribution may follow a comma only. A paragraph
without a verb of saying is speech only beside one that has it, since lists begin with dashes too.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from newsparse.model.label import QuoteKind
from newsparse.parsers.attributions import Frame
from newsparse.parsers.mentions import Scene
from newsparse.parsers.quote_draft import Draft
from newsparse.parsers.quote_marks import Paragraph
from newsparse.parsers.quote_text import PUNCT, WORD, Sentence, Token
from newsparse.parsers.speakers import frame_after

__all__ = ["read_dashes"]

OPENING = 4
"""Tokens of a stretch between dashes within which its verb of saying stands."""

SHORTEST = 6
"""Tokens of an attribution whose verb no pack knows."""

_DASH = re.compile(r"\s*[—–―-]\s*(?=\S)")
_DASHES = "—–―-"
_OPENERS = frozenset("—–―")


class _Stretch(NamedTuple):
    """Tokens ``low`` to ``high`` between two dashes."""

    low: int
    high: int


def read_dashes(scene: Scene, parts: list[Paragraph], lines: list[Sentence]) -> list[Draft]:
    """Read dash speech of a text, in reading order; nothing in languages without it."""
    if not scene.words.dash:
        return []
    found: list[Draft] = []
    waiting: list[Draft] = []
    heard = -2
    by_paragraph: dict[int, list[int]] = {}
    for number, line in enumerate(lines):
        by_paragraph.setdefault(line.paragraph, []).append(number)
    for number, part in enumerate(parts):
        opening = _DASH.match(scene.text, part.start, part.end)
        if part.runs or number not in by_paragraph:
            waiting = []
            continue
        sentences = by_paragraph[number]
        if opening is None:
            waiting = []
            found.extend(_within(scene, lines, sentences, number))
            continue
        tokens = [t for s in sentences for t in lines[s].tokens]
        draft = _read(scene, tokens, sentences[0], number)
        if draft is None:
            continue
        draft.sentence = sentences[-1]
        if draft.framed:
            found.extend(waiting)
            found.append(draft)
            waiting, heard = [], number
        elif heard == number - 1:
            found.append(draft)
            heard = number
        else:
            waiting.append(draft)
    return found


def _within(
    scene: Scene, lines: list[Sentence], sentences: list[int], paragraph: int
) -> list[Draft]:
    """Speech that a dash opens behind the first sentence of a paragraph, if it is attributed."""
    opens = next((s for s in sentences[1:] if lines[s].tokens[0].low in _OPENERS), -1)
    if opens < 0:
        return []
    rest = [s for s in sentences if s >= opens]
    tokens = [t for s in rest for t in lines[s].tokens][1:]
    draft = _read(scene, tokens, opens, paragraph) if tokens else None
    if draft is None or draft.cue is None or draft.mention is None:
        return []
    draft.sentence = rest[-1]
    return [draft]


def _read(scene: Scene, tokens: list[Token], sentence: int, paragraph: int) -> Draft | None:
    """The speech of one paragraph with its attribution."""
    stretches = _stretches(tokens)
    pieces: list[tuple[int, int]] = []
    frame: Frame | None = None
    for order, stretch in enumerate(stretches):
        told = None
        if order and _attributes(tokens, stretch, scene):
            told = frame_after(scene, tokens, stretch.low, stretch.high)
        if told is not None and (told.cue is not None or told.mention is not None):
            frame = frame or told
            continue
        cut = _comma_frame(scene, tokens, stretch) if frame is None else None
        if cut is not None:
            place, frame = cut
            pieces.append((tokens[stretch.low].start, tokens[place - 1].end))
            rest = _sentence_end(tokens, place, stretch.high)
            if rest < stretch.high:
                pieces.append((tokens[rest].start, tokens[stretch.high - 1].end))
        else:
            pieces.append((tokens[stretch.low].start, tokens[stretch.high - 1].end))
    if not pieces:
        return None
    draft = Draft(pieces[0], QuoteKind.DIRECT, "behind a dash", sentence, paragraph)
    draft.pieces = _closed_up(pieces)
    draft.take(frame)
    return draft


def _sentence_end(tokens: list[Token], at: int, high: int) -> int:
    """Token behind the full stop that ends an attribution."""
    while at < high and not (tokens[at].kind == PUNCT and tokens[at].low in ".!?…"):
        at += 1
    return at + 1


def _closed_up(pieces: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Pieces in order; two with nothing but a dash between them are one."""
    found: list[tuple[int, int]] = []
    for piece in pieces:
        if found and piece[0] - found[-1][1] <= OPENING:
            found[-1] = (found[-1][0], piece[1])
        else:
            found.append(piece)
    return found


def _stretches(tokens: list[Token]) -> list[_Stretch]:
    """What stands between dashes that touch white space on one side at least."""
    found: list[_Stretch] = []
    low = 0
    for at, token in enumerate(tokens):
        if token.kind != PUNCT or token.low not in _DASHES:
            continue
        before = tokens[at - 1].end if at else token.start - 1
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        glued = after is not None and after.start == token.end and after.kind == WORD
        if before == token.start and glued:
            continue
        _add(tokens, low, at, found)
        low = at + 1
    _add(tokens, low, len(tokens), found)
    return found


def _add(tokens: list[Token], low: int, high: int, found: list[_Stretch]) -> None:
    while low < high and tokens[low].kind == PUNCT and tokens[low].low in ".,;:":
        low += 1
    if low < high:
        found.append(_Stretch(low, high))


def _attributes(tokens: list[Token], stretch: _Stretch, scene: Scene) -> bool:
    """Whether a stretch opens with a verb of saying in small letters, or a name and one."""
    words = scene.words
    for at in range(stretch.low, min(stretch.low + OPENING, stretch.high)):
        token = tokens[at]
        if token.kind != WORD:
            return False
        if words.cue_at(tokens, at) and not token.cap:
            return True
    # A verb that no pack knows, and somebody met in the text: "kwituje Nowak".
    first, last = tokens[stretch.low], stretch.low + 1
    if first.cap or stretch.high - stretch.low > SHORTEST or last >= stretch.high:
        return False
    return tokens[last].cap and tokens[last].low in scene.people


def _comma_frame(scene: Scene, tokens: list[Token], stretch: _Stretch) -> tuple[int, Frame] | None:
    """Find an attribution behind a comma: ``A, dit Ada Roe``."""
    words = scene.words
    for at in range(stretch.low + 1, stretch.high - 1):
        if tokens[at].kind != PUNCT or tokens[at].low not in ",!?…":
            continue
        place = at + 1
        while place < stretch.high and (
            tokens[place].low in words.between or tokens[place].low in words.pronouns
        ):
            place += 1
        if place >= stretch.high or tokens[place].kind != WORD or tokens[place].cap:
            continue
        if not words.cue_at(tokens, place):
            continue
        frame = frame_after(scene, tokens, at + 1, stretch.high)
        if frame is not None and frame.mention is not None:
            return at + 1, frame
    return None
