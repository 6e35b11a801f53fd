"""What property tests are fed with: composed stories with known truth, and anything at all.

``stories`` builds a page the way a dump of a news site looks: headline, byline, date, dateline,
body, credit, then comment form, neighbours, related posts and the like in any order, in one of
four languages, with any line end, wrapped or not. It knows what it wrote. ``pages`` shuffles the
same parts without regard to sense. ``any_text`` and ``html_soup`` know nothing.

Everything is built, nothing filtered, and shrinks to English, one paragraph and no extras.
"""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from html import escape
from pathlib import Path

from attrs import Factory, define, frozen
from hypothesis import strategies as st

WORDING = tomllib.loads((Path(__file__).parent / "data" / "wording.toml").read_text("utf-8"))
LANGUAGES = tuple(WORDING)
MARKS = {"en": "“”", "de": "„“", "fr": "«»", "es": "«»"}
LINE_ENDS = ("\n", "\r\n", "\r")
WRAPS = (None, 72, 60)
"""Columns of hard-wrapped text; None leaves each paragraph on its line."""


@frozen(kw_only=True)
class Part:
    """A run of the page and what it is; ``start`` and ``end`` count in ``Story.raw``."""

    label: str
    kind: str
    start: int
    end: int


@frozen(kw_only=True)
class Story:
    """A composed page with everything that was put into it."""

    raw: str
    language: str
    headline: str
    authors: tuple[str, ...]
    published: dt.date | None
    place: str | None
    agency: str | None
    paragraphs: tuple[str, ...]
    quote: tuple[str, str] | None
    credit: tuple[str, str] | None
    teasers: tuple[str, ...]
    parts: tuple[Part, ...]


@define
class _Paper:
    """Collects blocks and knows where each of its parts ends up."""

    newline: str
    columns: int | None
    raw: str = ""
    parts: list[Part] = Factory(list)

    def block(self, *pieces: tuple[str, str, str], gap: int = 2) -> None:
        """Write one block of (text, label, kind); label "" is written but not remembered."""
        text = "".join(piece[0] for piece in pieces)
        breaks = _breaks(text, self.columns)
        laid = "".join(self.newline if at in breaks else c for at, c in enumerate(text))
        at = 0
        for words, label, kind in pieces:
            start, end = at, at + len(words)
            at = end
            if label:
                self.parts.append(
                    Part(
                        label=label,
                        kind=kind,
                        start=self._laid_at(start, breaks),
                        end=self._laid_at(end, breaks),
                    )
                )
        self.raw += laid + self.newline * gap

    def _laid_at(self, offset: int, breaks: frozenset[int]) -> int:
        longer = len(self.newline) - 1
        return len(self.raw) + offset + longer * sum(at < offset for at in breaks)


def _breaks(text: str, columns: int | None) -> frozenset[int]:
    """Return which spaces become line ends, filling lines greedily."""
    found: list[int] = []
    line_start, last_space = 0, -1
    for at, letter in enumerate(f"{text} "):
        if letter != " ":
            continue
        if columns is not None and at - line_start > columns and last_space > line_start:
            found.append(last_space)
            line_start = last_space + 1
        last_space = at
    return frozenset(found)


def _dates() -> st.SearchStrategy[dt.date]:
    return st.dates(dt.date(2001, 1, 1), dt.date(2025, 12, 28))


def _quoted(language: str, text: str) -> str:
    start, end = MARKS[language]
    if language == "fr":
        return f"{start}\u00a0{text}\u00a0{end}"
    return f"{start}{text}{end}"


@st.composite
def stories(draw: st.DrawFn, *, languages: tuple[str, ...] = LANGUAGES) -> Story:
    """Compose a whole page whose truth is known.

    Args:
        draw: Given by Hypothesis.
        languages: The first is what examples shrink to.
    """
    language = draw(st.sampled_from(languages))
    words = WORDING[language]
    columns = draw(st.sampled_from(WRAPS))
    paper = _Paper(draw(st.sampled_from(LINE_ENDS)), columns)
    names = draw(st.permutations(words["names"]))

    headline = draw(st.sampled_from(words["headlines"]))
    paper.block((headline, "HEADLINE", ""))
    authors = _write_byline(draw, paper, words, names)
    published = _write_date(draw, paper, words)
    place, agency, paragraphs, quote, credit = _write_body(draw, paper, language, names)
    teasers = _write_tail(draw, paper, words)
    return Story(
        raw=paper.raw,
        language=language,
        headline=headline,
        authors=authors,
        published=published,
        place=place,
        agency=agency,
        paragraphs=paragraphs,
        quote=quote,
        credit=credit,
        teasers=teasers,
        parts=tuple(paper.parts),
    )


