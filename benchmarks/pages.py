"""The pages of communes, drawn outside the page pipeline, against the same words through MkDocs."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from lachan.build import pipeline
from lachan.common import clock
from lachan.files import workers
from lachan.plan import artefacts, loudspeaker
from lachan.site import pages, theme
from lachan.site.kit import MadeKit
from lachan.texts.project import Project

from benchmarks import material
from benchmarks.project import Unit, lay, spread
from benchmarks.table import MISSING, Table, against, median, ratio

COMMUNES = 30
MORE = 300
"""Pages that MkDocs builds beyond the first one: what it takes to start is not counted."""
BOUND = 15
"""Seconds for the pages of the country in two languages."""
KINDS = ("commune", "print room", "script")
"""The pages of a commune in the order in which they are drawn; the last kind repeats."""
THEMES = {"MkDocs, bare template": material.BARE, "MkDocs, Material": material.MATERIAL}


@dataclass
class Round:
    """All pages once: seconds and number of each kind."""

    seconds: dict[str, float] = field(default_factory=lambda: dict.fromkeys(KINDS, 0.0))
    count: dict[str, int] = field(default_factory=lambda: dict.fromkeys(KINDS, 0))

    def each(self, kind: str) -> float:
        """Milliseconds for one page of a kind."""
        return 1000 * self.seconds[kind] / self.count[kind]


def ours(communes: Sequence[Unit], runs: int) -> tuple[list[Round], str]:
    """All pages of the communes drawn several times, and the page of one."""
    with tempfile.TemporaryDirectory(prefix="lachan-bench-") as folder:
        root = Path(folder)
        lay(root, communes, "core")
        project, _ = pipeline.read(root, root / "campaigns", clock.today())
        made = pipeline.make(project, project.campaign.places, processes=workers.cores())
        listed = _kits(made)
        draw = _Drawing(made.project)
        draw.all(listed, root / "first")
        rounds = [draw.all(listed, root / f"round-{number}") for number in range(runs)]
        html = next((root / "first").glob("[0-9]*/index.html")).read_text("utf-8")
    return rounds, html


class _Drawing:
    """Draws as a worker does that has been running for a while."""

    def __init__(self, project: Project) -> None:
        # As in a build: nothing that is made for a place depends on another one.
        self.project = replace(project, campaign=replace(project.campaign, places=()))
        self.templates = theme.environment(project.root / "assets")

    def all(self, kits: Sequence[tuple[str, MadeKit]], site: Path) -> Round:
        """Draw all pages of these kits and write them into `site`."""
        found = Round()
        for lang, kit in kits:
            begin = time.perf_counter()
            drawn = pages.of_place(self.templates, self.project, lang, kit)
            for number, (path, html) in enumerate(drawn):
                target = site / path
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_text(html, "utf-8")
                kind = KINDS[min(number, len(KINDS) - 1)]
                found.seconds[kind] += time.perf_counter() - begin
                found.count[kind] += 1
                begin = time.perf_counter()
        return found


def _kits(made: pipeline.Made) -> list[tuple[str, MadeKit]]:
    """What was made for each commune in each language."""
    project = made.project
    records = [record for key in made.keys if (record := made.store.record(key))]
    contents = made.store.contents({file.path: file.name for r in records for file in r.files})
    entries = {entry["path"]: entry for record in records for entry in record.entries}
    return [
        (
            lang,
            MadeKit(
                place, list(artefacts.kit(project, language, place, spoken)), entries, contents, spoken
            ),
        )
        for place in project.campaign.places
        for lang, language in project.languages.items()
        for spoken in [loudspeaker.spoken(project, lang, place)]
    ]


def theirs(html: str, style: str, count: int) -> float:
    """Seconds in which MkDocs builds so many pages with the words of `html`."""
    words = material.markdown(html)
    with tempfile.TemporaryDirectory(prefix="lachan-bench-") as folder:
        listed = {f"{10000 + number}": words for number in range(count)}
        return material.build(Path(folder), listed, style, navigation=False).seconds


def table(listed: Sequence[Unit], runs: int) -> Table:
    """Milliseconds a page, and what they make of a country."""
    communes = spread(listed, COMMUNES)
    rounds, html = ours(communes, runs)
    base = median([found.each(KINDS[0]) for found in rounds])
    rows = []
    for kind in KINDS:
        each = median([found.each(kind) for found in rounds])
        rows.append((f"Lá Chắn, {kind}", f"{each:.2f}", ratio(each, base), MISSING))
    total = median([sum(found.seconds.values()) for found in rounds]) / workers.cores()
    count = sum(rounds[0].count.values())
    scale = len(listed) / len(communes)
    rows.append(
        (
            f"Lá Chắn, all on {workers.cores()} cores",
            f"{1000 * total / count:.2f}",
            MISSING,
            against(total * scale, BOUND),
        )
    )
    for name, style in THEMES.items():
        each = median(
            [
                1000 * (theirs(html, style, 1 + MORE) - theirs(html, style, 1)) / MORE
                for _ in range(runs)
            ]
        )
        rows.append((name, f"{each:.2f}", ratio(each, base), f"{each * count * scale / 1000:.1f}"))
    note = (
        f"Milliseconds to draw and write a page, start not counted; median of {runs}. Ours: the "
        f"{count} pages of {len(communes)} communes with the kit «core», vi and en. MkDocs, on one "
        f"core: {MORE} pages with the words of a commune's own page, the bare template without search. "
        f"Country: reckoned for {len(listed):,} communes with {count / len(communes):.0f} pages each."
    )
    return Table("Pages of communes", note, ("", "ms a page", "ratio", "country s"), rows)
