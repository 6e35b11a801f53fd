"""The tokenizer: every character in one token, and the tokens that the HTML standard asks for."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import example, given
from strategies_html import pages

from newsparse.reading.html_tokens import STATES, tokens

STATE_OF = {
    "Data state": "data",
    "RCDATA state": "rcdata",
    "RAWTEXT state": "rawtext",
    "Script data state": "script",
    "PLAINTEXT state": "plaintext",
    "CDATA section state": "cdata",
}
EXCEPTIONS = {
    # What XML forbids is replaced there so that the result fits an XML infoset; we read HTML.
    ("xmlViolation.test", "Non-XML character"): "asks for U+FFFD in place of U+FFFF",
    ("xmlViolation.test", "Non-XML space"): "asks for a space in place of a form feed",
    ("xmlViolation.test", "Double hyphen in comment"): "asks for '- -' in place of '--'",
}
MIN_SHARE = 0.97


def plain(raw, **options):
    """Return tokens as short tuples, text pieces joined."""
    found = []
    for token in tokens(raw, **options):
        if token.kind in ("text", "cdata"):
            if found and found[-1][0] == "Character":
                found[-1] = ("Character", found[-1][1] + token.data)
            else:
                found.append(("Character", token.data))
        elif token.kind == "start":
            closing = (True,) if token.self_closing else ()
            found.append(("StartTag", token.name, token.attributes, *closing))
        elif token.kind == "end":
            found.append(("EndTag", token.name))
        elif token.kind == "comment":
            found.append(("Comment", token.data))
        elif token.kind == "doctype":
            found.append(("DOCTYPE", *token.doctype))
    return found


@given(pages())
@example("<p>A</p")
@example('<a b="')
@example("<![CDATA[x")
@example("<svg><![CDATA[x]]>y")
def test_every_character_is_in_exactly_one_token(raw):
    """Spans follow each other without a gap from the first character to the last."""
    at = 0
    for token in tokens(raw):
        assert token.start == at
        assert token.end > token.start
        at = token.end

    assert at == len(raw)


@given(pages())
def test_any_state_may_be_the_first(raw):
    """Reading may begin inside raw text, and still nothing is lost."""
    for state in STATES:
        found = list(tokens(raw, state=state, last_start_tag="title"))

        assert sum(token.end - token.start for token in found) == len(raw)


CASES = [
    ("<p class=a>x</p>", [("StartTag", "p", {"class": "a"}), ("Character", "x"), ("EndTag", "p")]),
    ("<P CLASS=A>", [("StartTag", "p", {"class": "A"})]),
    ("<a b='1' B=2>", [("StartTag", "a", {"b": "1"})]),
    ("<br/>", [("StartTag", "br", {}, True)]),
    ("<a b=c/>", [("StartTag", "a", {"b": "c/"})]),
    ('<a b="x>y">', [("StartTag", "a", {"b": "x>y"})]),
    ("<a =b>", [("StartTag", "a", {"=b": ""})]),
    ("<!-->x", [("Comment", ""), ("Character", "x")]),
    ("<!--a--!>x", [("Comment", "a"), ("Character", "x")]),
    ("<!--a--", [("Comment", "a")]),
    ("<?php x?>", [("Comment", "?php x?")]),
    ("</ p>", [("Comment", " p")]),
    ("a</>b", [("Character", "ab")]),
    ("1 < 2", [("Character", "1 < 2")]),
    ("&notit; &amp;lt", [("Character", "¬it; &lt")]),
    ("<a b='?c&copy=1'>", [("StartTag", "a", {"b": "?c&copy=1"})]),
    ("&#x92;&#0;&#55296;", [("Character", "’\ufffd\ufffd")]),
    ("<title>a<b>&amp;</title>", [
        ("StartTag", "title", {}), ("Character", "a<b>&"), ("EndTag", "title"),
    ]),
    ("<script>a&amp;</SCRIPT >", [
        ("StartTag", "script", {}), ("Character", "a&amp;"), ("EndTag", "script"),
    ]),
    ("<script><!--<script></script>x</script>", [
        ("StartTag", "script", {}), ("Character", "<!--<script></script>x"), ("EndTag", "script"),
    ]),
    ("<!DOCTYPE html PUBLIC 'a' \"b\">", [("DOCTYPE", "html", "a", "b", True)]),
    ("<!doctype>", [("DOCTYPE", None, None, None, False)]),
]  # fmt: skip


@pytest.mark.parametrize(("raw", "expected"), CASES, ids=[raw for raw, _ in CASES])
def test_tokens_are_those_of_the_standard(raw, expected):
    """One construct each, expected values from the standard's text."""
    assert plain(raw) == expected


def test_a_quote_that_never_closes_does_not_swallow_the_page():
    """A browser would drop everything; here the tag ends at the next bracket."""
    assert plain('<a href="/x>Ferries</a> run') == [
        ("Character", "Ferries"),
        ("EndTag", "a"),
        ("Character", " run"),
    ]


def test_a_page_cut_inside_a_tag_loses_only_the_tag():
    """Nothing stands behind the tag, so nothing is guessed."""
    assert plain("<p>x<a href=") == [("StartTag", "p", {}), ("Character", "x")]


def unescaped(value):
    """Undo the second escaping of a case marked ``doubleEscaped``."""
    if isinstance(value, str):
        return re.sub(r"\\u([0-9a-fA-F]{4})", lambda match: chr(int(match[1], 16)), value)
    if isinstance(value, list):
        return [unescaped(one) for one in value]
    if isinstance(value, dict):
        return {unescaped(key): unescaped(one) for key, one in value.items()}
    return value


def expected_tokens(output):
    found = []
    for one in output:
        if one[0] == "Character" and found and found[-1][0] == "Character":
            found[-1] = ("Character", found[-1][1] + one[1])
        elif one != "ParseError":
            found.append(tuple(one))
    return found


def test_the_public_cases_give_the_same_tokens(shared):
    """Cases of html5lib; each that differs is listed with its reason, none is listed in vain."""
    total, different = 0, set()
    for path in sorted((shared / "standards" / "html5lib" / "tokenizer").glob("*.test")):
        data = json.loads(path.read_text("utf-8"))
        for case in data.get("tests") or data["xmlViolationTests"]:
            raw, output = case["input"], case["output"]
            if case.get("doubleEscaped"):
                raw, output = unescaped(raw), unescaped(output)
            for state in case.get("initialStates", ["Data state"]):
                total += 1
                found = plain(
                    raw,
                    state=STATE_OF[state],
                    last_start_tag=case.get("lastStartTag", ""),
                    switch=False,
                )
                if found != expected_tokens(output):
                    different.add((path.name, case["description"]))

    assert different == set(EXCEPTIONS)
    assert 1 - len(different) / total >= MIN_SHARE
