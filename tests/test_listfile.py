"""Lists of communes out of whichever program, and what is wrong with those that cannot be read."""

from __future__ import annotations

import codecs
import unicodedata
from pathlib import Path

import pytest
from lachan.office import listfile

HEAD = "province_code,province,code,name"
CELLS = ["31", "Thành phố Hải Phòng", "11692", "Phường Dương Kinh"]
LIST = f"{HEAD}\n{','.join(CELLS)}\n"
SAVE = "trong Excel chọn «Lưu thành» (Save As), kiểu «CSV UTF-8», rồi chạy lại với tệp ấy"
WANTED = "dòng đầu bảng ghi tên bốn cột: mã tỉnh, tên tỉnh, mã xã, tên xã; các cột ngăn bằng dấu phẩy"
QUOTE = "dấu ngoặc kép đặt sai: ô nào mở ngoặc kép thì phải đóng, ngay trước dấu ngăn cột"


def in_cp1258(text: str) -> bytes:
    """As Windows wrote Vietnamese before Unicode: the tone behind its vowel."""
    letters = unicodedata.normalize("NFD", text)
    for vowel in "âêôăơư":
        for letter in (vowel, vowel.upper()):
            letters = letters.replace(unicodedata.normalize("NFD", letter), letter)
    return letters.replace("đ", "đ").encode("cp1258")


def read(tmp_path: Path, content: str | bytes) -> tuple[list[list[str]], list[str]]:
    path = tmp_path / "xa.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    rows, problems = listfile.read(path)
    return [list(row.cells.values()) for row in rows], [str(problem) for problem in problems]


@pytest.mark.parametrize(
    "content",
    [
        LIST,
        LIST.replace(",", ";"),
        LIST.replace(",", "\t"),
        LIST.replace("\n", "\r\n"),
        "\ufeff" + LIST,
        LIST.encode("utf-16"),
        LIST.encode("utf-16-le"),
        LIST.encode("utf-16-be"),
        LIST.encode("utf-32"),
        codecs.BOM_UTF32_BE + LIST.encode("utf-32-be"),
        unicodedata.normalize("NFD", LIST),
        f"\n{LIST},,,\n\n",
        f"{LIST}\t\n \t,,\t,\n",
        LIST.replace("Dương Kinh", "Dương\tKinh"),
        LIST.replace(HEAD, "Mã TTP,Đơn vị cấp tỉnh,Mã xã mới,Tên xã mới"),
        LIST.replace(HEAD, "provinceCode,provinceName,wardCode,wardName"),
        "sep=;\n" + LIST.replace(",", ";"),
        LIST.replace(HEAD, "Mã tỉnh,Tên tỉnh,Mã xã,Tên xã"),
        LIST.replace(HEAD, "ma_tinh,ten_tinh,ma_xa,ten_xa"),
        LIST.replace(HEAD, "MÃ TỈNH/TP,TỈNH/THÀNH PHỐ,MÃ XÃ/PHƯỜNG,XÃ/PHƯỜNG"),
        LIST.replace(HEAD, '"Mã\ntỉnh",Tỉnh,Mã,Tên'),
        LIST.replace("Dương Kinh", '"').replace('Phường "', '"Phường\nDương  Kinh"'),
        LIST.replace("11692", '="11692"').replace(",", ";"),
        "STT;Tên;Mã;Ghi chú;Mã TP;Tỉnh\n1;Phường Dương Kinh;11692;;31;Thành phố Hải Phòng;;\n",
    ],
)
def test_what_is_read(tmp_path: Path, content: str | bytes) -> None:
    assert read(tmp_path, content) == ([CELLS], [])


