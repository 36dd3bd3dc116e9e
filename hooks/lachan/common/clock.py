"""The only module that reads the clock: what day a build is of.

`SOURCE_DATE_EPOCH` (seconds since 1970, the convention of reproducible-builds.org) takes its place, so
that a site can be built again as of another day, and tests run on a day of their own.
"""

from __future__ import annotations

import os
from datetime import UTC, date, datetime, timedelta, timezone

from lachan.common.problem import Problem, ProblemsError

EPOCH = "SOURCE_DATE_EPOCH"
_VIETNAM = timezone(timedelta(hours=7))
"""No summer time since 1975; an office's PC with a wrong zone still has the country's day."""
_FIRST = date(2026, 11, 21)
"""The day of the first edition."""


def behind(day: date) -> bool:
    """Whether a clock that says `day` cannot be right: that of a PC whose battery is dead, mostly."""
    return day < _FIRST


def today() -> date:
    """The day in Viet Nam. Raises ProblemsError where the variable holds no number of seconds."""
    written = os.environ.get(EPOCH)
    try:
        now = datetime.fromtimestamp(int(written), UTC) if written else datetime.now(UTC)
    except (ValueError, OverflowError, OSError):
        message = f"«{written}» không phải số giây tính từ đầu năm 1970"
        raise ProblemsError([Problem(EPOCH, 1, message)]) from None
    return now.astimezone(_VIETNAM).date()
