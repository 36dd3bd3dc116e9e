"""The shell: nothing is made twice, nothing is made for places that were not chosen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from lachan.build import pipeline
from lachan.build.maker import CACHE, Maker, Unit
from lachan.common.problem import ProblemsError
from lachan.gazetteer.unit_names import Name
from lachan.plan.artefacts import plan
from lachan.texts.project import Project
from miniature import FILES, INDEX, PLACE, POLICE, SIGNS, edited, read, stored

Lay = Callable[..., Path]


def test_choose(read_mini: Project) -> None:
    assert [p.code for p in pipeline.choose(read_mini, [])] == ["07735", "11692"]
    assert [p.code for p in pipeline.choose(read_mini, ["11692", "11692"])] == ["11692"]
    with pytest.raises(ProblemsError) as raised:
        pipeline.choose(read_mini, ["4061", "07735", "1"])
    assert str(raised.value).splitlines() == [
        "campaigns:1: không có nơi nào mang mã 1",
        "campaigns:1: không có nơi nào mang mã 4061",
    ]


def test_an_author_sees_the_longest_names_of_a_country(read_mini: Project) -> None:
    place = read_mini.campaign.places[0]
    names = [Name(kind, "Dài " * length) for kind in ("Xã", "Phường") for length in range(1, 8)]
    places = [replace(place, code=f"{at:05}", name=name) for at, name in enumerate(names)]
    assert pipeline.shown(places[:12]) == tuple(places[:12])
    assert pipeline.shown(places) == (places[6], places[13])


def test_what_was_made_is_not_made_again(mini: Lay) -> None:
    project = read(mini())
    places = project.campaign.places[:1]
    first = pipeline.make(project, places)
    assert first.project.campaign.places == places
    times = {path: path.stat().st_mtime_ns for path in stored(first).values()}
    steps: list[tuple[int, int]] = []
    again = pipeline.make(project, places, lambda *step: steps.append(step))
    assert stored(again) == stored(first)
    assert {path: path.stat().st_mtime_ns for path in stored(again).values()} == times
    assert steps == []


def test_a_changed_template_is_a_changed_sheet(mini: Lay) -> None:
    project = read(mini())
    places = project.campaign.places[:1]
    first = pipeline.make(project, places)
    template = project.root / "assets/print/poster-signs.typ"
    template.write_text(template.read_text("utf-8") + "\n// khác", "utf-8")
    before, after = stored(first), stored(pipeline.make(project, places))
    changed = {path for path, file in before.items() if after[path] != file}
    kinds = {a.kind for a in plan(project, places) if a.path in changed}
    assert kinds == {"poster", "preview", "bundle"}
    assert not any("poster-number" in path for path in changed)


def test_a_changed_commune_is_made_alone(mini: Lay) -> None:
    root = mini()
    project = read(root)
    first = pipeline.make(project, project.campaign.places)
    (root / PLACE).write_text(f"{FILES[PLACE]}contacts: {{commune-police: {POLICE}}}\n", "utf-8")
    steps: list[tuple[int, int]] = []
    project = read(root)
    again = pipeline.make(project, project.campaign.places, lambda *step: steps.append(step))
    assert steps == [(1, 1)]
    changed = {
        path.partition("/")[0] for path, f in stored(again).items() if stored(first).get(path) != f
    }
    assert changed == {"11692"}


@pytest.mark.parametrize(
    ("path", "old", "new", "kits"),
    [
        (INDEX, "{111}", "ngay {111}", False),
        (INDEX, "summary: ", "summary: Mới. ", True),
        (SIGNS, "Giục đi gấp", "Giục đi ngay", True),
        ("assets/theme/css/base.css", "html {", "html  {", False),
        ("assets/theme/commune.html", "{%- include", "\n{%- include", True),
    ],
)
def test_kits_hang_on_what_they_hold(mini: Lay, path: str, old: str, new: str, kits: bool) -> None:
    root = mini()
    project = read(root)
    unit = Unit(project.campaign.places[0], "vi")
    before = Maker(project).key(unit)
    text = (root / path).read_text("utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new, 1), "utf-8")
    assert (Maker(read(root)).key(unit) != before) == kits


def test_what_is_lost_from_the_store_is_made_again(mini: Lay) -> None:
    project = read(mini())
    places = project.campaign.places[:1]
    files = stored(pipeline.make(project, places))
    lost = next(file for path, file in files.items() if path.endswith("number-eco.pdf"))
    content = lost.read_bytes()
    lost.unlink()
    pipeline.make(project, places)
    assert lost.read_bytes() == content


def test_what_cannot_be_made_does_not_stop_the_rest(mini: Lay) -> None:
    long = "Giục đi gấp " * 90
    root = mini(edited(SIGNS, "**Giục đi gấp**", f"**{long}**"))
    project = read(root)
    with pytest.raises(ProblemsError) as raised:
        pipeline.make(project, project.campaign.places)
    assert {(p.path, "dài quá chỗ" in p.message) for p in raised.value.problems} == {(SIGNS, True)}
    made = [f for f in (root / CACHE / "files").rglob("*") if f.is_file()]
    assert sum(f.read_bytes().startswith(b"%PDF") for f in made) == 2 * len(
        ("number", "number", "sheet")
    )
