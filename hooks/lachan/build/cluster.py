"""The same work on many machines: Dask distributed, which the extra `cluster` brings.

Each worker makes kits in the checkout it was started in, which need not be on a disk of this machine:
what is finished comes back as bytes. A worker that dies is replaced by Dask, its work done again; one
that would make other bytes than this machine is refused by name. This file alone imports Dask.
"""

from __future__ import annotations

import hashlib
import logging
import tempfile
from collections.abc import Collection, Iterator, Mapping, Sequence
from concurrent.futures import CancelledError
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from threading import Lock

from distributed import Client, Future, KilledWorker, WorkerPlugin, get_worker, wait

from lachan.build.maker import CACHE, Maker, Unit
from lachan.common.problem import Problem, ProblemsError
from lachan.files import disk
from lachan.files.store import Record, Store, write
from lachan.files.workers import DiedError
from lachan.render.studio import Studio, StudioError

_PATIENCE = 30
"""Seconds for the scheduler to answer, and for a first worker to come."""
_AHEAD = 2
"""Units handed out for each thread of a worker: none waits for work, few results wait for us."""

_one = Lock()
"""Of the threads of a worker one makes at a time: Typst has one compiler in a process."""
_ready: tuple[str, Maker] | None = None
_loaded: dict[str, str] = {}


class RefusedError(Exception):
    """A worker that cannot make what this machine would make; the text says why, in Vietnamese."""


@dataclass(frozen=True)
class Parcel:
    """A finished unit on its way: its faults, or what to remember and files by name in the store."""

    problems: Sequence[Problem] = ()
    record: Record | None = None
    files: Mapping[str, bytes] = field(default_factory=dict)


class Crew(WorkerPlugin):
    """What every worker gets, whenever it comes: all that the units of one build share."""

    def __init__(self, main: Maker, marker: Path) -> None:
        self.name = f"lachan-{marker.name}"
        self._project = main.project
        self._model = main.press.studio.model if main.press.studio else None
        self._voiced = main.press.studio is not None
        self._checkout = main.checkout
        self._marker = marker.name

    def make(self, unit: Unit, recordings: Sequence[bytes]) -> Parcel:
        """The unit from this worker's checkout. Raises RefusedError."""
        with _one, disk.writing(Path.cwd() / CACHE):
            maker = self._maker()
            store = maker.store
            if recordings:
                unit = _moved(unit, [_recorded(store, sound) for sound in recordings])
            key = maker.key(unit)
            if store.record(key) is None and (problems := maker.make([unit])):
                return Parcel(problems)
            record = store.record(key)
            assert record, "it has just been made"
            if (store.unfinished / self._marker).exists():
                return Parcel(record=record)
            return Parcel(
                record=record, files={file.name: store.read(file.name) for file in record.files}
            )

    def _maker(self) -> Maker:
        """The maker of this process, which serves one build at a time. Raises RefusedError."""
        global _ready
        if _ready is None or _ready[0] != self.name:
            _ready = None
            _ready = self.name, self._started(Path.cwd())
        return _ready[1]

    def _started(self, root: Path) -> Maker:
        global _loaded
        if not (root / "mkdocs.yml").is_file():
            raise RefusedError("hãy chạy dask worker trong thư mục của Lá Chắn")
        maker = Maker(replace(self._project, root=root), self._studio(root))
        if different := sorted(name for name, _ in maker.checkout.items() ^ self._checkout.items()):
            raise RefusedError(
                f"«{different[0]}» khác với máy chính; hãy dùng cùng một bản Lá Chắn, cùng thư viện"
            )
        _loaded = _loaded or _code(maker)
        if _loaded != _code(maker):
            raise RefusedError("Lá Chắn vừa đổi bản; hãy khởi động lại dask worker")
        return maker

    def _studio(self, root: Path) -> Studio | None:
        if not self._voiced:
            return None
        model = self._model
        if model and model.is_relative_to(self._project.root):
            model = root / model.relative_to(self._project.root)
        try:
            return Studio(model)
        except (StudioError, OSError) as error:
            raise RefusedError(str(error)) from None


def _recorded(store: Store, sound: bytes) -> Path:
    """A recording of another machine as a file of this one."""
    path = store.folder / "recordings" / hashlib.sha256(sound).hexdigest()
    if not path.exists():
        write(path, sound, store.unfinished)
    return path


def _moved(unit: Unit, recordings: Sequence[Path]) -> Unit:
    """The unit with its recordings where they lie on this machine."""
    pairs = zip(unit.place.recordings, recordings, strict=True)
    here = tuple(replace(recording, path=path) for recording, path in pairs)
    return replace(unit, place=replace(unit.place, recordings=here))


def _code(maker: Maker) -> dict[str, str]:
    """The files of this package as they lie on the disk: what runs was read when the worker began."""
    return {name: hash for name, hash in maker.checkout.items() if name.startswith("hooks/")}