@pytest.mark.parametrize(
    ("above", "line"),
    [
        ("DANH SÁCH CÁC XÃ, PHƯỜNG\n", 2),
        ("\nDANH SÁCH CÁC XÃ, PHƯỜNG,,\n\n(Kèm theo Công văn số 12),,,\n", 5),
        ('"DANH SÁCH\nXÃ, PHƯỜNG",,,\n', 3),
        ('"DANH SÁCH ""A"" ĐẦY ĐỦ",,,\n', 2),
        ('DANH SÁCH "A" VÀ "B\n', 2),
        ("Tỉnh, xã, phường\n", 2),
        ("Thành phố,Hải Phòng\nMã TP,31\nTên,Phường\n", 4),
    ],
)
def test_what_stands_above_the_head(tmp_path: Path, above: str, line: int) -> None:
    note = f"lưu ý: đầu bảng ở dòng {line}; các dòng trên đó không đọc"
    titled = next(at for at, said in enumerate(above.split("\n"), 1) if said)
    assert read(tmp_path, above + LIST) == ([CELLS], [f"xa.csv:{titled}: {note}"])
    wrong = f"{line + 1}: dòng này có 1 ô, đầu bảng có 4; thiếu province, code, name"
    assert read(tmp_path, f"{above}{HEAD}\n31\n")[1][1:] == [f"xa.csv:{wrong}"]
    empty = f"xa.csv:{line}: dưới đầu bảng chưa có xã, phường nào"
    assert read(tmp_path, f"{above}{HEAD}\n")[1][1:] == [empty]


@pytest.mark.parametrize(
    ("content", "problems"),
    [
        ("", ["1: tệp này trống"]),
        ("\n\n", ["1: tệp này trống"]),
        ("\ncode,name\n", [f"2: thiếu cột province_code, province; {WANTED}"]),
        ("DANH SÁCH\nTên,Mã\nXã A,00001\n", [f"2: thiếu cột province_code, province; {WANTED}"]),
        (LIST.replace(",", "|"), [f"1: thiếu cột province_code, province, code, name; {WANTED}"]),
        (f"{HEAD}\n31,Thành phố Hải Phòng,11692\n", ["2: dòng này có 3 ô, đầu bảng có 4; thiếu name"]),
        (f"{HEAD}\n31\n", ["2: dòng này có 1 ô, đầu bảng có 4; thiếu province, code, name"]),
        (f"{HEAD}\n,,,\n", ["1: dưới đầu bảng chưa có xã, phường nào"]),
        (LIST.replace(HEAD, f"{HEAD},Tên xã"), ["1: hai cột cùng là name; hãy giữ một"]),
        (f"{HEAD}\n31,Hải Phòng,11692,Xã A, B\n", [
            "2: dòng này có 5 ô, đầu bảng có 4; tên có dấu phẩy thì để trong ngoặc kép",
        ]),
        (f'{LIST}1,"Tỉnh\nA",2,Xã B\n3,Tỉnh C,4,Xã\u200bD\n', [
            "5: «name»: có chỗ sai ở ký tự thứ 3: ký tự không nhìn thấy U+200B; "
            "hãy xóa cả dòng rồi gõ lại",
        ]),
        (f'{LIST}31,"Thành phố,2,Xã A\n3,B,4,C\n', [f"3: {QUOTE}"]),
        (b"PK\x03\x04\x14", [f"1: đây là bảng tính Excel, không phải CSV; {SAVE}"]),
        (b"\xd0\xcf\x11\xe0", [f"1: đây là bảng tính Excel, không phải CSV; {SAVE}"]),
        (in_cp1258(LIST), [f"1: chữ theo mã Windows-1258 (cp1258), không phải UTF-8; {SAVE}"]),
        (b"\xb8\xb5,a\n", [f"1: chữ không đúng mã UTF-8; {SAVE}"]),
        (b"\xff\xfe\x00", [f"1: chữ không đúng mã UTF-8; {SAVE}"]),
    ],
)  # fmt: skip
def test_what_is_wrong(tmp_path: Path, content: str | bytes, problems: list[str]) -> None:
    assert read(tmp_path, content)[1] == [f"xa.csv:{problem}" for problem in problems]
