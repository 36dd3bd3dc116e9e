"""Days as people write them: 2026-09-20, or as on every letter of an office 20/9/2026.

In Viet Nam the day stands before the month, so 3/4/2026 is in April; what could be read in another way
is not guessed at. And months between two days, and the day some months later: how old things are.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

_YEAR_FIRST = re.compile(r"([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})")
_DAY_FIRST = re.compile(r"([0-9]{1,2}) ?([-/.]) ?([0-9]{1,2}) ?\2 ?([0-9]{4})")
SHAPE = r"^([0-9]{4}([-/.])[0-9]{1,2}\2[0-9]{1,2}|[0-9]{1,2} ?([-/.]) ?[0-9]{1,2} ?\3 ?[0-9]{4})$"
"""Both in one, for schemas."""
_NO_CENTURY = re.compile(r"([0-9]{1,2}[-/.][0-9]{1,2}[-/.])([0-9]{2})")
_NO_DAY = re.compile(r"[0-9]{1,2}[-/.][0-9]{4}|[0-9]{4}[-/.][0-9]{1,2}")


def read(written: str) -> date | None:
    """The day that `written` is; None where it is no day at all.

    Raises ValueError with a sentence in Vietnamese for one that does not exist or is not certain.
    """
    if match := _YEAR_FIRST.fullmatch(written):
        return _day(int(match[1]), int(match[3]), int(match[4]))
    if match := _DAY_FIRST.fullmatch(written):
        return _day(int(match[4]), int(match[3]), int(match[1]))
    if match := _NO_CENTURY.fullmatch(written):
        raise ValueError(f"«{written}» thiếu năm: hãy viết đủ bốn chữ số, ví dụ {match[1]}20{match[2]}")
    if _NO_DAY.fullmatch(written):
        raise ValueError(f"«{written}» thiếu ngày: hãy viết đủ ngày, tháng, năm, ví dụ 20/9/2026")
    return None


def _day(year: int, month: int, day: int) -> date:
    if not 1 <= month <= 12:
        hint = (
            f"; ngày viết trước tháng: {month}/{day}/{year}" if month <= 31 and 1 <= day <= 12 else ""
        )
        raise ValueError(f"không có tháng {month}{hint}")
    try:
        return date(year, month, day)
    except ValueError:
        raise ValueError(f"tháng {month} năm {year} không có ngày {day}") from None


def months_between(start: date, end: date) -> int:
    """Whole months from `start` to `end`: the most of which `months_later` gives a day not past `end`;
    negative where `end` is before.
    """
    months = (end.year - start.year) * 12 + end.month - start.month
    return months - (_day_of(end.year, end.month, start.day) > end.day)


def months_later(day: date, months: int) -> date:
    """The same day `months` later; a day that month does not have becomes its last."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, _day_of(year, month + 1, day.day))


def _day_of(year: int, month: int, day: int) -> int:
    """`day`, or the last of a month that is too short for it."""
    return min(day, monthrange(year, month)[1])
