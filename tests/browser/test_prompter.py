"""The prompter: which line is lit after how many seconds. The browser's own clock is set by hand."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page

from browser.conftest import PHONE

SCRIPT = "11692/1/"
TEXT = "11692/tai-lieu/11692-vi-text-viec-nhe-luong-cao.txt"


# Written on the page, spelled out for a machine voice.
SPELLED = {"Facebook,": "phây-búc,", "Zalo,": "da-lô,", "Telegram,": "tê-lê-gờ-ram,"}


@pytest.fixture
def prompter(browser: Browser, front: str) -> Iterator[Page]:
    """The page of a script, with a clock that stands still and no gliding."""
    context = browser.new_context(viewport=PHONE, reduced_motion="reduce")
    context.clock.install(time=0)
    page = context.new_page()
    page.goto(front + SCRIPT)
    page.clock.pause_at(1000)
    yield page
    context.close()


def seconds(page: Page) -> list[float]:
    """How long each line takes at normal speed."""
    lines = page.locator("[data-seconds]")
    return [float(text) for text in lines.evaluate_all("all => all.map(one => one.dataset.seconds)")]


def lit(page: Page) -> list[int]:
    """The lines that are lit, counted from 0."""
    found: list[int] = page.locator("[data-seconds]").evaluate_all(
        "all => all.flatMap((one, index) => one.classList.contains('now') ? [index] : [])"
    )
    return found


def line_at(page: Page, at: float) -> int:
    """The line that is read `at` seconds after the start."""
    starts = [0.0, *accumulate(seconds(page))]
    return max(index for index, start in enumerate(starts[:-1]) if start <= at)


def clock(at: float) -> str:
    return f"{int(at + 0.5) // 60}:{int(at + 0.5) % 60:02}"


def words(page: Page, name: str) -> str:
    return page.locator(f"[data-{name}]").inner_text()


def test_it_waits_for_the_reader(prompter: Page) -> None:
    prompter.clock.run_for(5000)
    assert (words(prompter, "now"), words(prompter, "rate"), lit(prompter)) == ("0:00", "100%", [0])
    assert words(prompter, "left") == clock(sum(seconds(prompter)))


def test_it_lights_the_line_to_read(prompter: Page) -> None:
    prompter.get_by_role("button", name="Bắt đầu").click()
    for at in (10, 30, 75):
        prompter.clock.run_for(1000 * (at - _elapsed(prompter)))
        assert words(prompter, "now") == clock(at)
        assert words(prompter, "left") == clock(sum(seconds(prompter)) - at)
        assert lit(prompter) == [line_at(prompter, at)]
    current = prompter.locator("[data-seconds]").nth(line_at(prompter, 75)).bounding_box()
    assert current
    assert 0 < current["y"] < 640


def signs(button: Locator) -> list[str]:
    """Which of its two drawings a button shows."""
    drawn = {"play": ".when-still svg", "stop": ".when-running svg"}
    return [name for name, selector in drawn.items() if button.locator(selector).is_visible()]


def test_it_stops_goes_on_and_ends(prompter: Page) -> None:
    button = prompter.locator("[data-play]")
    assert signs(button) == ["play"]
    button.click()
    prompter.clock.run_for(10_000)
    assert button.inner_text() == "Dừng"
    assert signs(button) == ["stop"]
    button.click()
    prompter.clock.run_for(10_000)
    assert (button.inner_text(), words(prompter, "now")) == ("Tiếp tục", "0:10")
    assert signs(button) == ["play"]
    button.click()
    prompter.clock.run_for(1000 * (int(sum(seconds(prompter))) + 1))
    assert (button.inner_text(), words(prompter, "left")) == ("Tiếp tục", "0:00")
    assert lit(prompter) == [len(seconds(prompter)) - 1]


def test_faster_leaves_less_to_read(prompter: Page) -> None:
    whole = sum(seconds(prompter))
    prompter.get_by_role("button", name="Nhanh hơn").click()
    assert (words(prompter, "rate"), words(prompter, "left")) == ("105%", clock(whole / 1.05))
    for _ in range(3):
        prompter.get_by_role("button", name="Chậm hơn").click()
    assert (words(prompter, "rate"), words(prompter, "left")) == ("90%", clock(whole / 0.9))


def test_a_tap_on_a_line_starts_there(prompter: Page) -> None:
    prompter.locator("[data-seconds]").nth(6).click()
    assert lit(prompter) == [6]
    assert words(prompter, "now") == clock(sum(seconds(prompter)[:6]))


def test_letters_grow_and_come_back(prompter: Page) -> None:
    def size() -> float:
        line = prompter.locator("[data-seconds]").first
        return float(line.evaluate("line => parseFloat(getComputedStyle(line).fontSize)"))

    sizes = [size()]
    for _ in range(3):
        prompter.locator("[data-size]").click()
        sizes.append(size())
    assert sizes[0] < sizes[1] < sizes[2]
    assert sizes[3] == sizes[0]


def test_without_javascript_the_text_is_complete(plain: Page, front: str, site: Path) -> None:
    plain.goto(front + SCRIPT)
    assert not plain.locator("[data-deck]").is_visible()
    lines = plain.locator("[data-seconds]")
    assert all(line.is_visible() for line in lines.all())
    shown = [word for text in lines.all_inner_texts() for word in text.split() if word.strip("/")]
    spoken = (site / TEXT).read_text("utf-8").split()
    assert [SPELLED.get(word, word) for word in shown] == spoken


def _elapsed(page: Page) -> int:
    minutes, whole = words(page, "now").split(":")
    return 60 * int(minutes) + int(whole)
