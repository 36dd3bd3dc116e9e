"""No page tears the number of a law, or the name of its commune, at any width."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Page

from browser.conftest import LONGEST, Odd, OpenPage, Shown
from browser.kinds import FOLDERS, OURS, each, path

WIDTHS = (280, 320, 360, 412, 768, 1280)
NUMBER = r"(?:[0-9]+/)+[A-ZĐ][0-9A-Za-zĐ]*(?:[-/][0-9A-Za-zĐ]+)*"
TORN = """pattern => {
    const torn = [], texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text; (text = texts.nextNode());) {
        for (const found of text.data.matchAll(new RegExp(pattern, "gu"))) {
            const range = document.createRange();
            range.setStart(text, found.index);
            range.setEnd(text, found.index + found[0].length);
            const tops = new Set([...range.getClientRects()].map(line => Math.round(line.top)));
            if (tops.size > 1) torn.push(found[0]);
        }
    }
    return torn;
}"""
SEEN = "document.body.textContent.split('/NĐ-CP').length - 1"


def torn(page: Page, pattern: str) -> dict[int, Any]:
    """By width, what stands on more than one line."""
    found = {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 640})
        if hits := page.evaluate(TORN, pattern):
            found[width] = hits
    return found


@each(OURS)
def test_no_number_of_a_law_is_torn(shown: Shown, lang: str, kind: str) -> None:
    page = shown(path(lang, kind))
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    assert torn(page, NUMBER) == {}


def test_they_stand_in_pages_and_would_be_torn(open_page: OpenPage, front: str) -> None:
    page = open_page(bypass_csp=True)
    page.goto(f"{front}phap-luat/")
    assert page.evaluate(SEEN) > 1
    assert torn(page, NUMBER) == {}
    page.add_style_tag(content=".whole { white-space: normal }")
    assert torn(page, NUMBER) != {}


@pytest.mark.parametrize("folder", FOLDERS.values(), ids=FOLDERS)
def test_the_longest_name_is_torn_between_its_parts_alone(
    open_page: OpenPage, odd: Odd, folder: str
) -> None:
    page = open_page()
    for under in ("", "tai-lieu/"):
        page.goto(f"{odd.front}{folder}{LONGEST}/{under}")
        text = page.locator("body").text_content() or ""
        assert re.search(r"Quốc\sTử\sGiám", text)
        assert torn(page, r"Văn\s+Miếu|Quốc\s+Tử\s+Giám|Bắc\s+Ninh") == {}
