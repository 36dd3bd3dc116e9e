"""The bar with the way out and the number: it covers nothing of the first screen and is never far."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

from browser.kinds import RESIDENT, each, path
from browser.test_keyboard import SETTLED

SCREENS = [(320, 640), (360, 640), (412, 800), (640, 360)]
BAR = "nav:has([data-exit])"
NUMBER = "tel:111"
KINDS = [kind for kind in RESIDENT if kind != "script"]
WITH_BAND = ["home", "help", "suspicion", "commune"]
# What of the header and the text lies under the bar as the page stands.
COVERED = """() => {
    const bar = document.querySelector("nav:has([data-exit])").getBoundingClientRect();
    const all = document.querySelectorAll(".top *, main *:not(svg *), .end *, .foot *");
    return [...all].filter(function (one) {
        const { top, bottom, height } = one.getBoundingClientRect();
        return height && one.checkVisibility() && top < bar.bottom - 1 && bottom > bar.top + 1;
    }).map((one) => `${one.tagName} ${one.className} ${one.textContent.trim().slice(0, 40)}`);
}"""
# Whether a finger on the middle of what is seen of it touches one of these links.
TOUCHED = """(links) => [...document.querySelectorAll(links)].some(function (link) {
    const { left, right, top, bottom } = link.getBoundingClientRect();
    const [above, below] = [Math.max(0, top), Math.min(innerHeight, bottom)];
    if (below - above < 24 || right - left < 24) return false;
    const found = document.elementFromPoint((left + right) / 2, (above + below) / 2);
    return found !== null && link.contains(found);
})"""


def scroll(page: Page, y: float) -> None:
    page.evaluate("y => scrollTo({top: y, behavior: 'instant'})", y)
    page.evaluate(SETTLED)
    page.evaluate(SETTLED)


def at(page: Page) -> Any:
    """Where the bar stands: "foot", or "head", without the number there beside a "band" that has it."""
    return page.locator(BAR).get_attribute("data-at")


@pytest.fixture(params=SCREENS, ids=[f"{wide}x{high}" for wide, high in SCREENS])
def screen(request: pytest.FixtureRequest, phone: Page) -> Page:
    """A telephone of one of these sizes, upright or on its side."""
    wide, high = request.param
    phone.set_viewport_size({"width": wide, "height": high})
    return phone


@each(KINDS)
def test_nothing_of_the_first_screen_is_covered(screen: Page, front: str, lang: str, kind: str) -> None:
    screen.goto(front + path(lang, kind))
    screen.locator(f"{BAR}[data-at]").wait_for()
    assert screen.evaluate(COVERED) == []


@each(["home", "trick", "commune", "hotlines"])
def test_so_it_is_without_javascript(plain: Page, front: str, lang: str, kind: str) -> None:
    """There the bar stays at the head, whole, all the way."""
    for wide, high in SCREENS:
        plain.set_viewport_size({"width": wide, "height": high})
        plain.goto(front + path(lang, kind))
        bar = plain.locator(BAR)
        whole = bar.bounding_box()
        assert whole
        first = plain.locator("header").first.bounding_box()
        assert first
        assert first["y"] >= whole["y"] + whole["height"]
        for _ in range(3):
            assert plain.locator(f"{BAR} a").count() == 2
            for link in plain.locator(f"{BAR} a").all():
                box = link.bounding_box()
                assert box
                assert 0 <= box["y"] <= box["y"] + box["height"] <= high
                assert box["height"] >= 48
            plain.mouse.wheel(0, 900)
            plain.wait_for_timeout(50)


@each(WITH_BAND, ["vi"])
def test_it_comes_when_the_band_has_left_and_goes_when_it_is_back(
    screen: Page, front: str, lang: str, kind: str
) -> None:
    screen.goto(front + path(lang, kind))
    screen.locator(f"{BAR}[data-at]").wait_for()
    bar, call = screen.locator(BAR), screen.locator(f"{BAR} [href='{NUMBER}']")
    band = screen.locator(f"main [href='{NUMBER}']").first.bounding_box()
    head = bar.bounding_box()
    assert band
    assert head
    room = screen.evaluate("innerHeight")
    first = "band" if band["y"] + band["height"] / 2 < room else "head"
    assert at(screen) == first
    for y in (max(0, band["y"] - room / 2), band["y"] - head["height"]):
        scroll(screen, y)
        assert at(screen) == "band"
        box = call.bounding_box()
        assert box
        assert box["width"] <= 1
    scroll(screen, band["y"] + band["height"])
    assert at(screen) == "foot"
    box, foot = call.bounding_box(), bar.bounding_box()
    assert box
    assert foot
    assert box["width"] >= 100
    assert foot["y"] + foot["height"] == pytest.approx(room, abs=0.6)
    scroll(screen, band["y"] - room / 2)
    assert at(screen) == "band"
    assert bar.bounding_box() == head


@each(["trick", "hotlines", "search"], ["vi"])
def test_where_there_is_no_band_it_comes_after_the_header(
    screen: Page, front: str, lang: str, kind: str
) -> None:
    screen.goto(front + path(lang, kind))
    screen.locator(f"{BAR}[data-at='head']").wait_for()
    assert screen.evaluate(TOUCHED, f"{BAR} [href='{NUMBER}']")
    scroll(screen, 300)
    assert at(screen) == "foot"
    scroll(screen, 0)
    assert at(screen) == "head"


@each(["home", "help", "suspicion", "trick", "commune", "hotlines"], ["vi"])
def test_the_number_and_the_way_out_are_on_every_screen(
    screen: Page, front: str, lang: str, kind: str
) -> None:
    screen.goto(front + path(lang, kind))
    screen.locator(f"{BAR}[data-at]").wait_for()
    end = screen.evaluate("document.documentElement.scrollHeight")
    for y in range(0, end, 150):
        scroll(screen, y)
        assert screen.evaluate(TOUCHED, "[data-exit]"), y
        assert screen.evaluate(TOUCHED, f"[href='{NUMBER}']"), y


@each(["home", "commune"], ["vi"])
def test_nothing_moves_when_it_comes(screen: Page, front: str, lang: str, kind: str) -> None:
    """Its place at the head stays free."""
    screen.goto(front + path(lang, kind))
    screen.locator(f"{BAR}[data-at]").wait_for()
    where = "document.querySelector('main').getBoundingClientRect().top + scrollY"
    before = screen.evaluate(where)
    scroll(screen, 1200)
    assert at(screen) == "foot"
    assert screen.evaluate(where) == pytest.approx(before, abs=0.1)


def test_who_comes_with_the_keyboard_finds_the_number_beside_the_band(phone: Page, front: str) -> None:
    phone.goto(front + "11692/")
    phone.locator(f"{BAR}[data-at='band']").wait_for()
    for _ in range(3):
        phone.keyboard.press("Tab")
    focused = phone.evaluate("document.activeElement.getAttribute('href')")
    assert focused == NUMBER
    assert phone.evaluate(TOUCHED, f"{BAR} [href='{NUMBER}']")
