"""A list of communes as offices send it: a CSV file out of whichever program, read row by row.

Commas, semicolons or tabs, UTF-8, UTF-16 or UTF-32, our headings or Vietnamese ones, under a title or
none. What could be read in two ways is a problem with the line on which its row begins.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import product
from pathlib import Path

from lachan.common.characters import fault, strange
from lachan.common.problem import Problem, Where, errors
from lachan.common.yamltext import parse
from lachan.gazetteer import spelling

COLUMNS = ("province_code", "province", "code", "name")
_SEPARATORS = (",", ";", "\t")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark is the first half of this one
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How files of Excel and LibreOffice begin: ZIP (.xlsx, .ods) and OLE (.xls)."""
_SAVE = "trong Excel chọn «Lưu thành» (Save As), kiểu «CSV UTF-8», rồi chạy lại với tệp ấy"
_ABOVE = 12
"""Lines of which one is the head: a title, an office and a day may stand above it."""
_WANTED = "dòng đầu bảng ghi tên bốn cột: mã tỉnh, tên tỉnh, mã xã, tên xã; các cột ngăn bằng dấu phẩy"


@dataclass(frozen=True)
class Row:
    """One commune of a list: where its row begins, and its cells by COLUMNS."""

    where: Where
    cells: Mapping[str, str]


def read(path: Path) -> tuple[list[Row], list[Problem]]:
    """Every row of the list at `path` that is neither blank nor broken, and everything wrong in it."""
    try:
        raw = path.read_bytes()
    except OSError:
        message = "không mở được tệp này; nếu đang mở trong Excel thì hãy đóng lại"
        return [], [Problem(path.name, 1, message)]
    try:
        text = _decoded(raw)
    except ValueError as error:
        return [], [Problem(path.name, 1, str(error))]
    return _rows(unicodedata.normalize("NFC", text), path.name)


def _decoded(raw: bytes) -> str:
    """The text of a file. Raises ValueError with what it is instead, and what to do."""
    if raw.startswith(_WORKBOOKS):
        raise ValueError(f"đây là bảng tính Excel, không phải CSV; {_SAVE}")
    encoding = next((name for bom, name in _BOMS if raw.startswith(bom)), "utf-8")
    if encoding == "utf-8" and b"\0" in raw:
        encoding = "utf-16-le" if raw[1:2] == b"\0" else "utf-16-be"
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        pass
    old = unicodedata.normalize("NFC", raw.decode("cp1258", "replace"))
    if re.search(r"phường|xã|tỉnh", old, re.IGNORECASE):
        raise ValueError(f"chữ theo mã Windows-1258 (cp1258), không phải UTF-8; {_SAVE}")
    raise ValueError(f"chữ không đúng mã UTF-8; {_SAVE}")


def _rows(text: str, name: str) -> tuple[list[Row], list[Problem]]:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    saying = [at for at, line in enumerate(lines) if _says(line)][:_ABOVE] or [0]
    first, separator = max(product(saying, _SEPARATORS), key=lambda head: _known(lines, *head))
    table = "\n".join(lines[first:])
    columns = _columns(_head(table, separator))
    problems = [
        Problem(name, first + 1, f"hai cột cùng là {column}; hãy giữ một")
        for column in COLUMNS
        if columns.count(column) > 1
    ]
    if missing := [column for column in COLUMNS if column not in columns]:
        message = f"thiếu cột {', '.join(missing)}; {_WANTED}" if text.strip() else "tệp này trống"
        problems.append(Problem(name, first + 1, message))
    if problems:
        return [], problems
    if first > saying[0]:
        message = f"đầu bảng ở dòng {first + 1}; các dòng trên đó không đọc"
        problems.append(Problem(name, saying[0] + 1, message, warning=True))
    rows: list[Row] = []
    reader = csv.reader(io.StringIO(table), delimiter=separator, strict=True)
    next(reader)
    begins = first + reader.line_num + 1
    try:
        for cells in reader:
            where = Where(name, begins)
            begins = first + reader.line_num + 1
            found = [where.problem(message) for message in _faults(cells, columns)]
            problems += found
            if any(map(str.strip, cells)) and not found:
                plain = {key: _plain(cell) for key, cell in zip(columns, cells, strict=False) if key}
                rows.append(Row(where, {column: plain.get(column, "") for column in COLUMNS}))
    except csv.Error:
        message = "dấu ngoặc kép đặt sai: ô nào mở ngoặc kép thì phải đóng, ngay trước dấu ngăn cột"
        problems.append(Problem(name, begins, message))
    if not rows and not errors(problems):
        problems.append(Problem(name, first + 1, "dưới đầu bảng chưa có xã, phường nào"))
    return rows, problems


def _says(line: str) -> bool:
    """Whether a line is the head of the table: `sep=;` is what Excel writes for itself."""
    return bool(line.strip(" ,;\t")) and not line.lower().startswith("sep=")


def _known(lines: list[str], first: int, separator: str) -> int:
    """How many of COLUMNS the row has that begins on the line `first`."""
    return len({*_columns(_head("\n".join(lines[first : first + _ABOVE]), separator))} - {""})


def _head(table: str, separator: str) -> list[str]:
    """The first row of a table; empty where it is none."""
    try:
        return next(csv.reader(io.StringIO(table), delimiter=separator, strict=True), [])
    except csv.Error:
        return []


def _columns(head: list[str]) -> list[str]:
    """Which of COLUMNS each heading is; empty for all that we do not need."""
    return [
        _headings().get(re.sub("[^a-z0-9]+", " ", spelling.bare(cell)).strip(), "") for cell in head
    ]


@cache
def _headings() -> Mapping[str, str]:
    text = files("lachan").joinpath("data/list_columns.yml").read_text("utf-8")
    listed = parse(text, "list_columns.yml")[0].value
    return {heading: column for column in COLUMNS for heading in listed[column]}


def _faults(cells: list[str], columns: list[str]) -> Iterator[str]:
    """What is wrong with a row before anybody looks at what it says; nothing with a blank one."""
    if not any(map(str.strip, cells)):
        return
    if missing := [column for column in columns[len(cells) :] if column]:
        yield f"dòng này có {len(cells)} ô, đầu bảng có {len(columns)}; thiếu {', '.join(missing)}"
    if any(map(str.strip, cells[len(columns) :])):
        yield (
            f"dòng này có {len(cells)} ô, đầu bảng có {len(columns)}; "
            "tên có dấu phẩy thì để trong ngoặc kép"
        )
    for column, cell in zip(columns, cells, strict=False):
        for offset, char in strange(cell.replace("\t", " ")) if column else ():
            yield f"«{column}»: {fault(char, offset + 1)}"


def _plain(cell: str) -> str:
    """A cell in one line, without what Excel puts round figures that it must not calculate with."""
    return " ".join(cell.split()).removeprefix("=").strip("'\" ")
