"""Pictures for small PNG files: to post on Zalo and Facebook, og:image of a page, previews of sheets.

Our pictures are flat: a few hundred colours, all but a dozen at the edges of letters. A palette of
256 without dithering is a third of the size of a PNG of all colours. Measured over all formats, stamped
samples included: 40–100 KB, at least 47 dB; JPEG of quality 85 is twice as large and blurs letters
(30 dB), and not every chat shows WebP. A preview, 480 pixels wide, has 38 KB at 43 dB; WebP of quality
80 takes two and a half times as long for 40 KB at 31 dB. Pillow's own ways to find a palette are 2 dB
worse (median cut, octree), and its octree sorts with the C library: on Windows, and on Linux of other
years, it finds another one.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any

import pypdfium2
from PIL import Image

from lachan.formats.pdf import document

PixelBox = tuple[int, int, int, int]
"""In pixels, which are points."""

_COLOURS = 256
_AREAS = 12
"""So many colours cover areas; the design has no more."""
_SAMPLE = 2
"""One pixel of so many, each way, is enough to find the colours: a third of the time, 0.2 dB less."""
_ALIKE = 4
"""Colours that differ only in so many of the lowest bits of red, green and blue are taken for alike:
with 3 or 5 the noise is 2 to 4 dB higher."""
_CELL = ~3
"""Pillow takes four shades of red, green and blue each for one and compares the lowest of them with a
palette: only where the palette is made of such ones, too, does a colour get itself and no neighbour."""
_STRIP = 480
"""Pixels in height of what is drawn at once: a quarter of the tallest picture."""
_WHOLE = (0, 0, 0, 0)
"""Nothing is cut off."""


def draw(pdf: bytes) -> Image.Image:
    """The first page of `pdf`, a pixel a point, with a palette.

    It is drawn in strips, with the palette of the page at half its size: the tallest one takes 9 MB
    so instead of 24, in the same time, with the same noise.
    """
    page = document(pdf)[0]
    width, height = map(round, page.get_size())
    empty = Image.new("P", (width, height))
    empty.putpalette(_palette(_rendered(page, _WHOLE, 1 / 2)))
    tops = range(0, height, _STRIP)
    return _drawn_over(empty, page, [(0, top, width, min(height, top + _STRIP)) for top in tops])


def pages(pdf: bytes, dpi: int) -> Iterator[Image.Image]:
    """Every page of `pdf`, with a palette each."""
    return (_indexed(_rendered(page, _WHOLE, dpi / 72)) for page in document(pdf))


def preview(content: bytes, width: int) -> Image.Image:
    """The first page of a PDF, or a picture, `width` pixels wide, with a palette."""
    if content.startswith(b"%PDF"):
        page = document(content)[0]
        return _indexed(_rendered(page, _WHOLE, width / page.get_width()))
    image = Image.open(io.BytesIO(content)).convert("RGB")
    return _indexed(image.resize((width, round(image.height / image.width * width))))


def _indexed(image: Image.Image) -> Image.Image:
    return _mapped(image, _palette(image))


def _mapped(image: Image.Image, palette: Sequence[int]) -> Image.Image:
    """`image` in the colours of `palette`, each pixel in the nearest one."""
    cells = Image.new("P", (1, 1))
    cells.putpalette([value & _CELL for value in palette])
    small = image.quantize(palette=cells, dither=Image.Dither.NONE)
    small.putpalette(palette)
    return small


@lru_cache(maxsize=1)
def opened(content: bytes) -> Image.Image:
    """A picture from its file; the same one after the other is opened once."""
    with Image.open(io.BytesIO(content)) as image:
        image.load()
        return image


def drawn_over(base: Image.Image, pdf: bytes, boxes: Iterable[PixelBox]) -> Image.Image:
    """`base` with what `pdf` shows in `boxes` (left, top, right, bottom in pixels), in its palette.

    The pictures of two communes are alike but for two lines. Drawing these takes a third of the time
    that all of it takes, of a tall one a sixth.
    """
    return _drawn_over(base, document(pdf)[0], boxes)


def _drawn_over(base: Image.Image, page: pypdfium2.PdfPage, boxes: Iterable[PixelBox]) -> Image.Image:
    picture, palette = base.copy(), base.getpalette() or []
    for left, top, right, bottom in boxes:
        crop = (left, base.height - bottom, base.width - right, top)
        picture.paste(_mapped(_rendered(page, crop), palette), (left, top))
    return picture


def _rendered(page: pypdfium2.PdfPage, crop: PixelBox, scale: float = 1) -> Image.Image:
    """What is left of `page` when so many points are cut off from left, bottom, right and top, a point
    `scale` pixels.
    """
    image: Image.Image = page.render(scale=scale, rev_byteorder=True, crop=crop).to_pil()
    return image


def _palette(image: Image.Image) -> list[int]:
    """The colours for `image` (red, green, blue, red, …): those of its largest areas as they are, then
    the mean of each of the largest groups that are alike. Of two that are as large the darker one is
    first, so that it is the same on every system.
    """
    few = image.resize((image.width // _SAMPLE, image.height // _SAMPLE), Image.Resampling.NEAREST)
    counted: Any = few.getcolors(few.width * few.height)
    counted.sort(key=lambda entry: (-entry[0], entry[1]))
    groups: dict[tuple[int, int, int], tuple[int, int, int, int]] = {}
    for count, (red, green, blue) in counted[_AREAS:]:
        alike = red >> _ALIKE, green >> _ALIKE, blue >> _ALIKE
        n, r, g, b = groups.get(alike, (0, 0, 0, 0))
        groups[alike] = n + count, r + count * red, g + count * green, b + count * blue
    means = sorted((-n, r // n, g // n, b // n) for n, r, g, b in groups.values())
    colours = [colour for _, colour in counted[:_AREAS]] + [mean[1:] for mean in means]
    return [value for colour in colours[:_COLOURS] for value in colour]
