"""A script for one place: spoken, timed, measured where the names are longest."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from lachan.plan import loudspeaker
from lachan.texts.project import Project
from miniature import PLACE, SCRIPT, edited, read, said

Lay = Callable[..., Path]
GOLDEN = Path(__file__).parent / "golden"


def test_the_words_as_they_are_spoken(read_mini: Project) -> None:
    key = ("vi", "loi-nhac")
    place = read_mini.campaign.places[1]
    timed = loudspeaker.timed(read_mini, place, read_mini.texts.scripts[key], read_mini.scripts[key])
    assert loudspeaker.plain(timed) == (GOLDEN / "script-loi-nhac.txt").read_text("utf-8")


def test_a_finding_stands_on_the_line_of_the_file(mini: Lay) -> None:
    errors = said(mini(edited(SCRIPT, "Hãy gọi 111", "Hãy gọi XYZQ 111")))
    assert [line.rsplit(": ", 2)[0] for line in errors if "XYZQ" in line] == [f"{SCRIPT}:13: “XYZQ”"]


def test_the_longest_name_of_each_kind(mini: Lay) -> None:
    root = mini(
        {
            PLACE: "code: 00226\nname: Phường Văn Miếu - Quốc Tử Giám\n",
            "campaigns/hai-phong/a.yml": "code: 11692\nname: Phường Dương Kinh\n",
            "campaigns/hai-phong/b.yml": "code: 11914\nname: Đặc khu Cát Hải\n",
        }
    )
    places = loudspeaker.longest_names(read(root).campaign.places)
    assert sorted(str(place.name) for place in places) == [
        "Phường Văn Miếu - Quốc Tử Giám",
        "Xã Đồng Việt",
        "Đặc khu Cát Hải",
    ]
