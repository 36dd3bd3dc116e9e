"""A poster's Markdown: what stands where, and what has no place on a poster."""

# ruff: noqa: E501 (a case stays on its line)

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lachan.texts.poster import Panel, Sign, read_poster
from lachan.texts.project import Project
from lachan.texts.text import PrintKey, Text
from miniature import BANNER, CARD, FAMILY, FILES, LEAFLET, NUMBER, SIGNS, edited, read, said

Lay = Callable[..., Path]
PLAIN = "ở đây chỉ được đúng một đoạn chữ trơn"
WORDS = "trên tờ in chỉ có chữ trơn, **đậm** và *nghiêng*; không mã HTML, liên kết, hình"


def test_the_parts_of_a_poster(read_mini: Project) -> None:
    poster = read_mini.posters["vi", "poster", "signs"]
    assert poster.headline == ("Mua bán người", "là tội ác")
    assert (poster.lead, poster.list_title, poster.call) == ("Đừng cắn câu", "Dấu hiệu", "Gọi ngay")
    assert poster.signs == (
        Sign("Hứa việc nhẹ", "Không hợp đồng."),
        Sign("Giục đi gấp", "Dặn giấu gia đình."),
    )
    assert poster.lines == {"headline": 15, "lead": 17, "list_title": 19, "list": 21, "call": 24}


@pytest.mark.parametrize(
    ("name", "old", "new", "problems"),
    [
        (NUMBER, "# Bị lừa đi xa? *Bị giữ giấy tờ?*", "", ["14: tờ in thiếu tiêu đề (dòng bắt đầu bằng #)"]),
        (NUMBER, "# Bị lừa đi xa? *Bị giữ giấy tờ?*", "#", ["14: tiêu đề (dòng bắt đầu bằng #) còn trống"]),
        (NUMBER, "\n> Gọi ngay\n", "", ["14: tờ in thiếu lời kêu gọi (dòng bắt đầu bằng >)"]),
        (NUMBER, "> Gọi ngay", ">", ["16: lời kêu gọi (dòng bắt đầu bằng >) còn trống"]),
        (NUMBER, "> Gọi ngay", "> Gọi\n>\n> ngay", [f"18: {PLAIN}"]),
        (NUMBER, "> Gọi ngay", "> - Gọi", [f"16: {PLAIN}"]),
        (NUMBER, "> Gọi ngay", "> Gọi <b>ngay</b>", [f"16: {WORDS}"]),
        (NUMBER, "> Gọi ngay", "> Gọi `ngay`", [f"16: {WORDS}"]),
        (NUMBER, "> Gọi ngay", "> Gọi ngay\n\n---", ["18: phần này không có chỗ trên tờ in"]),
        (NUMBER, "> Gọi ngay", "> Gọi ngay\n\n### Ba", ["18: phần này không có chỗ trên tờ in"]),
        (NUMBER, "> Gọi ngay", "> Gọi ngay\n\n<div>a</div>", ["18: phần này không có chỗ trên tờ in"]),
        (NUMBER, "> Gọi ngay", "> Gọi ngay\n\n|a|b|\n|-|-|\n|c|d|", ["18: phần này không có chỗ trên tờ in"]),
        (NUMBER, "> Gọi ngay", "> Gọi ngay\n\n> Gọi nữa", ["18: tờ in chỉ có một lời kêu gọi (dòng bắt đầu bằng >)"]),
        (NUMBER, "> Gọi ngay", "> Gọi ngay\n\nchữ", ["18: mẫu «number» không có chỗ cho dòng phụ"]),
        (NUMBER, "> Gọi ngay", "> Gọi ngay\n\n- a\n- b", ["18: mẫu «number» không có chỗ cho danh sách"]),
        (NUMBER, "strip: Gọi ngay\n", "", ["2: mẫu «number» cần mục «strip»"]),
        (NUMBER, "strip: Gọi", "art: hook\nstrip: Gọi", ["7: mẫu «number» không dùng mục «art»; hãy bỏ"]),
        (SIGNS, "Dấu hiệu\n\n1. **Hứa việc nhẹ** Không hợp đồng.\n2. **Giục đi gấp** Dặn giấu gia đình.\n", "Dấu hiệu\n", ["15: tờ in thiếu danh sách"]),
        (SIGNS, "## Dấu hiệu\n", "", ["15: tờ in thiếu tên danh sách (dòng bắt đầu bằng ##)"]),
        (SIGNS, "1. **Hứa việc nhẹ** Không hợp đồng.", "1.", [f"21: {PLAIN}"]),
        (SIGNS, "1. **Hứa việc nhẹ** Không hợp đồng.", "1. a\n   - b", [f"21: {PLAIN}"]),
        (SIGNS, "1. **Hứa việc nhẹ** Không hợp đồng.", "1. ```\n   a\n   ```", [f"21: {PLAIN}"]),
        (SIGNS, "1. **Hứa việc nhẹ** Không hợp đồng.", "1. ![a](b.png)", ["21: liên kết «b.png» không dẫn đến trang nào", f"21: {WORDS}"]),
        (SIGNS, "Đừng cắn câu", "Đừng [cắn](index.md) câu", [f"17: {WORDS}"]),
        (SIGNS, "art: hook\n", "", ["2: mẫu «signs» cần mục «art»"]),
        (SIGNS, "art_alt: Lưỡi câu\n", "", ["2: mẫu «signs» cần mục «art_alt»"]),
        (SIGNS, "art: hook", "art: hok", ["7: không có hình assets/art/hok.svg"]),
    ],
)  # fmt: skip
def test_faults(mini: Lay, name: str, old: str, new: str, problems: list[str]) -> None:
    assert said(mini(edited(name, old, new))) == [f"{name}:{problem}" for problem in problems]


