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
    from newsparse import export as export
    from newsparse.batch import Failure as Failure
    from newsparse.batch import parse_many as parse_many
    from newsparse.config import Limits as Limits
    from newsparse.config import ParseConfig as ParseConfig
    from newsparse.errors import ConfigError as ConfigError
    from newsparse.errors import ExportError as ExportError
    from newsparse.errors import InputError as InputError
    from newsparse.errors import LanguagePackError as LanguagePackError
    from newsparse.errors import LimitError as LimitError
    from newsparse.errors import MissingExtraError as MissingExtraError
    from newsparse.errors import NewsparseError as NewsparseError
    from newsparse.errors import WeightsError as WeightsError
    from newsparse.lines import agency_name as agency_name
    from newsparse.lines import find_quotes as find_quotes
    from newsparse.lines import parse_byline as parse_byline
    from newsparse.lines import parse_credit as parse_credit
    from newsparse.lines import parse_date as parse_date
    from newsparse.lines import parse_dateline as parse_dateline
    from newsparse.model.label import BoilerplateKind as BoilerplateKind
    from newsparse.model.label import Label as Label
    from newsparse.model.page import Page as Page
    from newsparse.model.segment import Segment as Segment
    from newsparse.model.span import Span as Span
    from newsparse.parser import Parser as Parser
    from newsparse.parser import parse as parse

__version__ = "0.1.0"

_HOMES = {
    "newsparse.batch": ("Failure", "parse_many"),
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
    "newsparse.model.label": ("BoilerplateKind", "Label"),
    "newsparse.model.page": ("Page",),
    "newsparse.model.segment": ("Segment",),
    "newsparse.model.span": ("Span",),
    "newsparse.parser": ("Parser", "parse"),
}
_MODULES = ("export",)
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

__all__ = sorted((*_HOME_OF, *_MODULES, "__version__"))  # noqa: PLE0605  # one table, read by __getattr__ too


def __getattr__(name: str) -> object:
    if name in _MODULES:
        return import_module(f"newsparse.{name}")
    home = _HOME_OF.get(name)
    if home is None:
        raise AttributeError(f"module 'newsparse' has no attribute {name!r}")
    value = getattr(import_module(home), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return list(__all__)
