"""Months between two days, and the day some months later: how old numbers and texts are."""

from __future__ import annotations

from datetime import date


def between(start: date, end: date) -> int:
    """Whole months from `start` to `end`; negative where `end` is before."""
    return (end.year - start.year) * 12 + end.month - start.month - (end.day < start.day)


def later(day: date, months: int) -> date:
    """The same day `months` later; a day that month does not have becomes its 28th."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, 28))
