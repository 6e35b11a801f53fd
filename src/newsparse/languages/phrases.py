"""Boilerplate phrases: does one block's text read like a known button, heading or notice?

In: the text of one block. Out: kind of boilerplate, how much of the text the phrase is, and
whether such a heading opens a section of that kind. Words are in the packs' ``[[boilerplate]]``
tables; this is evidence for the labeller, never a verdict.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Literal

from newsparse.languages.letters import letter_runs
from newsparse.languages.schema import BoilerplateEntry, Pack
from newsparse.model.label import BoilerplateKind

__all__ = ["BoilerplateMatcher", "How", "boilerplate_matcher"]

How = Literal["whole", "starts", "contains"]
Hit = tuple[BoilerplateKind, How, bool]

MAX_WHOLE = 160
"""Code points of a text that may be one phrase, or a row of phrases ("Privacy | Terms | Contact").
The longest phrase has 115; footer rows of the training part are seldom longer than this."""
MAX_STARTS = 600
"""Code points of a text whose first words are looked at: consent notices run to some 500, while
a story's paragraph that long says something of its own."""
MAX_CONTAINS = 300
"""Code points of a text that is searched for a phrase: about thirty words, as the schema says."""
MAX_OPENING = 60
"""Code points of a heading that may open a section by its first words ("More from Example")."""

_EDGES = " \t\n\r#()[]{}*:.,;!?…‥。：！？›‹→←↑↓▶▸►>|•·●○■–—-+/\\【】《》、✓✔×¡¿\xa0«»"
"""What may stand around a phrase without changing it: bullets, arrows, counts, stops, marks."""
_SAME = str.maketrans(
    "άέήίόύώϊϋΐΰёأإآىٱ’",
    "αεηιουωιυιυеااايا'",
    "\u0307\u0640" + "".join(map(chr, range(0x64B, 0x653))),
)
"""Letters that a page prints with or without a mark: Greek accents, which capitals lack, Russian ё,
Arabic hamza and vowel signs, and the dot that Python's folding leaves behind a Turkish İ."""
_NUMBER = re.compile(r"\d++(?:[.,]\d++)*+")
_ROW = re.compile(r"\s*+[|•·]\s*+")


class BoilerplateMatcher:
    """Looks texts up in the phrases of one pack; made by ``boilerplate_matcher``."""

    __slots__ = ("_holding", "_loose", "_openings", "_starts", "_whole")

    def __init__(self, entries: Iterable[BoilerplateEntry]) -> None:
        self._whole: dict[str, Hit] = {}
        self._starts: dict[str, tuple[tuple[str, ...], dict[str, Hit]]] = {}
        self._openings: dict[str, tuple[tuple[str, ...], dict[str, Hit]]] = {}
        self._holding: dict[str, list[tuple[str, Hit]]] = {}
        self._loose: list[tuple[str, Hit]] = []
        starts: dict[str, Hit] = {}
        openings: dict[str, Hit] = {}
        for entry in entries:
            kind = BoilerplateKind(entry.kind)
            for phrase in entry.whole:
                self._add_whole(_key(phrase), kind, opens=entry.opens)
            for phrase in entry.starts:
                target = openings if entry.opens else starts
                target.setdefault(_folded(phrase), (kind, "starts", entry.opens))
            for phrase in entry.contains:
                self._add_holding(_folded(phrase), (kind, "contains", False))
        for phrases, index in ((starts, self._starts), (openings, self._openings)):
            for prefix in {phrase[:2] for phrase in phrases}:
                found = {p: hit for p, hit in phrases.items() if p[:2] == prefix}
                index[prefix] = (tuple(sorted(found, key=len, reverse=True)), found)

    def match(self, text: str, key: str = "") -> Hit | None:
        """Return kind, ``"whole"``, ``"starts"`` or ``"contains"``, and whether it opens a section.

        Args:
            text: One block's text, of any length; the cost does not grow beyond 600 code points.
            key: The same in lower case, white space squeezed, if it is known.

        Returns:
            The hit that covers most of the text, or None.
        """
        size = len(text)
        if size > MAX_STARTS:
            return None
        folded = _NUMBER.sub("#", key) if key and key.isascii() else _folded(text)
        if size <= MAX_WHOLE:
            key = _stripped(folded)
            hit = self._whole.get(key)
            # "3. Facebook" is an item of the story's own list, "3 comments" is a count.
            if hit is not None and not folded.startswith(("#.", "#)")):
                return hit
            if "|" in folded or "•" in folded or "·" in folded:
                hit = self._row(folded)
                if hit is not None:
                    return hit
            if size <= MAX_OPENING:
                hit = _first_words(self._openings, key)
                if hit is not None:
                    return hit
        hit = _first_words(self._starts, folded)
        if hit is None and size <= MAX_CONTAINS:
            hit = self._inside(folded)
        return hit

    def _add_whole(self, key: str, kind: BoilerplateKind, *, opens: bool) -> None:
        # A heading that opens a section is more telling than the same words as a button.
        if key and (key not in self._whole or (opens and not self._whole[key][2])):
            self._whole[key] = (kind, "whole", opens)

    def _add_holding(self, phrase: str, hit: Hit) -> None:
        words = letter_runs(phrase)
        if len(words) < 2:
            self._loose.append((phrase, hit))  # Japanese, Chinese: words do not stand apart
        else:
            self._holding.setdefault(max(words, key=len), []).append((phrase, hit))

    def _row(self, folded: str) -> Hit | None:
        """Return the commonest kind of a row whose parts are mostly phrases."""
        parts = [part for part in _ROW.split(folded) if part]
        hits = [hit for part in parts if (hit := self._whole.get(_stripped(part))) is not None]
        if len(hits) < 2 or len(hits) * 2 < len(parts):
            return None
        kinds = [hit[0] for hit in hits]
        return max(kinds, key=lambda kind: (kinds.count(kind), -kinds.index(kind))), "whole", False

    def _inside(self, folded: str) -> Hit | None:
        for phrase, hit in self._loose:
            if phrase in folded:
                return hit
        if self._holding:
            for word in letter_runs(folded):
                for phrase, hit in self._holding.get(word, ()):
                    if phrase in folded:
                        return hit
        return None


@lru_cache(maxsize=64)
def boilerplate_matcher(pack: Pack) -> BoilerplateMatcher:
    """Return the matcher of a pack; the same object for the same pack."""
    return BoilerplateMatcher(pack.boilerplate)


def _folded(text: str) -> str:
    """Return the text in folded case, white space squeezed, numbers as ``#``."""
    folded = " ".join(text.casefold().split())
    if not folded.isascii():
        folded = folded.translate(_SAME)
    return _NUMBER.sub("#", folded)


def _stripped(folded: str) -> str:
    return folded.strip(_EDGES)


def _key(text: str) -> str:
    return _stripped(_folded(text))


def _first_words(
    index: dict[str, tuple[tuple[str, ...], dict[str, Hit]]], folded: str
) -> Hit | None:
    for prefix in (folded[:2], folded[:1]):
        bucket = index.get(prefix)
        if bucket is None or not folded.startswith(bucket[0]):
            continue
        for phrase in bucket[0]:
            end = len(phrase)
            # "share on" must not open "share ontology"; Japanese and Chinese have no word ends.
            if folded.startswith(phrase) and (
                not folded[end : end + 1].isalpha() or not phrase[-1].isalpha() or phrase[-1] > "⺀"
            ):
                return bucket[1][phrase]
    return None
