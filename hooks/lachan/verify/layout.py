"""A finished sheet looked at as a printer would: nothing over the edge, on the cut, on top of something
else, too pale to read; a QR that a telephone can find; our fonts; no more toner than was promised.

It opens the PDF with another library than the one that made it, and knows nothing of templates.
Contrast after WCAG 2.2 (1.4.3), quiet zone after ISO/IEC 18004 (4 modules).
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache

import pypdfium2
import zxingcpp
from PIL import Image, ImageChops, ImageStat

from lachan.formats.pdf import document
from lachan.verify import text_runs
from lachan.verify.text_runs import MM, Box, Colour, TextRun

EDGE = 8.0
"""mm from the edge that an office laser can print."""
CUT = 2.5
"""mm that a knife or a fold may be off."""
FAMILIES = ("Anton", "BeVietnamPro", "Tinos")
_PIXELS = 1_170_000
"""Of a page as it is looked at: A4 at 110 dpi, where a module of the least QR has two and a half. What
is printed larger has its QR larger, too."""
_TOUCH = 0.06
"""Of the smaller run: neighbours in one line share less."""
_CONTRAST, _LARGE_CONTRAST = 4.5, 3.0
_INK = 0.17
"""Of the page in black: what an eco sheet may cost in toner."""
_LETTER = 0.1
"""Square em: about two thirds of a letter's ink."""
_QUIET = 4
_SLACK = 3
"""Pixels by which a decoder may misplace the corner of a code."""
_THIN, _LONG = 0.7, 7.0
"""mm: a mark for the knife is a thin stroke, and no longer than that."""
_QR = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCodeModel2)


def faults(pdf: bytes, *, qr: float, eco: bool) -> Iterator[str]:
    """What is wrong with the look of a sheet.

    `qr` is the least width of its code in mm, quiet zone included; `eco` sheets promise to save ink.

    Raises PdfiumError where it cannot be opened.
    """
    codes = 0
    for number, page in enumerate(document(pdf), 1):
        text_runs.unstamp(page)
        words, strokes = text_runs.read(page), text_runs.strokes(page)
        scale = math.sqrt(_PIXELS / page.get_width() / page.get_height())
        shown = page.render(scale=scale, rev_byteorder=True).to_pil()
        gray = shown.convert("L")
        found = list(zxingcpp.read_barcodes(gray, formats=_QR))
        codes += len(found)
        for fault in (
            *_outside(words, page.get_width() / MM, page.get_height() / MM),
            *_cut(words, strokes),
            *_collisions(words),
            *_fonts(words),
            *_codes(gray, found, qr, 1 / scale / MM),
            *_pale(page, words, shown, scale),
            *(_thirsty(gray) if eco else ()),
        ):
            yield f"trang {number}: {fault}"
    if not codes:
        yield "không thấy mã QR nào"


def _at(box: Box) -> str:
    return f"(cách trái {box.left:.0f} mm, cách trên {box.top:.0f} mm)"


def _outside(words: list[TextRun], width: float, height: float) -> Iterator[str]:
    for run in words:
        box = run.box
        least = min(box.left, box.top, width - box.right, height - box.bottom)
        if least < 0:
            yield f"«{run.words}» tràn ra ngoài giấy {_at(box)}"
        elif least < EDGE:
            yield f"«{run.words}» cách mép giấy {least:.1f} mm, cần từ {EDGE:.0f} mm {_at(box)}"


def _cut(words: list[TextRun], strokes: list[Box]) -> Iterator[str]:
    """Words on a line between two marks, or so near that the knife may hit them."""
    upright = _marked(
        [(s.left, s.right, s.top, s.bottom) for s in strokes],
        [(w.box.top, w.box.bottom) for w in words],
    )
    level = _marked(
        [(s.top, s.bottom, s.left, s.right) for s in strokes],
        [(w.box.left, w.box.right) for w in words],
    )
    for run in words:
        box = run.box
        across = any(box.left - CUT < x < box.right + CUT for x in upright)
        down = any(box.top - CUT < y < box.bottom + CUT for y in level)
        if across or down:
            yield f"«{run.words}» vướng đường cắt hoặc gấp {_at(box)}"


def _marked(
    strokes: list[tuple[float, float, float, float]], words: list[tuple[float, float]]
) -> set[float]:
    """Where lines are cut or folded: a mark before all words, its twin behind them.

    Strokes are (from, to) across the line and (from, to) along it, words (from, to) along it.
    """
    if not words:
        return set()
    first, last = min(word[0] for word in words), max(word[1] for word in words)
    marks = [s for s in strokes if s[1] - s[0] < _THIN and _THIN < s[3] - s[2] < _LONG]
    before = {round((s[0] + s[1]) / 2, 1) for s in marks if s[2] < first}
    behind = {round((s[0] + s[1]) / 2, 1) for s in marks if s[3] > last}
    return before & behind


def _collisions(words: list[TextRun]) -> Iterator[str]:
    ordered = sorted(words, key=lambda run: run.box.left)
    for index, run in enumerate(ordered):
        for other in ordered[index + 1 :]:
            if other.box.left >= run.box.right:
                break
            shared = run.box.shared(other.box)
            if _one_letter(run.words, other.words):
                continue
            if shared and shared.area > _TOUCH * min(run.box.area, other.box.area):
                yield f"«{run.words}» và «{other.words}» đè lên nhau {_at(shared)}"


def _one_letter(run: str, other: str) -> bool:
    """Whether `other` is the mark of the letter that `run` ends in: the text layer of a letter that a
    font draws as two glyphs («ŏ») says the whole letter for both, and each may be a run of its own.
    """
    return len(other) == 1 and run.endswith(other) and bool(unicodedata.decomposition(other))


