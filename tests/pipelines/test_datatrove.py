"""datatrove: the extractor in a real pipeline."""

from __future__ import annotations

import json

import pytest
from seed_pages import SEEDS

import newsparse

pytest.importorskip("datatrove")


def test_a_pipeline_writes_the_stories(tmp_path):
    from datatrove.executor import LocalPipelineExecutor
    from datatrove.pipeline.readers import JsonlReader
    from datatrove.pipeline.writers import JsonlWriter

    from newsparse.pipelines.datatrove import Newsparse

    folder = tmp_path / "in"
    folder.mkdir()
    rows = [json.dumps({"text": seed.raw, "id": seed.name}) for seed in SEEDS]
    (folder / "a.jsonl").write_text("\n".join(rows), "utf-8")
    steps = [
        JsonlReader(str(folder)),
        Newsparse(timeout=60),
        JsonlWriter(str(tmp_path / "out"), output_filename="o.jsonl", compression=None),
    ]
    LocalPipelineExecutor(pipeline=steps, logging_dir=str(tmp_path / "logs")).run()
    lines = (tmp_path / "out" / "o.jsonl").read_text("utf-8").splitlines()
    found = {row["id"]: row["text"] for row in map(json.loads, lines)}

    want = {s.name: newsparse.export.to_text(newsparse.parse(s.raw)) for s in SEEDS}
    assert found == {name: text for name, text in want.items() if text}
