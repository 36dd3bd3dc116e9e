"""The text of a Word file back as the Markdown body of a script, after people have edited it.

Headings make title and blocks, a paragraph is a breath group, an empty one ends a paragraph. What a
script cannot hold is named, never lost. `unspeak` finds the figures and placeholders again.
"""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from itertools import groupby

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P
from docx.oxml.xmlchemy import BaseOxmlElement

from lachan.office import unspeak
from lachan.plan import word_script
from lachan.render.word_styles import ASIDE, MARKED, SAID, WRITTEN

_TRACKED = "bản Word còn thay đổi đang theo dõi: mở thẻ Review, bấm Accept All Changes rồi lưu lại"
_NOTES = "bản Word có chú thích ở chân trang hoặc cuối bài: đưa vào lời đọc hoặc xóa đi"
_REFUSED = {
    **dict.fromkeys(("w:ins", "w:del", "w:moveFrom", "w:moveTo"), _TRACKED),
    **dict.fromkeys(("w:footnoteReference", "w:endnoteReference"), _NOTES),
    "w:txbxContent": "bản Word có khung chữ (Text Box): chuyển lời trong khung ra ngoài rồi lưu lại",
    "w:sym": "bản Word có ký hiệu chèn từ bảng Symbol: hãy viết bằng chữ",
}
"""Parts of a Word file whose words would be lost, and what to do about them."""
_OLD_WORD = b"\xd0\xcf\x11\xe0"
"""How files of Word 2003 begin, and those locked with a password."""
_UNREADABLE = (OpcError, zipfile.BadZipFile, zlib.error, SyntaxError, KeyError, ValueError)
"""What opening a broken file raises; lxml's errors are SyntaxErrors."""
_LEVELS = {"title": 1, "heading 1": 1, "heading 2": 2} | {f"heading {n}": n for n in range(3, 10)}
_FIGURE, _MARK, _OPEN, _CLOSE = "\ue000", "\ue001", "\ue002", "\ue003"
"""Private characters that show where the character styles of `word` begin and end in a line."""
_STYLED = {SAID: (_FIGURE, ""), MARKED: (_MARK, ""), WRITTEN: (_OPEN, _CLOSE)}
_PAUSE_MARKS = re.compile(r"(?:^|(?<=\s))(?:/{1,2}|╱{1,2})(?=\s|$)")
_BRACKET = rf"([^{_FIGURE}-{_CLOSE}]*){_OPEN}\s*\(([^{_FIGURE}-{_CLOSE}]*)\)\s*{_CLOSE}"
_REPLACED = re.compile(_FIGURE + _BRACKET)
_READING = re.compile(_MARK + _BRACKET)
_HINTS = re.compile(rf"[{_FIGURE}-{_CLOSE}]")


def read(
    docx: bytes,
    reader: unspeak.Reads,
    *,
    words: Mapping[str, str] | None = None,
    original: str = "",
) -> str:
    """The Markdown body in `docx`: «# title», «## block», a breath group a line.

    `reader` is the one the file was made with; `words` and `original`, the body it was made from,
    are those of `unspeak.with_placeholders`. Raises ValueError, whose text tells people in Vietnamese
    what to fix in Word, a problem a line.
    """
    document = opened(docx)
    problems: list[str] = []
    parts: list[str] = []
    for level, line in _lines(document, problems):
        if level:
            parts += ["", f"{'#' * level} {line}", ""]
            continue
        try:
            parts.append(_written(line, reader))
        except ValueError as error:
            problems.append(str(error))
    problems += _shape(parts)
    if problems:
        raise ValueError("\n".join(problems))
    body = re.sub(r"\n{3,}", "\n\n", "\n".join(parts)).strip() + "\n"
    return unspeak.with_placeholders(body, words or {}, original)


