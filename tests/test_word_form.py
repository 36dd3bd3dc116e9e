"""A form as a Word file: opened again, it holds the words, the blanks and the places to sign."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from lachan.render import word_form
from lachan.texts import form_tree
from lachan.texts.form import read_form
from test_form import text

BODY = """\
# Bản cam kết *Của một cơ sở*

**Kính gửi:** phường Dương Kinh

Tên: ____ Chức vụ: ____
Nơi ở: ____

## 1. Cam kết

1. **Không** mua bán người.
2. Báo ngay:
   - [ ] gọi 113
   - gọi 111

> Không ghi tên *nạn nhân*.

| Người nhận | Đại diện |
|---|---|

---

## Danh sách

| STT | Họ tên |
|:---:|---------|
| 1 | |
| 2 | An |
"""
DOTS = "." * 20


def data(**changed: Any) -> dict[str, Any]:
    """What `word_form.document` is given."""
    form, problems = read_form(text(BODY))
    assert form
    assert not problems
    return (
        form_tree.data(form, lambda words: words)
        | {
            "lang": "vi",
            "head": "official",
            "number": 1,
            "label": "Biểu mẫu",
            "sign": "(Ký, ghi rõ họ tên)",
            "issuer": {
                "name": "Ủy ban nhân dân phường Dương Kinh",
                "parent": "Thành phố Hải Phòng",
                "lines": ["Ủy ban nhân dân", "Phường Dương Kinh"],
            },
            "motto": ["Cộng hòa xã hội chủ nghĩa Việt Nam", "Độc lập - Tự do - Hạnh phúc"],
            "dateline": ["Dương Kinh, ngày", "tháng", "năm"],
            "hotline": {"label": "Tổng đài", "number": "111"},
            "emergency": {"label": "Đang nguy hiểm", "number": "113"},
            "local": {"label": "Công an phường Dương Kinh", "number": None},
            "notes": ["Miễn phí"],
            "qr": {"text": "lachan.example/11692"},
            "source": "Nguồn: Luật 53/2024/QH15.",
            "edition": "Bản 2026.11 · 11692-B1",
            "sample": None,
            "date": "2026-11-21",
        }
        | changed
    )


def opened(**changed: Any) -> WordDocument:
    return Document(io.BytesIO(word_form.document(data(**changed))))


def test_same_data_same_bytes() -> None:
    assert word_form.document(data()) == word_form.document(data())


def test_no_clock_and_no_machine_in_the_file() -> None:
    with zipfile.ZipFile(io.BytesIO(word_form.document(data()))) as archive:
        assert {
            (entry.date_time, entry.create_system, entry.create_version, entry.external_attr)
            for entry in archive.infolist()
        } == {((1980, 1, 1, 0, 0, 0), 3, 20, 0o100644 << 16)}
    known = opened().core_properties
    assert (known.title, known.author) == ("Bản cam kết", "Ủy ban nhân dân phường Dương Kinh")
    assert (known.subject, known.keywords) == ("Biểu mẫu", "Bản 2026.11 · 11692-B1")
    assert f"{known.created:%Y-%m-%d} {known.modified:%Y-%m-%d}" == "2026-11-21 2026-11-21"


def test_what_an_officer_sees() -> None:
    shown = [paragraph.text.strip() for paragraph in opened().paragraphs]
    assert [words for words in shown if words] == [
        f"Dương Kinh, ngày {DOTS[:10]} tháng {DOTS[:10]} năm {DOTS[:10]}",
        "BẢN CAM KẾT",
        "Của một cơ sở",
        "Kính gửi: phường Dương Kinh",
        f"Tên: {DOTS} Chức vụ:",
        "Nơi ở:",
        "1. Cam kết",
        "1.\tKhông mua bán người.",
        "2.\tBáo ngay:",
        "☐\tgọi 113",
        "–\tgọi 111",
        "Danh sách",
        "111: Miễn phí · lachan.example/11692",
        "Nguồn: Luật 53/2024/QH15. Bản 2026.11 · 11692-B1",
    ]


def test_tables() -> None:
    tables = [[[cell.text for cell in row.cells] for row in table.rows] for table in opened().tables]
    head, frame, signing, listing, calls = tables
    assert head == [
        [
            "ỦY BAN NHÂN DÂN\nPHƯỜNG DƯƠNG KINH",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc",
        ]
    ]
    assert frame == [["Không ghi tên nạn nhân."]]
    assert [[cell.strip() for cell in row] for row in signing] == [
        ["Người nhận\n(Ký, ghi rõ họ tên)", "Đại diện\n(Ký, ghi rõ họ tên)"]
    ]
    assert listing == [["STT", "Họ tên"], ["1", ""], ["2", "An"]]
    assert calls == [
        ["Tổng đài\n111", "Đang nguy hiểm\n113", f"Công an phường Dương Kinh\n{DOTS}{DOTS[:10]}"]
    ]


def test_a_blank_at_the_end_of_a_line_runs_to_the_edge() -> None:
    line = next(p for p in opened().paragraphs if p.text.startswith("Nơi ở"))
    (stop,) = line.paragraph_format.tab_stops
    assert line.text.endswith("\t")
    assert (round(stop.position.mm), str(stop.leader)) == (165, "DOTS (1)")


def test_a_list_is_repeated_head_and_room_to_write() -> None:
    first, empty, _ = opened().tables[3].rows
    assert first._tr.trPr.find(qn("w:tblHeader")) is not None
    assert empty.height
    assert round(empty.height.mm) == 9


def test_a_known_number_is_printed() -> None:
    calls = opened(local={"label": "Công an", "number": "0225 000 000"}).tables[-1]
    assert calls.rows[0].cells[2].text == "Công an\n0225 000 000"


def test_plain_head() -> None:
    document = opened(head="plain", subtitle="")
    assert [p.text for p in document.paragraphs][:2] == [
        "Ủy ban nhân dân phường Dương Kinh · Thành phố Hải Phòng · Biểu mẫu 1",
        "BẢN CAM KẾT",
    ]
    assert len(document.tables) == 4


def test_page_font_and_language() -> None:
    document = opened()
    section, styles = document.sections[0], document.styles.element
    assert section.left_margin
    assert (round(section.left_margin.mm), section.different_first_page_header_footer) == (30, True)
    fonts = {value for tag in styles.iter(qn("w:rFonts")) for value in tag.attrib.values()}
    assert fonts == {"Times New Roman"}
    assert {tag.get(qn("w:val")) for tag in styles.iter(qn("w:lang"))} == {"vi-VN"}
    codes = [tag.get(qn("w:instr")) for tag in section.header._element.iter(qn("w:fldSimple"))]
    assert codes == ["PAGE"]


@pytest.mark.parametrize(("sample", "header"), [(None, ""), ("BẢN MẪU", "BẢN MẪU")])
def test_sample_is_stamped_on_every_page(sample: str | None, header: str) -> None:
    section = opened(sample=sample).sections[0]
    for part in (section.first_page_header, section.header):
        assert part.paragraphs[0].text.strip() == header
