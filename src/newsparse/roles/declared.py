"""Settles who signs: what is printed with what the page declares.

What the reader sees comes first; what is declared fills in, and adds what the print leaves out
(a second author in a block of its own). Both stay visible in ``Page.metadata``.
"""

from __future__ import annotations

import re

from attrs import evolve

from newsparse.languages.schema import Pack
from newsparse.model.block import Document
from newsparse.model.fields import Byline, Person
from newsparse.model.label import Source
from newsparse.model.metadata import Declared
from newsparse.model.moved import Mapper, moved
from newsparse.model.span import Span
from newsparse.parsers.agencies import is_agency
from newsparse.parsers.byline import parse_byline
from newsparse.parsers.lexicon import NOBODY, ORG, lexicon
from newsparse.parsers.tokens import ENDING, tokenise
from newsparse.roles.people import SignedLine, joined_byline, leading_lines

__all__ = ["settled_byline"]

AUTHOR_ORDER = ("json-ld", "parsely", "sailthru", "citation", "microdata", "h-entry", "rdfa")
"""Vocabularies that name persons as such, most careful first; plain ``meta`` comes after them."""
OF_ITEMS = ("microdata", "h-entry", "rdfa")
"""Vocabularies that mark up parts of the page: they may name the authors of teasers, too."""
_NO_NAME = re.compile(r"https?:|www\.|@|^\W*$|^\d+$|^#|[/\\<>{}=]")
_DOMAIN = re.compile(r"[^,|;]*\w\.(?:com|net|org|info|[a-z]{2})\b(?!\.)", re.IGNORECASE)
"""An address before the first comma: "example.org Staff"; behind it stands the outlet's."""
_TAIL = re.compile(r"\s*[,|;•·]|\s[–—-]\s|\s?[(（]")
_EAST = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_HAN = re.compile("[\u3400-\u9fff々]+")
_ORGANISATION_KEY = ":Organization"
"""End of the key of an author whose declared type is an organisation."""
PEN_NAME_WORDS = 3
"""Words of a declared author that is taken as a name though it does not look like one."""
WHOLE_WORDS = 6
"""Words of a declared name that is one name in the printed line, too ("Ada - Bea Example")."""


def settled_byline(
    lines: list[SignedLine],
    credited: list[SignedLine],
    document: Document,
    pack: Pack,
    sites: frozenset[str],
    helping: frozenset[str] = frozenset(),
) -> Byline | None:
    """Return the byline: printed, completed or replaced by what is declared.

    Args:
        lines: Every line of the page that signs.
        credited: Credits of writers and reporters; they count where nobody signs.
        document: The page, for its metadata.
        pack: Words.
        sites: Names of the site, which are no authors.
        helping: Names, case folded, that other credits name; declaring them makes no authors.
    """
    declared = _declared_byline(document, pack, sites)
    if declared is None or not declared.authors:
        printed = joined_byline(leading_lines(lines))
        if credited and (printed is None or not printed.authors):
            return joined_byline(leading_lines(credited))
        return printed or declared
    names = {_key(person.name): person.name for person in declared.authors}
    lines = [evolve(line, byline=_as_declared(line.byline, names)) for line in lines]
    # Where print and declaration agree on somebody, lines that name nobody declared are others';
    # where they do not, the print is believed at the headline, if it is surely a byline.
    agreed = [line for line in lines if any(_key(p.name) in names for p in line.byline.authors)]
    believed = agreed or leading_lines([line for line in lines if line.sure and line.near])
    printed = joined_byline(believed)
    if printed is None or not printed.authors:
        return declared if printed is None else evolve(printed, authors=declared.authors)
    if not agreed:
        return printed
    known = {_key(person.name) for person in printed.authors}
    items = {v.span for v in document.metadata.all("author") if v.source in OF_ITEMS}
    others = tuple(
        p
        for p in declared.authors
        if _key(p.name) not in known
        and _is_full(p.name)
        and p.span not in items
        and p.name.casefold() not in helping
    )
    return evolve(printed, authors=(*printed.authors, *others))


def _is_full(name: str) -> bool:
    """Whether a name has two words, or stands in a script that does not part them."""
    return " " in name or _EAST.search(name) is not None


def _as_declared(byline: Byline, names: dict[str, str]) -> Byline:
    """Give printed names that are a part of a declared one, or run on, their declared form.

    "Ada Example am" is cut to "Ada Example", "Ada" becomes the declared "Ada Example", and so
    does a pen name that the line shows whole ("Ada - Bea Example").
    """
    authors = []
    for person in byline.authors:
        name = next((n for n in names.values() if _is_form_of(person.name, n, byline.text)), None)
        authors.append(person if name is None else evolve(person, name=name))
    return evolve(
        byline, authors=tuple({_key(p.name): p for p in reversed(authors)}.values())[::-1]
    )


