"""Quotes that belong together, and speakers carried over to quotes that name none.

In: drafts of one text in reading order. Out: the same, runs of one utterance joined: "A," said X.
"B."; paragraphs that open a mark again; and the speaker of a quote that stands alone taken from the
sentence before it, the quote before it or a signature under it.
"""

from __future__ import annotations

import re

from newsparse.model.label import QuoteKind
from newsparse.parsers.mentions import Scene
from newsparse.parsers.quote_carry import find_speaker
from newsparse.parsers.quote_draft import Draft
from newsparse.parsers.quote_marks import Paragraph
from newsparse.parsers.quote_text import Sentence, words_between

__all__ = ["join_drafts"]

LOOSE_WORDS = 3
"""Words of marked ones that are dropped where nobody claims them: of 24 such runs in the training
part twelve are quotes, seven of them longer."""

PULLED = 40
"""Quotes that stand alone and are compared with the others of a text."""

_WORD = re.compile(r"\w+")


def join_drafts(
    scene: Scene, parts: list[Paragraph], lines: list[Sentence], drafts: list[Draft]
) -> list[Draft]:
    """Join what goes on in the next sentence or paragraph, and carry speakers over."""
    found: list[Draft] = []
    repeated = _pulled(scene, parts, drafts)
    for draft in drafts:
        if id(draft) in repeated:
            continue
        last = found[-1] if found else None
        if last is not None and _joins(scene, parts, lines, last, draft):
            last.extend(draft)
            continue
        if draft.mention is None and draft.rule != "interview":
            find_speaker(scene, lines, last, draft)
        if not _unclaimed(scene, draft):
            found.append(draft)
    return found


def _unclaimed(scene: Scene, draft: Draft) -> bool:
    """Whether a few loose words in marks have nobody who may have said them: scare quotes."""
    if draft.rule != "loose fragment" or draft.mention is not None or draft.moody:
        return False
    start, end = draft.pieces[0]
    return draft.cue is None and len(scene.text[start:end].split()) <= LOOSE_WORDS


def _pulled(scene: Scene, parts: list[Paragraph], drafts: list[Draft]) -> set[int]:
    """Pull quotes: paragraphs of their own that repeat the words of another quote."""
    alone = [
        d
        for d in drafts
        if d.rule == "stands alone"
        and not d.framed
        and len(parts[d.paragraph].runs) == 1
        and parts[d.paragraph].start == d.pieces[0][0]
    ][:PULLED]
    if not alone:
        return set()
    others = {id(d) for d in alone}
    body = " | ".join(
        _words(scene.text, piece) for d in drafts if id(d) not in others for piece in d.pieces
    )
    return {id(d) for d in alone if f" {_words(scene.text, d.pieces[0])} " in f" {body} "}


def _words(text: str, piece: tuple[int, int]) -> str:
    return " ".join(_WORD.findall(text[piece[0] : piece[1]].casefold()))


def _joins(
    scene: Scene, parts: list[Paragraph], lines: list[Sentence], last: Draft, draft: Draft
) -> bool:
    """Whether a run without an attribution of its own goes on with the quote before it."""
    other = last.kind is QuoteKind.INDIRECT or (last.kind is QuoteKind.PARTIAL and last.open)
    if draft.kind is not QuoteKind.DIRECT or draft.rule == "interview" or other:
        return False
    if draft.framed:
        # Left open, so the verb of saying in the next paragraph is that of both.
        runs_on = _runs_on(lines, last, draft) and not last.framed
        return runs_on and not _said_inside(scene, last.pieces[-1])
    starts = draft.pieces[0][0] == lines[draft.sentence].start
    if draft.paragraph == last.paragraph:
        if draft.sentence - last.sentence > 1 or not starts:
            return False
        if draft.sentence > last.sentence and not scene.words.joins and last.framed:
            return False
        # An utterance that runs on over paragraphs is one of its own.
        return not (draft.open and last.framed and _opened_again(parts, draft.paragraph))
    return _runs_on(lines, last, draft) or _fills_next(scene, parts, lines, last, draft)


def _fills_next(
    scene: Scene, parts: list[Paragraph], lines: list[Sentence], last: Draft, draft: Draft
) -> bool:
    """Whether a paragraph that is all in marks goes on with the attributed one before it."""
    if not scene.words.joins or draft.rule != "stands alone" or not last.framed:
        return False
    part = parts[draft.paragraph]
    if draft.paragraph != last.paragraph + 1 or draft.pieces[0] != (part.start, part.end):
        return False
    return lines[last.sentence + 1].paragraph == draft.paragraph


def _runs_on(lines: list[Sentence], last: Draft, draft: Draft) -> bool:
    """Whether a mark that the paragraph before left open is opened again."""
    starts = draft.pieces[0][0] == lines[draft.sentence].start
    return draft.paragraph == last.paragraph + 1 and last.open and starts


def _said_inside(scene: Scene, piece: tuple[int, int]) -> bool:
    """Whether an open run holds its attribution: its closing mark was left out before it."""
    tokens = words_between(scene.text, *piece, scene.words)
    return any(
        token.low == "," and scene.words.cue_at(tokens, at)
        for at, token in enumerate(tokens[:-1], 1)
    )


def _opened_again(parts: list[Paragraph], paragraph: int) -> bool:
    if paragraph + 1 >= len(parts):
        return False
    following = parts[paragraph + 1]
    return bool(following.runs) and following.runs[0].start == following.start
