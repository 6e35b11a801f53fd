"""Write the ``[generated]`` tables of the language packs, and ``months.toml``, from CLDR.

    python tools/generate_packs.py            # rewrite the packs whose table is out of date
    python tools/generate_packs.py --check    # only name them; exit status 1 if there are any
    python tools/generate_packs.py --new cs   # start a pack for a language of the CLDR extract

Reads ``cldr-months-and-quotes.json`` beside this file. Hand-written tables stay byte for byte.
``tests/languages/test_generated.py`` runs ``regenerated`` in memory and fails on any difference.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from pathlib import Path
from typing import Any

import tomlkit

HERE = Path(__file__).resolve().parent
CLDR = HERE / "cldr-months-and-quotes.json"
PACKS = HERE.parent / "src" / "newsparse" / "languages" / "data"
MONTHS = PACKS.parent / "months.toml"

SHORTEST_SHARED = 3
"""Letters of a month name that is trusted in a language without a pack; shorter ones are words."""
_STOPS = str.maketrans("", "", ".॰\u200f\u200e")
"""Full stops, the Hindi abbreviation sign and direction marks, which CLDR prints inside names."""
_TEMPLATE = """code = "{code}"
name = "{code}"

[generated]  # tools/generate_packs.py writes this table

[function_words]
words = []
source = ""

[dates]
source = ""

[byline]
source = ""

[quotes]
source = ""
"""


def cldr_tables() -> dict[str, Any]:
    """Return the CLDR extract by language code: languages with a pack, then the others."""
    data: dict[str, Any] = json.loads(CLDR.read_text(encoding="utf-8"))
    return {**data["languages"], **data["others"]}


def month_forms(months: dict[str, dict[str, list[str]]]) -> list[list[str]]:
    """Return twelve lists of forms: inside a date and alone, full and short, folded, no stops."""
    columns = [months[use][size] for use in months for size in months[use]]
    return [
        list(dict.fromkeys(column[month].translate(_STOPS).casefold() for column in columns))
        for month in range(12)
    ]


def date_order(short_pattern: str) -> str:
    """Return ``DMY``, ``MDY`` or ``YMD`` for a CLDR pattern such as ``dd.MM.yy``."""
    letters = re.findall("[dMy]", short_pattern)
    return "".join(dict.fromkeys(letters)).upper()


def generated_table(tables: dict[str, Any]) -> str:
    """Return the TOML text of one ``[generated]`` table."""
    rows = "".join(
        f"    {json.dumps(forms, ensure_ascii=False)},\n" for forms in month_forms(tables["months"])
    )
    direction = "rtl" if tables["direction"] == "right-to-left" else "ltr"
    return (
        "[generated]  # tools/generate_packs.py writes this table\n"
        f"months = [\n{rows}]\n"
        f"quotes = {json.dumps(tables['quotes'], ensure_ascii=False)}\n"
        f'date_order = "{date_order(tables["dates"]["short"])}"\n'
        f'direction = "{direction}"\n'
    )


def months_file() -> str:
    """Return the text of ``months.toml``: month names of languages that have no pack.

    ``[shared]`` holds the words that mean the same month in every language that has them, packs
    included; ``[languages]`` holds each language's own twelve lists.
    """
    tables = cldr_tables()
    meanings: dict[str, set[int]] = {}
    for language in tables.values():
        for number, forms in enumerate(month_forms(language["months"]), 1):
            for form in forms:
                meanings.setdefault(form, set()).add(number)
    shared = {
        word: min(numbers)
        for word, numbers in sorted(meanings.items())
        if len(numbers) == 1 and len(word) >= SHORTEST_SHARED and not word[0].isdigit()
    }
    lines = [
        "# Written by tools/generate_packs.py from CLDR 47; never edited by hand.",
        "",
        "[shared]",
        *(f"{json.dumps(word, ensure_ascii=False)} = {number}" for word, number in shared.items()),
        "",
        "[languages]",
    ]
    for code, language in sorted(tables.items()):
        if (PACKS / f"{code}.toml").exists():
            continue
        rows = json.dumps(month_forms(language["months"]), ensure_ascii=False)
        lines.append(f"{code} = {rows}")
    return "\n".join(lines) + "\n"


def regenerated(text: str, tables: dict[str, Any]) -> str:
    """Return a pack's text with a fresh ``[generated]`` table and everything else as it was."""
    pack = tomlkit.parse(text)
    fresh = tomlkit.parse(generated_table(tables) + "\n")
    pack["generated"] = fresh["generated"]
    return tomlkit.dumps(pack)


def main(arguments: list[str] | None = None) -> int:
    """Run the command line and return its exit status."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--check", action="store_true", help="change nothing, only report")
    options.add_argument("--new", metavar="CODE", help="start a pack")
    asked = options.parse_args(arguments)
    tables = cldr_tables()
    if asked.new is not None:
        path = PACKS / f"{asked.new}.toml"
        if asked.new not in tables or path.exists():
            free = sorted(code for code in tables if not (PACKS / f"{code}.toml").exists())
            print(f"--new takes a code of the CLDR extract without a pack: {', '.join(free)}")
            return 2
        path.write_text(_TEMPLATE.format(code=asked.new), encoding="utf-8")
    changed = 0
    for path in sorted(PACKS.glob("*.toml")):
        text = path.read_text(encoding="utf-8")
        fresh = regenerated(text, tables[path.stem])
        if fresh != text:
            changed += 1
            print(f"{path.name}: [generated] is out of date")
            if not asked.check:
                path.write_text(fresh, encoding="utf-8")
    if not MONTHS.exists() or MONTHS.read_text(encoding="utf-8") != months_file():
        changed += 1
        print(f"{MONTHS.name} is out of date")
        if not asked.check:
            MONTHS.write_text(months_file(), encoding="utf-8")
    return int(asked.check and changed > 0)


if __name__ == "__main__":
    sys.exit(main())
