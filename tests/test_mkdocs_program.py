"""The old site gives way only to a whole new one, and only if it is a site."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from lachan import mkdocs_program
from lachan.build import Made
from lachan.problem import ProblemsError
from lachan.project import Project


@pytest.mark.parametrize(
    ("files", "allowed"),
    [
        (None, True),
        ([], True),
        (["kho.json", "index.html"], True),
        (["kho.json"], True),
        (["index.html"], False),
        (["mkdocs.yml"], False),
        ([".hidden"], False),
        (["kho.json/x"], False),
    ],
)
def test_replaceable(tmp_path: Path, files: list[str] | None, allowed: bool) -> None:
    site = tmp_path / "site"
    for name in files or []:
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text("x")
    if files == []:
        site.mkdir()
    if allowed:
        mkdocs_program.replaceable(site)
        return
    with pytest.raises(ProblemsError, match="không phải trang do Lá Chắn dựng"):
        mkdocs_program.replaceable(site)


def test_a_file_is_no_site(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("x")
    with pytest.raises(ProblemsError, match="không phải trang do Lá Chắn dựng"):
        mkdocs_program.replaceable(tmp_path / "site")


def test_when_mkdocs_fails_the_old_site_stays(tmp_path: Path, read_mini: Project) -> None:
    root, site = tmp_path / "root", tmp_path / "site"
    root.mkdir()
    site.mkdir()
    (root / "mkdocs.yml").write_text("site_name: a\nhooks: [khong-co.py]\n", "utf-8")
    made = Made(replace(read_mini, root=root), (), {})
    (site / "kho.json").write_text("cũ", "utf-8")
    with pytest.raises(mkdocs_program.MkDocsError):
        mkdocs_program.build(made, site)
    assert [(p.name, p.read_text("utf-8")) for p in site.iterdir()] == [("kho.json", "cũ")]
    assert sorted(p.name for p in tmp_path.iterdir()) == ["root", "site"]


def test_a_file_with_the_same_bytes_stays_the_file_it_was(tmp_path: Path) -> None:
    site, fresh = tmp_path / "site", tmp_path / "fresh"
    for folder in (site, fresh):
        (folder / "a").mkdir(parents=True)
        (folder / "a" / "same.txt").write_text("Gọi 111", "utf-8")
    (site / "a" / "changed.txt").write_text("cũ", "utf-8")
    (fresh / "a" / "changed.txt").write_text("mới", "utf-8")
    (fresh / "a" / "new.txt").write_text("mới", "utf-8")
    before = (site / "a" / "same.txt").stat()
    mkdocs_program._keep_unchanged(site, fresh)
    assert (fresh / "a" / "same.txt").stat().st_ino == before.st_ino
    assert (fresh / "a" / "changed.txt").read_text("utf-8") == "mới"
    assert sorted(path.name for path in (fresh / "a").iterdir()) == [
        "changed.txt",
        "new.txt",
        "same.txt",
    ]
