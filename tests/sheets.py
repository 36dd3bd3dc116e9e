"""Small sheets to break on purpose, and every sheet of the project with long and short names."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2
import typst
from conftest import ROOT, copy_project
from lachan.formats import qr
from lachan.gazetteer import official
from lachan.plan.artefacts import plan
from lachan.plan.recipe import Artefact
from lachan.render.press import Press
from lachan.texts.project import Project, read_project
from miniature import POLICE, TODAY
from PIL import Image

ADDRESS = "https://lachan.example/11692/"
FONTS = str(ROOT / "assets/fonts")
LONGEST = ("Phường Văn Miếu - Quốc Tử Giám", "Thành phố Hồ Chí Minh")
SHORTEST = ("Xã Kép", "Tỉnh Cà Mau")
"""Names of a commune and of a province, compared with the list of all."""

CODES = ("00226", "01")
SCRIPTS = {"canh-giac-30-giay", "chuyen-muc-nhan-biet-va-bao-tin-10-phut"}

_PREAMBLE = """\
#set document(title: "Tờ thử")
#set page(paper: "a4", margin: 0mm)
#set text(font: "Be Vietnam Pro", size: 12pt, weight: 500, lang: "vi", fallback: true)
#let navy = rgb("#0A1F44")
#let amber = rgb("#FFC20E")
#let at(x, y, body) = place(top + left, dx: x * 1mm, dy: y * 1mm, body)
#let box-of(w, h, fill) = pdf.artifact(rect(width: w * 1mm, height: h * 1mm, fill: fill))
#let bare(side) = image(bytes("{bare}"), width: side * 1mm, alt: "QR")
#let code(side) = image(bytes("{code}"), width: side * 1mm, alt: "QR")
#let title = at(20, 20, heading("Gọi 111"))
"""


def tiny(
    body: str,
    *,
    setup: str = "",
    title: bool = True,
    standard: bool = True,
    tagged: bool = True,
    system_fonts: bool = False,
) -> bytes:
    """A page of A4 with `body` on it, and the title "Gọi 111" at 20 mm from left and top.

    Typst itself refuses some faults where the `standard` PDF/UA-1 is asked for.
    """
    drawing = qr.draw(ADDRESS, "poster")
    svg = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='{0}'><path d='{1}'/></svg>"
    inner = drawing.size - 2 * qr.QUIET
    whole = svg.format(f"0 0 {drawing.size} {drawing.size}", drawing.path)
    bare = svg.format(f"{qr.QUIET} {qr.QUIET} {inner} {inner}", drawing.path)
    head = _PREAMBLE.replace("{bare}", bare).replace("{code}", whole)
    source = "\n".join((head, setup, "#title" if title else "", body))
    return typst.compile(
        source.encode(),
        font_paths=typst.Fonts(False, system_fonts, [FONTS]),
        pdf_standards=["ua-1"] if standard and tagged else [],
        pdf_tags=tagged,
        timestamp=0,
    )


def foreign() -> bytes:
    """A page written by hand, whose words are set in fonts that it does not bring along."""
    words = b"BT /A 20 Tf 100 700 Td (Helvetica) Tj ET BT /B 20 Tf 100 600 Td (Anton) Tj ET"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
        b"/Resources<</Font<</A 5 0 R/B 6 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(words), words),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        b"<</Type/Font/Subtype/TrueType/BaseFont/Anton-Regular>>",
    ]
    body = b"".join(b"%d 0 obj%s endobj\n" % (n, o) for n, o in enumerate(objects, 1))
    return b"%PDF-1.7\n" + body + b"trailer<</Root 1 0 R/Size 7>>\n%%EOF"


def rendered(pdf: bytes) -> Image.Image:
    """The first page in all its colours, a pixel a point."""
    image: Image.Image = pypdfium2.PdfDocument(pdf)[0].render().to_pil()
    return image


@cache
def kit(names: tuple[str, str], number: bool, sample: bool) -> list[tuple[Artefact, bytes]]:
    """Every sheet on paper for a place of these names; of the scripts a short and a long one."""
    with named(names, number, sample) as project:
        press = Press(project.root / "assets", date(2026, 11, 21))
        return [
            (sheet, press.press(sheet.recipe, {}))
            for sheet in plan(project, project.campaign.places)
            if sheet.path.endswith(".pdf") and (sheet.kind != "sheet" or sheet.id in SCRIPTS)
        ]


@contextmanager
def named(names: tuple[str, str], number: bool, sample: bool) -> Iterator[Project]:
    """The project with one place of these names only."""
    with TemporaryDirectory() as folder:
        root = _named(Path(folder) / "project", names, number, sample)
        project, problems = read_project(root, root / "campaigns", TODAY)
        assert project, [str(problem) for problem in problems]
        yield project


def _named(target: Path, names: tuple[str, str], number: bool, sample: bool) -> Path:
    """A copy of the project with one place only."""
    root = copy_project(target)
    for folder in (root / "campaigns").iterdir():
        if folder.is_dir():
            shutil.rmtree(folder)
    commune, province = (
        f"code: {code}\nname: {name}\n" for code, name in zip(CODES, names, strict=True)
    )
    if number:
        commune += f"contacts: {{commune-police: {POLICE}}}\n"
    (root / "campaigns/x").mkdir()
    (root / "campaigns/x/province.yml").write_text(province, "utf-8")
    (root / "campaigns/x/commune.yml").write_text(commune, "utf-8")
    if not sample:
        settings = root / "mkdocs.yml"
        settings.write_text(settings.read_text("utf-8").replace("lachan.example", "lachan.vn"), "utf-8")
    return root


@cache
def units() -> list[tuple[str, str]]:
    """(commune, province) of the whole country."""
    listing = official.gazetteer()[0].on(TODAY)
    return [(one.name, listing.provinces[one.province].name) for one in listing.communes.values()]
