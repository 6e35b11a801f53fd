"""Credits: ``(Reporting by Ada Example; Editing by Ben Sample)``, ``Foto: Ada Example/dpa``.

In: a line, or a paragraph with a credit behind its last sentence. Out: an Attribution whose credits
have a kind, people and organisations apart, and the span of their clause; or None.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from newsparse.languages.schema import Pack
from newsparse.model.fields import Attribution, Credit
from newsparse.model.label import CreditKind
from newsparse.model.span import Span
from newsparse.parsers.agencies import is_agency
from newsparse.parsers.credit_rights import copyright_credit
from newsparse.parsers.credit_words import CreditCues, credit_cues
from newsparse.parsers.drafts import Reading, clean_name
from newsparse.parsers.lexicon import Lexicon, lexicon
from newsparse.parsers.people import read_people
from newsparse.parsers.person import LIKELY
from newsparse.parsers.signature import signature_credit
from newsparse.parsers.tokens import CAPITAL, MARK, NUMBER, STOP, Token, tokenise

__all__ = ["MAX_TAIL", "find_credit_tail", "parse_credit"]

MAX_TAIL = 700
"""Code points at the end of a long line in which credits are looked for; the longest bracket of
the train part has 480."""
MAX_LINE = 1200
"""Code points up to which a line is read from its start."""
MAX_GLUED = 300
"""Code points at the end of a paragraph in which a glued credit may begin."""

_WORD = re.compile(r"[^\W\d_]+")
_OPENERS = frozenset("([<【（［〔{;|•·.–—―→/,:：-")
_CLOSERS = frozenset(")]>】）］〕}")


def parse_credit(line: str, *, pack: Pack) -> Attribution | None:
    """Read the credits of a line.

    Args:
        line: A line alone, a caption with its credit, or a paragraph with a credit behind it.
        pack: Words.

    Returns:
        The credits in printed order with spans into ``line``; None where nothing is credited.
    """
    start = 0 if len(line) <= MAX_LINE else len(line) - MAX_TAIL
    cues = credit_cues(pack)
    if not _worth(line, start, cues):
        return None
    words = lexicon(pack)
    tokens = tokenise(line, words, start)
    credits: list[Credit] = []
    for clause in _clauses(line, tokens, cues):
        credits.extend(_credits(line, tokens, clause, words, cues))
    rights = copyright_credit(
        line, tokens, words, cues, taken=tuple(c.span for c in credits)
    )
    if rights is not None:
        credits.append(rights)
    if not credits:
        signed = signature_credit(line, tokens, words)
        if signed is not None:
            credits.append(signed)
    if not credits:
        return None
    credits.sort(key=lambda c: c.span.start)
    agency = next(
        (
            o
            for c in credits
            if c.kind == CreditKind.AGENCY
            for o in c.organisations
            if is_agency(o, pack)
        ),
        None,
    )
    printed = next((c.text for c in credits if c.kind == CreditKind.COPYRIGHT), None)
    return Attribution(agency=agency, credits=tuple(credits), copyright=printed)


def find_credit_tail(text: str, *, pack: Pack) -> int | None:
    """Find where a credit begins that is glued behind the last sentence of a paragraph.

    Args:
        text: The paragraph.
        pack: Words.

    Returns:
        Code point of its first character ("With", "(", "Quelle", "—"), or None. A paragraph that
        is a credit from its start gives 0.
    """
    start = max(0, len(text) - MAX_GLUED)
    found = parse_credit(text if not start else text[start:], pack=pack)
    if found is None or not found.credits:
        return None
    first = found.credits[0].span.start + start
    while first and text[first - 1] in "([（【<–—―- ":
        first -= 1
    while first < len(text) and text[first].isspace():
        first += 1
    head = text[:first].rstrip()
    if head and head[-1] not in '.!?…”"»“’)]。！？」』':
        return None
    return first


# --- clauses ---


class _Clause(NamedTuple):
    """A cue and the tokens of its names.

    Attributes:
        kind: Kind of credit.
        cue: Index of the first token of the clause.
        names: Index of the first token of the names.
        stop: Index to stop before.
        after: Whether the cue stands behind the names.
    """

    kind: str
    cue: int
    names: int
    stop: int
    after: bool


def _worth(line: str, start: int, cues: CreditCues) -> bool:
    """Whether any first word of a cue, a mark of rights or an agency's signature may stand here."""
    text = line if not start else line[start:]
    if not cues.firsts.isdisjoint(_WORD.findall(text.casefold())):
        return True
    if (
        "©" in text
        or "ⓒ" in text
        or "(c)" in text
        or "(C)" in text
        or "pyright" in text
    ):
        return True
    return text.rstrip(" .)）]")[-12:].count(" ") < 3


