"""What a QR carries, what is printed under it, and whether it leads anywhere."""

# ruff: noqa: E501 (a case stays on its line)

from __future__ import annotations

import pytest
from lachan.campaign import address

WHOLE = "site_url phải là địa chỉ đầy đủ của trang, ví dụ https://lachan.example/"
MARK = "site_url có chữ có dấu «{}»; địa chỉ chỉ dùng chữ không dấu"
LIKE = "site_url có «{}» (U+{}), không phải chữ a-z, số 0-9 dù trông giống; hãy gõ lại"
HOST = (
    "site_url có tên miền «{}»; tên miền gồm chữ không dấu, chữ số, gạch nối ở giữa, "
    "mỗi phần không quá 63 ký tự, cách nhau một dấu chấm"
)
PORT = "site_url có cổng «{}»; cổng là một số từ 1 đến 65535, không cần thì bỏ cả dấu hai chấm"
ZERO = "site_url có cổng «{}»; cổng viết không có số 0 ở đầu: {}"
PAGE = "site_url kết thúc bằng tên tệp «{}»; hãy bỏ tên tệp, dừng ở thư mục của nó"
SPACE = "site_url có khoảng trắng U+{}; địa chỉ viết liền, hãy xóa"
UNSEEN = "site_url có ký tự vô hình U+{}; hãy xóa, hoặc gõ lại cả dòng"
FOLDER = "site_url có «{}» trong tên thư mục; chỉ dùng chữ không dấu, chữ số và - . _ ~"
DOTS = "site_url có thư mục trống, «.» hoặc «..»; hãy ghi thẳng tên thư mục"
NAMED = "site_url không được có tên đăng nhập hay mật khẩu (phần trước @)"
ASKS = "site_url không được có «?» hay «#»; hãy dừng ở tên thư mục"
IP = "site_url có «{}», không phải địa chỉ IP nào; hãy xem lại từng số"


@pytest.mark.parametrize(
    "site_url",
    ["https://lachan.vn/", "https://lachan.vn", "http://a.vn:8080/", "https://a.vn:65535", "HTTPS://A.VN/",
     "https://a.vn/La-Chan/2026_a~b/", "https://haiphong.gov.vn/phong-chong", "https://a.vn/v1.2/html", "https://a.vn/index.html.d/",
     "http://[::1]/", "http://[::1]:80/",
     "http://8.8.8.8:1/", "http://localhost:8000/", "https://lachan/", "https://lachan.example./",
     "https://xn--phng-mqa.vn/", "https://3a.com.vn/", f"https://{'a' * 63}.vn/"],
)  # fmt: skip
def test_an_address_that_paper_can_carry(site_url: str) -> None:
    assert list(address.faults(site_url)) == []


