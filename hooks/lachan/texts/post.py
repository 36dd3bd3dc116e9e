"""A post's Markdown: the words of a picture, and the text that goes with it on Zalo and Facebook.

`# Headline *second line*`, one paragraph for the line under it and a quote for the call stand on the
picture. What follows `## …` is the text of the post: plain paragraphs, a line of the file is a line
of the post. The build adds the numbers and the address of the commune's page.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markdown_it.tree import SyntaxTreeNode

from lachan.common.markdown import MARKED, PLAIN, headline, line_of, parse, plain, strange, words
from lachan.common.problem import Problem
from lachan.texts.front import PostFront
from lachan.texts.text import Text

LIMIT = 330
"""Characters an author has. Zalo and Facebook fold a post away after some 500; numbers, address and
long names of communes take the rest."""


@dataclass(frozen=True)
class Post:
    """The words of a post, placeholders still in them. `lines` tells where each slot stands.

    A paragraph of the text may hold line breaks.
    """

    headline: tuple[str, ...]
    lead: str
    call: str
    paragraphs: tuple[str, ...]
    lines: Mapping[str, int]

    @property
    def text(self) -> str:
        """The text as it is posted: an empty line between paragraphs."""
        return "\n\n".join(self.paragraphs)


def read_post(text: Text[PostFront]) -> tuple[Post | None, list[Problem]]:
    """The post that `text` describes, or what has no place in one."""
    nodes = parse(text.body)
    cut = next((i for i, node in enumerate(nodes) if node.tag == "h2"), len(nodes))
    slots = {"text": nodes[cut]} if cut < len(nodes) else {}
    paragraphs = [node for node in nodes[cut + 1 :] if node.type == "paragraph"]
    problems: list[Problem] = []
    for node in nodes[:cut]:
        slot, line = _SLOTS.get((node.type, node.tag)), text.body_line + line_of(node)
        if slot is None:
            problems.append(Problem(text.path, line, "phần này không có chỗ trong bài đăng"))
        elif slot in slots:
            problems.append(Problem(text.path, line, f"bài đăng chỉ có một {_NAMES[slot]}"))
        else:
            slots[slot] = node
    for node in nodes[cut + 1 :]:
        if node.type != "paragraph":
            problems.append(Problem(text.path, text.body_line + line_of(node), _ONLY_PARAGRAPHS))
    problems += _missing(text, slots, paragraphs)
    for node in [*slots.values(), *paragraphs]:
        problems += _strange(text, node)
    if problems:
        return None, problems
    post = Post(
        headline=headline(slots["headline"]),
        lead=plain(slots["lead"]),
        call=plain(slots["call"]),
        paragraphs=tuple(_broken(node) for node in paragraphs),
        lines={slot: text.body_line + line_of(node) for slot, node in slots.items()},
    )
    if len(post.text) > LIMIT:
        message = f"lời đăng dài {len(post.text)} ký tự, chỉ nên đến {LIMIT}; hãy bớt một ý"
        return None, [Problem(text.path, post.lines["text"], message)]
    return post, []


_SLOTS = {
    ("heading", "h1"): "headline",
    ("paragraph", "p"): "lead",
    ("blockquote", "blockquote"): "call",
}
_NAMES = {
    "headline": "tiêu đề (dòng bắt đầu bằng #)",
    "lead": "dòng phụ",
    "call": "lời kêu gọi (dòng bắt đầu bằng >)",
    "text": "lời đăng (dòng bắt đầu bằng ## và các đoạn chữ bên dưới)",
}
_ONLY_PARAGRAPHS = "lời đăng chỉ gồm các đoạn chữ trơn; Zalo không hiện danh sách, tiêu đề, hình"
_ONLY_WORDS = "bài đăng chỉ có chữ trơn; không chữ đậm, mã HTML, liên kết, hình"
_ONE_PARAGRAPH = "ở đây chỉ được đúng một đoạn chữ trơn"


def _missing(
    text: Text[PostFront], slots: Mapping[str, SyntaxTreeNode], paragraphs: list[SyntaxTreeNode]
) -> Iterator[Problem]:
    for slot, name in _NAMES.items():
        if slot not in slots:
            yield Problem(text.path, text.body_line, f"bài đăng thiếu {name}")
        elif not plain(slots[slot]) or (slot == "text" and not paragraphs):
            yield Problem(text.path, text.body_line + line_of(slots[slot]), f"{name} còn trống")


def _strange(text: Text[PostFront], node: SyntaxTreeNode) -> Iterator[Problem]:
    """Parts that would be lost on the picture or in a post."""
    inner = [block.type for block in node.children]
    if node.type == "blockquote" and plain(node) and inner != ["paragraph"]:
        yield Problem(text.path, text.body_line + line_of(node), _ONE_PARAGRAPH)
    for part in strange(node, MARKED if node.tag == "h1" else PLAIN):
        yield Problem(text.path, text.body_line + line_of(part), _ONLY_WORDS)


def _broken(paragraph: SyntaxTreeNode) -> str:
    """The words of a paragraph, its line breaks kept."""
    lines = "".join(words(paragraph, "\n")).split("\n")
    return "\n".join(" ".join(line.split()) for line in lines)
