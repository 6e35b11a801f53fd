"""Quotes: what a text reports somebody to have said, and who.

In: running text, one paragraph a line. Out: Quotes in order, direct and partial ones from marked
runs, indirect ones from cues. Source of the rules: docs/roles/quotes.md; words are in the packs.
"""

from __future__ import annotations

from collections.abc import Sequence

from newsparse.languages.schema import Pack
from newsparse.model.evidence import Evidence
from newsparse.model.quotes import Quote, Speaker
from newsparse.model.span import Span
from newsparse.parsers.cues import Lexicon, lexicon
from newsparse.parsers.east_names import EastNames
from newsparse.parsers.indirect import read_indirect
from newsparse.parsers.mentions import Mention, Scene
from newsparse.parsers.names import Register
from newsparse.parsers.quote_blocks import mark_blocks, without_unsaid
from newsparse.parsers.quote_dash import read_dashes
from newsparse.parsers.quote_draft import Draft
from newsparse.parsers.quote_east import read_east
from newsparse.parsers.quote_incise import cut_incises
from newsparse.parsers.quote_join import join_drafts
from newsparse.parsers.quote_marks import Paragraph, paragraphs
from newsparse.parsers.quote_runs import read_runs
from newsparse.parsers.quote_scores import count_words, evidence_of, quote_score, speaker_score
from newsparse.parsers.quote_text import Sentence, sentences
from newsparse.parsers.quote_turns import read_turns

__all__ = ["explain_quote", "explain_quotes", "find_quotes"]

EASTERN = frozenset(("ja", "ko", "zh"))
"""Languages that are read as text, not as words: see ``quote_east``."""


NO_BLOCKS: frozenset[int] = frozenset()
"""What a text without a page around it has of block quotes."""


def find_quotes(
    text: str, *, pack: Pack, headline: str = "", quoted: Sequence[Span] = ()
) -> tuple[Quote, ...]:
    """Find quotations and who speaks them.

    Args:
        text: Running text. Paragraphs are separated by a blank line or a line end; marks opened
            again at each paragraph continue one quote.
        pack: Language pack: marks, verbs of saying and the words around them. Of several packs in
            one, the words of the first are used.
        headline: The story's headline, asked for full names only.
        quoted: Stretches that the page sets apart as block quotes, ascending. Without marks of
            their own they are quotes where a lead-in or a signature says whose.

    Returns:
        Quotes in order of their start. Spans are code points into ``text``, end exclusive;
        ``speaker`` is None where nobody is shown to have spoken. Pieces ascend; no two quotes share
        a piece but those nested in an indirect one. Empty if there is none.

    Linear in ``len(text)``. Never raises on any text.
    """
    return tuple(quote for quote, _ in _read(text, pack, headline, quoted))


def explain_quotes(
    text: str, *, pack: Pack, headline: str = "", quoted: Sequence[Span] = ()
) -> tuple[tuple[Evidence, ...], ...]:
    """Return the reasons for each quote that ``find_quotes`` finds, in the same order."""
    found = _read(text, pack, headline, quoted)
    return tuple(evidence_of(draft, count_words(quote.text)) for quote, draft in found)


def explain_quote(text: str, quote: Quote, *, pack: Pack) -> tuple[Evidence, ...]:
    """Return the reasons for one quote of ``text``; empty if it is none.

    Args:
        text: The text that was searched.
        quote: One of the quotes found in it.
        pack: The pack that was used.

    Returns:
        Evidence, largest points first: the rule that took the words for a quote, the pattern that
        gave the speaker. Points are log-odds.
    """
    for found, draft in _read(text, pack, "", ()):
        if found.pieces == quote.pieces and found.kind is quote.kind:
            return evidence_of(draft, count_words(found.text))
    return ()


def _read(
    text: str, pack: Pack, headline: str, quoted: Sequence[Span]
) -> list[tuple[Quote, Draft]]:
    """Find quotes, each with the draft that explains it."""
    words = lexicon(pack)
    parts = paragraphs(text)
    if words.language in EASTERN:
        return _eastern(text, parts, words)
    parts, blocks = mark_blocks(text, parts, quoted) if quoted else (parts, NO_BLOCKS)
    lines: list[Sentence] = []
    for number, part in enumerate(parts):
        lines.extend(sentences(text, part, number, words))
    register = Register(text, lines, words, headline)
    scene = Scene(text, words, register.people)
    drafts = read_runs(scene, parts, lines)
    spoken = [*read_dashes(scene, parts, lines), *read_turns(scene, parts, lines)]
    if spoken:
        drafts = sorted((*drafts, *spoken), key=lambda d: d.pieces[0])
    cut_incises(scene, drafts)
    drafts = join_drafts(scene, parts, lines, drafts)
    if blocks:
        drafts = without_unsaid(words, lines, drafts, blocks)
    drafts = read_indirect(scene, lines, drafts)
    for draft in drafts:
        if draft.mention is not None:
            register.learn(draft.mention)
    found: list[tuple[Quote, Draft]] = []
    for draft in drafts:
        speaker = None
        if draft.mention is not None:
            speaker = _speaker(text, draft, draft.mention, register.resolve(draft.mention))
        found.append((_quote(text, draft, speaker), draft))
    return found


def _eastern(text: str, parts: list[Paragraph], words: Lexicon) -> list[tuple[Quote, Draft]]:
    drafts = read_east(Scene(text, words, frozenset()), parts)
    names = EastNames()
    for draft in drafts:
        if draft.mention is not None:
            names.learn(draft.mention)
    found: list[tuple[Quote, Draft]] = []
    last: str | None = None
    for draft in drafts:
        speaker = None
        if draft.mention is not None:
            resolved = names.resolve(draft.mention, last)
            last = resolved[0] or last
            speaker = _speaker(text, draft, draft.mention, resolved)
        found.append((_quote(text, draft, speaker), draft))
    return found


def _quote(text: str, draft: Draft, speaker: Speaker | None) -> Quote:
    pieces = tuple(Span(start, end) for start, end in draft.pieces)
    cue = draft.cue
    said = " ".join(text[p.start : p.end] for p in pieces)
    return Quote(
        text=said,
        span=Span(pieces[0].start, pieces[-1].end),
        pieces=pieces,
        kind=draft.kind,
        speaker=speaker,
        cue=text[cue[0] : cue[1]] if cue else None,
        cue_span=Span(*cue) if cue else None,
        score=quote_score(draft, count_words(said)),
    )


def _speaker(
    text: str,
    draft: Draft,
    mention: Mention,
    resolved: tuple[str | None, str | None, str | None],
) -> Speaker:
    name, role, institution = resolved
    return Speaker(
        name=name,
        mention=text[mention.start : mention.end],
        span=Span(mention.start, mention.end),
        role=role,
        affiliation=institution,
        score=speaker_score(draft),
    )
