"""Old names of provinces in what people wrote: «tỉnh Bắc Ninh» is history since 20 September 2026.

Which names these are is known from the official list as of the day, so that the next resolution needs
no rule of its own. Names of communes are left alone: many provinces have a commune of the same name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from lachan.gazetteer import spelling
from lachan.gazetteer.listing import Unit
from lachan.gazetteer.unit_names import Name, split

Title = Callable[[Name], str]


@dataclass(frozen=True)
class OldName:
    """Where a text uses a name that was given up on the day `until`; `now` says what it has become."""

    words: str
    until: date
    now: str


def find(words: str, renamed: Iterable[Unit], titles: Iterable[Title] = ()) -> Iterator[OldName]:
    """Old names of `renamed` provinces in `words`, with or without marks, in any letter case.

    In Vietnamese, and as other languages say them: `titles` make their words of a name.
    """
    spoken = tuple(titles)
    for unit in renamed:
        for former in unit.former:
            said = {title(split(former.name)) for title in spoken} | {former.name}
            for match in _pattern(frozenset(said)).finditer(words):
                now = f"nay là {unit.name}, từ {former.until:%d/%m/%Y} ({former.by})"
                yield OldName(match[0], former.until, now)


@cache
def _pattern(titles: frozenset[str]) -> re.Pattern[str]:
    forms = sorted(titles | {spelling.bare(title) for title in titles})
    each = (r"\s+".join(map(re.escape, form.split())) for form in forms)
    return re.compile(rf"(?<!\w)(?:{'|'.join(each)})(?!\w)", re.IGNORECASE)
