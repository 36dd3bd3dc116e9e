"""Laying what was made into a site, beside what is taken over from the one before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from lachan.build import pipeline
from lachan.build.maker import CACHE
from lachan.common.problem import ProblemsError
from lachan.inventory import previous
from lachan.publish.publisher import publish
from miniature import read, stored

Lay = Callable[..., Path]


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_what_is_taken_over_is_listed_and_not_laid(mini: Lay, tmp_path: Path) -> None:
    site, fresh = tmp_path / "site", tmp_path / "fresh"
    project = read(mini())
    made = pipeline.make(project, project.campaign.places)
    for folder in (site, fresh):
        folder.mkdir()
    publish(made, site)
    publish(replace(made, site=site, kept=frozenset({"07735"})), fresh)
    expected = files(site)
    assert files(fresh) == {name: c for name, c in expected.items() if not name.startswith("07735/")}


def test_files_that_depend_on_others_are_made_from_what_these_hold(mini: Lay, tmp_path: Path) -> None:
    site, fresh = tmp_path / "site", tmp_path / "fresh"
    project = read(mini())
    made = pipeline.make(project, project.campaign.places)
    asked = ("07735/index.html", "11692/index.html")
    told: list[list[bytes]] = []

    def last(content: Callable[[str], bytes]) -> dict[str, bytes]:
        told.append([content(path) for path in asked])
        return {"sw.js": b"x"}

    for folder in (site, fresh):
        folder.mkdir()
    publish(made, site, last)
    publish(replace(made, site=site, kept=frozenset({"07735"})), fresh, last)
    there = previous.read(site)
    assert there
    assert told == [[(site / path).read_bytes() for path in asked]] * 2
    assert {"sw.js"} <= there.owned


def test_nobody_who_edits_the_site_edits_the_store(mini: Lay, tmp_path: Path) -> None:
    site = tmp_path / "site"
    project = read(mini())
    made = pipeline.make(project, project.campaign.places)
    site.mkdir()
    publish(made, site)
    for path, file in stored(made).items():
        assert (site / path).stat().st_nlink == file.stat().st_nlink == 1


def test_a_store_that_was_cleared_meanwhile(mini: Lay, tmp_path: Path) -> None:
    root = mini()
    project = read(root)
    made = pipeline.make(project, project.campaign.places)
    (root / CACHE).rename(tmp_path / "away")
    tmp_path.joinpath("site").mkdir()
    with pytest.raises(ProblemsError, match="hãy dựng lại"):
        publish(made, tmp_path / "site")


def test_a_store_that_was_damaged_never_reaches_a_site(mini: Lay, tmp_path: Path) -> None:
    project = read(mini())
    made = pipeline.make(project, project.campaign.places)
    before = {path: file.read_bytes() for path, file in stored(made).items()}
    for path in ("11692/index.html", "11692/tai-lieu/11692-vi-poster-number-eco.pdf"):
        stored(made)[path].write_bytes(before[path].replace(b"1", b"2"))
    for folder in ("site", "again"):
        (tmp_path / folder).mkdir()
    with pytest.raises(ProblemsError, match="hãy dựng lại"):
        publish(made, tmp_path / "site")
    publish(pipeline.make(project, project.campaign.places), tmp_path / "again")
    assert {path: file.read_bytes() for path, file in stored(made).items()} == before
