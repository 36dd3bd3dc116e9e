"""A post's Markdown: what stands on the picture, what is posted, and what has no place in a post."""

# ruff: noqa: E501 (a case stays on its line)

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lachan.common.problem import Problem
from lachan.common.schema import load
from lachan.common.yamltext import parse
from lachan.texts.front import PostFront
from lachan.texts.post import LIMIT, Post, read_post
from lachan.texts.text import Text

FRONT = """\
number: 1
art: hook
art_alt: Lưỡi câu
sources: [luat-53]
reviewed: 2026-11-21
review_in: 6
"""
BODY = """\
# Việc nhẹ? *Hỏi rõ hãy đi*

Không hợp đồng:
đừng đi.

> Gọi hỏi trước

## Lời đăng

Mai xe đón luôn?

Công ty nào?
Hợp đồng đâu?
"""
PARAGRAPHS = "lời đăng chỉ gồm các đoạn chữ trơn; Zalo không hiện danh sách, tiêu đề, hình"
WORDS = "bài đăng chỉ có chữ trơn; không chữ đậm, mã HTML, liên kết, hình"
NO_PLACE = "phần này không có chỗ trong bài đăng"
TEXT = "lời đăng (dòng bắt đầu bằng ## và các đoạn chữ bên dưới)"


def read(body: str) -> tuple[Post | None, list[Problem]]:
    tree, _ = parse(FRONT, "x.md", first_line=2)
    front, problems = load(PostFront, tree)
    assert front, problems
    return read_post(Text("x", "page", "vi", "x.md", front, tree, body, 9))


def test_the_parts_of_a_post() -> None:
    post, problems = read(BODY)
    assert problems == []
    assert post == Post(
        headline=("Việc nhẹ?", "Hỏi rõ hãy đi"),
        lead="Không hợp đồng: đừng đi.",
        call="Gọi hỏi trước",
        paragraphs=("Mai xe đón luôn?", "Công ty nào?\nHợp đồng đâu?"),
        lines={"headline": 9, "lead": 11, "call": 14, "text": 16},
    )
    assert post.text == "Mai xe đón luôn?\n\nCông ty nào?\nHợp đồng đâu?"


@pytest.mark.parametrize(
    ("old", "new", "problems"),
    [
        ("# Việc nhẹ? *Hỏi rõ hãy đi*\n", "", ["9: bài đăng thiếu tiêu đề (dòng bắt đầu bằng #)"]),
        ("# Việc nhẹ? *Hỏi rõ hãy đi*\n", "#\n", ["9: tiêu đề (dòng bắt đầu bằng #) còn trống"]),
        ("Không hợp đồng:\nđừng đi.\n", "", ["9: bài đăng thiếu dòng phụ"]),
        ("> Gọi hỏi trước\n", "", ["9: bài đăng thiếu lời kêu gọi (dòng bắt đầu bằng >)"]),
        ("> Gọi hỏi trước", ">", ["14: lời kêu gọi (dòng bắt đầu bằng >) còn trống"]),
        ("> Gọi hỏi trước", "> Gọi\n>\n> hỏi", ["14: ở đây chỉ được đúng một đoạn chữ trơn"]),
        ("> Gọi hỏi trước", "> Gọi **hỏi** trước", [f"14: {WORDS}"]),
        ("đừng đi.", "đừng đi.\n\nNữa", ["14: bài đăng chỉ có một dòng phụ"]),
        ("đừng đi.", "đừng đi.\n\n- a\n- b", [f"14: {NO_PLACE}"]),
        ("## Lời đăng\n", "", ["17: bài đăng chỉ có một dòng phụ", "19: bài đăng chỉ có một dòng phụ", f"9: bài đăng thiếu {TEXT}"]),
        ("Mai xe đón luôn?\n\nCông ty nào?\nHợp đồng đâu?\n", "", [f"16: {TEXT} còn trống"]),
        ("Mai xe", "## Nữa\n\nMai xe", [f"18: {PARAGRAPHS}"]),
        ("Công ty nào?", "1. Công ty nào?", [f"20: {PARAGRAPHS}"]),
        ("Công ty nào?", "> Công ty nào?", [f"20: {PARAGRAPHS}"]),
        ("Công ty nào?", "Công ty **nào**?", [f"20: {WORDS}"]),
        ("Công ty nào?", "[Công ty](index.md) nào?", [f"20: {WORDS}"]),
        ("Công ty nào?", "Công ty <b>nào</b>?", [f"20: {WORDS}"]),
        ("Mai xe đón luôn?", "a" * (LIMIT - 28), []),
        ("Mai xe đón luôn?", "a" * (LIMIT - 27), [f"16: lời đăng dài 331 ký tự, chỉ nên đến {LIMIT}; hãy bớt một ý"]),
    ],
)  # fmt: skip
def test_faults(old: str, new: str, problems: list[str]) -> None:
    assert BODY.count(old) == 1
    post, found = read(BODY.replace(old, new))
    assert [str(problem) for problem in found] == [f"x.md:{problem}" for problem in problems]
    assert (post is None) == bool(problems)


LINES = st.sampled_from(
    ["# A", "#", "# *b*", "## B", "## B", "### C", "chữ", "- a", "1. a", "> c", ">", "> > d", "---",
     "```", "    mã", "<b>", "<div>", "|a|b|", "|-|-|", "*a*", "**", "![x](y)", "[x]: y", "\\", "", ""]
)  # fmt: skip


@given(st.lists(LINES, max_size=14))
def test_no_markdown_raises_and_a_good_post_has_all_its_words(lines: list[str]) -> None:
    post, problems = read("\n".join(lines))
    assert (post is None) == bool(problems)
    if post:
        assert all(post.headline)
        assert post.lead
        assert post.call
        assert all(post.paragraphs)
        assert post.text.strip()
