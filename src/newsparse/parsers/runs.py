"""One run of words in a list of people: name, job, outlet, place, in any usual order.

"Ada Example Deputy Editor", "AP writer Ben Sample in Porto", "Senior Reporter", "The Example Post".
In: words without separators, and what stood before them. Out: people and organisations, added to
the reading; the number of words used.
"""

from __future__ import annotations

from newsparse.languages.words import common_words, places, surnames
from newsparse.parsers.agencies import is_agency
from newsparse.parsers.drafts import Draft, Reading
from newsparse.parsers.lexicon import (
    AFFILIATION,
    DEGREE,
    DROP,
    FUNCTION,
    HEAD,
    JUNIOR,
    NOBODY,
    ORG,
    PARTICLE,
    PLACE,
    ROLE,
    TITLE,
    Lexicon,
)
from newsparse.parsers.person import (
    LIKELY,
    MAYBE,
    ORGANISATION,
    is_given,
    is_initial,
    is_initial_glued,
    person_score,
)
from newsparse.parsers.tokens import CAPITAL, LOWER, MARK, NUMBER, STOP, UPPER, Token, match_phrase

__all__ = ["MAX_NAME", "is_place", "read_run"]

MIN_SIGN = 3
"""Letters from which small letters behind "Ada Example/" are an outlet ("rbb"), not initials."""

MAX_DEGREE = 5
"""Letters of a degree in capitals behind a full name."""

MAX_LINKED = 3
"""Words of "in seo": the section of a blog, behind a full name."""

MAX_NAME = 6
"""Words of the longest single name that is read ("Maria José de la Cruz Ortiz")."""


def is_place(text: str, lexicon: Lexicon) -> bool:
    """Whether a text is a known place or region."""
    folded = text.casefold()
    words = lexicon.pack.dateline
    return folded in places() or folded in words.places or folded in words.regions


def read_run(line: str, run: list[Token], separator: str, out: Reading, lexicon: Lexicon) -> int:
    """Take what can be taken from a run; returns how many of its words that were."""
    first = run[0]
    if len(run) == 1 and first.flags & (LOWER | JUNIOR):
        if _small(line, first, separator, out, lexicon):
            return 1
    if all(token.flags & (DROP | NUMBER) for token in run):
        out.end = run[-1].end if out.people or out.organisations else out.end
        return len(run)
    if out.people and first.flags & (PLACE | AFFILIATION) and not is_given(first):
        return _after_link(line, run, out, lexicon)
    owner = _owner_at(line, run)
    if owner:  # "EXAMPLE's Ada Sample": the outlet lends its name in front
        out.organisations.append((first.start, run[owner - 1].end - 2))
        return owner + read_run(line, run[owner:], "", out, lexicon)
    role = _role_at(run, out, separator)
    if role >= 0:
        return _with_role(line, run, role, out, lexicon)
    cut = _cut(line, run, out, lexicon)
    if cut == 0 and separator == "," and _described(run, out):
        out.people[-1].role = out.people[-1].role or line[run[0].start : _end(line, run[-1])]
        out.end = _end(line, run[-1])
        return len(run)
    if cut == 0:
        return _lower_name(line, run, separator, out)
    used = _add(line, run[:cut], separator, out, lexicon)
    if used < cut or cut == len(run):
        return used
    if out.people or out.organisations:
        if cut == len(run) - 1 and run[cut].flags & CAPITAL:
            return len(run)
        words = _link_phrase(run, cut, lexicon) if run[cut].fold in lexicon.phrases else 0
        if words:
            return cut + words - 1 + _after_link(line, run[cut + words - 1 :], out, lexicon)
        if run[cut].flags & (PLACE | AFFILIATION):
            return cut + _after_link(line, run[cut:], out, lexicon)
    return cut


MAX_DESCRIBED = 4
"""Words in small letters behind a name and a comma that are taken for a job ("pastry chef")."""


def _described(run: list[Token], out: Reading) -> bool:
    return (
        bool(out.people)
        and out.people[-1].full
        and len(run) <= MAX_DESCRIBED
        and not any(t.flags & (FUNCTION | NUMBER) for t in run)
    )


def _owner_at(line: str, run: list[Token]) -> int:
    """Index behind a possessive before a name, or 0."""
    for k in range(1, len(run)):
        end = run[k - 1].end
        if line[end - 2 : end] in ("'s", "’s") and is_given(run[k]):
            return k
    return 0


# --- jobs ---


