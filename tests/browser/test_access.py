"""Open to everybody: WCAG 2.2 AA by axe-core on every kind of page, and what no rule of it sees."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from browser.access import MATERIAL, PAGES, violations
from browser.conftest import Odd, OpenPage

OURS = {kind: address for kind, address in PAGES.items() if kind not in MATERIAL}
RESIDENT = {kind: address for kind, address in OURS.items() if kind != "room"}
PROBES = (Path(__file__).parent / "access.js").read_text("utf-8")
TARGET = 48
MOST_STOPS = 400
FIRST_HEARD = [
    'link "Đến nội dung chính"',
    'navigation "Lối nhanh"',
    'link "Thoát nhanh"',
    'link "Gọi 111"',
    "banner",
    'link "Lá Chắn"',
    "list",
    "listitem",
    'link "Tìm"',
    "listitem",
    'link "Ngôn ngữ"',
    "main",
    "paragraph: Thành phố Hải Phòng",
    'heading "Phường Dương Kinh" [level=1]',
    "text: Chung tay chống mua bán người",
    'link "111. Gọi ngay Miễn phí, cả ngày đêm"',
    'link "113. Gọi Công an Đang nguy hiểm"',
]
# WCAG 2.2, 1.4.12: what readers may set in place of ours.
SPACING = """* {
    line-height: 1.5 !important;
    letter-spacing: .12em !important;
    word-spacing: .16em !important;
}
p { margin-bottom: 2em !important; }"""


@pytest.fixture
def open_to_tools(open_page: OpenPage) -> Page:
    """A page that lets tests put scripts and styles into it."""
    return open_page(bypass_csp=True)


def probe(page: Page, function: str, argument: Any = None) -> Any:
    """What a function of access.js finds on the page."""
    return page.evaluate(f"argument => ({PROBES}).{function}(argument)", argument)


def everywhere(pages: dict[str, str]) -> Any:
    """Run a test with the address of every page."""
    return pytest.mark.parametrize("address", pages.values(), ids=pages)


@everywhere(dict(PAGES))
def test_axe_finds_nothing(open_to_tools: Page, front: str, address: str) -> None:
    open_to_tools.goto(front + address)
    assert _everywhere_seen(open_to_tools) == {}


def _everywhere_seen(page: Page) -> dict[Any, list[str]]:
    """What axe finds by day and by night, on a small phone and on a desk."""
    page.emulate_media(reduced_motion="reduce")
    found = {}
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        for width in (320, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            if faults := violations(page):
                found[scheme, width] = faults
    return found


def test_axe_would_find_something(open_to_tools: Page, front: str) -> None:
    open_to_tools.goto(front)
    open_to_tools.evaluate("document.querySelector('main').innerHTML += '<img src=x><a href=y></a>'")
    assert {fault.split(":")[0] for fault in violations(open_to_tools)} == {"image-alt", "link-name"}


def test_axe_finds_nothing_in_what_readers_open(open_to_tools: Page, front: str) -> None:
    page = open_to_tools
    page.goto(front + "tim/")
    page.get_by_role("searchbox").fill("duong kinh")
    page.locator("[data-found] a").first.wait_for()
    assert _everywhere_seen(page) == {}
    page.goto(front + "11692/tai-lieu/")
    page.locator(".filter label").nth(1).click()
    for summary in page.locator("summary:visible").all():
        summary.click()
    assert violations(page) == []
    page.goto(front + "11692/1/")
    page.locator("[data-play]").click()
    assert _everywhere_seen(page) == {}


@pytest.mark.parametrize("address", ["en/ngay-30-7/", "", "xa-phuong/", "90000/"])
def test_axe_finds_nothing_on_the_odd_site(open_to_tools: Page, odd: Odd, address: str) -> None:
    """An untranslated page, the finder with its list of all, the longest name."""
    page = open_to_tools
    page.goto(odd.front + address)
    if not address:
        page.get_by_role("heading", name="Bạn ở xã, phường nào?").scroll_into_view_if_needed()
        page.get_by_role("searchbox").focus()
        page.wait_for_load_state("networkidle")
        page.get_by_role("searchbox").fill("mau so")
        assert page.locator("[data-found] a").count() == 12
    for summary in page.locator("summary").all():
        summary.click()
    assert _everywhere_seen(page) == {}


@everywhere(OURS)
def test_buttons_keep_their_edge_where_colours_are_the_reader_s(
    phone: Page, front: str, address: str
) -> None:
    phone.emulate_media(forced_colors="active")
    phone.goto(front + address)
    assert probe(phone, "unmarkedButtons") == []


@everywhere(dict(PAGES))
def test_wider_spacing_clips_nothing_and_pushes_nothing_aside(
    open_to_tools: Page, front: str, address: str
) -> None:
    """At 320 px, which is 1280 px at 400 % (1.4.10), with the spacing of 1.4.12."""
    page = open_to_tools
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(front + address)
    page.add_style_tag(content=SPACING)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert probe(page, "clipped") == []


@everywhere(RESIDENT)
def test_all_that_stands_alone_is_a_thumb_high(phone: Page, front: str, address: str) -> None:
    phone.goto(front + address)
    assert probe(phone, "smallTargets", TARGET) == []


@everywhere(OURS)
def test_headings_leave_no_step_out(phone: Page, front: str, address: str) -> None:
    phone.goto(front + address)
    levels = probe(phone, "headings")
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert [(a, b) for a, b in pairwise(levels) if b > a + 1] == []


@everywhere(OURS)
def test_nothing_moves_for_who_asked_for_stillness(phone: Page, front: str, address: str) -> None:
    phone.emulate_media(reduced_motion="reduce")
    phone.goto(front + address)
    assert probe(phone, "moving") == []


@everywhere(OURS)
def test_every_stop_can_be_reached_and_seen(phone: Page, front: str, address: str) -> None:
    """By Tab alone, in the order in which things stand, with a ring, and out at the other end."""
    phone.emulate_media(reduced_motion="reduce")
    phone.goto(front + address)
    for part in phone.locator("[data-near]").all():
        part.evaluate("one => one.scrollIntoView()")
        part.locator("button:visible").first.wait_for()
    reached: list[dict[str, Any]] = []
    for _ in range(MOST_STOPS):
        phone.keyboard.press("Tab")
        stop = probe(phone, "focused")
        if stop is None or stop in reached[:1]:
            break
        reached.append(stop)
    assert [stop["name"] for stop in reached] == probe(phone, "stops")
    assert [stop for stop in reached if not stop["ring"]] == []
    assert reached[0]["name"].startswith("#main")


@everywhere({kind: address for kind, address in RESIDENT.items() if kind != "script"})
def test_three_shifts_lead_away(open_page: OpenPage, front: str, address: str) -> None:
    page = open_page()
    page.goto(front + address)
    away = page.locator("[data-exit]").get_attribute("href")
    assert away
    page.route(f"{away}**", lambda route: route.fulfill(body="away"))
    for _ in range(3):
        page.keyboard.press("Shift")
    page.wait_for_url(f"{away}**")


def test_a_screen_reader_hears_who_and_where_and_then_the_calls(phone: Page, front: str) -> None:
    phone.goto(front + "11692/")
    assert _heard(phone.locator("body").aria_snapshot())[: len(FIRST_HEARD)] == FIRST_HEARD


def _heard(snapshot: str) -> list[str]:
    """The parts of a snapshot in their order, without its tree and the addresses."""
    lines = (line.strip().removeprefix("- ").rstrip(":") for line in snapshot.splitlines())
    return [line for line in lines if not line.startswith("/url")]
