"""Values to plain data and back: what ``to_dict``, ``from_dict`` and ``to_json`` stand on.

attrs classes become dicts, tuples lists, enums their value, dates ISO strings, spans
``[start, end]``. Reading back goes by the classes' annotations, so a dict carries no type names.
"""

from __future__ import annotations

import datetime as dt
import types
from collections.abc import Mapping
from enum import Enum
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

import attrs

from newsparse.errors import InputError
from newsparse.model.span import Span

__all__ = ["from_plain", "to_plain"]


def to_plain(value: Any) -> Any:  # noqa: ANN401  # walks values of any class
    """Return ``value`` as dicts, lists, strings, numbers, booleans and None."""
    if value is None or isinstance(value, (str, int, float)):
        return value.value if isinstance(value, Enum) else value
    if isinstance(value, Span):
        return [value.start, value.end]
    if isinstance(value, (tuple, list)):
        return [to_plain(item) for item in value]
    if isinstance(value, (dt.datetime, dt.date)):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): to_plain(item) for key, item in value.items()}
    kind: Any = type(value)
    return {name: to_plain(getattr(value, name)) for name in _field_names(kind)}


def from_plain(kind: Any, data: Any, where: str = "") -> Any:  # noqa: ANN401  # any annotation
    """Return ``data`` as a value of the annotated type.

    Args:
        kind: A class or annotation of the model.
        data: What ``to_plain`` gave.
        where: Path of the value, for the message.

    Raises:
        InputError: ``data`` does not have the shape; the message names the place.
    """
    try:
        return _read(kind, data, where)
    except (TypeError, ValueError, KeyError) as error:
        if isinstance(error, InputError):
            raise
        raise InputError(f"{where or 'value'}: cannot be read as {kind!r}: {error}") from error


def _read(kind: Any, data: Any, where: str) -> Any:  # noqa: ANN401  # any annotation
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return _read_union(get_args(kind), data, where)
    if origin is tuple:
        if not isinstance(data, (list, tuple)):
            raise InputError(f"{where}: takes a list, got {type(data).__name__}")
        item = get_args(kind)[0]
        return tuple(from_plain(item, d, f"{where}[{i}]") for i, d in enumerate(data))
    if kind is Span:
        start, end = data
        return Span(start, end)
    if kind in (dt.datetime, dt.date):
        return kind.fromisoformat(data)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(data)
    if isinstance(kind, type) and attrs.has(kind):
        return _read_class(kind, data, where)
    if kind is float and isinstance(data, int) and not isinstance(data, bool):
        return float(data)
    if type(data) is not kind:
        raise InputError(f"{where}: takes {kind.__name__}, got {type(data).__name__}")
    return data


def _read_union(options: tuple[Any, ...], data: Any, where: str) -> Any:  # noqa: ANN401  # plain data
    if data is None:
        if type(None) in options:
            return None
        raise InputError(f"{where}: None is not accepted")
    rest = [option for option in options if option is not type(None)]
    if set(rest) == {dt.date, dt.datetime}:
        return (dt.datetime if "T" in data else dt.date).fromisoformat(data)
    for option in rest:
        if isinstance(option, type) and issubclass(option, Enum) and data not in list(option):
            continue
        return from_plain(option, data, where)
    raise InputError(f"{where}: {data!r} is not accepted")


def _read_class(kind: type, data: Any, where: str) -> Any:  # noqa: ANN401  # plain data
    if not isinstance(data, Mapping):
        raise InputError(f"{where}: takes a dict, got {type(data).__name__}")
    hints = _hints(kind)
    names = _field_names(kind)
    unknown = sorted(set(data) - set(names))
    if unknown:
        raise InputError(f"{where}: {unknown[0]!r} is unknown; use {', '.join(names)}")
    prefix = f"{where}." if where else ""
    return kind(**{n: from_plain(hints[n], data[n], prefix + n) for n in names if n in data})


@cache
def _field_names(kind: Any) -> tuple[str, ...]:  # noqa: ANN401  # an attrs class
    return tuple(attrs.fields_dict(kind))


@cache
def _hints(kind: Any) -> dict[str, Any]:  # noqa: ANN401  # an attrs class
    return get_type_hints(kind)
