"""What ``newsparse batch`` reads: pages, JSON Lines, Parquet, WARC, folders of them, compressed.

In: paths. Out: one item a page, always in the same order, so that an interrupted run can be taken
up. What cannot be read is an item with a problem in its place.
"""

from __future__ import annotations

import gzip
import io
import json
import os
import sys
import zlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import IO, Any

from attrs import frozen

from newsparse.batch import Record
from newsparse.errors import MissingExtraError
from newsparse.parser import KINDS

__all__ = ["STANDARD_INPUT", "Item", "files_of", "items", "opened"]

STANDARD_INPUT = Path("-")
COMPRESSED = (".gz", ".zst")
LINES = (".jsonl", ".ndjson")
ARCHIVES = (".warc", ".wet")
PAGES = (".html", ".htm", ".xhtml", ".txt", ".text", ".eml")
"""Endings of files that are taken from a folder as pages; a file that is named is always taken."""
COLUMNS = ("raw", "html", "text")
"""Where the page of a record stands, if the user does not say: the first that is there."""
PACKED = 1 << 14
"""Bytes of a zstd file read at a time; a zstd block of text is some 30 kB."""
ROWS = 64
"""Rows of a Parquet file in memory: a page of 2 MB each would be 128 MB."""

Seen = Callable[[int], None]


@frozen
class Item:
    """A page to parse.

    Attributes:
        name: File, and the number of the record in it behind ``#``, from 0.
        record: As ``parse_many`` takes it; None where there is a problem.
        key: The ``id`` of the record in the user's data, if it has one.
        problem: Why there is no record.
    """

    name: str
    record: Record | None
    key: str | int | None = None
    problem: str = ""


def files_of(paths: Sequence[Path]) -> list[Path]:
    """Return the files: those named, and of folders those that end as ours do, sorted.

    Raises:
        OSError: A path does not exist.
    """
    found: list[Path] = []
    for path in paths:
        if path != STANDARD_INPUT and path.is_dir():
            within = (Path(top) / name for top, _, names in os.walk(path) for name in names)
            found += sorted(file for file in within if _ending(file) in _TAKEN)
            continue
        if path != STANDARD_INPUT:
            path.stat()
        found.append(path)
    return found


def items(files: Sequence[Path], column: str | None, seen: Seen) -> Iterator[Item]:
    """Yield the pages of files, in order.

    Args:
        files: From ``files_of``.
        column: Key or column of the page; None: see ``COLUMNS``.
        seen: Told how many more bytes of the files have been read.
    """
    for path in files:
        count = _Count(seen)
        number = -1
        try:
            for item in _READERS[_kind(path)](path, column, count):
                number += 1
                yield item
        except (OSError, EOFError, zlib.error, ValueError, MissingExtraError) as error:
            if isinstance(error, MissingExtraError):
                raise
            yield Item(f"{path}#{number + 1}", None, problem=f"cannot be read: {error}")
        if path != STANDARD_INPUT:
            count.reached(_size(path))


class _Count:
    """Turns positions in a file into steps."""

    def __init__(self, seen: Seen) -> None:
        self._seen = seen
        self._last = 0

    def reached(self, position: int) -> None:
        """Tell of the bytes since the last call."""
        if position > self._last:
            self._seen(position - self._last)
            self._last = position


def opened(path: Path, raw: IO[bytes]) -> Any:  # noqa: ANN401  # three classes of binary files
    """Return the content of an open file, decompressed if its ending says so."""
    if path.suffix == ".gz":
        return gzip.GzipFile(fileobj=raw)
    if path.suffix == ".zst":
        return io.BufferedReader(_Frames(raw))
    return raw


