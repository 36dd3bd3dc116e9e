"""Find my commune: what stands on the home page, what scripts are given."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from lachan.site import finder, pages, theme
from lachan.site.context import PageContext
from lachan.texts.project import Project
from lachan.verify import pageproof
from miniature import read

MANY = {
    f"campaigns/bac-ninh/{code}.yml": f'code: "{code}"\nname: Xã Mẫu {code % 90000}\n'
    for code in range(90001, 90001 + finder.FEW - 1)
}


def test_few_communes_are_listed_many_are_not(mini: Callable[..., Path]) -> None:
    few = finder.finder(PageContext(read(mini()), "vi", "tim/"))
    assert (few["number"], [place["url"] for place in few["places"]]) == (2, ["../07735/", "../11692/"])
    many = finder.finder(PageContext(read(mini(MANY)), "vi", "tim/"))
    assert (many["number"], many["places"]) == (13, [])
    assert (many["all"], many["names"]) == ("../xa-phuong/", "../xa-phuong/ten.js")


def test_the_page_of_all_lists_every_one(mini: Callable[..., Path]) -> None:
    assert len(finder.page(PageContext(read(mini(MANY)), "vi", "xa-phuong/"))["places"]) == 13


def test_names_by_province_in_steps_of_their_codes(mini: Callable[..., Path]) -> None:
    script = finder.names(PageContext(read(mini(MANY)), "vi", ""), "  // made for people\nuse(NAMES);")
    data, rest = script.split(";\n", 1)
    names = json.loads(data.removeprefix("const NAMES="))
    steps = [f"1 Xã Mẫu {number}" for number in range(2, 12)]
    assert names == {
        "Thành phố Hải Phòng": "11692 Phường Dương Kinh",
        "Thành phố Bắc Ninh\tTỉnh Bắc Ninh": "\n".join(["7735 Xã Đồng Việt", "82266 Xã Mẫu 1", *steps]),
    }
    assert rest == 'const KINDS=["Phường","Xã","Đặc khu"];\nuse(NAMES);\n'


@pytest.mark.parametrize("number", range(110, 120))
def test_a_count_is_no_telephone_number(read_mini: Project, number: int) -> None:
    campaign = read_mini.campaign
    places = tuple(replace(campaign.places[0], code=f"{code:05}") for code in range(1, number + 1))
    project = replace(read_mini, campaign=replace(campaign, places=places))
    drawn = dict(pages.every(theme.environment(project.root / "assets"), project, "vi"))
    page = drawn["tim/index.html"]
    assert f'Xem cả <data value="{number}">{number}</data> xã' in page
    assert list(pageproof.page_faults(page, {"111", "113"}, {"tel:111", "tel:113"})) == []


def test_old_names_stand_behind_the_new_ones(mini: Callable[..., Path]) -> None:
    root = mini({"campaigns/bac-ninh/bo-ha.yml": "code: 07294\nname: Phường Bố Hạ\n"})
    here = PageContext(read(root), "vi", "")
    data, _ = finder.names(here, "").split(";\n", 1)
    assert json.loads(data.removeprefix("const NAMES="))["Thành phố Bắc Ninh\tTỉnh Bắc Ninh"] == (
        "7294 Phường Bố Hạ\tXã Bố Hạ\n441 Xã Đồng Việt"
    )
    assert {place["name"]: place["was"] for place in finder.entries(here)} == {
        "Phường Bố Hạ": [
            "Tỉnh Bắc Ninh nay là Thành phố Bắc Ninh",
            "Xã Bố Hạ nay là Phường Bố Hạ",
        ],
        "Xã Đồng Việt": ["Tỉnh Bắc Ninh nay là Thành phố Bắc Ninh"],
        "Phường Dương Kinh": [],
    }
