"""Laying what was made into a site, and handing on what has not changed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from lachan import build, manifest
from lachan.build import Made
from lachan.maker import CACHE
from lachan.problem import ProblemsError
from lachan.publish import hand_on, publish, remember, unchanged
from miniature import FILES, PLACE, POLICE, read

Lay = Callable[..., Path]
BOTH = frozenset({"07735", "11692"})


def laid(root: Path, site: Path) -> Made:
    project = read(root)
    made = build.press(project, project.campaign.places)
    site.mkdir()
    publish(made, site)
    remember(made, site)
    return made


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_nothing_is_known_of_another_folder(mini: Lay, tmp_path: Path) -> None:
    made = laid(mini(), tmp_path / "site")
    assert unchanged(made, tmp_path / "site") == BOTH
    assert unchanged(made, tmp_path / "other") == frozenset()


def test_a_changed_commune_is_not_handed_on(mini: Lay, tmp_path: Path) -> None:
    root, site = mini(), tmp_path / "site"
    laid(root, site)
    (root / PLACE).write_text(f"{FILES[PLACE]}contacts: {{commune-police: {POLICE}}}\n", "utf-8")
    project = read(root)
    assert unchanged(build.press(project, project.campaign.places), site) == {"07735"}


def test_a_site_that_was_changed_by_hand_is_laid_anew(mini: Lay, tmp_path: Path) -> None:
    made = laid(mini(), tmp_path / "site")
    (tmp_path / "site/11692").rename(tmp_path / "away")
    assert unchanged(made, tmp_path / "site") == {"07735"}
    with (tmp_path / "site/kho.json").open("a") as kho:
        kho.write(" ")
    assert unchanged(made, tmp_path / "site") == frozenset()


def test_handed_on_the_site_is_the_same(mini: Lay, tmp_path: Path) -> None:
    site, fresh = tmp_path / "site", tmp_path / "fresh"
    made = laid(mini(), site)
    expected = files(site)
    made = replace(made, kept=frozenset({"07735"}), before=site)
    fresh.mkdir()
    publish(made, fresh)
    assert not (fresh / "07735").exists()
    hand_on(made, site, fresh)
    assert files(fresh) == expected


def test_kho_json_lists_every_file(mini: Lay, tmp_path: Path) -> None:
    laid(mini(), tmp_path / "site")
    there = files(tmp_path / "site")
    content = there.pop(manifest.NAME)
    listed = {path: (size, sha256) for path, size, sha256 in manifest.files(tmp_path / "site")}
    assert listed == {path: (len(f), hashlib.sha256(f).hexdigest()) for path, f in there.items()}
    assert "07735/index.html.br" in listed
    assert list(listed) == sorted(listed)
    assert manifest.sealed(content)
    assert not manifest.sealed(content.replace(b"07735", b"07736", 1))


def test_when_handing_on_fails_the_old_site_is_whole(mini: Lay, tmp_path: Path) -> None:
    site, fresh = tmp_path / "site", tmp_path / "fresh"
    made = replace(laid(mini(), site), kept=BOTH)
    expected = files(site)
    (fresh / "11692/taken").mkdir(parents=True)
    with pytest.raises(OSError, match="11692"):
        hand_on(made, site, fresh)
    assert files(site) == expected


def test_a_store_that_was_cleared_meanwhile(mini: Lay, tmp_path: Path) -> None:
    root = mini()
    project = read(root)
    made = build.press(project, project.campaign.places)
    (root / CACHE).rename(tmp_path / "away")
    tmp_path.joinpath("site").mkdir()
    with pytest.raises(ProblemsError, match="hãy dựng lại"):
        publish(made, tmp_path / "site")
