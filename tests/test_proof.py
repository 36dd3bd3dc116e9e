"""A finished sheet opened by other libraries than the ones that made it."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from lachan.contacts import phone
from lachan.plan.artefacts import plan
from lachan.plan.recipe import Artefact
from lachan.render.press import Press
from lachan.verify import proof
from miniature import FILES, PLACE, POLICE, read
from PIL import Image
from PIL.PngImagePlugin import PngInfo

Lay = Callable[..., Path]
GOLDEN = Path(__file__).parent / "golden"


def pressed(root: Path, code: str) -> tuple[Artefact, bytes]:
    project = read(root)
    places = [place for place in project.campaign.places if place.code == code]
    sheet = next(a for a in plan(project, places) if (a.id, a.variant) == ("signs", "eco"))
    return sheet, Press(root / "assets", date(2026, 11, 21)).press(sheet.recipe, {})


def poster(root: Path, code: str) -> tuple[Artefact, proof.Proof]:
    sheet, pdf = pressed(root, code)
    return sheet, proof.open_pdf(pdf)


def test_every_word_and_number_of_a_poster(mini: Lay) -> None:
    root = mini({PLACE: f"{FILES[PLACE]}contacts: {{commune-police: {POLICE}}}\n"})
    sheet, found = poster(root, "11692")
    lines = [line.strip() for line in found.text.splitlines() if line.strip()]
    assert "\n".join(lines) + "\n" == (GOLDEN / "poster-signs.txt").read_text("utf-8")
    assert found.numbers == {"111", "113", "02253860113"}
    assert found.codes == {"https://lachan.example/11692/"}
    assert list(proof.pdf_faults(found, qr=sheet.qr, numbers=sheet.numbers, pages=1)) == []


def test_where_nobody_has_given_a_number_there_is_a_line_to_write_on(mini: Lay) -> None:
    _, found = poster(mini(), "07735")
    assert found.numbers == {"111", "113"}
    assert "Công an xã Đồng Việt" in found.text


def test_a_code_is_looked_for_first_where_another_sheet_had_it(
    mini: Lay, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = mini()
    location = poster(root, "07735")[1].location
    _, pdf = pressed(root, "11692")
    assert location
    shapes: list[tuple[int, int]] = []
    draw = proof._drawn

    def drawn(*args: Any) -> Image.Image:
        image = draw(*args)
        shapes.append(image.size)
        return image

    monkeypatch.setattr(proof, "_drawn", drawn)
    assert proof.open_pdf(pdf, location).codes == {"https://lachan.example/11692/"}
    [(width, height)] = shapes
    assert max(width, height) < 300 < 794  # A4 at 96 dpi
    for wrong in (
        proof.QrLocation(0, 1, (0, 700, 400, 0)),
        proof.QrLocation(0, 2, location.crop),
        proof.QrLocation(1, 2, location.crop),
    ):
        found = proof.open_pdf(pdf, wrong)
        assert found.codes == {"https://lachan.example/11692/"}
        assert found.location == proof.open_pdf(pdf).location


@pytest.mark.parametrize(
    ("number", "digits"),
    [
        ("+84 981 84 84 84", "+84981848484"),
        ("0225.3860-113", "02253860113"),
        ("(0912)\n345", "0912345"),
    ],
)
def test_digits(number: str, digits: str) -> None:
    assert phone.digits(number) == digits


@pytest.mark.parametrize(
    ("words", "numbers", "faults"),
    [
        ("Gọi một một một (111).", ("111",), []),
        ("Gọi Công an.", ("111",), ["không tìm thấy số 111"]),
        ("Gọi 111 hoặc 0225 3860 113.", ("111",), ["có số lạ 02253860113"]),
    ],
)
def test_numbers_of_a_word_file(words: str, numbers: tuple[str, ...], faults: list[str]) -> None:
    document, out = Document(), io.BytesIO()
    document.add_paragraph(words)
    document.save(out)
    assert list(proof.word_faults(out.getvalue(), numbers)) == faults


@pytest.mark.parametrize(
    ("words", "numbers", "faults"),
    [
        ("Gọi 111.\n", ("111",), []),
        ("Gọi Công an.\n", ("111",), ["không tìm thấy số 111"]),
        ("Gọi 111 hoặc 0225 3860 113.\n", ("111",), ["có số lạ 02253860113"]),
        ("Gọi 0225.3860.113.\n", ("0225 3860 113",), []),
        ("Gọi 112.\n", ("111",), ["không tìm thấy số 111", "có số lạ 112"]),
    ],
)
def test_numbers_of_a_text_to_be_pasted(
    words: str, numbers: tuple[str, ...], faults: list[str]
) -> None:
    assert list(proof.text_faults(words.encode(), numbers)) == faults


def test_a_text_in_other_letters() -> None:
    assert list(proof.text_faults("Goị 111".encode("utf-16"), ("111",))) == ["chữ không đúng mã UTF-8"]


def png(width: int, height: int) -> bytes:
    out = io.BytesIO()
    Image.effect_noise((width, height), 9).save(out, "PNG")
    return out.getvalue()


def headed(data: bytes) -> bytes:
    """A picture whose first chunk holds `data`, with the right checksum."""
    chunk = b"IHDR" + data
    head = struct.pack(">I", len(data)) + chunk + struct.pack(">I", zlib.crc32(chunk))
    return png(20, 15)[:8] + head + png(20, 15)[33:]


@pytest.mark.parametrize(
    ("content", "size", "fault"),
    [
        (png(1200, 630), (1200, 630), None),
        (png(40, 30), None, None),
        (png(630, 1200), (1200, 630), "ảnh rộng 630, cao 1200 điểm, đúng ra là 1200, 630"),
        (png(1080, 1079), (1080, 1080), "ảnh rộng 1080, cao 1079 điểm, đúng ra là 1080, 1080"),
        (png(1200, 630)[:-1000], (1200, 630), "không mở được ảnh"),
        (png(1200, 630)[:50], (1200, 630), "không mở được ảnh"),
        (headed(struct.pack(">IIBBBBB", 60_000, 60_000, 8, 0, 0, 0, 0)), None, "không mở được ảnh"),
        (headed(b"\0\0\0\x14"), None, "không mở được ảnh"),
        (b"", None, "không mở được ảnh"),
        (b"x", (1200, 630), "không mở được ảnh"),
    ],
    ids=[
        "good",
        "any size",
        "turned",
        "one row short",
        "cut",
        "head only",
        "huge",
        "half a head",
        "empty",
        "no picture",
    ],
)
def test_a_picture(content: bytes, size: tuple[int, int] | None, fault: str | None) -> None:
    assert proof.picture_fault(content, size) == fault


@given(st.binary(min_size=1, max_size=40), st.integers(0, 300))
@settings(deadline=None)
def test_a_spoiled_picture_is_a_fault_or_a_picture_never_an_exception(junk: bytes, at: int) -> None:
    good = png(20, 15)
    fault = proof.picture_fault(good[:at] + junk + good[at + len(junk) :], (20, 15))
    assert (fault or "ảnh").startswith(("không mở được ảnh", "ảnh"))


def titled(width: int, height: int, title: str) -> bytes:
    out, chunks = io.BytesIO(), PngInfo()
    chunks.add_itxt("Title", title)
    Image.new("P", (width, height)).save(out, "PNG", pnginfo=chunks)
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "title"),
    [
        (titled(20, 15, "11692-vi-picture-hoi-wide.png"), "11692-vi-picture-hoi-wide.png"),
        (titled(20, 15, "hỏi rõ.png"), "hỏi rõ.png"),
        (png(20, 15), ""),
        (titled(20, 15, "a.png")[:60], ""),
        (b"", ""),
        (b"x", ""),
    ],
    ids=["plain", "Vietnamese", "no title", "cut", "empty", "no picture"],
)
def test_the_title_of_a_picture(content: bytes, title: str) -> None:
    assert proof.picture_title(content) == title


@given(st.binary(min_size=1, max_size=40), st.integers(0, 120))
@settings(deadline=None)
def test_a_spoiled_title_is_another_one_never_an_exception(junk: bytes, at: int) -> None:
    good = titled(20, 15, "a.png")
    assert isinstance(proof.picture_title(good[:at] + junk + good[at + len(junk) :]), str)


def test_a_broken_word_file() -> None:
    assert list(proof.word_faults(b"PK", ())) == ["không mở được tệp Word"]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("<w:p><w:r><w:t>Gọi 111</w:t></w:r></w:p><w:p><w:t>113</w:t></w:p>", "Gọi 111 \n113 \n"),
        ("<w:p><w:t>Gọi </w:t><w:t>1</w:t><w:t>11</w:t></w:p>", "Gọi 111 \n"),
        ("<w:p><w:t>A &amp; B &#225;</w:t></w:p>", "A & B á \n"),
        ("<w:p><!-- > 0912 345 678 --><w:t>Gọi</w:t></w:p>", "Gọi \n"),
        ("<w:p><w:t><![CDATA[1 < 2 > 1]]></w:t></w:p>", "1 < 2 > 1 \n"),
        ("<w:p w:a='>113'><w:t>Gọi</w:t></w:p>", "Gọi \n"),
        ("<w:p><w:t>x</w:t><w:p><w:t>111</w:t></w:p><w:t>3</w:t></w:p>", "x111 \n3 \n"),
    ],
)
def test_the_words_of_a_word_file(body: str, words: str) -> None:
    assert proof.word_text(f"<w:body xmlns:w='w'>{body}</w:body>".encode()) == words


def test_a_word_file_that_is_no_xml_inside() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", "<w:p>Gọi 111")
    assert list(proof.word_faults(out.getvalue(), ("111",))) == ["không mở được tệp Word"]
