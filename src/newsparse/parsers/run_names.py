"""Names in a run of words: who of it is a person, and what signs beside them.

In: words without jobs, places and links. Out: people and organisations, added to the reading.
"""

from __future__ import annotations

import re

from newsparse.languages.words import places
from newsparse.parsers.agencies import is_agency
from newsparse.parsers.drafts import Draft, Reading
from newsparse.parsers.lexicon import DEGREE, JUNIOR, NOBODY, ORG, PARTICLE, TITLE, Lexicon
from newsparse.parsers.person import (
    LIKELY,
    MAYBE,
    ORGANISATION,
    SURE,
    is_given,
    is_initial,
    is_initial_glued,
    person_score,
)
from newsparse.parsers.tokens import CAPITAL, GIVEN, STOP, UPPER, Token

__all__ = ["MAX_NAME", "add_names", "is_place", "one_name", "word_end"]

MAX_NAME = 6
"""Words of the longest single name that is read ("Maria José de la Cruz Ortiz")."""
MAX_DEGREE = 5
"""Letters of a degree in capitals behind a full name."""
PLAIN_NAME = CAPITAL | STOP | GIVEN
"""What the words of a plain name can be: nothing else needs a look at each of them."""

_LETTERS = re.compile(r"[^\W\d_]+(?:[ \u00a0][^\W\d_]+){1,2}")


def is_place(text: str, lexicon: Lexicon) -> bool:
    """Whether a text is a known place or region."""
    folded = text.casefold()
    return folded in places() or folded in lexicon.places


def word_end(line: str, token: Token) -> int:
    """End of a word without the full stop of a sentence."""
    end = token.end
    if token.flags & STOP:
        while end > token.start + 1 and line[end - 1] in ".…!?":
            end -= 1
    return end


def add_names(run: list[Token], separator: str, out: Reading) -> int:
    """Add a run without links and jobs as people, organisation, or nothing.

    Returns:
        The number of its words that were used: all or none.
    """
    line = out.line
    start, end = run[0].start, word_end(line, run[-1])
    if run[0].flags & GIVEN and _LETTERS.fullmatch(line, start, end) and _plain(run):
        _person(out, start, end, SURE, full=True)
        return len(run)
    score = person_score(line, run, out.lexicon)
    if score == ORGANISATION or _beside_outlet(line, run, separator, score, out):
        return _organisation(run, separator, out)
    if out.people and separator == "," and _belongs(run, score, start, end, out):
        return len(run)
    if len(run) == 1 and score < MAYBE:
        return 0
    pieces = _split(run)
    if any(len(piece) > MAX_NAME for piece in pieces):
        return 0
    for piece in pieces:
        value = score if len(pieces) == 1 else person_score(line, piece, out.lexicon)
        stop = _name_end(line, piece)
        full = len(piece) > 1 or is_initial_glued(line[piece[0].start : stop])
        _person(out, piece[0].start, stop, value, full=full)
    out.end = end
    return len(run)


def _plain(run: list[Token]) -> bool:
    every = 0
    for token in run:
        every |= token.flags
    return not every & ~PLAIN_NAME


def _person(out: Reading, start: int, end: int, score: float, *, full: bool) -> None:
    """Add a person, with the job that stood in front of the name."""
    person = Draft(start, end, score, full=full)
    if out.lead is not None:
        person.role, person.affiliation = out.lead
        out.lead = None
    out.people.append(person)
    out.end = end


def _beside_outlet(line: str, run: list[Token], separator: str, score: float, out: Reading) -> bool:
    """Whether a run beside a person is rather an outlet than a second person."""
    if not out.people:
        return False
    last = out.people[-1]
    if all(t.flags & UPPER for t in run) and not line[last.start : last.end].isupper():
        return True  # "Ada Example, EXAMPLE POST"
    if separator == "\t":
        return last.full and score < SURE
    return separator == "/" and last.full and MAYBE <= score < LIKELY <= last.score


def _belongs(run: list[Token], score: float, start: int, end: int, out: Reading) -> bool:
    """Read what stands behind a person and a comma: a place, an outlet behind a job."""
    last = out.people[-1]
    text = out.line[start:end]
    if score < SURE and is_place(text, out.lexicon):
        pass
    elif len(run) == 1 and (score < LIKELY or last.full):
        if out.credit:
            out.organisations.append((start, end))
    elif last.role is not None and score < LIKELY:
        last.affiliation = last.affiliation or text
    else:
        return False
    out.end = end
    return True


