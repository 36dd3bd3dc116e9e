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


LINES = st.sampled_from(
    ["# A", "#", "## B", "### C", "chữ", "- a", "-", "1. **a** b", "1.", "> c", ">", "> > d", "> - e",
     "---", "```", "    mã", "<b>", "<div>", "|a|b|", "|-|-|", "*a*", "**", "![x](y)", "[x]: y", "\\", ""]
)  # fmt: skip


@given(st.lists(LINES, max_size=8), st.sampled_from(["number", "signs"]))
def test_no_markdown_raises_and_a_good_poster_has_all_its_words(
    read_mini: Project, lines: list[str], template: str
) -> None:
    old: Text[PosterFront] = read_mini.texts.posters["vi", "poster", template]
    text = Text("x", "poster", "vi", "x.md", old.front, old.tree, "\n".join(lines), 1)
    poster, problems = read_poster(text, read_mini.designs)
    assert (poster is None) == bool(problems)
    if poster:
        assert all(poster.headline)
        assert poster.call
        assert all(sign.title for sign in poster.signs)
        assert bool(poster.signs) == (template == "signs")
