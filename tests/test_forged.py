"""A finished site in which something was changed and every sum made to fit: what it says is seen still."""

# ruff: noqa: E501 (a case stays on its line)

from __future__ import annotations

import io
import json
import re
import shutil
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from finished import forge, lay, write_kho
from lachan.audit.siteproof import prove
from miniature import FAMILY, FILES, FORM, FRONT, INDEX, PLACE, POLICE, POST, SIGNS
from PIL import Image

CODE = "11692"
HOME, PAGE, SCRIPT, ROOM = (
    "index.html",
    f"{CODE}/index.html",
    f"{CODE}/1/index.html",
    f"{CODE}/tai-lieu/index.html",
)
DAY = "ngay-30-7/index.html"
KIT = f"{CODE}/tai-lieu/{CODE}-vi"
QR = "https://lachan.example/11692/"
Spoil = Callable[[Path], object]

TEXTS = {
    **{name: FAMILY[name] for name in (FORM, POST)},
    SIGNS: None,
    INDEX: FILES[INDEX].replace("một câu.", "một câu. Xem [ngày 30/7](ngay-30-7.md)."),
    PLACE: f"{FILES[PLACE]}contacts: {{commune-police: {POLICE}}}\n",
    "docs/vi/ngay-30-7.md": f"---\ntitle: Ngày 30/7\nname: Ngày 30/7\nsummary: Toàn dân.\n{FRONT}---\n# Ngày 30/7\n\nToàn dân phòng, chống mua bán người.\n",
}


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return lay(tmp_path_factory.mktemp("finished"), TEXTS, [CODE])


@pytest.fixture
def site(whole: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(whole, tmp_path / "site"))


def test_a_right_site(whole: Path) -> None:
    assert prove(whole) == []


def test_a_right_site_whose_sums_were_reckoned_again(site: Path) -> None:
    before = (site / "kho.json").read_bytes()
    forge(site)
    assert prove(site) == []
    assert json.loads((site / "kho.json").read_bytes())["files"] == json.loads(before)["files"]


def put(path: str, content: str | bytes) -> Spoil:
    return lambda site: (site / path).write_bytes(
        content if isinstance(content, bytes) else content.encode()
    )


def edit(path: str, *pairs: tuple[str, str]) -> Spoil:
    """Replace words in a file, wherever they stand in it."""

    def change(site: Path) -> None:
        text = (site / path).read_text("utf-8")
        for old, new in pairs:
            assert old in text, f"{old} in {path}"
            text = text.replace(old, new)
        (site / path).write_text(text, "utf-8")

    return change


def renamed(name: str) -> Iterator[tuple[str, str]]:
    """The commune's name on a page, with the fixed space that keeps it whole and without, as `name`."""
    yield from (("Phường Dương Kinh", name), ("Phường Dương\u00a0Kinh", name))


def cut(path: str, pattern: str, new: str = "") -> Spoil:
    """Replace what a pattern finds first."""

    def change(site: Path) -> None:
        text, count = re.subn(pattern, new, (site / path).read_text("utf-8"), count=1, flags=re.S)
        assert count, f"{pattern} in {path}"
        (site / path).write_text(text, "utf-8")

    return change


def gone(*paths: str) -> Spoil:
    return lambda site: [(site / path).unlink() for path in paths]


def swap(one: str, other: str) -> Spoil:
    def change(site: Path) -> None:
        first, second = (site / one).read_bytes(), (site / other).read_bytes()
        (site / one).write_bytes(second)
        (site / other).write_bytes(first)

    return change


def png(size: tuple[int, int]) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size).save(out, "PNG")
    return out.getvalue()


def bundle(change: Callable[[dict[str, bytes]], object]) -> Spoil:
    """Pack the kit anew with other members."""

    def pack(site: Path) -> None:
        with zipfile.ZipFile(site / f"{KIT}-kit.zip") as archive:
            members = {name: archive.read(name) for name in archive.namelist()}
        change(members)
        with zipfile.ZipFile(site / f"{KIT}-kit.zip", "w") as archive:
            for name, content in members.items():
                archive.writestr(name, content)

    return pack