def _clauses(line: str, tokens: list[Token], cues: CreditCues) -> list[_Clause]:
    starts: list[tuple[int, int, str]] = []
    ends: list[tuple[int, int, str]] = []
    for k, token in enumerate(tokens):
        if token.fold in cues.starts:
            stop, kind = _match(tokens, k, cues, before=True)
            if kind and _opens(line, tokens, k, stop, kind):
                if not starts or k >= starts[-1][1]:
                    starts.append((k, stop, kind))
        if token.fold in cues.ends:
            stop, kind = _match(tokens, k, cues, before=False)
            if kind and k:
                ends.append((k, stop, kind))
    found = [
        _Clause(kind, k, stop, _names_end(line, tokens, stop, starts), after=False)
        for k, stop, kind in starts
    ]
    for k, stop, kind in ends:
        first = _sentence_start(line, tokens, k)
        if first < k and not any(c.cue <= k < c.stop for c in found):
            found.append(_Clause(kind, first, first, k, after=True))
    return found


def _match(
    tokens: list[Token], at: int, cues: CreditCues, *, before: bool
) -> tuple[int, str]:
    table = cues.starts if before else cues.ends
    for cue in table[tokens[at].fold]:
        stop = at + len(cue.words)
        if stop > len(tokens):
            continue
        if all(tokens[at + i].fold == w for i, w in enumerate(cue.words) if i):
            if not cue.colon:
                if stop < len(tokens) and tokens[stop].fold in ":：":
                    stop += 1
                return stop, cue.kind
            if stop < len(tokens) and tokens[stop].fold in ":：":
                return stop + 1, cue.kind
    return at, ""


def _opens(line: str, tokens: list[Token], at: int, stop: int, kind: str) -> bool:
    """Whether a cue may open a credit here: at a start or behind a mark, or with a colon."""
    colon = tokens[stop - 1].fold in ":："
    if at == 0:
        return colon or (stop < len(tokens) and _starts_name(tokens[stop]))
    before = tokens[at - 1]
    marked = before.fold in _OPENERS or before.fold in _CLOSERS or before.flags & STOP
    glued = before.end == tokens[at].start and before.flags & MARK
    if colon:
        return bool(
            marked or glued or tokens[at].flags & CAPITAL or before.fold in "©ⓒ"
        )
    if before.fold in ",:" and not tokens[at].flags & CAPITAL:
        return False
    return bool(marked or glued) and stop < len(tokens) and _starts_name(tokens[stop])


def _starts_name(token: Token) -> bool:
    return bool(token.flags & (CAPITAL | NUMBER)) or token.fold in '(©@“"'


def _names_end(
    line: str, tokens: list[Token], at: int, starts: list[tuple[int, int, str]]
) -> int:
    """Index before which the names of a clause end."""
    following = min((k for k, _, _ in starts if k >= at), default=len(tokens))
    k = at
    while k < following:
        token = tokens[k]
        if token.fold in (";", "；") or (
            token.fold in _CLOSERS and not _opened(tokens, at, k)
        ):
            return k
        if token.flags & STOP:
            return k + 1
        k += 1
    return following


