"""New communes: typed in or from a list; what is there stays as it is."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from click.testing import CliRunner
from lachan.cascade import read_campaign
from lachan.cli import main
from lachan.newplaces import New, add, listed
from miniature import TODAY, VIETNAM, write

HEAD = "province_code,province,code,name\n"
UNITS = Path(__file__).parents[2] / "shared/data/units.csv"
DUONG_KINH = New("31", "Thành phố Hải Phòng", "11692", "Phường Dương Kinh")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "campaigns").mkdir()
    (tmp_path / "campaigns/vietnam.yml").write_text(VIETNAM, "utf-8")
    return tmp_path / "campaigns"


def names(folder: Path, paths: list[Path]) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in paths]


def test_a_place_and_its_province(folder: Path) -> None:
    assert names(folder, add(folder, [DUONG_KINH])) == [
        "hai-phong/province.yml",
        "hai-phong/duong-kinh.yml",
    ]
    campaign, problems = read_campaign(folder, "campaigns", TODAY)
    assert problems == []
    assert campaign
    assert [(str(p.name), str(p.province)) for p in campaign.places] == [
        ("Phường Dương Kinh", "Thành phố Hải Phòng")
    ]


def test_what_is_there_stays(folder: Path) -> None:
    (home := folder / "thanh-pho-cang").mkdir()
    (home / "province.yml").write_text("code: 31\nname: Thành phố Hải Phòng\n", "utf-8")
    (home / "a.yml").write_text("code: 11692\nname: Phường Dương Kinh\n", "utf-8")
    ninh_giang = New("31", "Thành phố Hải Phòng", "11203", "Xã Ninh Giang")
    assert names(folder, add(folder, [DUONG_KINH, ninh_giang])) == ["thanh-pho-cang/ninh-giang.yml"]


def test_names_repeat(folder: Path) -> None:
    places = [New("31", "Thành phố Hải Phòng", code, "Xã Vĩnh Thịnh") for code in ("11001", "11002")]
    assert names(folder, add(folder, places))[1:] == [
        "hai-phong/vinh-thinh.yml",
        "hai-phong/vinh-thinh-11002.yml",
    ]


def test_every_fault_of_a_list_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "xa.csv"
    path.write_text(
        f"{HEAD}31,Thành phố Hải Phòng,4061,Phường A\n31,Hải Phòng,11692,Dương Kinh\n", "utf-8"
    )
    assert [str(problem) for problem in listed(path)[1]] == [
        "xa.csv:2: «code»: mã gồm đúng 5 chữ số, ví dụ 07735; nhưng thấy «4061»",
        "xa.csv:3: «name»: tên bắt đầu bằng Tỉnh, Thành phố, ví dụ Tỉnh Phú Thọ; "
        "nhưng thấy «Hải Phòng»",
        "xa.csv:3: «name»: tên bắt đầu bằng Xã, Phường, Đặc khu, ví dụ Phường Dương Kinh; "
        "nhưng thấy «Dương Kinh»",
    ]
    path.write_text("code,name\n", "utf-8")
    assert [str(problem) for problem in listed(path)[1]] == [
        "xa.csv:1: thiếu cột province_code, province"
    ]


def test_asked_one_by_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = write(tmp_path / "mini")
    monkeypatch.chdir(root)
    typed = "24\nThành phố Bắc Ninh\n07736\nxã Thử Nghiệm\n"
    done = CliRunner().invoke(main, ["new"], input=typed)
    assert done.exit_code == 0, done.output
    assert (root / "campaigns/bac-ninh/thu-nghiem.yml").read_text("utf-8") == (
        "code: 07736\nname: Xã Thử Nghiệm\n"
    )
    again = CliRunner().invoke(main, ["new"], input=typed)
    assert "1 nơi đã có" in again.output


@pytest.mark.skipif(not UNITS.exists(), reason="the list of all communes is not part of the project")
def test_the_whole_country(folder: Path) -> None:
    places, problems = listed(UNITS)
    assert problems == []
    with UNITS.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    add(folder, places)
    campaign, problems = read_campaign(folder, "campaigns", TODAY)
    assert problems == []
    assert campaign
    assert [place.code for place in campaign.places] == sorted(row["code"] for row in rows)
