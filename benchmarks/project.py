"""A project like ours for communes of the official list, laid out and built in a temporary folder."""

from __future__ import annotations

import csv
import shutil
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.process import Measurement, run

ROOT = Path(__file__).parents[1]
PARTS = ("mkdocs.yml", "docs", "assets", "hooks", "campaigns/vietnam.yml")


@dataclass(frozen=True)
class Unit:
    """A commune as the official list has it."""

    province_code: str
    province: str
    code: str
    name: str


SAMPLE = Unit("31", "Thành phố Hải Phòng", "11692", "Phường Dương Kinh")


def units() -> list[Unit]:
    """The official list that comes with the project."""
    with (ROOT / "hooks/lachan/data/communes.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return [Unit(row["province_code"], row["province"], row["code"], row["name"]) for row in rows]


def spread(listed: Sequence[Unit], size: int) -> list[Unit]:
    """So many communes, evenly from the whole list."""
    size = min(size, len(listed))
    return [listed[at * len(listed) // size] for at in range(size)]


def largest(listed: Sequence[Unit]) -> list[Unit]:
    """All communes of the province that has the most."""
    [(code, _)] = Counter(unit.province_code for unit in listed).most_common(1)
    return [unit for unit in listed if unit.province_code == code]


def lay(root: Path, communes: Sequence[Unit], kit: str) -> None:
    """Lay out the project in `root`: each commune has its code and name, and gets `kit`."""
    for name in PARTS:
        target = root / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if (ROOT / name).is_dir():
            ignore = shutil.ignore_patterns("__pycache__", "*.egg-info")
            shutil.copytree(ROOT / name, target, ignore=ignore)
        else:
            shutil.copyfile(ROOT / name, target)
    country = root / "campaigns/vietnam.yml"
    text = country.read_text("utf-8")
    assert text.count("\nkit: full\n") == 1
    country.write_text(text.replace("\nkit: full\n", f"\nkit: {kit}\n"), "utf-8")
    for unit in communes:
        folder = root / "campaigns" / unit.province_code
        if not folder.exists():
            folder.mkdir()
            head = f"code: {unit.province_code}\nname: {unit.province}\n"
            (folder / "province.yml").write_text(head, "utf-8")
        write(root, unit)


def write(root: Path, unit: Unit, more: str = "") -> None:
    """The file of one commune, with `more` lines."""
    file = root / "campaigns" / unit.province_code / f"{unit.code}.yml"
    file.write_text(f"code: {unit.code}\nname: {unit.name}\n{more}", "utf-8")


def build(root: Path) -> Measurement:
    """`lachan build` as people run it."""
    return run(["-m", "lachan", "build"], cwd=root)
