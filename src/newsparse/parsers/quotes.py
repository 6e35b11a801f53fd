"""Quotes: what a text reports somebody to have said, and who.

In: running text, one paragraph a line. Out: Quotes in order, direct and partial ones from marked
runs, indirect ones from cues. Source of the rules: docs/roles/quotes.md; words are in the packs.
"""

from __future__ import annotations

from newsparse.languages.schema import Pack
from newsparse.model.quotes import Quote, Speaker
from newsparse.model.span import Span
from newsparse.parsers.cues import Lexicon, lexicon
from newsparse.parsers.east_names import EastNames
from newsparse.parsers.indirect import read_indirect
from newsparse.parsers.mentions import Mention, Scene
from newsparse.parsers.names import Register
from newsparse.parsers.quote_marks import Paragraph, paragraphs
from newsparse.parsers.quote_dash import read_dashes
from newsparse.parsers.quote_draft import Draft
from newsparse.parsers.quote_east import read_east
from newsparse.parsers.quote_incise import cut_incises
from newsparse.parsers.quote_join import join_drafts
from newsparse.parsers.quote_runs import read_runs
from newsparse.parsers.quote_turns import read_turns
from newsparse.parsers.quote_text import Sentence, sentences

__all__ = ["find_quotes"]


def find_quotes(text: str, *, pack: Pack, headline: str = "") -> tuple[Quote, ...]:
    """Find quotations and who speaks them.

    Args:
        text: Running text. Paragraphs are separated by a blank line or a line end; marks opened
            again at each paragraph continue one quote.
        pack: Language pack: marks, verbs of saying and the words around them.
        headline: The story's headline, asked for full names only.

    Returns:
        Quotes in order of their start. Spans are code points into ``text``, end exclusive;
        ``speaker`` is None where nobody is shown to have spoken. Empty if there is none.

    Linear in ``len(text)``. Never raises on any text.
    """
    words = lexicon(pack)
    parts = paragraphs(text)
    if words.language in ("ja", "ko", "zh"):
        return _eastern(text, parts, words)
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
    drafts = read_indirect(scene, lines, drafts)
    for draft in drafts:
        if draft.mention is not None:
            register.learn(draft.mention)
    found: list[Quote] = []
    for draft in drafts:
        speaker = None
        if draft.mention is not None:
            speaker = _speaker(text, draft.mention, *register.resolve(draft.mention))
        found.append(_quote(text, draft, speaker))
    return tuple(found)


def _eastern(text: str, parts: list[Paragraph], words: Lexicon) -> tuple[Quote, ...]:
    drafts = read_east(Scene(text, words, frozenset()), parts)
    names = EastNames()
    for draft in drafts:
        if draft.mention is not None:
            names.learn(draft.mention)
    found: list[Quote] = []
    last: str | None = None
    for draft in drafts:
        speaker = None
        if draft.mention is not None:
            name, role, institution = names.resolve(draft.mention, last)
            last = name or last
            speaker = _speaker(text, draft.mention, name, role, institution)
        found.append(_quote(text, draft, speaker))
    return tuple(found)


def _quote(text: str, draft: Draft, speaker: Speaker | None) -> Quote:
    pieces = tuple(Span(start, end) for start, end in draft.pieces)
    cue = draft.cue
    return Quote(
        text=" ".join(text[p.start : p.end] for p in pieces),
        span=Span(pieces[0].start, pieces[-1].end),
        pieces=pieces,
        kind=draft.kind,
        speaker=speaker,
        cue=text[cue[0] : cue[1]] if cue else None,
        cue_span=Span(*cue) if cue else None,
    )


def _speaker(
    text: str, mention: Mention, name: str | None, role: str | None, institution: str | None
) -> Speaker:
    return Speaker(
        name=name,
        mention=text[mention.start : mention.end],
        span=Span(mention.start, mention.end),
        role=role,
        affiliation=institution,
    )
