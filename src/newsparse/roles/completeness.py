"""Whether the body is the whole story: judged from its end and from what the page declares."""

from __future__ import annotations

from collections.abc import Mapping

from newsparse.labelling.units import Unit
from newsparse.model.block import Document
from newsparse.model.fields import Completeness
from newsparse.model.label import BoilerplateKind, CompletenessKind, Label

__all__ = ["read_completeness"]

STORY_WORDS = 25
"""Words of body below which a page is no story unless it has a headline: of 574 training texts one
article has 14 words of body, the next 118."""
ARTICLE_LEAST = 0.5
"""Share of the learnt probabilities that an article must have: of 386 typed pages of the validation
part 0.930 are told right from 0.45 to 0.55, 0.909 at 0.4 and 0.928 at 0.6."""
TEASERS_LEAST = 3
"""Teasers from which a page without a body is a list of stories."""
WALL_REACH = 3
"""Units behind the body's end in which a notice to subscribe or log in stops it."""
_CUT_ENDS = ("…", "...", "[…]", "[...]")
_FULL_ENDS = (".", "!", "?", ":", "。", "！", "？", "।")
_CLOSERS = "\"'”’»«“)]）」』› "
_DECLARED_PAID = ("false", "no", "0", "http://schema.org/false", "https://schema.org/false")


def read_completeness(
    units: list[Unit], document: Document, genres: Mapping[str, float], *, entries: bool
) -> Completeness:
    """Return the kind with its probability.

    Args:
        units: Labelled units of one story.
        document: The page.
        genres: Learnt probability that the page is an ``article``, ``forum``, ``listing``,
            ``offer`` or ``documentation``; empty for text, where nothing of the kind was learnt.
        entries: Whether the page holds further stories, as a live blog does.

    Returns:
        What the page is or lacks. The score is learnt where the page's own shape decides that it is
        no article, else fixed, one for each kind of evidence.
    """
    body = [i for i, u in enumerate(units) if u.label is Label.BODY]
    if document.cut_at is not None:
        return Completeness(kind=CompletenessKind.TRUNCATED, score=1.0)
    lacking = None if entries else _no_story(units, body)
    return lacking or _other_genre(genres) or _story_end(units, body, document)


def _other_genre(genres: Mapping[str, float]) -> Completeness | None:
    """Judge by the article's share of all probabilities: each was asked for alone."""
    if not genres:
        return None
    article = genres["article"] / sum(genres.values())
    if article >= ARTICLE_LEAST:
        return None
    listing = genres["listing"] == max(genres.values())
    kind = CompletenessKind.TEASERS if listing else CompletenessKind.NOT_ARTICLE
    return Completeness(kind=kind, score=round(1.0 - article, 4))


def _no_story(units: list[Unit], body: list[int]) -> Completeness | None:
    words = sum(len(units[i].text.split()) for i in body)
    if words >= STORY_WORDS or sum(len(units[i].text) for i in body) >= 6 * STORY_WORDS:
        return None
    if sum(1 for u in units if u.label is Label.TEASER) >= TEASERS_LEAST:
        return Completeness(kind=CompletenessKind.TEASERS, score=0.8)
    if body and any(u.label is Label.HEADLINE for u in units):
        return None
    return Completeness(kind=CompletenessKind.NOT_ARTICLE, score=0.8)


def _story_end(units: list[Unit], body: list[int], document: Document) -> Completeness:
    behind = units[body[-1] + 1 : body[-1] + 1 + WALL_REACH] if body else []
    walled = any(u.kind in (BoilerplateKind.SUBSCRIBE, BoilerplateKind.LOGIN) for u in behind)
    ending = units[body[-1]].text.rstrip() if body else ""
    cut = ending.endswith(_CUT_ENDS)
    unfinished = cut or not ending.rstrip(_CLOSERS).endswith(_FULL_ENDS)
    free = document.metadata.first("free_access")
    if free is not None and free.value.casefold() in _DECLARED_PAID:
        return Completeness(kind=CompletenessKind.PAYWALLED, score=0.9 if walled or cut else 0.6)
    if walled and unfinished:
        return Completeness(kind=CompletenessKind.PAYWALLED, score=0.7)
    if cut:
        return Completeness(kind=CompletenessKind.TRUNCATED, score=0.7)
    return Completeness(kind=CompletenessKind.WHOLE, score=0.9)
