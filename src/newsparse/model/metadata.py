"""What a page declares about itself, each value with its source and place."""

from __future__ import annotations

from attrs import frozen

from newsparse.model.span import Span

__all__ = ["EMPTY_METADATA", "Declared", "Metadata"]


@frozen(kw_only=True)
class Declared:
    """One declared value.

    Attributes:
        name: What it is, one of ``Metadata.NAMES``.
        value: As declared, entities resolved, white space squeezed.
        source: Which vocabulary said so: ``json-ld``, ``opengraph``, ``meta``, ``dublin-core``,
            ``parsely``, ``sailthru``, ``citation``, ``microdata``, ``rdfa``, ``h-entry``,
            ``time``, ``title``, ``link``, ``html``, ``mail``.
        key: The exact key there (``og:title``, ``datePublished``).
        span: Where the value stands in ``page.raw``; for JSON-LD the script's text.
    """

    name: str
    value: str
    source: str
    key: str
    span: Span


@frozen(kw_only=True)
class Metadata:
    """All declared values, in page order.

    Names in use: ``headline title deck author published updated body site_name publisher url
    canonical language section tag type free_access image copyright``.
    """

    values: tuple[Declared, ...] = ()

    def all(self, name: str) -> tuple[Declared, ...]:
        """Return every declared value of that name, in page order."""
        return tuple(v for v in self.values if v.name == name)

    def first(self, name: str) -> Declared | None:
        """Return the first declared value of that name, or None."""
        return next((v for v in self.values if v.name == name), None)


EMPTY_METADATA = Metadata()