def kho(change: Callable[[dict[str, Any]], object]) -> Spoil:
    """Change what kho.json says, and seal it again; done after the sums."""

    def spoil(site: Path) -> None:
        said = json.loads((site / "kho.json").read_text("utf-8"))
        change(said)
        write_kho(site, said)

    return spoil


def entry(path: str, **changes: Any) -> Spoil:
    return kho(lambda said: next(e for e in said["artefacts"] if e["path"] == path).update(changes))


def show(site: Path) -> list[str]:
    return [str(problem) for problem in prove(site)]


@pytest.mark.parametrize(
    ("spoil", "problems"),
    [
        # A page as a whole
        (put(PAGE, ""), [f"{PAGE}:1: <h1> không ghi tên «Phường Dương Kinh»", f"{PAGE}:1: <title> không ghi tên «Phường Dương Kinh»", f"{PAGE}:1: trang không có nút gọi nào", f"{PAGE}:1: trang không ghi «2026.11»", f"{PAGE}:1: trang không ghi «Thành phố Hải Phòng»", f"{PAGE}:1: trang không mang quy định an toàn của nó (Content-Security-Policy)", f"{PAGE}:1: trang trống: không có gì trong <h1>", f"{PAGE}:1: trang trống: không có gì trong <main>", f"{PAGE}:1: trang trống: không có gì trong <title>", f"{PAGE}:1: sitemap.xml ghi trang này, nhưng trang không cho tìm"]),
        (cut(PAGE, "<main.*</main>", '<main id="main"></main>'), [f"{PAGE}:1: trang trống: không có gì trong <main>"]),
        (put(HOME, ""), [f"{HOME}:1: trang trống: không có gì trong <h1>", f"{HOME}:1: trang trống: không có gì trong <main>", f"{HOME}:1: trang trống: không có gì trong <title>"]),
        (cut(DAY, "Toàn dân phòng, chống mua bán người", "Xin đọc ở nơi khác"), ["tim/muc-luc.json:1: «../ngay-30-7/»: trang ấy không còn những chữ mà mục lục ghi: dân toàn"]),
        (gone(SCRIPT), [f"{KIT}-sheet-loi-nhac.pdf:1: mã QR mở {QR}1/, không phải một trang của bản này", f"{PAGE}:64: «../11692/1/» dẫn đến chỗ không có gì"]),
        (gone(DAY), ["index.html:45: «ngay-30-7/» dẫn đến chỗ không có gì", "sitemap.xml:1: «https://lachan.example/ngay-30-7/» dẫn đến chỗ không có gì", "sw.js:1: «./ngay-30-7/» dẫn đến chỗ không có gì", "tim/muc-luc.json:1: «../ngay-30-7/» dẫn đến chỗ không có gì"]),
        (swap(HOME, DAY), ["index.html:14: trang mang địa chỉ của trang khác: https://lachan.example/ngay-30-7/"]),
        (put("la.html", "<p>x</p>"), ["la.html:1: trang trống: không có gì trong <h1>"]),
        (lambda site: shutil.copytree(site / CODE, site / "07735"), ["07735/index.html:1: kho.json không ghi nơi nào mang mã 07735"]),
        (lambda site: (site / PAGE).write_bytes((site / PAGE).read_bytes() + b"\xff"), [f"{PAGE}:1: chữ không đúng mã UTF-8"]),
        # Where it leads
        (edit(PAGE, ('href="../11692/tai-lieu/"', 'href="../11692/kho/"')), [f"{PAGE}:88: «../11692/kho/» dẫn đến chỗ không có gì"]),
        (edit(PAGE, ("https://www.google.com/search?q=x", "https://a.vn/")), [f"{PAGE}:30: «https://a.vn/» dẫn ra ngoài trang"]),
        (edit(PAGE, ('href="#main"', 'href="#chinh"')), [f"{PAGE}:28: «#chinh»: trang ấy không có đoạn #chinh"]),
        (cut(PAGE, '(og:image" content=")[^"]*', r"\1https://lachan.example/khong.png"), [f"{PAGE}:16: «https://lachan.example/khong.png» dẫn đến chỗ không có gì"]),
        (cut(PAGE, '(og:image" content=")[^"]*', r"\1https://a.vn/a.png"), [f"{PAGE}:16: «https://a.vn/a.png» dẫn ra ngoài trang"]),
        (cut(PAGE, 'rel="canonical" href="[^"]*', 'rel="canonical" href="https://lachan.example/'), [f"{PAGE}:20: trang mang địa chỉ của trang khác: https://lachan.example/"]),
        (cut(PAGE, r'href="[^"]*lachan\.css"', 'href="../assets/icon-192.png"'), [f"{PAGE}:21: «../assets/icon-192.png» không phải loại tệp cần ở đây"]),
        (cut(PAGE, 'data-worker="[^"]*"', 'data-worker="../nu.js"'), [f"{PAGE}:98: «../nu.js» dẫn đến chỗ không có gì"]),
        # What it dials
        (cut(PAGE, 'href="tel:111"', 'href="tel:113"'), [f"{PAGE}:31: nút ghi số «111» nhưng gọi tel:113"]),
        (cut(PAGE, 'href="tel:111"', 'href="sms:111"'), [f"{PAGE}:31: trang không dùng được liên kết kiểu sms: sms:111"]),
        (cut(PAGE, 'href="tel:111"', 'href="callto:0912345678"'), [f"{PAGE}:31: trang không dùng được liên kết kiểu callto: callto:0912345678"]),
        (edit(SCRIPT, ('href="tel:', 'href="#main" data-a="')), [f"{SCRIPT}:1: trang không có nút gọi nào"]),
        # What it is called
        (edit(PAGE, *renamed("Phường Dương Kính")), [f"{PAGE}:1: <h1> không ghi tên «Phường Dương Kinh»", f"{PAGE}:1: <title> không ghi tên «Phường Dương Kinh»"]),
        (cut(PAGE, "<title>Phường Dương Kinh", "<title>Phường Hải An"), [f"{PAGE}:1: <title> không ghi tên «Phường Dương Kinh»"]),
        (edit(PAGE, ("Thành phố Hải\u00a0Phòng", "Thành phố Bắc Ninh")), [f"{PAGE}:1: trang không ghi «Thành phố Hải Phòng»"]),
        (edit(PAGE, ("2026.11", "2025.11")), [f"{PAGE}:1: trang không ghi «2026.11»"]),
        (edit(SCRIPT, *renamed("Phường Hải An")), [f"{SCRIPT}:1: trang không ghi tên «Phường Dương Kinh»"]),
        (edit(SCRIPT, ("Lời nhắc", "Lời chào")), [f"{SCRIPT}:1: kho.json không ghi bài nào tên «Lời chào»"]),
        (edit(ROOM, ("Lời nhắc", "Lời chào")), [f"{ROOM}:1: trang không ghi «Lời nhắc»"]),
        (edit(ROOM, *renamed("Phường Hải An")), [f"{ROOM}:1: <title> không ghi tên «Phường Dương Kinh»"]),
        (edit("tim/index.html", ("Phường Dương Kinh", "Phường Hải An")), ["tim/index.html:1: trang không ghi tên «Dương Kinh»"]),
        # Papers, pictures, posts, bundles
        (swap(f"{KIT}-poster-number-color.pdf", f"{KIT}-poster-number-eco.pdf"), [f"{KIT}-kit.zip:1: tệp 11692-vi-poster-number-color.pdf trong gói khác tệp cùng tên trên trang", f"{KIT}-poster-number-eco.pdf:1: trang 1: tốn 34.7% mực, bản tiết kiệm chỉ được 17%"]),
        (swap(f"{KIT}-poster-number-color.pdf", f"{KIT}-form-cam-ket.pdf"), [f"{KIT}-form-cam-ket.pdf:1: tệp mang tên «Bị lừa đi xa? Bị giữ giấy tờ?», đúng ra là «Bản cam kết»"]),
        (put(f"{KIT}-poster-number-color.pdf", b"%PDF"), [f"{KIT}-poster-number-color.pdf:1: không mở được tệp PDF"]),
        (put(f"{KIT}-picture-hoi-tall.png", png((1080, 1920))), [f"{KIT}-kit.zip:1: tệp 11692-vi-picture-hoi-tall.png trong gói khác tệp cùng tên trên trang"]),
        (put(f"{KIT}-picture-hoi-tall.png", png((1080, 1900))), [f"{KIT}-picture-hoi-tall.png:1: ảnh rộng 1080, cao 1900 điểm, đúng ra là 1080, 1920"]),
        (put(f"{KIT}-picture-hoi-wide.png", b"x"), [f"{KIT}-picture-hoi-wide.png:1: không mở được ảnh"]),
        (put(f"{KIT}-poster-number-color-preview.png", b"x"), [f"{KIT}-poster-number-color-preview.png:1: không mở được ảnh"]),
        (swap(f"{KIT}-word-loi-nhac.docx", f"{KIT}-form-cam-ket.docx"), [f"{KIT}-form-cam-ket.docx:1: không tìm thấy số 113"]),
        (put(f"{KIT}-form-cam-ket.docx", b"PK"), [f"{KIT}-form-cam-ket.docx:1: không mở được tệp Word"]),
        (put(f"{KIT}-post-hoi.txt", ""), [f"{KIT}-post-hoi.txt:1: tệp trống"]),
        (edit(f"{KIT}-post-hoi.txt", ("/11692/", "/")), [f"{KIT}-post-hoi.txt:1: bài đăng không kết thúc bằng địa chỉ trang của xã, phường mà bằng «https://lachan.example/»"]),
        (edit(f"{KIT}-post-hoi.txt", ("0225 3860 113", "0912 345 678")), [f"{KIT}-post-hoi.txt:1: có số lạ 0912345678", f"{KIT}-post-hoi.txt:1: không tìm thấy số 02253860113"]),
        (put(f"{KIT}-post-hoi.txt", b"\xff"), [f"{KIT}-post-hoi.txt:1: chữ không đúng mã UTF-8"]),
        (edit(f"{KIT}-text-loi-nhac.txt", ("một một một", "một một hai")), [f"{KIT}-kit.zip:1: tệp 11692-vi-text-loi-nhac.txt trong gói khác tệp cùng tên trên trang"]),
        (gone(f"{KIT}-poster-number-color.pdf"), [f"{KIT}-kit.zip:1: trong gói có tệp lạ 11692-vi-poster-number-color.pdf"]),
        (put(f"{KIT}-la.pdf", b"x"), [f"{KIT}-la.pdf:1: mục artefacts của kho.json không ghi tệp này"]),
        (bundle(lambda members: members.pop(f"{CODE}-vi-form-cam-ket.pdf")), [f"{KIT}-kit.zip:1: trong gói thiếu tệp 11692-vi-form-cam-ket.pdf"]),
        (bundle(lambda members: members.update({"la.txt": b"x"})), [f"{KIT}-kit.zip:1: trong gói có tệp lạ la.txt"]),
        (bundle(lambda members: members.update({f"{CODE}-vi-form-cam-ket.pdf": b"x"})), [f"{KIT}-kit.zip:1: tệp 11692-vi-form-cam-ket.pdf trong gói khác tệp cùng tên trên trang"]),
        (put(f"{KIT}-kit.zip", b"x"), [f"{KIT}-kit.zip:1: không mở được tệp nén"]),
        # What pages are drawn with, what machines read
        (put("assets/lachan.css", ""), ["assets/lachan.css:1: tệp trống"]),
        (put("assets/lachan.js", "\n"), ["assets/lachan.js:1: tệp trống"]),
        (put("assets/art/mark.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>'), ["assets/art/mark.svg:1: tệp trống"]),
        (put("assets/art/mark.svg", "x"), ["assets/art/mark.svg:1: không đọc được tệp này"]),
        (put("assets/icon-512.png", b"x"), ["assets/icon-512.png:1: không mở được ảnh"]),
        (gone("assets/icon-512.png"), ["manifest.webmanifest:1: «assets/icon-512.png» dẫn đến chỗ không có gì"]),
        (put("manifest.webmanifest", '{"icons": []}'), ["manifest.webmanifest:1: tệp không ghi địa chỉ nào"]),
        (put("tim/muc-luc.json", ""), ["tim/muc-luc.json:1: tệp trống"]),
        (put("tim/muc-luc.json", '{"pages": {}}'), ["tim/muc-luc.json:1: thiếu index.html", "tim/muc-luc.json:1: thiếu ngay-30-7/index.html"]),
        (put("tim/muc-luc.json", "[]"), ["tim/muc-luc.json:1: không đọc được tệp này"]),
        (edit("xa-phuong/ten.js", ("Dương Kinh", "Dương Kính")), ["xa-phuong/ten.js:1: tệp không ghi tên «Phường Dương Kinh» (11692)"]),
        (put("sw.js", "a();"), ["sw.js:1: tệp không ghi những gì điện thoại giữ lại"]),
        (edit("sw.js", ("assets/lachan.css", "assets/la.css")), ["sw.js:1: «./assets/la.css» dẫn đến chỗ không có gì"]),
        (put("_headers", ""), ["_headers:1: tệp trống"]),
        (gone("_headers"), ["_headers:1: thiếu tệp này"]),
        (edit("_headers", ("nosniff", "")), ["_headers:1: thiếu dòng «X-Content-Type-Options: nosniff»"]),
        (put("robots.txt", "User-agent: *\n"), ["robots.txt:1: tệp không ghi địa chỉ nào"]),
        (edit("sitemap.xml", ("/11692/", "/11693/")), [f"{PAGE}:1: sitemap.xml không ghi trang này", "sitemap.xml:1: «https://lachan.example/11693/» dẫn đến chỗ không có gì"]),
        (put("sitemap.xml", "<urlset></urlset>"), ["sitemap.xml:1: tệp không ghi địa chỉ nào"]),
    ],
)  # fmt: skip
def test_what_was_changed_with_its_sums(site: Path, spoil: Spoil, problems: list[str]) -> None:
    spoil(site)
    forge(site)
    found = show(site)
    assert [problem for problem in problems if problem not in found] == []


@pytest.mark.parametrize(
    ("spoil", "problem"),
    [
        (kho(lambda said: said["places"][0].update(name="Phường Hải An")), f"{KIT}-poster-number-eco.pdf:1: tệp không ghi tên «Hải An»"),
        (kho(lambda said: said["places"][0].update(code="11693")), "kho.json:1: thiếu trang của Phường Dương Kinh (11693)"),
        (kho(lambda said: said["places"][0].update(province="Thành phố Bắc Ninh")), f"{PAGE}:1: trang không ghi «Thành phố Bắc Ninh»"),
        (kho(lambda said: said.update(built="2025-11-21")), f"{PAGE}:1: trang không ghi «2025.11»"),
        (kho(lambda said: said.update(site_url="https://a.vn/")), f"{PAGE}:14: trang mang địa chỉ của trang khác: https://lachan.example/11692/"),
        (kho(lambda said: said.update(links=[])), f"{PAGE}:30: «https://www.google.com/search?q=x» dẫn ra ngoài trang"),
        (kho(lambda said: said["contacts"][0].update(number="113")), "kho.json:1: số «113» không gọi tel:111"),
        (kho(lambda said: said["contacts"].pop(0)), f"{PAGE}:31: nút gọi tel:111 không phải đầu mối nào"),
        (kho(lambda said: said["artefacts"].append(said["artefacts"][0])), f"kho.json:1: «artefacts» ghi {KIT}-poster-number-color.pdf nhiều lần"),
        (kho(lambda said: said["artefacts"].pop(0)), f"{KIT}-poster-number-color.pdf:1: mục artefacts của kho.json không ghi tệp này"),
        (entry(f"{KIT}-poster-number-color.pdf", title="Khác"), f"{KIT}-poster-number-color.pdf:1: tệp mang tên «Bị lừa đi xa? Bị giữ giấy tờ?», đúng ra là «Khác»"),
        (entry(f"{KIT}-picture-hoi-tall.png", title="Khác"), f"{ROOM}:1: trang không ghi «Khác»"),
        (entry(f"{KIT}-form-cam-ket.docx", title="Khác"), f"{KIT}-form-cam-ket.docx:1: tệp mang tên «Bản cam kết», đúng ra là «Khác»"),
        (entry(f"{KIT}-poster-number-color.pdf", numbers=["111", "113"]), f"{KIT}-poster-number-color.pdf:1: có số lạ 02253860113"),
        (entry(f"{KIT}-poster-number-color.pdf", numbers=["111", "113", "0225 3860 114"]), f"{KIT}-poster-number-color.pdf:1: không tìm thấy số 02253860114"),
        (entry(f"{KIT}-poster-number-color.pdf", qr=f"{QR}1/"), f"{KIT}-poster-number-color.pdf:1: mã QR đọc ra {QR}, đúng ra là {QR}1/"),
        (entry(f"{KIT}-poster-number-color.pdf", pages=2), f"{KIT}-poster-number-color.pdf:1: có 1 trang, đúng ra là 2"),
        (entry(f"{KIT}-poster-number-color.pdf", lang="en"), f"{KIT}-poster-number-color.pdf:1: tệp ghi ngôn ngữ «vi», đúng ra là «en»"),
        (entry(f"{KIT}-poster-number-color.pdf", kind="picture"), f"{KIT}-poster-number-color.pdf:1: không rõ loại tệp này (picture)"),
        (entry(f"{KIT}-poster-number-color.pdf", id="khac"), f"kho.json:1: «{KIT}-poster-number-color.pdf» không khớp với nơi, tiếng hoặc bài ghi cùng dòng"),
        (entry(f"{KIT}-poster-number-color.pdf", place="07735"), f"kho.json:1: «{KIT}-poster-number-color.pdf» không khớp với nơi, tiếng hoặc bài ghi cùng dòng"),
        (entry(f"{KIT}-poster-number-color.pdf", bytes=1), f"{KIT}-poster-number-color.pdf:1: hai mục của kho.json ghi khác nhau về tệp này"),
        (entry(f"{KIT}-picture-hoi-square.png", variant="wide"), f"{KIT}-picture-hoi-square.png:1: ảnh rộng 1080, cao 1080 điểm, đúng ra là 1200, 630"),
        (entry(f"{KIT}-picture-hoi-square.png", variant="round"), f"{KIT}-picture-hoi-square.png:1: không rõ khổ ảnh này (round)"),
        (entry(f"{KIT}-post-hoi.txt", numbers=["111", "113"]), f"{KIT}-post-hoi.txt:1: có số lạ 02253860113"),
    ],
)  # fmt: skip
def test_what_kho_json_was_made_to_say(site: Path, spoil: Spoil, problem: str) -> None:
    spoil(site)
    assert problem in show(site)


def test_pictures_carry_their_names(site: Path) -> None:
    one, other = (f"{KIT}-{name}-preview.png" for name in ("form-cam-ket", "poster-number-color"))
    swap(one, other)(site)
    forge(site)
    names = [name.rpartition("/")[2] for name in (one, other)]
    assert show(site) == [
        f"{one}:1: ảnh này mang tên «{names[1]}»",
        f"{other}:1: ảnh này mang tên «{names[0]}»",
    ]
    put(one, png((480, 600)))(site)
    swap("assets/icon-192.png", "assets/icon-512.png")(site)
    forge(site)
    assert {
        f"{one}:1: ảnh này mang tên «»",
        "assets/icon-192.png:1: ảnh này mang tên «icon-512.png»",
    } < set(show(site))
