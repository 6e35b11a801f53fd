"""Moves a value from a text view to the caller's string."""

from __future__ import annotations

from collections.abc import Callable
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
    if not attrs.has(type(value)):
        return value
    changes: dict[str, Any] = {}
    for field in attrs.fields(type(value)):
        old = getattr(value, field.name)
        if field.name == "pieces":
            changes["pieces"] = tuple(run for piece in old for run in pieces_of(piece))
        elif isinstance(old, (Span, tuple)) or attrs.has(type(old)):
            changes[field.name] = _moved(old, pieces_of)
    if changes.get("pieces"):
        changes["span"] = hull(changes["pieces"])
    return attrs.evolve(value, **changes)
