"""Our poster “111”, colour, against WeasyPrint and Pillow that draw the same one."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from lachan.campaign.model import Place
from lachan.common import clock
from lachan.gazetteer.unit_names import Name
from lachan.plan.artefacts import plan
from lachan.plan.recipe import Typeset
from lachan.texts.project import read_project

from benchmarks.draw import NOT_INSTALLED
from benchmarks.process import run
from benchmarks.project import ROOT
from benchmarks.table import MISSING, Table, median, ratio

SITE = "https://lachan.haiphong.gov.vn/"
"""The poster of a site that exists carries no stamp «BẢN MẪU»."""
POSTER = ("poster", "111", "color", "vi")
EACH = 10
"""Posters that a process draws after its first one, each for another commune."""
PROGRAMS = {"ours": "Lá Chắn (Typst)", "weasyprint": "WeasyPrint", "pillow": "Pillow, 300 dpi"}


@dataclass(frozen=True)
class Drawn:
    """What one process took: milliseconds to the first poster and for a later one, MB, bytes."""

    first: float
    later: float
    memory: float
    bytes: int


def posters() -> Iterator[str]:
    """What the poster of each commune holds (JSON); the communes are made up."""
    project, _ = read_project(ROOT, ROOT / "campaigns", clock.today())
    assert project
    project = replace(project, site_url=SITE)
    for artefact in plan(project, [_other(project.campaign.places[0], at) for at in range(EACH + 1)]):
        if (artefact.kind, artefact.id, artefact.variant, artefact.lang) == POSTER:
            assert isinstance(artefact.recipe, Typeset)
            yield artefact.recipe.data


def measure(runs: int) -> dict[str, list[Drawn]]:
    """Each program in as many processes, taking turns; nothing for one that cannot be started here."""
    found: dict[str, list[Drawn]] = {program: [] for program in PROGRAMS}
    with tempfile.TemporaryDirectory(prefix="lachan-bench-") as folder:
        path = Path(folder, "posters.json")
        path.write_text(f"[{', '.join(posters())}]", "utf-8")
        for _ in range(runs):
            for program, drawn in found.items():
                done = run(["-m", "benchmarks.draw", program, str(path)], cwd=ROOT)
                said = json.loads(done.output.splitlines()[-1])
                if said != NOT_INSTALLED:
                    (first, *later), size = said
                    memory = done.memory.get("main", 0.0)
                    drawn.append(Drawn(first, median(later), memory, size))
    return found


def table(runs: int) -> Table:
    """All programs beside ours."""
    found = measure(runs)
    head = ("", "first ms", "each later ms", "ratio", "peak MB", "ratio", "kB", "ratio")
    base = _middle(found["ours"])
    rows = []
    for program, drawn in found.items():
        if not drawn:
            rows.append((PROGRAMS[program], NOT_INSTALLED, *[MISSING] * 6))
            continue
        one = _middle(drawn)
        rows.append(
            (
                PROGRAMS[program],
                f"{one.first:.0f}",
                f"{one.later:.1f}",
                ratio(one.later, base.later),
                f"{one.memory:.0f}" if one.memory else MISSING,
                ratio(one.memory, base.memory),
                f"{one.bytes / 1000:.0f}",
                ratio(one.bytes, base.bytes),
            )
        )
    note = (
        f"The poster “111” in colour as a PDF, A4, for {EACH + 1} communes one after the other. Median "
        f"of {runs} processes; the first poster includes loading the library. Ours finds its sizes and "
        "checks overflow and missing characters; the others are given the sizes and places it found."
    )
    return Table("A poster", note, head, rows)


def _other(place: Place, number: int) -> Place:
    return replace(place, code=f"{90000 + number}", name=Name("Phường", f"Mẫu Số {number}"))


def _middle(drawn: list[Drawn]) -> Drawn:
    return Drawn(
        median([one.first for one in drawn]),
        median([one.later for one in drawn]),
        median([one.memory for one in drawn]),
        drawn[0].bytes,
    )
