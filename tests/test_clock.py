"""A build's day can be told; else it is the day in Viet Nam."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from lachan.common import clock
from lachan.common.problem import ProblemsError


@pytest.mark.parametrize(
    ("seconds", "day"),
    [
        ("1796083199", date(2026, 12, 1)),
        ("1796057999", date(2026, 11, 30)),  # 23:59:59 in Hà Nội
        ("1796058000", date(2026, 12, 1)),  # midnight there, 17:00 in UTC
        ("0", date(1970, 1, 1)),
    ],
)
def test_a_day_can_be_told(monkeypatch: pytest.MonkeyPatch, seconds: str, day: date) -> None:
    monkeypatch.setenv(clock.EPOCH, seconds)
    assert clock.today() == day


def test_without_it_it_is_the_day_in_viet_nam(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(clock.EPOCH, raising=False)
    now = datetime.now(UTC)
    assert clock.today() in {(now + timedelta(hours=hours)).date() for hours in (7, 7.1)}


@pytest.mark.parametrize("written", ["hôm nay", "1e9", "9" * 30])
def test_what_is_no_day_is_said(monkeypatch: pytest.MonkeyPatch, written: str) -> None:
    monkeypatch.setenv(clock.EPOCH, written)
    with pytest.raises(ProblemsError) as error:
        clock.today()
    assert [str(problem) for problem in error.value.problems] == [
        f"{clock.EPOCH}:1: «{written}» không phải số giây tính từ đầu năm 1970"
    ]
