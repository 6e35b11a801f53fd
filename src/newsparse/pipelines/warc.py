"""WARC and WET files, gzip and zstd or plain, as records for ``parse_many`` (extra ``warc``).

In: the path of an archive. Out: one record a page. A broken record is skipped and counted, and
reading goes on where the next one begins: at ``WARC/1.``, or at the head of a gzip member or zstd
frame (each record is one of its own: ISO 28500:2017, annex D, and the zstd WARC specification).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from attrs import frozen

from newsparse.errors import MissingExtraError

__all__ = ["WarcPages"]

_BEGINNINGS = {
    # RFC 1952: method 8, flags below 32, then the time, speed and system.
    b"\x1f\x8b": re.compile(
        rb"\x1f\x8b\x08[\x00-\x1f].{4}[\x00\x02\x04][\x00-\x0d\xff]", re.DOTALL
    ),
    b"\x28\xb5": re.compile(rb"\x28\xb5\x2f\xfd"),
}
"""First two bytes of a file, and what begins a record in it; others are plain files."""
_PLAIN = re.compile(rb"WARC/1\.")
LONGEST = 10
"""Bytes of the longest beginning, that of a gzip member."""
CHUNK = 1 << 20
"""Bytes looked at in one go for the next beginning."""
_KINDS = {"text/html": "html", "application/xhtml+xml": "html", "text/plain": "text"}


@frozen
class _Held:
    """A record that was read; it goes out when what follows shows that it ended rightly.

    Attributes:
        start: Where it begins in the file.
        page: What it holds, None where that is no page.
        broken: Whether it is cut off or malformed.
        doubtful: Whether another record stands in its content, as if it were too long.
    """

    start: int
    page: dict[str, Any] | None
    broken: bool = False
    doubtful: bool = False


class WarcPages:
    """The pages of an archive: successful HTML and text responses, resources, and WET texts.

    Each item is a mapping with ``raw``, ``url`` and ``kind``, as ``parse_many`` takes it. A
    response that is not valid UTF-8 is decoded as its HTTP header says, where that is possible.
    Each iteration reads the file from its beginning and counts anew.

    Attributes:
        broken: Records skipped so far because they are cut off, damaged or malformed.
        other: Records passed over so far because they hold no page: requests, metadata, images,
            redirects, errors of the server.

    Args:
        path: A WARC or WET file, plain or compressed record by record with gzip or zstd.

    Raises:
        MissingExtraError: fastwarc is not installed.
        OSError: The file cannot be opened; when iterated.
    """

    def __init__(self, path: str | Path) -> None:
        self.path = Path(path)
        self.broken = 0
        self.other = 0
        self._warc = _fastwarc()

    def __iter__(self) -> Iterator[dict[str, Any]]:
        self.broken = self.other = 0
        with self.path.open("rb") as file:
            beginning = _BEGINNINGS.get(file.read(2), _PLAIN)
            start: int | None = 0
            owed = 0
            while start is not None:
                file.seek(start)
                held: _Held | None = None
                failed = False
                try:
                    for record in self._warc.ArchiveIterator(file, parse_http=False):
                        self.broken += owed
                        owed = 0
                        if held is not None:
                            yield from self._let_go(held)
                        held = self._read(record)
                except OSError:
                    failed = True
                trusted = held is not None and not (held.broken or (failed and held.doubtful))
                if trusted and held is not None:
                    yield from self._let_go(held)
                else:
                    # An empty file is not broken.
                    self.broken += failed or start > 0 or held is not None
                # What follows a sound record is broken: counted where it fails again, or above.
                owed = int(failed and trusted)
                at_end = trusted and not failed and beginning is _PLAIN
                last = start if held is None else held.start
                start = None if at_end else _find(file, beginning, last + 1)
            self.broken += owed

    def _let_go(self, held: _Held) -> Iterator[dict[str, Any]]:
        if held.broken:
            self.broken += 1
        elif held.page is None:
            self.other += 1
        else:
            yield held.page

    def _read(self, record: Any) -> _Held:  # noqa: ANN401  # fastwarc
        start = record.stream_pos
        length = record.headers.get("Content-Length") or ""
        record.freeze()
        if not length.isdecimal() or record.content_length < int(length):
            return _Held(start, None, broken=True)
        types = self._warc.WarcRecordType
        media = record.headers.get("Content-Type") or ""
        charset = None
        if record.record_type == types.response and media.startswith("application/http"):
            record.parse_http(auto_decode="all")
            status = record.http_headers.status_code if record.http_headers is not None else None
            if status is None:
                return _Held(start, None, broken=True)
            if not 200 <= status < 300:
                return _Held(start, None)
            media, charset = record.http_content_type or "", record.http_charset
        elif record.record_type not in (types.conversion, types.resource):
            return _Held(start, None)
        content = record.reader.read()
        kind = _KINDS.get(media.split(";")[0].strip().lower())
        doubtful = _PLAIN.search(content) is not None
        if kind is None:
            return _Held(start, None, doubtful=doubtful)
        url = record.headers.get("WARC-Target-URI")
        page = {"raw": _decoded(content, charset), "url": url, "kind": kind}
        return _Held(start, page, doubtful=doubtful)


def _decoded(content: bytes, charset: str | None) -> str | bytes:
    """Decode what is not UTF-8 by the name in the HTTP header; ``parse`` does all the rest."""
    if charset is None:
        return content
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        try:
            return content.decode(charset)
        except (LookupError, UnicodeDecodeError):
            return content
    return content


def _find(file: BinaryIO, beginning: re.Pattern[bytes], start: int) -> int | None:
    """Return where the next record may begin, from ``start`` on, or None."""
    file.seek(start)
    kept = b""
    while chunk := file.read(CHUNK):
        window = kept + chunk
        found = beginning.search(window)
        if found is not None:
            return file.tell() - len(window) + found.start()
        kept = window[1 - LONGEST :]
    return None


def _fastwarc() -> Any:  # noqa: ANN401  # a module of an extra
    try:
        from fastwarc import warc
    except ImportError as error:
        raise MissingExtraError("newsparse.pipelines.warc", "fastwarc", "warc") from error
    return warc
