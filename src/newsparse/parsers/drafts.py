"""People and organisations while a line is being read: mutable, one line long."""

from __future__ import annotations

from newsparse.model.fields import Person
from newsparse.model.span import Span

__all__ = ["Draft", "Reading", "clean_name"]


class Draft:
    """A person while the line is being read; offsets into the line."""

    __slots__ = (
        "affiliation",
        "email",
        "end",
        "handle",
        "role",
        "role_start",
        "score",
        "start",
        "words",
    )

    def __init__(self, start: int, end: int, score: float, words: int) -> None:
        self.start = start
        self.end = end
        self.score = score
        self.words = words
        self.role: str | None = None
        self.role_start = -1
        self.affiliation: str | None = None
        self.email: str | None = None
        self.handle: str | None = None

    @property
    def full(self) -> bool:
        """Whether the name has two words or more, or initials glued to a surname."""
        return self.words > 1

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
    if text.isascii():
        return text if "  " not in text and "\t" not in text else " ".join(text.split())
    for mark in "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff":
        text = text.replace(mark, "")
    return " ".join(text.split())


class Reading:
    """What a list of people gave.

    Attributes:
        people: In printed order.
        organisations: Spans of organisations that sign beside or instead of people.
        stop: Index of the token the list ends before.
        end: Offset in the line after the last thing that belongs to the list.
        credit: Whether the list stands in a credit: there a lone unknown word is an organisation
            and words such as "via" lead to the next name.
        clean: Whether the list ended at a separator, a date or the end, not in the middle of words.
    """

    __slots__ = ("clean", "credit", "end", "organisations", "people", "stop")

    def __init__(self, end: int, stop: int, *, credit: bool = False) -> None:
        self.credit = credit
        self.people: list[Draft] = []
        self.organisations: list[tuple[int, int]] = []
        self.stop = stop
        self.end = end
        self.clean = True
