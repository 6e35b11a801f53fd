"""schema.org: a story as ``NewsArticle`` in JSON-LD.

In: a page. Out: a dict to embed in a page or to load as linked data.
Source: schema.org 30.0; every property stands on its type there, every value is of a type it takes.
"""

from __future__ import annotations

import re
from typing import Any

from newsparse.export.addresses import absolute
from newsparse.export.dates import iso
from newsparse.export.known import known
from newsparse.export.labelled import stretches
from newsparse.export.publisher import declared_publisher
from newsparse.export.words import count_words
from newsparse.lines import agency_name
from newsparse.model.entry import Entry
from newsparse.model.fields import Byline, Caption, Credit, NewsDate, Person
from newsparse.model.label import CreditKind, Label, QuoteKind
from newsparse.model.page import Page
from newsparse.model.quotes import Quote, Speaker

__all__ = ["to_schema_org"]

Plain = dict[str, Any]

_CONTRIBUTING = (CreditKind.REPORTING, CreditKind.WRITING, CreditKind.ASSISTANCE)
_FREE = {
    "true": True,
    "http://schema.org/true": True,
    "https://schema.org/true": True,
    "free": True,
}
_FREE |= {key.replace("true", "false"): False for key in _FREE if key != "free"}
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)", re.ASCII)


def to_schema_org(page: Page, *, body: bool = True) -> dict[str, Any]:
    r"""Return the story as schema.org JSON-LD.

    ``NewsArticle``, or ``LiveBlogPosting`` with ``liveBlogUpdate`` where the page has entries.
    Authors are persons; an agency is ``sourceOrganization``, and ``author`` only where nobody else
    signs. Editors and translators have properties of their own, who reported or helped is
    ``contributor``, every other credit goes into ``creditText``. Quotes with words of their own are
    ``Quotation`` parts, captions ``ImageObject``. Publisher, picture and whether the page is free
    come from what the page declares. Dates are as precise as they are known.

    Left out, because schema.org has no place for them: kicker, the byline's own wording,
    boilerplate and author notes, teasers, indirect quotes, completeness, list and table structure,
    the dateline of a live blog (its place stays), spans and scores.

    Args:
        page: The page.
        body: Whether to write ``articleBody``; False for a page that shows it anyway.

    Returns:
        A dict that ``json.dumps`` takes; what is not known has no key. NUL and lone surrogates are
        U+FFFD. Replace ``<`` by ``\u003c`` before you write it into a script element.

    >>> import newsparse
    >>> text = "Pier closed\n\nBy Ada Example\n\nThe old pier was closed on Monday."
    >>> page = newsparse.parse(text)
    >>> to_schema_org(page)["author"]
    [{'@type': 'Person', 'name': 'Ada Example'}]
    """
    live = bool(page.entries)
    agency = page.attribution.agency if page.attribution is not None else None
    signed = page.byline.agency if page.byline is not None else None
    return known(
        {
            "@context": "https://schema.org",
            "@type": "LiveBlogPosting" if live else "NewsArticle",
            "url": absolute(page.url or "", None),
            "inLanguage": page.language,
            "alternativeHeadline": page.deck.text if page.deck is not None else None,
            **_story(page, page.published, page.updated, agency or signed, body=body),
            "dateline": page.dateline.text if page.dateline is not None and not live else None,
            "publisher": _organisation(declared_publisher(page)),
            "image": _images(page),
            "correction": _corrections(page),
            "isAccessibleForFree": _free(page),
            **_credits(page),
            **_rights(page),
            "liveBlogUpdate": [_update(entry, body=body) for entry in page.entries],
        }
    )


def _update(entry: Entry, *, body: bool) -> Plain:
    agency = entry.byline.agency if entry.byline is not None else None
    return {
        "@type": "BlogPosting",
        **_story(entry, entry.published, entry.updated, agency, body=body),
    }


