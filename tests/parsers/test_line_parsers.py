"""The line parsers alone: total on any text, spans inside the line, cases kept as data."""

from __future__ import annotations

from itertools import pairwise

import pytest
from case_files import topic
from hypothesis import given
from hypothesis import strategies as st

import newsparse
from newsparse.languages.load import universal_pack
from newsparse.parsers.byline import parse_byline
from newsparse.parsers.credit import find_credit_tail, parse_credit
from newsparse.parsers.dateline import parse_dateline
from newsparse.parsers.dates import find_dates, parse_date

PACK = universal_pack()
WORDS = st.sampled_from(
    tuple(
        "By Von Par Ada Example Ben Sample and und et , ; | / ( ) — - : March 3 2024 AP (dpa) "  # noqa: SIM905
        "PORTO Photo: Foto: © Reporting by Editing Reuters 記者 文／ . 12:30 EST Updated".split()
    )
)
LINES = st.lists(WORDS, max_size=14).map(" ".join) | st.text(max_size=200)


@given(LINES)
def test_nothing_raises_and_spans_lie_in_the_line(line):
    """Whatever the line: a value whose pieces are slices of it, or None."""
    byline = parse_byline(line, pack=PACK)
    dateline = parse_dateline(line, pack=PACK)
    date = parse_date(line, pack=PACK)
    credit = parse_credit(line, pack=PACK)
    values = [v for v in (byline, dateline, date) if v is not None]
    values += credit.credits if credit is not None else ()
    for value in values:
        assert 0 <= value.span.start < value.span.end <= len(line)
        assert value.pieces[0].start == value.span.start
    for person in byline.authors if byline is not None else ():
        assert person.span is not None
        assert person.span.end <= len(line)


@given(LINES)
def test_found_dates_ascend_and_a_tail_lies_in_the_text(line):
    """Dates never overlap; a credit's tail begins inside the paragraph."""
    found = find_dates(line, pack=PACK)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    tail = find_credit_tail(line, pack=PACK)
    assert tail is None or 0 <= tail < len(line)


@pytest.mark.parametrize("name", ["Abby Byrne", "Vonda Parker", "Deborah Dimond", "Byron Porter"])
def test_a_prefix_inside_a_name_eats_no_letter(name):
    """ "By" stands in Abby and Byrne, "von" in Vonda; a prefix is a whole word."""
    byline = newsparse.parse_byline(f"By {name}")

    assert byline is not None
    assert [person.name for person in byline.authors] == [name]


def cases(name):
    return [
        pytest.param(
            case.data,
            id=str(case),
            marks=[pytest.mark.xfail(reason=case.data["xfail"], strict=True)]
            if "xfail" in case.data
            else [],
        )
        for case in topic(name)
    ]


@pytest.mark.parametrize("data", cases("byline"))
def test_a_byline_is_read_as_the_case_says(data):
    """``authors`` are the names, in order; ``[]`` that nobody signs; ``agency`` who else does."""
    found = newsparse.parse_byline(data["line"])
    names = [person.name for person in found.authors] if found is not None else []

    assert names == data["authors"]
    if "agency" in data:
        assert found is not None
        assert found.agency == data["agency"]


@pytest.mark.parametrize("data", cases("dateline"))
def test_a_dateline_is_read_as_the_case_says(data):
    """``text`` is the span's text, "" for none; ``place`` and ``agency`` where they are named."""
    found = newsparse.parse_dateline(data["line"])

    assert (found.span.slice(data["line"]) if found is not None else "") == data["text"]
    for key in ("place", "agency"):
        if key in data:
            assert getattr(found, key) == data[key]


@pytest.mark.parametrize("data", cases("credit"))
def test_a_credit_is_read_as_the_case_says(data):
    """Each row of ``credits``: kind, people, organisations."""
    found = newsparse.parse_credit(data["line"])
    rows = [
        [str(c.kind), list(c.people), list(c.organisations)]
        for c in (found.credits if found is not None else ())
    ]

    assert rows == data["credits"]


@pytest.mark.parametrize("data", cases("dates"))
def test_a_date_is_read_as_the_case_says(data):
    """``value`` in ISO form, "" for none; ``reference`` is what relative dates count from."""
    found = newsparse.parse_date(
        data["line"], languages=[data["language"]], reference_date=data.get("reference")
    )

    assert (found.value.isoformat() if found is not None else "") == data["value"]


NOT_YET: dict[str, str] = {}
"""Lines of the packs that are not read as they should be, with the reason."""


def lines_of(field):
    """All lines of one field of the packs' credits, known failures marked."""
    return [
        pytest.param(
            entry.kind,
            line,
            marks=[pytest.mark.xfail(reason=NOT_YET[line], strict=True)] if line in NOT_YET else [],
        )
        for entry in PACK.credit
        for line in getattr(entry, field)
    ]


@pytest.mark.parametrize(("kind", "line"), lines_of("examples"))
def test_examples_of_the_packs_are_read(kind, line):
    """Each example of a pack's credit is a credit of that kind, or of the kind it stands for."""
    found = newsparse.parse_credit(line)

    assert found is not None
    assert kind in {str(c.kind) for c in found.credits} | ({"agency"} if found.agency else set())


@pytest.mark.parametrize(("kind", "line"), lines_of("near_misses"))
def test_near_misses_of_the_packs_are_not_read(kind, line):
    """A sentence with the same words credits nobody with that."""
    found = newsparse.parse_credit(line)

    assert found is None or kind not in {str(c.kind) for c in found.credits}
