"""What lies in a folder that is not ours is named, and stays."""

# ruff: noqa: E501 (a case stays on its line)

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from lachan.common.problem import ProblemsError
from lachan.files import output

ELSE = "hãy chọn thư mục khác, hoặc chuyển các tệp ấy đi nơi khác"
OURS = {"kho.json", "index.html", "11692/index.html"}


def refused(folder: Path, listed: set[str] | None) -> str:
    try:
        output.usable(folder)
        output.refuse(folder, listed)
    except ProblemsError as error:
        return str(error).removeprefix(f"{folder}:1: ")
    return ""


@pytest.mark.parametrize(
    ("files", "listed", "message"),
    [
        ([], None, ""),
        (sorted(OURS), OURS, ""),
        (["index.html"], OURS, ""),
        ([*sorted(OURS), "11692/Thumbs.db", "desktop.ini", ".DS_Store"], OURS, ""),
        (["Anh/ho-so.txt", *sorted(OURS)], OURS, f"có tệp không phải của trang do Lá Chắn dựng: «Anh/ho-so.txt»; {ELSE}"),
        (["11692/.ghi-chu", *sorted(OURS)], OURS, f"có tệp không phải của trang do Lá Chắn dựng: «11692/.ghi-chu»; {ELSE}"),
        (["a", "b", "c", "d", "e", *sorted(OURS)], OURS, f"có tệp không phải của trang do Lá Chắn dựng: «a», «b», «c» và 2 tệp nữa; {ELSE}"),
        (["index.html"], None, f"đã có sẵn và không phải trang do Lá Chắn dựng: «index.html»; {ELSE}"),
        ([".hidden"], None, f"đã có sẵn và không phải trang do Lá Chắn dựng: «.hidden»; {ELSE}"),
        (["kho.json/x"], None, "kho.json ở đây không ghi trang có những tệp nào (do bản Lá Chắn cũ dựng, hoặc đã hỏng); hãy đổi tên thư mục này rồi dựng lại"),
        (["kho.json", "index.html"], None, "kho.json ở đây không ghi trang có những tệp nào (do bản Lá Chắn cũ dựng, hoặc đã hỏng); hãy đổi tên thư mục này rồi dựng lại"),
    ],
)  # fmt: skip
def test_strangers(tmp_path: Path, files: list[str], listed: set[str] | None, message: str) -> None:
    folder = tmp_path / "site"
    for name in files:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("x")
    assert refused(folder, listed) == message


@pytest.mark.parametrize(
    "link",
    [
        lambda site, away: (site / "11692/index.html").symlink_to(away / "index.html"),
        lambda site, away: (site / "11692").symlink_to(away, target_is_directory=True),
        lambda site, away: (site / "11692").symlink_to(site / "weg"),
    ],
)
def test_a_link_is_never_ours(tmp_path: Path, link: Callable[[Path, Path], None]) -> None:
    """What it leads to is somebody's."""
    site, away = tmp_path / "site", tmp_path / "away"
    for folder in (site, away):
        folder.mkdir()
    (away / "index.html").write_text("x")
    try:
        link(site, away)
    except FileNotFoundError:
        (site / "11692").mkdir()
        link(site, away)
    assert "«11692" in refused(site, OURS)


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("x")
    assert refused(tmp_path / "site", None) == (
        "đây là một tệp, không phải trang do Lá Chắn dựng; hãy chọn tên khác"
    )


def test_a_drive_is_somebody_s(tmp_path: Path) -> None:
    root = Path(tmp_path.anchor)
    assert refused(root, OURS) == (
        f"đây là gốc của một ổ đĩa; hãy chọn một thư mục trong đó, ví dụ {root / 'la-chan'}"
    )
