"""Spark: pages of a DataFrame, by a ``mapInArrow`` or a SQL function (extra ``spark``).

Both write the page as the JSON of ``Page.to_json``, which Spark's own JSON functions read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from newsparse.batch import parse_many
from newsparse.errors import MissingExtraError
from newsparse.model.page import Page
from newsparse.parser import Parser

__all__ = ["SCHEMA", "parse_batches", "register"]

SCHEMA = "url string, headline string, body string, page string, error string"
"""Columns of ``parse_batches``, for ``DataFrame.mapInArrow``."""
_NAMES = tuple(column.split()[0] for column in SCHEMA.split(", "))


def parse_batches(batches: Iterable[Any]) -> Iterator[Any]:
    """Parse record batches: ``frame.mapInArrow(parse_batches, SCHEMA)``.

    Args:
        batches: With the column ``raw`` (string or binary) and optionally ``url``; one row a page.

    Yields:
        A batch of ``SCHEMA`` for each, one row a row, in order; ``page`` is the page as JSON. Where
        a row is no page, ``error`` says why and the others are null.
    """
    import pyarrow as pa

    for batch in batches:
        raws = batch.column("raw").to_pylist()
        there = "url" in batch.schema.names
        urls = batch.column("url").to_pylist() if there else [None] * len(raws)
        records = [{"raw": raw, "url": url} for raw, url in zip(raws, urls, strict=True)]
        rows = [_row(found) for found in parse_many(records)]
        columns = [pa.array([row[at] for row in rows], pa.string()) for at in range(len(_NAMES))]
        yield pa.RecordBatch.from_arrays(columns, names=list(_NAMES))


def register(session: Any, name: str = "newsparse") -> None:  # noqa: ANN401  # a SparkSession
    """Register a SQL function: text of a page to its JSON, null to null.

    Raises:
        MissingExtraError: pyspark is not installed.
    """
    try:
        import pyspark  # noqa: F401  # only whether it is there
    except ImportError as error:
        raise MissingExtraError("newsparse.pipelines.spark", "pyspark", "spark") from error
    session.udf.register(name, _json, "string")


def _row(found: Any) -> tuple[str | None, ...]:  # noqa: ANN401  # a page or a failure
    if not isinstance(found, Page):
        return None, None, None, None, f"{found.error}: {found.message}"
    headline = None if found.headline is None else _sendable(found.headline.text)
    url = None if found.url is None else _sendable(found.url)
    return url, headline, _sendable(found.body.text), found.to_json(), None


def _sendable(text: str) -> str:
    """Replace halves of pairs, which UTF-8 cannot hold; the JSON has them escaped."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


@cache
def _parser() -> Parser:
    return Parser()


def _json(raw: str | None) -> str | None:
    return None if raw is None else _parser().parse(raw).to_json()
