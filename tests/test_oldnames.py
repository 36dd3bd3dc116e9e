"""A province's old name in a text, however it is typed, and no name that only looks like one."""

from __future__ import annotations

from datetime import date

import pytest
from lachan.gazetteer import oldnames
from lachan.gazetteer.listing import Former, Title, Unit
from lachan.gazetteer.unit_names import Name

DAY = date(2026, 9, 20)
BY = "Nghị quyết 39/2026/QH16"
NEW = Title("Thành phố Bắc Ninh", DAY, BY)
UNITS = [Unit("24", NEW, "", (Former("Tỉnh Bắc Ninh", DAY, BY),))]


def english(name: Name) -> str:
    return f"{name.short} Province"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Công an tỉnh Bắc Ninh báo", ["tỉnh Bắc Ninh"]),
        ("TỈNH BẮC\n NINH, tinh bac ninh", ["TỈNH BẮC\n NINH", "tinh bac ninh"]),
        ("in Bac Ninh Province", ["Bac Ninh Province"]),
        ("Thành phố Bắc Ninh", []),
        ("Bắc Ninh", []),
        ("xtỉnh Bắc Ninh", []),
        ("tỉnh Bắc Ninhx", []),
        ("tỉnh Bắc Giang", []),
    ],
)
def test_find(words: str, found: list[str]) -> None:
    old = list(oldnames.find(words, UNITS, [english]))
    assert [name.words for name in old] == found
    said = (DAY, f"nay là Thành phố Bắc Ninh, từ 20/09/2026 ({BY})")
    assert {(name.until, name.now) for name in old} <= {said}


def test_what_no_other_language_says_of_it_is_not_looked_for() -> None:
    assert list(oldnames.find("in Bac Ninh Province", UNITS)) == []


def test_every_name_it_had() -> None:
    former = (Former("Tỉnh Hà Bắc", date(1997, 1, 1), "a"), *UNITS[0].former)
    unit = Unit("24", NEW, "", former)
    old = oldnames.find("tỉnh Bắc Ninh, trước là tỉnh Hà Bắc", [unit])
    assert [(name.words, name.until) for name in old] == [
        ("tỉnh Hà Bắc", date(1997, 1, 1)),
        ("tỉnh Bắc Ninh", DAY),
    ]
