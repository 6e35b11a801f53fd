"""``newsparse batch``: whatever it reads, and what it shows while it does."""

from __future__ import annotations

import gzip
import json
import re
import subprocess
import sys

import pyarrow as pa
import pyarrow.parquet as pq
import zstandard
from run_processes import on_terminal

COMMAND = [sys.executable, "-m", "newsparse", "batch"]
STORY = (
    "Weir keeper retires after 52 years\n\nBy Ada Example\n\nHe opened the weir for the last time."
)
HTML = f"<h1>Weir keeper retires</h1><p>{STORY}"
ESCAPE = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


def archive() -> bytes:
    """A WET record."""
    head = (
        "WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: https://a.example/1\r\n"
        "WARC-Date: 2024-03-05T10:00:00Z\r\nContent-Type: text/plain\r\n"
        f"Content-Length: {len(STORY)}\r\n\r\n"
    )
    return f"{head}{STORY}\r\n\r\n".encode()


def test_every_kind_of_input_gives_its_pages(tmp_path):
    """Of a folder and standard input in one run; what is broken is a failure in its place."""
    pack = zstandard.ZstdCompressor().compress
    line = json.dumps({"text": STORY, "id": "x"}).encode() + b"\n"
    contents = {
        "a.txt": STORY.encode(),
        "b.html.gz": gzip.compress(HTML.encode()),
        "c.text.zst": pack(STORY.encode()),
        "d/d.jsonl": line * 2,
        "d/e.ndjson.gz": gzip.compress(line),
        "d/f.jsonl.zst": pack(line),
        "g.warc": archive(),
        "h.wet.gz": gzip.compress(archive()),
        "i.warc.zst": pack(archive()),
        "k.txt.gz": gzip.compress(STORY.encode())[:-12],
        "l.txt.zst": pack(STORY.encode())[:-12],
        "m.jsonl.zst": b"no frame",
        "n.parquet": b"no Parquet",
        "o.png": b"not ours",
    }
    folder = tmp_path / "in"
    (folder / "d").mkdir(parents=True)
    for name, content in contents.items():
        (folder / name).write_bytes(content)
    pq.write_table(pa.table({"html": [HTML], "url": ["https://a.example/2"]}), folder / "j.parquet")
    out = tmp_path / "out.jsonl"
    done = subprocess.run(
        [*COMMAND, folder, "-", "-o", out, "-j", "1"], input=line, capture_output=True, check=False
    )

    assert done.returncode == 3, done.stderr
    rows = [json.loads(row) for row in out.read_bytes().splitlines()]
    names = [row["file"].removeprefix(f"{folder}/") for row in rows]
    want = ["a.txt", "b.html.gz", "c.text.zst", "d/d.jsonl#0", "d/d.jsonl#1", "d/e.ndjson.gz#0"]
    want += ["d/f.jsonl.zst#0", "g.warc#0", "h.wet.gz#0", "i.warc.zst#0", "j.parquet#0", "-#0"]
    assert names == want
    assert {row["raw"] for row in rows if row["kind"] == "text"} == {STORY}
    assert [row["kind"] for row in rows].count("html") == 2
    assert [row["url"] for row in rows if row["url"]] == [
        *["https://a.example/1"] * 3,
        "https://a.example/2",
    ]
    failures = (tmp_path / "out.jsonl.failures.jsonl").read_bytes().splitlines()
    broken = [json.loads(row)["file"].removeprefix(f"{folder}/") for row in failures]
    assert broken == ["k.txt.gz#0", "l.txt.zst#0", "m.jsonl.zst#0", "n.parquet#0"]


def test_a_terminal_shows_records_rate_and_time_left(tmp_path):
    """The bar grows; at its end all records are counted. (A pipe: see test_batch.py.)"""
    path, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    lines = (json.dumps({"raw": f"{STORY} {n}. {STORY * 12}"}) for n in range(180))
    path.write_text("\n".join(lines), "utf-8")
    status, shown = on_terminal([*COMMAND, path, "-o", out, "-j", "1"], stream="stderr")
    shown = ESCAPE.sub("", shown)

    assert status == 0
    seen = re.findall(r"(\d+)% ([\d,]+) records, ([\d,]+)/s (\S+)", shown)
    percents, counts, rates, left = zip(*seen, strict=True)
    assert len(set(percents)) > 3
    assert [int(count) for count in counts] == sorted(int(count) for count in counts)
    assert (percents[-1], counts[-1], left[-1]) == ("100", "180", "0:00:00")
    assert int(rates[-1]) > 0
    assert any(re.fullmatch(r"0:00:0[1-9]", time) for time in left), left
