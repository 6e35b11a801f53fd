"""Arrow: rows that say what the pages say, valid to the last child array."""

from __future__ import annotations

import subprocess
import sys

import pyarrow as pa
import pyarrow.parquet
import pytest
from arrow_rows import check_row
from hypothesis import given
from hypothesis import strategies as st
from seed_pages import SEEDS
from strategies import inputs
from strategies_pages import built_pages

import newsparse
from newsparse.errors import InputError, MissingExtraError
from newsparse.export import arrow
from newsparse.export.arrow_columns import column, without_halves
from newsparse.export.arrow_types import COLUMNS


def batch(raw, **columns) -> pa.RecordBatch:
    return pa.RecordBatch.from_pydict({"raw": raw, **columns})


def test_rows_are_the_seed_pages():
    """Bytes as ``parse`` reads them, in order; valid, and the very schema."""
    found = arrow.parse_batch(batch([seed.content for seed in SEEDS]))

    found.validate(full=True)
    assert found.schema.equals(arrow.SCHEMA, check_metadata=True)
    for row, seed in zip(found.to_pylist(), SEEDS, strict=True):
        check_row(row, newsparse.parse(seed.content))


@given(st.lists(inputs().map(without_halves), max_size=3))
def test_rows_are_what_parse_gives(pages):
    found = arrow.parse_batch(pa.RecordBatch.from_arrays([pa.array(pages, pa.string())], ["raw"]))

    found.validate(full=True)
    for row, raw in zip(found.to_pylist(), pages, strict=True):
        check_row(row, newsparse.parse(raw))


@given(st.lists(st.none() | inputs(), max_size=4))
def test_a_column_has_a_row_for_each_value(values):
    """Over the seams of its chunks; null where there is no page."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(arrow, "CHUNK", 2)
        found = arrow.parse_column(values)

    found.validate(full=True)
    assert found.type == pa.struct(list(arrow.SCHEMA))
    for row, raw in zip(found.to_pylist(), values, strict=True):
        if raw is None:
            assert row is None
        else:
            check_row(row, newsparse.parse(raw))


def test_a_column_has_addresses_and_a_kind():
    """A value that is no page has its error; the others are read."""
    urls = ["https://example.org/2024/03/05/a", None, None]
    rows = arrow.parse_column(["<p>A", 5, "<p>B"], urls=urls, kind="text").to_pylist()

    assert [row["kind"] for row in rows] == ["text", None, "text"]
    assert rows[0]["published"]["source"] == "url"
    assert rows[1]["error"] == "InputError: parse() takes str or bytes, got int"


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"kind": "pdf"}, r"got 'pdf'"),
        ({"urls": []}, r"one address a page, got 0/1"),
        ({"processes": 0}, r"processes as a positive int, got 0"),
    ],
)
def test_wrong_use_of_a_column_is_refused(options, message):
    with pytest.raises(newsparse.NewsparseError, match=message):
        arrow.parse_column(["A."], **options)


@given(built_pages())
def test_any_values_have_a_row(page):
    """Column by column, as ``parse_batch`` puts them together, with nulls around."""
    read = {name: page.provenance.packs if name == "packs" else None for name in ("packs", "error")}
    arrays = []
    for one in COLUMNS:
        value = read[one.name] if one.name in read else getattr(page, one.name)
        values = [None, value, None]
        arrays.append(column(pa, one.kind, values, nullable=one.nullable, large=one.large))
    found = pa.RecordBatch.from_arrays(arrays, schema=arrow.SCHEMA)

    found.validate(full=True)
    check_row(found.to_pylist()[1], page)


def test_a_record_that_is_no_page_has_its_error():
    """Nulls and empty lists; the others are read."""
    found = arrow.parse_batch(batch(["A story.", None])).to_pylist()

    assert found[0]["error"] is None
    assert found[1]["error"].startswith("InputError: parse() takes str or bytes, got NoneType")
    assert {name for name, value in found[1].items() if value not in (None, [])} == {"error"}


def test_a_text_that_offsets_cannot_count_is_refused(monkeypatch):
    monkeypatch.setattr(arrow, "MAX_SIZE", 8)
    found = arrow.parse_batch(batch(["A story.", "A story.."])).to_pylist()

    assert found[0]["error"] is None
    assert found[1]["error"] == (
        "InputError: a text of more than 8 code points has no 32-bit offsets"
    )


def test_address_and_kind_are_read_other_columns_are_not():
    columns = {"url": ["https://example.org/2024/03/05/a", None], "kind": ["text", None]}
    found = arrow.parse_batch(batch(["<p>A", "<p>A"], id=[1, 2], **columns)).to_pylist()

    assert [row["kind"] for row in found] == ["text", "html"]
    assert [row["url"] for row in found] == columns["url"]
    assert found[0]["published"]["source"] == "url"


@pytest.mark.parametrize(
    "kind",
    [
        pa.string(),
        pa.large_string(),
        pa.binary(),
        pa.large_binary(),
        pa.dictionary(pa.int8(), pa.string()),
    ],
)
def test_text_may_come_in_any_column_of_text(kind):
    column = pa.array(["A story."]).cast(kind)
    found = arrow.parse_batch(pa.RecordBatch.from_arrays([column], ["raw"]))

    assert found.to_pylist()[0]["raw"] == "A story."


def test_an_instant_stands_only_where_the_zone_is_known():
    meta = '<meta property="article:published_time" content="{}">'
    html = f"<head>{meta}</head><body><h1>A title of a story</h1><p>The story is told here."
    found = arrow.parse_batch(
        batch([html.format("2024-03-05T10:00:00+02:00"), html.format("2024-03-05T10:00:00")])
    )
    dates = [row["published"] for row in found.to_pylist()]

    assert dates[0]["instant"].isoformat() == "2024-03-05T08:00:00+00:00"
    assert dates[1]["value"] == "2024-03-05T10:00:00"
    assert dates[1]["instant"] is None


def test_rows_survive_parquet(tmp_path):
    found = arrow.parse_batch(batch([seed.content for seed in SEEDS[:3]]))
    pyarrow.parquet.write_table(pa.Table.from_batches([found]), tmp_path / "pages.parquet")
    again = pyarrow.parquet.read_table(tmp_path / "pages.parquet")

    assert again.to_pylist() == found.to_pylist()
    assert again.schema.metadata[b"newsparse.version"] == newsparse.__version__.encode()


def test_no_rows_are_no_rows():
    assert arrow.parse_batch(batch(pa.array([], pa.string()))).num_rows == 0


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ([], r"takes a pyarrow.RecordBatch, got list"),
        (pa.RecordBatch.from_pydict({"text": ["A"]}), r"with a column 'raw', got columns: text"),
        (
            pa.RecordBatch.from_pydict({"raw": [1]}),
            r"takes 'raw' as strings or binaries, got int64",
        ),
        (batch(["A"], url=[b"x"]), r"takes 'url' as strings, got binary"),
    ],
)
def test_wrong_use_is_refused(wrong, message):
    with pytest.raises(InputError, match=message):
        arrow.parse_batch(wrong)


def test_without_pyarrow_the_message_says_how_to_get_it(monkeypatch):
    """Only when something of it is used."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    arrow._fields.cache_clear()
    with pytest.raises(MissingExtraError, match=r'pip install "newsparse\[arrow\]"'):
        arrow.parse_batch(None)
    with pytest.raises(MissingExtraError):
        _ = arrow.SCHEMA


def test_importing_it_loads_no_pyarrow():
    code = "import sys, newsparse.export.arrow; print('pyarrow' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout == "False\n"