KEYS = [
    ("vi", "poster", "number"),
    ("vi", "poster", "signs"),
    ("vi", "leaflet", "hoi"),
    ("vi", "card", "the"),
]
LINES = st.sampled_from(
    ["# A", "#", "## B", "### C", "chữ", "- a", "-", "1. **a** b", "1.", "> c", ">", "> > d", "> - e",
     "---", "```", "    mã", "<b>", "<div>", "|a|b|", "|-|-|", "*a*", "**", "![x](y)", "[x]: y", "\\", ""]
)  # fmt: skip


@given(st.lists(LINES, max_size=10), st.sampled_from(KEYS))
@settings(deadline=None)
def test_no_markdown_raises_and_a_good_poster_has_all_its_words(
    read_family: Project, lines: list[str], key: PrintKey
) -> None:
    old = read_family.texts.posters[key]
    text = Text("x", old.kind, "vi", "x.md", old.front, old.tree, "\n".join(lines), 1)
    poster, problems = read_poster(text, read_family.designs)
    assert (poster is None) == bool(problems)
    if poster:
        design = read_family.designs[old.kind, old.front.template]
        assert all(poster.headline)
        assert bool(poster.call) == ("call" in design.parts)
        assert bool(poster.signs) == ("list" in design.parts)
        assert all(sign.title for sign in poster.signs)
        assert [bool(panel.title) for panel in poster.panels] == [True] * design.panels


SUPPORT = """\
# Bạn không có lỗi

Cứ hỏi.

## Được giúp gì?

1. **Ăn, ở** Chỗ an toàn.
2. **Học lại** Học nghề.

## Đến đâu?

- Nơi gần nhất

> Gọi ngay
"""


def support(body: str = SUPPORT, icons: str = "[support-home, support-book]") -> dict[str, str]:
    """The miniature's poster of signs, set in the design with two lists."""
    head, _ = FILES[SIGNS].rsplit("---\n", 1)
    head = head.replace("template: signs", "template: support")
    return {SIGNS: head.replace("for: [", f"icons: {icons}\nfor: [") + f"---\n{body}"}


