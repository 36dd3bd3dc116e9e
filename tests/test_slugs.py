"""Words without their marks: as people type them, as addresses have them."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lachan.common import slugs


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Dương Kinh", "duong kinh"),
        ("ĐẶC KHU Phú Quốc", "dac khu phu quoc"),
        ("Đắk Lắk", "dak lak"),
        ("Số 111, gọi!", "so 111, goi!"),
        ("", ""),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert slugs.fold(text) == folded
    assert slugs.fold(unicodedata.normalize("NFD", text)) == folded


@pytest.mark.parametrize(
    ("heading", "separator", "id"),
    [
        ("Thủ đoạn", "-", "thu-doan"),
        ("  Gọi 111: miễn phí!  ", "-", "goi-111-mien-phi"),
        ("Văn Miếu - Quốc Tử Giám", "_", "van_mieu_quoc_tu_giam"),
        ("…", "-", ""),
    ],
)
def test_slug(heading: str, separator: str, id: str) -> None:
    assert slugs.slug(heading, separator) == id


@given(st.text(st.sampled_from("aăâbđĐeêÔơuƯyÀảỹ 1-.")))
def test_an_id_of_an_id_is_itself(text: str) -> None:
    id = slugs.slug(text, "-")
    assert id.isascii()
    assert slugs.slug(id, "-") == id
