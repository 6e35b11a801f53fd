"""Two plots as SVG, written by hand: bars with intervals, and the reliability of a probability."""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape

from attrs import frozen

_BLUE, _ORANGE, _GREY = "#2f6db3", "#c8641e", "#8a8a8a"
COLOURS = (_BLUE, _ORANGE)


@frozen
class Bar:
    """One row of a bar chart: a value of 0 to 1, and where known its interval."""

    name: str
    value: float
    low: float | None = None
    high: float | None = None


@frozen
class Bin:
    """Blocks whose score lies in one interval: how many, their mean score, the share right."""

    count: int
    score: float
    right: float


def bars(title: str, rows: Sequence[Bar], notes: Sequence[str]) -> str:
    """Return a horizontal bar chart over 0 to 1."""
    left, wide, step, top = 200, 400, 26, 50
    bottom = top + step * len(rows)
    parts = [_text(16, 28, title, size=15)]
    for share in (0.0, 0.25, 0.5, 0.75, 1.0):
        x = left + wide * share
        parts += [
            _line(x, top, x, bottom, "#dddddd"),
            _text(x, bottom + 16, f"{share:g}", "middle"),
        ]
    for number, row in enumerate(rows):
        y = top + step * number
        colour = _BLUE if row.name.startswith("newsparse") else _GREY
        parts.append(_text(left - 8, y + 17, row.name, "end"))
        parts.append(f'<rect x="{left}" y="{y + 4}" width="{wide * row.value:.1f}" height="18" '
                     f'fill="{colour}"/>')  # fmt: skip
        if row.low is not None and row.high is not None:
            low, high = left + wide * row.low, left + wide * row.high
            parts.append(_line(low, y + 13, high, y + 13, "#222222"))
        parts.append(_text(left + wide + 12, y + 17, f"{row.value:.3f}"))
    parts += [_text(16, bottom + 40 + 15 * n, note, size=11) for n, note in enumerate(notes)]
    return _drawing(680, bottom + 48 + 15 * len(notes), title, parts)


def reliability(title: str, series: dict[str, Sequence[Bin]], notes: Sequence[str]) -> str:
    """Return mean score against share right, a dot a bin; its area grows with the count."""
    left, top, side = 60, 50, 320
    parts = [_text(16, 28, title, size=15)]
    for share in (0.0, 0.2, 0.4, 0.6, 0.8, 1.0):
        x, y = left + side * share, top + side * (1 - share)
        parts += [
            _line(x, top, x, top + side, "#e4e4e4"),
            _line(left, y, left + side, y, "#e4e4e4"),
        ]
        parts += [_text(x, top + side + 16, f"{share:g}", "middle")]
        parts += [_text(left - 8, y + 4, f"{share:g}", "end")]
    parts.append(_line(left, top + side, left + side, top, _GREY, dashed=True))
    middle = left + side / 2
    parts.append(_text(middle, top + side + 34, "score that was given", "middle"))
    parts.append(f'<g transform="rotate(-90 22 {top + side / 2})">'
                 f'{_text(22, top + side / 2, "share that is right", "middle")}</g>')  # fmt: skip
    for number, (name, bins) in enumerate(series.items()):
        colour, total = COLOURS[number], sum(b.count for b in bins)
        points = [(left + side * b.score, top + side * (1 - b.right), b.count) for b in bins]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y, _ in points)
        parts.append(f'<polyline points="{path}" fill="none" stroke="{colour}"/>')
        for x, y, count in points:
            radius = 2.5 + 9 * (count / total) ** 0.5
            parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" fill="{colour}" '
                         'fill-opacity="0.55"/>')  # fmt: skip
        y = top + 16 + 20 * number
        parts.append(f'<rect x="{left + side + 24}" y="{y - 10}" width="12" height="12" '
                     f'fill="{colour}"/>')  # fmt: skip
        parts.append(_text(left + side + 42, y, name))
    bottom = top + side + 58
    parts += [_text(16, bottom + 15 * n, note, size=11) for n, note in enumerate(notes)]
    return _drawing(640, bottom + 15 * len(notes), title, parts)


def _drawing(wide: float, high: float, title: str, parts: list[str]) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide:g} {high:g}" '
        f'width="{wide:g}" height="{high:g}" role="img" font-family="sans-serif" font-size="12">\n'
        f"<title>{escape(title)}</title>\n"
        '<rect width="100%" height="100%" fill="#ffffff"/>\n' + "\n".join(parts) + "\n</svg>\n"
    )


def _text(x: float, y: float, words: str, anchor: str = "start", size: int = 12) -> str:
    return (
        f'<text x="{x:g}" y="{y:g}" text-anchor="{anchor}" font-size="{size}" fill="#222222">'
        f"{escape(words)}</text>"
    )


def _line(x1: float, y1: float, x2: float, y2: float, colour: str, *, dashed: bool = False) -> str:
    dash = ' stroke-dasharray="5 4"' if dashed else ""
    return f'<line x1="{x1:g}" y1="{y1:g}" x2="{x2:g}" y2="{y2:g}" stroke="{colour}"{dash}/>'
