"""The old site gives way only to a whole new one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from lachan.build.pipeline import Made
from lachan.files.exchange import workshop
from lachan.publish import mkdocs_program
from lachan.texts.project import Project


def test_when_mkdocs_fails_the_old_site_stays(tmp_path: Path, read_mini: Project) -> None:
    root, site = tmp_path / "root", tmp_path / "site"
    root.mkdir()
    site.mkdir()
    (root / "mkdocs.yml").write_text("site_name: a\nhooks: [khong-co.py]\n", "utf-8")
    made = Made(replace(read_mini, root=root), (), (), {})
    (site / "kho.json").write_text("cũ", "utf-8")
    with pytest.raises(mkdocs_program.MkDocsError), workshop(site, "site") as folder:
        mkdocs_program.build(made, site, folder)
    assert [(p.name, p.read_text("utf-8")) for p in site.iterdir()] == [("kho.json", "cũ")]
    assert sorted(p.name for p in tmp_path.iterdir()) == ["root", "site"]
