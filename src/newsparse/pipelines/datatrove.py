"""datatrove: an extractor that leaves the story of each document (extra ``datatrove``)."""

from __future__ import annotations

from newsparse import export
from newsparse.errors import MissingExtraError
from newsparse.parser import Parser

try:
    from datatrove.pipeline.extractors.base import BaseExtractor
except ImportError as error:
    raise MissingExtraError("newsparse.pipelines.datatrove", "datatrove", "datatrove") from error

__all__ = ["Newsparse"]


class Newsparse(BaseExtractor):  # type: ignore[misc]  # an untyped package
    """Replaces a document's page by its story as plain text; a page without one is dropped.

    Args:
        timeout: Seconds for a page, as datatrove counts them; it then skips the document.
    """

    name = "newsparse"

    def __init__(self, timeout: float = 10.0) -> None:
        super().__init__(timeout)
        self._parser = Parser()

    def extract(self, text: str) -> str:
        """Return ``newsparse.export.to_text`` of a page."""
        return export.to_text(self._parser.parse(text))
