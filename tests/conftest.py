"""What many tests share: a copy of the project to spoil, and one site built from it."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from types import ModuleType

import miniature
import pytest
from hearing import recording
from lachan.common.clock import EPOCH
from lachan.texts.project import Project
from lachan.texts.text import FOLDERS

ROOT = Path(__file__).parents[1]
DAY = "1795219200"
"""The day of `miniature.TODAY` for commands, whatever the clock says: 21 November 2026."""
PARTS = ("mkdocs.yml", "docs", "campaigns", "assets", "hooks")
LEFT_BY_SYSTEMS = (
    "assets/art/Thumbs.db",
    "assets/theme/desktop.ini",
    "campaigns/hai-phong/~$duong-kinh.yml",
    "docs/vi/desktop.ini",
    "docs/vi/posters/.DS_Store",
)
"""What lies in any folder of a PC, and in none of ours."""
HEAVY = {"browser", "built", "heard", "odd", "project"}
"""Fixtures that copy or build the whole project, or start a browser: what takes one is slow."""
STARTERS = {
    "conftest.copy_project",
    "conftest.lachan",
    "finished",
    "lachan.build.cluster",
    "lachan.build.maker",
    "lachan.build.pipeline",
    "lachan.render.press",
    "sheets",
    "subprocess",
}
"""What copies, builds, prints or runs a program: a file of tests that imports one of these is slow."""
# A shell lets what it runs in the background ignore Ctrl-C, and so would every command of a test.
signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what `make test-quick` leaves out."""
    for item in items:
        assert isinstance(item, pytest.Function)
        if not HEAVY.isdisjoint(item.fixturenames) or _starts(item.module):
            item.add_marker("slow")


@cache
def _starts(module: ModuleType) -> bool:
    """Whether a file of tests imports one of STARTERS, or something out of one."""
    for value in vars(module).values():
        home = value.__name__ if isinstance(value, ModuleType) else getattr(value, "__module__", "")
        if not STARTERS.isdisjoint({home, f"{home}.{getattr(value, '__name__', '')}"}):
            return True
    return False


def copy_project(target: Path, root: Path = ROOT) -> Path:
    """Everything a build of `root` reads, so that a test may change it."""
    target.mkdir(parents=True, exist_ok=True)
    for name in PARTS:
        source = root / name
        if source.is_dir():
            ignore = shutil.ignore_patterns("__pycache__", "*.egg-info")
            shutil.copytree(source, target / name, ignore=ignore)
        else:
            shutil.copyfile(source, target / name)
    return target


def lachan(*arguments: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """The command as people run it, in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "lachan", *arguments],
        cwd=cwd,
        env=os.environ | {EPOCH: DAY} | environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def trim(root: Path) -> None:
    """Leave two short scripts, and no calendar, of everything that is printed, read out or posted."""
    for text in root.glob("docs/*/*/*.md"):
        spoken = text.stem in {"canh-giac-30-giay", "12-tro-ve-30-giay"}
        if text.parent.name in FOLDERS and not spoken:
            text.unlink()
    country = root / "campaigns/vietnam.yml"
    before, _, after = country.read_text("utf-8").partition("\nbroadcast:")
    country.write_text(before + after[after.index("\ncontacts:") :], "utf-8")


def gone(group: int) -> None:
    """Wait until no process of a group is left, and fail when one stays."""
    for _ in range(100):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return
        time.sleep(0.1)
    pytest.fail("a process is left")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the project that a test may spoil."""
    return copy_project(tmp_path / "project")


@pytest.fixture
def spoiled(project: Path) -> Callable[[Mapping[str, str | bytes | None]], Path]:
    """A function that writes files into the copy (None removes one) and gives its folder."""

    def spoil(files: Mapping[str, str | bytes | None]) -> Path:
        for name, content in files.items():
            path = project / name
            if content is None:
                path.unlink()
                continue
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return project

    return spoil


@pytest.fixture
def mini(tmp_path: Path) -> Callable[..., Path]:
    """A function that lays out the miniature with other files in it and gives its folder."""

    def lay(files: Mapping[str, str | bytes | None] | None = None) -> Path:
        return miniature.write(tmp_path / "mini", files)

    return lay


@pytest.fixture(scope="session")
def read_mini(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The miniature as it was read, for tests that only look."""
    return miniature.read(miniature.write(tmp_path_factory.mktemp("mini")))


@pytest.fixture(scope="session")
def read_family(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The miniature with one of everything that is printed or posted; one commune has a number."""
    place = miniature.FILES[miniature.PLACE]
    police = f"{place}contacts: {{commune-police: {miniature.POLICE}}}\n"
    files = {**miniature.FAMILY, miniature.PLACE: police}
    return miniature.read(miniature.write(tmp_path_factory.mktemp("family"), files))


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project with its site built by the command, once for all tests that only look."""
    root = copy_project(tmp_path_factory.mktemp("built"))
    for name in LEFT_BY_SYSTEMS:
        (root / name).write_bytes(b"\0")
    done = lachan("build", cwd=root)
    assert done.returncode == 0, done.stdout + done.stderr
    return root


@pytest.fixture(scope="session")
def site(built: Path) -> Path:
    """The site of `built`."""
    return built / "site"


@pytest.fixture(scope="session")
def heard(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of one commune with sound, one script of it read by a person."""
    root = copy_project(tmp_path_factory.mktemp("heard"))
    trim(root)
    done = lachan("build", "--place", "11692", cwd=root)
    assert done.returncode == 0, done.stdout + done.stderr
    page = (root / "site/11692/42/index.html").read_text("utf-8")
    name = page[page.index("vi-42-") :][:14]
    own = root / "campaigns/hai-phong/duong-kinh" / f"{name}.wav"
    own.parent.mkdir()
    own.write_bytes(recording(20))
    done = lachan("build", "--audio", "--place", "11692", cwd=root)
    assert done.returncode == 0, done.stdout + done.stderr
    return root / "site"
