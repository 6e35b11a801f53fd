"""Marked runs that are speech: which ones, how they belong together, whose they are.

In: paragraphs and sentences. Out: drafts of direct and partial quotes, names not yet resolved.
Titles, scare quotes and nicknames are left out: a run counts as speech if it stands alone, behind
a colon, next to a frame with a speaker, or inside a clause that a verb of saying governs.
"""

from __future__ import annotations

from newsparse.model.label import QuoteKind
from newsparse.parsers.cues import Lexicon
from newsparse.parsers.mentions import Mention, opens_phrase, read_mention
from newsparse.parsers.quote_marks import Paragraph, Run
from newsparse.parsers.quote_text import PUNCT, RUN, WORD, Sentence, Token, starts_upper
from newsparse.parsers.speakers import Frame, frame_after, frame_before

__all__ = ["Draft", "read_runs"]

MAX_UNCLOSED = 3_000
"""Code points of a run that its paragraph leaves open; a longer one is a stray mark."""

_FINAL = frozenset(".!?…。！？")


class Draft:
    """A quote in the making.

    Attributes:
        pieces: Borders of the runs, ascending.
        kind: Direct, partial or indirect.
        mention: Who is named at the quote, or None.
        cue: Borders of the verb of saying, or None.
        how: Name of the pattern that gave the speaker.
        sentence: Number of the sentence of the first piece.
        paragraph: Number of its paragraph.
        open: Whether the last run was left open at its paragraph's end.
        framed: Whether the quote has an attribution of its own.
    """

    __slots__ = (
        "cue",
        "framed",
        "how",
        "kind",
        "mention",
        "open",
        "paragraph",
        "pieces",
        "sentence",
    )

    def __init__(
        self, piece: tuple[int, int], kind: QuoteKind, sentence: int, paragraph: int
    ) -> None:
        self.pieces = [piece]
        self.kind = kind
        self.mention: Mention | None = None
        self.cue: tuple[int, int] | None = None
        self.how = ""
        self.sentence = sentence
        self.paragraph = paragraph
        self.open = False
        self.framed = False

    def take(self, frame: Frame | None) -> None:
        """Take over an attribution."""
        if frame is None:
            return
        self.mention, self.cue, self.how = frame.mention, frame.cue, frame.how
        self.framed = True


def read_runs(
    text: str, parts: list[Paragraph], lines: list[Sentence], lexicon: Lexicon
) -> list[Draft]:
    """Read all marked runs of a text, in reading order."""
    found: list[Draft] = []
    for number, line in enumerate(lines):
        if any(t.kind == RUN for t in line.tokens):
            _read_sentence(text, parts[line.paragraph], line, number, lexicon, found)
    return _joined(text, lines, parts, found, lexicon)


def _read_sentence(
    text: str,
    part: Paragraph,
    line: Sentence,
    number: int,
    lexicon: Lexicon,
    found: list[Draft],
) -> None:
    tokens = line.tokens
    places = [i for i, t in enumerate(tokens) if t.kind == RUN]
    previous: Draft | None = None
    for order, at in enumerate(places):
        run = part.runs[tokens[at].run]
        if not run.closed and run.end - run.start > MAX_UNCLOSED:
            continue
        low = places[order - 1] + 1 if order else 0
        high = places[order + 1] if order + 1 < len(places) else len(tokens)
        draft = _read_run(
            text, tokens, at, low, high, run, number, line.paragraph, lexicon, previous
        )
        if draft is None:
            continue
        draft.open = not run.closed
        if previous is not None and _continues(text, tokens, previous, draft, low, at):
            previous.pieces.extend(draft.pieces)
            previous.open = draft.open
            if previous.mention is None and draft.mention is not None:
                previous.mention, previous.cue, previous.how = draft.mention, draft.cue, draft.how
            previous.framed = previous.framed or draft.framed
            continue
        found.append(draft)
        previous = draft


def _continues(
    text: str, tokens: list[Token], previous: Draft, draft: Draft, low: int, at: int
) -> bool:
    """Whether a run goes on with the utterance before it: "A," she said, "b."."""
    if previous.kind is not QuoteKind.DIRECT or draft.kind is not QuoteKind.DIRECT:
        return False
    return not draft.framed or draft.mention == previous.mention


