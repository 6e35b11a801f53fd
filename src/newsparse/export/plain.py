"""Plain text: the story alone, for reading, counting and search."""

from __future__ import annotations

from newsparse.model.entry import Entry
from newsparse.model.page import Page

__all__ = ["to_text"]


def to_text(page: Page) -> str:
    """Return headline, deck, byline and body as plain text, a blank line between them.

    Further stories follow in the same form. Left out: everything else (dateline, dates, credits,
    captions, teasers, boilerplate, markup). Nothing is exchanged: what is in the page is in the
    text, lone surrogates too.

    Returns:
        Text that ends in a line feed; "" for a page of which nothing is shown.

    >>> import newsparse
    >>> to_text(newsparse.parse(""))
    ''
    """
    parts = _story(page, page.deck.text if page.deck is not None else "")
    for entry in page.entries:
        parts += _story(entry, "")
    return "\n\n".join(parts) + "\n" if parts else ""


def _story(story: Page | Entry, deck: str) -> list[str]:
    headline = story.headline.text if story.headline is not None else ""
    byline = story.byline.text if story.byline is not None else ""
    return [part for part in (headline, deck, byline, story.body.text) if part]
