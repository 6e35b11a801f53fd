"""What a page can be written as on the command line; picklable, so made where the page is."""

from __future__ import annotations

import json
from typing import Any

from attrs import frozen

from newsparse import export
from newsparse.model.page import Page

__all__ = ["FORMS", "Line", "shown"]

_EXPORTS = {
    "markdown": "to_markdown",
    "text": "to_text",
    "schema-org": "to_schema_org",
    "ninjs": "to_ninjs",
    "web-annotation": "to_web_annotation",
    "tei": "to_tei",
}
FORMS = ("json", *_EXPORTS)
"""Names of the forms; an export is loaded when it is first used."""


def _made(page: Page, form: str) -> Any:  # noqa: ANN401  # text or what JSON takes
    return page.to_dict() if form == "json" else getattr(export, _EXPORTS[form])(page)


@frozen
class Line:
    """Writes a page as the inside of a JSON object: with the page's own keys, or one key, the form.

    Attributes:
        form: One of ``FORMS``.
    """

    form: str

    def __call__(self, page: Page) -> str:
        """Return the JSON without its braces, to stand behind the name of the file."""
        if self.form == "json":
            return page.to_json()[1:-1]
        key = self.form.replace("-", "_")
        return json.dumps({"url": page.url, key: _made(page, self.form)})[1:-1]


def shown(page: Page, form: str) -> str:
    """Return a page in a form as text, JSON indented."""
    made = _made(page, form)
    return made if isinstance(made, str) else json.dumps(made, indent=2, ensure_ascii=True)
