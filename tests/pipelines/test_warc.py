"""WARC: every sound record once, whatever stands before, between and after."""

from __future__ import annotations

import gzip
import sys

import pytest
import zstandard
from hypothesis import given, settings
from hypothesis import strategies as st
from seed_pages import SEEDS

import newsparse
from newsparse.errors import MissingExtraError
from newsparse.pipelines.warc import WarcPages

pytest.importorskip("fastwarc")

COMPRESSIONS = {
    "plain": bytes,
    "gzip": gzip.compress,
    "zstd": zstandard.ZstdCompressor().compress,
}


def record(kind: str, media: str, content: bytes, *, url: str, length: int | None = None) -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\n"
        f"WARC-Date: 2024-03-05T10:00:00Z\r\nContent-Type: {media}\r\n"
        f"Content-Length: {len(content) if length is None else length}\r\n\r\n"
    )
    return head.encode() + content + b"\r\n\r\n"


def response(
    number: int, *, length: int | None = None, status: str = "200 OK", body: bytes = b"", **headers
) -> bytes:
    body = body or f"<h1>Title {number}</h1><p>The story of page {number}.</p>".encode()
    fields = {"Content-Type": "text/html", **{k.replace("_", "-"): v for k, v in headers.items()}}
    head = "".join(f"{name}: {value}\r\n" for name, value in fields.items())
    content = f"HTTP/1.1 {status}\r\n{head}\r\n".encode() + body
    url = f"https://a.example/{number}"
    media = "application/http; msgtype=response"
    return record("response", media, content, url=url, length=length)


def numbers(pages) -> list[int]:
    return [int(page["url"].rpartition("/")[2]) for page in pages]


@pytest.mark.parametrize("compress", COMPRESSIONS.values(), ids=COMPRESSIONS)
def test_pages_are_parsed_as_they_are_without_the_archive(tmp_path, compress):
    """Seed pages as responses, with the records that a crawler writes around them."""
    parts = [record("warcinfo", "application/warc-fields", b"software: x\r\n", url="x:info")]
    for number, seed in enumerate(SEEDS):
        parts.append(record("request", "application/http; msgtype=request", b"GET /", url="x:r"))
        media = {"html": "text/html"}.get(seed.path.suffix[1:], "text/plain")
        parts.append(response(number, body=seed.content, Content_Type=f"{media}; charset=utf-8"))
    path = tmp_path / "crawl.warc"
    path.write_bytes(b"".join(map(compress, parts)))
    archive = WarcPages(path)
    found = list(newsparse.parse_many(archive))

    for page, (number, seed) in zip(found, enumerate(SEEDS), strict=True):
        assert page.raw == seed.raw
        assert page.url == f"https://a.example/{number}"
        assert page.segments == newsparse.parse(seed.content, kind=page.kind, url=page.url).segments
    assert (archive.broken, archive.other) == (0, 1 + len(SEEDS))


def test_a_wet_file_gives_texts(tmp_path):
    path = tmp_path / "crawl.warc.wet.gz"
    texts = [seed.content for seed in SEEDS if seed.path.suffix == ".txt"]
    wet = [record("conversion", "text/plain", text, url="https://a.example/") for text in texts]
    path.write_bytes(b"".join(map(gzip.compress, wet)))
    found = list(WarcPages(path))

    assert [page["raw"] for page in found] == texts
    assert {page["kind"] for page in found} == {"text"}


def test_what_is_no_page_is_passed_over(tmp_path):
    """Errors of the server, redirects, pictures; counted, not broken."""
    path = tmp_path / "crawl.warc"
    path.write_bytes(
        response(0)
        + response(1, status="404 Not Found")
        + response(2, status="301 Moved", Location="/x")
        + response(3, Content_Type="image/png")
        + response(4)
    )
    archive = WarcPages(path)

    assert numbers(archive) == [0, 4]
    assert (archive.broken, archive.other) == (0, 3)


def test_transfer_is_undone_and_a_rare_encoding_read_by_its_header(tmp_path):
    """A header that is wrong is not believed where the page is UTF-8."""
    polish = "<p>Żółć na łące."
    packed = gzip.compress(polish.encode())
    chunked = f"{len(packed):x}\r\n".encode() + packed + b"\r\n0\r\n\r\n"
    path = tmp_path / "crawl.warc"
    path.write_bytes(
        response(0, body=chunked, Content_Encoding="gzip", Transfer_Encoding="chunked")
        + response(
            1, body=polish.encode("iso-8859-2"), Content_Type="text/html; charset=iso-8859-2"
        )
        + response(2, body=polish.encode(), Content_Type="text/html; charset=iso-8859-1")
        + response(3, body=b"\xff\xffA", Content_Type="text/html; charset=nonsense")
    )
    found = list(newsparse.parse_many(WarcPages(path)))

    assert [page.raw for page in found[:3]] == [polish] * 3
    assert found[3].raw == "ÿÿA"


BROKEN = {
    "length too small": lambda n: response(n, length=5),
    "length too large": lambda n: response(n, length=len(response(n)) + 200),
    "no length": lambda n: response(n).replace(b"Content-Length", b"X-Length", 1),
    "length is a word": lambda n: response(n).replace(b"Content-Length: ", b"Content-Length: x", 1),
    "no HTTP": lambda n: response(n).replace(b"HTTP/1.1 200 OK", b"what is this   "),
    "cut off": lambda n: response(n)[:-40],
    "cut in its head": lambda n: response(n)[:90],
    "garbage": lambda _: b"garbage\r\n" * 9,
}


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(list(BROKEN)),
    st.sampled_from(list(COMPRESSIONS)),
    st.integers(0, 4),
    st.booleans(),
)
def test_a_broken_record_costs_itself_only(tmp_path_factory, how, compression, place, damaged):
    """At any place, in any compression; ``damaged``: broken as a member, too."""
    compress = COMPRESSIONS[compression]
    parts = [compress(response(n)) for n in range(5)]
    parts[place] = compress(BROKEN[how](place))
    if damaged and compression != "plain":
        parts[place] = parts[place][:30]
    path = tmp_path_factory.mktemp("warc") / "crawl.warc"
    path.write_bytes(b"".join(parts))
    archive = WarcPages(path)
    whole = [n for n in range(5) if n != place]

    assert numbers(archive) == whole
    assert 1 <= archive.broken <= 2


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400), st.sampled_from(list(COMPRESSIONS)))
def test_any_bytes_end(tmp_path_factory, content, compression):
    """An archive that is none gives nothing and raises nothing."""
    path = tmp_path_factory.mktemp("warc") / "crawl.warc"
    path.write_bytes(COMPRESSIONS[compression](b"WARC/1.0\r\n")[:-3] + content)

    assert list(WarcPages(path)) == []


def test_without_fastwarc_the_message_says_how_to_get_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "fastwarc", None)
    with pytest.raises(MissingExtraError, match=r'pip install "newsparse\[warc\]"'):
        WarcPages("crawl.warc.gz")
