"""Lists of people: "Ada Example and Ben Sample in Porto, The Example Post".

In: tokens from some index on. Out: the people with role, affiliation, address and handle, the
organisations beside them, and where the list ends. Bylines and credits both read their names here.
"""

from __future__ import annotations

from newsparse.parsers.agencies import is_agency
from newsparse.parsers.drafts import Reading
from newsparse.parsers.lexicon import (
    AFFILIATION,
    DATE,
    HEAD,
    JOIN,
    NOISE,
    PARTICLE,
    PLACE,
    ROLE,
    WITH,
    Lexicon,
)
from newsparse.parsers.person import is_given
from newsparse.parsers.run_names import one_name
from newsparse.parsers.runs import read_run
from newsparse.parsers.tokens import (
    CAPITAL,
    EMAIL,
    HANDLE,
    LOWER,
    MARK,
    NUMBER,
    STOP,
    UPPER,
    Token,
    match_phrase,
)

__all__ = ["MAX_PLAIN", "read_people"]

LIST_MARKS = frozenset(",;/&、，；・")
CLOSING = {"(": ")", "[": "]", "（": "）", "【": "】", "〔": "〕", "［": "］"}
MAX_BRACKET = 14
"""Tokens looked at for the end of a bracket after a name; longer ones hold prose."""
WIDE = 2
"""Blanks from which on a gap parts name and outlet ("Ada Example   The Example Post")."""
MAX_NAME = 6
"""Words of the longest single name that is read ("Maria José de la Cruz Ortiz")."""


_BREAKS = MARK | EMAIL | HANDLE | NUMBER | JOIN | WITH | DATE | NOISE | LOWER
"""What may end a run of words; all other words go on with it."""


