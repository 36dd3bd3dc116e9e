"""What a module depends on, found by its imports, so that nobody has to keep a list of it.

A fingerprint is the hash of all files of ours and the versions of all libraries that a module may run:
what was made or proven under another one is made or proven again.
"""

from __future__ import annotations

import ast
import hashlib
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cache
from importlib.metadata import Distribution, distributions
from pathlib import Path

_PACKAGE = __name__.partition(".")[0]
_ROOT = Path(__file__).parents[2]
_IMPORT = re.compile(
    r"^[ \t]*(from[ \t]+[\w.]+[ \t]+import[ \t]+(?:\([^)]*\)|[^\n(]+)|import[ \t]+[^\n]+)", re.M
)
_TOP = re.compile(r"^[^/.,\n]+", re.M)


def of(module: str) -> str:
    """The fingerprint of a module of ours, by its name (`lachan.render.press`).

    Raises LookupError for an import that no installed library answers for.
    """
    files, _ = _closure(module)
    parts = sorted(f"{path.relative_to(_ROOT).as_posix()} {_hash(path)}" for path in files)
    parts += [" ".join(item) for item in libraries(module).items()]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def digest(parts: Iterable[str]) -> str:
    """The hash of all `parts`, in hex digits."""
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def libraries(module: str) -> dict[str, str]:
    """The libraries of others that a module of ours may run, with their versions.

    Raises LookupError for an import that no installed library answers for.
    """
    _, imported = _closure(module)
    if strange := sorted(imported - _installed().keys()):
        raise LookupError(f"{module} imports {strange[0]}, which no installed library brings")
    found = {library for name in imported for library in _installed()[name]}
    return dict(sorted((library.name, library.version) for library in found))


@cache
def _closure(module: str) -> tuple[frozenset[Path], frozenset[str]]:
    """Files of ours, and top names of others, that a module imports, and so on from each of them."""
    files: set[Path] = set()
    others: set[str] = set()
    waiting, seen = [module], {module}
    while waiting:
        name = waiting.pop()
        top = name.partition(".")[0]
        if top == _PACKAGE:
            files.update(_files(name))
            found = {*_imports(name), *([name.rpartition(".")[0]] if "." in name else [])} - seen
            waiting += found
            seen |= found
        elif top not in sys.stdlib_module_names:
            others.add(top)
    return frozenset(files), frozenset(others)


def _source(name: str) -> Path | None:
    """The file of a module of ours; None where the name is that of something inside a module."""
    folder = _ROOT.joinpath(*name.split("."))
    return next((p for p in (folder / "__init__.py", folder.with_suffix(".py")) if p.is_file()), None)


def _files(name: str) -> list[Path]:
    """The file of a module of ours; where it opens data of its package, these too."""
    source = _source(name)
    if source is None:
        raise LookupError(f"{name} is no module of ours")
    if "importlib.resources" not in _imports(name):
        return [source]
    data = next(folder / "data" for folder in source.parents if (folder / "data").is_dir())
    return [source, *(path for path in data.rglob("*") if path.is_file())]


@cache
def _imports(name: str) -> frozenset[str]:
    """The modules that a module of ours imports, in functions too."""
    source = _source(name)
    assert source
    package = name if source.name == "__init__.py" else name.rpartition(".")[0]
    return frozenset(
        found
        for statement in _statements(source.read_text("utf-8"))
        for found in _named(statement, package)
    )


def _statements(source: str) -> Iterator[ast.Import | ast.ImportFrom]:
    """All imports of a module. To parse nothing else takes a tenth of the time."""
    for found in _IMPORT.finditer(source):
        with suppress(SyntaxError):  # a line of a text that begins like one
            for node in ast.parse(found[1]).body:
                if isinstance(node, ast.Import | ast.ImportFrom):
                    yield node


def _named(statement: ast.Import | ast.ImportFrom, package: str) -> Iterator[str]:
    """The modules that an import statement of a module in `package` names."""
    if isinstance(statement, ast.Import):
        yield from (alias.name for alias in statement.names)
        return
    above = package.split(".")[: -statement.level + 1 or None] if statement.level else []
    module = ".".join([*above, *([statement.module] if statement.module else [])])
    yield module
    if module.partition(".")[0] == _PACKAGE:
        inside = (f"{module}.{alias.name}" for alias in statement.names)
        yield from (name for name in inside if _source(name))


@cache
def _installed() -> dict[str, list[Distribution]]:
    """All installed libraries by the top names that they bring.

    As `importlib.metadata.packages_distributions` finds them, which takes ten times as long.
    """
    found: dict[str, list[Distribution]] = {}
    for library in distributions():
        listed = library.read_text("top_level.txt") or library.read_text("RECORD") or ""
        for name in {*_TOP.findall(listed)}:
            found.setdefault(name, []).append(library)
    return found


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
