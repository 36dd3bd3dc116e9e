"""A script as a Word file and back: what was printed, edited, saved by another program, or spoiled."""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import ROOT
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lachan import speech
from lachan.office import unspeak, word_import
from lachan.plan import loudspeaker, paper, word_script
from lachan.render import word
from lachan.texts.project import Project, read_project
from miniature import TODAY

TABLE = yaml.safe_load((Path(__file__).parent / "speech" / "cases.yml").read_text("utf-8"))
GOLDEN = Path(__file__).parent / "golden" / "word-saved-by-libreoffice.docx"
READER = speech.Reader()

BODY = """\
# Nghe “111” là nhớ

## Chuyện gì

Kính thưa bà con
xã Ninh Giang!
Năm 2025, CCCD và {{VNeID|vi en ai đi}}, {{30/7|ba mươi tháng bảy}}.

Từ 15 - 30/7, lương 20 - 30 triệu đồng/tháng – nghe rất hay (theo lời mời).
Theo Nghị định số 162/2025/NĐ-CP ngày 29/6/2025 của Chính phủ (sửa đổi năm 2026).

## Gọi ai

Gọi 111, Zalo hoặc 0225.3851.234. Có 111 người gọi (số 111).
"""


def data(body: str, **changed: Any) -> dict[str, Any]:
    """What `word.document` is given, for a body without placeholders."""
    title, *blocks = body.strip().split("\n\n")
    sections: list[tuple[str, list[list[str]]]] = []
    for block in blocks:
        if block.startswith("## "):
            sections.append((block[3:], []))
        else:
            sections[-1][1].append(block.split("\n"))
    return {
        "lang": "vi",
        "title": title[2:],
        "issuer": {"name": "Ủy ban nhân dân xã Ninh Giang", "parent": "Thành phố Hải Phòng"},
        "label": "Bài phát thanh",
        "number": 7,
        "length": "Dài 0:40",
        "legend": "╱ nghỉ ngắn · ╱╱ nghỉ dài",
        "boxes": {"writer": "Người biên soạn", "reader": "Người đọc", "approver": "Duyệt phát"},
        "page": "Trang",
        "source": "Nguồn: Nghị định 162/2025/NĐ-CP.",
        "edition": "Bản 2026.11 · 11203-L7",
        "sample": None,
        "date": "2026-11-01",
        "note": "Mỗi dòng một hơi đọc.",
        # A narrow column: lines that the sheet divides are whole again in Word.
        "sections": word_script.sections(speech.time_script(sections, READER, limit=30)),
    } | changed


def edited(docx: bytes, change: Callable[[WordDocument], None]) -> bytes:
    """The file after somebody has worked on it."""
    document, out = Document(io.BytesIO(docx)), io.BytesIO()
    change(document)
    document.save(out)
    return out.getvalue()


def line(document: WordDocument, words: str) -> Any:
    """The paragraph that holds `words`."""
    return next(p for p in document.paragraphs if words in p.text)


@pytest.fixture(scope="module")
def project() -> Project:
    project, _ = read_project(ROOT, ROOT / "campaigns", TODAY)
    assert project
    return project


@pytest.fixture(scope="module")
def docx() -> bytes:
    return word.document(data(BODY))


# What comes back


def test_every_script_comes_back(project: Project) -> None:
    for (lang, id), script in project.scripts.items():
        text = project.texts.scripts[lang, id]
        for place in loudspeaker.longest_names(project.campaign.places):
            timed = loudspeaker.timed(project, place, text, script)
            sheet = paper.sheet(project, place, text, script.title, timed)
            own = {
                "sections": word_script.sections(timed),
                "date": "2026-11-01",
                "note": "Sửa lời tại dòng.",
            }
            back = word_import.read(
                word.document(sheet | own),
                loudspeaker.reader(project, lang, place),
                words=project.words(lang, place),
                original=text.body,
            )
            assert back == text.body, (lang, id, place.code)


def test_figures_marks_abbreviations_come_back(docx: bytes) -> None:
    assert word_import.read(docx, READER) == BODY


def test_everything_that_can_be_read_aloud_comes_back() -> None:
    """The table of readings as one long script; only a space that was missing is put in."""
    written_ = [unicodedata.normalize("NFC", w) for group in TABLE["north"].values() for w in group]
    lines = [" ".join(w.split()) for w in written_ if not READER.problems(w)]
    assert len(lines) > 400
    back = word_import.read(word.document(data("# A\n\n## B\n\n" + "\n\n".join(lines))), READER)
    changed = [(a, b) for a, b in zip(lines, back.strip().split("\n\n")[2:], strict=True) if a != b]
    assert changed == [(a, re.sub(r"(TP|P|Q)\.(?=\w)", r"\1. ", a)) for a, _ in changed]
    assert len(changed) < 5


