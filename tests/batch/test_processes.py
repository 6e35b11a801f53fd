"""Promise: many pages over processes give what one after the other gives, whatever dies."""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
import time
from itertools import count, islice

import batch_makes
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from run_processes import alive
from strategies import any_text, html_soup

import newsparse
from newsparse import errors
from newsparse.batch import WINDOW, Failure, parse_many

PATIENCE = 30.0
"""Seconds within which something must have ended that ends in well under one."""


def numbers() -> list[str]:
    return [f"Story number {n}." for n in range(40)]


@settings(max_examples=5)
@given(st.lists(any_text() | html_soup() | st.none() | st.integers(), max_size=8))
def test_two_processes_give_what_one_gives(records):
    """Failures and their numbers included."""
    assert list(parse_many(records, processes=2)) == list(parse_many(records))


@pytest.mark.parametrize("processes", [None, 2])
def test_make_is_applied_where_the_page_is(processes):
    """Only what it returns comes back."""
    found = list(parse_many(numbers(), processes=processes, make=batch_makes.shout))

    assert found == [text.upper() for text in numbers()]


@pytest.mark.parametrize("processes", [None, 2])
def test_unordered_results_carry_their_number(processes):
    """Each record once."""
    found = list(
        parse_many([*numbers(), 5], processes=processes, make=batch_makes.shout, ordered=False)
    )

    assert {n: r for n, r in found if r} == dict(enumerate(text.upper() for text in numbers()))
    assert sorted(n for n, _ in found) == list(range(41))
    assert [r.position for _, r in found if not r] == [40]


def test_unordered_results_do_not_wait_for_a_slow_page():
    """In order they do; nothing is lost either way."""
    records = ["0.7", *["0"] * 12]
    free = [n for n, _ in parse_many(records, processes=2, make=batch_makes.sleep, ordered=False)]
    held = list(parse_many(records, processes=2, make=batch_makes.sleep))

    assert free[0] != 0
    assert sorted(free) == list(range(13))
    assert held == records


def test_both_processes_work():
    found = set(parse_many(["0.05"] * 12, processes=2, make=batch_makes.where))

    assert len(found) <= 2
    assert os.getpid() not in found


@pytest.mark.parametrize("make", [batch_makes.die_on_poison, batch_makes.fall_over_poison])
@pytest.mark.parametrize("ordered", [True, False])
def test_a_worker_that_dies_costs_its_record_only(make, ordered, capfd):
    """Twice in a row, at the start and at the end; all others are there."""
    records = numbers()
    for place in (0, 7, 8, 39):
        records[place] = f"poison {place}"
    found = list(parse_many(records, processes=2, make=make, ordered=ordered))
    if not ordered:
        found = [result for _, result in sorted(found, key=lambda pair: pair[0])]

    assert [n for n, result in enumerate(found) if not result] == [0, 7, 8, 39]
    assert [result for result in found if result] == [r for r in records if "poison" not in r]
    assert {result.error for result in found if not result} == {"WorkerDied"}
    assert [result.position for result in found if not result] == [0, 7, 8, 39]
    killed = make is batch_makes.die_on_poison
    said = "killed by signal 9" if killed else "exit status 1"
    assert said in found[7].message
    assert killed or "an error that nobody foresaw" in capfd.readouterr().err


@pytest.mark.parametrize("processes", [None, 2])
def test_what_make_refuses_is_a_failure(processes):
    found = list(
        parse_many(["A.", "poison", "B."], processes=processes, make=batch_makes.refuse_poison)
    )

    want = Failure(position=1, error="ExportError", message="this page cannot be written")
    assert found == ["A.", want, "B."]


def test_a_worker_killed_at_rest_costs_nothing():
    """Records that it had not begun go to its successor."""
    results = parse_many(("0" for _ in range(200)), processes=2, make=batch_makes.where)
    first = next(results)
    rest = list(results)

    assert len(rest) == 199
    assert first in {*rest, first}


def test_input_is_taken_as_a_window():
    """Never more than WINDOW records a process ahead of the results, of an input without end."""
    taken = []

    def records():
        for number in count():
            taken.append(number)
            yield f"Story number {number}."

    results = parse_many(records(), processes=2, make=batch_makes.shout)
    for number, _ in enumerate(islice(results, 200)):
        assert len(taken) <= number + 2 + 2 * WINDOW
    results.close()


