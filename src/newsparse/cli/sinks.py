"""What ``newsparse batch`` writes: JSON Lines, plain or compressed, so that a kill loses no record.

A file grows by whole blocks only, each written in one go: a line, or where it is compressed a gzip
member or zstd frame of ``BLOCK`` lines. What is left of a killed run is cut back to its last whole
block, and the run goes on from there; the file is the one that an undisturbed run writes, byte for
byte. Parquet is in ``cli.parquet``.
"""

from __future__ import annotations

import gzip
import json
import os
import sys
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Protocol

from newsparse.cli.sources import Item
from newsparse.errors import InputError

__all__ = ["Failures", "Lines", "Sink"]

BLOCK = 256
"""Lines of a compressed block: some 2 MB of JSON, where larger ones no longer compress better."""
CHUNK = 1 << 20
"""Bytes read at a time when a file is taken up again."""


class Sink(Protocol):
    """Takes records in order."""

    def take_up(self) -> tuple[int, str | None]:
        """Cut back to what is whole; return the number of records there and the last one's file."""

    def forget(self) -> None:
        """Remove what is there."""

    def write(self, name: str, key: str | int | None, made: object) -> None:
        """Append a record."""

    def close(self, *, done: bool) -> None:
        """Write what is held back; ``done``: all records have come."""


class Lines:
    """JSON Lines in a file, or on standard output (``path`` None).

    Args:
        path: Its ending (``.gz``, ``.zst``) says how it is compressed.
    """

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._ending = "" if path is None else path.suffix
        self._held: list[bytes] = []
        self._block = BLOCK if self._ending in _PACK else 1
        self._descriptor = 1

    def take_up(self) -> tuple[int, str | None]:
        """See ``Sink``."""
        if self._path is None or not self._path.exists():
            self._open()
            return 0, None
        count, end, last = 0, 0, b""
        with self._path.open("rb") as file:
            for length, block in _BLOCKS.get(self._ending, _plain_blocks)(file.read):
                lines = block.splitlines()
                if len(lines) % self._block:
                    break  # the last block of a run that ended by itself, or was interrupted
                count, end, last = count + len(lines), end + length, lines[-1]
        os.truncate(self._path, end)
        self._open()
        return count, _file_of(last) if count else None

    def forget(self) -> None:
        """See ``Sink``."""
        if self._path is not None:
            self._path.unlink(missing_ok=True)

    def _open(self) -> None:
        if self._path is not None:
            flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND
            self._descriptor = os.open(self._path, flags, 0o666)

    def write(self, name: str, key: str | int | None, made: object) -> None:
        """See ``Sink``; ``made`` is JSON without braces."""
        head = {"file": name} if key is None else {"file": name, "id": key}
        self._held.append(f"{json.dumps(head)[:-1]}, {made}}}\n".encode("ascii"))
        if len(self._held) == self._block:
            self._flush()

    def close(self, *, done: bool) -> None:
        """See ``Sink``."""
        if done and self._held:
            self._flush()
        if self._path is not None:
            os.close(self._descriptor)

    def _flush(self) -> None:
        content = memoryview(_PACK.get(self._ending, bytes)(b"".join(self._held)))
        self._held.clear()
        while content:
            content = content[os.write(self._descriptor, content) :]


class Failures:
    """The side file: one line for each record that is no page; made with the first of them.

    Args:
        path: Where; None: standard error.
    """

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self.count = 0

    def take_up(self, pages: int) -> int:
        """Keep the failures before the last of so many pages; return how many records that is."""
        done, kept = pages, b""
        if self.path is not None and self.path.exists():
            for line in self.path.read_bytes().splitlines(keepends=True):
                # Written before the next page is, so no failure between pages is missing.
                if not line.endswith(b"\n") or json.loads(line)["position"] >= done:
                    break
                done += 1
                kept += line
                self.count += 1
            if kept:
                os.truncate(self.path, len(kept))
            else:
                self.path.unlink()
        return done

    def write(self, item: Item, position: int, error: str, message: str) -> None:
        """Append a failure; it is in the file when this returns."""
        row = {"file": item.name, "id": item.key, "position": position}
        line = json.dumps({**row, "error": error, "message": message}) + "\n"
        self.count += 1
        if self.path is None:
            sys.stderr.write(line)
            return
        with self.path.open("ab", buffering=0) as file:
            file.write(line.encode("ascii"))


def _file_of(line: bytes) -> str:
    try:
        return str(json.loads(line)["file"])
    except (ValueError, KeyError, TypeError) as error:
        raise InputError(f"the output there was not written by newsparse batch: {error}") from error


def _zstd(content: bytes) -> bytes:
    import zstandard

    return zstandard.ZstdCompressor().compress(content)


_PACK: dict[str, Callable[[bytes], bytes]] = {
    ".gz": lambda content: gzip.compress(content, mtime=0),
    ".zst": _zstd,
}

Read = Callable[[int], bytes]


def _plain_blocks(read: Read) -> Iterator[tuple[int, bytes]]:
    """Yield whole lines with their length."""
    kept = b""
    while chunk := read(CHUNK):
        lines = (kept + chunk).splitlines(keepends=True)
        kept = b"" if lines[-1].endswith(b"\n") else lines.pop()
        yield from ((len(line), line) for line in lines)


def _members(read: Read, new: Callable[[], Any], broken: type[Exception]) -> Iterator[Any]:
    """Yield the content of whole gzip members or zstd frames with the length of each."""
    rest = b""
    while rest or (rest := read(CHUNK)):
        unpack = new()
        length, parts = 0, []
        while not unpack.eof:
            chunk = rest or read(CHUNK)
            rest = b""
            length += len(chunk)
            try:
                parts.append(unpack.decompress(chunk))
            except broken:
                return
            if not chunk:
                return
        rest = unpack.unused_data
        yield length - len(rest), b"".join(parts)


def _gzip_members(read: Read) -> Iterator[tuple[int, bytes]]:
    return _members(read, lambda: zlib.decompressobj(zlib.MAX_WBITS | 16), zlib.error)


def _zstd_frames(read: Read) -> Iterator[tuple[int, bytes]]:
    import zstandard

    return _members(read, zstandard.ZstdDecompressor().decompressobj, zstandard.ZstdError)


_BLOCKS: dict[str, Callable[[Read], Iterator[tuple[int, bytes]]]] = {
    ".gz": _gzip_members,
    ".zst": _zstd_frames,
}
