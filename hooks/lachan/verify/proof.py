"""Finished files opened again, by other libraries than the ones that made them.

A wrong number must not be able to leave the press: every QR is decoded from the rendered page, every
number is looked for in the text layer, and no other number may stand there.
"""

from __future__ import annotations

import io
import unicodedata
import zipfile
from collections.abc import Iterator, Set
from dataclasses import dataclass

import pypdfium2
import zxingcpp
from lxml import etree
from PIL import Image

from lachan.contacts import phone
from lachan.formats.pdf import document

PdfError = pypdfium2.PdfiumError
"""What opening a broken PDF raises."""

_LOOKS = ((96, False), (120, True), (240, True))
"""Dots per inch, and whether to search hard, too: each look only where the one before found nothing.
The least QR, 32 mm with 37 modules, has nearly three pixels a module in the first."""
_QUIET = 0.2
"""White round a code in parts of its width: four modules and a little (ISO/IEC 18004)."""
_QR = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCodeModel2)


@dataclass(frozen=True)
class QrLocation:
    """Where a sheet has its one QR: on which of how many pages, and what to cut off round it in points,
    from left, bottom, right and top.
    """

    page: int
    pages: int
    crop: tuple[float, float, float, float]


@dataclass(frozen=True)
class Proof:
    """What was found in one finished PDF; `location` is None where it has no QR, or several."""

    pages: int
    text: str
    codes: frozenset[str]
    location: QrLocation | None = None
    title: str = ""

    @property
    def numbers(self) -> frozenset[str]:
        """Everything in the text that looks like a telephone number, digits only."""
        return frozenset(phone.digits(found) for _, found in phone.find(self.text))


def dialled(number: str) -> str:
    """The tel: address of a number as people write it; empty where it cannot be dialled."""
    try:
        return phone.parse(phone.digits(number)).tel
    except ValueError:
        return ""


def open_pdf(pdf: bytes, location: QrLocation | None = None) -> Proof:
    """Read a PDF as a reader and a telephone would: its text layer and its QR codes.

    With the `location` that another sheet of its kind had, it looks there first, and only if there is
    nothing all over the pages: drawing them takes twice as long as all the rest.
    """
    opened = document(pdf)
    pages, title = list(opened), str(opened.get_metadata_value("Title"))
    texts = [page.get_textpage().get_text_bounded() for page in pages]
    text = unicodedata.normalize("NFC", "\n".join(texts))
    if location and location.pages == len(pages):
        there = _read(_drawn(pages[location.page], _LOOKS[0][0], location.crop), hard=False)
        if there:
            return Proof(len(pages), text, frozenset(code.text for code in there), location, title)
    for dpi, hard in _LOOKS:
        seen = [(at, code) for at, page in enumerate(pages) for code in _read(_drawn(page, dpi), hard)]
        if seen:
            codes = frozenset(code.text for _, code in seen)
            found = _location(pages, seen[0], dpi) if len(seen) == 1 else None
            return Proof(len(pages), text, codes, found, title)
    return Proof(len(pages), text, frozenset(), None, title)


def pages(pdf: bytes) -> int:
    """How many pages a PDF has."""
    return len(pypdfium2.PdfDocument(pdf))


def _drawn(
    page: pypdfium2.PdfPage, dpi: int, crop: tuple[float, float, float, float] = (0, 0, 0, 0)
) -> Image.Image:
    image: Image.Image = page.render(scale=dpi / 72, crop=crop, grayscale=True).to_pil()
    return image


def _read(image: Image.Image, hard: bool) -> list[zxingcpp.Barcode]:
    return zxingcpp.read_barcodes(
        image, formats=_QR, try_rotate=hard, try_downscale=hard, try_invert=hard
    )


def _location(
    pages: list[pypdfium2.PdfPage], seen: tuple[int, zxingcpp.Barcode], dpi: int
) -> QrLocation:
    """Round a code that was seen at a resolution, its quiet zone included."""
    at, code = seen
    place = code.position
    corners = (place.top_left, place.top_right, place.bottom_right, place.bottom_left)
    across, down = ([72 / dpi * getattr(corner, axis) for corner in corners] for axis in "xy")
    quiet = _QUIET * (max(across) - min(across))
    width, height = pages[at].get_size()
    crop = (min(across), height - max(down), width - max(across), min(down))
    left, bottom, right, top = (max(0, side - quiet) for side in crop)
    return QrLocation(at, len(pages), (left, bottom, right, top))


