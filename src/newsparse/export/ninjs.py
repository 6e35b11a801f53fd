"""ninjs: a story as IPTC's News in JSON.

In: a page. Out: a dict that validates against IPTC's schema. The roles of headlines, bodies and
sources are free strings in ninjs; ours are the constants below.
Source: ninjs 3.1 and 2.1 (IPTC, 2025 and 2023); 2.1 has the same keys in lower case.
"""

from __future__ import annotations

from typing import Any

from newsparse.errors import ExportError
from newsparse.export.dates import instant
from newsparse.export.identifier import identifier, part_of
from newsparse.export.known import known
from newsparse.export.labelled import stretches
from newsparse.export.words import count_words
from newsparse.lines import agency_name
from newsparse.model.entry import Entry
from newsparse.model.fields import Attribution, Byline, Caption
from newsparse.model.label import CreditKind, Label
from newsparse.model.page import Page

__all__ = ["VERSIONS", "to_ninjs"]

Plain = dict[str, Any]

VERSIONS = ("3.1", "2.1")
"""Versions that can be written."""
MAIN, KICKER, DECK, CAPTION = "main", "kicker", "deck", "caption"
"""Roles of headlines, bodies and descriptions."""
AUTHOR, AGENCY = "author", "agency"
"""Roles of sources; a credit's role is its kind (``editing``, ``photo``, …)."""
PLAIN = "text/plain"


def to_ninjs(page: Page, *, version: str = "3.1", uri: str | None = None) -> dict[str, Any]:
    r"""Return the story as ninjs.

    Authors, agency and credited people are ``infoSources`` with their role; captions and further
    stories are ``associations`` whose ``uri`` is that of the page with the offsets in ``page.raw``
    as fragment (RFC 5147). Dates are ``contentCreated`` and ``versionCreated``; ninjs takes only
    date-times with a zone, so others are left out, never padded.

    Left out, because ninjs has no place for them: the dateline's wording, date and agency (its
    place is ``located``), quotes, corrections, author notes, teasers, boilerplate, completeness,
    authors' jobs, outlets and accounts, what the page declares, list and table structure, spans and
    scores.

    Args:
        page: The page.
        version: "3.1" or "2.1".
        uri: Identifier of the story; None: ``page.url``, else ``urn:sha256:`` and the checksum of
            the text in UTF-8.

    Returns:
        A dict that ``json.dumps`` takes; what is not known has no key. NUL and lone surrogates are
        U+FFFD.

    Raises:
        ExportError: ``version`` is another one, or ``uri`` is no absolute URI.

    >>> import newsparse
    >>> text = "Pier closed\n\nBy Ada Example\n\nThe old pier was closed on Monday."
    >>> page = newsparse.parse(text)
    >>> to_ninjs(page)["infoSources"]
    [{'name': 'Ada Example', 'role': 'author'}]
    """
    if version not in VERSIONS:
        raise ExportError(f"to_ninjs() writes versions {', '.join(VERSIONS)}, got {version!r}")
    own = identifier(page, uri, "to_ninjs")
    document = known(_item(page, own, version))
    return document if version == "3.1" else _lowered(document)


def _item(page: Page, uri: str, version: str) -> Plain:
    attribution = page.attribution
    kickers = [_text(KICKER, one.text) for one in stretches(page, Label.KICKER)]
    decks = [] if page.deck is None else [_text(DECK, page.deck.text)]
    signed = page.byline.agency if page.byline is not None else None
    agency = attribution.agency if attribution is not None else None
    item = _story(page, uri, agency or signed)
    item["headlines"] = [*item["headlines"], *kickers, *decks]
    item["infoSources"] += _credited(attribution)
    return {
        **item,
        "standard": {
            "name": "ninjs",
            "version": version,
            "schema": f"http://www.iptc.org/std/ninjs/ninjs-schema_{version}.json#",
        },
        "language": page.language,
        "copyrightNotice": None if attribution is None else attribution.copyright,
        "copyrightHolder": _holder(attribution),
        "associations": [
            *(_picture(one, at, uri) for at, one in enumerate(page.captions, start=1)),
            *(_further(one, at, uri) for at, one in enumerate(page.entries, start=1)),
        ],
    }


def _story(story: Page | Entry, uri: str, agency: str | None) -> Plain:
    text = story.body.text
    body = {**_text(MAIN, text), "charCount": len(text), "wordCount": count_words(text)}
    return {
        "uri": uri,
        "type": "text",
        "contentCreated": instant(story.published),
        "versionCreated": instant(story.updated),
        "headlines": [] if story.headline is None else [_text(MAIN, story.headline.text)],
        "bodies": [body] if text else [],
        "by": None if story.byline is None else story.byline.text,
        "located": None if story.dateline is None else story.dateline.place,
        "infoSources": [*_signing(story.byline), *_agency(agency)],
    }


def _text(role: str, value: str) -> Plain:
    """Return a text with its role; nothing where it is empty (a caption that is all credit)."""
    return {"role": role, "contentType": PLAIN, "value": value} if value else {}


def _signing(byline: Byline | None) -> list[Plain]:
    if byline is None:
        return []
    return [
        {
            "name": person.name,
            "role": AUTHOR,
            "contactInfo": [{"type": "email", "value": person.email}] if person.email else None,
        }
        for person in byline.authors
    ]


def _agency(printed: str | None) -> list[Plain]:
    return [] if printed is None else [{"name": agency_name(printed) or printed, "role": AGENCY}]


def _credited(attribution: Attribution | None) -> list[Plain]:
    found = () if attribution is None else attribution.credits
    return [
        {"name": name, "role": credit.kind.value}
        for credit in found
        if credit.kind is not CreditKind.COPYRIGHT
        for name in (*credit.people, *credit.organisations)
    ]


def _holder(attribution: Attribution | None) -> str | None:
    found = () if attribution is None else attribution.credits
    rights = (credit for credit in found if credit.kind is CreditKind.COPYRIGHT)
    names = [name for credit in rights for name in (*credit.organisations, *credit.people)]
    return ", ".join(dict.fromkeys(names))


# --- associations --------------------------------------------------------------------------------


def _picture(caption: Caption, number: int, uri: str) -> Plain:
    return {
        "name": f"picture-{number}",
        "uri": part_of(uri, caption.span),
        "type": "picture",
        "descriptions": [_text(CAPTION, caption.text)],
        "by": None if caption.credit is None else caption.credit.text,
    }


def _further(entry: Entry, number: int, uri: str) -> Plain:
    agency = entry.byline.agency if entry.byline is not None else None
    return {"name": f"entry-{number}", **_story(entry, part_of(uri, entry.span), agency)}


def _lowered(document: Any) -> Any:  # noqa: ANN401  # any JSON value
    """Return a document with its keys in the lower case of ninjs 2."""
    if isinstance(document, dict):
        return {key.lower(): _lowered(value) for key, value in document.items()}
    if isinstance(document, list):
        return [_lowered(item) for item in document]
    return document
