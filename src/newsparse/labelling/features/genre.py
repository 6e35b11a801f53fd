"""What a whole page is like: figures that tell stories from shops, forums and lists of links.

One row a page, made after the first look at its blocks. Declared types and addresses are strong
evidence where they are there; the rest is shape, which every page has.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping

from newsparse.labelling.features.buckets import capped, share_bucket
from newsparse.labelling.features.context import densest_run
from newsparse.labelling.features.words import FEATURES as WORD_FEATURES
from newsparse.labelling.features.words import Facts
from newsparse.model.block import Block, Container, Document
from newsparse.model.label import BoilerplateKind
from newsparse.model.metadata import Metadata

__all__ = ["FEATURES", "GENRES", "LEVEL_FEATURES", "QUESTIONS", "level_codes", "page_row"]

SURE = 0.5
"""First-pass probability from which a block counts as body."""
DOUBTFUL = 0.2
"""Probability from which a block below that is in doubt."""
SHORT = 30
"""Words of the longest block in which a price or question is looked for: longer ones tell of it."""
TITLE_SPACES = 4
"""Spaces from which a main heading is a title and not a name."""
FEW = (1, 4, 16)
"""Borders for numbers of containers with a telling name: each four times the one before."""
LONGEST = (1, 15, 30, 50, 80, 130, 200)
"""Borders for words of the longest paragraph, in steps of a half."""
COUNTS = (1, 2, 3, 5, 8, 13, 21, 34, 55, 90, 150)
"""Borders for numbers of blocks, in steps of about a half."""
MASSES = (1, 25, 60, 120, 220, 350, 550, 900, 1500, 2500, 5000)
"""Borders for words of a page's body, in the same steps."""
LEVELS = (0.1, 0.3, 0.5, 0.7, 0.85, 0.94, 0.98)
"""Borders for probabilities."""
_COUNT, _MASS, _LEVEL = len(COUNTS) + 1, len(MASSES) + 1, len(LEVELS) + 1

_TYPES = (
    ("article", "news", "blogposting", "report", "post"),
    ("product", "offer", "itempage"),
    ("collection", "list", "group", "search", "profile"),
    ("discussion", "forum", "question", "qa", "comment"),
    ("website", "webpage", "home"),
)
"""Parts of declared types (schema.org, OpenGraph), most telling first: a page that says both
``WebPage`` and ``Article`` is an article."""
_GRAPH_CODES = (0, 1, 3, 3, 4, 2)
"""OpenGraph has fewer types: article, website, goods and lists, talk."""
_FORUM = re.compile(r"forum|thread|topic|viewtopic|discuss|community|question|\bt/|/r/|comments/")
_LIST = re.compile(r"categor|/tags?/|/c/|collection|search|archive|browse|/shop|listing|/topics?/$")
_OFFER = re.compile(r"product|/p/|/dp/|/item|services?\b|pricing|solution|features?\b|about")
_GUIDE = re.compile(r"docs?\b|documentation|manual|reference|wiki|/api|guide|tutorial|help|learn")
_STORY = re.compile(r"news|article|blog|stor(?:y|ies)|post|opinion|/(?:19|20)\d\d/|\d{6}")
_PLACES = ((_FORUM, 1), (_LIST, 2), (_OFFER, 3), (_GUIDE, 4), (_STORY, 5))
"""Words that addresses are made of on many sites, by what stands there."""
_DATED = [name for name, _ in WORD_FEATURES].index("date or time")
_NAMES = {
    "single post article story blogpost nodetypearticle newsarticle entry": 1,
    "archive category listing collection search tag taxonomy index": 2,
    "product woocommerce shop store service landing": 3,
    "forum topic thread bbpress discussion question qa phpbb xenforo vbulletin": 4,
    "docs documentation wiki mediawiki sphinx help": 5,
}
"""Class and id words of a page's body and main parts, by what they say the page is: names that
common publishing systems give, seen on training pages of several sites each."""
_CODE_OF_NAME = {word: code for words, code in _NAMES.items() for word in words.split()}
_SHOP_WORDS = "cart basket price prices sku buy checkout addtocart wishlist variant"
_SHOP = frozenset(_SHOP_WORDS.split(" "))
_POST_WORDS = "thread topic reply replies upvote votes poster postbody signature member"
_POSTS = frozenset(_POST_WORDS.split(" "))
# Goods and services are sold by buttons of few words; English ones stand on shops of any language.
_BUY = re.compile(r"(?i)cart|buy|basket|order|quote|trial|demo|kaufen|comprar|acheter")
_PRICE = re.compile(r"[$€£¥₹]\s?\d|\d\s?(?:€|zł|kr\b|USD|EUR)")

