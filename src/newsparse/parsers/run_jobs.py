"""Jobs in a run of words: "Ada Example Deputy Editor", "AP writer Ben Sample", "Senior Reporter".

In: the run, and where a job's first word stands in it. Out: the job given to the person before or
behind it; the number of words used.
"""

from __future__ import annotations

from newsparse.languages.words import surnames
from newsparse.parsers.agencies import is_agency
from newsparse.parsers.drafts import Reading
from newsparse.parsers.lexicon import (
    AFFILIATION,
    COMMON,
    HEAD,
    JUNIOR,
    NOBODY,
    ORG,
    PARTICLE,
    PLACE,
    ROLE,
    TITLE,
)
from newsparse.parsers.person import ORGANISATION, is_given, is_initial, person_score
from newsparse.parsers.run_names import word_end
from newsparse.parsers.tokens import CAPITAL, LOWER, UPPER, Token

__all__ = ["job_at", "job_before_name", "last_job", "leading_job"]


def job_at(run: list[Token], out: Reading, separator: str) -> int:
    """Index of the first word of a job in the run, or -1; the run has a word of a job."""
    at = next((k for k, t in enumerate(run) if t.flags & (ROLE | HEAD)), -1)
    if at < 0 or not any(t.flags & HEAD for t in run[at:]):
        return -1
    first = run[0]
    if at == 0:
        return -1 if is_given(first) and first.flags & CAPITAL and len(run) > 1 else 0
    if at > 1 and not is_given(first) and any(t.flags & ORG for t in run[:at]):
        return at if run[at].flags & LOWER else -1
    if out.people and _all_job(run, at, out, separator):
        return 0
    pair = at == 1 and len(run) == 2 and run[1].flags & CAPITAL and is_given(first)
    if pair and (run[1].fold in surnames() or is_given(run[1])):  # "Ada Baker"
        return -1
    return _back(run, at)


def _all_job(run: list[Token], at: int, out: Reading, separator: str) -> bool:
    """Whether a run behind a person is a job from its first word on ("Shipping Expert")."""
    first = run[0]
    if at == 1 and first.flags & CAPITAL and not _name_like(first):
        return True
    if separator == "," or (separator == "and" and out.people[-1].role):
        return not _name_like(first) or (at == 1 and bool(first.flags & (TITLE | JUNIOR)))
    return False


def _name_like(token: Token) -> bool:
    if token.flags & COMMON:
        return False
    return is_given(token) or token.fold in surnames() or bool(token.flags & TITLE)


def _back(run: list[Token], at: int) -> int:
    """Take words that no list knows as names, behind the second, for a part of the job."""
    known = surnames()
    while at > 2 and not (is_given(run[at - 1]) or run[at - 1].fold in known):
        if run[at - 1].flags & (PARTICLE | JUNIOR) or run[at - 2].flags & PARTICLE:
            break
        at -= 1
    return at


def leading_job(run: list[Token], at: int, out: Reading) -> int:
    """Index behind a job that stands in front of a name, or 0 where it does not."""
    stop = at
    while stop < len(run) and run[stop].flags & (ROLE | HEAD):
        stop += 1
    before, after = run[:at], run[stop:]
    if stop == at or not after or not after[0].flags & CAPITAL:
        return 0
    if before and person_score(out.line, before, out.lexicon) != ORGANISATION:
        return 0
    if is_given(after[0]) or is_initial(after[0], out.line) or after[0].flags & TITLE:
        return stop
    named = not any(t.flags & (ORG | AFFILIATION | PLACE) for t in after)
    return stop if len(after) > 1 and run[stop - 1].flags & HEAD and named else 0


def job_before_name(run: list[Token], at: int, stop: int, out: Reading) -> int:
    """Keep a job and its outlet for the name behind them ("AP writer Ben Sample")."""
    line = out.line
    out.more = True
    if not at:
        out.lead = (line[run[0].start : run[stop - 1].end], None)
        return stop
    outlet = line[run[0].start : run[at - 1].end]
    if run[at - 1].flags & (ORG | UPPER | NOBODY) or is_agency(outlet, out.lexicon.pack):
        out.organisations.append((run[0].start, run[at - 1].end))
        out.lead = (line[run[at].start : run[stop - 1].end], outlet)
    else:  # "Aerospace Writer Ada Example": a beat nobody listed
        out.lead = (line[run[0].start : run[stop - 1].end], None)
    return stop


def last_job(run: list[Token], out: Reading) -> int:
    """Give the job to the last person; "for", "at" and "in" end it."""
    line = out.line
    stop = len(run)
    for k, token in enumerate(run):
        if k and token.flags & (AFFILIATION | PLACE) and token.flags & LOWER and token.fold != "of":
            stop = k
            break
    end = word_end(line, run[stop - 1])
    out.end = word_end(line, run[-1])
    if out.people:
        person = out.people[-1]
        if person.role is None:
            person.role_start = run[0].start
            person.role = line[run[0].start : end]
        elif person.role_start >= 0:
            person.role = line[person.role_start : end]
        if stop + 1 < len(run) and run[stop].flags & AFFILIATION:
            person.affiliation = person.affiliation or line[run[stop + 1].start : out.end]
    return len(run)
