"""What is wrong in a file that people edit: one line each, all of them together.

Every reader and every check yields `Problem`s instead of raising at the first one, so that a
commune officer sees the whole list once and mends it in one go.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True, order=True)
class Problem:
    """One fault in one file. `line` counts from 1; `path` is shown as it is."""

    path: str
    line: int
    message: str
    warning: bool = False

    def __str__(self) -> str:
        mark = "lưu ý: " if self.warning else ""
        return f"{self.path}:{self.line}: {mark}{' '.join(self.message.splitlines())}"


@dataclass(frozen=True)
class Where:
    """A place in a file that can be shown to its author."""

    path: str
    line: int

    def problem(self, message: str, *, warning: bool = False) -> Problem:
        """What is wrong here, as a problem of this line."""
        return Problem(self.path, self.line, message, warning)


def meant(written: str, known: Iterable[str]) -> str:
    """The end of a message about a name that is not `known`: the nearest one, if any is near."""
    near = get_close_matches(written, sorted(known), n=1, cutoff=0.6)
    return f"; có phải «{near[0]}»?" if near else ""


class ProblemsError(Exception):
    """The build cannot go on; `problems` holds everything that was found."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(set(problems))
        super().__init__("\n".join(str(p) for p in self.problems))


def errors(problems: Iterable[Problem]) -> list[Problem]:
    """Only those that stop a build, in reading order."""
    return sorted({p for p in problems if not p.warning})
