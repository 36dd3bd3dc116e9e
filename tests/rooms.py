"""The map of the rooms in ARCHITECTURE.md, made from the first lines of packages and modules.

`make map` writes it; `test_architecture` says when it is to be written again.
"""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "ARCHITECTURE.md"
CODE = ROOT / "hooks/lachan"
_MARKS = re.compile(r"(<!-- map: written by `make map` -->\n)(.*?)(<!-- end of the map -->\n)", re.S)


def floors() -> list[list[str]]:
    """The rooms of each floor, the lowest first, as the contract in pyproject.toml has them."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]
    (rooms,) = (contract for contract in settings["contracts"] if contract["id"] == "rooms")
    return [floor.split(" | ") for floor in reversed(rooms["layers"])]


def first(module: Path) -> str:
    """What a module says it is for: the first paragraph of its docstring, on one line."""
    said = ast.get_docstring(ast.parse(module.read_text("utf-8"))) or ""
    return " ".join(said.partition("\n\n")[0].split())


def inside(room: Path) -> Iterator[tuple[str, str]]:
    """Every module of a room, a package within it before its own, with what it says it is for."""
    for file in sorted(room.rglob("*.py"), key=lambda file: file.relative_to(room).parts):
        parts = file.relative_to(room).with_suffix("").parts
        name = ".".join(part for part in parts if part != "__init__")
        if name:
            yield name, first(file)


def drawn() -> str:
    """The whole map."""
    lines: list[str] = []
    for number, floor in enumerate(floors(), 1):
        for name in floor:
            room = CODE / name
            lines += [f"**`{name}`** (floor {number}): {first(room / '__init__.py')}", ""]
            lines += [f"- `{module}`: {said}" for module, said in inside(room)]
            lines.append("")
    return "\n" + "\n".join(lines)


def renewed(page: str) -> str:
    """The page with the map as it is now."""
    found = _MARKS.search(page)
    assert found, "the page has lost the two comments that the map stands between"
    return page[: found.end(1)] + drawn() + page[found.start(3) :]


if __name__ == "__main__":
    PAGE.write_text(renewed(PAGE.read_text("utf-8")), "utf-8")
