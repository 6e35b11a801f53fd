"""Many pages: ``parse_many``, over several processes, failures as values.

Every command, engine and notebook calls this. A window of records is on its way at a time, so
memory does not grow with their number.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Literal, TypeVar, overload

from attrs import frozen

from newsparse.config import ParseConfig
from newsparse.errors import ConfigError, InputError, NewsparseError
from newsparse.model.page import Page
from newsparse.parser import Parser

__all__ = ["Failure", "Record", "parse_many"]

Record = str | bytes | Mapping[str, Any]
T = TypeVar("T")

WINDOW = 16
"""Records on their way per process: enough to keep a process busy, so memory stays flat."""
_KEYS = ("raw", "url", "kind")


@frozen(kw_only=True)
class Failure:
    """A record that could not be parsed; it stands at the record's place in the results.

    Attributes:
        position: Number of the record, from 0.
        error: Class name of the error, or ``WorkerDied``.
        message: What was wrong.
    """

    position: int
    error: str
    message: str

    def __bool__(self) -> bool:
        return False


@overload
def parse_many(
    records: Iterable[Record],
    *,
    processes: int | None = ...,
    config: ParseConfig | None = ...,
    make: None = ...,
    ordered: Literal[True] = ...,
) -> Iterator[Page | Failure]: ...
@overload
def parse_many(
    records: Iterable[Record],
    *,
    processes: int | None = ...,
    config: ParseConfig | None = ...,
    make: Callable[[Page], T],
    ordered: Literal[True] = ...,
) -> Iterator[T | Failure]: ...
@overload
def parse_many(
    records: Iterable[Record],
    *,
    processes: int | None = ...,
    config: ParseConfig | None = ...,
    make: None = ...,
    ordered: Literal[False],
) -> Iterator[tuple[int, Page | Failure]]: ...
@overload
def parse_many(
    records: Iterable[Record],
    *,
    processes: int | None = ...,
    config: ParseConfig | None = ...,
    make: Callable[[Page], T],
    ordered: Literal[False],
) -> Iterator[tuple[int, T | Failure]]: ...
def parse_many(
    records: Iterable[Record],
    *,
    processes: int | None = None,
    config: ParseConfig | None = None,
    make: Callable[[Page], Any] | None = None,
    ordered: bool = True,
) -> Iterator[Any]:
    """Parse records lazily, over several processes if asked.

    Args:
        records: Pages (str or bytes) or mappings with ``raw`` and optionally ``url`` and ``kind``.
        processes: Worker processes; None or 1: this process.
        config: Settings for all records.
        make: What to make of each page, such as ``newsparse.export.to_markdown``; called where the
            page is, so the page itself need not travel. With processes it must be picklable: a
            function of a module, no lambda.
        ordered: False: pairs of a record's number (from 0) and its result, in the order in which
            they are ready.

    Yields:
        For each record a Page, or what ``make`` returned; or a falsy Failure where the record is no
        page, ``make`` raised a NewsparseError, or the worker process died on it (the run goes on
        with a new one). At most 16 records per process are on their way.

    Raises:
        ConfigError: ``processes`` is no positive int, ``config`` no ParseConfig, ``make`` no
            function that can be sent to a process, ``ordered`` no bool; or no worker process starts
            (a script needs ``if __name__ == "__main__":`` around what it runs).

    Another error in ``make`` is raised where there is no other process; in a worker it is printed
    and ends that worker, so the record is a Failure. When the caller stops, by Ctrl-C, by an error,
    by dropping the iterator or by being killed, the workers end.
    """
    if processes is not None and (
        not isinstance(processes, int) or isinstance(processes, bool) or processes < 1
    ):
        raise ConfigError(f"parse_many() takes processes as a positive int, got {processes!r}")
    if make is not None and not callable(make):
        raise ConfigError(f"parse_many() takes make as a function or None, got {make!r}")
    if not isinstance(ordered, bool):
        raise ConfigError(f"parse_many() takes ordered as True or False, got {ordered!r}")
    job = _Job(Parser(config), make)
    found: Iterator[tuple[int, Any]]
    if processes is None or processes == 1:
        found = ((position, job(position, record)) for position, record in enumerate(records))
    else:
        _check_sendable(make)
        found = _in_processes(job, records, processes, ordered=ordered)
    return found if not ordered else (result for _, result in found)


@frozen
class _Job:
    """What is done with each record, here or in a worker."""

    parser: Parser
    make: Callable[[Page], Any] | None

    def __call__(self, position: int, record: object) -> Any:  # noqa: ANN401  # what make returns
        try:
            raw, url, kind = _unpacked(record)
            page = self.parser.parse(raw, url=url, kind=kind)
            return page if self.make is None else self.make(page)
        except NewsparseError as error:
            return Failure(position=position, error=type(error).__name__, message=str(error))


def _unpacked(record: object) -> tuple[Any, Any, Any]:
    if not isinstance(record, Mapping):
        return record, None, None
    unknown = [key for key in record if key not in _KEYS]
    if unknown or "raw" not in record:
        wrong = f"has {unknown[0]!r}" if unknown else "lacks 'raw'"
        raise InputError(f"a record takes {', '.join(_KEYS)}; this one {wrong}")
    return record["raw"], record.get("url"), record.get("kind")


def _check_sendable(make: Callable[[Page], Any] | None) -> None:
    try:
        pickle.dumps(make)
    except (pickle.PicklingError, AttributeError, TypeError) as error:
        raise ConfigError(
            f"parse_many(processes=…) takes make as a function of a module, got {make!r}: {error}"
        ) from error


def _sendable(record: object) -> bool:
    """Tell whether a record is a page by its types; whatever else it is, it stays here."""
    values = (*record, *record.values()) if isinstance(record, Mapping) else (record,)
    return all(value is None or type(value) in (str, bytes) for value in values)


def _in_processes(
    job: _Job, records: Iterable[Record], processes: int, *, ordered: bool
) -> Iterator[tuple[int, Any]]:
    from newsparse.workers import Died, NotStarted, Workers

    workers = Workers(job, processes)
    numbered = enumerate(records)
    ready: dict[int, Any] = {}
    taken = given = 0
    more = True
    try:
        workers.start()
        while more or given < taken:
            full = taken - given >= WINDOW * processes
            if more and not full:
                following = next(numbered, None)
                if following is None:
                    more = False
                elif _sendable(following[1]):
                    workers.put(*_plain(following))
                    taken += 1
                else:
                    ready[following[0]] = job(*following)
                    taken += 1
            # A result that is there goes out before the next record is asked for.
            idle = (full or not more) and not (given in ready if ordered else ready)
            for position, outcome in workers.get(wait=idle and given < taken):
                ready[position] = (
                    _lost(position, outcome.how) if isinstance(outcome, Died) else outcome
                )
            while ready and (not ordered or given in ready):
                position = given if ordered else next(iter(ready))
                given += 1
                yield position, ready.pop(position)
    except NotStarted as error:
        raise ConfigError(
            f"parse_many(processes={processes}): a worker process ended before its first record "
            f'({error}); a script needs if __name__ == "__main__": around what it runs'
        ) from None
    finally:
        workers.close()


def _plain(numbered: tuple[int, Record]) -> tuple[int, Record]:
    """Return a record as what pickles, whatever class of mapping it is."""
    position, record = numbered
    return position, dict(record) if isinstance(record, Mapping) else record


def _lost(position: int, how: str) -> Failure:
    return Failure(
        position=position,
        error="WorkerDied",
        message=f"the worker process died on this record ({how})",
    )
