"""Attributions inside the marks, as in « Oui, explique Ada Roe, et non ».

In: drafts of direct quotes. Out: the same, the attribution cut out of their pieces. French,
Italian, Spanish and Russian papers leave the marks open around it; its verb stands before its
subject, so the quoted person's own "he says" is not taken for it.
"""

from __future__ import annotations

from newsparse.model.label import QuoteKind
from newsparse.parsers.attributions import Frame
from newsparse.parsers.describe import read_mention
from newsparse.parsers.followers import next_phrase
from newsparse.parsers.mentions import NAME, PRONOUN, Mention, Scene
from newsparse.parsers.quote_draft import Draft
from newsparse.parsers.quote_text import PUNCT, WORD, Token, words_between

__all__ = ["cut_incises"]

LONGEST = 16
"""Tokens of an attribution inside the marks."""

UNKNOWN = 3
"""Small words from a verb that no pack knows to the name behind it, between two dashes."""

_WHOLE = frozenset(("behind a dash", "interview"))
"""Rules whose pieces hold no attribution."""

_DASHES = frozenset("—–―-")
_OPENING = frozenset(",!?…—–―")
_CLOSING = frozenset(",—–―-")
_STOPS = frozenset(',.!?…»”"')


def cut_incises(scene: Scene, drafts: list[Draft]) -> None:
    """Cut attributions out of the pieces of direct quotes, in place. Linear in their length.

    Where the language has none inside the marks, only what closes a run that was left open is cut:
    its closing mark was left out in front of it.
    """
    incise = scene.words.incise
    for draft in drafts:
        asked = incise or (draft.open and not draft.framed)
        if asked and draft.kind is QuoteKind.DIRECT and draft.rule not in _WHOLE:
            pieces: list[tuple[int, int]] = []
            for piece in draft.pieces:
                pieces.extend(_cut(scene, draft, piece))
            if incise or (len(pieces) == len(draft.pieces) and pieces[-1][1] < draft.pieces[-1][1]):
                draft.pieces = pieces
            elif draft.how == "inside the marks":
                draft.take(Frame(None, None, ""))


def _cut(scene: Scene, draft: Draft, piece: tuple[int, int]) -> list[tuple[int, int]]:
    tokens = words_between(scene.text, piece[0], piece[1], scene.words)
    found: list[tuple[int, int]] = []
    start = piece[0]
    at = 1
    while at < len(tokens) - 1:
        told = _frame(scene, tokens, at)
        if told is None:
            at += 1
            continue
        frame, behind = told
        if draft.mention is None or not draft.framed:
            draft.take(frame)
        # A comma belongs to what was said, a dash to the attribution.
        found.append((start, tokens[at - (tokens[at].low in _DASHES)].end))
        closing = behind < len(tokens) and tokens[behind].low in _CLOSING
        at = behind + closing
        start = tokens[at].start if at < len(tokens) else piece[1]
    if scene.text[start : piece[1]].strip(" .!?…"):
        found.append((start, piece[1]))
    return found


def _frame(scene: Scene, tokens: list[Token], at: int) -> tuple[Frame, int] | None:
    """The attribution behind the comma or dash at ``at``, and the token behind it."""
    words = scene.words
    if tokens[at].kind != PUNCT or tokens[at].low not in _OPENING:
        return None
    place = at if tokens[at].low in _DASHES else at + 1
    dashed = place < len(tokens) and tokens[place].low in _DASHES
    pronoun = -1
    while place < len(tokens) and (
        tokens[place].low in words.between or tokens[place].low in _DASHES or place == pronoun
    ):
        place += 1
        if place < len(tokens) and tokens[place - 1].low in words.between:
            # "a-t-elle répondu"
            pronoun = place if tokens[place].low in words.pronouns else pronoun
    if place >= len(tokens) or tokens[place].kind != WORD or tokens[place].cap:
        return None
    length = words.cue_at(tokens, place)
    limit = min(len(tokens), place + LONGEST)
    if pronoun >= 0 and length:
        mention = read_mention(scene, tokens, pronoun, pronoun + 1)
        behind = place + length
    else:
        mention = next_phrase(scene, tokens, place + (length or 1), limit, skips=1)
        behind = mention.behind if mention is not None else limit
    if mention is None or not _names(scene, tokens, mention):
        return None
    if not length and not (dashed and mention.kind == NAME and _lower(tokens, place, mention)):
        return None
    behind = _end(tokens, behind, limit, dashed=dashed)
    if behind < len(tokens) and tokens[behind].kind != PUNCT:
        return None
    if tokens[at].low in _DASHES and (behind >= len(tokens) or tokens[behind].low not in _DASHES):
        return None
    cue = (tokens[place].start, tokens[place + (length or 1) - 1].end)
    return Frame(mention, cue, "inside the marks"), behind


def _lower(tokens: list[Token], at: int, mention: Mention) -> bool:
    """Whether a verb that no pack knows leads straight to a name: one or two small words."""
    return mention.first - at <= UNKNOWN and all(not t.cap for t in tokens[at : mention.first])


def _end(tokens: list[Token], behind: int, limit: int, *, dashed: bool) -> int:
    """Where an attribution ends: at a stop, or at the dash that closes it."""
    closing = _STOPS | _DASHES if dashed else _STOPS
    while behind < limit and not (tokens[behind].kind == PUNCT and tokens[behind].low in closing):
        behind += 1
    if behind < limit and tokens[behind].low == ",":
        behind = _apposition_end(tokens, behind, limit)
    if dashed and behind + 1 < len(tokens) and tokens[behind + 1].low in _DASHES:
        behind += 1
    return behind


def _apposition_end(tokens: list[Token], comma: int, limit: int) -> int:
    """The stop behind a few small words: ", s'emporte Ada Roux, retraitée." ends at the stop."""
    at = comma + 1
    while at < min(limit, comma + 1 + UNKNOWN) and tokens[at].kind == WORD and not tokens[at].cap:
        at += 1
    ends = comma + 1 < at < limit and tokens[at].low == "."
    return at if ends else comma


def _names(scene: Scene, tokens: list[Token], mention: Mention) -> bool:
    """Whether the phrase is a person, a pronoun glued to the verb or a noun that speaks."""
    words = scene.words
    if mention.kind == NAME:
        return True
    inside = tokens[mention.first : mention.last]
    if mention.kind == PRONOUN:
        low = inside[0].low
        return low in words.male or low in words.female
    return any(words.is_speaker(t.low) for t in inside)
