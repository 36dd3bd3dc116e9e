"""A page's Markdown: what the templates can set, found before anything is rendered.

`# Title`, at most one paragraph, then sections that begin with `## Name {.kind}`; `common.sections`
takes the HTML of such a page apart. Readers' pages carry no HTML of their own: the site allows no
code inside a page and no request to another host.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_it.tree import SyntaxTreeNode

from lachan.common import markdown
from lachan.common.problem import Problem
from lachan.common.sections import KINDS
from lachan.texts.front import PageFront
from lachan.texts.text import Text

_CLASS = re.compile(r"\{[^{}]*\}\s*$")
_COUNTED = re.compile(r"[ >]*([0-9]{3,}[.)])\s")
"""A number at the head of a line, such as 111: Markdown takes it for that of a list and counts anew."""
_CHOICES = frozenset({"do", "dont"})


def structure(text: Text[PageFront]) -> Iterator[Problem]:
    """What of a page no template would show, or only as it is not meant."""
    for offset, words in enumerate(text.body.splitlines()):
        if found := _COUNTED.match(words):
            yield Problem(
                text.path,
                text.body_line + offset,
                f"«{found[1]}» ở đầu dòng thành số thứ tự và mất đi; hãy viết thêm chữ ở phía trước",
            )
    if text.front.template == "staff.html":
        return
    nodes = markdown.parse(text.body)
    yield from _head(text, nodes)
    for node in nodes:
        line = _line(text, node)
        if any(part.type in {"html_block", "html_inline"} for part in node.walk()):
            yield Problem(text.path, line, "trang không dùng được mã HTML; chỉ viết Markdown")
        if any(part.type == "image" for part in node.walk()):
            yield Problem(text.path, line, "trang không dùng được hình trong bài; ghi ở mục art")
        yield from _heading(text, node, line)
        # The site's Markdown takes «#Tên» for a heading.
        if node.type == "paragraph" and re.search("^#", node.children[0].content, re.M):
            yield Problem(text.path, line, "sau dấu # ở đầu dòng cần một dấu cách")


def _line(text: Text[PageFront], node: SyntaxTreeNode) -> int:
    return text.body_line + markdown.line_of(node)


def _head(text: Text[PageFront], nodes: list[SyntaxTreeNode]) -> Iterator[Problem]:
    if not nodes or nodes[0].tag != "h1":
        line = _line(text, nodes[0]) if nodes else text.body_line
        yield Problem(text.path, line, "trang phải bắt đầu bằng dòng «# tiêu đề»")
        return
    lead = 1 if len(nodes) > 1 and nodes[1].type == "paragraph" else 0
    for node in nodes[1 + lead :]:
        if node.tag == "h2":
            return
        message = "giữa tiêu đề và dòng ## đầu tiên chỉ được một đoạn văn"
        yield Problem(text.path, _line(text, node), message)


def _heading(text: Text[PageFront], node: SyntaxTreeNode, line: int) -> Iterator[Problem]:
    """`## Name {.kind}` and `### Nên {.do}` with a kind that the templates know."""
    if node.type != "heading":
        return
    if not node.markup.startswith("#"):
        yield Problem(text.path, line, "hãy viết dòng tiêu đề bằng # ở đầu, không gạch dưới")
    if node.tag == "h1" and line > text.body_line and node.previous_sibling:
        yield Problem(text.path, line, "trang chỉ có một dòng «# tiêu đề»; hãy dùng ##")
    if not (name := _CLASS.sub("", node.children[0].content)).strip():
        yield Problem(text.path, line, "dòng tiêu đề còn trống")
    marks = _CLASS.search(node.children[0].content)
    known = {"h2": KINDS, "h3": _CHOICES}.get(node.tag, frozenset())
    if marks and marks[0].strip() not in {f"{{.{kind}}}" for kind in known}:
        listed = ", ".join(f"{{.{kind}}}" for kind in sorted(known)) or "không loại nào"
        message = f"không rõ {marks[0].strip()} sau «{name.strip()}»; ở đây dùng được: {listed}"
        yield Problem(text.path, line, message)
