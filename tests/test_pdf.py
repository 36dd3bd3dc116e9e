"""Our PDFs are opened without their colour profiles: sooner, and nobody sees a difference."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from lachan.formats import pdf
from lachan.plan.artefacts import plan
from lachan.plan.recipe import Typeset
from lachan.render.press import Press
from miniature import read
from PIL import ImageChops

Lay = Callable[..., Path]


def test_the_same_pixels(mini: Lay) -> None:
    project = read(mini())
    press = Press(project.root / "assets", date(2026, 11, 21))
    sheets = [a.recipe for a in plan(project, project.campaign.places[:1])]
    drawn = [press.press(recipe, {}) for recipe in sheets if isinstance(recipe, Typeset)]
    assert len(drawn) > 3
    for sheet in drawn:
        plain = pdf.unprofiled(sheet)
        assert b"ICCBased" in sheet
        assert b"ICCBased" not in plain
        assert len(plain) == len(sheet)
        for before, after in zip(pypdfium2.PdfDocument(sheet), pdf.document(sheet), strict=True):
            pictures = [page.render(scale=0.5).to_pil() for page in (before, after)]
            assert ImageChops.difference(*pictures).getbbox() is None


@pytest.mark.parametrize(
    "other", [b"", b"%PDF-1.7", b"[/ICCBased 7 0 R]", b"[/ICCBased 7 0 R]\n7 0 obj <</N 4>>"]
)
def test_what_is_none_of_ours_stays_as_it_is(other: bytes) -> None:
    assert pdf.unprofiled(other) == other
