"""What our scripts and styles use that Chromium 80 does not know.

JavaScript is read by tree-sitter, CSS by tinycss2; what is newer says newer.yml (see newer.py). Of a
method only its name is known, not what it is asked of. What does no harm where it is missing stands in
allowed.yml, with the reason.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import tinycss2
import tree_sitter_javascript
import yaml
from tree_sitter import Language, Node, Parser

_HERE = Path(__file__).parent
_FLAGS = {"d": 90, "v": 112}
"""Of a regular expression (MDN: RegExp.hasIndices, RegExp.unicodeSets)."""
_FLEX = {"flex", "inline-flex"}
_GAPS = {"gap", "column-gap", "row-gap", "grid-gap"}

Found = tuple[int, str, int]
"""A line, what stands there, and the Chromium that brought it (0: none did)."""


@cache
def _newer() -> Mapping[str, Mapping[str, int]]:
    listed = yaml.safe_load((_HERE / "newer.yml").read_text("utf-8"))
    return {
        kind: {name: since for since, names in versions.items() for name in names}
        for kind, versions in listed.items()
    }


def script(source: str) -> Iterator[Found]:
    """What of a script is newer; a line that the grammar cannot read counts as newer than all."""
    tree = Parser(Language(tree_sitter_javascript.language())).parse(source.encode())
    own = {_text(name) for node in _all(tree.root_node) if (name := _declared_name(node))}
    for node in _all(tree.root_node):
        line = node.start_point.row + 1
        if node.is_error or node.is_missing:
            yield line, _text(node), 0
        if (name := _syntax(node)) in _newer()["syntax"]:
            yield line, name, _newer()["syntax"][name]
        if node.type == "regex_flags":
            yield from ((line, f"/{flag}", _FLAGS[flag]) for flag in _text(node) if flag in _FLAGS)
        if (name := _called(node)) in _newer()["names"] and name not in own:
            yield line, name, _newer()["names"][name]


def _all(node: Node) -> Iterator[Node]:
    yield node
    for child in node.children:
        yield from _all(child)


def _text(node: Node) -> str:
    return (node.text or b"").decode()


def _syntax(node: Node) -> str:
    inside = {child.type for child in node.children}
    match node.type:
        case "method_definition" if "private_property_identifier" in inside:
            return "private method"
        case "binary_expression" if "private_property_identifier" in inside:
            return "private in"
        case "await_expression" if not _within_function(node):
            return "top-level await"
    return node.type


def _within_function(node: Node) -> bool:
    while node.parent:
        node = node.parent
        if "function" in node.type or node.type == "method_definition":
            return True
    return False


def _declared_name(node: Node) -> Node | None:
    """What a function, a variable or a member of an object of the script itself is called."""
    if node.type in {"function_declaration", "variable_declarator", "method_definition"}:
        return node.child_by_field_name("name")
    return node.child_by_field_name("key") if node.type == "pair" else None


def _called(node: Node) -> str:
    """The name of what is called or made; members that are only read may be our own."""
    role = {"call_expression": "function", "new_expression": "constructor"}.get(node.type)
    asked = node.child_by_field_name(role) if role else None
    if asked and asked.type == "member_expression":
        asked = asked.child_by_field_name("property")
    return _text(asked) if asked else ""


def style(source: str) -> Iterator[Found]:
    """What of a style sheet is newer."""
    rules = list(_rules(tinycss2.parse_stylesheet(source, skip_comments=True, skip_whitespace=True)))
    flex = {
        selector
        for selector, declared in rules
        for one in declared
        if one.type == "declaration" and one.name == "display" and _words(one.value) & _FLEX
        for selector in _selectors(selector)
    }
    for selector, declared in rules:
        yield from _prelude(selector)
        for one in declared:
            if one.type == "declaration":
                yield from _declared(one)
                if one.name in _GAPS and flex & set(_selectors(selector)):
                    yield one.source_line, "gap in flex", _newer()["contexts"]["gap in flex"]
            elif one.type != "comment":
                yield one.source_line, "nesting", _newer()["selectors"]["nesting"]
    for rule in tinycss2.parse_stylesheet(source, skip_comments=True, skip_whitespace=True):
        if rule.type == "at-rule" and rule.lower_at_keyword in _newer()["at-rules"]:
            yield rule.source_line, f"@{rule.at_keyword}", _newer()["at-rules"][rule.lower_at_keyword]


def _rules(parsed: Any) -> Iterator[tuple[Any, list[Any]]]:
    """(selector, declarations) of every rule, those in @media too; of none in @supports, which asks."""
    for rule in parsed:
        if rule.type == "qualified-rule":
            yield (
                rule.prelude,
                tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True),
            )
        elif rule.type == "at-rule" and rule.content and rule.lower_at_keyword in {"media", "layer"}:
            yield from _rules(
                tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
            )


def _selectors(prelude: Any) -> list[str]:
    return [one.strip() for one in tinycss2.serialize(prelude).split(",")]


def _prelude(tokens: Any) -> Iterator[Found]:
    before = ""
    for token in tokens:
        name = getattr(token, "lower_name", "") or (token.lower_value if token.type == "ident" else "")
        if before == ":" and name in _newer()["selectors"]:
            yield token.source_line, f":{name}", _newer()["selectors"][name]
        if token.type == "function":
            yield from _prelude(token.arguments)
        before = token.value if token.type == "literal" else ""


def _declared(one: Any) -> Iterator[Found]:
    newer = _newer()
    if one.name in newer["properties"]:
        yield one.source_line, one.name, newer["properties"][one.name]
        return
    for word in sorted(_words(one.value)):
        if (value := f"{one.name}: {word}") in newer["values"]:
            yield one.source_line, value, newer["values"][value]
    for kind, word in sorted(_measured(one.value)):
        if word in newer[kind]:
            yield one.source_line, word, newer[kind][word]


def _words(tokens: Any) -> set[str]:
    """Keywords of a value, also within functions."""
    inside = (_words(token.arguments) for token in tokens if token.type == "function")
    return {token.lower_value for token in tokens if token.type == "ident"}.union(*inside)


def _measured(tokens: Any) -> set[tuple[str, str]]:
    """Functions and units of a value."""
    found: set[tuple[str, str]] = set()
    for token in tokens:
        if token.type == "dimension":
            found.add(("units", token.lower_unit))
        elif token.type == "function":
            found |= {("functions", token.lower_name)} | _measured(token.arguments)
    return found
