"""strings.yml: every language has what the Vietnamese one has, and places are named as it says."""

# ruff: noqa: E501 (a case stays on its line)

from __future__ import annotations

from pathlib import Path

import pytest
from lachan.campaign.model import Place
from lachan.texts.language import Language, read_languages
from lachan.texts.project import Project

VI = """\
skip: Bỏ qua
call: Gọi {number}
where: Ở {unit}
months: [Một, Hai]
kinds:
  Xã: {unit: xã, text: "xã {short}"}
"""


def problems(folder: Path, other: str, source: str = VI) -> list[str]:
    for code, text in (("vi", source), ("en", other)):
        (folder / code).mkdir()
        (folder / code / "strings.yml").write_text(text, "utf-8")
    return sorted(map(str, read_languages(folder, {"vi": "Việt", "en": "English"})[1]))


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("Bỏ qua", "Skip", []),
        ("Ở {unit}", "In {place}", []),
        ("skip: Bỏ qua\n", "", ["docs/en/strings.yml:1: thiếu «skip»"]),
        ("skip: Bỏ qua", "skip:", ["docs/en/strings.yml:1: «skip» còn trống"]),
        ("skip: Bỏ qua", 'skip: ""', ["docs/en/strings.yml:1: «skip» còn trống"]),
        ("skip:", "skipp:", ["docs/en/strings.yml:1: không có mục nào tên «skipp»", "docs/en/strings.yml:1: thiếu «skip»"]),
        ("skip: Bỏ qua", "skip: [a]", ["docs/en/strings.yml:1: không có mục nào tên «skip.0»", "docs/en/strings.yml:1: thiếu «skip»"]),
        ("[Một, Hai]", "[One]", ["docs/en/strings.yml:4: thiếu «months.1»"]),
        ("{number}", "", ["docs/en/strings.yml:2: chỗ trống phải đúng như bản tiếng Việt: {number}"]),
        ("{number}", "{nmber}", ["docs/en/strings.yml:2: chỗ trống phải đúng như bản tiếng Việt: {number}"]),
        ("{number}", "{number!r}", [
            "docs/en/strings.yml:2: chỗ trống phải đúng như bản tiếng Việt: {number}",
            "docs/en/strings.yml:2: dấu ngoặc nhọn chỉ dùng cho chỗ trống như {number}",
        ]),
        ("{number}", '"{number} {"', ["docs/en/strings.yml:2: dấu ngoặc nhọn chỉ dùng cho chỗ trống như {number}"]),
        ("Bỏ qua", "Skip {number}", ["docs/en/strings.yml:1: chỗ trống phải đúng như bản tiếng Việt: không có"]),
        ("{short}", "", ["docs/en/strings.yml:6: chỗ trống phải đúng như bản tiếng Việt: {short}"]),
    ],
)  # fmt: skip
def test_translations(tmp_path: Path, old: str, new: str, found: list[str]) -> None:
    assert problems(tmp_path, VI.replace(old, new)) == found


def test_an_empty_file(tmp_path: Path) -> None:
    assert problems(tmp_path, "", source="skip: a\n") == [
        "docs/en/strings.yml:1: thiếu «skip»",
        "docs/en/strings.yml:1: tệp này còn trống",
    ]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Phường Dương Kinh", ("phường Dương Kinh", "Phường Dương Kinh", "phường", "Phường", "thành phố Hải Phòng", "Thành phố Hải Phòng")),
        ("Xã Đồng Việt", ("xã Đồng Việt", "Xã Đồng Việt", "xã", "Xã", "thành phố Bắc Ninh", "Thành phố Bắc Ninh")),
    ],
)  # fmt: skip
def test_words_of_a_place(read_mini: Project, name: str, words: tuple[str, ...]) -> None:
    language: Language = read_mini.languages["vi"]
    place: Place = next(p for p in read_mini.campaign.places if str(p.name) == name)
    assert tuple(language.words(place).values()) == words
