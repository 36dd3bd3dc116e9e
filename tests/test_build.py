"""The shell: nothing is made twice, nothing is made for places that were not chosen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from lachan import build
from lachan.problem import ProblemsError
from lachan.project import Project
from miniature import read

Lay = Callable[..., Path]


def test_choose(read_mini: Project) -> None:
    assert [p.code for p in build.choose(read_mini, [])] == ["07735", "11692"]
    assert [p.code for p in build.choose(read_mini, ["11692", "11692"])] == ["11692"]
    with pytest.raises(ProblemsError) as raised:
        build.choose(read_mini, ["4061", "07735", "1"])
    assert str(raised.value).splitlines() == [
        "campaigns:1: không có nơi nào mang mã 1",
        "campaigns:1: không có nơi nào mang mã 4061",
    ]


def test_what_was_made_is_not_made_again(mini: Lay) -> None:
    project = read(mini())
    places = project.campaign.places[:1]
    first = build.press(project, places)
    assert first.project.campaign.places == places
    times = {path: path.stat().st_mtime_ns for _, path in first.files}
    again = build.press(project, places)
    assert again.files == first.files
    assert {path: path.stat().st_mtime_ns for _, path in again.files} == times


def test_a_changed_template_is_a_changed_sheet(mini: Lay) -> None:
    project = read(mini())
    places = project.campaign.places[:1]
    first = build.press(project, places)
    template = project.root / "assets/print/poster-signs.typ"
    template.write_text(template.read_text("utf-8") + "\n// khác", "utf-8")
    sheets = zip(first.files, build.press(project, places).files, strict=True)
    changed = {artefact.kind for (artefact, old), (_, new) in sheets if old != new}
    assert {"poster", "preview", "bundle"} <= changed
