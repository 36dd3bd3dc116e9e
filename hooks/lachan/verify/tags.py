"""The tag tree of a finished PDF: what a screen reader says of a sheet, in the order of saying it.

PDF/UA-1 (ISO 14289-1): a language, a title, headings without a gap, a word for every picture.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

_HEADINGS = ("H1", "H2", "H3", "H4", "H5", "H6")
_WIDTH = 4096
"""Characters that a text of the tree may have."""


@dataclass(frozen=True)
class Tag:
    """An element of the tree: its role (`H1`, `P`, `Figure` …), its own words, what it shows."""

    page: int
    role: str
    words: str
    alt: str


def tags(pdf: bytes) -> list[Tag]:
    """Every element of the tree that says something, in the order of reading."""
    document = pypdfium2.PdfDocument(pdf)
    return [tag for number, page in enumerate(document, 1) for tag in _page(page, number)]


def language(pdf: bytes) -> str:
    """The language that the file says it is in."""
    document = pypdfium2.PdfDocument(pdf)
    return _text(lambda buffer, size: pdfium.FPDFCatalog_GetLanguage(document, buffer, size))


def faults(pdf: bytes, *, lang: str) -> Iterator[str]:
    """What is wrong with the tree of a sheet in the language `lang`."""
    document = pypdfium2.PdfDocument(pdf)
    if pdfium.FPDFCatalog_IsTagged(document) != 1:
        yield "tệp không có thẻ cho máy đọc màn hình"
        return
    if language(pdf) != lang:
        yield f"tệp ghi ngôn ngữ «{language(pdf)}», đúng ra là «{lang}»"
    if not document.get_metadata_dict()["Title"]:
        yield "tệp không có tên"
    found = tags(pdf)
    levels = [_HEADINGS.index(tag.role) + 1 for tag in found if tag.role in _HEADINGS]
    if levels.count(1) != 1:
        yield f"cần đúng một tiêu đề bậc 1, nhưng thấy {levels.count(1)}"
    for before, after in pairwise([0, *levels]):
        if after > before + 1:
            yield f"tiêu đề bậc {after} đứng ngay sau bậc {before}"
    for tag in found:
        if tag.role in _HEADINGS and not tag.words:
            yield f"trang {tag.page}: tiêu đề không có chữ"
        if tag.role == "Figure" and not tag.alt:
            yield f"trang {tag.page}: hình không có lời tả"


def _page(page: pypdfium2.PdfPage, number: int) -> Iterator[Tag]:
    words = _words(page)
    tree = pdfium.FPDF_StructTree_GetForPage(page)
    if not tree:
        return
    try:
        for index in range(pdfium.FPDF_StructTree_CountChildren(tree)):
            yield from _element(pdfium.FPDF_StructTree_GetChildAtIndex(tree, index), words, number)
    finally:
        pdfium.FPDF_StructTree_Close(tree)


def _element(element: Any, words: dict[int, str], number: int) -> Iterator[Tag]:
    """The element itself, with what stands directly in it, and then those inside it."""
    if not element:
        return
    marked = range(pdfium.FPDF_StructElement_GetMarkedContentIdCount(element))
    ids = [pdfium.FPDF_StructElement_GetMarkedContentIdAtIndex(element, index) for index in marked]
    tag = Tag(
        page=number,
        role=_text(lambda buffer, size: pdfium.FPDF_StructElement_GetType(element, buffer, size)),
        words=" ".join(" ".join(words.get(id, "") for id in ids).split()),
        alt=_text(lambda buffer, size: pdfium.FPDF_StructElement_GetAltText(element, buffer, size)),
    )
    if tag.words or tag.alt or tag.role in {*_HEADINGS, "Figure"}:
        yield tag
    for index in range(pdfium.FPDF_StructElement_CountChildren(element)):
        child = pdfium.FPDF_StructElement_GetChildAtIndex(element, index)
        yield from _element(child, words, number)


def _words(page: pypdfium2.PdfPage) -> dict[int, str]:
    """The text of each piece of marked content, by its number."""
    found: dict[int, str] = {}
    texts = page.get_objects([pdfium.FPDF_PAGEOBJ_TEXT], textpage=page.get_textpage())
    for text in texts:
        id = pdfium.FPDFPageObj_GetMarkedContentID(text)
        if id >= 0:
            found[id] = f"{found.get(id, '')} {text.extract()}"
    return found


def _text(read: Callable[[Any, int], int]) -> str:
    """What `read` writes into a buffer of so many bytes, as UTF-16 with an end."""
    buffer = (ctypes.c_ushort * _WIDTH)()
    read(buffer, ctypes.sizeof(buffer))
    return bytes(buffer).decode("utf-16-le").partition("\0")[0]
