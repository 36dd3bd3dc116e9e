"""Work on all cores: the press, jobs in, each one's faults out; and anything else that takes long.

Workers are started afresh (`spawn`): a forked one hangs as soon as Typst has run in its parent.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from multiprocessing import get_context
from typing import TypeVar

from lachan.press import Fault, Press, PressError
from lachan.store import Job, write

Faults = tuple[Fault, ...]
T = TypeVar("T")
R = TypeVar("R")

_FEW = 24
"""So many jobs are done sooner than a second process has started."""
_CHUNK = 8
"""Jobs handed over at once: enough to hide the way there, few enough to share the last ones."""

_press: Press


def cores() -> int:
    """How many processes this machine can run at once."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def run(jobs: Sequence[Job], press: Press, processes: int) -> Iterator[tuple[Job, Faults]]:
    """Do every job and store its file; a job with faults leaves none and does not stop the others.

    `press` must not have been used yet where `processes` is more than 1: it travels to the workers.
    """
    if processes <= 1 or len(jobs) <= _FEW:
        yield from ((job, _do(press, job)) for job in jobs)
        return
    chunks = [jobs[at : at + _CHUNK] for at in range(0, len(jobs), _CHUNK)]
    pool = ProcessPoolExecutor(processes, get_context("spawn"), _start, (press,))
    try:
        running: dict[Future[list[Faults]], Sequence[Job]] = {
            pool.submit(_do_all, chunk): chunk for chunk in chunks
        }
        while running:
            done, _ = wait(running, return_when=FIRST_COMPLETED)
            for future in done:
                yield from zip(running.pop(future), future.result(), strict=True)
    finally:
        pool.shutdown(cancel_futures=True)


def spread(function: Callable[[T], R], items: Sequence[T]) -> list[R]:
    """What `function` makes of each item, in their order; both must be known by their module."""
    if len(items) <= _FEW or cores() == 1:
        return [function(item) for item in items]
    with ProcessPoolExecutor(cores(), get_context("spawn")) as pool:
        return list(pool.map(function, items, chunksize=_CHUNK))


def _start(press: Press) -> None:
    global _press
    _press = press


def _do_all(jobs: Sequence[Job]) -> list[Faults]:
    return [_do(_press, job) for job in jobs]


def _do(press: Press, job: Job) -> Faults:
    parts = {path: file.read_bytes() for path, file in job.parts.items()}
    try:
        content = press.press(job.recipe, parts)
    except PressError as error:
        return tuple(error.faults)
    write(job.target, content)
    return ()
