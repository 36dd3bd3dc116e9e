"""broadcast: the calendar and the way of speaking cascade; a recording is known by its words."""

# ruff: noqa: E501 (a case stays on its line)

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from lachan.campaign.broadcast import code
from lachan.plan import loudspeaker
from miniature import COUNTRY, PLACE, VIETNAM, edited, read, said

Lay = Callable[..., Path]
PROVINCE = "campaigns/hai-phong/province.yml"
CODE = "kicagfld"
"""What the words of the miniature's script are at Phường Dương Kinh."""


def test_a_place_writes_only_what_differs(mini: Lay) -> None:
    country = "broadcast:\n  months: {1: [loi-nhac], 7: [loi-nhac, loi-nhac]}\n"
    province = "code: 31\nname: Thành phố Hải Phòng\nbroadcast: {region: south}\n"
    place = "code: 11692\nname: Phường Dương Kinh\nbroadcast: {months: {7: [loi-nhac]}}\n"
    campaign = read(mini({COUNTRY: VIETNAM + country, PROVINCE: province, PLACE: place})).campaign
    found = {p.code: (p.broadcast.region, p.broadcast.months) for p in campaign.places}
    assert found == {
        "07735": ("north", {1: ["loi-nhac"], 7: ["loi-nhac", "loi-nhac"]}),
        "11692": ("south", {1: ["loi-nhac"], 7: ["loi-nhac"]}),
    }


@pytest.mark.parametrize(
    ("file", "spoken"),
    [
        ("broadcast: {region: south}\n", "hai ngàn không trăm lẻ năm"),
        ("broadcast: {words: {ABCX: a bê xê ích}}\n", "hai nghìn không trăm linh năm"),
    ],
)
def test_each_place_in_its_own_way_of_speaking(mini: Lay, file: str, spoken: str) -> None:
    root = mini({PLACE: f"code: 11692\nname: Phường Dương Kinh\n{file}"})
    project = read(root)
    reader = loudspeaker.reader(project, "vi", project.campaign.places[1])
    assert reader.read("2.005 người") == f"{spoken} người"
    if "words" in file:
        assert reader.read("Trạm ABCX") == "Trạm a bê xê ích"


def test_a_code_says_which_words(mini: Lay) -> None:
    project = read(mini())
    codes = [loudspeaker.words_code(project, "vi", "loi-nhac", p) for p in project.campaign.places]
    assert codes[1] == CODE
    assert codes[0] != CODE
    assert code("Gọi một một một.") != code("Gọi một một ba.")


@pytest.mark.parametrize(
    ("name", "problems"),
    [
        (f"vi-1-{CODE}.mp3", []),
        ("vi-1-abcdefgh.mp3", [f"bài đã sửa từ khi thu âm nên không dùng bản này; hãy thu lại, đặt tên vi-1-{CODE}"]),
        (f"vi-2-{CODE}.wav", ["không có bài phát thanh nào mang số này"]),
        (f"km-1-{CODE}.wav", ["không có bài phát thanh nào mang số này"]),
    ],
)  # fmt: skip
def test_a_recording_of_other_words_is_reported(mini: Lay, name: str, problems: list[str]) -> None:
    path = f"campaigns/hai-phong/duong-kinh/{name}"
    root = mini({path: "x"})
    found = [line for line in [*said(root), *said(root, warnings=True)] if line.startswith(path)]
    assert [line.removeprefix(f"{path}:1: ").removeprefix("lưu ý: ") for line in found] == problems


def test_an_item_of_three_minutes_has_its_blocks(mini: Lay) -> None:
    script = "docs/vi/scripts/loi-nhac.md"
    found = said(mini(edited(script, '"0:07"', '"3:00"')))
    assert [line for line in found if "cần có phần" in line] == [
        f"{script}:8: bài từ 3 phút trở lên cần có phần «## {title}»"
        for title in (
            "Chuyện gì đang xảy ra",
            "Gọi ai",
            "Quyền của người bị lừa bán",
            "Ở đâu, ai dễ gặp",
        )
    ]
