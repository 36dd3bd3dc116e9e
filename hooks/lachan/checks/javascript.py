"""The scripts of the theme: which of them readers load, because a template names them.

A script that no template names would never run, and one that is named and not there would be missed by
its page alone: both are told of before anything is built.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from lachan.common.problem import Problem

NAMES = "names.js"
"""Before this one the build writes the names of all communes (`site/finder.py`)."""
WORKER = "worker.js"
"""Before this one the build writes what phones keep (`site/offline.py`)."""
_BUILT = frozenset({NAMES, WORKER})
_THEME = "assets/theme"
_NAMED = re.compile(r"""(['"])assets/([^'"/]+\.js)\1\s*\|\s*url\b""")


def source(root: Path, name: str) -> str:
    """The script `name` as it is written."""
    return (root / _THEME / "js" / name).read_text("utf-8")


def shipped(root: Path) -> list[str]:
    """The names of all scripts that templates name, in order."""
    return sorted({name for _, _, name in _named(root)})


def problems(root: Path) -> Iterator[Problem]:
    """Scripts that no template names, and templates that name one which is not there."""
    there = {path.name for path in (root / _THEME / "js").glob("*.js")}
    for path, line, name in _named(root):
        if name not in there - _BUILT:
            yield Problem(path, line, f"mẫu này gọi {name}, nhưng {_THEME}/js không có tệp ấy")
    for name in sorted(there - _BUILT - {*shipped(root)}):
        message = (
            "không mẫu nào gọi tệp này, nên không trang nào chạy nó; hãy ghi "
            f"{{{{ 'assets/{name}'|url }}}} vào mẫu cần nó, hoặc xóa tệp"
        )
        yield Problem(f"{_THEME}/js/{name}", 1, message)


def _named(root: Path) -> Iterator[tuple[str, int, str]]:
    """Every script that a template names: the template, the line, the script."""
    for template in sorted((root / _THEME).rglob("*.html")):
        text = template.read_text("utf-8")
        for found in _NAMED.finditer(text):
            path = template.relative_to(root).as_posix()
            yield path, text.count("\n", 0, found.start()) + 1, found[2]