def _write_byline(draw: st.DrawFn, paper: _Paper, words: dict, names: list[str]) -> tuple[str, ...]:
    form = draw(st.none() | st.sampled_from(words["bylines"]))
    if form is None:
        return ()
    paper.block((form.format(name=names[0], other=names[1]), "BYLINE", ""))
    return tuple(names[: 2 if "{other}" in form else 1])


def _write_date(draw: st.DrawFn, paper: _Paper, words: dict) -> dt.date | None:
    form = draw(st.none() | st.sampled_from(words["dates"]))
    if form is None:
        return None
    day = draw(_dates())
    month = words["months"][day.month - 1]
    paper.block((form.format(day=day.day, month=month, year=day.year), "TIMESTAMP", ""))
    return day


def _write_body(draw: st.DrawFn, paper: _Paper, language: str, names: list[str]) -> tuple:
    words = WORDING[language]
    sentences = draw(st.permutations(words["sentences"]))
    count = draw(st.integers(3, 5))
    paragraphs = [" ".join(sentences[2 * i : 2 * i + 2]) for i in range(count)]
    quote = None
    if draw(st.booleans()):
        said = draw(st.sampled_from(words["quotes"])), names[2]
        quote = said
        inside = f"{said[0]}," if language == "en" else said[0]
        after = "" if language == "en" else ","
        how = draw(st.sampled_from(words["said"])).format(name=said[1])
        paragraphs.insert(1, f"{_quoted(language, inside)}{after} {how}")
    place, agency = None, None
    for number, paragraph in enumerate(paragraphs):
        pieces = [(paragraph, "BODY", "")]
        if number == 0 and draw(st.booleans()):
            form = draw(st.sampled_from(words["datelines"]))
            place = draw(st.sampled_from(words["places"]))
            agency = draw(st.sampled_from(words["agencies"]))
            opening = form.format(place=place, agency=agency)
            dateline = opening[: opening.index(")") + 1]
            pieces = [(dateline, "DATELINE", ""), (opening[len(dateline) :], "", ""), *pieces]
        credit = None
        if number == len(paragraphs) - 1 and draw(st.booleans()):
            credit = _write_credit(draw, paper, words, names[3], pieces)
        else:
            paper.block(*pieces)
    return place, agency, tuple(paragraphs), quote, credit


def _write_credit(
    draw: st.DrawFn, paper: _Paper, words: dict, name: str, pieces: list[tuple[str, str, str]]
) -> tuple[str, str]:
    """Write the last paragraph and its credit, glued to it or on a line of its own."""
    org = draw(st.sampled_from(words["orgs"]))
    form = words["credits"][0]
    text = form.format(name=name, org=org)
    if draw(st.booleans()):
        paper.block(*pieces, (" ", "", ""), (text, "ATTRIBUTION", ""))
    else:
        paper.block(*pieces)
        paper.block((text, "ATTRIBUTION", ""))
    return name, org


TAILS = ("comments", "pagination", "related", "share", "subscribe", "copyright")


def _write_tail(draw: st.DrawFn, paper: _Paper, words: dict) -> tuple[str, ...]:
    """Write what follows a story, any of it in any order; return the teasers' headlines."""
    tails = draw(st.lists(st.sampled_from(TAILS), unique=True))
    teasers = draw(st.permutations(words["teasers"]))
    shown: list[str] = []
    for tail in tails:
        if tail == "pagination":
            if shown:
                continue
            paper.block((words["pagination"][0], "BOILERPLATE", "PAGINATION"))
            paper.block((teasers[0][0], "TEASER", ""))
            shown.append(teasers[0][0])
        elif tail == "related":
            paper.block((draw(st.sampled_from(words["related"])), "BOILERPLATE", "RELATED"))
            title, text = teasers[1]
            paper.block((title, "TEASER", ""))
            paper.block((text, "TEASER", ""))
            shown.append(title)
        else:
            choice = draw(st.sampled_from(words[tail]))
            for line in [choice] if isinstance(choice, str) else choice:
                paper.block((line, "BOILERPLATE", tail.upper()))
    return tuple(shown)


@st.composite
def pages(draw: st.DrawFn) -> str:
    """Compose a page from the same words without regard to sense: for what holds of any page."""
    words = WORDING[draw(st.sampled_from(LANGUAGES))]
    lines = [line for value in words.values() for item in value for line in _lines(item)]
    lines += ["By {name} | {month} {day}, {year}", "{place} ({agency}) — ", "* * *", "- ", "1."]
    filled = {
        "name": words["names"][0],
        "other": words["names"][1],
        "place": words["places"][0],
        "org": words["orgs"][0],
        "agency": words["agencies"][0],
        "day": 7,
        "month": words["months"][2],
        "year": 2023,
    }
    blocks = draw(st.lists(st.sampled_from(lines), max_size=14))
    gaps = ["\n", "\n\n", "\r\n", " ", "\r\n\r\n\r\n", "\u2028", "\t"]
    return "".join(block.format(**filled) + draw(st.sampled_from(gaps)) for block in blocks)