def test_what_a_broadcaster_sees(docx: bytes) -> None:
    document = Document(io.BytesIO(docx))
    shown = [p.text.replace("\u00a0", " ").strip() for p in document.paragraphs]
    assert shown == [
        "THÀNH PHỐ HẢI PHÒNG",
        "ỦY BAN NHÂN DÂN XÃ NINH GIANG",
        "Bài phát thanh 7",
        "Nghe “111” là nhớ",
        "Dài 0:40",
        "/ nghỉ ngắn · // nghỉ dài",
        "Chuyện gì",
        "Kính thưa bà con",
        "xã Ninh Giang! //",
        "Năm hai nghìn không trăm hai mươi lăm (2025), / căn cước công dân (CCCD) và "
        "vi en ai đi (VNeID), / ba mươi tháng bảy (30/7). //",
        "",
        "Từ ngày mười lăm đến ngày ba mươi tháng bảy (15 - 30/7), / lương hai mươi đến ba mươi "
        "(20 - 30) triệu đồng/tháng – / nghe rất hay (theo lời mời). //",
        "Theo Nghị định số một trăm sáu mươi hai năm hai nghìn không trăm hai mươi lăm "
        "(162/2025/NĐ-CP) ngày hai mươi chín tháng sáu năm hai nghìn không trăm hai mươi lăm "
        "(29/6/2025) của Chính phủ "
        "(sửa đổi năm hai nghìn không trăm hai mươi sáu (2026)). //",
        "",
        "Gọi ai",
        "Gọi một một một (111), / Zalo hoặc không hai hai năm, ba tám năm một, hai ba bốn "
        "(0225.3851.234). // Có một trăm mười một (111) người gọi (số một một một (111)). //",
        "",
        "",
        "Mỗi dòng một hơi đọc.",
        "Nguồn: Nghị định 162/2025/NĐ-CP. Bản 2026.11 · 11203-L7",
    ]
    assert [cell.text for cell in document.tables[0].rows[0].cells] == [
        "Người biên soạn",
        "Người đọc",
        "Duyệt phát",
    ]


# The file itself


def test_same_data_same_bytes() -> None:
    assert word.document(data(BODY)) == word.document(data(BODY))


