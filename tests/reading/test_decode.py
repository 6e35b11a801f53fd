"""Bytes to text: marks, the caller's word, declarations true and false, guesses."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsparse.reading.decode import declared_encoding, decode
from newsparse.reading.encodings import encoding_name

SENTENCES = {
    "Shift_JIS": "昨日の午後、港の近くで小さな市場が開かれた。多くの人が魚や野菜を買っていた。",
    "EUC-JP": "昨日の午後、港の近くで小さな市場が開かれた。多くの人が魚や野菜を買っていた。",
    "GBK": "昨天下午，港口附近的小市场重新开张了。很多人来到这里买鱼，大家都说价钱和从前一样。",
    "Big5": "昨天下午，港口附近的小市場重新開張了。很多人來到這裡買魚，大家都說價錢和從前一樣。",
    "EUC-KR": "어제 오후 항구 근처에서 작은 시장이 다시 문을 열었다. 사람들이 생선을 샀다.",
    "windows-1251": "Вчера днём у порта снова открылся небольшой рынок. Люди пришли купить рыбу.",
    "KOI8-R": "Вчера днём у порта снова открылся небольшой рынок. Люди пришли купить рыбу.",
    "ISO-8859-7": "Χθες το απόγευμα άνοιξε ξανά η μικρή αγορά κοντά στο λιμάνι.",
    "windows-1252": "Gestern öffnete der Markt: „Schöne Grüße“, müde Füße, ärgerlich – à côté.",
}
CODECS = {"Shift_JIS": "cp932", "GBK": "gb18030", "EUC-KR": "cp949", "windows-1252": "cp1252"}
DIFFERENT = {
    # The bytes are valid UTF-8; the declaration is wrong, and we do not follow it.
    "euc-jp": "test-yahoo-jp.dat",
}


def encoded(name):
    return SENTENCES[name].encode(CODECS.get(name, name))


@pytest.mark.parametrize("name", SENTENCES)
def test_a_declared_encoding_is_used(name):
    """The declaration may stand late in the head."""
    head = f'<title>x</title>{" " * 3_000}<meta charset="{name}">'.encode()

    assert decode(head + encoded(name)) == (head.decode() + SENTENCES[name], name)


@pytest.mark.parametrize("name", SENTENCES)
@pytest.mark.parametrize("head", [b"", b"<meta charset=utf-8>"])
def test_an_undeclared_or_wrongly_declared_encoding_is_guessed(name, head):
    """Running text shows what it is written in."""
    assert decode(head + encoded(name)) == (head.decode() + SENTENCES[name], name)


def test_valid_utf_8_beats_a_declaration():
    """Pages that were moved to UTF-8 often keep their old declaration."""
    assert decode("<meta charset=iso-8859-1>Café".encode()) == (
        "<meta charset=iso-8859-1>Café",
        "UTF-8",
    )


def test_a_few_broken_bytes_leave_utf_8_as_it_is():
    """Cut inside a character, or one bad byte among many good ones; one bad byte alone is not."""
    assert decode(b"caf\xe9") == ("café", "windows-1252")
    assert decode("Éclair, café".encode()[:-1]) == ("Éclair, caf\ufffd", "UTF-8")
    assert decode("éèà".encode() + b"\xff") == ("éèà\ufffd", "UTF-8")


def test_the_callers_word_and_a_mark_come_first():
    """A byte order mark beats the caller, the caller beats the page."""
    assert decode(b"\xe9", encoding="latin1") == ("é", "windows-1252")
    assert decode(b"<meta charset=koi8-r>\xe9", encoding="cp1250")[1] == "windows-1250"
    assert decode(b"\xef\xbb\xbf\xc3\xa9", encoding="latin1") == ("é", "UTF-8")
    assert decode("é".encode("utf-16"), encoding="utf-8")[0] == "é"
    assert decode(b"\xe9", encoding="no such thing") == ("é", "windows-1252")


def test_the_language_helps_where_nothing_else_does():
    """A Polish page of the old days."""
    data = '<html lang="pl">zażółć gęślą jaźń'.encode("iso8859-2")

    assert decode(data) == ('<html lang="pl">zażółć gęślą jaźń', "ISO-8859-2")


def test_single_bytes_are_never_an_error():
    """windows-1252 leaves five bytes out; browsers take them for control characters."""
    assert decode(b"caf\xe9 \x93x\x94 \x81", encoding="windows-1252")[0] == "café “x” \x81"


def test_utf_16_without_a_mark_is_seen():
    """Every other byte of markup is NUL."""
    assert decode("<html>é</html>".encode("utf-16-le")) == ("<html>é</html>", "UTF-16LE")


LABELS = [
    ("utf8", "UTF-8"), (" Latin1\n", "windows-1252"), ("ISO-8859-9", "windows-1254"),
    ("gb2312", "GBK"), ("x-sjis", "Shift_JIS"), ("ks_c_5601-1987", "EUC-KR"),
    ("hebrew", "ISO-8859-8"),
    ("utf_8", "UTF-8"), ('iso8859-2"', None), ("", None), ("\0", None), ("utf-7", None),
]  # fmt: skip


@pytest.mark.parametrize(("label", "expected"), LABELS)
def test_labels_have_one_name(label, expected):
    """The WHATWG table, and Python's spelling for callers."""
    assert encoding_name(label) == expected


@given(st.binary(max_size=80), st.sampled_from((None, "utf-8", "gbk", "x", "utf-16")))
@example(b"\xff\xfe\x00", None)
@example(b"<meta charset=utf-16>\x80", None)
@example(b"<meta charset=iso-2022-jp>\x1b$B", None)
def test_any_bytes_give_text(data, encoding):
    """And the name of an encoding that exists."""
    text, name = decode(data, encoding=encoding)

    assert isinstance(text, str)
    assert encoding_name(name) == name


def test_the_public_cases_declare_what_they_should(shared):
    """html5lib's pages: what is declared, and what their bytes are read as."""
    total, different = 0, {}
    for name in ("tests1.dat", "tests2.dat", "test-yahoo-jp.dat"):
        content = (shared / "standards" / "html5lib" / "encoding" / name).read_bytes()
        for case in re.split(rb"(?:^|\n)#data\n", content):
            data, found, expected = case.partition(b"\n#encoding\n")
            if not found:
                continue
            total += 1
            label = expected.decode().split()[0]
            if decode(data)[1] != encoding_name(label):
                different[label] = name
                assert declared_encoding(data) == encoding_name(label)

    assert total > 80
    assert different == DIFFERENT
