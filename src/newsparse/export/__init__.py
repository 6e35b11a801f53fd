"""Pages in other people's formats; each function is a pure function of the page.

Nothing is known: the key is absent, never empty. Text goes out as the reader sees it, offsets count
code points of ``page.raw`` (the one exception: Web Annotation on HTML). Names are loaded when they
are first used; ``newsparse.export.arrow`` is a module of its own.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsparse.export.html_view import to_html_view as to_html_view
    from newsparse.export.markdown import to_markdown as to_markdown
    from newsparse.export.ninjs import to_ninjs as to_ninjs
    from newsparse.export.plain import to_text as to_text
    from newsparse.export.schema import json_schema as json_schema
    from newsparse.export.schema_org import to_schema_org as to_schema_org
    from newsparse.export.tei import to_tei as to_tei
    from newsparse.export.web_annotation import to_web_annotation as to_web_annotation

_HOME_OF = {
    "json_schema": "newsparse.export.schema",
    "to_html_view": "newsparse.export.html_view",
    "to_markdown": "newsparse.export.markdown",
    "to_ninjs": "newsparse.export.ninjs",
    "to_schema_org": "newsparse.export.schema_org",
    "to_tei": "newsparse.export.tei",
    "to_text": "newsparse.export.plain",
    "to_web_annotation": "newsparse.export.web_annotation",
}

__all__ = sorted(_HOME_OF)  # noqa: PLE0605  # one table, read by __getattr__ too


def __getattr__(name: str) -> object:
    home = _HOME_OF.get(name)
    if home is None:
        raise AttributeError(f"module 'newsparse.export' has no attribute {name!r}")
    value = getattr(import_module(home), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return list(__all__)
