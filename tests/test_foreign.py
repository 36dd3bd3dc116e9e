"""Nothing on a page runs or is loaded from elsewhere."""

# ruff: noqa: E501 (a case stays on its line)

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from lachan.verify import foreign

OUTSIDE = "trang tải từ nơi khác: "
INSIDE = "trang không được có mã viết thẳng trong <script>"


class Reader(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.faults: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.faults += foreign.faults(tag, attributes)


@pytest.mark.parametrize(
    "html",
    [
        '<script src="../assets/lachan.js" defer></script>',
        '<link rel="stylesheet" href="assets/lachan.css">',
        '<link rel="canonical" href="https://lachan.example/">',
        '<link rel="alternate" hreflang="en" href="https://lachan.example/en/">',
        '<meta property="og:image" content="https://lachan.example/a.png">',
        '<img src="a.webp" srcset="b.webp 2x" alt=""><svg><use href="#a"/></svg>',
        '<a href="https://www.google.com/" rel="noreferrer">Thoát</a><a href="tel:111">111</a><a href="#x">x</a>',
        '<input type="search" data-on="x">',
        "<template><li></li></template><details open><summary>a</summary></details>",
    ],
)
def test_what_a_page_may_carry(html: str) -> None:
    assert Reader(html).faults == []


@pytest.mark.parametrize(
    ("html", "faults"),
    [
        ("<script>alert(1)</script>", [INSIDE]),
        ('<script type="module">import "x"</script>', [INSIDE]),
        ("<SCRIPT>alert(1)</SCRIPT>", [INSIDE]),
        ('<script src="https://a.vn/x.js"></script>', [f"{OUTSIDE}https://a.vn/x.js"]),
        ('<script src="//a.vn/x.js"></script>', [f"{OUTSIDE}//a.vn/x.js"]),
        ('<script src="data:,alert(1)"></script>', [f"{OUTSIDE}data:,alert(1)"]),
        ('<img src="https://a.vn/x.png" alt="">', [f"{OUTSIDE}https://a.vn/x.png"]),
        ('<img src="x.png" srcset="https://a.vn/x.png 2x" alt="">', [f"{OUTSIDE}https://a.vn/x.png 2x"]),
        ('<link rel="stylesheet" href="https://a.vn/x.css">', [f"{OUTSIDE}https://a.vn/x.css"]),
        ('<link rel="preconnect" href="https://a.vn">', [f"{OUTSIDE}https://a.vn"]),
        ('<link href="https://a.vn">', [f"{OUTSIDE}https://a.vn"]),
        ('<svg><image href="https://a.vn/x.png"/></svg>', [f"{OUTSIDE}https://a.vn/x.png"]),
        ('<p style="color:red">a</p>', ["trang không dùng được thuộc tính style"]),
        ('<a href="#" onclick="alert(1)">a</a>', ["trang không dùng được thuộc tính onclick"]),
        ("<svg ONLOAD=alert(1)>", ["trang không dùng được thuộc tính onload"]),
        ('<a href=" JavaScript:alert(1)">a</a>', ["liên kết không được là mã:  JavaScript:alert(1)"]),
        ('<a href="java&#9;script:alert(1)">a</a>', ["liên kết không được là mã: java\tscript:alert(1)"]),
        ('<img src="x.png" srcset="a.png, https://a.vn/x.png 2x" alt="">', [f"{OUTSIDE}a.png, https://a.vn/x.png 2x"]),
        ('<svg><use xlink:href="//a.vn/x.svg#a"/></svg>', [f"{OUTSIDE}//a.vn/x.svg#a"]),
        ('<a href="data:text/html,x">a</a>', ["liên kết không được là mã: data:text/html,x"]),
        ("<style>p{}</style>", ["trang không dùng được <style>"]),
        ('<iframe src="a.html"></iframe>', ["trang không dùng được <iframe>"]),
        ('<form action="/"></form>', ["trang không dùng được <form>"]),
        ('<base href="/a/">', ["trang không dùng được <base>"]),
        ('<meta http-equiv="Refresh" content="0">', ["trang không dùng được <meta>"]),
    ],
)  # fmt: skip
def test_what_it_may_not(html: str, faults: list[str]) -> None:
    assert Reader(html).faults == faults
