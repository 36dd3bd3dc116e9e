"""A form as a Word file, so that an officer can change its words before it is printed.

Drawn from the same tree as the sheet (`form_tree`). Numbers and dashes of lists are plain text and a
line to write on is dots, as everybody types them: they survive any editor.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from docx.document import Document
from docx.enum.table import WD_ROW_HEIGHT_RULE, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.shared import Length, Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from lachan.render import word_file, word_styles
from lachan.render.word_styles import ASIDE, BLOCK, GAP, TITLE, styled

Json = dict[str, Any]

_INNER = Mm(165)
"""Between the margins of `word_styles`."""
_LEFT = Mm(60)
_BODY = Pt(13)
_NONE = Pt(0)
_HANGING = Mm(7)
_INDENT = Mm(10)
_ROW = Mm(9)
"""Room to write in by hand."""
_SIGN = 2
"""Empty lines to sign in."""
_RED = RGBColor(0xC0, 0x00, 0x00)
_BOX = "☐"
_DOTS = "....."
"""For an underscore of a line to write on that does not end its line."""
_CENTRE, _JUSTIFY = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY


def document(data: Json) -> bytes:
    """The Word file: the same data, the same bytes.

    `data` is what assets/print/form.typ is given, with a key of its own: `date` (ISO, the file's only
    date).
    """
    word = word_styles.blank(word_file.LANGUAGES[data["lang"]])
    _styles(word)
    _header(word, data)
    _head(word, data)
    for block in data["blocks"]:
        _block(word, block, data["sign"], Length(0))
    _ending(word, data)
    word_file.properties(word, data)
    return word_file.packed(word)


def _styles(word: Document) -> None:
    """A letter's size instead of that of a text read aloud, standing."""
    for name, size in (("Normal", _BODY), (TITLE, Pt(15)), (BLOCK, _BODY), ("Heading 3", _BODY)):
        style = word.styles[name]
        assert isinstance(style, ParagraphStyle)
        style.font.size, style.font.bold = size, name != "Normal"
        style.font.color.rgb = RGBColor(0, 0, 0)
        style.paragraph_format.space_after = Pt(4)


def _header(word: Document, data: Json) -> None:
    """The page number in the top margin from the second page on; a sample says so on every page."""
    section = word.sections[0]
    section.different_first_page_header_footer = True
    for header, numbered in ((section.first_page_header, False), (section.header, True)):
        line = header.paragraphs[0]
        line.alignment = _CENTRE
        if data["sample"]:
            stamp = line.add_run(f"{data['sample']}   ")
            stamp.bold, stamp.font.color.rgb = True, _RED
        if numbered:
            word_file.field(line, "PAGE")


def _head(word: Document, data: Json) -> None:
    issuer, motto = data["issuer"], data["motto"]
    if data["head"] == "official":
        table = _grid(word, 1, (_LEFT, Length(_INNER - _LEFT)))
        for cell, lines in zip(table.rows[0].cells, (issuer["lines"], motto), strict=True):
            for number, words in enumerate(lines):
                capital = lines is not motto or number == 0
                paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
                paragraph.alignment = _CENTRE
                run = paragraph.add_run(words.upper() if capital else words)
                run.bold, run.font.size = True, Pt(12 if capital else 13)
                run.underline = number == len(lines) - 1 and not capital
        date = word.add_paragraph()
        date.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        date.paragraph_format.space_before = Pt(8)
        for words in data["dateline"]:
            date.add_run(f"{words} {_DOTS}{_DOTS} ").italic = True
    else:
        line = styled(word.add_paragraph(f"{issuer['name']} · {issuer['parent']}"), ASIDE)
        line.add_run(f" · {data['label']} {data['number']}").bold = True
    title = styled(word.add_paragraph(data["title"].upper()), TITLE)
    title.paragraph_format.space_before = Pt(10)
    if data["subtitle"]:
        subtitle = word.add_paragraph()
        subtitle.alignment = _CENTRE
        subtitle.add_run(data["subtitle"]).bold = True
        subtitle.paragraph_format.space_after = Pt(8)


def _block(word: Document | _Cell, block: Json, sign: str, indent: Length) -> None:
    match block["kind"]:
        case "heading":
            assert not isinstance(word, _Cell)
            word.add_heading(block["text"], block["level"])
        case "paragraph":
            _paragraph(word, block["lines"], indent)
        case "list":
            _list(word, block, sign, indent)
        case "table":
            _table(word, block)
        case "signing":
            _signing(word, block["roles"], sign)
        case "frame":
            cell = _table_of(word, 1, [_INNER]).rows[0].cells[0]
            for part in block["blocks"]:
                _block(cell, part, sign, Length(0))
            _drop_first(cell)
            _gap(word)
        case "new-page":
            _gap(word).paragraph_format.page_break_before = True


