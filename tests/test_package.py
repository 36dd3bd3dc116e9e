"""What is installed from the project has everything that the code reads, editable or not."""

from __future__ import annotations

import tomllib
from pathlib import Path

HOOKS = Path(__file__).parents[1] / "hooks"
SETTINGS = tomllib.loads((HOOKS.parent / "pyproject.toml").read_text("utf-8"))


def test_every_data_file_is_packed() -> None:
    patterns = SETTINGS["tool"]["setuptools"]["package-data"]
    packed = {
        path
        for package, listed in patterns.items()
        for pattern in listed
        for path in (HOOKS / package.replace(".", "/")).glob(pattern)
    }
    there = {
        path
        for path in (HOOKS / "lachan").rglob("*")
        if path.is_file() and path.suffix not in {".py", ".pyc"}
    }
    assert there
    assert {str(path.relative_to(HOOKS)) for path in there - packed} == set()
