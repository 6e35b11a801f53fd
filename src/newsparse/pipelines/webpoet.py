"""web-poet and Scrapy: a page object that gives an ``Article`` (extra ``webpoet``).

In: an ``HttpResponse``. Out: the ``Article`` of zyte-common-items, or single fields of it; every
field is one of the Page's values, and a subclass may replace any of them.
"""

from __future__ import annotations

from typing import ClassVar

from newsparse.config import ParseConfig
from newsparse.errors import MissingExtraError
from newsparse.export.addresses import absolute
from newsparse.export.dates import w3c
from newsparse.lines import agency_name
from newsparse.model.fields import NewsDate
from newsparse.model.label import CompletenessKind
from newsparse.model.page import Page
from newsparse.parser import Parser
from newsparse.pipelines.webpoet_html import body_html

try:
    from web_poet import cached_method, field
    from zyte_common_items import ArticleMetadata, ArticlePage, Author, Image
except ImportError as error:
    raise MissingExtraError(
        "newsparse.pipelines.webpoet", "zyte-common-items", "webpoet"
    ) from error

__all__ = ["NewsArticlePage"]

_NO_STORY = (CompletenessKind.TEASERS, CompletenessKind.NOT_ARTICLE)
_LETTERS = 2
"""Of a code of ISO 639-1, which the item wants; languages with longer codes only have no field."""


class NewsArticlePage(ArticlePage):
    """Page object for news pages: ``handle_urls("example.org")(NewsArticlePage)``, or a subclass.

    Fields that are filled: headline, authors (an agency where nobody else signs), datePublished
    (the last change where no other date is known), dateModified, both as text too, description
    (the deck, else what the page declares), articleBody, articleBodyHtml, inLanguage, mainImage,
    canonicalUrl, url, and ``metadata.probability``: that the page is an article. What is not known
    is None. Dates are as precise as they are known: a day stays ``2024-03-19``, without a time.

    Attributes:
        config: Settings of the parser; a subclass may set it.
    """

    config: ClassVar[ParseConfig | None] = None

    @cached_method
    def news(self) -> Page:
        """Return the Page; its offsets count in ``response.text``."""
        return Parser(self.config).parse(self.response.text, url=str(self.response.url))

    @field
    def headline(self) -> str | None:
        """The story's own title."""
        found = self.news().headline
        return None if found is None else found.text

    @field
    def authors(self) -> list[Author] | None:
        """People who sign, with the byline that they were read from."""
        byline = self.news().byline
        if byline is None:
            return None
        people = [
            Author(name=one.name, nameRaw=byline.text, email=one.email) for one in byline.authors
        ]
        if not people and byline.agency is not None:
            name = agency_name(byline.agency) or byline.agency
            people.append(Author(name=name, nameRaw=byline.text))
        return people or None

    @field
    def datePublished(self) -> str | None:  # noqa: N802  # the item's name
        """When the story was published, else when it was changed."""
        return _iso(self.news().published or self.news().updated)

    @field
    def datePublishedRaw(self) -> str | None:  # noqa: N802  # the item's name
        """The same as the page has it."""
        return _text(self.news().published or self.news().updated)

    @field
    def dateModified(self) -> str | None:  # noqa: N802  # the item's name
        """When the story was changed."""
        return _iso(self.news().updated)

    @field
    def dateModifiedRaw(self) -> str | None:  # noqa: N802  # the item's name
        """The same as the page has it."""
        return _text(self.news().updated)

    @field
    def description(self) -> str | None:
        """The deck, else the declared description."""
        deck = self.news().deck
        return self._declared("deck") if deck is None else deck.text

    @field
    def articleBody(self) -> str | None:  # noqa: N802  # the item's name
        """Paragraphs and subheads with a blank line between them."""
        return self.news().body.text.strip() or None

    @field
    def articleBodyHtml(self) -> str | None:  # noqa: N802  # the item's name
        """The same with its subheads, lists, tables, links and emphasis as simple HTML."""
        return body_html(self.news().body, self.base_url)

    @field
    def inLanguage(self) -> str | None:  # noqa: N802  # the item's name
        """The language without its region."""
        code = (self.news().language or "").split("-")[0]
        return code if len(code) == _LETTERS else None

    @field
    def mainImage(self) -> Image | None:  # noqa: N802  # the item's name
        """The picture that the page declares."""
        address = absolute(self._declared("image") or "", self.base_url)
        return None if address is None else Image(url=address)

    @field
    def canonicalUrl(self) -> str | None:  # noqa: N802  # the item's name
        """The address that the page declares."""
        return absolute(self._declared("canonical") or "", self.base_url)

    @field
    def metadata(self) -> ArticleMetadata:
        """When the page was read, and whether it is an article."""
        found = super().metadata
        completeness = self.news().completeness
        if completeness.kind in _NO_STORY:
            found.probability = round(1 - completeness.score, 3)
        return found

    def _declared(self, name: str) -> str | None:
        found = self.news().metadata.first(name)
        return None if found is None else found.value


def _iso(date: NewsDate | None) -> str | None:
    return None if date is None else w3c(date)


def _text(date: NewsDate | None) -> str | None:
    return None if date is None else date.text
