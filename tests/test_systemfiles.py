"""What systems leave in any folder is told from what people have put there."""

from __future__ import annotations

from pathlib import Path

import pytest
from lachan.files import systemfiles


@pytest.mark.parametrize(
    "name",
    ["Thumbs.db", "desktop.ini", "DESKTOP.INI", ".DS_Store", "._111.md", ".directory", "~$phường.docx"],
)
def test_nobody_put_it_there(name: str) -> None:
    assert systemfiles.of_system(name)


@pytest.mark.parametrize(
    "name", ["111.md", "thumbs.dbx", "my-desktop.ini", ".htaccess", "~a.docx", "_.md"]
)
def test_somebody_put_it_there(name: str) -> None:
    assert not systemfiles.of_system(name)


def test_found_in_one_order(tmp_path: Path) -> None:
    for name in ("b.md", "B.md", "a/c.md", "a-b.md", "a/Thumbs.db", "._b.md", "x.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    found = systemfiles.found(tmp_path, "**/*.md")
    names = [path.relative_to(tmp_path).as_posix() for path in found]
    assert names == sorted({"b.md", "B.md", "a/c.md", "a-b.md"})
    assert systemfiles.found(tmp_path / "nowhere", "*") == []
