"""One page opened again: what it holds, dials and says."""

# ruff: noqa: E501 (a case stays on its line)

from __future__ import annotations

import pytest
from lachan.verify.pageproof import allowed_at, page_faults

NUMBERS = {"111", "113", "02253860113"}
TELS = {"tel:111", "tel:113", "tel:+842253860113"}
POLICY = '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">'


def said(main: str, head: str = f"{POLICY}<title>a</title>") -> list[str]:
    html = f"<html><head>{head}</head><body><main><h1>b</h1><p>c</p>\n{main}</main></body></html>"
    return [f"{line}: {fault}" for line, fault in page_faults(html, NUMBERS, TELS)]


@pytest.mark.parametrize(
    ("main", "faults"),
    [
        ('<a href="tel:111">111</a> <a href="tel:+842253860113">0225 3860 113</a>', []),
        ('<a href="tel:111" aria-label="Gọi 111"><svg><path/></svg><b>Gọi ngay</b></a>', []),
        ('<a href="tel:111">Gọi <b>111</b><span>, nguy hiểm gọi 111</span></a>', []),
        ('<a href="tel:111">Gọi 113</a>', ["2: nút ghi số «113» nhưng gọi tel:111"]),
        ('<p>\n<a href="tel:113"><b>1</b><b>11</b></a>', ["3: nút ghi số «111» nhưng gọi tel:113"]),
        ('<a href="tel:111" title="113">Gọi</a>', ["2: nút ghi số «113» nhưng gọi tel:111"]),
        ('<a href="tel:111"><img alt="Gọi 113"></a>', ["2: nút ghi số «113» nhưng gọi tel:111"]),
        ('<a href="tel:111">0225 3860 113</a>', ["2: nút ghi số «0225 3860 113» nhưng gọi tel:111"]),
        ('<a href="tel:0912345678">gọi</a>', ["2: nút gọi tel:0912345678 không phải đầu mối nào"]),
        ('<a href=" TEL:111">gọi</a>', ["2: nút gọi  TEL:111 không phải đầu mối nào"]),
        ('<svg><a xlink:href="tel:0912345678"/></svg>', ["2: nút gọi tel:0912345678 không phải đầu mối nào"]),
        ('<a href="sms:111">gọi</a>', ["2: trang không dùng được liên kết kiểu sms: sms:111"]),
        ("<p>0912 345 678</p>", ["2: số «0912 345 678» không phải đầu mối nào"]),
        ("<p>0912&nbsp;345&#32;678</p>", ["2: số «0912\u00a0345 678» không phải đầu mối nào"]),
        ("<p>0912 <b>345</b> 678</p>", ["2: số «0912 345 678» không phải đầu mối nào"]),
        ('<img alt="Gọi 0912 345 678">', ["2: số «0912 345 678» không phải đầu mối nào"]),
        ('<p aria-label="Gọi 0912 345 678">a</p>', ["2: số «0912 345 678» không phải đầu mối nào"]),
        ('<p>Xem cả <data value="114">114</data> xã</p>', []),
        ('<p>Xem cả <data value="114">114 xã</data></p>', ["2: số «114» không phải đầu mối nào"]),
        ('<p>Xem cả <data value="113">114</data> xã</p>', ["2: số «114» không phải đầu mối nào"]),
        ('<p><data value="0912345678">0912345678</data></p>', ["2: số «0912345678» không phải đầu mối nào"]),
        ('<a href="tel:111">Gọi <data value="113">113</data></a>', ["2: nút ghi số «113» nhưng gọi tel:111"]),
        ("<script src='x.js'>0912345678</script>", []),
        ("<script>0912345678</script>", ["2: trang không được có mã viết thẳng trong <script>"]),
        ("<p onclick='a()'>a</p>", ["2: trang không dùng được thuộc tính onclick"]),
        ("<p>\ufffd</p>", ["1: chữ không đúng mã UTF-8"]),
    ],
)  # fmt: skip
def test_what_stands_on_a_page(main: str, faults: list[str]) -> None:
    assert said(main) == faults


@pytest.mark.parametrize(
    ("html", "faults"),
    [
        ("", ["<title>", "<h1>", "<main>"]),
        (f"{POLICY}<title>a</title><main><h1>b</h1></main>", ["<main>"]),
        (f"{POLICY}<title> </title><main><h1></h1><p>c</p></main>", ["<title>", "<h1>"]),
        (f"{POLICY}<title>a</title><h1>b</h1><p>c</p>", ["<main>"]),
    ],
)
def test_an_empty_page(html: str, faults: list[str]) -> None:
    found = [fault for _, fault in page_faults(html, NUMBERS, TELS) if "Policy" not in fault]
    assert found == [f"trang trống: không có gì trong {name}" for name in faults]


@pytest.mark.parametrize(
    ("policy", "right"),
    [
        ("default-src 'none';img-src 'self' data:", True),
        ("default-src 'self'", False),
        ("default-src 'none';script-src *", False),
        ("default-src 'none';script-src https://a.vn", False),
        ("default-src 'none';style-src 'unsafe-inline'", False),
        ("", False),
    ],
)
def test_the_policy_of_a_page(policy: str, right: bool) -> None:
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    faults = ["1: trang không mang quy định an toàn của nó (Content-Security-Policy)"]
    assert said("", f"{meta}<title>a</title>") == ([] if right else faults)


def test_a_place_has_the_numbers_of_the_country_and_its_own() -> None:
    contacts = [
        {"place": "", "number": "111", "tel": "tel:111"},
        {"place": "11692", "number": "0225 3860 113", "tel": "tel:+842253860113"},
    ]
    allowed = allowed_at(contacts)
    assert allowed("11692") == ({"111", "02253860113"}, {"tel:111", "tel:+842253860113"})
    assert allowed("07735") == allowed("") == ({"111"}, {"tel:111"})
