"""What stands in words on a page of a finished PDF: each run of text, where, how large, in which ink.

A run is what one text object of the page draws: a line, or the part of it in one style. The stamp of a
sample is an artifact of the type "Page" (ISO 32000-1, 14.8.2.2.2): no part of what is read.
"""

from __future__ import annotations

import ctypes
import math
from dataclasses import dataclass
from functools import cached_property

import pypdfium2
import pypdfium2.raw as pdfium

MM = 72 / 25.4
"""Points in a millimetre."""

Colour = tuple[int, int, int, int]
"""Red, green, blue and opacity, 0 to 255."""
_STROKED = frozenset({pdfium.FPDF_TEXTRENDERMODE_STROKE, pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE})
_HEAVY = ("Bold", "Black", "Anton")


@dataclass(frozen=True)
class Box:
    """A place on a page in mm, counted from its upper left corner."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def area(self) -> float:
        """In mm²."""
        return (self.right - self.left) * (self.bottom - self.top)

    def shared(self, other: Box) -> Box | None:
        """Where both are, if anywhere."""
        box = Box(
            max(self.left, other.left),
            max(self.top, other.top),
            min(self.right, other.right),
            min(self.bottom, other.bottom),
        )
        return box if box.left < box.right and box.top < box.bottom else None


@dataclass(frozen=True, eq=False)
class TextRun:
    """A run of text that leaves ink."""

    object: pypdfium2.PdfObject
    box: Box

    @cached_property
    def words(self) -> str:
        """The text, as it stands in the text layer."""
        return " ".join(self.object.extract().split())

    @cached_property
    def points(self) -> float:
        """The size of the type in pt."""
        matrix = self.object.get_matrix()
        size = ctypes.c_float()
        pdfium.FPDFTextObj_GetFontSize(self.object, size)
        return float(size.value * math.sqrt(abs(matrix.a * matrix.d - matrix.b * matrix.c)))

    @cached_property
    def font(self) -> str:
        """The name of the font without the prefix of a subset: `BeVietnamPro-Bold`."""
        name = ctypes.create_string_buffer(128)
        pdfium.FPDFFont_GetBaseFontName(self._font, name, len(name))
        return name.value.decode("utf-8", "replace").rpartition("+")[2]

    @property
    def embedded(self) -> bool:
        """Whether the font is in the file."""
        return bool(pdfium.FPDFFont_GetIsEmbedded(self._font) == 1)

    @property
    def large(self) -> bool:
        """Large type: 18 pt, or 14 pt in bold (WCAG 2.2, definition of "large scale")."""
        return self.points >= (14 if any(name in self.font for name in _HEAVY) else 18)

    @cached_property
    def colour(self) -> Colour:
        """The ink: that of the outline where there is one, for the fill may be a hatch."""
        outlined = pdfium.FPDFTextObj_GetTextRenderMode(self.object) in _STROKED
        read = pdfium.FPDFPageObj_GetStrokeColor if outlined else pdfium.FPDFPageObj_GetFillColor
        red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
        read(self.object, red, green, blue, alpha)
        return red.value, green.value, blue.value, alpha.value

    @property
    def _font(self) -> pdfium.FPDF_FONT:
        return pdfium.FPDFTextObj_GetFont(self.object)

    def hide(self) -> None:
        """Leave the run out of whatever is rendered from now on."""
        pdfium.FPDFTextObj_SetTextRenderMode(self.object, pdfium.FPDF_TEXTRENDERMODE_INVISIBLE)


def read(page: pypdfium2.PdfPage) -> list[TextRun]:
    """Every run on `page` that leaves ink, in the order of drawing."""
    height = page.get_height()
    found = page.get_objects([pdfium.FPDF_PAGEOBJ_TEXT], textpage=page.get_textpage())
    boxes = ((text, _box(text, height)) for text in found)
    return [TextRun(text, box) for text, box in boxes if box.area > 0]


def unstamp(page: pypdfium2.PdfPage) -> None:
    """Take the stamp of a sample off `page`: its words, and what is drawn with them."""
    shapes = list(page.get_objects(max_depth=1))
    stamps = {_content(s) for s in shapes if s.type == pdfium.FPDF_PAGEOBJ_TEXT and _aid(s)}
    for shape in shapes:
        if stamps and _content(shape) in stamps:
            page.remove_obj(shape)


def strokes(page: pypdfium2.PdfPage) -> list[Box]:
    """The place of every path on `page`."""
    height = page.get_height()
    return [_box(path, height) for path in page.get_objects([pdfium.FPDF_PAGEOBJ_PATH], max_depth=1)]


def _box(shape: pypdfium2.PdfObject, height: float) -> Box:
    left, bottom, right, top = shape.get_bounds()
    return Box(left / MM, (height - top) / MM, right / MM, (height - bottom) / MM)


def _content(shape: pypdfium2.PdfObject) -> int | None:
    """What tells one piece of marked content from another."""
    last = pdfium.FPDFPageObj_CountMarks(shape) - 1
    mark = pdfium.FPDFPageObj_GetMark(shape, last)
    return ctypes.cast(mark, ctypes.c_void_p).value


def _aid(shape: pypdfium2.PdfObject) -> bool:
    """Whether this is an artifact with a type and no subtype: "Page" (a header has a subtype)."""
    for index in range(pdfium.FPDFPageObj_CountMarks(shape)):
        mark = pdfium.FPDFPageObj_GetMark(shape, index)
        params = range(pdfium.FPDFPageObjMark_CountParams(mark))
        if _name(mark) == "Artifact":
            keys = {_key(mark, number) for number in params}
            return "Type" in keys and "Subtype" not in keys
    return False


def _name(mark: pdfium.FPDF_PAGEOBJECTMARK) -> str:
    size = ctypes.c_ulong()
    buffer = (ctypes.c_ushort * 32)()
    pdfium.FPDFPageObjMark_GetName(mark, buffer, ctypes.sizeof(buffer), size)
    return bytes(buffer)[: size.value].decode("utf-16-le").rstrip("\0")


def _key(mark: pdfium.FPDF_PAGEOBJECTMARK, number: int) -> str:
    size = ctypes.c_ulong()
    buffer = (ctypes.c_ushort * 32)()
    pdfium.FPDFPageObjMark_GetParamKey(mark, number, buffer, ctypes.sizeof(buffer), size)
    return bytes(buffer)[: size.value].decode("utf-16-le").rstrip("\0")
