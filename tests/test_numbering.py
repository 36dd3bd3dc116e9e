"""The plan of numbers as a whole: every area code, every prefix that has become another one."""

from __future__ import annotations

from importlib.resources import files

import pytest
from lachan.common.yamltext import parse
from lachan.contacts import numbering, phone
from lachan.gazetteer import official
from miniature import TODAY

PLAN = parse(
    files("lachan.contacts.numbering").joinpath("data/plan.yml").read_text("utf-8"), "plan.yml"
)[0].value
AREAS = PLAN["areas"]


@pytest.mark.parametrize("code", AREAS)
def test_every_area_is_in_a_province_of_today(code: str) -> None:
    subscriber = "3825 1234" if len(code) == 3 else "3854 123"
    found = numbering.area(phone.parse(f"{code} {subscriber}").tel)
    assert found == (code, numbering.Area(AREAS[code]["of"], AREAS[code]["province"]))
    assert found[1].province in official.gazetteer()[0].on(TODAY).provinces


def test_every_province_has_an_area() -> None:
    provinces = official.gazetteer()[0].on(TODAY).provinces
    assert {area["province"] for area in AREAS.values()} == set(provinces)


@pytest.mark.parametrize("code", [code for code, area in AREAS.items() if "old" in area])
def test_an_old_area_code_names_the_new_one(code: str) -> None:
    was = AREAS[code]["old"]
    if was in PLAN["mobile"]:  # today a prefix of ten digits, as long as the old number
        assert phone.parse(f"{was} 3854 123").tel == f"tel:+84{was[1:]}3854123"
        return
    typed = f"({was}) 3825 1234" if len(was) == 2 else f"({was}) 3854 123"
    with pytest.raises(ValueError, match=f"mã vùng cũ: {was} đã đổi thành {code} từ năm 2017"):
        phone.parse(typed)


@pytest.mark.parametrize(("was", "new"), PLAN["old_mobile"].items())
def test_an_old_mobile_prefix_names_the_new_one(was: str, new: str) -> None:
    assert new in PLAN["mobile"]
    with pytest.raises(ValueError, match=f"đầu số cũ: {was} đã đổi thành {new} từ năm 2018"):
        phone.parse(f"{was} 812 3456")


@pytest.mark.parametrize("prefix", PLAN["mobile"])
def test_every_mobile_prefix(prefix: str) -> None:
    assert phone.parse(f"{prefix}2 345 678").tel == f"tel:+84{prefix[1:]}2345678"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1800 1567", "18001567"),
        ("+84 1800 1567", "1800.15.67"),
        ("+84 4 62 844 844", "024 6284 4844"),
        ("04 62844844", "+84 24 6284 4844"),
        ("0168 812 3456", "0388 123 456"),
        ("+84 981 84 84 84", "0981.848.484"),
    ],
)
def test_ways_to_write_one_number(one: str, other: str) -> None:
    keys = {numbering.key("".join(c for c in text if c not in " .")) for text in (one, other)}
    assert len(keys) == 1
