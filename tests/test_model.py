"""campaigns/: settings cascade, a place is known by its code, nothing is passed over in silence."""

# ruff: noqa: E501 (a case stays on its line)

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from lachan.gazetteer.unit_names import Name, split
from lachan.texts.project import Project
from miniature import COUNTRY, PLACE, POLICE, VIETNAM, edited, read, said

Lay = Callable[..., Path]
USABLE = "{place}, {Place}, {unit}, {Unit}, {province}, {Province}"


def test_places_in_the_order_of_their_codes(read_mini: Project) -> None:
    assert [(p.code, str(p.name), str(p.province)) for p in read_mini.campaign.places] == [
        ("07735", "Xã Đồng Việt", "Thành phố Bắc Ninh"),
        ("11692", "Phường Dương Kinh", "Thành phố Hải Phòng"),
    ]


STRANGE_RECORDING = (
    "thư mục của xã chỉ chứa bản thu âm .mp3, .wav, .flac hoặc .ogg; tên tệp ghi ở cuối trang đọc "
    "của bài, ví dụ vi-1-abcdefgh.mp3"
)


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Xã Ninh Giang", Name("Xã", "Ninh Giang")),
        ("Phường Văn Miếu - Quốc Tử Giám", Name("Phường", "Văn Miếu - Quốc Tử Giám")),
        ("Đặc khu Bạch Long Vĩ", Name("Đặc khu", "Bạch Long Vĩ")),
        ("Thành phố Hà Nội", Name("Thành phố", "Hà Nội")),
        ("Tỉnh Phú Thọ", Name("Tỉnh", "Phú Thọ")),
    ],
)
def test_split(name: str, parts: Name) -> None:
    assert split(name) == parts
    assert str(parts) == name


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Phường Văn Miếu - Quốc Tử Giám", "Phường Văn Miếu - Quốc Tử Giám"),
        ("Xã Ea H’Leo", "Xã Ea H’Leo"),
        ("Xã Ea H'Leo", "Xã Ea H'Leo"),
        ("Xã Ea H‘Leo", "Xã Ea H‘Leo"),
        ("Xã Ea H`Leo", "Xã Ea H`Leo"),
        ("Phường Văn Miếu – Quốc Tử Giám", "Phường Văn Miếu – Quốc Tử Giám"),
        ("Xã A Lưới 1", "Xã A Lưới 1"),
        ("Xã  Đồng   Việt ", "Xã Đồng Việt"),
        ("Xã\u00a0Đồng Việt", "Xã Đồng Việt"),
        ("|\n  Đặc khu\n  Bạch Long Vĩ", "Đặc khu Bạch Long Vĩ"),
    ],
)
def test_names_as_they_are_written(mini: Lay, written: str, name: str) -> None:
    root = mini({PLACE: f"code: 11692\nname: {written}\n"})
    assert str(read(root).campaign.places[1].name) == name


def test_a_commune_writes_only_what_differs(mini: Lay) -> None:
    root = mini(
        {
            "campaigns/hai-phong/province.yml": "code: 31\nname: Thành phố Hải Phòng\n"
            'contacts: {peoples-committee: {name: {vi: "UBND {place}"}}}\n',
            PLACE: f"code: 11692\nname: Phường Dương Kinh\ncontacts:\n  commune-police: {POLICE}\n",
        }
    )
    other, here = read(root).campaign.places
    assert here.contacts["commune-police"].name("vi", {"place": "x"}) == "Công an x"
    assert here.contacts["commune-police"].file.residents
    assert here.contacts["peoples-committee"].name("vi", {"place": "x"}) == "UBND x"
    assert other.contacts["peoples-committee"].name("vi", {"place": "x"}) == "Ủy ban nhân dân x"
    assert other.contacts["commune-police"].number is None


def place(text: str) -> dict[str, str]:
    return {PLACE: f"code: 11692\nname: Phường Dương Kinh\n{text}"}


