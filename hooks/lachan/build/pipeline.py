"""The shell around the pure parts: reads, checks, has everything made, and lays it into a site."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from types import MappingProxyType, ModuleType

from lachan.build import maker
from lachan.build.maker import CACHE, Maker, Slice, Unit
from lachan.campaign.model import Place
from lachan.checks.rules import check
from lachan.common.problem import Problem, ProblemsError, errors
from lachan.common.yamltext import Tree
from lachan.files import workers
from lachan.files.store import Record, Store
from lachan.inventory import previous
from lachan.inventory.previous import Earlier
from lachan.plan import loudspeaker
from lachan.render.studio import Studio
from lachan.texts import withdrawal
from lachan.texts.project import Project, read_project


def lost() -> ProblemsError:
    """What is raised where the store was cleared, or damaged, while a build was using it."""
    return ProblemsError([Problem(CACHE, 1, "có tệp vừa mất hoặc hỏng; hãy dựng lại lần nữa")])


@dataclass(frozen=True)
class Made:
    """Everything that was made: under which key the store remembers each place in each language.

    The places of `project` are all that the site shows; `places` are those that were made, in turn.
    """

    project: Project
    places: tuple[Place, ...]
    keys: tuple[str, ...]
    """For each of the places in turn one in every language."""
    shared: Mapping[str, str]
    """What pages of the whole country show of themselves: paths with names in the store."""
    site: Path | None = None
    """Where the site lies from which folders of places are taken over."""
    kept: Set[str] = frozenset()
    """Codes of the places whose folders are: nothing has changed for them, or nobody named them."""
    inputs: str = ""
    """The hash of all that places share (`maker.Inputs.shared`)."""

    @property
    def store(self) -> Store:
        """Where it is."""
        return Store(self.project.root / CACHE)

    def taken_over(self) -> Earlier | None:
        """The site from which folders are taken over. Raises ProblemsError if it is no longer there."""
        found = previous.read(self.site) if self.site else None
        if self.site and found is None:
            raise ProblemsError([Problem(str(self.site), 1, "trang cũ vừa mất; hãy dựng lại")])
        return found

    def by_place(self) -> Iterator[tuple[Place, tuple[str, ...]]]:
        """Each place that was made, and its keys."""
        count = len(self.project.languages)
        for index, place in enumerate(self.places):
            yield place, self.keys[index * count : (index + 1) * count]

    def records(self) -> Iterator[tuple[Place, Record]]:
        """What was made and is not taken over, one place in one language after the other: a country is
        too large at once.

        Raises ProblemsError if the store was cleared meanwhile.
        """
        for place, keys in self.by_place():
            for key in keys if place.code not in self.kept else ():
                record = self.store.record(key)
                if record is None:
                    raise lost()
                yield place, record


def read(root: Path, campaigns: Path, today: date) -> tuple[Project, list[Problem]]:
    """Read and check everything; gives what is to be made of it, and the warnings too.

    Raises ProblemsError with all errors and warnings when there is any error.
    """
    project, problems = read_project(root, campaigns, today)
    if project:
        problems += check(project)
    if project is None or errors(problems):
        raise ProblemsError(problems)
    return withdrawal.without(project), sorted(set(problems))


def choose(project: Project, codes: Sequence[str]) -> tuple[Place, ...]:
    """The places with these codes, or all when none is named. Raises ProblemsError."""
    places = project.campaign.places
    known = {place.code for place in places}
    unknown = [code for code in codes if code not in known]
    if unknown:
        raise ProblemsError(
            Problem("campaigns", 1, f"không có nơi nào mang mã {code}") for code in unknown
        )
    return tuple(place for place in places if not codes or place.code in codes)


_SHOWN = 12
"""Places that `mkdocs serve` makes again soon enough after a change."""


def shown(places: Sequence[Place]) -> tuple[Place, ...]:
    """What an author sees while writing: of more than a dozen places those with the longest names."""
    return tuple(places if len(places) <= _SHOWN else loudspeaker.longest_names(places))


def make(
    project: Project,
    places: Sequence[Place],
    step: Callable[[int, int], None] = lambda _done, _all: None,
    *,
    studio: Studio | None = None,
    processes: int = 1,
    scheduler: str = "",
    standing: Mapping[str, Sequence[str]] = MappingProxyType({}),
) -> Made:
    """Make everything of `places` that is not there yet; `step` is told how many units of how many.

    It is made in so many processes, or by the machines of a Dask scheduler (`tcp://…`). With a studio
    the scripts can be heard, too. Not made again is what stands in a site as it was left: by codes of
    places `standing` are the keys. What cannot be made does not stop the rest. Raises ProblemsError
    with all of it.
    """
    # Pages must not lead to places that are not built.
    project = replace(project, campaign=replace(project.campaign, places=tuple(places)))
    main = Maker(project, studio)
    seen = _looked_at(places)
    units = [
        Unit(replace(place, broadcast_tree=Tree({}), contact_tree=Tree({})), lang, place.code in seen)
        for place in places
        for lang in project.languages
    ]
    keys = [main.key(unit) for unit in units]
    waiting = [
        unit
        for unit, key in zip(units, keys, strict=True)
        if key not in standing.get(unit.place.code, ()) and not main.store.whole(key)
    ]
    if waiting:
        main.store.tidy()
    shared, refused = main.shared()
    if scheduler:
        crew = _cluster().run(scheduler, main, waiting)
    else:
        start = (maker.start, (main.project, studio, main.inputs))
        crew = workers.run(maker.make, _work(waiting, processes), start, processes)
    done = 0
    try:
        for work, found in crew:
            done += 0 if isinstance(work, Slice) else len(work)
            step(done, len(waiting))
            refused += found
    except workers.DiedError as error:
        died = [unit for work in error.items if not isinstance(work, Slice) for unit in work]
        refused += [_died(unit) for unit in died if not main.store.whole(main.key(unit))]
    if refused:
        raise ProblemsError(refused)
    if waiting:
        main.store.prune(_CACHE, time.time() - _FRESH, lambda: previous.used(main.store))
    return Made(project, tuple(places), tuple(keys), shared, inputs=main.inputs.shared)


def inputs(project: Project, studio: Studio | None = None) -> str:
    """The hash of all that places share (`Made.inputs`), before anything is made."""
    return Maker(project, studio).inputs.shared


_SLICES = 12
"""Slices of a unit that are made ahead: enough to spread evenly, few enough to plan it again for."""
_BATCH = 8
"""Units of one batch: Typst lays out the poster of the first, of the seven others what differs."""


def _work(waiting: Sequence[Unit], processes: int) -> list[tuple[Unit, ...] | Slice]:
    """The units of each language, a few at a time and fewer towards the end, so that all processes end
    together; where they are too few to keep all busy, first slices of them.
    """
    few = processes > 1 and len(waiting) < 4 * processes
    slices = [Slice(unit, number, _SLICES) for unit in waiting for number in range(_SLICES)]
    batches: list[tuple[Unit, ...]] = []
    left = len(waiting)
    for lang in dict.fromkeys(unit.lang for unit in waiting):
        units = deque(unit for unit in waiting if unit.lang == lang)
        while units:
            size = max(1, min(_BATCH, len(units), left // (2 * processes)))
            batches.append(tuple(units.popleft() for _ in range(size)))
            left -= size
    return [*(slices if few else ()), *batches]


def _cluster() -> ModuleType:
    """The work on many machines, whose libraries only those have who asked for them."""
    try:
        from lachan.build import cluster
    except ImportError:
        message = "chưa cài phần chạy nhiều máy; hãy chạy make cluster"
        raise ProblemsError([Problem("--scheduler", 1, message)]) from None
    return cluster


def _died(unit: Unit) -> Problem:
    message = (
        f"chưa làm được tài liệu của nơi này ({unit.lang}): lần nào cũng bị dừng nửa chừng, thường do "
        "thiếu bộ nhớ; hãy đóng bớt chương trình rồi chạy lại với --jobs 1"
    )
    return unit.place.where.problem(message)


_CACHE = 20 * 10**9
"""Bytes of finished files that the store may keep beside those that sites were laid from."""
_FRESH = 24 * 3600
"""Seconds for which it keeps a file in any case: another build may be about to use it."""
_MANY = 100
"""Of more places than these the sheets of a sample are looked at; QR and numbers are read on all."""
_EVERY = 50


def _looked_at(places: Sequence[Place]) -> set[str]:
    """Codes of the sample: of each province the longest and the shortest name, and every 50th commune.

    What lies on a sheet depends on the length of names, and the press has already refused what does not
    fit; looking takes three times as long as pressing.
    """
    if len(places) <= _MANY:
        return {place.code for place in places}
    seen = {place.code for place in sorted(places, key=lambda place: place.code)[::_EVERY]}
    provinces: dict[str, list[Place]] = {}
    for place in places:
        provinces.setdefault(str(place.province), []).append(place)
    for group in provinces.values():
        ordered = sorted(group, key=lambda place: (len(place.name.short), place.code))
        seen |= {ordered[0].code, ordered[-1].code}
    return seen
