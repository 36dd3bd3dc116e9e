"""A form's Markdown: a paper of the commune to print, fill in by hand and keep.

`# Title *second line*` first, then headings, paragraphs, lists, tables and frames (`>`); `---` starts a
new page. Three or more underscores are a line to write on, `[ ]` is a box to tick, a table without
rows is where people sign.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_it.tree import SyntaxTreeNode

from lachan.common import markdown
from lachan.common.problem import Problem
from lachan.texts.form_tree import (
    Block,
    Checkbox,
    Fill,
    Form,
    Frame,
    Heading,
    Inline,
    Line,
    Listing,
    NewPage,
    Paragraph,
    Signing,
    Table,
    Words,
)
from lachan.texts.front import FormFront
from lachan.texts.text import Text

_UNDERSCORES = re.compile("_{3,}")
_BLANK = "\ue000"
"""An underscore to write on, while Markdown is read, which would see emphasis. No text holds it."""
_MARKS = re.compile(rf"({_BLANK}+|\[ \] ?)")

_NO_PLACE = "biểu mẫu chỉ gồm tiêu đề, đoạn chữ, danh sách, bảng, khung (>) và sang trang (---)"
_NOT_INSIDE = "trong danh sách và trong khung chỉ có đoạn chữ và danh sách"
_ONLY_WORDS = (
    "ở đây chỉ có chữ, **đậm**, *nghiêng*, chỗ điền ____ và ô [ ]; không mã HTML, liên kết, hình"
)
_ONLY_TITLE = "tiêu đề chỉ có chữ, không có chỗ điền hay ô đánh dấu"
_LEVELS = "tiêu đề trong biểu mẫu chỉ dùng ## và ###"
_ONE_TITLE = "biểu mẫu cần đúng một tên, ở dòng đầu, bắt đầu bằng #"
_EMPTY = "phần này còn trống"
_NO_HEAD = "mỗi cột của bảng cần một tên ở dòng đầu"
_ONLY_ROLES = "bảng chỉ có dòng đầu là chỗ ký: mỗi ô chỉ ghi ai ký"
_PAGE_BREAK = "sang trang (---) phải đứng giữa hai phần có nội dung"


def read_form(text: Text[FormFront]) -> tuple[Form | None, list[Problem]]:
    """The form that `text` describes, or what has no place on one."""
    body = _UNDERSCORES.sub(lambda match: _BLANK * len(match[0]), text.body)
    nodes = markdown.parse(body)
    problems = [
        Problem(text.path, text.body_line + markdown.line_of(node), message)
        for node, message in _faults(nodes)
    ]
    if not nodes:
        problems.append(Problem(text.path, text.body_line, _ONE_TITLE))
    if problems:
        return None, problems
    source = body.split("\n")
    title, subtitle = markdown.title(nodes[0])
    return Form(title, subtitle, tuple(_block(node, source) for node in nodes[1:])), []


def _faults(nodes: list[SyntaxTreeNode]) -> Iterator[tuple[SyntaxTreeNode, str]]:
    """Everything that could not be printed, and the node it stands in."""
    for index, node in enumerate(nodes):
        if (index == 0) != (node.tag == "h1"):
            yield node, _ONE_TITLE
        elif node.type == "hr":
            around = nodes[index - 1 : index + 2 : 2]
            if index == 1 or len(around) < 2 or around[1].type == "hr":
                yield node, _PAGE_BREAK
        elif node.type not in _BLOCKS:
            yield node, _NO_PLACE
        elif node.type == "heading":
            yield from _heading_faults(node)
        else:
            yield from _block_faults(node)


def _heading_faults(node: SyntaxTreeNode) -> Iterator[tuple[SyntaxTreeNode, str]]:
    words = {"inline", "text", "em"} if node.tag == "h1" else {"inline", "text"}
    inside = [part for part in node.walk() if part is not node]
    if node.tag not in {"h1", "h2", "h3"}:
        yield node, _LEVELS
    elif not (markdown.title(node)[0] if node.tag == "h1" else markdown.plain(node)):
        yield node, _EMPTY
    elif any(part.type not in words or _MARKS.search(_own(part)) for part in inside):
        yield node, _ONLY_TITLE


def _block_faults(node: SyntaxTreeNode) -> Iterator[tuple[SyntaxTreeNode, str]]:
    """Faults of a paragraph, list, table or frame and of all that stands in it."""
    if node.type == "inline":
        if any(markdown.strange(node, markdown.MARKED)):
            yield _placed(node), _ONLY_WORDS
        return
    if node.type in {"list_item", "blockquote"}:
        if not node.children:
            yield node, _EMPTY
        for part in node.children:
            if part.type not in _INSIDE:
                yield part, _NOT_INSIDE
                return
    if node.type == "table":
        yield from _head_faults(node)
    for part in node.children:
        yield from _block_faults(part)


def _head_faults(table: SyntaxTreeNode) -> Iterator[tuple[SyntaxTreeNode, str]]:
    """A head says what its column is for, or who signs."""
    for cell in table.children[0].children[0].children:
        if not markdown.plain(cell):
            yield table, _NO_HEAD
        elif len(table.children) == 1 and _MARKS.search(markdown.plain(cell)):
            yield table, _ONLY_ROLES


def _placed(node: SyntaxTreeNode) -> SyntaxTreeNode:
    """`node`, or the nearest one around it that has a line."""
    while node.map is None and node.parent is not None:
        node = node.parent
    return node


def _block(node: SyntaxTreeNode, source: list[str]) -> Block:
    match node.type:
        case "heading":
            return Heading(int(node.tag[1]), markdown.plain(node))
        case "bullet_list" | "ordered_list":
            start = int(node.attrs.get("start", 1)) if node.type == "ordered_list" else 0
            items = (tuple(_block(part, source) for part in item.children) for item in node.children)
            return Listing(start, tuple(items))
        case "table":
            return _table(node, source)
        case "blockquote":
            return Frame(tuple(_block(part, source) for part in node.children))
        case "hr":
            return NewPage()
        case _:
            return Paragraph(_lines(node))


def _table(node: SyntaxTreeNode, source: list[str]) -> Table | Signing:
    head, *bodies = node.children
    heads = head.children[0].children
    if not bodies:
        return Signing(tuple(markdown.plain(cell) for cell in heads))
    rows = (tuple(_line(cell) for cell in row.children) for row in bodies[0].children)
    assert node.map
    ruler = [part.strip() for part in source[node.map[0] + 1].strip().strip("|").split("|")]
    return Table(
        head=tuple(_line(cell) for cell in heads),
        rows=tuple(rows),
        widths=tuple(part.count("-") for part in ruler),
        centred=tuple(part.startswith(":") and part.endswith(":") for part in ruler),
    )


def _lines(node: SyntaxTreeNode) -> tuple[Line, ...]:
    """The lines of a paragraph: only where something is to be written are those of the source kept."""
    parts = list(_runs(node))
    written_on = any(isinstance(part, Fill) for part in parts)
    lines: list[list[Inline]] = [[]]
    for part in parts:
        if part == "hardbreak" or (part == "softbreak" and written_on):
            lines.append([])
        else:
            lines[-1].append(Words(" ") if isinstance(part, str) else part)
    return tuple(tuple(_joined(line)) for line in lines if line)


def _line(cell: SyntaxTreeNode) -> Line:
    return tuple(_joined([part for part in _runs(cell) if not isinstance(part, str)]))


def _runs(node: SyntaxTreeNode, bold: bool = False, italic: bool = False) -> Iterator[Inline | str]:
    """Words, blanks and boxes below `node`; breaks of the source as the names of their nodes."""
    if node.type in markdown.BREAKS:
        yield node.type
    for piece in _MARKS.split(_own(node)):
        if piece.startswith(_BLANK):
            yield Fill(len(piece))
        elif piece.startswith("[ ]"):
            yield Checkbox()
        elif piece:
            yield Words(piece, bold, italic)
    for part in node.children:
        yield from _runs(part, bold or node.type == "strong", italic or node.type == "em")


def _joined(runs: list[Inline]) -> Iterator[Inline]:
    """Neighbours in the same style as one run."""
    last: Words | None = None
    for run in runs:
        if not isinstance(run, Words):
            yield from [last, run] if last else [run]
            last = None
        elif last and (last.bold, last.italic) == (run.bold, run.italic):
            last = Words(last.text + run.text, last.bold, last.italic)
        else:
            if last:
                yield last
            last = run
    if last:
        yield last


def _own(node: SyntaxTreeNode) -> str:
    return node.content if node.type == "text" else ""


_INSIDE = frozenset({"paragraph", "bullet_list", "ordered_list"})
_BLOCKS = _INSIDE | {"heading", "table", "blockquote", "hr"}
