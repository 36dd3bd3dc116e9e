"""The browser, the served site, and the phone in the hand of each test."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT, copy_project, lachan
from lachan.texts.text import FOLDERS
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from browser import chromium
from browser.serving import host

PHONE = {"width": 360, "height": 640}
PATIENCE = 10_000
"""Milliseconds that a test waits for what does not come."""
LETTERS = (Path(__file__).parent / "letters.css").read_text("utf-8")

OpenPage = Callable[..., Page]
Shown = Callable[[str], Page]

# Names of places that no map has, and the longest name that one has; all under codes that are nobody's.
MORE_PLACES = {
    **{f"900{number:02}": f"Xã Mẫu Số {number}" for number in range(1, 13)},
    "07294": "Phường Bố Hạ",  # a xã until 20 September 2026
}
LONGEST = "90000"
LONGEST_NAME = "Phường Văn Miếu - Quốc Tử Giám"


@dataclass(frozen=True)
class Odd:
    """A site out of the ordinary: in a folder of its host, more places than a list shows, one page
    without English, nothing to print yet."""

    project: Path
    site: Path
    url: str
    front: str
    places: int


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests."""
    program = chromium.find()
    if not program:
        pytest.fail(
            "no browser found: install Chromium, Google Chrome or Edge (Debian: apt install chromium)",
            pytrace=False,
        )
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=chromium.flags())
        yield started
        started.close()


@pytest.fixture(scope="session")
def front(site: Path) -> Iterator[str]:
    """The address of the site's front page."""
    with host(site) as address:
        yield address


@pytest.fixture(scope="session")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Odd]:
    """The odd site, built by the command from another folder of places into another folder."""
    project = copy_project(tmp_path_factory.mktemp("odd"))
    campaigns, site = project.parent / "many-places", project.parent / "odd-site"
    shutil.copytree(project / "campaigns", campaigns)
    for code, name in {**MORE_PLACES, LONGEST: LONGEST_NAME}.items():
        place = campaigns / "bac-ninh" / f"{code}.yml"
        place.write_text(f"code: {code}\nname: {name}\n", "utf-8")
    (project / "docs/en/ngay-30-7.md").unlink()
    for text in project.glob("docs/*/*/*.md"):
        if text.parent.name in FOLDERS:
            text.unlink()
    country = campaigns / "vietnam.yml"
    before, _, after = country.read_text("utf-8").partition("\nbroadcast:")
    country.write_text(before + after[after.index("\ncontacts:") :], "utf-8")
    settings = project / "mkdocs.yml"
    url = "https://lachan.example/thu/"
    settings.write_text(settings.read_text("utf-8").replace("https://lachan.example/", url), "utf-8")
    done = lachan("build", "--campaigns", str(campaigns), "--output", str(site), cwd=project)
    assert done.returncode == 0, done.stdout + done.stderr
    _letter(site)
    with host(site, "/thu/") as front:
        yield Odd(project, site, url, front, places=3 + len(MORE_PLACES) + 1)


@pytest.fixture(scope="session")
def contexts(browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """A function that gives a context with options; one for the same options, as opening it is slow."""
    known: dict[str, BrowserContext] = {}

    def context(**options: Any) -> BrowserContext:
        key = repr(options)
        if key not in known:
            known[key] = browser.new_context(**{"viewport": PHONE} | options)
            known[key].set_default_timeout(PATIENCE)
        return known[key]

    yield context
    for opened in known.values():
        opened.close()


@pytest.fixture
def open_page(contexts: Callable[..., BrowserContext]) -> Iterator[OpenPage]:
    """A function that gives a fresh page on a small phone; its options are those of a context."""
    pages: list[Page] = []

    def fresh(**options: Any) -> Page:
        pages.append(contexts(**options).new_page())
        return pages[-1]

    yield fresh
    for page in pages:
        page.close()


def _letter(site: Path) -> None:
    """Add known letters to a site; they show where its policy, which forbids fonts, is set aside."""
    shutil.copytree(ROOT / "assets" / "fonts", site / "letters")
    style = site / "assets" / "lachan.css"
    style.write_text(LETTERS + style.read_text("utf-8"), "utf-8")


@pytest.fixture
def phone(open_page: OpenPage) -> Page:
    """A page with JavaScript, in the machine's own letters."""
    return open_page()


@pytest.fixture
def plain(open_page: OpenPage) -> Page:
    """A page without JavaScript."""
    return open_page(java_script_enabled=False)


@pytest.fixture(scope="session")
def lettered(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The front page of the same site in letters that are the same on every machine (letters.css)."""
    copy = tmp_path_factory.mktemp("lettered") / "site"
    shutil.copytree(site, copy, ignore=shutil.ignore_patterns("*.pdf", "*.zip"))
    _letter(copy)
    with host(copy) as address:
        yield address


@pytest.fixture(scope="module")
def shown(contexts: Callable[..., BrowserContext], front: str) -> Iterator[Shown]:
    """A function that shows a page, `path` from the front page, for tests that only look."""
    yield from _kept(contexts(), front)


@pytest.fixture(scope="module")
def measured(contexts: Callable[..., BrowserContext], lettered: str) -> Iterator[Shown]:
    """The same for the lettered site."""
    yield from _kept(contexts(bypass_csp=True), lettered)


def _kept(context: BrowserContext, front: str) -> Iterator[Shown]:
    """Every page is loaded once and kept, on a small phone again for each who asks."""
    pages: dict[str, Page] = {}

    def show(path: str) -> Page:
        if path not in pages:
            pages[path] = context.new_page()
            pages[path].goto(front + path)
            pages[path].evaluate("document.fonts.ready")
        pages[path].set_viewport_size(PHONE)
        pages[path].evaluate("scrollTo({top: 0, behavior: 'instant'})")
        return pages[path]

    yield show
    for page in pages.values():
        page.close()