@pytest.mark.parametrize(
    ("site_url", "faults"),
    [
        ("", [WHOLE]),
        ("lachan.vn", [WHOLE]),
        ("//lachan.vn/", [WHOLE]),
        ("https:/lachan.vn/", [WHOLE]),
        ("https:///lachan.vn/", [WHOLE]),
        ("ftp://lachan.vn/", [WHOLE]),
        ("https://[a", [WHOLE]),
        ("https://la chan.vn/", [SPACE.format("0020")]),
        ("https://lachan.vn/ ", [SPACE.format("0020")]),
        ("https://lachan.vn/\u00a0", [SPACE.format("00A0")]),
        ("https://lachan.vn/\t", [SPACE.format("0009")]),
        ("https://lachan\u202e.vn/", [UNSEEN.format("202E")]),
        ("https://la\u200bchan.vn/", [UNSEEN.format("200B")]),
        ("https://la\u00adchan.vn/", [UNSEEN.format("00AD")]),
        ("https://lachan.vn/phòng/", [MARK.format("ò")]),
        ("https://phòng.vn/", [MARK.format("ò"), "site_url: nếu tên miền thật có dấu thì ghi xn--phng-mqa.vn"]),
        ("https://đ.vn/ô", [MARK.format("đ"), MARK.format("ô"), "site_url: nếu tên miền thật có dấu thì ghi xn--fea.vn"]),
        ("https://lаchan.vn/", [LIKE.format("а", "0430")]),
        ("https://ｌachan.vn/", [LIKE.format("ｌ", "FF4C")]),
        ("https://lachan。vn/", [LIKE.format("。", "3002")]),
        ("https://lachan.vn／a", [LIKE.format("／", "FF0F")]),
        ("https://a.vn:80８/", [LIKE.format("８", "FF18")]),
        ("https://a@lachan.vn/", [NAMED]),
        ("https://a:b@lachan.vn:0/", [NAMED, PORT.format("0")]),
        ("https://lachan.vn/?a", [ASKS]),
        ("https://lachan.vn/?", [ASKS]),
        ("https://lachan.vn#a", [ASKS]),
        ("https://lachan.vn:0/", [PORT.format("0")]),
        ("https://lachan.vn:00/", [PORT.format("00")]),
        ("https://lachan.vn:080/", [ZERO.format("080", "80")]),
        ("http://[::1]:08080/", [ZERO.format("08080", "8080")]),
        ("https://lachan.vn:65536/", [PORT.format("65536")]),
        ("https://lachan.vn:123456/", [PORT.format("123456")]),
        ("https://lachan.vn:-1/", [PORT.format("-1")]),
        ("https://lachan.vn:http/", [PORT.format("http")]),
        ("https://lachan.vn:/", [PORT.format("")]),
        ("https://lachan.vn:80:80/", [PORT.format("80:80")]),
        ("https://lachan..vn/", [HOST.format("lachan..vn")]),
        ("https://.vn/", [HOST.format(".vn")]),
        ("https://-a.vn/", [HOST.format("-a.vn")]),
        ("https://a-.vn/", [HOST.format("a-.vn")]),
        ("https://a_b.vn/", [HOST.format("a_b.vn")]),
        ("https://a,b.vn/", [HOST.format("a,b.vn")]),
        (f"https://{'a' * 64}.vn/", [HOST.format("a" * 64 + ".vn")]),
        ("https://xn--a.vn/", ["site_url có «xn--a», không đọc được thành tên có dấu nào; hãy chép lại"]),
        ("http://1.2.3/", [IP.format("1.2.3")]),
        ("http://256.1.1.1/", [IP.format("256.1.1.1")]),
        ("https://lachan.vn/%20/", [FOLDER.format("%")]),
        ("https://lachan.vn/a\\b<c>", [FOLDER.format("\\<>")]),
        ("https://lachan.vn//a", [DOTS]),
        ("https://lachan.vn/../a", [DOTS]),
        ("https://lachan.vn/./", [DOTS]),
        ("https://lachan.vn/index.html", [PAGE.format("index.html")]),
        ("https://lachan.vn/a/Trang-chu.HTM", [PAGE.format("Trang-chu.HTM")]),
        ("https://lachan.vn/default.aspx/", [PAGE.format("default.aspx")]),
    ],
)  # fmt: skip
def test_why_an_address_cannot_be(site_url: str, faults: list[str]) -> None:
    assert list(address.faults(site_url)) == faults


@pytest.mark.parametrize(
    ("site_url", "sample"),
    [
        ("https://lachan.example/", True),
        ("https://a.lachan.example", True),
        ("https://example.com/", True),
        ("https://www.example.org/", True),
        ("https://lachan.test/", True),
        ("https://lachan.invalid/", True),
        ("http://localhost:8000/", True),
        ("http://127.0.0.1/", True),
        ("http://192.168.1.5/", True),
        ("http://[::1]/", True),
        ("https://lachan/", True),
        ("https://lachan.example./", True),
        ("https://LACHAN.EXAMPLE/", True),
        ("https://lachan.haiphong.gov.vn/", False),
        ("https://example.gov.vn/", False),
        ("https://contest.vn/", False),
        ("http://8.8.8.8/", False),
    ],
)
def test_reserved(site_url: str, sample: bool) -> None:
    assert address.reserved(site_url) == sample


@pytest.mark.parametrize(
    ("site_url", "path", "encoded", "shown"),
    [
        ("https://lachan.vn/", "11692/", "https://lachan.vn/11692/", "lachan.vn/11692"),
        ("https://lachan.vn", "en/11692/1/", "https://lachan.vn/en/11692/1/", "lachan.vn/en/11692/1"),
        ("HTTPS://Lachan.VN/", "11692/", "https://lachan.vn/11692/", "lachan.vn/11692"),
        ("https://a.vn/La-Chan/", "07735/", "https://a.vn/La-Chan/07735/", "a.vn/La-Chan/07735"),
        ("http://a.vn:8080/", "", "http://a.vn:8080/", "a.vn:8080"),
    ],
)
def test_addresses(site_url: str, path: str, encoded: str, shown: str) -> None:
    assert address.encoded(site_url, path) == encoded
    assert address.shown(site_url, path) == shown


@pytest.mark.parametrize(
    ("code", "opened"),
    [
        ("HTTPS://LACHAN.VN/11692/", "https://lachan.vn/11692/"),
        ("HTTPS://A.VN/La-Chan/07735/", "https://a.vn/La-Chan/07735/"),
        ("https://a.vn/11692/", "https://a.vn/11692/"),
    ],
)
def test_what_codes_of_earlier_builds_open(code: str, opened: str) -> None:
    assert address.opened(code) == opened
