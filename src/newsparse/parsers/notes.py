"""Notes to the reader: corrections, editor's notes, "the writer is".

In: a block's text. Out: the label that its opening words give it, or None.
"""

from __future__ import annotations

from functools import lru_cache

from newsparse.languages.schema import Pack
from newsparse.model.label import Label

__all__ = ["MAX_NOTE", "note_label"]

MAX_NOTE = 600
"""Code points up to which a phrase inside a block counts; longer blocks are prose about a note."""
MAX_START = 60
"""Code points of the longest opening phrase."""


def note_label(text: str, *, pack: Pack) -> Label | None:
    """Say whether a block is a correction or a note about the author.

    Args:
        text: The block's text.
        pack: Words.

    Returns:
        ``Label.CORRECTION``, ``Label.AUTHOR_NOTE``, or None.
    """
    starts, contains = _phrases(pack)
    head = text[: MAX_START * 2].lstrip(" \u00a0(*[_—–-").casefold().replace("’", "'")
    for phrase, label in starts.get(head[:2], ()):
        if head.startswith(phrase):
            return label
    if len(text) <= MAX_NOTE:
        folded = text.casefold().replace("’", "'")
        for phrase, label in contains:
            if phrase in folded:
                return label
    return None


@lru_cache(maxsize=64)
def _phrases(
    pack: Pack,
) -> tuple[dict[str, tuple[tuple[str, Label], ...]], tuple[tuple[str, Label], ...]]:
    """Opening phrases by their first two letters, the longest first, and phrases anywhere."""
    starts: dict[str, list[tuple[str, Label]]] = {}
    contains: list[tuple[str, Label]] = []
    for entry in pack.note:
        label = Label(entry.label)
        for phrase in entry.starts:
            folded = phrase.casefold().replace("’", "'")
            starts.setdefault(folded[:2], []).append((folded, label))
        contains.extend((p.casefold().replace("’", "'"), label) for p in entry.contains)
    ordered = {k: tuple(sorted(set(v), key=lambda p: (-len(p[0]), p))) for k, v in starts.items()}
    return ordered, tuple(dict.fromkeys(contains))
