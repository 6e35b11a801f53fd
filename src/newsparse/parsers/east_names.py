"""Speakers in Chinese, Japanese and Korean: who a stretch of characters names.

In: what stands before a verb of saying or a topic particle. Out: Mentions, and full names for short
ones ("山田氏" for "山田太郎"). There are no capitals here: titles, surnames and particles decide.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from newsparse.languages.words import given_names, surnames
from newsparse.parsers.cues import Lexicon
from newsparse.parsers.mentions import NAME, NOUN, PRONOUN, Mention

__all__ = ["EastNames", "name_in"]

LONGEST_NAME = {"zh": 4, "ja": 9, "ko": 4}
"""Characters of a person's name; foreign names in Katakana or with a dot may be longer."""

LONGEST_FOREIGN = 14

_AGE = re.compile(r"[（(][\d〇一二三四五六七八九十]{1,3}歳?[）)]$")
_LEADING = re.compile(
    r"^(?:昨天|今天|明天|昨日|今日|近日|日前|当天|當天|随后|隨後|此外|对此|對此|同时|同時|不过|不過|但|而|并|並|据|據"
    r"|周[一二三四五六日]|星期[一二三四五六日]|\d{1,2}(?:月\d{1,2})?日|\d{4}年|月|该|該|对|對|还|還|也|则|則|又|再|其中|其|,|，|、|\s)+"
)
_TRAILING = re.compile(
    r"(?:昨天|今天|近日|日前|周[一二三四五六日]|\d{1,2}(?:月\d{1,2})?日|随后|隨後|还|還|也|则|則|又|再|进一步|進一步|明确|明確|曾|已|在.{1,14}|向.{1,8}|对.{1,8}|就.{1,10}|于.{1,8}|接受.{1,10}|笑着|同时|同時)+$"
)
_ORGANISATION = re.compile(
    r"(?:公司|集团|集團|大学|大學|学院|學院|医院|醫院|银行|銀行|委员会|委員会|委員會|协会|協会|協會|部|局|省|庁|厅|廳|院|会|會|署|党|黨|社|市|县|縣|区|區|镇|鎮|村|店|园|園|馆|館|学校|學校|警方|政府|法院|新闻社|新聞社|報|报)$"
)
_HANGUL_END = re.compile(r"(?:께서|에서|이라며|은|는|이|가|도)$")


class _Part(NamedTuple):
    name: str
    role: str | None
    affiliation: str | None


def name_in(text: str, start: int, end: int, words: Lexicon) -> Mention | None:
    """Read the stretch ``start`` to ``end`` as a speaker; None if nothing is left of it."""
    if words.language == "zh":
        opening = _LEADING.match(text[start:end])
        start += opening.end() if opening else 0
        closing = _TRAILING.search(text[start:end])
        if closing is not None and closing.start() >= 1:
            end = start + closing.start()
    while start < end and text[start] in " \u3000，,、：:":
        start += 1
    while end > start and text[end - 1] in " \u3000，,、：:":
        end -= 1
    if start >= end:
        return None
    phrase = text[start:end]
    if phrase in words.pronouns or phrase in ("同氏", "同社"):
        return Mention(start, end, PRONOUN, None, None, None, 0, 0, 0)
    part = _split(phrase, words)
    if part is None:
        role = phrase if words.is_speaker(phrase) else None
        return Mention(start, end, NOUN, None, role, None, 0, 0, 0)
    at = start + phrase.rindex(part.name)
    return Mention(at, at + len(part.name), NAME, part.name, part.role, part.affiliation, 0, 0, 0)


