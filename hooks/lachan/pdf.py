"""Opening a PDF of ours with pdfium."""

from __future__ import annotations

import re

import pypdfium2

_PROFILED = re.compile(rb"\[/ICCBased (\d+) 0 R\]")
_COLOURS = re.compile(rb"/N ([13])\b")
_DEVICE = {b"1": b"/DeviceGray", b"3": b"/DeviceRGB"}


def document(pdf: bytes) -> pypdfium2.PdfDocument:
    """The document `pdf`, its colours taken for those of the screen. Raises pypdfium2.PdfiumError.

    Typst's profiles are sRGB and its gray, which make the same pixels, and setting them up takes pdfium
    twice as long as all else it does with a page before drawing. Their names keep their length, so that
    everything stays where the PDF's table says.
    """
    for number in set(_PROFILED.findall(pdf)):
        profile = pdf.partition(b"\n%s 0 obj" % number)[2].partition(b"stream")[0]
        if colours := _COLOURS.search(profile):
            named = b"[/ICCBased %s 0 R]" % number
            pdf = pdf.replace(named, _DEVICE[colours[1]].ljust(len(named)))
    return pypdfium2.PdfDocument(pdf)
