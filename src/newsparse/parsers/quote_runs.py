"""Marked runs that are speech, and those that are none.

In: paragraphs and sentences. Out: drafts of direct and partial quotes with the attribution that
stands in their own sentence. What decides is in ``quote_rules``.
"""

from __future__ import annotations

from newsparse.parsers.mentions import Scene
from newsparse.parsers.quote_draft import Draft
from newsparse.parsers.quote_marks import Paragraph, Run
from newsparse.parsers.quote_rules import RULES
from newsparse.parsers.quote_spot import Spot, make_spot, repeated_words
from newsparse.parsers.quote_text import RUN, Sentence

__all__ = ["read_runs"]


def read_runs(scene: Scene, parts: list[Paragraph], lines: list[Sentence]) -> list[Draft]:
    """Read all marked runs of a text, in reading order."""
    found: list[Draft] = []
    again = repeated_words(scene.text, parts)
    for number, line in enumerate(lines):
        if not parts[line.paragraph].runs:
            continue
        places = [i for i, t in enumerate(line.tokens) if t.kind == RUN]
        previous: Draft | None = None
        moody = any(t.low in scene.words.moods for t in line.tokens) if places else False
        for order, at in enumerate(places):
            low = places[order - 1] + 1 if order else 0
            high = places[order + 1] if order + 1 < len(places) else len(line.tokens)
            run = parts[line.paragraph].runs[line.tokens[at].run]
            spot = make_spot(
                scene, line.tokens, at, low, high, run, previous, again=again, moody=moody
            )
            draft = None if spot is None else _judge(spot, run, number, line.paragraph)
            if draft is None:
                continue
            draft.open = not run.closed
            draft.at, draft.moody = at, moody
            if draft.rule == "goes on" and previous is not None:
                previous.extend(draft)
            else:
                found.append(draft)
                previous = draft
    return found


def _judge(spot: Spot, run: Run, number: int, paragraph: int) -> Draft | None:
    for rule in RULES:
        answer = rule.ask(spot)
        if answer is None:
            continue
        kind, frame = answer
        if kind is None:
            return None
        draft = Draft((run.start, run.end), kind, rule.name, number, paragraph)
        draft.take(frame)
        return draft
    return None
