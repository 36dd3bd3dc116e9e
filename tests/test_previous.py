"""The site of the last build: what kho.json says of it, and what of it is as it was left."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from lachan.build import pipeline
from lachan.build.maker import CACHE
from lachan.build.pipeline import Made
from lachan.files.store import Store
from lachan.inventory import manifest, previous
from lachan.publish.publisher import publish
from miniature import read, write

BOTH = {"07735", "11692"}
POSTER = "11692/tai-lieu/11692-vi-poster-number-eco.pdf"
OTHER = "11692/tai-lieu/11692-vi-poster-signs-eco.pdf"


@pytest.fixture
def made(tmp_path: Path) -> Made:
    project = read(write(tmp_path / "mini"))
    return pipeline.make(project, project.campaign.places)


@pytest.fixture
def site(made: Made, tmp_path: Path) -> Path:
    """A site of two communes, remembered as it was laid."""
    folder = tmp_path / "site"
    folder.mkdir()
    publish(made, folder)
    previous.remember(made.store, found(folder), {p.code: keys for p, keys in made.by_place()})
    return folder


def found(site: Path) -> previous.Earlier:
    there = previous.read(site)
    assert there
    return there


def standing(made: Made, site: Path, *, verify: bool = False) -> set[str]:
    return set(previous.standing(made.store, found(site), verify=verify))


def test_all_is_listed(site: Path) -> None:
    there = found(site)
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    assert there.owned == files
    assert there.places.keys() == BOTH
    assert there.sealed
    assert set(there.of("11692")) == {path for path in there.files if path.startswith("11692/")}


def test_as_it_was_left(made: Made, site: Path) -> None:
    assert previous.standing(made.store, found(site)) == {p.code: keys for p, keys in made.by_place()}
    assert standing(made, site, verify=True) == BOTH


def keep_times(path: Path, content: bytes) -> None:
    before = path.stat()
    path.write_bytes(content)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def swapped(site: Path) -> None:
    (site / POSTER).rename(site / "x")
    (site / OTHER).rename(site / POSTER)
    (site / "x").rename(site / OTHER)


@pytest.mark.parametrize(
    ("spoil", "left"),
    [
        (lambda site: (site / POSTER).unlink(), {"07735"}),
        (lambda site: (site / POSTER).write_bytes(b"%PDF"), {"07735"}),
        (lambda site: (site / "11692").rename(site.parent / "away"), {"07735"}),
        (lambda site: keep_times(site / POSTER, (site / POSTER).read_bytes()[::-1]), {"07735"}),
        (swapped, {"07735"}),
        (lambda site: os.utime(site / POSTER), BOTH),
        (lambda site: (site / POSTER).chmod(0o600), BOTH),
        (lambda site: (site / "kho.json").write_bytes((site / "kho.json").read_bytes() + b" "), set()),
    ],
)
def test_what_was_changed(
    made: Made, site: Path, spoil: Callable[[Path], object], left: set[str]
) -> None:
    """Times that differ are a reason to look, not to make anything anew."""
    time.sleep(0.01)
    spoil(site)
    assert standing(made, site) == standing(made, site, verify=True) == left


def test_a_sound_that_places_share_is_part_of_each(tmp_path: Path) -> None:
    site, store = tmp_path / "site", Store(tmp_path / "store")
    sounds = {"loa/a.mp3": ("07735", "11692"), "loa/b.mp3": ("11692",)}
    for name in sounds:
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_bytes(name.encode())
    head = {"places": [{"code": code} for code in sorted(BOTH)], "contacts": []}
    with manifest.writing(site, head) as kho:
        for code in BOTH:
            parts = [name for name, codes in sounds.items() if code in codes]
            kho.artefact({"place": code, "path": f"{code}/tai-lieu/a.m3u8", "parts": parts})
        kho.walked(site)
    previous.remember(store, found(site), {"07735": ["1"], "11692": ["2"]})
    assert set(previous.standing(store, found(site))) == BOTH
    (site / "loa/b.mp3").write_bytes(b"x")
    assert set(previous.standing(store, found(site))) == {"07735"}
    (site / "loa/a.mp3").unlink()
    assert set(previous.standing(store, found(site))) == set()


def test_what_is_changed_after_it_was_looked_at(made: Made, site: Path) -> None:
    """A build takes minutes: what happens in them to a place that it takes over is seen by the next."""
    there = found(site)
    assert set(previous.standing(made.store, there)) == BOTH
    (site / POSTER).unlink()
    keys = {place.code: keys for place, keys in made.by_place()}
    previous.remember(made.store, found(site), keys, there.stamps)
    assert standing(made, site) == {"07735"}


@pytest.mark.parametrize("note", [b"", b"{}", b"null"])
def test_a_note_that_was_damaged_is_none(made: Made, site: Path, note: bytes) -> None:
    (file,) = (made.store.folder / "sites").iterdir()
    file.write_bytes(note)
    assert standing(made, site) == set()
    assert previous.used(made.store) == set()


def test_another_folder_another_note(made: Made, site: Path, tmp_path: Path) -> None:
    site.rename(tmp_path / "moved")
    assert standing(made, tmp_path / "moved") == set()
    assert not list(found(tmp_path / "moved").damaged("11692"))


@pytest.mark.parametrize(
    "changes",
    [
        {"files": None},
        {"files": [{"path": "index.html"}]},
        {"files": [{"path": 1, "sha256": ""}]},
        {"files": [{"path": "../a", "sha256": ""}]},
        {"files": [{"path": "a/../../b", "sha256": ""}]},
        {"files": [{"path": "/a", "sha256": ""}]},
        {"files": [{"path": "C:/a", "sha256": ""}]},
        {"files": [{"path": "..\\a", "sha256": ""}]},
        {"files": [{"path": "a//b", "sha256": ""}]},
        {"files": [{"path": "a/", "sha256": ""}]},
        {"files": [{"path": "", "sha256": ""}]},
        {"places": None},
        {"places": [{"code": "1"}]},
    ],
)
def test_a_list_that_may_not_be_trusted(site: Path, changes: dict[str, object]) -> None:
    """A path in it that leads out of the site would be a file of somebody else."""
    kho = json.loads((site / "kho.json").read_text("utf-8"))
    (site / "kho.json").write_text(json.dumps(kho | changes), "utf-8")
    assert previous.read(site) is None


def test_what_sites_were_laid_from_is_used(made: Made, site: Path, tmp_path: Path) -> None:
    store = Store(made.project.root / CACHE)
    used = previous.used(store)
    assert set(made.keys) <= used
    assert {file.name for _, record in made.records() for file in record.files} <= used
    site.rename(tmp_path / "away")
    assert previous.used(store) == set()
    assert not list((store.folder / "sites").iterdir())
