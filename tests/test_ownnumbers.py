"""What a place may not say under «Công an», though somebody answers it; and what is only asked about."""

# ruff: noqa: E501 (a case stays on its line)

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from miniature import COUNTRY, PLACE, VIETNAM, edited, said

Lay = Callable[..., Path]
OTHER = "campaigns/bac-ninh/dong-viet.yml"
PROVINCE = "campaigns/hai-phong/province.yml"
TRIED = "source: a, checked: 2026-11-01, print: yes"
LEAVE_OUT = "nơi chưa có số riêng thì bỏ mục này, trên giấy sẽ để dòng chấm"
DAY = "trông như một ngày; hãy ghi số điện thoại, ngày gọi thử thì ghi ở mục checked"
DATED = "source: a, checked: {}, print: yes"
OLD_CONSULAR = """\
  old-consular:
    name: {vi: Số bảo hộ công dân cũ}
    number: +84 4 62 844 844
    source: a
    checked: 2015-12-31
    print: no
    note: Đã thay bằng +84 981 84 84 84.
"""


def police(fields: str, name: str = "commune-police") -> dict[str, str]:
    contact = f"contacts:\n  {name}:\n    {{{fields}}}\n"
    return {
        PLACE: f"code: 11692\nname: Phường Dương Kinh\n{contact}",
        COUNTRY: VIETNAM.replace("local_contacts:\n", f"{OLD_CONSULAR}local_contacts:\n"),
    }


@pytest.mark.parametrize(
    "fields",
    [
        f"number: (0225) 3.881.234, {TRIED}",
        f"number: 0225 - 3881 - 234, {TRIED}",
        f"number: 0220 3845 678, {TRIED}",
        f"number: 0912 345 678, {TRIED}",
        f"number: +84 69 2348 560, {TRIED}",
        f"number: 1022, {TRIED}",
        f"number: 1900 1234, {TRIED}",
        f"number: 0225 3881 234, {DATED.format('20/9/2026')}",
        "number: 1800 1567, source: a, checked: 2026-11-01, print: no",
        "number: số cũ, source: a, checked: 2026-11-01, print: no",
        'number: ""',
        f"number: 0225 3881 234, source: https://a.gov.vn/tin-1234567, {TRIED.partition(', ')[2]}",
        f'number: 0225 3881 234, hours: "24/7, gọi 113 khi nguy hiểm", {TRIED}',
    ],
)
def test_what_is_taken(mini: Lay, fields: str) -> None:
    assert said(mini(police(fields))) == []


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        (f"number: 111, {TRIED}", f"5: số 111 là số chung của cả nước (Tổng đài quốc gia); {LEAVE_OUT}"),
        (f"number: 113, {TRIED}", f"5: số 113 là số chung của cả nước (Công an); {LEAVE_OUT}"),
        (f"number: 114, {TRIED}", f"5: số 114 là số chung của cả nước (đường dây khẩn cấp); {LEAVE_OUT}"),
        (f"number: 0981 84 84 84, {TRIED}", f"5: số 0981 84 84 84 là số của Bảo hộ công dân; {LEAVE_OUT}"),
        (f"number: +855 977 492 430, {TRIED}", "5: số +855 977 492 430 là số nước ngoài; ở xã, phường chỉ ghi số trong nước"),
        (f"number: 1800 1567, {TRIED}", "5: số «1800 1567» không được in (đầu mối «old» ở vietnam.yml): Số cũ."),
        (f"number: 18.00.15.67, {TRIED}", "5: số «18.00.15.67» không được in (đầu mối «old» ở vietnam.yml): Số cũ."),
        (f"number: +84 1800 1567, {TRIED}", "5: số «+84 1800 1567» không được in (đầu mối «old» ở vietnam.yml): Số cũ."),
        (f"number: 04 6284 4844, {TRIED}", "5: số «04 6284 4844» không được in (đầu mối «old-consular» ở vietnam.yml): Số bảo hộ công dân cũ. Đã thay bằng +84 981 84 84 84."),
        (f"number: 024 6284 4844, {TRIED}", "5: số «024 6284 4844» không được in (đầu mối «old-consular» ở vietnam.yml): Số bảo hộ công dân cũ. Đã thay bằng +84 981 84 84 84."),
        (f'number: "", {TRIED}', "4: number còn trống mà print: yes; hãy ghi số, hoặc bỏ cả hai mục"),
        (f"number: , {TRIED}", "4: number còn trống mà print: yes; hãy ghi số, hoặc bỏ cả hai mục"),
        (f"number: 0225 3881 23, {TRIED}", "5: «number»: số «0225 3881 23» có 10 chữ số, thiếu 1: số bắt đầu bằng 0225 có 11 chữ số"),
        (f"number: 0225 3881 234, {DATED.format('9/20/2026')}", "5: «checked»: không có tháng 20; ngày viết trước tháng: 20/9/2026"),
        (f"number: 0225 3881 234, {DATED.format('1790208000')}", "5: «checked»: cần ngày viết kiểu 2026-07-30, nhưng thấy «1790208000»"),
        (f"number: 20.9.2026, {TRIED}", f"5: «number»: số «20.9.2026» {DAY}"),
        (f"number: 2026-09-20, {TRIED}", f"5: «number»: số «2026-09-20» {DAY}"),
        ("hours: gọi 0912 345 678", "5: «hours» có số «0912 345 678»; số điện thoại chỉ ghi ở mục number"),
        ("source: Trưởng Công an 0912·345·678", "5: «source» có số «0912·345·678»; số điện thoại chỉ ghi ở mục number"),
        ("name: {vi: Công an O912 345 678}", "5: «name» có số «O912 345 678»; số điện thoại chỉ ghi ở mục number"),
        ("does: {vi: Gọi 1-1-4}", "5: «does» có số «1-1-4»; số điện thoại chỉ ghi ở mục number"),
        ("name: {vi: Máy １１３}", "5: «vi»: có chỗ sai ở ký tự thứ 5: «１» (U+FF11) không phải chữ số thường; hãy gõ số 1"),
        ('note: "a\\u202eb"', "5: «note»: có chỗ sai ở ký tự thứ 2: ký tự không nhìn thấy U+202E; hãy xóa cả dòng rồi gõ lại"),
    ],
)  # fmt: skip
def test_what_is_refused(mini: Lay, fields: str, problem: str) -> None:
    assert said(mini(police(fields))) == [f"{PLACE}:{problem}"]


