"""pandas: a column of structs that says, row by row, what ``parse`` says."""

from __future__ import annotations

from importlib import import_module

import pytest
from arrow_rows import check_row
from seed_pages import SEEDS

import newsparse
from newsparse.export.arrow import SCHEMA

pd = pytest.importorskip("pandas")
pa = pytest.importorskip("pyarrow")
ADDRESS = "https://example.org/2024/03/05/a"


@pytest.fixture(scope="module", autouse=True)
def _accessor():
    import_module("newsparse.pipelines.pandas")  # makes it known


@pytest.mark.parametrize("processes", [None, 2])
def test_rows_are_what_parse_gives(processes):
    """Bytes and strings, nulls among them; index and name stay."""
    contents = [None, *(seed.content for seed in SEEDS), float("nan"), "\ud800 A story."]
    pages = pd.Series(contents, dtype=object, name="html", index=range(7, 7 + len(contents)))
    found = pages.newsparse.parse(processes=processes)

    assert found.index.equals(pages.index)
    assert found.name == "html"
    assert found.dtype == pd.ArrowDtype(pa.struct(list(SCHEMA)))
    assert found.isna().tolist() == pages.isna().tolist()
    for row, raw in zip(found, contents, strict=True):
        if isinstance(raw, str | bytes):
            check_row(row, newsparse.parse(raw))


@pytest.mark.parametrize("dtype", ["object", "string", "category", "string[pyarrow]"])
def test_text_may_come_in_any_dtype_of_text(dtype):
    found = pd.Series(["A story.", None]).astype(dtype).newsparse.parse()

    assert found.struct.field("raw").tolist()[0] == "A story."
    assert found.isna().tolist() == [False, True]


def test_address_and_kind_are_read():
    pages = pd.Series(["<p>A title</p>", "<p>A title</p>"])
    found = pages.newsparse.parse(url=pd.Series([ADDRESS, None], index=[9, 8]), kind="text")

    assert found.struct.field("kind").tolist() == ["text", "text"]
    assert found.struct.field("url").tolist() == [ADDRESS, pd.NA]
    assert [row["published"] is None for row in found] == [False, True]


def test_a_value_that_is_no_page_has_its_error():
    """The others are read."""
    errors = pd.Series(["A.", 5, b"B."], dtype=object).newsparse.parse().struct.field("error")

    assert errors.isna().tolist() == [True, False, True]
    assert errors[1] == "InputError: parse() takes str or bytes, got int"


def test_nothing_is_nothing():
    assert pd.Series([], dtype="str").newsparse.parse().empty
    assert pd.Series([float("nan")] * 2).newsparse.parse().isna().all()


@pytest.mark.parametrize(
    ("wrong", "options", "message"),
    [
        ([1, 2], {}, r"takes a Series of strings or bytes, got int64"),
        (["A."], {"kind": "pdf"}, r"got 'pdf'"),
        (["A."], {"url": pd.Series(["a", "b"])}, r"one address a page, got 2/1"),
        (["A."], {"processes": 0}, r"processes as a positive int, got 0"),
    ],
)
def test_wrong_use_is_refused(wrong, options, message):
    with pytest.raises(newsparse.NewsparseError, match=message):
        pd.Series(wrong).newsparse.parse(**options)
