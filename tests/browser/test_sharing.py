"""What a chat shows of a page, and the button that passes it on."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Page

from browser.conftest import Odd, OpenPage, Shown
from browser.kinds import FOLDERS, OURS, each, path
from browser.test_head import TELLING

SITE_URL = "https://lachan.example/"
NEUTRAL = {"vi": "Thông tin cho bà con", "en": "Information for residents"}
DISCREET = ["help", "suspicion"]
OFFERED = ["home", "hotlines", "trick", "commune"]


def graph(page: Page) -> dict[str, str]:
    """The Open Graph of a page: what stands in its head for chats."""
    return dict(
        page.locator("meta[property^='og:']").evaluate_all(
            "tags => tags.map(tag => [tag.getAttribute('property').slice(3), tag.content])"
        )
    )


@each(OURS)
def test_a_page_is_shared_whole(shown: Shown, site: Path, lang: str, kind: str) -> None:
    tags = graph(shown(path(lang, kind)))
    assert tags["url"] == SITE_URL + path(lang, kind)
    assert all(tags[name] for name in ("title", "description", "image:alt", "site_name"))
    with Image.open(site / tags["image"].removeprefix(SITE_URL)) as picture:
        size = tags["image:width"], tags["image:height"]
        assert (picture.format, picture.size, size) == ("PNG", (1200, 630), ("1200", "630"))


@each(DISCREET)
def test_a_help_page_gives_nothing_away(shown: Shown, lang: str, kind: str) -> None:
    tags = graph(shown(path(lang, kind)))
    assert tags["title"] == NEUTRAL[lang]
    assert tags["image"] == f"{SITE_URL}chia-se/{lang}.png"
    assert TELLING.findall(tags["description"] + tags["image:alt"]) == []


def test_a_commune_is_shared_with_its_own_picture(shown: Shown) -> None:
    tags = graph(shown("11692/"))
    assert tags["title"] == "Phường Dương Kinh"
    assert tags["image"].startswith(f"{SITE_URL}11692/tai-lieu/11692-vi-picture-")


def test_in_a_folder_the_addresses_have_it(phone: Page, odd: Odd) -> None:
    phone.goto(odd.front + "en/90000/")
    tags = graph(phone)
    assert tags["url"] == odd.url + "en/90000/"
    assert (odd.site / tags["image"].removeprefix(odd.url)).is_file()


@each(OFFERED)
def test_the_phones_own_sheet_gets_the_true_address(
    open_page: OpenPage, front: str, lang: str, kind: str
) -> None:
    page = open_page()
    page.add_init_script("navigator.share = async (data) => { window.passed = data; };")
    page.goto(front + path(lang, kind) + "#here")
    button = page.locator(".share button:visible")
    page.locator(".share").scroll_into_view_if_needed()
    button.click()
    assert page.evaluate("passed.url") == SITE_URL + path(lang, kind)
    assert button.count() == 1


def test_without_that_sheet_the_address_is_copied(open_page: OpenPage, front: str) -> None:
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    page.add_init_script("delete Navigator.prototype.share;")
    page.goto(front + "11692/")
    page.locator(".share").scroll_into_view_if_needed()
    page.get_by_role("button", name="Chép địa chỉ trang này").click()
    page.get_by_role("button", name="Đã chép, dán vào tin nhắn để gửi").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == SITE_URL + "11692/"


@each([kind for kind in OURS if kind not in [*OFFERED, "tricks", "day"]], ["vi"])
def test_no_other_page_offers_to_be_passed_on(shown: Shown, lang: str, kind: str) -> None:
    assert shown(path(lang, kind)).locator("[data-share]").count() == 0


def test_without_javascript_nothing_is_offered(plain: Page, front: str) -> None:
    plain.goto(front + "11692/")
    plain.locator(".share").scroll_into_view_if_needed()
    assert plain.locator(".share button:visible, .keep :visible").count() == 0


@pytest.mark.parametrize("lang", FOLDERS)
def test_a_wrong_address_is_answered_in_its_language(phone: Page, front: str, lang: str) -> None:
    phone.goto(front + FOLDERS[lang] + "khong/co")
    words = {"vi": "Không có trang này", "en": "No such page"}
    assert phone.locator("h1").inner_text() == words[lang]
    assert phone.locator("h1").evaluate("h1 => h1.closest('[lang]').lang") == lang
    other = "en" if lang == "vi" else "vi"
    assert phone.locator(f"main h2[lang={other}], main [lang={other}] h2").inner_text() == words[other]


@pytest.mark.parametrize("lang", FOLDERS)
def test_a_language_has_a_page_of_its_own_for_hosts_that_know_how(site: Path, lang: str) -> None:
    html = (site / FOLDERS[lang] / "404.html").read_text("utf-8")
    assert f'<html lang="{lang}">' in html
    assert f'<a href="/{FOLDERS[lang]}">' in html
