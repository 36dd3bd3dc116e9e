"""Changing the language keeps the page; what is not translated is shown in Vietnamese and says so."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Page

from browser.conftest import Odd


def test_tapping_a_language_turns_the_page(phone: Page, front: str) -> None:
    phone.goto(front + "11692/")
    phone.get_by_role("link", name="Ngôn ngữ").click()
    phone.get_by_role("link", name="English").click()
    assert phone.url == front + "en/11692/"
    assert phone.locator("h1").text_content() == "Dương\u00a0Kinh Ward"
    phone.get_by_role("link", name="Tiếng Việt").click()
    assert phone.url == front + "11692/"


def test_an_untranslated_page_is_vietnamese_and_says_so(phone: Page, odd: Odd) -> None:
    phone.goto(odd.front + "en/ngay-30-7/")
    words = yaml.safe_load((odd.project / "docs/en/strings.yml").read_text("utf-8"))
    notice = phone.get_by_text(words["untranslated"])
    assert phone.locator("html").get_attribute("lang") == "en"
    assert phone.locator("main").get_attribute("lang") == "vi"
    assert phone.locator("h1").text_content() == "Ngày 30/7"
    assert notice.is_visible()
    assert notice.evaluate("one => one.closest('[lang]').lang") == "en"
    assert phone.locator("meta[name=robots]").get_attribute("content") == "noindex"


@pytest.mark.parametrize("page", ["ngay-30-7", "tro-giup"])
def test_search_engines_hear_of_translations_that_exist(odd: Odd, page: str) -> None:
    html = Path(odd.site, page, "index.html").read_text("utf-8")
    told = f'<link rel="alternate" hreflang="en" href="{odd.url}en/{page}/">' in html
    assert told is (page != "ngay-30-7")
