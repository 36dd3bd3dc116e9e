"""YAML as people write it: every scalar stays the text that stands in the file.

A commune's code `07735` must not become the number 4061, a telephone number keeps its leading zero,
a key that is written twice is a problem. So nothing is guessed here: values are text, lists and
mappings of text, each with its place in the file; the schemas turn text into dates and choices.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from lachan.common import yamlfaults
from lachan.common.problem import Problem, Where

Loc = tuple[str | int, ...]


@dataclass(frozen=True)
class Tree:
    """Plain values and, for each of them, where it stands."""

    value: Any
    where: Mapping[Loc, Where] = field(default_factory=dict)

    def at(self, loc: Loc) -> Where:
        """Where `loc` stands, or its nearest parent that stands somewhere."""
        while loc and loc not in self.where:
            loc = loc[:-1]
        return self.where[loc]


def read_utf8(path: Path, name: str) -> tuple[str, list[Problem]]:
    """The text of a file in NFC with plain line ends, or the line of the first wrong byte."""
    try:
        raw = path.read_bytes()
    except OSError:
        return "", [Problem(name, 1, "không mở được tệp này")]
    try:
        text = raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
        return unicodedata.normalize("NFC", text), []
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        return "", [Problem(name, line, "chữ không đúng mã UTF-8; hãy lưu lại tệp với mã UTF-8")]


def parse(text: str, name: str, first_line: int = 1) -> tuple[Tree, list[Problem]]:
    """Read YAML text whose first line is `first_line` of the file `name`.

    Gives an empty mapping beside the problems when the text cannot be read at all.
    """
    empty = Tree({}, {(): Where(name, first_line)})
    line = _reused(text)
    if line is not None:
        return empty, [Problem(name, first_line + line, yamlfaults.REUSED)]
    try:
        node = _compose(text)
    except RecursionError:
        return empty, [Problem(name, first_line, "các mục lồng nhau quá sâu; hãy viết đơn giản hơn")]
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = first_line + (mark.line if mark else 0)
        advice = yamlfaults.advice(str(error.problem))
        return empty, [Problem(name, line, f"YAML viết sai gần đây: {advice}")]
    except yaml.reader.ReaderError as error:
        line = first_line + text[: error.position].count("\n")
        return empty, [Problem(name, line, "có ký tự điều khiển mà YAML không nhận; hãy xóa nó")]
    if node is None:
        return empty, []
    where: dict[Loc, Where] = {}
    problems: list[Problem] = []
    builder = _Builder(name, first_line, where, problems)
    value = builder.build(node, ())
    where[()] = Where(name, first_line)
    if not isinstance(value, dict):
        problems.append(Problem(name, first_line, "tệp phải gồm các mục «tên: giá trị»"))
        return empty, problems
    return Tree(value, where), problems


def _reused(text: str) -> int | None:
    """The line, from 0, of the first anchor (`&a`) or alias (`*a`): ten lines of them may stand for
    more than any machine can hold. None where there is none, also where the text is no YAML.
    """
    if not _MARKS.search(text):
        return None
    with suppress(yaml.YAMLError, RecursionError):
        for token in yaml.scan(text, Loader=_LOADER):
            if isinstance(token, yaml.AnchorToken | yaml.AliasToken):
                return int(token.start_mark.line)
    return None


_MARKS = re.compile(r"[&*]\w")
_LOADER = yaml.CBaseLoader if yaml.__with_libyaml__ else yaml.BaseLoader
_NESTING = "[{-?:"
"""What can open another level."""
_DEEP = 2000


def _compose(text: str) -> yaml.Node | None:
    """The nodes of `text`: by libyaml, which is ten times as fast; what it refuses, PyYAML explains.

    libyaml follows nesting until the stack ends, so it is given nothing that could nest too deep.
    Raises what `yaml.compose` raises.
    """
    if yaml.__with_libyaml__ and sum(map(text.count, _NESTING)) < _DEEP:
        try:
            return yaml.compose(text, Loader=yaml.CBaseLoader)
        except yaml.YAMLError:
            pass
    return yaml.compose(text, Loader=yaml.BaseLoader)


def read(path: Path, name: str) -> tuple[Tree, list[Problem]]:
    """`parse` the file at `path`, shown to people as `name`."""
    text, problems = read_utf8(path, name)
    if problems:
        return Tree({}, {(): Where(name, 1)}), problems
    return parse(text, name)


def merge(low: Tree, high: Tree) -> Tree:
    """Lay `high` over `low`, mapping by mapping; every value remembers the file it came from."""
    if not high.value:
        return low
    where = dict(low.where)

    def lay(below: Any, above: Any, loc: Loc) -> Any:
        if isinstance(below, dict) and isinstance(above, dict):
            return below | {key: lay(below.get(key), above[key], (*loc, key)) for key in above}
        for old in [key for key in where if key[: len(loc)] == loc]:
            del where[old]
        return above

    value = lay(low.value, high.value, ())
    return Tree(value, where | dict(high.where))


def subtree(tree: Tree, *loc: str | int) -> Tree:
    """The part of `tree` at `loc` as a tree of its own (an empty mapping where there is none)."""
    value = tree.value
    for key in loc:
        value = value.get(key) if isinstance(value, dict) else None
    cut = len(loc)
    where = {key[cut:]: place for key, place in tree.where.items() if key[:cut] == loc}
    return Tree({} if value is None else value, {(): tree.at(loc)} | where)


@dataclass
class _Builder:
    name: str
    first_line: int
    where: dict[Loc, Where]
    problems: list[Problem]

    def build(self, node: yaml.Node, loc: Loc) -> Any:
        here = Where(self.name, self.first_line + node.start_mark.line)
        self.where.setdefault(loc, here)
        if isinstance(node, yaml.ScalarNode):
            text = unicodedata.normalize("NFC", node.value)
            return text if text or node.style else None
        if isinstance(node, yaml.SequenceNode):
            return [self.build(item, (*loc, i)) for i, item in enumerate(node.value)]
        return dict(self.items(node, loc))

    def items(self, node: yaml.Node, loc: Loc) -> Iterator[tuple[str, Any]]:
        seen: set[str] = set()
        for key_node, value_node in node.value:
            here = Where(self.name, self.first_line + key_node.start_mark.line)
            if not isinstance(key_node, yaml.ScalarNode):
                self.problems.append(here.problem("tên mục phải là chữ"))
                continue
            key = unicodedata.normalize("NFC", key_node.value)
            if key in seen:
                self.problems.append(here.problem(f"mục «{key}» viết hai lần; hãy giữ một"))
                continue
            seen.add(key)
            self.where[(*loc, key)] = here
            yield key, self.build(value_node, (*loc, key))
