"""What grows old: nothing stops, numbers that may go are left out, and everybody is told."""

# ruff: noqa: E501 (a case stays on its line)

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from lachan.build import pipeline
from lachan.build.maker import Maker, Unit
from lachan.plan.artefacts import plan
from lachan.site import texts
from lachan.site.context import PageContext
from miniature import COUNTRY, FILES, INDEX, PLACE, POLICE, edited, said

Lay = Callable[..., Path]
CONSUL, OWN = "+84 981 84 84 84", "0225 3860 113"
TRY = "hãy gọi thử rồi ghi lại ngày ở mục checked"
STAYS = "VẪN IN vì không có số nào thay được"
GOES = "nên KHÔNG DÙNG NỮA: trên giấy để dòng chấm, trên điện thoại không hiện"


def age(number: str, months: int, so: str = "") -> str:
    over = f", quá hạn 24 tháng, {so}" if so else ""
    return f"lưu ý: số {number} kiểm tra lần cuối cách đây {months} tháng{over}; {TRY}"


def police(checked: str) -> dict[str, str | bytes | None]:
    return {
        PLACE: f"{FILES[PLACE]}contacts:\n  commune-police: {POLICE.replace('2026-11-01', checked)}\n"
    }


def checked(day: str) -> dict[str, str | bytes | None]:
    return edited(COUNTRY, "checked: 2026-01-16", f"checked: {day}")


def reviewed(day: str, more: str = "") -> dict[str, str | bytes | None]:
    return edited(INDEX, "reviewed: 2026-11-21", f"{more}reviewed: {day}")


@pytest.mark.parametrize(
    ("files", "notice"),
    [
        (reviewed("2026-05-21"), f"{INDEX}:6: lưu ý: đã quá 6 tháng từ lần rà soát; hãy đọc lại, đối chiếu nguồn"),
        (reviewed("2016-05-21"), f"{INDEX}:6: lưu ý: đã quá 6 tháng từ lần rà soát; hãy đọc lại, đối chiếu nguồn"),
        (reviewed("2026-05-22"), ""),
        (reviewed("2016-05-21", "law: yes\n"), f"{INDEX}:7: lưu ý: đã quá 6 tháng từ lần rà soát; trang vẫn đăng, kèm lời báo quá hạn cho người đọc; hãy đọc lại, đối chiếu nguồn"),
        (checked("2025-11-22"), ""),
        (checked("2025-11-21"), f"{COUNTRY}:29: {age(CONSUL, 12)}"),
        (checked("2024-11-22"), f"{COUNTRY}:29: {age(CONSUL, 23)}"),
        (checked("2024-11-21"), f"{COUNTRY}:29: {age(CONSUL, 24, STAYS)}"),
        (police("2025-11-22"), ""),
        (police("2025-11-21"), f"{PLACE}:4: {age(OWN, 12)}"),
        (police("2024-11-22"), f"{PLACE}:4: {age(OWN, 23)}"),
        (police("2024-11-21"), f"{PLACE}:4: {age(OWN, 24, GOES)}"),
    ],
)  # fmt: skip
def test_what_grows_old(mini: Lay, files: dict[str, str], notice: str) -> None:
    root = mini(files)
    always = ("chưa có số của Công an", "là địa chỉ mẫu")
    notices = [line for line in said(root, warnings=True) if not any(word in line for word in always)]
    assert (said(root), notices) == ([], [notice] if notice else [])


def test_what_is_too_old_is_a_line_to_write_on(mini: Lay) -> None:
    """Not on paper, not in a post; nobody is told besides that there is no number."""
    root = mini(police("2024-11-21"))
    project, problems = pipeline.read(root, root / "campaigns", date(2026, 11, 21))
    assert not any(str(problem).startswith(f"{PLACE}:1: lưu ý: chưa có số") for problem in problems)
    own = {number for a in plan(project, project.campaign.places) for number in a.numbers}
    assert own == {"111", "113"}


def keys(root: Path, day: date) -> list[str]:
    project, _ = pipeline.read(root, root / "campaigns", day)
    maker = Maker(project)
    return [maker.key(Unit(place, "vi")) for place in project.campaign.places]


def test_a_new_day_makes_again_only_what_it_changes(mini: Lay) -> None:
    """Years later one place has lost its number; an office on a page of the country is gone, too."""
    office = (
        "  office: {name: {vi: a}, number: 1900 96 96 80, source: a, checked: 2026-11-01, print: yes}\n"
    )
    root = mini(police("2026-11-01") | edited(COUNTRY, "  old:\n", f"{office}  old:\n"))
    (dong_viet, duong_kinh), later = keys(root, date(2026, 11, 21)), keys(root, date(2029, 5, 1))
    assert later[0] == dong_viet
    assert later[1] != duong_kinh
    assert keys(root, date(2028, 10, 31)) == [dong_viet, duong_kinh]


