"""A number that nobody has tried for too long leaves its page with its line."""

# ruff: noqa: E501 (a case stays on its line)

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from lachan.build import pipeline
from lachan.common.sections import Content
from lachan.contacts import expired
from lachan.inventory import manifest
from lachan.site import search, texts
from lachan.site.context import PageContext
from lachan.texts.project import Project
from miniature import COUNTRY, FILES, INDEX, NUMBER, SCRIPT, VIETNAM, edited, said

Lay = Callable[..., Path]


@pytest.mark.parametrize(
    ("body", "left"),
    [
        ("Gọi {a}.\n- {a} **A**\n- {b} **B**\n\nHết.", "- {b} **B**\n\nHết."),
        ("1. Một {a}\n2. Hai", "2. Hai"),
        ("{{a|a}} {.a} {#a} {ab}", "{{a|a}} {.a} {#a} {ab}"),
        ("", ""),
    ],
)
def test_its_line_goes(body: str, left: str) -> None:
    assert expired.lines_left(body, {"a"}) == left
    assert expired.lines_left(body, set()) == body


@pytest.mark.parametrize(
    ("body", "misplaced"),
    [
        ("- {a} **A**\n- {b}", []),
        ("* {a}\n\nHết", []),
        ("1. Gọi {a}\n   - {a}\n2) {a}", []),
        ("Gọi {a}.", [(0, "a")]),
        ("# {a}", [(0, "a")]),
        ("> {a}", [(0, "a")]),
        ("-{a}", [(0, "a")]),
        ("- Gọi\n  {a}", [(1, "a")]),
        ("- Gọi {a}\n  khi cần", [(0, "a")]),
        ("- x\n\nGọi {b} và {a}", [(2, "a")]),
    ],
)
def test_where_it_could_not_go(body: str, misplaced: list[tuple[int, str]]) -> None:
    assert list(expired.misplaced(body, {"a"})) == misplaced


OFFICE = """\
  office:
    name: {vi: Văn phòng}
    number: 1900 96 96 80
    source: a
    checked: 2026-11-01
    print: yes
  embassy:
    name: {vi: Đại sứ quán}
    number: +95 9660 888 998
    source: a
    checked: 2026-11-01
    print: country
    country: myanmar
"""
LOST = VIETNAM.replace("  old:\n", OFFICE + "  old:\n")
ABROAD = "docs/vi/myanmar.md"
PAGE = (
    FILES[INDEX]
    .replace("summary:", "country: myanmar\nsummary:")
    .replace("## Ba câu để nhớ {.steps}\n", "## Gọi ai\n\n{}\n\n## Nhớ {.steps}\n")
)
MUST_GO = "sẽ phải bỏ khi quá hạn kiểm tra"
ITEM = "hãy để trong một mục gạch đầu dòng, viết trên một dòng, để cả dòng ấy tự rời trang (số không gì thay được thì ghi role ở vietnam.yml)"


def page(words: str, *, country: str = "myanmar") -> dict[str, str]:
    text = PAGE.replace("{}", words, 1).replace("country: myanmar", f"country: {country}")
    return {COUNTRY: LOST, ABROAD: text, INDEX: FILES[INDEX] + "\n[Myanmar](myanmar.md)\n"}


@pytest.mark.parametrize(
    ("files", "problems"),
    [
        (page("- {embassy} **Đại sứ quán**\n- {office}"), []),
        (page("Gọi {office}."), [f"{ABROAD}:16: {{office}} {MUST_GO}; {ITEM}"]),
        (page("Gọi {embassy}."), [f"{ABROAD}:16: {{embassy}} {MUST_GO}; {ITEM}"]),
        (page("Gọi 1900 96 96 80."), [f"{ABROAD}:16: số «1900 96 96 80» {MUST_GO}; hãy viết {{office}} thay cho số"]),
        (page("- {office}", country="mianmar"), [f"{ABROAD}:4: không có đầu mối nào của nước «mianmar»; có phải «myanmar»?"]),
        (page("- {office}", country="Myanmar"), [f"{INDEX}:17: liên kết «myanmar.md» không dẫn đến trang nào", f"{ABROAD}:4: «country»: cần chữ đúng mẫu ^[a-z-]*$, nhưng thấy «Myanmar»"]),
        ({COUNTRY: LOST, **edited(INDEX, "1. **Thấy", "1. {embassy}\n2. **Thấy")}, [f"{INDEX}:15: không rõ «{{embassy}}»; ở đây dùng được: {{theme}}, {{theme-year}}, {{111}}, {{113}}, {{consular}}, {{office}}"]),
        ({COUNTRY: LOST, **edited(NUMBER, "call: 111", "call: office")}, [f"{NUMBER}:4: số của «office» {MUST_GO}, nên không in trên giấy được; chỉ dùng đầu mối cả nước có mục role"]),
        ({COUNTRY: LOST, **edited(SCRIPT, "chú ý!", "chú ý {office}!")}, [f"{SCRIPT}:12: không rõ «{{office}}»; ở đây dùng được: {{place}}, {{Place}}, {{unit}}, {{Unit}}, {{province}}, {{Province}}, {{111}}, {{113}}, {{consular}}"]),
        ({COUNTRY: LOST, **edited(SCRIPT, "số 111", "số 1900 96 96 80")}, [f"{SCRIPT}:13: số «1900 96 96 80» không có trong các đầu mối được in; hãy thêm vào campaigns/vietnam.yml hoặc bỏ khỏi bài"]),
    ],
)  # fmt: skip
def test_where_a_number_may_stand_that_may_leave(
    mini: Lay, files: dict[str, str], problems: list[str]
) -> None:
    assert said(mini(files)) == problems


CALLS = """\
calls:
  - {contact: embassy, label: Đại sứ quán, note: a}
  - {contact: 111, label: Gọi ngay, note: a}
summary:"""


@pytest.mark.parametrize(
    ("day", "calls", "stays"),
    [(date(2028, 10, 31), ["+95 9660 888 998", "111"], True), (date(2028, 11, 1), ["111"], False)],
)
def test_it_leaves_by_itself_on_its_day(mini: Lay, day: date, calls: list[str], stays: bool) -> None:
    files = page("- {embassy} **Đại sứ quán Myanmar**\n- {office} **Văn phòng**\n- {111} **Nóng**")
    files[ABROAD] = files[ABROAD].replace("summary:", CALLS)
    root = mini(files)
    project, _ = pipeline.read(root, root / "campaigns", day)
    assert shown(project) == (calls, stays)
    listed = {contact["number"] for contact in manifest.contacts(project, [])}
    assert listed == {"111", "113", "+84 981 84 84 84"} | (
        {"1900 96 96 80", "+95 9660 888 998"} if stays else set()
    )


def shown(project: Project) -> tuple[list[str], bool]:
    """The call bands of the page about Myanmar, and whether search and page still have its line."""
    here, text = PageContext(project, "vi", "myanmar/"), project.texts.pages["vi", "myanmar"]
    view = texts.text(here, text, Content("", "", ()))
    found = "Đại sứ quán Myanmar" in texts.lines_left(project, text)
    assert ("đại sứ quán myanmar" in search.index(here)) == found
    assert "{111} **Nóng**" in texts.lines_left(project, text)
    return [call["contact"]["number"] for call in view["calls"]], found
