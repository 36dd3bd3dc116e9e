"""A page's Markdown: what rendering would refuse is found before, with its line."""

# ruff: noqa: E501 (a case stays on its line)

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lachan.checks.markup import structure
from lachan.common.sections import split
from lachan.common.slugs import slug
from lachan.texts.project import Project
from lachan.texts.text import Text
from miniature import FILES, INDEX, edited, said

Lay = Callable[..., Path]
KINDS = "{.calls}, {.chat}, {.cream}, {.note}, {.signs}, {.steps}, {.table}"
FIRST = "trang phải bắt đầu bằng dòng «# tiêu đề»"
LEAD = "giữa tiêu đề và dòng ## đầu tiên chỉ được một đoạn văn"
HTML = "trang không dùng được mã HTML; chỉ viết Markdown"


@pytest.mark.parametrize(
    ("old", "new", "problems"),
    [
        ("# Cả xóm", "chữ\n\n# Cả xóm", [f"9: {FIRST}", "11: trang chỉ có một dòng «# tiêu đề»; hãy dùng ##"]),
        ("# Cả xóm", "## Cả xóm", [f"9: {FIRST}"]),
        ("# Cả xóm", "#Cả xóm", ["9: sau dấu # ở đầu dòng cần một dấu cách", f"9: {FIRST}"]),
        ("Hỏi nhau một câu.", "Hỏi\n#nhau", ["11: sau dấu # ở đầu dòng cần một dấu cách"]),
        ("# Cả xóm cùng làm", "Cả xóm\n===", ["9: hãy viết dòng tiêu đề bằng # ở đầu, không gạch dưới"]),
        ("# Cả xóm cùng làm", "#", ["9: dòng tiêu đề còn trống"]),
        ("Hỏi nhau một câu.", "Một.\n\nHai.", [f"13: {LEAD}"]),
        ("Hỏi nhau một câu.", "- Một", [f"11: {LEAD}"]),
        ("Hỏi nhau một câu.", "### Ba", [f"11: {LEAD}"]),
        ("Hỏi nhau một câu.", "Hỏi <b>nhau</b>", [f"11: {HTML}"]),
        ("Hỏi nhau một câu.", "Hỏi <!-- a -->", [f"11: {HTML}"]),
        ("Hỏi nhau một câu.", "111. Gọi ngay.", [f"11: {LEAD}", "11: «111.» ở đầu dòng thành số thứ tự và mất đi; hãy viết thêm chữ ở phía trước"]),
        ("Hỏi nhau một câu.", "Hỏi nhau một câu.\n\n> 1022) Gọi ngay.", [f"13: {LEAD}", "13: số «1022» không có trong các đầu mối được in; hãy thêm vào campaigns/vietnam.yml hoặc bỏ khỏi bài", "13: «1022)» ở đầu dòng thành số thứ tự và mất đi; hãy viết thêm chữ ở phía trước"]),
        ("Hỏi nhau một câu.", "Gọi\n111.", []),
        ("{.steps}", "{.stesp}", [f"13: không rõ {{.stesp}} sau «Ba câu để nhớ»; ở đây dùng được: {KINDS}"]),
        ("{.steps}", "{.do}", [f"13: không rõ {{.do}} sau «Ba câu để nhớ»; ở đây dùng được: {KINDS}"]),
        ("{.steps}", "{.steps .note}", [f"13: không rõ {{.steps .note}} sau «Ba câu để nhớ»; ở đây dùng được: {KINDS}"]),
        ("{.steps}", "{#a}", [f"13: không rõ {{#a}} sau «Ba câu để nhớ»; ở đây dùng được: {KINDS}"]),
        ("{.steps}", "{: .note}", [f"13: không rõ {{: .note}} sau «Ba câu để nhớ»; ở đây dùng được: {KINDS}"]),
        ("1. **", "<div>a</div>\n\n1. **", [f"15: {HTML}"]),
        ("1. **", "<script>a</script>\n\n1. **", [f"15: {HTML}"]),
        ("1. **", "![a](b.png)\n\n1. **", ["15: liên kết «b.png» không dẫn đến trang nào", "15: trang không dùng được hình trong bài; ghi ở mục art"]),
        ("1. **", "### Nên {.dô}\n\n1. **", ["15: không rõ {.dô} sau «Nên»; ở đây dùng được: {.do}, {.dont}"]),
        ("1. **", "### Nên {.do}\n\n1. **", []),
        ("1. **", "|a|b|\n|-|-|\n|c|d|\n\n1. **", []),
    ],
)  # fmt: skip
def test_faults(mini: Lay, old: str, new: str, problems: list[str]) -> None:
    assert said(mini(edited(INDEX, old, new))) == [f"{INDEX}:{problem}" for problem in problems]


def test_an_empty_page(mini: Lay) -> None:
    front = FILES[INDEX].split("# Cả xóm")[0]
    assert said(mini({INDEX: front})) == [f"{INDEX}:9: {FIRST}"]


LINES = st.sampled_from(
    ["# A", "#", "#A", "A\n=", "## B", "##", "## B {.steps}", "## B {.x}", "B\n-", "### C {.do}", "### C {.x}",
     "chữ", "- a", "1. a", "- *a*", "> b", "---", "```", "    mã", "<b>a</b>", "<h2>", "<div>\n\n## B\n\n</div>",
     "|a|b|\n|-|-|\n|c|d|", "*a* {.x}", "{.x}", "\\# A", "chữ\n# A", "chữ\n## B", ""]
)  # fmt: skip


@given(st.lists(LINES, max_size=7), st.sampled_from(["\n", "\n\n"]))
def test_a_page_without_faults_can_be_taken_apart(
    read_mini: Project, lines: list[str], between: str
) -> None:
    old = read_mini.texts.pages["vi", "index"]
    body = between.join(lines)
    text = Text("x", "page", "vi", "x.md", old.front, old.tree, body, 1)
    if not list(structure(text)):
        converter = markdown.Markdown(
            extensions=["toc", "tables", "fenced_code", "attr_list", "pymdownx.mark"],
            extension_configs={"toc": {"slugify": slug}, "tables": {"use_align_attribute": True}},
        )
        split(converter.convert(body))