def run(
    scheduler: str, main: Maker, units: Sequence[Unit]
) -> Iterator[tuple[tuple[Unit], list[Problem]]]:
    """Each unit and what is wrong with it, as it is done and in the store of `main`.

    Raises ProblemsError where the cluster is of no use, and DiedError as `workers.run` does.
    """
    if not units:
        return
    for logger in ("distributed", "distributed.client"):
        logging.getLogger(logger).setLevel(logging.CRITICAL)
    main.store.unfinished.mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack:
        marker = stack.enter_context(tempfile.NamedTemporaryFile(dir=main.store.unfinished))
        crew = Crew(main, Path(marker.name))
        with _explained(scheduler):
            client = stack.enter_context(_client(scheduler))
            client.wait_for_workers(1, timeout=_PATIENCE)
            _introduce(client, crew)
        stack.callback(_dismiss, client, crew)
        lost: list[Unit] = []
        for unit, parcel in _parcels(client, scheduler, crew, main, units):
            if parcel is None:
                lost.append(unit)
                continue
            for name, content in parcel.files.items():
                if not main.store.has(name):
                    main.store.write(name, content)
            if parcel.record:
                main.store.remember(main.key(unit), parcel.record)
            yield (unit,), list(parcel.problems)
    if lost:
        raise DiedError([(unit,) for unit in lost])


def _client(scheduler: str) -> Client:
    try:
        return Client(scheduler, timeout=_PATIENCE)
    except ValueError as error:  # no address
        raise OSError(str(error)) from None


def _introduce(client: Client, crew: Crew) -> None:
    try:
        client.run_on_scheduler(_known)
        client.register_plugin(crew)
    except Exception as error:  # whatever a machine says that cannot even read what it is sent
        raise RefusedError(f"có máy chưa cài cùng một bản Lá Chắn: {error}") from None


def _known() -> None:
    """What can be called only where this package is installed."""


def _parcels(
    client: Client, scheduler: str, crew: Crew, main: Maker, units: Sequence[Unit]
) -> Iterator[tuple[Unit, Parcel | None]]:
    """What comes back, None for a unit whose workers died; only so much is under way as can be held."""
    waiting = iter(units)
    flying: dict[Future[Parcel], Unit] = {}
    while True:
        with _explained(scheduler):
            threads = sum(client.nthreads().values())
            for unit in islice(waiting, max(1, _AHEAD * threads - len(flying))):
                sounds = [r.path.read_bytes() for r in unit.place.recordings] if main.voice else []
                flying[client.submit(_make, crew.name, unit, sounds, pure=False)] = unit
            if not flying:
                return
            done = _done(client, list(flying))
        for future in done:
            unit = flying.pop(future)
            with _explained(scheduler):
                try:
                    parcel = future.result()
                except KilledWorker:
                    parcel = None
                future.release()
            yield unit, parcel


def _done(client: Client, futures: list[Future[Parcel]]) -> Collection[Future[Parcel]]:
    """Those that are done, at least one. Raises TimeoutError when there is no worker any more."""
    while True:
        try:
            wait(futures, timeout=_PATIENCE, return_when="FIRST_COMPLETED")
            return [future for future in futures if future.done()]
        except TimeoutError:
            if not client.nthreads():
                raise


def _make(crew: str, unit: Unit, recordings: Sequence[bytes]) -> Parcel:
    """On a worker: what its `Crew` makes of the unit. Raises RefusedError with the worker's address."""
    worker = get_worker()
    plugin = worker.plugins[crew]
    assert isinstance(plugin, Crew)
    try:
        return plugin.make(unit, recordings)
    except RefusedError as error:
        raise RefusedError(f"máy {worker.address}: {error}") from None
    except OSError as error:
        problem = disk.problem(error)
        raise RefusedError(f"máy {worker.address}: {problem.path}: {problem.message}") from None


def _dismiss(client: Client, crew: Crew) -> None:
    """Have the workers forget a build; where there is no cluster any more, nothing is to be done."""
    with suppress(OSError, TimeoutError, CancelledError):
        client.unregister_worker_plugin(crew.name)


@contextmanager
def _explained(scheduler: str) -> Iterator[None]:
    """What goes wrong between the machines, as a problem that can be read."""
    try:
        yield
    except RefusedError as error:
        raise _useless(str(error)) from None
    except TimeoutError:
        raise _useless(f"{scheduler} không trả lời, hoặc không có dask worker nào nhận việc") from None
    except CancelledError:
        raise _useless(f"mất liên lạc với {scheduler}") from None
    except OSError as error:
        raise _useless(f"không nối được với {scheduler}: {error}") from None


def _useless(message: str) -> ProblemsError:
    return ProblemsError([Problem("--scheduler", 1, message)])
