"""Apache Arrow: pages as rows of a record batch, for data frames and engines.

In: a record batch with a column ``raw``. Out: a record batch of ``SCHEMA``, one row a record, in
order. The columns are the keys of ``Page.to_dict()``, with a page's spans as ``start`` and ``end``.
Needs the extra ``arrow`` (pyarrow); it is loaded when it is first used.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import islice
from typing import Any

from newsparse.batch import Failure, parse_many
from newsparse.config import ParseConfig
from newsparse.errors import InputError, MissingExtraError
from newsparse.export.arrow_columns import column
from newsparse.export.arrow_types import COLUMNS
from newsparse.labelling.weights import read_weights, shipped_weights
from newsparse.model.page import Page
from newsparse.parser import Parser

__all__ = ["SCHEMA", "page_batch", "parse_batch", "parse_column"]

SCHEMA: Any
"""``pyarrow.Schema`` of the rows, with the metadata of the shipped weights; made at first use."""

MAX_SIZE = 2**31 - 1
"""Code points that offsets of 32 bits can count."""
CHUNK = 1_000
"""Rows of a column that are pages at a time: of the seeds some 50 MB, so memory is that of rows."""
_READ = ("raw", "url", "kind")


def parse_batch(batch: Any, *, config: ParseConfig | None = None) -> Any:  # noqa: ANN401  # pyarrow
    """Parse the pages of a record batch.

    Args:
        batch: ``pyarrow.RecordBatch`` with the column ``raw`` (string or binary, large or not) and
            optionally ``url`` and ``kind`` (string; null where not known). Others are not read.
        config: Settings for all pages.

    Returns:
        A ``pyarrow.RecordBatch`` of ``SCHEMA`` with as many rows, in the same order. Offsets count
        code points of the column ``raw``. A record that is no page (a null, a text of 2³¹ code
        points or more) has ``error``, null values and empty lists. Lone surrogates, which Arrow
        cannot hold, are U+FFFD, one for one. A date has ``instant`` (UTC) only where its zone is
        known, beside its text, its ``value`` in ISO 8601 and its ``precision``. Nothing of the page
        is lost; ``provenance`` is in the schema's metadata, but for the language packs.

    Raises:
        InputError: ``batch`` is no record batch, or has no column ``raw``, or one of another type.
        MissingExtraError: pyarrow is not installed.
    """
    pa = _pyarrow()
    if not isinstance(batch, pa.RecordBatch):
        raise InputError(f"parse_batch() takes a pyarrow.RecordBatch, got {type(batch).__name__}")
    columns = {name: _column(pa, batch, name) for name in _READ}
    if columns["raw"] is None:
        names = ", ".join(batch.schema.names) or "none"
        raise InputError(f"parse_batch() takes a batch with a column 'raw', got columns: {names}")
    given = {name: values for name, values in columns.items() if values is not None}
    rows = zip(*given.values(), strict=True)
    records = (dict(zip(given, row, strict=True)) for row in rows)
    return page_batch(list(_parsed(records, config)), config=config)


def parse_column(
    raws: Sequence[Any],
    *,
    urls: Sequence[str | None] | None = None,
    kind: str | None = None,
    config: ParseConfig | None = None,
    processes: int | None = None,
) -> Any:  # noqa: ANN401  # pyarrow
    """Parse Python values to a column of structs, for data frames.

    Args:
        raws: Pages (str or bytes), None where there is none.
        urls: Their addresses, as many.
        kind: ``html``, ``text`` or ``email``, if all are of that kind.
        config: Settings for all pages.
        processes: Worker processes, as in ``parse_many``.

    Returns:
        A ``pyarrow.ChunkedArray`` of structs with the fields of ``SCHEMA``, one a value, in order;
        null where there is no page, with ``error`` as in ``parse_batch`` where a value is no page.

    Raises:
        InputError: ``kind`` is not known, or ``urls`` has another length.
        ConfigError: As in ``parse_many``.
        MissingExtraError: pyarrow is not installed.
    """
    pa = _pyarrow()
    Parser(config).parse("", kind=kind)
    if urls is not None and len(urls) != len(raws):
        raise InputError(f"parse_column() takes one address a page, got {len(urls)}/{len(raws)}")
    there = [at for at, raw in enumerate(raws) if raw is not None]
    records = (
        {"raw": raws[at], "url": None if urls is None else urls[at], "kind": kind} for at in there
    )
    found = _parsed(records, config, processes)
    chunks = [
        _structs(pa, raws[start : start + CHUNK], found, config)
        for start in range(0, len(raws), CHUNK)
    ]
    return pa.chunked_array(chunks, pa.struct(list(_fields())))


def page_batch(found: Sequence[Page | Failure], *, config: ParseConfig | None = None) -> Any:  # noqa: ANN401  # pyarrow
    """Return what ``parse_many`` gave as a ``pyarrow.RecordBatch``, as ``parse_batch`` does.

    Args:
        found: Pages and failures; no page of 2³¹ code points or more.
        config: The settings they were parsed with; says which weights.

    Raises:
        MissingExtraError: pyarrow is not installed.
    """
    pa = _pyarrow()
    arrays = [
        column(
            pa,
            one.kind,
            [_read(result, one.name) for result in found],
            nullable=one.nullable,
            large=one.large,
        )
        for one in COLUMNS
    ]
    return pa.RecordBatch.from_arrays(arrays, schema=_schema(config))


def _read(found: Page | Failure, name: str) -> Any:  # noqa: ANN401  # values of any class
    if isinstance(found, Failure):
        return f"{found.error}: {found.message}" if name == "error" else None
    if name == "error":
        return None
    return found.provenance.packs if name == "packs" else getattr(found, name)


def _column(pa: Any, batch: Any, name: str) -> list[Any] | None:  # noqa: ANN401  # pyarrow
    if name not in batch.schema.names:
        return None
    column = batch.column(name)
    kind = column.type.value_type if pa.types.is_dictionary(column.type) else column.type
    accepted = [pa.string(), pa.large_string(), pa.string_view(), pa.null()]
    if name == "raw":
        accepted += [pa.binary(), pa.large_binary(), pa.binary_view()]
    if kind not in accepted:
        wanted = "strings or binaries" if name == "raw" else "strings"
        raise InputError(f"parse_batch() takes {name!r} as {wanted}, got {column.type}")
    found: list[Any] = column.to_pylist()
    return found


def _parsed(
    records: Iterable[dict[str, Any]], config: ParseConfig | None, processes: int | None = None
) -> Iterator[Page | Failure]:
    """Parse the records; a text that is too long for 32-bit offsets is a failure."""
    long: set[int] = set()

    def shown() -> Iterator[dict[str, Any]]:
        for at, record in enumerate(records):
            raw = record["raw"]
            fits = not isinstance(raw, str | bytes) or len(raw) <= MAX_SIZE
            # Nobody needs a page of a text that is refused.
            if not fits:
                long.add(at)
            yield record if fits else {"raw": ""}

    message = f"a text of more than {MAX_SIZE} code points has no 32-bit offsets"
    found = parse_many(shown(), config=config, processes=processes)
    return (
        Failure(position=at, error="InputError", message=message) if at in long else page
        for at, page in enumerate(found)
    )


def _structs(
    pa: Any,  # noqa: ANN401  # pyarrow
    raws: Sequence[Any],
    found: Iterator[Page | Failure],
    config: ParseConfig | None,
) -> Any:  # noqa: ANN401  # pyarrow
    """Return a row for each of ``raws``, null where it is; the others are the next found."""
    there = [raw is not None for raw in raws]
    pages = islice(found, sum(there))
    nothing = Failure(position=0, error="", message="")
    batch = page_batch([next(pages) if one else nothing for one in there], config=config)
    mask = pa.array([not one for one in there], pa.bool_())
    return pa.StructArray.from_arrays(batch.columns, fields=list(_fields()), mask=mask)


def _pyarrow() -> Any:  # noqa: ANN401  # a module without types
    try:
        import pyarrow as pa
    except ImportError as error:
        raise MissingExtraError("newsparse.export.arrow", "pyarrow", "arrow") from error
    return pa


@cache
def _fields() -> Any:  # noqa: ANN401  # pyarrow
    pa = _pyarrow()
    return pa.schema([one.field(pa) for one in COLUMNS])


def _schema(config: ParseConfig | None = None) -> Any:  # noqa: ANN401  # pyarrow
    """Return the schema, whose metadata says which version and weights made the rows."""
    from newsparse import __version__

    path = None if config is None else config.weights
    weights = shipped_weights() if path is None else read_weights(path)
    return _fields().with_metadata(
        {
            "newsparse.version": __version__,
            "newsparse.weights": weights.name,
            "newsparse.weights_sha256": weights.sha256,
        }
    )


def __getattr__(name: str) -> Any:  # noqa: ANN401  # pyarrow
    if name == "SCHEMA":
        return _schema()
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