@pytest.mark.parametrize("day", [date(2027, 4, 9), date(2029, 5, 1), date(2046, 1, 1)])
def test_nothing_stops_because_of_its_age(mini: Lay, day: date) -> None:
    root = mini(police("2026-11-01") | reviewed("2026-11-21", "law: yes\n"))
    project, _ = pipeline.read(root, root / "campaigns", day)
    assert project.campaign.numbers().keys() == {"111", "113", "consular"}


@pytest.mark.parametrize(
    ("more", "day", "notice"),
    [
        ("law: yes\n", date(2027, 5, 20), ""),
        ("law: yes\n", date(2027, 5, 21), "trước ngày 21/05/2027"),
        ("law: yes\n", date(2029, 1, 1), "trước ngày 21/05/2027"),
        ("", date(2029, 1, 1), ""),
    ],
)
def test_readers_of_the_law_are_told(mini: Lay, more: str, day: date, notice: str) -> None:
    root = mini(reviewed("2026-11-21", more))
    project, _ = pipeline.read(root, root / "campaigns", day)
    view = texts.review(PageContext(project, "vi", ""), project.texts.pages["vi", "index"])
    assert bool(view["overdue"]) == bool(notice)
    assert notice in view["overdue"]


LATER = "chưa đến; hãy xem lại năm"


@pytest.mark.parametrize(
    ("files", "problems"),
    [
        (reviewed("2062-11-21"), [f"{INDEX}:6: ngày rà soát 2062-11-21 {LATER}"]),
        (checked("2062-01-16"), [f"{COUNTRY}:29: số {CONSUL}: ngày kiểm tra 2062-01-16 {LATER}"]),
        (police("2026-11-22"), [f"{PLACE}:4: số {OWN}: ngày kiểm tra 2026-11-22 {LATER}"]),
        (police("2026-11-21"), []),
        (checked("1790208000"), [f"{COUNTRY}:29: «checked»: cần ngày viết kiểu 2026-07-30, nhưng thấy «1790208000»"]),
        (checked("2026-02-30"), [f"{COUNTRY}:29: «checked»: tháng 2 năm 2026 không có ngày 30"]),
        (reviewed("1790208000"), [f"{INDEX}:6: «reviewed»: cần ngày viết kiểu 2026-07-30, nhưng thấy «1790208000»"]),
        (edited(COUNTRY, "edition: 2026-11-21", "edition: 1790208000"), [f"{COUNTRY}:2: «edition»: cần ngày viết kiểu 2026-07-30, nhưng thấy «1790208000»"]),
        (edited(COUNTRY, "edition: 2026-11-21", "edition: 2026-12-22"), []),
        (edited(COUNTRY, "edition: 2026-11-21", "edition: 2026-12-23"), [f"{COUNTRY}:2: edition 2026-12-23 còn xa mới đến (hôm nay 2026-11-21); hãy xem lại năm, tháng"]),
        (reviewed("2026-11-22"), [f"{INDEX}:6: ngày rà soát 2026-11-22 {LATER}"]),
        (edited(COUNTRY, "{warn_months: 12", "{warn_months: 36"), [f"{COUNTRY}:4: «limits»: warn_months (36) lớn hơn error_months (24); phải nhắc trước khi bỏ số, hãy đổi lại"]),
        (edited(COUNTRY, "{warn_months: 12", "{warn_months: 24"), []),
        (edited(COUNTRY, "{warn_months: 12", "{warn_months: 0"), [f"{COUNTRY}:4: «warn_months»: cần từ 1 trở lên, nhưng thấy «0»"]),
    ],
)  # fmt: skip
def test_days_and_limits_that_cannot_be(mini: Lay, files: dict[str, str], problems: list[str]) -> None:
    assert said(mini(files)) == problems


def test_a_wrong_edition_vouches_for_no_other_day(mini: Lay) -> None:
    files = edited(COUNTRY, "edition: 2026-11-21", "edition: 2062-11-21")
    found = said(mini(files | reviewed("2027-11-21")))
    assert [line.partition(" còn xa")[0] for line in found] == [
        f"{COUNTRY}:2: edition 2062-11-21",
        f"{INDEX}:6: ngày rà soát 2027-11-21 {LATER}",
    ]


def test_a_clock_that_runs_behind_is_no_fault_of_days(mini: Lay) -> None:
    """A PC with a dead battery: what has been written since is all «to come»."""
    root = mini(police("2026-11-01"))
    project, problems = pipeline.read(root, root / "campaigns", date(2010, 1, 1))
    assert project.campaign.places[1].contacts["commune-police"].usable()
    assert [str(problem) for problem in problems if "máy đang ghi" in str(problem)] == [
        f"{COUNTRY}:2: lưu ý: máy đang ghi ngày 2010-01-01, trước cả khi có Lá Chắn; hãy chỉnh lại ngày "
        "của máy, nếu không thì không biết số nào, bài nào đã quá hạn"
    ]
