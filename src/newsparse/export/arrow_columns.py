"""The values of pages as Arrow arrays, column by column.

Arrays are put together from their parts, not from rows, so that the dictionary of a closed set of
names is always the whole set in its own order, and what stands under a null is valid, too.
"""

from __future__ import annotations

import datetime as dt
import re
import types
from enum import Enum
from itertools import accumulate
from typing import Any, Union, get_args, get_origin

import attrs

from newsparse.export.arrow_types import arrow_type, struct_members
from newsparse.model.fields import NewsDate

__all__ = ["column", "without_halves"]

_HALF = re.compile("[\ud800-\udfff]")
_DEFAULTS: dict[type, Any] = {str: "", int: 0, float: 0.0, bool: False}


def without_halves(text: str) -> str:
    """Return text with lone surrogates, which Arrow cannot hold, as U+FFFD; the length stays."""
    return _HALF.sub("\ufffd", text)


def column(
    pa: Any,  # noqa: ANN401  # pyarrow
    kind: Any,  # noqa: ANN401  # any annotation
    values: list[Any],
    *,
    nullable: bool,
    large: bool = False,
) -> Any:  # noqa: ANN401  # pyarrow
    """Return an array of the model's values.

    Args:
        pa: The module pyarrow.
        kind: Their annotation.
        values: The values; None is null if ``nullable``, else it stands under a null and becomes an
            empty value.
        nullable: Whether the field may be null.
        large: Whether text needs 64-bit offsets.
    """
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        options = [option for option in get_args(kind) if option is not types.NoneType]
        if set(options) <= {dt.date, dt.datetime}:
            return column(pa, str, [_iso(value) for value in values], nullable=nullable)
        return column(pa, options[0], values, nullable=nullable)
    if origin is tuple:
        return _lists(pa, kind, values)
    if issubclass(kind, Enum):
        return _names(pa, kind, values, nullable=nullable)
    if attrs.has(kind):
        return _structs(pa, kind, values, nullable=nullable)
    if kind is dt.datetime:
        return pa.array(values, pa.timestamp("us", tz="UTC"))
    if kind is str:
        values = [None if value is None else without_halves(value) for value in values]
    if not nullable:
        values = [_DEFAULTS[kind] if value is None else value for value in values]
    return pa.array(values, pa.large_string() if large else arrow_type(pa, kind))


def _iso(value: dt.date | dt.datetime | None) -> str | None:
    return None if value is None else value.isoformat()


def _lists(pa: Any, kind: Any, values: list[Any]) -> Any:  # noqa: ANN401  # pyarrow
    known = [() if value is None else value for value in values]
    offsets = pa.array([0, *accumulate(map(len, known))], pa.int32())
    flat = [item for value in known for item in value]
    items = column(pa, get_args(kind)[0], flat, nullable=False)
    return pa.ListArray.from_arrays(offsets, items, type=arrow_type(pa, kind))


def _names(pa: Any, kind: type[Enum], values: list[Any], *, nullable: bool) -> Any:  # noqa: ANN401  # pyarrow is an extra
    place = {member: at for at, member in enumerate(kind)}
    empty = None if nullable else 0
    indices = [empty if value is None else place[value] for value in values]
    names = pa.array([member.value for member in kind], pa.string())
    return pa.DictionaryArray.from_arrays(pa.array(indices, pa.int8()), names)


def _structs(pa: Any, kind: Any, values: list[Any], *, nullable: bool) -> Any:  # noqa: ANN401  # pyarrow is an extra
    members = struct_members(kind)
    arrays = [
        column(
            pa,
            one.kind,
            [None if value is None else _read(value, one.name) for value in values],
            nullable=one.nullable,
            large=one.large,
        )
        for one in members
    ]
    mask = pa.array([value is None for value in values], pa.bool_()) if nullable else None
    fields = [one.field(pa) for one in members]
    return pa.StructArray.from_arrays(arrays, fields=fields, mask=mask)


def _read(value: Any, name: str) -> Any:  # noqa: ANN401  # values of any class
    if isinstance(value, NewsDate) and name == "instant":
        return _instant(value)
    return getattr(value, name)


def _instant(date: NewsDate) -> dt.datetime | None:
    value = date.value
    if not isinstance(value, dt.datetime) or value.utcoffset() is None:
        return None
    try:
        return value.astimezone(dt.UTC)
    except OverflowError:  # in the first or last hours that Python's calendar knows
        return None
