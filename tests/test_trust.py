"""What keeps a text trustworthy: read again in time, nothing out of date, no word that harms."""

# ruff: noqa: E501 (a case stays on its line)

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from lachan.build import pipeline
from lachan.common.problem import ProblemsError
from miniature import FILES, INDEX, said

Lay = Callable[..., Path]
OLD = "văn bản này đã hết thời kỳ"


def index(head: str = "", words: str = "Hỏi nhau một câu.") -> dict[str, str]:
    text = FILES[INDEX].replace("summary:", f"{head}summary:").replace("Hỏi nhau một câu.", words)
    return {INDEX: text}


@pytest.mark.parametrize(
    ("head", "words", "problems"),
    [
        ("", "Luật năm 2011 đã thay.", [f"{INDEX}:11: «Luật năm 2011»: {OLD}"]),
        ("history: [Luật năm 2011]\n", "Luật năm 2011 đã thay.", []),
        ("history: [Luật năm 2011]\n", "Hỏi nhau.", []),
        ("history: [luật mới]\n", "Hỏi nhau.", [f"{INDEX}:4: «luật mới» không phải điều đã cũ; hãy bỏ khỏi mục history"]),
        ("", "Nạn nhân nhẹ dạ.", [f"{INDEX}:11: «nhẹ dạ»: trách người bị lừa là làm họ ngại kể; hãy viết kẻ xấu làm gì: «bị lừa», «bị dụ dỗ»"]),
        ("", "Nạn nhân nhẹ\ndạ.", [f"{INDEX}:11: «nhẹ dạ»: trách người bị lừa là làm họ ngại kể; hãy viết kẻ xấu làm gì: «bị lừa», «bị dụ dỗ»"]),
    ],
)  # fmt: skip
def test_words(mini: Lay, head: str, words: str, problems: list[str]) -> None:
    found = said(mini(index(head, words)))
    assert [line.partition("; dùng Luật")[0] for line in found] == problems


@pytest.mark.parametrize(
    ("law", "today", "warnings", "errors"),
    [
        ("no", date(2027, 5, 20), 0, 0),
        ("no", date(2027, 5, 21), 1, 0),
        ("no", date(2027, 11, 21), 1, 0),
        ("yes", date(2027, 5, 21), 1, 0),
        ("yes", date(2027, 11, 20), 1, 0),
        ("yes", date(2027, 11, 21), 1, 0),
    ],
)
def test_nothing_is_refused_because_nobody_reads_it_again(
    mini: Lay, law: str, today: date, warnings: int, errors: int
) -> None:
    root = mini(index(f"law: {law}\n"))
    try:
        problems = pipeline.read(root, root / "campaigns", today)[1]
    except ProblemsError as error:
        problems = error.problems
    late = [p for p in problems if p.path == INDEX and "đã quá 6 tháng" in p.message]
    assert (sum(p.warning for p in late), sum(not p.warning for p in late)) == (warnings, errors)
