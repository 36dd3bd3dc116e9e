"""Many machines: a real scheduler and two workers in a checkout of their own give the same bytes."""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from distributed import LocalCluster
from lachan import build
from lachan.maker import CACHE
from lachan.problem import ProblemsError
from lachan.project import Project
from miniature import SIGNS, edited, read, stored

Lay = Callable[..., Path]
PLACES = {
    f"campaigns/bac-ninh/{number}.yml": f"code: 0{number}\nname: Xã Số {'Dài ' * (number % 4)}Lắm\n"
    for number in range(1001, 1007)
}


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which workers are started."""
    folder = tmp_path / "máy khác"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def cluster(elsewhere: Path) -> Iterator[LocalCluster]:
    """A scheduler with two workers, each a process that is started again when it dies."""
    with LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, host="127.0.0.1"
    ) as cluster:
        yield cluster


def checkout(root: Path, elsewhere: Path) -> None:
    """The same project in the folder of the workers, without what was made in it."""
    shutil.copytree(root, elsewhere, dirs_exist_ok=True, ignore=shutil.ignore_patterns(".cache"))


def contents(made: build.Made) -> dict[str, bytes]:
    return {path: file.read_bytes() for path, file in stored(made).items()}


def locally(project: Project) -> dict[str, bytes]:
    """All files of `project`, made by this process."""
    made = contents(build.press(project, project.campaign.places))
    shutil.rmtree(project.root / CACHE)
    return made


def test_the_same_bytes_even_when_a_worker_is_killed(
    mini: Lay, elsewhere: Path, cluster: LocalCluster
) -> None:
    project = read(mini(PLACES))
    expected = locally(project)
    checkout(project.root, elsewhere)
    workers = {nanny.pid for nanny in cluster.workers.values()}
    steps: list[tuple[int, int]] = []

    def step(done: int, total: int) -> None:
        steps.append((done, total))
        if done == 3:
            os.kill(min(workers), signal.SIGKILL)

    made = build.press(
        project, project.campaign.places, step, scheduler=cluster.scheduler_address
    )
    assert steps == [(done, 8) for done in range(1, 9)]
    assert contents(made) == expected
    assert {nanny.pid for nanny in cluster.workers.values()} != workers
    assert (elsewhere / CACHE / "kits").is_dir()


def test_a_store_on_the_same_disk_is_not_filled_twice(mini: Lay, elsewhere: Path, cluster: LocalCluster) -> None:
    project = read(mini())
    expected = locally(project)
    checkout(project.root, elsewhere)
    (elsewhere / ".cache").symlink_to(project.root / ".cache")
    made = build.press(project, project.campaign.places, scheduler=cluster.scheduler_address)
    assert contents(made) == expected


def test_what_a_worker_refuses_to_print_is_a_line_here(
    mini: Lay, elsewhere: Path, cluster: LocalCluster
) -> None:
    project = read(mini(edited(SIGNS, "**Giục đi gấp**", f"**{'Giục đi gấp ' * 90}**")))
    checkout(project.root, elsewhere)
    with pytest.raises(ProblemsError) as raised:
        build.press(project, project.campaign.places, scheduler=cluster.scheduler_address)
    with pytest.raises(ProblemsError) as here:
        build.press(project, project.campaign.places)
    assert raised.value.problems == here.value.problems


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda folder: (folder / "mkdocs.yml").unlink(), "hãy chạy dask worker trong thư mục của Lá Chắn"),
        (
            lambda folder: (folder / "assets/print/poster-signs.typ").write_text("khác"),
            "«assets/print/poster-signs.typ» khác với máy chính; hãy dùng cùng một bản Lá Chắn, cùng thư viện",
        ),
        (
            lambda folder: (folder / "docs/vi/posters/new.md").write_text("mới"),
            "«docs/vi/posters/new.md» khác với máy chính; hãy dùng cùng một bản Lá Chắn, cùng thư viện",
        ),
    ],
)  # fmt: skip
def test_a_worker_with_another_checkout_is_named(
    mini: Lay, elsewhere: Path, cluster: LocalCluster, spoil: Callable[[Path], None], said: str
) -> None:
    project = read(mini())
    checkout(project.root, elsewhere)
    spoil(elsewhere)
    with pytest.raises(ProblemsError) as raised:
        build.press(project, project.campaign.places, scheduler=cluster.scheduler_address)
    addresses = [f"máy {nanny.worker_address}" for nanny in cluster.workers.values()]
    assert str(raised.value) in {f"--scheduler:1: {address}: {said}" for address in addresses}
    assert not list((project.root / CACHE).rglob("*.pdf"))


def test_a_scheduler_that_is_not_there(mini: Lay, monkeypatch: pytest.MonkeyPatch) -> None:
    from lachan import cluster

    monkeypatch.setattr(cluster, "_PATIENCE", 1)
    project = read(mini())
    for address in ("tcp://127.0.0.1:9", "không phải địa chỉ", "xyz://a"):
        with pytest.raises(ProblemsError) as raised:
            build.press(project, project.campaign.places, scheduler=address)
        print(raised.value)
