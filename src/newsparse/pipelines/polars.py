"""polars: ``pl.col("html").newsparse.parse()`` gives a column of structs (extra ``polars``).

The structs have the fields of ``newsparse.export.arrow.SCHEMA`` in polars' types: labels are
categories, code points Int32.
"""

from __future__ import annotations

from typing import Any

from newsparse.config import ParseConfig
from newsparse.errors import InputError, MissingExtraError
from newsparse.export.arrow import parse_column

try:
    import polars as pl
except ImportError as error:
    raise MissingExtraError("newsparse.pipelines.polars", "polars", "polars") from error

__all__ = ["ExpressionNamespace"]

_TEXTS = (pl.String, pl.Binary, pl.Categorical, pl.Enum, pl.Null)


class ExpressionNamespace:
    """What an expression has under ``newsparse`` once this module is imported."""

    def __init__(self, expression: Any) -> None:  # noqa: ANN401  # an Expr
        self._expression = expression

    def parse(
        self,
        *,
        url: Any = None,  # noqa: ANN401  # an Expr
        kind: str | None = None,
        config: ParseConfig | None = None,
        processes: int | None = None,
    ) -> Any:  # noqa: ANN401  # an Expr
        """Parse each page.

        Args:
            url: An expression, or the name of a column, with their addresses.
            kind: ``html``, ``text`` or ``email``, if all are of that kind.
            config: Settings for all pages.
            processes: Worker processes, as in ``parse_many``; started anew for each batch that
                polars hands over.

        Returns:
            An expression of structs with the name of the pages'. What is null stays null; a value
            that is no page has its ``error``.

        Raises:
            InputError: ``kind`` is not known; when evaluated, the column holds neither strings nor
                binaries.
            ConfigError: As in ``parse_many``.
        """
        options: dict[str, Any] = {"kind": kind, "config": config, "processes": processes}
        dtype = pl.Series(parse_column([], **options)).dtype

        def rows(columns: Any) -> Any:  # noqa: ANN401  # Series
            pages = columns[0]
            if pages.dtype.base_type() not in _TEXTS:
                raise InputError(f"parse() takes strings or binaries, got {pages.dtype}")
            urls = columns[1].to_list() if len(columns) > 1 else None
            return pl.Series(pages.name, parse_column(pages.to_list(), urls=urls, **options))

        columns = [self._expression] if url is None else [self._expression, url]
        return pl.map_batches(columns, rows, return_dtype=dtype, is_elementwise=True)


pl.api.register_expr_namespace("newsparse")(ExpressionNamespace)
