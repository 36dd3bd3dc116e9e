"""What every single text is checked for: numbers, placeholders, characters, promises, links."""

# ruff: noqa: E501 (a case stays on its line)

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from miniature import COUNTRY, FILES, FRONT, INDEX, NUMBER, REGISTER, SCRIPT, SIGNS, edited, said

Lay = Callable[..., Path]
PAGE = "{theme}, {theme-year}, {111}, {113}, {consular}"
PLACE = "{place}, {Place}, {unit}, {Unit}, {province}, {Province}, {111}, {113}, {consular}"
WRITTEN = "ở đây không dùng được «{}»; hãy viết thẳng ra chữ"


def strange(number: str) -> str:
    return (
        f"số «{number}» không có trong các đầu mối được in; "
        "hãy thêm vào campaigns/vietnam.yml hoặc bỏ khỏi bài"
    )


@pytest.mark.parametrize(
    ("said_in_text", "problems"),
    [
        ("Gọi 111, 113 hoặc +84 981 84 84 84.", []),
        ("Gọi +84981848484.", []),
        ("Gọi 115.", [f"11: {strange('115')}"]),
        ("Gọi 0912 345 678.", [f"11: {strange('0912 345 678')}"]),
        ("Gọi (0912) 345 678.", [f"11: {strange('(0912) 345 678')}"]),
        ("Gọi 0912\n345 678.", [f"11: {strange('0912 345 678')}"]),
        ("Gọi\n0912 345 678.", [f"12: {strange('0912 345 678')}"]),
        ("Gọi 0912 **345** 678.", [f"11: {strange('0912 **345** 678')}"]),
        ("Gọi 0981 84 84 84.", [f"11: {strange('0981 84 84 84')}"]),
        ("Tổng đài 1022.", [f"11: {strange('1022')}"]),
        ("Luật 53/2024/QH15, năm 2026-2030, ngày 30/7/2026, 72%.", []),
        ("Gọi 1800 1567.", [f"11: {strange('1800 1567')}", "11: «1800 1567»: số này đã bỏ; dùng 111 hoặc số trong campaigns/vietnam.yml"]),
        ("Gọi {111}, năm {theme-year}: {theme}.", []),
        ("Gọi {112}.", [f"11: không rõ «{{112}}»; ở đây dùng được: {PAGE}", f"11: {strange('112')}"]),
        ("Gọi {old}.", [f"11: không rõ «{{old}}»; ở đây dùng được: {PAGE}"]),
        ("Gọi {commune-police}.", [f"11: không rõ «{{commune-police}}»; ở đây dùng được: {PAGE}"]),
        ("Xã {place}.", [f"11: không rõ «{{place}}»; ở đây dùng được: {PAGE}"]),
        ("Gọi {111.", [f"11: không rõ «{{»; ở đây dùng được: {PAGE}"]),
        ("Gọi {{111}}.", [f"11: không rõ «{{{{111}}}}»; ở đây dùng được: {PAGE}"]),
        ("Gọi {}.", [f"11: không rõ «{{}}»; ở đây dùng được: {PAGE}"]),
        ("Gọi 11\u200b1.", ["11: có ký tự vô hình U+200B; hãy xóa"]),
        ("Gọi\u00ad ngay.", ["11: có ký tự vô hình U+00AD; hãy xóa"]),
        ("Gọi\u202e ngay.", ["11: có ký tự vô hình U+202E; hãy xóa"]),
        ("Gọi\tngay.", ["11: có ký tự vô hình U+0009; hãy xóa"]),
        ("Gọi\u2028ngay.", ["11: có ký tự vô hình U+2028; hãy xóa"]),
        ("Gọi 1\u20e3.", ["11: có ký tự vô hình U+20E3; hãy xóa"]),
        ("Gọi\u2009ngay.", ["11: có khoảng trắng lạ U+2009; hãy gõ lại"]),
        ("Gọi １１１.", ["11: chữ số lạ «１»; hãy gõ lại bằng 0-9"]),
        ("Gọi ①.", ["11: chữ số lạ «①»; hãy gõ lại bằng 0-9"]),
        ("Không\u00a0sao.", []),
        ("Chúng tôi giữ kín cuộc gọi.", ["11: «giữ kín»: không hứa giữ kín cuộc gọi: cuộc gọi đến 111 được ghi âm"]),
        ("Nạn nhân không bị phạt.", ["11: «không bị phạt»: luật chỉ nói tùy từng trường hợp, nạn nhân có thể không bị xử lý"]),
        ("Có thể không bị xử lý.", []),
        ("CHÚNG TÔI GIỮ KÍN.", ["11: «GIỮ KÍN»: không hứa giữ kín cuộc gọi: cuộc gọi đến 111 được ghi âm"]),
        ("[Trang này](index.md) [đây](#ba)", []),
        ("[Trang khác](khac.md)", ["11: liên kết «khac.md» không dẫn đến trang nào"]),
        ("[Ra ngoài](https://a.vn)", ["11: liên kết «https://a.vn» ra ngoài trang; hãy bỏ"]),
        ('[Ra ngoài](https://a.vn "tên")', ["11: liên kết «https://a.vn» ra ngoài trang; hãy bỏ"]),
        ("[Ra ngoài](//a.vn)", ["11: liên kết «//a.vn» ra ngoài trang; hãy bỏ"]),
        ("Xem <https://a.vn>.", ["11: liên kết «https://a.vn» ra ngoài trang; hãy bỏ"]),
        ("[Gọi](tel:0912345678)", ["11: liên kết «tel:0912345678» ra ngoài trang; hãy bỏ", f"11: {strange('0912345678')}"]),
        ("Xem [a].\n\n[a]: https://a.vn", ["13: liên kết «https://a.vn» ra ngoài trang; hãy bỏ"]),
        ("[Lên](../../../index.md)", ["11: liên kết «../../../index.md» không dẫn đến trang nào"]),
    ],
)  # fmt: skip
def test_a_page(mini: Lay, said_in_text: str, problems: list[str]) -> None:
    files = edited(INDEX, "Hỏi nhau một câu.", said_in_text)
    assert said(mini(files)) == [f"{INDEX}:{problem}" for problem in problems]


