"""A commune's page kept for the day without a network: only when asked for, never a help page."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from browser.conftest import PATIENCE, PHONE
from browser.serving import host

DISCREET = ("tro-giup/", "bao-tin/", "dien-thoai-an-toan/", "tro-ve/")
SAVE, REMOVE = "Lưu để xem khi không có mạng", "Xóa bản đã lưu"
NEXT = "0123456789abcdef"
REPLACED = """async (version) => {
    for (;;) {
        const names = await caches.keys();
        if (names.length === 1 && names[0].startsWith(version)) return;
        await new Promise((done) => setTimeout(done, 50));
    }
}"""
SAVED = "Trang này đã lưu trong máy, mất mạng vẫn mở được."


@pytest.fixture
def own(browser: Browser) -> Iterator[BrowserContext]:
    """A phone of its own, which nothing was kept on before."""
    context = browser.new_context(viewport=PHONE)
    context.set_default_timeout(PATIENCE)
    yield context
    context.close()


def arrive(page: Page, address: str) -> None:
    """Open a commune's page and go to where one can keep it."""
    page.goto(address)
    page.locator(".keep").scroll_into_view_if_needed()
    page.locator(".keep h2").wait_for()


def keep(page: Page, address: str) -> None:
    arrive(page, address)
    page.get_by_role("button", name=SAVE).click()
    expect(page.locator(".keep [role=status]")).to_have_text(SAVED, timeout=PATIENCE)


def held(page: Page) -> list[str]:
    """The address of everything that is kept on this phone."""
    return page.evaluate(
        """async () => {
            const all = [];
            for (const name of await caches.keys()) all.push(...await (await caches.open(name)).keys());
            return all.map((request) => request.url);
        }"""
    )


def workers(page: Page) -> int:
    return page.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)")


def test_nothing_is_kept_unasked(own: BrowserContext, front: str) -> None:
    page = own.new_page()
    arrive(page, front + "11692/")
    assert (workers(page), held(page)) == (0, [])
    assert page.get_by_role("button", name=REMOVE).count() == 0


def test_what_is_kept_opens_without_a_network(own: BrowserContext, front: str) -> None:
    page = own.new_page()
    keep(page, front + "11692/")
    own.set_offline(True)
    for address, title in {
        "11692/": "Phường Dương Kinh",
        "duong-day-nong/": "Số điện thoại cần nhớ",
        "thu-doan/viec-nhe-luong-cao/": "Chuyện việc làm",
        "": "Lá Chắn",
    }.items():
        page.goto(front + address)
        assert page.title() == title
        assert page.evaluate("document.styleSheets[0].cssRules.length") > 0
    arrive(page, front + "11692/")
    expect(page.locator(".keep [role=status]")).to_have_text(SAVED)
    poster = page.locator(".sheet img")
    poster.scroll_into_view_if_needed()
    assert poster.evaluate("image => image.decode().then(() => image.naturalWidth)") > 0


def test_help_is_never_kept(own: BrowserContext, front: str) -> None:
    page = own.new_page()
    keep(page, front + "11692/")
    for address in DISCREET:
        page.goto(front + address)
        assert page.url == front + address
    kept = [url.removeprefix(front) for url in held(page)]
    assert len(kept) > 20
    assert [url for url in kept if url.removeprefix("en/").startswith(DISCREET)] == []
    own.set_offline(True)
    for address in DISCREET:
        page.goto(front + address)
        assert page.url == front + "khong-mang/"
        assert page.locator("main a[href='tel:111']").first.is_visible()


def test_one_tap_removes_it_all(own: BrowserContext, front: str) -> None:
    page = own.new_page()
    keep(page, front + "11692/")
    page.get_by_role("button", name=REMOVE).click()
    expect(page.locator(".keep [role=status]")).to_have_text("Đã xóa, trong máy không còn bản nào.")
    assert (workers(page), held(page)) == (0, [])
    page.get_by_role("button", name=SAVE).wait_for()


def test_another_commune_takes_its_place(own: BrowserContext, front: str) -> None:
    page = own.new_page()
    keep(page, front + "11692/")
    arrive(page, front + "11203/")
    expect(page.locator(".keep [role=status]")).to_have_text(
        "Máy này đang lưu trang khác. Bấm lưu thì trang này thay vào."
    )
    keep(page, front + "11203/")
    kept = held(page)
    assert front + "11203/" in kept
    assert front + "11692/" not in kept
    assert workers(page) == 1


def test_a_new_build_replaces_what_was_kept(own: BrowserContext, site: Path, tmp_path: Path) -> None:
    copy = tmp_path / "site"
    shutil.copytree(site, copy, ignore=shutil.ignore_patterns("*.pdf", "*.zip", "*.docx"))
    page = own.new_page()
    with host(copy) as front:
        keep(page, front + "11692/")
        [before] = page.evaluate("caches.keys()")
        commune, worker = copy / "11692/index.html", copy / "sw.js"
        commune.write_text(commune.read_text("utf-8").replace("<title>", "<title>Mới: "), "utf-8")
        version = before.split()[0]
        worker.write_text(worker.read_text("utf-8").replace(version, NEXT), "utf-8")
        page.evaluate("navigator.serviceWorker.getRegistration().then((found) => found.update())")
        page.evaluate(REPLACED, NEXT)
        own.set_offline(True)
        page.goto(front + "11692/")
        assert page.title() == "Mới: Phường Dương Kinh"


def test_a_copy_that_could_not_be_made_leaves_nothing(own: BrowserContext, front: str) -> None:
    page = own.new_page()
    arrive(page, front + "11692/")
    own.set_offline(True)
    page.get_by_role("button", name=SAVE).click()
    expect(page.locator(".keep [role=status]")).to_have_text(
        "Chưa lưu được. Khi nào mạng khỏe hơn, bạn thử lại nhé."
    )
    assert (workers(page), held(page)) == (0, [])
    page.get_by_role("button", name=SAVE).wait_for()
