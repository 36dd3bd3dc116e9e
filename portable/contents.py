"""What lies in the ZIP: Python, libraries, the project, what is double-clicked, and all licences.

LaChan/LaChan.bat             what is double-clicked (from `folder/`)
LaChan/python/                Python, told by its ._pth where the rest is
LaChan/lib/                   libraries, less what `data/left_out.gitignore` lists
LaChan/hooks/, docs/, …       the project as it lies here
LaChan/GIAY-PHEP.txt          which licence text is of what, and where it lies
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from lachan.files import output
from pathspec import GitIgnoreSpec

from portable import licences
from portable.python import Runtime
from portable.wheels import Wheel

TOP = "LaChan"
_HERE = Path(__file__).parent
_PARTS = ("assets", "campaigns", "docs", "hooks", "schemas")
_FILES = ("mkdocs.yml", "LICENSE", "LICENSE-TEXTS.md")
_PATHS = ("..\\lib", "..\\hooks")
"""Where this Python finds modules beside its own, from its own folder."""
_NOTEPAD = frozenset({".bat", ".txt"})
"""Files that Windows shows or runs: their lines end as they do there."""


def members(root: Path, runtime: Runtime, wheels: Sequence[Wheel]) -> Iterator[tuple[str, bytes]]:
    """Every file of the ZIP in the order of the names; `root` is the folder of the project.

    Raises ProblemsError where a library brings no licence text.
    """
    files = {f"python/{name}": content for name, content in _told(runtime)}
    left_out = _left_out()
    for wheel in wheels:
        brought = dict(wheel.files())
        files |= {f"lib/{name}": brought[name] for name in left_out.match_files(brought, negate=True)}
    files |= dict(_project(root))
    for path in (_HERE / "folder").iterdir():
        files[path.name] = path.read_bytes()
    files["GIAY-PHEP.txt"] = licences.listed(runtime, wheels, files).encode()
    for name in sorted(files):
        content = files[name]
        if "/" not in name and Path(name).suffix in _NOTEPAD:
            content = content.replace(b"\n", b"\r\n")
        yield f"{TOP}/{name}", content


def _told(runtime: Runtime) -> Iterator[tuple[str, bytes]]:
    """The files of Python, which is told where libraries and project are."""
    for name, content in runtime.files.items():
        if name.endswith("._pth"):
            content = "".join(f"{line}\n" for line in (f"{Path(name).stem}.zip", ".", *_PATHS)).encode()
        yield name, content


def _project(root: Path) -> Iterator[tuple[str, bytes]]:
    for name in _FILES:
        yield name, (root / name).read_bytes()
    for part in _PARTS:
        for path, entry in output.walk(root / part):
            if "__pycache__/" not in path and ".egg-info/" not in path:
                yield f"{part}/{path}", Path(entry.path).read_bytes()


def _left_out() -> GitIgnoreSpec:
    """Which files of libraries nothing here runs or reads."""
    return GitIgnoreSpec.from_lines((_HERE / "data/left_out.gitignore").read_text("utf-8").splitlines())
