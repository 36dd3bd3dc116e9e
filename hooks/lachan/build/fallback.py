"""What is built where the file of a place is wrong: one commune's mistake must not stop 113 others.

Of such a file only the code counts, and the name where the official list does not know the code. The
place keeps its files of the last build if all that the country shares with it (numbers, laws, texts) is
still what they were made from; otherwise it gets page and kit without any data of its own.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence, Set
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from lachan.campaign.model import Place
from lachan.campaign.placefiles import own_file
from lachan.checks.rules import check
from lachan.common.problem import Problem, ProblemsError, errors
from lachan.plan import paths
from lachan.texts import withdrawal
from lachan.texts.project import Project, read_project, shown


@dataclass(frozen=True)
class Reading:
    """A project that can be built, and all that is wrong with the files of single places."""

    project: Project
    problems: Sequence[Problem]
    faulty: Set[str] = frozenset()
    """The files of communes and provinces that count for their code and name only."""

    @property
    def folder(self) -> str:
        """The folder of places, as problems name it."""
        return self.project.campaign.tree.at(()).path.removesuffix("/vietnam.yml")

    def is_faulty(self, place: Place) -> bool:
        """Whether the file of a place, or of its province, is wrong."""
        path = place.where.path
        return path in self.faulty or _province_of(path) in self.faulty

    def about(self, places: Sequence[Place]) -> list[Problem]:
        """What is wrong with the files of these places, of their provinces and of everybody."""
        files = {place.where.path for place in places}
        files |= {"", *map(_province_of, files)}
        return [p for p in self.problems if own_file(p.path, self.folder) in files]


def _province_of(path: str) -> str:
    """The file of the province that a commune's file lies beside."""
    return f"{path.rpartition('/')[0]}/province.yml"


def read(
    root: Path,
    campaigns: Path,
    today: date,
    faulty: Set[str] = frozenset(),
    known: Collection[Problem] = (),
) -> Reading:
    """Read and check everything, around the files of single places that are wrong.

    `faulty` are such files that are `known` already, by their problems. Raises ProblemsError where
    anything else is wrong.
    """
    folder = shown(root, campaigns)
    problems = set(known)
    while True:
        project, found = read_project(root, campaigns, today, faulty)
        if project:
            found += check(project)
        problems |= {p for p in found if not (p.warning and own_file(p.path, folder) in faulty)}
        wrong = {own_file(problem.path, folder) for problem in errors(found)}
        own = frozenset(path for path in wrong if path)
        if project is None or own != wrong or (own and own <= faulty):
            raise ProblemsError(problems)
        if not own:
            return Reading(withdrawal.without(project), sorted(problems), faulty)
        faulty |= own


def blamed(reading: Reading, places: Sequence[Place], problems: Collection[Problem]) -> frozenset[str]:
    """The files of the places to which all errors among `problems` belong; none where one of them
    belongs to no single place, or every place has some: then it is no mistake of theirs.
    """
    files = {place.code: place.where.path for place in places}
    found = {
        files.get(paths.code(problem.path) or "") or own_file(problem.path, reading.folder)
        for problem in errors(problems)
    }
    single = frozenset(path for path in found if path)
    return single if single == found and not single >= set(files.values()) else frozenset()
