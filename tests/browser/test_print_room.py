"""The print room: an officer finds what a use needs by eye, thumb or keyboard, and posts untyped."""

from __future__ import annotations

import gzip
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from browser.conftest import OpenPage, Shown
from browser.kinds import FOLDERS, path

PAGE_BYTES = 25 * 1024
WIDTHS = (320, 360, 768, 1280)
TARGET = 48
DESK = {"width": 1280, "height": 720}
BUNDLES = {
    "Dán lên tường": [],
    "Đọc trên loa": [],
    "Đăng Zalo, Facebook": [],
    "Họp dân": ["village"],
    "Trường học": ["school"],
    "Trạm y tế": ["clinic"],
    "Doanh nghiệp": ["business"],
}
FIT = (Path(__file__).parent / "fit.js").read_text("utf-8")
# Closed months hide what is in them but do not take it away: only `display` tells what a filter leaves.
LEFT = """selector => [...document.querySelectorAll(selector)].filter(one => {
    let at = one;
    while (at && getComputedStyle(at).display !== "none") at = at.parentElement;
    return !at;
}).map(one => one.id || one.textContent)"""
USED = """([selector, use]) => [...document.querySelectorAll(selector)]
    .filter(one => one.matches(`.${use}`) || one.querySelector(`.item.${use}`))
    .map(one => one.id || one.textContent)"""
OPEN_ALL = "document.querySelectorAll('details').forEach(one => one.open = true)"


@pytest.fixture(params=FOLDERS)
def room(request: pytest.FixtureRequest, phone: Page, front: str) -> Page:
    """The print room in each language."""
    phone.goto(front + path(request.param, "room"))
    return phone


@pytest.fixture
def vietnamese(phone: Page, front: str) -> Page:
    phone.goto(front + path("vi", "room"))
    return phone


def test_a_filter_leaves_exactly_the_things_of_its_use(room: Page) -> None:
    assert _uses(room) == 8
    for number in range(1, _uses(room) + 1):
        _choose(room, number)
        for selector in (".item", "section[id]", ".month"):
            wanted = room.evaluate(USED, [selector, f"use-{number}"])
            assert room.evaluate(LEFT, selector) == wanted, number
        assert room.evaluate(LEFT, ".item")


def test_everything_can_be_had_back(room: Page) -> None:
    before = room.evaluate(LEFT, ".item, section[id], .bundle")
    _choose(room, 4)
    _choose(room, 0)
    assert room.evaluate(LEFT, ".item, section[id], .bundle") == before


def test_the_chosen_shelf_comes_first(room: Page) -> None:
    for number in range(1, _uses(room) + 1):
        _choose(room, number)
        top = "one => one.getBoundingClientRect().top"
        shelves = [shelf for shelf in room.locator("section[id]").all() if shelf.is_visible()]
        first = min(shelves, key=lambda shelf: shelf.evaluate(top))
        assert first.locator("h2").inner_text() == _label(room, number).inner_text()


@pytest.mark.parametrize(("use", "receivers"), BUNDLES.items(), ids=BUNDLES)
def test_a_receiver_meets_its_bundle_above_all_else(
    vietnamese: Page, use: str, receivers: list[str]
) -> None:
    vietnamese.get_by_text(use, exact=True).and_(vietnamese.locator("label")).click()
    shown = [link for link in vietnamese.locator(".bundle a").all() if link.is_visible()]
    files = [str(link.get_attribute("href")).rpartition("/")[2] for link in shown]
    assert files == [f"11692-vi-{one}.zip" for one in receivers]
    first = vietnamese.locator(".item:visible").first.bounding_box()
    for link in shown:
        box = link.bounding_box()
        assert box
        assert first
        assert box["y"] < first["y"]


@pytest.mark.parametrize("lang", FOLDERS)
def test_every_download_is_there_and_has_a_name(shown: Shown, site: Path, lang: str) -> None:
    links = shown(path(lang, "room")).evaluate(
        "[...document.querySelectorAll('[download]')].map(link => [link.pathname, link.download])"
    )
    assert len(links) > 60
    for address, name in links:
        assert (site / address.lstrip("/")).is_file()
        assert name.endswith(Path(address).suffix)
        assert len(name) > len(Path(address).suffix)
        assert not set(name) & set('\\/:*?"<>|')


@pytest.mark.parametrize("lang", FOLDERS)
def test_no_two_stops_sound_the_same(shown: Shown, lang: str) -> None:
    stops = shown(path(lang, "room")).evaluate(
        """[...document.querySelectorAll("main [download], main button, main summary, .filter label")]
            .map(stop => stop.textContent.replace(/\\s+/g, " ").trim())"""
    )
    assert [name for name, count in Counter(stops).items() if count > 1 or not name] == []


