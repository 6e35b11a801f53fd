"""Each rule has a page on which it must fire and a near miss on which it must not."""

from __future__ import annotations

import pytest

import newsparse
from newsparse.config import Limits
from newsparse.labelling.rules import RULES, Context
from newsparse.labelling.scores import Scores
from newsparse.labelling.scoring import measure
from newsparse.labelling.units import Unit
from newsparse.languages.load import merged_pack
from newsparse.model.label import BoilerplateKind, Label
from newsparse.reading.text import read_text

PROSE = "The ferry did not sail on Monday, and nobody on the quay could say when it would."
MORE = "Its captain had gone ashore for bread and was still arguing with the baker at noon."
LAST = "By evening the wind had turned, and with it the mood of the people who were waiting."


KINDS = {kind.value: kind for kind in BoilerplateKind}


def after(rule, *lines, body=()):
    """Label lines ``("LABEL or KIND", text)``, run one rule, give back labels, or kinds."""
    document = read_text("\n\n".join(text for _, text in lines), limits=Limits())
    pack = merged_pack(("en",))
    scores = Scores(measure(document, pack))
    units = []
    for i, (block, (label, _)) in enumerate(zip(document.blocks, lines, strict=True)):
        kind = {"BOILERPLATE": BoilerplateKind.OTHER}.get(label) or KINDS.get(label)
        known = Label.BOILERPLATE if kind else Label(label)
        units.append(Unit(block, i, known, 0.9, kind=kind))
    scores.body = list(body) or [0.95 if u.label is Label.BODY else 0.3 for u in units]
    context = Context(document, pack, scores, units)
    next(r for r in RULES if r.name == rule).apply(context)
    return [u.kind or u.label for u in context.units]


def test_every_rule_has_a_name_of_its_own_and_a_reason():
    """``Page.explain`` shows both."""
    assert len({rule.name for rule in RULES}) == len(RULES)
    assert all(rule.why.endswith(".") for rule in RULES)


