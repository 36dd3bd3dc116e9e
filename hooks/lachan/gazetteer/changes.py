"""data/changes.yml: what resolutions change in the official list.

Each is named as it is cited and says since when it is in force:

    Nghị quyết 39/2026/QH16:
      in_force: 2026-09-20
      provinces:
        24: {from: Tỉnh Bắc Ninh, to: Thành phố Bắc Ninh}

What becomes part of another commune or province, or gets another code, has `into` with that code in
place of `to`. What is new has no `from`. A commune that comes to another province has `province`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Self

from pydantic import Field, model_validator

from lachan.common.problem import Problem, Where
from lachan.common.schema import Strict, load
from lachan.common.yamltext import Tree, parse, subtree
from lachan.gazetteer import spelling
from lachan.gazetteer.unit_names import CommuneCode, CommuneName, ProvinceCode, ProvinceName


class _Change(Strict):
    """What becomes of a code: another name, a part of another code, or a code that is new."""

    @model_validator(mode="after")
    def _one_end(self) -> Self:
        before, to, into = (getattr(self, name) for name in ("before", "to", "into"))
        if bool(to) == bool(into) or (into and not before):
            raise ValueError("cần «from» và «to», hoặc «from» và «into»; nơi mới chỉ có «to»")
        return self


class ProvinceChange(_Change):
    """What becomes of a province."""

    before: ProvinceName | None = Field(default=None, alias="from")
    to: ProvinceName | None = None
    into: ProvinceCode | None = None


class CommuneChange(_Change):
    """What becomes of a commune, and to which province it comes."""

    before: CommuneName | None = Field(default=None, alias="from")
    to: CommuneName | None = None
    into: CommuneCode | None = None
    province: ProvinceCode | None = None

    @model_validator(mode="after")
    def _somewhere(self) -> Self:
        if not self.before and not self.province:
            raise ValueError("nơi mới cần «province»: mã của tỉnh, thành phố")
        if self.into and self.province:
            raise ValueError("nơi nhập vào nơi khác thì không ghi «province»")
        return self


class Resolution(Strict):
    """What one resolution changes on the day from which it is in force."""

    in_force: date
    source: str = ""
    provinces: dict[ProvinceCode, ProvinceChange] = Field(default_factory=dict)
    communes: dict[CommuneCode, CommuneChange] = Field(default_factory=dict)


@dataclass(frozen=True)
class Step:
    """What becomes of one code: from `day` on it is called `to`, or is part of `into`."""

    code: str
    day: date
    by: str
    before: str
    """What it was called; empty for what is new."""
    to: str
    into: str
    province: str
    """The code of the province it then lies in; empty where that stays."""
    where: Where


@dataclass(frozen=True)
class Changes:
    """All steps in the order of their days, by code."""

    communes: Mapping[str, list[Step]]
    provinces: Mapping[str, list[Step]]


def read_changes(text: str, name: str) -> tuple[Changes, list[Problem]]:
    """Read changes as YAML; `name` is the file that problems name. What is faulty is left out."""
    tree, problems = parse(text, name)
    communes: list[Step] = []
    provinces: list[Step] = []
    for by in tree.value:
        entry = subtree(tree, by)
        resolution, found = load(Resolution, entry)
        problems += found
        if resolution:
            communes += _steps(by, resolution.in_force, resolution.communes, subtree(entry, "communes"))
            provinces += _steps(
                by, resolution.in_force, resolution.provinces, subtree(entry, "provinces")
            )
    return Changes(_by_code(communes, problems), _by_code(provinces, problems)), problems


def _steps(
    by: str, day: date, changes: Mapping[str, ProvinceChange | CommuneChange], tree: Tree
) -> Iterator[Step]:
    for code, change in changes.items():
        yield Step(
            code=code,
            day=day,
            by=by,
            before=spelling.plain(change.before or ""),
            to=spelling.plain(change.to or ""),
            into=change.into or "",
            province=(isinstance(change, CommuneChange) and change.province) or "",
            where=tree.at((code,)),
        )


def _by_code(steps: list[Step], problems: list[Problem]) -> dict[str, list[Step]]:
    """The steps of each code in the order of days; two on one day have no order."""
    found: dict[str, list[Step]] = {}
    for step in sorted(steps, key=lambda one: one.day):
        known = found.setdefault(step.code, [])
        if known and known[-1].day == step.day:
            message = f"mã {step.code} đổi hai lần trong cùng ngày ({known[-1].by}); hãy ghi làm một"
            problems.append(step.where.problem(message))
        else:
            known.append(step)
    return found