def _read_run(
    text: str,
    tokens: list[Token],
    at: int,
    low: int,
    high: int,
    run: Run,
    number: int,
    paragraph: int,
    lexicon: Lexicon,
    previous: Draft | None,
) -> Draft | None:
    """Decide what one run is; None if it is no speech."""
    inner = text[run.inner : run.inner_end].strip()
    words = len(inner.split()) if lexicon.spaced else len(inner) // 2
    if not any(c.isalnum() for c in inner):
        return None
    upper = starts_upper(text, run)
    last = inner[-1:]
    comma = last == "," or (at + 1 < high and tokens[at + 1].low == ",")
    final = last in _FINAL
    before = tokens[at - 1] if at > low else None
    lead = all(t.kind == PUNCT for t in tokens[low:at])
    after_words = any(t.kind == WORD for t in tokens[at + 1 : high])
    colon = before is not None and before.low in (":", "：")
    scare = before is not None and _scared(tokens, low, at, lexicon)

    def draft(kind: QuoteKind, frame: Frame | None) -> Draft:
        made = Draft((run.start, run.end), kind, number, paragraph)
        made.take(frame)
        return made

    if lead and not after_words and low == 0 and high == len(tokens):
        if words >= 2 or final:
            return draft(QuoteKind.DIRECT, None) if last != ":" else None
        return None
    if scare and not (final and words > 4 and colon):
        return None
    if lead and previous is not None and low > 0 and words >= 2 and (upper or final):
        return draft(QuoteKind.DIRECT, None)
    if (
        after_words
        and (lead or comma)
        and (comma or final or last in "—–-" or not upper or words > 5)
    ):
        frame = frame_after(text, tokens, at + 1, high, lexicon)
        if (
            frame is not None
            and (frame.mention is not None or frame.cue)
            and (comma or final or (frame.cue and words > 3))
        ):
            if lead or upper:
                return draft(QuoteKind.DIRECT, frame)
    if colon:
        frame = frame_before(text, tokens, low, at, lexicon) or _label(
            text, tokens, low, at, lexicon
        )
        if words >= 2 or final:
            return draft(QuoteKind.DIRECT, frame)
        return None
    if before is not None:
        frame = frame_before(text, tokens, low, at, lexicon)
        if frame is not None:
            if previous is not None and frame.mention is None:
                frame = frame._replace(mention=previous.mention)
            near = before.low == "," or _cue_near(tokens, low, at, lexicon)
            if near and upper and (words >= 3 or final):
                return draft(QuoteKind.DIRECT, frame)
            if words >= 2:
                return draft(QuoteKind.PARTIAL, frame)
            return None
        if (
            previous is not None
            and not lead
            and all(
                t.kind == PUNCT or t.low in lexicon.between or not t.cap for t in tokens[low:at]
            )
            and upper
            and previous.framed
            and before.low in ",-—–:"
        ):
            return draft(QuoteKind.DIRECT, None)
    if upper and final and words >= 5:
        return draft(QuoteKind.DIRECT, None)
    weak = _weak_frame(text, tokens, low, at, lexicon)
    if weak is not None and words >= 2:
        return draft(QuoteKind.PARTIAL, weak)
    return None


def _scared(tokens: list[Token], low: int, at: int, lexicon: Lexicon) -> bool:
    for back in (1, 2):
        place = at - back
        if place >= low and tokens[place].kind == WORD and lexicon.scare.at(tokens, place) == back:
            return True
    return False


def _cue_near(tokens: list[Token], low: int, at: int, lexicon: Lexicon) -> bool:
    """Whether a cue stands within a few words before the run, so that the run is its object."""
    for place in range(max(low, at - 4), at):
        if tokens[place].kind == WORD and lexicon.cue_at(tokens, place):
            return not any(t.low in lexicon.that for t in tokens[place + 1 : at])
    return False


def _label(text: str, tokens: list[Token], low: int, at: int, lexicon: Lexicon) -> Frame | None:
    """``NAME: "…"`` without a verb."""
    place = low
    while place < at and tokens[place].kind == PUNCT:
        place += 1
    if place < at and opens_phrase(tokens, place, lexicon):
        mention = read_mention(text, tokens, place, at, lexicon)
        if mention is not None:
            return Frame(mention, None, "label")
    return None


def _weak_frame(
    text: str, tokens: list[Token], low: int, at: int, lexicon: Lexicon
) -> Frame | None:
    from newsparse.parsers.speakers import subject_before

    for place in range(at - 1, max(low, at - 12) - 1, -1):
        if tokens[place].kind == WORD and (length := lexicon.weak.at(tokens, place)):
            mention = subject_before(text, tokens, 0, place, lexicon)
            if mention is not None:
                cue = (tokens[place].start, tokens[place + length - 1].end)
                return Frame(mention, cue, "judgement")
    return None


def _joined(
    text: str,
    lines: list[Sentence],
    parts: list[Paragraph],
    drafts: list[Draft],
    lexicon: Lexicon,
) -> list[Draft]:
    """Join what goes on in the next sentence or paragraph, and carry speakers over."""
    found: list[Draft] = []
    for draft in drafts:
        last = found[-1] if found else None
        if last is not None and draft.kind is QuoteKind.DIRECT and last.kind is QuoteKind.DIRECT:
            if not draft.framed and _adjoins(lines, last, draft):
                opened = (
                    draft.open
                    and draft.paragraph == last.paragraph
                    and last.framed
                    and _goes_on(text, parts, draft)
                )
                if not opened:
                    last.pieces.extend(draft.pieces)
                    last.open = draft.open
                    last.sentence, last.paragraph = draft.sentence, draft.paragraph
                    continue
            if not draft.framed and draft.paragraph - last.paragraph <= 1:
                draft.mention, draft.how = last.mention, "carried over"
        if draft.mention is None and draft.kind is QuoteKind.DIRECT and not draft.framed:
            _from_sentence_before(text, lines, draft, lexicon)
        found.append(draft)
    return found


def _goes_on(text: str, parts: list[Paragraph], draft: Draft) -> bool:
    number = draft.paragraph + 1
    return (
        number < len(parts)
        and bool(parts[number].runs)
        and parts[number].runs[0].start == parts[number].start
    )


def _adjoins(lines: list[Sentence], last: Draft, draft: Draft) -> bool:
    """Whether a run without an attribution directly continues the quote before it."""
    if draft.paragraph == last.paragraph:
        return draft.sentence - last.sentence <= 1
    if draft.paragraph == last.paragraph + 1 and last.open:
        return draft.pieces[0][0] == lines[draft.sentence].start
    return False


def _from_sentence_before(text: str, lines: list[Sentence], draft: Draft, lexicon: Lexicon) -> None:
    number = draft.sentence - 1
    if number < 0 or lines[number].paragraph < draft.paragraph - 1:
        return
    tokens = lines[number].tokens
    for at in range(len(tokens)):
        if opens_phrase(tokens, at, lexicon):
            mention = read_mention(text, tokens, at, len(tokens), lexicon)
            if mention is not None:
                draft.mention, draft.how = mention, "sentence before"
                return