@pytest.mark.parametrize(
    ("name", "fields", "problem"),
    [
        ("commune-polise", f"number: 0225 3881 234, {TRIED}", "4: không có đầu mối nào tên «commune-polise»; có phải «commune-police»?"),
        ("xyz", f"number: 0225 3881 234, {TRIED}", "4: không có đầu mối nào tên «xyz»; có: commune-police, peoples-committee; đầu mối mới thì cần mục name"),
        ('"111"', f"number: 0225 3881 234, {TRIED}", "4: «111» là đầu mối chung của cả nước, chỉ ghi ở vietnam.yml; hãy bỏ mục này"),
        ("commune-police", "", "4: «commune-police» còn trống; hãy ghi number, source, checked, print, hoặc bỏ mục này"),
        ("consular", "name: {vi: A}", "4: «consular» là đầu mối chung của cả nước, chỉ ghi ở vietnam.yml; hãy bỏ mục này"),
    ],
)  # fmt: skip
def test_whose_contact_it_is_not(mini: Lay, name: str, fields: str, problem: str) -> None:
    files = police(fields, name)
    assert said(mini(files)) == [f"{PLACE}:{problem}"]
    head = "code: 11692\nname: Phường Dương Kinh\n"
    above = f"code: 31\nname: Thành phố Hải Phòng\n{files[PLACE].removeprefix(head)}"
    assert said(mini(files | {PLACE: head, PROVINCE: above})) == [f"{PROVINCE}:{problem}"]


def test_a_dead_number_of_the_country(mini: Lay) -> None:
    files = edited(COUNTRY, "    number: +84 981 84 84 84\n", "    number: 1800 1567\n")
    assert said(mini(files)) == [
        f"{COUNTRY}:27: số «1800 1567» không được in (đầu mối «old» ở vietnam.yml): Số cũ."
    ]


