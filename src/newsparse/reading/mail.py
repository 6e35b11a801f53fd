"""E-mail and newsletters as saved: a header of ``Name: value`` fields, a blank line, the text.

Each header field is a block. The body is read by the text reader, an HTML body by the HTML reader;
of a multipart message the plain part is read where there is one. Transfer encodings are not undone:
that would be text which does not stand in the source.
"""

from __future__ import annotations

import re
from email.errors import HeaderParseError
from email.header import decode_header, make_header

from newsparse.config import Limits
from newsparse.model.block import Block, Container, Document, Run
from newsparse.model.metadata import EMPTY_METADATA, Declared, Metadata
from newsparse.model.span import Span
from newsparse.reading.html import read_html
from newsparse.reading.lines import line_spans
from newsparse.reading.text import read_text

__all__ = ["read_mail"]

_FIELD = re.compile(r"([!-9;-~]{1,76}):[ \t]*+")
_BOUNDARY = re.compile(r"boundary=(?:\"([^\"\r\n]{1,200})\"|([^\s;\"]{1,200}))", re.IGNORECASE)
_DECLARED = {"subject": "headline", "from": "author", "date": "published"}
_MAX_PARTS = 100
"""Parts of a multipart message that are looked at."""


class _Field:
    """One header field: its name, and where its value's lines stand."""

    __slots__ = ("end", "lines", "name", "start")

    def __init__(self, name: str, start: int, value_start: int, end: int) -> None:
        self.name = name
        self.start = start
        self.end = end
        self.lines = [(value_start, end)]

    def value(self, raw: str) -> str:
        return " ".join(part for low, high in self.lines if (part := raw[low:high].strip()))


def _header(raw: str, start: int, stop: int) -> tuple[list[_Field], int]:
    """Read header fields from ``start``; return them and where the body begins."""
    fields: list[_Field] = []
    begun = False
    for first, last in line_spans(raw[start:stop]):
        low, high = first + start, last + start
        line = raw[low:high]
        if not line.strip():
            if begun:
                return fields, high
            continue
        begun = True
        if line[0] in " \t" and fields:
            fields[-1].lines.append((low, high))
            fields[-1].end = high
            continue
        match = _FIELD.match(line)
        if match is None:
            if line.startswith(("From ", ">From ")):
                continue  # the separator of a mailbox file
            return fields, low
        fields.append(_Field(match[1].lower(), low, low + match.end(), high))
    return fields, stop


def _decoded(value: str) -> str:
    try:
        return " ".join(str(make_header(decode_header(value))).split())
    except (HeaderParseError, LookupError, UnicodeError, ValueError):
        return value


def _field_block(raw: str, field: _Field, page: Container) -> Block | None:
    parts: list[str] = []
    runs: list[Run] = []
    size = 0
    previous = None
    for low, high in [(field.start, field.lines[0][1]), *field.lines[1:]]:
        line = raw[low:high]
        shown = line.strip()
        if not shown:
            continue
        begin = low + line.index(shown)
        if previous is not None:
            runs.append(Run(size, previous, begin))
            parts.append(" ")
            size += 1
        runs.append(Run(size, begin, begin + len(shown)))
        parts.append(shown)
        size += len(shown)
        previous = begin + len(shown)
    if not runs:
        return None
    return Block("".join(parts), runs, page, lines=len(field.lines), tag="header", gap=0)


def _type(fields: list[_Field], raw: str) -> str:
    return next((f.value(raw) for f in fields if f.name == "content-type"), "")


def _body(raw: str, fields: list[_Field], start: int, stop: int) -> tuple[int, int, str]:
    """Return where the text to read stands, and its kind."""
    kind = _type(fields, raw)
    lowered = kind.lower()
    match = _BOUNDARY.search(kind) if "multipart/" in lowered else None
    if match is None:
        return start, stop, "html" if "text/html" in lowered else "text"
    mark = f"--{match[1] or match[2]}"
    found: tuple[int, int, str] | None = None
    at = raw.find(mark, start, stop)
    for _ in range(_MAX_PARTS):
        if at < 0 or raw.startswith("--", at + len(mark)):
            break  # no part follows the closing boundary
        end = raw.find(mark, at + len(mark), stop)
        part, low = _header(raw, at + len(mark), end if end >= 0 else stop)
        part_kind = _type(part, raw).lower()
        high = end if end >= 0 else stop
        if "multipart/" in part_kind and (inner := _BOUNDARY.search(_type(part, raw))):
            mark = f"--{inner[1] or inner[2]}"
            end = raw.find(mark, low, stop)
        elif not part_kind or "text/plain" in part_kind:
            return low, high, "text"
        elif "text/html" in part_kind and found is None:
            found = (low, high, "html")
        at = end
    return found or (start, stop, "text")


def _moved(block: Block, by: int) -> Block:
    block.runs = [Run(at, low + by, high + by) for at, low, high in block.runs]
    return block


def read_mail(raw: str, *, limits: Limits, encoding: str | None = None) -> Document:
    """Read a message as it was saved.

    Args:
        raw: Header and body; any string.
        limits: Sizes at which reading stops.
        encoding: Name to report for decoded bytes.

    Returns:
        A Document of kind ``email``: one block (tag ``header``) for each header field, then those
        of the body. Subject, sender and date are declared with the source ``mail``.
    """
    stop = min(len(raw), limits.max_chars)
    fields, start = _header(raw, 0, stop)
    page = Container()
    blocks = [b for f in fields if (b := _field_block(raw, f, page)) is not None]
    declared = tuple(
        Declared(
            name=_DECLARED[f.name],
            value=_decoded(text),
            source="mail",
            key=f.name,
            span=Span(f.start, f.end),
        )
        for f in fields
        if f.name in _DECLARED and (text := f.value(raw))
    )
    low, high, kind = _body(raw, fields, start, stop)
    read = read_html if kind == "html" else read_text
    body = read(raw[low:high], limits=limits)
    blocks += [_moved(block, low) for block in body.blocks]
    cut_at = stop if stop < len(raw) else None
    if body.cut_at is not None:
        cut_at = body.cut_at + low
    if len(blocks) > limits.max_blocks:
        blocks = blocks[: limits.max_blocks]
        cut_at = blocks[-1].end
    return Document(
        raw,
        "email",
        blocks,
        encoding=encoding,
        metadata=Metadata(values=declared) if declared else EMPTY_METADATA,
        language=body.language,
        cut_at=cut_at,
    )
