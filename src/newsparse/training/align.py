"""Gives the blocks of an HTML page the labels that its truth implies.

Texts are compared by letters and digits only, case folded. What the truth cannot tell (a second
print of the body, running text in the story that the truth may have left out, a line like the
headline) stays without label and is not learnt from.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Any

from newsparse.languages.schema import Pack
from newsparse.model.block import Block, Document
from newsparse.model.label import Label
from newsparse.parsers.byline import parse_byline
from newsparse.parsers.dates import find_dates

__all__ = ["forget_bylines", "html_labels"]

SURE_LETTERS = 25
"""Letters from which a block that lies in the truth body is body wherever it stands; twelve where
words do not stand apart. Shorter ones only between two of those."""
LIKE = 0.9
"""Likeness (matching share) from which a block equals a headline, deck, caption or subhead."""
GRAM = 4
"""Words in a row that are compared where a block is not in the truth to the letter."""
GRAM_SHARE = 0.7
"""Share of a block's word runs that must occur in the truth body."""
GAP_COST = 2.0
"""Letters of body that a block between two hits costs when strays far from the body are dropped;
with 8 a table or slide show inside the story cut it in two on 4 of 190 pages looked at."""
MOST_GAP = 60
"""Blocks of a gap that are counted."""
BYLINE_WORDS = 18
"""Words of a byline with its date; as the text renderings' truth was made."""
DATE_WORDS = 20
"""Words of a line that is a date with its cue, place or reading time."""
NEAR = 6
"""Blocks before the headline and behind the body in which a byline may stand."""
_WORD = re.compile(r"\w+")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def html_labels(document: Document, truth: dict[str, Any], pack: Pack) -> list[Label | None]:
    """Return the label of each block, None where the truth does not tell.

    Args:
        document: The page as read.
        truth: ``headline deck authors published body subheads captions``; null where unknown.
        pack: Words, for reading dates.
    """
    blocks = document.blocks
    letters = [_letters(block.text) for block in blocks]
    labels: list[Label | None] = [Label.BOILERPLATE] * len(blocks)
    body = truth.get("body")
    if not body:
        return [None] * len(blocks)
    inside = _body_blocks(blocks, letters, body)
    for i in inside:
        labels[i] = Label.BODY
    if not inside:
        return labels
    first, last = inside[0], inside[-1]
    _unsure(blocks, letters, labels, set(inside), first, last)
    subheads = {_letters(s) for s in truth.get("subheads") or ()}
    for i in inside:
        if letters[i] in subheads:
            labels[i] = Label.SUBHEAD
    _mark_captions(letters, labels, truth.get("captions") or ())
    headline = _mark_headline(blocks, letters, labels, truth.get("headline"), first)
    _mark_deck(blocks, letters, labels, truth.get("deck"), headline, first)
    start = max((headline if headline is not None else first) - NEAR, 0)
    _mark_dates(blocks, labels, truth.get("published"), pack, start, first, last)
    _mark_bylines(blocks, labels, truth.get("authors") or (), start, first, last)
    if truth.get("authors") is None:
        forget_bylines(document, labels, pack)
    return labels


def _letters(text: str) -> str:
    return "".join(_WORD.findall(text.casefold()))


def _body_blocks(blocks: list[Block], letters: list[str], body: str) -> list[int]:
    """Numbers of the blocks that lie in the truth body, each stretch of it used once."""
    whole = _letters(body)
    grams = _grams(body)
    found: list[int] = []
    at = 0
    seen: set[str] = set()
    for i, text in enumerate(letters):
        least = SURE_LETTERS if not _CJK.search(blocks[i].text) else SURE_LETTERS // 2
        if len(text) < least or text in seen or blocks[i].container.hidden:
            continue
        place = whole.find(text, max(at - len(text), 0))
        if place == -1:
            place = whole.find(text)
        if place != -1 or _gram_share(blocks[i].text, grams) >= GRAM_SHARE:
            found.append(i)
            seen.add(text)
            at = place + len(text) if place != -1 else at
    kept = _densest(found, letters)
    return sorted({*kept, *_short_between(kept, letters, whole, blocks)})


def _grams(text: str) -> set[tuple[str, ...]]:
    words = _WORD.findall(text.casefold())
    return {tuple(words[i : i + GRAM]) for i in range(len(words) - GRAM + 1)}


def _gram_share(text: str, grams: set[tuple[str, ...]]) -> float:
    own = _grams(text)
    return len(own & grams) / len(own) if len(own) > GRAM else 0.0


def _densest(found: list[int], letters: list[str]) -> list[int]:
    """Drop strays far from the others: each block between two hits costs, text pays."""
    best, best_at, score, start = 0.0, (0, 0), 0.0, 0
    for n, i in enumerate(found):
        gap = i - found[n - 1] - 1 if n else 0
        score -= GAP_COST * min(gap, MOST_GAP)
        if score <= 0:
            score, start = 0.0, n
        score += len(letters[i])
        if score > best:
            best, best_at = score, (start, n + 1)
    return found[best_at[0] : best_at[1]]


def _short_between(
    kept: list[int], letters: list[str], whole: str, blocks: list[Block]
) -> list[int]:
    """Short blocks at their place between two body blocks: they continue what stands before."""
    found: list[int] = []
    for one, two in pairwise(kept):
        place = whole.find(letters[one])
        end = whole.find(letters[two])
        if place == -1 or end <= place:
            continue
        between = whole[place + len(letters[one]) : end]
        for i in range(one + 1, two):
            text = letters[i]
            if text and text in between and not blocks[i].container.hidden:
                found.append(i)
                between = between[between.find(text) + len(text) :]
    return found


