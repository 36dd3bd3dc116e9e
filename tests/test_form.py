"""A form's Markdown: what becomes of each part, and what has no place on a form."""

# ruff: noqa: E501 (a case stays on its line)

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lachan.common import placeholders
from lachan.common.problem import Problem
from lachan.common.schema import load
from lachan.common.yamltext import Tree, parse
from lachan.texts import form_tree
from lachan.texts.form import read_form
from lachan.texts.form_tree import (
    Checkbox,
    Fill,
    Form,
    Frame,
    Heading,
    Listing,
    NewPage,
    Paragraph,
    Signing,
    Table,
    Words,
)
from lachan.texts.front import FormFront
from lachan.texts.text import Text

FRONT = """\
number: 1
head: official
pages: 1
call: 111
emergency: 113
local: commune-police
for: [business, wall]
where: [Quán ăn]
sources: [luat-53]
reviewed: 2026-11-21
review_in: 6
"""


def front(yaml: str = FRONT) -> tuple[FormFront | None, list[Problem]]:
    tree, problems = parse(yaml, "x.md", first_line=2)
    assert not problems
    return load(FormFront, tree)


def text(body: str) -> Text[FormFront]:
    """A form of which the body starts at line 10."""
    known, _ = front()
    assert known
    return Text("x", "form", "vi", "x.md", known, Tree({}), body, 10)


def read(body: str) -> Form:
    form, problems = read_form(text(body))
    assert not problems
    assert form
    return form


def said(body: str) -> list[str]:
    form, problems = read_form(text(body))
    assert (form is None) == bool(problems)
    return [f"{problem.line}: {problem.message}" for problem in problems]


# The front matter


def test_front() -> None:
    known, problems = front()
    assert known
    assert not problems
    assert (known.number, known.head, known.pages, known.reviewed) == (
        1,
        "official",
        1,
        date(2026, 11, 21),
    )
    assert (known.receivers, known.where) == (["business", "wall"], ["Quán ăn"])


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("head: official\n", "", "thiếu mục «head»"),
        ("for: [business, wall]\n", "", "thiếu mục «for»"),
        ("for: [business, wall]", "for: []", None),
        ("for: [business, wall]", "for: [everybody]", None),
        ("head: official", "head: nice", None),
        ("pages: 1", "pages: 9", None),
    ],
)
def test_front_faults(old: str, new: str, problem: str | None) -> None:
    known, problems = front(FRONT.replace(old, new))
    assert known is None
    assert len(problems) == 1
    assert problem in {None, problems[0].message}


# The parts


@pytest.mark.parametrize(
    ("body", "blocks"),
    [
        ("## 1. Nội dung", (Heading(2, "1. Nội dung"),)),
        ("### Ai làm", (Heading(3, "Ai làm"),)),
        ("Gọi **111**,\nkhông *chần chừ*.", (Paragraph(((Words("Gọi "), Words("111", bold=True), Words(", không "), Words("chần chừ", italic=True), Words(".")),)),)),
        ("***a***", (Paragraph(((Words("a", bold=True, italic=True),),)),)),
        ("một\\\nhai", (Paragraph(((Words("một"),), (Words("hai"),))),)),
        ("Tên: ____\nNgày ____ tháng ________ năm 20____", (Paragraph(((Words("Tên: "), Fill(4)), (Words("Ngày "), Fill(4), Words(" tháng "), Fill(8), Words(" năm 20"), Fill(4)))),)),
        ("(____) và (____)", (Paragraph(((Words("("), Fill(4), Words(") và ("), Fill(4), Words(")")),)),)),
        ("____", (Paragraph(((Fill(4),),)),)),
        ("___\n___", (Paragraph(((Fill(3),), (Fill(3),))),)),
        ("a_b__c", (Paragraph(((Words("a_b__c"),),)),)),
        ("- [ ] Nam\n- [ ] Khác: ____", (Listing(0, (((Paragraph(((Checkbox(), Words("Nam")),)),)), ((Paragraph(((Checkbox(), Words("Khác: "), Fill(4)),)),)))),)),
        ("3. một\n4. hai", (Listing(3, ((Paragraph(((Words("một"),),)),), (Paragraph(((Words("hai"),),)),))),)),
        ("- một\n\n  thêm\n  1. trong", (Listing(0, ((Paragraph(((Words("một"),),)), Paragraph(((Words("thêm"),),)), Listing(1, ((Paragraph(((Words("trong"),),)),),))),)),)),
        ("> Không ghi tên.\n>\n> - ảnh", (Frame((Paragraph(((Words("Không ghi tên."),),)), Listing(0, ((Paragraph(((Words("ảnh"),),)),),)))),)),
        ("| STT | Họ tên |\n|:---:|------|\n| 1 | |\n| 2 | **A** |", (Table(((Words("STT"),), (Words("Họ tên"),)), (((Words("1"),), ()), ((Words("2"),), (Words("A", bold=True),))), (3, 6), (True, False)),)),
        ("STT | Tên\n--- | ---\n1 | ____", (Table(((Words("STT"),), (Words("Tên"),)), (((Words("1"),), (Fill(4),)),), (3, 3), (False, False)),)),
        ("| **Người nhận** | Đại diện |\n|---|---|", (Signing(("Người nhận", "Đại diện")),)),
        ("a\n\n---\n\nb", (Paragraph(((Words("a"),),)), NewPage(), Paragraph(((Words("b"),),)))),
    ],
)  # fmt: skip
def test_parts(body: str, blocks: tuple[form_tree.Block, ...]) -> None:
    assert read(f"# Tên\n\n{body}\n").blocks == blocks


