"""Plain documents that say only what is known."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from newsparse.export.characters import encodable

__all__ = ["known"]

Plain = dict[str, Any]


def known(document: Mapping[str, Any]) -> Plain:
    """Return a document without its empty values, at any depth, its strings encodable.

    A list or dict that becomes empty is left out, too; ``False`` and 0 are values and stay. Depth
    is that of the formats, a handful.
    """
    found = {key: _known(value) for key, value in document.items()}
    return {key: value for key, value in found.items() if not _is_empty(value)}


def _known(value: Any) -> Any:  # noqa: ANN401  # any JSON value
    if isinstance(value, str):
        return encodable(value)
    if isinstance(value, Mapping):
        return known(value)
    if isinstance(value, (list, tuple)):
        return [item for item in map(_known, value) if not _is_empty(item)]
    return value


def _is_empty(value: Any) -> bool:  # noqa: ANN401  # any JSON value
    return value is None or (isinstance(value, (str, dict, list)) and not value)
