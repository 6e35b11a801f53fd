"""Who said what: gold stories in many languages, properties, growth.

The stories are our own; expectations were written before the code ran. A quote is compared word
by word (marks and punctuation aside), a speaker by the resolved name. ``pytest -s`` prints the
figures.
"""

from __future__ import annotations

import re
from collections import defaultdict

import pytest
from case_files import topic

from newsparse.languages.load import load_pack
from newsparse.model.label import QuoteKind
from newsparse.model.span import Span
from newsparse.parsers.quotes import explain_quote, explain_quotes, find_quotes

CASES = topic("quotes")
LEAST_F1 = 0.9
LEAST_NAMES = 0.85
WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W_\u3040-\u30ff\u3400-\u9fff]+")


def words(text):
    return tuple(w.casefold() for w in WORD.findall(text))


def found_in(case):
    pack = load_pack(case.path.stem)
    return find_quotes(case.data["text"].strip(), pack=pack)


def marked(case):
    return [q for q in found_in(case) if q.kind is not QuoteKind.INDIRECT]


def matches(want, got):
    exact = words(want["text"]) == words(got.text)
    if want.get("loose"):
        inside, outside = " ".join(words(want["text"])), " ".join(words(got.text))
        exact = inside in outside or outside in inside
    kind = want.get("kind", "direct")
    return exact and (kind in ("any", str(got.kind)))


def right_name(want, got):
    name = (got.speaker.name if got.speaker else None) or ""
    return name in want.get("either", [want["speaker"]])


def tally(case):
    """Return (wanted, found, matched, names wanted, names right, lines of what is wrong)."""
    got = marked(case)
    rest = list(got)
    wrong, matched, named, right = [], 0, 0, 0
    for want in case.data["quotes"]:
        hit = next((q for q in rest if matches(want, q)), None)
        named += bool(want["speaker"])
        if hit is None:
            wrong.append(f"missed {want['text']!r}")
            continue
        rest.remove(hit)
        matched += 1
        if right_name(want, hit):
            right += bool(want["speaker"])
        else:
            wrong.append(f"{want['text'][:40]!r} is {want['speaker']!r}, got {hit.speaker!r:.120}")
        for key in ("role", "affiliation"):
            value = getattr(hit.speaker, key, None) or ""
            if key in want and want[key] not in value:
                wrong.append(f"{want['text'][:40]!r} {key} {want[key]!r}, got {value!r}")
    wrong += [f"extra {q.kind} {q.text!r}" for q in rest]
    return len(case.data["quotes"]), len(got), matched, named, right, wrong


@pytest.fixture(scope="module")
def figures():
    sums = defaultdict(lambda: [0] * 5)
    for case in CASES:
        result = tally(case)
        for place in range(5):
            sums[case.path.stem][place] += result[place]
            sums["all"][place] += result[place]
        for line in result[5]:
            print(f"{case}: {line}")
    for code, (gold, got, hit, named, right) in sums.items():
        f1 = 2 * hit / (gold + got) if gold + got else 0.0
        print(f"{code:4} quotes {gold:4} F1 {f1:.3f}  names {right}/{named}")
    return sums


def test_enough_quotes_in_enough_languages(figures):
    assert figures["all"][0] >= 200
    for code in ("de", "fr", "es", "it", "pt", "nl", "pl", "ru", "zh", "ja"):
        assert figures[code][0] >= 10, code


def test_quotes_are_found_in_every_language(figures):
    for code, (gold, got, hit, _, _) in figures.items():
        assert 2 * hit / (gold + got) >= LEAST_F1, code


def test_speakers_get_their_full_names(figures):
    _, _, _, named, right = figures["all"]
    assert right / named >= LEAST_NAMES


@pytest.mark.parametrize("case", CASES, ids=str)
def test_what_is_no_quote_stays_none(case):
    """Titles, scare quotes and nicknames."""
    quoted = [words(q.text) for q in marked(case)]

    for phrase in case.data.get("lacks", []):
        assert words(phrase) not in quoted, phrase


@pytest.mark.parametrize("case", CASES, ids=str)
def test_reports_are_indirect_quotes(case):
    found = [words(q.text) for q in found_in(case) if q.kind is QuoteKind.INDIRECT]

    for report in case.data.get("indirect", []):
        assert words(report) in found, report


@pytest.mark.parametrize("case", CASES, ids=str)
def test_what_nobody_said_is_no_report(case):
    """Intentions, views of the writer, what things offer, adverbials in front of a verb."""
    found = [q.text for q in found_in(case) if q.kind is QuoteKind.INDIRECT]

    for phrase in case.data.get("unreported", []):
        assert not any(phrase in report for report in found), phrase


