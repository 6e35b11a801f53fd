"""Declared metadata: each vocabulary, broken JSON, and whose article it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies_html import pages

from newsparse.config import Limits
from newsparse.model.metadata import Metadata
from newsparse.reading.html import read_html
from newsparse.reading.metadata import language_code
from newsparse.reading.metadata_json import load_json

LIMITS = Limits()


def read(raw):
    return read_html(raw, limits=LIMITS).metadata


def said(raw):
    return [(v.name, v.value, v.source, v.key) for v in read(raw).values]


def in_json(text, *, before=""):
    return f'<head>{before}<script type="application/ld+json">{text}</script></head><p>x'


META = [
    ('<meta property="og:title" content="Ferry &amp; bridge">',
     ("title", "Ferry & bridge", "opengraph", "og:title")),
    ("<meta name=og:site_name content='The Post'>",
     ("site_name", "The Post", "opengraph", "og:site_name")),
    ('<meta property="article:published_time" content="2024-03-03">',
     ("published", "2024-03-03", "opengraph", "article:published_time")),
    ('<meta name="DC.Date.Issued" content="2024-03-03">',
     ("published", "2024-03-03", "dublin-core", "DC.Date.Issued")),
    ('<META NAME="dcterms.modified" CONTENT="2024-03-04">',
     ("updated", "2024-03-04", "dublin-core", "dcterms.modified")),
    ('<meta name="parsely-author" content="Ada Example">',
     ("author", "Ada Example", "parsely", "parsely-author")),
    ('<meta name="sailthru.title" content="Ferry">',
     ("headline", "Ferry", "sailthru", "sailthru.title")),
    ('<meta name="citation_author" content="Ada Example">',
     ("author", "Ada Example", "citation", "citation_author")),
    ('<meta name="byl" content="By Ada  Example">',
     ("author", "By Ada Example", "meta", "byl")),
    ("<title>Ferry\n runs | Post</title>", ("title", "Ferry runs | Post", "title", "title")),
    ('<link rel="canonical" href="https://post.example/a?b&amp;c">',
     ("canonical", "https://post.example/a?b&c", "link", "canonical")),
    ('<html lang="en_us">', ("language", "en_us", "html", "lang")),
    ('<meta property="article:content_tier" content="locked">',
     ("free_access", "locked", "opengraph", "article:content_tier")),
]  # fmt: skip


@pytest.mark.parametrize(("raw", "expected"), META, ids=[expected[3] for _, expected in META])
def test_the_head_is_read(raw, expected):
    """Names in any case, with dots, colons or underscores, as property or name."""
    assert said(raw) == [expected]


def test_a_value_knows_where_it_stands():
    """The span slices the value as written."""
    raw = '<meta name="author" content="Ada &amp; Ben">'
    (value,) = read(raw).values

    assert value.span.slice(raw) == "Ada &amp; Ben"


def test_keywords_are_one_value_each():
    """A list in one attribute is cut at its commas."""
    assert [v.value for v in read('<meta name=keywords content="port, ferry,,">').all("tag")] == [
        "port",
        "ferry",
    ]


def test_the_address_in_a_language_is_the_pages_language():
    """Only the alternate that is the page itself says something about it."""
    raw = (
        '<link rel="canonical" href="https://post.example/de/a">'
        '<link rel="alternate" hreflang="en" href="https://post.example/en/a">'
        '<link rel="alternate" hreflang="de" href="https://post.example/de/a">'
    )

    assert [v.value for v in read(raw).all("language")] == ["de"]
    assert read_html(raw, limits=LIMITS).language == "de"


ARTICLE = '{"@type": "NewsArticle", "headline": "Ferry", "datePublished": "2024-03-03"}'
JSON = [
    ARTICLE,
    f"[{ARTICLE}]",
    f'{{"@context": "https://schema.org", "@graph": [{{"@type": "WebSite"}}, {ARTICLE}]}}',
    f'{{"@type": "WebPage", "mainEntity": {ARTICLE}}}',
    ARTICLE.replace("}", ",}"),
    ARTICLE.replace("Ferry", "Ferry\n"),
    f"<!-- {ARTICLE} -->",
    f"//<![CDATA[\n{ARTICLE}\n//]]>",
    f"{ARTICLE};",
    f"{ARTICLE}{ARTICLE}",
    ARTICLE.replace('"', "&quot;"),
    ARTICLE.replace("NewsArticle", "schema:NewsArticle"),
    ARTICLE.replace('"NewsArticle"', '["NewsArticle", "https://schema.org/Report"]'),
    ARTICLE.replace("Ferry", "Ferry\\'"),
]


@pytest.mark.parametrize("text", JSON)
def test_json_ld_is_read_in_any_wrapping(text):
    """Lists, graphs, nesting, and what is broken in a way that can be mended safely."""
    metadata = read(in_json(text))

    assert metadata.first("headline").value.rstrip("\\'") == "Ferry"
    assert metadata.first("published").value == "2024-03-03"
    assert metadata.first("published").source == "json-ld"


AUTHORS = [
    ('"Ada Example"', [("author", "Ada Example")]),
    ('["Ada Example", "Ben Sample"]', [("author", "Ada Example"), ("author", "Ben Sample")]),
    ('{"@type": "Person", "name": "Ada Example"}', [("author", "Ada Example")]),
    ('{"@type": "NewsMediaOrganization", "name": "AP"}', [("author:Organization", "AP")]),
    ('{"@type": "Person", "name": ["Ada Example", "Ben Sample"]}',
     [("author", "Ada Example"), ("author", "Ben Sample")]),
    ('{"@id": "#ada"}', [("author", "Ada Example")]),
    ('{"@type": "Person", "url": "https://post.example/ada"}',
     [("author", "https://post.example/ada")]),
    ("[]", []),
    ("null", []),
]  # fmt: skip


@pytest.mark.parametrize(("author", "expected"), AUTHORS, ids=[author for author, _ in AUTHORS])
def test_each_author_is_one_value(author, expected):
    """Persons, organisations, lists, references into the graph, addresses."""
    text = (
        f'{{"@graph": [{{"@type": "Article", "author": {author}}}, '
        '{"@type": "Person", "@id": "#ada", "name": "Ada Example"}]}'
    )

    assert [(v.key, v.value) for v in read(in_json(text)).all("author")] == expected


def test_of_several_articles_the_pages_own_is_taken():
    """The one whose address is the page's."""
    text = (
        '[{"@type": "NewsArticle", "headline": "Other", "url": "https://post.example/b"},'
        '{"@type": "NewsArticle", "headline": "Ferry", "url": "https://post.example/a/"}]'
    )
    own = '<link rel="canonical" href="http://www.post.example/a">'

    assert [v.value for v in read(in_json(text, before=own)).all("headline")] == ["Ferry"]