def _role_at(run: list[Token], out: Reading, separator: str) -> int:
    """Index of the first word of a job in the run, or -1."""
    at = next((k for k, t in enumerate(run) if t.flags & (ROLE | HEAD)), -1)
    if at < 0 or not any(t.flags & HEAD for t in run[at:]):
        return -1
    if at == 0:
        return -1 if is_given(run[0]) and run[0].flags & CAPITAL and len(run) > 1 else 0
    if any(t.flags & ORG for t in run[:at]) and at > 1 and not is_given(run[0]):
        return at if run[at].flags & LOWER else -1
    if out.people and at == 1 and run[0].flags & CAPITAL and not _name_like(run[0]):
        return 0
    if out.people and (separator == "," or (separator == "and" and out.people[-1].role)):
        if not _name_like(run[0]) or (at == 1 and run[0].flags & (TITLE | JUNIOR)):
            return 0
    if at == 1 and len(run) == 2 and run[1].flags & CAPITAL and _bears(run):
        return -1
    known = surnames()
    while at > 2 and not (is_given(run[at - 1]) or run[at - 1].fold in known):
        if run[at - 1].flags & (PARTICLE | JUNIOR) or run[at - 2].flags & PARTICLE:
            break
        at -= 1
    return at


def _bears(run: list[Token]) -> bool:
    return is_given(run[0]) and run[1].fold in surnames()


def _name_like(token: Token) -> bool:
    if token.fold in common_words():
        return False
    return is_given(token) or token.fold in surnames() or bool(token.flags & TITLE)


def _with_role(line: str, run: list[Token], at: int, out: Reading, lexicon: Lexicon) -> int:
    """Read a run that holds a job: before the name, behind it, or alone."""
    stop = at
    while stop < len(run) and run[stop].flags & (ROLE | HEAD):
        stop += 1
    before, after = run[:at], run[stop:]
    organised = bool(before) and person_score(line, before, lexicon) == ORGANISATION
    if after and after[0].flags & CAPITAL and (not before or organised):
        name_first = stop > at and (
            is_given(after[0]) or is_initial(after[0], line) or bool(after[0].flags & TITLE)
        )
        headed = stop > at and run[stop - 1].flags & HEAD
        if name_first or (len(after) > 1 and headed and not _plain(after)):
            return _role_first(line, run, at, stop, out, lexicon)
    if before and not organised:
        cut = _cut(line, before, out, lexicon)
        used = _add(line, before[:cut], "", out, lexicon) if cut else 0
        if used < at or not out.people:
            return used
    elif organised:
        out.organisations.append((before[0].start, before[-1].end))
    return at + _role(line, run[at:], out)


def _plain(run: list[Token]) -> bool:
    """Words that are no name: another job, an outlet."""
    return any(t.flags & (ORG | AFFILIATION | PLACE) for t in run)


def _role_first(
    line: str, run: list[Token], at: int, stop: int, out: Reading, lexicon: Lexicon
) -> int:
    count = len(out.people)
    used = read_run(line, run[stop:], "", out, lexicon) if stop < len(run) else 0
    if len(out.people) > count:
        person = out.people[count]
        person.role = line[run[at].start : run[stop - 1].end]
        outlet = line[run[0].start : run[at - 1].end] if at else ""
        known = at and (
            run[at - 1].flags & (ORG | UPPER | NOBODY) or is_agency(outlet, lexicon.pack)
        )
        if at and not known:  # "Aerospace Writer Ada Example": a beat nobody listed
            person.role = line[run[0].start : run[stop - 1].end]
        elif at:
            out.organisations.append((run[0].start, run[at - 1].end))
            person.affiliation = person.affiliation or line[run[0].start : run[at - 1].end]
    return stop + used


def _role(line: str, run: list[Token], out: Reading) -> int:
    """Give the job to the last person; "for", "at" and "in" end it."""
    stop = len(run)
    for k, token in enumerate(run):
        if k and token.flags & (AFFILIATION | PLACE) and token.flags & LOWER and token.fold != "of":
            stop = k
            break
    end = _end(line, run[stop - 1])
    if out.people:
        person = out.people[-1]
        if person.role is None:
            person.role_start = run[0].start
            person.role = line[run[0].start : end]
        elif person.role_start >= 0:
            person.role = line[person.role_start : end]
        if stop + 1 < len(run) and run[stop].flags & AFFILIATION:
            person.affiliation = person.affiliation or line[run[stop + 1].start : run[-1].end]
    out.end = _end(line, run[-1])
    return len(run)


