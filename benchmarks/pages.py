"""The pages of communes, drawn outside the page pipeline, against the same words going through MkDocs."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from jinja2 import Environment

from benchmarks import material
from benchmarks.project import Unit, lay, spread
from benchmarks.table import Table, against, median, ratio
from lachan import build, paths, plan, workers
from lachan.project import Project
from lachan.site import pages, theme
from lachan.site.kit import Kit
from lachan.store import Record

COMMUNES = 30
MORE = 300
"""Commune pages that MkDocs builds beyond the first one: what it takes to start is not counted."""
BOUND = 15
"""Seconds for the pages of the country in two languages."""
OURS = "Lá Chắn"
THEMES = {"MkDocs, bare template": material.BARE, "MkDocs, Material": material.MATERIAL}


def kits(project: Project, records: Sequence[Record]) -> list[tuple[str, Kit]]:
    """What was made for each commune in each language."""
    store = build.Made(project, ()).store
    made = {path: store.path(name) for record in records for path, name in record.files}
    return [
        (lang, Kit(place, tuple(plan.kit(project, language, place)), made))
        for place in project.campaign.places
        for lang, language in project.languages.items()
    ]


def draw(
    env: Environment, project: Project, listed: Sequence[tuple[str, Kit]], site: Path
) -> Iterator[str]:
    """Draw all pages of these kits and write them; gives the HTML of each commune's own page."""
    for lang, kit in listed:
        for folder, html in pages.place_pages(env, project, lang, kit):
            target = site / folder / "index.html"
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(html, "utf-8")
            if folder == paths.commune(project, project.default, kit.place):
                yield html


def ours(communes: Sequence[Unit], runs: int) -> tuple[list[float], int, str]:
    """Seconds of each run for all pages of the communes, how many pages, and one of them."""
    with tempfile.TemporaryDirectory(prefix="lachan-bench-") as folder:
        root = Path(folder)
        lay(root, communes, "core")
        project, _ = build.read(root, root / "campaigns", date.today())
        made = build.press(project, project.campaign.places, processes=workers.cores())
        listed = kits(made.project, list(made.records()))
        # As in a build: nothing that is made for a place hangs on another one.
        alone = replace(made.project, campaign=replace(made.project.campaign, places=()))
        env = theme.environment(project.root / "assets")
        html, *_ = draw(env, alone, listed[:1], root / "first")
        times = []
        for number in range(runs):
            begin = time.perf_counter()
            list(draw(env, alone, listed, root / f"pages-{number}"))
            times.append(time.perf_counter() - begin)
        return times, sum(1 for _ in (root / "pages-0").rglob("*.html")), html


def theirs(html: str, style: str, count: int) -> float:
    """Seconds in which MkDocs builds so many pages with the words of `html`."""
    words = material.markdown(html)
    with tempfile.TemporaryDirectory(prefix="lachan-bench-") as folder:
        listed = {f"{10000 + number}": words for number in range(count)}
        return material.build(Path(folder), listed, style).seconds


def table(listed: Sequence[Unit], runs: int) -> Table:
    """Milliseconds a page, and what they make of a country."""
    communes = spread(listed, COMMUNES)
    times, count, html = ours(communes, runs)
    each = {OURS: [1000 * seconds / count for seconds in times]}
    for name, style in THEMES.items():
        each[name] = [
            1000 * (theirs(html, style, 1 + MORE) - theirs(html, style, 1)) / MORE for _ in range(runs)
        ]
    base = median(each[OURS])
    rows = []
    for name, found in each.items():
        middle = median(found)
        country = middle * len(listed) * count / len(communes) / 1000
        bound = against(country, BOUND) if name == OURS else f"{country:.1f}"
        rows.append((name, f"{middle:.2f}", ratio(middle, base), bound))
    note = (
        f"Milliseconds a page on one core, written to disk, start not counted; median of {runs}. Ours: all "
        f"{count} pages of {len(communes)} communes with the kit «core», vi and en. MkDocs: {MORE} times "
        f"the words of a commune's page. Country: {len(listed):,} communes, "
        f"{count / len(communes):.0f} pages each, reckoned; MkDocs without search in the bare row."
    )
    return Table("Pages of communes", note, ("", "ms a page", "ratio", "country s"), rows)
