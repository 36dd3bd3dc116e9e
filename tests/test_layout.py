"""Each net catches a sheet that is broken for it, and lets every sheet of ours through."""

# ruff: noqa: E501 (a case stays on its line)

from __future__ import annotations

from typing import Any

import cv2
import pypdfium2
import pytest
import zxingcpp
from lachan.formats.qr import PRINTED
from lachan.verify import layout, proof
from sheets import LONGEST, SHORTEST, foreign, kit, tiny, units

CODE = "#at(100, 200, code(30))"
A0_DPI = 40
MARKS = "#for y in (0mm, 291mm) { place(top + left, dx: 105mm, dy: y, pdf.artifact(line(length: 6mm, angle: 90deg, stroke: 0.5pt))) }"
SIDE_MARKS = "#for x in (0mm, 204mm) { place(top + left, dx: x, dy: 100mm, pdf.artifact(line(length: 6mm, stroke: 0.5pt))) }"
STAMP = "place(center + horizon, rotate(-52deg, reflow: true, box(width: 285mm, text(60pt, fill: red.transparentize(70%), stroke: 0.7pt + white.transparentize(45%))[BẢN MẪU – KHÔNG IN])))"


def found(body: str, *, code: str = CODE, eco: bool = False, **options: Any) -> list[str]:
    return list(layout.faults(tiny(f"{body}\n{code}", **options), qr=30, eco=eco))


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("", id="plain"),
        pytest.param("#at(8, 50)[Gọi ngay]", id="8 mm from the edge"),
        pytest.param("#at(20, 50, { set par(leading: 0.75em); [ỘỘỘ \\ ẤẤẤ] })", id="lines with room for their marks"),
        pytest.param("#at(20, 50)[Gọi *ngay* _111_]", id="styles in one line"),
        pytest.param("#at(20, 50, box-of(80, 20, navy)); #at(25, 55, text(fill: amber)[Gọi ngay])", id="amber on navy"),
        pytest.param("#at(20, 50, text(20pt, fill: rgb(\"#949494\"))[Gọi ngay])", id="large type may be paler"),
        pytest.param("#at(20, 50, text(14pt, weight: 700, fill: rgb(\"#949494\"))[Gọi ngay])", id="and bold type of 14 pt"),
        pytest.param("#at(20, 50, [Xã Kŏn Gang, Xã Đak Pơ̆])", id="letters of two glyphs"),
        pytest.param("#at(20, 50, text(90pt, font: \"Anton\", fill: white, stroke: 2pt + black)[111])", id="outlined figures"),
        pytest.param("#at(120, 50)[Gọi ngay] " + MARKS, id="beside the cut"),
    ],
)  # fmt: skip
def test_a_good_sheet(body: str) -> None:
    assert found(body) == []


