"""Page and type of a script's Word file.

A4, Times New Roman in black and the margins are those of Nghị định 30/2020/NĐ-CP, Phụ lục I, as
LuatVietnam sums them up (article 24146, read 2026-11); not verified against the decree itself.
"""

from __future__ import annotations

import io
from functools import cache

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Length, Mm, Pt, RGBColor
from docx.styles.style import CharacterStyle, ParagraphStyle
from docx.text.paragraph import Paragraph

TITLE, BLOCK = "Heading 1", "Heading 2"
LINE = "Dòng đọc"
GAP = "Hết đoạn"
ASIDE = "Ngoài lời đọc"
"""What stands in the file but is no part of the script."""
SAID = "Số đọc thành lời"
MARKED = "Cách đọc riêng"
"""Words that stand for a figure: by rule, or because the writer's mark says so."""
WRITTEN = "Số viết trong ngoặc"
PAUSE = "Chỗ nghỉ"

_FONT = "Times New Roman"
_BLACK, _GREY = RGBColor(0, 0, 0), RGBColor(0x59, 0x59, 0x59)
_PAGE = (Mm(210), Mm(297))
_TOP_BOTTOM = Mm(20)
"""The decree: 20-25."""
_LEFT, _RIGHT = Mm(30), Mm(15)
"""The decree: 30-35 and 15-20."""
_HEADER = Mm(10)
_READ = Pt(16)
"""Larger than the 13-14 pt of a letter: it is read aloud, standing."""
_SMALL = Pt(11)
_NONE = Pt(0)
_HANGING = Mm(8)
"""A line that wraps goes on indented, so that nobody takes the rest of it for a new breath."""


_TABLES = {"Normal Table", "Table Grid"}
"""All that is used of the hundred table styles of python-docx's own template."""
_UNUSED = {"customXml", "stylesWithEffects", "thumbnail", "webSettings"}
"""Parts of that template that no reader needs: its styles for Word 2010 alone are 438 KB, and half of
every file; the small picture of its first page is of another file."""


def blank(language: str) -> Document:
    """An empty file with page and styles, tagged as `language` («vi-VN»)."""
    return docx.Document(io.BytesIO(_template(language)))


@cache
def _template(language: str) -> bytes:
    document, out = docx.Document(), io.BytesIO()
    _page(document)
    for style in list(document.styles):
        if style.type == WD_STYLE_TYPE.TABLE and style.name not in _TABLES:
            style.delete()
    for part in (document.part, document.part.package):
        for id, link in list(part.rels.items()):
            if link.reltype.rpartition("/")[2] in _UNUSED:
                del part.rels[id]
    _styles(document)
    for tag in document.styles.element.iter(qn("w:lang")):
        for letters in ("val", "eastAsia"):
            tag.set(qn(f"w:{letters}"), language)
    document.save(out)
    return out.getvalue()


def _page(document: Document) -> None:
    """A4 upright with the decree's margins."""
    section = document.sections[0]
    section.page_width, section.page_height = _PAGE
    section.top_margin = section.bottom_margin = _TOP_BOTTOM
    section.left_margin, section.right_margin = _LEFT, _RIGHT
    section.header_distance = _HEADER


def _styles(document: Document) -> None:
    _paragraph(document, "Normal", _READ)
    _paragraph(document, "Header", _SMALL)
    title = _paragraph(document, TITLE, Pt(20), before=Pt(6), after=Pt(4))
    title.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _paragraph(document, BLOCK, Pt(14), before=Pt(8), after=Pt(3))
    line = _paragraph(document, LINE, _READ).paragraph_format
    line.line_spacing = 1.25
    line.keep_together = True
    line.left_indent, line.first_line_indent = _HANGING, Length(-_HANGING)
    _paragraph(document, GAP, Pt(7))
    _paragraph(document, ASIDE, _SMALL, after=Pt(3))
    for name in (SAID, MARKED):
        _character(document, name).font.bold = True
    _character(document, PAUSE).font.color.rgb = _GREY
    figure = _character(document, WRITTEN).font
    figure.color.rgb, figure.size = _GREY, _SMALL
    for fonts in document.styles.element.iter(qn("w:rFonts")):
        fonts.attrib.clear()
        for letters in ("ascii", "hAnsi", "eastAsia", "cs"):
            fonts.set(qn(f"w:{letters}"), _FONT)


def key(style: str) -> str:
    """The id python-docx gives a style; asking it for every run takes most of the time."""
    return style.replace(" ", "")


def styled(paragraph: Paragraph, style: str) -> Paragraph:
    """The paragraph in a style."""
    paragraph._p.style = key(style)
    return paragraph


def _paragraph(
    document: Document, name: str, size: Length, *, before: Length = _NONE, after: Length = _NONE
) -> ParagraphStyle:
    known = name in document.styles
    style = document.styles[name] if known else document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    assert isinstance(style, ParagraphStyle)
    if not known:
        style.base_style, style.quick_style = document.styles["Normal"], True
    style.font.size, style.font.color.rgb = size, _BLACK
    style.paragraph_format.space_before, style.paragraph_format.space_after = before, after
    return style


def _character(document: Document, name: str) -> CharacterStyle:
    style = document.styles.add_style(name, WD_STYLE_TYPE.CHARACTER)
    assert isinstance(style, CharacterStyle)
    return style
