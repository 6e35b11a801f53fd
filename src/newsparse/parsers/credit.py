"""Credits: ``(Reporting by Ada Example; Editing by Ben Sample)``, ``Foto: Ada Example/dpa``.

In: a line, or a paragraph with a credit behind its last sentence. Out: an Attribution whose credits
have a kind, people and organisations apart, and the span of their clause; or None. Words are in
language packs. See docs/roles/attribution.md.
"""

from __future__ import annotations

import re

from attrs import evolve

from newsparse.languages.letters import letter_runs
from newsparse.languages.schema import Pack
from newsparse.model.fields import Attribution, Credit
from newsparse.model.label import CreditKind
from newsparse.model.span import Span
from newsparse.parsers.agencies import is_agency
from newsparse.parsers.credit_cjk import parse_cjk_credits
from newsparse.parsers.credit_clauses import LISTS, Clause, find_clauses
from newsparse.parsers.credit_names import credit_names
from newsparse.parsers.credit_rights import copyright_credit
from newsparse.parsers.credit_words import CreditCues, credit_cues
from newsparse.parsers.drafts import clean_name
from newsparse.parsers.lexicon import Lexicon, lexicon
from newsparse.parsers.people import read_people
from newsparse.parsers.person import LIKELY
from newsparse.parsers.signature import MAX_SIGNATURE, signature_credit
from newsparse.parsers.tokens import LOWER, MARK, Token, tokenise

__all__ = ["MAX_GLUED", "MAX_LINE", "MAX_TAIL", "find_credit_tail", "parse_credit"]

MAX_LINE = 1200
"""Code points up to which a line is read from its start."""
MAX_TAIL = 700
"""Code points read at the end of a longer line; the longest bracket of the train part has 480."""
MAX_GLUED = 300
"""Code points at the end of a paragraph in which a glued credit may begin."""

_FIRST = re.compile(r"[^\W\d_]+")
_BEFORE_COLON = re.compile(r"([^\W\d_]++)[^\w\s]?\s?[:：]")
_HEADS = re.compile(r"(?:\A|[][(<>【】（）［］〔〕{};|│•·.!?…”\"»“—–―→/,:：-]|’)\s*+([^\W\d_]++)")
_IN_BRACKET = re.compile(r"[([（【［]\s?([^\W\d_]++)")
_EAST = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_SENTENCE_ENDS = '.!?…”"»“’)]。！？」』）】'


def parse_credit(line: str, *, pack: Pack) -> Attribution | None:
    """Read the credits of a line.

    Args:
        line: A line alone, a caption with its credit, or a paragraph with a credit behind it.
        pack: Words.

    Returns:
        The credits in printed order with spans into ``line``; None where nothing is credited.
    """
    start = 0 if len(line) <= MAX_LINE else len(line) - MAX_TAIL
    found = _credits(line, start, pack)
    if not found:
        return None
    if len(found) > 1:
        found.sort(key=lambda c: c.span.start)
    found = [_with_full_stop(credit, line) for credit in found]
    agency = printed = None
    for credit in found:
        if credit.kind is CreditKind.AGENCY and agency is None:
            agency = next((o for o in credit.organisations if is_agency(o, pack)), None)
        elif credit.kind is CreditKind.COPYRIGHT and printed is None:
            printed = credit.text
    return Attribution(agency=agency, credits=tuple(found), copyright=printed)


def _with_full_stop(credit: Credit, line: str) -> Credit:
    """A credit that closes its line holds the full stop that closes it."""
    end = credit.span.end
    if line[end : end + 1] not in (".", "。") or line[end + 1 :].strip():
        return credit
    span = Span(credit.span.start, end + 1)
    return evolve(credit, text=line[span.start : span.end], span=span, pieces=(span,))


def find_credit_tail(text: str, *, pack: Pack) -> int | None:
    """Find where a credit begins that is glued behind the last sentence of a paragraph.

    Args:
        text: The paragraph.
        pack: Words.

    Returns:
        Code point of its first character ("With", "(", "Quelle", "—"), or None. A paragraph that
        is a credit from its start gives the code point of its first letter.
    """
    start = max(0, len(text) - MAX_GLUED)
    tail = text[start:] if start else text
    found = parse_credit(tail, pack=pack)
    if found is None:
        return None
    first = found.credits[0].span.start + start
    while first > start and text[first - 1] in "([（【<–—―- ":
        first -= 1
    while text[first].isspace():
        first += 1
    before = text[:first].rstrip()
    if before and before[-1] not in _SENTENCE_ENDS:
        return None
    return first


