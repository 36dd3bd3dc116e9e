"""New communes: typed in or from a list; what is there stays as it is."""

# ruff: noqa: E501 (a case stays on its line)

from __future__ import annotations

import csv
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from lachan.campaign.cascade import read_campaign
from lachan.cli import main
from lachan.office.newcheck import New
from lachan.office.newplaces import add, listed
from miniature import ROOT, TODAY, VIETNAM, write

HEAD = "province_code,province,code,name\n"
UNITS = ROOT / "hooks/lachan/data/communes.csv"
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


def test_editors_are_told_what_may_stand_there(folder: Path) -> None:
    shutil.copytree(ROOT / "schemas", folder.parent / "schemas")
    places = [DUONG_KINH, New("31", "Thành phố Hải Phòng", "11203", "Xã Ninh Giang")]
    province, commune, _ = add(folder, places)
    for path, schema, name in (
        (province, "province", "code: 31\nname: Thành phố Hải Phòng\n"),
        (commune, "commune", "code: 11692\nname: Phường Dương Kinh\n"),
    ):
        first, _, rest = path.read_text("utf-8").partition("\n")
        assert rest == name
        way = first.removeprefix("# yaml-language-server: $schema=")
        assert (path.parent / way).resolve() == folder.parent / f"schemas/{schema}.json"
    assert add(folder, places) == []
    assert read_campaign(folder, "campaigns", TODAY)[1] == []


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
        f"{HEAD}31,Thành phố Hải Phòng,4061,Phường A\n31,Hải Phòng,11692,Dương Kinh\n"
        "31,Thành phố Hải Phòng,,Phường Dương Kinh\n31,Thành phố Hải Phòng,11692,\n",
        "utf-8",
    )
    assert [str(problem) for problem in listed(path)[1]] == [
        "xa.csv:2: «code»: mã gồm đúng 5 chữ số, ví dụ 07735; nhưng thấy «4061»",
        "xa.csv:3: «name»: tên bắt đầu bằng Tỉnh, Thành phố, ví dụ Tỉnh Phú Thọ; "
        "nhưng thấy «Hải Phòng»",
        "xa.csv:3: «name»: tên bắt đầu bằng Xã, Phường, Đặc khu, ví dụ Phường Dương Kinh; "
        "nhưng thấy «Dương Kinh»",
        "xa.csv:4: «code» còn trống; «Phường Dương Kinh» có mã 11692",
        "xa.csv:5: «name» còn trống",
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


@pytest.mark.parametrize(
    ("rows", "problems"),
    [
        ("31,Thành phố Hải Phòng,11692,Phường Dương Kinh", []),
        ("24,Tỉnh Bắc Ninh,07735,Xã Đồng Việt", []),
        ("31,Tỉnh Bắc Ninh,11692,Phường Dương Kinh", [
            "2: mã 31 là «Thành phố Hải Phòng», không phải «Tỉnh Bắc Ninh»; «Thành phố Bắc Ninh» có mã 24",
        ]),
        ("24,Thành phố Bắc Ninh,11692,Phường Dương Kinh", [
            "2: mã 11692 (Phường Dương Kinh) thuộc Thành phố Hải Phòng, không phải Thành phố Bắc Ninh",
        ]),
        ("31,Thành phố Hải Phòng,11692,Phường Hưng Đạo", [
            "2: mã 11692 là «Phường Dương Kinh», không phải «Phường Hưng Đạo»; «Phường Hưng Đạo» có mã 11689",
        ]),
        ("99,Thành phố Hải Phòng,11692,Phường Dương Kinh", [
            "2: danh mục không có tỉnh nào mang mã 99; «Thành phố Hải Phòng» có mã 31",
        ]),
        ("1,Thành phố Hà Nội,4,Phường Ngọc Hà", [
            "2: «code»: mã gồm đúng 5 chữ số, ví dụ 07735; nhưng thấy «4»; «Phường Ngọc Hà» có mã 00008",
        ]),
        ("31,Thành phố Hải Phòng,11692,Phường Dương Kinh\n31,Thành phố Hải Phòng,11692,Phường Dương Kính", [
            "3: mã 11692 ở dòng 2 là «Phường Dương Kinh», ở đây là «Phường Dương Kính»; hãy giữ một tên",
        ]),
        ("31,Thành phố Hải Phòng,11692,Phường Dương Kinh\n31,Thành phố Hải Phòng,11692,phường dương kinh", []),
        ("31,Thành phố Hải Phòng,11692,X. Dương Kinh", [
            "2: «name»: tên bắt đầu bằng Xã, Phường, Đặc khu, ví dụ Phường Dương Kinh; nhưng thấy «X. Dương Kinh»",
        ]),
        ("31,Thành phố Hải Phòng,11203,Xã Ninh, Giang", [
            "2: dòng này có 5 ô, đầu bảng có 4; tên có dấu phẩy thì để trong ngoặc kép",
        ]),
    ],
)  # fmt: skip
def test_what_the_official_list_contradicts(tmp_path: Path, rows: str, problems: list[str]) -> None:
    path = tmp_path / "xa.csv"
    path.write_text(f"{HEAD}{rows}\n", "utf-8")
    found = [str(problem) for problem in listed(path)[1] if not problem.warning]
    assert found == [f"xa.csv:{problem}" for problem in problems]


@pytest.mark.parametrize(
    ("row", "question"),
    [
        ("31,Thành phố Hải Phòng,11692,Phường Dương Kín", "mã 11692 là «Phường Dương Kinh», không phải «Phường Dương Kín»"),
        ("31,Thành phố Hải Phòng,99999,Phường Dương Kinh", "danh mục không có xã, phường nào mang mã 99999; hãy xem lại; «Phường Dương Kinh» có mã 11692"),
        ("99,Tỉnh Lạ Hoắc,11692,Phường Dương Kinh", "danh mục không có tỉnh nào mang mã 99; hãy xem lại"),
        ("31,TP. Hải Phòng,11692,P.Dương Kinh", "2 tên viết tắt chữ đầu, đã ghi đủ theo danh mục: TP. Hải Phòng → Thành phố Hải Phòng, P.Dương Kinh → Phường Dương Kinh"),
        ("1,Thành phố Hà Nội,4,Phường Ba Đình", "2 mã mất số 0 ở đầu, đã ghi lại theo danh mục: 1 → 01, 4 → 00004"),
    ],
)  # fmt: skip
def test_what_is_only_asked_about_or_said(tmp_path: Path, row: str, question: str) -> None:
    path = tmp_path / "xa.csv"
    path.write_text(f"{HEAD}{row}\n", "utf-8")
    assert [str(problem) for problem in listed(path)[1]] == [f"xa.csv:2: lưu ý: {question}"]


@pytest.mark.parametrize(
    ("row", "written"),
    [
        ("1,THÀNH PHỐ HÀ NỘI,226,Phường văn miếu - quốc tử giám", New("01", "Thành phố Hà Nội", "00226", "Phường Văn Miếu - Quốc Tử Giám")),
        ("31,thành phố hải phòng,11692,PHƯỜNG DƯƠNG KINH", DUONG_KINH),
        ("31,Thành phố Hải Phòng,99999,xã thử h'mông", New("31", "Thành phố Hải Phòng", "99999", "Xã Thử H'Mông")),
        ("31,TP HẢI PHÒNG,11203,X NINH GIANG", New("31", "Thành phố Hải Phòng", "11203", "Xã Ninh Giang")),
        ("24,T. Bắc Ninh,7735,x. đồng việt", New("24", "Thành phố Bắc Ninh", "07735", "Xã Đồng Việt")),
        ("24,Tỉnh Bắc Ninh,07735,Xã Đồng Việt", New("24", "Thành phố Bắc Ninh", "07735", "Xã Đồng Việt")),
    ],
)  # fmt: skip
def test_how_it_is_written(tmp_path: Path, row: str, written: New) -> None:
    path = tmp_path / "xa.csv"
    path.write_text(f"{HEAD}{row}\n", "utf-8")
    assert listed(path)[0] == [written]


def test_a_code_that_is_there_under_another_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write(
        tmp_path / "mini", {"campaigns/hai-phong/duong-kinh.yml": "code: 99999\nname: Xã Một\n"}
    )
    monkeypatch.chdir(root)
    (root / "xa.csv").write_text(f"{HEAD}31,Thành phố Hải Phòng,99999,Xã Hai\n", "utf-8")
    done = CliRunner().invoke(main, ["new", "--list", "xa.csv"])
    assert done.exit_code == 1
    assert (
        "xa.csv:2: mã 99999 đã có ở campaigns/hai-phong/duong-kinh.yml, tên là «Xã Một»; hãy xem lại"
        in done.output
    )


def test_a_wrong_answer_is_asked_for_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = write(tmp_path / "mini")
    monkeypatch.chdir(root)
    answers = [
        "1",
        "31",
        "Hải Phòng",
        "Tỉnh Bắc Ninh",
        "Thành phố Hải Phòng",
        "07735",
        "11203",
        "Phường Dương Kinh",
        "xã ninh giang",
    ]
    done = CliRunner().invoke(main, ["new"], input="\n".join([*answers, ""]))
    assert done.exit_code == 0, done.output
    assert (root / "campaigns/hai-phong/ninh-giang.yml").read_text("utf-8") == (
        "code: 11203\nname: Xã Ninh Giang\n"
    )
    for said in (
        "mã gồm đúng 2 chữ số, ví dụ 31; nhưng thấy «1»",
        "mã 31 là «Thành phố Hải Phòng», không phải «Tỉnh Bắc Ninh»",
        "mã 07735 (Xã Đồng Việt) thuộc Thành phố Bắc Ninh, không phải Thành phố Hải Phòng",
        "mã 11203 là «Xã Ninh Giang», không phải «Phường Dương Kinh»",
    ):
        assert said in done.output


def test_the_code_may_be_the_wrong_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = write(tmp_path / "mini")
    monkeypatch.chdir(root)
    answers = ["24", "Thành phố Hải Phòng", "31", "Thành phố Hải Phòng", "11692", "Xã Ninh Giang", "11203", "Xã Ninh Giang"]  # fmt: skip
    done = CliRunner().invoke(main, ["new"], input="\n".join([*answers, ""]))
    assert done.exit_code == 0, done.output
    assert (root / "campaigns/hai-phong/ninh-giang.yml").exists()


@pytest.mark.slow
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
