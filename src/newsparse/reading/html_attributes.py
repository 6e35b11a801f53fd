"""Tags and their attributes, quoted in any way, as the HTML standard's tokenizer cuts them.

The patterns are possessive, so a tag costs time in proportion to its length; a quote that never
closes is found once and taken back by ``repaired_end``.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from newsparse.reading.html_references import resolve_value

__all__ = [
    "ATTRIBUTE",
    "TAG",
    "attributes",
    "first_values",
    "known_words",
    "plans",
    "read_plan",
    "repaired_end",
    "words",
]

_SPACE = r"[\t\n\f\r ]*+"
_BEFORE = r"[\t\n\f\r /]*+"
_NAME = r"[^\t\n\f\r />][^\t\n\f\r />=]*+"
_VALUE = r"\"[^\"]*+\"|'[^']*+'|[^\t\n\f\r >\"'][^\t\n\f\r >]*+|(?=>|\Z)"
_REST = rf"{_NAME}(?:{_SPACE}={_SPACE}(?:{_VALUE})|(?!{_SPACE}=))"

ATTRIBUTE = re.compile(
    rf"{_BEFORE}({_NAME})(?:{_SPACE}={_SPACE}"
    r"(?:\"([^\"]*+)\"|'([^']*+)'|([^\t\n\f\r >\"'][^\t\n\f\r >]*+)|(?=>|\Z))"
    rf"|(?!{_SPACE}=))"
)
"""One attribute; groups: name, value in double quotes, in single quotes, without quotes."""

TAG = re.compile(rf"</?+([a-zA-Z][^\t\n\f\r />]*+)(?:{_BEFORE}{_REST})*+{_BEFORE}>")
"""A start or end tag that is complete; group: name."""

_PLAIN_KEY = re.compile(
    r"(?:[ \n\t\r]*+[a-zA-Z_@:][\w:.@-]*+(?:=[^ \n\t\r\"'=<>`]++)?+(?=[ \n\t\r/]|\Z))*?"
    r"(?:[ \n\t\r]*+([a-zA-Z_@:][\w:.@-]*+)(=)|[ \n\t\r]*+/?)",
    re.ASCII,
)
_TELLING = re.compile(
    r"(?<![^ \n\t\r])(?i:about|aria-hidden|class|datetime|hidden|href|id|item(?:prop|scope|type)|"
    r"property|rel|role|style|typeof|vocab)(?![\w:.@-])"
)
"""Names of attributes that say what an element is."""

NO_VALUE, ODD, NOTHING, CLASS, ID, HREF, MARK, STYLE = -1, -2, 0, 1, 2, 3, 4, 5
_PLAIN_NAMES = {
    "class": CLASS,
    "id": ID,
    "href": HREF,
    "datetime": HREF,
    "rel": MARK,
    "role": MARK,
    "style": STYLE,
}

_MAX_WORDS = 24
"""Words kept of one class and id: the names of utility-class pages add nothing behind it."""
_MAX_CACHED = 20_000
_MAX_KEPT = 500
"""Code points of attribute names and unquoted values up to which a tag's plan is remembered."""
_WORDS = re.compile(r"[A-Z]++(?![a-z])|[A-Z]?[^\W\d_A-Z]++|[A-Z]")
_LETTERS_ONLY = bytes(code if chr(code).isalpha() else 32 for code in range(128)) + bytes(128)


def first_values(
    text: str, start: int = 0, end: int | None = None, *, fold: Callable[[str], str] = str.lower
) -> dict[str, str]:
    """Read the attributes of a tag, values as they stand.

    Args:
        text: Where the tag stands.
        start: Offset behind its name.
        end: Offset of its ``>``; None: the end of ``text``.
        fold: What lowers the case of a name.

    Returns:
        Name in lower case to value, references unresolved; of a repeated attribute the first
        counts. An attribute without value has "".
    """
    found: dict[str, str] = {}
    for written, double, single, bare in ATTRIBUTE.findall(
        text, start, len(text) if end is None else end
    ):
        name = fold(written)
        if name not in found:
            found[name] = double or single or bare
    return found


