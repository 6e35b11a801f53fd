"""HTML, e-mail or text: judged by the first kilobytes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsparse.reading.sniff import sniff

CASES = [
    ("<!DOCTYPE html><p>x", "html"),
    ("\ufeff\n <html>", "html"),
    ("<?xml version='1.0'?><rss>", "html"),
    ("<rss version=2.0>", "html"),
    ("<p>Ferries run again.</p>", "html"),
    ("<div class=story>Ferries run", "html"),
    ("<!-- x --><b>", "html"),
    ("Ferries\n<p>run</p><p>again</p>", "html"),
    ("", "text"),
    ("Ferries run again.", "text"),
    ("Use the <b> tag for bold type.", "text"),
    ("<p> is the tag for paragraphs.", "text"),
    ("<3 says the mayor", "text"),
    ("a < b and b > c", "text"),
    ('{"a": "b"}', "text"),
    ("%PDF-1.4\n%âãÏÓ\n1 0 obj\n<< /Type /Catalog >>", "text"),
    ("Write <p> and </p> round it." + " Words about tags, no tags." * 100, "text"),
    ("From: Ada <ada@post.example>\nSubject: Ferry\n\nIt runs.", "email"),
    ("Received: from a\n by b\nMessage-ID: <1@b>\n\nx", "email"),
    ("From ada@post.example Fri Mar 7\nSubject: x\n\ny", "email"),
    ("By: Ada Example\nDate: 3 March\n\nFerries run.", "text"),
    ("Date: 3 March\nTo: everybody\n\nFerries run.", "text"),
    ("From: the mayor\n\nFerries run.", "text"),
]


@pytest.mark.parametrize(("raw", "expected"), CASES)
def test_a_page_is_known_by_its_beginning(raw, expected):
    """Documents and fragments, texts about tags, letters and letter-like stories."""
    assert sniff(raw) == expected


@given(st.text(max_size=200))
def test_any_string_is_something(raw):
    """One of three, whatever the string."""
    assert sniff(raw) in ("html", "text", "email")


@given(st.text(alphabet=st.characters(exclude_characters="<:"), max_size=200))
def test_without_a_bracket_or_a_colon_it_is_text(raw):
    """Neither a tag nor a header field."""
    assert sniff(raw) == "text"
