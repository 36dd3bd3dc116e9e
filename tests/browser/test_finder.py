"""Find my commune: a list everybody can open, narrowed as one types, with or without accents."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from browser.conftest import Odd


def shown(page: Page) -> list[str]:
    """The names that can be seen."""
    rows = page.locator("main li:visible a[href$='/']").all()
    return [name for row in rows if (name := row.inner_text()).split()[0] in {"Phường", "Xã"}]


@pytest.mark.parametrize("typed", ["duong kinh", "Dương Kinh", "ĐƯƠNG", "  kinh"])
def test_a_name_is_found_however_it_is_typed(phone: Page, odd: Odd, typed: str) -> None:
    phone.goto(odd.front)
    phone.get_by_role("searchbox").fill(typed)
    assert shown(phone) == ["Phường Dương Kinh"]


def test_the_found_name_leads_to_its_page(phone: Page, odd: Odd) -> None:
    phone.goto(odd.front)
    phone.get_by_role("searchbox").fill("duong kinh")
    phone.get_by_role("link", name="Phường Dương Kinh").click()
    assert phone.url == odd.front + "11692/"


def test_what_is_not_there_is_said(phone: Page, odd: Odd) -> None:
    phone.goto(odd.front)
    phone.get_by_role("searchbox").fill("qqq")
    assert shown(phone) == []
    assert phone.get_by_role("status").inner_text() == "Chưa thấy tên này. Thử gõ ít chữ hơn."
    phone.get_by_role("searchbox").fill("")
    assert phone.get_by_role("status").inner_text() == ""


def test_provinces_without_a_hit_are_hidden(phone: Page, odd: Odd) -> None:
    phone.goto(odd.front)
    phone.get_by_role("searchbox").fill("duong kinh")
    assert phone.get_by_role("heading", name="Thành phố Hải Phòng").is_visible()
    assert not phone.get_by_role("heading", name="Tỉnh Bắc Ninh").is_visible()


def test_without_javascript_the_whole_list_opens(plain: Page, odd: Odd) -> None:
    plain.goto(odd.front)
    assert not plain.get_by_role("searchbox").is_visible()
    plain.locator("summary").click()
    assert len(shown(plain)) == odd.places


def test_a_short_list_needs_no_field(phone: Page, front: str) -> None:
    phone.goto(front)
    assert phone.get_by_role("searchbox").count() == 0
    assert sorted(shown(phone)) == ["Phường Dương Kinh", "Xã Ninh Giang", "Xã Đồng Việt"]
