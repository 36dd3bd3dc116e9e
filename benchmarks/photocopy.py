"""What becomes of the QR codes of our paper when a commune copies the copy of a copy.

Every design that has a QR is pressed as for a build; the smallest code on it is copied (grey, turned
on the glass, blurred, cut to black and white, with specks and spread toner), photographed by a
telephone (turned, from the side, dim, noisy, JPEG) and decoded. The measures are those of a tired
office machine as we set them, and the decoder is zxing-cpp, no telephone's own: compare designs and
conditions with each other, do not promise a rate. Needs the libraries of `make test`.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import pypdfium2
import zxingcpp
from lachan.common import clock
from lachan.formats import qr
from lachan.plan.artefacts import plan
from lachan.plan.recipe import Artefact, Typeset
from lachan.render.press import Press
from lachan.texts.project import Project, read_project
from numpy.typing import NDArray
from PIL import Image
from scipy import ndimage

from benchmarks.table import Table

Grey = NDArray[np.uint8]
"""A picture: 0 is black, 255 is white."""

SITE = "https://lachan.haiphong.gov.vn/"
"""An address as long as a province's would be. It is never opened; nothing is stamped as a sample."""
TRIALS = 20
"""Copies of each code in each condition."""
LOOKS = 3
"""Pictures that a telephone takes of a copy, each held otherwise; real ones take many a second."""
DPI = 300
"""What the copier sees."""
_LOOK = 150
"""Where the codes are on a page can be seen at this many dots per inch."""
_PIXELS = DPI / 25.4
"""In a millimetre."""
_COPIED = 420
"""Millimetres: what is longer than A3 goes to no copier."""
_MARGIN = 0.3
"""How much of the paper round a code is looked at, as a part of its side."""
_TURN = 3.0
"""Degrees that a sheet lies askew on the glass, and a telephone is held askew, at most."""
_SOFT = (0.06, 0.13)
"""Standard deviation of the copier's blur in millimetres, from and to."""
_NOISE = 22.0
"""Standard deviation of its grey values, of 255."""
_HARD = 1.6
"""How much it raises the contrast before it cuts to black and white."""
_FRAME = 7.5
"""Pixels that a telephone has for a millimetre: a preview 1080 wide, 65° along its 1920, from 20 cm."""
_SIDE = 0.08
"""How much nearer or farther a corner of the picture is when it is taken from the side."""
_QR = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)


@dataclass(frozen=True)
class Condition:
    """How a sheet is copied before it is photographed.

    `light` is by how many grey values a copy is too light (too dark below 0), from and to; `dirt` is
    the fraction of it that specks cover, `streaks` how many lines a drum draws over 100 mm.
    """

    copies: int = 1
    reduction: float = 1.0
    light: tuple[float, float] = (-35, 20)
    dirt: float = 0.004
    streaks: float = 0.0


CONDITIONS = {
    "photo": Condition(copies=0),
    "copy": Condition(),
    "dark": Condition(light=(-70, -45)),
    "faint": Condition(light=(35, 55)),
    "specks": Condition(dirt=0.03),
    "streaks": Condition(streaks=3),
    "2nd": Condition(copies=2),
    "50 %": Condition(reduction=0.5),
    "50 %, 2nd": Condition(copies=2, reduction=0.5),
}


@dataclass(frozen=True)
class Code:
    """A printed QR and the paper round it at `DPI`; `side` in millimetres with its quiet zone."""

    design: str
    kind: str
    address: str
    side: float
    picture: Grey

    @property
    def module(self) -> float:
        """Millimetres."""
        return self.side / qr.draw(self.address, self.kind).size


def read() -> Project:
    """The project as if its site stood at `SITE`."""
    root = Path(__file__).parents[1]
    project, _ = read_project(root, root / "campaigns", clock.today())
    assert project
    return replace(project, site_url=SITE)


def codes(project: Project) -> Iterator[Code]:
    """The smallest code of each design that goes to a copier, as finished."""
    press = Press(project.root / "assets", project.campaign.country.edition)
    for design, artefact in designs(project).items():
        document = pypdfium2.PdfDocument(press.press(artefact.recipe, {}))
        if max(document[0].get_size()) / 72 * 25.4 <= _COPIED:
            yield _smallest(design, artefact, document)


def designs(project: Project) -> dict[str, Artefact]:
    """A sheet with a QR for each template and theme: that of the longest address."""
    found: dict[str, Artefact] = {}
    for artefact in plan(project, project.campaign.places[:1]):
        if isinstance(artefact.recipe, Typeset) and artefact.qr:
            design = f"{artefact.recipe.template} {artefact.variant}"
            if design not in found or len(artefact.qr) > len(found[design].qr):
                found[design] = artefact
    return found


def _smallest(design: str, artefact: Artefact, document: pypdfium2.PdfDocument) -> Code:
    size = qr.draw(artefact.qr, artefact.kind).size
    found: list[tuple[float, int, float, float]] = []
    for number, page in enumerate(document):
        seen = page.render(scale=_LOOK / 72, grayscale=True).to_pil()
        for code in zxingcpp.read_barcodes(seen, formats=_QR):
            corner, opposite = code.position.top_left, code.position.bottom_right
            x, y = (corner.x + opposite.x) / 2, (corner.y + opposite.y) / 2
            symbol = (opposite.x - corner.x) * 25.4 / _LOOK
            found.append((symbol * size / (size - 2 * qr.QUIET), number, x / _LOOK, y / _LOOK))
    assert found, f"{design}: no code can be read, not even on the screen"
    side, number, x, y = min(found)
    page = document[number]
    half = side / 25.4 * (0.5 + _MARGIN)
    width, height = (length / 72 for length in page.get_size())
    # In points from each edge of the page.
    crop = [72 * max(0.0, edge) for edge in (x - half, height - y - half, width - x - half, y - half)]
    picture = page.render(scale=DPI / 72, grayscale=True, crop=crop).to_numpy()
    return Code(design, artefact.kind, artefact.qr, side, picture.reshape(picture.shape[:2]))


