"""The loudspeaker sheet: counted as it is laid out, a minute on one page, no page to sign alone."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
import zxingcpp
from conftest import ROOT
from lachan.build import pipeline
from lachan.plan.artefacts import plan
from lachan.plan.recipe import Artefact, Typeset
from lachan.render.typesetter import Typesetter
from lachan.texts.project import Project
from sheets import LONGEST, SHORTEST, named, units

SET = "  script(size, lead)\n}\n"
COMPARED = """\
  for setting in settings.filter(holds) [
    #let counted = head + parts(setting).flatten().sum()
    #let laid-out = measure(block(width: inner, script(..setting) + ending)).height
    #metadata((counted / 1mm, laid-out / 1mm)) <heights>
  ]
  [#metadata((size / 1pt, lead, pages((size, lead)))) <chosen>]
"""
MINUTE = 60
"""Seconds: a text up to this long is one page."""
LEAST = (17, 0.7)
"""Type in points, and white between two lines in parts of it, that a reader at a microphone needs."""
SIGNED_WITH = 3
"""Lines at least on the page that is signed."""


@pytest.fixture(scope="module")
def typesetter() -> Typesetter:
    return Typesetter(ROOT / "assets")


@pytest.fixture(scope="module")
def counting(tmp_path_factory: pytest.TempPathFactory) -> Typesetter:
    """One whose sheet notes what it counted, chose, and how tall that is when it is laid out."""
    assets = Path(shutil.copytree(ROOT / "assets", tmp_path_factory.mktemp("sheet") / "assets"))
    template = assets / "print/sheet.typ"
    source = template.read_text("utf-8")
    assert source.count(SET) == 1
    template.write_text(source.replace(SET, COMPARED + SET), "utf-8")
    return Typesetter(assets)


@pytest.fixture(scope="module")
def real() -> Project:
    return pipeline.read(ROOT, ROOT / "campaigns", date(2026, 11, 21))[0]


def test_what_is_counted_is_what_is_laid_out(counting: Typesetter, real: Project) -> None:
    sheets = list(_sheets(real, real.campaign.places[:1]))
    assert len(sheets) > 30
    for sheet, data in sheets:
        pdf, _ = counting.pdf("sheet", data)
        heights = counting.noted("heights")
        assert heights, sheet.id
        for counted, laid_out in heights:
            assert counted == pytest.approx(laid_out, abs=0.01), sheet.id
        ((*setting, pages),) = counting.noted("chosen")
        assert len(pypdfium2.PdfDocument(pdf)) == pages, sheet.id
        assert setting[0] >= LEAST[0], sheet.id
        assert setting[1] >= LEAST[1], sheet.id


def test_a_minute_is_one_page_with_its_code_at_the_foot(typesetter: Typesetter, real: Project) -> None:
    assert len(real.campaign.places) == 3
    _one_page(typesetter, real)


@pytest.mark.parametrize("kind", ["Phường", "Xã", "Đặc khu"])
def test_so_it_is_where_the_name_is_the_longest(typesetter: Typesetter, kind: str) -> None:
    name = max((name for name, _ in units() if name.startswith(kind)), key=len)
    with named((name, LONGEST[1]), False, True) as project:
        _one_page(typesetter, project)


def test_so_it_is_where_the_name_is_the_shortest(typesetter: Typesetter) -> None:
    with named(SHORTEST, False, False) as project:
        _one_page(typesetter, project)


def test_no_page_is_only_signed(typesetter: Typesetter, real: Project) -> None:
    """Nor holds a line or two: whoever reads turns the last page before the last paragraph."""
    longer = 0
    for sheet, data in _sheets(real, real.campaign.places):
        pages = pypdfium2.PdfDocument(typesetter.pdf("sheet", data)[0])
        longer += len(pages) > 1
        last = _bare(pages[len(pages) - 1].get_textpage().get_text_range())
        for line in _lines(json.loads(data))[-SIGNED_WITH:]:
            assert _bare(line) in last, sheet.path
    assert longer > 30


def _one_page(typesetter: Typesetter, project: Project) -> None:
    """Nothing that is read in a minute takes another page, and its code stands in the last fifth."""
    short = set()
    for sheet, data in _sheets(project, project.campaign.places):
        minutes, _, seconds = project.texts.scripts[sheet.lang, sheet.id].front.target.partition(":")
        if int(minutes) * 60 + int(seconds) > MINUTE:
            continue
        pages = pypdfium2.PdfDocument(typesetter.pdf("sheet", data)[0])
        assert len(pages) == 1, sheet.path
        picture = pages[0].render(scale=2, grayscale=True).to_pil()
        (code,) = zxingcpp.read_barcodes(picture)
        assert code.text == sheet.qr, sheet.path
        assert code.position.top_left.y > 0.8 * picture.height, sheet.path
        short.add(sheet.id)
    assert sum(id.endswith("-1-phut") for id in short) == 12
    assert "07-ngay-30-7-mo-va-ket" in short


def _sheets(project: Project, places: Any) -> Iterator[tuple[Artefact, str]]:
    """Each loudspeaker sheet with what its template is given."""
    for sheet in plan(project, places):
        if sheet.kind == "sheet":
            assert isinstance(sheet.recipe, Typeset)
            yield sheet, sheet.recipe.data


def _lines(data: dict[str, Any]) -> list[str]:
    """The words of each breath."""
    return [
        "".join(span["text"] for span in line["spans"])
        for section in data["sections"]
        for paragraph in section["paragraphs"]
        for line in paragraph["lines"]
    ]


def _bare(words: str) -> str:
    """Letters and figures alone: where spaces, digits in brackets and stops stand differs."""
    return "".join(char for char in words if char.isalpha())
