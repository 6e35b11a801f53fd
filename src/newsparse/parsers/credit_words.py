"""Cue phrases of credits, ready to be asked word by word. Kept per pack."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from newsparse.languages.schema import Pack
from newsparse.parsers.lexicon import needs_colon, phrase_words

__all__ = ["CreditCues", "Cue", "credit_cues"]


class Cue(NamedTuple):
    """One phrase of a credit.

    Attributes:
        words: Its words, case folded.
        kind: The kind of credit.
        colon: Whether a colon must follow.
    """

    words: tuple[str, ...]
    kind: str
    colon: bool


class CreditCues:
    """Phrases before and after names, by their first word, the longest first.

    Attributes:
        starts: Phrases before the names.
        ends: Phrases after the names.
        firsts: First words of all phrases: a line without any holds no cue.
        stock: Picture houses.
        rights: Reservations of rights, case folded.
        forms: Legal forms of companies.
    """

    __slots__ = ("ends", "firsts", "forms", "rights", "starts", "stock")

    def __init__(self, pack: Pack) -> None:
        starts: dict[str, set[Cue]] = {}
        ends: dict[str, set[Cue]] = {}
        for entry in pack.credit:
            for table, phrases in ((starts, entry.starts), (ends, entry.ends)):
                for phrase in phrases:
                    words = phrase_words(phrase)
                    if words:
                        cue = Cue(words, entry.kind, needs_colon(phrase))
                        table.setdefault(words[0], set()).add(cue)
        self.starts = _sorted(starts)
        self.ends = _sorted(ends)
        self.firsts = frozenset(starts) | frozenset(ends)
        inner = pack.credit_words
        self.stock = frozenset(inner.stock)
        self.rights = inner.rights
        self.forms = frozenset(w.rstrip(".") for w in inner.company_forms)


def _sorted(table: dict[str, set[Cue]]) -> dict[str, tuple[Cue, ...]]:
    return {
        first: tuple(sorted(cues, key=lambda c: (-len(c.words), not c.colon, c)))
        for first, cues in table.items()
    }


@lru_cache(maxsize=64)
def credit_cues(pack: Pack) -> CreditCues:
    """Return the cues of a pack; made once per pack."""
    return CreditCues(pack)
