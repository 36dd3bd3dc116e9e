"""What is checked across files: contacts, ages, translations, twins."""

# ruff: noqa: E501 (a case stays on its line)

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from lachan.texts.project import Project
from miniature import COUNTRY, FILES, FRONT, INDEX, NUMBER, PLACE, POLICE, ROOT, SIGNS, edited, said

Lay = Callable[..., Path]


STRANGE_113 = (
    "số «113» không có trong các đầu mối được in; hãy thêm vào campaigns/vietnam.yml hoặc bỏ khỏi bài"
)


def test_the_miniature_has_no_errors_and_says_what_is_missing(mini: Lay) -> None:
    root = mini()
    missing = "lưu ý: chưa có số của Công an {} (contacts: commune-police); trên giấy sẽ để dòng chấm"
    assert said(root) == []
    assert said(root, warnings=True) == [
        f"campaigns/bac-ninh/dong-viet.yml:1: {missing.format('xã Đồng Việt')}",
        f"{PLACE}:1: {missing.format('phường Dương Kinh')}",
        "mkdocs.yml:1: lưu ý: https://lachan.example/ là địa chỉ mẫu: mọi tờ in đều mang dấu mẫu; "
        "hãy ghi địa chỉ thật khi có",
    ]


def test_with_a_number_and_an_address_nothing_is_missing_there(mini: Lay) -> None:
    files = edited("mkdocs.yml", "lachan.example", "lachan.gov.vn") | {
        PLACE: f"{FILES[PLACE]}contacts: {{commune-police: {POLICE}}}\n"
    }
    warnings = said(mini(files), warnings=True)
    assert [line.split(":")[0] for line in warnings] == ["campaigns/bac-ninh/dong-viet.yml"]


@pytest.mark.parametrize("print_", ["no", "country"])
def test_a_number_that_must_not_be_printed_is_missing(mini: Lay, print_: str) -> None:
    police = POLICE.replace("print: yes", f"print: {print_}")
    root = mini({PLACE: f"{FILES[PLACE]}contacts: {{commune-police: {police}}}\n"})
    assert any(line.startswith(f"{PLACE}:1: lưu ý: chưa có số") for line in said(root, warnings=True))


@pytest.mark.parametrize(
    ("name", "old", "new", "problems"),
    [
        (COUNTRY, "print: yes\n  consular", "print: no\n  consular", [f"{COUNTRY}:22: trang nào cũng có nút gọi Công an: đầu mối «113» (role: police) cần number và print: yes", f"{NUMBER}:5: không có đầu mối «113» nào in được", f"{NUMBER}:5: {STRANGE_113}", f"{SIGNS}:5: không có đầu mối «113» nào in được", f"{SIGNS}:5: {STRANGE_113}"]),
        (COUNTRY, '"113":\n', '"114":\n', [f"{NUMBER}:5: không có đầu mối «113» nào in được; có phải «114»?", f"{SIGNS}:5: không có đầu mối «113» nào in được; có phải «114»?"]),
        (COUNTRY, "  peoples-committee:", "  committee:", []),
        (NUMBER, "call: 111", "call: old", [f"{NUMBER}:4: không có đầu mối «old» nào in được"]),
        (NUMBER, "call: 111", "call: commune-police", [f"{NUMBER}:4: không có đầu mối «commune-police» nào in được"]),
        (NUMBER, "local: commune-police", "local: 111", [f"{NUMBER}:6: Phường Dương Kinh không có đầu mối «111» trong local_contacts", f"{NUMBER}:6: Xã Đồng Việt không có đầu mối «111» trong local_contacts"]),
        (NUMBER, "number: 1", "number: 2", [f"{SIGNS}:2: số 2 đã dùng ở {NUMBER}"]),
        (INDEX, "summary:", "calls: [{contact: x, label: a, note: b}]\nsummary:", [f"{INDEX}:4: không có đầu mối «x» nào in được"]),
        (INDEX, "summary:", "art: hok\nsummary:", [f"{INDEX}:4: không có hình assets/art/hok.svg"]),
        (COUNTRY, "themes:", "broadcast:\n  months:\n    7:\n      - loi-chao\nthemes:", [f"{COUNTRY}:8: không có bài phát thanh docs/vi/scripts/loi-chao.md; có phải «loi-nhac»?"]),
        (COUNTRY, "themes:", "broadcast: {months: {13: []}}\nthemes:", [f"{COUNTRY}:5: «13»: cần không quá 12, nhưng thấy «13»"]),
        (COUNTRY, "themes:", "broadcast:\n  session_minutes: 1\n  sessions:\n    7:\n      5:\n        - [" + ", ".join(["loi-nhac"] * 12) + "]\nthemes:", [f"{COUNTRY}:10: buổi này dài 1:18, quá 1 phút; hãy bớt bài"]),
        (COUNTRY, "themes:", "broadcast:\n  words: {CHK: số 7}\nthemes:", [f"{COUNTRY}:6: «CHK»: lời đọc phải viết bằng chữ, không dùng số hay chữ tắt"]),
        (COUNTRY, "themes:", "broadcast: {region: central}\nthemes:", [f"{COUNTRY}:5: «region»: cần một trong north, south, nhưng thấy «central»"]),
        (NUMBER, "call: 111", "call: consula", [f"{NUMBER}:4: không có đầu mối «consula» nào in được; có phải «consular»?"]),
    ],
)  # fmt: skip
def test_errors(mini: Lay, name: str, old: str, new: str, problems: list[str]) -> None:
    assert said(mini(edited(name, old, new))) == problems