def _lines(item: str | list[str]) -> list[str]:
    return [item] if isinstance(item, str) else item


ODD = (
    *"\x00\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029\r\n\t\ufeff\u00ad\u200b\u200e\ud800\udfff\u0301",
    *"“”„«»\"'<>&|—–-•*#©@/.,:;!?()[]0 ",
    "\r\n",
    "\r\r\n",
    "&nbsp;",
    "&#0;",
    "&ldquo;",
    "By ",
    "(AP) — ",
    "2024-02-30",
    "25:61",
    "…",
    "👩‍👩‍👧",
    "Å",
    "新闻",
    "\u202e",
)
"""Pieces at which readers of text break: odd line ends, halves of pairs, impossible dates."""


def any_text() -> st.SearchStrategy[str]:
    """Any str at all: every code point, lone surrogates among them, and odd pieces more often."""
    letters = st.characters(exclude_categories=())
    return st.lists(st.one_of(st.sampled_from(ODD), st.text(letters, max_size=12))).map("".join)


_TAGS = ("p", "div", "h1", "h2", "ul", "li", "table", "tr", "td", "a", "span", "br", "img", "b")
_RAW_TAGS = ("script", "style", "textarea", "title", "template", "noscript", "svg", "plaintext")
_LOOSE = (
    "<!--", "-->", "<!-- x -->", "<!doctype html>", "<![CDATA[", "]]>", "<?php", "</", "<", ">",
    "&", "&amp", "&amp;", "&#x1F600;", "&#xD800;", "&notin;", "<a href='", '<a b="', "</p x=1>",
    '<meta charset="utf-8">', '<meta property="og:title" content="Harbour news">', "<p hidden>",
    '<script type="application/ld+json">{"@type":"NewsArticle","headline":', "<time datetime=x>",
)  # fmt: skip


def html_soup() -> st.SearchStrategy[str]:
    """Tags that open, close, cross and break off, with text between."""
    tags = st.sampled_from(_TAGS + _RAW_TAGS)
    lines = [line for value in WORDING["en"].values() for item in value for line in _lines(item)]
    piece = st.one_of(
        st.sampled_from(lines),
        tags.map("<{}>".format),
        tags.map("</{}>".format),
        st.sampled_from(_LOOSE),
        st.sampled_from(ODD),
        st.builds('<div class="{}">'.format, st.sampled_from(["related", "comments", "story"])),
    )
    return st.lists(piece, max_size=40).map("".join)


def inputs() -> st.SearchStrategy[str]:
    """Whatever a caller may hand in."""
    return st.one_of(any_text(), pages(), html_soup(), stories().map(lambda story: story.raw))


# --- the same stories as HTML -------------------------------------------------------------------

_FORMS = {
    "HEADLINE": "<h1>{}</h1>",
    "BYLINE": '<p class="byline">{}</p>',
    "TIMESTAMP": '<p class="date"><time>{}</time></p>',
    "BODY": "<p>{}</p>",
    "ATTRIBUTION": '<p class="credit">{}</p>',
    "TEASER": '<p class="teaser"><a href="/other">{}</a></p>',
    "BOILERPLATE": '<div class="{kind}"><p>{}</p></div>',
}
_PAGE = (
    '<!doctype html>\n<html lang="{language}"><head><meta charset="utf-8"><title>{headline}</title>'
    '</head>\n<body><header><nav><a href="/">News</a> <a href="/sport">Sport</a></nav></header>\n'
    "<main><article>\n{story}\n</article></main>\n<aside>{rest}</aside></body></html>\n"
)


def as_html(story: Story) -> str:
    """Return the story as an HTML page: parts of one line in one element, boilerplate in its own.

    What belongs to the story stands in ``article``, everything after it outside.
    """
    blocks: list[list[Part]] = []
    for part in story.parts:
        gap = story.raw[blocks[-1][-1].end : part.start] if blocks else "\n"
        if "\n" in gap or "\r" in gap:
            blocks.append([part])
        else:
            blocks[-1].append(part)
    written: dict[bool, list[str]] = {True: [], False: []}
    for block in blocks:
        labels = [part.label for part in block]
        label = "BODY" if "BODY" in labels else labels[0]
        text = re.sub(r"[\r\n]+", " ", story.raw[block[0].start : block[-1].end])
        form = _FORMS[label].format(escape(text, quote=False), kind=block[0].kind.lower())
        written[label not in ("TEASER", "BOILERPLATE")].append(form)
    return _PAGE.format(
        language=story.language,
        headline=escape(story.headline),
        story="\n".join(written[True]),
        rest="\n".join(written[False]),
    )
