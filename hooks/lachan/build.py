"""The shell around the pure parts: reads, checks, presses, and lays the finished files into a site."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from lachan import faults, manifest, packed, proof, sharing
from lachan.campaign import Place
from lachan.check import check
from lachan.plan import plan
from lachan.press import Press
from lachan.problem import Problem, ProblemsError, errors
from lachan.project import Project, read_project
from lachan.proven import Proven
from lachan.recipe import Artefact
from lachan.siteproof import prove
from lachan.sound import Voice
from lachan.store import Job, Store
from lachan.studio import Studio
from lachan.workers import run

CACHE = ".cache/lachan"


@dataclass(frozen=True)
class Made:
    """Everything that was pressed: each artefact and the stored file that holds it."""

    project: Project
    places: tuple[Place, ...]
    files: tuple[tuple[Artefact, Path], ...]


def read(root: Path, campaigns: Path, today: date) -> tuple[Project, list[Problem]]:
    """Read and check everything; gives the warnings too.

    Raises ProblemsError with all errors and warnings when there is any error.
    """
    project, problems = read_project(root, campaigns)
    if project:
        problems += check(project, today)
    if project is None or errors(problems):
        raise ProblemsError(problems)
    return project, sorted(set(problems))


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


def press(
    project: Project,
    places: Sequence[Place],
    step: Callable[[int, int], None] = lambda _done, _all: None,
    *,
    studio: Studio | None = None,
    processes: int = 1,
) -> Made:
    """Make every artefact of `places` that is not there yet; `step` is told how many of how many.

    With a studio the scripts can be heard, too. A sheet that cannot be printed does not stop the
    others. Raises ProblemsError with all of them.
    """
    machine = Press(project.root / "assets", project.campaign.country.edition, studio)
    store = Store(project.root / CACHE, machine)
    # Pages must not lead to places that are not built.
    campaign = replace(project.campaign, places=tuple(places))
    voice = Voice(studio.name, studio.variant) if studio else None
    planned = [(artefact, store.job(artefact)) for artefact in plan(project, places, voice)]
    makers: dict[Path, Artefact] = {}
    for artefact, job in planned:
        if not job.target.exists():
            makers.setdefault(job.target, artefact)
    waves = _waves([job for artefact, job in planned if makers.get(job.target) is artefact])
    done = 0
    refused: list[Problem] = []
    spoilt: set[Path] = set()
    for wave in waves:
        whole = [job for job in wave if spoilt.isdisjoint(job.parts.values())]
        spoilt |= {job.target for job in wave} - {job.target for job in whole}
        for job, found in run(whole, machine, processes):
            done += 1
            step(done, len(makers))
            if found:
                spoilt.add(job.target)
                refused += faults.problems(project, makers[job.target], found)
    if refused:
        raise ProblemsError(refused)
    files = tuple((artefact, job.target) for artefact, job in planned)
    return Made(replace(project, campaign=campaign), tuple(places), files)


def _waves(jobs: Sequence[Job]) -> Iterator[list[Job]]:
    """The jobs in groups: each needs only files that are there or made in a group before."""
    waiting = {job.target: job for job in jobs}
    while waiting:
        ready = [job for job in waiting.values() if waiting.keys().isdisjoint(job.parts.values())]
        yield ready
        for job in ready:
            del waiting[job.target]


def publish(made: Made, site: Path) -> None:
    """Lay the finished files into `site`, write kho.json, pack what is text, and prove the whole site.

    Raises ProblemsError when anything does not hold what it should.
    """
    listed: list[tuple[Artefact, Path, int]] = []
    for artefact, stored in made.files:
        target = site / artefact.path
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(stored, target)
        if artefact.kind == sharing.KIND:
            continue
        is_pdf = artefact.path.endswith(".pdf")
        pages = artefact.pages or (proof.pages(target.read_bytes()) if is_pdf else 0)
        listed.append((artefact, target, pages))
    manifest.write(site, manifest.manifest(made.project, made.places, listed))
    packed.pack(site)
    if problems := prove(site, Proven(made.project.root / CACHE / "proven")):
        raise ProblemsError(problems)
