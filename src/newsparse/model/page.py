"""The result of a parse: the partition at once, each role when it is first asked for."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType
from typing import Any, Protocol

from attrs import field, fields, frozen

from newsparse.errors import InputError
from newsparse.model.entry import Entry, Provenance
from newsparse.model.evidence import Explanation
from newsparse.model.fields import (
    Attribution,
    Body,
    Byline,
    Caption,
    Completeness,
    Dateline,
    Deck,
    Headline,
    NewsDate,
    Teaser,
)
from newsparse.model.label import BoilerplateKind, Label
from newsparse.model.metadata import Metadata
from newsparse.model.quotes import Quote
from newsparse.model.segment import Segment
from newsparse.model.serial import from_plain, to_plain
from newsparse.model.span import Span
from newsparse.model.stored import LOADED, StoredRoles

__all__ = ["FORMAT", "ROLES", "Page", "PageReader"]

FORMAT = 1
"""Version of the dict form; raised when a key changes its meaning."""

ROLES: dict[str, Any] = {
    "headline": Headline | None,
    "deck": Deck | None,
    "byline": Byline | None,
    "dateline": Dateline | None,
    "published": NewsDate | None,
    "updated": NewsDate | None,
    "metadata": Metadata,
    "body": Body,
    "attribution": Attribution | None,
    "quotes": tuple[Quote, ...],
    "captions": tuple[Caption, ...],
    "teasers": tuple[Teaser, ...],
    "completeness": Completeness,
    "entries": tuple[Entry, ...],
}
"""Role values of a page and their types, in the order of the dict form."""


class PageReader(Protocol):
    """Reads role values out of a labelled page; made by ``parse``."""

    def read(self, role: str) -> Any:  # noqa: ANN401  # one method for all roles
        """Return the value of one of ``ROLES``."""

    def explain(self, what: Segment | Quote) -> Explanation:
        """Return what decided a segment or quote of this page."""


_HEAD = ("raw", "kind", "url", "encoding", "language", "cut_at")


@frozen(eq=False, repr=False, kw_only=True)
class Page:
    """A parsed page.

    Attributes:
        raw: The caller's string; for bytes the decoded string.
        kind: ``html``, ``text`` or ``email``.
        segments: The partition: ascending, contiguous, from 0 to ``len(raw)``.
        url: Address handed in, or None.
        encoding: Encoding that decoded bytes, None for str.
        language: BCP 47 code, or None when unsure.
        cut_at: Offset from which a limit left the page unread, or None.
        provenance: What made this page.
    """

    raw: str
    kind: str
    segments: tuple[Segment, ...]
    url: str | None = None
    encoding: str | None = None
    language: str | None = None
    cut_at: int | None = None
    provenance: Provenance
    _reader: PageReader | None = field(default=None, alias="reader")
    _values: dict[str, Any] = field(factory=dict, alias="values")

    # --- roles: one method reads them all, so mypy sees Any and is told to take it; the types
    # are held by tests/typing ----------------------------------------------------------------

    @property
    def headline(self) -> Headline | None:
        """The story's own title, or None."""
        return self._role("headline")  # type: ignore[no-any-return]

    @property
    def deck(self) -> Deck | None:
        """The standfirst under the headline, or None."""
        return self._role("deck")  # type: ignore[no-any-return]

    @property
    def byline(self) -> Byline | None:
        """Who signs the story, or None."""
        return self._role("byline")  # type: ignore[no-any-return]

    @property
    def dateline(self) -> Dateline | None:
        """Where the story was sent from, or None."""
        return self._role("dateline")  # type: ignore[no-any-return]

    @property
    def published(self) -> NewsDate | None:
        """When the story was first published, or None; never guessed."""
        return self._role("published")  # type: ignore[no-any-return]

    @property
    def updated(self) -> NewsDate | None:
        """When the story was last changed, if that is stated, or None."""
        return self._role("updated")  # type: ignore[no-any-return]

    @property
    def metadata(self) -> Metadata:
        """What the page declares about itself; empty for text."""
        return self._role("metadata")  # type: ignore[no-any-return]

    @property
    def body(self) -> Body:
        """The running text; a Body without paragraphs where there is none."""
        return self._role("body")  # type: ignore[no-any-return]

    @property
    def attribution(self) -> Attribution | None:
        """Credits, agency and copyright, or None."""
        return self._role("attribution")  # type: ignore[no-any-return]

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """Who said what, in the body only; in reading order."""
        return self._role("quotes")  # type: ignore[no-any-return]

    @property
    def captions(self) -> tuple[Caption, ...]:
        """Words under pictures, credits split off."""
        return self._role("captions")  # type: ignore[no-any-return]

    @property
    def teasers(self) -> tuple[Teaser, ...]:
        """Pointers to other stories."""
        return self._role("teasers")  # type: ignore[no-any-return]

    @property
    def completeness(self) -> Completeness:
        """Whether the body is the whole story."""
        return self._role("completeness")  # type: ignore[no-any-return]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Further stories of the same input; ``()`` for a single story."""
        return self._role("entries")  # type: ignore[no-any-return]

    @property
    def boilerplate(self) -> Mapping[BoilerplateKind, tuple[Segment, ...]]:
        """Boilerplate segments by kind; only kinds that occur."""
        found: dict[BoilerplateKind, list[Segment]] = {}
        for segment in self.segments:
            if segment.label is Label.BOILERPLATE and segment.kind is not None:
                found.setdefault(segment.kind, []).append(segment)
        return MappingProxyType({kind: tuple(segments) for kind, segments in found.items()})

    # --- segments ---------------------------------------------------------------------------

    def at(self, offset: int) -> Segment:
        """Return the segment that holds a code point.

        Raises:
            InputError: ``offset`` is no int from 0 to ``len(raw) - 1``.
        """
        if not isinstance(offset, int) or not 0 <= offset < len(self.raw):
            raise InputError(f"at() takes an offset from 0 to {len(self.raw) - 1}, got {offset!r}")
        return self.segments[bisect_right(self.segments, offset, key=lambda s: s.span.start) - 1]

    def spans(self, *labels: Label | str) -> tuple[Span, ...]:
        """Return the spans of all segments with one of the labels, in page order.

        Raises:
            InputError: A label is unknown.
        """
        try:
            wanted = {Label(label) for label in labels}
        except ValueError as error:
            raise InputError(f"spans() takes labels ({', '.join(Label)}): {error}") from error
        return tuple(s.span for s in self.segments if s.label in wanted)

    def explain(self, what: Segment | Quote) -> Explanation:
        """Return the features and rules that decided a segment or a quote, largest first.

        Raises:
            InputError: The page came from a dict, JSON or pickle and no longer holds the evidence;
                parse it again.
        """
        if self._reader is None:
            raise InputError(LOADED)
        return self._reader.explain(what)

    # --- in and out -------------------------------------------------------------------------

    def to_dict(self) -> dict[str, Any]:
        """Return the whole page as dicts, lists, strings, numbers and None."""
        plain: dict[str, Any] = {
            "format": FORMAT,
            "raw": self.raw,
            "kind": self.kind,
            "url": self.url,
            "encoding": self.encoding,
            "language": self.language,
            "cut_at": self.cut_at,
            "provenance": to_plain(self.provenance),
            "segments": [to_plain(segment) for segment in self.segments],
        }
        for role in ROLES:
            plain[role] = to_plain(self._role(role))
        return plain

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Page:
        """Return the page that ``to_dict`` described.

        Raises:
            InputError: ``data`` is no such dict, or of another format version.
        """
        if not isinstance(data, Mapping) or data.get("format") != FORMAT:
            raise InputError(f"from_dict() takes what to_dict() of format {FORMAT} gave")
        values = {role: from_plain(kind, data.get(role), role) for role, kind in ROLES.items()}
        return cls(
            raw=from_plain(str, data.get("raw"), "raw"),
            kind=from_plain(str, data.get("kind"), "kind"),
            segments=from_plain(tuple[Segment, ...], data.get("segments"), "segments"),
            url=from_plain(str | None, data.get("url"), "url"),
            encoding=from_plain(str | None, data.get("encoding"), "encoding"),
            language=from_plain(str | None, data.get("language"), "language"),
            cut_at=from_plain(int | None, data.get("cut_at"), "cut_at"),
            provenance=from_plain(Provenance, data.get("provenance"), "provenance"),
            values=values,
        )

    def to_json(self, *, indent: int | None = None) -> str:
        """Return ``to_dict`` as JSON; lone surrogates are escaped, so any page is valid UTF-8."""
        return json.dumps(self.to_dict(), ensure_ascii=True, indent=indent)

    @classmethod
    def from_json(cls, text: str) -> Page:
        """Return the page that ``to_json`` wrote.

        Raises:
            InputError: ``text`` is no such JSON.
        """
        try:
            data = json.loads(text)
        except ValueError as error:
            raise InputError(f"from_json() takes what to_json() gave: {error}") from error
        return cls.from_dict(data)

    # --- Python -----------------------------------------------------------------------------

    def _role(self, role: str) -> Any:  # noqa: ANN401  # typed by the properties
        if role not in self._values:
            if self._reader is None:
                raise InputError(f"the page holds no {role}")
            self._values[role] = self._reader.read(role)
        return self._values[role]

    def _key(self) -> tuple[Any, ...]:
        roles = tuple(self._role(role) for role in ROLES)
        head = (self.raw, self.kind, self.segments, self.url, self.encoding, self.language)
        return (*head, self.cut_at, self.provenance, roles)

    def __eq__(self, other: object) -> bool:
        return self._key() == other._key() if isinstance(other, Page) else NotImplemented

    def __hash__(self) -> int:
        return hash((self.raw, self.kind, self.url))

    def __getstate__(self) -> dict[str, Any]:
        return self.to_dict()

    def __setstate__(self, state: dict[str, Any]) -> None:
        # Roles are read when asked for: all of them take a third of the time of a parse, and would
        # take it from the one process that collects what the others parsed.
        loaded = type(self)(
            **{name: state[name] for name in _HEAD},
            segments=from_plain(tuple[Segment, ...], state["segments"], "segments"),
            provenance=from_plain(Provenance, state["provenance"], "provenance"),
            reader=StoredRoles(ROLES, {role: state[role] for role in ROLES}),
        )
        for name in (attribute.name for attribute in fields(type(self))):
            object.__setattr__(self, name, getattr(loaded, name))

    def __repr__(self) -> str:
        title = f"{self.headline.text[:40]!r}, " if self.headline else ""
        count, length = len(self.segments), len(self.raw)
        return f"<Page {title}{self.kind}, {length} code points, {count} segments>"

    def _repr_html_(self) -> str:
        # An export, a stage after this one: loaded by its name when a notebook asks for it.
        shown: str = import_module("newsparse.export.html_view").to_frame(self)
        return shown
