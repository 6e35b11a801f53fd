"""TEI P5: a story as a document of the Text Encoding Initiative.

In: a page. Out: XML as a string. Source: TEI P5 4.12.0. What the schema allows where was tried
against it: no ``head`` behind a ``p``, ``byline`` and ``dateline`` at the top or the end of a
``div`` only, no ``p`` behind an inner ``div``.
"""

from __future__ import annotations

from newsparse.export.tei_header import header, language_of
from newsparse.export.tei_quotes import Voices
from newsparse.export.tei_story import entry, story, surroundings
from newsparse.export.xml_text import attributes
from newsparse.model.page import Page

__all__ = ["to_tei"]

NAMESPACE = "http://www.tei-c.org/ns/1.0"


def to_tei(page: Page) -> str:
    """Return the page as TEI P5.

    Header: title, authors, credits with people (``respStmt``), outlet, dates, rights, address,
    language, one ``person`` for each named speaker. Text: ``div type="article"`` with ``head``
    (``main``, ``kicker``, ``sub``), ``byline``, ``dateline``, paragraphs, lists, tables, block
    quotes, an inner ``div`` for each subhead, ``figure`` for captions, ``note`` for corrections,
    author notes and completeness, ``trailer type="attribution"`` for credits; then a ``div
    type="entry"`` for each further story, and teasers and boilerplate as ``ab`` in ``div
    type="surroundings"``. Direct and indirect speech is ``said``, partial quotes are ``q``; pieces
    of one quote are chained by ``next`` and ``prev``.

    Left out: emphasis, links and other inline markup; quotes that overlap one before; a quote whose
    words cannot be found in its paragraph; roles, outlets and addresses of authors; the update of
    an entry; what the page declares beside the outlet; spans and scores. Dates are never widened:
    of a date known to the hour the day is written.

    Returns:
        A document with an XML declaration for UTF-8. Characters that XML 1.0 forbids (NUL, most
        control characters, lone surrogates, U+FFFE, U+FFFF) are U+FFFD.

    >>> import newsparse
    >>> "<persName>Ada Example</persName>" in to_tei(newsparse.parse("By Ada Example"))
    True
    """
    voices = Voices(page)
    body = [story(page, voices), *(entry(one, page, voices) for one in page.entries)]
    body += surroundings(page)
    shown = "\n".join(body)
    language = attributes(xml__lang=language_of(page))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<TEI xmlns="{NAMESPACE}">\n{header(page, voices)}\n'
        f"<text{language}><body>\n{shown}\n</body></text>\n</TEI>\n"
    )
