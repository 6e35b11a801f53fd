"""The wheel holds the code, its type marker, the language packs and the weights, nothing else."""

from __future__ import annotations

import subprocess
import sys
import zipfile

import pytest

MAX_BYTES = 2_000_000
"""Size of the wheel that is still worth no thought in a serverless function or a container."""
SUFFIXES = (".py", ".toml", ".typed", ".unicode", ".json", ".md", ".txt", ".gz")
"""Code, packs, type marker, CLDR notice, weights with their card."""


@pytest.fixture(scope="module")
def wheel(root, tmp_path_factory) -> zipfile.ZipFile:
    """A wheel built from this checkout, as an installer would build it."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder],
        cwd=root,
        check=True,
        capture_output=True,
    )
    return zipfile.ZipFile(next(folder.glob("newsparse-*-py3-none-any.whl")))


def test_the_wheel_holds_what_the_code_reads(wheel, root):
    """Every file of the source folder, packs and weights among them."""
    source = root / "src"
    files = {
        path.relative_to(source).as_posix()
        for path in (source / "newsparse").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }

    assert files <= set(wheel.namelist())
    assert "newsparse/py.typed" in files
    assert "newsparse/languages/data/en.toml" in files
    assert "newsparse/languages/data/LICENSE.unicode" in files


def test_the_wheel_holds_nothing_else(wheel):
    """No tests, no seeds, no notes: only the package and what describes it."""
    names = wheel.namelist()

    strays = [n for n in names if not n.startswith(("newsparse/", "newsparse-0.1.0.dist-info/"))]
    assert not strays
    inside = [n for n in names if n.startswith("newsparse/")]
    assert not [n for n in inside if not n.endswith(SUFFIXES)]


def test_the_wheel_names_licence_entry_point_and_dependencies(wheel):
    """Three dependencies, the rest are extras; the licence files travel with it."""
    info = "newsparse-0.1.0.dist-info"
    metadata = wheel.read(f"{info}/METADATA").decode()
    needed = [line for line in metadata.splitlines() if line.startswith("Requires-Dist:")]

    core = sorted(line.split()[1].split(">")[0] for line in needed if "extra ==" not in line)
    assert core == ["attrs", "dateparser", "regex"]
    assert "newsparse = newsparse.cli:main" in wheel.read(f"{info}/entry_points.txt").decode()
    assert f"{info}/licenses/LICENSE" in wheel.namelist()
    assert f"{info}/licenses/src/newsparse/languages/data/LICENSE.unicode" in wheel.namelist()


def test_the_wheel_is_small(wheel):
    """Weights and packs included."""
    assert sum(entry.compress_size for entry in wheel.infolist()) <= MAX_BYTES
