"""Many machines: a real scheduler and two workers in a checkout of their own give the same bytes."""

# ruff: noqa: E501 (a message stays on its line)

from __future__ import annotations

import logging
import os
import re
import shutil
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from distributed import LocalCluster
from hearing import recording
from lachan.build import cluster as cluster_
from lachan.build import pipeline
from lachan.build.maker import CACHE, Maker, Unit
from lachan.campaign import broadcast
from lachan.common.problem import ProblemsError
from lachan.plan import loudspeaker
from lachan.render.studio import Studio
from lachan.texts.project import Project
from miniature import SIGNS, SIX, contents, edited, read

Lay = Callable[..., Path]


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
        n_workers=2,
        threads_per_worker=1,
        host="127.0.0.1",
        dashboard_address=None,
        local_directory=str(elsewhere.parent / "dask"),
        silence_logs=logging.CRITICAL,
    ) as cluster:
        yield cluster


def checkout(root: Path, elsewhere: Path) -> None:
    """The same project in the folder of the workers, without what was made in it."""
    shutil.copytree(root, elsewhere, dirs_exist_ok=True, ignore=shutil.ignore_patterns(".cache"))


def locally(project: Project) -> dict[str, bytes]:
    """All files of `project`, made by this process."""
    made = contents(pipeline.make(project, project.campaign.places))
    shutil.rmtree(project.root / CACHE)
    return made


def test_the_same_bytes_even_when_a_worker_is_killed(
    mini: Lay, elsewhere: Path, cluster: LocalCluster
) -> None:
    project = read(mini(SIX))
    expected = locally(project)
    checkout(project.root, elsewhere)
    workers = {nanny.pid for nanny in cluster.workers.values()}
    steps: list[tuple[int, int]] = []

    def step(done: int, total: int) -> None:
        steps.append((done, total))
        if done == 3:
            os.kill(min(workers), signal.SIGKILL)

    made = pipeline.make(project, project.campaign.places, step, scheduler=cluster.scheduler_address)
    assert steps == [(done, 8) for done in range(1, 9)]
    assert contents(made) == expected
    assert {nanny.pid for nanny in cluster.workers.values()} != workers
    assert (elsewhere / CACHE / "kits").is_dir()


def test_what_no_worker_survives_is_named_and_the_rest_is_done(
    mini: Lay, elsewhere: Path, cluster: LocalCluster
) -> None:
    project = read(mini(SIX))
    checkout(project.root, elsewhere)
    cluster.scheduler.allowed_failures = 0

    def step(done: int, total: int) -> None:
        if done == 1:
            os.kill(cluster.workers[0].pid, signal.SIGKILL)

    with pytest.raises(ProblemsError, match="lần nào cũng bị dừng nửa chừng") as raised:
        pipeline.make(project, project.campaign.places, step, scheduler=cluster.scheduler_address)
    made = list((project.root / CACHE / "kits").rglob("*.json"))
    assert len(raised.value.problems) + len(made) == 8
    assert len(made) >= 4


def test_workers_may_share_the_store(mini: Lay, elsewhere: Path, cluster: LocalCluster) -> None:
    project = read(mini())
    expected = locally(project)
    checkout(project.root, elsewhere)
    (elsewhere / ".cache").symlink_to(project.root / ".cache")
    made = pipeline.make(project, project.campaign.places, scheduler=cluster.scheduler_address)
    assert contents(made) == expected


def test_what_a_worker_refuses_to_print_is_a_line_here(
    mini: Lay, elsewhere: Path, cluster: LocalCluster
) -> None:
    project = read(mini(edited(SIGNS, "**Giục đi gấp**", f"**{'Giục đi gấp ' * 90}**")))
    checkout(project.root, elsewhere)
    with pytest.raises(ProblemsError) as raised:
        pipeline.make(project, project.campaign.places, scheduler=cluster.scheduler_address)
    with pytest.raises(ProblemsError) as here:
        pipeline.make(project, project.campaign.places)
    assert raised.value.problems == here.value.problems


