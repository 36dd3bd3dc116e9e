"""How long the whole country takes, and how that grows: cold, unchanged, with one commune changed.

Communes come from the official list, evenly spread over it, each with nothing but its code and name;
every one gets the kit «core». Each size is a project of its own in a temporary folder.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from lachan.build.maker import CACHE

from benchmarks.process import Measurement
from benchmarks.project import Unit, build, largest, lay, spread, write
from benchmarks.table import MISSING, Table, against, exponent, median

PROVINCE = "province"
"""In place of a size: the province with the most communes, all of its languages, the full kit."""
FEW = 100
"""Communes up to which a cold build is worth repeating, and from which on growth is counted."""
COUNTRY = 3321
COLD, WARM, CHANGED, LARGEST = 12 * 60, 20, 25, 15 * 60
"""Seconds that a whole country and its largest province may take."""
MEMORY = {"main": 400, "worker": 150}
"""Megabytes that the main process and a worker may hold."""
GROWTH = 1.1
"""How many times as long a commune may take among all as among a hundred."""


@dataclass
class Measured:
    """One size: how many communes, the runs of each kind, megabytes of the finished site."""

    name: str
    communes: int
    cold: list[Measurement] = field(default_factory=list)
    warm: list[Measurement] = field(default_factory=list)
    changed: list[Measurement] = field(default_factory=list)
    site: float = 0.0

    def seconds(self, kind: str) -> float:
        """The median of the runs of a kind."""
        return median([run.seconds for run in getattr(self, kind)])

    def memory(self, role: str) -> float:
        """The most that a process of a role ever held."""
        runs = (*self.cold, *self.warm, *self.changed)
        return max(run.memory.get(role, 0.0) for run in runs)


def measure(name: str, communes: Sequence[Unit], kit: str, runs: int) -> Measured:
    """Build `communes` cold, unchanged and changed; only a small site is built cold several times."""
    found = Measured(name, len(communes))
    print(f"{name} …", file=sys.stderr, flush=True)
    with tempfile.TemporaryDirectory(prefix="lachan-bench-") as folder:
        root = Path(folder)
        lay(root, communes, kit)
        for _ in range(runs if len(communes) <= FEW else 1):
            shutil.rmtree(root / CACHE, ignore_errors=True)
            shutil.rmtree(root / "site", ignore_errors=True)
            found.cold.append(build(root))
        found.warm += [build(root) for _ in range(runs)]
        for number in range(runs):
            _call(root, communes[len(communes) // 2], f"0225 3860 1{number:02}")
            found.changed.append(build(root))
        found.site = _megabytes(root / "site")
    return found


def _call(root: Path, unit: Unit, number: str) -> None:
    """Give a commune a telephone number, which is made up and stays in the temporary folder."""
    entry = f"{{number: {number}, source: a, checked: {date.today()}, print: yes}}"
    write(root, unit, f"contacts:\n  commune-police: {entry}\n")


def _megabytes(folder: Path) -> float:
    """What the files of `folder` take, linked ones once."""
    files = (path.stat() for path in folder.rglob("*") if path.is_file())
    return sum({file.st_ino: file.st_size for file in files}.values()) / 1e6


def table(listed: Sequence[Unit], sizes: Sequence[str], runs: int) -> Table:
    """All sizes beside their bounds. A size is a number of communes or `PROVINCE`."""
    measured = []
    for size in sizes:
        if size == PROVINCE:
            communes = largest(listed)
            measured.append(measure(communes[0].province, communes, "full", 1))
        else:
            communes = spread(listed, int(size))
            measured.append(measure(f"{len(communes):,}", communes, "core", runs))
    core = [found for size, found in zip(sizes, measured, strict=True) if size != PROVINCE]
    head = (
        *("communes", "cold s", "s each", "to 100", "no change s", "one changed s"),
        *("main MB", "worker MB", "site builder MB", "site MB"),
    )
    rows = [_row(found, core) for found in measured]
    rows += _growth(core)
    note = (
        f"`lachan build`, kit «core», pages in all languages; {PROVINCE}: the largest one, kit «full». "
        f"Median of {runs}; cold above {FEW} communes and the province once. “To 100”: time for each "
        f"commune against that among {FEW}. Memory: the most that one process ever held. Up to "
        f"{FEW} communes every sheet is looked at, above that a sample."
    )
    return Table("The whole country", note, head, rows)


def _row(found: Measured, core: Sequence[Measured]) -> list[str]:
    country = found.communes == COUNTRY
    each = found.seconds("cold") / found.communes
    hundred = [other for other in core if other.communes == FEW]
    grown = each / (hundred[0].seconds("cold") / FEW) if hundred and found in core else 0.0

    def bound(kind: str, most: float) -> str:
        return against(found.seconds(kind), most) if country else f"{found.seconds(kind):.1f}"

    def held(role: str) -> str:
        most = found.memory(role)
        return (
            (against(most, MEMORY[role], 0) if role in MEMORY else f"{most:.0f}") if most else MISSING
        )

    return [
        found.name,
        bound("cold", COLD) if found in core else against(found.seconds("cold"), LARGEST),
        f"{each:.3f}",
        (against(grown, GROWTH, 2) if country else f"{grown:.2f}") if grown else MISSING,
        bound("warm", WARM),
        bound("changed", CHANGED),
        *(held(role) for role in ("main", "worker", "site")),
        f"{found.site:.0f}",
    ]


def _growth(core: Sequence[Measured]) -> Iterator[list[str]]:
    """k of time = c · n^k, from a hundred on, where starting up counts no more."""
    many = [found for found in core if found.communes >= FEW]
    counted = many if len(many) > 1 else core
    if len(counted) > 1:
        slopes = {
            kind: exponent({found.communes: found.seconds(kind) for found in counted})
            for kind in ("cold", "warm", "changed")
        }
        least = min(found.communes for found in counted)
        cold, warm, changed = (f"n^{slope:.2f}" for slope in slopes.values())
        empty = [MISSING] * 4
        yield [f"growth from {least:,}", cold, MISSING, MISSING, warm, changed, *empty]
