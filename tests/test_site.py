"""Values of the site's pages: ids that keep their letters, dates, people who answer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from lachan.common.slugs import fold, slug
from lachan.site import communes
from lachan.site.context import PageContext, foot
from lachan.texts.project import Project
from miniature import FILES, PLACE, POLICE, read

Lay = Callable[..., Path]


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("Thủ đoạn", "thu-doan"),
        ("Đang nguy hiểm?", "dang-nguy-hiem"),
        ("4 dấu hiệu – của {x}", "4-dau-hieu-cua-x"),
        ("", ""),
    ],
)
def test_slug(text: str, id: str) -> None:
    assert slug(text, "-") == id


def test_fold_finds_with_and_without_marks() -> None:
    assert fold("Phường Dương Kinh") == fold("phuong duong kinh") == "phuong duong kinh"


@pytest.mark.parametrize(
    ("reviewed", "months", "due"),
    [
        (date(2026, 11, 21), 6, "21/05/2027"),
        (date(2026, 8, 31), 6, "28/02/2027"),
        (date(2026, 12, 1), 12, "01/12/2027"),
    ],
)
def test_the_day_a_text_is_due(read_mini: Project, reviewed: date, months: int, due: str) -> None:
    assert foot(PageContext(read_mini, "vi", ""), [], reviewed, months)["due"] == due


def answer(project: Project, code: str) -> tuple[str, str]:
    place = next(p for p in project.campaign.places if p.code == code)
    person = communes.commune(PageContext(project, "vi", f"{code}/"), place, {})["people"][0]
    return person["name"], person["contact"]["tel"]


def test_who_answers_in_a_commune(mini: Lay) -> None:
    project = read(mini({PLACE: f"{FILES[PLACE]}contacts: {{commune-police: {POLICE}}}\n"}))
    assert answer(project, "11692") == ("Công an phường Dương Kinh", "tel:+842253860113")
    assert answer(project, "07735") == ("Công an xã Đồng Việt", "tel:113")
