"""One run of words in a list of people: name, job, outlet, place, in any usual order.

"Ada Example Deputy Editor", "AP writer Ben Sample in Porto", "Senior Reporter", "The Example Post".
In: words without separators, and what stood before them. Out: people and organisations, added to
the reading; the number of words used.
"""

from __future__ import annotations

from newsparse.parsers.agencies import is_agency
from newsparse.parsers.drafts import Draft, Reading
from newsparse.parsers.lexicon import (
    AFFILIATION,
    DROP,
    FUNCTION,
    HEAD,
    JUNIOR,
    ORG,
    PARTICLE,
    PLACE,
    TITLE,
    Lexicon,
)
from newsparse.parsers.person import MAYBE, ORGANISATION, is_given, is_initial, person_score
from newsparse.parsers.run_jobs import job_at, job_before_name, last_job, leading_job
from newsparse.parsers.run_names import PLAIN_NAME, add_names, is_place, word_end
from newsparse.parsers.tokens import CAPITAL, LOWER, MARK, NUMBER, Token, match_phrase

__all__ = ["read_run"]

MAX_DESCRIBED = 4
"""Words in small letters behind a name and a comma that are taken for a job ("pastry chef")."""
MIN_SIGN = 3
"""Letters from which small letters behind "Ada Example/" are an outlet ("rbb"), not initials."""
MAX_LINKED = 3
"""Words of "in seo": the section of a blog, behind a full name."""


def read_run(run: list[Token], separator: str, out: Reading) -> int:
    """Take what can be taken from a run; returns how many of its words that were."""
    every = 0
    for token in run:
        every |= token.flags
    if not every & ~PLAIN_NAME and not _owner_at(run, out):
        return add_names(run, separator, out)
    first = run[0]
    if len(run) == 1 and first.flags & (LOWER | JUNIOR) and _small(first, separator, out):
        return 1
    if all(token.flags & (DROP | NUMBER) for token in run):
        out.end = run[-1].end if out.people or out.organisations else out.end
        return len(run)
    if out.people and first.flags & (PLACE | AFFILIATION) and not is_given(first):
        return _after_link(run, out)
    owner = _owner_at(run, out)
    if owner:  # "EXAMPLE's Ada Sample": the outlet lends its name in front
        out.organisations.append((first.start, run[owner - 1].end - 2))
        out.more = True
        return owner
    if every & HEAD:
        at = job_at(run, out, separator)
        if at >= 0:
            return _with_job(run, at, out)
    return _without_job(run, separator, out)


def _with_job(run: list[Token], at: int, out: Reading) -> int:
    """Read a run that holds a job: before the name, behind it, or alone."""
    stop = leading_job(run, at, out)
    if stop:
        return job_before_name(run, at, stop, out)
    before = run[:at]
    if before:
        if person_score(out.line, before, out.lexicon) == ORGANISATION:
            out.organisations.append((before[0].start, before[-1].end))
        else:
            cut = _cut(before, out)
            used = add_names(before[:cut], "", out) if cut else 0
            if used < at or not out.people:
                return used
    return at + last_job(run[at:], out)


def _without_job(run: list[Token], separator: str, out: Reading) -> int:
    """Read a name, and a place or outlet behind it."""
    cut = _cut(run, out)
    if cut == 0:
        if separator == "," and _described(run, out):
            end = word_end(out.line, run[-1])
            out.people[-1].role = out.people[-1].role or out.line[run[0].start : end]
            out.end = end
            return len(run)
        return _lower_name(run, separator, out)
    used = add_names(run[:cut], separator, out)
    if used < cut or cut == len(run) or not (out.people or out.organisations):
        return used
    if cut == len(run) - 1 and run[cut].flags & CAPITAL:
        return len(run)
    words = _link_phrase(run, cut, out.lexicon) if run[cut].fold in out.lexicon.phrases else 0
    if words:
        return cut + words - 1 + _after_link(run[cut + words - 1 :], out)
    if run[cut].flags & (PLACE | AFFILIATION):
        return cut + _after_link(run[cut:], out)
    return cut


def _described(run: list[Token], out: Reading) -> bool:
    """Whether words in small letters behind a full name and a comma are a job."""
    if not out.people or not out.people[-1].full or len(run) > MAX_DESCRIBED:
        return False
    return not any(t.flags & (FUNCTION | NUMBER) for t in run)


