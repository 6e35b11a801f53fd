"""Text views: what a reader sees of a block, and the way back to the source.

In: the pieces of text between the tags of one block. Out: its text with references resolved and
white space squeezed, and the runs that lead every character back. Inline markup joins without a
space, as on screen; a line break is a space that stands for no source character.
"""

from __future__ import annotations

import re

from newsparse.model.block import Run
from newsparse.reading.html_references import REFERENCE, resolve_reference

__all__ = ["SPACES", "Node", "squeezed", "unsqueezed"]

SPACES = " \t\n\r\f"
"""What HTML collapses; no-break and typographic spaces are characters like others."""

Node = tuple[int, str | None]
"""Where a piece of text stands, and the piece; None is a line break (``<br>``)."""

_ODD = re.compile(rf"[ \t\n\r\f]{{2,}}+|[\t\r\f\0]|{REFERENCE.pattern}")
"""Whatever does not stand in the view as it stands in the source. A single line end is a single
space: its run maps one to one, so it is exchanged without a run of its own."""
_ODD_IN_PRE = re.compile(rf"\r\n?+|\0|{REFERENCE.pattern}")


class _View:
    """A text view being written."""

    __slots__ = ("parts", "runs", "seams", "size", "sizes", "spaced")

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.runs: list[Run] = []
        self.size = 0
        self.sizes: list[int] = []
        self.seams: list[int] = []
        self.spaced = True  # nothing may begin with a space

    def add(self, text: str, start: int, end: int) -> None:
        self.parts.append(text)
        self.runs.append(Run(self.size, start, end))
        self.size += len(text)
        self.spaced = False

    def space(self, start: int, end: int) -> None:
        if not self.spaced:
            self.add(" ", start, end)
            self.spaced = True

    def finish(self) -> tuple[str, list[Run]]:
        """Cut white space of any kind from both ends."""
        text = "".join(self.parts)
        shown = text.strip()
        if len(shown) == len(text):
            return text, self.runs
        if not shown:
            return "", []
        low = len(text) - len(text.lstrip())
        return shown, _cut(self.runs, low, low + len(shown), len(text))


def _cut(runs: list[Run], low: int, high: int, size: int) -> list[Run]:
    """Keep the runs of a view's stretch."""
    kept: list[Run] = []
    for at, (text_start, raw_start, raw_end) in enumerate(runs):
        text_end = runs[at + 1].text_start if at + 1 < len(runs) else size
        if text_end <= low or text_start >= high:
            continue
        before, behind = max(low - text_start, 0), max(text_end - high, 0)
        if raw_end - raw_start == text_end - text_start:
            raw_start, raw_end = raw_start + before, raw_end - behind  # noqa: PLW2901
        kept.append(Run(text_start + before - low, raw_start, raw_end))
    return kept


def _add_reference(view: _View, start: int, found: str) -> None:
    value, size = resolve_reference(found)
    if size:
        view.add(value, start, start + size)
    if size < len(found):
        view.add(found[size:], start + size, start + len(found))


def _add_odd(view: _View, start: int, text: str) -> None:
    """Add a piece that holds references, NUL or squeezed white space."""
    at = 0
    for match in _ODD.finditer(text):
        low, high = match.span()
        if low > at:
            view.add(text[at:low].replace("\n", " "), start + at, start + low)
            if text[low - 1] in " \n":
                view.spaced = True
        at = high
        found = match[0]
        if found[0] == "&":
            _add_reference(view, start + low, found)
        elif found != "\0":
            view.space(start + low, start + high)
    if at < len(text):
        view.add(text[at:].replace("\n", " "), start + at, start + len(text))


def squeezed(  # noqa: C901  # one loop, kept in one frame for speed
    nodes: list[Node],
) -> tuple[str, list[Run], list[int], list[int]]:
    """Write the view of a block.

    Args:
        nodes: Pieces of text in page order, line breaks among them.

    Returns:
        Text ("" where nothing is seen), runs, the place in the text where each node begins (as
        written, before the ends are cut), and the seams: places where two nodes meet without
        white space.
    """
    view = _View()
    sizes, seams = view.sizes, view.seams
    for start, text in nodes:
        sizes.append(view.size)
        if text is None:
            view.space(start, start)
            continue
        core = text.lstrip(SPACES)
        if lead := len(text) - len(core):
            if view.spaced or lead > 1:
                view.space(start, start + lead)
                start, text = start + lead, core  # noqa: PLW2901
        elif not view.spaced:
            seams.append(view.size)
        if not core:
            view.space(start, start + len(text))
            continue
        tail = len(text) - len(text.rstrip(SPACES))
        if tail > 1:
            text = text[:-tail]  # noqa: PLW2901
        if "&" in text or _ODD.search(text):
            _add_odd(view, start, text)
        else:
            view.add(text.replace("\n", " "), start, start + len(text))
        if tail == 1:
            view.spaced = True
        elif tail:
            view.space(start + len(text), start + len(text) + tail)
    whole, runs = view.finish()
    return whole, runs, sizes, seams


def unsqueezed(nodes: list[Node]) -> tuple[str, list[Run], list[int], list[int]]:
    """Write the view of preformatted text; see ``squeezed``. Every line end is a line feed."""
    view = _View()
    for start, text in nodes:
        view.sizes.append(view.size)
        if text is None:
            view.add("\n", start, start)
            continue
        at = 0
        for match in _ODD_IN_PRE.finditer(text):
            low, high = match.span()
            if low > at:
                view.add(text[at:low], start + at, start + low)
            at = high
            found = match[0]
            if found[0] == "&":
                _add_reference(view, start + low, found)
            elif found != "\0":
                view.add("\n", start + low, start + high)
        if at < len(text):
            view.add(text[at:], start + at, start + len(text))
    whole, runs = view.finish()
    return whole, runs, view.sizes, view.seams
