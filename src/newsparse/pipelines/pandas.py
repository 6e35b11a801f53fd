"""pandas: ``series.newsparse.parse()`` gives a column of structs (extra ``pandas``).

The structs have the fields of ``newsparse.export.arrow.SCHEMA``, which pandas reads with
``column.struct.field("headline")``.
"""

from __future__ import annotations

from typing import Any

from newsparse.config import ParseConfig
from newsparse.errors import InputError, MissingExtraError
from newsparse.export.arrow import parse_column

try:
    import pandas as pd
except ImportError as error:
    raise MissingExtraError("newsparse.pipelines.pandas", "pandas", "pandas") from error

__all__ = ["SeriesAccessor"]


class SeriesAccessor:
    """What a Series of pages has under ``newsparse`` once this module is imported."""

    def __init__(self, series: Any) -> None:  # noqa: ANN401  # a Series
        self._series = series

    def parse(
        self,
        *,
        url: Any = None,  # noqa: ANN401  # a Series
        kind: str | None = None,
        config: ParseConfig | None = None,
        processes: int | None = None,
    ) -> Any:  # noqa: ANN401  # a Series
        """Parse each page.

        Args:
            url: A Series with their addresses, in the same order; its index is not looked at.
            kind: ``html``, ``text`` or ``email``, if all are of that kind.
            config: Settings for all pages.
            processes: Worker processes, as in ``parse_many``.

        Returns:
            A Series of structs (``pandas.ArrowDtype``) with the same index and name. What is
            missing stays missing; a value that is no page has its ``error``.

        Raises:
            InputError: The Series is one of numbers, dates or the like; ``kind`` is not known;
                ``url`` has another length.
            ConfigError: As in ``parse_many``.
        """
        pages = self._series
        if not _holds_text(pages.dtype) and pages.notna().any():
            raise InputError(f"parse() takes a Series of strings or bytes, got {pages.dtype}")
        urls = None if url is None else _values(url)
        found = parse_column(
            _values(pages), urls=urls, kind=kind, config=config, processes=processes
        )
        return pd.Series(pd.arrays.ArrowExtensionArray(found), index=pages.index, name=pages.name)


def _holds_text(dtype: Any) -> bool:  # noqa: ANN401  # a dtype
    """Tell whether values may be pages; of objects each is looked at on its own."""
    if isinstance(dtype, pd.CategoricalDtype):
        return _holds_text(dtype.categories.dtype)
    texts = isinstance(dtype, pd.StringDtype) or dtype.type in (str, bytes)
    return texts or pd.api.types.is_object_dtype(dtype)


def _values(series: Any) -> list[Any]:  # noqa: ANN401  # a Series
    """Return its values as Python's own, None for whatever pandas takes for missing."""
    pairs = zip(series.tolist(), series.isna().tolist(), strict=True)
    return [None if missing else value for value, missing in pairs]


pd.api.extensions.register_series_accessor("newsparse")(SeriesAccessor)