def _split(phrase: str, words: Lexicon) -> _Part | None:
    """Name, role and institution in a phrase; None if no person's name stands in it."""
    bare = _AGE.sub("", phrase)
    language = words.language
    title = next((t for t in words.title_ends if bare.endswith(t) and len(bare) > len(t)), "")
    if title:
        head = bare[: -len(title)].rstrip()
        affiliation, name = _last_part(head, language)
        if _is_name(name, language):
            role = None if title in _POLITE else title
            if role is None and affiliation is not None and affiliation.endswith(words.title_ends):
                return _Part(name, affiliation, None)  # 町長の森田和子氏
            return _Part(name, role, affiliation)
        return None
    if language == "zh":
        title = next((t for t in words.title_ends if t in bare), "")
        if title:
            head, _, name = bare.rpartition(title)
            if _is_name(name, language):
                return _Part(name, title, head or None)
    affiliation, name = _last_part(bare, language)
    if affiliation is None and language == "zh" and _is_name(name, language):
        return _Part(name, None, None)
    if bare != phrase and _is_name(name, language):
        return _Part(name, None, affiliation)
    return _behind_job(bare) if language == "zh" else None


def _behind_job(phrase: str) -> _Part | None:
    """A name behind a job that no list knows but that ends like one: 卖鱼的老板娘何玉兰."""
    for length in (3, 2):
        head, name = phrase[:-length], phrase[-length:]
        if head and head[-1] in _JOB_ENDS and name[0] in surnames() and _is_name(name, "zh"):
            return _Part(name, head.rpartition("的")[2], None)
    return None


def _last_part(head: str, language: str) -> tuple[str | None, str]:
    """Cut an institution off the front of a name: 東京大学の | 山田太郎."""
    for sign in ("の", "、", " "):
        front, found, name = head.rpartition(sign)
        if found and name:
            if sign == " " and len(front) <= 2 and language == "ja":
                return None, head
            return front or None, name
    return None, head


def _is_name(name: str, language: str) -> bool:
    if not name or _ORGANISATION.search(name) or any(c.isdigit() for c in name):
        return False
    if "·" in name or "・" in name or re.fullmatch(r"[ァ-ヶー]+", name):
        return len(name) <= LONGEST_FOREIGN
    if not 1 <= len(name.replace(" ", "")) <= LONGEST_NAME[language]:
        return False
    if language == "zh":
        known = surnames(), given_names()
        return len(name) >= 2 and any(name[0] in k or name[:2] in k for k in known)
    if language == "ko":
        return name[0] in surnames() or name[0] in given_names() or name[0] in _KOREAN
    return len(name) >= 2 and re.fullmatch(r"[\u3400-\u9fff々ぁ-んァ-ヶー ]+", name) is not None


_KOREAN = frozenset(
    "김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민진지엄채원천방공현함변염여추도소석선설마길연위표명기반라왕금옥육인맹제모탁국어은편용"
)
"""Korean surnames of one syllable, by the census of 2015."""

_JOB_ENDS = frozenset("员師师长長娘生家者手户戶民客工匠农農贩主妇婦友人机夫")
"""Characters that jobs in Chinese end in."""

_POLITE = frozenset(("さん", "氏", "様", "君", "ちゃん", "先生", "女士", "小姐", "씨"))
"""Titles that say nothing about what somebody does."""


class EastNames:
    """Names met so far; ``resolve`` in reading order."""

    def __init__(self) -> None:
        self._known: list[str] = []
        self._roles: dict[str, tuple[str | None, str | None]] = {}

    def learn(self, mention: Mention) -> None:
        """Keep a name with its role and institution."""
        if mention.name is None:
            return
        self._known.append(mention.name)
        role, institution = self._roles.get(mention.name, (None, None))
        self._roles[mention.name] = (role or mention.role, institution or mention.affiliation)

    def resolve(
        self, mention: Mention, last: str | None
    ) -> tuple[str | None, str | None, str | None]:
        """Full name, role and institution; ``last`` is the speaker before, for pronouns."""
        name = mention.name
        if mention.kind == PRONOUN:
            name = last
        elif name is not None:
            longer = [k for k in self._known if len(k) > len(name) and k.startswith(name)]
            name = longer[0] if longer else name
        role, institution = self._roles.get(name or "", (None, None))
        return name, mention.role or role, mention.affiliation or institution