def _name_end(line: str, run: list[Token]) -> int:
    """End of a name without a degree or a footnote's number behind it."""
    if len(run) > 2 and _degree(line, run):
        return run[-2].end
    end = stop = word_end(line, run[-1])
    if len(run) > 1:
        while stop - run[-1].start > 3 and line[stop - 1].isdigit():
            stop -= 1
    return stop if end - stop <= 2 else end


def _degree(line: str, run: list[Token]) -> bool:
    """Whether a full name ends in letters of a degree or order ("Ada B. Example CPP")."""
    last = run[-1]
    if last.flags & JUNIOR or not last.flags & (DEGREE | UPPER):
        return False
    if not 2 < last.end - last.start <= MAX_DEGREE:
        return False
    return not any(t.flags & UPPER and not is_initial(t, line) for t in run[:-1])


def _organisation(run: list[Token], separator: str, out: Reading) -> int:
    line, lexicon = out.line, out.lexicon
    start, end = run[0].start, word_end(line, run[-1])
    text = line[start:end]
    follows = out.people and separator == "," and not is_agency(text, lexicon.pack)
    if follows and (all(t.flags & DEGREE for t in run) or is_place(text, lexicon)):
        out.end = end
        return len(run)
    tail = _agency_tail(line, run, lexicon) or _outlet_tail(line, run)
    if tail:  # "Ada Example The Associated Press": the agency stands glued behind the name
        stop = word_end(line, run[tail - 1])
        score = person_score(line, run[:tail], lexicon)
        if score == ORGANISATION:
            return 0
        _person(out, start, stop, score, full=True)
        start = run[tail].start
    elif (
        out.people and out.people[-1].affiliation is None and not all(t.flags & NOBODY for t in run)
    ):
        out.people[-1].affiliation = text
    out.organisations.append((start, end))
    out.end = end
    return len(run)


def _agency_tail(line: str, run: list[Token], lexicon: Lexicon) -> int:
    """Index from which the rest of the run is an agency behind a name of two words or more."""
    end = word_end(line, run[-1])
    for k in range(2, min(len(run), MAX_NAME)):
        if is_agency(line[run[k].start : end], lexicon.pack):
            return k if person_score(line, run[:k], lexicon) >= MAYBE else 0
    return 0


def _outlet_tail(line: str, run: list[Token]) -> int:
    """Index from which an outlet stands glued behind a name: "Ada Example Globe Staff"."""
    if len(run) < 4 or not is_given(run[0]) or run[0].flags & ORG:
        return 0
    name = 3 if is_given(run[1]) or is_initial(run[1], line) else 2
    if any(t.flags & (ORG | NOBODY | PARTICLE) for t in run[:name]):
        return 0
    return name if any(t.flags & (ORG | NOBODY) for t in run[name:]) else 0


def _split(run: list[Token]) -> list[list[Token]]:
    """Split names that follow each other without a separator: "Ada Example Ben Sample".

    A new person begins at a known given name behind a word that is none, if two words or more
    stand on both sides.
    """
    if len(run) < 4:
        return [run]
    pieces: list[list[Token]] = [[]]
    for k, token in enumerate(run):
        if len(pieces[-1]) >= 2 and len(run) - k >= 2 and _begins(run[k - 1], token):
            pieces.append([])
        pieces[-1].append(token)
    return pieces


def _begins(before: Token, token: Token) -> bool:
    """Whether a new person's name may begin at ``token``."""
    if not is_given(token) or token.flags & (PARTICLE | JUNIOR):
        return False
    return not is_given(before) and not before.flags & (PARTICLE | TITLE) and len(before.fold) > 1


def one_name(
    line: str, run: list[Token], lexicon: Lexicon, stop: int, *, credit: bool
) -> Reading | None:
    """Read the commonest list, one plain name and nothing else; None for all others."""
    every = 0
    for token in run:
        every |= token.flags
        if token.fold in lexicon.breakers:
            return None
    if every & ~PLAIN_NAME or not run[0].flags & GIVEN or every & STOP:
        return None
    out = Reading(line, lexicon, run[0].start, stop, credit=credit)
    return out if add_names(run, "", out) and out.people else None
