"""``newsparse batch``: many pages over several processes, an interrupted run taken up again."""

from __future__ import annotations

import contextlib
import sys
from collections import deque
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

from attrs import frozen

from newsparse.batch import Failure, parse_many
from newsparse.cli.forms import Line
from newsparse.cli.sinks import Failures, Lines, Sink
from newsparse.cli.sources import STANDARD_INPUT, Item, files_of, items
from newsparse.config import ParseConfig
from newsparse.errors import ConfigError

__all__ = ["Order", "run"]

STEP = 16
"""Results between two looks at the progress bar; it redraws itself ten times a second."""

Progress = Callable[[int, int], None]
"""Told how many more bytes of input were read, and how many more records are done."""


@frozen(kw_only=True)
class Order:
    """What is to be done.

    Attributes:
        inputs: Files and folders; ``-`` is JSON Lines on standard input.
        output: The file to write; ``-`` is standard output.
        form: One of ``cli.forms.FORMS``.
        column: Key or column of the page in JSON Lines and Parquet.
        processes: Worker processes.
        resume: Go on where a run of the same words was interrupted.
        overwrite: Throw away what is there.
        config: Settings of the parser.
    """

    inputs: tuple[Path, ...]
    output: Path
    form: str = "json"
    column: str | None = None
    processes: int | None = None
    resume: bool = False
    overwrite: bool = False
    config: ParseConfig | None = None


def run(order: Order) -> int:
    """Do it, and return the number of records that are no pages.

    Raises:
        ConfigError: The output is there and nothing says what to do with it, or is not that of
            these inputs, or cannot be written in this form.
        OSError: An input does not exist, or the output cannot be written.
        MissingExtraError: A format needs a package that is not installed.
    """
    files = files_of(order.inputs)
    aside = None if order.output == STANDARD_INPUT else Path(f"{order.output}{SIDE}")
    sink, failures = _sink(order), Failures(aside)
    start, last = _start(order, sink, failures)
    total = sum(file.stat().st_size for file in files if file != STANDARD_INPUT)
    done = False
    try:
        with _progress(total, start) as progress:
            found = items(files, order.column, lambda size: progress(size, 0))
            _skip(order, found, start, last)
            _work(order, found, start, sink, failures, progress)
            done = True
    finally:
        sink.close(done=done)
    return failures.count


SIDE = ".failures.jsonl"
"""What the name of the side file has behind that of the output."""


def _sink(order: Order) -> Sink:
    if order.output.suffix == ".parquet":
        if order.form != "json":
            raise ConfigError(f"Parquet holds whole pages; it takes no --as {order.form}")
        from newsparse.cli.parquet import Parquet

        return Parquet(order.output, order.config)
    return Lines(None if order.output == STANDARD_INPUT else order.output)


def _start(order: Order, sink: Sink, failures: Failures) -> tuple[int, str | None]:
    """Return how many records are done, and the file of the last one that is a page."""
    if failures.path is None:
        return sink.take_up()
    if order.resume:
        pages, last = sink.take_up()
        return failures.take_up(pages), last
    if order.output.exists() and not order.overwrite:
        raise ConfigError(f"{order.output} is there; use --resume to go on or --overwrite")
    sink.forget()
    failures.path.unlink(missing_ok=True)
    return sink.take_up()


def _skip(order: Order, found: Iterator[Item], start: int, last: str | None) -> None:
    """Pass over what is done; the last of it must be what the output ends with."""
    passed = deque(islice(found, start), maxlen=1)
    if start and (not passed or passed[0].name != last):
        name = passed[0].name if passed else "the end of the input"
        raise ConfigError(f"{order.output} ends with {last}, where these inputs have {name}")


def _work(
    order: Order,
    found: Iterator[Item],
    start: int,
    sink: Sink,
    failures: Failures,
    progress: Progress,
) -> None:
    waiting: deque[Item] = deque()

    def records() -> Iterator[object]:
        for item in found:
            waiting.append(item)
            yield item.record

    make = None if order.output.suffix == ".parquet" else Line(order.form)
    results: Iterator[object] = parse_many(
        records(),  # type: ignore[arg-type]  # an item without a record becomes a failure
        processes=order.processes,
        config=order.config,
        make=make,  # type: ignore[arg-type]  # None: the page itself
    )
    with contextlib.closing(results):  # type: ignore[type-var]  # a generator
        for position, result in enumerate(results, start):
            item = waiting.popleft()
            if isinstance(result, Failure):
                failures.write(item, position, result.error, item.problem or result.message)
            else:
                sink.write(item.name, item.key, result)
            progress(0, 1)


@contextlib.contextmanager
def _progress(total: int, start: int) -> Iterator[Progress]:
    """Show a bar with rate and time left on a terminal; nothing in a pipe."""
    if not sys.stderr.isatty():
        yield lambda _, __: None
        return
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        Progress,
        TaskProgressColumn,
        TextColumn,
        TimeRemainingColumn,
    )

    columns = (
        BarColumn(),
        TaskProgressColumn(),
        TextColumn("{task.fields[records]:,} records, {task.fields[rate]:,.0f}/s"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task("", total=total or None, records=start, rate=0.0)
        count = [start, start]

        def step(size: int, records: int) -> None:
            count[0] += records
            if size:
                bar.update(task, advance=size)
            if records and count[0] - count[1] >= STEP:
                count[1] = count[0]
                elapsed = bar.tasks[0].elapsed or 1.0
                bar.update(task, records=count[0], rate=(count[0] - start) / elapsed)

        yield step
        bar.update(task, records=count[0])
