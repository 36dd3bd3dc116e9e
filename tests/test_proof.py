"""A finished sheet opened by other libraries than the ones that made it."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from lachan import proof
from lachan.plan import plan
from lachan.press import Press
from lachan.recipe import Artefact
from miniature import FILES, PLACE, POLICE, read

Lay = Callable[..., Path]
GOLDEN = Path(__file__).parent / "golden"


def poster(root: Path, code: str) -> tuple[Artefact, proof.Proof]:
    project = read(root)
    places = [place for place in project.campaign.places if place.code == code]
    sheet = next(a for a in plan(project, places) if (a.id, a.variant) == ("signs", "eco"))
    return sheet, proof.open_pdf(Press(root / "assets", date(2026, 11, 21)).press(sheet.recipe, {}))


def test_every_word_and_number_of_a_poster(mini: Lay) -> None:
    root = mini({PLACE: f"{FILES[PLACE]}contacts: {{commune-police: {POLICE}}}\n"})
    sheet, found = poster(root, "11692")
    lines = [line.strip() for line in found.text.splitlines() if line.strip()]
    assert "\n".join(lines) + "\n" == (GOLDEN / "poster-signs.txt").read_text("utf-8")
    assert found.numbers == {"111", "113", "02253860113"}
    assert found.codes == {"HTTPS://LACHAN.EXAMPLE/11692/"}
    assert list(proof.pdf_faults(found, qr=sheet.qr, numbers=sheet.numbers, pages=1)) == []


def test_where_nobody_has_given_a_number_there_is_a_line_to_write_on(mini: Lay) -> None:
    _, found = poster(mini(), "07735")
    assert found.numbers == {"111", "113"}
    assert "Công an xã Đồng Việt" in found.text


@pytest.mark.parametrize(
    ("number", "digits"),
    [
        ("+84 981 84 84 84", "+84981848484"),
        ("0225.3860-113", "02253860113"),
        ("(0912)\n345", "0912345"),
    ],
)
def test_digits(number: str, digits: str) -> None:
    assert proof.digits(number) == digits


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


def test_a_broken_word_file() -> None:
    assert list(proof.word_faults(b"PK", ())) == ["không mở được tệp Word"]
