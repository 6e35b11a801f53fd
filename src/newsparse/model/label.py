"""The closed sets of names that a page is described with."""

from __future__ import annotations

from enum import StrEnum

__all__ = [
    "BoilerplateKind",
    "CompletenessKind",
    "CreditKind",
    "InlineKind",
    "Label",
    "ParagraphKind",
    "Precision",
    "QuoteKind",
    "Source",
]


class Label(StrEnum):
    """What a segment is. Every character of the input has exactly one label."""

    HEADLINE = "HEADLINE"
    KICKER = "KICKER"
    DECK = "DECK"
    BYLINE = "BYLINE"
    DATELINE = "DATELINE"
    TIMESTAMP = "TIMESTAMP"
    BODY = "BODY"
    SUBHEAD = "SUBHEAD"
    CAPTION = "CAPTION"
    ATTRIBUTION = "ATTRIBUTION"
    CORRECTION = "CORRECTION"
    AUTHOR_NOTE = "AUTHOR_NOTE"
    TEASER = "TEASER"
    BOILERPLATE = "BOILERPLATE"
    MARKUP = "MARKUP"
    SPACE = "SPACE"


class BoilerplateKind(StrEnum):
    """What a boilerplate segment is for."""

    NAVIGATION = "NAVIGATION"
    MASTHEAD = "MASTHEAD"
    ADVERT = "ADVERT"
    SUBSCRIBE = "SUBSCRIBE"
    CONSENT = "CONSENT"
    SHARE = "SHARE"
    COMMENTS = "COMMENTS"
    COPYRIGHT = "COPYRIGHT"
    TAGS = "TAGS"
    PAGINATION = "PAGINATION"
    RELATED = "RELATED"
    LOGIN = "LOGIN"
    SEARCH = "SEARCH"
    OTHER = "OTHER"


class ParagraphKind(StrEnum):
    """What a paragraph of the body is."""

    TEXT = "text"
    SUBHEAD = "subhead"
    LIST_ITEM = "list_item"
    BLOCK_QUOTE = "block_quote"
    PREFORMATTED = "preformatted"
    TABLE = "table"


class InlineKind(StrEnum):
    """What inline markup does to a stretch of a paragraph."""

    LINK = "link"
    EMPHASIS = "emphasis"
    STRONG = "strong"
    CODE = "code"
    QUOTATION = "quotation"
    TIME = "time"


class CreditKind(StrEnum):
    """What somebody is credited with."""

    REPORTING = "reporting"
    WRITING = "writing"
    EDITING = "editing"
    ASSISTANCE = "assistance"
    TRANSLATION = "translation"
    PHOTO = "photo"
    VIDEO = "video"
    GRAPHIC = "graphic"
    AGENCY = "agency"
    SOURCE = "source"
    SYNDICATION = "syndication"
    COPYRIGHT = "copyright"


class QuoteKind(StrEnum):
    """How much of a quote stands between quotation marks: all, some, none."""

    DIRECT = "direct"
    PARTIAL = "partial"
    INDIRECT = "indirect"


class Precision(StrEnum):
    """The smallest unit that a printed date names."""

    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    HOUR = "hour"
    MINUTE = "minute"
    SECOND = "second"


class Source(StrEnum):
    """Where a value was read: what the reader sees, what the page declares, or its address."""

    TEXT = "text"
    METADATA = "metadata"
    URL = "url"


class CompletenessKind(StrEnum):
    """Whether the body is the whole story."""

    WHOLE = "whole"
    TRUNCATED = "truncated"
    PAYWALLED = "paywalled"
    TEASERS = "teasers"
    NOT_ARTICLE = "not_article"
