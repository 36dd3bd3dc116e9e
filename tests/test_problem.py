"""How problems are told: each with path and line, what many files share in one line."""

from __future__ import annotations

import pytest
from lachan.common.problem import Problem, told


def missing(number: int, folder: str = "campaigns/hai-phong") -> Problem:
    path = f"{folder}/{number}.yml"
    return Problem(path, 1, f"chưa có số của xã {number}", True, "nơi chưa có số")


@pytest.mark.parametrize(
    ("problems", "most", "lines"),
    [
        ([], None, []),
        ([Problem("a.md", 3, "hai\ndòng")], None, ["a.md:3: hai dòng"]),
        (
            [missing(1), missing(2), missing(3)],
            None,
            [f"campaigns/hai-phong/{n}.yml:1: lưu ý: chưa có số của xã {n}" for n in (1, 2, 3)],
        ),
        (
            [*map(missing, range(1, 5)), missing(9, "campaigns/bac-ninh")],
            None,
            [
                "lưu ý: 5 nơi chưa có số: campaigns/hai-phong: 1.yml, 2.yml, 3.yml, 4.yml; "
                "campaigns/bac-ninh: 9.yml"
            ],
        ),
        (
            [*map(missing, range(1, 8)), Problem("a.md", 3, "x")],
            2,
            ["lưu ý: 7 nơi chưa có số: campaigns/hai-phong: 1.yml, 2.yml; và 5 tệp nữa", "a.md:3: x"],
        ),
        (
            [Problem("a.md", line, "x") for line in range(1, 6)],
            1,
            [f"a.md:{n}: x" for n in range(1, 6)],
        ),
    ],
)
def test_what_is_told(problems: list[Problem], most: int | None, lines: list[str]) -> None:
    assert list(told(problems, most)) == lines
