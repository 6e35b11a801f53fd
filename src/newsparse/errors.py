"""The error tree: only wrong use raises, content never does.

Each error names the argument or file, what it was and what is accepted; the same facts are
attributes.
"""

from __future__ import annotations

import copyreg

__all__ = [
    "ConfigError",
    "ExportError",
    "InputError",
    "LanguagePackError",
    "LimitError",
    "MissingExtraError",
    "NewsparseError",
    "WeightsError",
]


class NewsparseError(Exception):
    """Base of everything newsparse raises on purpose; can be pickled, so sent between processes."""

    def __reduce__(self) -> tuple[object, ...]:
        # Not through __init__, which in some classes takes the parts of the message.
        return copyreg.__newobj__, (type(self), *self.args), self.__dict__  # type: ignore[attr-defined]  # what pickle itself uses


class InputError(NewsparseError, ValueError):
    """A call got something that is no page, line or record."""


class LimitError(InputError):
    """A limit was reached and the caller had asked for an error instead of a shortened page."""


class ConfigError(NewsparseError, ValueError):
    """A setting is unknown or out of range."""


class LanguagePackError(NewsparseError, ValueError):
    """A language pack file is broken.

    Attributes:
        pack: File or language code of the pack.
        entry: Where in the file, as ``credit[3].kind``; empty for the whole file.
    """

    def __init__(self, message: str, *, pack: str = "", entry: str = "") -> None:
        self.pack = pack
        self.entry = entry
        where = ", ".join(part for part in (pack, entry) if part)
        super().__init__(f"{where}: {message}" if where else message)


class WeightsError(NewsparseError, ValueError):
    """A weights file is broken, foreign or of another version."""


class ExportError(NewsparseError, ValueError):
    """A page cannot be written in the asked form."""


class MissingExtraError(NewsparseError, ImportError):
    """A feature needs a package that is not installed; the message holds the pip line.

    Attributes:
        extra: Name of the newsparse extra that brings the package.
    """

    def __init__(self, feature: str, package: str, extra: str) -> None:
        self.extra = extra
        super().__init__(
            f'{feature} needs {package}; install it with: pip install "newsparse[{extra}]"'
        )
