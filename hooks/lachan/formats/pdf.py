"""Opening a PDF of ours with pdfium."""

from __future__ import annotations

import re

import pypdfium2

_PROFILED = re.compile(rb"\[/ICCBased (\d+) 0 R\]")
_COLOURS = re.compile(rb"/N ([13])\b")
_DEVICE = {b"1": b"/DeviceGray", b"3": b"/DeviceRGB"}


def document(pdf: bytes) -> pypdfium2.PdfDocument:
    """The document `pdf`, which need not be one of ours. Raises pypdfium2.PdfiumError.

    Setting up Typst's colour profiles takes pdfium twice as long as all else it does with a page before
    drawing; without them it draws the same pixels.
    """
    return pypdfium2.PdfDocument(unprofiled(pdf))


def unprofiled(pdf: bytes) -> bytes:
    """`pdf` with Typst's profiles, sRGB and its gray, replaced by the colours of a screen.

    Their names are as long as before, so that everything stays where the table of the PDF says.
    """
    for number in set(_PROFILED.findall(pdf)):
        profile = pdf.partition(b"\n%s 0 obj" % number)[2].partition(b"stream")[0]
        if colours := _COLOURS.search(profile):
            named = b"[/ICCBased %s 0 R]" % number
            pdf = pdf.replace(named, _DEVICE[colours[1]].ljust(len(named)))
    return pdf