def attributes(text: str, start: int = 0, end: int | None = None) -> dict[str, str]:
    """Read the attributes of a tag with references resolved; see ``first_values``."""
    return {name: resolve_value(value) for name, value in first_values(text, start, end).items()}


def repaired_end(raw: str, at: int) -> int:
    """Find where a tag ends whose last quote never closes.

    Args:
        raw: The page.
        at: Offset of the tag's ``<``, where ``TAG`` does not match.

    Returns:
        Offset behind the first ``>`` after the open quote, or ``len(raw)`` if there is none. A
        browser would drop the rest of the page; here the words behind the tag stay.
    """
    end = at + 1
    while (match := ATTRIBUTE.match(raw, end)) is not None:
        end = match.end()
    close = raw.find(">", end)
    return len(raw) if close < 0 else close + 1


Plan = tuple[int, int, int, int, tuple[int, ...]]
"""Where a tag cut at its double quotes holds class, id, address or time, style (0: nowhere), and
roles and relations."""

plans: dict[tuple[str, ...], Plan | None] = {}
"""What ``read_plan`` found for the texts met so far."""


def read_plan(keys: tuple[str, ...]) -> Plan | None:
    """Read what stands between the double-quoted values of a tag, and remember it.

    Args:
        keys: For example ``class=``, `` target=`` and `` /``: the name of each attribute, with
            whatever stands before it, and what follows the last value.

    Returns:
        Where the values of interest stand among the parts; None where the tag has to be read by
        the full pattern.
    """
    plan = _plan(keys)
    if sum(map(len, keys)) <= _MAX_KEPT:
        if len(plans) >= _MAX_CACHED:
            plans.clear()
        plans[keys] = plan
    return plan


def _plan(keys: tuple[str, ...]) -> Plan | None:
    at = dict.fromkeys((CLASS, ID, HREF, STYLE), 0)
    marks: list[int] = []
    for number, key in enumerate(keys):
        what = _plain_key(key)
        if what == ODD or (what == NO_VALUE) is (number < len(keys) - 1):
            return None
        if what == MARK:
            marks.append(2 * number + 1)
        elif at.get(what) == 0:  # of a repeated attribute the first counts
            at[what] = 2 * number + 1
    return at[CLASS], at[ID], at[HREF], at[STYLE], tuple(marks)


def _plain_key(text: str) -> int:
    """Read what stands before, between or behind two double-quoted values of a tag.

    Args:
        text: For example `` target=``.

    Returns:
        ``CLASS``, ``ID`` or ``STYLE`` where the value of that attribute follows, ``HREF`` for an
        address or time, ``MARK`` for a role or relation; ``NOTHING`` for one of no interest,
        ``NO_VALUE`` where no value can follow; ``ODD`` where the tag has to be read by the full
        pattern.
    """
    match = _PLAIN_KEY.fullmatch(text)
    if match is None:
        return ODD
    telling = _TELLING.findall(text)
    if not telling:
        return NOTHING if match[2] else NO_VALUE
    if len(telling) == 1 and match[1] == telling[0]:
        return _PLAIN_NAMES.get(match[1], ODD)
    return ODD


known_words: dict[str, tuple[str, ...]] = {}
"""What ``words`` found for the texts met so far."""


def words(text: str) -> tuple[str, ...]:
    """Split a class or id into lower-case words, each once.

    ``article-body``, ``articleBody`` and ``article_body`` all give ``article`` and ``body``;
    figures are dropped. Looked up once per distinct string.
    """
    found = known_words.get(text)
    if found is None:
        # Names that a page makes up afresh for each element must not fill the memory.
        if len(known_words) >= _MAX_CACHED:
            known_words.clear()
        plain = resolve_value(text) if "&" in text else text
        if plain.isascii() and plain.islower():
            listed = plain.encode().translate(_LETTERS_ONLY).decode().split()
        else:
            listed = [word.lower() for word in _WORDS.findall(plain)]
        found = tuple(dict.fromkeys(listed))[:_MAX_WORDS]
        known_words[text] = found
    return found
