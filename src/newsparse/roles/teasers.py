"""Teasers of a page: pointers to other stories."""

from __future__ import annotations

from newsparse.labelling.rules.sections import is_title_like
from newsparse.labelling.units import Unit
from newsparse.model.fields import Teaser
from newsparse.model.label import Label
from newsparse.model.span import Span, hull
from newsparse.roles.story import squeezed

__all__ = ["read_teasers"]


def read_teasers(units: list[Unit]) -> tuple[Teaser, ...]:
    """Return the teasers in page order; a title begins one, text under it belongs to it."""
    groups: list[list[Unit]] = []
    previous: Unit | None = None
    for unit in units:
        if unit.label is not Label.TEASER:
            previous = None
            continue
        goes_on = previous is not None and not is_title_like(unit)
        if goes_on and len(groups[-1]) < 3:
            groups[-1].append(unit)
        else:
            groups.append([unit])
        previous = unit
    return tuple(teaser for group in groups if (teaser := _teaser(group)) is not None)


def _teaser(group: list[Unit]) -> Teaser | None:
    pieces: tuple[Span, ...] = tuple(piece for unit in group for piece in unit.pieces)
    if not pieces:
        return None
    titled = is_title_like(group[0]) or len(group) > 1
    text = squeezed(" ".join(unit.text for unit in (group[1:] if titled else group)))
    address = next(
        (i.value for unit in group for i in unit.block.inlines if i.kind == "a" and i.value), None
    )
    return Teaser(
        headline=squeezed(group[0].text) if titled else None,
        text=text or None,
        span=hull(pieces),
        pieces=pieces,
        url=address,
    )
