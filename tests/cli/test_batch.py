"""``newsparse batch``: every record once, in order, whatever interrupts it."""

from __future__ import annotations

import gzip
import io
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pyarrow.parquet as pq
import pytest
import zstandard
from run_processes import alive
from seed_pages import SEEDS

import newsparse

PATIENCE = 60.0
"""Seconds within which a run of a few hundred pages has long ended."""
COMMAND = [sys.executable, "-m", "newsparse"]


def run(*words) -> subprocess.CompletedProcess:
    return subprocess.run([*COMMAND, *map(str, words)], capture_output=True, text=True, check=False)


def wait_for(what: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not what():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def read(path) -> list[dict]:
    content = path.read_bytes()
    if path.suffix == ".gz":
        content = gzip.decompress(content)
    if path.suffix == ".zst":
        frames = io.BytesIO(content)
        reader = zstandard.ZstdDecompressor().stream_reader(frames, read_across_frames=True)
        content = reader.read()
    return [json.loads(line) for line in content.splitlines()]


PAGES = 620
"""More than two blocks of compressed lines and one part of Parquet."""
ENDINGS = ("jsonl", "jsonl.gz", "jsonl.zst", "parquet")


def page(number: int) -> str:
    """A page that is read in no time; towards the end a long one, so that a run can be killed."""
    if number < 500:
        return f"Weir keeper retires, part {number}\n\nBy Ada Example\n\nHe opened the weir."
    return SEEDS[number % len(SEEDS)].raw


@pytest.fixture(scope="module")
def crawl(tmp_path_factory):
    """JSON Lines of 620 pages, among them lines that are none."""
    path = tmp_path_factory.mktemp("in") / "crawl.jsonl"
    rows = [json.dumps({"raw": page(n), "id": n}) for n in range(PAGES)]
    for place in (0, 300, 301, 619):
        rows[place] = '{"raw": 5}' if place % 2 else "no JSON"
    path.write_text("\n".join(rows) + "\n", "utf-8")
    return path


@pytest.fixture(scope="module")
def undisturbed(crawl, tmp_path_factory):
    """The output of a run that nothing interrupts, by its ending; side files are beside them."""
    folder = tmp_path_factory.mktemp("whole")
    found = {ending: folder / f"whole.{ending}" for ending in ENDINGS}
    for path in found.values():
        done = run("batch", crawl, "-o", path, "-j", 2)
        assert (done.returncode, done.stdout) == (3, "")
        side = f"{path}.failures.jsonl"
        assert done.stderr == f"newsparse: 4 records are no pages, see {side}\n"
    return found


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_killed_run_is_taken_up_as_if_nothing_had_been(crawl, undisturbed, tmp_path, ending):
    """Pages and failures byte for byte those of an undisturbed run."""
    whole, cut = undisturbed[ending], tmp_path / f"cut.{ending}"
    process = subprocess.Popen(
        [*COMMAND, "batch", crawl, "-o", cut, "-j", "2"], start_new_session=True
    )
    there = tmp_path / f"cut.{ending}.parts" / "part-000000.parquet"
    grown = (lambda: False) if ending == "parquet" else (lambda: cut.stat().st_size > 20_000)
    wait_for(lambda: there.exists() or (cut.exists() and grown()))
    os.killpg(process.pid, signal.SIGKILL)
    assert process.wait() == -signal.SIGKILL
    resumed = run("batch", crawl, "-o", cut, "-j", 2, "--resume")

    assert resumed.returncode == 3, resumed.stderr
    sides = [path.with_name(f"{path.name}.failures.jsonl") for path in (whole, cut)]
    assert sides[0].read_bytes() == sides[1].read_bytes()
    assert [row["position"] for row in read(sides[0])] == [0, 300, 301, 619]
    if ending == "parquet":
        assert pq.read_table(whole).equals(pq.read_table(cut))
        assert not list(tmp_path.glob("*.parts"))
    else:
        assert whole.read_bytes() == cut.read_bytes()


DEAF = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); "
"""What a script starts in the background is born deaf to Ctrl-C, and so are its children."""