def _story(
    story: Page | Entry,
    published: NewsDate | None,
    updated: NewsDate | None,
    agency: str | None,
    *,
    body: bool,
) -> Plain:
    sent_from = story.dateline
    source = _organisation(None if agency is None else agency_name(agency) or agency)
    place = sent_from.place if sent_from is not None else None
    text = story.body.text
    return {
        "headline": story.headline.text if story.headline is not None else None,
        "author": _authors(story.byline) or ([source] if source is not None else None),
        "sourceOrganization": source,
        "locationCreated": None if place is None else {"@type": "Place", "name": place},
        "datePublished": None if published is None else iso(published),
        "dateModified": None if updated is None else iso(updated),
        "articleBody": text if body else None,
        "wordCount": count_words(text) or None,
        "hasPart": [_quotation(q) for q in story.quotes if q.kind is not QuoteKind.INDIRECT],
    }


# --- people and organisations --------------------------------------------------------------------


def _authors(byline: Byline | None) -> list[Plain]:
    return [] if byline is None else [_author(person) for person in byline.authors]


def _author(person: Person) -> Plain:
    return {
        "@type": "Person",
        "name": person.name,
        "jobTitle": person.role,
        "affiliation": _organisation(person.affiliation),
        "email": person.email,
        "alternateName": person.handle,
    }


def _person(name: str) -> Plain:
    return {"@type": "Person", "name": name}


def _organisation(name: str | None) -> Plain | None:
    return None if name is None else {"@type": "Organization", "name": name}


def _quotation(quote: Quote) -> Plain:
    return {
        "@type": "Quotation",
        "text": quote.text,
        "spokenByCharacter": None if quote.speaker is None else _speaker(quote.speaker),
    }


def _speaker(speaker: Speaker) -> Plain | None:
    if speaker.name is None:
        return None  # "a neighbour" is no name
    return {
        "@type": "Person",
        "name": speaker.name,
        "jobTitle": speaker.role,
        "affiliation": _organisation(speaker.affiliation),
    }


# --- credits, rights, pictures, corrections ------------------------------------------------------


def _credits(page: Page) -> Plain:
    if page.attribution is None:
        return {}
    of_pictures = {caption.credit for caption in page.captions}
    editors: list[Plain] = []
    translators: list[Plain] = []
    contributors: list[Plain] = []
    rest: list[str] = []
    for credit in page.attribution.credits:
        people = [_person(name) for name in credit.people]
        if credit in of_pictures or credit.kind is CreditKind.COPYRIGHT:
            continue
        if people and credit.kind is CreditKind.EDITING:
            editors += people
        elif people and credit.kind is CreditKind.TRANSLATION:
            translators += people
        elif people and credit.kind in _CONTRIBUTING:
            contributors += people
        else:
            rest.append(credit.text)
    return {
        "editor": editors,
        "translator": translators,
        "contributor": contributors,
        "creditText": "; ".join(dict.fromkeys(rest)),
    }


def _rights(page: Page) -> Plain:
    notice = page.attribution.copyright if page.attribution is not None else None
    years = set(_YEAR.findall(notice or ""))
    return {
        "copyrightNotice": notice,
        "copyrightYear": int(years.pop()) if len(years) == 1 else None,
        "copyrightHolder": _holders(page.attribution.credits if page.attribution else ()),
    }


def _holders(found: tuple[Credit, ...]) -> list[Plain]:
    rights = [credit for credit in found if credit.kind is CreditKind.COPYRIGHT]
    organisations = [_organisation(name) for one in rights for name in one.organisations]
    people = [_person(name) for one in rights for name in one.people]
    return [*(one for one in organisations if one is not None), *people]


def _images(page: Page) -> list[Plain]:
    declared = page.metadata.first("image")
    address = absolute(declared.value, page.url) if declared is not None else None
    shown = [] if address is None else [{"@type": "ImageObject", "url": address}]
    return [*shown, *map(_image, page.captions)]


def _image(caption: Caption) -> Plain:
    credit = caption.credit.text if caption.credit is not None else None
    return {"@type": "ImageObject", "caption": caption.text, "creditText": credit}


def _corrections(page: Page) -> list[Plain]:
    found = stretches(page, Label.CORRECTION)
    return [{"@type": "CorrectionComment", "text": one.text} for one in found]


def _free(page: Page) -> bool | None:
    """Return what the page says first about its being free, in words that mean yes or no."""
    said = (_FREE.get(one.value.strip().lower()) for one in page.metadata.all("free_access"))
    return next((free for free in said if free is not None), None)
