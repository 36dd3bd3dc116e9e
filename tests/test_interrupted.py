"""Builds that are stopped, killed or run two at once: nothing is lost, nothing is half done."""

from __future__ import annotations

import random
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import psutil
import pytest
from conftest import ROOT, gone, trim
from lachan.audit.siteproof import prove
from lachan.build import pipeline
from lachan.build.maker import CACHE
from lachan.common.problem import ProblemsError
from miniature import SIX, contents, read

Lay = Callable[..., Path]
UNITS = 8

PRESS = f"""
import sys
sys.path.insert(0, {str(ROOT / "tests")!r})
import miniature
from pathlib import Path
from lachan.build import pipeline

if __name__ == "__main__":
    project = miniature.read(Path(sys.argv[1]))
    pipeline.make(project, project.campaign.places, lambda *_: print("step", flush=True), processes=2)
"""


def started(*command: str | Path, cwd: Path) -> AbstractContextManager[subprocess.Popen[str]]:
    """A command in a group of its own."""
    return subprocess.Popen(
        [sys.executable, *command], cwd=cwd, start_new_session=True, text=True, encoding="utf-8",
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip


def kits(root: Path) -> list[Path]:
    """What the store remembers."""
    return list((root / CACHE / "kits").rglob("*.json"))


def test_a_build_killed_at_random_moments_goes_on(mini: Lay, tmp_path: Path) -> None:
    root = mini(SIX)
    project = read(root)
    whole = contents(pipeline.make(project, project.campaign.places))
    shutil.rmtree(root / CACHE)
    script = tmp_path / "press.py"
    script.write_text(PRESS, "utf-8")
    chance = random.Random(7)
    for _ in range(3):
        with started(script, root, cwd=tmp_path) as main:
            assert main.stdout
            main.stdout.readline()
            time.sleep(chance.random() / 2)
            main.kill()
        gone(main.pid)
    steps: list[int] = []
    made = pipeline.make(project, project.campaign.places, lambda done, _: steps.append(done))
    assert len(steps) < UNITS
    assert contents(made) == whole


def crew() -> list[psutil.Process]:
    """The processes that work for this one."""
    return [child for child in psutil.Process().children() if "spawn_main" in " ".join(child.cmdline())]


def test_what_a_dead_worker_was_at_is_made_by_another(mini: Lay) -> None:
    project = read(mini(SIX))
    whole = contents(pipeline.make(project, project.campaign.places))
    shutil.rmtree(project.root / CACHE)
    killed: list[psutil.Process] = []

    def step(done: int, total: int) -> None:
        if done >= 2 and not killed:
            killed.extend(crew())
            killed[0].kill()

    made = pipeline.make(project, project.campaign.places, step, processes=2)
    assert len(killed) == 2
    assert contents(made) == whole


def test_what_kills_every_worker_is_named(mini: Lay) -> None:
    """Every worker dies before its first kit is made."""
    project = read(mini())
    over = threading.Event()

    def kill() -> None:
        while not over.wait(0.1):
            for process in crew():
                process.kill()

    killer = threading.Thread(target=kill)
    killer.start()
    try:
        with pytest.raises(ProblemsError) as raised:
            pipeline.make(project, project.campaign.places, processes=2)
    finally:
        over.set()
        killer.join()
    said = (
        "chưa làm được tài liệu của nơi này (vi): lần nào cũng bị dừng nửa chừng, thường do "
        "thiếu bộ nhớ; hãy đóng bớt chương trình rồi chạy lại với --jobs 1"
    )
    assert str(raised.value).splitlines() == [
        f"campaigns/bac-ninh/dong-viet.yml:1: {said}",
        f"campaigns/hai-phong/duong-kinh.yml:1: {said}",
    ]


def test_ctrl_c_is_a_clean_stop(mini: Lay) -> None:
    root = mini(SIX)
    with started("-m", "lachan", "build", "--jobs", "2", cwd=root) as main:
        while not kits(root) and main.poll() is None:
            time.sleep(0.05)
        main.send_signal(signal.SIGINT)
        said = main.communicate()
    assert (main.returncode, *said) == (
        130,
        "",
        "Đã dừng. Phần làm xong vẫn giữ lại; chạy lại lệnh này thì làm tiếp.\n",
    )
    gone(main.pid)
    assert 1 <= len(kits(root)) < UNITS
    assert not [path for path in (root / CACHE).rglob("tmp*") if path.is_file()]
    assert not (root / "site").exists()


def test_ctrl_c_while_the_pages_are_built(project: Path) -> None:
    trim(project)
    with started("-m", "lachan", "build", "--place", "11692", cwd=project) as main:
        while not list(project.glob(".site-*/made")) and main.poll() is None:
            time.sleep(0.05)
        time.sleep(1)
        main.send_signal(signal.SIGINT)
        said = main.communicate()
    assert (main.returncode, said[0]) == (130, "")
    assert said[1].startswith("Đã dừng.")
    gone(main.pid)
    assert not (project / "site").exists()
    assert not list(project.glob(".site-*"))


def test_two_builds_at_once(project: Path) -> None:
    trim(project)
    arguments = ("-m", "lachan", "build", "--place", "11692", "--place", "07735", "--output")
    with (
        started(*arguments, "một", cwd=project) as one,
        started(*arguments, "hai", cwd=project) as other,
    ):
        said = [one.communicate(), other.communicate()]
    assert (one.returncode, other.returncode) == (0, 0), said
    shutil.rmtree(project / ".cache")
    with started(*arguments, "ba", cwd=project) as alone:
        assert alone.communicate()[1] == ""
    sites = [tree(project / name) for name in ("một", "hai", "ba")]
    assert sites[0] == sites[1] == sites[2]
    assert prove(project / "ba") == []


def tree(site: Path) -> dict[str, bytes]:
    """Every file of a site."""
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in site.rglob("*")
        if path.is_file()
    }
