"""Processes that work, die, fail and are interrupted: everything else is done, and nobody is left."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from conftest import gone
from lachan.files import workers

START: workers.Start = (workers._idle, ())


def double(number: int) -> int:
    return 2 * number


def pid(_: int) -> int:
    return os.getpid()


def kill_itself(folder: Path, times: int, number: int) -> int:
    """Die at number 3 as often as `times`; what is begun leaves a mark in `folder`."""
    begun = len(list(folder.glob(f"{number}-*")))
    (folder / f"{number}-{begun}").touch()
    if number == 3 and begun < times:
        os.kill(os.getpid(), signal.SIGKILL)
    return 2 * number


def refuse(number: int) -> int:
    if number == 3:
        raise OSError(28, "No space left on device")
    return number


def never_begins() -> None:
    raise ValueError("không bắt đầu được")


def test_everything_is_made_in_other_processes() -> None:
    items = list(range(20))
    made = dict(workers.run(double, items, START, 3))
    assert made == {number: 2 * number for number in items}
    pids = {result for _, result in workers.run(pid, items, START, 2)}
    assert len(pids) == 2
    assert os.getpid() not in pids


@pytest.mark.parametrize(("items", "processes"), [([1, 2, 3], 1), ([1], 4), ([], 4)])
def test_where_one_is_enough_no_process_is_started(items: list[int], processes: int) -> None:
    made = list(workers.run(pid, items, START, processes))
    assert made == [(number, os.getpid()) for number in items]


def test_no_more_processes_than_a_system_can_wait_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_MOST", 2)
    assert len({result for _, result in workers.run(pid, range(12), START, 200)}) == 2


def test_a_worker_makes_room_for_a_fresh_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_LIFE", 3)
    pids = [result for _, result in workers.run(pid, range(12), START, 2)]
    assert max(pids.count(one) for one in pids) == 3


def test_what_a_dead_process_was_at_is_done_again(tmp_path: Path) -> None:
    made = dict(workers.run(partial(kill_itself, tmp_path, 1), range(8), START, 2))
    assert made == {number: 2 * number for number in range(8)}
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(
        ["3-1", *(f"{number}-0" for number in range(8))]
    )


def test_what_kills_twice_is_named_and_the_rest_is_done(tmp_path: Path) -> None:
    made: dict[int, int] = {}
    with pytest.raises(workers.DiedError) as raised:
        made.update(workers.run(partial(kill_itself, tmp_path, 2), range(8), START, 2))
    assert raised.value.items == [3]
    assert made == {number: 2 * number for number in range(8) if number != 3}


def test_what_fails_is_said_as_it_was() -> None:
    with pytest.raises(OSError, match="No space left") as raised:
        list(workers.run(refuse, range(8), START, 2))
    assert raised.value.errno == 28
    assert "in refuse" in raised.value.__notes__[0]


def test_what_cannot_begin_is_said() -> None:
    with pytest.raises(ValueError, match="không bắt đầu được"):
        list(workers.run(double, range(8), (never_begins, ()), 2))


def test_spread_keeps_the_order() -> None:
    assert workers.spread(double, range(100)) == [2 * number for number in range(100)]


SCRIPT = """
import time
from lachan.files import workers

def slow(number):
    time.sleep(number)
    return number

if __name__ == "__main__":
    try:
        for number, _ in workers.run(slow, [0, 0, 60, 60], (workers._idle, ()), 2):
            print("done", flush=True)
    except KeyboardInterrupt:
        print("stopped", flush=True)
"""


@pytest.mark.parametrize(
    ("send", "said"),
    [
        (lambda main: os.killpg(main.pid, signal.SIGINT), ["stopped\n"]),
        (lambda main: main.send_signal(signal.SIGINT), ["stopped\n"]),
        (lambda main: main.kill(), []),
    ],
    ids=["ctrl-c", "only the main one", "killed"],
)
def test_nobody_is_left(
    tmp_path: Path, send: Callable[[subprocess.Popen[str]], None], said: list[str]
) -> None:
    """Ctrl-C reaches all processes of a terminal, a signal from elsewhere one of them."""
    script = tmp_path / "main.py"
    script.write_text(SCRIPT.replace("60, 60", "4, 4" if not said else "60, 60"), "utf-8")
    with subprocess.Popen(
        [sys.executable, str(script)], start_new_session=True, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as main:  # fmt: skip
        assert main.stdout
        assert main.stderr
        assert [main.stdout.readline() for _ in range(2)] == ["done\n"] * 2
        send(main)
        assert (main.stdout.readlines(), main.stderr.read()) == (said, "")
    gone(main.pid)


TIDY = """
import os, signal, sys, time, weakref
from lachan.files import workers

class Thing: pass

def tidy():
    os.kill(os.getpid(), signal.SIGTERM)
    for _ in range(10):
        time.sleep(0.01)
    print("tidied", flush=True)

signal.signal(signal.SIGTERM, workers._end)
thing = Thing()
weakref.finalize(thing, tidy)
try:
    del thing
    time.sleep(60)
finally:
    print("ended", flush=True)
"""


def test_who_is_told_to_end_while_a_library_tidies_up_ends_after_that() -> None:
    """An exception in a finalizer is printed and lost: the worker would go on."""
    done = subprocess.run(
        [sys.executable, "-c", TIDY], capture_output=True, text=True, timeout=50, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "tidied\nended\n", "")
