"""Work on all cores, in processes of their own.

They are started afresh (`spawn`): a forked one hangs as soon as Typst has run in its parent.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor, as_completed
from multiprocessing import get_context
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")

_FEW = 24
"""So many quick things are done sooner than a second process has started."""
_CHUNK = 8
"""Things handed over at once: enough to hide the way there, few enough to share the last ones."""
_LIFE = 64
"""Chunks after which a worker makes room for a fresh one: what libraries keep does not pile up."""

Start = tuple[Callable[..., None], tuple[Any, ...]]
"""What a worker begins with: a function, and what it is given."""


def cores() -> int:
    """How many processes this machine can run at once."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def run(
    function: Callable[[T], R], items: Sequence[T], start: Start, processes: int
) -> Iterator[tuple[T, R]]:
    """Each item and what `function` makes of it, as it is done; all must be known by their module.

    With one process, or one item, it is this one that begins with `start`.
    """
    if processes <= 1 or len(items) <= 1:
        begin, given = start
        begin(*given)
        yield from ((item, function(item)) for item in items)
        return
    count = min(processes, len(items))
    # A worker that is replaced is only replaced between two chunks.
    pool = ProcessPoolExecutor(count, get_context("spawn"), _start, (start,), max_tasks_per_child=_LIFE)
    try:
        yield from gather(pool, function, items, count)
    finally:
        pool.shutdown(cancel_futures=True)


def gather(
    pool: Executor, function: Callable[[T], R], items: Sequence[T], count: int
) -> Iterator[tuple[T, R]]:
    """`run` on workers that have begun: `count` of them, those of `pool`."""
    size = max(1, min(_CHUNK, len(items) // (4 * count)))
    waiting: dict[Future[list[R]], Sequence[T]] = {}
    for at in range(0, len(items), size):
        chunk = items[at : at + size]
        waiting[pool.submit(_each, function, chunk)] = chunk
    for future in as_completed(waiting):
        yield from zip(waiting.pop(future), future.result(), strict=True)


def spread(function: Callable[[T], R], items: Sequence[T]) -> list[R]:
    """What `function` makes of each item, in their order; both must be known by their module."""
    if len(items) <= _FEW or cores() == 1:
        return [function(item) for item in items]
    with ProcessPoolExecutor(cores(), get_context("spawn")) as pool:
        return list(pool.map(function, items, chunksize=_CHUNK))


def _start(start: Start) -> None:
    # Ctrl-C reaches every process of a terminal; the main one ends the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    begin, given = start
    begin(*given)


def _each(function: Callable[[T], R], items: Sequence[T]) -> list[R]:
    return [function(item) for item in items]
