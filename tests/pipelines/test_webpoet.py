"""web-poet: an ``Article`` of zyte-common-items, alone and in a real Scrapy crawl."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from hypothesis import given
from seed_pages import SEEDS
from strategies import html_soup

import newsparse

web_poet = pytest.importorskip("web_poet")
items = pytest.importorskip("zyte_common_items")

ADDRESS = "https://example.org/news/weir"
HTML = """<!DOCTYPE html><html lang="en-GB"><head><title>Weir keeper retires – Orlan Courier</title>
<link rel="canonical" href="/news/weir-keeper">
<meta property="og:image" content="../weir.jpg">
<meta property="article:published_time" content="2024-03-19T06:30:00+01:00">
<meta property="article:modified_time" content="2024-03-20T08:00:00+01:00">
<meta name="description" content="Nobody follows him."></head><body><article>
<h1>Weir keeper retires after 52 years</h1>
<p class="byline">By Ada Example</p>
<p>Leopold Brisk opened the weir at Orlan for the last time on Sunday, and closed it again at ten
past four. He had done so twice a day since the autumn.</p>
<h2>A motor follows</h2>
<p>The city will not replace him. From this week the gates are moved by a motor that obeys a
telephone line from the water office, and nobody has to climb the ladder any more.</p>
</article></body></html>
"""
SPIDER = """
import sys
import scrapy
from scrapy.crawler import CrawlerProcess
from newsparse.pipelines.webpoet import NewsArticlePage

class News(scrapy.Spider):
    name = "news"
    start_urls = [sys.argv[1]]

    async def parse(self, response, page: NewsArticlePage):
        yield await page.to_item()

process = CrawlerProcess({
    "ADDONS": {"scrapy_poet.Addon": 300},
    "FEEDS": {sys.argv[2]: {"format": "jsonlines"}},
    "LOG_LEVEL": "ERROR",
    "TELNETCONSOLE_ENABLED": False,
})
process.crawl(News)
process.start()
"""


@pytest.fixture(scope="module")
def page_object():
    """The class, under test and to be subclassed."""
    from newsparse.pipelines.webpoet import NewsArticlePage

    return NewsArticlePage


def response(content: bytes | str, address: str = ADDRESS):
    body = content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
    return web_poet.HttpResponse(address, body, headers={"Content-Type": "text/html"})


def item(page_object, content: bytes | str):
    return asyncio.run(page_object(response(content)).to_item())


def test_every_field_that_the_page_has(page_object):
    found = item(page_object, HTML)

    assert type(found) is items.Article
    assert found.headline == "Weir keeper retires after 52 years"
    assert [one.name for one in found.authors] == ["Ada Example"]
    assert found.authors[0].nameRaw == "By Ada Example"
    assert found.datePublished == found.datePublishedRaw == "2024-03-19T06:30:00+01:00"
    assert found.dateModified == found.dateModifiedRaw == "2024-03-20T08:00:00+01:00"
    assert found.description == "Nobody follows him."
    paragraphs = found.articleBody.split("\n\n")
    assert [text.split()[0] for text in paragraphs] == ["Leopold", "A", "The"]
    assert found.inLanguage == "en"
    assert found.mainImage.url == "https://example.org/weir.jpg"
    assert found.canonicalUrl == "https://example.org/news/weir-keeper"
    assert found.url == ADDRESS
    assert found.metadata.probability == 1.0
    assert found.metadata.dateDownloaded


def test_what_is_not_known_has_no_value(page_object):
    """A search form is no article."""
    found = item(page_object, "<html><body><form><input> <button>Search</button></form></body>")

    assert found.metadata.probability < 0.5
    for name in ("headline", "authors", "datePublished", "articleBody", "mainImage"):
        assert getattr(found, name) is None


def test_a_last_change_stands_for_an_unknown_date_of_publication(page_object):
    """As the item's documentation has it; a day gets no time."""
    meta = '<meta property="article:modified_time" content="2024-03-20">'
    found = item(page_object, f"<head>{meta}</head><h1>The pier is closed</h1><p>It leaks.</p>")

    assert found.datePublished == found.dateModified == "2024-03-20"
    assert found.datePublishedRaw == "2024-03-20"


def test_an_agency_signs_where_nobody_else_does(page_object):
    html = HTML.replace("By Ada Example", "By Reuters")

    assert [one.name for one in item(page_object, html).authors] == ["Reuters"]


@pytest.mark.parametrize("seed", [s for s in SEEDS if s.path.suffix == ".html"], ids=str)
def test_values_are_those_of_the_page(seed, page_object):
    """Bytes of any encoding, as web-poet decodes them."""
    page = newsparse.parse(response(seed.content).text, url=ADDRESS)
    found = item(page_object, seed.content)

    assert found.headline == (None if page.headline is None else page.headline.text)
    assert (found.articleBody or "") == page.body.text.strip()
    names = [] if page.byline is None else [one.name for one in page.byline.authors]
    assert names == [] or [one.name for one in found.authors] == names


@given(html_soup())
def test_any_response_has_an_item(page_object, html):
    assert item(page_object, html).url == ADDRESS


def test_settings_and_fields_can_be_replaced(page_object):
    """By a subclass, as web-poet's own pages."""

    class Courier(page_object):
        config = newsparse.ParseConfig(languages=("de",))

        @web_poet.field
        def headline(self):
            return super().headline.upper()

    page = Courier(response(HTML))

    assert page.headline == "WEIR KEEPER RETIRES AFTER 52 YEARS"
    assert page.news().language == "de"
    assert page.news() is page.news()


def test_scrapy_gets_the_item(tmp_path):
    """scrapy-poet hands the page object to a callback; the page comes over HTTP."""
    pytest.importorskip("scrapy_poet")
    (tmp_path / "weir.html").write_text(HTML, "utf-8")
    (tmp_path / "spider.py").write_text(SPIDER, "utf-8")
    handler = partial(SimpleHTTPRequestHandler, directory=tmp_path)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}/weir.html"
        out = tmp_path / "items.jsonl"
        done = subprocess.run(
            [sys.executable, tmp_path / "spider.py", address, out],
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
        server.shutdown()

    assert done.returncode == 0, done.stderr
    (row,) = map(json.loads, out.read_text("utf-8").splitlines())
    assert row["headline"] == "Weir keeper retires after 52 years"
    assert row["authors"][0]["name"] == "Ada Example"
    assert row["url"] == address
