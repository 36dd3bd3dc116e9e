"""Thoát nhanh: away at once, and "back" does not lead here again."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from browser.conftest import Shown
from browser.kinds import each, path

OUTSIDE = "https://www.google.com/**"
BEFORE = "thu-doan/nguoi-yeu-ao/"


def arrive(page: Page, front: str, address: str) -> None:
    """Come to `address` from another page of ours, with the world outside answered here."""
    page.route(
        OUTSIDE, lambda route: route.fulfill(body="<title>weather</title>", content_type="text/html")
    )
    page.goto(front + BEFORE)
    page.goto(front + address)


@each(["home", "help", "commune", "script"], ["vi"])
def test_a_tap_leaves_and_back_does_not_return(phone: Page, front: str, lang: str, kind: str) -> None:
    arrive(phone, front, path(lang, kind))
    phone.locator("[data-exit]").click()
    phone.wait_for_url(OUTSIDE)
    phone.go_back()
    assert phone.url == front + BEFORE


def test_three_shifts_leave(phone: Page, front: str) -> None:
    arrive(phone, front, "11692/")
    for _ in range(3):
        phone.keyboard.press("Shift")
    phone.wait_for_url(OUTSIDE)
    phone.go_back()
    assert phone.url == front + BEFORE


def test_writing_capitals_does_not_leave(phone: Page, front: str) -> None:
    arrive(phone, front, "11692/")
    turned: list[str] = []
    phone.on("framenavigated", lambda frame: turned.append(frame.url))
    for key in ("Shift", "Shift", "A", "Shift", "B", "Shift", "Shift"):
        phone.keyboard.press(key)
    assert (phone.title(), turned) == ("Phường Dương Kinh", [])
    phone.keyboard.press("Shift")
    phone.wait_for_url(OUTSIDE)


def test_without_javascript_it_is_a_link(plain: Page, front: str) -> None:
    arrive(plain, front, "11692/")
    plain.locator("[data-exit]").click()
    plain.wait_for_url(OUTSIDE)


@pytest.mark.parametrize("height", [480, 640, 800])
def test_it_is_in_sight_without_scrolling(measured: Shown, height: int) -> None:
    page = measured("11692/")
    page.set_viewport_size({"width": 360, "height": height})
    box = page.locator("[data-exit]").bounding_box()
    assert box
    assert 0 <= box["y"] <= box["y"] + box["height"] <= height
