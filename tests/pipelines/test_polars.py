"""polars: a column of structs that says, row by row, what ``parse`` says."""

from __future__ import annotations

from importlib import import_module

import pytest
from arrow_rows import check_row
from seed_pages import SEEDS

import newsparse
from newsparse.export.arrow import SCHEMA

pl = pytest.importorskip("polars")
ADDRESS = "https://example.org/2024/03/05/a"


@pytest.fixture(scope="module", autouse=True)
def _namespace():
    import_module("newsparse.pipelines.polars")  # makes it known


def struct():
    """The types of ``SCHEMA`` as polars reads them."""
    empty = pl.from_arrow(SCHEMA.empty_table())
    return pl.Struct(dict(empty.schema))


@pytest.mark.parametrize("processes", [None, 2])
def test_rows_are_what_parse_gives(processes):
    """Bytes, nulls among them; the name stays."""
    contents = [None, *(seed.content for seed in SEEDS), None]
    frame = pl.DataFrame({"html": contents})
    found = frame.select(pl.col("html").newsparse.parse(processes=processes))["html"]

    assert found.dtype == struct()
    assert found.is_null().to_list() == [raw is None for raw in contents]
    for row, raw in zip(found, contents, strict=True):
        if raw is not None:
            check_row(row, newsparse.parse(raw))


def test_a_lazy_frame_knows_the_type_and_gives_the_same():
    """In batches, too."""
    frame = pl.DataFrame({"html": [seed.raw for seed in SEEDS]})
    parsed = pl.col("html").newsparse.parse()
    lazy = frame.lazy().select(parsed)

    assert lazy.collect_schema() == {"html": struct()}
    assert lazy.collect(engine="streaming").equals(frame.select(parsed))


@pytest.mark.parametrize("dtype", [pl.String, pl.Categorical, pl.Enum(["A story."]), pl.Binary])
def test_text_may_come_in_any_type_of_text(dtype):
    frame = pl.DataFrame({"html": ["A story.", None]}).cast(dtype)
    found = frame.select(pl.col("html").newsparse.parse())["html"]

    assert found.struct.field("raw").to_list() == ["A story.", None]
    assert found.null_count() == 1


def test_address_and_kind_are_read():
    frame = pl.DataFrame({"html": ["<p>A title</p>"] * 2, "url": [ADDRESS, None]})
    parsed = pl.col("html").newsparse.parse(url="url", kind="text")
    found = frame.with_columns(parsed.alias("page"))["page"]

    assert found.struct.field("kind").to_list() == ["text", "text"]
    assert found.struct.field("url").to_list() == [ADDRESS, None]
    assert [row["published"] is None for row in found] == [False, True]


def test_a_value_that_is_no_page_has_its_error(monkeypatch):
    """The others are read."""
    monkeypatch.setattr(newsparse.export.arrow, "MAX_SIZE", 8)
    frame = pl.DataFrame({"html": ["A story.", "A story.."]})
    found = frame.select(pl.col("html").newsparse.parse())["html"].struct.field("error")

    assert found[0] is None
    assert found[1] == "InputError: a text of more than 8 code points has no 32-bit offsets"


def test_nothing_is_nothing():
    frame = pl.DataFrame({"html": []}, schema={"html": pl.String})

    assert frame.select(pl.col("html").newsparse.parse()).schema == {"html": struct()}


def test_wrong_use_is_refused():
    """At once, or where the column is known."""
    with pytest.raises(newsparse.InputError, match="got 'pdf'"):
        pl.col("html").newsparse.parse(kind="pdf")
    with pytest.raises(newsparse.ConfigError, match="as a positive int, got 0"):
        pl.col("html").newsparse.parse(processes=0)
    with pytest.raises(newsparse.InputError, match="takes strings or binaries, got Int64"):
        pl.DataFrame({"html": [1]}).select(pl.col("html").newsparse.parse())
