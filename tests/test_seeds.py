"""Every page in ``seeds/`` is read as its expectation says, to the letter."""

from __future__ import annotations

import subprocess
import sys
from itertools import pairwise

import pytest
from checking import seed_checks
from seed_pages import SEEDS

import newsparse

TEXT_SEEDS = 8
"""Plain-text pages there must be at least, as promised in the first issue."""


@pytest.mark.parametrize("seed", SEEDS, ids=str)
def test_a_seed_page_is_read_as_expected(seed):
    """All checks hold but those listed under ``known_failures``, and those do fail."""
    page = newsparse.parse(seed.content)
    known = seed.want.get("known_failures", {})

    failed = {c.name: c.got for c in seed_checks(page, seed.raw, seed.want) if not c.holds}
    shown = "\n".join(f"  {name}: {str(got)[:200]}" for name, got in failed.items())
    assert set(failed) == set(known), f"{seed.name} differs:\n{shown}"


@pytest.mark.parametrize("seed", SEEDS, ids=str)
def test_a_seed_page_reads_the_same_as_str(seed):
    """Decoding by the page and by the caller come to the same."""
    assert newsparse.parse(seed.content).segments == newsparse.parse(seed.raw).segments


def test_offsets_are_those_of_the_quoted_words(root):
    """Rows that quote words have their offsets; the message has the command that fills them in."""
    script = root / "tools" / "seed_offsets.py"
    done = subprocess.run(
        [sys.executable, script, "--check"], capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stdout + done.stderr


def test_there_are_pages_of_every_sort():
    """Text first: most pages have lost their markup; several languages; some are no article."""
    texts = [seed for seed in SEEDS if seed.path.suffix == ".txt"]

    assert len(texts) >= TEXT_SEEDS
    assert len(SEEDS) - len(texts) >= 4
    assert {"en", "de", "fr", "es"} <= {seed.want.get("language") for seed in SEEDS}
    assert {"whole", "teasers", "not_article", "paywalled"} <= {
        seed.want["completeness"] for seed in SEEDS
    }
    assert any("\r\n" in seed.raw for seed in texts)
    assert any(seed.want.get("headline") == "" for seed in texts)


def test_rows_of_an_expectation_ascend():
    """Expectations are sound themselves: rows in page order, inside the page, of known labels."""
    for seed in SEEDS:
        rows = seed.want["segments"]
        assert all(a[1] <= b[0] for a, b in pairwise(rows)), seed.name
        assert all(0 <= start < end <= len(seed.raw) for start, end, *_ in rows), seed.name


def test_offsets_are_filled_in_from_words(root, tmp_path):
    """From the words to the line's end, to other words, or just them; wrong words are named."""
    script = root / "tools" / "seed_offsets.py"
    (tmp_path / "a.txt").write_bytes("Ein Titel\r\n\r\nÄtsch, sagte er. Foto: A\r\n".encode())
    rows = [
        '[0, 0, "HEADLINE", ""],  # "Ein"',
        '[0, 0, "BODY", ""],  # "Ätsch" to "er."',
        '[9, 9, "ATTRIBUTION", ""],  # just "Foto: A"',
    ]
    path = tmp_path / "a.expected.toml"
    path.write_text("segments = [\n" + "\n".join(rows) + "\n]\n", "utf-8")
    command = [sys.executable, script, path]
    subprocess.run(command, check=True)

    assert [line.split("]")[0] for line in path.read_text("utf-8").splitlines()[1:4]] == [
        '[0, 9, "HEADLINE", ""',
        '[13, 29, "BODY", ""',
        '[30, 37, "ATTRIBUTION", ""',
    ]
    path.write_text('segments = [\n[0, 0, "BODY", ""],  # "Quatsch"\n]\n', "utf-8")
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "a.expected.toml:2: not on the page behind offset 0: 'Quatsch'" in done.stderr
