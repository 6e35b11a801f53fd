"""Fill in the offsets of a seed page's expectation from the words quoted beside them.

Every row or span in ``seeds/<page>.expected.toml`` carries the words it covers as a comment, so
that an expectation is written and corrected as words, never as numbers::

    [0, 0, "HEADLINE", ""],   # "Ferries go"                from there to the end of the line
    [0, 0, "BODY", ""],       # "The council" to "a year."  from the first to the end of the second
    [0, 0, "DATELINE", ""],   # just "PORTO (AP)"           exactly these words
    span = [0, 0]             # "“We pay" to "twice,”"

Words are looked for behind the row before of the same key, so repeated words are no trouble.

    python tools/seed_offsets.py             rewrite all expectations in place
    python tools/seed_offsets.py --check     change nothing; exit status 1 if one would change
    python tools/seed_offsets.py FILE…       only these
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tomllib
from pathlib import Path

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
_WORDS = r'"(?:[^"\\]|\\.)*+"'
_ROW = re.compile(
    r"^(?P<before>\s*(?:(?P<key>\w+)\s*=\s*)?\[)\d+,\s*\d+(?P<after>[^#\"]*(?:\"[^#]*)?#\s*)"
    rf"(?P<just>just\s+)?(?P<start>{_WORDS})(?:\s+to\s+(?P<end>{_WORDS}))?\s*$"
)


def page_of(expectation: Path) -> Path:
    """Return the page that an expectation describes."""
    stem = expectation.name.removesuffix(".expected.toml")
    return next(p for p in expectation.parent.glob(f"{stem}.*") if p.suffix != ".toml")


def decoded(expectation: Path) -> str:
    """Return the page's text; the expectation may name an encoding other than UTF-8."""
    encoding = tomllib.loads(expectation.read_text("utf-8")).get("encoding", "utf-8")
    return page_of(expectation).read_bytes().decode(encoding)


def find(raw: str, match: re.Match[str], at: int) -> tuple[int, int]:
    """Return the offsets of the words that a row quotes, searched from ``at``.

    Raises:
        ValueError: The words do not stand there.
    """
    first = json.loads(match["start"])
    start = raw.find(first, at)
    if start < 0:
        message = f"not on the page behind offset {at}: {first!r}"
        raise ValueError(message)
    if match["just"]:
        return start, start + len(first)
    if match["end"] is None:
        line = re.compile(r"[^\r\n]*").match(raw, start)
        assert line is not None  # noqa: S101  # the pattern also matches nothing
        return start, start + len(line[0].rstrip())
    last = json.loads(match["end"])
    end = raw.find(last, start)
    if end < 0:
        message = f"not on the page behind offset {start}: {last!r}"
        raise ValueError(message)
    return start, end + len(last)


def filled(expectation: Path) -> str:
    """Return the expectation's text with right offsets in every row that quotes words."""
    raw = decoded(expectation)
    at: dict[str, int] = {}
    lines = []
    for number, line in enumerate(expectation.read_text("utf-8").split("\n"), 1):
        match = _ROW.match(line)
        if match is None:
            lines.append(line)
            continue
        key = match["key"] or ""
        try:
            start, end = find(raw, match, at.get(key, 0))
        except ValueError as error:
            sys.exit(f"{expectation.name}:{number}: {error}")
        at[key] = end
        lines.append(f"{match['before']}{start}, {end}{line[match.start('after') :]}")
    return "\n".join(lines)


def main() -> int:
    """Fill in or check the expectations; return the exit status."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
    parser.add_argument("--check", action="store_true", help="change nothing")
    options = parser.parse_args()
    stale = []
    for path in options.files or sorted(SEEDS.glob("*.expected.toml")):
        text = filled(path)
        if text == path.read_text("utf-8"):
            continue
        stale.append(path.name)
        if not options.check:
            path.write_text(text, "utf-8")
    if options.check and stale:
        print(f"run python tools/seed_offsets.py; stale: {', '.join(stale)}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