@pytest.mark.parametrize(
    ("name", "old", "new", "problems"),
    [
        (NUMBER, "> Gọi ngay", "> Hỏi {unit}, gọi {111}", []),
        (NUMBER, "> Gọi ngay", "> Gọi {foo}", [f"16: không rõ «{{foo}}»; ở đây dùng được: {PLACE}"]),
        (NUMBER, "> Gọi ngay", "> Gọi {.foo}", [f"16: không rõ «{{.foo}}»; ở đây dùng được: {PLACE}"]),
        (NUMBER, "> Gọi ngay", "> Gọi {theme}", [f"16: không rõ «{{theme}}»; ở đây dùng được: {PLACE}"]),
        (NUMBER, "strip: Gọi ngay", 'strip: "Hỏi {unit}"', []),
        (NUMBER, "strip: Gọi ngay", 'strip: "Hỏi {foo}"', [f"7: không rõ «{{foo}}»; ở đây dùng được: {PLACE}"]),
        (NUMBER, "strip: Gọi ngay", "strip: 0912 345 678", [f"7: {strange('0912 345 678')}"]),
        (NUMBER, "[Bến xe]", '["Chợ {place}"]', [f"9: {WRITTEN.format('{place}')}"]),
        (SIGNS, "art_alt: Lưỡi câu", 'art_alt: "{place}"', [f"8: {WRITTEN.format('{place}')}"]),
        (INDEX, "summary: Gọi đúng số", "summary: Gọi {111}", [f"4: {WRITTEN.format('{111}')}"]),
        (INDEX, "summary: Gọi đúng số", "summary: Gọi 0912 345 678", [f"4: {strange('0912 345 678')}"]),
        (INDEX, "name: Trang chủ", "name: Trang\u200b chủ", ["3: có ký tự vô hình U+200B; hãy xóa"]),
        (SCRIPT, "{unit}", "{{VNeID|vi en ai đi}}", []),
        (SCRIPT, "{unit}", "{foo}", [f"12: không rõ «{{foo}}»; ở đây dùng được: {PLACE}"]),
    ],
)  # fmt: skip
def test_posters_scripts_and_front_matter(
    mini: Lay, name: str, old: str, new: str, problems: list[str]
) -> None:
    errors = [line for line in said(mini(edited(name, old, new))) if "bài dài" not in line]
    assert errors == [f"{name}:{problem}" for problem in problems]


