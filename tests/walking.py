"""Walks the values of a page, for tests of what holds of every one of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs

from newsparse.model.span import Span

ROLES = (
    "headline",
    "deck",
    "byline",
    "dateline",
    "published",
    "updated",
    "metadata",
    "body",
    "attribution",
    "quotes",
    "captions",
    "teasers",
    "completeness",
    "entries",
)


def values(page: Any) -> Iterator[tuple[str, Any]]:
    """Yield (path, value) of every attrs value under the roles of a page, outermost first."""
    waiting = [(role, getattr(page, role)) for role in ROLES]
    while waiting:
        path, value = waiting.pop()
        if isinstance(value, tuple):
            waiting += [(f"{path}[{at}]", item) for at, item in enumerate(value)]
        elif attrs.has(type(value)) and not isinstance(value, Span):
            yield path, value
            names = [field.name for field in attrs.fields(type(value))]
            waiting += [(f"{path}.{name}", getattr(value, name)) for name in names]


def spans(page: Any) -> Iterator[tuple[str, Span]]:
    """Yield every span under the roles; those of ``url`` dates count elsewhere and are left out."""
    for path, value in values(page):
        if getattr(value, "source", None) == "url":
            continue
        for name in ("span", "cue_span"):
            span = getattr(value, name, None)
            if span is not None:
                yield f"{path}.{name}", span
        for at, piece in enumerate(getattr(value, "pieces", ())):
            yield f"{path}.pieces[{at}]", piece
