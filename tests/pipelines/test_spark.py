"""Spark gives what ``parse`` gives, record by record, on a real cluster of two local executors."""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path

import pytest
from seed_pages import SEEDS

import newsparse

pytest.importorskip("pyspark")
RECORDS = 20_000


@pytest.fixture(scope="module")
def session(tmp_path_factory):
    """Driver and executors are processes of their own, as on many machines."""
    import pyspark
    from pyspark.sql import SparkSession

    os.environ["PYSPARK_PYTHON"] = sys.executable
    os.environ["SPARK_HOME"] = str(Path(pyspark.__file__).parent)  # where executors start from
    os.environ["SPARK_WORKER_DIR"] = str(tmp_path_factory.mktemp("spark"))
    builder = SparkSession.builder.master("local-cluster[2,1,1024]")
    settings = {"ui.enabled": "false", "driver.host": "127.0.0.1", "executor.memory": "1g"}
    for name, value in settings.items():
        builder = builder.config(f"spark.{name}", value)
    session = builder.getOrCreate()
    yield session
    session.stop()


@pytest.mark.parametrize("count", [100, pytest.param(RECORDS, marks=pytest.mark.slow)])
def test_rows_are_what_parse_many_gives(session, count):
    """Compared by checksum: the pages of 20,000 records are more than a driver's memory holds."""
    from pyspark.sql.functions import sha2

    from newsparse.pipelines.spark import SCHEMA, parse_batches

    pages = newsparse.parse_many(seed.raw for seed in SEEDS)
    want = [hashlib.sha256(page.to_json().encode()).hexdigest() for page in pages]
    frame = session.createDataFrame([(SEEDS[n % len(SEEDS)].raw,) for n in range(count)], ["raw"])
    found = frame.mapInArrow(parse_batches, SCHEMA)
    rows = found.select(sha2("page", 256).alias("sum"), "error").collect()

    assert len(rows) == count
    assert all(row.sum == want[n % len(want)] and row.error is None for n, row in enumerate(rows))


def test_the_sql_function_gives_the_same_page(session):
    from newsparse.pipelines.spark import register

    register(session)
    session.createDataFrame([(SEEDS[0].raw,)], ["raw"]).createOrReplaceTempView("pages")
    row = session.sql("SELECT newsparse(raw) AS page FROM pages").collect()[0]

    assert row.page == newsparse.parse(SEEDS[0].raw).to_json()
