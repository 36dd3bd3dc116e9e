"""Folders for a while: a killed process leaves one, the next one to come removes it, and no other."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from conftest import ROOT
from lachan.files import scratch

HOLD = """
import sys, time
from pathlib import Path
from lachan.files import scratch

with scratch.folder(Path(sys.argv[1]), "a-") as folder:
    (folder / "deep/er").mkdir(parents=True)
    (folder / "deep/er/file").write_text("x")
    print(folder, flush=True)
    sys.stdin.read()
"""
SET = """
import sys
from pathlib import Path
from lachan.render.typesetter import Typesetter

setter = Typesetter(Path(sys.argv[1]))
print(setter._root, flush=True)
sys.stdin.read()
"""


@contextmanager
def running(
    program: str, *arguments: Path, **environment: str
) -> Iterator[tuple[subprocess.Popen[str], Path]]:
    """A process and the folder that it holds."""
    with subprocess.Popen(
        [sys.executable, "-c", program, *arguments], text=True, encoding="utf-8",
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment or None,
    ) as process:  # fmt: skip
        assert process.stdout
        folder = Path(process.stdout.readline().strip())
        try:
            yield process, folder
        finally:
            process.kill()


def killed(parent: Path) -> Path:
    """The folder that a killed process has left."""
    with running(HOLD, parent) as (_, left):
        pass
    assert (left / "deep/er/file").exists()
    return left


def test_a_folder_of_a_killed_process_goes_and_that_of_a_living_one_stays(tmp_path: Path) -> None:
    dead = killed(tmp_path)
    with running(HOLD, tmp_path) as (process, alive):
        assert not dead.exists()
        scratch.sweep(tmp_path, "a-")
        assert (alive / "deep/er/file").exists()
        process.communicate()
    assert list(tmp_path.iterdir()) == []


def test_a_folder_goes_when_its_work_fails(tmp_path: Path) -> None:
    def fail() -> None:
        with scratch.folder(tmp_path, "a-") as folder:
            (folder / "file").write_text("x")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert list(tmp_path.iterdir()) == []


def other_prefix(parent: Path) -> Path:
    return killed(parent).rename(parent / "b-dead")


def no_mark(parent: Path) -> Path:
    (parent / "a-somebodys").mkdir()
    return parent / "a-somebodys"


def another_mark(parent: Path) -> Path:
    """As it is just before its maker has locked it."""
    (no_mark(parent) / scratch.LOCK).touch()
    return parent / "a-somebodys"


def a_file(parent: Path) -> Path:
    (parent / "a-file").write_text("x")
    return parent / "a-file"


def a_link(parent: Path) -> Path:
    dead = other_prefix(parent)
    (parent / "a-link").symlink_to(dead, target_is_directory=True)
    return dead


def anothers(parent: Path) -> Path:
    dead = killed(parent)
    os.chown(dead, 65534, -1)
    return dead


LAID = [other_prefix, no_mark, another_mark, a_file, a_link]
if os.getuid() == 0:  # nobody else can give a folder away
    LAID.append(anothers)


@pytest.mark.parametrize("lay", LAID)
def test_what_is_not_ours_stays(tmp_path: Path, lay: Callable[[Path], Path]) -> None:
    stays = lay(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    scratch.sweep(tmp_path, "a-")
    assert stays.exists()
    assert sorted(tmp_path.rglob("*")) == before


def test_a_link_inside_goes_and_what_it_leads_to_stays(tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept/file").write_text("x")
    (killed(tmp_path) / "link").symlink_to(tmp_path / "kept", target_is_directory=True)
    scratch.sweep(tmp_path, "a-")
    assert sorted(tmp_path.rglob("*")) == [tmp_path / "kept", tmp_path / "kept/file"]


def test_typst_leaves_nothing_behind(tmp_path: Path) -> None:
    """Killed, its folder goes with the next one, which goes by itself."""
    environment = os.environ | {"TMPDIR": str(tmp_path)}
    with running(SET, ROOT / "assets", **environment) as (_, dead):
        pass
    assert (dead / "print").is_dir()
    with running(SET, ROOT / "assets", **environment) as (process, alive):
        assert not dead.exists()
        process.communicate()
    assert not alive.exists()
    assert list(tmp_path.iterdir()) == []
