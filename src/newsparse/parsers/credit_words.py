"""Cue phrases of credits, ready to be asked word by word. Kept per pack."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from newsparse.languages.schema import Pack
from newsparse.parsers.lexicon import needs_colon, phrase_words

__all__ = ["PICTURES", "CreditCues", "Cue", "CueGroup", "credit_cues"]

PICTURES = frozenset(("photo", "video", "graphic", "source"))
"""Kinds of credit that stand under a picture."""

NO_AUTHORS = frozenset(("editing", "translation", "photo", "video", "graphic"))
"""Kinds of credit whose names are no authors, also where they stand among bylines."""

_LETTERS = re.compile(r"[^\W\d_]+")


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


class CueGroup(NamedTuple):
    """Phrases with one first word.

    Attributes:
        single: Phrases of that word alone, those with a colon first.
        longer: Longer ones by their second word, the longest first.
    """

    single: tuple[Cue, ...]
    longer: dict[str, tuple[Cue, ...]]


class CreditCues:
    """Phrases before and after names, by their first word.

    Attributes:
        starts: Phrases before the names.
        ends: Phrases after the names.
        captions: First words of picture cues and source lines, with those that make a caption.
        heads: First words of phrases before names that need no colon.
        colons: Last words of phrases that need one.
        others: Cues of several words or with a colon whose names are no authors, by first word.
        tails: The longest word of each phrase behind names.
        signers: First words of agencies and picture houses.
        stock: Picture houses.
        rights: Reservations of rights, case folded.
        forms: Legal forms of companies.
    """

    __slots__ = (
        "captions",
        "colons",
        "ends",
        "forms",
        "heads",
        "others",
        "rights",
        "signers",
        "starts",
        "stock",
        "tails",
    )

    def __init__(self, pack: Pack) -> None:
        starts = [
            Cue(words, entry.kind, needs_colon(phrase))
            for entry in pack.credit
            for phrase in entry.starts
            if (words := phrase_words(phrase))
        ]
        ends = [
            Cue(words, entry.kind, colon=False)
            for entry in pack.credit
            for phrase in entry.ends
            if (words := phrase_words(phrase))
        ]
        self.starts = _grouped(starts)
        self.ends = _grouped(ends)
        self.captions = _captions(starts)
        self.heads = frozenset(c.words[0] for c in starts if not c.colon)
        self.colons = frozenset(
            letters[-1] for c in starts if (letters := _LETTERS.findall(c.words[-1]))
        )
        self.others: dict[str, tuple[Cue, ...]] = {}
        for cue in sorted(set(starts)):
            if cue.kind in NO_AUTHORS and (cue.colon or len(cue.words) > 1):
                self.others[cue.words[0]] = (*self.others.get(cue.words[0], ()), cue)
        self.tails = frozenset(max(c.words, key=len) for c in ends)
        inner = pack.credit_words
        agencies = {form.casefold() for agency in pack.agency for form in agency.printed}
        self.stock = frozenset(inner.stock) - agencies
        printed = [form for agency in pack.agency for form in (*agency.printed, agency.name)]
        self.signers = frozenset(
            letters[0].casefold()
            for form in (*printed, *inner.stock)
            if (letters := _LETTERS.findall(form))
        )
        self.rights = inner.rights
        self.forms = frozenset(w.rstrip(".") for w in inner.company_forms)


def _grouped(cues: list[Cue]) -> dict[str, CueGroup]:
    groups: dict[str, CueGroup] = {}
    for cue in sorted(set(cues), key=lambda c: (-len(c.words), not c.colon, c)):
        single, longer = groups.get(cue.words[0], CueGroup((), {}))
        if len(cue.words) == 1:
            single = (*single, cue)
        else:
            longer[cue.words[1]] = (*longer.get(cue.words[1], ()), cue)
        groups[cue.words[0]] = CueGroup(single, longer)
    return groups


def _captions(cues: list[Cue]) -> dict[str, tuple[Cue, ...]]:
    """Return cues of pictures that a sentence does not hold by chance, by their first word."""
    found: dict[str, dict[tuple[str, ...], Cue]] = {}
    for cue in sorted(set(cues)):
        if cue.kind in PICTURES and (cue.colon or len(cue.words) > 1):
            found.setdefault(cue.words[0], {}).setdefault(cue.words, cue)
    return {
        first: tuple(sorted(group.values(), key=lambda c: len(c.words)))
        for first, group in found.items()
    }


@lru_cache(maxsize=64)
def credit_cues(pack: Pack) -> CreditCues:
    """Return the cues of a pack; made once per pack."""
    return CreditCues(pack)