def test_no_clock_and_no_machine_in_the_file(docx: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        assert {
            (entry.date_time, entry.create_system, entry.create_version, entry.external_attr)
            for entry in archive.infolist()
        } == {((1980, 1, 1, 0, 0, 0), 3, 20, 0o100644 << 16)}
    properties = Document(io.BytesIO(docx)).core_properties
    assert (properties.author, properties.last_modified_by) == ("Ủy ban nhân dân xã Ninh Giang", "")
    assert f"{properties.created:%Y-%m-%d} {properties.modified:%Y-%m-%d}" == "2026-11-01 2026-11-01"
    assert (properties.title, properties.comments) == ("Nghe “111” là nhớ", "")


def test_page_font_and_language(docx: bytes) -> None:
    document = Document(io.BytesIO(docx))
    section, styles = document.sections[0], document.styles.element
    lengths = [
        *(section.page_width, section.page_height),
        *(section.top_margin, section.bottom_margin, section.left_margin, section.right_margin),
    ]
    assert [round(length.mm) for length in lengths if length] == [210, 297, 20, 20, 30, 15]
    fonts = {value for tag in styles.iter(qn("w:rFonts")) for value in tag.attrib.values()}
    assert fonts == {"Times New Roman"}
    assert {tag.get(qn("w:val")) for tag in styles.iter(qn("w:lang"))} == {"vi-VN"}
    codes = [tag.get(qn("w:instr")) for tag in section.header._element.iter(qn("w:fldSimple"))]
    assert codes == ["PAGE", "NUMPAGES"]


@pytest.mark.parametrize(("sample", "header"), [(None, "Trang "), ("BẢN MẪU", "BẢN MẪU  ·  Trang ")])
def test_sample_is_stamped_on_every_page(sample: str | None, header: str) -> None:
    document = Document(io.BytesIO(word.document(data(BODY, sample=sample))))
    assert document.sections[0].header.paragraphs[0].text.startswith(header)


def test_lines_of_a_paragraph_stay_on_one_page(docx: bytes) -> None:
    lines = [p for p in Document(io.BytesIO(docx)).paragraphs if p.style and p.style.name == "Dòng đọc"]
    kept = [p.paragraph_format.keep_with_next for p in lines]
    assert kept == [True, True, False, True, False, False]


# Edits


def change_words(document: WordDocument) -> None:
    line(document, "Kính thưa").runs[0].text = "Thưa bà con"


def change_title_and_block(document: WordDocument) -> None:
    line(document, "là nhớ").runs[0].text = "Nhớ một số"
    line(document, "Chuyện gì").runs[0].text = "Nghe đây"


def add_line_and_paragraph(document: WordDocument) -> None:
    paragraph = line(document, "Gọi ai")._p.getnext()
    for words in ("Ai cũng nhớ:", "gọi 113.", ""):
        new = document.add_paragraph(words)
        paragraph.addprevious(new._p)


def break_inside_a_line(document: WordDocument) -> None:
    line(document, "Kính thưa").runs[0].text = "Kính thưa\ntoàn thể bà con"


def change_figure(document: WordDocument) -> None:
    paragraph = line(document, "Gọi một một một")
    paragraph.runs[1].text, paragraph.runs[2].text = "một một ba", " (113)"


def change_mark(document: WordDocument) -> None:
    words = line(document, "vi en ai đi")
    next(run for run in words.runs if run.text == "vi en ai đi").text = "vi nê ít"


def lose_styles(document: WordDocument) -> None:
    paragraph = line(document, "Gọi một một một")
    text, paragraph.text = paragraph.text, ""
    paragraph.add_run(text)


def split_runs(document: WordDocument) -> None:
    run = line(document, "Gọi một một một").runs[1]
    run.text = "một "
    tail = OxmlElement("w:r")
    run._r.addnext(tail)
    tail.append(run._r.rPr.__copy__())
    words = OxmlElement("w:t")
    words.text = "một một"
    tail.append(words)


def remove_boxes(document: WordDocument) -> None:
    document.tables[0]._element.getparent().remove(document.tables[0]._element)


@pytest.mark.parametrize(
    ("change", "before", "after"),
    [
        (change_words, "Kính thưa bà con\n", "Thưa bà con\n"),
        (change_title_and_block, "Nghe “111” là nhớ\n\n## Chuyện gì", "Nhớ một số\n\n## Nghe đây"),
        (add_line_and_paragraph, "## Gọi ai\n", "## Gọi ai\n\nAi cũng nhớ:\ngọi 113.\n"),
        (break_inside_a_line, "Kính thưa bà con", "Kính thưa\ntoàn thể bà con"),
        (change_figure, "Gọi 111,", "Gọi 113,"),
        (change_mark, "|vi en ai đi}}", "|vi nê ít}}"),
        (lose_styles, "", ""),
        (split_runs, "", ""),
        (remove_boxes, "", ""),
    ],
)
def test_edits_come_back(
    docx: bytes, change: Callable[[WordDocument], None], before: str, after: str
) -> None:
    assert word_import.read(edited(docx, change), READER) == BODY.replace(before, after)


def test_broken_bracket_is_refused(docx: bytes) -> None:
    def change(document: WordDocument) -> None:
        line(document, "Gọi một một một").runs[1].text = "một một hai"

    with pytest.raises(ValueError, match="lời đọc không khớp") as error:
        word_import.read(edited(docx, change), READER)
    assert str(error.value) == (
        "«Gọi một một hai (111)»: lời đọc không khớp với số trong ngoặc; "
        "sửa cho khớp, hoặc chỉ viết số, bỏ ngoặc"
    )


# Files that cannot be taken


def wrap(tag: str) -> Callable[[WordDocument], None]:
    def change(document: WordDocument) -> None:
        line(document, "Kính thưa").runs[0]._r.append(OxmlElement(tag))

    return change


def set_style(words: str, style: str) -> Callable[[WordDocument], None]:
    def change(document: WordDocument) -> None:
        line(document, words).style = style

    return change


def write_below(document: WordDocument) -> None:
    document.add_paragraph("Xin hết.")


def add_table(document: WordDocument) -> None:
    line(document, "Gọi ai")._p.addprevious(document.add_table(1, 1)._tbl)


def write_above(document: WordDocument) -> None:
    line(document, "Chuyện gì").insert_paragraph_before("Alo.", "Normal")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (wrap("w:ins"), "còn thay đổi đang theo dõi: mở thẻ Review, bấm Accept All Changes"),
        (wrap("w:del"), "còn thay đổi đang theo dõi"),
        (wrap("w:txbxContent"), "khung chữ"),
        (wrap("w:footnoteReference"), "chú thích"),
        (wrap("w:sym"), "Symbol"),
        (write_below, "«Xin hết.» đứng dưới bảng ký tên"),
        (add_table, "bài có thêm bảng ngoài ô ký tên"),
        (write_above, "«Alo.» đứng trước phần đầu tiên"),
        (set_style("Gọi ai", "Heading 3"), "«Gọi ai»: tên phần chỉ dùng kiểu Heading 2"),
        (set_style("là nhớ", "Ngoài lời đọc"), "một tên bài ở đầu, kiểu Heading 1"),
        (set_style("Gọi ai", "Heading 1"), "một tên bài ở đầu, kiểu Heading 1"),
    ],
)
def test_what_cannot_be_taken_is_named(
    docx: bytes, change: Callable[[WordDocument], None], message: str
) -> None:
    with pytest.raises(ValueError, match=re.escape(message)):
        word_import.read(edited(docx, change), READER)


