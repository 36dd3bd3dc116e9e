"""Our pages for residents against the same words under stock Material, in a real browser on a bad network.

Issued bounds stand beside ours. The network is Chromium's own emulation; it leaves out the handshakes
of TCP and TLS, which would add the same two or three round trips to everybody.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from benchmarks import material, project
from benchmarks.host import VIEW, Host, host
from benchmarks.table import Table, against, median, ratio
from lachan.project import read_project

sys.path.append(str(project.ROOT / "tests"))
from browser import chromium  # noqa: E402

COMMUNE = f"{project.SAMPLE.code}/"
PAGES = {"a trick": "thu-doan/viec-nhe-luong-cao/", "a commune": COMMUNE}
PHONE = {"width": 360, "height": 740}
NETWORK = {
    "offline": False,
    "latency": 400,
    "downloadThroughput": 400_000 / 8,
    "uploadThroughput": 400_000 / 8,
}
SLOWER = 6
"""How many times slower than here the processor of the phone is."""
KILOBYTES, REQUESTS, PAINT, PAINT_SLOW, SHIFT = 12 * 1.024, 3, 1.0, 1.4, 0
_SHIFT = "new PerformanceObserver(list => list.getEntries().forEach(e => window.shift += e.value))"
_WATCH = f"window.shift = 0; {_SHIFT}.observe({{type: 'layout-shift', buffered: true}})"
_PAINT = """() => {
    const paint = performance.getEntriesByName("first-contentful-paint")[0].startTime;
    const before = performance.getEntriesByType("resource").filter(e => e.responseEnd <= paint);
    return [paint / 1000, before.length + 1, window.shift];
}"""


@dataclass(frozen=True)
class Visit:
    """Seconds to the first contentful paint, with the slow processor too; answers that had come by then
    and in all; compressed kB of the page itself and with everything it fetched; layout shift."""

    paint: float
    slow: float
    before: int
    requests: int
    view: float
    all: float
    shift: float


def visit(browser: Browser, server: Host, path: str) -> Visit:
    """Open a page as somebody does who has never been there."""
    paint, before, shift = _open(browser, server, path, 1)
    sent = [*server.sent]
    slow, _, moved = _open(browser, server, path, SLOWER)
    view = sum(size for kind, size in sent if kind in VIEW) / 1000
    everything = sum(size for _, size in sent) / 1000
    return Visit(paint, slow, before, len(sent), view, everything, max(shift, moved))


def _open(browser: Browser, server: Host, path: str, slower: int) -> tuple[float, int, float]:
    server.sent.clear()
    context = browser.new_context(viewport=PHONE, device_scale_factor=2)
    page = context.new_page()
    page.add_init_script(_WATCH)
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", NETWORK)
    session.send("Emulation.setCPUThrottlingRate", {"rate": slower})
    page.goto(server.front + path)
    page.wait_for_load_state("networkidle")
    paint, before, shift = page.evaluate(_PAINT)
    context.close()
    return paint, before, shift


def measure(runs: int) -> dict[str, list[Visit]]:
    """Both sites, every page, taking turns."""
    with tempfile.TemporaryDirectory(prefix="lachan-bench-") as folder:
        ours, stock = Path(folder, "ours"), Path(folder, "material")
        project.lay(ours, [project.SAMPLE], "full")
        project.build(ours)
        read, _ = read_project(ours, ours / "campaigns")
        assert read
        words = material.written(read, read.default)
        html = (ours / "site" / COMMUNE / "index.html").read_text("utf-8")
        words[COMMUNE.rstrip("/")] = material.markdown(html)
        material.build(stock, words, material.MATERIAL)
        program = chromium.find()
        assert program, "no browser found: install Chromium (Debian: apt install chromium)"
        with (
            host(ours / "site") as our_host,
            host(stock / "site") as their_host,
            sync_playwright() as playwright,
        ):
            browser = playwright.chromium.launch(executable_path=program, args=chromium.flags())
            sites = {"Lá Chắn": our_host, "Material": their_host}
            found: dict[str, list[Visit]] = {}
            for number in range(runs + 1):
                for name, path in PAGES.items():
                    for site, server in sites.items():
                        seen = visit(browser, server, path)
                        if number:  # the first one warms browser and hosts
                            found.setdefault(f"{name}, {site}", []).append(seen)
            browser.close()
    return found


def table(runs: int) -> Table:
    """Every page under both, ours beside the bounds."""
    head = (
        *("", "HTML+CSS+JS kB", "ratio", "all kB", "to paint", "requests"),
        *("paint s", "ratio", f"{SLOWER}× slower s", "ratio", "shift"),
    )
    rows = []
    base: dict[str, float] = {}
    for number, (name, visits) in enumerate(measure(runs).items()):
        one = {key: median([getattr(seen, key) for seen in visits]) for key in Visit.__annotations__}
        ours = number % 2 == 0
        base = one if ours else base

        def beside(key: str, bound: float, digits: int, one: dict[str, float] = one, ours: bool = ours) -> str:
            return against(one[key], bound, digits) if ours else f"{one[key]:.{digits}f}"

        rows.append(
            (
                name,
                beside("view", KILOBYTES, 1),
                ratio(one["view"], base["view"]),
                f"{one['all']:.1f}",
                beside("before", REQUESTS, 0),
                f"{one['requests']:.0f}",
                beside("paint", PAINT, 2),
                ratio(one["paint"], base["paint"]),
                beside("slow", PAINT_SLOW, 2),
                ratio(one["slow"], base["slow"]),
                beside("shift", SHIFT, 3),
            )
        )
    note = (
        f"Median of {runs} first visits in Chromium at {PHONE['width']} × {PHONE['height']}, 400 kbit/s and "
        "400 ms there and back, text compressed with gzip -9. “To paint”: answers that were there at the "
        "first contentful paint. Material holds the same pages with its search, without web fonts."
    )
    return Table("A page on the phone", note, head, rows)
