"""Who a sentence says has spoken: subject and verb of saying around a quote.

In: the tokens of a sentence and a stretch of them before or behind a marked run. Out: a Frame with
the speaker's mention and the cue. Order of words is tried, not known: "said Ada Roe", "Ada Roe, a
baker, said", "am Montag sagte Ada Roe", "a déclaré lundi Ada Roe".
"""

from __future__ import annotations

from newsparse.parsers.attributions import Frame, according, cited_before, cited_behind, document_at
from newsparse.parsers.cues import Lexicon
from newsparse.parsers.describe import read_mention
from newsparse.parsers.followers import PAUSES, is_document, marked_name, next_phrase
from newsparse.parsers.mentions import NAME, NOUN, Mention, Scene, opens_phrase, plausible
from newsparse.parsers.quote_text import PUNCT, RUN, WORD, Token
from newsparse.parsers.subjects import first_subject, subject_before
from newsparse.parsers.verb_subject import subject_of

__all__ = [
    "frame_after",
    "frame_before",
    "frame_behind",
    "label_before",
]

REACH = 28
"""Tokens of a frame looked at on either side of a quote: the 99th percentile of the distance from
quote to speaker in the training part is 24 words."""


LABEL = 6
"""Tokens before a colon up to which they name the speaker as a whole ("Ada Roe, baker:")."""


FAR = 7
"""Small words between a verb that no pack knows and the full name of its subject."""


SKIPS = 3
"""Adverbials that may stand between an inverted verb and its subject."""


def frame_after(scene: Scene, tokens: list[Token], low: int, high: int) -> Frame | None:
    """Read the frame between token ``low``, right behind a quote, and ``high``."""
    words = scene.words
    high = min(high, low + REACH)
    start = low
    while start < high and tokens[start].kind == PUNCT and tokens[start].low in PAUSES:
        start += 1
    if start >= high or tokens[start].kind != WORD:
        return None
    frame = according(scene, tokens, start, high)
    if frame is not None:
        return frame
    start += tokens[start].low in words.tags and start + 1 < high
    place, length = _first_cue(tokens, start, high, words)
    if place < 0:
        place, length = start, words.weak.at(tokens, start)
    if length:
        return _behind_cue(scene, tokens, start, place, length, high)
    dashed = start > low and tokens[start - 1].low in "—–―-"
    return _guess_after(scene, tokens, start, high, dashed=dashed)


def _behind_cue(
    scene: Scene, tokens: list[Token], start: int, place: int, length: int, high: int
) -> Frame:
    """The frame whose verb of saying is at ``place``, behind a quote."""
    words = scene.words
    cue = (tokens[place].start, tokens[place + length - 1].end)
    reads = words.reads.at(tokens, place)
    document = document_at(scene, tokens, place + reads, high) if reads else None
    document = document or (document_at(scene, tokens, start, place) if reads else None)
    if document is not None:
        return Frame(document, cue, "document read")
    lead = start
    while lead < place and tokens[lead].kind == WORD and tokens[lead].low in words.between:
        lead += 1
    if lead < place:
        told = cited_before(scene, tokens, start, place, place + length, high)
        if told is not None and tokens[place].low not in words.citing:
            return Frame(told, cue, "cited")
        mention = subject_before(scene, tokens, start, place)
        if mention is not None and plausible(scene, tokens, mention):
            cited = cited_behind(scene, tokens, place + length, high)
            return cited or Frame(mention, cue, "subject, cue")
    mention = next_phrase(scene, tokens, place + length, high, skips=SKIPS)
    mention = _behind_object(scene, tokens, mention, high)
    if mention is None and high < len(tokens) and high - place - length <= 1:
        # 'wrote "The Example"': the paper's name is a marked run of its own.
        mention = marked_name(scene, tokens[high], high) if tokens[high].kind == RUN else None
    if mention is not None and lead < place and not plausible(scene, tokens, mention):
        mention = None
    if mention is not None and words.citing and tokens[place].low in words.citing:
        return Frame(mention, cue, "cited")
    if mention is not None and lead >= place:
        return Frame(mention, cue, "cue, subject")
    return Frame(mention, cue, "cue")


def _behind_object(
    scene: Scene, tokens: list[Token], mention: Mention | None, high: int
) -> Mention | None:
    """The name behind a thing: "describió la obra el arquitecto Gil"."""
    if mention is None or mention.kind != NOUN or mention.behind >= high:
        return mention
    words, at = scene.words, mention.behind
    if any(words.is_speaker(t.low) for t in tokens[mention.first : mention.last]):
        return mention
    if words.noun_capitals or not opens_phrase(tokens, at, words):
        return mention
    second = read_mention(scene, tokens, at, high)
    return second if second is not None and second.kind == NAME else mention


def frame_before(scene: Scene, tokens: list[Token], low: int, high: int) -> Frame | None:
    """Read the frame that ends at token ``high``, right before a quote."""
    words = scene.words
    low = max(low, high - REACH)
    fallback: Frame | None = None
    for at in range(high - 1, low - 1, -1):
        length = _cue_here(tokens, at, low, words)
        if not length:
            if tokens[at].kind == WORD and (frame := according(scene, tokens, at, high)):
                return frame
            continue
        cue = (tokens[at].start, tokens[at + length - 1].end)
        if (reads := words.reads.at(tokens, at)) and (
            document := _read_in(scene, tokens, low, at, at + reads, high)
        ):
            return Frame(document, cue, "document read")
        mention = subject_of(scene, tokens, low, at, at + length, high)
        if mention is None:
            fallback = fallback or Frame(None, cue, "cue")
        elif mention.kind == NOUN and is_document(tokens, mention, words):
            if fallback is None or fallback.mention is None:
                fallback = Frame(mention, cue, "document, cue")
        else:
            return Frame(mention, cue, "subject, cue")
    return fallback


