"""What a commune's page shows in a month: the poster and the picture that the calendar names."""

# ruff: noqa: E501 (a case stays on its line)

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from lachan.campaign.kits import Kit
from lachan.plan.artefacts import kit
from lachan.site.context import PageContext
from lachan.site.kit import MadeKit, poster_view, share_view
from lachan.texts.project import Project, read_project
from miniature import (
    COUNTRY,
    FAMILY,
    FILES,
    NUMBER,
    PLACE,
    POST,
    ROOT,
    SIGNS,
    TODAY,
    VIETNAM,
    read,
    said,
)

Lay = Callable[..., Path]
OTHER = {"docs/vi/posts/khac.md": FAMILY[POST].replace("number: 1", "number: 2")}
CLINIC = {SIGNS: FILES[SIGNS].replace("for: [wall, school]", "for: [clinic]")}
WORK = {SIGNS: FILES[SIGNS].replace("for: [wall, school]", "for: [clinic, business]")}
SCHOOL = {SIGNS: FILES[SIGNS].replace("for: [wall, school]", "for: [school]")}


def month(lines: str) -> dict[str, str]:
    return {COUNTRY: f"{VIETNAM}broadcast:\n{lines}"}


@pytest.mark.parametrize(
    ("files", "problems"),
    [
        (month("  posters:\n    11: signs\n  pictures:\n    11: hoi\n"), []),
        (month("  posters:\n    1: signs\n    11: sings\n"), ["48: không có áp phích docs/vi/posters/sings.md; có phải «signs»?"]),
        (month("  posters:\n    11: the\n"), ["47: không có áp phích docs/vi/posters/the.md"]),
        (month("  pictures:\n    11: hoj\n"), ["47: không có bài đăng docs/vi/posts/hoj.md; có phải «hoi»?"]),
        (month("  months:\n    11:\n      - loi-nhat\n"), ["48: không có bài phát thanh docs/vi/scripts/loi-nhat.md; có phải «loi-nhac»?"]),
        (month("  posters:\n    13: signs\n"), ["47: «13»: cần không quá 12, nhưng thấy «13»"]),
        (month("  posters:\n    11: [signs]\n"), ["47: «11»: cần một dòng chữ, nhưng thấy «một danh sách»"]),
        (month("  posters:\n    11: signs\n") | SCHOOL, []),
        (month("  posters:\n    11: signs\n") | CLINIC, ["47: áp phích «signs» chỉ dành cho nơi làm việc (for: clinic), không gửi cho bà con; hãy chọn tờ khác"]),
        (month("  posters:\n    11: signs\n") | WORK, ["47: áp phích «signs» chỉ dành cho nơi làm việc (for: clinic, business), không gửi cho bà con; hãy chọn tờ khác"]),
    ],
)  # fmt: skip
def test_what_a_month_may_name(mini: Lay, files: dict[str, str], problems: list[str]) -> None:
    assert said(mini({**FAMILY, **files})) == [f"{COUNTRY}:{problem}" for problem in problems]


def test_a_commune_is_told_at_its_own_line(mini: Lay) -> None:
    files = {PLACE: f"{FILES[PLACE]}broadcast:\n  posters:\n    11: sings\n"}
    assert said(mini(files)) == [
        f"{PLACE}:5: không có áp phích docs/vi/posters/sings.md; có phải «signs»?"
    ]


@pytest.mark.parametrize(
    ("files", "poster", "picture"),
    [
        (month("  posters: {11: signs}\n  pictures: {11: khac}\n"), "poster-signs", "picture-khac"),
        (month("  posters: {11: number}\n  pictures: {11: hoi}\n"), "poster-number", "picture-hoi"),
        (month("  posters: {7: signs}\n  pictures: {7: khac}\n"), "poster-number", "picture-hoi"),
        (CLINIC | {NUMBER: FILES[NUMBER].replace("for: [wall]", "for: [clinic]")}, "", "picture-hoi"),
        (
            month("  posters: {11: signs}\n") | {PLACE: f"{FILES[PLACE]}broadcast: {{posters: {{11: number}}}}\n"},
            "poster-number",
            "picture-hoi",
        ),
    ],
)  # fmt: skip
def test_what_a_month_shows(mini: Lay, files: dict[str, str], poster: str, picture: str) -> None:
    assert shown(read(mini({**FAMILY, **OTHER, **files}))) == (poster, picture)


def test_a_small_kit_shows_what_it_has(mini: Lay) -> None:
    project = read(
        mini({**FAMILY, **OTHER, **month("  posters: {11: signs}\n  pictures: {11: khac}\n")})
    )
    small = Kit(poster=["number"], picture=["hoi"], preview=["number"])
    assert shown(project, small) == ("poster-number", "picture-hoi")
    assert shown(project, Kit(poster=["number"])) == ("", "")


def shown(project: Project, extent: Kit | None = None) -> tuple[str, str]:
    """The poster on the page of Dương Kinh, and the picture that chats show of it."""
    place = replace(project.campaign.places[1], kit=extent)
    files = [a.file for a in kit(project, project.languages["vi"], place, {})]
    here = PageContext(project, "vi", "11692/")
    made = _Measured(place, files, {}, {}, {})
    poster, share = poster_view(here, made), share_view(here, made)
    image = str(share["image"]).rpartition("/")[2]
    return (
        str(poster["preview"]).partition("-vi-")[2].removesuffix("-color-preview.png")
        if poster
        else "",
        image.partition("-vi-")[2].removesuffix("-wide.png"),
    )


class _Measured(MadeKit):
    """Files that are planned, not made: their pictures have no height yet."""

    def height(self, path: str) -> int:
        return len(path)


def test_the_real_calendar_names_every_month_and_the_day_comes_in_july() -> None:
    project, _ = read_project(ROOT, ROOT / "campaigns", TODAY)
    assert project
    calendar = project.campaign.places[0].broadcast
    assert set(calendar.posters) == set(calendar.pictures) == set(range(1, 13))
    assert (calendar.posters[7], calendar.pictures[7]) == ("ngay-30-7", "ngay-30-7")
    assert "111" in calendar.posters.values()
    core = project.campaign.country.kits["core"]
    for number, scripts in calendar.months.items():
        kinds = [all(core.holds(kind, id, "") for kind in ("sheet", "word", "text")) for id in scripts]
        assert any(kinds), f"no script of month {number} in the core kit"
