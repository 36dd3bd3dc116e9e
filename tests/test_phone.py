"""Which numbers may be written, how they are dialled, and that no number hides in a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lachan import phone
from lachan.proof import digits

STRANGE = "có ký tự lạ; chỉ viết chữ số, giữa hai nhóm một dấu cách, dấu chấm hoặc gạch nối"
CANNOT = "không gọi được ở Việt Nam; hãy xem lại từng chữ số"
MISTAKEN = "viết dễ nhầm với ngày tháng hay số tiền; hãy chia nhóm khác"


@pytest.mark.parametrize(
    ("typed", "tel"),
    [
        ("111", "tel:111"),
        ("112", "tel:112"),
        ("113", "tel:113"),
        ("1900 96 96 80", "tel:1900969680"),
        ("1800 1567", "tel:18001567"),
        ("069 2348 560", "tel:+84692348560"),
        ("0692348560", "tel:+84692348560"),
        ("0225 3860 113", "tel:+842253860113"),
        ("0225.3860.113", "tel:+842253860113"),
        ("02.253.860.113", "tel:+842253860113"),
        ("0912-345-678", "tel:+84912345678"),
        ("+84 981 84 84 84", "tel:+84981848484"),
        ("+855 977 492 430", "tel:+855977492430"),
    ],
)
def test_numbers_that_can_be_dialled(typed: str, tel: str) -> None:
    assert phone.parse(typed) == phone.Number(typed, tel)


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("", STRANGE),
        ("0912 345 67A", STRANGE),
        ("O912 345 678", STRANGE),
        ("０９１２３４５６７８", STRANGE),
        ("٠٩١٢٣٤٥٦٧٨", STRANGE),
        ("0912\u200b345678", STRANGE),
        ("0912\u00a0345 678", STRANGE),
        ("\ufeff0912345678", STRANGE),
        ("0912  345 678", STRANGE),
        ("(0912) 345 678", STRANGE),
        ("0912 345 678 ", STRANGE),
        ("0912/345/678", STRANGE),
        ("1 1 1", MISTAKEN),
        ("18.00.2012", MISTAKEN),
        ("110", CANNOT),
        ("1112", CANNOT),
        ("+84111", CANNOT),
        ("+84 111", CANNOT),
        ("0912 345", CANNOT),
        ("912 345 678", CANNOT),
        ("0225 3860 11", CANNOT),
        ("069 23", CANNOT),
        ("+999 12345678", CANNOT),
        ("0" * 40, CANNOT),
    ],
)
def test_numbers_that_are_refused(typed: str, why: str) -> None:
    with pytest.raises(ValueError, match=r"^số ") as raised:
        phone.parse(typed)
    assert str(raised.value) == f"số «{typed}» {why}"


@given(st.text("0123456789+ .-", max_size=16))
def test_every_number_that_is_taken_is_found_again_in_a_text(typed: str) -> None:
    try:
        phone.parse(typed)
    except ValueError:
        return
    assert [found for _, found in phone.find(f"Gọi {typed}, hỏi rõ.")] == [typed]


@pytest.mark.parametrize(
    "text",
    [
        "Luật 53/2024/QH15, Nghị định 162/2025/NĐ-CP",
        "giai đoạn 2026-2030, 2026 - 2030, 2026–2030",
        "ngày 2026-07-30, 30/7/2026, 30.7.2026, 01.07.2025 - 31.12.2025",
        "72% trong 1.234.567 người, 0,5 - 0,75",
        "năm 2025\n2026 là năm sau",
        "mã 11692, mã 07735-P1",
    ],
)
def test_what_is_no_telephone_number(text: str) -> None:
    assert list(phone.find(text)) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("gọi 111.", "111"),
        ("số 1022", "1022"),
        ("(0912) 345 678", "0912345678"),
        ("0912\n345 678", "0912345678"),
        ("0912 **345** 678", "0912345678"),
        ("_0912345678_", "0912345678"),
        ("0912–345–678", "0912345678"),
        ("0912 - 345 - 678", "0912345678"),
        ("0912  345  678", "0912345678"),
        ("0912\u00a0345\u00a0678", "0912345678"),
        ("Tel.0912345678", "0912345678"),
        ("ĐT0912345678", "0912345678"),
        ("113/0912345678", "0912345678"),
        ("(+84) 912 345 678", "+84912345678"),
        ("1900 – 96 96 80", "1900969680"),
        ("3 860 113", "3860113"),
    ],
)
def test_a_number_is_found_however_it_is_written(text: str, found: str) -> None:
    assert [digits(number) for _, number in phone.find(text)][-1:] == [found]


@given(
    st.text("0123456789", min_size=8, max_size=8),
    st.lists(
        st.sampled_from(["", " ", ".", "-", "  ", " - ", "\u00a0", "\n", "–", "*", ") "]), min_size=9
    ),
)
def test_no_grouping_hides_a_mobile_number(tail: str, gaps: list[str]) -> None:
    number = "09" + tail
    written = "".join(digit + gap for digit, gap in zip(number, [*gaps[:9], ""], strict=True))
    assert number in {digits(found) for _, found in phone.find(f"Hỏi {written} nhé")}
