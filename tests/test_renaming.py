"""Old names in campaign files: shown as a diff, written when asked, nothing else touched."""

# ruff: noqa: E501 (a case stays on its line)

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from lachan.cli import main
from lachan.common import clock
from lachan.common.problem import Where
from lachan.gazetteer.naming import Finding
from lachan.office.renaming import rewrite, write
from miniature import PLACE

HOME = "campaigns/bac-ninh/province.yml"
BO_HA = "campaigns/bac-ninh/bo-ha.yml"
OLD = {HOME: "code: 24\nname: Tỉnh Bắc Ninh\n", BO_HA: "code: 07294\nname: Xã Bố Hạ\n"}


@pytest.fixture
def lachan(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    def run(root: Path, *words: str, day: str = "2026-11-21") -> Result:
        monkeypatch.chdir(root)
        monkeypatch.setenv(
            clock.EPOCH, str(int(datetime.fromisoformat(day).replace(tzinfo=UTC).timestamp()))
        )
        return CliRunner().invoke(main, ["places", *words])

    return run


def test_a_diff_to_look_at_then_written(
    mini: Callable[..., Path], lachan: Callable[..., Result]
) -> None:
    root = mini(OLD)
    diff = (
        f"--- {BO_HA}\n+++ {BO_HA}\n@@ -1,2 +1,2 @@\n code: 07294\n-name: Xã Bố Hạ\n+name: Phường Bố Hạ\n"
        f"--- {HOME}\n+++ {HOME}\n@@ -1,2 +1,2 @@\n code: 24\n-name: Tỉnh Bắc Ninh\n+name: Thành phố Bắc Ninh\n"
    )
    shown = lachan(root)
    assert (shown.exit_code, shown.output) == (
        0,
        f"{diff}Cần sửa 2 tệp như trên. Đồng ý thì chạy: lachan places --update\n",
    )
    assert {name: (root / name).read_text("utf-8") for name in OLD} == OLD
    done = lachan(root, "--update")
    assert (done.exit_code, done.output) == (
        0,
        f"{diff}Đã sửa 2 tệp như trên. Hãy chạy lachan build để trang, tờ in theo kịp.\n",
    )
    assert (root / BO_HA).read_text("utf-8") == "code: 07294\nname: Phường Bố Hạ\n"
    assert (root / HOME).read_text("utf-8") == "code: 24\nname: Thành phố Bắc Ninh\n"
    assert lachan(root).output == "3 nơi đều mang đúng tên trong danh mục ngày 21/11/2026.\n"


def test_nothing_to_write_before_the_day(
    mini: Callable[..., Path], lachan: Callable[..., Result]
) -> None:
    said = lachan(mini({HOME: OLD[HOME]}), "--update", day="2026-09-19").output
    assert said == (
        "Lệnh này không sửa những điều sau, mời xem:\n"
        f"  {HOME}:2: lưu ý: từ 20/09/2026 «Tỉnh Bắc Ninh» là «Thành phố Bắc Ninh» "
        "(Nghị quyết 39/2026/QH16): trang tự đổi tên từ ngày ấy; tờ in trước đó còn mang tên cũ\n"
    )


def test_what_cannot_be_read_is_named_and_stops_nobody(
    mini: Callable[..., Path], lachan: Callable[..., Result]
) -> None:
    root = mini({**OLD, PLACE: "code: 11692\nname: [Phường\n"})
    done = lachan(root, "--update")
    assert done.exit_code == 1
    assert f"{PLACE}:3: YAML viết sai gần đây" in done.output
    assert "Phường Bố Hạ" in (root / BO_HA).read_text("utf-8")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"code: 1\r\nname: X\xc3\xa3 A # c\xc5\xa9\r\nplan: p\r\n", b"code: 1\r\nname: NEW # c\xc5\xa9\r\nplan: p\r\n"),
        (b"\xef\xbb\xbfname: a\ncode: 1", b"\xef\xbb\xbfname: NEW\ncode: 1"),
        (b"# name: a\nname:   'a'\ncontacts: {x: {name: a}}\n", b"# name: a\nname:   'NEW'\ncontacts: {x: {name: a}}\n"),
        (b'{code: 1, "name": "a", plan: a}\n', b'{code: 1, "name": "NEW", plan: a}\n'),
        (b"name: |\n  a\n  b\nplan: a\n", b"name: NEW\nplan: a\n"),
        (b"name:\n  a\n  b\n\nplan: a\n", b"name:\n  NEW\n\nplan: a\n"),
        ("name: Xã Hoa\u0300\n".encode(), b"name: NEW\n"),
    ],
)  # fmt: skip
def test_not_a_byte_beside_the_name(tmp_path: Path, before: bytes, after: bytes) -> None:
    (tmp_path / "a.yml").write_bytes(before)
    files, problems = rewrite(tmp_path, "c", [Finding(Where("c/a.yml", 1), "", "name", "NEW")])
    assert problems == []
    write(files)
    assert (tmp_path / "a.yml").read_bytes() == after


@pytest.mark.parametrize("text", ["plan: &a Xã A\nname: *a\n", "name: &a Xã A\nplan: *a\n"])
def test_what_is_shared_is_left_to_people(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.yml").write_text(text, "utf-8")
    files, problems = rewrite(tmp_path, "c", [Finding(Where("c/a.yml", 2), "", "name", "Xã B")])
    assert (files, [str(problem) for problem in problems]) == (
        [],
        ["c/a.yml:2: hãy sửa tay mục name: Xã B"],
    )


def test_all_files_or_none(tmp_path: Path) -> None:
    for name in ("a.yml", "b.yml"):
        (tmp_path / name).write_text("name: Xã A\n", "utf-8")
    found = [Finding(Where(f"c/{name}", 1), "", "name", "Xã B") for name in ("a.yml", "b.yml")]
    files, _ = rewrite(tmp_path, "c", found)
    (tmp_path / "b.yml").unlink()
    (tmp_path / "b.yml").mkdir()
    with pytest.raises(OSError, match=r"b\.yml"):
        write(files)
    assert (tmp_path / "a.yml").read_text("utf-8") == "name: Xã A\n"
