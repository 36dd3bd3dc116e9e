"""The list of communes that comes with the project: data/communes.csv, and what changed since.

A change that the CSV does not have yet is laid over it, one that it has already tells what a place was
called before: so the CSV may be brought up to date or left as it is. Sources: data/communes.md.
"""

from __future__ import annotations

import csv
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from importlib.resources import files
from itertools import pairwise

from lachan.common.problem import Problem
from lachan.gazetteer.changes import Step, read_changes
from lachan.gazetteer.listing import FIRST, Gazetteer, State, Title

DECISION = "Quyết định 19/2025/QĐ-TTg"
"""What made the first list."""
_CSV, _CHANGES = "communes.csv", "changes.yml"
_FOLDER = "hooks/lachan/data"


@cache
def gazetteer() -> tuple[Gazetteer, list[Problem]]:
    """The official list, read once a process, and what is wrong in its changes."""
    data = files("lachan").joinpath("data")
    return compiled(*(data.joinpath(name).read_text("utf-8") for name in (_CSV, _CHANGES)))


def compiled(communes: str, changes: str) -> tuple[Gazetteer, list[Problem]]:
    """The list of the CSV text `communes` with the YAML text `changes`, and what is wrong in that.

    A code whose changes have a fault stays as the CSV has it.
    """
    read, problems = read_changes(changes, f"{_FOLDER}/{_CHANGES}")
    listed_communes, listed_provinces = _rows(communes)
    provinces, found = _laid_over(listed_provinces, read.provinces)
    problems += found
    table, found = _laid_over(listed_communes, read.communes)
    problems += found
    for step in (step for steps in read.communes.values() for step in steps):
        if step.province and step.province not in provinces:
            problems.append(step.where.problem(f"không có tỉnh, thành phố nào mang mã {step.province}"))
    return Gazetteer(communes=table, provinces=provinces), problems


def _rows(text: str) -> tuple[dict[str, State], dict[str, State]]:
    """Communes and provinces as the CSV has them, each since the day that it names."""
    communes: dict[str, State] = {}
    provinces: dict[str, State] = {}
    day = cache(date.fromisoformat)
    for province_code, province, code, name, since in csv.reader(text.splitlines()[1:]):
        communes[code] = State(Title(name, day(since), DECISION), province_code)
        if province_code not in provinces:
            provinces[province_code] = State(Title(province, FIRST, DECISION), province_code)
    return communes, provinces


def _laid_over(
    listed: Mapping[str, State], changes: Mapping[str, Sequence[Step]]
) -> tuple[dict[str, Sequence[State]], list[Problem]]:
    """What the CSV has of provinces or of communes, with their changes before and after."""
    table: dict[str, Sequence[State]] = {code: (state,) for code, state in listed.items()}
    problems: list[Problem] = []
    for code, steps in changes.items():
        found = list(_faults(listed.get(code), steps))
        problems += found
        if not found:
            table[code] = _states(listed.get(code), steps)
    for code, steps in changes.items():
        last = steps[-1]
        if last.into and len(table[code]) > 1:
            name = _name(table.get(last.into, ()), last.day)
            if not name:
                where = f"ngày {last.day:%d/%m/%Y} không có mã {last.into} để nhập vào"
                problems.append(last.where.problem(where))
            *before, end = table[code]
            table[code] = (*before, end._replace(title=end.title._replace(name=name)))
    return table, problems


def _faults(listed: State | None, steps: Sequence[Step]) -> Iterator[Problem]:
    """Where the changes of a code do not follow from one another, or from what the CSV says."""
    first = steps[0]
    if first.before and listed is None:
        message = f"{_CSV} không có mã {first.code}; nơi mới thì không ghi «from»"
        yield first.where.problem(message)
        return
    names = [first.before, *(step.to for step in steps)]
    if listed and listed.title.name not in names:
        name = listed.title.name
        if first.before:
            message = f"trước ngày này mã {first.code} tên là «{name}», không phải «{first.before}»"
        else:
            message = f"mã {first.code} đã có trong {_CSV}, tên là «{name}»; hãy ghi «from»"
        yield first.where.problem(message)
    for before, step in pairwise(steps):
        if before.into:
            yield step.where.problem(f"mã {step.code} không còn nữa từ {before.day:%d/%m/%Y}")
        elif step.before != before.to:
            message = f"trước ngày này mã {step.code} tên là «{before.to}», không phải «{step.before}»"
            yield step.where.problem(message)


def _states(listed: State | None, steps: Sequence[Step]) -> Sequence[State]:
    """All that holds for a code, one after the other."""
    states: list[State] = []
    province = listed.province if listed else ""
    if steps[0].before:
        states.append(State(Title(steps[0].before, FIRST, DECISION), province))
    for step in steps:
        province = step.province or province
        states.append(State(Title(step.to, step.day, step.by), province, step.into))
    return states


def _name(states: Sequence[State], day: date) -> str:
    """What a code is called on a day; empty where it is none then."""
    now = bisect_right([state.title.since for state in states], day) - 1
    return states[now].title.name if now >= 0 and not states[now].into else ""
