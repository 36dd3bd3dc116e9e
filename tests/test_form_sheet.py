"""Forms on paper: their pages, lines to write on that stay lines, a QR that opens."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pypdfium2
import pytest
import zxingcpp
from conftest import ROOT
from lachan.formats import qr
from lachan.plan.artefacts import plan
from lachan.plan.recipe import Typeset
from lachan.render.press import Press, PressError
from lachan.texts import form_tree
from lachan.texts.form import read_form
from sheets import LONGEST, named
from test_form import text
from test_word_form import data as word_data

PRESS = Press(ROOT / "assets", date(2026, 11, 21))
ADDRESS = "https://lachan.example/11692"


def data(body: str | None = None, **changed: Any) -> dict[str, Any]:
    """What assets/print/form.typ is given; the words of `body`, else those of the Word file's test."""
    drawing = qr.draw(ADDRESS, "form")
    code = {"path": drawing.path, "size": drawing.size, "alt": "Mã QR", "text": "lachan.example/11692"}
    tree: dict[str, Any] = {}
    if body:
        form, problems = read_form(text(body))
        assert form, problems
        tree = form_tree.data(form, lambda words: words)
    return word_data(pages=2, qr=code) | tree | changed


def pressed(**changed: Any) -> pypdfium2.PdfDocument:
    return pypdfium2.PdfDocument(PRESS.press(Typeset("form", json.dumps(data(**changed))), {}))


def refused(**changed: Any) -> list[tuple[str, str]]:
    with pytest.raises(PressError) as error:
        pressed(**changed)
    return [(fault.slot, fault.text) for fault in error.value.faults]


@pytest.mark.parametrize("head", ["official", "plain"])
def test_words_and_pages(head: str) -> None:
    first, second = [page.get_textpage().get_text_range() for page in pressed(head=head)]
    assert "BẢN CAM KẾT" in first
    assert ("Độc lập - Tự do - Hạnh phúc" in first) == (head == "official")
    assert ("Không ghi tên nạn nhân." in first, "An" in second) == (True, True)
    assert ("lachan.example/11692" in first, "lachan.example/11692" in second) == (False, True)


def test_qr_of_the_last_page_opens() -> None:
    picture = pressed()[1].render(scale=2).to_pil()
    assert [found.text for found in zxingcpp.read_barcodes(picture)] == [ADDRESS]


def test_a_line_to_write_on_must_stay_one_line() -> None:
    label = "Tên của cơ sở kinh doanh " * 5
    assert refused(body=f"# A\n\n{label}: ____") == [("line", f"{label}: …")]


def test_more_pages_than_it_may_take() -> None:
    assert refused(pages=1) == [("pages", "")]


def test_type_grows_into_the_room_there_is() -> None:
    """Short forms are set in 14 pt, long ones down to 13: the least the decree allows."""
    short, long = "# A\n\nchữ", "# A\n\n" + "\n\n".join(["Dòng chữ này dài. " * 9] * 12)

    def size(body: str) -> float:
        page = pressed(body=body, pages=1)[0].get_textpage()
        found = page.search("chữ").get_next()
        assert found
        _, bottom, _, top = page.get_charbox(found[0])
        return float(top - bottom)

    assert 1.05 < size(short) / size(long) < 1.09


def test_a_list_that_goes_on_overleaf_under_the_sample_stamp() -> None:
    body = "# A\n\n" + "\n".join(f"{n}. mục" for n in range(1, 60))
    assert len(pressed(body=body, sample="BẢN MẪU – KHÔNG IN")) == 2


def test_a_character_without_a_glyph() -> None:
    assert refused(body="# A\n\n☎") == [("glyph", "☎")]


@pytest.mark.parametrize(
    "host",
    [
        "lachan.haiphong.gov.vn",
        "phongchongmuabannguoi.haiphong.gov.vn",
        "lachan.phuongvanmieuquoctugiam.hanoi.gov.vn/x",
    ],
)
def test_every_form_keeps_its_pages_with_the_longest_names(host: str) -> None:
    with named(LONGEST, number=False, sample=False) as project:
        there = replace(project, site_url=f"https://{host}/")
        forms = [a for a in plan(there, there.campaign.places) if a.kind == "form" and a.qr]
        assert len(forms) > 5
        for form in forms:
            assert PRESS.press(form.recipe, {}).startswith(b"%PDF")
