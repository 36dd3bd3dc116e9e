"""The tag tree as a screen reader walks it: headings, order, words for pictures, language."""

# ruff: noqa: E501 (a case stays on its line)

from __future__ import annotations

import pytest
from lachan.verify import tags
from lachan.verify.tags import Tag
from sheets import LONGEST, kit, tiny


def test_every_element_in_the_order_of_reading() -> None:
    body = """
    #at(20, 90)[Đoạn đầu]
    #at(20, 60, heading(level: 2, "Dấu hiệu"))
    #at(20, 70, code(30))
    #at(20, 40, pdf.artifact[vạch cắt])
    """
    assert tags.tags(tiny(body)) == [
        Tag(1, "H1", "Gọi 111", ""),
        Tag(1, "Span", "Đoạn đầu", ""),
        Tag(1, "H2", "Dấu hiệu", ""),
        Tag(1, "Figure", "", "QR"),
    ]


@pytest.mark.parametrize(
    ("body", "title", "faults"),
    [
        ("", True, []),
        ("#heading(level: 2)[Hai] #heading(level: 3)[Ba] #heading(level: 2)[Hai]", True, []),
        ("", False, ["cần đúng một tiêu đề bậc 1, nhưng thấy 0"]),
        ("#heading[Hai lần]", True, ["cần đúng một tiêu đề bậc 1, nhưng thấy 2"]),
        ("#heading(level: 3)[Ba]", True, ["tiêu đề bậc 3 đứng ngay sau bậc 1"]),
        ("#show heading: block[#par[Hai] #par[Ba]]; #heading(level: 2)[Hai]", True, ["trang 1: tiêu đề không có chữ"]),
        ('#image(bytes("<svg xmlns=\'http://www.w3.org/2000/svg\' viewBox=\'0 0 1 1\'><path d=\'M0 0h1v1z\'/></svg>"))', True, ["trang 1: hình không có lời tả"]),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_tree(body: str, title: bool, faults: list[str]) -> None:
    assert list(tags.faults(tiny(body, title=title, standard=False), lang="vi")) == faults


def test_the_language_of_the_file() -> None:
    pdf = tiny("")
    assert tags.language(pdf) == "vi"
    assert list(tags.faults(pdf, lang="en")) == ["tệp ghi ngôn ngữ «vi», đúng ra là «en»"]


def test_a_file_without_a_name() -> None:
    pdf = tiny("", setup="#set document(title: none)", standard=False)
    assert list(tags.faults(pdf, lang="vi")) == ["tệp không có tên"]


def test_a_file_without_tags() -> None:
    assert list(tags.faults(tiny("", tagged=False), lang="vi")) == [
        "tệp không có thẻ cho máy đọc màn hình"
    ]


def test_every_sheet_can_be_heard() -> None:
    """The title or the number comes first; who made it and when, only after what it says."""
    for sheet, pdf in kit(LONGEST, True, False):
        assert list(tags.faults(pdf, lang=sheet.lang)) == [], sheet.path
        said = tags.tags(pdf)
        title = next(index for index, tag in enumerate(said) if tag.role == "H1")
        before = " ".join(tag.words for tag in said[:title])
        assert title <= 4, sheet.path
        assert "2026.11" not in before, sheet.path
        assert any(tag.role == "Figure" for tag in said), sheet.path
