"""Live blogs: boxes side by side, each with time, title and text, are entries of one frame."""

from __future__ import annotations

import re

from newsparse.labelling.rules.base import Context, Rule, reason
from newsparse.labelling.units import Unit
from newsparse.model.block import Container
from newsparse.model.label import Label

__all__ = ["LIVE_RULES"]

REACH = 6
"""Containers above a block among which its entry's box is."""
ENTRIES_LEAST = 3
"""Boxes with time, title and text from which a page is a live blog; an article's sections have no
times, and cards of other stories are links."""
TIME_WORDS = 8
"""Words of a line that is an entry's time."""
_TIME = re.compile(r"(?<!\d)[012]?\d[:.h][0-5]\d(?!\d)")


class _Box:
    """What one container holds."""

    __slots__ = ("texts", "times", "titles", "units")

    def __init__(self) -> None:
        self.units: list[Unit] = []
        self.titles: list[Unit] = []
        self.times: list[Unit] = []
        self.texts = 0

    @property
    def is_entry(self) -> bool:
        return len(self.titles) == 1 and bool(self.times) and self.texts > 0


def _live_blogs_have_entries(context: Context) -> None:
    if context.document.kind != "html" or not _may_have_entries(context):
        return
    boxes: dict[int, _Box] = {}
    siblings: dict[tuple[int, str], list[int]] = {}
    for unit in context.units:
        container: Container | None = unit.block.container
        for _ in range(REACH):
            if container is None or container.parent is None:
                break
            if container.order not in boxes:
                boxes[container.order] = _Box()
                key = container.parent.order, container.tag
                siblings.setdefault(key, []).append(container.order)
            _put(unit, boxes[container.order], context)
            container = container.parent
    for orders in siblings.values():
        entries = [boxes[order] for order in orders if boxes[order].is_entry]
        if len(entries) >= ENTRIES_LEAST:
            _set_apart(entries)
            return


def _may_have_entries(context: Context) -> bool:
    """Whether the page has titles and texts enough for entries; a no is final."""
    facts = context.scores.facts
    titles = sum(1 for unit in context.units if unit.block.kind == "heading")
    if titles < ENTRIES_LEAST:
        return False
    texts = times = 0
    for unit in context.units:
        fact = facts[unit.index]
        if fact.prose and unit.label is Label.BODY:
            texts += 1
        if times < ENTRIES_LEAST and fact.words <= TIME_WORDS and _TIME.search(unit.text):
            times += 1
    return texts >= ENTRIES_LEAST <= times


def _put(unit: Unit, box: _Box, context: Context) -> None:
    fact = context.scores.facts[unit.index]
    box.units.append(unit)
    if unit.block.kind == "heading" and 2 * unit.block.link_chars <= len(unit.block.text):
        box.titles.append(unit)
    elif fact.words <= TIME_WORDS and _TIME.search(unit.text):
        box.times.append(unit)
    elif fact.prose and unit.label is Label.BODY:
        box.texts += 1


def _set_apart(entries: list[_Box]) -> None:
    why = reason("live blog", "Boxes side by side, each with a time, a title and a text.")
    for number, box in enumerate(entries, 1):
        for unit in box.units:
            unit.entry = number
        box.titles[0].force(Label.HEADLINE, why)
        for unit in box.times:
            unit.force(Label.TIMESTAMP, why)


LIVE_RULES: tuple[Rule, ...] = (
    Rule(
        "live-blogs-have-entries",
        "Boxes with a time, a title and a text each are entries of a live blog.",
        _live_blogs_have_entries,
    ),
)
