"""Where pages lead, at the root of a host and below it."""

from __future__ import annotations

import pytest
from lachan.verify.links import Ways, link_faults
from lachan.verify.pageproof import read

FILES = frozenset(
    {"index.html", "404.html", "a.css", "b.png", "11692/index.html", "11692/1/index.html"}
)
OUT = "https://www.google.com/search?q=x"


def ways(site_url: str) -> Ways:
    return Ways(site_url, FILES, frozenset({OUT}), lambda _: {"so"}, "11692")


@pytest.mark.parametrize(
    ("here", "address", "path"),
    [
        ("index.html", "./", "index.html"),
        ("index.html", "", "index.html"),
        ("index.html", "#a", "index.html"),
        ("index.html", "a.css?v=1", "a.css"),
        ("index.html", "%61.css", "a.css"),
        ("index.html", "A.css", None),
        ("index.html", "11692", "11692/index.html"),
        ("index.html", "11692/", "11692/index.html"),
        ("index.html", "a.css/", None),
        ("11692/1/index.html", "../../", "index.html"),
        ("11692/1/index.html", "..", "11692/index.html"),
        ("11692/1/index.html", "../../b.png", "b.png"),
        ("404.html", "/lachan/11692/1/", "11692/1/index.html"),
        ("404.html", "/11692/1/", None),
        ("index.html", "../../11692/", None),
        ("index.html", "https://a.vn/lachan/", "index.html"),
        ("index.html", "https://a.vn/lachan", "index.html"),
        ("index.html", "https://A.VN/lachan/b.png", "b.png"),
        ("index.html", "//a.vn/lachan/b.png", "b.png"),
        ("index.html", "http://a.vn/lachan/b.png", None),
        ("index.html", "https://a.vn/b.png", None),
        ("index.html", "https://b.vn/lachan/b.png", None),
        ("index.html", "https://[", None),
    ],
)
def test_what_an_address_means(here: str, address: str, path: str | None) -> None:
    assert ways("https://a.vn/lachan/").path(here, address) == path


def test_at_the_root_of_a_host() -> None:
    assert ways("https://a.vn").path("404.html", "/11692/1/") == "11692/1/index.html"
    assert ways("https://a.vn/").path("404.html", "https://a.vn") == "index.html"


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ('<a href="11692/">a</a><img src="b.png"><a href="tel:111">111</a>', []),
        (f'<a href="{OUT}" data-exit>a</a>', []),
        ('<p id="a"><a href="#a">a</a><a href="11692/#so">a</a></p>', []),
        ('<p data-commune="CODE/" data-copied="Đã chép / xong" data-x="1/2">a</p>', []),
        ('<p\n><a href="0/">a</a></p>', ["2: «0/» dẫn đến chỗ không có gì"]),
        ('<a href="https://b.vn/">a</a>', ["1: «https://b.vn/» dẫn ra ngoài trang"]),
        ('<a href="//b.vn/">a</a>', ["1: «//b.vn/» dẫn ra ngoài trang"]),
        ('<a href="https://a.vn/x">a</a>', ["1: «https://a.vn/x» dẫn đến chỗ không có gì"]),
        ('<a href="#b">a</a>', ["1: «#b»: trang ấy không có đoạn #b"]),
        ('<a href="11692/#b">a</a>', ["1: «11692/#b»: trang ấy không có đoạn #b"]),
        ('<img src="" alt="">', ["1: «» dẫn đến chỗ không có gì"]),
        ('<img src="a.css" alt="">', ["1: «a.css» không phải loại tệp cần ở đây"]),
        ('<img srcset="b.png 1x, c.png 2x">', ["1: «c.png» dẫn đến chỗ không có gì"]),
        ('<link rel="stylesheet" href="b.png">', ["1: «b.png» không phải loại tệp cần ở đây"]),
        ('<script src="b.png"></script>', ["1: «b.png» không phải loại tệp cần ở đây"]),
        ('<p data-near="x.js">a</p>', ["1: «x.js» dẫn đến chỗ không có gì"]),
        ('<p data-new="../x.js">a</p>', ["1: «../x.js» dẫn đến chỗ không có gì"]),
        (
            '<link rel="canonical" href="https://a.vn/11692/">',
            ["1: trang mang địa chỉ của trang khác: https://a.vn/11692/"],
        ),
    ],
)
def test_where_a_page_leads(html: str, found: list[str]) -> None:
    page = read(html)
    assert [
        f"{line}: {fault}" for line, fault in link_faults("index.html", page, ways("https://a.vn/"))
    ] == found