def _unsure(
    blocks: list[Block],
    letters: list[str],
    labels: list[Label | None],
    inside: set[int],
    first: int,
    last: int,
) -> None:
    """Take the label from second prints and from running text that the truth may lack."""
    texts = {letters[i] for i in inside}
    homes = {blocks[i].container.order for i in inside}
    homes |= {p.order for i in inside if (p := blocks[i].container.parent) is not None}
    for i, block in enumerate(blocks):
        if i in inside:
            continue
        repeated = letters[i] in texts and len(letters[i]) >= SURE_LETTERS
        running = (
            first < i <= last + 2
            and len(letters[i]) >= 3 * SURE_LETTERS
            and 3 * block.link_chars < len(block.text)
            and block.container.order in homes
        )
        if repeated or running:
            labels[i] = None


def _alike(one: str, two: str) -> bool:
    if one == two:
        return True
    if not one or not two or not 0.7 <= len(one) / len(two) <= 1.43:
        return False
    return SequenceMatcher(None, one, two, autojunk=False).ratio() >= LIKE


def _mark_headline(
    blocks: list[Block],
    letters: list[str],
    labels: list[Label | None],
    headline: str | None,
    first: int,
) -> int | None:
    """One block equal to the headline: an h1, else the last before the body; others unknown."""
    if not headline:
        for i in range(first):
            labels[i] = None if blocks[i].tag in ("h1", "h2") else labels[i]
        return None
    wanted = _letters(headline)
    equal = [i for i, text in enumerate(letters) if _alike(text, wanted)]
    for i, text in enumerate(letters):
        if i in equal or (len(wanted) > 12 and wanted in text and len(text) < 3 * len(wanted)):
            labels[i] = None
    if not equal:
        return None
    heads = [i for i in equal if blocks[i].tag == "h1" and not blocks[i].container.hidden]
    before = [i for i in equal if i <= first]
    chosen = heads[0] if heads else (before[-1] if before else equal[0])
    labels[chosen] = Label.HEADLINE
    return chosen


def _mark_deck(
    blocks: list[Block],
    letters: list[str],
    labels: list[Label | None],
    deck: str | None,
    headline: int | None,
    first: int,
) -> None:
    start = headline if headline is not None else max(first - NEAR, 0)
    zone = range(start + 1, first)
    if deck:
        wanted = _letters(deck)
        for i in range(max(start - NEAR, 0), first + 1):
            held = len(letters[i]) >= SURE_LETTERS and letters[i] in wanted
            if labels[i] is not Label.HEADLINE and (held or _alike(letters[i], wanted)):
                labels[i] = Label.DECK
        return
    for i in zone:
        if len(letters[i]) >= 2 * SURE_LETTERS and labels[i] is Label.BOILERPLATE:
            labels[i] = None if 2 * blocks[i].link_chars < len(blocks[i].text) else labels[i]


def _mark_captions(
    letters: list[str], labels: list[Label | None], captions: tuple[str, ...] | list[str]
) -> None:
    wanted = [_letters(c) for c in captions]
    for i, text in enumerate(letters):
        if len(text) < 8:
            continue
        if any(_alike(text, c) or (len(text) > SURE_LETTERS and text in c) for c in wanted):
            labels[i] = Label.CAPTION


def _mark_dates(
    blocks: list[Block],
    labels: list[Label | None],
    published: str | None,
    pack: Pack,
    start: int,
    first: int,
    last: int,
) -> None:
    """Lines near the story with the published day; other dates there are unknown."""
    for i in [*range(start, first + 1), *range(last + 1, min(last + NEAR, len(blocks)))]:
        text = blocks[i].text
        if labels[i] not in (Label.BOILERPLATE, None) or len(text.split()) > DATE_WORDS:
            continue
        dates = find_dates(text, pack=pack)
        if dates:
            same = any(str(d.date.value)[:10] == (published or "")[:10] for d in dates)
            labels[i] = Label.TIMESTAMP if same else None


def forget_bylines(document: Document, labels: list[Label | None], pack: Pack) -> None:
    """Where nobody knows the authors, lines that read as a byline are not known to be none."""
    body = [i for i, label in enumerate(labels) if label is Label.BODY]
    if not body:
        return
    head = next((i for i, label in enumerate(labels) if label is Label.HEADLINE), body[0])
    near = [
        *range(max(min(head, body[0]) - NEAR, 0), body[0] + 2),
        *range(body[-1] + 1, min(body[-1] + 1 + NEAR, len(labels))),
    ]
    for i in near:
        if i >= len(labels) or labels[i] is not Label.BOILERPLATE:
            continue
        text = document.blocks[i].text
        if len(text.split()) <= BYLINE_WORDS and parse_byline(text, pack=pack, expected=True):
            labels[i] = None


def _mark_bylines(
    blocks: list[Block],
    labels: list[Label | None],
    authors: tuple[str, ...] | list[str],
    start: int,
    first: int,
    last: int,
) -> None:
    names = [" ".join(a.casefold().split()) for a in authors if len(a) > 3]
    if not names:
        return
    for i in [*range(start, first + 1), *range(last + 1, min(last + NEAR, len(blocks)))]:
        if labels[i] not in (Label.BOILERPLATE, None):
            continue
        text = " ".join(blocks[i].text.casefold().split())
        named = sum(len(name) for name in names if name in text)
        if not named or len(text.split()) > BYLINE_WORDS:
            continue
        near = i <= first or 2 * named >= len(text)
        labels[i] = Label.BYLINE if near else None
