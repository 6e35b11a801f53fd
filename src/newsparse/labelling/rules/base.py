"""What a rule is and what it may look at."""

from __future__ import annotations

from collections.abc import Callable

from attrs import frozen

from newsparse.labelling.scores import Scores
from newsparse.labelling.units import Unit
from newsparse.languages.schema import Pack
from newsparse.model.block import Document
from newsparse.model.evidence import Evidence
from newsparse.model.fields import NewsDate
from newsparse.model.label import Label

__all__ = [
    "UNCLAIMED",
    "Context",
    "Rule",
    "ends_sentence",
    "is_of_the_web",
    "letters_of",
    "reason",
]

RULE_POINTS = 9.0
"""Points at which a rule is listed among features: above what any one feature gives."""

UNCLAIMED = (
    Label.BOILERPLATE,
    Label.SUBHEAD,
    Label.KICKER,
    Label.TEASER,
    Label.AUTHOR_NOTE,
    Label.BODY,
)
"""Labels that a line keeps only until a rule sees that it signs or dates the story."""
FIRST_YEAR = 1990
"""Year of the first web pages: on one of them an older date is a birthday or a building's."""
_CLOSERS = "\"'”’»«“)]）」』› "


class Context:
    """A page in the making; rules change ``units`` in place or put a new list there."""

    __slots__ = ("document", "pack", "scores", "units")

    def __init__(self, document: Document, pack: Pack, scores: Scores, units: list[Unit]) -> None:
        self.document = document
        self.pack = pack
        self.scores = scores
        self.units = units

    def replace(self, parts: dict[int, list[Unit]]) -> None:
        """Put parts in place of whole units, by ``id`` of the unit; linear in the units."""
        if parts:
            self.units = [part for unit in self.units for part in parts.get(id(unit), (unit,))]


@frozen
class Rule:
    """One rule.

    Attributes:
        name: What ``Page.explain`` shows.
        why: One sentence.
        apply: Changes the units of a page; linear in them.
    """

    name: str
    why: str
    apply: Callable[[Context], None]


def is_of_the_web(date: NewsDate, context: Context) -> bool:
    """Whether a printed date can be that of the page; texts may be older than the web."""
    return context.document.kind != "html" or date.value.year >= FIRST_YEAR


def letters_of(text: str) -> str:
    """Return letters and digits only, case folded: what two prints of one text share."""
    return "".join(c for c in text.casefold() if c.isalnum())


def ends_sentence(text: str) -> bool:
    """Return whether a text ends like a sentence, marks of quotation and brackets aside."""
    return text.rstrip(_CLOSERS).endswith((".", "!", "?", "。", "！", "？", "…"))


def reason(name: str, why: str) -> Evidence:
    """Return the evidence that a rule leaves on a unit."""
    return Evidence(name, RULE_POINTS, why)
