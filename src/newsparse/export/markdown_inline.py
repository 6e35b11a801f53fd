"""One line of CommonMark: escaped text with emphasis, links and code.

Every sign that could be read as markup is escaped where it could be, so a parser gives back the
very words. Source: CommonMark 0.31.2, sections 2.4 and 6.
"""

from __future__ import annotations

import re

from newsparse.export.characters import one_line
from newsparse.export.markdown_marks import Mark, writable_marks
from newsparse.model.fields import InlineMarkup

__all__ = ["at_block_start", "in_cell", "inline"]

_REFERENCE = r"&(?=#?[A-Za-z0-9]{1,32};)"
_MARKUP = re.compile(
    rf"[\\`*\[\]<~]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|{_REFERENCE}",
)
"""Signs that may open or close markup wherever they stand. An underscore inside a word may not."""
_IN_ADDRESS = re.compile(rf"[()]|{_REFERENCE}")
_BLOCK_SIGN = re.compile(r"[-+](?=\s|$)|-(?=[- ]++$)|#(?=#{0,5}(?:\s|$))|>")
_NUMBER = re.compile(r"(\d{1,9})([.)])(?=\s|$)", re.ASCII)
_TICKS = re.compile(r"`++")


def inline(text: str, inlines: tuple[InlineMarkup, ...] = (), base: str | None = None) -> str:
    """Write the text of one paragraph.

    Args:
        text: As it is to be seen; white space of any kind becomes a space.
        inlines: Markup over stretches of it.
        base: Address that relative links are joined with.

    Returns:
        One line of CommonMark, without outer spaces. Emphasis inside emphasis, and emphasis that
        begins or ends inside a word next to punctuation, has no safe form and is left out.
    """
    text = one_line(text)
    marks = writable_marks(text, inlines, base) if inlines else []
    return (_written(text, marks) if marks else _escaped(text)).strip(" ")


def at_block_start(line: str) -> str:
    """Escape what would open a heading, list, quotation or rule at the start of ``line``."""
    if _BLOCK_SIGN.match(line):
        return f"\\{line}"
    number = _NUMBER.match(line)
    return line if number is None else f"{number[1]}\\{line[number.end(1) :]}"


def in_cell(line: str) -> str:
    """Escape what would end a cell of a table."""
    return line.replace("|", "\\|")


def _escaped(text: str) -> str:
    return _MARKUP.sub(r"\\\g<0>", text)


def _written(text: str, marks: list[Mark]) -> str:
    """Write text with properly nested marks."""
    parts: list[str] = []
    opened: list[Mark] = []
    at = 0
    for mark in [*marks, Mark(len(text), len(text), "")]:
        while opened and opened[-1].end <= mark.start:
            done = opened.pop()
            parts += [_escaped(text[at : done.end]), _closing(done)]
            at = done.end
        before = _escaped(text[at : mark.start])
        if mark.sign == "[" and before.endswith("!"):
            before = f"{before[:-1]}\\!"  # else an image
        parts.append(before)
        at = mark.start
        if mark.sign == "`":
            parts.append(_code(text[mark.start : mark.end]))
            at = mark.end
        elif mark.sign:
            parts.append(mark.sign)
            opened.append(mark)
    return "".join(parts)


def _closing(mark: Mark) -> str:
    if mark.sign != "[":
        return mark.sign
    address = _IN_ADDRESS.sub(r"\\\g<0>", mark.address)
    return f"]({address})"


def _code(text: str) -> str:
    longest = max((len(run) for run in _TICKS.findall(text)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if "`" in (text[0], text[-1]) else ""
    return f"{fence}{pad}{text}{pad}{fence}"
