"""The command ``newsparse``, run as users run it: in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from run_processes import on_terminal
from seed_pages import SEEDS

import newsparse
from newsparse.model.page import Page

FERRIES = next(str(seed.path) for seed in SEEDS if seed.name == "ferries-en")
STELLWERK = next(str(seed.path) for seed in SEEDS if seed.name == "stellwerk-de")
ESCAPE = "\x1b["


def run(*words: str, given: bytes | None = None, **environment: str):
    return subprocess.run(
        [sys.executable, "-m", "newsparse", *words],
        input=given,
        capture_output=True,
        check=False,
        env=os.environ | environment,
    )


def shown_to(*words: str, **environment: str) -> str:
    """Return what a terminal shows."""
    command = [sys.executable, "-m", "newsparse", *words]
    status, shown = on_terminal(command, stream="stdout", **environment)
    assert status == 0
    return shown


def test_a_page_is_shown_with_its_values_and_its_partition():
    """Offsets that are shown are those of the page."""
    done = run(FERRIES)
    text = done.stdout.decode()
    page = newsparse.parse(Path(FERRIES).read_bytes())

    assert done.returncode == 0
    assert not done.stderr
    assert text.startswith(FERRIES)
    assert f"HEADLINE    {page.headline.text}" in text
    assert "Petra Quill, Coastwire" in text
    assert "Henrik Lauder: " in text
    for segment in page.segments:
        if segment.label not in ("SPACE", "MARKUP", "BOILERPLATE"):
            assert f"{segment.span.start:>8} {segment.span.end:>8}  {segment.label}" in text
    assert "BOILERPLATE COMMENTS" in text


def test_a_pipe_gets_no_colours_and_full_lines_of_fixed_width():
    """Nothing to strip for whoever reads the output."""
    text = run(FERRIES, STELLWERK).stdout.decode()

    assert ESCAPE not in text
    assert max(map(len, text.splitlines()[1:])) <= 100


def test_a_terminal_gets_colours_unless_it_refuses():
    """NO_COLOR with any value, and TERM=dumb, turn them off."""
    assert ESCAPE in shown_to(FERRIES)
    assert ESCAPE not in shown_to(FERRIES, NO_COLOR="1")
    assert ESCAPE not in shown_to(FERRIES, TERM="dumb")


def test_json_lines_hold_whole_pages_in_order():
    """One page a line, each with its file; Page.from_json reads it."""
    done = run("--json", FERRIES, STELLWERK)
    lines = done.stdout.decode("ascii").splitlines()

    assert [json.loads(line)["file"] for line in lines] == [FERRIES, STELLWERK]
    for line, name in zip(lines, (FERRIES, STELLWERK), strict=True):
        assert Page.from_json(line) == newsparse.parse(Path(name).read_bytes())


def test_standard_input_is_read_as_bytes():
    """Windows-1252 from a pipe is decoded as it is from a file."""
    done = run("--json", "-", given="Grüße aus Köln – bis bald.".encode("windows-1252"))
    page = json.loads(done.stdout)

    assert page["raw"] == "Grüße aus Köln – bis bald."
    assert page["encoding"] == "windows-1252"
    assert page["file"] == "-"


def test_kind_and_address_are_handed_on():
    """HTML is left alone where the caller says that it is text."""
    done = run("--json", "--kind", "text", "--url", "https://a.example/x", "-", given=b"<p>A</p>")
    page = json.loads(done.stdout)

    assert page["kind"] == "text"
    assert page["url"] == "https://a.example/x"


def test_version():
    """The version and nothing else."""
    assert run("--version").stdout.decode() == f"newsparse {newsparse.__version__}\n"


def test_help_names_options_and_exit_status():
    """All that a newcomer needs."""
    text = run("--help").stdout.decode()

    for word in ("--json", "--kind", "--url", "--version", "FILE", "exit status", "NO_COLOR"):
        assert word in text


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("no-such-page.txt",), "no-such-page.txt: No such file or directory"),
        ((".",), ".: Is a directory"),
        (("--jason", "a.txt"), "unrecognized arguments: --jason"),
        (("--kind", "pdf", "a.txt"), "invalid choice: 'pdf'"),
        (("--url", "https://a.example", "a.txt", "b.txt"), "--url: takes one FILE, got 2"),
        ((), "required: FILE"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(words, said):
    """Exit status 2, one line on standard error, nothing on standard output."""
    done = run(*words)
    lines = done.stderr.decode().splitlines()

    assert done.returncode == 2
    assert not done.stdout
    assert len(lines) == 1
    assert lines[0].startswith("newsparse: error: ")
    assert said in lines[0]


def test_a_missing_file_does_not_stop_the_others():
    """As with cat: the rest is read, the status remembers."""
    done = run("--json", "no-such-page.txt", FERRIES)

    assert done.returncode == 2
    assert len(done.stdout.splitlines()) == 1


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\xff\xfe\x00\x01",
        "\x1b]0;owned\x07\x1b[2J Title\u202e\n\nA sentence that is shown.".encode(),
        "<h1>\ud800</h1>".encode("utf-8", "surrogatepass"),
    ],
    ids=["empty", "binary", "escape sequences", "half a pair"],
)
def test_any_content_is_shown_and_cannot_drive_the_terminal(raw):
    """No control character of a page reaches the screen."""
    done = run("-", given=raw)

    assert done.returncode == 0
    assert not done.stderr
    text = done.stdout.decode()
    assert not [c for c in text if not c.isprintable() and c != "\n"]


def test_output_that_is_no_longer_read_ends_quietly():
    """``newsparse … | head`` leaves no traceback."""
    process = subprocess.Popen(
        [sys.executable, "-m", "newsparse", "--json", *[FERRIES] * 40],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    process.stdout.close()
    said = process.stderr.read()
    process.stderr.close()

    assert process.wait() == 1
    assert said == b""


def test_a_name_in_odd_letters_is_shown_on_any_terminal(tmp_path):
    """An ASCII-only locale gets escapes instead of an error."""
    path = tmp_path / "größe.txt"
    path.write_text("Ein Titel\n\nEin Satz „mit Zeichen“ darin.", "utf-8")
    done = run(str(path), PYTHONIOENCODING="ascii", PYTHONUTF8="0", LC_ALL="C")

    assert done.returncode == 0
    assert not done.stderr