def opened(docx: bytes) -> WordDocument:
    """The Word document in `docx`. Raises ValueError with everything in it that would be lost."""
    if docx.startswith(_OLD_WORD):
        raise ValueError("tệp .doc đời cũ hoặc có mật khẩu: mở bằng Word, bỏ mật khẩu, lưu thành .docx")
    try:
        document = Document(io.BytesIO(docx))
    except _UNREADABLE as error:
        raise ValueError("không mở được: đây không phải tệp Word .docx, hoặc tệp đã hỏng") from error
    present = {node.tag for node in document.element.body.iter()}
    refused = dict.fromkeys(reason for tag, reason in _REFUSED.items() if qn(tag) in present)
    if refused:
        raise ValueError("\n".join(refused))
    return document


def _lines(document: WordDocument, problems: list[str]) -> Iterator[tuple[int, str]]:
    """Headings (1 or 2, words) and lines (0, words; no words at a gap) from the title to the boxes."""
    styles = {style.style_id: style.name or "" for style in document.styles}
    begun = ended = False
    for node in _nodes(document.element.body):
        if node.tag == qn("w:tbl"):
            if ended:
                problems.append("bài có thêm bảng ngoài ô ký tên: viết lời trong bảng thành từng dòng")
            ended = begun
            continue
        style = styles.get(node.style, "")
        if style == ASIDE:
            continue
        level = _LEVELS.get(style.lower(), 0)
        for words in _text(node, styles).split("\n"):
            line = " ".join(words.split())
            if line and ended:
                problems.append(f"«{line}» đứng dưới bảng ký tên: chuyển lên trên bảng")
            elif line and level > 2:
                problems.append(f"«{line}»: tên phần chỉ dùng kiểu Heading 2")
            elif line and not level and not begun:
                problems.append(f"«{line}» đứng trước phần đầu tiên: thêm tên phần, kiểu Heading 2")
            elif line or not level:
                yield level, _bare(line) if level else line
        begun = begun or level == 2


def _nodes(parent: BaseOxmlElement) -> Iterator[BaseOxmlElement]:
    """Paragraphs and tables in order, also those inside content controls."""
    for node in parent:
        if node.tag in {qn("w:p"), qn("w:tbl")}:
            yield node
        elif node.tag in {qn("w:sdt"), qn("w:sdtContent")}:
            yield from _nodes(node)


def _text(paragraph: CT_P, styles: Mapping[str, str]) -> str:
    """The words of a paragraph, with hints of its character styles; `styles` are names by id."""
    runs = [run for run in paragraph.iter(qn("w:r")) if run.text]
    text = ""
    for style, group in groupby(runs, lambda run: styles.get(run.style, "")):
        opening, closing = _STYLED.get(style, ("", ""))
        text += opening + "".join(run.text for run in group) + closing
    return unicodedata.normalize("NFC", text)


def _bare(line: str) -> str:
    return _HINTS.sub("", line)


def _written(line: str, reader: unspeak.Reads) -> str:
    """A line as a writer writes it: no pause marks, figures for words, marks in their braces.

    The styles say which words a figure replaces; it is right if printing it gives the line again.
    Otherwise, as after an edit or in a file that lost its styles, reading has to tell.
    """
    line = " ".join(_PAUSE_MARKS.sub("", line).split())
    bare = _bare(line)
    line = _READING.sub(r"{{\2|\1}}", line)
    candidate = _bare(_REPLACED.sub(r"\2", line))
    if _printed(candidate, reader) == " ".join(bare.split()):
        return candidate
    return unspeak.figures(_bare(line), reader)


def _printed(line: str, reader: unspeak.Reads) -> str:
    """A line as the Word file has it, without pause marks."""
    parts = word_script.pieces(reader.spans(line))
    return " ".join(
        "".join(f"{p['text']} ({p['source']})" if "source" in p else p["text"] for p in parts).split()
    )


def _shape(parts: list[str]) -> Iterator[str]:
    filled = [part for part in parts if part]
    if sum(part.startswith("# ") for part in filled) != 1 or not filled[0].startswith("# "):
        yield "bài cần đúng một tên bài ở đầu, kiểu Heading 1"
    if not any(part.startswith("## ") for part in filled):
        yield "bài cần tên của từng phần, kiểu Heading 2"
    elif not any(not part.startswith("#") for part in filled):
        yield "bài chưa có lời nào để đọc"