@pytest.mark.parametrize(
    ("files", "problems"),
    [
        ({PLACE: "code: 1169\nname: Xã A\n"}, ["1: «code»: mã gồm đúng 5 chữ số, ví dụ 07735; nhưng thấy «1169»"]),
        ({PLACE: "code: 116922\nname: Xã A\n"}, ["1: «code»: mã gồm đúng 5 chữ số, ví dụ 07735; nhưng thấy «116922»"]),
        ({PLACE: "code: １１６９２\nname: Xã A\n"}, ["1: «code»: mã gồm đúng 5 chữ số, ví dụ 07735; nhưng thấy «１１６９２»"]),
        ({PLACE: "code: [11692]\nname: Xã A\n"}, ["1: «code»: cần một dòng chữ, nhưng thấy «một danh sách»"]),
        ({PLACE: "code: 11692\nname: Dương Kinh\n"}, ["2: «name»: tên bắt đầu bằng Xã, Phường, Đặc khu, ví dụ Phường Dương Kinh; nhưng thấy «Dương Kinh»"]),
        ({PLACE: "code: 11692\nname: Thị trấn A\n"}, ["2: «name»: tên bắt đầu bằng Xã, Phường, Đặc khu, ví dụ Phường Dương Kinh; nhưng thấy «Thị trấn A»"]),
        ({PLACE: "code: 11692\nname: Phường 113\n"}, ["2: «name»: tên có số «113», đọc như số điện thoại; hãy bỏ khỏi tên"]),
        ({PLACE: "code: 11692\nname: Phường Dương Kinh 0912 345 678\n"}, ["2: «name»: tên có số «0912 345 678», đọc như số điện thoại; hãy bỏ khỏi tên"]),
        ({PLACE: "code: 11692\nname: Xã {place}\n"}, ["2: «name»: tên có ký tự lạ «{»; hãy xóa tên rồi gõ lại"]),
        ({PLACE: "code: 11692\nname: Xã A\u200b\n"}, ["2: «name»: tên có ký tự lạ «⟨U+200B⟩»; hãy xóa tên rồi gõ lại"]),
        ({PLACE: ""}, ["1: thiếu mục «code»", "1: thiếu mục «name»"]),
        ({PLACE: "code: 11692\n"}, ["1: thiếu mục «name»"]),
        (place("nmae: x\n"), ["3: không có mục nào tên «nmae»; có phải «name»?"]),
        (place("code: 11693\n"), ["3: mục «code» viết hai lần; hãy giữ một"]),
        (place("contacts: [a]\n"), ["3: «contacts» cần các mục con"]),
        (place("contacts: a\n"), ["3: «contacts» cần các mục con"]),
        (place("contacts: {commune-police: [a]}\n"), ["3: cần một nhóm mục con, nhưng thấy «một danh sách»"]),
        (place("contacts:\n  commune-police: {number: 0225}\n"), ["4: số 0225 còn thiếu mục source, checked, print"]),
        (place(f"contacts:\n  commune-police: {POLICE.replace('113', '11')}\n"), ["4: «number»: số «0225 3860 11» có 10 chữ số, thiếu 1: số bắt đầu bằng 0225 có 11 chữ số"]),
        (place(f"contacts:\n  commune-police: {POLICE.replace('yes', 'maybe')}\n"), ["4: «print»: cần một trong yes, no, country, nhưng thấy «maybe»"]),
        (place("contacts:\n  commune-polce: {number: 0225}\n"), ["4: không có đầu mối nào tên «commune-polce»; có phải «commune-police»?"]),
        (place('contacts: {x: {name: {vi: "Công an {palce}"}}}\n'), [f"3: không rõ «{{palce}}»; ở đây dùng được: {USABLE}"]),
        (place('contacts: {x: {name: {vi: "Công an {place"}}}\n'), [f"3: không rõ «{{»; ở đây dùng được: {USABLE}"]),
        (place("contacts: {x: {name: {en: Police}}}\n"), ["3: «name»: thiếu chữ tiếng Việt (mục vi)"]),
    ],
)  # fmt: skip
def test_faults_of_a_commune(mini: Lay, files: dict[str, str], problems: list[str]) -> None:
    assert said(mini(files)) == [f"{PLACE}:{problem}" for problem in problems]


