"""What a page says of itself: its language, a title that gives nothing away, the numbers it dials."""

from __future__ import annotations

import re

import pytest

from browser.conftest import Shown
from browser.kinds import EVERY, READ, each, path

# Seen in the history of a shared phone or over a shoulder.
TELLING = re.compile(r"mua bán|buôn|nạn nhân|lừa|bóc lột|traffick|victim|slave|rescue", re.IGNORECASE)

OTHER = {"vi": "en", "en": "vi"}
CALLS = {
    "home": ["tel:111", "tel:113"],
    "help": ["tel:113", "tel:111", "tel:+84981848484"],
    "suspicion": ["tel:113", "tel:111"],
    "commune": ["tel:111", "tel:113"],
}
LISTED = ["tel:111", "tel:113", "tel:115", "tel:+84981848484", "tel:+84965411118"]


@each(EVERY)
def test_the_page_names_its_language(shown: Shown, lang: str, kind: str) -> None:
    page = shown(path(lang, kind))
    assert page.locator("html").get_attribute("lang") == lang
    assert page.locator("main").get_attribute("lang") is None


@each([kind for kind in EVERY if kind != "script"])
def test_the_other_language_is_the_same_page(shown: Shown, front: str, lang: str, kind: str) -> None:
    other = OTHER[lang]
    link = shown(path(lang, kind)).locator(f"a[hreflang={other}]").first
    assert link.evaluate("link => link.href") == front + path(other, kind)


@each(READ)
def test_the_title_gives_nothing_away(shown: Shown, lang: str, kind: str) -> None:
    page = shown(path(lang, kind))
    assert page.title()
    assert TELLING.findall(page.title()) == []


@each(["help", "suspicion"])
def test_the_titles_of_help_are_all_alike(shown: Shown, lang: str, kind: str) -> None:
    page = shown(path(lang, kind))
    assert page.title() == {"vi": "Thông tin cho bà con", "en": "Information for residents"}[lang]


@each(CALLS)
def test_a_page_begins_with_its_calls(shown: Shown, lang: str, kind: str) -> None:
    page = shown(path(lang, kind))
    links = page.locator("main a[href^='tel:']")
    expected = CALLS[kind]
    found = [links.nth(index) for index in range(len(expected))]
    assert [link.get_attribute("href") for link in found] == expected
    # A drawn number is spoken all the same.
    for link, tel in zip(found, expected, strict=True):
        assert re.sub(r"[^\d+]", "", link.text_content() or "").startswith(tel.removeprefix("tel:"))


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_page_of_numbers_lists_them_to_tap(shown: Shown, lang: str) -> None:
    page = shown(path(lang, "hotlines"))
    rows = page.locator("main section").first.locator("li > a")
    assert [row.get_attribute("href") for row in rows.all()] == LISTED


@each(READ)
def test_every_page_ends_with_the_hotline(shown: Shown, lang: str, kind: str) -> None:
    page = shown(path(lang, kind))
    last = page.locator("main ~ section a")
    assert [link.get_attribute("href") for link in last.all()] == ["tel:111", "tel:113"]
