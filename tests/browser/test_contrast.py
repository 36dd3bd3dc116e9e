"""Every word can be read in sunlight and at night: 4.5 to 1 at least (WCAG 2.2, 1.4.3).

Where the reader sets the colours (forced colours, as Windows has them), drawings keep 3 to 1 (1.4.11).
"""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from browser.access import MATERIAL, PAGES
from browser.drawings import drawings
from browser.kinds import path

WANTED = 4.5
DRAWN = 3.0
SCHEMES = ("light", "dark")
WIDTHS = (360, 1280)
CONTRAST = (Path(__file__).parent / "contrast.js").read_text("utf-8")
OURS = {kind: address for kind, address in PAGES.items() if kind not in MATERIAL}


@pytest.mark.parametrize("forced", ["none", "active"])
@pytest.mark.parametrize("address", OURS.values(), ids=OURS)
def test_words_stand_out_from_their_background(
    phone: Page, front: str, address: str, forced: str
) -> None:
    phone.emulate_media(forced_colors=forced)
    phone.goto(front + address)
    poor = {}
    for scheme in SCHEMES:
        phone.emulate_media(color_scheme=scheme)
        for width in WIDTHS:
            phone.set_viewport_size({"width": width, "height": 640})
            poor[scheme, width] = phone.evaluate(CONTRAST, WANTED)
    assert {where: words for where, words in poor.items() if words} == {}


@pytest.mark.parametrize("address", OURS.values(), ids=OURS)
def test_drawings_do_where_colours_are_the_reader_s(phone: Page, front: str, address: str) -> None:
    """A number that is drawn is read like a word."""
    phone.emulate_media(forced_colors="active")
    phone.goto(front + address)
    poor = {}
    for scheme in SCHEMES:
        phone.emulate_media(color_scheme=scheme)
        for width in WIDTHS:
            phone.set_viewport_size({"width": width, "height": 640})
            seen = drawings(phone)
            assert seen
            poor[scheme, width] = [
                one for one in seen if one.contrast < (WANTED if one.number else DRAWN)
            ]
    assert {where: found for where, found in poor.items() if found} == {}


def test_passed_lines_of_the_prompter_can_still_be_read(phone: Page, front: str) -> None:
    phone.goto(front + path("vi", "script"))
    phone.locator("[data-play]").click()
    assert phone.evaluate(CONTRAST, WANTED) == []


def test_the_night_is_dark(phone: Page, front: str) -> None:
    phone.goto(front + path("vi", "commune"))
    background = {}
    for scheme in ("light", "dark"):
        phone.emulate_media(color_scheme=scheme)
        background[scheme] = phone.evaluate("getComputedStyle(document.body).backgroundColor")
    assert background == {"light": "rgb(255, 255, 255)", "dark": "rgb(6, 20, 48)"}
