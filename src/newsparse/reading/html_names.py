"""Which HTML elements do what: the few facts of the HTML standard that blocks depend on.

Source: HTML Living Standard, "Parsing HTML documents" (13.2) and "Rendering" (15.3). Names are
lower case. Where a table leaves the standard, its docstring says so and why.
"""

from __future__ import annotations

__all__ = [
    "BLOCKS",
    "HEADINGS",
    "INLINE_KINDS",
    "KINDS",
    "LEAVES",
    "LISTS",
    "PHRASES",
    "PREFORMATTED",
    "RAW_TEXT",
    "RESETS",
    "SCOPE",
    "SHAPES",
    "SPECIAL",
    "VOID",
]


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


VOID = _names("""
    area base basefont bgsound br col embed frame hr image img input keygen link meta param source
    track wbr
""")
"""Elements without content."""

RAW_TEXT = _names("iframe noembed noframes script style textarea title xmp")
"""Elements whose content is no markup. ``noscript`` is read as markup inside a hidden container,
so that its words stay in a block."""

HEADINGS = {f"h{n}": n for n in range(1, 7)}
"""Heading elements and their level."""

LEAVES = _names("p pre listing") | HEADINGS.keys()
"""Elements that make a block but no container, unless they hold other block elements or are hidden:
what they hold is nearly always one block."""

BLOCKS = LEAVES | _names("""
    address article aside blockquote body caption center dd details dialog dir div dl dt fieldset
    figcaption figure footer form header hgroup legend li main menu nav ol optgroup option search
    section select summary table tbody td tfoot th thead tr ul
""")
"""Elements that begin and end a block. ``option``, ``select`` and ``legend`` are added to the
standard's block-level ones because a reader sees each apart."""

KINDS = {
    "blockquote": "quote",
    "caption": "caption",
    "dd": "list_item",
    "dt": "list_item",
    "figcaption": "caption",
    "legend": "control",
    "li": "list_item",
    "listing": "pre",
    "optgroup": "control",
    "option": "control",
    "pre": "pre",
    "select": "control",
    "td": "cell",
    "th": "cell",
    **dict.fromkeys(HEADINGS, "heading"),
}
"""Kind of the blocks inside an element, unless an element further in says otherwise."""

RESETS = _names("""
    article aside body details dialog fieldset figure footer form header main nav search section
    table template
""")
"""Elements inside which text is plain text again, whatever is around them."""

INLINE_KINDS = {
    "a": "a",
    "b": "strong",
    "strong": "strong",
    "em": "em",
    "i": "em",
    "code": "code",
    "kbd": "code",
    "samp": "code",
    "tt": "code",
    "q": "q",
    "time": "time",
}
"""Inline elements that are remembered, and as what."""

SCOPE = _names("applet body caption marquee noscript object table td template th")
"""An end tag never reaches an element outside the innermost of these."""

SPECIAL = (BLOCKS | SCOPE | _names("button embed hr iframe input noscript svg")) - _names(
    "address div p"
)
"""Elements at which the search for an open ``li``, ``dd`` or ``dt`` ends."""

LISTS = _names("dir dl menu ol ul")
"""Elements that are one list level."""

PREFORMATTED = _names("listing plaintext pre xmp")
"""Elements in which white space is kept."""

PHRASES = _names("""
    abbr acronym bdi bdo big cite data del dfn font ins mark nobr output s small span strike sub sup
    u var
""")
"""Inline elements of which class and id are remembered."""

SHAPES = _names("""
    circle clippath defs ellipse feblend fecolormatrix fecomposite feflood fegaussianblur femerge
    femergenode feoffset filter g line lineargradient mask path pattern picture polygon polyline
    radialgradient rect stop symbol tspan use
""")
"""Elements of drawings, frequent and of no interest."""