FEATURES = (
    ("declared type", 6),
    ("declared OpenGraph type", 5),
    ("declares a date", 2),
    ("declares an author", 2),
    ("words of the address", 6),
    ("parts of the address", 6),
    ("hyphens in the address", 7),
    ("body words", _MASS),
    ("body blocks", _COUNT),
    ("body of all words (eighths)", 9),
    ("mean of sure blocks", _LEVEL),
    ("doubtful blocks among body (eighths)", 9),
    ("longest prose", 8),
    ("blocks of prose", _COUNT),
    ("prose in the densest run (eighths)", 9),
    ("link text (eighths)", 9),
    ("list items in the body's stretch (eighths)", 9),
    ("headings", _COUNT),
    ("headings among body (eighths)", 9),
    ("code", 4),
    ("most repeated path with prose", _COUNT),
    ("most repeated path", _COUNT),
    ("headings of links", _COUNT),
    ("prices", _COUNT),
    ("dates", _COUNT),
    ("questions", _COUNT),
    ("controls", _COUNT),
    ("comment phrases", 5),
    ("blocks", _COUNT),
    ("commas in prose (eighths)", 9),
    ("words of the headline", 3),
    ("names of the page", 6),
    ("names of shops", 4),
    ("names of forums", 4),
    ("buttons of shops", 4),
)
"""Name and number of buckets of each feature, in the order of a row."""

GENRES = ("article", "forum", "listing", "offer")
"""What is asked of a page: is it one story or text, a thread of posts, a list of links or goods, an
offer of one product or service? Each has its own table."""
QUESTIONS = (*GENRES, "documentation")
"""All that is asked; whether a page documents something decides about no block, but such a page is
one text and still no article."""
LEVEL_FEATURES = tuple((f"page is like: {name}", _LEVEL) for name in GENRES)
"""Name and number of buckets of what the second pass knows of the page."""


def level_codes(probabilities: Mapping[str, float]) -> list[int]:
    """Return the bucket number of each genre's probability, in the order of ``GENRES``.

    Without any the page passes for an article.
    """
    known = probabilities or {"article": 1.0}
    return [bisect_right(LEVELS, known.get(name, 0.0)) for name in GENRES]


def page_row(document: Document, facts: list[Facts], first: list[float]) -> list[int]:
    """Return the page's bucket numbers.

    Args:
        document: The page.
        facts: Facts of its blocks.
        first: First-pass probability of body of each block.

    Returns:
        One number for each of ``FEATURES``. Linear in the blocks and in the text of short ones.
    """
    return [
        *_declared(document.metadata),
        *_body(facts, first),
        *_shape(document.blocks, facts, first),
        *_counts(document.blocks, facts),
        *_names(document.blocks),
    ]


def _declared(metadata: Metadata) -> list[int]:
    kind = graph = 0
    for value in metadata.all("type"):
        name = value.value.lower()
        code = next((n for n, parts in enumerate(_TYPES, 1) if any(p in name for p in parts)), 0)
        if value.source == "opengraph":
            graph = _GRAPH_CODES[code] or graph
        elif code and (not kind or code < kind):
            kind = code
    place = metadata.first("canonical") or metadata.first("url")
    address = place.value.partition("://")[2].lower() if place is not None else ""
    _, _, path = address.partition("/")
    path = "/" + path
    parts = [part for part in path.partition("?")[0].split("/") if part]
    code = next((code for words, code in _PLACES if words.search(path)), 0)
    return [
        kind,
        graph,
        int(metadata.first("published") is not None),
        int(metadata.first("author") is not None),
        code,
        capped(len(parts), 4) if address else 5,
        capped(parts[-1].count("-"), 6) if parts else 0,
    ]


