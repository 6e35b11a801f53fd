"""The site's own name, where it clings to titles and author fields."""

from __future__ import annotations

import re

from newsparse.labelling.units import Unit
from newsparse.model.block import Document
from newsparse.model.label import BoilerplateKind

__all__ = ["site_names", "without_site"]

_SEPARATOR = re.compile(r"\s+[|–—·•»›:-]\s+|\s*[|｜]\s*|\s*::\s*|_+(?=[^_]*$)")
_EDGES = " \t\n|–—·•»›:-_"
SITE_WORDS = 4
"""Words of a site's name at most."""
_WORD = re.compile(r"\w+")
_GENERIC_HOST_PARTS = frozenset(
    ("www", "com", "org", "net", "co", "uk", "de", "fr", "es", "it", "news", "edition", "amp", "m")
)


def site_names(document: Document, url: str | None, units: list[Unit]) -> frozenset[str]:
    """Return the names the page gives its site, letters and digits only, case folded.

    They are the declared site name and publisher, the labels of the host, and the mastheads that
    the page shows.
    """
    metadata = document.metadata
    found = {_letters(v.value) for n in ("site_name", "publisher") for v in metadata.all(n)}
    found |= {_letters(u.text) for u in units if u.kind is BoilerplateKind.MASTHEAD}
    addresses = [url or "", *(v.value for n in ("canonical", "url") for v in metadata.all(n))]
    for address in addresses:
        host = address.split("//", 1)[-1].split("/", 1)[0] if "//" in address else ""
        found.update(p for p in host.casefold().split(".") if p not in _GENERIC_HOST_PARTS)
        found.add(_letters(host.removeprefix("www.")))
    return frozenset(name for name in found if len(name) > 1)


def without_site(title: str, names: frozenset[str]) -> str:
    """Cut what is shown to be the site from the ends of a declared title.

    A separator alone cuts nothing: "War - and peace" stays whole.

    Args:
        title: A declared title; nothing is left of one that is only the site's name.
        names: What ``site_names`` gave.
    """
    title = title.strip(_EDGES)
    if _is_site(title, names) and len(title.split()) <= SITE_WORDS:
        return ""
    while True:
        cuts = list(_SEPARATOR.finditer(title))
        if not cuts:
            return title
        tail, head = title[cuts[-1].end() :], title[: cuts[0].start()]
        if _is_site(tail, names) and title[: cuts[-1].start()].strip():
            title = title[: cuts[-1].start()].rstrip()
        elif _is_site(head, names) and title[cuts[0].end() :].strip():
            title = title[cuts[0].end() :].lstrip()
        else:
            return title


def _is_site(part: str, names: frozenset[str]) -> bool:
    letters = _letters(part)
    if letters in names:
        return True
    # "The Harbour Post" for harbourpost.example, "Harbour Post News" for "Harbour Post".
    return len(letters) > 4 and any(
        len(name) > 4 and (letters in name or name in letters) for name in names
    )


def _letters(text: str) -> str:
    return "".join(_WORD.findall(text.casefold()))