def test_a_result_goes_out_before_the_window_is_full():
    """A slow source does not hold back what is done."""
    taken = []

    def records():
        for number in count():
            taken.append(number)
            yield "A."
            time.sleep(0.3)

    results = parse_many(records(), processes=2)
    assert next(results).raw == "A."
    assert len(taken) < 2 * WINDOW
    results.close()


def test_an_error_of_the_input_reaches_the_caller():
    def records():
        yield "A."
        raise OSError("the disk is gone")

    with pytest.raises(OSError, match="the disk is gone"):
        list(parse_many(records(), processes=2))


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"make": 3}, "takes make as a function or None, got 3"),
        ({"ordered": "no"}, "takes ordered as True or False, got 'no'"),
        ({"make": lambda page: page, "processes": 2}, "takes make as a function of a module"),
    ],
)
def test_wrong_use_is_refused_at_once(wrong, message):
    with pytest.raises(newsparse.ConfigError, match=message):
        parse_many(["A."], **wrong)


def test_any_mapping_is_a_record():
    """Its class stays here."""
    from types import MappingProxyType

    record = MappingProxyType({"raw": "<p>A", "kind": "text"})
    assert [page.kind for page in parse_many([record] * 2, processes=2)] == ["text", "text"]


# --- the end of the caller ----------------------------------------------------------------------

ENDLESS = """
import itertools, signal, sys
from newsparse.batch import parse_many

if __name__ == "__main__":
    # A job that a script starts in the background is born deaf to Ctrl-C, and so are its children.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    for number, page in enumerate(parse_many(map(str, itertools.count()), processes=2)):
        if number == 50:
            print("running", flush=True)
"""
UNGUARDED = """
from newsparse.batch import parse_many
print(len(list(parse_many(["A."] * 50, processes=2))))
"""


@pytest.mark.parametrize(
    ("end", "whole_group"),
    [
        (signal.SIGINT, True),
        (signal.SIGINT, False),
        (signal.SIGTERM, False),
        (signal.SIGKILL, False),
    ],
    ids=["Ctrl-C", "interrupt of the caller", "terminate", "kill"],
)
def test_no_worker_outlives_its_caller(tmp_path, end, whole_group):
    """A terminal sends Ctrl-C to the whole group; a kill leaves no time for anything."""
    script = tmp_path / "endless.py"
    script.write_text(ENDLESS, "utf-8")
    process = subprocess.Popen(
        [sys.executable, script],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    try:
        assert process.stdout.readline() == b"running\n"
        (os.killpg if whole_group else os.kill)(process.pid, end)
        said = process.communicate(timeout=PATIENCE)[1].decode()
        deadline = time.monotonic() + PATIENCE
        while alive(process.pid) and time.monotonic() < deadline:
            time.sleep(0.05)

        assert not alive(process.pid)
    finally:
        if alive(process.pid):
            os.killpg(process.pid, signal.SIGKILL)
    assert process.returncode == -end
    # One traceback, the caller's own; workers say nothing.
    assert said.count("Traceback") == (1 if end == signal.SIGINT else 0), said


def test_a_script_without_a_guard_is_told_so(tmp_path):
    """Python imports the script in each worker; without the guard that would start workers."""
    script = tmp_path / "unguarded.py"
    script.write_text(UNGUARDED, "utf-8")
    done = subprocess.run(
        [sys.executable, script], capture_output=True, text=True, check=False, timeout=PATIENCE
    )

    assert done.returncode == 1
    assert 'a script needs if __name__ == "__main__":' in done.stderr.splitlines()[-1]


@pytest.mark.parametrize(
    "error",
    [
        errors.InputError("a"),
        errors.LimitError("a"),
        errors.ConfigError("a"),
        errors.LanguagePackError("a", pack="de.toml", entry="credit[3].kind"),
        errors.WeightsError("a"),
        errors.ExportError("a"),
        errors.MissingExtraError("parse_batch()", "pyarrow", "arrow"),
    ],
    ids=lambda error: type(error).__name__,
)
def test_an_error_can_be_sent_to_another_process(error):
    """Class, message and attributes."""
    again = pickle.loads(pickle.dumps(error))  # noqa: S301  # our own

    assert type(again) is type(error)
    assert str(again) == str(error)
    assert vars(again) == vars(error)
