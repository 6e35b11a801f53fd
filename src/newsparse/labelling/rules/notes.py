"""Notes to the reader: corrections, and words about the author under the story."""

from __future__ import annotations

from newsparse.labelling.rules.base import Context, Rule, reason
from newsparse.model.label import Label
from newsparse.parsers.byline import parse_byline
from newsparse.parsers.notes import note_label

__all__ = ["NOTE_RULES"]

LEAST_BODY = 2
"""Paragraphs a story needs before its last one can be about its author."""
LEAST_WORDS = 5
"""Words of the shortest sentence about somebody."""
CLOSING = 4
"""Blocks from the body's last paragraph on that are looked at."""
NOTE_WORDS = 90
"""Words of the longest note looked for; longer blocks are text."""


def _notes_have_their_label(context: Context) -> None:
    why = reason("note", "It opens like a note to the reader.")
    for unit in context.units:
        if unit.label not in (Label.BODY, Label.BOILERPLATE, Label.DECK, Label.CAPTION):
            continue
        fact = context.scores.facts[unit.index]
        if not 3 <= fact.words <= NOTE_WORDS or fact.phrase is not None:
            continue
        label = note_label(unit.text, pack=context.pack)
        if label is not None:
            unit.force(label, why)


def _notes_name_the_author(context: Context) -> None:
    """A closing paragraph that begins with the name of who signs is about them."""
    why = reason("author's name", "It closes the story and begins with the name that signs it.")
    names = [
        person.name
        for unit in context.units
        if unit.label is Label.BYLINE
        and (found := parse_byline(unit.text, pack=context.pack, expected=True)) is not None
        for person in found.authors
        if " " in person.name
    ]
    body = [i for i, u in enumerate(context.units) if u.label is Label.BODY]
    if not names or len(body) < LEAST_BODY:
        return
    for unit in context.units[body[-1] : body[-1] + CLOSING]:
        if unit.label not in (Label.BODY, Label.BOILERPLATE):
            continue
        words = context.scores.facts[unit.index].words
        if LEAST_WORDS <= words <= NOTE_WORDS and unit.text.startswith(tuple(names)):
            unit.force(Label.AUTHOR_NOTE, why)


NOTE_RULES: tuple[Rule, ...] = (
    Rule(
        "notes-have-their-label",
        "Corrections and author notes are told by their first words.",
        _notes_have_their_label,
    ),
    Rule(
        "notes-name-the-author",
        "A closing paragraph that begins with the author's name is a note about them.",
        _notes_name_the_author,
    ),
)
