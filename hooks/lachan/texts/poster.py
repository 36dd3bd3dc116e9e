"""The Markdown of what is printed with slots: its structure is its meaning.

`# Headline *second line*`, one paragraph for the line under it, `## Title` and a list of signs
(`**Sign** detail`), a second title with a list of steps, a quote for the call to action. A leaflet
has panels instead of lists (`panel`). A text gives exactly what its design shows.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import get_args

from markdown_it.tree import SyntaxTreeNode

from lachan.common.markdown import MARKED, headline, inline, line_of, parse, plain, strange, words
from lachan.common.problem import Problem
from lachan.texts.design import Design, Designs, Key
from lachan.texts.front import PosterFront
from lachan.texts.text import Text


@dataclass(frozen=True)
class Sign:
    """One entry of a list: what to look for or do, and what it looks like."""

    title: str
    detail: str


@dataclass(frozen=True)
class Panel:
    """One panel of a leaflet."""

    title: str
    paragraphs: tuple[str, ...]
    list: tuple[Sign, ...]
    ordered: bool
    call: str


@dataclass(frozen=True)
class Poster:
    """The words of a sheet, placeholders still in them. `lines` tells where each slot stands."""

    headline: tuple[str, ...]
    lead: str
    list_title: str
    signs: tuple[Sign, ...]
    steps_title: str
    steps: tuple[Sign, ...]
    panels: tuple[Panel, ...]
    call: str
    lines: Mapping[str, int]


def read_poster(text: Text[PosterFront], designs: Designs) -> tuple[Poster | None, list[Problem]]:
    """The sheet that `text` describes, or what has no place on one of its design."""
    design = designs.get((text.kind, text.front.template))
    if design is None:
        known = ", ".join(name for kind, name in designs if kind == text.kind)
        seen = text.front.template
        message = f"«template»: cần một trong {known}, nhưng thấy «{seen}»"
        return None, [text.tree.at(("template",)).problem(message)]
    nodes = parse(text.body)
    folded = _panels(nodes) if "panels" in design.parts else []
    slots: dict[str, SyntaxTreeNode] = {}
    problems: list[Problem] = []
    for node in nodes[: len(nodes) - sum(map(len, folded))]:
        slot, line = _slot(node, design, slots), text.body_line + line_of(node)
        if slot is None:
            problems.append(Problem(text.path, line, "phần này không có chỗ trên tờ in"))
        elif slot in slots:
            problems.append(Problem(text.path, line, f"tờ in chỉ có một {_NAMES[slot]}"))
        else:
            slots[slot] = node
    for slot, node in slots.items():
        problems += _strange(text, slot, node)
    for panel in folded:
        problems += _strange_panel(text, panel)
    problems += _unfit(text, design, slots, len(folded))
    if problems:
        return None, problems
    lines = {slot: text.body_line + line_of(node) for slot, node in slots.items()}
    return Poster(
        headline=headline(slots["headline"]),
        lead=plain(slots.get("lead")),
        list_title=plain(slots.get("list_title")),
        signs=_signs(slots.get("list")),
        steps_title=plain(slots.get("steps_title")),
        steps=_signs(slots.get("steps")),
        panels=tuple(_panel(nodes) for nodes in folded),
        call=plain(slots.get("call")),
        lines=lines | ({"panels": text.body_line + line_of(folded[0][0])} if folded else {}),
    ), []


_SLOTS = {
    ("heading", "h1"): "headline",
    ("paragraph", "p"): "lead",
    ("heading", "h2"): "list_title",
    ("ordered_list", "ol"): "list",
    ("bullet_list", "ul"): "list",
    ("blockquote", "blockquote"): "call",
}
_SECOND = {"list_title": "steps_title", "list": "steps"}
_NAMES = {
    "headline": "tiêu đề (dòng bắt đầu bằng #)",
    "lead": "dòng phụ",
    "list_title": "tên danh sách (dòng bắt đầu bằng ##)",
    "list": "danh sách",
    "steps_title": "tên danh sách thứ hai (dòng bắt đầu bằng ##)",
    "steps": "danh sách thứ hai",
    "panels": "các mặt gấp (mỗi mặt bắt đầu bằng ##)",
    "call": "lời kêu gọi (dòng bắt đầu bằng >)",
}
_OPTIONAL = frozenset({"lead"})
_ONE_PARAGRAPH = "ở đây chỉ được đúng một đoạn chữ trơn"
_ONLY_WORDS = "trên tờ in chỉ có chữ trơn, **đậm** và *nghiêng*; không mã HTML, liên kết, hình"
_PANEL = "mỗi mặt gấp gồm tên (##), các đoạn chữ, nhiều nhất một danh sách và một lời kêu gọi (>)"


def _slot(node: SyntaxTreeNode, design: Design, taken: Mapping[str, SyntaxTreeNode]) -> str | None:
    slot = _SLOTS.get((node.type, node.tag))
    second = _SECOND.get(slot or "")
    return second if slot in taken and second in design.parts else slot


def _panels(nodes: list[SyntaxTreeNode]) -> list[list[SyntaxTreeNode]]:
    """What follows each title of level 2, the title first."""
    starts = [index for index, node in enumerate(nodes) if node.tag == "h2"]
    return [nodes[a:b] for a, b in pairwise([*starts, len(nodes)])]


def _panel(nodes: list[SyntaxTreeNode]) -> Panel:
    listing = next((node for node in nodes if node.tag in {"ol", "ul"}), None)
    return Panel(
        title=plain(nodes[0]),
        paragraphs=tuple(plain(node) for node in nodes if node.tag == "p"),
        list=_signs(listing),
        ordered=listing is not None and listing.tag == "ol",
        call=plain(next((node for node in nodes if node.tag == "blockquote"), None)),
    )


def _strange_panel(text: Text[PosterFront], nodes: list[SyntaxTreeNode]) -> Iterator[Problem]:
    slots = [_SLOTS.get((node.type, node.tag)) for node in nodes]
    for index, (node, slot) in enumerate(zip(nodes, slots, strict=True)):
        if slot is None or slot == "headline" or (slot != "lead" and slot in slots[:index]):
            yield Problem(text.path, text.body_line + line_of(node), _PANEL)
        else:
            yield from _strange(text, slot, node)


def _strange(text: Text[PosterFront], slot: str, node: SyntaxTreeNode) -> Iterator[Problem]:
    """Parts of a slot that would be lost: only plain words, bold and emphasis can be printed."""
    line = text.body_line + line_of(node)
    if not plain(node):
        yield Problem(text.path, line, f"{_NAMES[slot]} còn trống")
        return
    listed = slot in {"list", "steps"}
    blocks = node.children if listed or slot == "call" else []
    for block in blocks:
        line = text.body_line + line_of(block)
        inner = [part.type for part in (block.children if listed else [block])]
        if inner != ["paragraph"] or not plain(block):
            yield Problem(text.path, line, _ONE_PARAGRAPH)
    if slot == "call" and len(blocks) > 1:
        yield Problem(text.path, line, _ONE_PARAGRAPH)
    for part in strange(node, MARKED):
        yield Problem(text.path, text.body_line + line_of(part), _ONLY_WORDS)


def _unfit(
    text: Text[PosterFront], design: Design, slots: Mapping[str, SyntaxTreeNode], panels: int
) -> Iterator[Problem]:
    """What the design needs and is not there, and what is there and would not be shown."""
    template = text.front.template
    for part in design.parts:
        if part not in slots and part not in _OPTIONAL and part != "panels":
            yield Problem(text.path, text.body_line, f"tờ in thiếu {_NAMES[part]}")
    for slot, node in slots.items():
        if slot not in design.parts:
            line = text.body_line + line_of(node)
            yield Problem(text.path, line, f"mẫu «{template}» không có chỗ cho {_NAMES[slot]}")
    if panels != design.panels:
        message = f"mẫu «{template}» cần {design.panels} mặt gấp (##), nhưng thấy {panels}"
        yield Problem(text.path, text.body_line, message)
    for key in get_args(Key):
        given = bool(getattr(text.front, key))
        if key in design.front and not given:
            yield text.tree.at((key,)).problem(f"mẫu «{template}» cần mục «{key}»")
        elif given and key not in (*design.front, *design.optional):
            yield text.tree.at((key,)).problem(f"mẫu «{template}» không dùng mục «{key}»; hãy bỏ")
    if "icons" in design.front and "list" in slots:
        drawn, items = len(text.front.icons), len(slots["list"].children)
        if drawn not in {0, items}:
            message = f"cần {items} hình, mỗi ý một hình, nhưng thấy {drawn}"
            yield text.tree.at(("icons",)).problem(message)


def _signs(node: SyntaxTreeNode | None) -> tuple[Sign, ...]:
    return tuple(_sign(item) for item in node.children) if node else ()


def _sign(item: SyntaxTreeNode) -> Sign:
    parts = inline(item)
    title = " ".join(plain(p) for p in parts if p.type == "strong")
    detail = " ".join("".join(w for p in parts if p.type != "strong" for w in words(p)).split())
    return Sign(title, detail) if title else Sign(detail, "")
