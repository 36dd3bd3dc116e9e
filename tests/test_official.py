"""The official list: what it holds, what changes, and what is wrong in a file of changes."""

from __future__ import annotations

import csv
from collections import Counter
from datetime import date, timedelta
from importlib.resources import files

import pytest
from lachan.gazetteer import official, spelling
from lachan.gazetteer.listing import Former, Gazetteer, Unit

LIST = """\
province_code,province,code,name,since
20,Tỉnh Lạng Sơn,06325,Xã Bắc Sơn,2025-07-01
24,Tỉnh Bắc Ninh,07294,Xã Bố Hạ,2025-07-01
24,Tỉnh Bắc Ninh,07375,Xã Lạng Giang,2025-07-01
24,Tỉnh Bắc Ninh,07735,Xã Đồng Việt,2025-07-01
"""
LISTED, FAULTS = official.gazetteer()
DAY = date(2027, 1, 1)
EVE = DAY - timedelta(days=1)


def compiled(changes: str, communes: str = LIST) -> Gazetteer:
    found, problems = official.compiled(communes, changes)
    assert problems == []
    return found


def one(*communes: str, provinces: str = "") -> str:
    """Changes by one made-up resolution in force on DAY."""
    lines = ["Nghị quyết 1/2026/QH16:", f"  in_force: {DAY}"]
    lines += ["  provinces:", f"    {provinces}"] if provinces else []
    lines += ["  communes:", *(f"    {line}" for line in communes)] if communes else []
    return "\n".join(lines) + "\n"


def seen(unit: Unit | None) -> tuple[str, str, str] | None:
    return unit and (unit.code, unit.name, unit.province)


def test_the_whole_list() -> None:
    assert FAULTS == []
    text = files("lachan").joinpath("data/communes.csv").read_text("utf-8")
    rows = list(csv.DictReader(text.splitlines()))
    listing = LISTED.on(date(2026, 9, 20))
    assert (len(rows), len(listing.communes), len(listing.provinces)) == (3321, 3321, 34)
    assert {row["code"]: (row["name"], row["province_code"]) for row in rows} == {
        code: (unit.name, unit.province) for code, unit in listing.communes.items()
    }
    assert all(row["since"] == str(listing.communes[row["code"]].title.since) for row in rows)
    assert all(row["province"] == listing.provinces[row["province_code"]].name for row in rows)
    assert [row["code"] for row in rows] == sorted({row["code"] for row in rows})
    assert all(row["name"] == spelling.plain(row["name"]) for row in rows)
    assert Counter(row["name"].rpartition(spelling.short(row["name"]))[0] for row in rows) == {
        "Xã ": 2599,
        "Phường ": 709,
        "Đặc khu ": 13,
    }


@pytest.mark.parametrize(
    ("day", "cities", "wards"),
    [
        ("2025-07-01", 6, 687),
        ("2026-04-29", 6, 687),
        ("2026-04-30", 7, 697),
        ("2026-08-31", 7, 697),
        ("2026-09-01", 8, 697),
        ("2026-09-19", 8, 697),
        ("2026-09-20", 9, 709),
        ("2030-01-01", 9, 709),
    ],
)
def test_three_cities_and_22_wards_on_their_days(day: str, cities: int, wards: int) -> None:
    listing = LISTED.on(date.fromisoformat(day))
    assert sum(u.name.startswith("Thành phố ") for u in listing.provinces.values()) == cities
    assert sum(u.name.startswith("Phường ") for u in listing.communes.values()) == wards


def test_a_change_takes_effect_on_its_day() -> None:
    made = compiled(one("07735: {from: Xã Đồng Việt, to: Phường Tân An}"))
    before, after = made.on(EVE).commune("07735"), made.on(DAY).commune("07735")
    assert before
    assert after
    assert (before.name, before.former) == ("Xã Đồng Việt", ())
    assert [(title.name, title.since, title.by) for title in before.coming] == [
        ("Phường Tân An", DAY, "Nghị quyết 1/2026/QH16")
    ]
    assert (after.name, after.title.since, after.title.by) == (
        "Phường Tân An",
        DAY,
        "Nghị quyết 1/2026/QH16",
    )
    assert after.former == (Former("Xã Đồng Việt", DAY, "Nghị quyết 1/2026/QH16"),)
    assert after.coming == ()


def test_the_list_may_have_the_change_already() -> None:
    newer = LIST.replace("Xã Đồng Việt,2025-07-01", f"Phường Tân An,{DAY}")
    change = one("07735: {from: Xã Đồng Việt, to: Phường Tân An}")
    for day in (EVE, DAY):
        assert compiled(change, newer).on(day).commune("07735") == (
            compiled(change).on(day).commune("07735")
        )


def test_a_name_that_comes_back_is_no_former_one() -> None:
    made = compiled(
        "A:\n  in_force: 2026-01-01\n  communes: {07735: {from: Xã Đồng Việt, to: Xã Tân An}}\n"
        "B:\n  in_force: 2027-01-01\n  communes: {07735: {from: Xã Tân An, to: Xã Đồng Việt}}\n"
    )
    unit = made.on(DAY).commune("07735")
    assert unit
    assert [former.name for former in unit.former] == ["Xã Tân An"]


