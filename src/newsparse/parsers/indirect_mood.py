"""Reported speech that goes on by its mood alone: German "Er habe nichts gewusst" and the like.

In: a sentence and the quote before it. Out: a draft, where the verb shows that words go on.
"""

from __future__ import annotations

from newsparse.model.label import QuoteKind
from newsparse.parsers.mentions import Scene
from newsparse.parsers.quote_draft import Draft
from newsparse.parsers.quote_text import PUNCT, WORD, Sentence

__all__ = ["add_by_mood"]

MOOD_REACH = 14
"""Tokens of a sentence within which its verb may show reported speech."""


def add_by_mood(
    scene: Scene,
    line: Sentence,
    number: int,
    inside: list[Draft],
    found: list[Draft],
    last: Draft,
) -> None:
    """A sentence whose verb shows that the words of the quote ``last`` go on."""
    if any(d.kind is QuoteKind.DIRECT and len(line.tokens) < 3 for d in inside):
        return
    if number - last.sentence > 1 or last.mention is None:
        return
    tokens = line.tokens
    reach = min(len(tokens), MOOD_REACH)
    if not any(t.kind == WORD and t.low in scene.words.moods for t in tokens[:reach]):
        return
    end = len(tokens)
    while end > 0 and tokens[end - 1].kind == PUNCT:
        end -= 1
    piece = (tokens[0].start, tokens[end - 1].end)
    draft = Draft(piece, QuoteKind.INDIRECT, "mood", number, line.paragraph)
    last.lend(draft, "carried over")
    found.append(draft)
