"""Quotes in Chinese, Japanese and Korean.

In: paragraphs with marked runs. Out: drafts of direct and partial quotes. Words do not stand apart
here (or carry their particles), so what surrounds a run is read as text: 张伟说：“…”,
田中氏は「…」と述べた, 김 대표는 "…"라고 말했다. A marked word without a verb of saying is
emphasis, no quote.
"""

from __future__ import annotations

import re

from newsparse.model.label import QuoteKind
from newsparse.parsers.cues import Lexicon
from newsparse.parsers.east_names import name_in
from newsparse.parsers.mentions import Mention, Scene
from newsparse.parsers.quote_draft import Draft
from newsparse.parsers.quote_marks import Paragraph, Run

__all__ = ["read_east"]

AFTER = 48
"""Characters behind a run in which its verb of saying is looked for."""

BEFORE = 120
"""Characters in front of a run in which its speaker is looked for."""

SHORTEST = 4
"""Characters of a run that is a quote without the signs of a sentence."""

MAX_UNCLOSED = 1_500
"""Characters of a run that its paragraph leaves open; a longer one is a stray mark."""

_END = re.compile(r"[。！？!?\n]|(?<=[가-힣])\.")
_CLAUSE = re.compile(r"[，,；;。！？!?\n、]")
_JA_TOPIC = re.compile(r"(?:からも|からは|によると|は|も|が)(?=[、,]|[^ぁ-ん]|$)")
_JA_NOUN = re.compile(
    r"[\u3400-\u9fff々ァ-ヶーA-Za-zＡ-Ｚａ-ｚ0-9０-９・ の]{1,40}"
    r"(?:さん|くん|ちゃん)?(?:[（(][\d〇一二三四五六七八九十]{1,3}歳?[)）])?$"
)
_JA_QUOTED = re.compile(r"(?:など)?と(?:は|も|の|、)?|と")
_KO_TOPIC = re.compile(r"([^\s\"“”]+?)(?:께서는|은|는|도|이|가)(?=[\s,]|$)")
_KO_QUOTED = re.compile(r"(?:이?라|다|자|냐)?(?:고|며|면서|는|이라며)")
_KO_CASE = re.compile(
    r"(?:을|를|에|에서|의|은|는|고|며|서|와|과|로|으로|한|인|된|던|,|도|까지|부터)$"
)


def read_east(scene: Scene, parts: list[Paragraph]) -> list[Draft]:
    """Read all marked runs of a text, in reading order."""
    found: list[Draft] = []
    for number, part in enumerate(parts):
        for order, run in enumerate(part.runs):
            if not run.closed and run.end - run.start > MAX_UNCLOSED:
                continue
            low = part.runs[order - 1].end if order else part.start
            high = part.runs[order + 1].start if order + 1 < len(part.runs) else part.end
            draft = _judge(scene, run, low, high, number)
            if draft is None:
                continue
            last = found[-1] if found else None
            if last is not None and _goes_on(scene, last, draft, number, run, low):
                last.extend(draft)
                continue
            if draft.mention is None and last is not None and number - last.paragraph <= 1:
                last.lend(draft, "carried over")
            draft.open = not run.closed
            found.append(draft)
    return found


def _goes_on(  # each return has one reason
    scene: Scene, last: Draft, draft: Draft, number: int, run: Run, low: int
) -> bool:
    """Whether a run continues the quote before it: same sentence or speech, no new speaker."""
    if last.kind is not draft.kind:
        return False
    if draft.cue is not None and draft.cue == last.cue:
        # 「…。」司機張志明說，「…。」: one verb between two runs.
        return number == last.paragraph
    if draft.mention is not None:
        return False
    if number == last.paragraph + 1:
        return last.open and scene.text[low : run.start].strip() == ""
    if number != last.paragraph or last.pieces[-1][1] != low:
        return False
    between = scene.text[low : run.start]
    if draft.cue is not None and _END.search(between):
        return False
    return len(between) <= AFTER and "\n" not in between and draft.kind is QuoteKind.DIRECT


def _judge(scene: Scene, run: Run, low: int, high: int, number: int) -> Draft | None:
    """Decide what one run is; None if it is no speech."""
    text, words = scene.text, scene.words
    inner = text[run.inner : run.inner_end].strip()
    if not any(c.isalnum() for c in inner[:200]):
        return None
    start = _sentence_start(text, low, run.start)
    stop = _END.search(text, run.end, min(high, run.end + AFTER))
    end = stop.start() if stop else min(high, run.end + AFTER)
    reader = {"zh": _chinese, "ja": _japanese, "ko": _korean}[words.language]
    mention, cue, told = reader(scene, run, start, end)
    whole = inner[-1] in "。！？!?…，,." or len(inner) >= SHORTEST * 2
    alone = not text[start : run.start].strip() and not text[run.end : end].strip(" ，,。")
    if not told and not (alone and whole and len(inner) >= SHORTEST):
        return None
    if told and cue is None and not whole:
        return None
    kind = QuoteKind.DIRECT if whole or alone or len(inner) >= SHORTEST else QuoteKind.PARTIAL
    draft = Draft((run.start, run.end), kind, "told" if told else "stands alone", number, number)
    draft.mention, draft.cue = mention, cue
    draft.how = "east" if mention is not None else ""
    return draft


