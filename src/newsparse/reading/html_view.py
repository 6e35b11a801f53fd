"""Text views: what a reader sees of a block, and the way back to the source.

In: the pieces of text between the tags of one block. Out: its text with references resolved and
white space squeezed, and the runs that lead every character back. Inline markup joins without a
space, as on screen; a line break is a space that stands for no source character.
"""

from __future__ import annotations

import re

from newsparse.model.block import Run
from newsparse.reading.html_references import REFERENCE, resolve_reference

__all__ = ["SPACES", "Node", "View", "squeezed", "unsqueezed"]

SPACES = " \t\n\r\f"
"""What HTML collapses; no-break and typographic spaces are characters like others."""

Node = tuple[int, str | None]
"""Where a piece of text stands, and the piece; None is a line break (``<br>``)."""

View = tuple[str, list[Run], list[int], tuple[int, ...]]
"""Text ("" where nothing is seen); runs; the place in the text where each node begins; the seams,
places where two nodes meet without white space."""

_Piece = tuple[str, int, int]
"""What is seen, and the source it stands for."""

_ODD = re.compile(rf"([ \t\n\r\f]{{2,}}+|[\t\r\f\0]|{REFERENCE.pattern})")
"""Whatever does not stand in the view as it stands in the source. A single line end is a single
space: its run maps one to one, so it is exchanged without a run of its own."""
_LINE_END = re.compile(r"(\r\n?+|\0)")
_ODD_IN_PRE = re.compile(rf"(\r\n?+|\0|{REFERENCE.pattern})")

_make = tuple.__new__  # a Run from its parts, at half the price of calling it


def _pieces(text: str, start: int, odd: re.Pattern[str], space: str) -> list[_Piece]:
    """Cut text at references, NUL and white space that is squeezed."""
    found: list[_Piece] = []
    at = start
    is_odd = False
    for piece in odd.split(text):  # in turn what stands between, and what is odd
        end = at + len(piece)
        if not is_odd:
            if piece:
                found.append((piece, at, end))
        elif piece[0] == "&":
            value, size = resolve_reference(piece)
            if size:
                found.append((value, at, at + size))
            if at + size < end:
                found.append((piece[size:], at + size, end))
        elif piece != "\0":
            found.append((space, at, end))
        is_odd = not is_odd
        at = end
    return found


def squeezed(nodes: list[Node]) -> View:  # noqa: C901, PLR0912  # one loop, one frame, for speed
    """Write the view of a block: pieces of text in page order, line breaks among them."""
    parts: list[str] = []
    runs: list[Run] = []
    sizes: list[int] = []
    seams: list[int] = []
    size = 0
    spaced = True  # nothing may begin with a space
    for start, text in nodes:
        sizes.append(size)
        if not text:  # a line break, or an empty CDATA section
            if text is None and not spaced:
                parts.append(" ")
                runs.append(_make(Run, (size, start, start)))
                size += 1
                spaced = True
            continue
        if text.isprintable() and "&" not in text and "  " not in text:
            if text[0] == " ":
                if spaced:
                    if len(text) == 1:
                        continue
                    text, start = text[1:], start + 1  # noqa: PLW2901  # as if it began there
            elif not spaced:
                seams.append(size)
            parts.append(text)
            runs.append(_make(Run, (size, start, start + len(text))))
            size += len(text)
            spaced = text[-1] == " "
            continue
        core = text.strip(SPACES)
        lead = text.index(core[0]) if core else len(text)
        if not lead:
            if not spaced:
                seams.append(size)
        elif not spaced:
            parts.append(" ")
            runs.append(_make(Run, (size, start, start + lead)))
            size += 1
            spaced = True
        if core:
            low, end = start + lead, start + lead + len(core)
            plain = core.isprintable() and "&" not in core and "  " not in core
            for piece, at, to in [(core, low, end)] if plain else _pieces(core, low, _ODD, " "):
                parts.append(piece)
                runs.append(_make(Run, (size, at, to)))
                size += len(piece)
            tail = start + len(text) - end
            spaced = tail > 0
            if spaced:
                parts.append(" ")
                runs.append(_make(Run, (size, end, end + tail)))
                size += 1
    return _ended("".join(parts).replace("\n", " "), runs, sizes, tuple(seams))


def unsqueezed(nodes: list[Node], *, literal: bool = False) -> View:
    """Write the view of preformatted text; every line end is a line feed.

    Args:
        nodes: Pieces of text in page order, line breaks among them.
        literal: Whether an ampersand is only an ampersand.
    """
    odd = _LINE_END if literal else _ODD_IN_PRE
    parts: list[str] = []
    runs: list[Run] = []
    sizes: list[int] = []
    size = 0
    for start, text in nodes:
        sizes.append(size)
        pieces = [("\n", start, start)]
        if text is not None:
            pieces = _pieces(text, start, odd, "\n")
        for piece, low, high in pieces:
            parts.append(piece)
            runs.append(_make(Run, (size, low, high)))
            size += len(piece)
    text = "".join(parts)
    # The first line keeps its indent: in code it means something.
    blank = text.rfind("\n", 0, len(text) - len(text.lstrip())) + 1
    return _ended(text, runs, sizes, (), blank)


def _ended(
    text: str, runs: list[Run], sizes: list[int], seams: tuple[int, ...], blank: int | None = None
) -> View:
    """Cut white space of any kind from both ends of a view; ``blank`` of it from the start."""
    shown = text.rstrip()
    if len(shown) < len(text):
        end = len(text)
        while runs and runs[-1][0] >= len(shown):
            end = runs[-1][0]
            del runs[-1]
        if runs:
            at, low, high = runs[-1]
            if high - low == end - at:
                runs[-1] = _make(Run, (at, low, high - end + len(shown)))
        text = shown
        sizes = [min(at, len(shown)) for at in sizes]
    shown = text.lstrip() if blank is None else text[blank:]
    cut = len(text) - len(shown)
    if not cut:
        return text, runs, sizes, seams
    return (
        shown,
        _without(runs, cut, len(text)),
        [max(at - cut, 0) for at in sizes],
        tuple(at - cut for at in seams if at > cut),
    )


def _without(runs: list[Run], cut: int, size: int) -> list[Run]:
    """Drop the first ``cut`` characters of a view of ``size``."""
    kept: list[Run] = []
    for at, (text_start, low, high) in enumerate(runs):
        text_end = runs[at + 1].text_start if at + 1 < len(runs) else size
        if text_end <= cut:
            continue
        before = max(cut - text_start, 0)
        shift = before if high - low == text_end - text_start else 0
        kept.append(Run(text_start + before - cut, low + shift, high))
    return kept
