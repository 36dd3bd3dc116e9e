"""Days as people write them, what is wrong with those that are none; months between and after them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
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


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 1, 31), 2, date(2026, 3, 31)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2026, 1, 29), 1, date(2026, 2, 28)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2028, 2, 29), 48, date(2032, 2, 29)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2026, 10, 31), 1, date(2026, 11, 30)),
        (date(2026, 12, 31), 1, date(2027, 1, 31)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 1, 15), -1, date(2025, 12, 15)),
        (date(2026, 11, 30), 0, date(2026, 11, 30)),
    ],
)
def test_months_later(day: date, months: int, later: date) -> None:
    assert days.months_later(day, months) == later


@pytest.mark.parametrize(
    ("start", "end", "months"),
    [
        (date(2026, 1, 31), date(2026, 2, 27), 0),
        (date(2026, 1, 31), date(2026, 2, 28), 1),
        (date(2028, 1, 31), date(2028, 2, 28), 0),
        (date(2026, 1, 31), date(2026, 3, 30), 1),
        (date(2026, 1, 31), date(2026, 3, 31), 2),
        (date(2028, 2, 29), date(2029, 2, 28), 12),
        (date(2026, 5, 20), date(2026, 5, 19), -1),
        (date(2026, 3, 31), date(2026, 2, 28), -1),
        (date(2026, 3, 31), date(2026, 2, 27), -2),
        (date(2026, 5, 20), date(2026, 5, 20), 0),
    ],
)
def test_months_between(start: date, end: date, months: int) -> None:
    assert days.months_between(start, end) == months


DAYS = st.dates(date(2023, 1, 1), date(2033, 12, 31))
"""Two leap years, and what lies between and around them."""


@given(DAYS, DAYS)
@example(date(2028, 1, 31), date(2028, 2, 29))
@example(date(2028, 2, 29), date(2027, 2, 28))
def test_the_months_between_are_the_most_that_end_in_time(start: date, end: date) -> None:
    months = days.months_between(start, end)
    assert days.months_later(start, months) <= end < days.months_later(start, months + 1)


@given(DAYS, st.integers(-240, 240))
@example(date(2026, 1, 31), 2)
def test_so_many_months_later_so_many_months_have_passed(day: date, months: int) -> None:
    later = days.months_later(day, months)
    assert days.months_between(day, later) == months
    assert (later.year - day.year) * 12 + later.month - day.month == months
