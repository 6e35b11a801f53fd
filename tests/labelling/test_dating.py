"""Lines that date a story where the learnt scores saw no date."""

from types import SimpleNamespace

import pytest

from newsparse.config import Limits
from newsparse.labelling.rules import Context
from newsparse.labelling.rules.dating import DATING_RULES
from newsparse.labelling.rules.head import HEAD_RULES
from newsparse.labelling.units import Unit
from newsparse.languages.load import merged_pack
from newsparse.model.label import Label
from newsparse.reading.html import read_html
from newsparse.reading.text import read_text

RULES = [rule for rule in HEAD_RULES if rule.name == "lone-dates-tell"] + [*DATING_RULES]
BODY = "The crews of the three harbour ferries went back to work on Tuesday evening."
LABELS = (Label.HEADLINE, Label.BOILERPLATE, Label.BODY)


def label_of(line: str, rule, kind: str) -> Label:
    """Return what a rule makes of a line between headline and story."""
    read = read_html if kind == "html" else read_text
    raw = (
        f"<h1>Ferry strike ends</h1><p>{line}</p><p>{BODY}</p>"
        if kind == "html"
        else f"Ferry strike ends\n\n{line}\n\n{BODY}\n"
    )
    document = read(raw, limits=Limits())
    units = [Unit(b, i, LABELS[i], 1.0) for i, b in enumerate(document.blocks)]
    facts = [
        SimpleNamespace(words=len(b.text.split()), phrase=None, prose=BODY in b.text)
        for b in document.blocks
    ]
    context = Context(document, merged_pack(("en",)), SimpleNamespace(facts=facts), units)
    rule.apply(context)
    return context.units[1].label


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
@pytest.mark.parametrize(
    ("line", "kind", "label"),
    [
        ("March 5, 2024", "html", Label.TIMESTAMP),
        ("January 28, 1975", "html", Label.BOILERPLATE),
        ("January 28, 1975", "text", Label.TIMESTAMP),
    ],
)
def test_no_page_is_older_than_the_web(line, kind, label, rule):
    """A lone date before 1990 is a birthday there; a text may be an old paper's."""
    assert label_of(line, rule, kind) is label
