"""Types as a user's checker sees them: ``tests/typing/sample.py`` under mypy."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

SAMPLE = Path(__file__).resolve().parent / "typing" / "sample.py"


@pytest.fixture(scope="module")
def messages(root, tmp_path_factory) -> dict[int, str]:
    """Line -> what mypy says there, module paths left out."""
    folder = tmp_path_factory.mktemp("mypy")
    config = folder / "mypy.ini"
    config.write_text("[mypy]\n", "utf-8")  # a user's own project, not ours
    command = [sys.executable, "-m", "mypy", "--strict", "--no-error-summary", "--show-error-codes"]
    command += ["--config-file", config, "--cache-dir", folder / "cache"]
    done = subprocess.run(
        [*command, SAMPLE],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"MYPYPATH": str(root / "src")},
    )
    assert not done.stderr, done.stderr
    found: dict[int, str] = {}
    for line in done.stdout.splitlines():
        match = re.match(r".*sample\.py:(\d+): \w+: (.*)", line)
        if match and "defined here" not in match[2]:
            number = int(match[1])
            found[number] = found.get(number, "") + re.sub(r"\b[a-z_]+\.(?=\w)", "", match[2])
    return found


LINES = SAMPLE.read_text("utf-8").splitlines()
REVEALED = [(n, line) for n, line in enumerate(LINES, 1) if line.startswith("reveal_type")]
WRONG = [(n, line) for n, line in enumerate(LINES, 1) if "# error:" in line]


@pytest.mark.parametrize(("number", "line"), REVEALED, ids=lambda v: str(v)[:40])
def test_a_type_is_revealed_as_written(messages, number, line):
    """The comment names the type, any spelling of a union or a tuple."""
    wanted = line.split("  # ")[1]

    revealed = messages[number].split('"')[1]
    assert sorted(re.findall(r"\w+|\.\.\.", revealed)) == sorted(re.findall(r"\w+|\.\.\.", wanted))


@pytest.mark.parametrize(("number", "line"), WRONG, ids=lambda v: str(v)[:40])
def test_a_wrong_call_is_an_error(messages, number, line):
    """A checker stops what would raise InputError or TypeError."""
    assert any(f"[{code}]" in messages[number] for code in line.split("# error: ")[1].split())
