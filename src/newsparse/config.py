"""Settings of a parse, validated when they are made."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from typing import Any

from attrs import Attribute, field, frozen

from newsparse.errors import ConfigError

__all__ = ["Limits", "ParseConfig"]

MAX_CHARS = 20_000_000
"""Default limit in code points: ten times the largest page of the corpus (2 MB), rounded up."""
MAX_BLOCKS = 40_000
"""Default limit in blocks: thirty times the longest training text (1,244 blocks), rounded, and
what keeps the memory of a text of a million lines below 20 times its size."""

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")


def _size(_: object, attribute: Attribute[int], value: object) -> None:
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise ConfigError(
            f"Limits.{attribute.name} takes a positive int, got {value!r} ({type(value).__name__})"
        )


@frozen(kw_only=True)
class Limits:
    """Sizes at which reading stops; what lies behind becomes one segment and the page says so.

    Attributes:
        max_chars: Code points read.
        max_blocks: Blocks (paragraphs, list items, cells) read.
        on_reached: ``"shorten"`` keeps what was read; ``"raise"`` raises ``LimitError``.

    Raises:
        ConfigError: A size is no positive int, or ``on_reached`` is another word.
    """

    max_chars: int = field(default=MAX_CHARS, validator=_size)
    max_blocks: int = field(default=MAX_BLOCKS, validator=_size)
    on_reached: str = field(default="shorten")

    @on_reached.validator
    def _check_on_reached(self, _: object, value: object) -> None:
        if value not in ("shorten", "raise"):
            raise ConfigError(f"Limits.on_reached takes 'shorten' or 'raise', got {value!r}")


def _languages(value: object) -> tuple[str, ...] | None:
    if value is None:
        return None
    if isinstance(value, str):
        value = (value,)
    try:
        codes: tuple[object, ...] = tuple(value)  # type: ignore[arg-type]  # anything may come in, the next line says no
    except TypeError:
        raise ConfigError(
            f"languages takes BCP 47 codes, got {value!r} ({type(value).__name__})"
        ) from None
    checked = []
    for code in codes:
        if not isinstance(code, str) or not _LANGUAGE.fullmatch(code):
            raise ConfigError(f"languages takes BCP 47 codes such as 'en' or 'pt-BR', got {code!r}")
        checked.append(code.replace("_", "-"))
    return tuple(checked)


def _one_of(*accepted: object) -> Any:  # noqa: ANN401  # attrs types a validator so
    def check(_: object, attribute: Attribute[Any], value: object) -> None:
        if value not in accepted:
            raise ConfigError(f"{attribute.name} takes one of {accepted}, got {value!r}")

    return check


def _instance(kind: type, words: str) -> Any:  # noqa: ANN401  # attrs types a validator so
    def check(_: object, attribute: Attribute[Any], value: object) -> None:
        if value is not None and not isinstance(value, kind):
            raise ConfigError(
                f"{attribute.name} takes {words}, got {value!r} ({type(value).__name__})"
            )

    return check


@frozen(kw_only=True)
class ParseConfig:
    """How to parse; everything has a default.

    Attributes:
        languages: BCP 47 codes the pages may be in, most likely first; None: found by itself.
        region: ISO 3166 country code that decides 03/04/2024 and the like, or None.
        date_order: ``"DMY"``, ``"MDY"`` or ``"YMD"`` where only digits stand, or None.
        reference_date: What "3 hours ago" counts from; None: relative dates are not read.
        timezone: Zone given to printed times that state none, or None: they stay without.
        limits: Sizes at which reading stops.
        weights: Path of a weights file of your own, or None for the shipped ones.
        explain: Keep the evidence of every segment, so that ``Page.explain`` also works on pages
            that were pickled or sent through JSON.

    Raises:
        ConfigError: A value is of the wrong type or not among the accepted ones.
    """

    languages: tuple[str, ...] | None = field(default=None, converter=_languages)
    region: str | None = field(default=None, validator=_instance(str, "a country code or None"))
    date_order: str | None = field(default=None, validator=_one_of(None, "DMY", "MDY", "YMD"))
    reference_date: dt.datetime | None = field(
        default=None, validator=_instance(dt.datetime, "a datetime or None")
    )
    timezone: dt.tzinfo | None = field(
        default=None, validator=_instance(dt.tzinfo, "a tzinfo or None")
    )
    limits: Limits = field(factory=Limits)
    weights: str | Path | None = field(
        default=None,
        validator=_instance((str, Path), "a path or None"),  # type: ignore[arg-type]  # two classes
    )
    explain: bool = field(default=False, validator=_instance(bool, "True or False"))

    @limits.validator
    def _check_limits(self, _: object, value: object) -> None:
        if not isinstance(value, Limits):
            raise ConfigError(f"limits takes a Limits, got {value!r} ({type(value).__name__})")
