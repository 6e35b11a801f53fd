"""Reads one role of a labelled page when it is asked for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from typing import Any

from newsparse.config import ParseConfig
from newsparse.errors import InputError
from newsparse.labelling.label import Labeller, Labelling
from newsparse.labelling.units import Unit
from newsparse.languages.schema import Pack
from newsparse.model.block import Document
from newsparse.model.evidence import Evidence, Explanation
from newsparse.model.fields import NewsDate
from newsparse.model.quotes import Quote
from newsparse.model.segment import Segment
from newsparse.model.span import Span
from newsparse.roles.body import read_body, read_captions, read_quotes, reasons_of_quotes
from newsparse.roles.completeness import read_completeness
from newsparse.roles.credits import read_attribution
from newsparse.roles.dates import Dates, is_coarse, opening_date, printed_dates
from newsparse.roles.declared import settled_byline
from newsparse.roles.entries import read_entries
from newsparse.roles.people import credited_lines, helpers, read_dateline, signed_lines
from newsparse.roles.published import settled_dates
from newsparse.roles.site import site_names
from newsparse.roles.teasers import read_teasers
from newsparse.roles.titles import read_deck, read_headline

__all__ = ["RoleReader"]


class RoleReader:
    """Holds a labelled document and reads its roles; satisfies ``model.page.PageReader``."""

    def __init__(
        self,
        document: Document,
        labelling: Labelling,
        labeller: Labeller,
        pack: Pack,
        config: ParseConfig,
        url: str | None,
    ) -> None:
        self._document = document
        self._labelling = labelling
        self._labeller = labeller
        self._pack = pack
        self._config = config
        self._url = url
        self._own = [unit for unit in labelling.units if unit.entry == 0]
        self._kept: dict[str, Any] = {}
        self._readers: dict[str, Callable[[], Any]] = {
            "headline": lambda: read_headline(self._own, document, self._sites()),
            "sites": lambda: site_names(document, url, self._own),
            "deck": lambda: read_deck(self._own),
            "byline": lambda: settled_byline(
                signed_lines(self._own, pack),
                credited_lines(self._own, pack),
                document,
                pack,
                self._sites(),
                helpers(self._own, pack),
            ),
            "dateline": lambda: read_dateline(self._own, pack),
            "dates": lambda: settled_dates(
                printed_dates(self._own, pack, config), self._opening_date(), document, url
            ),
            "published": lambda: self._dates().published,
            "updated": lambda: self._dates().updated,
            "metadata": lambda: document.metadata,
            "body": lambda: read_body(self._own, document),
            "attribution": lambda: read_attribution(
                self._own,
                pack,
                self.read("dateline"),
                self.read("byline"),
                self.read("captions"),
            ),
            "quotes": self._quotes,
            "captions": lambda: read_captions(self._own, pack),
            "teasers": lambda: read_teasers(labelling.units),
            "completeness": lambda: read_completeness(
                self._own,
                document,
                labelling.scores.genres,
                entries=any(unit.entry > 0 for unit in labelling.units),
            ),
            "reasons": self._quote_reasons,
            "pieces": lambda: sorted(
                ((piece, unit) for unit in labelling.units for piece in unit.pieces),
                key=lambda piece: piece[0].start,
            ),
            "entries": lambda: read_entries(labelling.units, document, pack, config),
        }

    def read(self, role: str) -> Any:  # noqa: ANN401  # one method for all roles
        """Return the value of a role; read once, then kept."""
        if role not in self._kept:
            self._kept[role] = self._readers[role]()
        return self._kept[role]

    def _sites(self) -> frozenset[str]:
        found: frozenset[str] = self.read("sites")
        return found

    def _opening_date(self) -> NewsDate | None:
        dateline = self.read("dateline")
        if dateline is not None and dateline.date is not None and not is_coarse(dateline.date):
            found: NewsDate = dateline.date
            return found
        return opening_date(self._own, self._pack, self._config)

    def _dates(self) -> Dates:
        found: Dates = self.read("dates")
        return found

    def _quotes(self) -> tuple[Quote, ...]:
        headline = self.read("headline")
        return read_quotes(self._own, self._pack, headline.text if headline else "")

    def explain(self, what: Segment | Quote) -> Explanation:
        """Return the reasons for a segment's label or a quote.

        Raises:
            InputError: The value is no segment or quote of this page.
        """
        if isinstance(what, Segment):
            unit = self._unit_at(what.span.start)
            if unit is None:
                return Explanation(label=what.label, score=what.score, runner_up=None, evidence=())
            return self._labeller.explain(self._document, self._labelling, unit)
        if isinstance(what, Quote):
            return Explanation(
                label=what.kind,
                score=what.score,
                runner_up=None,
                evidence=self._reasons(what),
            )
        raise InputError(f"explain() takes a Segment or a Quote, got {type(what).__name__}")

    def _reasons(self, quote: Quote) -> tuple[Evidence, ...]:
        if quote not in self.read("quotes"):
            raise InputError("explain() was given a quote of another page")
        reasons: tuple[tuple[Evidence, ...], ...] = self.read("reasons")
        return reasons[self.read("quotes").index(quote)]

    def _quote_reasons(self) -> Any:  # noqa: ANN401  # kept like a role
        headline = self.read("headline")
        return reasons_of_quotes(self._own, self._pack, headline.text if headline else "")

    def _unit_at(self, offset: int) -> Unit | None:
        """Return the unit that holds a code point; a view asks this for every segment."""
        pieces: list[tuple[Span, Unit]] = self.read("pieces")
        at = bisect_right(pieces, offset, key=lambda piece: piece[0].start) - 1
        return pieces[at][1] if at >= 0 and offset in pieces[at][0] else None
