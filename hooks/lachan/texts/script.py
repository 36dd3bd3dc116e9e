"""A loudspeaker script's Markdown: level-2 headings are blocks, a source line is a breath group.

The writer's line breaks are kept: they are where the reader breathes. Digits stay digits here;
what is spoken is derived by `lachan.speech`.
"""

from __future__ import annotations

from dataclasses import dataclass

from lachan.common import markdown
from lachan.common.problem import Problem
from lachan.texts.front import ScriptFront
from lachan.texts.text import Text

_NO_WORDS = "phần này chưa có lời nào để đọc"


@dataclass(frozen=True)
class ScriptParagraph:
    """Breath groups that belong together, and the line of the file the first one stands on."""

    lines: tuple[str, ...]
    line: int


@dataclass(frozen=True)
class Block:
    """One block of a script: greeting, what happens, signs, what to do, whom to call."""

    title: str
    paragraphs: tuple[ScriptParagraph, ...]


@dataclass(frozen=True)
class Script:
    """The words of a script, placeholders still in them."""

    title: str
    blocks: tuple[Block, ...]


def read_script(text: Text[ScriptFront]) -> tuple[Script | None, list[Problem]]:
    """The script that `text` describes, or what nobody can read aloud."""
    source = text.body.split("\n")
    title = ""
    blocks: list[tuple[str, list[ScriptParagraph]]] = []
    problems: list[Problem] = []
    for node in markdown.parse(text.body):
        start, end = node.map or (0, 0)
        words = "".join(child.content for child in node.children)
        if (node.type, node.tag) == ("heading", "h1") and not title:
            title = words
        elif (node.type, node.tag) == ("heading", "h2"):
            blocks.append((words, []))
            if node.next_sibling is None or node.next_sibling.type == "heading":
                problems.append(Problem(text.path, text.body_line + start, _NO_WORDS))
        elif node.type == "paragraph" and blocks and not any(markdown.strange(node, markdown.PLAIN)):
            lines = tuple(line.strip() for line in source[start:end])
            blocks[-1][1].append(ScriptParagraph(lines, text.body_line + start))
        else:
            message = "bài phát thanh chỉ gồm # tên bài, ## từng phần và các dòng chữ trơn để đọc"
            problems.append(Problem(text.path, text.body_line + start, message))
    if not title:
        problems.append(Problem(text.path, text.body_line, "thiếu tên bài (dòng bắt đầu bằng #)"))
    if not blocks:
        problems.append(Problem(text.path, text.body_line, _NO_WORDS))
    if problems:
        return None, problems
    return Script(title, tuple(Block(name, tuple(parts)) for name, parts in blocks)), []
