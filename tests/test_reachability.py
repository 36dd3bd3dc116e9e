"""Every page is found from the home page; an audience that a page names has a page."""

# ruff: noqa: E501 (a case stays on its line)

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from miniature import FILES, INDEX, said

Lay = Callable[..., Path]
LOST = "không có đường nào từ trang chủ dẫn đến trang này"


def other(head: str = "", body: str = "# A\n\n## B\n\nGọi {111}.\n") -> str:
    before, _, _ = FILES[INDEX].partition("---\n# ")
    return before.replace("summary:", f"{head}summary:") + "---\n" + body


def linked(to: str) -> str:
    return FILES[INDEX] + f"\n[Đọc]({to})\n"


@pytest.mark.parametrize(
    ("files", "problems"),
    [
        ({"docs/vi/a.md": other()}, [f"docs/vi/a.md:1: {LOST}"]),
        ({"docs/vi/a.md": other(), INDEX: linked("a.md")}, []),
        ({"docs/vi/a.md": other(), INDEX: linked("a.md#b")}, []),
        ({"docs/vi/a.md": other("door: 1\n")}, []),
        ({"docs/vi/a.md": other("tile: tile-job\n")}, []),
        ({"docs/vi/a.md": other(body="# A\n\n## B\n\n[C](b/c.md)\n"), "docs/vi/b/c.md": other(), INDEX: linked("a.md")}, []),
        ({"docs/vi/b/c.md": other(body="# A\n\n## B\n\n[C](../a.md)\n"), "docs/vi/a.md": other()}, [f"docs/vi/a.md:1: {LOST}", f"docs/vi/b/c.md:1: {LOST}"]),
        ({"docs/vi/danh-cho/cha-me.md": other(), "docs/vi/a.md": other("audiences: [cha-me]\n"), INDEX: linked("danh-cho/cha-me.md")}, []),
        ({"docs/vi/a.md": other("audiences: [cha-me]\n"), INDEX: linked("a.md")}, ["docs/vi/a.md:4: không có trang docs/vi/danh-cho/cha-me.md"]),
    ],
)  # fmt: skip
def test_every_page_is_found(mini: Lay, files: dict[str, str], problems: list[str]) -> None:
    assert [line for line in said(mini(files)) if "đường nào" in line or "danh-cho" in line] == problems
