"""Borders inside a block.

A dateline before the first sentence, a credit behind the last one, a byline and a date in one line.
"""

from __future__ import annotations

from newsparse.labelling.rules.base import Context, Rule, reason
from newsparse.labelling.units import Unit
from newsparse.model.label import BoilerplateKind, CreditKind, Label
from newsparse.model.span import Span, hull
from newsparse.parsers.byline import parse_byline
from newsparse.parsers.credit import find_credit_tail, parse_credit
from newsparse.parsers.dateline import parse_dateline
from newsparse.parsers.dates import find_dates

__all__ = ["SPLIT_RULES", "bylines_end_where_dates_begin"]

FIRST_PARAGRAPHS = 3
"""Paragraphs of a story that may begin with a dateline: above it may stand a deck or a note that
was taken for body."""
CREDIT_WORDS = 60
"""Words of the longest block that is read as nothing but credits."""
CAPTION_WORDS = 60
"""Words of the longest caption told by its credit alone."""
_DASHES = " \t\xa0—–―-:.|·•,/"


def _datelines_open_the_body(context: Context) -> None:
    why = reason("dateline", "The paragraph opens with place, date or agency.")
    body = [u for u in context.units if u.label is Label.BODY][:FIRST_PARAGRAPHS]
    for unit in body:
        found = parse_dateline(unit.text, pack=context.pack)
        if found is None:
            continue
        end = unit.start + found.span.end
        text = unit.block.text
        while end < unit.end and text[end] in _DASHES:
            end += 1
        if end < unit.end:
            head, rest = unit.split(end)
            head.force(Label.DATELINE, why)
            context.replace({id(unit): [head, rest]})
        return


def _credits_close_the_body(context: Context) -> None:
    why = reason("credit", "Who is credited stands behind the last sentence.")
    parts: dict[int, list[Unit]] = {}
    for unit in context.units:
        tail = None
        if unit.label is Label.BODY:
            tail = find_credit_tail(unit.text, pack=context.pack)
        if tail is None:
            continue
        if _credits_picture(unit, tail, context):
            unit.force(Label.CAPTION, why)
            continue
        if not unit.text[:tail].strip():
            unit.force(Label.ATTRIBUTION, why)
            continue
        rest, credit = unit.split(unit.start + tail)
        credit.force(Label.ATTRIBUTION, why)
        parts[id(unit)] = [rest, credit]
    context.replace(parts)


def _credits_picture(unit: Unit, tail: int, context: Context) -> bool:
    """A sentence or two that end in a picture's credit are its caption."""
    if context.scores.facts[unit.index].words > CAPTION_WORDS or not unit.text[:tail].strip():
        return False
    found = parse_credit(unit.text[tail:], pack=context.pack)
    return found is not None and any(c.kind is CreditKind.PHOTO for c in found.credits)


def _credit_lines_are_attribution(context: Context) -> None:
    """Blocks near the story that hold nothing but credits."""
    why = reason("credit line", "The block holds nothing but credits.")
    body = [i for i, u in enumerate(context.units) if u.label is Label.BODY]
    if not body:
        return
    for unit in context.units[body[0] : body[-1] + 4]:
        if unit.label not in _FREE or unit.kind in _TYPED:
            continue
        if context.scores.facts[unit.index].words > CREDIT_WORDS:
            continue
        found = parse_credit(unit.text, pack=context.pack)
        if found is None or not found.credits or found.span is None:
            continue
        if 3 * len(found.span) >= 2 * len(unit.text):
            unit.force(Label.ATTRIBUTION, why)


_FREE = (Label.BODY, Label.BOILERPLATE, Label.SUBHEAD)
_TYPED = frozenset(BoilerplateKind) - {BoilerplateKind.OTHER}


def bylines_end_where_dates_begin(context: Context) -> None:
    """Parts of a line that are byline and date get a label each."""
    why = reason("byline and date", "One line holds who signs and when.")
    parts: dict[int, list[Unit]] = {}
    for unit in context.units:
        if unit.label not in (Label.BYLINE, Label.TIMESTAMP):
            continue
        text = unit.text
        dates = find_dates(text, pack=context.pack)
        byline = parse_byline(text, pack=context.pack, expected=unit.label is Label.BYLINE)
        if byline is None:
            dated = sum(len(found.span) for found in dates)
            if unit.label is Label.BYLINE and 2 * dated >= len(text):
                unit.force(Label.TIMESTAMP, why)
        elif not dates:
            unit.force(Label.BYLINE, why)
        else:
            # "Posted by Ada Example on March 3": the run with the cue holds the byline.
            runs = (d.span if d.span.start >= byline.span.end else d.date.span for d in dates)
            parts[id(unit)] = _cut_line(unit, byline.span, hull(tuple(runs)))
    context.replace(parts)


def _cut_line(unit: Unit, byline: Span, dates: Span) -> list[Unit]:
    why = reason("byline and date", "One line holds who signs and when.")
    if byline.end <= dates.start:
        first, second, border = Label.BYLINE, Label.TIMESTAMP, dates.start
    elif dates.end <= byline.start:
        first, second, border = Label.TIMESTAMP, Label.BYLINE, byline.start
    else:
        return [unit]
    head, tail = unit.split(unit.start + border)
    head.force(first, why)
    tail.force(second, why)
    return [head, tail]


SPLIT_RULES: tuple[Rule, ...] = (
    Rule(
        "datelines-open-the-body",
        "A dateline before the first sentence is not part of it.",
        _datelines_open_the_body,
    ),
    Rule(
        "credits-close-the-body",
        "A credit glued to the end of a paragraph is not part of it.",
        _credits_close_the_body,
    ),
    Rule(
        "credit-lines-are-attribution",
        "A line of credits next to the story is its attribution.",
        _credit_lines_are_attribution,
    ),
    Rule(
        "bylines-end-where-dates-begin",
        "Byline and date in one line are two segments.",
        bylines_end_where_dates_begin,
    ),
)