def _owner_at(run: list[Token], out: Reading) -> int:
    """Index behind a possessive before a name, or 0."""
    line = out.line
    for k in range(1, len(run)):
        end = run[k - 1].end
        if line[end - 1] == "s" and line[end - 2] in "'’" and is_given(run[k]):
            return k
    return 0


# --- links ---


def _after_link(run: list[Token], out: Reading) -> int:
    """Read "in Porto", "for The Example Post", "via Example Images"."""
    link = run[0]
    if len(run) == 1:
        out.more = out.credit and bool(link.flags & AFFILIATION)
        return int(out.more)
    if not run[1].flags & (CAPITAL | FUNCTION | NUMBER) and not is_place(run[1].fold, out.lexicon):
        short = len(run) <= MAX_LINKED and out.people and out.people[-1].full
        return len(run) if short and link.flags & PLACE else 0
    if out.credit and link.flags & AFFILIATION and not link.flags & PLACE:
        out.more = True
        return 1
    end = word_end(out.line, run[-1])
    rest = out.line[run[1].start : end]
    if link.flags & AFFILIATION and out.people and not is_place(rest, out.lexicon):
        out.people[-1].affiliation = out.people[-1].affiliation or rest
        out.organisations.append((run[1].start, end))
    out.end = end
    return len(run)


def _cut(run: list[Token], out: Reading) -> int:
    """Index of the first word that belongs to no name: a link, or a small word of a sentence."""
    phrases = out.lexicon.phrases
    organised = False
    for k, token in enumerate(run):
        flags = token.flags
        organised = organised or (bool(flags & ORG) and not is_given(run[0]))
        if flags & (AFFILIATION | PLACE) and k and not organised:
            inside = flags & PARTICLE and _particle(run, k) and not _before_outlet(run, k, out)
            if not inside and (flags & LOWER or k >= 2):
                return k
        elif k and token.fold in phrases and _link_phrase(run, k, out.lexicon):
            return k
        elif flags & LOWER and not flags & (PARTICLE | JUNIOR | TITLE):
            if not (k and organised and flags & (FUNCTION | AFFILIATION | PLACE)):
                small = not k and len(run) == 2 and is_initial(token, out.line)
                return len(run) if small else k  # "e. example": printed small throughout
        elif not flags & (CAPITAL | LOWER | NUMBER | MARK):
            return k
    return len(run)


def _link_phrase(run: list[Token], at: int, lexicon: Lexicon) -> int:
    """Words of "on behalf of" and the like at ``at``, or 0."""
    stop, phrase = match_phrase(run, at, lexicon, AFFILIATION | PLACE)
    return stop - at if phrase is not None else 0


def _particle(run: list[Token], at: int) -> bool:
    """Whether a small word stands inside a name: "van der" before a capital."""
    for token in run[at + 1 : at + 4]:
        if token.flags & CAPITAL:
            return True
        if not token.flags & PARTICLE:
            return False
    return False


def _before_outlet(run: list[Token], at: int, out: Reading) -> bool:
    """Whether a particle behind a full name leads to a picture house ("A B von Pexels")."""
    if not out.credit or at < 2 or at + 1 >= len(run):
        return False
    text = out.line[run[at + 1].start : word_end(out.line, run[-1])]
    pack = out.lexicon.pack
    return text.casefold() in pack.credit_words.stock or is_agency(text, pack)


# --- small letters ---


def _small(token: Token, separator: str, out: Reading) -> bool:
    """Take an agency in small letters, or a "Jr." behind its comma."""
    end = word_end(out.line, token)
    if is_agency(out.line[token.start : end], out.lexicon.pack):
        out.organisations.append((token.start, end))
        out.end = end
        return True
    if token.flags & JUNIOR and out.people and separator == ",":
        out.people[-1].end = out.end = token.end
        return True
    return False


def _lower_name(run: list[Token], separator: str, out: Reading) -> int:
    """Take a lone word in small letters: an account's name; behind a slash a desk's sign."""
    token = run[0]
    end = word_end(out.line, token)
    if len(run) > 1:
        return 0
    if separator == "/" and out.people and out.people[-1].full:
        if out.credit and end - token.start >= MIN_SIGN:
            out.organisations.append((token.start, end))
    elif token.flags & (FUNCTION | PLACE | AFFILIATION) or separator == ",":
        return 0
    else:
        out.people.append(Draft(token.start, end, MAYBE - 0.2, full=False))
    out.end = end
    return 1
