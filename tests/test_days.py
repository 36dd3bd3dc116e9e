"""Days as people write them, and what is wrong with those that are none."""

from __future__ import annotations

from datetime import date

import pytest
from lachan.common import days


@pytest.mark.parametrize(
    "written",
    ["2026-09-20", "2026-9-20", "2026/09/20", "20/9/2026", "20-09-2026", "20.9.2026", "20 / 9 / 2026"],
)
def test_the_twentieth_of_september(written: str) -> None:
    assert days.read(written) == date(2026, 9, 20)


def test_the_day_stands_before_the_month() -> None:
    assert days.read("3/4/2026") == date(2026, 4, 3)


@pytest.mark.parametrize(
    "written", ["", "hôm nay", "20/9", "1790208000", "2026", "20/9-2026", "２０/9/2026", "20.9.2026.1"]
)
def test_what_is_no_day(written: str) -> None:
    assert days.read(written) is None


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("9/20/2026", "không có tháng 20; ngày viết trước tháng: 20/9/2026"),
        ("2026-20-09", "không có tháng 20; ngày viết trước tháng: 20/9/2026"),
        ("40/50/2026", "không có tháng 50"),
        ("30/2/2026", "tháng 2 năm 2026 không có ngày 30"),
        ("2026-02-30", "tháng 2 năm 2026 không có ngày 30"),
        ("0/9/2026", "tháng 9 năm 2026 không có ngày 0"),
        ("20/9/26", "«20/9/26» thiếu năm: hãy viết đủ bốn chữ số, ví dụ 20/9/2026"),
        ("9/2026", "«9/2026» thiếu ngày: hãy viết đủ ngày, tháng, năm, ví dụ 20/9/2026"),
        ("2026-09", "«2026-09» thiếu ngày: hãy viết đủ ngày, tháng, năm, ví dụ 20/9/2026"),
    ],
)
def test_what_no_calendar_has(written: str, why: str) -> None:
    with pytest.raises(ValueError, match=r"\w") as raised:
        days.read(written)
    assert str(raised.value) == why