def test_ctrl_c_ends_a_run_that_can_be_taken_up(crawl, undisturbed, tmp_path):
    """Its status says so, no worker is left, and nothing is lost."""
    out = tmp_path / "whole.jsonl"
    code = f"{DEAF} import sys; from newsparse.cli import main; sys.exit(main(sys.argv[1:]))"
    process = subprocess.Popen(
        [sys.executable, "-c", code, "batch", crawl, "-o", out, "-j", "2"],
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    wait_for(lambda: out.exists() and out.stat().st_size > 20_000)
    os.killpg(process.pid, signal.SIGINT)
    said = process.communicate(timeout=PATIENCE)[1]

    assert process.returncode == 130
    assert not said.strip()
    wait_for(lambda: not alive(process.pid))
    assert run("batch", crawl, "-o", out, "-j", 2, "--resume").returncode == 3
    assert out.read_bytes() == undisturbed["jsonl"].read_bytes()


def test_a_finished_run_that_is_taken_up_stays_as_it_is(crawl, undisturbed, tmp_path):
    out = tmp_path / "whole.jsonl.gz"
    for path in undisturbed["jsonl.gz"].parent.glob("whole.jsonl.gz*"):
        shutil.copy(path, tmp_path)
    before = out.read_bytes()

    assert run("batch", crawl, "-o", out, "--resume").returncode == 3
    assert out.read_bytes() == before


def test_lines_are_the_pages(tmp_path):
    """Of a folder in the order of its names; Page.from_dict reads them."""
    folder = tmp_path / "pages"
    folder.mkdir()
    for seed in SEEDS:
        (folder / seed.path.name).write_bytes(seed.content)
    (folder / "notes.pdf").write_bytes(b"none of ours")
    out = tmp_path / "out.jsonl"
    done = run("batch", folder, "-o", out)

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    rows = read(out)
    assert [row["file"] for row in rows] == sorted(str(folder / s.path.name) for s in SEEDS)
    by_name = {str(folder / seed.path.name): seed for seed in SEEDS}
    for row in rows:
        page = newsparse.parse(by_name[row["file"]].content)
        assert newsparse.Page.from_dict(row) == page
    assert not out.with_name("out.jsonl.failures.jsonl").exists()


def test_output_of_one_run_is_input_of_another(undisturbed, tmp_path):
    """JSON Lines and Parquet give the same pages again."""
    texts = []
    for ending in ("jsonl.zst", "parquet"):
        out = tmp_path / f"{ending}.text.jsonl"
        assert run("batch", undisturbed[ending], "-o", out, "--as", "text").returncode == 0
        texts.append([row["text"] for row in read(out)])

    assert len(texts[0]) == PAGES - 4
    assert texts[0] == texts[1]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["batch", "{in}", "-o", "{in}"], "is there; use --resume to go on or --overwrite"),
        (["batch", "nowhere", "-o", "{out}"], "nowhere: No such file or directory"),
        (["batch", "{in}"], "Missing option '-o'"),
        (["batch", "{in}", "-o", "{out}.parquet", "--as", "tei"], "Parquet holds whole pages"),
        (["explain", "{in}", "--at", "99999999"], "lies behind the end of the page"),
        (["eval", "{in}"], "takes 'expected' with some of headline"),
        (["view"], "Missing argument 'FILE'"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(words, said, tmp_path):
    path = tmp_path / "in.jsonl"
    path.write_text('{"raw": "A."}\n', "utf-8")
    done = run(*(w.replace("{in}", str(path)).replace("{out}", f"{tmp_path}/out") for w in words))

    assert done.returncode == 2
    assert said in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_another_input_is_not_appended(crawl, undisturbed, tmp_path):
    """Nothing of the output is lost either."""
    out = Path(shutil.copy(undisturbed["jsonl"], tmp_path))
    other = tmp_path / "other.jsonl"
    other.write_bytes(crawl.read_bytes())

    assert "where these inputs have" in run("batch", other, "-o", out, "--resume").stderr
    assert read(out) == read(undisturbed["jsonl"])


def test_view_explain_and_schema():
    path = next(seed.path for seed in SEEDS if seed.name == "ferries-en")
    assert run("view", path).stdout == newsparse.export.to_html_view(
        newsparse.parse(path.read_bytes())
    )
    assert "HEADLINE" in run("explain", path).stdout
    assert json.loads(run("schema").stdout) == newsparse.export.json_schema()
    assert run("parse", path).stdout == run(path).stdout


def test_eval_scores_what_is_expected_and_nothing_else(tmp_path):
    """One right headline, one wrong; a key that is not there is not scored."""
    text = (
        "Weir keeper retires after 52 years\n\nBy Ada Example\n19 March 2024\n\nHe opened the weir."
    )
    rows = [
        {"text": text, "expected": {"headline": "Weir keeper retires after 52 years"}},
        {"text": text, "expected": {"headline": "Another", "published": "2024-03-19"}},
    ]
    path = tmp_path / "labelled.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    found = json.loads(run("eval", path, "--json").stdout)

    assert found["measures"] == {
        "headline": {"pages": 2, "mean": 0.5},
        "published": {"pages": 1, "mean": 1.0},
    }
    assert f"0.000 {path}:2" in run("eval", path, "--worst", 1).stdout


def test_without_the_extra_commands_say_how_to_get_it_and_files_still_work(tmp_path):
    """As installed with newsparse alone."""
    code = (
        "import sys; sys.modules['click'] = None\n"
        "from newsparse.cli import main\nsys.exit(main(sys.argv[1:]))"
    )
    page = tmp_path / "a.txt"
    page.write_text("A title\n\nA story.", "utf-8")
    command = [sys.executable, "-c", code]
    done = subprocess.run([*command, "view", page], capture_output=True, text=True, check=False)

    assert done.returncode == 2
    assert 'pip install "newsparse[cli]"' in done.stderr
    assert subprocess.run([*command, page], capture_output=True, check=False).returncode == 0


def test_a_shell_can_complete_commands():
    environment = {"_NEWSPARSE_COMPLETE": "bash_complete", "COMP_WORDS": "newsparse ba"}
    done = subprocess.run(
        COMMAND,
        env=os.environ | environment | {"COMP_CWORD": "1"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert "plain,batch" in done.stdout
