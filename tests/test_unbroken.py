"""No end of a line tears a name or the number of a law; whoever looks for one finds it as written."""

from __future__ import annotations

import io
import re

import docx
import pytest
from docx.oxml.ns import qn
from lachan.common import unbroken
from lachan.formats.pdf import document
from lachan.render import word_form
from sheets import LONGEST, kit
from test_word_form import data

NUMBERS = ("162/2025/NĐ-CP", "53/2024/QH15", "33/QĐ-TTg", "02/2026/TT-BYT", "A/RES/68/192", "NĐ-CP")
_TORN = re.compile(r"[0-9]/\s*\n\s*[0-9A-ZĐ]\S*|[A-ZĐ][-\ufffe]\s*\n\s*[A-ZĐ]\S*|-CP\s*\n\s*[,;.)]")
"""A number of a law in a text layer, where a hyphen at an end is U+FFFE, or what follows the number."""


@pytest.mark.parametrize("number", NUMBERS)
def test_numbers_of_laws_are_known(number: str) -> None:
    assert unbroken.NUMBER.findall(f"Theo {number}, ({number}); {number}.") == [number] * 3


@pytest.mark.parametrize(
    "text", ["30/7", "01/7/2025", "24/24 giờ", "lachan.vn/00226", "00226-P2", "km/h", "Miếu - Quốc"]
)
def test_days_addresses_and_editions_are_none(text: str) -> None:
    assert unbroken.NUMBER.findall(text) == []


def test_names_that_were_joined_may_stand_on_two_lines() -> None:
    assert unbroken.named("ở Văn Miếu - Quốc Tử Giám, Quốc Tử Giám", ["Văn Miếu - Quốc Tử Giám"]) == (
        "ở Văn\u00a0Miếu\u00a0- Quốc\u00a0Tử\u00a0Giám, Quốc\u00a0Tử\u00a0Giám"
    )


def test_of_a_page_only_the_text_is_changed() -> None:
    page = (
        "<title>33/QĐ-TTg Hải Phòng</title><script>a='33/QĐ-TTg'</script>"
        "<p title='33/QĐ-TTg Hải Phòng'>Hải Phòng, <b>33/QĐ-TTg</b></p>"
    )
    assert unbroken.html(page, ["Hải Phòng"]) == page.replace(
        "Hải Phòng, ", "Hải\u00a0Phòng, "
    ).replace("<b>33/QĐ-TTg</b>", '<b><span class="whole">33/QĐ-TTg</span></b>')


@pytest.mark.parametrize(
    ("names", "whole_names"),
    [
        (LONGEST, ("Văn Miếu", "Quốc Tử Giám", "Hồ Chí Minh")),
        (("Phường Dương Kinh", "Thành phố Hải Phòng"), ("Dương Kinh", "Hải Phòng")),
    ],
)
def test_no_sheet_tears_one(names: tuple[str, str], whole_names: tuple[str, ...]) -> None:
    name = re.compile("|".join(known.replace(" ", r"\s+") for known in whole_names), re.I)
    torn, laws = [], 0
    for sheet, pdf in kit(names, number=False, sample=False):
        text = "\n".join(page.get_textpage().get_text_range() for page in document(pdf))
        named = [hit for hit in name.findall(text) if "\n" in hit]
        torn += [(sheet.path, hit) for hit in (*named, *_TORN.findall(text))]
        laws += len(re.findall(r"[0-9]/(?:NĐ-CP|QĐ-TTg|QH15)", text))
        assert unbroken.FIXED not in text
    assert torn == []
    assert laws > 20


def test_word_keeps_them_whole_and_reads_as_written() -> None:
    blocks = [{"kind": "paragraph", "lines": [[_words("Nghị định 162/2025/NĐ-CP, 33/QĐ-TTg.")]]}]
    word = docx.Document(io.BytesIO(word_form.document(data(blocks=blocks))))
    paragraph = next(p for p in word.paragraphs if "162/" in p.text)
    assert paragraph.text == "Nghị định 162/2025/NĐ-CP, 33/QĐ-TTg."
    assert len(list(paragraph._p.iter(qn("w:noBreakHyphen")))) == 2
    assert not [words for words in paragraph._p.iter(qn("w:t")) if "-" in (words.text or "")]


def _words(text: str) -> dict[str, object]:
    return {"kind": "words", "text": text, "bold": False, "italic": False}