def _body(facts: list[Facts], first: list[float]) -> list[int]:
    sure = [(f, s) for f, s in zip(facts, first, strict=True) if s >= SURE]
    doubtful = sum(1 for s in first if DOUBTFUL <= s < SURE)
    words = sum(f.words for f, _ in sure)
    prose = [f.prose for f in facts]
    start, end = densest_run(prose)
    return [
        bisect_right(MASSES, words),
        bisect_right(COUNTS, len(sure)),
        share_bucket(words, sum(f.words for f in facts)),
        bisect_right(LEVELS, sum(s for _, s in sure) / len(sure)) if sure else 0,
        share_bucket(doubtful, doubtful + len(sure)),
        bisect_right(LONGEST, max(prose, default=0)),
        bisect_right(COUNTS, sum(1 for p in prose if p)),
        share_bucket(sum(prose[start:end]), sum(prose)),
    ]


def _shape(blocks: list[Block], facts: list[Facts], first: list[float]) -> list[int]:
    body = [i for i, s in enumerate(first) if s >= SURE]
    low, high = (body[0], body[-1] + 1) if body else (0, 0)
    inside = blocks[low:high]
    heads = [b for b in blocks if b.kind == "heading"]
    paths: Counter[tuple[object, ...]] = Counter()
    told: Counter[tuple[object, ...]] = Counter()
    for block, fact in zip(blocks, facts, strict=True):
        container = block.container
        if container.parent is None:
            continue
        path = (container.tag, container.tokens, container.parent.tag, container.parent.tokens)
        key = (*path, container.order)
        paths[key] += 1
        if fact.prose:
            told[key] += 1
    alike = Counter(key[:4] for key in paths)
    alike_told = Counter(key[:4] for key in told)
    length = sum(len(b.text) for b in blocks)
    return [
        share_bucket(sum(b.link_chars for b in blocks), length),
        share_bucket(sum(1 for b in inside if b.kind == "list_item"), len(inside)),
        bisect_right(COUNTS, len(heads)),
        share_bucket(sum(1 for b in inside if b.kind == "heading"), len(inside)),
        capped(sum(1 for b in blocks if b.kind == "pre"), 3),
        bisect_right(COUNTS, max(alike_told.values(), default=0)),
        bisect_right(COUNTS, max(alike.values(), default=0)),
        bisect_right(COUNTS, sum(1 for b in heads if 2 * b.link_chars > len(b.text))),
    ]


def _counts(blocks: list[Block], facts: list[Facts]) -> list[int]:
    short = [b.text for b, f in zip(blocks, facts, strict=True) if f.words <= SHORT]
    commas = sum(b.text.count(",") for b, f in zip(blocks, facts, strict=True) if f.prose)
    kinds = Counter(f.phrase[0] for f in facts if f.phrase is not None)
    main = next((b for b in blocks if b.tag == "h1"), None)
    return [
        bisect_right(COUNTS, sum(1 for text in short if _PRICE.search(text))),
        bisect_right(COUNTS, sum(1 for b, f in zip(blocks, facts, strict=True) if f.row[_DATED])),
        bisect_right(COUNTS, sum(1 for text in short if text.endswith("?"))),
        bisect_right(COUNTS, sum(1 for b in blocks if b.kind == "control")),
        capped(kinds[BoilerplateKind.COMMENTS], 4),
        bisect_right(COUNTS, len(blocks)),
        share_bucket(8 * commas, sum(f.prose for f in facts)),
        0 if main is None else 1 + (main.text.count(" ") >= TITLE_SPACES),
    ]


def _names(blocks: list[Block]) -> list[int]:
    seen: set[int] = set()
    shop = posts = code = bought = 0
    for block in blocks:
        container: Container | None = block.container
        bought += bool(block.kind == "control" and _BUY.search(block.text))
        while container is not None and container.order not in seen:
            seen.add(container.order)
            tokens = container.tokens
            if tokens:
                if container.tag in ("body", "main"):
                    code = code or max(_CODE_OF_NAME.get(token, 0) for token in tokens)
                shop += not _SHOP.isdisjoint(tokens)
                posts += not _POSTS.isdisjoint(tokens)
            container = container.parent
    return [
        code,
        bisect_right(FEW, shop),
        bisect_right(FEW, posts),
        capped(bought, 3),
    ]