def survived(code: Code, condition: Condition, trials: int) -> int:
    """How many of so many copies a telephone can still read; the same every time."""
    return sum(_legible(code, condition, chance(code, trial)) for trial in range(trials))


def chance(code: Code, trial: int) -> np.random.Generator:
    """What decides all that is left to chance in one copy of a design."""
    return np.random.default_rng([zlib.crc32(code.design.encode()), trial])


def copied(code: Code, condition: Condition, chance: np.random.Generator) -> Grey:
    """A photocopy at `DPI`, black and white."""
    picture = code.picture
    for number in range(condition.copies):
        picture = _copied(picture, condition, condition.reduction if number == 0 else 1.0, chance)
    return picture


def _legible(code: Code, condition: Condition, chance: np.random.Generator) -> bool:
    copy = copied(code, condition, chance)
    looks = (_photographed(copy, chance) for _ in range(LOOKS))
    return any(
        found.text == code.address
        for look in looks
        for found in zxingcpp.read_barcodes(look, formats=_QR)
    )


def _copied(picture: Grey, condition: Condition, reduction: float, chance: np.random.Generator) -> Grey:
    seen: NDArray[np.float64] = _resized(picture, reduction).astype(float)
    turn = chance.uniform(-_TURN, _TURN)
    seen = ndimage.rotate(seen, turn, reshape=False, order=1, mode="nearest")
    seen = ndimage.gaussian_filter(seen, chance.uniform(*_SOFT) * _PIXELS)
    seen += chance.normal(0, _NOISE, seen.shape)
    toner = (seen - 128) * _HARD + 128 + chance.uniform(*condition.light) < 128
    if chance.random() < 0.5:
        toner = ndimage.binary_dilation(toner, np.ones((2, 2)))
    paper = np.where(toner, 0, 255).astype(np.uint8)
    specks = ndimage.binary_dilation(chance.random(paper.shape) < condition.dirt / 4, np.ones((2, 2)))
    paper[specks] = 255 * chance.integers(0, 2, paper.shape, np.uint8)[specks]
    for _ in range(chance.poisson(condition.streaks * paper.shape[1] / _PIXELS / 100)):
        start = chance.integers(paper.shape[1])
        paper[:, start : start + chance.integers(1, 4)] = 255 * chance.integers(0, 2)
    return paper


def _photographed(picture: Grey, chance: np.random.Generator) -> Grey:
    image = Image.fromarray(_resized(picture, _FRAME / _PIXELS))
    image = image.transform(
        image.size,
        Image.Transform.PERSPECTIVE,
        _from_the_side(image.size, chance),
        Image.Resampling.BICUBIC,
        fillcolor=235,
    )
    seen = ndimage.gaussian_filter(np.asarray(image, float), 0.7) * 0.75 + 30
    height, width = seen.shape
    across, down = chance.uniform(-1, 1, 2)
    light = np.linspace(0, across, width)[None, :] + np.linspace(0, down, height)[:, None]
    seen = seen * (0.75 + 0.2 * light) + chance.normal(0, 6, seen.shape)
    out = io.BytesIO()
    Image.fromarray(seen.clip(0, 255).astype(np.uint8)).save(out, "JPEG", quality=75)
    return np.asarray(Image.open(out))


def _from_the_side(size: tuple[int, int], chance: np.random.Generator) -> Any:
    """Pillow's eight numbers for a view from the side, turned: from where each point is taken."""
    width, height = size
    middle = np.array([width, height]) / 2
    corners = np.array([[0, 0], [width, 0], [width, height], [0, height]], float)
    angle = np.deg2rad(chance.uniform(-_TURN, _TURN))
    turn = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    seen = (corners - middle) @ turn * (1 + chance.uniform(-_SIDE, _SIDE, (4, 1))) + middle
    rows, values = [], []
    for (x, y), (u, v) in zip(seen, corners, strict=True):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        values += [u, v]
    return np.linalg.solve(np.array(rows), np.array(values)).tolist()


def _resized(picture: Grey, scale: float) -> Grey:
    height, width = (round(length * scale) for length in picture.shape)
    return np.asarray(Image.fromarray(picture).resize((width, height), Image.Resampling.LANCZOS))


def table() -> Table:
    """Per cent of the copies of each code that can be decoded, in each condition."""
    rows = []
    for code in codes(read()):
        rates = (survived(code, condition, TRIALS) / TRIALS for condition in CONDITIONS.values())
        rows.append(
            (code.design, f"{code.side:.0f}", f"{code.module:.2f}", *(f"{r:.0%}" for r in rates))
        )
    note = (
        f"The smallest code of each design, for a page of {SITE}: the width of it with its quiet zone "
        f"and of a module in mm; how many of {TRIALS} copies in each condition a telephone still reads "
        f"in {LOOKS} pictures. Copier and telephone are reckoned, not real: compare rows and columns "
        "with each other, they promise no rate."
    )
    return Table("Codes on photocopies", note, ("", "mm", "module", *CONDITIONS), rows)