class _Reader:
    """Walks along the tokens of one list."""

    __slots__ = ("at", "lexicon", "limit", "line", "out", "separator", "tokens")

    def __init__(
        self,
        line: str,
        tokens: list[Token],
        at: int,
        limit: int,
        lexicon: Lexicon,
        *,
        credit: bool,
    ) -> None:
        self.line = line
        self.tokens = tokens
        self.at = at
        self.limit = limit
        self.lexicon = lexicon
        self.separator = ""
        start = tokens[at].start if at < limit else len(line)
        self.out = Reading(line, lexicon, start, at, credit=credit)

    # --- the walk ---

    def read(self) -> Reading:
        tokens, limit, out = self.tokens, self.limit, self.out
        while self.at < limit:
            token = tokens[self.at]
            flags = token.flags
            if flags & MARK:
                if not self._mark(token):
                    break
                continue
            if flags & (EMAIL | HANDLE):
                self._contact(token)
                continue
            joining = flags & (JOIN | WITH) or token.fold in self.lexicon.breakers
            after = self._joiner(self.at) if joining else self.at
            if after > self.at:
                self.separator = "and"
                self.at = after
            elif not self._run():
                break
        out.stop = self.at
        out.clean = self._ended(self.at)
        return out

    def _ended(self, at: int) -> bool:
        """Whether the list ends before a separator, a date or words of the page."""
        if at >= self.limit:
            return True
        flags = self.tokens[at].flags
        return bool(flags & (MARK | NUMBER | DATE)) or self._noise(at) or self._before_date(at)

    def _mark(self, token: Token) -> bool:
        mark = token.fold
        if mark in LIST_MARKS:
            following = self.at + 1
            if mark == "/" and following < self.limit and self.tokens[following].fold == "/":
                if not self.out.people:
                    return False
                self.at += 1
            self.separator = mark
            self.at += 1
            return True
        if mark in "[]" and not self.out.credit:  # links, as text dumps print them
            self.at += 1
            return True
        if mark in CLOSING:
            return self._bracket(mark)
        if mark in ":：" and not self.out.people and not self.out.organisations:
            self.at += 1
            return True
        return self._strong_mark(mark)

    def _strong_mark(self, mark: str) -> bool:
        """Behind a bar or dash only what belongs to the last person goes on the list."""
        following = self.at + 1
        if not self.out.people or following >= self.limit or mark not in "|•·⋅—–-│｜―→":
            return False
        token = self.tokens[following]
        if token.flags & (EMAIL | HANDLE):
            self.at = following
            return True
        end = self._run_end(following)
        run = self.tokens[following:end]
        if not run or (end < self.limit and not self.tokens[end].flags & (MARK | NUMBER | DATE)):
            return False
        if any(t.flags & HEAD for t in run) and len(run) <= MAX_NAME:
            self.separator = ","
            self.at = following
            return True
        return False

    def _bracket(self, mark: str) -> bool:
        tokens = self.tokens
        stop = min(self.limit, self.at + MAX_BRACKET)
        close = next((k for k in range(self.at + 1, stop) if tokens[k].fold == CLOSING[mark]), -1)
        if close < 0 or not self.out.people:
            return False
        inner = tokens[self.at + 1 : close]
        person = self.out.people[-1]
        if inner:
            start, end = inner[0].start, inner[-1].end
            text = self.line[start:end]
            if inner[0].flags & EMAIL:
                person.email = text
            elif inner[0].flags & HANDLE:
                person.handle = text
            elif any(t.flags & (ROLE | HEAD) for t in inner):
                person.role = person.role or text
            elif not inner[0].flags & (NUMBER | LOWER):
                if is_agency(text, self.lexicon.pack):
                    self.out.organisations.append((start, end))
                person.affiliation = person.affiliation or text
            self.out.end = tokens[close].end
        self.at = close + 1
        return True

    def _contact(self, token: Token) -> None:
        text = self.line[token.start : token.end]
        if self.out.people:
            person = self.out.people[-1]
            if token.flags & EMAIL:
                person.email = person.email or text
            else:
                person.handle = person.handle or text
            self.out.end = token.end
        self.at += 1

    def _joiner(self, at: int) -> int:
        """Index after "and", "with", "as told to" at ``at``; ``at`` itself if there is none."""
        token = self.tokens[at]
        flags = token.flags
        if not flags & (JOIN | WITH):
            if token.fold not in self.lexicon.phrases:
                return at
            stop, phrase = match_phrase(self.tokens, at, self.lexicon, WITH)
            return stop if phrase is not None and stop < self.limit else at
        if flags & (PLACE | AFFILIATION) and not flags & WITH:
            following = self.tokens[at + 1] if at + 1 < self.limit else None
            return at + (following is not None and is_given(following))
        if not flags & CAPITAL:
            return at + 1
        if self.line[token.end - 1] == "." or at == 0:
            return at
        long = token.end - token.start > 2
        return at + (long or bool(self.tokens[at - 1].flags & UPPER))

    # --- one run of words ---

    def _run_end(self, at: int) -> int:  # noqa: C901  # one branch a kind of word
        """Index after the last word of the run that begins at ``at``."""
        tokens, limit, breakers = self.tokens, self.limit, self.lexicon.breakers
        end = at
        while end < limit:
            token = tokens[end]
            flags = token.flags
            if end > at and token[0] - tokens[end - 1][1] >= WIDE:
                break
            if not flags & _BREAKS and token.fold not in breakers:
                end += 1
                if flags & STOP:
                    break
                continue
            if flags & (MARK | EMAIL | HANDLE):
                if not self._nickname(at, end):
                    break
                end += 3
                continue
            if end > at and (flags & NUMBER or self._joiner(end) > end):
                break
            if flags & DATE:
                break
            if self._noise(end):
                break
            if flags & LOWER and self._before_date(end):
                break
            end += 1
            if flags & STOP:
                break
        return end

    def _nickname(self, at: int, end: int) -> bool:
        """A bracket with one word between two words of a name: "Ada (Bea) Example"."""
        tokens = self.tokens
        return (
            at < end
            and tokens[end].fold == "("
            and end + 3 < self.limit
            and tokens[end + 2].fold == ")"
            and bool(tokens[end + 1].flags & tokens[end + 3].flags & CAPITAL)
            and not tokens[end + 1].flags & (UPPER | ROLE | HEAD)
            and not tokens[end + 3].flags & (DATE | NOISE)
        )

    def _noise(self, at: int) -> bool:
        token = self.tokens[at]
        if token.flags & NOISE and not (token.flags & CAPITAL and is_given(token)):
            return True
        if token.fold in self.lexicon.phrases:
            return match_phrase(self.tokens, at, self.lexicon, NOISE)[1] is not None
        return False

    def _before_date(self, at: int) -> bool:
        """A small word before a date ("on Friday", "le 7 mai", "am 3.")."""
        following = self.tokens[at + 1] if at + 1 < self.limit else None
        if following is None or not following.flags & (NUMBER | DATE):
            return False
        return (
            bool(following.flags & NUMBER)
            or not self.tokens[at].flags & PARTICLE
            or (not following.flags & CAPITAL or not is_given(following))
        )

    def _run(self) -> bool:
        """Read one run; False ends the list before it or inside it."""
        at, out = self.at, self.out
        end = self._run_end(at)
        if end == at or (self.tokens[at].flags & NUMBER and end - at < 2):
            return False
        out.more = False
        used = read_run(self.tokens[at:end], self.separator, out)
        if not used:
            return False
        self.at = at = at + used
        wide = at < self.limit and self.tokens[at].start - self.tokens[at - 1].end >= WIDE
        self.separator = "via" if out.more and out.lead is None else "\t" if wide else ""
        return at == end or out.more


MAX_PLAIN = 4
"""Words above which a list is not tried as one plain name first."""


def read_people(
    line: str,
    tokens: list[Token],
    at: int,
    lexicon: Lexicon,
    *,
    limit: int | None = None,
    credit: bool = False,
) -> Reading:
    """Read a list of people from token ``at`` on.

    Args:
        line: The line the tokens come from.
        tokens: All tokens of the line.
        at: Index of the first token of the list.
        lexicon: Words.
        limit: Index to stop before, or None for the end.
        credit: Whether the list stands in a credit, see ``Reading.credit``.

    Returns:
        People, organisations and the end of the list; nobody where it begins with neither.
    """
    end = len(tokens) if limit is None else limit
    if 1 < end - at < MAX_PLAIN:
        found = one_name(line, tokens[at:end], lexicon, end, credit=credit)
        if found is not None:
            return found
    return _Reader(line, tokens, at, end, lexicon, credit=credit).read()