def pdf_faults(proof: Proof, *, qr: str, numbers: tuple[str, ...], pages: int) -> Iterator[str]:
    """What is wrong with a sheet that should carry `qr`, exactly `numbers`, on `pages` pages.

    `pages` 0 means: as many as it took.
    """
    if pages and proof.pages != pages:
        yield f"có {proof.pages} trang, đúng ra là {pages}"
    if proof.codes != {qr}:
        found = ", ".join(sorted(proof.codes)) or "không mã nào"
        yield f"mã QR đọc ra {found}, đúng ra là {qr}"
    yield from _number_faults(proof.numbers, numbers)


def word_faults(content: bytes, numbers: tuple[str, ...]) -> Iterator[str]:
    """What is wrong with a Word file that should carry exactly `numbers`."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            words = word_text(archive.read("word/document.xml"))
    except (zipfile.BadZipFile, KeyError, etree.XMLSyntaxError):
        yield "không mở được tệp Word"
        return
    yield from _number_faults({phone.digits(found) for _, found in phone.find(words)}, numbers)


XML = etree.XMLParser(resolve_entities=False)
"""Reads what lies in a Word file, and fetches nothing for it."""


def word_text(body: bytes) -> str:
    """The words of word/document.xml. Raises XMLSyntaxError.

    A space for every end of a paragraph, so that two of them never make one number.
    """
    root = etree.fromstring(body, XML)
    for paragraph in root.iter("{*}p"):
        paragraph.tail = f" \n{paragraph.tail or ''}"
    return "".join(root.itertext())


def text_faults(content: bytes, numbers: tuple[str, ...]) -> Iterator[str]:
    """What is wrong with a text to be pasted that should carry exactly `numbers`."""
    try:
        words = content.decode()
    except UnicodeDecodeError:
        yield "chữ không đúng mã UTF-8"
        return
    yield from _number_faults({phone.digits(found) for _, found in phone.find(words)}, numbers)


def _number_faults(found: Set[str], numbers: tuple[str, ...]) -> Iterator[str]:
    wanted = {phone.digits(number) for number in numbers}
    for number in sorted(wanted - found):
        yield f"không tìm thấy số {number}"
    for number in sorted(found - wanted):
        yield f"có số lạ {number}"


_NO_PICTURE = (OSError, SyntaxError, ValueError, Image.DecompressionBombError)
"""What Pillow raises for a broken one."""


def picture_fault(content: bytes, size: tuple[int, int] | None = None) -> str | None:
    """Why a picture cannot be shown, or shown well, if so; without `size` any will do."""
    try:
        with Image.open(io.BytesIO(content)) as image:
            image.load()
            width, height = image.size
    except _NO_PICTURE:
        return "không mở được ảnh"
    if size and (width, height) != size:
        return f"ảnh rộng {width}, cao {height} điểm, đúng ra là {size[0]}, {size[1]}"
    return None


def picture_title(content: bytes) -> str:
    """The title in a picture, which is the name of its file on the site; empty if there is none."""
    try:
        with Image.open(io.BytesIO(content)) as image:
            image.load()  # chunks may stand behind the picture
            return str(image.info.get("Title", ""))
    except _NO_PICTURE:
        return ""


def bundle_fault(content: bytes) -> str | None:
    """Why a ZIP cannot be unpacked, if so."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            broken = archive.testzip()
    except zipfile.BadZipFile:
        return "không mở được tệp nén"
    return f"tệp {broken} trong gói bị hỏng" if broken else None


def sound_fault(content: bytes) -> str | None:
    """Why a sound cannot be heard, if so: not a chain of MP3 frames from its first byte to its last.

    The frames are followed by their headers (ISO/IEC 11172-3, 2.4.1.3), which needs no library: sound
    is an extra, and a site is also proven where it is not installed.
    """
    at = 0
    while at + 4 <= len(content):
        size = _frame(content[at : at + 4])
        if size is None:
            return "tệp tiếng bị hỏng"
        at += size
    return None if content and at == len(content) else "tệp tiếng bị cụt"


_KBITS = (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)
_HERTZ = (22050, 24000, 16000)


def _frame(header: bytes) -> int | None:
    """Bytes of an MPEG-2 layer III frame with this header; None if it is none."""
    rate, hertz = header[2] >> 4, header[2] >> 2 & 3
    if header[0] != 0xFF or header[1] & 0xFE != 0xF2 or rate in {0, 15} or hertz == 3:
        return None
    return 72_000 * _KBITS[rate] // _HERTZ[hertz] + (header[2] >> 1 & 1)
