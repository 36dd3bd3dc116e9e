"""Which spellings are one name, and which names are nearly alike."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lachan.gazetteer import spelling


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Xã Ea H'Leo", "Xã Ea H’Leo"),
        ("Xã Ea H'Leo", "xã ea hʼleo"),
        ("Xã Cư M'gar", "Xã Cư M`gar"),
        ("Phường Văn Miếu - Quốc Tử Giám", "Phường Văn Miếu – Quốc Tử Giám"),
        ("Xã  Hoà An", "Xã Hòa\u00a0An"),
        ("Phường Nguyễn Úy", "Phường Nguyễn Uý"),
        ("Tỉnh Thanh Hoá", "Tỉnh Thanh Hóa"),
        ("Xã Quý Hoà", unicodedata.normalize("NFD", "Xã Quý Hòa")),
    ],
)
def test_one_name_in_two_spellings(one: str, other: str) -> None:
    assert spelling.key(one) == spelling.key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Xã Phố Bảng", "Xã Phó Bảng"),
        ("Xã Bố Hạ", "Phường Bố Hạ"),
        ("Xã Hòa An", "Xã Hoa An"),
        ("Xã Hòa An", "Xã Hóa An"),
        ("Xã Đak Pơ", "Xã Đăk Pơ"),
        ("Xã Lý Quốc", "Xã Lí Quốc"),
        ("Xã Ea H'Leo", "Xã Ea HLeo"),
    ],
)
def test_two_names(one: str, other: str) -> None:
    assert spelling.key(one) != spelling.key(other)


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        (" Xã  Ea H’Leo ", "Xã Ea H'Leo"),
        ("Xã Chân Mây – Lăng Cô", "Xã Chân Mây - Lăng Cô"),
        ("Xã Hòa\u00a0An", "Xã Hòa An"),
        (unicodedata.normalize("NFD", "Đặc khu Bạch Long Vĩ"), "Đặc khu Bạch Long Vĩ"),
    ],
)
def test_one_apostrophe_one_hyphen_one_space(typed: str, written: str) -> None:
    assert spelling.plain(typed) == written


@pytest.mark.parametrize(
    ("typed", "whole"),
    [
        ("TP. Hải Phòng", "Thành phố Hải Phòng"),
        ("Tp.Huế", "Thành phố Huế"),
        ("P  Dương Kinh", "Phường Dương Kinh"),
        ("x. Ea H’Leo", "Xã Ea H'Leo"),
        ("ĐK. Cô Tô", "Đặc khu Cô Tô"),
        ("T. Phú Thọ", "Tỉnh Phú Thọ"),
        ("Phường P. A", "Phường P. A"),
        ("TPHCM", "TPHCM"),
        ("P.", "P."),
    ],
)
def test_a_kind_is_spelt_out(typed: str, whole: str) -> None:
    assert spelling.spelt_out(typed) == whole


@given(st.text(alphabet="hoàáuýHƠ ’'–-\u0300\u0309đ", max_size=12))
def test_a_spelling_is_changed_once(name: str) -> None:
    assert spelling.plain(spelling.plain(name)) == spelling.plain(name)
    assert spelling.key(spelling.plain(name)) == spelling.key(name)


def test_kind_and_name() -> None:
    assert [spelling.parts(name) for name in ("Đặc khu Cô Tô", "Thành phố Huế", "Phường")] == [
        ("Đặc khu", "Cô Tô"),
        ("Thành phố", "Huế"),
        ("", "Phường"),
    ]


NAMES = ["Xã Đồng Việt", "Phường Dương Kinh", "Phường Đồng Nguyên", "Xã Đông Việt", "Xã Kép"]


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("Xã Đồng Viet", ["Xã Đồng Việt", "Xã Đông Việt"]),
        ("Phường Đồng Việt", ["Xã Đồng Việt", "Xã Đông Việt"]),
        ("phuong duong kinh", ["Phường Dương Kinh"]),
        ("Xã Bạch Long", []),
    ],
)
def test_names_that_are_nearly_alike(typed: str, near: list[str]) -> None:
    assert spelling.nearest(typed, NAMES) == near
