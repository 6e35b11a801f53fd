"""Reads language packs and merges them.

In: TOML files of ``data/`` or a caller's own. Out: ``Pack`` objects, one per code and process.
A broken file gives a ``LanguagePackError`` that names file, entry and what is accepted.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from importlib import resources
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

import attrs

from newsparse.errors import LanguagePackError
from newsparse.languages.schema import Pack
from newsparse.model.label import BoilerplateKind, CreditKind, Label

__all__ = ["available_codes", "load_pack", "merged_pack", "read_pack", "universal_pack"]

_DATA = resources.files("newsparse.languages") / "data"
_KINDS = {
    "credit": {k.value for k in CreditKind},
    "boilerplate": {k.value for k in BoilerplateKind},
}
UNITS = ("second", "minute", "hour", "day", "week", "month", "year")
"""What a unit word of a relative date may stand for."""
_NOTES = {Label.CORRECTION.value, Label.AUTHOR_NOTE.value}


@lru_cache(maxsize=1)
def available_codes() -> tuple[str, ...]:
    """Return the codes of all packs that ship, sorted."""
    names = (entry.name for entry in _DATA.iterdir())
    return tuple(sorted(name[:-5] for name in names if name.endswith(".toml")))


@cache
def load_pack(code: str) -> Pack | None:
    """Return the shipped pack of a BCP 47 code, or None if there is none.

    ``pt-BR`` falls back to ``pt``; ``nb`` and ``nn`` are ``no``.
    """
    primary = code.replace("_", "-").split("-")[0].lower()
    primary = {"nb": "no", "nn": "no"}.get(primary, primary)
    if primary not in available_codes():
        return None
    name = f"{primary}.toml"
    return _pack(tomllib.loads((_DATA / name).read_text(encoding="utf-8")), name)


def read_pack(path: str | Path) -> Pack:
    """Read a pack of your own.

    Raises:
        LanguagePackError: The file is missing, no TOML, or an entry is unknown or of a wrong type.
    """
    path = Path(path)
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise LanguagePackError(str(error), pack=path.name) from error
    return _pack(data, path.name)


@cache
def merged_pack(codes: tuple[str, ...]) -> Pack:
    """Return the packs of several codes as one; unknown codes are passed over.

    Lists are joined in the order of the codes; single values come from the first pack. With no
    known code the English pack is given, since its words stand on pages of every language.
    """
    packs = [pack for code in codes if (pack := load_pack(code)) is not None]
    unique = list({pack.code: pack for pack in packs}.values())
    if not unique:
        english = load_pack("en")
        assert english is not None  # noqa: S101  # shipped; a test holds it
        return english
    merged = unique[0]
    for pack in unique[1:]:
        merged = _merge(merged, pack)
    return merged


@lru_cache(maxsize=1)
def universal_pack() -> Pack:
    """Return all shipped packs as one, English first: for lines whose language nobody knows."""
    return merged_pack(("en", *(code for code in available_codes() if code != "en")))


def _merge(first: Any, second: Any) -> Any:  # noqa: ANN401  # walks attrs values of any class
    changes: dict[str, Any] = {}
    for attribute in attrs.fields(type(first)):
        name = attribute.name
        one, two = getattr(first, name), getattr(second, name)
        if name in ("source", "code"):
            changes[name] = (
                f"{one}+{two}" if name == "code" else "; ".join(filter(None, (one, two)))
            )
        elif name == "months" and one and two:
            changes[name] = tuple(
                tuple(dict.fromkeys((*a, *b))) for a, b in zip(one, two, strict=True)
            )
        elif name == "weekdays":
            changes[name] = (*one, *two)  # groups of seven: a word left out would shift the rest
        elif name == "quotes" and isinstance(one, tuple):
            changes[name] = one
        elif name == "letters":
            changes[name] = "".join(dict.fromkeys(one + two))
        elif isinstance(one, tuple):
            changes[name] = tuple(dict.fromkeys((*one, *two)))
        elif isinstance(one, Mapping):
            changes[name] = {**two, **one}
        elif attrs.has(type(one)):
            changes[name] = _merge(one, two)
    return attrs.evolve(first, **changes)


def _pack(data: dict[str, Any], name: str) -> Pack:
    pack: Pack = _value(Pack, data, name, "")
    for entry, message in _faults(pack):
        raise LanguagePackError(message, pack=name, entry=entry)
    return pack


def _faults(pack: Pack) -> Iterator[tuple[str, str]]:
    """Yield where a pack says something that no type forbids, and what is accepted there."""
    for table, kinds in _KINDS.items():
        for number, entry in enumerate(getattr(pack, table)):
            if entry.kind not in kinds:
                yield f"{table}[{number}].kind", _unknown("kind", entry.kind, kinds)
    for number, note in enumerate(pack.note):
        if note.label not in _NOTES:
            yield f"note[{number}].label", _unknown("label", note.label, _NOTES)
    yield from _faults_of_dates(pack)


def _faults_of_dates(pack: Pack) -> Iterator[tuple[str, str]]:
    for table in ("generated", "dates"):
        if len(getattr(pack, table).months) not in (0, 12):
            yield f"{table}.months", "takes twelve lists, January first"
    if len(pack.dates.weekdays) % 7:
        message = f"takes groups of seven, Monday first; {len(pack.dates.weekdays)} words are given"
        yield "dates.weekdays", message
    for word, unit in pack.dates.units.items():
        if unit not in UNITS:
            yield f"dates.units.{word}", _unknown("unit", unit, UNITS)


def _unknown(what: str, value: str, accepted: Iterable[str]) -> str:
    return f"{what} {value!r} is unknown; use one of {', '.join(sorted(accepted))}"


def _value(kind: Any, data: object, pack: str, entry: str) -> Any:  # noqa: ANN401  # any schema type
    """Give ``data`` the type that the schema states, or say what is wrong where."""
    if isinstance(kind, type) and attrs.has(kind):
        return _table(kind, data, pack, entry)
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is tuple:
        if not isinstance(data, list):
            raise LanguagePackError(_wrong(data, "a list"), pack=pack, entry=entry)
        items = (_value(arguments[0], d, pack, f"{entry}[{i}]") for i, d in enumerate(data))
        return tuple(items)
    if origin is Mapping:
        if not isinstance(data, dict):
            raise LanguagePackError(_wrong(data, "a table"), pack=pack, entry=entry)
        return {k: _value(arguments[1], v, pack, f"{entry}.{k}") for k, v in data.items()}
    if type(data) is not kind:
        raise LanguagePackError(_wrong(data, f"a {kind.__name__}"), pack=pack, entry=entry)
    return data


def _table(kind: Any, data: object, pack: str, entry: str) -> Any:  # noqa: ANN401  # any attrs class
    if not isinstance(data, dict):
        raise LanguagePackError(_wrong(data, "a table"), pack=pack, entry=entry)
    hints = get_type_hints(kind)
    fields = attrs.fields_dict(kind)
    for key in data:
        if key not in fields:
            message = f"{key!r} is unknown; use one of {', '.join(sorted(fields))}"
            raise LanguagePackError(message, pack=pack, entry=entry)
    missing = [n for n, f in fields.items() if f.default is attrs.NOTHING and n not in data]
    if missing:
        raise LanguagePackError(f"{missing[0]!r} is missing", pack=pack, entry=entry)
    prefix = f"{entry}." if entry else ""
    return kind(**{k: _value(hints[k], v, pack, prefix + k) for k, v in data.items()})


def _wrong(data: object, accepted: str) -> str:
    return f"takes {accepted}, got {data!r:.60} ({type(data).__name__})"
