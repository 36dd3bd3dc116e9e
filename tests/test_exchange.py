"""New files take the place of old ones: all or none, whenever it is stopped, and of nobody else's."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from filelock import FileLock
from lachan.common.problem import ProblemsError
from lachan.files.exchange import NEW, exchange, workshop

BEFORE = {"index.html": "cũ", "same.txt": "111", "a/gone.pdf": "x", "b/old.html": "cũ", "kho.json": "1"}
AFTER = {
    "index.html": "mới",
    "same.txt": "111",
    "b/old.html": "mới",
    "c/d/new.pdf": "y",
    "kho.json": "2",
}
GONE = ["a/gone.pdf"]


def lay(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")


def files(folder: Path) -> dict[str, str]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in found}


def run(target: Path) -> None:
    with workshop(target, "site") as folder:
        lay(folder / NEW, AFTER)
        exchange(folder, target, GONE)


def test_where_nothing_was(tmp_path: Path) -> None:
    run(tmp_path / "a" / "site")
    assert files(tmp_path / "a" / "site") == AFTER
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["site"]


def test_what_was_there_gives_way(tmp_path: Path) -> None:
    site = tmp_path / "site"
    lay(site, BEFORE | {"desktop.ini": "ours not"})
    same, folder = (site / "same.txt").stat(), site.stat()
    run(site)
    assert files(site) == AFTER | {"desktop.ini": "ours not"}
    assert not (site / "a").exists()
    after = (site / "same.txt").stat()
    assert (after.st_ino, after.st_mtime_ns) == (same.st_ino, same.st_mtime_ns)
    assert site.stat().st_ino == folder.st_ino
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_file_that_does_not_give_way_brings_all_back(tmp_path: Path) -> None:
    """A folder that holds something stands where a file should be, as if somebody had it open."""
    site = tmp_path / "site"
    lay(site, BEFORE)
    (site / "c/d/new.pdf/x").mkdir(parents=True)
    with pytest.raises(OSError, match=r"new\.pdf"):
        run(site)
    assert files(site) == BEFORE
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


KILLED = f"""
import os, signal, sys
from pathlib import Path
sys.path.insert(0, {str(Path(__file__).parent)!r})
from test_exchange import run

left, sent = int(sys.argv[2]), int(sys.argv[3])
def counted(function):
    def call(*arguments, **named):
        global left
        left -= 1
        if left == -1:
            signal.raise_signal(sent)
        return function(*arguments, **named)
    return call

for name in ("replace", "link", "unlink", "rmdir", "mkdir"):
    setattr(os, name, counted(getattr(os, name)))
run(Path(sys.argv[1]))
"""


def stopped(site: Path, steps: int, sent: int) -> int:
    """How a process ends that gets a signal after so many steps; 0 where it is done before."""
    lay(site, BEFORE)
    command = [sys.executable, "-c", KILLED, str(site), str(steps), str(sent)]
    return subprocess.run(command, capture_output=True, check=False).returncode


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
def test_killed_at_any_moment_the_next_one_goes_on(tmp_path: Path) -> None:
    """At each step files are the old or the new ones, none is missing; afterwards all are the new."""
    killed = 0
    for steps in range(200):
        site = tmp_path / str(steps) / "site"
        done = stopped(site, steps, signal.SIGKILL)
        now = files(site)
        for name, text in BEFORE.items():
            assert now.get(name) in {text, AFTER.get(name)}, (steps, name)
        if done == 0:
            break
        assert done == -signal.SIGKILL
        killed += 1
        begun = now != BEFORE
        with workshop(site, "site"):
            assert files(site) in ([AFTER] if begun else [BEFORE, AFTER]), steps
        assert [path.name for path in site.parent.iterdir()] == ["site"]
    assert killed > 10
    assert files(site) == AFTER


@pytest.mark.skipif(sys.platform == "win32", reason="no Ctrl-C that only one process hears")
def test_stopped_at_any_moment_all_are_the_old_or_the_new_ones(tmp_path: Path) -> None:
    states = []
    for steps in range(200):
        site = tmp_path / str(steps) / "site"
        if stopped(site, steps, signal.SIGINT) == 0:
            break
        states.append(files(site))
        assert states[-1] in (BEFORE, AFTER), steps
    assert states.count(BEFORE) > 10
    assert files(site) == AFTER


FULL = """
import resource, sys
from pathlib import Path
from lachan.files.exchange import workshop

resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
with workshop(Path(sys.argv[1]), "site"):
    pass
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no limit of what a process may write")
def test_a_full_disk_lets_all_be_brought_back(tmp_path: Path) -> None:
    """Nothing can be written any more when a file does not give way."""
    site, folder = tmp_path / "site", tmp_path / ".site-site"
    lay(site, BEFORE)
    (site / "c/d/new.pdf").mkdir(parents=True)
    lay(folder / NEW, AFTER)
    journal = {"put": ["index.html", "c/d/new.pdf"], "gone": GONE, "added": []}
    (folder / "journal.json").write_text(json.dumps(journal))
    done = subprocess.run([sys.executable, "-c", FULL, str(site)], capture_output=True, check=False)
    assert b"IsADirectoryError" in done.stderr
    assert files(site) == BEFORE
    assert not folder.exists()


def test_killed_while_all_is_brought_back(tmp_path: Path) -> None:
    site, folder = tmp_path / "site", tmp_path / ".site-site"
    lay(site, BEFORE | {"index.html": "mới", "c/d/new.pdf": "y"})
    lay(folder / "old", {"index.html": "cũ"})
    journal = {"put": ["c/d/new.pdf", "index.html"], "gone": GONE, "added": ["c/d/new.pdf"]}
    (folder / "back.json").write_text(json.dumps(journal))
    with workshop(site, "site"):
        assert files(site) == BEFORE
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_one_at_a_time(tmp_path: Path) -> None:
    (tmp_path / ".site-site").mkdir()
    with FileLock(tmp_path / ".site-site" / "lock"), pytest.raises(ProblemsError) as raised:
        run(tmp_path / "site")
    assert str(raised.value) == (
        f"{tmp_path / 'site'}:1: đang có một lần dựng khác ghi vào đây; hãy chờ xong rồi chạy lại"
    )
    run(tmp_path / "site")


def test_somebody_s_folder_is_no_workshop(tmp_path: Path) -> None:
    lay(tmp_path / ".site-site", {"new/a.txt": "x", "thơ.txt": "x"})
    with pytest.raises(ProblemsError, match=r"đã có sẵn «thơ\.txt»"):
        run(tmp_path / "site")
    assert files(tmp_path / ".site-site") == {"new/a.txt": "x", "thơ.txt": "x"}
