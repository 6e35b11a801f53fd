"""Quotes that belong together, and speakers carried over to quotes that name none.

In: drafts of one text in reading order. Out: the same, runs of one utterance joined: "A," said X.
"B."; paragraphs that open a mark again; and the speaker of a quote that stands alone taken from the
sentence before it, the quote before it or a signature under it.
"""

from __future__ import annotations

import re

from newsparse.model.label import QuoteKind
from newsparse.parsers.attributions import Frame
from newsparse.parsers.describe import read_mention
from newsparse.parsers.mentions import NOUN, Mention, Scene, opens_phrase, plausible
from newsparse.parsers.quote_draft import Draft
from newsparse.parsers.quote_marks import Paragraph
from newsparse.parsers.quote_text import PUNCT, WORD, Sentence, Token, words_between
from newsparse.parsers.speakers import frame_before
from newsparse.parsers.subjects import first_subject

__all__ = ["join_drafts"]

SIGNATURE = 16
"""Tokens of a line under a quote up to which it may sign it ("— Ada Roe, baker")."""

OWN_REACH = 60
"""Tokens of a fragment's own sentence in which its subject is looked for."""

PULLED = 40
"""Quotes that stand alone and are compared with the others of a text."""

_WORD = re.compile(r"\w+")

SUBJECT_REACH = 10
"""Tokens of a sentence in which its subject is looked for."""


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
            _find_speaker(scene, lines, last, draft)
        found.append(draft)
    return found


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
    return _runs_on(lines, last, draft)


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


def _find_speaker(
    scene: Scene,
    lines: list[Sentence],
    last: Draft | None,
    draft: Draft,
) -> None:
    if not draft.framed:
        signed = _signature(scene, lines, draft)
        if signed is not None:
            draft.take(Frame(signed, None, "signature"))
            return
    if draft.rule == "behind a dash" and not draft.framed:
        # In a dialogue the next turn is somebody else's.
        return
    near = last is not None and last.mention is not None and draft.paragraph - last.paragraph <= 1
    if near and last is not None and _reported(draft):
        last.lend(draft, "carried over")
        return
    own = _own_subject(scene, lines, draft)
    if own is not None:
        draft.mention, draft.how = own, "same sentence"
        return
    number = draft.sentence - 1
    between = number >= 0 and (last is None or last.sentence < number)
    if between and lines[number].paragraph >= draft.paragraph - 1:
        mention = _subject(scene, lines[number].tokens)
        same = lines[number].paragraph == draft.paragraph
        if mention is not None and (same or not near) and not (mention.kind == NOUN and near):
            draft.mention, draft.how = mention, "sentence before"
            return
    if near and last is not None:
        last.lend(draft, "carried over")


def _reported(draft: Draft) -> bool:
    """Whether the verb of a fragment's sentence shows that somebody's words go on."""
    return draft.moody and draft.rule in ("loose fragment", "in a reported clause")


def _own_subject(scene: Scene, lines: list[Sentence], draft: Draft) -> Mention | None:
    """The subject of the words in front of a fragment in its sentence."""
    if draft.rule not in ("loose fragment", "in a reported clause") or draft.at <= 0:
        return None
    tokens = lines[draft.sentence].tokens
    return first_subject(scene, tokens, 0, min(draft.at, OWN_REACH))


def _signature(scene: Scene, lines: list[Sentence], draft: Draft) -> Mention | None:
    """A line under a quote that begins with a dash and a name."""
    number = draft.sentence + 1
    if number >= len(lines) or lines[number].paragraph != draft.paragraph + 1:
        return None
    tokens = lines[number].tokens
    if tokens[0].kind != PUNCT or tokens[0].low not in "—–-―" or len(tokens) > SIGNATURE:
        return None
    if len(tokens) < 2 or not opens_phrase(tokens, 1, scene.words):
        return None
    return read_mention(scene, tokens, 1, len(tokens))


def _subject(scene: Scene, tokens: list[Token]) -> Mention | None:
    """Who a sentence is about: the subject of its verb of saying, else its first phrase."""
    words = scene.words
    frame = frame_before(scene, tokens, 0, len(tokens))
    if frame is not None and frame.mention is not None and frame.how == "subject, cue":
        return frame.mention if plausible(scene, tokens, frame.mention) else None
    at = 0
    if tokens[0].kind == WORD and (tokens[0].low in words.links or tokens[0].low in words.stops):
        comma = next((i for i, t in enumerate(tokens) if t.low == ","), -1)
        at = comma + 1 if not words.inverts else 1
    return first_subject(scene, tokens, at, min(len(tokens), at + SUBJECT_REACH))