def _sentence_start(text: str, low: int, at: int) -> int:
    low = max(low, at - BEFORE)
    start = low
    for end in _END.finditer(text, low, at):
        start = end.end()
    return start


Reading = tuple[Mention | None, tuple[int, int] | None, bool]
"""Speaker, verb of saying, and whether the run is told at all."""


def _chinese(scene: Scene, run: Run, start: int, end: int) -> Reading:
    text, words = scene.text, scene.words
    front = text[start : run.start].rstrip("：:，, \u3000")
    stop = start + len(front)
    told = text[stop : run.start].strip() != ""
    for cue in words.cue_ends:
        if front.endswith(cue):
            at = stop - len(cue)
            return _chinese_subject(scene, start, at), (at, stop), True
    if told and text[stop : run.start].strip()[:1] in ("：", ":"):
        return name_in(text, start, stop, words), None, True
    back = run.end
    while back < end and text[back] in "，, ":
        back += 1
    clause = _CLAUSE.search(text, back, end)
    limit = clause.start() if clause else end
    for at in range(back, limit):
        for cue in words.cue_ends:
            if text.startswith(cue, at) and at + len(cue) <= limit:
                mention = name_in(text, back, at, words) if at > back else None
                return mention, (at, at + len(cue)), at - back <= AFTER // 2
    return _chinese_inside(scene, run, start)


def _chinese_inside(scene: Scene, run: Run, start: int) -> Reading:
    """A run inside a reported clause: 他称该计划为“一场灾难”."""
    text, words = scene.text, scene.words
    front = text[start : run.start].rstrip()
    if run.inner_end - run.inner < SHORTEST - 1 or front.endswith(tuple(words.scare.words)):
        return None, None, False
    for at in range(run.start - 1, start - 1, -1):
        for cue in words.cue_ends:
            if len(cue) < 2 and cue not in "称稱":
                continue
            if text.startswith(cue, at) and at + len(cue) <= run.start:
                mention = _chinese_subject(scene, start, at)
                return mention, (at, at + len(cue)), mention is not None
    return None, None, False


def _chinese_subject(scene: Scene, start: int, at: int) -> Mention | None:
    """What stands before the verb back to a pause; the clause before it if that is empty."""
    text = scene.text
    pauses = [start, *(p.end() for p in _CLAUSE.finditer(text, start, at))]
    for low in reversed(pauses):
        mention = name_in(text, low, at, scene.words)
        if mention is not None and mention.end - mention.start <= BEFORE // 4:
            return mention
    return None


def _japanese(scene: Scene, run: Run, start: int, end: int) -> Reading:
    text, words = scene.text, scene.words
    quoted = _JA_QUOTED.match(text, run.end, end)
    cue = _cue_in(text, quoted.end(), end, words) if quoted else None
    mention = _japanese_subject(scene, start, run.start)
    if quoted and cue is None:
        cue = _cue_in(text, run.end, min(end, quoted.end() + AFTER // 8), words)  # 「…」とした
    if quoted and cue is not None:
        if mention is None:
            mention = _japanese_subject(scene, quoted.end(), cue[0])
        return mention, cue, True
    if not quoted and run.end < len(text) and text[run.end] in "。\n":
        return _japanese_behind(scene, run.end + 1) if mention is None else (mention, None, False)
    return mention, None, False


def _japanese_behind(scene: Scene, start: int) -> Reading:
    """Read the speaker in the sentence behind a quote, as in 「…」。石井さんは笑った."""
    text = scene.text
    stop = _END.search(text, start, start + AFTER)
    end = stop.start() if stop else min(len(text), start + AFTER)
    cue = _cue_in(text, start, end, scene.words)
    mention = _japanese_subject(scene, start, cue[0]) if cue is not None else None
    return (None, None, False) if mention is None else (mention, cue, True)


def _japanese_subject(scene: Scene, start: int, stop: int) -> Mention | None:
    text = scene.text
    topics = [t for t in _JA_TOPIC.finditer(text, start, stop) if t.start() > start]
    topics.sort(key=lambda t: (t[0] == "が", t[0] == "も", t.start()))
    for topic in topics:
        noun = _JA_NOUN.search(text, start, topic.start())
        if noun is None:
            continue
        mention = name_in(text, noun.start(), topic.start(), scene.words)
        if mention is not None:
            return mention
    return None


def _korean(scene: Scene, run: Run, start: int, end: int) -> Reading:
    text, words = scene.text, scene.words
    quoted = _KO_QUOTED.match(text, run.end, end)
    cue = (quoted.start(), quoted.end()) if quoted else None
    if quoted:
        verb = _cue_in(text, quoted.end(), end, words)
        cue = verb or cue
    mention = None
    for topic in _KO_TOPIC.finditer(text, start, run.start):
        low = topic.start(1)
        for _ in range(2):
            space = text.rfind(" ", start, max(low - 1, start))
            word = text[max(space + 1, start) : max(low - 1, start)]
            if not word or _KO_CASE.search(word):
                break
            low = max(space + 1, start)
        mention = name_in(text, low, topic.end(1), words)
    return mention, cue, quoted is not None


def _cue_in(text: str, start: int, end: int, words: Lexicon) -> tuple[int, int] | None:
    """The first verb of saying between two places."""
    best: tuple[int, int] | None = None
    for cue in words.cue_ends:
        at = text.find(cue, start, end)
        if at >= 0 and (best is None or at < best[0]):
            best = (at, at + len(cue))
    return best