def test_of_several_foreign_articles_none_is_taken():
    """A list of stories says nothing about this page."""
    text = (
        '[{"@type": "NewsArticle", "headline": "Other", "url": "https://post.example/b"},'
        '{"@type": "NewsArticle", "headline": "Third", "url": "https://post.example/c"}]'
    )

    assert read(in_json(text)).all("headline") == ()


def test_lists_of_other_stories_are_not_followed():
    """An ItemList names neighbours."""
    text = (
        '{"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "item": '
        '{"@type": "NewsArticle", "headline": "Other"}}]}'
    )

    assert said(in_json(text)) == []


def test_a_paywalled_part_is_said():
    """Both ways of saying it."""
    text = (
        '{"@type": "NewsArticle", "isAccessibleForFree": false, "hasPart": '
        '{"@type": "WebPageElement", "isAccessibleForFree": "False", "cssSelector": ".x"}}'
    )

    assert [(v.key, v.value) for v in read(in_json(text)).all("free_access")] == [
        ("isAccessibleForFree", "false"),
        ("hasPart.isAccessibleForFree", "False"),
    ]


MICRODATA = (
    '<div itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">Ferry <b>runs'
    '</b></h1><meta itemprop="datePublished" content="2024-03-03"><p itemprop="author" itemscope '
    'itemtype="https://schema.org/Person">By <span itemprop="name">Ada Example</span>, <i '
    'itemprop="jobTitle">reporter</i></p><div itemprop="publisher" itemscope '
    'itemtype="https://schema.org/Organization"><meta itemprop="name" content="The Post"></div>'
    '<time itemprop="dateModified" datetime="2024-03-04">yesterday</time></div>'
    '<div itemscope itemtype="https://schema.org/Comment"><b itemprop="author">Cy</b></div>'
)


