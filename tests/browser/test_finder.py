"""Find my commune: names as one types, with or without accents; a list for who cannot type."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from browser.conftest import Odd, OpenPage


def shown(page: Page) -> list[str]:
    """The names that can be seen."""
    rows = page.locator("main li:visible a[href$='/']").all()
    return [name for row in rows if (name := row.inner_text()).split()[0] in {"Phường", "Xã"}]


def touch(page: Page, odd: Odd) -> Locator:
    """The field, which is there when it comes near, and asks for the names when it is touched."""
    page.goto(odd.front)
    page.get_by_role("heading", name="Bạn ở xã, phường nào?").scroll_into_view_if_needed()
    field = page.get_by_role("searchbox")
    field.focus()
    return field


def search(page: Page, odd: Odd, typed: str) -> list[str]:
    """The names that are found for `typed`, with their provinces."""
    touch(page, odd).fill(typed)
    expect(page.get_by_role("status")).not_to_be_empty()
    return page.locator("[data-found] li").all_inner_texts()


@pytest.mark.parametrize(
    "typed",
    ["duong kinh", "Dương Kinh", "DƯƠNG", "  kinh", "du\u031bong ki", "hai phong duong", "11692"],
)
def test_a_name_is_found_however_it_is_typed(phone: Page, odd: Odd, typed: str) -> None:
    assert search(phone, odd, typed) == ["Phường Dương Kinh\n\nThành phố Hải Phòng"]
    assert phone.get_by_role("status").inner_text() == "Thấy 1 kết quả."


def test_a_whole_name_comes_before_longer_ones(phone: Page, odd: Odd) -> None:
    names = [row.split("\n")[0] for row in search(phone, odd, "mau so 1")]
    assert names == ["Xã Mẫu Số 1", "Xã Mẫu Số 10", "Xã Mẫu Số 11", "Xã Mẫu Số 12"]


BO_HA = "Phường Bố Hạ\n\nThành phố Bắc Ninh"
OLD_BO_HA = f"{BO_HA}. Xã Bố Hạ nay là Phường Bố Hạ."
OLD_BAC_NINH = f"{BO_HA}. Tỉnh Bắc Ninh nay là Thành phố Bắc Ninh."


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("bo ha", BO_HA),
        ("phường bố hạ", BO_HA),
        ("xã bố hạ", OLD_BO_HA),
        ("xa bo ha", OLD_BO_HA),
        ("bố hạ tỉnh bắc ninh", OLD_BAC_NINH),
        ("bố hạ thành phố bắc ninh", BO_HA),
    ],
)
@pytest.mark.parametrize("where", ["", "tim/"])
def test_an_old_name_finds_what_it_is_called_now(
    phone: Page, odd: Odd, where: str, typed: str, first: str
) -> None:
    if where:
        phone.goto(odd.front + where)
        phone.wait_for_load_state("networkidle")
        phone.get_by_role("searchbox").fill(typed)
        rows = phone.locator("[data-found] li").all_inner_texts()
    else:
        rows = search(phone, odd, typed)
    assert rows[0] == first


def test_an_old_name_is_found_in_english(phone: Page, odd: Odd) -> None:
    phone.goto(odd.front + "en/tim/")
    phone.wait_for_load_state("networkidle")
    phone.get_by_role("searchbox").fill("bo ha commune")
    assert phone.locator("[data-found] li").all_inner_texts()[0] == (
        "Bố Hạ Ward\n\nBắc Ninh City. Bố Hạ Commune is now Bố Hạ Ward."
    )


def test_the_found_name_leads_to_its_page(phone: Page, odd: Odd) -> None:
    search(phone, odd, "duong kinh")
    phone.get_by_role("link", name="Phường Dương Kinh").click()
    assert phone.url == odd.front + "11692/"


def test_what_is_not_there_is_said(phone: Page, odd: Odd) -> None:
    assert search(phone, odd, "qqq") == []
    assert phone.get_by_role("status").inner_text() == "Chưa thấy tên này. Thử gõ ít chữ hơn."
    phone.get_by_role("searchbox").fill("")
    assert phone.get_by_role("status").inner_text() == ""


def test_names_are_loaded_when_the_field_is_touched_and_only_then(phone: Page, odd: Odd) -> None:
    asked: list[str] = []
    phone.on("request", lambda request: asked.append(request.url))
    phone.goto(odd.front)
    phone.get_by_role("heading", name="Bạn ở xã, phường nào?").scroll_into_view_if_needed()
    field = phone.get_by_role("searchbox")
    field.wait_for()
    assert [url for url in asked if url.endswith("ten.js")] == []
    with phone.expect_response("**/ten.js"):
        field.focus()
    field.blur()
    field.focus()
    assert [url for url in asked if url.endswith("ten.js")] == [odd.front + "xa-phuong/ten.js"]


LOST = "Mạng yếu, chưa tải được tên các xã, phường. Gõ thêm một chữ để thử lại."


def test_names_that_are_lost_on_the_way_are_asked_for_again(phone: Page, odd: Odd) -> None:
    phone.route("**/ten.js", lambda route: route.abort(), times=2)
    field, said = touch(phone, odd), phone.get_by_role("status")
    expect(said).to_have_text(LOST)
    with phone.expect_event("requestfailed"):
        field.fill("duong kin")
    expect(said).to_have_text(LOST)
    field.press_sequentially("h")
    expect(said).to_have_text("Thấy 1 kết quả.")
    assert phone.locator("[data-found] li").all_inner_texts() == [
        "Phường Dương Kinh\n\nThành phố Hải Phòng"
    ]


def test_the_field_itself_comes_at_the_second_try(phone: Page, odd: Odd) -> None:
    phone.route("**/finder.js", lambda route: route.abort(), times=1)
    assert search(phone, odd, "duong kinh") == ["Phường Dương Kinh\n\nThành phố Hải Phòng"]


def test_a_browser_that_cannot_tell_what_is_near_has_the_field_at_once(
    open_page: OpenPage, odd: Odd
) -> None:
    page = open_page()
    page.add_init_script("delete window.IntersectionObserver")
    page.goto(odd.front)
    page.get_by_role("searchbox").wait_for()


@pytest.mark.parametrize("start", ["", "tim/"])
def test_without_javascript_all_are_listed_by_province(plain: Page, odd: Odd, start: str) -> None:
    plain.goto(odd.front + start)
    assert not plain.get_by_role("searchbox").is_visible()
    plain.get_by_role("link", name=f"Xem cả {odd.places} xã").click()
    assert plain.url == odd.front + "xa-phuong/"
    assert shown(plain) == []
    for summary in plain.locator("summary").all():
        summary.click()
    assert len(shown(plain)) == odd.places
    was = "Tỉnh Bắc Ninh nay là Thành phố Bắc Ninh. Xã Bố Hạ nay là Phường Bố Hạ."
    assert plain.locator(".was").all_inner_texts() == [was]


def test_a_short_list_needs_no_field(phone: Page, front: str) -> None:
    phone.goto(front)
    assert phone.get_by_role("searchbox").count() == 0
    assert sorted(shown(phone)) == ["Phường Dương Kinh", "Xã Ninh Giang", "Xã Đồng Việt"]
