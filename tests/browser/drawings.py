"""How well each drawing of a page stands out, measured from its pixels: with it, and without it.

Colours of a drawing are its own, its background is the page's; where readers set the colours, only
the picture tells how the two meet.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from playwright.sync_api import Page

_DRAWINGS = (Path(__file__).parent / "drawings.js").read_text("utf-8")
_Pixels = NDArray[np.uint8]
SETTLED = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
"""A page whose observers have said what they see."""


@dataclass(frozen=True)
class Drawing:
    """One drawing; a `number` is read like a word. Half of what is drawn has at least this contrast."""

    name: str
    number: bool
    contrast: float


_LOOKS = 3
"""A picture of the whole page is a tall screen for a moment, on which the bar may go elsewhere: what
was seen in neither of two pictures, or in both, is looked at again."""


def drawings(page: Page) -> list[Drawing]:
    """Every drawing that is seen on the page, at its width."""
    _ask(page, "ready")
    for _ in range(_LOOKS):
        page.evaluate(SETTLED)
        found = _looked_at(page)
        if all(one.contrast > 1 for one in found):
            break
    return found


def _looked_at(page: Page) -> list[Drawing]:
    found: list[dict[str, Any]] = _ask(page, "seen")
    drawn = _picture(page)
    _ask(page, "show", False)
    bare = _picture(page)
    _ask(page, "show", True)
    assert drawn.shape == bare.shape
    return [Drawing(one["name"], one["number"], _contrast(drawn, bare, one["box"])) for one in found]


def _ask(page: Page, function: str, argument: Any = None) -> Any:
    return page.evaluate(f"argument => ({_DRAWINGS}).{function}(argument)", argument)


def _picture(page: Page) -> _Pixels:
    picture = Image.open(io.BytesIO(page.screenshot(full_page=True)))
    return np.asarray(picture.convert("RGB"))


def _contrast(drawn: _Pixels, bare: _Pixels, box: tuple[int, int, int, int]) -> float:
    """The median contrast (WCAG 2) of the pixels that a drawing in a box changes; 1 if none."""
    left, top, right, bottom = (max(0, edge) for edge in box)
    one, other = (picture[top:bottom, left:right] for picture in (drawn, bare))
    changed = (one != other).any(axis=-1)
    if not changed.any():
        return 1.0
    pair = np.sort([_luminance(one[changed]), _luminance(other[changed])], axis=0)
    return float(np.median((pair[1] + 0.05) / (pair[0] + 0.05)))


def _luminance(pixels: _Pixels) -> NDArray[np.float64]:
    """Relative luminance (WCAG 2)."""
    parts = pixels / 255
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    return np.asarray(linear @ np.array([0.2126, 0.7152, 0.0722]))