def test_without_a_theme_nothing_stands_for_it(mini: Lay) -> None:
    country = FILES[COUNTRY]
    begin, end = country.index("themes:"), country.index("contacts:")
    files = edited(INDEX, "Hỏi nhau", "{theme}") | {COUNTRY: country[:begin] + country[end:]}
    assert said(mini(files)) == [
        f"{INDEX}:11: không rõ «{{theme}}»; ở đây dùng được: {{111}}, {{113}}, {{consular}}"
    ]


def test_the_digest_of_a_translation_is_no_telephone_number(mini: Lay) -> None:
    front = FRONT + "translated_from: 091234567890\n"
    assert said(mini({INDEX: FILES[INDEX].replace(FRONT, front)})) == []


CITY = "Thành phố {}, từ {} (Nghị quyết {}/2026/QH16)"
BAC_NINH = CITY.format("Bắc Ninh", "20/09/2026", 39)
QUANG_NINH = CITY.format("Quảng Ninh", "01/09/2026", 36)
DONG_NAI = CITY.format("Đồng Nai", "30/04/2026", 30)
HISTORY = "tên kế hoạch, văn bản cũ thì kể ở mục history"


@pytest.mark.parametrize(
    ("words", "old", "now"),
    [
        ("Sở Y tế tỉnh Bắc Ninh.", "tỉnh Bắc Ninh", BAC_NINH),
        ("Tỉnh Quảng Ninh", "Tỉnh Quảng Ninh", QUANG_NINH),
        ("CÔNG AN TỈNH ĐỒNG NAI", "TỈNH ĐỒNG NAI", DONG_NAI),
        ("tinh Dong Nai", "tinh Dong Nai", DONG_NAI),
        ("tỉnh\u00a0Bắc Ninh", "tỉnh\u00a0Bắc Ninh", BAC_NINH),
        ("Sở Y tế **tỉnh Bắc  Ninh**", "tỉnh Bắc  Ninh", BAC_NINH),
    ],
)
def test_old_names_of_provinces(mini: Lay, words: str, old: str, now: str) -> None:
    text = FILES[INDEX].replace("Hỏi nhau một câu.", words)
    line = f"{INDEX}:11: «{old}»: nay là {now}; {HISTORY}"
    assert said(mini({INDEX: text})) == [line]
    dated = text.replace("title: Trang chủ", f"title: Trang chủ\nhistory: ['{old}']")
    assert said(mini({INDEX: dated})) == []
    # Read before the name was given up: a reminder, so that nothing stops on the day.
    early = text.replace("reviewed: 2026-11-21", "reviewed: 2026-04-01")
    root = mini({INDEX: early})
    assert said(root) == []
    assert f"{INDEX}:11: lưu ý: «{old}»: nay là {now}; {HISTORY}" in said(root, warnings=True)


@pytest.mark.parametrize(
    "words",
    ["thành phố Bắc Ninh", "tỉnh Phú Thọ", "tỉnh Bắc Ninhh", "Bắc Ninh", "các tỉnh: Bắc Ninh"],
)
def test_names_that_are_right(mini: Lay, words: str) -> None:
    assert said(mini(edited(INDEX, "Hỏi nhau một câu.", words))) == []


def test_old_names_of_provinces_in_contacts_and_titles(mini: Lay) -> None:
    root = mini(
        {
            REGISTER: FILES[REGISTER].replace("Luật Phòng, chống", "Kế hoạch của tỉnh Bắc Ninh về"),
            "campaigns/bac-ninh/province.yml": "code: 24\nname: Thành phố Bắc Ninh\nplan: Kế hoạch của tỉnh Bắc Ninh\n"
            "contacts: {health: {name: {vi: Sở Y tế tỉnh Bắc Ninh}}}\n",
        }
    )
    assert said(root) == []
    assert [line for line in said(root, warnings=True) if "Bắc Ninh" in line] == [
        f"campaigns/bac-ninh/province.yml:4: lưu ý: «tỉnh Bắc Ninh» nay là {BAC_NINH}"
    ]
