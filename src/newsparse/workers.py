"""Worker processes: records out, results back, a dead worker costs its record and no more.

Each worker has a thread of the caller's process that talks to it, so a worker never waits for
whoever reads the results. In: a picklable job and picklable records. Out: numbered results as they
become ready. Nothing else in newsparse starts a process.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import pickle
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection
from queue import Empty, SimpleQueue
from typing import Any

from attrs import field, frozen

__all__ = ["Died", "NotStarted", "Workers"]

AHEAD = 3
"""Records that a worker holds: one at work, one to go on with while its thread here waits for its
turn (5 ms in CPython, the time of two short pages), one to spare."""
ENDING = 5.0
"""Seconds given to a worker to end before it is killed; it ends at once unless it is stopped."""

Job = Callable[[int, Any], Any]
Task = tuple[int, Any]


@frozen
class Died:
    """Stands for the result of a record whose worker died.

    Attributes:
        how: ``killed by signal 9``, ``exit status 1``.
    """

    how: str


class NotStarted(Exception):  # noqa: N818  # an event, turned into a ConfigError for users
    """A worker ended before it took its first record."""


@frozen
class _Worker:
    """A process and the caller's end of the pipe to it."""

    process: Any
    connection: Connection = field(repr=False)


class Workers:
    """Processes that all do one job; hand in with ``put``, fetch with ``get``, always ``close``.

    Args:
        job: Called with number and record in the worker; its result is pickled.
        processes: How many.
    """

    def __init__(self, job: Job, processes: int) -> None:
        self._job = job
        self._context = multiprocessing.get_context("spawn")
        self._tasks: SimpleQueue[Task | None] = SimpleQueue()
        self._results: SimpleQueue[tuple[int, bytes | Died | Exception]] = SimpleQueue()
        self._lock = threading.Lock()
        self._closed = False
        self._workers: list[_Worker | None] = [None] * processes
        self._keepers = [
            threading.Thread(target=self._keep, args=(number,), daemon=True)
            for number in range(processes)
        ]

    def start(self) -> None:
        """Start the processes; the first records may be put before they are ready."""
        for number in range(len(self._workers)):
            self._start(number)
        for keeper in self._keepers:
            keeper.start()

    def put(self, number: int, record: object) -> None:
        """Hand in a record; never waits."""
        self._tasks.put((number, record))

    def get(self, *, wait: bool) -> Iterator[tuple[int, Any]]:
        """Yield the results that are there, and wait for the first of them if asked.

        Raises:
            NotStarted: No worker can be started.
            OSError: The system refuses another process.
        """
        with contextlib.suppress(Empty):
            while True:
                number, outcome = self._results.get(block=wait)
                wait = False
                if isinstance(outcome, Exception):
                    raise outcome
                if isinstance(outcome, bytes):
                    # Written by our own worker; read here, in the caller's thread.
                    yield number, pickle.loads(outcome)  # noqa: S301  # our own
                else:
                    yield number, outcome

    def close(self) -> None:
        """End all processes at once, whatever they are at; no thread or process is left."""
        with self._lock:
            self._closed = True
            workers = [worker for worker in self._workers if worker is not None]
        for worker in workers:
            worker.process.kill()
        for _ in self._keepers:
            self._tasks.put(None)
        for keeper in self._keepers:
            if keeper.ident is not None:
                keeper.join()
        for worker in workers:
            _end(worker)

    # --- the thread of one worker -----------------------------------------------------------

    def _start(self, number: int) -> _Worker | None:
        """Start a process in a place, or return None: the pool was closed."""
        with self._lock:
            if self._closed:
                return None
            here, there = self._context.Pipe()
            process = self._context.Process(
                target=_serve, args=(there, self._job), name=f"newsparse-{number}", daemon=True
            )
            with _without_interrupts():
                process.start()
            there.close()
            worker = self._workers[number] = _Worker(process, here)
            return worker

    def _keep(self, number: int) -> None:
        """Feed the worker of a place, and put a new one there when it dies."""
        held: deque[Task] = deque()
        while (worker := self._workers[number]) is not None:
            started = guilty = False
            how = ""
            try:
                worker.connection.recv_bytes()  # it is ready
                started = True
                if self._converse(worker, held):
                    return
            except (EOFError, OSError):
                guilty = started
                how = _end(worker)
            if self._closed:
                return
            if not started:
                self._results.put((0, NotStarted(how)))
                return
            if guilty:
                self._results.put((held.popleft()[0], Died(how)))
            try:
                self._start(number)
            except OSError as error:
                self._results.put((0, error))
                return

    def _converse(self, worker: _Worker, held: deque[Task]) -> bool:
        """Send records and fetch results; True: the pool is closing, False: it died at rest.

        Raises:
            EOFError: It died on the first of the held records.
            OSError: The same, seen while a record was sent.
        """
        sent = 0
        while True:
            while len(held) < AHEAD:
                try:
                    task = self._tasks.get(block=not held)
                except Empty:
                    break
                if task is None:
                    return True
                held.append(task)
            if not sent and not worker.process.is_alive():
                return False
            while sent < len(held):
                worker.connection.send(held[sent])
                sent += 1
            result = worker.connection.recv_bytes()
            sent -= 1
            self._results.put((held.popleft()[0], result))


def _end(worker: _Worker) -> str:
    """Close a worker's pipe, see it end and return how it did."""
    worker.connection.close()
    worker.process.join(ENDING)
    if worker.process.exitcode is None:
        worker.process.kill()
        worker.process.join()
    status = worker.process.exitcode or 0
    return f"killed by signal {-status}" if status < 0 else f"exit status {status}"


@contextlib.contextmanager
def _without_interrupts() -> Iterator[None]:
    """Start a process that never sees Ctrl-C: it is for the caller to act on."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


# --- in the worker ------------------------------------------------------------------------------


def _serve(connection: Connection, job: Job) -> None:
    """Work until the pipe is closed; an error that ``job`` raises ends the process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    tasks: SimpleQueue[Task] = SimpleQueue()
    threading.Thread(target=_listen, args=(connection, tasks), daemon=True).start()
    _send(connection, b"")
    while True:
        _send(connection, pickle.dumps(job(*tasks.get()), pickle.HIGHEST_PROTOCOL))


def _send(connection: Connection, result: bytes) -> None:
    try:
        connection.send_bytes(result)
    except OSError:
        os._exit(0)


def _listen(connection: Connection, tasks: SimpleQueue[Task]) -> None:
    """Take records in; the end of the pipe is the end of the caller, so of this process."""
    try:
        while True:
            tasks.put(connection.recv())
    except (EOFError, OSError):
        os._exit(0)
