"""How much a place gets: everything, or a kit that the country describes."""

# ruff: noqa: E501 (a case stays on its line)

from __future__ import annotations

import weakref
from collections.abc import Callable
from pathlib import Path

import pytest
from lachan.build import pipeline
from lachan.plan import loudspeaker
from lachan.plan.artefacts import kit, plan
from lachan.plan.recipe import Artefact
from lachan.texts.project import Project
from miniature import FAMILY, PLACE, VIETNAM, contents, read, said

Lay = Callable[..., Path]
COUNTRY = "campaigns/vietnam.yml"
PROVINCE = "campaigns/hai-phong/province.yml"
SMALL = """\
kits:
  small:
    languages: [vi]
    poster: [number/eco]
    sheet: [loi-nhac]
    text: [loi-nhac]
    picture: [hoi/wide]
"""
HAI_PHONG = "code: 31\nname: Thành phố Hải Phòng\nkit: small\n"


def planned(root: Path, code: str) -> list[str]:
    project = read(root)
    return [
        a.path.partition("-vi-")[2] for a in plan(project, pipeline.choose(project, [code])) if a.place
    ]


def test_a_province_takes_the_small_kit(mini: Lay) -> None:
    root = mini({**FAMILY, COUNTRY: VIETNAM + SMALL, PROVINCE: HAI_PHONG})
    assert planned(root, "11692") == [
        "poster-number-eco.pdf",
        "sheet-loi-nhac.pdf",
        "text-loi-nhac.txt",
        "picture-hoi-wide.png",
    ]
    assert len(planned(root, "07735")) > 30


def test_a_script_comes_in_all_its_forms(mini: Lay) -> None:
    small = "kits:\n  small:\n    languages: [vi]\n    script: [loi-nhac]\n"
    root = mini({**FAMILY, COUNTRY: VIETNAM + small, PROVINCE: HAI_PHONG})
    assert planned(root, "11692") == [
        "sheet-loi-nhac.pdf",
        "word-loi-nhac.docx",
        "text-loi-nhac.txt",
    ]


def test_nothing_holds_the_words_of_a_sheet_when_it_is_made(read_family: Project) -> None:
    """A worker plans several places at a time; their sheets all at once would take 3 MB each."""
    place = read_family.campaign.places[0]
    spoken = loudspeaker.spoken(read_family, "vi", place)
    planned: list[weakref.ref[Artefact]] = []
    for artefact in kit(read_family, read_family.languages["vi"], place, spoken):
        planned.append(weakref.ref(artefact))
        # A script's sheet stays until its Word file and its text are planned, too.
        assert sum(known() is not None for known in planned) <= 3
    assert len(planned) > 30


def test_a_commune_takes_another_than_its_province(mini: Lay) -> None:
    commune = "code: 11692\nname: Phường Dương Kinh\nkit: full\n"
    files = {**FAMILY, COUNTRY: VIETNAM + SMALL, PROVINCE: HAI_PHONG, PLACE: commune}
    root = mini(files)
    assert len(planned(root, "11692")) == len(planned(root, "07735"))


def test_its_pages_show_what_there_is(mini: Lay) -> None:
    project = read(
        mini({COUNTRY: VIETNAM + SMALL.replace("picture: [hoi/wide]", "post: []") + "kit: small\n"})
    )
    made = contents(pipeline.make(project, pipeline.choose(project, ["11692"])))
    pages = {path: file.decode() for path, file in made.items() if path.endswith(".html")}
    assert sorted(pages) == ["11692/1/index.html", "11692/index.html", "11692/tai-lieu/index.html"]
    assert "poster-number-eco.pdf" in pages["11692/tai-lieu/index.html"]
    assert "signs" not in pages["11692/tai-lieu/index.html"]


@pytest.mark.parametrize(
    ("country", "problem"),
    [
        ("kit: smal\n", "không có bộ nào tên «smal»; có: full, small"),
        (SMALL.replace("number/eco", "nunber/eco"), "không có bài nào tên «nunber/eco» cho poster"),
        (SMALL.replace("number/eco", "nunber/eco"), "có phải «number»?"),
        (SMALL.replace("sheet: [loi-nhac]", "script: [loi-nhat]"), "không có bài nào tên «loi-nhat» cho script; có phải «loi-nhac»?"),
        (SMALL.replace("poster:", "posters:"), "không có mục nào tên «posters»"),
    ],
)  # fmt: skip
def test_what_is_not_there_is_named(mini: Lay, country: str, problem: str) -> None:
    text = VIETNAM + (f"{country}kit: small\n" if "kits:" in country else SMALL + country)
    found = said(mini({**FAMILY, COUNTRY: text}))
    assert any(problem in line for line in found), found
