"""Attribution of a page: credits, the sending agency, the copyright line."""

from __future__ import annotations

from newsparse.labelling.units import Unit
from newsparse.languages.schema import Pack
from newsparse.model.fields import Attribution, Byline, Caption, Credit, Dateline
from newsparse.model.label import BoilerplateKind, CreditKind, Label
from newsparse.model.moved import moved
from newsparse.parsers.credit import parse_credit
from newsparse.roles.story import squeezed

__all__ = ["read_attribution"]


def read_attribution(
    units: list[Unit],
    pack: Pack,
    dateline: Dateline | None,
    byline: Byline | None,
    captions: tuple[Caption, ...],
) -> Attribution | None:
    """Return what is credited, or None.

    The agency is the one that signs: in the credits, else in the dateline, else in the byline. The
    copyright is the story's own line, else the first copyright line of the page. Credits of
    captions are among the credits.
    """
    found_credits: list[Credit] = []
    agency = copyright_line = None
    for unit in units:
        if unit.label is not Label.ATTRIBUTION:
            continue
        value = parse_credit(unit.text, pack=pack)
        if value is None:
            continue
        found = moved(value, unit.pieces_of)
        found_credits.extend(found.credits)
        agency = agency or found.agency
        copyright_line = copyright_line or found.copyright
    found_credits.extend(c.credit for c in captions if c.credit is not None)
    found_credits.sort(key=lambda credit: credit.span.start)
    if copyright_line is None:
        copyright_line = next(
            (squeezed(u.text) for u in units if u.kind is BoilerplateKind.COPYRIGHT), None
        )
    agency = agency or _signing(found_credits)
    for signed in (dateline, byline):
        if agency is None and signed is not None:
            agency = signed.agency
    if not found_credits and agency is None and copyright_line is None:
        return None
    return Attribution(agency=agency, credits=tuple(found_credits), copyright=copyright_line)


def _signing(signed: list[Credit]) -> str | None:
    """The organisation of an agency credit, or that a story's helper works for."""
    for kind in (CreditKind.AGENCY, CreditKind.ASSISTANCE, CreditKind.SOURCE):
        for credit in signed:
            if credit.kind is kind and credit.organisations:
                return credit.organisations[0]
    return None
