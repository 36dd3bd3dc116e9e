"""A loudspeaker script as a Word file: to edit, to sign, to read from. `word_import` reads it back.

Every breath group is a paragraph of its own and an empty one ends a paragraph of the source, so that
the text survives any editor. `word_styles` holds page and type.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

from docx.document import Document
from docx.enum.table import WD_ROW_HEIGHT_RULE, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from lachan import speech, word_file, word_styles
from lachan.word_styles import ASIDE, BLOCK, GAP, LINE, MARKED, PAUSE, SAID, TITLE, WRITTEN, key

Json = dict[str, Any]

_PAUSE_MARKS: Mapping[str, str] = {"": "", "short": "/", "long": "//"}
"""Times New Roman has no ╱; a slash is what everybody can type."""
_RED = RGBColor(0xC0, 0x00, 0x00)
_AS_WRITTEN = frozenset({"text", "word", "letter", "symbol", "unread"})
"""Kinds of span that a person reads without help; only a machine's voice needs «phây-búc»."""


def sections(script: speech.Script) -> list[Json]:
    """The script as plain values: sections, paragraphs, the writer's lines, pieces of a line.

    A line that was divided to fit the sheet is whole again here.
    """
    return [
        {
            "title": section.title,
            "paragraphs": [
                [_line(lines) for _, lines in groupby(paragraph.lines, lambda line: line.source)]
                for paragraph in section.paragraphs
            ],
        }
        for section in script.sections
    ]


def document(data: Json) -> bytes:
    """The Word file: the same data, the same bytes.

    `data` is what `paper.sheet` gives the Typst sheet, with three keys of its own: `sections` from
    here, `date` (ISO, the file's only date) and `note`, which says how to edit it.
    """
    word = word_styles.blank(word_file.LANGUAGES[data["lang"]])
    _header(word, data)
    _head(word, data)
    for section in data["sections"]:
        _styled(word, BLOCK, section["title"])
        for lines in section["paragraphs"]:
            _paragraph(word, lines)
    _boxes(word, [data["boxes"][who] for who in ("writer", "reader", "approver")])
    for aside in (data["note"], f"{data['source']} {data['edition']}"):
        _styled(word, ASIDE, aside)
    word_file.properties(word, data)
    return word_file.packed(word)


def pieces(spans: Iterable[speech.Span]) -> Iterator[Json]:
    """Words as a broadcaster reads them; behind those that replace something, what is written.

    «kind» is text, figure or mark; spaces at the edge of what is replaced stay outside of it.
    """
    for span in spans:
        if span.kind in _AS_WRITTEN or span.spoken == span.written:
            yield {"text": span.written, "kind": "text"}
            continue
        words = span.spoken.strip()
        before, after = span.spoken.split(words) if words else ("", "")
        yield {"text": before, "kind": "text"}
        kind = "mark" if span.kind == "mark" else "figure"
        yield {"text": words, "kind": kind, "source": span.written.strip()}
        yield {"text": after, "kind": "text"}


def _line(lines: Iterable[speech.TimedLine]) -> list[Json]:
    line: list[Json] = []
    begun = ""
    for phrase in (phrase for part in lines for phrase in part.phrases):
        first, *rest = phrase.spans
        *before, last = (replace(first, spoken=begun + first.spoken), *rest)
        # A number that goes on in the next line is whole again behind its last part.
        begun = "" if last.source else last.spoken
        line += [
            piece for piece in pieces([*before, *([last] if last.source else [])]) if piece["text"]
        ]
        if phrase.pause and not begun:
            line.append({"text": _PAUSE_MARKS[phrase.pause], "kind": "pause"})
    return line


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
    _styled(word, TITLE, data["title"])
    for words in (data["length"], data["legend"]):
        _centred(word, words.replace("╱", "/")).runs[0].italic = True


def _styled(word: Document, style: str, words: str = "") -> Paragraph:
    paragraph = word.add_paragraph(words)
    paragraph._p.style = key(style)
    return paragraph


def _centred(word: Document, words: str) -> Paragraph:
    paragraph = _styled(word, ASIDE, words)
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    return paragraph


def _paragraph(word: Document, lines: Sequence[Sequence[Json]]) -> None:
    """Its lines, never parted by a page's end, and the empty one that ends it."""
    for number, line in enumerate(lines, start=1):
        paragraph = _styled(word, LINE)
        paragraph.paragraph_format.keep_with_next = number < len(lines)
        for piece in line:
            _write(paragraph, piece)
    _styled(word, GAP)


def _write(paragraph: Paragraph, piece: Json) -> None:
    match piece["kind"]:
        case "pause":
            # The space in front is a fixed one: a mark must not begin a row.
            last = paragraph.runs[-1]
            last.text = last.text.rstrip()
            _run(paragraph, f"\u00a0{piece['text']}", PAUSE)
            paragraph.add_run(" ")
        case "figure" | "mark":
            _run(paragraph, piece["text"], SAID if piece["kind"] == "figure" else MARKED)
            _run(paragraph, f"\u00a0({piece['source']})", WRITTEN)
        case _:
            paragraph.add_run(piece["text"])


def _run(paragraph: Paragraph, words: str, style: str) -> None:
    paragraph.add_run(words)._r.style = key(style)


def _boxes(word: Document, labels: Iterable[str]) -> None:
    """A row of boxes to sign in, kept on one page."""
    names = tuple(labels)
    table = word.add_table(1, len(names), "Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.rows[0].height, table.rows[0].height_rule = Mm(32), WD_ROW_HEIGHT_RULE.AT_LEAST
    for cell, name in zip(table.rows[0].cells, names, strict=True):
        cell.paragraphs[0]._p.style = key(ASIDE)
        cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
        cell.paragraphs[0].paragraph_format.space_before = Pt(3)
        cell.paragraphs[0].add_run(name).bold = True
    _styled(word, GAP)