def test_title_and_its_second_line() -> None:
    form = read("# Bản cam kết *Chấp hành pháp luật*\n\na")
    assert (form.title, form.subtitle) == ("Bản cam kết", "Chấp hành pháp luật")
    assert read("# Biên bản\n\na").subtitle == ""


NO_PLACE = "biểu mẫu chỉ gồm tiêu đề, đoạn chữ, danh sách, bảng, khung (>) và sang trang (---)"
INSIDE = "trong danh sách và trong khung chỉ có đoạn chữ và danh sách"
WORDS = "ở đây chỉ có chữ, **đậm**, *nghiêng*, chỗ điền ____ và ô [ ]; không mã HTML, liên kết, hình"
TITLE = "tiêu đề chỉ có chữ, không có chỗ điền hay ô đánh dấu"
ONE = "biểu mẫu cần đúng một tên, ở dòng đầu, bắt đầu bằng #"
PAGE = "sang trang (---) phải đứng giữa hai phần có nội dung"


@pytest.mark.parametrize(
    ("body", "problems"),
    [
        ("", [f"10: {ONE}"]),
        ("a", [f"10: {ONE}"]),
        ("a\n\n# Tên", [f"10: {ONE}", f"12: {ONE}"]),
        ("# Tên\n\n# Nữa", [f"12: {ONE}"]),
        ("#\n\na", ["10: phần này còn trống"]),
        ("# *Tên*", ["10: phần này còn trống"]),
        ("# Tên ____", [f"10: {TITLE}"]),
        ("# Tên **đậm**", [f"10: {TITLE}"]),
        ("# Tên\n\n## Mục [ ]", [f"12: {TITLE}"]),
        ("# Tên\n\n## *Mục*", [f"12: {TITLE}"]),
        ("# Tên\n\n##", ["12: phần này còn trống"]),
        ("# Tên\n\n#### Mục", ["12: tiêu đề trong biểu mẫu chỉ dùng ## và ###"]),
        ("# Tên\n\n```\nmã\n```", [f"12: {NO_PLACE}"]),
        ("# Tên\n\n<div>a</div>", [f"12: {NO_PLACE}"]),
        ("# Tên\n\na <b>b</b>", [f"12: {WORDS}"]),
        ("# Tên\n\na\n[b](c.md)", [f"12: {WORDS}"]),
        ("# Tên\n\n- a\n- ![b](c.png)", [f"13: {WORDS}"]),
        ("# Tên\n\n- a\n-", ["13: phần này còn trống"]),
        ("# Tên\n\n- a\n\n  ## b", [f"14: {INSIDE}"]),
        ("# Tên\n\n> ## a", [f"12: {INSIDE}"]),
        ("# Tên\n\n> > a", [f"12: {INSIDE}"]),
        ("# Tên\n\n>", ["12: phần này còn trống"]),
        ("# Tên\n\n> a `b`", [f"12: {WORDS}"]),
        ("# Tên\n\n| a | |\n|---|---|\n| b | c |", ["12: mỗi cột của bảng cần một tên ở dòng đầu"]),
        ("# Tên\n\n| a | b |\n|---|---|\n| `c` | d |", [f"14: {WORDS}"]),
        ("# Tên\n\n| ____ | b |\n|---|---|", ["12: bảng chỉ có dòng đầu là chỗ ký: mỗi ô chỉ ghi ai ký"]),
        ("# Tên\n\n---\n\na", [f"12: {PAGE}"]),
        ("# Tên\n\na\n\n---", [f"14: {PAGE}"]),
        ("# Tên\n\na\n\n---\n\n---\n\nb", [f"14: {PAGE}"]),
    ],
)  # fmt: skip
def test_faults(body: str, problems: list[str]) -> None:
    assert said(body) == problems


# The plain values


def test_data_is_json_with_every_word_filled_in() -> None:
    form = read(
        "# Đơn *của {place}*\n\n## Gửi {unit}\n\nGọi {111}: ____\n\n- [ ] {unit}\n\n| {unit} | b |\n|---|---|\n"
    )
    words = {"place": "phường Dương Kinh", "unit": "phường", "111": "111"}
    data = form_tree.data(form, lambda text: placeholders.fill(text, words))
    assert json.loads(json.dumps(data)) == data
    assert data == {
        "title": "Đơn",
        "subtitle": "của phường Dương Kinh",
        "blocks": [
            {"kind": "heading", "level": 2, "text": "Gửi phường"},
            {"kind": "paragraph", "lines": [[word("Gọi 111: "), {"kind": "fill", "share": 4}]]},
            {
                "kind": "list",
                "start": 0,
                "items": [[{"kind": "paragraph", "lines": [[{"kind": "box"}, word("phường")]]}]],
            },
            {"kind": "signing", "roles": ["phường", "b"]},
        ],
    }


def word(text: str) -> dict[str, Any]:
    return {"kind": "words", "text": text, "bold": False, "italic": False}


LINES = st.sampled_from(
    ["# A", "#", "## B", "### C", "#### D", "chữ", "tên: ____", "____", "_a_", "__b__", "- a", "-", "- [ ] a",
     "1. **a** b", "1.", "> c", ">", "> > d", "> - e", "---", "***", "```", "    mã", "<b>", "<div>",
     "|a|b|", "|-|-|", "||", "|[ ]|____|", "*a*", "**", "![x](y)", "[x]: y", "\\", ""]
)  # fmt: skip


@given(st.lists(LINES, max_size=9))
def test_no_markdown_raises_and_a_good_form_keeps_every_blank(lines: list[str]) -> None:
    body = "\n".join(["# A", "", *lines])
    form, problems = read_form(text(body))
    assert (form is None) == bool(problems)
    if form:
        data = json.dumps(form_tree.data(form, lambda words: words), ensure_ascii=False)
        assert "\ue000" not in data
        assert data.count('"fill"') == body.count("____")