# --- links ---


def _after_link(line: str, run: list[Token], out: Reading, lexicon: Lexicon) -> int:
    """Read "in Porto", "for The Example Post", "via Example Images"."""
    link = run[0]
    if len(run) == 1:
        return 1 if out.credit and link.flags & AFFILIATION else 0
    if not run[1].flags & (CAPITAL | FUNCTION | NUMBER) and not is_place(run[1].fold, lexicon):
        short = len(run) <= MAX_LINKED and out.people and out.people[-1].full and link.flags & PLACE
        return len(run) if short else 0
    if out.credit and link.flags & AFFILIATION and not link.flags & PLACE:
        return 1
    rest = line[run[1].start : _end(line, run[-1])]
    if link.flags & AFFILIATION and not is_place(rest, lexicon) and out.people:
        out.people[-1].affiliation = out.people[-1].affiliation or rest
        out.organisations.append((run[1].start, _end(line, run[-1])))
    out.end = _end(line, run[-1])
    return len(run)


def _cut(line: str, run: list[Token], out: Reading, lexicon: Lexicon) -> int:
    """Index of the first word that belongs to no name: a link, or a small word of a sentence."""
    organised = False
    for k, token in enumerate(run):
        flags = token.flags
        organised = organised or (bool(flags & ORG) and not is_given(run[0]))
        if flags & (AFFILIATION | PLACE) and k and not organised:
            if flags & PARTICLE and _particle(run, k):
                if not (out.credit and k >= 2 and _outlet(line, run[k + 1 :], lexicon)):
                    continue
            if flags & LOWER or k >= 2:
                return k
        elif k and token.fold in lexicon.phrases and _link_phrase(run, k, lexicon):
            return k
        elif flags & LOWER and not flags & (PARTICLE | JUNIOR | TITLE):
            if organised and flags & (FUNCTION | AFFILIATION | PLACE) and k:
                continue
            return k if k or not is_initial(token, line) else _cut_lower(line, run)
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


def _small(line: str, token: Token, separator: str, out: Reading, lexicon: Lexicon) -> bool:
    """Take an agency in small letters, or a "Jr." behind its comma."""
    end = _end(line, token)
    if is_agency(line[token.start : end], lexicon.pack):
        out.organisations.append((token.start, end))
        out.end = end
        return True
    if token.flags & JUNIOR and out.people and separator == ",":
        out.people[-1].end = out.end = token.end
        return True
    return False


def _outlet_in_capitals(line: str, run: list[Token], last: Draft) -> bool:
    """Read "EXAMPLE POST" beside a name that is not printed in capitals."""
    return all(t.flags & UPPER for t in run) and not line[last.start : last.end].isupper()


def _outlet(line: str, run: list[Token], lexicon: Lexicon) -> bool:
    text = line[run[0].start : _end(line, run[-1])]
    return text.casefold() in lexicon.pack.credit_words.stock or is_agency(text, lexicon.pack)


def _cut_lower(line: str, run: list[Token]) -> int:
    """Names that are printed small throughout: "e. example"."""
    return len(run) if len(run) == 2 and is_initial(run[0], line) else 0


def _lower_name(line: str, run: list[Token], separator: str, out: Reading) -> int:
    """A lone word in small letters may be an account's name; behind a slash it is a desk's sign."""
    token = run[0]
    if separator == "/" and len(run) == 1 and out.people and out.people[-1].full:
        if out.credit and token.end - token.start >= MIN_SIGN:
            out.organisations.append((token.start, _end(line, token)))
        out.end = _end(line, token)
        return 1
    if len(run) > 1 or token.flags & (FUNCTION | PLACE | AFFILIATION) or separator == ",":
        return 0
    out.people.append(Draft(token.start, _end(line, token), MAYBE - 0.2, 1))
    out.end = _end(line, token)
    return 1


# --- names ---


def _end(line: str, token: Token) -> int:
    """End of a word without the full stop of a sentence."""
    end = token.end
    if token.flags & STOP:
        while end > token.start + 1 and line[end - 1] in ".…!?":
            end -= 1
    return end


def _degree(line: str, run: list[Token]) -> bool:
    """Whether a full name ends in letters of a degree or order ("Ada B. Example CPP")."""
    last = run[-1]
    if last.flags & JUNIOR or not (last.flags & DEGREE or last.flags & UPPER):
        return False
    size = last.end - last.start
    return 2 < size <= MAX_DEGREE and not any(
        t.flags & UPPER and not is_initial(t, line) for t in run[:-1]
    )