def _credits(line: str, start: int, pack: Pack) -> list[Credit]:
    """Read all credits of ``line[start:]``; a look at its words says which ways are worth it."""
    cues = credit_cues(pack)
    text = line[start:] if start else line
    folded = text.casefold()
    found = parse_cjk_credits(line, start, pack=pack) if _EAST.search(text) is not None else []
    rights = "©" in folded or "ⓒ" in folded or "(c)" in folded or "copyright" in folded
    words = set(letter_runs(folded))
    if rights or _may_be_cued(folded, words, cues):
        found = _cued(line, start, found, rights=rights, pack=pack)
    if not found and not cues.signers.isdisjoint(words):
        credit = None
        if not cues.signers.isdisjoint(letter_runs(folded[-MAX_SIGNATURE - 2 :])):
            credit = signature_credit(line, start, lexicon(pack), cues)
        if credit is not None:
            found.append(credit)
    return found


def _may_be_cued(folded: str, words: set[str], cues: CreditCues) -> bool:
    """Look quickly whether any cue stands where one may stand; a no is final.

    Args:
        folded: The text.
        words: All its words.
        cues: What may stand there.
    """
    if not cues.tails.isdisjoint(words):
        return True
    if not cues.heads.isdisjoint(words):
        first = _FIRST.search(folded)
        if first is not None and first[0] in cues.heads:
            return True
        if not cues.heads.isdisjoint(_HEADS.findall(folded)):
            return True
    if (":" in folded or "：" in folded) and not cues.colons.isdisjoint(
        _BEFORE_COLON.findall(folded)
    ):
        return True
    return "(" in folded and not cues.captions.keys().isdisjoint(_IN_BRACKET.findall(folded))


def _cued(line: str, start: int, found: list[Credit], *, rights: bool, pack: Pack) -> list[Credit]:
    """Add the credits that a cue or a mark of rights opens to those already found."""
    cues, words = credit_cues(pack), lexicon(pack)
    tokens = tokenise(line, words, start)
    for clause in find_clauses(line, tokens, cues, pack):
        credit = _credit(line, tokens, clause, words, cues)
        if credit is not None and not any(_overlap(credit.span, c.span) for c in found):
            found.append(credit)
    if rights:
        taken = tuple(c.span for c in found)
        credit = copyright_credit(line, tokens, words, cues, taken=taken)
        if credit is not None:
            found.append(credit)
    return found


def _overlap(one: Span, two: Span) -> bool:
    return one.start < two.end and two.start < one.end


def _credit(
    line: str, tokens: list[Token], clause: Clause, words: Lexicon, cues: CreditCues
) -> Credit | None:
    if clause.kind in LISTS:
        return _people_credit(line, tokens, clause, words)
    names = credit_names(
        line,
        tokens,
        clause.names,
        clause.stop,
        words,
        cues,
        source=clause.kind == "source" and tokens[clause.names - 1].fold in ":：",
    )
    if not names.people and not names.organisations:
        return None
    if not names.whole and tokens[clause.names - 1].flags & MARK == 0:
        return None  # "Photo of the week from the harbour": a sentence, no list of names
    kind = clause.kind
    lone = clause.names - clause.first == 1
    if kind == "agency" and lone and not any(is_agency(o, words.pack) for o in names.organisations):
        return None  # "avec AFP" is a credit, "avec le vent" is none
    if kind == "source":
        if any(o.casefold() in cues.stock for o in names.organisations):
            kind = "photo"
        elif any(is_agency(o, words.pack) for o in names.organisations):
            kind = "agency"
    span = Span(tokens[clause.first].start, max(names.end, tokens[clause.first].end))
    return Credit(
        text=line[span.start : span.end],
        span=span,
        pieces=(span,),
        kind=CreditKind(kind),
        people=names.people,
        organisations=names.organisations,
    )


def _people_credit(line: str, tokens: list[Token], clause: Clause, words: Lexicon) -> Credit | None:
    """Read a credit whose names are a list of people with jobs and places."""
    at = clause.names
    people: list[str] = []
    organisations: list[str] = []
    end = tokens[max(clause.names - 1, 0)].end
    while at < clause.stop:
        reading = read_people(line, tokens, at, words, limit=clause.stop, credit=True)
        for draft in reading.people:
            name = clean_name(line[draft.start : draft.end])
            (people if draft.full or draft.score >= LIKELY else organisations).append(name)
        organisations.extend(clean_name(line[s:e]) for s, e in reading.organisations)
        if reading.people or reading.organisations:
            end = max(end, reading.end)
        at = reading.stop
        if at >= clause.stop or not tokens[at].flags & MARK:
            break
        at += 1
    if not people and not organisations:
        return None
    if clause.last >= 0:
        if at < clause.stop or not people:
            return None
        end = tokens[clause.last].end
    elif (
        at < clause.stop and tokens[at].flags & LOWER and tokens[clause.names - 1].flags & MARK == 0
    ) and not people:
        return None
    span = Span(tokens[clause.first].start, max(end, tokens[clause.first].end))
    return Credit(
        text=line[span.start : span.end],
        span=span,
        pieces=(span,),
        kind=CreditKind(clause.kind),
        people=tuple(dict.fromkeys(people)),
        organisations=tuple(dict.fromkeys(organisations)),
    )
