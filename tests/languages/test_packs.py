"""Every pack loads, says where its words come from, and knows twelve months."""

from __future__ import annotations

import pytest

import newsparse
from newsparse.languages.identify import identify
from newsparse.languages.load import available_codes, load_pack, merged_pack, read_pack
from newsparse.languages.phrases import boilerplate_matcher
from newsparse.parsers.dates import parse_date

WANTED = tuple("en de fr es it pt nl pl sv no da fi ru uk el tr ar hi ja zh ko".split())  # noqa: SIM905
CLEAR = {
    "en": "The weir at the lower end of the town will be taken down when the water has gone.",
    "de": "Die Werft in der Stadt baut wieder Schiffe, und die meisten Leute waren schon da.",
    "fr": "Le conseil a voté mardi soir, et les travaux doivent commencer dans la vieille ville.",
    "es": "Los pastores piden más perros y el gobierno ha dicho que los tendrán en la sierra.",
    "it": "Il porto della città è stato chiuso per due giorni, ma nessuno ha detto perché.",
    "nl": "De haven van de stad is twee dagen dicht geweest en niemand heeft gezegd waarom.",
    "ru": "Порт был закрыт два дня, и никто не сказал, почему это было сделано.",
    "ja": "港は二日間閉まっていたが、理由を言う人はいなかった。",
}


@pytest.mark.parametrize("code", WANTED)
def test_a_pack_loads_and_says_where_its_words_come_from(code):
    """Twelve months, function words, and a source for each table."""
    pack = load_pack(code)

    assert pack is not None
    assert len(pack.generated.months) == 12
    assert pack.function_words.words
    tables = (pack.function_words, pack.dates, pack.byline, pack.quotes)
    entries = (*pack.agency, *pack.credit, *pack.note, *pack.boilerplate)
    assert all(table.source for table in (*tables, *entries))


@pytest.mark.parametrize("code", WANTED)
def test_all_twelve_months_of_a_pack_are_read(code):
    """The first form of each month, in a date as the language writes it."""
    pack = merged_pack((code,))
    for number, forms in enumerate(pack.generated.months, 1):
        line = f"2024年{number}月5日" if code in ("ja", "zh") else f"5 {forms[0]} 2024"
        line = f"2024년 {number}월 5일" if code == "ko" else line
        found = parse_date(line, pack=pack)

        assert found is not None, line
        assert found.value.isoformat()[:10] == f"2024-{number:02}-05", line


def test_the_shipped_packs_are_these():
    """One file a language."""
    assert set(available_codes()) == set(WANTED)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('colour = "red"', "own.toml: 'colour' is unknown; use one of"),
        ('code = "xx"', "own.toml: 'name' is missing"),
    ],
)
def test_a_broken_pack_says_what_is_wrong(text, message, tmp_path):
    """File, entry, and what is accepted."""
    path = tmp_path / "own.toml"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(newsparse.LanguagePackError) as caught:
        read_pack(path)
    assert str(caught.value).startswith(message)


@pytest.mark.parametrize("code", CLEAR)
def test_a_clear_text_has_its_language_whatever_is_declared(code):
    """The text beats a wrong declaration."""
    wrong = "pl" if code != "pl" else "en"

    assert identify(CLEAR[code] * 3) == code
    assert identify(CLEAR[code] * 3, declared=wrong) == code


def test_a_word_or_two_have_no_language():
    """Unsure is None."""
    assert identify("Orlan 24") is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Related Posts", "RELATED"),
        ("Leave a Reply", "COMMENTS"),
        ("Share on Facebook", "SHARE"),
        ("We use cookies to improve this page.", "CONSENT"),
        ("Cookies sell better than biscuits at the harbour, the guild found.", None),
        ("Share prices fell on Monday after the harbour had closed for the day.", None),
    ],
)
def test_phrases_are_told_from_stories_about_them(text, kind):
    """A button or a notice, and not a sentence on the subject."""
    found = boilerplate_matcher(merged_pack(("en",))).match(text)

    assert (found[0].value if found is not None else None) == kind