@pytest.mark.parametrize(
    ("change", "code", "before", "after"),
    [
        # to another province
        (
            one("07735: {from: Xã Đồng Việt, to: Xã Đồng Việt, province: 20}"),
            "07735",
            ("07735", "Xã Đồng Việt", "24"),
            ("07735", "Xã Đồng Việt", "20"),
        ),
        # into another commune
        (
            one("07294: {from: Xã Bố Hạ, into: 07375}"),
            "07294",
            ("07294", "Xã Bố Hạ", "24"),
            ("07375", "Xã Lạng Giang", "24"),
        ),
        # another code
        (
            one("07735: {from: Xã Đồng Việt, into: 07736}", "07736: {to: Xã Đồng Việt, province: 24}"),
            "07735",
            ("07735", "Xã Đồng Việt", "24"),
            ("07736", "Xã Đồng Việt", "24"),
        ),
        # a new one
        (
            one("07736: {to: Phường Tân An, province: 24}"),
            "07736",
            None,
            ("07736", "Phường Tân An", "24"),
        ),
        # a province into another one
        (
            one(provinces="24: {from: Tỉnh Bắc Ninh, into: 20}"),
            "07735",
            ("07735", "Xã Đồng Việt", "24"),
            ("07735", "Xã Đồng Việt", "20"),
        ),
    ],
)
def test_what_else_a_resolution_may_do(
    change: str, code: str, before: tuple[str, ...] | None, after: tuple[str, ...]
) -> None:
    made = compiled(change)
    assert (seen(made.on(EVE).commune(code)), seen(made.on(DAY).commune(code))) == (before, after)
    assert (code in made.on(EVE).communes) is (before is not None)
    assert (code in made.on(DAY).communes) is (after[0] == code)


def test_the_names_of_what_was_merged_are_former_names_of_the_whole() -> None:
    made = compiled(one("07294: {from: Xã Bố Hạ, into: 07375}"))
    unit = made.on(DAY).commune("07375")
    assert unit
    assert [former.name for former in unit.former] == ["Xã Bố Hạ"]
    before = made.on(EVE).commune("07294")
    assert before
    assert [title.name for title in before.coming] == ["Xã Lạng Giang"]


def test_before_the_first_list_it_is_as_on_its_day() -> None:
    """A computer without a battery wakes up in 2010."""
    assert len(LISTED.on(date(2010, 1, 1)).communes) == 3321


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        (
            one("07735: {from: Xã Đông Việt, to: Phường Tân An}"),
            ["4: trước ngày này mã 07735 tên là «Xã Đồng Việt», không phải «Xã Đông Việt»"],
        ),
        (
            one("07736: {from: Xã Tân An, to: Phường Tân An}"),
            ["4: communes.csv không có mã 07736; nơi mới thì không ghi «from»"],
        ),
        (
            one("07735: {to: Phường Tân An, province: 24}"),
            ["4: mã 07735 đã có trong communes.csv, tên là «Xã Đồng Việt»; hãy ghi «from»"],
        ),
        (
            one("07735: {from: Xã Đồng Việt, into: 99999}"),
            ["4: ngày 01/01/2027 không có mã 99999 để nhập vào"],
        ),
        (
            one("07735: {from: Xã Đồng Việt, to: Xã Đồng Việt, province: 99}"),
            ["4: không có tỉnh, thành phố nào mang mã 99"],
        ),
        (
            one("07735: {from: Xã Đồng Việt}"),
            ["4: «07735»: cần «from» và «to», hoặc «from» và «into»; nơi mới chỉ có «to»"],
        ),
        (
            one("07735: {to: Phường Tân An}"),
            ["4: «07735»: nơi mới cần «province»: mã của tỉnh, thành phố"],
        ),
        (
            one("07294: {from: Xã Bố Hạ, into: 07375, province: 20}"),
            ["4: «07294»: nơi nhập vào nơi khác thì không ghi «province»"],
        ),
        (
            one("07294: {from: Xã Bố Hạ, into: 07375}", "07375: {from: Xã Lạng Giang, into: 07294}"),
            [
                "4: ngày 01/01/2027 không có mã 07375 để nhập vào",
                "5: ngày 01/01/2027 không có mã 07294 để nhập vào",
            ],
        ),
        (
            one("07294: {from: Xã Bố Hạ, into: 07375}")
            + "B:\n  in_force: 2028-01-01\n  communes: {07294: {from: Xã Bố Hạ, to: Xã A}}\n",
            ["7: mã 07294 không còn nữa từ 01/01/2027"],
        ),
        (
            one("07294: {from: Xã Bố Hạ, to: Xã A}")
            + "B:\n  in_force: 2027-01-01\n  communes: {07294: {from: Xã A, to: Xã B}}\n",
            ["7: mã 07294 đổi hai lần trong cùng ngày (Nghị quyết 1/2026/QH16); hãy ghi làm một"],
        ),
        (
            one("7735: {from: Xã Đồng Việt, to: Phường Tân An}"),
            ["4: «7735»: mã gồm đúng 5 chữ số, ví dụ 07735; nhưng thấy «7735»"],
        ),
        (
            one("07735: {from: Xã Đồng Việt, to: Tân An}"),
            [
                "4: «to»: tên bắt đầu bằng Xã, Phường, Đặc khu, ví dụ Phường Dương Kinh; "
                "nhưng thấy «Tân An»"
            ],
        ),
        (
            one("07735: {from: Xã Đồng Việt, to: Phường Tân An}").replace(str(DAY), "1/1/2027"),
            ["2: «in_force»: cần ngày viết kiểu 2026-07-30, nhưng thấy «1/1/2027»"],
        ),
    ],
)
def test_every_fault_of_a_change_is_named_with_its_line(changes: str, said: list[str]) -> None:
    problems = [str(problem) for problem in official.compiled(LIST, changes)[1]]
    assert problems == [f"hooks/lachan/data/changes.yml:{line}" for line in said]
