"""A loudspeaker script as a Word file: to edit, to sign, to read from. `word_import` reads it back.

Every breath group is a paragraph of its own and an empty one ends a paragraph of the source, so that
the text survives any editor. `word_styles` holds page and type.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any
from xml.sax.saxutils import escape

from docx.document import Document
from docx.enum.table import WD_ROW_HEIGHT_RULE, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from lachan.render import word_file, word_styles
from lachan.render.word_styles import (
    ASIDE,
    BLOCK,
    GAP,
    LINE,
    MARKED,
    PAUSE,
    SAID,
    TITLE,
    WRITTEN,
    key,
    styled,
)

Json = dict[str, Any]

_SPACES = ' xml:space="preserve"'
_RED = RGBColor(0xC0, 0x00, 0x00)


def document(data: Json) -> bytes:
    """The Word file: the same data, the same bytes.

    `data` is what `paper.sheet` gives the Typst sheet, with three keys of its own: `sections` from
    `word_script`, `date` (ISO, the file's only date) and `note`, which says how to edit it.
    """
    word = word_styles.blank(word_file.LANGUAGES[data["lang"]])
    _header(word, data)
    _head(word, data)
    for section in data["sections"]:
        styled(word.add_paragraph(section["title"]), BLOCK)
        for lines in section["paragraphs"]:
            _paragraph(word, lines)
    _boxes(word, [data["boxes"][who] for who in ("writer", "reader", "approver")])
    for aside in (data["note"], f"{data['source']} {data['edition']}"):
        styled(word.add_paragraph(aside), ASIDE)
    word_file.properties(word, data)
    return word_file.packed(word)


def _header(word: Document, data: Json) -> None:
    """«Trang 1/3» in the top margin; page one has it too, unlike a letter's, for sheets lie loose."""
    line = word.sections[0].header.paragraphs[0]
    line.alignment = WD_ALIGN_PARAGRAPH.CENTER
    if data["sample"]:
        stamp = line.add_run(f"{data['sample']}  ·  ")
        stamp.bold, stamp.font.color.rgb = True, _RED
    line.add_run(f"{data['page']} ")
    word_file.field(line, "PAGE")
    line.add_run("/")
    word_file.field(line, "NUMPAGES")


def _head(word: Document, data: Json) -> None:
    """Who says so, on top and centred; the title; how long it is and how to read the marks."""
    issuer, label = data["issuer"], f"{data['label']} {data['number']}"
    for words, bold in ((issuer["parent"], False), (issuer["name"], True)):
        _centred(word, words.upper()).runs[0].bold = bold
    _centred(word, label).paragraph_format.space_before = Pt(14)
    styled(word.add_paragraph(data["title"]), TITLE)
    for words in (data["length"], data["legend"]):
        _centred(word, words.replace("╱", "/")).runs[0].italic = True


def _centred(word: Document, words: str) -> Paragraph:
    paragraph = styled(word.add_paragraph(words), ASIDE)
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    return paragraph


def _paragraph(word: Document, lines: Sequence[Sequence[Json]]) -> None:
    """Its lines, never parted by a page's end, and the empty one that ends it."""
    end = word.element.body.sectPr
    for number, line in enumerate(lines, start=1):
        end.addprevious(_drawn(_runs(line), kept=number < len(lines)))
    styled(word.add_paragraph(), GAP)


def _drawn(runs: Iterable[tuple[str, str]], kept: bool) -> BaseOxmlElement:
    """A line of words and their styles as an element, `kept` on the page of the next one.

    A script has hundreds of them: put together by python-docx they would take most of the time.
    """
    text = "".join(
        "<w:r>"
        + (f'<w:rPr><w:rStyle w:val="{key(style)}"/></w:rPr>' if style else "")
        + (f"<w:t{'' if words == words.strip() else _SPACES}>{escape(words)}</w:t>" if words else "")
        + "</w:r>"
        for words, style in runs
    )
    follows = "<w:keepNext/>" if kept else '<w:keepNext w:val="0"/>'
    settings = f'<w:pPr><w:pStyle w:val="{key(LINE)}"/>{follows}</w:pPr>'
    return parse_xml(f"<w:p {nsdecls('w')}>{settings}{text}</w:p>")


def _runs(line: Iterable[Json]) -> list[tuple[str, str]]:
    """Words of a line with their character styles."""
    runs: list[tuple[str, str]] = []
    for piece in line:
        match piece["kind"]:
            case "pause":
                # The space in front is a fixed one: a mark must not begin a row.
                words, style = runs.pop()
                runs += [(words.rstrip(), style), (f"\u00a0{piece['text']}", PAUSE), (" ", "")]
            case "figure" | "mark":
                runs.append((piece["text"], SAID if piece["kind"] == "figure" else MARKED))
                runs.append((f"\u00a0({piece['source']})", WRITTEN))
            case _:
                runs.append((piece["text"], ""))
    return runs


def _boxes(word: Document, labels: Iterable[str]) -> None:
    """A row of boxes to sign in, kept on one page."""
    names = tuple(labels)
    table = word.add_table(1, len(names), "Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.rows[0].height, table.rows[0].height_rule = Mm(32), WD_ROW_HEIGHT_RULE.AT_LEAST
    for cell, name in zip(table.rows[0].cells, names, strict=True):
        styled(cell.paragraphs[0], ASIDE)
        cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
        cell.paragraphs[0].paragraph_format.space_before = Pt(3)
        cell.paragraphs[0].add_run(name).bold = True
    styled(word.add_paragraph(), GAP)
