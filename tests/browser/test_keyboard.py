"""The site without a pointer: the way out first, every stop in sight."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from browser.conftest import Shown
from browser.drawings import SETTLED
from browser.kinds import each, path

# A card whose whole face is a link wears the ring in its place.
STOP = """() => {
    const stop = document.activeElement;
    const ringed = (one) => getComputedStyle(one).outlineStyle !== "none"
        && parseFloat(getComputedStyle(one).outlineWidth) >= 2;
    const bar = document.querySelector("[data-exit]").parentElement;
    const box = stop.getBoundingClientRect();
    const { top, bottom, height } = bar.getBoundingClientRect();
    const free = box.top >= 0 && box.bottom <= innerHeight && (box.bottom <= top || box.top >= bottom);
    const room = innerHeight - height;
    const above = bar.contains(stop) || stop.matches(".skip");
    return {
        words: stop.textContent.trim() || stop.id || stop.tagName,
        href: stop.getAttribute("href"),
        ring: ringed(stop) || ringed(stop.closest("li") || stop),
        seen: box.width > 8 && box.height > 8,
        clear: above || free || box.height > room,
        over: stop === document.body,
    };
}"""


def press(page: Page, key: str) -> None:
    """Press a key, as somebody who then looks at the page, which scrolls and is drawn after that."""
    page.keyboard.press(key)
    page.evaluate(SETTLED)


@each(["home", "help", "commune"])
def test_the_first_stops_are_skip_exit_call(phone: Page, front: str, lang: str, kind: str) -> None:
    phone.goto(front + path(lang, kind))
    stops = []
    for _ in range(3):
        press(phone, "Tab")
        stops.append(phone.evaluate(STOP))
    exit = phone.locator("[data-exit]").get_attribute("href")
    assert [stop["href"] for stop in stops] == ["#main", exit, "tel:111"]
    assert all(stop["seen"] and stop["ring"] for stop in stops)


def test_the_skip_link_skips(phone: Page, front: str) -> None:
    phone.goto(front + "11692/")
    press(phone, "Tab")
    press(phone, "Enter")
    phone.wait_for_url(front + "11692/#main")
    press(phone, "Tab")
    assert phone.evaluate(STOP)["href"] == "tel:111"
    assert phone.evaluate("document.querySelector('main').contains(document.activeElement)")


@pytest.mark.parametrize("kind", ["home", "help", "hotlines", "trick", "commune"])
def test_every_stop_is_in_sight_with_a_ring(measured: Shown, kind: str) -> None:
    page = measured(path("vi", kind))
    page.emulate_media(reduced_motion="reduce")
    hidden, count = [], 0
    while True:
        press(page, "Tab")
        stop = page.evaluate(STOP)
        if stop["over"]:
            break
        count += 1
        if not (stop["ring"] and stop["seen"] and stop["clear"]):
            hidden.append(stop)
    assert hidden == []
    assert count > 10