def test_microdata_is_read_scope_by_scope():
    """The author's name is the author's, the publisher's the publisher's, a comment's nobody's."""
    assert said(MICRODATA) == [
        ("headline", "Ferry runs", "microdata", "headline"),
        ("published", "2024-03-03", "microdata", "datePublished"),
        ("author", "Ada Example", "microdata", "author"),
        ("publisher", "The Post", "microdata", "publisher"),
        ("updated", "2024-03-04", "microdata", "dateModified"),
    ]


def test_rdfa_lite_is_read_like_microdata():
    """Other attributes, same vocabulary."""
    raw = (
        '<article vocab="https://schema.org/" typeof="NewsArticle"><h1 property="headline">'
        'Ferry</h1><i property="author" typeof="Person"><a property="name">Ada Example</a></i>'
    )

    assert said(raw) == [
        ("headline", "Ferry", "rdfa", "headline"),
        ("author", "Ada Example", "rdfa", "author"),
    ]


def test_marked_teasers_are_a_list_and_no_article():
    """Two of them, and neither is this page."""
    teaser = (
        '<div itemscope itemtype="https://schema.org/Article"><b itemprop="headline">{}</b></div>'
    )

    assert said(teaser.format("One") + teaser.format("Two")) == []
    assert said("<title>Two</title>" + teaser.format("One") + teaser.format("Two"))[-1][1] == "Two"


def test_a_time_says_which_date_it_is_by_its_class():
    """A time without such a class may be anybody's."""
    raw = (
        '<p><time datetime="2024-01-01">1</time> <time class="entry-date published" '
        'datetime="2024-03-03">3</time> <time class="updated" datetime="2024-03-04">4</time>'
    )

    assert said(raw) == [
        ("published", "2024-03-03", "time", "time"),
        ("updated", "2024-03-04", "time", "time"),
    ]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("h-entry-impliedname", {}),
        ("h-entry-summarycontent", {"headline", "deck", "updated", "author", "url"}),
        ("h-entry-urlincontent", {"headline"}),
        ("hnews-all", {"headline", "deck", "updated", "author", "publisher"}),
        ("hnews-minimum", {"headline", "deck", "updated", "author", "publisher"}),
    ],
)
def test_public_microformats_cases(shared, name, expected):
    """What the parse expected there says of the fields that a page declares."""
    folder = shared / "standards" / "microformats"
    metadata = read((folder / f"{name}.html").read_text("utf-8"))
    parsed = (folder / f"{name}.json").read_text("utf-8")

    assert {v.name for v in metadata.values} == set(expected)
    for value in metadata.values:
        assert value.value.split()[0] in parsed
        assert value.source == "h-entry"


CODES = [
    ("en", "en"), ("EN_us", "en-US"), ("zh-hans-cn", "zh-Hans-CN"), ("pt_BR.utf8", "pt-BR"),
    ("es-419", "es-419"), ("English", None), ("", None), ("und", None),
    ("x-default", None), ("e", None),
]  # fmt: skip


@pytest.mark.parametrize(("declared", "expected"), CODES)
def test_languages_become_bcp_47_codes(declared, expected):
    """Nonsense becomes None, never a guess."""
    assert language_code(declared) == expected


@given(st.text(alphabet='{}[]",:\\ a1-\n<!>&quot;tfn', max_size=60))
def test_json_of_any_kind_raises_nothing(text):
    """Whatever stands in a script block."""
    load_json(text)
    assert isinstance(read(in_json(text)), Metadata)


@pytest.mark.parametrize("text", ["[" * 100_000, '{"a":' * 100_000, "1" * 100_000, '"' * 99_999])
def test_json_without_end_raises_nothing(text):
    """Depth and length are no reason to fail."""
    assert said(in_json(text)) == []


@given(pages())
def test_values_stand_inside_the_page_in_page_order(raw):
    """Spans ascend; no value is empty."""
    values = read(raw).values

    assert [v.span.start for v in values] == sorted(v.span.start for v in values)
    assert all(v.span.end <= len(raw) and v.value for v in values)
