"""Which numbers may be written, how they are dialled, and that no number hides in a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lachan.contacts import phone


@pytest.mark.parametrize(
    ("typed", "shown", "tel"),
    [
        ("111", "111", "tel:111"),
        ("112", "112", "tel:112"),
        ("113 ", "113", "tel:113"),
        ("1022", "1022", "tel:1022"),
        ("1900 96 96 80", "1900 96 96 80", "tel:1900969680"),
        ("1800 1567", "1800 1567", "tel:18001567"),
        ("069 2348 560", "069 2348 560", "tel:+84692348560"),
        ("0692348560", "0692348560", "tel:+84692348560"),
        ("+84 69 2348 560", "+84 69 2348 560", "tel:+84692348560"),
        ("0225 3860 113", "0225 3860 113", "tel:+842253860113"),
        ("0225.3860.113", "0225.3860.113", "tel:+842253860113"),
        ("02.253.860.113", "02.253.860.113", "tel:+842253860113"),
        ("0912-345-678", "0912-345-678", "tel:+84912345678"),
        ("+84 981 84 84 84", "+84 981 84 84 84", "tel:+84981848484"),
        ("+855 977 492 430", "+855 977 492 430", "tel:+855977492430"),
        ("(0225) 3.881.234", "0225 3.881.234", "tel:+842253881234"),
        ("(024) 3825 1234", "024 3825 1234", "tel:+842438251234"),
        ("(0912) 345 678", "0912 345 678", "tel:+84912345678"),
        ("( 0225 ) 3881234", "0225 3881234", "tel:+842253881234"),
        ("0(225) 3881 234", "0225 3881 234", "tel:+842253881234"),
        ("(+84) 225 3881 234", "+84 225 3881 234", "tel:+842253881234"),
        ("+84 (225) 3881 234", "+84 225 3881 234", "tel:+842253881234"),
        ("(+84 225) 3881 234", "+84 225 3881 234", "tel:+842253881234"),
        ("(+84-225)-3881-234", "+84-225-3881-234", "tel:+842253881234"),
        ("+84 (0) 225 3881 234", "+84 225 3881 234", "tel:+842253881234"),
        ("0225 - 3881 - 234", "0225-3881-234", "tel:+842253881234"),
        ("0225\u20133881\u2013234", "0225-3881-234", "tel:+842253881234"),
        ("0225 \u2014 3881 \u2014 234", "0225-3881-234", "tel:+842253881234"),
        ("0225\u00a03881\u00a0234", "0225 3881 234", "tel:+842253881234"),
        ("0225\u202f3881\u2009234", "0225 3881 234", "tel:+842253881234"),
        ("\u00a00225  3881 234.", "0225 3881 234", "tel:+842253881234"),
        ("0912·345·678", "0912.345.678", "tel:+84912345678"),
        ("033 8251 234", "033 8251 234", "tel:+84338251234"),
        ("0338 251 234", "0338 251 234", "tel:+84338251234"),
        ("0210 3846 123", "0210 3846 123", "tel:+842103846123"),
    ],
)
def test_numbers_that_can_be_dialled(typed: str, shown: str, tel: str) -> None:
    assert phone.parse(typed) == phone.Number(shown, tel)


MISTAKEN = "viết dễ nhầm với ngày tháng hay số tiền; hãy chia nhóm khác"
DAY = "trông như một ngày; hãy ghi số điện thoại, ngày gọi thử thì ghi ở mục checked"
TWO = "hai số thì ghi thành hai đầu mối, một số thì chia nhóm bằng dấu cách"
MARKS = "có dấu đặt sai chỗ: dấu + chỉ đứng đầu, dấu ngoặc chỉ quanh mã vùng ở đầu"
SHORT = "không có trong các số ngắn dùng được: 1022, 111, 112, 113, 114, 115"
NOT_ABROAD = "không gọi được theo kiểu +84; hãy viết không có +84"
NOWHERE = "không gọi được ở nước nào; hãy xem lại mã nước và từng chữ số"


def at(place: int, what: str) -> str:
    return f"có chỗ sai ở ký tự thứ {place}: {what}"


def unseen(code: str) -> str:
    return f"ký tự không nhìn thấy {code}; hãy xóa cả dòng rồi gõ lại"


def old(what: str, was: str, new: str, year: int) -> str:
    return f"có {what} cũ: {was} đã đổi thành {new} từ năm {year}; hãy viết {new}, rồi gọi thử"


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("", "còn trống; hãy ghi số, hoặc bỏ mục này"),
        (" - ", "còn trống; hãy ghi số, hoặc bỏ mục này"),
        ("0912 345 67A", at(12, "«A» là chữ, không phải chữ số")),
        ("O912 345 678", at(1, "«O» là chữ O, không phải số 0")),
        ("09l2 345 678", at(3, "«l» là chữ l, không phải số 1")),
        ("О912 345 678", at(1, "«О» là chữ О (U+041E, chữ của tiếng khác), không phải số 0")),
        ("０９１２３４５６７８", at(1, "«０» (U+FF10) không phải chữ số thường; hãy gõ số 0")),
        ("٠٩١٢٣٤٥٦٧٨", at(1, "«٠» (U+0660) không phải chữ số thường; hãy gõ số 0")),
        ("0225 3881 23*", at(13, "«*» không phải chữ số")),
        ("0225 3881 234 máy 12", at(15, "«m» là chữ, không phải chữ số")),
        ("0912/345/678", f"có dấu «/»; {TWO}"),
        ("0225 3881 234; 0225 3881 235", f"có dấu «;»; {TWO}"),
        ("0225 (3881) 234", MARKS),
        ("0225 +3881 234", MARKS),
        ("1 1 1", "phải viết liền: 111"),
        ("1-1-3", "phải viết liền: 113"),
        ("18.00.2012", MISTAKEN),
        ("1900-12-31", MISTAKEN),
        ("20.9.2026", DAY),
        (" 20/9/2026", DAY),
        ("20 - 9 - 2026", DAY),
        ("2026-09-20", DAY),
        ("31.9.2026", DAY),
        ("20.9.26", DAY),
        ("9.2026", SHORT),
        ("0225.38", "có 6 chữ số, thiếu 5: số bắt đầu bằng 0225 có 11 chữ số"),
        ("110", SHORT),
        ("1112", SHORT),
        ("+84111", NOT_ABROAD),
        ("+84 111", NOT_ABROAD),
        ("+84 1022", NOT_ABROAD),
        ("+84 1900 96 96 80", NOT_ABROAD),
        ("0111", "không viết số 0 ở đầu: 111"),
        ("01900 1234", "không viết số 0 ở đầu: 19001234"),
        ("0912 345", "có 7 chữ số, thiếu 3: số bắt đầu bằng 091 có 10 chữ số"),
        ("0912 345 6789", "có 11 chữ số, thừa 1: số bắt đầu bằng 091 có 10 chữ số"),
        ("0225 3860 11", "có 10 chữ số, thiếu 1: số bắt đầu bằng 0225 có 11 chữ số"),
        ("024 3825 123", "có 10 chữ số, thiếu 1: số bắt đầu bằng 024 có 11 chữ số"),
        (
            "0225 3881 234 - 0912 345 678",
            "có 21 chữ số, thừa 10: số bắt đầu bằng 0225 có 11 chữ số; "
            "hai số thì ghi thành hai đầu mối",
        ),
        ("1900 123 45", "có 9 chữ số; số 1900 có 8 hoặc 10 chữ số"),
        ("069 23", "có 5 chữ số; số 069 có 8 đến 10 chữ số"),
        ("912 345 678", "thiếu số 0 ở đầu: 091…"),
        ("225 3881 234", "thiếu số 0 ở đầu: 0225…"),
        ("3881 234", "thiếu mã vùng ở đầu, ví dụ 0225"),
        ("84 981 84 84 84", "thiếu dấu + trước 84"),
        ("0084 981 848 484", "bắt đầu bằng 00; số gọi quốc tế viết bằng dấu +, ví dụ +84"),
        ("+84 0225 3881 234", "sau +84 không viết số 0 nữa: +84 2253881234"),
        ("0952 123 456", "bắt đầu bằng 0952, không phải đầu số hay mã vùng nào ở Việt Nam"),
        ("024 1825 1234", "không có ở mã vùng 024; hãy xem lại chữ số sau 024"),
        ("0225 0881 234", "không có ở mã vùng 0225; hãy xem lại chữ số sau 0225"),
        ("0225 1881 234", "không có ở mã vùng 0225; hãy xem lại chữ số sau 0225"),
        ("0224 3852 123", "bắt đầu bằng 0224, không phải đầu số hay mã vùng nào ở Việt Nam"),
        ("0298 3852 123", "bắt đầu bằng 0298, không phải đầu số hay mã vùng nào ở Việt Nam"),
        ("1080", SHORT),
        ("+999 12345678", NOWHERE),
        ("+855 12", NOWHERE),
        ("0999 999 999", "chỉ lặp lại chữ số 9, như số mẫu; hãy ghi số thật đã gọi thử"),
        ("1900 0000", "chỉ lặp lại chữ số 0, như số mẫu; hãy ghi số thật đã gọi thử"),
        ("0225 3333 333", "chỉ lặp lại chữ số 3, như số mẫu; hãy ghi số thật đã gọi thử"),
        ("04 3825 1234", old("mã vùng", "04", "024", 2017)),
        ("(08) 3829 1234", old("mã vùng", "08", "028", 2017)),
        ("0313881234", old("mã vùng", "031", "0225", 2017)),
        ("0240 3854 123", old("mã vùng", "0240", "0204", 2017)),
        ("02413822123", old("mã vùng", "0241", "0222", 2017)),
        ("0320 3882 123", old("mã vùng", "0320", "0220", 2017)),
        ("(033) 3822 123", old("mã vùng", "033", "0203", 2017)),
        ("(038) 3844 123", old("mã vùng", "038", "0238", 2017)),
        ("022 3850 123", old("mã vùng", "022", "0212", 2017)),
        ("+84 31 3881 234", old("mã vùng", "031", "0225", 2017)),
        ("0168 812 3456", old("đầu số", "0168", "038", 2018)),
        ("+84 120 812 3456", old("đầu số", "0120", "070", 2018)),
    ],
)
def test_numbers_that_are_refused(typed: str, why: str) -> None:
    with pytest.raises(ValueError, match=r"^số ") as raised:
        phone.parse(typed)
    assert str(raised.value) == f"số «{typed}» {why}"


@pytest.mark.parametrize(
    ("typed", "shown", "why"),
    [
        ("0912\u200b345678", "0912⟨U+200B⟩345678", at(5, unseen("U+200B"))),
        ("\ufeff0912345678", "⟨U+FEFF⟩0912345678", at(1, unseen("U+FEFF"))),
        ("0912\u202e345678", "0912⟨U+202E⟩345678", at(5, unseen("U+202E"))),
    ],
)
def test_what_cannot_be_seen_is_shown(typed: str, shown: str, why: str) -> None:
    with pytest.raises(ValueError, match=r"^số ") as raised:
        phone.parse(typed)
    assert str(raised.value) == f"số «{shown}» {why}"


@given(st.text("0123456789+ .-()\u00a0\u2013", max_size=16))
def test_every_number_that_is_taken_is_found_again_in_a_text(typed: str) -> None:
    try:
        number = phone.parse(typed)
    except ValueError:
        return
    assert [found for _, found in phone.find(f"Gọi {number.shown}, hỏi rõ.")] == [number.shown]
    assert phone.parse(number.shown) == number


@pytest.mark.parametrize(
    "text",
    [
        "Luật 53/2024/QH15, Nghị định 162/2025/NĐ-CP",
        "giai đoạn 2026-2030, 2026 - 2030, 2026–2030",
        "ngày 2026-07-30, 30/7/2026, 30.7.2026, 01.07.2025 - 31.12.2025",
        "72% trong 1.234.567 người, 0,5 - 0,75",
        "năm 2025\n2026 là năm sau",
        "mã 11692, mã 07735-P1",
        "20/9/2026, 01/7–30/9/2025, 01/07/2025 - 31/12/2025, từ 06/2016 - 9/2020",
        "mục 1.1.3, tỉ lệ 1:1:3, trang 1-1, 2-3, ngày 1/1/2026",
        "tổng số 3.881.234 đồng, 0,125 0,250 0,375, danh sách 001, 002, 003",
        "Thông tư 013/2024/TT-BYT, 1800/QĐ-TTg, 000/001/003",
        "07h00-11h30, 20 l nước, H2O, lớp 1O, 07:30:00, 012:34",
        "số 113/KH-UBND, trang 110/2026, Nghị quyết 110/2024/QH15",
        "ngày 1/1, 1/1/26, 01/1/3, từ 1/1 - 3/1, 11/1/3, tổ 2/1/1/3, số 1/1/3/KH",
        "Điều 111a, 113b, dài 115km, 112m², 110kV, 119ha, 113đ, 114cm²",
        "²³, ½, mục 111.1, ảnh A113ngay, 1/113ngay, 1113ngay",
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
        ("0912·345·678", "0912345678"),
        ("0912 — 345 — 678", "0912345678"),
        ("0912 ‑ 345 − 678", "0912345678"),
        ("0912/345/678", "0912345678"),
        ("0912 / 345 / 678", "0912345678"),
        ("0912,345,678", "0912345678"),
        ("0912, 345, 678", "0912345678"),
        ("0912 | 345 | 678", "0912345678"),
        ("0912:345:678", "0912345678"),
        ("0912~345~678", "0912345678"),
        ("0225/3881234", "02253881234"),
        ("gọi 113/115", "115"),
        ("Gọi113", "113"),
        ("(0225)/3881/234", "02253881234"),
        ("+84/912/345/678", "+84912345678"),
        ("0912\u200b345\u00ad678", "0912345678"),
        ("0912&nbsp;345&nbsp;678", "0912345678"),
        ("1-1-3", "113"),
        ("gọi 1 1 3 ngay", "113"),
        ("1 – 1 – 3", "113"),
        ("gọi 1.1.3", "113"),
        ("ĐT 3.881.234", "3881234"),
        ("SĐT: 3.881.234", "3881234"),
        ("Tel. 38.251.234", "38251234"),
        ("điện thoại 3,881,234", "3881234"),
        ("tổng đài tỉnh, 1022", "1022"),
        ("O912 345 678", "912345678"),
        ("0912 345 67O", "091234567"),
        ("l900 1234", "9001234"),
        ("gọi 1/1/3", "113"),
        ("1 / 1 / 3, rồi chờ", "113"),
        ("gọi 113ngay", "113"),
        ("Gọi113ngay", "113"),
        ("113/115ngay", "115"),
        ("111là số miễn phí", "111"),
        ("GỌI 111ĐỂ HỎI", "111"),
        ("hỏi 1022trước", "1022"),
        ("gọi １１３", "113"),
        ("٠٩١٢ ٣٤٥ ٦٧٨", "0912345678"),
        ("1１3", "113"),
        ("O９12 345 678", "912345678"),
    ],
)
def test_a_number_is_found_however_it_is_written(text: str, found: str) -> None:
    assert [phone.digits(number) for _, number in phone.find(text)][-1:] == [found]


@given(
    st.text("0123456789", min_size=8, max_size=8),
    st.lists(
        st.sampled_from(["", " ", ".", "-", "  ", " - ", "\u00a0", "\n", "–", "*", ") "]), min_size=9
    ),
)
def test_no_grouping_hides_a_mobile_number(tail: str, gaps: list[str]) -> None:
    number = "09" + tail
    written = "".join(digit + gap for digit, gap in zip(number, [*gaps[:9], ""], strict=True))
    assert number in {phone.digits(found) for _, found in phone.find(f"Hỏi {written} nhé")}
