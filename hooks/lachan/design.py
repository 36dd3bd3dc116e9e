"""The designs of assets/print: what each template shows, and on how many pages.

assets/print/designs.yml lists them by kind and name; the Typst file is `<kind>-<name>.typ`. A text
that gives a template more than it shows, or less than it needs, is a problem with its line.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from pydantic import Field

from lachan.problem import Problem
from lachan.schema import Strict, load
from lachan.yamltext import read, subtree

KINDS = ("poster", "banner", "leaflet", "card")
"""What is printed from a text with slots; also the names of the folders, with an s."""
Slot = Literal["headline", "lead", "list_title", "list", "steps_title", "steps", "panels", "call"]
Key = Literal["abroad", "art", "art_alt", "day", "icons", "reply", "strip", "theme"]
"""What a text says in its head for some templates only."""


class Design(Strict):
    """Parts of the Markdown and keys of the head; `lead` and `optional` keys may be left out."""

    parts: list[Slot]
    front: list[Key] = Field(default_factory=list)
    optional: list[Key] = Field(default_factory=list)
    panels: int = 0
    """How many sections of a leaflet."""
    formats: list[Literal["street", "hall"]] = Field(default_factory=list)
    """Proportions of which each is a file of its own."""
    pages: int = 1


Designs = Mapping[tuple[str, str], Design]
"""By kind and name."""


def read_designs(assets: Path) -> tuple[Designs, list[Problem]]:
    """Read assets/print/designs.yml; every design has its template and every template its design."""
    tree, problems = read(assets / "print" / "designs.yml", _NAME)
    designs: dict[tuple[str, str], Design] = {}
    for kind in tree.value:
        if kind not in KINDS:
            problems.append(tree.at((kind,)).problem(f"không có loại nào tên «{kind}»"))
            continue
        for name in tree.value[kind] or {}:
            design, found = load(Design, subtree(tree, kind, name))
            problems += found
            if not (assets / "print" / f"{kind}-{name}.typ").is_file():
                message = f"thiếu mẫu assets/print/{kind}-{name}.typ"
                problems.append(tree.at((kind, name)).problem(message))
            elif design:
                designs[kind, name] = design
    return designs, problems


_NAME = "assets/print/designs.yml"
