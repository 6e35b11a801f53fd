"""Speakers of quotes that name none: taken from a neighbouring sentence, quote or signature.

In: a draft without an attribution, the sentences of the text and the quote before it. Out: the same
draft with a mention, and in ``how`` the pattern that gave it, where one does.
"""

from __future__ import annotations

from newsparse.parsers.attributions import Frame
from newsparse.parsers.describe import read_mention
from newsparse.parsers.mentions import NOUN, Mention, Scene, opens_phrase, plausible
from newsparse.parsers.quote_draft import Draft
from newsparse.parsers.quote_text import PUNCT, WORD, Sentence, Token
from newsparse.parsers.speakers import frame_after, frame_before
from newsparse.parsers.subjects import first_subject

__all__ = ["find_speaker"]

SIGNATURE = 16
"""Tokens of a line under a quote up to which it may sign it ("— Ada Roe, baker")."""

OWN_REACH = 60
"""Tokens of a fragment's own sentence in which its subject is looked for."""

REPORT_BACK = 6
"""Sentences of a report looked at for the one that says whose it is."""

SUBJECT_REACH = 10
"""Tokens of a sentence in which its subject is looked for."""


def find_speaker(scene: Scene, lines: list[Sentence], last: Draft | None, draft: Draft) -> None:
    """Give a draft that names nobody the speaker that the text around it shows, if any.

    Args:
        scene: Text, words and people.
        lines: Sentences of the text.
        last: The quote before it, or None.
        draft: The draft; its ``mention`` and ``how`` are set.
    """
    frame = None if draft.framed else _signed(scene, lines, draft)
    if frame is None and draft.rule == "behind a dash" and not draft.framed:
        # In a dialogue the next turn is somebody else's.
        return
    frame = frame or _pointed(scene, lines, draft)
    if frame is not None:
        draft.take(frame)
        return
    near = last is not None and last.mention is not None and draft.paragraph - last.paragraph <= 1
    found, how = _around(scene, lines, last, draft, near=near)
    if found is not None:
        draft.mention, draft.how = found, how
    elif near and last is not None:
        last.lend(draft, "carried over")


def _around(
    scene: Scene, lines: list[Sentence], last: Draft | None, draft: Draft, *, near: bool
) -> tuple[Mention | None, str]:
    """The speaker that the sentence of a draft or the one before it shows."""
    if _reported(draft):
        report = _report_before(scene, lines, last if near else None, draft)
        if report is not None or near:
            return report, "report before"
    own = _own_subject(scene, lines, draft)
    if own is not None:
        return own, "same sentence"
    number = draft.sentence - 1
    between = number >= 0 and (last is None or last.sentence < number)
    if between and lines[number].paragraph >= draft.paragraph - 1:
        mention = _subject(scene, lines[number].tokens)
        same = lines[number].paragraph == draft.paragraph
        if mention is not None and (same or not near) and not (mention.kind == NOUN and near):
            return mention, "sentence before"
    return None, ""


def _pointed(scene: Scene, lines: list[Sentence], draft: Draft) -> Frame | None:
    """A sentence behind a quote that says who spoke: "Das sagte die Ministerin am Montag"."""
    words, number = scene.words, draft.sentence + 1
    if draft.rule not in ("stands alone", "whole sentence") or number >= len(lines):
        return None
    tokens = lines[number].tokens
    opening = words.pointing.at(tokens, 0)
    if not opening or lines[number].paragraph > draft.paragraph + 1:
        return None
    frame = frame_after(scene, tokens, opening, len(tokens))
    near = frame is not None and frame.cue is not None and frame.mention is not None
    return frame._replace(how="sentence behind") if near and frame is not None else None


def _report_before(
    scene: Scene, lines: list[Sentence], last: Draft | None, draft: Draft
) -> Mention | None:
    """Whose report a sentence in the mood of reported speech goes on with."""
    moods = scene.words.moods
    first = draft.sentence if draft.at > 0 else draft.sentence - 1
    for number in range(first, max(-1, draft.sentence - REPORT_BACK), -1):
        line = lines[number]
        if line.paragraph != draft.paragraph:
            return None
        tokens = line.tokens
        if number == draft.sentence:
            main = _main_clause(scene, tokens, draft.at)
            if main is not None:
                return main
            continue
        if last is not None and last.sentence >= number:
            return last.mention
        frame = frame_before(scene, tokens, 0, len(tokens))
        if frame is not None and frame.mention is not None:
            return frame.mention
        if not any(t.low in moods for t in tokens[:OWN_REACH]):
            return first_subject(scene, tokens, 0, min(len(tokens), OWN_REACH))
    return None


def _main_clause(scene: Scene, tokens: list[Token], at: int) -> Mention | None:
    """Subject of the clause in front of the conjunction or colon that opens the report."""
    opens = scene.words.that | {":"}
    low = max(0, at - OWN_REACH)
    border = next((i for i in range(at - 1, low, -1) if tokens[i].low in opens), 0)
    return first_subject(scene, tokens, low, border) if border else None


def _reported(draft: Draft) -> bool:
    """Whether the verb of a fragment's sentence shows that somebody's words go on."""
    return draft.moody and draft.rule in ("loose fragment", "in a reported clause")


def _own_subject(scene: Scene, lines: list[Sentence], draft: Draft) -> Mention | None:
    """The subject of the words in front of a fragment in its sentence."""
    if draft.rule not in ("loose fragment", "in a reported clause") or draft.at <= 0:
        return None
    tokens = lines[draft.sentence].tokens
    return first_subject(scene, tokens, 0, min(draft.at, OWN_REACH))


def _signed(scene: Scene, lines: list[Sentence], draft: Draft) -> Frame | None:
    """A line under a quote that begins with a dash and a name."""
    number = draft.sentence + 1
    if number >= len(lines) or lines[number].paragraph != draft.paragraph + 1:
        return None
    tokens = lines[number].tokens
    if tokens[0].kind != PUNCT or tokens[0].low not in "—–-―" or len(tokens) > SIGNATURE:
        return None
    if len(tokens) < 2 or not opens_phrase(tokens, 1, scene.words):
        return None
    mention = read_mention(scene, tokens, 1, len(tokens))
    return None if mention is None else Frame(mention, None, "signature")


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
