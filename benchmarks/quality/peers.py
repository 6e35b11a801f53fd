"""Tools that can be measured, each if it is installed; a table, so that another is a few lines.

A tool takes HTML and the address and gives what it claims: ``body``, ``headline``, ``authors``,
``published``. A field that it does not offer is missing and not scored. Defaults everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from html import escape
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from typing import Any

from attrs import frozen

Values = dict[str, Any]
Extract = Callable[[str, str | None], Values]
_LIST = re.compile(r"\s*[;|\n]\s*")
"""Separators that never stand within one name."""
_LOOSE = re.compile(r"\s*(?:[;,|\n]| and | & )\s*")
"""Separators of tools that give the line as found."""


@frozen
class Tool:
    """A tool: its distribution, the modules that must be there, and how to make its function."""

    distribution: str
    modules: tuple[str, ...]
    make: Callable[[], Extract]

    def installed(self) -> str | None:
        """Return its version, None where a part is missing."""
        if any(find_spec(name) is None for name in self.modules):
            return None
        try:
            return version(self.distribution)
        except PackageNotFoundError:
            return getattr(__import__(self.modules[0]), "__version__", "unknown")


def names(value: str | Sequence[str] | None, separators: re.Pattern[str] = _LIST) -> list[str]:
    """Return a list of names, whichever way a tool gives them."""
    values = [value] if isinstance(value, str) else list(value or ())
    return [name for one in values for name in separators.split(one.strip()) if name]


def as_html(text: str) -> str:
    """Return plain text as the simplest page, a paragraph a line, for tools that take HTML only."""
    lines = (line.strip() for line in text.splitlines())
    return (
        "<html><body>"
        + "".join(f"<p>{escape(one)}</p>\n" for one in lines if one)
        + "</body></html>"
    )


def _newsparse() -> Extract:
    from newsparse import parse

    def extract(html: str, url: str | None) -> Values:
        return page_values(parse(html, url=url, kind="html"))

    return extract


def newsparse_text(text: str) -> Values:
    """Return what newsparse reads in text without markup."""
    from newsparse import parse

    return page_values(parse(text, kind="text"))


def page_values(page: Any) -> Values:
    """Return the values that are compared, of a newsparse page."""
    return {
        "body": page.body.text if page.body is not None else None,
        "headline": page.headline.text if page.headline is not None else None,
        "authors": [one.name for one in page.byline.authors] if page.byline is not None else [],
        "published": page.published.value if page.published is not None else None,
    }


def _trafilatura() -> Extract:
    from trafilatura import bare_extraction

    def extract(html: str, url: str | None) -> Values:
        found = bare_extraction(html, url=url, include_comments=False, with_metadata=True)
        if found is None:
            return {"body": None, "headline": None, "authors": [], "published": None}
        return {
            "body": found.text,
            "headline": found.title,
            "authors": names(found.author),
            "published": found.date,
        }

    return extract


def _readability() -> Extract:
    from html_text import extract_text
    from readability import Document

    def extract(html: str, _url: str | None) -> Values:
        found = Document(html)
        author = found.author()
        return {
            "body": extract_text(found.summary()),
            "headline": found.short_title(),
            "authors": [] if author == "[no-author]" else names(author, _LOOSE),
        }

    return extract


def _newspaper() -> Extract:
    from newspaper import Article

    def extract(html: str, url: str | None) -> Values:
        found = Article(url or "http://localhost/", fetch_images=False)
        found.download(input_html=html)
        found.parse()
        return {
            "body": found.text,
            "headline": found.title,
            "authors": names(found.authors),
            "published": found.publish_date,
        }

    return extract


def _resiliparse() -> Extract:
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.html import HTMLTree

    def extract(html: str, _url: str | None) -> Values:
        return {"body": extract_plain_text(HTMLTree.parse(html), main_content=True)}

    return extract


def _goose() -> Extract:
    from goose3 import Goose

    goose = Goose({"enable_image_fetching": False})

    def extract(html: str, _url: str | None) -> Values:
        found = goose.extract(raw_html=html)
        return {
            "body": found.cleaned_text,
            "headline": found.title,
            "authors": names(found.authors),
            "published": found.publish_date,
        }

    return extract


def _justext() -> Extract:
    import justext

    stop_words = justext.get_stoplist("English")

    def extract(html: str, _url: str | None) -> Values:
        found = justext.justext(html, stop_words)
        return {"body": "\n".join(one.text for one in found if not one.is_boilerplate)}

    return extract


def _boilerpy() -> Extract:
    from boilerpy3.extractors import ArticleExtractor

    tool = ArticleExtractor(raise_on_failure=False)

    def extract(html: str, _url: str | None) -> Values:
        found = tool.get_doc(html)
        return {"body": found.content, "headline": found.title}

    return extract


def _rs_trafilatura() -> Extract:
    import rs_trafilatura

    def extract(html: str, url: str | None) -> Values:
        found = rs_trafilatura.extract(html, url=url)
        return {
            "body": found.main_content,
            "headline": found.title,
            "authors": names(found.author, _LOOSE),
            "published": found.date,
        }

    return extract


TOOLS: dict[str, Tool] = {
    "newsparse": Tool("newsparse", ("newsparse",), _newsparse),
    "trafilatura": Tool("trafilatura", ("trafilatura",), _trafilatura),
    "readability-lxml": Tool("readability-lxml", ("readability", "html_text"), _readability),
    "newspaper4k": Tool("newspaper4k", ("newspaper",), _newspaper),
    "resiliparse": Tool("resiliparse", ("resiliparse",), _resiliparse),
    "goose3": Tool("goose3", ("goose3",), _goose),
    "justext": Tool("jusText", ("justext",), _justext),
    "boilerpy3": Tool("boilerpy3", ("boilerpy3",), _boilerpy),
    "rs-trafilatura": Tool("rs-trafilatura", ("rs_trafilatura",), _rs_trafilatura),
}
"""Name of a tool to what it needs; newsparse first."""