@pytest.mark.parametrize(
    ("number", "warning"),
    [
        ("0225 3881 234", ""),
        ("0220 3881 234", ""),
        ("0912 345 678", ""),
        ("024 3845 6789", "mang mã vùng 024 của Hà Nội, không phải của Thành phố Hải Phòng; hãy xem lại"),
        ("+84 204 3854 123", "mang mã vùng 0204 của Bắc Giang, không phải của Thành phố Hải Phòng; hãy xem lại"),
    ],
)  # fmt: skip
def test_another_province(mini: Lay, number: str, warning: str) -> None:
    found = [w for w in said(mini(police(f"number: {number}, {TRIED}")), warnings=True) if number in w]
    assert found == ([f"{PLACE}:5: lưu ý: số {number} {warning}"] if warning else [])


@pytest.mark.parametrize(
    ("number", "today"),
    [
        ("033 3822 113", "0203 3822 113"),
        ("033.3822.113", "0203 3822 113"),
        ("033 3822113", "0203 3822113"),
        ("+84 33 3822 113", "0203 3822 113"),
        ("0333 822 113", ""),
        ("0333822113", ""),
        ("033 382 2113", ""),
        ("033 0822 113", ""),
        ("037 3822 113", ""),
        ("0203 3822 113", ""),
    ],
)
def test_a_mobile_number_that_is_grouped_like_an_old_one_of_the_province(
    mini: Lay, number: str, today: str
) -> None:
    contact = f"contacts:\n  commune-police: {{number: {number}, {TRIED}}}\n"
    bai_chay = "campaigns/quang-ninh/bai-chay.yml"
    files = {
        "campaigns/quang-ninh/province.yml": "code: 22\nname: Thành phố Quảng Ninh\n",
        bai_chay: f"code: 06673\nname: Phường Bãi Cháy\n{contact}",
        PLACE: f"code: 11692\nname: Phường Dương Kinh\n{contact}",
    }
    root = mini(files)
    assert said(root) == []
    question = (
        f"{bai_chay}:4: lưu ý: số {number} có hai cách hiểu: số di động 0333 822 113, hay số máy bàn cũ "
        f"của Quảng Ninh, nay là {today}; hãy gọi thử, rồi ghi đúng một trong hai"
    )
    found = [w for w in said(root, warnings=True) if "hai cách hiểu" in w]
    assert found == ([question] if today else [])


def test_one_number_in_two_places(mini: Lay) -> None:
    contact = "contacts:\n  commune-police: {{number: {}, " + TRIED + "}}\n"
    files = {
        PLACE: f"code: 11692\nname: Phường Dương Kinh\n{contact.format('0912 345 678')}",
        OTHER: f"code: 07735\nname: Xã Đồng Việt\n{contact.format('+84 912.345.678')}",
    }
    assert [w for w in said(mini(files), warnings=True) if "cũng là" in w] == [
        f"{OTHER}:4: lưu ý: số +84 912.345.678 cũng là số của Phường Dương Kinh (11692); hãy xem lại",
        f"{PLACE}:4: lưu ý: số 0912 345 678 cũng là số của Xã Đồng Việt (07735); hãy xem lại",
    ]


def test_one_number_for_a_whole_province(mini: Lay) -> None:
    contact = "contacts: {{commune-police: {{number: {}, " + TRIED + "}}}}\n"
    head = "code: 31\nname: Thành phố Hải Phòng\n"
    more = {"campaigns/hai-phong/ninh-giang.yml": "code: 11203\nname: Xã Ninh Giang\n"}
    for number, reminded in (("0225 3881 234", 2), ("1022", 0)):
        root = mini({PROVINCE: head + contact.format(number), **more})
        found = [w for w in said(root, warnings=True) if "cũng là" in w]
        assert [w.partition(": ")[0] for w in found] == [f"{PROVINCE}:3"] * reminded


def test_a_new_contact_that_is_called_like_another_is_asked_about(mini: Lay) -> None:
    root = mini(police("name: {vi: Đội 2}", "commune-police-2"))
    assert said(root) == []
    question = "không có đầu mối nào tên «commune-police-2»; có phải «commune-police»?"
    assert f"{PLACE}:4: lưu ý: {question}" in said(root, warnings=True)