@pytest.mark.parametrize(
    ("body", "faults"),
    [
        ("#at(200, 50)[Gọi ngay]", ["«Gọi ngay» tràn ra ngoài giấy (cách trái 200 mm, cách trên 50 mm)"]),
        ("#at(-60, 50)[Gọi ngay]", ["«Gọi ngay» tràn ra ngoài giấy (cách trái -60 mm, cách trên 50 mm)", "«Gọi ngay» không hiện lên giấy (cách trái -60 mm, cách trên 50 mm)"]),
        ("#at(6, 50)[Gọi ngay]", ["«Gọi ngay» cách mép giấy 6.2 mm, cần từ 8 mm (cách trái 6 mm, cách trên 50 mm)"]),
        ("#at(20, 50)[Gọi ngay]; #at(24, 51)[Gọi 113]", ["«Gọi ngay» và «Gọi 113» đè lên nhau (cách trái 24 mm, cách trên 51 mm)"]),
        ("#at(20, 50, { set par(leading: 0.2em); [ỘỘỘ \\ ẤẤẤ] })", ["«ẤẤẤ» và «ỘỘỘ» đè lên nhau (cách trái 20 mm, cách trên 52 mm)"]),
        ("#at(20, 50, [Gọi nga]); #at(20, 50, [y])", ["«y» và «Gọi nga» đè lên nhau (cách trái 20 mm, cách trên 51 mm)"]),
        ("#at(20, 50, text(fill: amber)[Gọi ngay])", ["«Gọi ngay» quá mờ trên nền: tương phản 1.6, cần từ 4.5 (cách trái 20 mm, cách trên 50 mm)"]),
        ("#at(20, 50, text(fill: rgb(\"#949494\"))[Gọi ngay])", ["«Gọi ngay» quá mờ trên nền: tương phản 3.0, cần từ 4.5 (cách trái 20 mm, cách trên 50 mm)"]),
        ("#at(20, 50, box-of(8, 20, navy)); #at(20, 55)[Gọi ngay]", ["«Gọi ngay» quá mờ trên nền: tương phản 1.3, cần từ 4.5 (cách trái 20 mm, cách trên 55 mm)"]),
        ("#at(20, 50, text(fill: white)[Gọi ngay])", ["«Gọi ngay» không hiện lên giấy (cách trái 20 mm, cách trên 50 mm)"]),
        ("#at(20, 50)[Gọi ngay]; #at(15, 45, box-of(80, 20, navy))", ["«Gọi ngay» không hiện lên giấy (cách trái 20 mm, cách trên 50 mm)"]),
        ("#at(20, 50, text(font: \"Libertinus Serif\")[Goi ngay])", ["«Goi ngay» dùng phông lạ LibertinusSerif-Regular (cách trái 20 mm, cách trên 50 mm)"]),
        ("#at(100, 50)[Gọi ngay] " + MARKS, ["«Gọi ngay» vướng đường cắt hoặc gấp (cách trái 100 mm, cách trên 50 mm)"]),
        ("#at(30, 101)[Gọi ngay] " + SIDE_MARKS, ["«Gọi ngay» vướng đường cắt hoặc gấp (cách trái 30 mm, cách trên 101 mm)"]),
    ],
)  # fmt: skip
def test_words_that_are_broken(body: str, faults: list[str]) -> None:
    assert found(body, system_fonts=True) == [f"trang 1: {fault}" for fault in faults]


@pytest.mark.parametrize(
    ("code", "faults"),
    [
        ("#at(100, 200, code(24))", ["trang 1: mã QR chỉ rộng 23.9 mm, cần từ 30 mm (cách trái 103 mm, cách trên 203 mm)"]),
        ("#at(95, 195, box-of(40, 40, navy)); #at(98, 198, box-of(29, 29, white)); #at(100, 200, bare(25))", ["trang 1: mã QR thiếu viền trắng rộng bốn ô (cách trái 100 mm, cách trên 200 mm)"]),
        ("#at(100, 200, code(40)); #at(110, 199)[Gọi ngay]", ["trang 1: mã QR thiếu viền trắng rộng bốn ô (cách trái 104 mm, cách trên 204 mm)"]),
        ("", ["không thấy mã QR nào"]),
    ],
)  # fmt: skip
def test_codes_that_are_broken(code: str, faults: list[str]) -> None:
    assert found("", code=code) == faults


def test_an_eco_sheet_that_drinks_ink() -> None:
    black = "#at(0, 50, box-of(210, 60, black))"
    assert found(black, eco=True) == ["trang 1: tốn 20.7% mực, bản tiết kiệm chỉ được 17%"]
    assert found(black) == []


def test_words_in_fonts_that_are_not_in_the_file() -> None:
    assert list(layout.faults(foreign(), qr=30, eco=False)) == [
        "trang 1: «Helvetica» dùng phông lạ Helvetica (cách trái 36 mm, cách trên 45 mm)",
        "trang 1: «Anton» dùng phông Anton-Regular nhưng tệp không mang theo (cách trái 35 mm, cách trên 80 mm)",
        "không thấy mã QR nào",
    ]


def test_the_stamp_of_a_sample_is_not_judged() -> None:
    stamp = f'#set page(foreground: pdf.artifact(kind: "page", {STAMP}))'
    assert found("#at(60, 100)[Gọi ngay]", setup=stamp) == []


