"""What is wrong in a file that people edit: one line each, all of them together.

Every reader and every check yields `Problem`s instead of raising at the first one, so that a
commune officer sees the whole list once and fixes it in one go.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches


@dataclass(frozen=True, order=True)
class Problem:
    """One fault in one file. `line` counts from 1; `path` is shown as it is.

    `alike` is the message for many files at once, where others may have the same fault: «nơi chưa có
    số …», which then begins with their number.
    """

    path: str
    line: int
    message: str
    warning: bool = False
    alike: str = field(default="", compare=False)

    def __str__(self) -> str:
        mark = "lưu ý: " if self.warning else ""
        return f"{self.path}:{self.line}: {mark}{' '.join(self.message.splitlines())}"


@dataclass(frozen=True)
class Where:
    """A place in a file that can be shown to its author."""

    path: str
    line: int

    def problem(self, message: str, *, warning: bool = False, alike: str = "") -> Problem:
        """What is wrong here, as a problem of this line."""
        return Problem(self.path, self.line, message, warning, alike)


def meant(written: str, known: Iterable[str]) -> str:
    """The end of a message about a name that is not `known`: the nearest one, if any is near."""
    near = get_close_matches(written, sorted(known), n=1, cutoff=0.6)
    return f"; có phải «{near[0]}»?" if near else ""


_MANY = 4
"""So many files with the same fault are reported in one line."""


def told(problems: Iterable[Problem], most: int | None = None) -> Iterator[str]:
    """Every problem as a line, or many that are alike as one that lists all files, or `most` of them
    and how many there are besides.
    """
    groups: dict[tuple[str, bool], list[Problem]] = {}
    for problem in problems:
        groups.setdefault((problem.alike or str(problem), problem.warning), []).append(problem)
    for (alike, warning), group in groups.items():
        if len(group) < _MANY or not group[0].alike:
            yield from map(str, group)
            continue
        shown = group[:most]
        folders: dict[str, list[str]] = {}
        for problem in shown:
            folder, _, file = problem.path.rpartition("/")
            folders.setdefault(folder, []).append(file)
        listed = "; ".join(f"{folder}: {', '.join(files)}" for folder, files in folders.items())
        more = f"; và {len(group) - len(shown)} tệp nữa" if len(shown) < len(group) else ""
        yield f"{'lưu ý: ' if warning else ''}{len(group)} {alike}: {listed}{more}"


class ProblemsError(Exception):
    """The build cannot go on; `problems` holds everything that was found."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(set(problems))
        super().__init__("\n".join(str(p) for p in self.problems))


def errors(problems: Iterable[Problem]) -> list[Problem]:
    """Only those that stop a build, in reading order."""
    return sorted({p for p in problems if not p.warning})