def _without_footnote(line: str, start: int, end: int) -> int:
    """End of a surname without the number of a footnote glued to it ("Example1")."""
    stop = end
    while stop - start > 3 and line[stop - 1].isdigit():
        stop -= 1
    return stop if end - stop <= 2 else end


def _add(line: str, run: list[Token], separator: str, out: Reading, lexicon: Lexicon) -> int:
    """Add a run without links and jobs as people, organisation, or nothing."""
    score = person_score(line, run, lexicon)
    start, end = run[0].start, _end(line, run[-1])
    if score == ORGANISATION:
        return _organisation(line, run, start, end, separator, out, lexicon)
    single = len(run) == 1
    last = out.people[-1] if out.people else None
    if last is not None and _outlet_in_capitals(line, run, last):
        return _organisation(line, run, start, end, separator, out, lexicon)
    if (
        last is not None
        and separator == "/"
        and last.full
        and MAYBE <= score < LIKELY <= last.score
    ):
        return _organisation(line, run, start, end, separator, out, lexicon)
    if last is not None and separator == ",":
        text = line[start:end]
        if is_place(text, lexicon) and score < 1:
            out.end = end
            return len(run)
        if single and (score < LIKELY or last.full):
            if out.credit:
                out.organisations.append((start, end))
            out.end = end
            return 1
        if last.role is not None and score < LIKELY:
            last.affiliation = last.affiliation or text
            out.end = end
            return len(run)
    if single and score < MAYBE:
        return 0
    for piece in _split(run):
        if len(piece) > MAX_NAME:
            return 0
        stop = _end(line, piece[-1])
        if len(piece) > 1:
            stop = _without_footnote(line, piece[-1].start, stop)
        if len(piece) > 2 and _degree(line, piece):
            stop = piece[-2].end
        value = score if len(piece) == len(run) else person_score(line, piece, lexicon)
        glued = len(piece) == 1 and is_initial_glued(line[piece[0].start : stop])
        out.people.append(Draft(piece[0].start, stop, value, 2 if glued else len(piece)))
    out.end = end
    return len(run)


def _organisation(
    line: str,
    run: list[Token],
    start: int,
    end: int,
    separator: str,
    out: Reading,
    lexicon: Lexicon,
) -> int:
    text = line[start:end]
    out.end = end
    if out.people and separator == "," and not is_agency(text, lexicon.pack):
        if all(t.flags & DEGREE for t in run) or is_place(text, lexicon):
            return len(run)
    tail = _agency_tail(line, run, lexicon) or _outlet_tail(line, run)
    if tail:  # "Ada Example The Associated Press": the agency stands glued behind the name
        used = _add(line, run[:tail], separator, out, lexicon)
        if used == tail:
            out.organisations.append((run[tail].start, end))
            out.end = end
            return len(run)
        return used
    out.organisations.append((start, end))
    if out.people and out.people[-1].affiliation is None and not all(t.flags & NOBODY for t in run):
        out.people[-1].affiliation = text
    return len(run)


def _agency_tail(line: str, run: list[Token], lexicon: Lexicon) -> int:
    """Index from which the rest of the run is an agency behind a name of two words or more."""
    for k in range(2, len(run)):
        if is_agency(line[run[k].start : run[-1].end].rstrip("."), lexicon.pack):
            return k if is_given(run[0]) or person_score(line, run[:k], lexicon) >= MAYBE else 0
    return 0


def _outlet_tail(line: str, run: list[Token]) -> int:
    """Index from which an outlet stands glued behind a name: "Ada Example Globe Staff"."""
    if len(run) < 4 or not is_given(run[0]) or run[0].flags & ORG:
        return 0
    name = 2 if not (is_given(run[1]) or is_initial(run[1], line)) else 3
    if any(t.flags & (ORG | NOBODY | PARTICLE) for t in run[:name]) or len(run) - name < 1:
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
        current = pieces[-1]
        if (
            len(current) >= 2
            and len(run) - k >= 2
            and is_given(token)
            and not is_given(run[k - 1])
            and not run[k - 1].flags & (PARTICLE | TITLE)
            and not is_initial_word(run[k - 1])
            and not token.flags & (PARTICLE | JUNIOR)
        ):
            pieces.append([])
        pieces[-1].append(token)
    return pieces


def is_initial_word(token: Token) -> bool:
    """Whether a word is a single letter."""
    return len(token.fold) == 1
