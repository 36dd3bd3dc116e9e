"""A script's Markdown: blocks, paragraphs, a breath group a line."""

# ruff: noqa: E501 (a case stays on its line)

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lachan.texts.project import Project
from lachan.texts.script import Block, Script, ScriptParagraph, read_script
from lachan.texts.text import Text
from miniature import SCRIPT, edited, said

Lay = Callable[..., Path]
ONLY = "bài phát thanh chỉ gồm # tên bài, ## từng phần và các dòng chữ trơn để đọc"
EMPTY = "phần này chưa có lời nào để đọc"
WORDS = "Bà con {unit} chú ý!\n"


def test_the_parts_of_a_script(read_mini: Project) -> None:
    lines = ("Bà con {unit} chú ý!", "Hãy gọi 111. Xin nhắc lại: số 111.")
    block = Block("Lời chào", (ScriptParagraph(lines, 12),))
    assert read_mini.scripts["vi", "loi-nhac"] == Script("Lời nhắc", (block,))


@pytest.mark.parametrize(
    ("old", "new", "problems"),
    [
        ("# Lời nhắc\n", "", ["8: thiếu tên bài (dòng bắt đầu bằng #)"]),
        ("## Lời chào\n", "", [f"11: {ONLY}", f"8: {EMPTY}"]),
        ("## Lời chào\n", "## Trống\n\n## Lời chào\n", [f"10: {EMPTY}"]),
        (WORDS, f"- một\n\n{WORDS}", [f"12: {ONLY}"]),
        (WORDS, f"**đậm**\n{WORDS}", [f"12: {ONLY}"]),
        (WORDS, f"[a](b)\n{WORDS}", [f"12: {ONLY}", "12: liên kết «b» không dẫn đến trang nào"]),
        (WORDS, f"<b>a</b>\n{WORDS}", [f"12: {ONLY}"]),
        (WORDS, f"<!-- a -->\n\n{WORDS}", [f"12: {ONLY}"]),
        (WORDS, f"|a|b|\n|-|-|\n\n{WORDS}", [f"12: {ONLY}"]),
        (WORDS, f"# Hai\n\n{WORDS}", [f"10: {EMPTY}", f"12: {ONLY}"]),
        (WORDS, "Bà con {unit} chú ý!  \n", []),
        ("# Lời nhắc", "# Lời nhắc {unit}", ["8: ở đây không dùng được «{unit}»; hãy viết thẳng ra chữ"]),
        ("## Lời chào", "## Lời chào {unit}", ["10: ở đây không dùng được «{unit}»; hãy viết thẳng ra chữ"]),
    ],
)  # fmt: skip
def test_faults(mini: Lay, old: str, new: str, problems: list[str]) -> None:
    assert sorted(said(mini(edited(SCRIPT, old, new)))) == sorted(f"{SCRIPT}:{p}" for p in problems)


def test_a_script_of_headings_only(mini: Lay) -> None:
    front = edited(SCRIPT, WORDS, "")[SCRIPT]
    assert isinstance(front, str)
    head = front.split("# Lời nhắc")[0]
    assert said(mini({SCRIPT: head + "# A\n\n## B\n\n## C\n"})) == [
        f"{SCRIPT}:10: {EMPTY}",
        f"{SCRIPT}:12: {EMPTY}",
    ]
    assert said(mini({SCRIPT: head})) == [
        f"{SCRIPT}:8: {EMPTY}",
        f"{SCRIPT}:8: thiếu tên bài (dòng bắt đầu bằng #)",
    ]


LINES = st.sampled_from(
    [
        "# A",
        "#",
        "## B",
        "##",
        "### C",
        "chữ",
        "chữ  ",
        "- a",
        "> c",
        "---",
        "```",
        "    mã",
        "<b>",
        "|a|",
        "",
    ]
)


@given(st.lists(LINES, max_size=9))
def test_no_markdown_raises_and_no_block_is_empty(read_mini: Project, lines: list[str]) -> None:
    old = read_mini.texts.scripts["vi", "loi-nhac"]
    text = Text("x", "script", "vi", "x.md", old.front, old.tree, "\n".join(lines), 1)
    script, problems = read_script(text)
    assert (script is None) == bool(problems)
    if script:
        assert all(block.paragraphs for block in script.blocks)
