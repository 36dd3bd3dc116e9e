"""What resolutions change: each step of a code in its order, and every entry that cannot be meant."""

from __future__ import annotations

from datetime import date

import pytest
from lachan.gazetteer.changes import read_changes

HEAD = "NQ 1:\n  in_force: 2026-01-02\n"
NEW = "cần «from» và «to», hoặc «from» và «into»; nơi mới chỉ có «to»"


def problems(text: str) -> list[str]:
    return [str(problem) for problem in read_changes(text, "c.yml")[1]]


def test_steps_come_in_the_order_of_days() -> None:
    text = (
        "NQ 2:\n  in_force: 2026-05-01\n  communes:\n    00001: {from: Xã B, into: 00002}\n"
        f"{HEAD}  communes:\n    00001: {{from: Xã  A, to: Xã B, province: 31}}\n"
        "  provinces:\n    24: {from: Tỉnh Bắc Ninh, to: Thành phố Bắc Ninh}\n"
    )
    changes, found = read_changes(text, "c.yml")
    assert found == []
    first, second = changes.communes["00001"]
    assert (first.day, first.by, first.before, first.to) == (date(2026, 1, 2), "NQ 1", "Xã A", "Xã B")
    assert (first.into, first.province, str(first.where.problem("a"))) == ("", "31", "c.yml:8: a")
    assert (second.day, second.to, second.into, second.province) == (date(2026, 5, 1), "", "00002", "")
    (province,) = changes.provinces["24"]
    assert (province.to, province.province) == ("Thành phố Bắc Ninh", "")


def test_two_changes_on_one_day_have_no_order() -> None:
    entry = "in_force: 2026-01-02\n  communes:\n    00001: {from: Xã A, to: Xã "
    text = f"NQ 1:\n  {entry}B}}\nNQ 2:\n  {entry}C}}\n"
    changes, found = read_changes(text, "c.yml")
    assert [str(problem) for problem in found] == [
        "c.yml:8: mã 00001 đổi hai lần trong cùng ngày (NQ 1); hãy ghi làm một"
    ]
    assert [step.to for step in changes.communes["00001"]] == ["Xã B"]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("{from: Xã A}", NEW),
        ("{from: Xã A, to: Xã B, into: 00002}", NEW),
        ("{into: 00002, province: 31}", NEW),
        ("{to: Xã B}", "nơi mới cần «province»"),
        ("{from: Xã A, into: 00002, province: 31}", "nơi nhập vào nơi khác thì không ghi «province»"),
        ("{from: Làng A, to: Xã B}", "tên bắt đầu bằng"),
        ("{from: Xã A, to: Xã B, day: 1}", "day"),
    ],
)
def test_an_entry_that_cannot_be_meant(change: str, said: str) -> None:
    text = f"{HEAD}  communes:\n    00001: {change}\n"
    (problem,) = problems(text)
    assert said in problem
    assert read_changes(text, "c.yml")[0].communes == {}
