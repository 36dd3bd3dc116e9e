"""Markdown as structure: what the readers of all texts share."""

from __future__ import annotations

from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

_MARKDOWN = MarkdownIt("commonmark").enable("table")

BREAKS = frozenset({"softbreak", "hardbreak"})
"""Ends of lines in the source, and those that are to be seen."""
PLAIN = frozenset({"inline", "text"}) | BREAKS
MARKED = PLAIN | {"strong", "em"}
"""Kinds of inline parts: words only; words, bold and emphasis."""


def parse(body: str) -> list[SyntaxTreeNode]:
    """The top blocks of `body`, in order."""
    return list(SyntaxTreeNode(_MARKDOWN.parse(body)).children)


def line_of(node: SyntaxTreeNode) -> int:
    """How many lines below the first line of the body the block begins."""
    return (node.map or (0, 0))[0]


def plain(node: SyntaxTreeNode | None) -> str:
    """The words below `node`; a line break in the source is a space, and so is the end of a block: an
    item of a list, or a cell, is no word with the next one.
    """
    if node is None:
        return ""
    lines = [part for part in node.walk() if part.type == "inline"] or [node]
    return " ".join(" ".join("".join(words(line)) for line in lines).split())


def words(node: SyntaxTreeNode, line_break: str = " ") -> Iterator[str]:
    """The pieces of text below `node`."""
    if node.type in BREAKS:
        yield line_break
    elif node.type in {"text", "code_inline"}:
        yield node.content
    for child in node.children:
        yield from words(child, line_break)


def inline(node: SyntaxTreeNode) -> list[SyntaxTreeNode]:
    """The inline nodes of the first paragraph or heading at or below `node`."""
    while node.type != "inline":
        node = node.children[0]
    return list(node.children)


def title(node: SyntaxTreeNode) -> tuple[str, str]:
    """The words of a heading that are not emphasised, and those that are."""
    parts = inline(node)
    first = " ".join("".join(w for p in parts if p.type != "em" for w in words(p)).split())
    second = " ".join(plain(p) for p in parts if p.type == "em")
    return first, second


def headline(node: SyntaxTreeNode) -> tuple[str, ...]:
    """The first line, and the emphasised part as the second."""
    return tuple(line for line in title(node) if line)


def strange(node: SyntaxTreeNode, usable: frozenset[str]) -> Iterator[SyntaxTreeNode]:
    """Lines of text at or below `node` with other parts than the `usable` ones, which would be lost."""
    for part in node.walk():
        if part.type == "inline" and any(inner.type not in usable for inner in part.walk()):
            yield part
