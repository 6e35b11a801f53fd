"""Readers of each benchmark's files, all giving the same ``Case``.

A checkout whose layout is not the expected one is refused with what was looked for.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path
from typing import Any

from attrs import field, frozen

MOST_OPTIONAL = 6
"""Optional paragraphs of which every choice is tried (64 references); with more, all or none."""


class LayoutError(Exception):
    """A checkout that does not look as expected; says which file, and what was expected."""


@frozen
class Case:
    """A page and what is right for it; None or empty where the truth does not say.

    Attributes:
        name: Its id.
        content: HTML, or text without markup.
        is_text: Whether it is text.
        url: Its address.
        page_type: "article", …; None where the benchmark does not say.
        bodies: The body; several where the truth allows several.
        headline: One string.
        authors: Names; None is unknown.
        published: ISO day or time.
        has: Snippets that belong to the body.
        lacks: Snippets that do not.
    """

    name: str
    content: str
    is_text: bool = False
    url: str | None = None
    page_type: str | None = None
    bodies: tuple[str, ...] = ()
    headline: str | None = None
    authors: tuple[str, ...] | None = None
    published: str | None = None
    has: tuple[str, ...] = field(default=(), converter=tuple)
    lacks: tuple[str, ...] = field(default=(), converter=tuple)


def article_extraction(folder: Path, _part: str) -> Iterator[Case]:
    """Read ``ground-truth.json`` ({id: {"articleBody", "url"}}) and ``html/<id>.html.gz``."""
    path = folder / "ground-truth.json"
    for name, truth in sorted(_object(path).items()):
        if not isinstance(truth, dict) or "articleBody" not in truth:
            raise LayoutError(f"{path}: {name} has no articleBody")
        page = _page(folder / "html", name)
        yield Case(name, page, url=truth.get("url"), bodies=(truth["articleBody"],))


def fundus_evaluation(folder: Path, _part: str) -> Iterator[Case]:
    """Read a ``ground_truth*.json`` anywhere ({id: {"url", "body"}}) and the page of each id.

    ``body`` is a list of paragraphs: strings, or {"text", "optional"} (also "is_optional").
    """
    found = sorted([*folder.rglob("ground_truth*.json"), *folder.rglob("ground-truth*.json")])
    if not found:
        raise LayoutError(f"{folder}: no ground_truth.json in it or below it")
    pages = {path.name: path for path in sorted(folder.rglob("*.html*"))}
    for name, truth in sorted(_object(found[0]).items()):
        if not isinstance(truth, dict) or "body" not in truth:
            raise LayoutError(f"{found[0]}: {name} has no body")
        path = next(
            (
                pages[one]
                for end in ("", ".gz", ".html", ".html.gz")
                if (one := name + end) in pages
            ),
            None,
        )
        if path is None:
            raise LayoutError(f"{folder}: no page {name}.html or {name}.html.gz in it or below it")
        bodies = references(found[0], name, truth["body"])
        yield Case(name, _content(path), url=truth.get("url"), bodies=bodies)


def references(path: Path, name: str, body: Any) -> tuple[str, ...]:
    """Return the bodies that a list of paragraphs, some of them optional, allows."""
    parts: list[tuple[str, bool]] = []
    for one in [body] if isinstance(body, str) else body:
        if isinstance(one, str):
            parts.append((one, False))
        elif isinstance(one, dict) and isinstance(one.get("text"), str):
            parts.append((one["text"], bool(one.get("optional") or one.get("is_optional"))))
        else:
            raise LayoutError(f"{path}: {name}: a paragraph is neither a string nor has a text")
    count = sum(optional for _, optional in parts)
    if count <= MOST_OPTIONAL:
        choices = product((True, False), repeat=count)
    else:
        choices = iter(((True,) * count, (False,) * count))
    return tuple(dict.fromkeys("\n".join(_chosen(parts, choice)) for choice in choices))


def _chosen(parts: list[tuple[str, bool]], choice: tuple[bool, ...]) -> Iterator[str]:
    """Yield the paragraphs that a choice keeps."""
    kept = iter(choice)
    for text, optional in parts:
        if not optional or next(kept):
            yield text


def wcxb(folder: Path, part: str) -> Iterator[Case]:
    """Read ``<part>/ground-truth/<id>.json`` and ``<part>/html/<id>.html`` (or ``.html.gz``).

    The truth: {"url", "_internal": {"page_type": {"primary"}}, "ground_truth": {"title", "author",
    "publish_date", "main_content", "with": [], "without": []}}.
    """
    paths = sorted((folder / part / "ground-truth").glob("*.json"))
    if not paths:
        raise LayoutError(f"{folder / part / 'ground-truth'}: no *.json")
    for path in paths:
        record = _object(path)
        truth = record.get("ground_truth")
        if not isinstance(truth, dict) or "main_content" not in truth:
            raise LayoutError(f"{path}: no ground_truth with main_content")
        kind = (record.get("_internal") or {}).get("page_type") or record.get("page_type")
        yield Case(
            path.stem,
            _page(folder / part / "html", path.stem),
            url=record.get("url"),
            page_type=kind.get("primary") if isinstance(kind, dict) else kind,
            bodies=(truth["main_content"] or "",),
            headline=truth.get("title") or None,
            authors=(truth["author"],) if truth.get("author") else None,
            published=truth.get("publish_date") or None,
            has=truth.get("with") or (),
            lacks=truth.get("without") or (),
        )


def json_lines(path: Path, _part: str) -> Iterator[Case]:
    """Read {"html" or "text", "body", "headline", "authors", "published"} a line.

    What a line does not have is not scored. ``.gz`` is unpacked.
    """
    for number, line in enumerate(_content(path).split("\n"), 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except json.JSONDecodeError as error:
            raise LayoutError(f"{path}, line {number}: no JSON: {error.msg}") from error
        form = next((one for one in ("html", "text") if isinstance(record.get(one), str)), None)
        if form is None:
            raise LayoutError(f"{path}, line {number}: neither html nor text")
        authors = record.get("authors")
        yield Case(
            str(record.get("id", number)),
            record[form],
            is_text=form == "text",
            url=record.get("url"),
            bodies=(record["body"],) if record.get("body") is not None else (),
            headline=record.get("headline"),
            authors=tuple(authors) if authors is not None else None,
            published=record.get("published"),
        )


LAYOUTS: dict[str, Callable[[Path, str], Iterator[Case]]] = {
    "aeb": article_extraction,
    "fundus": fundus_evaluation,
    "wcxb": wcxb,
    "jsonl": json_lines,
}
"""Name on the command line to reader."""


def _object(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(_content(path))
    except json.JSONDecodeError as error:
        raise LayoutError(f"{path}: no JSON: {error.msg}") from error
    if not isinstance(found, dict):
        raise LayoutError(f"{path}: expected an object of pages, got {type(found).__name__}")
    return found


def _page(folder: Path, name: str) -> str:
    for end in (".html.gz", ".html"):
        if (path := folder / (name + end)).is_file():
            return _content(path)
    raise LayoutError(f"{folder}: neither {name}.html.gz nor {name}.html")


def _content(path: Path) -> str:
    """Return a file as text, unpacked; what is no UTF-8 is replaced, as the benchmarks do."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise LayoutError(f"{path}: cannot be read: {error.strerror}") from error
    return (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8", "replace")
