"""HTML of any kind: pieces of markup in any order, closed, crossed, cut off."""

from __future__ import annotations

from hypothesis import strategies as st

NAMES = (
    "a", "b", "div", "p", "span", "ul", "li", "h1", "h2", "table", "tr", "td", "th", "pre", "br",
    "hr",
    "img", "form", "select", "option", "button", "label", "template", "noscript", "script", "style",
    "title", "textarea", "svg", "defs", "desc", "math", "body", "html", "xmp", "time", "figure",
    "figcaption", "blockquote", "dl", "dt", "dd", "x-card", "plaintext",
)  # fmt: skip
ATTRIBUTES = (
    "", ' class="story body"', " class='story'", " class=story", ' href="/a?b=1&amp;c"', " hidden",
    ' style="display: none"', ' itemscope itemtype="https://schema.org/NewsArticle"',
    ' itemprop="headline"', ' class="h-entry"', ' class="p-name"', ' a="', " a='", " a=b>c", ' "',
    "/",    ' a="x>y"', ' A="1" a="2"', "\n\tid=x",
)  # fmt: skip
ODD = (
    "<", ">", "</", "<!", "<!--", "-->", "--!>", "<!-->", "<?x", "]]>", "<![CDATA[", "&", "&amp;",
    "&lt", "&#0;", "&#x80;", "&#99999999999;", "&notit;", "&nbsp;", "\0", "\r\n", "\r", "\t ", "  ",
    "\xa0", "\u200b", "\u3000", "\ud800", "<!doctype html>", "</p>", "</br>", "<script><!--",
)  # fmt: skip
WORDS = ("Ferries", "run", "again", "3", "—", "é", "港", "a")


def tags() -> st.SearchStrategy[str]:
    """One start or end tag, perhaps with an attribute, perhaps cut off."""
    name = st.sampled_from(NAMES) | st.sampled_from(NAMES).map(str.upper)
    start = st.builds("<{}{}>".format, name, st.sampled_from(ATTRIBUTES))
    return st.one_of(start, name.map("</{}>".format), name.map("<{}".format))


def markup() -> st.SearchStrategy[str]:
    """Tags, words and odd signs in any order."""
    piece = st.one_of(tags(), st.sampled_from(WORDS), st.sampled_from(ODD), st.just(" "))
    return st.lists(piece, max_size=30).map("".join)


def pages() -> st.SearchStrategy[str]:
    """Markup, or anything at all."""
    return st.one_of(markup(), st.text(max_size=60))


def shown_markup() -> st.SearchStrategy[str]:
    """Markup that hides nothing: words, references, blocks and inline elements."""
    names = ("p", "div", "b", "i", "a", "ul", "li", "h2", "blockquote", "span", "em", "section")
    words = (
        *WORDS,
        "&amp;",
        "&eacute;",
        "&#x92;",
        "&notit;",
        "&",
        " ",
        "\n  ",
        "\xa0",
        "\0",
        "<br>",
    )
    tag = st.sampled_from(names).flatmap(lambda name: st.sampled_from((f"<{name}>", f"</{name}>")))
    return st.lists(tag | st.sampled_from(words), max_size=40).map("".join)