def test_slanted_words_that_are_no_stamp() -> None:
    faults = found("", setup=f"#set page(foreground: pdf.artifact({STAMP}))")
    assert "«BẢN MẪU – KHÔNG IN» quá mờ" in "".join(faults)


@pytest.mark.parametrize(
    ("ink", "background", "ratio"),
    [
        ((0, 0, 0, 255), (255, 255, 255), 21),
        ((255, 255, 255, 255), (10, 31, 68), 16.25),
        ((255, 194, 14, 255), (10, 31, 68), 10.04),
        ((0, 0, 0, 0), (255, 255, 255), 1),
        ((119, 119, 119, 255), (255, 255, 255), 4.48),
    ],
)
def test_contrast(ink: layout.Colour, background: tuple[int, int, int], ratio: float) -> None:
    assert layout.contrast(ink, background) == pytest.approx(ratio, abs=0.05)


@pytest.mark.parametrize(
    ("names", "number", "sample"),
    [(LONGEST, True, False), (LONGEST, False, True), (SHORTEST, False, False)],
)
def test_every_sheet_with_every_name(names: tuple[str, str], number: bool, sample: bool) -> None:
    sheets = kit(names, number, sample)
    for sheet, pdf in sheets:
        side = PRINTED[sheet.kind].side
        faults = list(layout.faults(pdf, qr=side, eco=sheet.variant.endswith("eco")))
        assert faults == [], sheet.path
    assert {sheet.kind for sheet, _ in sheets} == PRINTED.keys()


@pytest.mark.parametrize("sample", [False, True])
def test_every_code_opens_with_two_decoders(sample: bool) -> None:
    """zxing-cpp, and OpenCV, which finds a code in another way and reads one a picture."""
    for sheet, pdf in kit(LONGEST, not sample, sample):
        assert proof.open_pdf(pdf).codes == {sheet.qr}, sheet.path
        assert sheet.qr in {
            _read_by_opencv(page, code)
            for page in pypdfium2.PdfDocument(pdf)
            for code in zxingcpp.read_barcodes(page.render(scale=2, grayscale=True).to_pil())
        }, sheet.path


def _read_by_opencv(page: pypdfium2.PdfPage, code: zxingcpp.Barcode) -> str:
    """What stands in a code of a page that is drawn twice as large as its points."""
    picture = page.render(scale=4, grayscale=True).to_numpy().squeeze()
    ends = code.position.top_left, code.position.bottom_right
    (left, right), (top, bottom) = (
        sorted(2 * at for at in pair) for pair in zip(*map(_xy, ends), strict=True)
    )
    room = (right - left) // 6
    crop = picture[max(0, top - room) : bottom + room, max(0, left - room) : right + room]
    return str(cv2.QRCodeDetector().detectAndDecode(crop)[0])


def _xy(point: Any) -> tuple[int, int]:
    return point.x, point.y


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_a_poster_can_be_printed_as_large_as_a0(lang: str) -> None:
    """Nothing in it is made of pixels; four times as wide, its code still opens from a coarse print."""
    posters = [(s, pdf) for s, pdf in kit(LONGEST, True, False) if (s.kind, s.lang) == ("poster", lang)]
    assert posters
    for sheet, pdf in posters:
        page = pypdfium2.PdfDocument(pdf)[0]
        assert list(page.get_objects([pypdfium2.raw.FPDF_PAGEOBJ_IMAGE])) == [], sheet.path
        picture = page.render(scale=4 * A0_DPI / 72, grayscale=True).to_pil()
        assert [code.text for code in zxingcpp.read_barcodes(picture)] == [sheet.qr], sheet.path


def test_there_is_no_longer_and_no_shorter_name() -> None:
    for index in (0, 1):
        lengths = [len(names[index]) for names in units()]
        assert (len(SHORTEST[index]), len(LONGEST[index])) == (min(lengths), max(lengths))
