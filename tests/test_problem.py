"""How many notes that are alike are told of in one line."""

from __future__ import annotations

import pytest
from lachan.problem import Problem, told


def note(folder: str, file: str) -> Problem:
    said = f"chưa có số của {file}"
    return Problem(f"{folder}/{file}.yml", 1, said, warning=True, alike="nơi chưa có số")


FEW = [note("a", "x"), note("a", "y"), note("b", "x")]
MANY = [*FEW, note("b", "z")]
TEXTS = [
    Problem(f"docs/vi/{name}.md", 9, "quá hạn", warning=True, alike="bài quá hạn") for name in "abcde"
]
ALONE = Problem("c/x.yml", 3, "sai mã")


@pytest.mark.parametrize(
    ("problems", "most", "lines"),
    [
        (FEW, None, [str(problem) for problem in FEW]),
        (
            [*MANY, ALONE],
            None,
            ["lưu ý: 4 nơi chưa có số: a: x.yml, y.yml; b: x.yml, z.yml", str(ALONE)],
        ),
        (MANY, 3, ["lưu ý: 4 nơi chưa có số: a: x.yml, y.yml; b: x.yml; và 1 nơi nữa"]),
        (TEXTS, 2, ["lưu ý: 5 bài quá hạn: docs/vi: a.md, b.md; và 3 bài nữa"]),
        ([ALONE] * 5, None, [str(ALONE)] * 5),
    ],
)
def test_what_is_alike_is_one_line(problems: list[Problem], most: int | None, lines: list[str]) -> None:
    assert list(told(problems, most)) == lines