def test_a_second_list(mini: Lay) -> None:
    poster = read(mini(support())).posters["vi", "poster", "signs"]
    assert (poster.list_title, poster.steps_title) == ("Được giúp gì?", "Đến đâu?")
    assert poster.signs == (Sign("Ăn, ở", "Chỗ an toàn."), Sign("Học lại", "Học nghề."))
    assert poster.steps == (Sign("Nơi gần nhất", ""),)
    assert poster.lines == {
        "headline": 16, "lead": 18, "list_title": 20, "list": 22, "steps_title": 25, "steps": 27, "call": 29
    }  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "problems"),
    [
        ("\n## Đến đâu?\n\n- Nơi gần nhất\n", "", ["16: tờ in thiếu danh sách thứ hai", "16: tờ in thiếu tên danh sách thứ hai (dòng bắt đầu bằng ##)"]),
        ("- Nơi gần nhất\n", "", ["16: tờ in thiếu danh sách thứ hai"]),
        ("- Nơi gần nhất\n", "- Nơi gần nhất\n\n## Ba\n", ["29: tờ in chỉ có một tên danh sách thứ hai (dòng bắt đầu bằng ##)"]),
        ("- Nơi gần nhất\n", "- Nơi gần nhất\n\n1. ba\n", ["29: tờ in chỉ có một danh sách thứ hai"]),
        ("- Nơi gần nhất", "- ![a](b.png)", ["27: liên kết «b.png» không dẫn đến trang nào", f"27: {WORDS}"]),
        ("- Nơi gần nhất", "- a\n  - b", [f"27: {PLAIN}"]),
        ("Cứ hỏi.\n", "", []),
        ("2. **Học lại** Học nghề.\n", "", ["9: cần 1 hình, mỗi ý một hình, nhưng thấy 2"]),
        ("2. **Học lại** Học nghề.\n", "2. b\n3. c\n", ["9: cần 3 hình, mỗi ý một hình, nhưng thấy 2"]),
    ],
)  # fmt: skip
def test_faults_of_a_second_list(mini: Lay, old: str, new: str, problems: list[str]) -> None:
    assert SUPPORT.count(old) == 1
    assert said(mini(support(SUPPORT.replace(old, new)))) == [
        f"{SIGNS}:{problem}" for problem in problems
    ]


@pytest.mark.parametrize(
    ("icons", "problems"),
    [
        ("[]", ["9: mẫu «support» cần mục «icons»"]),
        ("[support-home]", ["9: cần 2 hình, mỗi ý một hình, nhưng thấy 1"]),
        ("[support-home, support-hom]", ["9: không có hình assets/art/support-hom.svg"]),
        ("support-home", ["9: «icons»: cần một danh sách, mỗi dòng bắt đầu bằng dấu gạch ngang, nhưng thấy «support-home»"]),
    ],
)  # fmt: skip
def test_a_drawing_for_each_entry(mini: Lay, icons: str, problems: list[str]) -> None:
    assert said(mini(support(icons=icons))) == [f"{SIGNS}:{problem}" for problem in problems]


def test_the_panels_of_a_leaflet(read_family: Project) -> None:
    leaflet = read_family.posters["vi", "leaflet", "hoi"]
    assert (leaflet.headline, leaflet.lead) == (("Trước khi đi xa", "hỏi cho rõ"), "Hỏi đúng câu.")
    assert (leaflet.list_title, leaflet.signs, leaflet.steps, leaflet.call) == ("", (), (), "")
    assert leaflet.panels == (
        Panel(
            "Có đường về",
            ("Bạn không có lỗi.",),
            (Sign("Ở nước ngoài", "Gọi {consular}."),),
            False,
            "Gọi khi cần.",
        ),
        Panel("Mồi nhử", (), (Sign("Việc nhẹ", "Không hợp đồng."),), True, ""),
        Panel("Câu hỏi", (), (Sign("Ai trả tiền?", ""),), True, ""),
        Panel("Làm gì?", ("Báo tin.",), (), False, ""),
        Panel("Số cần nhớ", ("Học thuộc.",), (), False, "Gọi ngay"),
    )
    assert leaflet.lines == {"headline": 16, "lead": 18, "panels": 20}


PANEL = "mỗi mặt gấp gồm tên (##), các đoạn chữ, nhiều nhất một danh sách và một lời kêu gọi (>)"


