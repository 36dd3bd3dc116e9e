"""The official list of provinces and communes as of any day: values and how they are looked up.

A code says which place is meant; what the place is called, and where it lies, changes by resolution on
a day that is known before. `official` reads the list that comes with the project.

The list is a help and no fence: what it does not know may still be right.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from lachan.gazetteer import spelling

FIRST = date(2025, 7, 1)
"""The day of the first list of communes without districts above them."""


class Title(NamedTuple):
    """What a place is called from the day `since` on, and by which resolution."""

    name: str
    since: date
    by: str


@dataclass(frozen=True)
class Former:
    """What a place was called before the day `until`, and by which resolution it no longer is."""

    name: str
    until: date
    by: str


@dataclass(frozen=True)
class Unit:
    """A province or commune as of a day. `province` is the code of the province it lies in."""

    code: str
    title: Title
    province: str
    former: tuple[Former, ...] = ()
    """Other names it had, and names of what has become part of it; the oldest first."""
    coming: tuple[Title, ...] = ()
    """What it will be called, as far as is known; the next first."""
    left: tuple[str, ...] = ()
    """The codes of the provinces that it lay in before."""

    @property
    def name(self) -> str:
        """What it is called on the day: «Phường Bố Hạ»."""
        return self.title.name


class State(NamedTuple):
    """What holds for a code from a day on. Where there is `into`, it has become part of that code."""

    title: Title
    province: str
    into: str = ""


Table = Mapping[str, Sequence[State]]
"""By code all that it was, is and will be, in the order of days."""


@dataclass(frozen=True)
class Gazetteer:
    """Every code there was, is or, as far as is known, will be."""

    communes: Table
    provinces: Table

    def on(self, day: date) -> Listing:
        """The list as of `day`, but no day before the first one."""
        return Listing(self, max(day, FIRST))


class Listing:
    """The list as of one day."""

    def __init__(self, gazetteer: Gazetteer, day: date) -> None:
        self.day = day
        self._communes = _Kind(gazetteer.communes, day)
        self._provinces = _Kind(gazetteer.provinces, day)

    def commune(self, code: str) -> Unit | None:
        """The commune of a code; where another one took its place, that."""
        unit = self._communes.find(code)
        province = self.province(unit.province) if unit else None
        return replace(unit, province=province.code) if unit and province else unit

    def province(self, code: str) -> Unit | None:
        """The province of a code; where another one took its place, that."""
        return self._provinces.find(code)

    @cached_property
    def communes(self) -> Mapping[str, Unit]:
        """Every commune of the day by its code."""
        found = {code: self.commune(code) for code in self._communes.table}
        return {code: unit for code, unit in found.items() if unit and unit.code == code}

    @cached_property
    def provinces(self) -> Mapping[str, Unit]:
        """Every province of the day by its code."""
        found = {code: self.province(code) for code in self._provinces.table}
        return {code: unit for code, unit in found.items() if unit and unit.code == code}

    @cached_property
    def renamed(self) -> tuple[Unit, ...]:
        """The provinces of the day that were called something else, or that others are part of."""
        return tuple(unit for unit in self.provinces.values() if unit.former)

    def named(self, name: str, province: str = "") -> list[Unit]:
        """The communes of that name in any spelling; those of one province, where its code is given."""
        found = self._by_key.get(spelling.key(name), [])
        return [unit for unit in found if province in ("", unit.province)]

    def near(self, name: str, province: str = "", count: int = 3) -> list[Unit]:
        """The communes whose names are most like `name`, best first: of that province, else of all."""
        inside = [unit for unit in self.communes.values() if unit.province == province]
        return _near(name, inside, count) or _near(name, list(self.communes.values()), count)

    def near_provinces(self, name: str, count: int = 3) -> list[Unit]:
        """The provinces whose names are most like `name`, best first."""
        return _near(name, list(self.provinces.values()), count)

    @cached_property
    def _by_key(self) -> Mapping[str, list[Unit]]:
        found: dict[str, list[Unit]] = defaultdict(list)
        for unit in self.communes.values():
            found[spelling.key(unit.name)].append(unit)
        return found


def _near(name: str, units: Sequence[Unit], count: int) -> list[Unit]:
    names = spelling.nearest(name, [unit.name for unit in units], count)
    return [unit for near in names for unit in units if unit.name == near][:count]


class _Kind:
    """All provinces, or all communes, as of a day."""

    def __init__(self, table: Table, day: date) -> None:
        self.table = table
        self._day = day

    def find(self, code: str) -> Unit | None:
        """The unit of a code, or of the one it went into; None where there is none, or not yet."""
        states = self.table.get(code, ())
        now = bisect_right([state.title.since for state in states], self._day) - 1
        if now < 0:
            return None
        current = states[now]
        if current.into:
            return self.find(current.into)
        past = [states[: now + 1], *self._parts(code)]
        former = (name for one in past for name in _former(one))
        return Unit(
            code=code,
            title=current.title,
            province=current.province,
            former=tuple(sorted(former, key=lambda name: name.until)),
            coming=tuple(_coming(states[now:])),
            left=tuple(dict.fromkeys(state.province for one in past for state in one[:-1])),
        )

    def _parts(self, code: str) -> Iterator[Sequence[State]]:
        """All that was of what has become part of a code, and of what had become part of that."""
        for part in self._merged.get(code, ()):
            yield self.table[part]
            yield from self._parts(part)

    @cached_property
    def _merged(self) -> Mapping[str, list[str]]:
        """By code the codes that have become part of it."""
        found: dict[str, list[str]] = defaultdict(list)
        for code, states in self.table.items():
            last = states[-1]
            if last.into and last.title.since <= self._day:
                found[last.into].append(code)
        return found


def _former(states: Sequence[State]) -> Iterator[Former]:
    """Names before the last of `states` that are other than its own."""
    for state, after in pairwise(states):
        if state.title.name not in (after.title.name, states[-1].title.name):
            yield Former(state.title.name, after.title.since, after.title.by)


def _coming(states: Sequence[State]) -> Iterator[Title]:
    """Names after the first of `states` that are other than the one before."""
    for before, state in pairwise(states):
        if state.title.name != before.title.name:
            yield state.title
