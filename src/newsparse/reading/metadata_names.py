"""What several vocabularies of metadata share: schema.org's types and properties, addresses."""

from __future__ import annotations

__all__ = ["ARTICLE_TYPES", "PROPERTIES", "plain_address", "same_address"]

ARTICLE_TYPES = (
    "article",
    "blogposting",
    "liveblogposting",
    "report",
    "socialmediaposting",
    "discussionforumposting",
)
"""Ends of schema.org's types that are articles, lower case: all news types end in ``article``."""

PROPERTIES = {
    "headline": "headline",
    "name": "title",
    "alternativeheadline": "deck",
    "description": "deck",
    "datepublished": "published",
    "datecreated": "published",
    "datemodified": "updated",
    "url": "url",
    "mainentityofpage": "url",
    "inlanguage": "language",
    "articlesection": "section",
    "keywords": "tag",
    "isaccessibleforfree": "free_access",
    "image": "image",
    "copyrightnotice": "copyright",
    "copyrightholder": "copyright",
    "author": "author",
    "creator": "author",
    "publisher": "publisher",
}
"""schema.org property, lower case → name in ``Metadata``."""


def plain_address(text: str) -> str:
    """Return an address without scheme, ``www``, query, fragment and last slash, lower case."""
    text = text.strip().lower().partition("#")[0].partition("?")[0]
    text = text.partition("://")[2] or text
    return text.removeprefix("www.").rstrip("/")


def same_address(text: str, addresses: set[str]) -> bool:
    """Whether an address is one of ``addresses`` (made by ``plain_address``)."""
    return bool(text) and plain_address(text) in addresses