def _read_in(  # the tokens, three borders and the end
    scene: Scene, tokens: list[Token], low: int, cue: int, behind: int, high: int
) -> Mention | None:
    """The document in front of "it says" or behind it."""
    clause = cue
    while clause > low and (tokens[clause - 1].kind == WORD or tokens[clause - 1].low == ","):
        clause -= 1
    found = document_at(scene, tokens, clause, cue)
    return found or document_at(scene, tokens, behind, high)


def _cue_here(tokens: list[Token], at: int, low: int, words: Lexicon) -> int:
    """Tokens of a cue at ``at``, unless its word is a noun or part of a name there."""
    token = tokens[at]
    if token.kind != WORD:
        return 0
    length = words.cue_at(tokens, at)
    if not length:
        return 0
    before = tokens[at - 1] if at > low else None
    if token.cap and (before is not None and before.kind == WORD):
        return 0
    article = before is not None and before.low in words.determiners - words.between
    if length == 1 and before is not None and article:
        # "his read on it"; a pronoun may look like an article ("die sagte").
        return length if before.low in words.pronouns and before.low in words.relatives else 0
    return length


def frame_behind(scene: Scene, tokens: list[Token], at: int) -> Frame | None:
    """Read a frame further on in the sentence: "She was “tired” of it, Ada Roe said"."""
    words = scene.words
    inner = scene.text[tokens[at].start : tokens[at].end].rstrip("”\"“»«’' ")
    first = at if inner.endswith(",") else at + 1  # “a sieve,” said Roe
    for place in range(first, min(len(tokens), at + REACH)):
        token = tokens[place]
        pauses = place == at or (token.kind == PUNCT and token.low in PAUSES)
        if not pauses or place + 1 >= len(tokens):
            continue
        if tokens[place + 1].kind != WORD:
            continue
        frame = according(scene, tokens, place + 1, len(tokens))
        if frame is not None:
            return frame
        cue, length = _first_cue(tokens, place + 1, min(len(tokens), place + 8), words)
        if cue < 0 or any(t.kind == RUN for t in tokens[place + 1 : cue]):
            continue
        borders = (tokens[cue].start, tokens[cue + length - 1].end)
        mention = None
        if cue > place + 1:
            mention = subject_before(scene, tokens, place + 1, cue)
        else:
            mention = next_phrase(scene, tokens, cue + length, len(tokens), skips=SKIPS)
        if mention is not None and plausible(scene, tokens, mention):
            return Frame(mention, borders, "subject, cue")
    return None


def label_before(scene: Scene, tokens: list[Token], low: int, high: int) -> Frame | None:
    """Read ``NAME:`` in front of a quote, where no verb of saying stands."""
    end = high
    while end > low and tokens[end - 1].kind == PUNCT and tokens[end - 1].low in PAUSES:
        end -= 1
    if end <= low:
        return None
    if end - low <= LABEL:
        mention = subject_before(scene, tokens, low, end)
    else:
        dash = next((i for i in range(end - 1, low, -1) if tokens[i].low in "—–―-"), -1)
        if dash >= 0 and end - dash <= LABEL:
            mention = subject_before(scene, tokens, dash + 1, end)
        else:
            mention = first_subject(scene, tokens, low, end)
            mention = mention or subject_before(scene, tokens, low, end)
    return None if mention is None else Frame(mention, None, "label")


def _first_cue(tokens: list[Token], low: int, high: int, words: Lexicon) -> tuple[int, int]:
    for at in range(low, high):
        token = tokens[at]
        # "Ian Read said": a cue in capitals is part of a name.
        if token.kind == WORD and not token.cap and (length := words.cue_at(tokens, at)):
            return at, length
    return -1, 0


def _guess_after(  # as above  # each return has one reason
    scene: Scene, tokens: list[Token], low: int, high: int, *, dashed: bool
) -> Frame | None:
    """A frame whose verb no pack knows: "grumbled Ada Roe", "Ada Roe offered", "— Ada Roe"."""
    words = scene.words
    helps = frozenset[str]() if words.noun_capitals else words.between
    while low + 1 < high and tokens[low].low in helps and not tokens[low].cap:
        low += 1  # "ha resumido Ada Roe"
    first = tokens[low]
    if opens_phrase(tokens, low, words):
        mention = read_mention(scene, tokens, low, high)
        if mention is None or not plausible(scene, tokens, mention):
            return None
        signed = dashed or mention.behind >= high
        return Frame(mention, None, "dash, name" if signed else "name")
    if first.cap or low + 1 >= high:
        return None
    if first.low in words.stops or first.low in words.links or first.low in words.relatives:
        return None
    at = (
        low + 1 if opens_phrase(tokens, low + 1, words) else _far_name(tokens, low + 1, high, words)
    )
    mention = read_mention(scene, tokens, at, high) if at else None
    if mention is None or (mention.kind != NAME and not plausible(scene, tokens, mention)):
        return None
    return Frame(mention, (first.start, first.end), "unknown verb, subject")


def _far_name(tokens: list[Token], low: int, high: int, words: Lexicon) -> int:
    """Where a full name opens behind a few small words no list knows ("řekl trenér Jan Novák").

    0 if none does: a stop, a link or a lone capital stands in front.
    """
    for at in range(low, min(high - 1, low + FAR)):
        token, after = tokens[at], tokens[at + 1]
        if token.kind != WORD or token.low in words.stops or token.low in words.links:
            return 0
        if token.cap:
            return at if after.kind == WORD and after.cap and at > low else 0
        if not token.low.isalpha():
            return 0
    return 0
