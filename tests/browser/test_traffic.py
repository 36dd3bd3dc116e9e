"""What a page asks for: only its own host, little of it, and nothing that fails."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from browser.conftest import Odd
from browser.kinds import EVERY, FOLDERS, OURS, READ, each, path
from browser.serving import host

FIRST_VIEW_BYTES = 12 * 1024
HOTLINE_WITHIN = 2048


class Traffic:
    """Everything a page asked for, and everything that went wrong meanwhile."""

    def __init__(self, page: Page) -> None:
        self.asked: list[str] = []
        self.faults: list[str] = []
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("requestfailed", lambda request: self.faults.append(f"failed: {request.url}"))
        page.on("response", lambda answer: self._answer(answer.status, answer.url))
        page.on("console", lambda said: self._said(said.type, said.text))
        page.on("pageerror", lambda error: self.faults.append(f"error: {error}"))

    def _answer(self, status: int, url: str) -> None:
        if status >= 400:
            self.faults.append(f"{status}: {url}")

    def _said(self, kind: str, text: str) -> None:
        if kind in {"error", "warning"}:
            self.faults.append(f"{kind}: {text}")


def visit(page: Page, address: str) -> Traffic:
    """Open a page with all its pictures, also those further down."""
    traffic = Traffic(page)
    page.goto(address)
    page.evaluate(
        """Promise.all(Array.from(document.images, picture => {
            picture.loading = "eager";
            return picture.decode().catch(() => {});
        }))"""
    )
    return traffic


@pytest.fixture(scope="module")
def deep(site: Path) -> Iterator[str]:
    """The same site in a folder of a host."""
    with host(site, "/tuyen-truyen/la-chan/") as address:
        yield address


@each(OURS)
def test_a_page_loads_whole_from_its_own_host(phone: Page, front: str, lang: str, kind: str) -> None:
    traffic = visit(phone, front + path(lang, kind))
    assert traffic.faults == []
    assert [url for url in traffic.asked if not url.startswith(front)] == []


@pytest.mark.parametrize("lang", FOLDERS)
def test_the_handbook_loads_whole_from_its_own_host(phone: Page, front: str, lang: str) -> None:
    traffic = visit(phone, front + path(lang, "handbook"))
    phone.wait_for_load_state("networkidle")
    assert traffic.faults == []
    assert [url for url in traffic.asked if not url.startswith(front)] == []


@each(EVERY, ["vi"])
def test_a_page_loads_whole_in_any_folder(phone: Page, deep: str, lang: str, kind: str) -> None:
    traffic = visit(phone, deep + path(lang, kind))
    assert traffic.faults == []
    assert [url for url in traffic.asked if not url.startswith(deep)] == []


def test_a_wrong_address_gets_the_page_for_it(phone: Page, front: str) -> None:
    _lost(phone, front)


def test_so_it_does_in_a_folder(phone: Page, odd: Odd) -> None:
    _lost(phone, odd.front)


@pytest.mark.parametrize("lang", FOLDERS)
def test_the_first_view_of_a_commune_is_three_small_files(
    phone: Page, front: str, site: Path, lang: str
) -> None:
    asked: list[str] = []
    phone.on("request", lambda request: asked.append(request.url))
    phone.goto(front + path(lang, "commune"))
    files = [url for url in asked if not url.endswith((".svg", "-preview.png"))]
    assert files == [
        front + path(lang, "commune"),
        front + "assets/lachan.css",
        front + "assets/lachan.js",
    ]
    page, *parts = [site / url.removeprefix(front) for url in files]
    weight = sum(len(gzip.compress(part.read_bytes(), 9)) for part in (page / "index.html", *parts))
    assert weight <= FIRST_VIEW_BYTES


@each(OURS)
def test_pictures_never_hold_up_the_words(site: Path, lang: str, kind: str) -> None:
    html = (site / path(lang, kind) / "index.html").read_text("utf-8")
    pictures = [part[: part.index(">")] for part in html.split("<img ")[1:]]
    assert [picture for picture in pictures if 'loading="lazy"' not in picture] == []


@each(READ)
def test_the_hotline_comes_in_the_first_packet(site: Path, lang: str, kind: str) -> None:
    html = (site / path(lang, kind) / "index.html").read_bytes()
    body = html[html.index(b"<body") :]
    assert 0 < body.find(b'href="tel:111"') < HOTLINE_WITHIN


def _lost(page: Page, front: str) -> None:
    """Go to an address that is not there, deep in the site, and find home."""
    wrong = front + "en/khong/co/trang-nay/"
    answer = page.goto(wrong)
    assert answer
    assert answer.status == 404
    styled = "[...document.styleSheets].map(sheet => [sheet.href, sheet.cssRules.length > 0])"
    assert page.evaluate(styled) == [[front + "assets/lachan.css", True]]
    page.get_by_role("link", name="Về trang đầu").click()
    assert page.url == front
