"""The outlet that published a page, as it declares it."""

from __future__ import annotations

from newsparse.model.page import Page

__all__ = ["declared_publisher"]


def declared_publisher(page: Page) -> str | None:
    """Return the declared publisher, else the declared name of the site; never an address."""
    for name in ("publisher", "site_name"):
        for declared in page.metadata.all(name):
            if "://" not in declared.value:
                return declared.value
    return None
