"""Block quotes: paragraphs that a page sets apart as somebody's words, without marks.

In: the paragraphs of a text and the stretches that its page marks as block quotes. Out: paragraphs
in which such a stretch is a marked run, so that attribution works as everywhere. A page sets notes
and summaries apart too: only a block with a lead-in or a signature is kept as a quote.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from newsparse.model.span import Span
from newsparse.parsers.cues import Lexicon
from newsparse.parsers.mentions import NOUN, Mention
from newsparse.parsers.quote_draft import Draft
from newsparse.parsers.quote_marks import Paragraph, Run
from newsparse.parsers.quote_text import Sentence

__all__ = ["mark_blocks", "without_unsaid"]

SIGNED = 80
"""Code points at the end of a block in which a dash may open its signature: a name with a job."""

_DASH = re.compile(r"[\s.!?][—–―-]\s?(?=[^\W\d_])")
_DASHES = frozenset("—–―-")


def mark_blocks(
    text: str, parts: list[Paragraph], quoted: Sequence[Span]
) -> tuple[list[Paragraph], frozenset[int]]:
    """Make runs of unmarked paragraphs in ``quoted``; gives the numbers of those too.

    Args:
        text: The text.
        parts: Its paragraphs.
        quoted: Stretches that are block quotes, ascending.

    Returns:
        Paragraphs, in number as before; a block that another follows is left open.
    """
    starts = [span.start for span in quoted]
    numbers = []
    for number, part in enumerate(parts):
        at = bisect_right(starts, part.start) - 1
        inside = at >= 0 and part.end <= quoted[at].end
        marked = bool(part.runs) and part.runs[0].start == part.start
        if inside and not marked and text[part.start] not in _DASHES:
            numbers.append(number)
    blocks = frozenset(numbers)
    found = list(parts)
    for number in numbers:
        start, end, _ = parts[number]
        signs = list(_DASH.finditer(text, max(start, end - SIGNED), end))
        stop = signs[-1].start() + 1 if signs else end
        last = text[start:stop].rstrip()
        closed = stop < end or number + 1 not in blocks
        run = Run(start, start + len(last), start, start + len(last), closed, single=False)
        found[number] = Paragraph(start, end, (run,))
    return found, blocks


def without_unsaid(
    words: Lexicon, lines: list[Sentence], drafts: list[Draft], blocks: frozenset[int]
) -> list[Draft]:
    """Leave out blocks that nobody is shown to have said."""
    first = {line.paragraph: number for number, line in reversed(list(enumerate(lines)))}
    return [
        draft
        for draft in drafts
        if (paragraph := lines[draft.first_sentence].paragraph) not in blocks
        or draft.framed
        or _led_in(words, lines, first[paragraph] - 1, draft.mention)
    ]


def _led_in(words: Lexicon, lines: list[Sentence], number: int, mention: Mention | None) -> bool:
    """Whether a sentence ends with a colon, or somebody who can speak does so in it."""
    if number < 0:
        return False
    tokens = lines[number].tokens
    if tokens[-1].low in (":", "："):
        return True
    if mention is None or not any(words.cue_at(tokens, at) for at in range(len(tokens))):
        return False
    if mention.kind != NOUN:
        return True
    return any(words.is_speaker(word) for word in (mention.role or "").casefold().split())
