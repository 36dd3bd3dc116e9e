"""Markdown as structure: words, lines and headlines, and what would be lost."""

from __future__ import annotations

import pytest
from lachan.common import markdown


def first(body: str) -> markdown.SyntaxTreeNode:
    return markdown.parse(body)[0]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("Gọi **111**\nmiễn phí", "Gọi 111 miễn phí"),
        ("- một\n- hai", "một hai"),
        ("| a | b |\n|---|---|\n| c | d |", "a b c d"),
        ("`{111}`  và", "{111} và"),
        ("> Gọi\n>\n> ngay", "Gọi ngay"),
    ],
)
def test_plain(body: str, words: str) -> None:
    assert markdown.plain(first(body)) == words


def test_nothing_has_no_words() -> None:
    assert markdown.plain(None) == ""
    assert markdown.parse("") == []


def test_a_break_may_be_something_else() -> None:
    assert "".join(markdown.words(first("một\nhai"), "|")) == "một|hai"


def test_line_of() -> None:
    body = "# Đầu\n\nmột\nhai\n\n- ba\n"
    assert [markdown.line_of(node) for node in markdown.parse(body)] == [0, 2, 5]


@pytest.mark.parametrize(
    ("line", "lines"),
    [
        ("# Bị lừa? *Bị giữ giấy tờ?*", ("Bị lừa?", "Bị giữ giấy tờ?")),
        ("# Gọi **ngay**", ("Gọi ngay",)),
        ("# *Chỉ một*", ("Chỉ một",)),
        ("# Một *hai* *ba*", ("Một", "hai ba")),
    ],
)
def test_headline(line: str, lines: tuple[str, ...]) -> None:
    assert markdown.headline(first(line)) == lines


@pytest.mark.parametrize(
    ("body", "plain", "marked"),
    [
        ("chỉ lời", 0, 0),
        ("lời **đậm** *nghiêng*", 1, 0),
        ("có [đường dẫn](a)", 1, 1),
        ("- `mã`\n- lời\n- ![ảnh](b)", 2, 2),
    ],
)
def test_strange(body: str, plain: int, marked: int) -> None:
    assert len(list(markdown.strange(first(body), markdown.PLAIN))) == plain
    assert len(list(markdown.strange(first(body), markdown.MARKED))) == marked
