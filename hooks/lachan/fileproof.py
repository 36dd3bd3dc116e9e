"""One finished file opened again: what its entry in kho.json says of it must be found in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from lachan import layout, proof, tags

Entry = Mapping[str, Any]
"""What kho.json says of a file."""
_QR_WIDTHS = {"poster": 30, "banner": 90, "leaflet": 25, "card": 20, "form": 25, "sheet": 25}
"""mm that a code is wide at least, its quiet zone included; banners are drawn at 1:5."""


Seats = dict[tuple[str, ...], proof.Seat]
"""Where sheets have their QR, by kind, id, language and variant."""


def file_faults(
    entry: Entry, content: bytes, *, look: bool = True, seats: Seats | None = None
) -> Iterator[str]:
    """What is wrong with one finished file, by its entry in kho.json.

    With `look` also its layout and tags. Its QR is looked for first where `seats`, which grow by each
    file, say that the same sheet of another place had it; without them all over the pages.
    """
    path = str(entry["path"])
    if path.endswith(".pdf"):
        seats = {} if seats is None else seats
        sheet = tuple(str(entry[key]) for key in ("kind", "id", "lang", "variant"))
        try:
            found = proof.open_pdf(content, seats.get(sheet))
        except proof.PdfError:
            yield "không mở được tệp PDF"
            return
        if found.seat:
            seats[sheet] = found.seat
        yield from proof.pdf_faults(
            found, qr=entry["qr"], numbers=tuple(entry["numbers"]), pages=entry["pages"]
        )
        if look:
            eco = str(entry["variant"]).endswith("eco")
            yield from layout.faults(content, qr=_QR_WIDTHS[entry["kind"]], eco=eco)
            yield from tags.faults(content, lang=entry["lang"])
    elif path.endswith(".docx"):
        yield from proof.word_faults(content, tuple(entry["numbers"]))
    elif path.endswith(".txt") and "numbers" in entry:
        yield from proof.text_faults(content, tuple(entry["numbers"]))
    elif path.endswith(".png"):
        size = None if entry["kind"] == "preview" else proof.SIZES[entry["variant"]]
        yield from filter(None, [proof.picture_fault(content, size)])
    elif path.endswith(".zip"):
        yield from filter(None, [proof.bundle_fault(content)])
    elif path.endswith(".mp3"):
        yield from filter(None, [proof.sound_fault(content)])