ENGLISH = {
    "mkdocs.yml": FILES["mkdocs.yml"] + "        - {locale: en, name: English}\n",
    "docs/en/strings.yml": (ROOT / "docs/en/strings.yml").read_bytes(),
}


@pytest.mark.parametrize(
    ("digest", "warning"),
    [
        ("", "docs/en/index.md:2: lưu ý: bản tiếng Việt đã đổi; xem lại bản dịch rồi ghi translated_from: {}"),
        ("translated_from: 000000000000\n", "docs/en/index.md:8: lưu ý: bản tiếng Việt đã đổi; xem lại bản dịch rồi ghi translated_from: {}"),
        ("translated_from: {}\n", None),
    ],
)  # fmt: skip
def test_a_translation_says_what_it_was_made_from(
    mini: Lay, read_mini: Project, digest: str, warning: str | None
) -> None:
    now = read_mini.texts.pages["vi", "index"].digest
    text = FILES[INDEX].replace(FRONT, FRONT + digest.format(now))
    warnings = said(mini(ENGLISH | {"docs/en/index.md": text}), warnings=True)
    assert [line for line in warnings if line.startswith("docs/")] == (
        [warning.format(now)] if warning else []
    )


def test_a_translation_of_nothing(mini: Lay) -> None:
    files = ENGLISH | {"docs/en/other.md": FILES[INDEX]}
    assert said(mini(files)) == ["docs/en/other.md:1: không có bản tiếng Việt docs/vi/ của tệp này"]


def test_a_script_in_a_language_that_cannot_be_read_out(mini: Lay) -> None:
    files = {
        "mkdocs.yml": FILES["mkdocs.yml"] + "        - {locale: zh, name: 中文}\n",
        "docs/zh/strings.yml": (ROOT / "docs/vi/strings.yml").read_bytes(),
        "docs/zh/scripts/loi-nhac.md": FILES["docs/vi/scripts/loi-nhac.md"],
    }
    assert said(mini(files)) == [
        "docs/zh/scripts/loi-nhac.md:1: chưa có cách đọc thành tiếng cho ngôn ngữ «zh»; hãy bỏ bài này"
    ]


def test_a_site_without_a_home_page(mini: Lay) -> None:
    assert said(mini({INDEX: None})) == [f"{INDEX}:1: thiếu trang chủ"]