FIRES = [
    (
        "phrases-are-boilerplate",
        [("BODY", PROSE), ("BODY", "Leave a Reply")],
        ["BODY", "COMMENTS"],
    ),
    (
        "sections-hold-their-kind",
        [
            ("BODY", PROSE),
            ("BODY", MORE),
            ("BODY", LAST),
            ("RELATED", "Related Posts"),
            ("BODY", "Why the quay was built of stone"),
            ("BODY", PROSE + " It happens."),
        ],
        ["BODY", "BODY", "BODY", "RELATED", "TEASER", "TEASER"],
    ),
    (
        "turned-pages-show-titles",
        [("PAGINATION", "Previous Article"), ("BOILERPLATE", "Harbour wall to be raised in June")],
        ["PAGINATION", "TEASER"],
    ),
    (
        "lists-of-summaries-are-teasers",
        [
            ("BOILERPLATE", "Harbour wall to be raised"),
            ("BOILERPLATE", PROSE),
            ("BOILERPLATE", "Baker wins at law"),
            ("BOILERPLATE", MORE),
        ],
        ["TEASER"] * 4,
    ),
    (
        "menus-are-navigation",
        [("BOILERPLATE", word) for word in ("Harbour", "Weather", "Letters", "Tides")],
        ["NAVIGATION"] * 4,
    ),
    (
        "dates-and-bylines-are-told",
        [
            ("HEADLINE", "Ferry stays in port"),
            ("BOILERPLATE", "By Ada Quillan"),
            ("BOILERPLATE", "March 3, 2024"),
            ("BODY", PROSE),
        ],
        ["HEADLINE", "BYLINE", "TIMESTAMP", "BODY"],
    ),
    (
        "decks-stand-above-bylines",
        [
            ("HEADLINE", "Ferry stays in port"),
            ("BODY", "A captain, a baker and a long wait"),
            ("BYLINE", "By Ada Quillan"),
            ("BODY", PROSE),
        ],
        ["HEADLINE", "DECK", "BYLINE", "BODY"],
    ),
    (
        "kickers-stand-above-headlines",
        [
            ("BOILERPLATE", "Quay Herald"),
            ("BOILERPLATE", "Shipping"),
            ("HEADLINE", "Ferry stays in port"),
            ("BODY", PROSE),
        ],
        ["OTHER", "KICKER", "HEADLINE", "BODY"],
    ),
    (
        "paragraphs-keep-together",
        [("BODY", PROSE), ("BOILERPLATE", MORE)],
        ["BODY", "BODY"],
    ),
    (
        "short-lines-between-are-subheads",
        [("BODY", PROSE), ("BODY", "What the baker said"), ("BODY", MORE)],
        ["BODY", "SUBHEAD", "BODY"],
    ),
    (
        "no-prose-is-no-story",
        [("BODY", "Write to us"), ("BODY", "12 Quay Street")],
        ["OTHER", "OTHER"],
    ),
    (
        "notes-have-their-label",
        [("BODY", PROSE), ("BODY", "Correction: An earlier version misspelled the ferry's name.")],
        ["BODY", "CORRECTION"],
    ),
    (
        "datelines-open-the-body",
        [("HEADLINE", "Ferry stays in port"), ("BODY", "LISBON, March 7 (Reuters) - " + PROSE)],
        ["HEADLINE", "DATELINE", "BODY"],
    ),
    (
        "credits-close-the-body",
        [("BODY", PROSE + " With assistance from Ruth Penhale/ Meridian News.")],
        ["BODY", "ATTRIBUTION"],
    ),
    (
        "bylines-end-where-dates-begin",
        [("BYLINE", "By Ada Quillan | March 3, 2024")],
        ["BYLINE", "TIMESTAMP"],
    ),
    (
        "bylines-name-somebody",
        [("HEADLINE", "Ferry stays in port"), ("BYLINE", "Key takeaways"), ("BODY", PROSE)],
        ["HEADLINE", "OTHER", "BODY"],
    ),
    (
        "lines-of-the-head-sign",
        [("HEADLINE", "Ferry stays in port"), ("SUBHEAD", "By Martin Quillan"), ("BODY", PROSE)],
        ["HEADLINE", "BYLINE", "BODY"],
    ),
    (
        "names-by-the-headline-sign",
        [("HEADLINE", "Ferry stays in port"), ("BOILERPLATE", "Martin Baker"), ("BODY", PROSE)],
        ["HEADLINE", "BYLINE", "BODY"],
    ),
    (
        "closing-lines-sign",
        [("HEADLINE", "Ferry stays in port"), ("BODY", PROSE), ("BODY", "Martin Baker")],
        ["HEADLINE", "BODY", "BYLINE"],
    ),
    (
        "lines-around-the-story-date-it",
        [("HEADLINE", "Ferry stays in port"), ("BOILERPLATE", "3 March 2024"), ("BODY", PROSE)],
        ["HEADLINE", "TIMESTAMP", "BODY"],
    ),
]


@pytest.mark.parametrize(("rule", "lines", "wanted"), FIRES, ids=[case[0] for case in FIRES])
def test_a_rule_fires(rule, lines, wanted):
    """On the page it was made for."""
    assert [str(label) for label in after(rule, *lines)] == wanted


