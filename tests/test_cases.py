"""Small inputs, one behaviour each, kept as data: ``tests/cases/<topic>/<language>.toml``.

Topics about whole pages run here. ``input`` is the page (``kind``, ``url`` and ``bytes`` with the
name of an encoding are optional), ``expect`` names what is right; ``tests/checking.py`` lists the
keys. ``xfail = "reason"`` keeps a known failure; passing then fails the run. Topics about single
lines have runners of their own beside the code they test.
"""

from __future__ import annotations

import pytest
from case_files import FOLDER, Case, topic
from checking import case_checks

import newsparse

PAGE_TOPICS = ("body", "boilerplate", "captions", "completeness", "headline", "teasers", "pages")


def marked(case: Case):
    reason = case.data.get("xfail")
    marks = [pytest.mark.xfail(reason=reason, strict=True)] if reason else []
    return pytest.param(case, id=str(case), marks=marks)


CASES = [marked(case) for name in PAGE_TOPICS for case in topic(name)]


@pytest.mark.parametrize("case", CASES)
def test_a_page_is_read_as_the_case_says(case):
    """Only what ``expect`` names is compared, and the partition on the way."""
    data = case.data
    raw = data["input"]
    given = raw.encode(data["bytes"]) if "bytes" in data else raw
    page = newsparse.parse(given, url=data.get("url"), kind=data.get("kind"))

    assert "".join(segment.span.slice(page.raw) for segment in page.segments) == page.raw
    wrong = [check for check in case_checks(page, data["expect"]) if not check.holds]
    shown = "\n".join(f"  {check.name}: got {check.got!r:.300}" for check in wrong)
    assert not wrong, f"{case.path}:{case.line} {data['name']}\n{shown}"


def test_every_topic_has_a_runner(root):
    """A folder of cases that nothing runs proves nothing."""
    topics = {path.name for path in FOLDER.iterdir() if path.is_dir()} - set(PAGE_TOPICS)
    runners = [path.read_text("utf-8") for path in (root / "tests").rglob("test_*.py")]

    idle = [name for name in topics if not any(f'"{name}"' in text for text in runners)]
    assert not idle, f"no test names these topics: {idle}"


def test_names_of_cases_are_unique():
    """A failure names one case."""
    for name in PAGE_TOPICS:
        names = [(case.path.name, case.data["name"]) for case in topic(name)]
        assert len(names) == len(set(names)), name
