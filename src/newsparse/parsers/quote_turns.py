"""Interviews and dialogues by label: ``Q: …``, ``A: …``, ``ADA ROE: …``.

In: paragraphs without marks that begin with a label and a colon. Out: drafts of direct quotes, the
label left out. One such paragraph is no interview: two labels must take turns, or one come twice.
"""

from __future__ import annotations

import re
from collections import Counter

from newsparse.model.label import QuoteKind
from newsparse.parsers.mentions import NAME, NOUN, Mention, Scene
from newsparse.parsers.quote_draft import Draft
from newsparse.parsers.quote_marks import Paragraph
from newsparse.parsers.quote_text import Sentence

__all__ = ["read_turns"]

LABEL = 40
"""Characters of a label at most."""

LABEL_WORDS = 4

_COLON = re.compile("[:：]")
_LABEL = re.compile(r"([^\W\d_][^:：\n]{0,38}?)\s?[:：]\s*(?=\S)")


def read_turns(scene: Scene, parts: list[Paragraph], lines: list[Sentence]) -> list[Draft]:
    """Read an interview's turns, in reading order."""
    found: list[tuple[int, re.Match[str]]] = []
    for number, part in enumerate(parts):
        opens = not part.runs and _COLON.search(
            scene.text, part.start, min(part.end, part.start + LABEL + 2)
        )
        match = _LABEL.match(scene.text, part.start, part.end) if opens else None
        if match is not None and _is_label(scene, match[1]):
            found.append((number, match))
    counts = Counter(match[1].casefold() for _, match in found)
    answers = scene.words.answers
    turns = [
        (number, match)
        for number, match in found
        if counts[match[1].casefold()] > 1 or match[1].casefold() in answers
    ]
    if len(turns) < 2 or len({match[1].casefold() for _, match in turns}) < 2:
        return []
    sentence_of = {line.paragraph: i for i, line in reversed(list(enumerate(lines)))}
    drafts = []
    for number, match in turns:
        piece = (match.end(), parts[number].end)
        sentence = sentence_of.get(number, 0)
        draft = Draft(piece, QuoteKind.DIRECT, "interview", sentence, number)
        draft.mention = _speaker(scene, match)
        draft.how = "label"
        drafts.append(draft)
    return drafts


def _is_label(scene: Scene, label: str) -> bool:
    words = label.split()
    if label.casefold() in scene.words.answers:
        return True
    return len(words) <= LABEL_WORDS and all(w[0].isupper() for w in words)


def _speaker(scene: Scene, match: re.Match[str]) -> Mention | None:
    label = match[1]
    start, end = match.span(1)
    if label.casefold() in scene.words.answers:
        return Mention(start, end, NOUN, None, None, None, 0, 0, 0)
    return Mention(start, end, NAME, label, None, None, 0, 0, 0)