def foreign() -> bytes:
    out = io.BytesIO()
    document = Document()
    document.add_paragraph("Kế hoạch tuyên truyền")
    document.save(out)
    return out.getvalue()


def without_document(docx: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            if name != "word/document.xml":
                new.writestr(name, old.read(name))
    return out.getvalue()


def with_broken_xml(docx: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, b"<w:doc" if name == "word/document.xml" else old.read(name))
    return out.getvalue()


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (lambda docx: b"", "không mở được"),
        (lambda docx: b"%PDF-1.7", "không mở được"),
        (lambda docx: docx[:2000], "không mở được"),
        (without_document, "không mở được"),
        (with_broken_xml, "không mở được"),
        (lambda docx: b"\xd0\xcf\x11\xe0" + docx, "tệp .doc đời cũ hoặc có mật khẩu"),
        (lambda docx: foreign(), "«Kế hoạch tuyên truyền» đứng trước phần đầu tiên"),
    ],
)
def test_broken_and_foreign_files(docx: bytes, spoil: Callable[[bytes], bytes], message: str) -> None:
    with pytest.raises(ValueError, match=re.escape(message)):
        word_import.read(spoil(docx), READER)


# Another program


def test_saved_by_libreoffice_comes_back() -> None:
    """LibreOffice 7.4 has opened `word.document(data(BODY))` and saved it as Word again."""
    assert word_import.read(GOLDEN.read_bytes(), READER) == BODY


# Words back to figures and placeholders


@pytest.mark.parametrize(
    ("shown", "text"),
    [
        ("số một một một (111).", "số 111."),
        ("một trăm mười một (111) người", "111 người"),
        ("Dấu hiệu thứ nhất (1): vội", "Dấu hiệu thứ 1: vội"),
        ("Một Một Một (111)", "111"),
        ("bà con (theo luật) nhớ", "bà con (theo luật) nhớ"),
        ("gọi 111 hoặc một một ba (113)", "gọi 111 hoặc 113"),
        ("Ủy ban nhân dân (UBND) xã", "UBND xã"),
    ],
)
def test_figures_found_by_reading(shown: str, text: str) -> None:
    assert unspeak.figures(shown, READER) == text


WORDS = {"place": "xã Ninh Giang", "unit": "xã", "province": "thành phố Hải Phòng", "111": "111"}
ORIGINAL = "Bà con {place} nghe đài {unit}.\nGọi {111}. Chào {place}."


@pytest.mark.parametrize(
    ("body", "original", "expected"),
    [
        ("Bà con xã Ninh Giang nghe đài xã.\nGọi 111. Chào xã Ninh Giang.", ORIGINAL, ORIGINAL),
        (
            "Bà con xã Ninh Giang nhớ nghe đài xã, vì xã hội.\nGọi 111. Chào xã Ninh Giang.",
            ORIGINAL,
            "Bà con {place} nhớ nghe đài {unit}, vì xã hội.\nGọi {111}. Chào {place}.",
        ),
        ("Đài xã Ninh Giang, thành phố Hải Phòng.", "", "Đài {place}, {province}."),
        ("Đài xã An Lão, gọi 111.", "", "Đài xã An Lão, gọi 111."),
        (
            "Gọi 111. Chào xã Ninh Giang.\nBà con xã Ninh Giang.",
            ORIGINAL,
            "Gọi {111}. Chào {place}.\nBà con {place}.",
        ),
        (
            "Bà con xã Ninh Bình nghe đài xã.\nGọi 113.",
            ORIGINAL,
            "Bà con xã Ninh Bình nghe đài {unit}.\nGọi 113.",
        ),
        ("", ORIGINAL, ""),
    ],
)
def test_placeholders(body: str, original: str, expected: str) -> None:
    assert unspeak.with_placeholders(body, WORDS, original) == expected
