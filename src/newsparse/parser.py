"""``parse`` and ``Parser``: the one way through the house."""

from __future__ import annotations

from newsparse.config import ParseConfig
from newsparse.errors import ConfigError, InputError, LimitError
from newsparse.labelling.label import Labeller
from newsparse.labelling.segments import segments_of
from newsparse.labelling.weights import read_weights, shipped_weights
from newsparse.languages.identify import identify
from newsparse.languages.load import merged_pack
from newsparse.languages.schema import Pack
from newsparse.model.block import Document
from newsparse.model.entry import Provenance
from newsparse.model.page import Page
from newsparse.reading.decode import decode
from newsparse.reading.html import read_html
from newsparse.reading.mail import read_mail
from newsparse.reading.sniff import sniff
from newsparse.reading.text import read_text
from newsparse.roles.reader import RoleReader

__all__ = ["KINDS", "Parser", "parse"]

KINDS = ("html", "text", "email")
"""Kinds of input that ``parse`` accepts by name."""
SAMPLE = 20_000
"""Code points of running text that the language is found from."""
SAMPLE_BLOCK = 60
"""Code points from which a block's text is running text; menus and labels are shorter."""


class Parser:
    """Parses pages with one configuration; build it once, use it from any thread or process.

    Raises:
        ConfigError: ``config`` is no ParseConfig.
        WeightsError: The weights file of the configuration cannot be read.
    """

    def __init__(self, config: ParseConfig | None = None) -> None:
        if config is not None and not isinstance(config, ParseConfig):
            raise ConfigError(f"Parser() takes a ParseConfig, got {type(config).__name__}")
        self.config = config or ParseConfig()
        weights = self.config.weights
        self._labeller = Labeller(shipped_weights() if weights is None else read_weights(weights))

    def __reduce__(self) -> tuple[type[Parser], tuple[ParseConfig]]:
        return type(self), (self.config,)

    def __repr__(self) -> str:
        return f"Parser({self.config!r})"

    def parse(self, raw: str | bytes, *, url: str | None = None, kind: str | None = None) -> Page:
        """Parse one page; see ``newsparse.parse``."""
        _check("parse", raw, url, kind)
        document = self._read(raw, kind)
        language = self._language(document)
        pack = self._pack(language)
        labelling = self._labeller.label(document, pack)
        weights = self._labeller.weights
        return Page(
            raw=document.raw,
            kind=document.kind,
            segments=segments_of(document, labelling.units),
            url=url,
            encoding=document.encoding,
            language=language,
            cut_at=document.cut_at,
            provenance=Provenance(
                version=_version(),
                weights=weights.name,
                weights_sha256=weights.sha256,
                packs=tuple(pack.code.split("+")),
            ),
            reader=RoleReader(document, labelling, self._labeller, pack, self.config, url),
        )

    def _read(self, raw: str | bytes, kind: str | None) -> Document:
        encoding = None
        if isinstance(raw, bytes):
            raw, encoding = decode(raw)
        read = {"html": read_html, "text": read_text, "email": read_mail}[kind or sniff(raw)]
        limits = self.config.limits
        document = read(raw, limits=limits, encoding=encoding)
        if document.cut_at is not None and limits.on_reached == "raise":
            raise LimitError(f"a limit was reached at code point {document.cut_at} ({limits!r})")
        return document

    def _language(self, document: Document) -> str | None:
        wanted = self.config.languages
        if wanted is not None and len(wanted) == 1:
            return wanted[0]
        found: str | None = identify(_sample(document), declared=document.language)
        if wanted is not None and (found or "").split("-")[0] not in {
            code.split("-")[0] for code in wanted
        }:
            return wanted[0]
        return found

    def _pack(self, language: str | None) -> Pack:
        codes = [language] if language else []
        codes += list(self.config.languages or ())
        return merged_pack((*codes, "en"))


def parse(
    raw: str | bytes,
    *,
    url: str | None = None,
    kind: str | None = None,
    config: ParseConfig | None = None,
) -> Page:
    r"""Split a news page into its parts.

    Args:
        raw: The page: HTML, plain text, or a mail; bytes are decoded (byte order mark, UTF-8,
            declared encoding, windows-1252) and never refused.
        url: Address of the page, if known: evidence for its date and site, never fetched.
        kind: ``"html"``, ``"text"`` or ``"email"``; None: told by the first code points.
        config: Settings; None: the defaults.

    Returns:
        A Page whose segments cover every code point of ``raw`` (of the decoded string for bytes)
        once. What is not found is None or empty.

    Raises:
        InputError: ``raw`` is neither str nor bytes, or ``url`` or ``kind`` is not as above.
        ConfigError: ``config`` is no ParseConfig.
        LimitError: A limit was reached and ``config.limits.on_reached`` is ``"raise"``.

    >>> import newsparse
    >>> page = newsparse.parse("Bridge opens\n\nThe bridge at Brill opened on Monday.")
    >>> "".join(s.span.slice(page.raw) for s in page.segments) == page.raw
    True
    """
    return Parser(config).parse(raw, url=url, kind=kind)


def _check(call: str, raw: object, url: object, kind: object) -> None:
    if not isinstance(raw, (str, bytes)):
        hint = '; for a missing page pass "" or skip it' if raw is None else ""
        raise InputError(f"{call}() takes str or bytes, got {type(raw).__name__}{hint}")
    if url is not None and not isinstance(url, str):
        raise InputError(f"{call}() takes url as str or None, got {type(url).__name__}")
    if kind is not None and kind not in KINDS:
        accepted = ", ".join(repr(k) for k in KINDS)
        raise InputError(f"{call}() takes kind {accepted} or None, got {kind!r}")


def _sample(document: Document) -> str:
    parts: list[str] = []
    size = 0
    for block in document.blocks:
        if len(block.text) >= SAMPLE_BLOCK and 2 * block.link_chars <= len(block.text):
            parts.append(block.text[:SAMPLE])
            size += len(parts[-1])
            if size >= SAMPLE:
                break
    if not parts:
        return " ".join(block.text for block in document.blocks[:200])[:SAMPLE]
    return "\n".join(parts)


def _version() -> str:
    import newsparse

    return newsparse.__version__