NEAR_MISSES = [
    (
        "phrases-are-boilerplate",
        [
            ("BODY", PROSE),
            ("BODY", "Leave a reply with the harbour master, she said, and go home."),
        ],
    ),
    (
        "sections-hold-their-kind",
        [
            ("BODY", PROSE),
            ("BODY", MORE),
            ("RELATED", "Related Posts"),
            ("BODY", PROSE + " Twice."),
            ("BODY", MORE + " Again."),
            ("BODY", LAST),
        ],
    ),
    (
        "lists-of-summaries-are-teasers",
        [("BOILERPLATE", "Harbour wall to be raised"), ("BOILERPLATE", PROSE), ("BODY", MORE)],
    ),
    ("menus-are-navigation", [("BOILERPLATE", word) for word in ("Harbour", "Weather", "Tides")]),
    (
        "dates-and-bylines-are-told",
        [("HEADLINE", "Ferry stays in port"), ("BODY", PROSE), ("BOILERPLATE", "March 3, 2024")],
    ),
    (
        "decks-stand-above-bylines",
        [("HEADLINE", "Ferry stays in port"), ("BODY", PROSE), ("BODY", MORE)],
    ),
    (
        "kickers-stand-above-headlines",
        [("BOILERPLATE", "Quay Herald"), ("HEADLINE", "Ferry stays in port"), ("BODY", PROSE)],
    ),
    ("paragraphs-keep-together", [("HEADLINE", "Ferry stays in port"), ("BOILERPLATE", MORE)]),
    (
        "short-lines-between-are-subheads",
        [("BODY", PROSE), ("BODY", "“No bread,” he said."), ("BODY", MORE)],
    ),
    (
        "fronts-are-teasers",
        [("HEADLINE", "Ferry stays in port"), ("BODY", PROSE), ("BODY", MORE)],
    ),
    ("no-prose-is-no-story", [("HEADLINE", "Ferry stays in port"), ("BODY", PROSE)]),
    (
        "notes-have-their-label",
        [("BODY", "Correction officers at the quay prison went home early on Monday evening.")],
    ),
    (
        "datelines-open-the-body",
        [("BODY", "Lisbon was quiet on Monday - the ferry had not sailed and nobody minded.")],
    ),
    (
        "credits-close-the-body",
        [("BODY", PROSE + " The baker, with assistance from his brother, shut the door.")],
    ),
    ("bylines-end-where-dates-begin", [("BYLINE", "By Ada Quillan")]),
    ("bylines-name-somebody", [("BYLINE", "Staff writer"), ("BODY", PROSE)]),
    (
        "lines-of-the-head-sign",
        [
            ("HEADLINE", "Ferry stays in port"),
            ("BYLINE", "By Ada Quillan"),
            ("SUBHEAD", "By Martin Quillan"),
            ("BODY", PROSE),
        ],
    ),
    (
        "names-by-the-headline-sign",
        [("HEADLINE", "Ferry stays in port"), ("BOILERPLATE", "Harbour news"), ("BODY", PROSE)],
    ),
    (
        "closing-lines-sign",
        [("HEADLINE", "Ferry stays in port"), ("BODY", PROSE), ("BODY", "It sank by the quay.")],
    ),
    (
        "lines-around-the-story-date-it",
        [
            ("BOILERPLATE", "Sunday, 3 March 2024"),
            ("HEADLINE", "Ferry stays in port"),
            ("BODY", PROSE),
        ],
    ),
]


@pytest.mark.parametrize(("rule", "lines"), NEAR_MISSES, ids=[case[0] for case in NEAR_MISSES])
def test_a_rule_keeps_quiet(rule, lines):
    """On a page that only looks like it."""
    wanted = [label if label != "BOILERPLATE" else "OTHER" for label, _ in lines]

    assert [str(label) for label in after(rule, *lines)] == wanted


def test_a_front_page_is_a_list_of_teasers():
    """Titles with one summary each, and nothing else that is text."""
    titles = ("Harbour wall to be raised", "Baker wins at law", "Tide tables lost in the post")
    lines = [
        item
        for title, text in zip(titles, (PROSE, MORE, LAST), strict=True)
        for item in (("SUBHEAD", title), ("BODY", text))
    ]

    assert after("fronts-are-teasers", *lines) == [Label.TEASER] * 6


@pytest.mark.parametrize(
    ("names", "kind"), [("share tags", "SHARE"), ("tags share", "TAGS"), ("tag-share-nav", "TAGS")]
)
def test_the_first_telling_word_of_a_container_decides(names, kind):
    """Whatever the order of a set would be: the result is the same in every process."""
    raw = f"<h1>Ferry</h1><p>{PROSE}</p><p>{MORE}</p><p>{LAST}</p><div class='{names}'>Roe</div>"
    page = newsparse.parse(raw, kind="html")

    (segment,) = [s for s in page.segments if s.span.slice(raw) == "Roe"]
    assert segment.kind == kind
