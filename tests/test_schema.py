"""What pydantic finds, said in Vietnamese, on the line where it stands."""

from __future__ import annotations

from datetime import date
from typing import Literal

import pytest
from lachan.common.schema import Strict, load
from lachan.common.yamltext import parse
from pydantic import Field


class Inner(Strict):
    word: str = Field(min_length=1)


class Model(Strict):
    receivers: list[str] = Field(default_factory=list, alias="for")
    tone: Literal["", "warm", "cool"] = ""
    name: str
    count: int = Field(default=1, ge=1, le=9)
    day: date | None = None
    open: bool = False
    inner: Inner | None = None
    lines: list[str] = Field(default_factory=list, min_length=1)
    numbered: dict[int, Inner] = Field(default_factory=dict)


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("name: a\n", []),
        ("name: a\nopen: yes\ncount: 9\nday: 2026-07-30\n", []),
        ("count: 1\n", ["x:1: thiếu mục «name»"]),
        ("name: a\nnam: b\n", ["x:2: không có mục nào tên «nam»; có phải «name»?"]),
        ("name: a\nfo: b\n", ["x:2: không có mục nào tên «fo»; có phải «for»?"]),
        ("name: a\nreceivers: b\n", ["x:2: không có mục nào tên «receivers»"]),
        ("name: a\ntone: hot\n", ["x:2: «tone»: cần một trong warm, cool, nhưng thấy «hot»"]),
        ("name: a\nxyz: b\n", ["x:2: không có mục nào tên «xyz»"]),
        ("name:\n", ["x:1: mục «name» còn trống"]),
        ("name: [a]\n", ["x:1: «name»: cần một dòng chữ, nhưng thấy «một danh sách»"]),
        ("name: {a: b}\n", ["x:1: «name»: cần một dòng chữ, nhưng thấy «một nhóm mục con»"]),
        ("name: a\ncount: 0\n", ["x:2: «count»: cần từ 1 trở lên, nhưng thấy «0»"]),
        ("name: a\ncount: 10\n", ["x:2: «count»: cần không quá 9, nhưng thấy «10»"]),
        ("name: a\ncount: ba\n", ["x:2: «count»: cần một số nguyên, nhưng thấy «ba»"]),
        ("name: a\nday: 30/7\n", ["x:2: «day»: cần ngày viết kiểu 2026-07-30, nhưng thấy «30/7»"]),
        (
            "name: a\nday: 2026-02-30\n",
            ["x:2: «day»: cần ngày viết kiểu 2026-07-30, nhưng thấy «2026-02-30»"],
        ),
        ("name: a\nopen: có\n", ["x:2: «open»: cần yes hoặc no, nhưng thấy «có»"]),
        ("name: a\ninner: b\n", ["x:2: «inner»: cần một nhóm mục con, nhưng thấy «b»"]),
        ("name: a\ninner:\n  word: ''\n", ["x:3: «word»: cần ít nhất một chữ, nhưng thấy «»"]),
        (
            "name: a\ninner:\n  wrd: b\n",
            ["x:2: thiếu mục «word»", "x:3: không có mục nào tên «wrd»"],
        ),
        ("name: a\nlines: []\n", ["x:2: «lines»: cần ít nhất một dòng, nhưng thấy «một danh sách»"]),
        (
            "name: a\nlines: b\n",
            ["x:2: «lines»: cần một danh sách, mỗi dòng bắt đầu bằng dấu gạch ngang, nhưng thấy «b»"],
        ),
        (
            "name: a\nnumbered:\n  ba: {word: b}\n",
            ["x:3: «ba»: cần một số nguyên, nhưng thấy «ba»"],
        ),
    ],
)
def test_messages(text: str, problems: list[str]) -> None:
    tree, _ = parse(text, "x")
    model, found = load(Model, tree)
    assert [str(problem) for problem in found] == problems
    assert (model is None) == bool(problems)
