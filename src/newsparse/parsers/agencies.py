"""News agencies by the forms they print.

In: a printed form ("dpa/lni", "The Associated Press"). Out: the canonical name, or None.
"""

from __future__ import annotations

from functools import lru_cache

from newsparse.languages.load import universal_pack
from newsparse.languages.schema import Pack

__all__ = ["agency_name", "agency_table", "is_agency"]


def agency_name(printed: str) -> str | None:
    """Return the canonical name of a news agency.

    Args:
        printed: A form as printed, case as printed or not. Of forms with a service code or a
            second agency behind a slash ("dpa/lni"), the first known one counts.

    Returns:
        The name of the language packs, or None for what is no known agency.

    >>> agency_name("AP")
    'Associated Press'
    """
    table = agency_table(universal_pack())
    folded = printed.strip(" ()[]").casefold()
    found = table.get(folded)
    if found is None and "/" in folded:
        found = next((n for part in folded.split("/", 4) if (n := table.get(part.strip()))), None)
    return found


@lru_cache(maxsize=64)
def agency_table(pack: Pack) -> dict[str, str]:
    """Return printed forms of a pack, case folded, to canonical names."""
    table: dict[str, str] = {}
    for entry in pack.agency:
        for form in (*entry.printed, entry.name):
            table.setdefault(form.casefold(), entry.name)
    return table


SHORT_FORM = 4
"""Letters up to which an agency's form counts only in the case it is printed in: "AP" is one,
"Ap" and "Pa" are names or words. Longer forms count in any case."""


def is_agency(printed: str, pack: Pack) -> bool:
    """Whether a printed form is one of the pack's agencies."""
    exact, folded = _forms(pack)
    return printed in exact or (len(printed) > SHORT_FORM and printed.casefold() in folded)


@lru_cache(maxsize=64)
def _forms(pack: Pack) -> tuple[frozenset[str], frozenset[str]]:
    printed = [form for entry in pack.agency for form in (*entry.printed, entry.name)]
    return frozenset(printed), frozenset(form.casefold() for form in printed)
