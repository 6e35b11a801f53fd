"""Many pages: ``parse_many``, in order, over several processes, failures as values.

Every command, engine and notebook calls this; nothing else in newsparse starts a process.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from attrs import frozen

from newsparse.config import ParseConfig
from newsparse.errors import ConfigError, InputError, NewsparseError
from newsparse.model.page import Page
from newsparse.parser import Parser

__all__ = ["Failure", "Record", "parse_many"]

Record = str | bytes | Mapping[str, Any]

WINDOW = 16
"""Records on their way per process: enough to keep a process busy, so memory stays flat."""
_KEYS = ("raw", "url", "kind")


@frozen(kw_only=True)
class Failure:
    """A record that could not be parsed; it stands at the record's place in the results.

    Attributes:
        position: Number of the record, from 0.
        error: Class name of the error.
        message: What was wrong.
    """

    position: int
    error: str
    message: str

    def __bool__(self) -> bool:
        return False


def parse_many(
    records: Iterable[Record], *, processes: int | None = None, config: ParseConfig | None = None
) -> Iterator[Page | Failure]:
    """Parse records one after the other, lazily and in order.

    Args:
        records: Pages (str or bytes) or mappings with ``raw`` and optionally ``url`` and ``kind``.
        processes: Worker processes; None or 1: this process.
        config: Settings for all records.

    Yields:
        A Page for each record, or a falsy Failure where the record is no page or its worker died.

    Raises:
        ConfigError: ``processes`` is no positive int, or ``config`` no ParseConfig.
    """
    if processes is not None and (
        not isinstance(processes, int) or isinstance(processes, bool) or processes < 1
    ):
        raise ConfigError(f"parse_many() takes processes as a positive int, got {processes!r}")
    parser = Parser(config)
    if processes is None or processes == 1:
        return (_one(parser, position, record) for position, record in enumerate(records))
    return _in_processes(parser, records, processes)


def _one(parser: Parser, position: int, record: object) -> Page | Failure:
    try:
        if isinstance(record, Mapping):
            unknown = [key for key in record if key not in _KEYS]
            if unknown or "raw" not in record:
                wrong = f"has {unknown[0]!r}" if unknown else "lacks 'raw'"
                raise InputError(f"a record takes {', '.join(_KEYS)}; this one {wrong}")
            return parser.parse(record["raw"], url=record.get("url"), kind=record.get("kind"))
        return parser.parse(record)  # type: ignore[arg-type]  # anything may come in
    except NewsparseError as error:
        return Failure(position=position, error=type(error).__name__, message=str(error))


_worker_parser: Parser | None = None


def _start_worker(parser: Parser) -> None:
    import signal

    global _worker_parser  # noqa: PLW0603  # a process pool hands its start no other place
    _worker_parser = parser
    # Ctrl-C is the parent's to handle; workers end when the pool is closed.
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _work(position: int, record: object) -> Page | Failure:
    assert _worker_parser is not None  # noqa: S101  # the pool's start has set it
    return _one(_worker_parser, position, record)


def _in_processes(
    parser: Parser, records: Iterable[Record], processes: int
) -> Iterator[Page | Failure]:
    import multiprocessing
    from concurrent.futures import Future, ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    context = multiprocessing.get_context("spawn")

    def new_pool() -> ProcessPoolExecutor:
        return ProcessPoolExecutor(
            processes, mp_context=context, initializer=_start_worker, initargs=(parser,)
        )

    pool = new_pool()
    waiting: deque[tuple[int, Record, Future[Page | Failure]]] = deque()
    numbered = enumerate(records)
    try:
        while True:
            while len(waiting) < WINDOW * processes:
                following = next(numbered, None)
                if following is None:
                    break
                position, record = following
                waiting.append((position, record, pool.submit(_work, position, record)))
            if not waiting:
                return
            position, record, future = waiting.popleft()
            try:
                yield future.result()
            except BrokenProcessPool:
                # Which record killed the worker is not told: each waiting one is tried alone.
                pool.shutdown(wait=False, cancel_futures=True)
                lost = [(position, record), *((p, r) for p, r, _ in waiting)]
                waiting.clear()
                for position, record in lost:
                    yield _alone(new_pool, position, record)
                pool = new_pool()
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _alone(new_pool: Any, position: int, record: Record) -> Page | Failure:  # noqa: ANN401
    from concurrent.futures.process import BrokenProcessPool

    with new_pool() as pool:
        try:
            found: Page | Failure = pool.submit(_work, position, record).result()
        except BrokenProcessPool:
            return Failure(
                position=position,
                error="BrokenProcessPool",
                message="the worker process died on this record",
            )
        return found
