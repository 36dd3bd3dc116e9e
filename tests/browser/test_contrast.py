"""Every word can be read in sunlight and at night: 4.5 to 1 at least (WCAG 2.2, 1.4.3)."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from browser.kinds import OURS, path

WANTED = 4.5
CONTRAST = (Path(__file__).parent / "contrast.js").read_text("utf-8")
# The words differ between languages, the colours do not.
PAGES = {kind: path("vi", kind) for kind in OURS} | {"not-found": "404.html"}


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES)
def test_words_stand_out_from_their_ground(phone: Page, front: str, address: str) -> None:
    phone.goto(front + address)
    poor = {}
    for scheme in ("light", "dark"):
        phone.emulate_media(color_scheme=scheme)
        for width in (360, 1280):
            phone.set_viewport_size({"width": width, "height": 640})
            poor[scheme, width] = phone.evaluate(CONTRAST, WANTED)
    assert {where: words for where, words in poor.items() if words} == {}


def test_passed_lines_of_the_prompter_can_still_be_read(phone: Page, front: str) -> None:
    phone.goto(front + path("vi", "script"))
    phone.locator("[data-play]").click()
    assert phone.evaluate(CONTRAST, WANTED) == []


def test_the_night_is_dark(phone: Page, front: str) -> None:
    phone.goto(front + path("vi", "commune"))
    ground = {}
    for scheme in ("light", "dark"):
        phone.emulate_media(color_scheme=scheme)
        ground[scheme] = phone.evaluate("getComputedStyle(document.body).backgroundColor")
    assert ground == {"light": "rgb(255, 255, 255)", "dark": "rgb(6, 20, 48)"}
