"""Training: the same weights from the same pages, and what was finished is not done again."""

from __future__ import annotations

import json

import pytest

from newsparse.labelling.features.genre import QUESTIONS
from newsparse.labelling.scoring import ROLE_LABELS
from newsparse.labelling.weights import load_weights
from newsparse.training.__main__ import main

SITES = 6
PAGES = 4
SENTENCES = (
    "The harbour office opened its doors at six, an hour before the first boat was due.",
    "Nobody had told the fishermen, who were mending nets, that the crane had been sold.",
    "It was built in 1931, repaired twice, and never once inspected, as its keeper admits.",
)


def html(site, number, kind):
    """A page of a site: a story, or a list of links that counts as body there."""
    menu = "".join(f"<li><a href='/{n}'>Part {n} of {site}</a></li>" for n in range(20))
    foot = "".join(f"<p><a href='/f{n}'>Notice {n}</a></p>" for n in range(16))
    story = "".join(f"<p>{SENTENCES[(number + n) % 3]} Line {n}.</p>" for n in range(6))
    links = "".join(f"<li><a href='/x{n}'>Thing {n} of {number}</a> $4</li>" for n in range(12))
    main_part = story if kind == "article" else f"<ul>{links}</ul>"
    return (
        f"<body><nav><ul>{menu}</ul></nav><h1>Crane {number} of {site} leaves the harbour</h1>"
        f"<div class='byline'>By Ada Example</div><div class='main'>{main_part}</div>{foot}</body>"
    )


def record(site, number):
    """A page in the training form."""
    kind = "listing" if number == PAGES - 1 else "article"
    story = "\n\n".join(f"{SENTENCES[(number + n) % 3]} Line {n}." for n in range(6))
    links = "\n\n".join(f"Thing {n} of {number} $4" for n in range(12))
    return {
        "id": f"own/{site}-{number}", "group": site, "part": "train", "lang": "en",
        "page_type": kind, "html": html(site, number, kind),
        "truth": {
            "headline": f"Crane {number} of {site} leaves the harbour",
            "body": story if kind == "article" else links,
            "authors": ["Ada Example"],
        },
    }  # fmt: skip


@pytest.fixture(scope="module")
def learnt(tmp_path_factory):
    """Train twice from the start and once from a folder that has a table already."""
    folder = tmp_path_factory.mktemp("training")
    records = [record(f"site{s}", n) for s in range(SITES) for n in range(PAGES)]
    pages = folder / "own.jsonl"
    pages.write_text("\n".join(map(json.dumps, records)), "utf-8")
    for name in ("one", "two"):
        work = str(folder / f"w{name}")
        main(["--html", str(pages), "--out", str(folder / name), "--work", work])
    kept = folder / "wone" / "html.deck.json"
    table = json.loads(kept.read_text("utf-8")) | {"base": 0.125}
    kept.write_text(json.dumps(table), "utf-8")
    main(["--html", str(pages), "--out", str(folder / "again"), "--work", str(folder / "wone")])
    return {name: (folder / name).read_bytes() for name in ("one", "two", "again")}


def test_the_same_pages_give_the_same_bytes(learnt):
    """From one seed."""
    assert learnt["one"] == learnt["two"]


def test_every_question_of_a_page_has_a_table(learnt):
    """Body in two passes, headline, roles, and what the page is like."""
    asked = {"first", "second", "headline", *QUESTIONS, *(label.lower() for label in ROLE_LABELS)}

    assert set(load_weights(learnt["one"], "one").tables) == {f"html.{name}" for name in asked}


def test_a_finished_table_is_taken_from_the_work_folder(learnt):
    """So a run that was ended goes on where it stopped."""
    one, again = (load_weights(learnt[name], name).tables for name in ("one", "again"))

    assert again["html.deck"].base != one["html.deck"].base
    assert again["html.second"].singles == one["html.second"].singles
