"""The designs of assets/print: what each template shows, and on how many pages.

assets/print/designs.yml lists them by kind and name; the Typst file is `<kind>-<name>.typ`. A text
that gives a template more than it shows, or less than it needs, is a problem with its line.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from pathlib import Path
from typing import Literal

from pydantic import Field, field_validator

from lachan.common.problem import Problem
from lachan.common.schema import Strict, load
from lachan.common.yamltext import read, subtree
from lachan.formats.kinds import SLOTTED, Kind

Slot = Literal["headline", "lead", "list_title", "list", "steps_title", "steps", "panels", "call"]
Key = Literal["abroad", "art", "art_alt", "day", "icons", "reply", "strip", "theme"]
"""What a text says in its head for some templates only."""


class Design(Strict):
    """Parts of the Markdown and keys of the head; `lead` and `optional` keys may be left out."""

    parts: list[Slot] = Field(
        description="Bài gồm những phần nào; luôn có headline.",
        json_schema_extra={"contains": {"const": "headline"}},
    )
    front: list[Key] = Field(default_factory=list, description="Những mục phải có ở đầu bài.")
    optional: list[Key] = Field(default_factory=list, description="Những mục có thể có ở đầu bài.")
    panels: int = Field(default=0, ge=0, description="Tờ gấp có mấy phần.")
    formats: list[Literal["street", "hall"]] = Field(
        default_factory=list, description="Tỷ lệ của băng rôn, mỗi tỷ lệ một tệp."
    )
    pages: int = Field(default=1, ge=1, description="Mấy trang.")
    local: Literal["yes", "no"] = Field(default="yes", description="Có in số của xã, phường không.")
    """A sticker that travels names no place's police."""

    @field_validator("parts")
    @classmethod
    def _titled(cls, parts: list[Slot]) -> list[Slot]:
        if "headline" not in parts:
            raise ValueError("cần có headline; tờ nào cũng có tiêu đề")
        return parts


Designs = Mapping[tuple[Kind, str], Design]
"""By kind and name."""


def read_designs(assets: Path) -> tuple[Designs, list[Problem]]:
    """Read assets/print/designs.yml; every design has its template and every template its design."""
    tree, problems = read(assets / "print" / "designs.yml", _NAME)
    if problems:
        return {}, problems
    designs: dict[tuple[Kind, str], Design] = {}
    listed: set[tuple[str, str]] = set()
    for kind in tree.value:
        if kind not in SLOTTED:
            problems.append(tree.at((kind,)).problem(f"không có loại nào tên «{kind}»"))
            continue
        named = tree.value[kind]
        if not isinstance(named, dict):
            problems.append(tree.at((kind,)).problem(f"«{kind}»: cần một nhóm mục con"))
            continue
        for name in named:
            listed.add((kind, name))
            design, found = load(Design, subtree(tree, kind, name))
            problems += found
            if not (assets / "print" / f"{kind}-{name}.typ").is_file():
                message = f"thiếu mẫu assets/print/{kind}-{name}.typ"
                problems.append(tree.at((kind, name)).problem(message))
            elif design:
                designs[Kind(kind), name] = design
    return designs, [*problems, *_unlisted(assets, listed)]


def _unlisted(assets: Path, listed: Set[tuple[str, str]]) -> Iterator[Problem]:
    """Templates that designs.yml does not name, so that no text could use them."""
    for path in sorted((assets / "print").glob("*.typ")):
        kind, _, name = path.stem.partition("-")
        if kind in SLOTTED and (kind, name) not in listed:
            yield Problem(f"assets/print/{path.name}", 1, f"mẫu này chưa có trong {_NAME}")


_NAME = "assets/print/designs.yml"
