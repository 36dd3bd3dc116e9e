"""Whether a page fits a small phone: nothing cut, nothing small, nothing under the bar.

Letters differ from machine to machine, so these pages are set in letters that do not (letters.css).
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from browser.conftest import LONGEST, Odd, OpenPage, Shown
from browser.kinds import FOLDERS, MATERIAL, OURS, RESIDENT, STAFF, each, path

WIDTHS = (320, 360, 412, 1280)
TARGET = 48
SMALLEST_TEXT = 16
BANDS = {"home": 2, "commune": 2, "suspicion": 2, "help": 3}
# A phone that knows no narrow letters sets headlines in its ordinary ones.
WITHOUT_CONDENSED = """@font-face {
    font-family: "Roboto Condensed";
    font-weight: 100 900;
    src: url("/letters/BeVietnamPro_700Bold.ttf");
    size-adjust: 90%;
}"""
FIT = (Path(__file__).parent / "fit.js").read_text("utf-8")
BAR = "nav:has([data-exit])"
AT_FOOT = "document.querySelector('nav:has([data-exit])').dataset.at === 'foot'"


def test_the_letters_are_the_known_ones(measured: Shown) -> None:
    used = "[...document.fonts].filter(one => one.status === 'loaded').map(one => one.family)"
    families = measured(path("vi", "commune")).evaluate(used)
    assert {family.strip('"') for family in families} == {"Roboto", "Roboto Condensed"}


@each(OURS)
def test_nothing_runs_over_the_edge(measured: Shown, lang: str, kind: str) -> None:
    page = measured(path(lang, kind))
    assert _too_wide(page) == {}


@each(MATERIAL)
def test_the_handbook_does_not_run_over_the_edge(shown: Shown, lang: str, kind: str) -> None:
    assert _too_wide(shown(path(lang, kind))) == {}


def test_the_page_for_wrong_addresses_fits(measured: Shown) -> None:
    page = measured("404.html")
    assert _too_wide(page) == {}
    assert _look(page, "smallTargets", TARGET) == []
    assert _look(page, "smallTexts", SMALLEST_TEXT) == []


@each(BANDS)
def test_the_calls_stand_on_the_first_screen(measured: Shown, lang: str, kind: str) -> None:
    page = measured(path(lang, kind))
    assert _hidden_calls(page, BANDS[kind]) == []


@each(["commune", "help"])
def test_so_they_do_in_wider_headlines(measured: Shown, lang: str, kind: str) -> None:
    page = measured(path(lang, kind))
    style = page.add_style_tag(content=WITHOUT_CONDENSED)
    page.evaluate("document.fonts.ready")
    hidden = _hidden_calls(page, BANDS[kind])
    style.evaluate("style => style.remove()")
    assert hidden == []


@pytest.mark.parametrize("folder", FOLDERS.values(), ids=FOLDERS)
def test_the_longest_name_fits(open_page: OpenPage, odd: Odd, folder: str) -> None:
    page = open_page(bypass_csp=True)
    page.goto(f"{odd.front}{folder}{LONGEST}/")
    page.evaluate("document.fonts.ready")
    assert _hidden_calls(page, BANDS["commune"]) == []
    assert _too_wide(page) == {}


@each(RESIDENT)
def test_targets_are_large_enough_for_a_thumb(measured: Shown, lang: str, kind: str) -> None:
    page = measured(path(lang, kind))
    assert _look(page, "smallTargets", TARGET) == []


@each(STAFF)
def test_staff_have_large_targets_too(measured: Shown, lang: str, kind: str) -> None:
    page = measured(path(lang, kind))
    assert _look(page, "smallTargets", TARGET) == []


@each(OURS)
def test_no_text_is_small(measured: Shown, lang: str, kind: str) -> None:
    page = measured(path(lang, kind))
    assert _look(page, "smallTexts", SMALLEST_TEXT) == []


@each(RESIDENT)
def test_the_last_line_rises_above_the_bar(measured: Shown, lang: str, kind: str) -> None:
    fixed = "[data-deck]" if kind == "script" else BAR
    page = measured(path(lang, kind))
    for width in (320, 360):
        page.set_viewport_size({"width": width, "height": 640})
        page.evaluate("scrollTo({top: document.body.scrollHeight, behavior: 'instant'})")
        if kind != "script":
            page.wait_for_function(AT_FOOT)
        top = page.locator(fixed).bounding_box()
        assert top
        assert _look(page, "lowestWord", f"{fixed}, {BAR}") <= top["y"]


def _too_wide(page: Page) -> dict[int, Any]:
    """The widths at which the page could be pushed sideways, with how far."""
    wide = {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 640})
        needed = page.evaluate("document.documentElement.scrollWidth")
        if needed > width:
            wide[width] = needed
    return wide


def _hidden_calls(page: Page, count: int) -> list[str]:
    """Of the first calls, those that are not whole on the screen, with how much of them is not.

    The bar is at the head of it.
    """
    bar, height = page.locator(BAR).bounding_box(), page.evaluate("innerHeight")
    assert bar
    assert bar["y"] == 0
    hidden = []
    for index in range(count):
        call = page.locator("main a[href^='tel:']").nth(index)
        box = call.bounding_box()
        assert box
        lost = max(bar["height"] - box["y"], box["y"] + box["height"] - height)
        if lost > 0:
            hidden.append(f"{call.get_attribute('href')}: {lost:.0f} px")
    return hidden


def _look(page: Page, function: str, argument: Any) -> Any:
    """What a function of fit.js finds on the page."""
    return page.evaluate(f"argument => ({FIT}).{function}(argument)", argument)
