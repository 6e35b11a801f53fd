"""Variants of labelled pages, so that unseen kinds of page work.

The corpus holds whole crawled pages. Users also hand over copied stories with hardly anything
around them, cut pages, a story of three paragraphs, and markup with names nobody has seen. Each
page gives a few variants of its own, chosen by its id alone, so that training stays deterministic.
"""

from __future__ import annotations

import random

from attrs import evolve

from newsparse.model.block import Block, Container, Document
from newsparse.model.label import Label
from newsparse.training.corpus import LabelledPage

__all__ = ["variants"]

VARIANT_WEIGHT = 0.35
"""Weight of a variant against its page's: all variants of a page together weigh about half."""
BEFORE = 4
"""Blocks kept above the headline at most."""
AFTER = 8
"""Blocks kept behind the body at most."""
PARAGRAPHS = (2, 6)
"""Paragraphs of a shortened story."""
SHORTENED = 0.7
"""Share of the texts that also give a short story."""
_BODY = (Label.BODY, Label.SUBHEAD)


def variants(page: LabelledPage) -> list[LabelledPage]:
    """Return variants of a page: the story alone, a short story, names of elements dropped.

    Args:
        page: A page with labels; it is not changed.

    Returns:
        One or two pages of the same site (one for HTML, of which pages are long), none for a page
        without body.
    """
    chance = random.Random(page.name)  # noqa: S311  # no secret
    body = [i for i, label in enumerate(page.labels) if label in _BODY]
    if not body:
        return []
    if page.document.kind == "html":
        return [chance.choice((_core, _short, _nameless))(page, body, chance)]
    found = [_core(page, body, chance)]
    if len(body) > PARAGRAPHS[0] and chance.random() < SHORTENED:
        found.append(_short(page, body, chance))
    return found


def _core(page: LabelledPage, body: list[int], chance: random.Random) -> LabelledPage:
    """The story with little around it."""
    start = next((i for i, lab in enumerate(page.labels) if lab is Label.HEADLINE), body[0])
    start = min(start, body[0])
    low = max(start - chance.randint(0, BEFORE), 0)
    high = min(body[-1] + 1 + chance.randint(0, AFTER), len(page.labels))
    return _kept(page, list(range(low, high)))


def _short(page: LabelledPage, body: list[int], chance: random.Random) -> LabelledPage:
    """A story of a few paragraphs, with all or little around it."""
    kept = set(body[: chance.randint(*PARAGRAPHS)])
    dropped = set(range(body[0], body[-1] + 1)) - kept
    numbers = [i for i in range(len(page.labels)) if i not in dropped]
    if chance.random() < 0.6:
        start = next((i for i, lab in enumerate(page.labels) if lab is Label.HEADLINE), body[0])
        low = max(min(start, body[0]) - chance.randint(0, BEFORE), 0)
        high = body[-1] + 1 + chance.randint(0, AFTER * 4)
        numbers = [i for i in numbers if low <= i < high]
    return _kept(page, numbers)


def _kept(page: LabelledPage, numbers: list[int]) -> LabelledPage:
    old = page.document
    document = Document(
        old.raw,
        old.kind,
        [old.blocks[i] for i in numbers],
        metadata=old.metadata,
        language=old.language,
    )
    return _variant(page, document, [page.labels[i] for i in numbers])


def _nameless(page: LabelledPage, body: list[int], chance: random.Random) -> LabelledPage:
    """The same markup without class names and ids."""
    del body, chance
    bare: dict[int, Container] = {}

    def stripped(container: Container) -> Container:
        chain = []
        at: Container | None = container
        while at is not None and id(at) not in bare:
            chain.append(at)
            at = at.parent
        for node in reversed(chain):
            parent = bare[id(node.parent)] if node.parent is not None else None
            bare[id(node)] = Container(
                node.tag, parent, marks=node.marks, hidden=node.hidden, order=node.order
            )
        return bare[id(container)]

    blocks = [
        Block(
            block.text,
            block.runs,
            stripped(block.container),
            kind=block.kind,
            level=block.level,
            gap=block.gap,
            lines=block.lines,
            tag=block.tag,
            link_chars=block.link_chars,
            inlines=block.inlines,
        )
        for block in page.document.blocks
    ]
    old = page.document
    document = Document(old.raw, old.kind, blocks, metadata=old.metadata, language=old.language)
    return _variant(page, document, list(page.labels))


def _variant(page: LabelledPage, document: Document, labels: list[Label | None]) -> LabelledPage:
    return evolve(page, document=document, labels=labels, weight=page.weight * VARIANT_WEIGHT)
