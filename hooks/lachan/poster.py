"""A poster's Markdown: its structure is its meaning.

`# Headline *second line*`, one paragraph for the line under it, `## Title` and a list of signs
(`**Sign** detail`), a quote for the call to action. Nothing else has a place on a poster, and a
template shows only the parts it has room for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markdown_it.tree import SyntaxTreeNode

from lachan.markdown import MARKED, headline, inline, line_of, parse, plain, strange, words
from lachan.problem import Problem
from lachan.text import PosterFront, Text


@dataclass(frozen=True)
class Sign:
    """One entry of the list: what to look for, and what it looks like."""

    title: str
    detail: str


@dataclass(frozen=True)
class Poster:
    """The words of a poster, placeholders still in them. `lines` tells where each slot stands."""

    headline: tuple[str, ...]
    lead: str
    list_title: str
    signs: tuple[Sign, ...]
    call: str
    lines: Mapping[str, int]


def read_poster(text: Text[PosterFront]) -> tuple[Poster | None, list[Problem]]:
    """The poster that `text` describes, or what has no place on one."""
    slots: dict[str, SyntaxTreeNode] = {}
    problems: list[Problem] = []
    for node in parse(text.body):
        slot, line = _SLOTS.get((node.type, node.tag)), text.body_line + line_of(node)
        if slot is None:
            problems.append(Problem(text.path, line, "phần này không có chỗ trên áp phích"))
        elif slot in slots:
            problems.append(Problem(text.path, line, f"áp phích chỉ có một {_NAMES[slot]}"))
        else:
            slots[slot] = node
    for slot, node in slots.items():
        problems += _strange(text, slot, node)
    problems += _unfit(text, slots)
    if problems:
        return None, problems
    lines = {slot: text.body_line + line_of(node) for slot, node in slots.items()}
    signs = tuple(_signs(slots["list"])) if "list" in slots else ()
    return Poster(
        headline=headline(slots["headline"]),
        lead=plain(slots.get("lead")),
        list_title=plain(slots.get("list_title")),
        signs=signs,
        call=plain(slots["call"]),
        lines=lines,
    ), []


_SLOTS = {
    ("heading", "h1"): "headline",
    ("paragraph", "p"): "lead",
    ("heading", "h2"): "list_title",
    ("ordered_list", "ol"): "list",
    ("bullet_list", "ul"): "list",
    ("blockquote", "blockquote"): "call",
}
_NAMES = {
    "headline": "tiêu đề (dòng bắt đầu bằng #)",
    "lead": "dòng phụ",
    "list_title": "tên danh sách (dòng bắt đầu bằng ##)",
    "list": "danh sách",
    "call": "lời kêu gọi (dòng bắt đầu bằng >)",
}


_PARTS: Mapping[str, tuple[str, ...]] = {
    "number": ("headline", "call"),
    "signs": ("headline", "lead", "list_title", "list", "call"),
}
"""What each template shows, in the order in which it is read."""
_FRONT: Mapping[str, tuple[str, ...]] = {"number": ("strip",), "signs": ("art", "art_alt")}
_OPTIONAL = frozenset({"lead"})
_ONE_PARAGRAPH = "ở đây chỉ được đúng một đoạn chữ trơn"
_ONLY_WORDS = "trên áp phích chỉ có chữ trơn, **đậm** và *nghiêng*; không mã HTML, liên kết, hình"


def _strange(text: Text[PosterFront], slot: str, node: SyntaxTreeNode) -> Iterator[Problem]:
    """Parts of a slot that would be lost: only plain words, bold and emphasis can be printed."""
    line = text.body_line + line_of(node)
    if not plain(node):
        yield Problem(text.path, line, f"{_NAMES[slot]} còn trống")
        return
    blocks = node.children if slot in {"list", "call"} else []
    for block in blocks:
        line = text.body_line + line_of(block)
        inner = [part.type for part in (block.children if slot == "list" else [block])]
        if inner != ["paragraph"] or not plain(block):
            yield Problem(text.path, line, _ONE_PARAGRAPH)
    if slot == "call" and len(blocks) > 1:
        yield Problem(text.path, line, _ONE_PARAGRAPH)
    for part in strange(node, MARKED):
        yield Problem(text.path, text.body_line + line_of(part), _ONLY_WORDS)


def _unfit(text: Text[PosterFront], slots: Mapping[str, SyntaxTreeNode]) -> Iterator[Problem]:
    """What the template needs and is not there, and what is there and would not be shown."""
    template = text.front.template
    for slot in _PARTS[template]:
        if slot not in slots and slot not in _OPTIONAL:
            yield Problem(text.path, text.body_line, f"áp phích thiếu {_NAMES[slot]}")
    for slot, node in slots.items():
        if slot not in _PARTS[template]:
            line = text.body_line + line_of(node)
            yield Problem(text.path, line, f"mẫu «{template}» không có chỗ cho {_NAMES[slot]}")
    for key in sorted({key for keys in _FRONT.values() for key in keys}):
        if key in _FRONT[template] and not getattr(text.front, key):
            yield text.tree.at((key,)).problem(f"mẫu «{template}» cần mục «{key}»")
        elif key not in _FRONT[template] and getattr(text.front, key):
            yield text.tree.at((key,)).problem(f"mẫu «{template}» không dùng mục «{key}»; hãy bỏ")


def _signs(node: SyntaxTreeNode) -> Iterator[Sign]:
    for item in node.children:
        parts = inline(item)
        title = " ".join(plain(p) for p in parts if p.type == "strong")
        detail = " ".join("".join(w for p in parts if p.type != "strong" for w in words(p)).split())
        yield Sign(title, detail) if title else Sign(detail, "")