def _fonts(words: list[TextRun]) -> Iterator[str]:
    for run in words:
        if not run.font.startswith(FAMILIES):
            yield f"«{run.words}» dùng phông lạ {run.font} {_at(run.box)}"
        elif not run.embedded:
            yield f"«{run.words}» dùng phông {run.font} nhưng tệp không mang theo {_at(run.box)}"


def _codes(
    shown: Image.Image, found: list[zxingcpp.Barcode], least: float, pixel: float
) -> Iterator[str]:
    """QR codes that are too small or too near to something; `pixel` in mm."""
    dark = shown.point(lambda value: 255 * (value < 128))
    for code in found:
        ends = code.position
        points = (ends.top_left, ends.top_right, ends.bottom_right, ends.bottom_left)
        near = _grown(_around([(point.x, point.y) for point in points]), _SLACK)
        exact = dark.crop(near).getbbox() or (0, 0, 1, 1)
        left, top, right, bottom = (edge + near[index % 2] for index, edge in enumerate(exact))
        place = _at(Box(left * pixel, top * pixel, right * pixel, bottom * pixel))
        quiet = _QUIET * _module(dark, left, top, right)
        side = (right - left + 2 * quiet) * pixel
        if side < least - pixel:
            yield f"mã QR chỉ rộng {side:.1f} mm, cần từ {least:.0f} mm {place}"
        # A pixel less than the zone: its outermost may be half of something else.
        zone = shown.crop(_grown((left, top, right, bottom), round(quiet) - 1))
        inner = round(quiet) - 2
        zone.paste(255, _grown((0, 0, *zone.size), -inner))
        if min(zone.tobytes()) < 224:
            yield f"mã QR thiếu viền trắng rộng bốn ô {place}"


def _around(points: list[tuple[int, int]]) -> tuple[int, int, int, int]:
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def _grown(box: tuple[int, ...], by: int) -> tuple[int, int, int, int]:
    left, top, right, bottom = box
    return left - by, top - by, right + by, bottom + by


def _module(dark: Image.Image, left: int, top: int, right: int) -> float:
    """Pixels of a module: the upper edge of the first finder pattern is seven of them, dark."""
    row = dark.crop((left, top + 1, right, top + 2)).tobytes()
    finder = row.find(0)
    version = round(((right - left) * 7 / finder - 17) / 4) if finder > 0 else 0
    return (right - left) / (17 + 4 * max(1, version))


def _pale(
    page: pypdfium2.PdfPage, words: list[TextRun], shown: Image.Image, scale: float
) -> Iterator[str]:
    """Runs too much like what is behind them; drawing the page without words shows what that is."""
    for run in words:
        _ = run.colour
        run.hide()
    background = page.render(scale=scale, rev_byteorder=True).to_pil()
    for run in words:
        least = _LARGE_CONTRAST if run.large else _CONTRAST
        box = _pixels(run.box, scale)
        behind = background.crop(box)
        changed = ImageChops.difference(shown.crop(box), behind).convert("L")
        behind.putalpha(changed.point(lambda value: 255 * (value > 8)))
        enough = _LETTER * (run.points * scale) ** 2
        lowest = _lowest(run.colour, behind, enough)
        if lowest is None:
            yield f"«{run.words}» không hiện lên giấy {_at(run.box)}"
        elif lowest < least:
            seen = f"tương phản {lowest:.1f}, cần từ {least}"
            yield f"«{run.words}» quá mờ trên nền: {seen} {_at(run.box)}"


def _pixels(box: Box, scale: float) -> tuple[int, int, int, int]:
    """The pixels of a box, and one more round it for hairlines that fall between two."""
    edges = (box.left, box.top, box.right, box.bottom)
    left, top, right, bottom = (int(edge * MM * scale) for edge in edges)
    left, top = max(0, left - 1), max(0, top - 1)
    return left, top, max(left + 1, right + 2), max(top + 1, bottom + 2)


def _lowest(ink: Colour, behind: Image.Image, enough: float) -> float | None:
    """The contrast that at least `enough` pixels of a run do not exceed; None where it left no ink."""
    found = behind.getcolors(behind.width * behind.height) or []
    colours = [(colour, count) for count, colour in found if isinstance(colour, tuple)]
    backgrounds = [
        (contrast(ink, background), count) for (*background, inked), count in colours if inked
    ]
    seen = 0
    for ratio, count in sorted(backgrounds):
        seen += count
        if seen >= min(enough, sum(count for _, count in backgrounds)):
            return ratio
    return None


def contrast(ink: Colour, background: Sequence[int]) -> float:
    """The contrast of `ink`, perhaps not opaque, on `background`, from 1 to 21 (WCAG 2.2)."""
    opacity = ink[3] / 255
    mixed = (
        opacity * above + (1 - opacity) * below for above, below in zip(ink, background, strict=False)
    )
    darker, lighter = sorted((_luminance(*map(round, mixed)), _luminance(*background)))
    return (lighter + 0.05) / (darker + 0.05)


@cache
def _luminance(red: int, green: int, blue: int) -> float:
    """Relative luminance of a colour of sRGB."""

    def linear(value: int) -> float:
        part = value / 255
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)


def _thirsty(gray: Image.Image) -> Iterator[str]:
    ink = 1 - ImageStat.Stat(gray).mean[0] / 255
    if ink > _INK:
        yield f"tốn {ink:.1%} mực, bản tiết kiệm chỉ được {_INK:.0%}"
