"""The loudspeaker sheet counts how tall a script stands; laid out, it must be just that."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from conftest import ROOT
from lachan import build
from lachan.plan import plan
from lachan.recipe import Typeset
from lachan.typesetter import Typesetter

SET = "  script(opening(head), size, lead)\n}\n"
COMPARED = """\
  for setting in settings.filter(holds) [
    #let laid-out = measure(block(width: inner, script(opening(head), ..setting) + ending)).height
    #metadata((height(setting) / 1mm, laid-out / 1mm)) <heights>
  ]
  [#metadata((measure(block(width: inner, opening(auto))).height / 1mm, head / 1mm)) <opening>]
"""


def test_the_height_that_is_counted_is_the_height_that_is_laid_out(tmp_path: Path) -> None:
    assets = Path(shutil.copytree(ROOT / "assets", tmp_path / "assets"))
    template = assets / "print/sheet.typ"
    source = template.read_text("utf-8")
    assert SET in source
    template.write_text(source.replace(SET, COMPARED + SET), "utf-8")
    typesetter = Typesetter(assets)
    project, _ = build.read(ROOT, ROOT / "campaigns", date(2026, 11, 21))
    sheets = [a for a in plan(project, project.campaign.places[:1]) if a.kind == "sheet"]
    assert len(sheets) > 30
    for sheet in sheets:
        assert isinstance(sheet.recipe, Typeset)
        typesetter.pdf("sheet", sheet.recipe.data)
        heights = typesetter.noted("heights")
        assert heights, sheet.id
        for counted, laid_out in heights:
            assert counted == pytest.approx(laid_out, abs=0.01), sheet.id
        needed, kept = typesetter.noted("opening")[0]
        assert needed <= kept + 0.01, sheet.id