def _paragraph(
    word: Document | _Cell, lines: Sequence[Sequence[Json]], indent: Length, mark: str = ""
) -> None:
    """One Word paragraph for each line; `mark` is what hangs in front of the first."""
    for number, runs in enumerate(lines):
        paragraph = word.add_paragraph()
        layout = paragraph.paragraph_format
        written = any(run["kind"] == "fill" for run in runs)
        layout.space_after = Pt(3)
        if indent or mark:
            layout.left_indent = Length(indent + _HANGING)
            layout.first_line_indent = Length(-_HANGING) if mark and number == 0 else _NONE
        elif not written and not isinstance(word, _Cell):
            layout.first_line_indent, paragraph.alignment = _INDENT, _JUSTIFY
        if mark and number == 0:
            paragraph.add_run(f"{mark}\t")
        _write(paragraph, runs, tab=not isinstance(word, _Cell))


def _write(paragraph: Paragraph, runs: Sequence[Json], *, tab: bool) -> None:
    """Runs of a line; a blank at its end runs to the right edge where there is a `tab` for it."""
    for run in runs:
        match run["kind"]:
            case "fill" if tab and run is runs[-1]:
                stops = paragraph.paragraph_format.tab_stops
                stops.add_tab_stop(_INNER, WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
                paragraph.add_run("\t")
            case "fill":
                paragraph.add_run(_DOTS * run["share"])
            case "box":
                paragraph.add_run(f"{_BOX} ")
            case _:
                words = paragraph.add_run(run["text"])
                words.bold, words.italic = run["bold"] or None, run["italic"] or None


def _list(word: Document | _Cell, block: Json, sign: str, indent: Length) -> None:
    for number, (first, *others) in enumerate(block["items"], start=block["start"]):
        mark, lines = f"{number}." if block["start"] else "–", first.get("lines", [])
        if not block["start"] and lines and lines[0][0]["kind"] == "box":
            mark, lines = _BOX, [lines[0][1:], *lines[1:]]
        if lines:
            _paragraph(word, lines, indent, mark)
        else:
            _block(word, first, sign, Length(indent + _HANGING))
        for part in others:
            _block(word, part, sign, Length(indent + _HANGING))


def _table(word: Document | _Cell, block: Json) -> None:
    total = sum(block["widths"])
    widths = [Length(_INNER * width // total) for width in block["widths"]]
    table = _table_of(word, 1 + len(block["rows"]), widths)
    for row, cells in zip(table.rows, [block["head"], *block["rows"]], strict=True):
        head = cells is block["head"]
        if not head and not all(cells):
            row.height, row.height_rule = _ROW, WD_ROW_HEIGHT_RULE.AT_LEAST
        for cell, runs, centred in zip(row.cells, cells, block["centred"], strict=True):
            bold = [run | {"bold": True} if run["kind"] == "words" else run for run in runs]
            _write(cell.paragraphs[0], bold if head else runs, tab=False)
            cell.paragraphs[0].alignment = _CENTRE if head or centred else None
    repeated = OxmlElement("w:tblHeader")
    table.rows[0]._tr.get_or_add_trPr().append(repeated)
    _gap(word)


def _signing(word: Document | _Cell, roles: Sequence[str], sign: str) -> None:
    table = _grid(word, 1, [Length(_INNER // len(roles))] * len(roles))
    for cell, role in zip(table.rows[0].cells, roles, strict=True):
        cell.paragraphs[0].add_run(role).bold = True
        cell.add_paragraph().add_run(sign).italic = True
        for paragraph in cell.paragraphs:
            paragraph.alignment = _CENTRE
            paragraph.paragraph_format.keep_with_next = True
        for _ in range(_SIGN):
            cell.add_paragraph()


def _ending(word: Document, data: Json) -> None:
    """Whom to call, the address and the sources."""
    calls: Sequence[Mapping[str, str | None]] = [data["hotline"], data["emergency"], data["local"]]
    table = _table_of(word, 1, (Mm(75), Mm(35), Mm(55)))
    for cell, call in zip(table.rows[0].cells, calls, strict=True):
        styled(cell.paragraphs[0], ASIDE)
        cell.paragraphs[0].add_run(str(call["label"]))
        number = cell.add_paragraph().add_run(call["number"] or _DOTS * 6)
        number.bold, number.font.size = True, Pt(16 if call["number"] else 13)
    _gap(word)
    notes = f"{data['hotline']['number']}: {' · '.join(data['notes'])} · {data['qr']['text']}"
    for words in (notes, f"{data['source']} {data['edition']}"):
        styled(word.add_paragraph(words), ASIDE)


def _table_of(word: Document | _Cell, rows: int, widths: Sequence[Length]) -> Table:
    """A ruled table over the whole width."""
    table = _grid(word, rows, widths)
    table.style = "Table Grid"
    return table


def _grid(word: Document | _Cell, rows: int, widths: Sequence[Length]) -> Table:
    """A table without rules; Word wants the widths of columns and of cells."""
    table = word.add_table(rows, len(widths))
    table.autofit = False
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
        for cell in column.cells:
            cell.width = width
    return table


def _drop_first(cell: _Cell) -> None:
    """The empty paragraph that every new cell has."""
    first = cell.paragraphs[0]._p
    first.getparent().remove(first)


def _gap(word: Document | _Cell) -> Paragraph:
    """A low empty line: two tables without a paragraph between them would become one."""
    return styled(word.add_paragraph(), GAP)
