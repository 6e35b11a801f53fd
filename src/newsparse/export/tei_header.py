"""The header of a TEI document: who, when, where from, in which language, who speaks."""

from __future__ import annotations

import re

from newsparse.export.addresses import uri
from newsparse.export.characters import one_line
from newsparse.export.dates import w3c
from newsparse.export.publisher import declared_publisher
from newsparse.export.tei_quotes import Voices
from newsparse.export.xml_text import element, text
from newsparse.model.fields import NewsDate
from newsparse.model.label import CreditKind
from newsparse.model.page import Page

__all__ = ["date_element", "header", "language_of"]

_LANGUAGE = re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*")
_VERSION = re.compile(r"\d+(?:\.\d+){0,3}", re.ASCII)


def header(page: Page, voices: Voices) -> str:
    """Return ``teiHeader``."""
    file = _titles(page) + _publication(page) + _source(page)
    return element(
        "teiHeader",
        element("fileDesc", file) + _encoding(page) + _profile(page, voices) + _revision(page),
    )


def language_of(page: Page) -> str | None:
    """Return the page's language if it has the form of a language code."""
    code = page.language
    return code if code is not None and _LANGUAGE.fullmatch(code) else None


def date_element(name: str, date: NewsDate) -> str:
    """Return a date as read, with its value in ``when``."""
    return element(name, text(one_line(date.text)), when=w3c(date))


def _titles(page: Page) -> str:
    headline = page.headline.text if page.headline is not None else ""
    parts = [element("title", text(headline), type="main")]
    if page.deck is not None:
        parts.append(element("title", text(page.deck.text), type="sub"))
    if page.byline is not None:
        parts += [
            element("author", element("persName", text(author.name)))
            for author in page.byline.authors
        ]
    for credit in page.attribution.credits if page.attribution is not None else ():
        if credit.kind is not CreditKind.COPYRIGHT and (credit.people or credit.organisations):
            names = [element("persName", text(name)) for name in credit.people]
            names += [element("orgName", text(name)) for name in credit.organisations]
            parts.append(element("respStmt", element("resp", credit.kind.value) + "".join(names)))
    return element("titleStmt", "".join(parts))


def _publication(page: Page) -> str:
    publisher = declared_publisher(page)
    rights = page.attribution.copyright if page.attribution is not None else None
    if publisher is None and page.published is None and rights is None:
        return element("publicationStmt", element("p", ""))
    parts = [element("publisher", text(publisher or ""))]
    if page.published is not None:
        parts.append(date_element("date", page.published))
    if rights is not None:
        parts.append(element("availability", element("p", text(rights))))
    return element("publicationStmt", "".join(parts))


def _source(page: Page) -> str:
    publisher, address = declared_publisher(page), uri(page.url)
    parts = []
    if publisher is not None:
        parts.append(element("title", text(publisher), level="j"))
    if address is not None:
        parts.append(element("ptr", "", target=address))
    return element("sourceDesc", element("bibl", "".join(parts)))


def _encoding(page: Page) -> str:
    match = _VERSION.match(page.provenance.version)
    label = element("label", text(f"newsparse {page.provenance.version}"))
    version = match[0] if match is not None else "0"
    application = element("application", label, ident="newsparse", version=version)
    return element("encodingDesc", element("appInfo", application))


def _profile(page: Page, voices: Voices) -> str:
    parts = []
    language = language_of(page)
    if language is not None:
        parts.append(element("langUsage", element("language", "", ident=language)))
    if voices.people:
        people = [
            element(
                "person",
                element("persName", text(speaker.name or ""))
                + _optional("occupation", speaker.role)
                + _optional("affiliation", speaker.affiliation),
                xml__id=name,
            )
            for name, speaker in voices.people.items()
        ]
        parts.append(element("particDesc", element("listPerson", "".join(people))))
    return element("profileDesc", "".join(parts)) if parts else ""


def _optional(name: str, value: str | None) -> str:
    return element(name, text(value)) if value else ""


def _revision(page: Page) -> str:
    if page.updated is None:
        return ""
    return element("revisionDesc", date_element("change", page.updated))
