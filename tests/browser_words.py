"""The words of a page as a real HTML5 parser (lexbor) shows them, for comparison with ours.

Both sides leave out what a browser with scripts does not show: hidden elements, templates,
noscript, raw text, what drawings describe or define. Block elements, buttons and labels break
words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsparse.config import Limits
from newsparse.reading.html import read_html
from newsparse.reading.html_names import BLOCKS, VOID
from newsparse.reading.html_raw import raw_text_end
from newsparse.reading.html_tokens import tokens

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

CONTROLS = {"button", "label"}
BREAKS = BLOCKS | {"html", "hr", "noscript", "template", "xmp", "plaintext"}
LEFT_OUT = {
    "script", "style", "title", "textarea", "iframe", "noembed", "noframes", "noscript", "template",
    "head", "desc", "metadata", "symbol", "defs",
}  # fmt: skip


def _hidden(node: LexborNode) -> bool:
    values = node.attributes
    if node.tag in ("body", "html") or node.tag in VOID:
        return False
    style = values.get("style") or ""
    return "hidden" in values or "display:none" in style.lower().replace(" ", "")


def _breaks(node: LexborNode) -> bool:
    if node.tag in CONTROLS:
        return not _hidden(node) and bool((node.text() or "").strip())
    return node.tag in BREAKS


def _without_noscript(raw: str) -> str:
    """Empty the noscript elements: the parser reads them as markup, a browser as text."""
    parts, at = [], 0
    for token in tokens(raw):
        if token.start >= at and token.kind == "start" and token.name == "noscript":
            parts.append(raw[at : token.end])
            at = raw_text_end(raw, "noscript", token.end)
    return "".join((*parts, raw[at:]))


def words_of_lexbor(raw: str) -> list[str]:
    """Walk the parser's tree in document order."""
    from selectolax.lexbor import LexborHTMLParser

    root = LexborHTMLParser(_without_noscript(raw)).root
    found: list[str] = []
    node = root
    while node is not None:
        left_out = node.tag in LEFT_OUT or (node.tag != "-text" and _hidden(node))
        if node.tag == "-text":
            found.append(node.text_content or "")
        elif node.tag == "br":
            found.append(" ")
        elif _breaks(node):
            found.append("\n")
        following = None if left_out else node.child
        while following is None and node is not None:
            if _breaks(node):
                found.append("\n")
            following = node.next
            if following is None:
                node = node.parent
                if node == root:
                    node = None
        node = following
    return "".join(found).split()


def words_of_ours(raw: str) -> list[str]:
    """Join the blocks that are not hidden."""
    blocks = read_html(raw, limits=Limits()).blocks
    return "\n".join(block.text for block in blocks if not block.container.hidden).split()