@pytest.mark.parametrize("lang", FOLDERS)
def test_headings_leave_no_step_out(shown: Shown, lang: str) -> None:
    levels = shown(path(lang, "room")).evaluate(
        "[...document.querySelectorAll('h1, h2, h3, h4')].map(one => Number(one.tagName[1]))"
    )
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1] == []


def test_words_are_copied_and_the_button_says_so(open_page: OpenPage, front: str) -> None:
    page = open_page(permissions=["clipboard-read"])
    page.goto(front + path("vi", "room"))
    buttons = page.locator("[data-copy]")
    assert buttons.count() == page.locator("[data-words]").count() > 1
    for number in (0, 1):
        buttons.nth(number).click()
        words = page.locator("[data-words]").nth(number).text_content()
        assert page.evaluate("navigator.clipboard.readText()") == words
        expect(buttons.nth(number)).to_be_focused()
    assert "Gọi 111" in str(words)
    said = [button.inner_text().split(":")[0].strip() for button in buttons.all()[:3]]
    assert said == ["Chép lời đăng", "Đã chép", "Chép lời đăng"]


def test_words_that_cannot_be_copied_are_marked_for_the_hand(vietnamese: Page) -> None:
    vietnamese.evaluate("document.execCommand = () => false")
    vietnamese.locator("[data-copy]").first.click()
    words = vietnamese.locator("[data-words]").first
    expect(words).to_be_visible()
    assert vietnamese.evaluate("getSelection().toString().trim()") == words.inner_text().strip()
    assert "Đã chép" not in vietnamese.locator("[data-copy]").first.inner_text()


def test_the_present_month_lies_open(phone: Page, front: str) -> None:
    phone.clock.set_fixed_time("2027-07-15T08:00:00")
    phone.goto(front + path("vi", "room"))
    assert phone.locator("details[open] > summary h3").all_inner_texts() == ["Tháng 7"]


def test_a_choice_far_down_starts_at_the_top(phone: Page, front: str) -> None:
    phone.set_viewport_size(DESK)
    phone.goto(front + path("vi", "room"))
    phone.evaluate("scrollTo({top: 6000, behavior: 'instant'})")
    _label(phone, 2).click()
    heading = phone.locator("#handout h2").bounding_box()
    assert heading
    assert 0 <= heading["y"] < DESK["height"] / 2


def test_a_phone_finds_the_way_back_to_the_choice(vietnamese: Page) -> None:
    vietnamese.evaluate("scrollTo({top: 5000, behavior: 'instant'})")
    vietnamese.get_by_role("link", name="Dùng để làm gì?").click()
    expect(vietnamese.locator(".filter")).to_be_in_viewport(ratio=0.9)


def test_arrows_choose(vietnamese: Page) -> None:
    vietnamese.locator("#use-0").focus()
    vietnamese.keyboard.press("ArrowDown")
    expect(vietnamese.locator("#use-1")).to_be_checked()
    ring = "label => getComputedStyle(label).outlineStyle"
    assert _label(vietnamese, 1).evaluate(ring) == "solid"
    assert _label(vietnamese, 2).evaluate(ring) == "none"


@pytest.mark.parametrize("lang", FOLDERS)
def test_it_fits_with_everything_open(measured: Shown, lang: str) -> None:
    page = measured(path(lang, "room"))
    page.evaluate(OPEN_ALL)
    wide, small = {}, {}
    for number in range(_uses(page) + 1):
        _choose(page, number)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 640})
            over = page.evaluate("document.documentElement.scrollWidth") - width
            if over > 0:
                wide[number, width] = over
            if found := page.evaluate(f"size => ({FIT}).smallTargets(size)", TARGET):
                small[number, width] = found
    assert wide == {}
    assert small == {}


def test_without_javascript_all_but_copying_works(plain: Page, front: str) -> None:
    plain.goto(front + path("vi", "room"))
    _label(plain, 4).click()
    expect(plain.locator("#online")).to_be_visible()
    expect(plain.locator("#wall")).to_be_hidden()
    expect(plain.locator("[data-copy]").first).to_be_hidden()
    plain.locator("#online summary").first.click()
    expect(plain.locator("[data-words]").first).to_be_visible()
    _label(plain, 3).click()
    plain.locator(".month summary").first.click()
    expect(plain.locator(".month .item").first).to_be_visible()


@pytest.mark.parametrize("lang", FOLDERS)
def test_the_page_is_light(site: Path, lang: str) -> None:
    html = (site / path(lang, "room") / "index.html").read_bytes()
    assert len(gzip.compress(html, 9)) <= PAGE_BYTES


def _uses(page: Page) -> int:
    """How many uses can be chosen, apart from everything."""
    return page.locator(".filter input").count() - 1


def _label(page: Page, number: int) -> Locator:
    return page.locator(f"label[for=use-{number}]")


def _choose(page: Page, number: int) -> None:
    page.locator(f"#use-{number}").evaluate("radio => radio.click()")
