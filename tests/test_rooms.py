"""The walls of the code: what may import what (pyproject.toml), and that a wall is one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT

HOOKS = ROOT / "hooks"
PROGRAM = Path(sys.executable).with_name("lint-imports")
MOST = 12
"""Modules in a room; speech, an island with rules of its own, has more."""


def linted(folder: Path) -> subprocess.CompletedProcess[str]:
    """The contracts of the project, checked against the code in `folder`."""
    return subprocess.run(
        [PROGRAM, "--config", ROOT / "pyproject.toml", "--no-cache"],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(folder), "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
    )


def test_no_import_runs_upward() -> None:
    done = linted(HOOKS)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("module", "statement", "room", "other"),
    [
        ("texts/text.py", "from lachan.plan import paths", "lachan.texts", "lachan.plan"),
        ("verify/proof.py", "from lachan.render import press", "lachan.verify", "lachan.render"),
        ("speech/words.py", "from lachan.common import slugs", "lachan.speech", "lachan.common"),
        ("build/pipeline.py", "import typst", "lachan", "typst"),
        ("publish/renewal.py", "import mkdocs", "lachan", "mkdocs"),
        ("build/maker.py", "import distributed", "lachan", "distributed"),
    ],
)
def test_a_wall_stands(tmp_path: Path, module: str, statement: str, room: str, other: str) -> None:
    copy = Path(shutil.copytree(HOOKS / "lachan", tmp_path / "lachan"))
    file = copy / module
    file.write_text(f"{file.read_text('utf-8')}\n{statement}\n", "utf-8")
    done = linted(tmp_path)
    assert done.returncode == 1, done.stdout
    assert f"{room} is not allowed to import {other}" in " ".join(done.stdout.split())


def test_a_room_nobody_has_planned_is_named(tmp_path: Path) -> None:
    copy = Path(shutil.copytree(HOOKS / "lachan", tmp_path / "lachan"))
    (copy / "attic").mkdir()
    (copy / "attic/__init__.py").touch()
    done = linted(tmp_path)
    assert done.returncode == 1
    assert "attic" in done.stdout


def test_no_room_is_a_hall() -> None:
    rooms = {
        room.name: [file for file in room.glob("*.py") if file.stem != "__init__"]
        for room in (HOOKS / "lachan").iterdir()
        if (room / "__init__.py").is_file()
    }
    assert {name for name, modules in rooms.items() if len(modules) > MOST} == {"speech"}
    assert {file.stem for file in (HOOKS / "lachan").glob("*.py")} == {"__init__", "__main__"}
