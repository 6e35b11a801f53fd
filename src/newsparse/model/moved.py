"""Moves a value from a text view to the caller's string."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import lru_cache
from typing import Any, TypeVar, cast

import attrs

from newsparse.model.span import Span, hull

__all__ = ["Mapper", "moved"]

T = TypeVar("T")
Mapper = Callable[[Span], tuple[Span, ...]]


def moved(value: T, pieces_of: Mapper) -> T:
    """Return ``value`` with every span in it mapped.

    Args:
        value: A role value, or a tuple of them; spans count in a text view.
        pieces_of: Gives the source runs of a span of the view; at least one for a span that is not
            empty.

    Returns:
        The same value counting in the source: ``pieces`` are the runs, ``span`` their hull.
    """
    return cast("T", _moved(value, pieces_of))


def _moved(value: Any, pieces_of: Mapper) -> Any:  # noqa: ANN401  # values of any class
    if isinstance(value, Span):
        return hull(pieces_of(value)) if len(value) else value
    if isinstance(value, tuple):
        return tuple(_moved(item, pieces_of) for item in value)
    changes: dict[str, Any] = {}
    for name in _fields(cast("Hashable", type(value))):
        old = getattr(value, name)
        if name == "pieces":
            changes["pieces"] = tuple(run for piece in old for run in pieces_of(piece))
        elif old and not isinstance(old, (str, float, int)):
            new = _moved(old, pieces_of)
            if new is not old:
                changes[name] = new
    if changes.get("pieces"):
        changes["span"] = hull(changes["pieces"])
    return attrs.evolve(value, **changes) if changes else value


@lru_cache(maxsize=256)
def _fields(kind: Hashable) -> tuple[str, ...]:
    """Names of the fields of a class; none where it holds no spans. ``span`` follows ``pieces``."""
    names: tuple[str, ...] = ()
    if isinstance(kind, type) and attrs.has(kind):
        names = tuple(field.name for field in attrs.fields(kind))
    return tuple(name for name in names if name != "span" or "pieces" not in names)