def _is_form_of(printed: str, name: str, line: str) -> bool:
    """Whether a printed name is a declared one that was read too long or too short."""
    shown, told = printed.casefold(), name.casefold()
    if shown == told:
        return False
    if shown.startswith(told):
        return " " in told or not shown[len(told) :][:1].isspace()
    words = told.split()
    if len(words) > WHOLE_WORDS:
        return False
    if " " not in shown and len(words) > 1 and shown in (words[0], words[-1]):
        return True
    return shown in told and told in " ".join(line.casefold().split())


def _declared_byline(document: Document, pack: Pack, sites: frozenset[str]) -> Byline | None:
    """The authors of the most careful vocabulary that names any; else an organisation."""
    values = sorted(document.metadata.all("author"), key=_rank)
    signed: Byline | None = None
    for source in dict.fromkeys(map(_rank, values)):
        people: dict[str, Person] = {}
        agency: str | None = None
        used: list[Declared] = []
        for value in values:
            told = value.value
            if _rank(value) != source or _NO_NAME.search(told) or _DOMAIN.match(told):
                continue
            found = _declared_people(value, pack, sites)
            kept = [p for p in found.authors if _is_own(p.name, pack, sites)]
            agency = agency or found.agency
            if kept or found.agency:
                used.append(value)
            for person in kept:
                people.setdefault(_key(person.name), person)
        if not used:
            continue
        byline = Byline(
            text="; ".join(dict.fromkeys(v.value for v in used)),
            span=used[0].span,
            pieces=tuple(dict.fromkeys(v.span for v in used)),
            authors=tuple(people.values()),
            agency=agency,
            source=Source.METADATA,
        )
        if byline.authors:
            return byline
        signed = signed or byline
    return signed


def _is_own(name: str, pack: Pack, sites: frozenset[str]) -> bool:
    """Whether a person's name is not merely the site's; a site may bear its author's full name."""
    return _key(name) not in sites or parse_byline(name, pack=pack) is not None


def _declared_people(value: Declared, pack: Pack, sites: frozenset[str]) -> Byline:
    """Read one declared value; a pen name that no parser would take for a name is one here."""
    place = _into(value.span)
    name = " ".join(value.value.split())
    if value.source == "citation" and name.count(",") == 1:  # "Example, Ada B."
        last, first = name.split(",")
        name = f"{first.strip()} {last.strip()}"
        person = Person(name=name, span=value.span)
        return Byline(text=name, span=value.span, pieces=(value.span,), authors=(person,))
    if is_agency(name, pack):
        return Byline(text=name, span=value.span, pieces=(value.span,), agency=name)
    found = parse_byline(value.value, pack=pack, expected=True)
    if found is None and (cut := _TAIL.search(name)) is not None:
        name = name[: cut.start()]
        found = parse_byline(name, pack=pack, expected=True)
    if value.key.endswith(_ORGANISATION_KEY):
        named = found.agency if found is not None else None
        return Byline(text=name, span=value.span, pieces=(value.span,), agency=named)
    if found is not None:
        authors = tuple(evolve(moved(p, place), span=value.span) for p in found.authors)
        return evolve(moved(found, place), authors=authors)
    pen_name = _key(name) not in sites and _is_pen_name(name, pack)
    people = (Person(name=name, span=value.span),) if pen_name else ()
    return Byline(text=name, span=value.span, pieces=(value.span,), authors=people)


def _is_pen_name(name: str, pack: Pack) -> bool:
    words = name.casefold().split()
    if not 0 < len(words) <= PEN_NAME_WORDS or not any(c.isalpha() for c in name):
        return False
    if name.casefold() in pack.byline.nobody or words[0] in ("the", "our"):
        return False
    tokens = tokenise(name, lexicon(pack))
    if any(token.flags & (ORG | ENDING | NOBODY) for token in tokens):
        return False
    # Chinese and Japanese words show no capitals: without a known surname it is an outlet.
    return _HAN.fullmatch(name) is None


def _into(span: Span) -> Mapper:
    return lambda _: (span,)


def _rank(value: Declared) -> tuple[int, bool, str]:
    """Vocabulary, and whether it names the creator: who made the page, not who wrote it."""
    order = AUTHOR_ORDER.index(value.source) if value.source in AUTHOR_ORDER else len(AUTHOR_ORDER)
    return order, value.key.startswith("creator"), value.source


def _key(name: str) -> str:
    return "".join(re.findall(r"\w+", name.casefold()))
