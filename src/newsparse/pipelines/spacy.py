"""spaCy: a component that lays the parts of a news page over a ``Doc`` (extra ``spacy``).

The ``Doc``'s text is the page. ``doc._.newsparse`` is the Page; ``doc.spans["newsparse"]`` has one
span a segment with its label, and ``doc.spans["newsparse_quotes"]`` one a quote. A span is the
smallest run of tokens that holds the part's characters, but for a space behind its last token.
"""

from __future__ import annotations

from typing import Any

from newsparse.errors import MissingExtraError
from newsparse.parser import Parser

try:
    from spacy.language import Language
    from spacy.tokens import Doc
except ImportError as error:
    raise MissingExtraError("newsparse.pipelines.spacy", "spacy", "spacy") from error

__all__ = ["NewsparseComponent"]


class NewsparseComponent:
    """The component; importing this module makes ``nlp.add_pipe("newsparse")`` known."""

    def __init__(self) -> None:
        self._parser = Parser()
        if not Doc.has_extension("newsparse"):
            Doc.set_extension("newsparse", default=None)

    def __call__(self, doc: Any) -> Any:  # noqa: ANN401  # a Doc
        """Parse the text of a Doc as plain text."""
        page = self._parser.parse(doc.text, kind="text")
        doc._.newsparse = page
        parts = {
            "newsparse": [(s.span, str(s.label)) for s in page.segments if s.label != "SPACE"],
            "newsparse_quotes": [(quote.span, str(quote.kind)) for quote in page.quotes],
        }
        for name, found in parts.items():
            spans = [
                doc.char_span(span.start, span.end, label=label, alignment_mode="expand")
                for span, label in found
            ]
            doc.spans[name] = [span for span in spans if span is not None]
        return doc


@Language.factory("newsparse")  # type: ignore[untyped-decorator]  # an untyped package
def _create(nlp: Any, name: str) -> NewsparseComponent:  # noqa: ANN401, ARG001  # spaCy's call
    return NewsparseComponent()