@pytest.mark.parametrize(
    ("name", "old", "new", "problems"),
    [
        (LEAFLET, FAMILY[LEAFLET].partition("đúng câu.\n")[2], "", ["16: mẫu «threefold» cần 5 mặt gấp (##), nhưng thấy 0"]),
        (LEAFLET, "## Làm gì?\n", "", ["16: mẫu «threefold» cần 5 mặt gấp (##), nhưng thấy 4"]),
        (LEAFLET, "Báo tin.\n", "Báo tin.\n\n## Sáu\n", ["16: mẫu «threefold» cần 5 mặt gấp (##), nhưng thấy 6"]),
        (LEAFLET, "## Làm gì?", "##", ["36: tên danh sách (dòng bắt đầu bằng ##) còn trống"]),
        (LEAFLET, "Báo tin.", "Báo tin.\n\nBáo nữa.", []),
        (LEAFLET, "Báo tin.", "- a\n\n1. b", [f"40: {PANEL}"]),
        (LEAFLET, "Báo tin.", "> a\n\nchữ\n\n> b", [f"42: {PANEL}"]),
        (LEAFLET, "Báo tin.", "# Tiêu đề", [f"38: {PANEL}"]),
        (LEAFLET, "Báo tin.", "### Ba", [f"38: {PANEL}"]),
        (LEAFLET, "Báo tin.", "|a|b|\n|-|-|\n|c|d|", [f"38: {PANEL}"]),
        (LEAFLET, "Báo tin.", "Báo <b>tin</b>.", [f"38: {WORDS}"]),
        (LEAFLET, "Báo tin.", "- a\n  - b", [f"38: {PLAIN}"]),
        (LEAFLET, "Hỏi đúng câu.\n", "Hỏi đúng câu.\n\n> Gọi\n", ["20: mẫu «threefold» không có chỗ cho lời kêu gọi (dòng bắt đầu bằng >)"]),
        (LEAFLET, "Hỏi đúng câu.\n", "", []),
        (LEAFLET, "abroad: consular\n", "", ["2: mẫu «threefold» cần mục «abroad»"]),
        (LEAFLET, "abroad: consular", "abroad: old", ["7: không có đầu mối «old» nào in được"]),
        (NUMBER, "strip: Gọi", "reply: a\nstrip: Gọi", ["7: mẫu «number» không dùng mục «reply»; hãy bỏ"]),
        (NUMBER, "strip: Gọi", "day: a\nstrip: Gọi", ["7: mẫu «number» không dùng mục «day»; hãy bỏ"]),
        (NUMBER, "strip: Gọi", "theme: shown\nstrip: Gọi", ["7: mẫu «number» không dùng mục «theme»; hãy bỏ"]),
        (NUMBER, "strip: Gọi", "abroad: consular\nstrip: Gọi", ["7: mẫu «number» không dùng mục «abroad»; hãy bỏ"]),
        (NUMBER, "strip: Gọi", "icons: [hook]\nstrip: Gọi", ["7: mẫu «number» không dùng mục «icons»; hãy bỏ"]),
        (BANNER, "for: [wall", "theme: shown\nfor: [wall", []),
        (BANNER, "for: [wall", "theme: hidden\nfor: [wall", ["9: «theme»: cần một trong shown, nhưng thấy «hidden»"]),
        (BANNER, "for: [wall", "for: [roof", ["9: «for»: cần một trong wall, handout, meeting, school, clinic, business, village, nhưng thấy «roof»"]),
        (BANNER, "for: [wall, business]", "for: []", ["9: «for»: cần ít nhất một dòng, nhưng thấy «một danh sách»"]),
        (BANNER, "for: [wall, business]", "receivers: [wall]", ["2: thiếu mục «for»", "9: không có mục nào tên «receivers»"]),
        (CARD, "> Cần hỏi, gọi", "Thêm\n\n> Cần hỏi, gọi", ["20: mẫu «pocket» không có chỗ cho dòng phụ"]),
    ],
)  # fmt: skip
def test_faults_of_the_family(mini: Lay, name: str, old: str, new: str, problems: list[str]) -> None:
    files = {**FAMILY, **edited(name, old, new)}
    assert said(mini(files)) == [f"{name}:{problem}" for problem in problems]
