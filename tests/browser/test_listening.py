"""A script that can be heard: what is played, which line is lit meanwhile, what is saved and copied."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import OpenPage
from browser.serving import host
from browser.test_prompter import lit, seconds

SCRIPT = "11692/2/"
"""canh-giac-30-giay, read by the machine."""
READ_BY_A_PERSON = "11692/42/"


@pytest.fixture(scope="module")
def loud(heard: Path) -> Iterator[str]:
    """The address of a site with sound."""
    with host(heard) as address:
        yield address


def parts(heard: Path, id: str) -> list[str]:
    """The pieces of a script in Vietnamese, in order."""
    entries = json.loads((heard / "kho.json").read_text("utf-8"))["artefacts"]
    found: list[str] = next(
        e["parts"] for e in entries if (e["kind"], e["id"], e["lang"]) == ("audio", id, "vi")
    )
    return found


def test_the_line_that_is_said_is_lit(open_page: OpenPage, loud: str, heard: Path) -> None:
    page = open_page(reduced_motion="reduce")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(loud)))
    page.goto(loud + SCRIPT)
    assert not [path for path in asked if path.endswith(".mp3")], (
        "sound costs data: only when asked for"
    )
    starts = page.locator("[data-sound]").evaluate_all(
        "all => all.map(one => Array.from(document.querySelectorAll('.line')).indexOf(one))"
    )
    assert starts[0] == 0
    page.locator(".line").nth(starts[2]).click()
    page.get_by_role("button", name="Nghe thử").click()
    expect(page.locator(".line").nth(starts[3])).to_have_class(re.compile("now"), timeout=20_000)
    mp3 = [path for path in dict.fromkeys(asked) if path.endswith(".mp3")]
    assert mp3[:2] == parts(heard, "canh-giac-30-giay")[3:5]
    page.get_by_role("button", name="Dừng").click()
    read = page.locator("[data-now]").inner_text()
    page.wait_for_timeout(700)
    assert page.locator("[data-now]").inner_text() == read


def test_a_recording_is_one_sound_for_all_lines(open_page: OpenPage, loud: str, heard: Path) -> None:
    page = open_page(reduced_motion="reduce")
    page.goto(loud + READ_BY_A_PERSON)
    assert page.locator("[data-sound]").count() == 1
    page.get_by_role("button", name="Nghe bài đã thu").click()
    expect(page.locator(".line").nth(1)).to_have_class(re.compile("now"), timeout=20_000)
    assert lit(page) == [1]
    page.close()


def test_saved_as_one_file(open_page: OpenPage, loud: str, heard: Path) -> None:
    page = open_page()
    page.goto(loud + SCRIPT)
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Tải tệp MP3").click()
    saved = waiting.value
    assert saved.suggested_filename.endswith(" - Nghe thử - Phường Dương Kinh.mp3")
    whole = b"".join((heard / part).read_bytes() for part in parts(heard, "canh-giac-30-giay"))
    assert Path(saved.path()).read_bytes() == whole


def test_what_could_not_be_saved_is_said_and_tried_again(open_page: OpenPage, loud: str) -> None:
    page = open_page()
    page.goto(loud + SCRIPT)
    page.route("**/*.mp3", lambda route: route.abort(), times=1)
    page.get_by_role("button", name="Tải tệp MP3").click()
    again = page.get_by_role("button", name="Chưa tải được, chạm để thử lại")
    again.wait_for()
    with page.expect_download():
        again.click()
    page.get_by_role("button", name="Tải tệp MP3").wait_for()


def test_sound_and_prompter_never_run_at_once(open_page: OpenPage, loud: str) -> None:
    page = open_page(reduced_motion="reduce")
    page.goto(loud + SCRIPT)
    page.get_by_role("button", name="Nghe thử").click()
    page.locator("[data-play]").click()
    assert page.locator("[data-listen]").inner_text() == "Nghe thử"
    assert page.locator("[data-play]").inner_text() == "Dừng"
    page.locator("[data-listen]").click()
    assert page.locator("[data-play]").inner_text() == "Tiếp tục"
    page.close()


def test_copied_as_it_is_spoken(open_page: OpenPage, front: str, site: Path) -> None:
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    for number, id in ((1, "viec-nhe-luong-cao"), (10, "chuyen-muc-nhan-biet-va-bao-tin-10-phut")):
        page.goto(f"{front}11692/{number}/")
        copy = page.get_by_role("button", name="Chép lời đọc")
        copy.click()
        assert page.locator("[data-copy]").inner_text().startswith("Đã chép")
        spoken = (site / f"11692/tai-lieu/11692-vi-text-{id}.txt").read_text("utf-8")
        assert page.evaluate("navigator.clipboard.readText()") == spoken


def test_the_speed_stays_on_this_phone_once_it_was_set(open_page: OpenPage, front: str) -> None:
    page = open_page(locale="vi-VN")
    page.goto(front + "11692/1/")
    page.locator("[data-play]").click()
    assert page.evaluate("Object.keys(localStorage)") == []
    page.get_by_role("button", name="Chậm hơn").click()
    assert page.evaluate("Object.entries(localStorage)") == [["lachan-speed", "0.95"]]
    page.goto(front + "11692/2/")
    assert page.locator("[data-rate]").inner_text() == "95%"
    page.evaluate("localStorage.setItem('lachan-speed', 'x')")
    page.reload()
    assert page.locator("[data-rate]").inner_text() == "100%"
    page.evaluate("localStorage.clear()")


@pytest.mark.parametrize("keys", ["ArrowDown ArrowUp", "ArrowRight ArrowLeft", "PageDown PageUp"])
def test_a_pedal_turns_lines_also_after_a_touch(open_page: OpenPage, front: str, keys: str) -> None:
    page = open_page(reduced_motion="reduce")
    page.goto(front + "11692/1/")
    button = page.locator("[data-play]")
    button.click()
    button.click()
    forth, back = keys.split()
    for key in (forth, forth, back):
        page.keyboard.press(key)
    assert lit(page) == [1]
    assert len(seconds(page)) > 2


def test_the_line_stays_where_it_is_when_the_pedal_starts(open_page: OpenPage, front: str) -> None:
    page: Page = open_page(reduced_motion="reduce")
    page.goto(front + "11692/1/")
    page.keyboard.press("Enter")
    assert page.locator("[data-play]").inner_text() == "Dừng"
    page.keyboard.press(" ")
    assert page.locator("[data-play]").inner_text() == "Tiếp tục"
