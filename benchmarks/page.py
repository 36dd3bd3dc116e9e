"""Our pages for residents against the same words under stock Material, in a real browser.

The network is Chromium's own emulation; it leaves out the handshakes of TCP and TLS, which would add
the same two or three round trips to everybody.
"""

from __future__ import annotations

import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from lachan.common import clock
from lachan.texts.project import read_project
from playwright.sync_api import Browser, ViewportSize, sync_playwright

from benchmarks import material, project
from benchmarks.host import VIEW, Host, host
from benchmarks.table import Table, against, median, ratio
from tests.browser import chromium

COMMUNE = f"{project.SAMPLE.code}/"
PAGES = {"a trick": "thu-doan/viec-nhe-luong-cao/", "a commune": COMMUNE}
SITES = ("Lá Chắn", "Material")
PHONE: ViewportSize = {"width": 360, "height": 740}
NETWORK = {
    "offline": False,
    "latency": 400,
    "downloadThroughput": 400_000 / 8,
    "uploadThroughput": 400_000 / 8,
}
SLOWER = 6
"""How many times slower than here the processor of the phone is."""
BOUNDS = {"view": 12 * 1.024, "before": 3, "paint": 1.0, "slow": 1.4, "shift": 0}
"""What our pages may take, in the units of `Visit`."""
_SHIFT = "new PerformanceObserver(list => list.getEntries().forEach(e => window.shift += e.value))"
_WATCH = f"window.shift = 0; {_SHIFT}.observe({{type: 'layout-shift', buffered: true}})"
_PAINT = """async () => {
    const paint = await new Promise(done => {
        const name = "first-contentful-paint";
        const look = list => list.getEntriesByName(name).forEach(entry => done(entry.startTime));
        new PerformanceObserver(look).observe({type: "paint", buffered: true});
    });
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


def measure(runs: int) -> dict[tuple[str, str], list[Visit]]:
    """Both sites, every page, taking turns."""
    with tempfile.TemporaryDirectory(prefix="lachan-bench-") as folder:
        ours, stock = Path(folder, "ours"), Path(folder, "material")
        project.lay(ours, [project.SAMPLE], "full")
        project.build(ours)
        read, _ = read_project(ours, ours / "campaigns", clock.today())
        assert read
        words = material.written(read, read.default)
        html = (ours / "site" / COMMUNE / "index.html").read_text("utf-8")
        words[COMMUNE.rstrip("/")] = material.markdown(html)
        material.build(stock, words, material.MATERIAL, navigation=True)
        program = chromium.find()
        assert program, "no browser found: install Chromium (Debian: apt install chromium)"
        with (
            host(ours / "site") as our_host,
            host(stock / "site") as their_host,
            sync_playwright() as playwright,
        ):
            browser = playwright.chromium.launch(executable_path=program, args=chromium.flags())
            found: dict[tuple[str, str], list[Visit]] = defaultdict(list)
            for number in range(runs + 1):
                for name, path in PAGES.items():
                    for site, server in zip(SITES, (our_host, their_host), strict=True):
                        seen = visit(browser, server, path)
                        if number:  # the first one warms browser and hosts
                            found[name, site].append(seen)
            browser.close()
    return found


def table(runs: int) -> Table:
    """Every page under both, ours beside the bounds."""
    head = (
        *("", "HTML+CSS+JS kB", "ratio", "all kB", "to paint", "requests"),
        *("paint s", "ratio", f"{SLOWER}× slower s", "ratio", "shift"),
    )
    found = measure(runs)
    rows = []
    for name in PAGES:
        ours, stock = (_middle(found[name, site]) for site in SITES)
        rows.append((f"{name}, {SITES[0]}", *_cells(ours, ours, BOUNDS)))
        rows.append((f"{name}, {SITES[1]}", *_cells(stock, ours, {})))
    note = (
        f"Median of {runs} first visits in Chromium, {PHONE['width']} × {PHONE['height']}, at "
        "400 kbit/s and 400 ms there and back, text compressed with gzip -9. “To paint”: answers that "
        "were there at the first contentful paint. Material holds the same pages and its search, "
        "without web fonts."
    )
    return Table("A page on the phone", note, head, rows)


def _middle(visits: list[Visit]) -> dict[str, float]:
    return {key: median([getattr(seen, key) for seen in visits]) for key in Visit.__annotations__}


def _cells(
    one: Mapping[str, float], base: Mapping[str, float], bounds: Mapping[str, float]
) -> Iterator[str]:
    def value(key: str, digits: int) -> str:
        bounded = key in bounds
        return against(one[key], bounds[key], digits) if bounded else f"{one[key]:.{digits}f}"

    yield value("view", 1)
    yield ratio(one["view"], base["view"])
    yield value("all", 1)
    yield value("before", 0)
    yield value("requests", 0)
    for key in ("paint", "slow"):
        yield value(key, 2)
        yield ratio(one[key], base[key])
    yield value("shift", 3)
