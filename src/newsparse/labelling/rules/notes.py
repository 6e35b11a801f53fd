"""Notes to the reader: corrections, and words about the author under the story."""

from __future__ import annotations

from newsparse.labelling.rules.base import Context, Rule, reason
from newsparse.model.label import Label
from newsparse.parsers.notes import note_label

__all__ = ["NOTE_RULES"]

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


NOTE_RULES: tuple[Rule, ...] = (
    Rule(
        "notes-have-their-label",
        "Corrections and author notes are told by their first words.",
        _notes_have_their_label,
    ),
)
