"""What ``newsparse batch`` writes as Parquet: rows of ``newsparse.export.arrow.SCHEMA``.

A Parquet file can be read only when it is whole, so rows are gathered in files of ``PART`` rows in
a folder beside it, each put there in one go, and joined at the end. A killed run leaves the folder
and is taken up from it.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from newsparse.config import ParseConfig
from newsparse.errors import MissingExtraError
from newsparse.export.arrow import page_batch
from newsparse.model.page import Page

__all__ = ["Parquet"]

PART = 500
"""Rows of a part: some 40 MB in memory, and at most so many pages are parsed twice after a kill."""


class Parquet:
    """Rows in a Parquet file, with ``file`` and ``id`` (as text) before the columns of a page."""

    def __init__(self, path: Path, config: ParseConfig | None) -> None:
        try:
            import pyarrow as pa
            import pyarrow.parquet as pq
        except ImportError as error:
            raise MissingExtraError("writing Parquet", "pyarrow", "arrow") from error
        self._pa: Any = pa
        self._pq: Any = pq
        self._path = path
        self._folder = path.with_name(f"{path.name}.parts")
        self._config = config
        self._held: list[tuple[str, str | None, Page]] = []
        self._parts = 0

    def take_up(self) -> tuple[int, str | None]:
        """See ``Sink``."""
        if self._path.exists():
            # It is put there whole; its parts are left over from the moment after that.
            shutil.rmtree(self._folder, ignore_errors=True)
            self._folder.mkdir()
            self._path.replace(self._part(0))
        self._folder.mkdir(exist_ok=True)
        count, last = 0, None
        while self._part(self._parts).exists():
            rows = self._pq.read_table(self._part(self._parts), columns=["file"]).column("file")
            count += len(rows)
            last = rows[-1].as_py() if len(rows) else last
            self._parts += 1
        return count, last

    def forget(self) -> None:
        """See ``Sink``."""
        self._path.unlink(missing_ok=True)
        shutil.rmtree(self._folder, ignore_errors=True)

    def write(self, name: str, key: str | int | None, made: Any) -> None:  # noqa: ANN401  # a Page
        """See ``Sink``; ``made`` is the page itself."""
        self._held.append((name, None if key is None else str(key), made))
        if len(self._held) == PART:
            self._flush()

    def close(self, *, done: bool) -> None:
        """See ``Sink``."""
        if not done:
            return
        if self._held or not self._parts:
            self._flush()
        joined = self._folder / "joined"
        writer = None
        for number in range(self._parts):
            with self._pq.ParquetFile(self._part(number)) as part:
                for group in range(part.num_row_groups):
                    table = part.read_row_group(group)
                    writer = writer or self._pq.ParquetWriter(
                        joined, table.schema, compression="zstd"
                    )
                    writer.write_table(table)
        if writer is not None:
            writer.close()
        joined.replace(self._path)
        shutil.rmtree(self._folder)

    def _part(self, number: int) -> Path:
        return self._folder / f"part-{number:06}.parquet"

    def _flush(self) -> None:
        pa = self._pa
        batch = page_batch([page for _, _, page in self._held], config=self._config)
        heads = [
            pa.array(column, pa.string()) for column in list(zip(*self._held, strict=True))[:2]
        ]
        heads = heads or [pa.array([], pa.string())] * 2
        schema = batch.schema.insert(0, pa.field("id", pa.string()))
        schema = schema.insert(0, pa.field("file", pa.string()))
        table = pa.Table.from_arrays([*heads, *batch.columns], schema=schema)
        half = self._folder / "half"
        self._pq.write_table(table, half, compression="zstd")
        half.replace(self._part(self._parts))
        self._parts += 1
        self._held.clear()
