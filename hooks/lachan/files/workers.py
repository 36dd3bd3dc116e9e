"""Work on all cores, in processes of their own, any of which may die.

They are started afresh (`spawn`): a forked one hangs as soon as Typst has run in its parent. Each has a
pipe to the main process, which so knows what it was working on when it died; when the main one is gone,
the pipe is closed and it ends, too.
"""

from __future__ import annotations

import os
import signal
import sys
import traceback
import weakref
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from multiprocessing import connection, get_context, resource_tracker
from multiprocessing.connection import Connection
from types import FrameType
from typing import Any, Generic, TypeVar

from lachan.files import memory

T = TypeVar("T")
R = TypeVar("R")

_FEW = 24
"""So many quick things are done sooner than a second process has started."""
_CHUNK = 8
"""Quick things handed over at once: enough to hide the way there, few enough to share the last ones."""
_LIFE = 512
"""Items after which a worker makes room for a fresh one: what libraries keep does not pile up."""
_MOST = 61 if sys.platform == "win32" else 256
"""Processes at once, whatever was asked for: Windows waits for no more (64 handles, less its own)."""
_SOON = 0.02
"""Seconds until a worker that could not end looks again whether it can."""
_PATIENCE = 5
"""Seconds that a worker has for tidying up when it ends; then it is killed."""

Start = tuple[Callable[..., None], tuple[Any, ...]]
"""What a worker begins with: a function, and what it is given."""


class DiedError(Exception):
    """Each of these `items` was begun twice, and both times its process died. All others are done."""

    def __init__(self, items: Sequence[Any]) -> None:
        self.items = items
        super().__init__(f"{len(items)} items whose process died twice")


def cores() -> int:
    """How many processes this machine can run at once."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def run(
    function: Callable[[T], R], items: Sequence[T], start: Start, processes: int
) -> Iterator[tuple[T, R]]:
    """Each item and what `function` makes of it, as it is done; all must be known by their module.

    With one process, or one item, it is this one that begins with `start`. Raises what `function`
    raises, and DiedError at the end. However it ends, no worker is left.
    """
    if processes <= 1 or len(items) <= 1:
        begin, given = start
        begin(*given)
        yield from ((item, function(item)) for item in items)
        return
    processes = min(processes, _MOST)
    waiting = deque(range(len(items)))
    died: set[int] = set()
    lost: list[T] = []
    busy: dict[Connection, tuple[_Worker[T, R], int]] = {}

    def hand(worker: _Worker[T, R]) -> None:
        index = waiting.popleft()
        busy[worker.pipe] = worker, index
        worker.give(items[index])

    try:
        for _ in range(min(processes, len(items))):
            hand(_Worker(function, start))
        while busy:
            for pipe in connection.wait(list(busy)):
                worker, index = busy.pop(pipe)  # type: ignore[call-overload]
                answer = worker.answer()
                if not answer and index in died:
                    lost.append(items[index])
                elif not answer:
                    # Last of all, when the others leave it more memory.
                    waiting.append(index)
                    died.add(index)
                if not (waiting and worker.able):
                    worker.stop()
                if waiting:
                    hand(worker if worker.able else _Worker(function, start))
                if answer:
                    yield items[index], answer[0]
    finally:
        for worker, _ in busy.values():
            worker.interrupt()
        for worker, _ in busy.values():
            worker.stop()
    if lost:
        raise DiedError(lost)


def spread(function: Callable[[T], R], items: Sequence[T]) -> list[R]:
    """What `function` makes of each item, in their order; both must be known by their module."""
    if len(items) <= _FEW or cores() == 1:
        return [function(item) for item in items]
    chunks = [(at, items[at : at + _CHUNK]) for at in range(0, len(items), _CHUNK)]
    made = {at: found for (at, _), found in run(partial(_each, function), chunks, (_idle, ()), cores())}
    return [result for at, _ in chunks for result in made[at]]


class _Worker(Generic[T, R]):
    """A process that does one item after the other."""

    def __init__(self, function: Callable[[T], R], start: Start) -> None:
        context = get_context("spawn")
        self.pipe, theirs = context.Pipe()
        self._process = context.Process(target=_work, args=(theirs, function, start), daemon=True)
        with _unheard():
            self._process.start()
        theirs.close()
        self._left = _LIFE

    @property
    def able(self) -> bool:
        """Whether it can be given another item."""
        return self._left > 0

    def give(self, item: T) -> None:
        """Hand it an item; should it be dead, the answer will tell."""
        self._left -= 1
        try:
            self.pipe.send(item)
        except OSError:
            self._left = 0

    def answer(self) -> tuple[R] | None:
        """What it has made, waiting for it; None if it died. Raises what the function raised."""
        try:
            result, error = self.pipe.recv()
        except (EOFError, OSError):
            self._left = 0
            return None
        if error:
            self.stop()
            raise error
        return (result,)

    def interrupt(self) -> None:
        """Have it leave off what it is working on."""
        self._process.terminate()

    def stop(self) -> None:
        """Let it end, now that it has nothing to do, and wait for that."""
        self.pipe.close()
        self._process.join(_PATIENCE)
        self._process.kill()
        self._process.join()


@contextmanager
def _unheard() -> Iterator[None]:
    """What is started here does not hear Ctrl-C, which reaches every process of a terminal."""
    if sys.platform == "win32":
        yield
        return
    # It unblocks the signal when it starts.
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _work(pipe: Connection, function: Callable[[T], R], start: Start) -> None:
    """The life of a worker."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _end)
    begin, given = start
    begun = False
    while True:
        try:
            item = pipe.recv()
        except (EOFError, OSError):
            return
        result: R | None = None
        failure: Exception | None = None
        try:
            if not begun:
                begin(*given)
                begun = True
            result = function(item)
        except Exception as error:
            error.add_note(traceback.format_exc())
            failure = error
        try:
            pipe.send((result, failure))
        except OSError:
            return
        del item, result
        memory.give_back()


def _end(_: int, frame: FrameType | None) -> None:
    """End by an exception, so that files half written are removed; what a library tidies up at this
    moment (`weakref.finalize`, `__del__`) is not disturbed, for there an exception is lost.
    """
    while frame:
        code = frame.f_code
        if code.co_filename == weakref.__file__ or code.co_name == "__del__":
            signal.signal(signal.SIGALRM, _end)
            signal.setitimer(signal.ITIMER_REAL, _SOON)
            return
        frame = frame.f_back
    sys.exit()


def _each(function: Callable[[T], R], chunk: tuple[int, Sequence[T]]) -> list[R]:
    return [function(item) for item in chunk[1]]


def _idle() -> None:
    """What a worker begins with that needs nothing."""