@pytest.mark.parametrize(
    ("files", "problems"),
    [
        ({COUNTRY: None}, [f"{COUNTRY}:1: không mở được tệp này"]),
        ({COUNTRY: b"\xff"}, [f"{COUNTRY}:1: chữ không đúng mã UTF-8; hãy lưu lại tệp với mã UTF-8"]),
        (edited(COUNTRY, "edition: 2026-11-21\n", ""), [f"{COUNTRY}:1: thiếu mục «edition»"]),
        (edited(COUNTRY, "edition: 2026", "edition: 1026"), [f"{COUNTRY}:2: «edition»: cần từ 2025-01-01 trở lên, nhưng thấy «1026-11-21»"]),
        (edited(COUNTRY, "https://www", "http://www"), [f"{COUNTRY}:3: «exit»: cần chữ đúng mẫu ^https://, nhưng thấy «http://www.google.com/search?q=x»"]),
        (edited(COUNTRY, "  2025:", "  năm nay:"), [f"{COUNTRY}:6: «năm nay»: cần một số nguyên, nhưng thấy «năm nay»"]),
        (edited(COUNTRY, "name: {vi: Công an, en", 'name: {vi: "Công an {place}", en'), [f"{COUNTRY}:19: không rõ «{{place}}»; ở đây dùng được: không gì cả"]),
        ({"campaigns/hai-phong/province.yml": "code: 1\nname: Hải Phòng\n"}, [
            "campaigns/hai-phong/province.yml:1: «code»: mã gồm đúng 2 chữ số, ví dụ 31; nhưng thấy «1»",
            "campaigns/hai-phong/province.yml:2: «name»: tên bắt đầu bằng Tỉnh, Thành phố, ví dụ Tỉnh Phú Thọ; nhưng thấy «Hải Phòng»",
        ]),
        ({"campaigns/hai-phong/province.yml": "code: 31\nname: Thành phố Hải Phòng\ncontacts: [a]\n"}, ["campaigns/hai-phong/province.yml:3: «contacts» cần các mục con"]),
        ({"campaigns/hai-phong/province.yml": None}, ["campaigns/hai-phong/province.yml:1: thiếu tệp này: mỗi thư mục tỉnh cần một"]),
        ({"campaigns/bac-ninh/a.yml": "code: 11692\nname: Xã Khác\n"}, ["campaigns/bac-ninh/a.yml:1: mã 11692 đã dùng ở campaigns/hai-phong/duong-kinh.yml"]),
        (
            {"campaigns/hai-phong/copy.yml": "code: 11692\nname: Phường Dương Kinh\n"},
            ["campaigns/hai-phong/copy.yml:1: mã 11692 đã dùng ở campaigns/hai-phong/duong-kinh.yml", "campaigns/hai-phong/duong-kinh.yml:1: mã 11692 đã dùng ở campaigns/hai-phong/copy.yml"],
        ),
        ({"campaigns/hai-phong/two.yml": "code: 11692\nname: Xã Khác\n"}, ["campaigns/hai-phong/two.yml:1: mã 11692 đã dùng ở campaigns/hai-phong/duong-kinh.yml"]),
        ({"campaigns/hai-phong/readme.txt": "x"}, ["campaigns/hai-phong/readme.txt:1: không rõ tệp này để làm gì; xã để ở <tỉnh>/<xã>.yml"]),
        (dict.fromkeys((f"campaigns/{below}Thumbs.db" for below in ("", "hai-phong/", "hai-phong/duong-kinh/")), "x"), []),
        ({"campaigns/other.yml": "x: 1"}, ["campaigns/other.yml:1: không rõ tệp này để làm gì; xã để ở <tỉnh>/<xã>.yml"]),
        ({"campaigns/hai-phong/a/province.yml": "code: 31\nname: Tỉnh A\n"}, ["campaigns/hai-phong/a:1: thư mục thu âm cần cùng tên với tệp của xã"]),
        ({"campaigns/hai-phong/province/a.mp3": "x"}, ["campaigns/hai-phong/province:1: thư mục thu âm cần cùng tên với tệp của xã"]),
        ({"campaigns/hai-phong/duong-kinh/loa.mp3": "x"}, [f"campaigns/hai-phong/duong-kinh/loa.mp3:1: {STRANGE_RECORDING}"]),
        ({"campaigns/hai-phong/duong-kinh/a/vi-1-abcdefgh.mp3": "x"}, [
            f"campaigns/hai-phong/duong-kinh/a:1: {STRANGE_RECORDING}",
            "campaigns/hai-phong/duong-kinh/a:1: thư mục thu âm cần cùng tên với tệp của xã",
            "campaigns/hai-phong/duong-kinh/a/vi-1-abcdefgh.mp3:1: không rõ tệp này để làm gì; xã để ở <tỉnh>/<xã>.yml",
        ]),
    ],
)  # fmt: skip
def test_faults_of_the_folder(
    mini: Lay, files: dict[str, str | bytes | None], problems: list[str]
) -> None:
    assert said(mini(files)) == problems


def test_a_list_where_the_local_contacts_should_be(mini: Lay) -> None:
    country = VIETNAM.split("local_contacts:")[0] + "local_contacts: [a]\n"
    assert f"{COUNTRY}:37: «local_contacts» cần các mục con" in said(mini({COUNTRY: country}))


def test_all_problems_at_once(mini: Lay) -> None:
    root = mini(
        {
            PLACE: "code: 1\nname: x\nfoo: y\n",
            "campaigns/bac-ninh/dong-viet.yml": "code: [\n",
            "docs/vi/index.md": "không có phần đầu",
        }
    )
    assert [line.rsplit(":", 2)[0].split(":")[0] for line in said(root)] == [
        "campaigns/bac-ninh/dong-viet.yml",
        *[PLACE] * 3,
        "docs/vi/index.md",
    ]
