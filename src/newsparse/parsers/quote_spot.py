"""A marked run in its sentence, with what the rules about quotes ask about it."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from newsparse.parsers.cues import Lexicon
from newsparse.parsers.mentions import Scene
from newsparse.parsers.quote_draft import Draft
from newsparse.parsers.quote_languages import BEARERS, INDEFINITE, NAMERS, WHAT
from newsparse.parsers.quote_marks import Paragraph, Run
from newsparse.parsers.quote_text import PUNCT, WORD, Token, last_sign, starts_upper

__all__ = [
    "SENTENCE_WORDS",
    "Spot",
    "bears_name",
    "is_abbreviated",
    "is_address",
    "is_named",
    "make_spot",
    "repeated_words",
    "speaks",
]

MAX_UNCLOSED = 3_000
"""Code points of a run that its paragraph leaves open; a longer one is a stray mark. The longest
real one in the training part of the quotes corpus has 1,391."""


TITLE_WORDS = 8
"""Words up to which a run whose long words are all capitalised is taken for a title."""


SENTENCE_WORDS = 5
"""Words from which a marked run reads as a sentence of its own without other signs."""


REPEATED = 40
"""Code points of marked words that are taken for a name when they come again."""


LETTERS = 6
"""Letters of an abbreviation in brackets behind the name that it stands for."""


BEARER_REACH = 4
"""Tokens behind marked words among which a verb of bearing a name stands."""


NAMED_REACH = 7
"""Tokens between a verb of naming, its opening "what" and the marked name."""


_FINAL = frozenset(".!?…。！？؟")


_SHORT = 3


class Spot(NamedTuple):
    """A marked run in its sentence, with what the rules ask about it."""

    scene: Scene
    tokens: list[Token]
    at: int
    low: int
    high: int
    words: int
    upper: bool
    last: str
    lead: bool
    followed: bool
    title: bool
    again: bool
    moody: bool
    previous: Draft | None

    @property
    def lexicon(self) -> Lexicon:
        """The words of the language."""
        return self.scene.words

    @property
    def before(self) -> str:
        """The token in front, "" at the start."""
        return self.tokens[self.at - 1].low if self.at > self.low else ""

    @property
    def comma(self) -> bool:
        """Whether a comma closes the run, inside or outside the mark."""
        after = self.tokens[self.at + 1].low if self.at + 1 < self.high else ""
        return self.last in (",", "，", "،") or after in (",", "，", "،")

    @property
    def final(self) -> bool:
        """Whether the run ends like a sentence."""
        return self.last in _FINAL


def is_named(spot: Spot) -> bool:
    """Read “what islanders call the "mail boat"”, “calls the price of the "old ship" too high”."""
    if spot.final or spot.words > SENTENCE_WORDS:
        return False
    tokens, article = spot.tokens, spot.before in spot.lexicon.determiners
    verb = spot.at - 1
    while verb > spot.low and spot.at - verb <= NAMED_REACH and tokens[verb].low not in NAMERS:
        verb -= 1
    if tokens[verb].low not in NAMERS:
        return False
    near = spot.at - verb <= 1 + article
    if near and any(t.low in WHAT for t in tokens[max(spot.low, verb - NAMED_REACH) : verb]):
        return True
    return article and spot.before not in INDEFINITE and not near and spot.followed


def is_address(spot: Spot) -> bool:
    """Read “example.org”: one word with a full stop inside it is a site or a file, no speech."""
    run = spot.tokens[spot.at]
    inner = spot.scene.text[run.start + 1 : run.end - 1]
    return spot.words == 1 and "." in inner.strip(".…") and not any(c.isspace() for c in inner)


def bears_name(spot: Spot) -> bool:
    """Read „Weir 3“, so heißt das Stück: a verb of bearing a name follows short words."""
    if spot.final or spot.words > SENTENCE_WORDS or not spot.lead:
        return False
    tokens, reads = spot.tokens, spot.lexicon.reads
    stop = min(len(tokens), spot.at + 1 + BEARER_REACH)
    # "heißt es in dem Brief" reports, "heißt das Stück" does not.
    return any(
        tokens[i].low in BEARERS and not reads.at(tokens, i) for i in range(spot.at + 1, stop)
    )


def is_abbreviated(spot: Spot) -> bool:
    """Read “the "Example Union for Weirs" (EUW)”: a name with its letters behind it."""
    tokens, at = spot.tokens, spot.at + 1
    if spot.final or at + 2 >= len(tokens) or tokens[at].low != "(" or tokens[at + 2].low != ")":
        return False
    letters = spot.scene.text[tokens[at + 1].start : tokens[at + 1].end]
    return tokens[at + 1].kind == WORD and 2 <= len(letters) <= LETTERS and letters.isupper()


def speaks(spot: Spot) -> bool:
    """Whether capitalised words in marks are more than a name: German nouns among small words."""
    before = spot.tokens[spot.at - 1] if spot.at else None
    if before is not None and before.kind == WORD and before.cap:
        return False
    lexicon = spot.lexicon
    run = spot.tokens[spot.at]
    words = spot.scene.text[run.start : run.end].strip('„“"»«').split()
    small = [w for w in words if w[0].islower()]
    if len(words) >= _SHORT and any(
        w not in lexicon.links and w not in lexicon.joiners and w not in lexicon.determiners
        for w in small
    ):
        return True
    return spot.moody and spot.before in lexicon.naming


def make_spot(  # noqa: PLR0913  # the run, its borders and its context, made in one place
    scene: Scene,
    tokens: list[Token],
    at: int,
    low: int,
    high: int,
    run: Run,
    previous: Draft | None,
    *,
    again: frozenset[str],
    moody: bool,
) -> Spot | None:
    """Collect what the rules ask about a run; None for a stray mark or a run without words."""
    text, lexicon = scene.text, scene.words
    inner = text[run.inner : run.inner_end].strip()
    if not run.closed and run.end - run.start > MAX_UNCLOSED:
        return None
    if not any(c.isalnum() for c in inner[:200]):
        return None
    return Spot(
        scene=scene,
        tokens=tokens,
        at=at,
        low=low,
        high=high,
        words=len(inner.split()) if lexicon.spaced else (len(inner) + 1) // 2,
        upper=starts_upper(text, run),
        last=last_sign(text, run),
        lead=all(t.kind == PUNCT for t in tokens[low:at]),
        followed=any(t.kind == WORD for t in tokens[at + 1 : high]),
        title=_is_title(inner, lexicon),
        again=inner in again,
        moody=moody,
        previous=previous,
    )


def _is_title(inner: str, lexicon: Lexicon) -> bool:
    """Whether the words are capitalised as in a headline; never so in German or without case."""
    if lexicon.fragments or not lexicon.spaced:
        return False
    words = inner.rstrip(".,!?;:").split()
    if not 2 <= len(words) <= TITLE_WORDS or any(w[-1] in ".!?" for w in words):
        return False
    long = [w for w in words if len(w) > _SHORT]
    return words[0][0].isupper() and words[-1][0].isupper() and all(w[0].isupper() for w in long)


def repeated_words(text: str, parts: list[Paragraph]) -> frozenset[str]:
    """Return short marked words that stand in the text more than once."""
    counts = Counter(
        text[run.inner : run.inner_end].strip()
        for part in parts
        for run in part.runs
        if run.end - run.start <= REPEATED
    )
    return frozenset(words for words, count in counts.items() if count > 1)