def test_a_block_is_signed_by_the_line_below():
    text = "The pier will outlive us all.\n\n— Ada Roe, mayor"
    found = find_quotes(text, pack=load_pack("en"), quoted=[Span(0, 29)])

    assert [(q.text, q.speaker.name) for q in found] == [(text[:29], "Ada Roe")]


def test_reasons_stand_in_the_order_of_quotes():
    text = "“Nobody fishes here,” said Ada Roe. She added that the pier was closed. “Nobody.”"
    pack = load_pack("en")
    found = find_quotes(text, pack=pack)
    reasons = explain_quotes(text, pack=pack)

    assert len(reasons) == len(found)
    for quote, why in zip(found, reasons, strict=True):
        assert why == explain_quote(text, quote, pack=pack)
        assert [abs(r.points) for r in why] == sorted((abs(r.points) for r in why), reverse=True)


ROLES = [
    ("en", "“No,” said Ada Roe, head of supply at Keld Water.", "head of supply", "Keld Water"),
    ("en", "“No,” said Ada Roe, chair of the harbour board.", "chair", "harbour board"),
    (
        "en",
        "“No,” said Ada Roe, professor of law at Orlan University.",
        "professor of law",
        "Orlan University",
    ),
    (
        "fr",
        "« Non », a dit Ada Roux, présidente de l'Union des libraires.",
        "présidente",
        "Union des libraires",
    ),
    (
        "es",
        "«No», dijo Ada Gil, portavoz de la asociación de vecinos.",
        "portavoz",
        "asociación de vecinos",
    ),
    (
        "de",
        "„Nein“, sagte Ada Roth, Sprecherin des Verbands der Bäcker.",
        "Sprecherin",
        "Verbands der Bäcker",
    ),
]


@pytest.mark.parametrize(("language", "text", "role", "institution"), ROLES)
def test_an_apposition_gives_role_and_institution(language, text, role, institution):
    (quote,) = find_quotes(text, pack=load_pack(language))

    assert quote.speaker.role == role
    assert quote.speaker.affiliation == institution


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Reviving what islanders call the “mail boat”, the council bought a ship."),
        ("en", "Critics call the price of the “old ship” a joke."),
        ("de", "Die Opposition nennt den Preis des „alten Schiffs“ einen Witz."),
        ("fr", "C'est ce que les habitants appellent le « vieux bateau »."),
    ],
)
def test_what_bears_a_name_is_not_quoted(language, text):
    found = find_quotes(text, pack=load_pack(language))

    assert [q.text for q in found if q.kind is not QuoteKind.INDIRECT] == []


def test_a_verb_of_saying_in_the_last_paragraph_counts_for_all():
    text = "Ben Poe spoke.\n\n“We open at ten.\n\n“Nobody has to come,” Ada Roe said."
    (quote,) = find_quotes(text, pack=load_pack("en"))

    assert len(quote.pieces) == 2
    assert (quote.speaker.name, quote.cue) == ("Ada Roe", "said")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Im Saal der „Vereinigung der Wehre“ (VDW) saß niemand. „Gut so“, sagte Ada Roth."),
        ("de", "Das ''alte Wehr'' blieb zu. „Gut so“, sagte Ada Roth."),
        ("de", "Das stand im Magazin „altes wehr heute“. „Gut so“, sagte Ada Roth."),
    ],
    ids=["abbreviated", "italics", "magazine"],
)
def test_names_in_marks_stand_beside_speech(language, text):
    found = find_quotes(text, pack=load_pack(language))

    assert [q.text for q in found] == ["„Gut so“"]


def test_typed_marks_count_where_no_others_stand():
    (quote,) = find_quotes("''The weir is shut,'' said Ada Roe.", pack=load_pack("en"))

    assert quote.text == "''The weir is shut,''"


@pytest.mark.parametrize(
    ("text", "quoted", "name"),
    [
        ("„Led už nedrží,“ řekl rybář Jan Novotný.", "„Led už nedrží,“", "Jan Novotný"),
        ("„A jég már nem tart”, mondta Ádám Kovács.", "„A jég már nem tart”", "Ádám Kovács"),
        (
            "„Led už letos nedrží,“ vysvětlila u jezera hospodská Eva Malá.",
            "„Led už letos nedrží,“",
            "Eva Malá",
        ),
        ("„Led už letos nikoho neudrží,“ dodává.", "„Led už letos nikoho neudrží,“", None),
    ],
)
def test_a_language_without_a_pack_still_has_quotes(text, quoted, name):
    """Words of saying are unknown, so marks, commas and full names must do."""
    (quote,) = find_quotes(text, pack=load_pack("en"))

    assert quote.text == quoted
    assert (quote.speaker.name if quote.speaker else None) == name


def test_a_headline_before_its_author_is_no_quote():
    assert find_quotes("“Old pier, new pier,” by the Post's Ada Roe", pack=load_pack("en")) == ()