class _Frames(io.RawIOBase):
    """The content of zstd frames; damage is an OSError, an end too early an EOFError, as of gzip.

    (zstandard's own reader has errors of another class, and takes a file that is cut off as whole.)
    """

    def __init__(self, raw: IO[bytes]) -> None:
        import zstandard

        self._raw = raw
        self._new = zstandard.ZstdDecompressor().decompressobj
        self._broken = zstandard.ZstdError
        self._frame = self._new()
        self._begun = False
        self._ready = memoryview(b"")

    def readable(self) -> bool:
        """Return True."""
        return True

    def readinto(self, buffer: Any) -> int:  # noqa: ANN401  # any writable buffer
        """See io.RawIOBase."""
        while not self._ready:
            packed = self._frame.unused_data if self._frame.eof else b""
            packed = packed or self._raw.read(PACKED)
            if self._frame.eof and packed:
                self._frame, self._begun = self._new(), False
            if not packed:
                if self._begun and not self._frame.eof:
                    raise EOFError("the last zstd frame is cut off")
                return 0
            self._begun = True
            try:
                self._ready = memoryview(self._frame.decompress(packed))
            except self._broken as error:
                raise OSError(f"not a zstd frame: {error}") from error
        size = min(len(buffer), len(self._ready))
        buffer[:size] = self._ready[:size]
        self._ready = self._ready[size:]
        return size


def _ending(path: Path) -> str:
    """Return the last ending that says what the content is."""
    name = path.with_suffix("") if path.suffix in COMPRESSED else path
    return name.suffix.lower()


_TAKEN = (*LINES, ".parquet", *ARCHIVES, *PAGES)


def _kind(path: Path) -> str:
    ending = _ending(path)
    if ending in LINES or path == STANDARD_INPUT:
        return "lines"
    if ending == ".parquet":
        return "parquet"
    return "archive" if ending in ARCHIVES else "page"


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _page(path: Path, _: str | None, __: _Count) -> Iterator[Item]:
    with path.open("rb") as raw, opened(path, raw) as file:
        yield Item(str(path), file.read())


def _lines(path: Path, column: str | None, count: _Count) -> Iterator[Item]:
    if path == STANDARD_INPUT:
        yield from _numbered(sys.stdin.buffer, path, column, lambda: None)
        return
    with path.open("rb") as raw, opened(path, raw) as file:
        yield from _numbered(file, path, column, lambda: count.reached(raw.tell()))


def _numbered(
    file: IO[bytes], path: Path, column: str | None, tell: Callable[[], None]
) -> Iterator[Item]:
    number = 0
    for line in file:
        if not line.strip():
            continue
        tell()
        name = f"{path}#{number}"
        number += 1
        try:
            row = json.loads(line)
        except ValueError as error:
            yield Item(name, None, problem=f"no JSON: {error}")
            continue
        if not isinstance(row, dict):
            yield Item(name, None, problem=f"no JSON object but {type(row).__name__}")
            continue
        yield _item(name, row, column)


def _parquet(path: Path, column: str | None, _: _Count) -> Iterator[Item]:
    try:
        import pyarrow.parquet as pq
    except ImportError as error:
        raise MissingExtraError("reading Parquet", "pyarrow", "arrow") from error
    with pq.ParquetFile(path) as file:
        there = set(file.schema_arrow.names)
        wanted = [column] if column else [*COLUMNS]
        names = [name for name in (*wanted, "url", "kind", "id") if name in there]
        number = 0
        for batch in file.iter_batches(batch_size=ROWS, columns=names):
            for row in batch.to_pylist():
                yield _item(f"{path}#{number}", row, column)
                number += 1


def _archive(path: Path, _: str | None, __: _Count) -> Iterator[Item]:
    from newsparse.pipelines.warc import WarcPages

    archive = WarcPages(path)
    number = -1
    for number, page in enumerate(archive):
        yield Item(f"{path}#{number}", page)
    if archive.broken:
        problem = f"{archive.broken} broken records of the archive were skipped"
        yield Item(f"{path}#{number + 1}", None, problem=problem)


def _item(name: str, row: dict[str, Any], column: str | None) -> Item:
    key = row.get("id")
    key = key if isinstance(key, (str, int)) else None
    where = column or next((one for one in COLUMNS if row.get(one) is not None), "raw")
    if where not in row:
        there = ", ".join(map(repr, row)) or "nothing"
        return Item(name, None, key, f"no {where!r} in the record; it has {there}")
    kind = row.get("kind")
    record: dict[str, Any] = {"raw": row[where], "url": row.get("url")}
    if kind in KINDS or where == "html":
        record["kind"] = kind if kind in KINDS else "html"
    return Item(name, record, key)


_READERS: dict[str, Callable[[Path, str | None, _Count], Iterator[Item]]] = {
    "lines": _lines,
    "parquet": _parquet,
    "archive": _archive,
    "page": _page,
}
