"""A poster's Markdown: what stands where, and what has no place on a poster."""

# ruff: noqa: E501 (a case stays on its line)

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lachan.poster import Sign, read_poster
from lachan.project import Project
from lachan.text import PosterFront, Text
from miniature import NUMBER, SIGNS, edited, said

Lay = Callable[..., Path]
PLAIN = "ở đây chỉ được đúng một đoạn chữ trơn"
WORDS = "trên áp phích chỉ có chữ trơn, **đậm** và *nghiêng*; không mã HTML, liên kết, hình"


def test_the_parts_of_a_poster(read_mini: Project) -> None:
    poster = read_mini.posters["vi", "signs"]
    assert poster.headline == ("Mua bán người", "là tội ác")
    assert (poster.lead, poster.list_title, poster.call) == ("Đừng cắn câu", "Dấu hiệu", "Gọi ngay")
    assert poster.signs == (
        Sign("Hứa việc nhẹ", "Không hợp đồng."),
        Sign("Giục đi gấp", "Dặn giấu gia đình."),
    )
    assert poster.lines == {"headline": 14, "lead": 16, "list_title": 18, "list": 20, "call": 23}


@pytest.mark.parametrize(
    ("name", "old", "new", "problems"),
    [
        (NUMBER, "# Bị lừa đi xa? *Bị giữ giấy tờ?*", "", ["13: áp phích thiếu tiêu đề (dòng bắt đầu bằng #)"]),
        (NUMBER, "# Bị lừa đi xa? *Bị giữ giấy tờ?*", "#", ["13: tiêu đề (dòng bắt đầu bằng #) còn trống"]),
        (NUMBER, "\n> Gọi ngay\n", "", ["13: áp phích thiếu lời kêu gọi (dòng bắt đầu bằng >)"]),
        (NUMBER, "> Gọi ngay", ">", ["15: lời kêu gọi (dòng bắt đầu bằng >) còn trống"]),
        (NUMBER, "> Gọi ngay", "> Gọi\n>\n> ngay", [f"17: {PLAIN}"]),
        (NUMBER, "> Gọi ngay", "> - Gọi", [f"15: {PLAIN}"]),
        (NUMBER, "> Gọi ngay", "> Gọi <b>ngay</b>", [f"15: {WORDS}"]),
        (NUMBER, "> Gọi ngay", "> Gọi `ngay`", [f"15: {WORDS}"]),
        (NUMBER, "> Gọi ngay", "> Gọi ngay\n\n---", ["17: phần này không có chỗ trên áp phích"]),
        (NUMBER, "> Gọi ngay", "> Gọi ngay\n\n### Ba", ["17: phần này không có chỗ trên áp phích"]),
        (NUMBER, "> Gọi ngay", "> Gọi ngay\n\n<div>a</div>", ["17: phần này không có chỗ trên áp phích"]),
        (NUMBER, "> Gọi ngay", "> Gọi ngay\n\n|a|b|\n|-|-|\n|c|d|", ["17: phần này không có chỗ trên áp phích"]),
        (NUMBER, "> Gọi ngay", "> Gọi ngay\n\n> Gọi nữa", ["17: áp phích chỉ có một lời kêu gọi (dòng bắt đầu bằng >)"]),
        (NUMBER, "> Gọi ngay", "> Gọi ngay\n\nchữ", ["17: mẫu «number» không có chỗ cho dòng phụ"]),
        (NUMBER, "> Gọi ngay", "> Gọi ngay\n\n- a\n- b", ["17: mẫu «number» không có chỗ cho danh sách"]),
        (NUMBER, "strip: Gọi ngay\n", "", ["2: mẫu «number» cần mục «strip»"]),
        (NUMBER, "strip: Gọi", "art: hook\nstrip: Gọi", ["7: mẫu «number» không dùng mục «art»; hãy bỏ"]),
        (SIGNS, "Dấu hiệu\n\n1. **Hứa việc nhẹ** Không hợp đồng.\n2. **Giục đi gấp** Dặn giấu gia đình.\n", "Dấu hiệu\n", ["14: áp phích thiếu danh sách"]),
        (SIGNS, "## Dấu hiệu\n", "", ["14: áp phích thiếu tên danh sách (dòng bắt đầu bằng ##)"]),
        (SIGNS, "1. **Hứa việc nhẹ** Không hợp đồng.", "1.", [f"20: {PLAIN}"]),
        (SIGNS, "1. **Hứa việc nhẹ** Không hợp đồng.", "1. a\n   - b", [f"20: {PLAIN}"]),
        (SIGNS, "1. **Hứa việc nhẹ** Không hợp đồng.", "1. ```\n   a\n   ```", [f"20: {PLAIN}"]),
        (SIGNS, "1. **Hứa việc nhẹ** Không hợp đồng.", "1. ![a](b.png)", ["20: liên kết «b.png» không dẫn đến trang nào", f"20: {WORDS}"]),
        (SIGNS, "Đừng cắn câu", "Đừng [cắn](index.md) câu", [f"16: {WORDS}"]),
        (SIGNS, "art: hook\n", "", ["2: mẫu «signs» cần mục «art»"]),
        (SIGNS, "art_alt: Lưỡi câu\n", "", ["2: mẫu «signs» cần mục «art_alt»"]),
        (SIGNS, "art: hook", "art: hok", ["7: không có hình assets/art/hok.svg"]),
    ],
)  # fmt: skip
def test_faults(mini: Lay, name: str, old: str, new: str, problems: list[str]) -> None:
    assert said(mini(edited(name, old, new))) == [f"{name}:{problem}" for problem in problems]


LINES = st.sampled_from(
    ["# A", "#", "## B", "### C", "chữ", "- a", "-", "1. **a** b", "1.", "> c", ">", "> > d", "> - e",
     "---", "```", "    mã", "<b>", "<div>", "|a|b|", "|-|-|", "*a*", "**", "![x](y)", "[x]: y", "\\", ""]
)  # fmt: skip


@given(st.lists(LINES, max_size=8), st.sampled_from(["number", "signs"]))
def test_no_markdown_raises_and_a_good_poster_has_all_its_words(
    read_mini: Project, lines: list[str], template: str
) -> None:
    old: Text[PosterFront] = read_mini.texts.posters["vi", template]
    text = Text("x", "poster", "vi", "x.md", old.front, old.tree, "\n".join(lines), 1)
    poster, problems = read_poster(text)
    assert (poster is None) == bool(problems)
    if poster:
        assert all(poster.headline)
        assert poster.call
        assert all(sign.title for sign in poster.signs)
        assert bool(poster.signs) == (template == "signs")
