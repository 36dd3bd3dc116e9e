"""What systems and programs leave in any folder (Thumbs.db, ~$ of Word): nobody has put it there."""

from __future__ import annotations

from fnmatch import fnmatch
from functools import cache
from importlib.resources import files
from pathlib import Path

from lachan.common.yamltext import parse

_DATA = "data/system_files.yml"


def of_system(name: str) -> bool:
    """Whether a file of this name is none that a person has put there."""
    return any(fnmatch(name.lower(), pattern) for pattern in _patterns())


def found(folder: Path, pattern: str) -> list[Path]:
    """What people have put into `folder`, by a pattern of its paths, in one order on every system."""
    paths = (path for path in folder.glob(pattern) if not of_system(path.name))
    return sorted(paths, key=Path.as_posix)


@cache
def _patterns() -> tuple[str, ...]:
    tree, _ = parse(files("lachan").joinpath(_DATA).read_text("utf-8"), _DATA)
    return tuple(pattern for group in tree.value.values() for pattern in group)
