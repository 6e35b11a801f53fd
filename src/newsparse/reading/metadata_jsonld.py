"""JSON-LD: what a page's script blocks declare about this page's article.

Lists, graphs, nested ``mainEntity`` and references by ``@id`` are followed; lists of other stories
(``ItemList``, ``hasPart`` and the like) are not. Source: schema.org 30.0 and the forms that the
training part's pages use.
"""

from __future__ import annotations

from collections.abc import Iterator

from newsparse.model.metadata import Declared
from newsparse.model.span import Span
from newsparse.reading.metadata_json import load_json
from newsparse.reading.metadata_meta import squeeze
from newsparse.reading.metadata_names import ARTICLE_TYPES, PROPERTIES, plain_address

__all__ = ["Node", "article_values", "nodes_of"]

_PAGES = frozenset(("webpage", "itempage", "aboutpage", "newspage"))
_WORKS = frozenset(("recipe", "howto"))
"""Works that a page is about where it declares no article."""
_FOLLOWED = ("@graph", "mainEntity", "mainEntityOfPage")
_NAMES = {**PROPERTIES, "articlebody": "body", "text": "body", "haspart": "free_access"}
"""Property, lower case → name in ``Metadata``, in the order of the result."""
_MAX_NODES = 5_000
"""Objects looked at on one page; graphs of 200 are common, lists of 1,000 products occur."""
_MAX_VALUES = 50
"""Values read of one property (authors, keywords)."""


class Node:
    """One object of a JSON-LD block and the place of its block."""

    __slots__ = ("data", "span", "types")

    def __init__(self, data: dict[str, object], span: Span) -> None:
        self.data = data
        self.span = span
        self.types = _types(data)


def _types(data: dict[str, object]) -> tuple[str, ...]:
    found = data.get("@type")
    listed = found if isinstance(found, list) else [found]
    return tuple(
        one.rsplit("/", 1)[-1].rsplit(":", 1)[-1].lower() for one in listed if isinstance(one, str)
    )


def nodes_of(text: str, span: Span) -> list[Node]:
    """Read one script block: its objects that may be about this page."""
    found: list[Node] = []
    todo: list[object] = [load_json(text)]
    while todo and len(found) < _MAX_NODES:
        value = todo.pop()
        if isinstance(value, list):
            todo.extend(reversed(value[:_MAX_NODES]))
        elif isinstance(value, dict):
            found.append(Node(value, span))
            todo.extend(value[key] for key in reversed(_FOLLOWED) if key in value)
    return found


def _first_text(value: object) -> str:
    """Return a value's text: itself, its name, its address."""
    for _ in range(4):
        if isinstance(value, list):
            value = value[0] if value else None
        elif isinstance(value, dict):
            value = next(
                (value[key] for key in ("name", "@value", "@id", "url", "contentUrl")
                 if value.get(key)), None,
            )  # fmt: skip
        else:
            break
    if isinstance(value, bool):
        return "true" if value else "false"
    return squeeze(value) if isinstance(value, str) else ""


def _addresses(node: Node) -> set[str]:
    data = node.data
    found = (data.get("url"), data.get("mainEntityOfPage"), data.get("@id"))
    return {plain_address(text) for value in found if (text := _first_text(value))} - {""}


def _chosen(nodes: list[Node], addresses: set[str], titles: list[str]) -> list[Node]:
    """Choose the objects that are this page's article; several may tell of the same one."""
    articles = [node for node in nodes if any(kind.endswith(ARTICLE_TYPES) for kind in node.types)]
    if not articles:
        works = [node for node in nodes if _WORKS.intersection(node.types)]
        return works[:1] or [node for node in nodes if _PAGES.intersection(node.types)][:1]
    headlines = {
        _first_text(node.data.get("headline") or node.data.get("name")) for node in articles
    }
    if len(articles) == 1 or len(headlines - {""}) <= 1:
        return articles
    here = [node for node in articles if _addresses(node) & addresses]
    if here:
        return here
    folded = [title.casefold() for title in titles]
    return [
        node
        for node in articles
        if (text := _first_text(node.data.get("headline")).casefold())
        and any(text in title for title in folded)
    ]


def _people(
    values: list[object], index: dict[str, dict[str, object]]
) -> Iterator[tuple[str, bool]]:
    """Yield the names of an author property, and whether each is an organisation."""
    for one in values:
        person = _resolved(one, index)
        if isinstance(person, dict):
            names = person.get("name")
            organisation = any("organization" in kind for kind in _types(person))
            for name in names if isinstance(names, list) else [names or person]:
                if text := _first_text(name):
                    yield text, organisation
        elif text := _first_text(person):
            yield text, False


def _property(
    key: str, value: object, index: dict[str, dict[str, object]]
) -> Iterator[tuple[str, str]]:
    """Yield key and text of each value of a property."""
    several = value[:_MAX_VALUES] if isinstance(value, list) else [value]
    if key in ("author", "creator"):
        for text, organisation in _people(several, index):
            yield (f"{key}:Organization" if organisation else key), text
    elif key == "hasPart":
        for part in several:
            if isinstance(part, dict) and "isAccessibleForFree" in part:
                yield "hasPart.isAccessibleForFree", _first_text(part["isAccessibleForFree"])
    elif key == "keywords":
        for one in several:
            yield from ((key, part.strip()) for part in _first_text(one).split(",")[:_MAX_VALUES])
    elif key == "articleSection":
        yield from ((key, _first_text(one)) for one in several)
    else:
        yield key, _first_text(_resolved(value, index))


def _resolved(value: object, index: dict[str, dict[str, object]]) -> object:
    """Return the object that a bare ``@id`` refers to."""
    if isinstance(value, dict) and not value.get("name"):
        reference = value.get("@id")
        return index.get(reference, value) if isinstance(reference, str) else value
    return value


def article_values(nodes: list[Node], addresses: set[str], titles: list[str]) -> list[Declared]:
    """Read what is declared about this page's article.

    Args:
        nodes: Objects of all blocks of the page.
        addresses: The page's own addresses as it declares them elsewhere, made plain.
        titles: Its titles as it declares them elsewhere.

    Returns:
        Values in order of the blocks; an organisation that signs has the key
        ``author:Organization``.
    """
    index = {
        name: node.data
        for node in nodes
        if isinstance(name := node.data.get("@id"), str) and len(node.data) > 1
    }
    found: list[Declared] = []
    for node in _chosen(nodes, addresses, titles):
        data = node.data
        types = data.get("@type")
        found.extend(
            _declared("type", one, "@type", node.span)
            for one in (types if isinstance(types, list) else [types])
            if isinstance(one, str)
        )
        folded = {key.lower(): key for key in data}
        for plain, name in _NAMES.items():
            key = folded.get(plain, "")
            value = data.get(key)
            if value is not None:
                found.extend(
                    _declared(name, text, exact, node.span)
                    for exact, text in _property(key, value, index)
                    if text
                )
    return found


def _declared(name: str, value: str, key: str, span: Span) -> Declared:
    return Declared(name=name, value=value, source="json-ld", key=key, span=span)
