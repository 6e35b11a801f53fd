"""People and organisations while a line is being read: mutable, one line long."""

from __future__ import annotations

from newsparse.model.fields import Person
from newsparse.model.span import Span
from newsparse.parsers.lexicon import Lexicon

__all__ = ["Draft", "Reading", "clean_name"]

_INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"


class Draft:
    """A person while the line is being read; offsets into the line.

    Attributes:
        start: Of the name.
        end: Of the name, exclusive.
        score: How surely it is a person's name, see ``person_score``.
        full: Whether it has two words or more, or initials glued to a surname.
        role: Job as printed, or None.
        role_start: Where the job begins behind the name, or -1.
        affiliation: Outlet as printed, or None.
        email: Address, or None.
        handle: Account, or None.
    """

    __slots__ = (
        "affiliation",
        "email",
        "end",
        "full",
        "handle",
        "role",
        "role_start",
        "score",
        "start",
    )

    def __init__(self, start: int, end: int, score: float, *, full: bool) -> None:
        self.start = start
        self.end = end
        self.score = score
        self.full = full
        self.role: str | None = None
        self.role_start = -1
        self.affiliation: str | None = None
        self.email: str | None = None
        self.handle: str | None = None

    def person(self, line: str) -> Person:
        """Return the frozen value."""
        return Person(
            name=clean_name(line[self.start : self.end]),
            role=self.role,
            affiliation=self.affiliation,
            email=self.email,
            handle=self.handle,
            span=Span(self.start, self.end),
        )


def clean_name(text: str) -> str:
    """Return a name as read: invisible characters gone, white space squeezed."""
    if text.isprintable() and "  " not in text:
        return text
    for mark in _INVISIBLE:
        text = text.replace(mark, "")
    return " ".join(text.split())


class Reading:
    """What a list of people gave.

    Attributes:
        line: The line that is read.
        lexicon: Its words.
        credit: Whether the list stands in a credit: there a lone unknown word is an organisation
            and words such as "via" lead to the next name.
        people: In printed order.
        organisations: Spans of organisations that sign beside or instead of people.
        lead: Job and outlet that stand in front of the next name, or None.
        more: Set by a run's reader where the list goes on inside the run.
        stop: Index of the token the list ends before.
        end: Offset in the line after the last thing that belongs to the list.
        clean: Whether the list ended at a separator, a date or the end, not in the middle of words.
    """

    __slots__ = (
        "clean",
        "credit",
        "end",
        "lead",
        "lexicon",
        "line",
        "more",
        "organisations",
        "people",
        "stop",
    )

    def __init__(
        self, line: str, lexicon: Lexicon, end: int, stop: int, *, credit: bool = False
    ) -> None:
        self.line = line
        self.lexicon = lexicon
        self.credit = credit
        self.people: list[Draft] = []
        self.organisations: list[tuple[int, int]] = []
        self.lead: tuple[str, str | None] | None = None
        self.more = False
        self.stop = stop
        self.end = end
        self.clean = True
