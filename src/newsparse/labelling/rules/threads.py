"""Comments without a heading: the same signature and the same button, again and again."""

from __future__ import annotations

from collections import Counter

from newsparse.labelling.features.words import FEATURES
from newsparse.labelling.rules.base import Context, Rule, reason
from newsparse.model.label import BoilerplateKind, Label, Precision
from newsparse.parsers.dates import find_dates

__all__ = ["THREAD_RULES"]

POST_WORDS = 12
"""Words of the longest line that dates a comment ("Ada Example | March 3, 2026 at 7:32 pm")."""
REFRAIN_WORDS = 6
"""Words of the longest line that each comment ends or begins with ("Reply to comment")."""
POSTS_LEAST = 4
"""Comments that make a thread."""
POST_REACH = 12
"""Units from one comment's date to the next at most: longer stretches are stories of their own."""
REFRAIN_REACH = 2
"""Units between the refrain and a comment's date at most: the name stands between them."""
REFRAIN_SHARE = 0.6
"""Share of a thread's comments that must have the refrain."""
BODY_BEFORE = 30
"""Words of body before the first comment; without a story there is nothing to comment on."""

THREAD_SCORE = 0.99
"""Score of a line in a thread: of 4,955 such lines of the training texts 2 belong to a story."""
_DATED = [name for name, _ in FEATURES].index("date or time")
_COARSE = (Precision.YEAR, Precision.MONTH)
_KEPT = (Label.HEADLINE, Label.MARKUP, Label.SPACE)


def _threads_are_comments(context: Context) -> None:
    """Dated lines behind the story with one short line that returns between them.

    HTML says by its containers what belongs together; there, dated items are lists as often.
    """
    units, facts = context.units, context.scores.facts
    if context.document.kind == "html" or any(unit.entry for unit in units):
        return
    refrains = _refrains(context)
    if not refrains:
        return
    for start, end in _threads(_posts(context), refrains):
        told = [u for u in units[:start] if u.label is Label.BODY]
        if sum(facts[u.index].words for u in told) < BODY_BEFORE:
            continue
        why = reason("thread", "Dated lines and the same short line return again and again.")
        for unit in units[start:end]:
            if unit.label not in _KEPT:
                unit.force(Label.BOILERPLATE, why, BoilerplateKind.COMMENTS)
                unit.score = THREAD_SCORE


def _posts(context: Context) -> list[int]:
    """Numbers of the units that may date a comment."""
    facts, rows = context.scores.facts, context.scores.rows
    found = [
        i
        for i, unit in enumerate(context.units)
        if facts[unit.index].words <= POST_WORDS and rows[unit.index][_DATED]
    ]
    if len(found) < POSTS_LEAST:
        return []
    return [i for i in found if _tells_a_day(context, i)]


def _tells_a_day(context: Context, i: int) -> bool:
    """Whether a line holds a day, and not as a fact of something ("Released: …", "… : opened")."""
    text = context.units[i].text
    return any(
        found.date.precision not in _COARSE
        and not text[: found.span.start].rstrip().endswith((":", "："))
        and not text[found.span.end :].lstrip().startswith((":", "："))
        for found in find_dates(text, pack=context.pack)
    )


def _refrains(context: Context) -> dict[str, list[int]]:
    """Short lines without a date that return, with the numbers of their units."""
    facts, rows = context.scores.facts, context.scores.rows
    found: dict[str, list[int]] = {}
    for i, unit in enumerate(context.units):
        fact = facts[unit.index]
        if fact.words <= REFRAIN_WORDS and not rows[unit.index][_DATED] and fact.key.islower():
            found.setdefault(fact.key, []).append(i)
    return {key: places for key, places in found.items() if len(places) >= POSTS_LEAST - 1}


def _threads(posts: list[int], refrains: dict[str, list[int]]) -> list[tuple[int, int]]:
    """Return start and end (exclusive) of each run of dated lines that share a refrain."""
    runs: list[list[int]] = []
    for at in posts:
        if runs and at - runs[-1][-1] <= POST_REACH:
            runs[-1].append(at)
        else:
            runs.append([at])
    returns = {place: key for key, places in refrains.items() for place in places}
    found = []
    for run in runs:
        if len(run) < POSTS_LEAST:
            continue
        last = run[-1] + POST_REACH
        heard: Counter[str] = Counter()
        ends: dict[str, int] = {}
        for one, following in zip(run, [*run[1:], last], strict=True):
            near = (
                *range(one + 1, one + 1 + REFRAIN_REACH),
                *range(following - REFRAIN_REACH, following),
            )
            keys = {returns[i]: i for i in near if i in returns and one < i < following}
            heard.update(keys.keys())
            ends.update(keys)
        if heard:
            key, count = heard.most_common(1)[0]
            if count >= REFRAIN_SHARE * len(run):
                found.append((max(run[0] - 1, 0), max(ends[key], run[-1]) + 1))
    return found


THREAD_RULES: tuple[Rule, ...] = (
    Rule(
        "threads-are-comments",
        "Behind the story, dated lines with one refrain are its comments.",
        _threads_are_comments,
    ),
)
