"""The copy for a USB stick, opened from a folder without any server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from conftest import lachan
from playwright.sync_api import Page

from browser.kinds import EVERY, each, path
from browser.test_links import Document
from browser.test_traffic import visit


@pytest.fixture(scope="module")
def stick(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The copy, made by the command."""
    target = tmp_path_factory.mktemp("stick") / "Lá Chắn 1"
    done = lachan("usb", str(site), "--output", str(target), cwd=site.parent)
    assert done.returncode == 0, done.stdout + done.stderr
    return target


def dead(stick: Path) -> Iterator[str]:
    for page in sorted(stick.rglob("*.html")):
        document = Document()
        document.feed(page.read_text("utf-8"))
        for line, address in document.addresses:
            parts = urlsplit(address)
            if parts.scheme or not parts.path:
                continue
            if parts.path.startswith("/") or not (page.parent / unquote(parts.path)).is_file():
                yield f"{page.relative_to(stick)}:{line}: {address}"


def test_every_address_is_a_file(stick: Path) -> None:
    assert list(dead(stick)) == []


@each(EVERY)
def test_a_page_loads_whole(phone: Page, stick: Path, lang: str, kind: str) -> None:
    traffic = visit(phone, (stick / path(lang, kind) / "index.html").as_uri())
    phone.evaluate("scrollTo({top: document.body.scrollHeight, behavior: 'instant'})")
    phone.wait_for_load_state("networkidle")
    assert traffic.faults == []
    assert [url for url in traffic.asked if not url.startswith(stick.as_uri())] == []
    assert phone.evaluate("getComputedStyle(document.body).margin") == "0px"


def test_one_goes_from_page_to_page(phone: Page, stick: Path) -> None:
    phone.goto((stick / "index.html").as_uri())
    phone.get_by_role("link", name="Tìm", exact=True).click()
    phone.get_by_role("searchbox").fill("duong kinh")
    phone.locator("[data-found] a").first.click()
    phone.wait_for_url((stick / "11692/index.html").as_uri())
    phone.locator("a.sheet").click()
    phone.wait_for_url((stick / "11692/tai-lieu/index.html").as_uri())
    assert phone.title() == "Kho tài liệu – Phường Dương Kinh"


def test_words_are_found_that_only_the_index_knows(phone: Page, stick: Path) -> None:
    phone.goto((stick / "tim/index.html").as_uri())
    phone.get_by_role("searchbox").fill("hộ chiếu")
    links = phone.locator("[data-found] a")
    links.first.wait_for()
    wanted = (stick / "truoc-khi-di/ket-hon-nuoc-ngoai/index.html").as_uri()
    assert wanted in links.evaluate_all("links => links.map((link) => link.href)")


def test_nothing_is_offered_that_needs_a_server(phone: Page, stick: Path) -> None:
    phone.goto((stick / "11692/index.html").as_uri())
    phone.locator(".keep").scroll_into_view_if_needed()
    phone.wait_for_load_state("networkidle")
    assert phone.locator(".keep :visible").count() == 0


def test_the_copy_can_be_proven(stick: Path) -> None:
    done = lachan("proof", str(stick), cwd=stick)
    assert (done.returncode, done.stderr) == (0, "")