def _opened(tokens: list[Token], at: int, close: int) -> bool:
    return any(t.fold in "([<【（［〔{" for t in tokens[at:close])


def _sentence_start(line: str, tokens: list[Token], at: int) -> int:
    """Index of the first token of the sentence in which token ``at`` stands."""
    k = at
    while k > 0:
        before = tokens[k - 1]
        if before.flags & STOP or before.fold in (
            "—",
            "―",
            "–",
            "--",
            "-",
            "(",
            "[",
            ";",
            "|",
            "”",
            '"',
            "»",
        ):
            return k
        if before.flags & MARK and line[before.start] in ".!?…":
            return k
        k -= 1
    return k


# --- one clause ---


def _credits(
    line: str, tokens: list[Token], clause: _Clause, words: Lexicon, cues: CreditCues
) -> list[Credit]:
    at = clause.names
    while at < clause.stop and tokens[at].fold in ("©", "ⓒ", "(c)", ":", "：", '"'):
        at += 1
    if at + 2 < clause.stop and tokens[at].fold == "(" and tokens[at + 1].fold == "c":
        at += 3
    people: list[str] = []
    organisations: list[str] = []
    end = (
        tokens[clause.stop - 1].end
        if clause.stop > at
        else tokens[max(clause.stop - 1, 0)].end
    )
    while at < clause.stop:
        reading = read_people(line, tokens, at, words, limit=clause.stop, credit=True)
        _collect(line, reading, clause.kind, people, organisations, cues)
        at = max(reading.stop, at)
        if at < clause.stop and (tokens[at].flags & MARK):
            at += 1
            continue
        break
    if not people and not organisations:
        return []
    if clause.after and at < clause.stop:
        return []
    start = tokens[clause.cue].start
    stop = clause.stop
    last = tokens[stop - 1] if stop > clause.cue else tokens[clause.cue]
    end = tokens[_cue_end(tokens, clause, cues) - 1].end if clause.after else last.end
    return [
        _credit(
            line,
            start,
            end,
            _kind(clause.kind, organisations, words),
            people,
            organisations,
        )
    ]


def _cue_end(tokens: list[Token], clause: _Clause, cues: CreditCues) -> int:
    stop, _ = _match(tokens, clause.stop, cues, before=False)
    return stop


def _collect(
    line: str,
    reading: Reading,
    kind: str,
    people: list[str],
    organisations: list[str],
    cues: CreditCues,
) -> None:
    texts = [line[s:e] for s, e in reading.organisations]
    stock = any(t.casefold() in cues.stock for t in (*texts, *organisations))
    for draft in reading.people:
        name = clean_name(line[draft.start : draft.end])
        if name.casefold() in cues.stock:
            organisations.append(name)
        elif (
            draft.words == 1
            and draft.score < LIKELY
            and not (stock or _stocked(line, reading, cues))
        ):
            if draft.score >= 0.3:
                organisations.append(name)
        else:
            people.append(name)
    organisations.extend(t for t in map(clean_name, texts) if t not in organisations)


def _stocked(line: str, reading: Reading, cues: CreditCues) -> bool:
    return any(line[d.start : d.end].casefold() in cues.stock for d in reading.people)


def _kind(kind: str, organisations: list[str], words: Lexicon) -> CreditKind:
    if kind == "source" and any(is_agency(o, words.pack) for o in organisations):
        return CreditKind.AGENCY
    return CreditKind(kind)


def _credit(
    line: str,
    start: int,
    end: int,
    kind: CreditKind,
    people: list[str],
    organisations: list[str],
) -> Credit:
    span = Span(start, end)
    return Credit(
        text=line[start:end],
        span=span,
        pieces=(span,),
        kind=kind,
        people=tuple(dict.fromkeys(people)),
        organisations=tuple(dict.fromkeys(organisations)),
    )
