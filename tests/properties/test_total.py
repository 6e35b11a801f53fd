"""Promise: content never raises; only wrong use does, and then by name."""

from __future__ import annotations

import re

import pytest
import walking
from hypothesis import example, given
from hypothesis import strategies as st
from strategies import any_text, html_soup, inputs, pages

import newsparse

KINDS = (None, "html", "text", "email")


def touch(page) -> None:
    """Ask a page for everything it has."""
    for role in walking.ROLES:
        getattr(page, role)
    assert page.to_json()
    assert repr(page)
    assert page._repr_html_()
    if page.segments:
        page.explain(page.segments[0])


@given(inputs(), st.sampled_from(KINDS))
@example("\x00" * 50, None)
@example("<" * 500, "html")
@example("&" * 500, "html")
@example("<div>" * 3000, "html")
@example("“" * 3000, "text")
@example("\r" * 3000, "text")
@example("By " * 1000, "text")
@example("From: a\nSubject: b\n", "email")
def test_no_text_raises(raw, kind):
    """Every str is a page, and every value of that page can be asked for."""
    touch(newsparse.parse(raw, kind=kind))


@given(st.binary(max_size=200) | inputs().map(lambda s: s.encode("utf-8", "surrogatepass")))
@example(b"")
@example(b"\xff\xfe\x00")
@example(b"\xef\xbb\xbf")
@example("“naïve”\n".encode("windows-1252") + "“naïve”".encode())
def test_no_bytes_raise(raw):
    """Every bytes is a page too, and says how it was decoded."""
    page = newsparse.parse(raw)

    assert page.encoding
    touch(page)


@given(pages(), st.text(max_size=60) | st.sampled_from(["https://a.example/2024/13/45/x", "//["]))
def test_no_address_raises(raw, url):
    """An address that is none is passed over."""
    touch(newsparse.parse(raw, url=url))


@given(st.lists(any_text() | html_soup(), max_size=4))
def test_parse_many_gives_one_result_a_record_in_order(raws):
    """As many results as records, in their order."""
    found = list(newsparse.parse_many(raws))

    assert [page.raw for page in found] == raws


def test_a_record_that_is_no_page_is_a_value_in_its_place():
    """A broken record stops nothing: the ones around it are read, and it says what was wrong."""
    records = ["One.", None, {"raw": "Two.", "url": "https://a.example"}, {"html": "x"}, "Three."]
    found = list(newsparse.parse_many(records))

    assert [bool(result) for result in found] == [True, False, True, False, True]
    assert [found[0].raw, found[2].raw, found[4].raw] == ["One.", "Two.", "Three."]
    assert (found[1].position, found[1].error) == (1, "InputError")
    assert "NoneType" in found[1].message
    assert "html" in found[3].message


@pytest.mark.parametrize("processes", [0, -1, 1.5, True, "2"])
def test_a_wrong_number_of_processes_is_refused_at_once(processes):
    """Before the first record is asked for."""
    with pytest.raises(newsparse.ConfigError, match="processes"):
        newsparse.parse_many(["One."], processes=processes)


@given(any_text())
@example(">>Ferries run >>again")
def test_no_line_raises(line):
    """The line parsers take any str."""
    newsparse.parse_byline(line)
    newsparse.parse_dateline(line)
    newsparse.parse_credit(line)
    newsparse.parse_date(line)
    newsparse.find_quotes(line)
    newsparse.agency_name(line)


@pytest.mark.parametrize("wrong", [None, 3, 1.5, ["a"], object()])
def test_what_is_no_page_is_refused(wrong):
    """The message names the call, the type that came in and what is accepted."""
    with pytest.raises(newsparse.InputError, match=re.escape(type(wrong).__name__)) as caught:
        newsparse.parse(wrong)

    assert "str" in str(caught.value)
    assert "bytes" in str(caught.value)


@pytest.mark.parametrize("kind", ["HTML", "pdf", "", 3])
def test_an_unknown_kind_is_refused(kind):
    """The message names the argument, the value and the kinds that exist."""
    with pytest.raises(newsparse.InputError, match="kind") as caught:
        newsparse.parse("A", kind=kind)

    assert repr(kind) in str(caught.value)
    assert "email" in str(caught.value)


@pytest.mark.parametrize(
    "settings", [{"languages": "klingon!"}, {"languages": 3}, {"date_order": "XYZ"}, {"explain": 1}]
)
def test_a_wrong_setting_is_refused(settings):
    """The message names the setting and the value."""
    name, value = next(iter(settings.items()))
    with pytest.raises(newsparse.ConfigError, match=name) as caught:
        newsparse.ParseConfig(**settings)

    assert repr(value) in str(caught.value)


@pytest.mark.parametrize("limit", [0, -1, 1.5, True, "9"])
def test_a_wrong_limit_is_refused(limit):
    """A limit is a positive int."""
    with pytest.raises(newsparse.ConfigError, match="max_chars"):
        newsparse.Limits(max_chars=limit)
