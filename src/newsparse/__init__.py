"""newsparse: news pages, HTML or plain text, as structure with offsets.

``parse`` splits a page into headline, deck, byline, dateline, dates, body, credits, quotes,
captions, teasers and typed boilerplate. The segments of a page cover every character of the input
exactly once.

Names are loaded when they are first used, so ``import newsparse`` stays cheap.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsparse.config import Limits as Limits
    from newsparse.config import ParseConfig as ParseConfig

__version__ = "0.1.0"

_HOMES = {
    "newsparse.config": ("Limits", "ParseConfig"),
    "newsparse.errors": (
        "ConfigError",
        "ExportError",
        "InputError",
        "LanguagePackError",
        "LimitError",
        "MissingExtraError",
        "NewsparseError",
        "WeightsError",
    ),
    "newsparse.lines": (
        "agency_name",
        "find_quotes",
        "parse_byline",
        "parse_credit",
        "parse_date",
        "parse_dateline",
    ),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

__all__ = sorted((*_HOME_OF, "__version__"))  # noqa: PLE0605  # one table, read by __getattr__ too


def __getattr__(name: str) -> object:
    home = _HOME_OF.get(name)
    if home is None:
        raise AttributeError(f"module 'newsparse' has no attribute {name!r}")
    value = getattr(import_module(home), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return list(__all__)
