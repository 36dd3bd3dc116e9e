"""ZIP files for each receiver: who gets what, the note on top, the same bytes."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from lachan.build import pipeline
from lachan.plan.artefacts import plan
from lachan.plan.recipe import Artefact, Bundle, Plain
from lachan.texts.project import Project
from miniature import FAMILY, NUMBER, SCRIPT, SIGNS, contents, edited, read

Lay = Callable[..., Path]
CODE = "11692"
NOTE = "ĐỌC TRƯỚC.txt"


def planned(project: Project) -> tuple[Artefact, ...]:
    return plan(project, pipeline.choose(project, [CODE]))


def members(project: Project, id: str) -> list[str]:
    """The names inside a bundle, without what all names of a place begin with."""
    bundle = next(a for a in planned(project) if (a.kind, a.id) == ("bundle", id))
    assert isinstance(bundle.recipe, Bundle)
    return [name.removeprefix(f"{CODE}-vi-") for _, name in bundle.recipe.members]


@pytest.mark.parametrize(
    ("id", "inside"),
    [
        (
            "school",
            [
                "leaflet-hoi-color.pdf",
                "leaflet-hoi-eco.pdf",
                "poster-signs-color.pdf",
                "poster-signs-eco.pdf",
                "form-cam-ket.pdf",
                "form-cam-ket.docx",
            ],
        ),
        ("clinic", ["card-the-color.pdf", "card-the-eco.pdf"]),
        (
            "village",
            ["card-the-color.pdf", "card-the-eco.pdf", "form-cam-ket.pdf", "form-cam-ket.docx"],
        ),
        (
            "business",
            [
                "banner-number-street-color.pdf",
                "banner-number-street-eco.pdf",
                "banner-number-hall-color.pdf",
                "banner-number-hall-eco.pdf",
            ],
        ),
    ],
)
def test_who_gets_what(read_family: Project, id: str, inside: list[str]) -> None:
    assert members(read_family, id) == [NOTE, *inside]


def test_the_kit_holds_everything_but_previews_and_bundles(read_family: Project) -> None:
    files = [
        a.path.rpartition("/")[2].removeprefix(f"{CODE}-vi-")
        for a in planned(read_family)
        if a.kind not in {"preview", "bundle", "site"} and a.variant != "note"
    ]
    assert len(files) == 21
    assert members(read_family, "kit") == [NOTE, *files]


def test_who_gets_nothing_gets_no_bundle(read_mini: Project) -> None:
    bundles = [a for a in planned(read_mini) if a.kind == "bundle"]
    assert [a.id for a in bundles] == ["kit", "school"]


def test_the_first_receiver_is_a_receiver(mini: Lay) -> None:
    project = read(mini(edited(NUMBER, "for: [wall]", "for: [clinic, wall]")))
    assert members(project, "clinic") == [NOTE, "poster-number-color.pdf", "poster-number-eco.pdf"]


@pytest.mark.parametrize("id", ["kit", "school", "clinic", "village", "business"])
def test_the_note_lists_each_file_of_its_bundle_and_no_other(read_family: Project, id: str) -> None:
    note = next(a for a in planned(read_family) if (a.kind, a.id, a.variant) == ("text", id, "note"))
    assert isinstance(note.recipe, Plain)
    lines = note.recipe.text.splitlines()
    assert lines[0].startswith("\ufeffLá Chắn - ")
    assert lines[0].endswith("Phường Dương Kinh - bản 2026.11")
    head = lines.index("Trong gói này có:")
    listed = [line.removeprefix(f"- {CODE}-vi-").partition(": ")[0] for line in lines[head + 1 :]]
    assert [NOTE, *listed] == members(read_family, id)


def test_what_the_note_says_of_a_file(read_family: Project) -> None:
    note = next(a for a in planned(read_family) if (a.id, a.variant) == ("clinic", "note"))
    assert isinstance(note.recipe, Plain)
    assert note.recipe.text.splitlines()[-2:] == [
        f"- {CODE}-vi-card-the-color.pdf: Đi xa, nhớ số (Bản màu)",
        f"- {CODE}-vi-card-the-eco.pdf: Đi xa, nhớ số (Đen trắng)",
    ]


def test_every_file_can_be_made_before_the_bundle_that_holds_it(read_family: Project) -> None:
    made: set[str] = set()
    for artefact in planned(read_family):
        if isinstance(artefact.recipe, Bundle):
            assert {path for path, _ in artefact.recipe.members} <= made
        made.add(artefact.path)


def zips(project: Project) -> dict[str, bytes]:
    files = contents(pipeline.make(project, pipeline.choose(project, [CODE])))
    return {a.id: files[a.path] for a in planned(project) if a.kind == "bundle"}


def test_the_same_bytes_again_and_the_files_themselves(mini: Lay) -> None:
    project = read(mini(dict(FAMILY)))
    first = zips(project)
    assert list(first) == ["kit", "school", "clinic", "village", "business"]
    made = pipeline.make(project, pipeline.choose(project, [CODE]))
    files = {path.rpartition("/")[2]: file for path, file in contents(made).items()}
    for id, content in first.items():
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = archive.namelist()
            assert names[0] == NOTE
            assert archive.read(NOTE) == files[f"{CODE}-vi-note-{id}.txt"]
            assert {name: archive.read(name) for name in names[1:]} == {
                name: files[name] for name in names[1:]
            }
    (project.root / ".cache").rename(project.root / "đi nơi khác")
    again = {id: hashlib.sha256(content).hexdigest() for id, content in zips(project).items()}
    assert again == {id: hashlib.sha256(content).hexdigest() for id, content in first.items()}


def test_a_changed_text_changes_the_bundles_that_hold_it_and_no_other(mini: Lay) -> None:
    before = zips(read(mini(dict(FAMILY))))
    after = zips(read(mini({**FAMILY, **edited(SIGNS, "Đừng cắn câu", "Đừng vội")})))
    assert {id for id in before if before[id] != after[id]} == {"kit", "school"}


def test_a_script_named_like_a_bundle_has_files_of_its_own(mini: Lay) -> None:
    name = SCRIPT.replace("loi-nhac", "kit")
    project = read(mini({**FAMILY, SCRIPT: None, name: edited(SCRIPT, "# Lời nhắc", "# Kit")[SCRIPT]}))
    paths = [a.path for a in planned(project)]
    assert len(paths) == len(set(paths))
