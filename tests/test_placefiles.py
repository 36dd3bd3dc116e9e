"""The folder of places: whose a file is, what is a stray, and what can be read of a bad one."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from lachan.campaign import placefiles
from lachan.gazetteer import official

LISTING = official.gazetteer()[0].on(date(2026, 11, 21))
NO_USE = "không rõ tệp này để làm gì; xã để ở <tỉnh>/<xã>.yml"
NO_TWIN = "thư mục thu âm cần cùng tên với tệp của xã"


@pytest.mark.parametrize(
    ("path", "file"),
    [
        ("campaigns/hai-phong/duong-kinh.yml", "campaigns/hai-phong/duong-kinh.yml"),
        ("campaigns/hai-phong/duong-kinh/vi-1.wav", "campaigns/hai-phong/duong-kinh.yml"),
        ("campaigns/hai-phong/province.yml", "campaigns/hai-phong/province.yml"),
        ("campaigns/vietnam.yml", ""),
        ("docs/vi/index.md", ""),
    ],
)
def test_own_file(path: str, file: str) -> None:
    assert placefiles.own_file(path, "campaigns") == file


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("vietnam.yml", []),
        ("p/a.yml", []),
        ("p/a/vi-1.wav", []),
        ("p/Thumbs.db", []),
        ("notes.yml", [f"c/notes.yml:1: {NO_USE}"]),
        ("p/list.csv", [f"c/p/list.csv:1: {NO_USE}"]),
        ("p/b/vi-1.wav", [f"c/p/b:1: {NO_TWIN}"]),
        ("p/province/vi-1.wav", [f"c/p/province:1: {NO_TWIN}"]),
        ("p/a/old/vi-1.wav", [f"c/p/a/old:1: {NO_TWIN}", f"c/p/a/old/vi-1.wav:1: {NO_USE}"]),
        ("q/a.yml", ["c/q/province.yml:1: thiếu tệp này: mỗi thư mục tỉnh cần một"]),
    ],
)
def test_strays(tmp_path: Path, path: str, found: list[str]) -> None:
    for name in ("p/province.yml", "p/a.yml", path):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    assert [str(problem) for problem in placefiles.strays(tmp_path, "c")] == found


@pytest.mark.parametrize(
    ("content", "value"),
    [
        ("code: 11692\nname: [", {"code": "11692", "name": "Phường Dương Kinh"}),
        ("code: '11692'  # của mình\n\tname: Sai", {"code": "11692", "name": "Phường Dương Kinh"}),
        ("\tCODE: 07294\ncode: 11692", {"code": "07294", "name": "Phường Bố Hạ"}),
        ("code: 7294", {"code": "07294", "name": "Phường Bố Hạ"}),  # out of Excel
        ("name: Xã Lạ\ncode: 99999\n: :", {"name": "Xã Lạ", "code": "99999"}),
        ("{{{", {}),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_what_can_be_read_of_a_bad_file(
    tmp_path: Path, content: str, value: dict[str, str], encoding: str
) -> None:
    path = tmp_path / "a.yml"
    path.write_bytes(content.encode(encoding))
    tree, problems = placefiles.read(path, "a.yml", {"a.yml"}, LISTING.commune)
    assert (tree.value, problems) == (value, [])


def test_the_line_of_a_bad_file(tmp_path: Path) -> None:
    path = tmp_path / "a.yml"
    path.write_text("# a\n\ncode: 11692\nname: [\n", "utf-8")
    tree, _ = placefiles.read(path, "a.yml", {"a.yml"}, LISTING.commune)
    assert [tree.at(key).line for key in ((), ("code",), ("name",))] == [1, 3, 4]
