"""Compares a page with what is right for it: one list of checks for seed pages and for cases.

Strings are compared with white space squeezed. Every check is a ``Check``: its name, whether it
holds, and what was got instead.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from typing import Any

from attrs import frozen


@frozen
class Check:
    """One thing that was looked at."""

    name: str
    holds: bool
    got: object = ""


def squeeze(text: str | None) -> str:
    """Return text with runs of white space as one space; "" for None."""
    return " ".join((text or "").split())


def text_of(value: Any) -> str:
    return squeeze(value.text) if value is not None else ""


def same_date(got: Any, want: Any) -> bool:
    """Tell whether a NewsDate is the wanted one.

    A wanted date is compared by its day, a wanted time without zone with the local time as
    printed, a wanted time with zone as an instant. ``""`` wants none.
    """
    if want == "" or got is None:
        return want == "" and got is None
    value = got.value
    if not isinstance(want, dt.datetime):
        return (value.date() if isinstance(value, dt.datetime) else value) == want
    if not isinstance(value, dt.datetime):
        return False
    value = value.replace(microsecond=0)
    return (value.replace(tzinfo=None) if want.tzinfo is None else value) == want


def segment_checks(page: Any, rows: list[list[Any]]) -> Iterator[Check]:
    """Every visible character of each row has the row's label, and its kind where one is stated.

    Tags inside a row may be MARKUP, as in ``<b>`` within a paragraph.
    """
    for start, end, label, kind in rows:
        wrong = {
            (str(segment.label), str(segment.kind or ""))
            for segment in page.segments
            if segment.span.start < end and start < segment.span.end
            if segment.label not in ("MARKUP", label) or (kind and segment.kind not in (kind, None))
            if page.raw[max(start, segment.span.start) : min(end, segment.span.end)].strip()
        }
        words = squeeze(page.raw[start:end])[:30]
        yield Check(f"{label} {kind} {words!r}".replace("  ", " "), not wrong, sorted(wrong))


READERS: dict[str, Callable[[Any], object]] = {
    "headline": lambda page: text_of(page.headline),
    "deck": lambda page: text_of(page.deck),
    "authors": lambda page: [person.name for person in page.byline.authors] if page.byline else [],
    "dateline": lambda page: text_of(page.dateline),
    "dateline_place": lambda page: page.dateline.place if page.dateline else None,
    "kind": lambda page: page.kind,
    "encoding": lambda page: page.encoding,
    "language": lambda page: (page.language or "").split("-")[0],
    "completeness": lambda page: str(page.completeness.kind),
    "body_paragraphs": lambda page: len(page.body.paragraphs),
    "subheads": lambda page: [squeeze(p.text) for p in page.body.paragraphs if p.kind == "subhead"],
    "copyright": lambda page: squeeze(page.attribution.copyright) if page.attribution else "",
}
"""What is compared for equality, by the key of an expectation."""


def value_checks(page: Any, want: dict[str, Any]) -> Iterator[Check]:
    """The single values of a page, each only where the expectation names it."""
    for name, read in READERS.items():
        if name in want:
            got = read(page)
            yield Check(name, got == want[name], got)
    for name in ("published", "updated"):
        if name in want:
            got = getattr(page, name)
            yield Check(name, same_date(got, want[name]), got)
    if "agency" in want:
        agencies = [r.agency for r in (page.byline, page.dateline, page.attribution) if r]
        yield Check("agency", want["agency"] in agencies, agencies)


def credit_checks(page: Any, wanted: list[dict[str, Any]]) -> Iterator[Check]:
    """Every credit, in order, with kind and names; a copyright line is no wanted credit."""
    found = (
        [c for c in page.attribution.credits if c.kind != "copyright"] if page.attribution else []
    )
    yield Check("number of credits", len(found) == len(wanted), [c.text for c in found])
    for got, want in zip(found, wanted, strict=False):
        name = f"credit {want['text'][:20]!r}"
        yield Check(f"{name} text", squeeze(got.text).strip("(); ") == want["text"], got.text)
        yield Check(f"{name} kind", got.kind == want["kind"], str(got.kind))
        yield Check(f"{name} people", list(got.people) == want["people"], got.people)
        organisations = list(got.organisations)
        yield Check(f"{name} organisations", organisations == want["organisations"], organisations)


def quote_checks(page: Any, wanted: list[dict[str, Any]]) -> Iterator[Check]:
    """Every wanted quote with its speaker, and no other direct or partial one.

    Two runs of one utterance may be one value or two.
    """
    found = [q for q in page.quotes if q.kind != "indirect"]
    for want in wanted:
        start, end = want["span"]
        name = f"quote {squeeze(page.raw[start:end])[:20]!r}"
        hits = [q for q in found if q.span.start <= start and end <= q.span.end]
        yield Check(name, bool(hits), [q.text for q in found])
        if not hits:
            continue
        quote, speaker = hits[0], hits[0].speaker
        yield Check(f"{name} kind", quote.kind == want["kind"], str(quote.kind))
        got = (speaker.name or "") if speaker else ""
        yield Check(f"{name} speaker", got == want["speaker"], speaker)
        if want["affiliation"]:
            holds = speaker is not None and squeeze(speaker.affiliation) == want["affiliation"]
            yield Check(f"{name} affiliation", holds, speaker)
        if want["role"]:
            holds = speaker is not None and want["role"] in squeeze(speaker.role)
            yield Check(f"{name} role", holds, speaker)
    spans = [want["span"] for want in wanted]
    extra = [
        q.text
        for q in found
        if not any(q.span.start <= start and end <= q.span.end for start, end in spans)
    ]
    yield Check("no other quotes", not extra, extra)


def list_checks(page: Any, want: dict[str, Any]) -> Iterator[Check]:
    """Teasers, captions and entries: as many as wanted, in order."""
    wanted = want.get("teasers", [])
    found = [squeeze(t.headline) for t in page.teasers]
    yield Check("teasers", found == [t["headline"] for t in wanted], found)
    for got, one in zip(page.teasers, wanted, strict=False):
        text = squeeze(page.raw[slice(*one["text_span"])]) if one["text_span"] else ""
        name = f"teaser text of {one['headline'][:20]!r}"
        yield Check(
            name, squeeze(got.text) in (text, f"{one['headline']} {text}".strip()), got.text
        )
    captions = [squeeze(c.text) for c in page.captions]
    wanted = [c["text"] for c in want.get("captions", [])]
    yield Check("captions", captions == wanted, captions)
    entries = [text_of(e.headline) for e in page.entries]
    yield Check("entries", entries == want.get("entries", []), entries)


def seed_checks(page: Any, raw: str, want: dict[str, Any]) -> list[Check]:
    """Return every check of a seed page."""
    joined = "".join(segment.span.slice(raw) for segment in page.segments)
    return [
        Check("raw", page.raw == raw),
        Check("partition", joined == raw),
        *segment_checks(page, want["segments"]),
        *value_checks(page, want),
        *credit_checks(page, want.get("credits", [])),
        *(quote_checks(page, want.get("quotes", [])) if not page.entries else ()),
        *list_checks(page, want),
    ]


# --- cases --------------------------------------------------------------------------------------


def boilerplate_text(page: Any, kind: str) -> str:
    """Return what the segments of a kind say, tags left out."""
    runs = page.boilerplate.get(kind, ())
    return squeeze(re.sub(r"<[^<>]*+>", " ", " ".join(s.span.slice(page.raw) for s in runs)))


def labelled_text(page: Any, label: str) -> str:
    """Return what the segments of a label say."""
    return squeeze(" ".join(span.slice(page.raw) for span in page.spans(label)))


def case_checks(page: Any, want: dict[str, Any]) -> list[Check]:
    """Return the checks that a page-level case asks for; an unknown key is an error.

    Raises:
        KeyError: A key of the expectation has no check.
    """
    unknown = set(want) - CASE_KEYS
    if unknown:
        raise KeyError(f"unknown keys in expect: {sorted(unknown)}; use {sorted(CASE_KEYS)}")
    body = squeeze(page.body.text)
    checks = [*value_checks(page, want)]
    for name, present in (("body_has", True), ("body_lacks", False)):
        phrases = want.get(name, ())
        checks += [
            Check(f"{name} {words!r}", (words in body) is present, body) for words in phrases
        ]
    for kind, lines in want.get("boilerplate", {}).items():
        got = boilerplate_text(page, kind)
        checks += [Check(f"{kind} has {line!r}", line in got, got[:200]) for line in lines]
    for label, lines in want.get("labels", {}).items():
        got = labelled_text(page, label)
        checks += [Check(f"{label} has {line!r}", line in got, got[:200]) for line in lines]
    absent = {name: getattr(page, name) for name in want.get("absent", ())}
    checks += [Check(f"no {name}", not got, got) for name, got in absent.items()]
    lists = {
        "teasers": [squeeze(t.headline) for t in page.teasers],
        "captions": [squeeze(c.text) for c in page.captions],
        "entries": [text_of(e.headline) for e in page.entries],
        "credits_people": [
            name
            for c in (page.attribution.credits if page.attribution else ())
            for name in c.people
        ],
        "speakers": [q.speaker.name if q.speaker else "" for q in page.quotes],
    }
    checks += [Check(name, got == want[name], got) for name, got in lists.items() if name in want]
    return checks


CASE_KEYS = {*READERS, "published", "updated", "agency", "body_has", "body_lacks", "boilerplate"}
CASE_KEYS |= {"labels", "absent", "teasers", "captions", "entries", "credits_people", "speakers"}