def test_sound_and_a_recording_that_only_this_machine_has(
    mini: Lay, elsewhere: Path, cluster: LocalCluster
) -> None:
    root = mini()
    project = read(root)
    checkout(root, elsewhere)
    place = pipeline.choose(project, ["11692"])[0]
    key = ("vi", "loi-nhac")
    timed = loudspeaker.timed(project, place, project.texts.scripts[key], project.scripts[key])
    own = root / f"campaigns/hai-phong/duong-kinh/vi-1-{broadcast.code(loudspeaker.plain(timed))}.wav"
    own.parent.mkdir()
    own.write_bytes(recording(7))
    project, studio = read(root), Studio()
    expected = contents(pipeline.make(project, project.campaign.places, studio=studio))
    shutil.rmtree(root / CACHE)
    made = pipeline.make(
        project, project.campaign.places, studio=studio, scheduler=cluster.scheduler_address
    )
    assert contents(made) == expected
    assert sum(path.endswith(".mp3") for path in expected) > 2


def test_a_worker_that_runs_old_code_is_refused(
    mini: Lay, monkeypatch: pytest.MonkeyPatch, elsewhere: Path
) -> None:
    """Its files were replaced while it ran."""
    project = read(mini())
    main = Maker(project)
    checkout(project.root, elsewhere)
    monkeypatch.setattr(cluster_, "_loaded", {"hooks/maker.py": "old"})
    with pytest.raises(cluster_.RefusedError, match="vừa đổi bản; hãy khởi động lại dask worker"):
        cluster_.Crew(main, Path("marker")).make(Unit(project.campaign.places[0], "vi"), [])


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
        (
            lambda folder: (folder / ".cache").write_text("x"),
            ".cache: chỗ này phải là thư mục mà lại là một tệp; hãy đổi tên tệp ấy rồi chạy lại",
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
        pipeline.make(project, project.campaign.places, scheduler=cluster.scheduler_address)
    addresses = [f"máy {nanny.worker_address}" for nanny in cluster.workers.values()]
    assert str(raised.value) in {f"--scheduler:1: {address}: {said}" for address in addresses}
    assert not list((project.root / CACHE).rglob("*.pdf"))


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("tcp://127.0.0.1:9", "Timed out trying to connect to tcp://127.0.0.1:9 after 1 s"),
        ("máy chủ", "missing port number in address 'máy chủ'"),
        ("xyz://a", "unknown address scheme 'xyz'"),
    ],
)
def test_a_scheduler_that_is_not_there(
    mini: Lay, monkeypatch: pytest.MonkeyPatch, address: str, said: str
) -> None:
    monkeypatch.setattr(cluster_, "_PATIENCE", 1)
    project = read(mini())
    with pytest.raises(ProblemsError) as raised:
        pipeline.make(project, project.campaign.places, scheduler=address)
    assert str(raised.value).startswith(f"--scheduler:1: không nối được với {address}: {said}")


def test_a_scheduler_without_workers(mini: Lay, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster_, "_PATIENCE", 1)
    project = read(mini())
    with LocalCluster(n_workers=0, host="127.0.0.1", dashboard_address=None) as empty:
        with pytest.raises(ProblemsError) as raised:
            pipeline.make(project, project.campaign.places, scheduler=empty.scheduler_address)
        said = f"--scheduler:1: {empty.scheduler_address} không trả lời, hoặc không có dask worker nào nhận việc"
    assert str(raised.value) == said


def test_a_cluster_that_goes_away(
    mini: Lay, elsewhere: Path, cluster: LocalCluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster_, "_PATIENCE", 5)
    project = read(mini(SIX))
    checkout(project.root, elsewhere)

    def step(done: int, total: int) -> None:
        if done == 2:
            cluster.close()

    with pytest.raises(ProblemsError) as raised:
        pipeline.make(project, project.campaign.places, step, scheduler=cluster.scheduler_address)
    # Whether it was asked or answered last.
    said = f"--scheduler:1: (mất liên lạc|không nối được) với {cluster.scheduler_address}"
    assert re.match(said, str(raised.value))
    assert len(list((project.root / CACHE / "kits").rglob("*.json"))) >= 2
